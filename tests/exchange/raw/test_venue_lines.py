"""Venue lines: journal, volume, issue and pages in one line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from citekit.exchange.raw.format import work_from_record
from citekit.exchange.raw.venue_lines import MAX_LINE, read_venue_line
from citekit.model.identifiers import ArXiv
from strategies import hostile_text


class TestVenueLines:
    """ "Venue line understanding" """

    @pytest.mark.parametrize(
        ("line", "title", "numbers", "year"),
        [
            ("Nature 521, 436–444 (2015)", "Nature", "521||436–444", 2015),
            ("Nature 521(7553):436-444, 2015", "Nature", "521|7553|436–444", 2015),
            ("Nature, vol. 521, no. 7553, pp. 436--444, 2015", "Nature", "521|7553|436–444", 2015),
            (
                "J. Mach. Learn. Res. 9(Nov): 2579-2605",
                "J. Mach. Learn. Res.",
                "9|Nov|2579–2605",
                None,
            ),
            ("Phys. Rev. Lett. 77, 3865 (1996)", "Phys. Rev. Lett.", "77||3865", 1996),
            ("Science 123:45-67", "Science", "123||45–67", None),
            ("Annual Review of Psychology, 2015", "Annual Review of Psychology", "||", 2015),
            ("Proceedings of the IEEE 12, p. 7", "Proceedings of the IEEE", "12||7", None),
            ("Studies in Logic 12", "Studies in Logic", "12||", None),
        ],
    )
    def test_journals(self, line: str, title: str, numbers: str, year: Any) -> None:
        found = read_venue_line(line)
        given = dict(found.numbers)
        shown = "|".join(given.get(name, "") for name in ("volume", "issue", "page"))
        assert (found.title, shown, found.year) == (title, numbers, year)
        assert (found.kind, found.type) == ("journal", "article-journal")
        assert found.guess

    @pytest.mark.parametrize(
        ("line", "number"),
        [("PLoS ONE 13(3): e0193972", "e0193972"), ("Physical Review D 100(2), 024056", "024056")],
    )
    def test_article_numbers(self, line: str, number: str) -> None:
        assert dict(read_venue_line(line).numbers)["article_number"] == number

    @pytest.mark.parametrize(
        ("line", "title", "pages", "year"),
        [
            ("NeurIPS 2023", "NeurIPS 2023", "", 2023),
            ("ICLR", "ICLR", "", None),
            (
                "In Proceedings of NAACL 2019, pages 4171–4186",
                "Proceedings of NAACL 2019",
                "4171–4186",
                2019,
            ),
            ("Proc. 5th Workshop on X: 1-9", "Proc. 5th Workshop on X", "1–9", None),
            ("In: Symposium on Logic", "Symposium on Logic", "", None),
        ],
    )
    def test_proceedings(self, line: str, title: str, pages: str, year: Any) -> None:
        found = read_venue_line(line)
        assert (found.title, dict(found.numbers).get("page", ""), found.year) == (
            title,
            pages,
            year,
        )
        assert (found.kind, found.type) == ("proceedings", "paper-conference")

    @pytest.mark.parametrize(
        ("line", "title", "type", "arxiv"),
        [
            ("arXiv", "arXiv", "preprint", ""),
            ("arXiv.org preprint", "arXiv", "preprint", ""),
            ("bioRxiv preprint server", "bioRxiv", "preprint", ""),
            ("CoRR abs/2302.13971", "arXiv", "preprint", "2302.13971"),
            ("ArXiv, abs/hep-th/9901001", "arXiv", "preprint", "hep-th/9901001"),
            ("SSRN Electronic Journal", "SSRN", "preprint", ""),
            ("Cryptology ePrint Archive", "Cryptology ePrint Archive", "preprint", ""),
            ("Zenodo", "Zenodo", "", ""),
            ("OSF (preprint)", "OSF", "preprint", ""),
        ],
    )
    def test_repositories(self, line: str, title: str, type: str, arxiv: str) -> None:
        found = read_venue_line(line)
        assert (found.title, found.type, found.arxiv) == (title, type, arxiv)
        assert found.kind == "repository"

    def test_an_arxiv_path_reaches_the_work(self) -> None:
        assert work_from_record({"venue": "CoRR abs/2302.13971"}).arxiv == ArXiv("2302.13971")

    @pytest.mark.parametrize(
        ("line", "genre", "school"),
        [
            ("PhD thesis, Stanford University", "PhD thesis", "Stanford University"),
            (
                "Stanford University (Doctoral dissertation)",
                "Doctoral dissertation",
                "Stanford University",
            ),
            ("Master's thesis", "Master's thesis", ""),
            ("Dissertation at ETH Zürich", "Dissertation", "ETH Zürich"),
        ],
    )
    def test_theses(self, line: str, genre: str, school: str) -> None:
        found = read_venue_line(line)
        assert (found.type, found.genre, found.publisher) == ("thesis", genre, school)

    @pytest.mark.parametrize(
        ("line", "type"), [("MIT Press", "book"), ("Springer", "book"), ("Stanford University", "")]
    )
    def test_publishers(self, line: str, type: str) -> None:
        found = read_venue_line(line)
        assert (found.publisher, found.type, found.title) == (line, type, "")

    def test_a_publisher_of_a_known_type_says_nothing_of_it(self) -> None:
        assert read_venue_line("MIT Press", type="report").type == ""

    @pytest.mark.parametrize(
        ("line", "stated", "kind"),
        [
            ("The New York Times", "", "newspaper"),
            ("Trierischer Volksfreund", "article-newspaper", "newspaper"),
            ("IEEE Spectrum", "", "magazine"),
            ("Wired", "article-magazine", None),
            ("Cognition", "article-journal", "journal"),
            ("Cognition", "", None),
        ],
    )
    def test_by_what_is_known_of_the_work(self, line: str, stated: str, kind: Any) -> None:
        found = read_venue_line(line, type=stated)
        assert (found.title, found.kind) == (line, kind)

    @pytest.mark.parametrize("line", ["2020", "x" * (MAX_LINE + 1), "Some Odd Place"])
    def test_anything_else_is_a_title(self, line: str) -> None:
        found = read_venue_line(line)
        assert (found.title, found.kind, found.type) == (line, None, "")
        assert found.guess

    @given(hostile_text)
    def test_any_line(self, line: str) -> None:
        read_venue_line(line)
