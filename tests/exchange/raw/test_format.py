"""Raw records: what pages say, line by line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit import markup
from citekit.api.formats import exchange_format
from citekit.errors import CitekitError, InvalidValueError, OptionError, ReadError
from citekit.exchange.raw.format import ALIASES, loads, work_from_record
from citekit.keys.generator import keys
from citekit.model.dates import DateLiteral, PartialDate
from citekit.model.identifiers import ArXiv
from citekit.model.names import Organization
from citekit.model.venue import Venue
from citekit.model.work import Work
from strategies import hostile_text, json_values

RECORDS = Path(__file__).parents[3] / "examples" / "records.json"


def read(**record: Any) -> Work:
    return work_from_record(record)


def codes(work: Work) -> set[str]:
    return {each.code for each in work.diagnostics}


@pytest.fixture(scope="module")
def page() -> tuple[Work, ...]:
    loaded = loads(RECORDS.read_text("utf-8"))
    assert not loaded.failed
    return loaded.works


class TestTheFourRecords:
    """ "`examples/records.json` holds the four records of the page as the page states them (raw
    author line, raw date line, raw venue line; nothing pre-chewed)" (issue 2)"""

    def test_llama(self, page: tuple[Work, ...]) -> None:
        """ "14 authors …, none invented, the team note kept as a note and printed nowhere as an
        author" """
        work = page[0]
        assert work.type == "preprint"
        assert work.issued == PartialDate(2023, 2, 27)
        assert work.arxiv == ArXiv("2302.13971")
        assert work.venue == Venue(title="arXiv", kind="repository")
        assert (len(work.authors), work.authors.complete, work.authors.total) == (14, True, 14)
        assert [each.literal for each in work.authors][::13] == ["Hugo Touvron", "Guillaume Lample"]
        assert work.authors.note == "Meta AI / GenAI team"
        assert not work.volume + work.page + work.number

    def test_segment_anything(self, page: tuple[Work, ...]) -> None:
        """ "three authors, a conference …. The label "AI2023" on the page is a topic and a
        year." """
        work = page[1]
        assert work.type == "paper-conference"
        assert work.issued == PartialDate(2023)
        title = "IEEE/CVF International Conference on Computer Vision (ICCV)"
        assert work.venue == Venue(title=title, kind="proceedings")
        assert [each.literal for each in work.authors] == [
            "Alexander Kirillov",
            "Eric Mintun",
            "Nikhila Ravi",
        ]
        assert work.extra["topic"] == ("AI",)
        assert {"label-split", "venue-guessed", "page-note"} <= codes(work)

    def test_gpt_4(self, page: tuple[Work, ...]) -> None:
        work = page[2]
        assert work.type == "preprint"
        assert work.authors.listed == (Organization(name="OpenAI"),)
        assert work.arxiv is None
        assert work.venue == Venue(title="arXiv", kind="repository")
        assert work.extra["access"] == ("Open access",)

    def test_lora(self, page: tuple[Work, ...]) -> None:
        """ "LoRA: four listed + others unknown" """
        work = page[3]
        assert (len(work.authors), work.authors.complete) == (4, False)
        assert work.issued == PartialDate(2022)
        title = "International Conference on Learning Representations (ICLR 2022)"
        assert work.venue == Venue(title=title, kind="proceedings")
        assert "year-contradicted" not in codes(work)

    def test_keys(self, page: tuple[Work, ...]) -> None:
        assert keys(page) == (
            "touvron2023llama",
            "kirillov2023segment",
            "openai2023gpt4",
            "hu2022lora",
        )

    def test_nothing_of_the_page_is_dropped(self, page: tuple[Work, ...]) -> None:
        for record, work in zip(json.loads(RECORDS.read_text("utf-8")), page, strict=True):
            assert str(work.title) == record["title"]
            assert str(work.abstract) == record["abstract"]
            assert work.authors.source == record["authors"]


class TestPieces:
    """ "Facts lines are split at middle dots/pipes and each piece is classified" """

    @pytest.mark.parametrize("mark", [" · ", " | ", " • ", "|", "\n", " ‧ "])
    def test_marks(self, mark: str) -> None:
        line = mark.join(["Published 27 February 2023", "Nature", "Journal article", "Open access"])
        work = read(title="T", details=line)
        assert work.issued == PartialDate(2023, 2, 27)
        assert work.venue == Venue(title="Nature", kind="journal")
        assert work.type == "article-journal"
        assert work.extra == {"access": ("Open access",)}

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("Preprint", "preprint"),
            ("JOURNAL ARTICLE", "article-journal"),
            ("Conference paper", "paper-conference"),
            ("Thesis", "thesis"),
            ("[Dataset]", "dataset"),
            ("Book chapter", "chapter"),
            ("Software.", "software"),
        ],
    )
    def test_type_words(self, word: str, expected: str) -> None:
        assert read(details=word).type == expected
        assert read(type=word).type == expected

    def test_a_thesis_word_is_the_genre(self) -> None:
        work = read(details="PhD thesis · Stanford University")
        assert (work.type, str(work.genre), str(work.publisher)) == (
            "thesis",
            "PhD thesis",
            "Stanford University",
        )

    @pytest.mark.parametrize(
        "note", ["Open access", "PDF", "Peer reviewed", "Closed Access", "(HTML)"]
    )
    def test_access(self, note: str) -> None:
        work = read(venue=f"Nature {note}")
        assert work.venue == Venue(title="Nature", kind="journal")
        assert work.extra["access"] == (note.strip("()"),)
        assert "page-note" in codes(work)

    def test_several_notes(self) -> None:
        work = read(venue="Nature Open access PDF", details="Peer reviewed")
        assert work.extra["access"] == ("Peer reviewed", "PDF", "Open access")

    @pytest.mark.parametrize("title", ["Journal of PDF", "Open access"])
    def test_a_note_is_a_word_of_its_own_at_the_end(self, title: str) -> None:
        assert read(venue=f"x{title}y").venue == Venue(title=f"x{title}y")

    @pytest.mark.parametrize(
        ("piece", "name", "value"),
        [
            ("arXiv:2302.13971v2 [cs.CL]", "arxiv", "2302.13971v2"),
            ("https://doi.org/10.1000/182", "doi", "10.1000/182"),
            ("PMID: 11797025", "pmid", "11797025"),
            ("https://example.org/x", "url", "https://example.org/x"),
        ],
    )
    def test_identifiers(self, piece: str, name: str, value: str) -> None:
        work = read(title="T", details=piece)
        assert str(getattr(work, name)) == value
        assert work.venue is None

    def test_the_class_of_an_arxiv_identifier(self) -> None:
        work = read(details="arXiv:2302.13971 [cs.CL]")
        assert work.arxiv == ArXiv("2302.13971", "cs.CL")

    def test_identifiers_in_a_venue_line(self) -> None:
        work = read(venue="Nature 521, 436–444 (ISSN 0028-0836), doi:10.1038/nature14539")
        assert (work.volume, work.page) == ("521", "436–444")
        assert [str(each) for each in work.issn] == ["0028-0836"]
        assert str(work.doi) == "10.1038/nature14539"

    def test_an_orcid_is_nobodys(self) -> None:
        work = read(title="T", details="https://orcid.org/0000-0002-1825-0097")
        assert work.extra == {"orcid": ("0000-0002-1825-0097",)}

    @pytest.mark.parametrize(
        ("piece", "field"),
        [
            ("Published 3 May 2020", "issued"),
            ("3 May 2020", "issued"),
            ("Submitted 3 May 2020", "submitted"),
            ("Retrieved on 3 May 2020", "accessed"),
            ("Available online: 3 May 2020", "available_date"),
        ],
    )
    def test_dates(self, piece: str, field: str) -> None:
        assert getattr(read(title="T", details=piece), field) == PartialDate(2020, 5, 3)

    def test_a_date_without_a_field(self) -> None:
        work = read(title="T", published="Accepted 3 May 2020")
        assert work.issued is None
        assert work.extra == {"dates": ("Accepted 3 May 2020",)}
        assert "date-kept-in-extra" in codes(work)

    def test_no_date(self) -> None:
        work = read(title="T", published="n.d.")
        assert work.issued is None
        assert "no-date" in codes(work)

    def test_what_is_no_date(self) -> None:
        work = read(title="T", published="whenever")
        assert work.issued == DateLiteral("whenever", status=False)
        assert "date-kept-literal" in codes(work)

    def test_a_date_after_what_is_none(self) -> None:
        work = read(title="T", published="whenever · 2020")
        assert work.issued == PartialDate(2020)

    @pytest.mark.parametrize("published", [2020, "2020", "AI2020", "Computer Vision2020"])
    def test_years(self, published: Any) -> None:
        assert read(title="T", published=published).issued == PartialDate(2020)

    @pytest.mark.parametrize("label", ["AI 2023x", "AI20233", "AI-2023", "2023AI", "GPT2"])
    def test_no_label(self, label: str) -> None:
        assert "label-split" not in codes(read(title="T", details=label))

    def test_a_conference_and_its_year_are_no_label(self) -> None:
        work = read(title="T", details="ICLR2022")
        assert work.venue == Venue(title="ICLR2022", kind="proceedings")
        assert work.issued == PartialDate(2022)
        assert "date-guessed" in codes(work)

    def test_a_second_venue_is_kept(self) -> None:
        work = read(title="T", details="Nature · Something else")
        assert work.extra == {"details": ("Something else",)}
        assert "kept-in-extra" in codes(work)

    def test_a_huge_line_is_kept(self) -> None:
        line = "a · " * 500_000
        work = read(title="T", details=line)
        assert work.extra["details"].strip() == line.strip()


class TestContradictions:
    """ "contradictions (year in the venue vs date) are diagnostics" """

    def test_years(self) -> None:
        work = read(venue="NeurIPS 2021", published="2020")
        assert work.issued == PartialDate(2020)
        assert "year-contradicted" in codes(work)

    def test_a_date_that_is_no_date_is_no_contradiction(self) -> None:
        assert "year-contradicted" not in codes(read(venue="NeurIPS 2021", published="in press"))

    def test_dates(self) -> None:
        work = read(title="T", details="3 May 2020 · 4 June 2021")
        assert work.issued == PartialDate(2020, 5, 3)
        assert work.extra == {"dates": ("2021-06-04",)}
        assert "date-contradicted" in codes(work)

    @pytest.mark.parametrize(
        "line", ["2020 · 3 May 2020", "3 May 2020 · 2020", "May 2020 · 3 May 2020"]
    )
    def test_the_more_exact_of_two_dates_that_agree(self, line: str) -> None:
        work = read(title="T", details=line)
        assert work.issued == PartialDate(2020, 5, 3)
        assert "date-contradicted" not in codes(work)

    @pytest.mark.parametrize(
        "line", ["2019/2020 · 3 May 2021", "3 May 2021 · 2019/2020", "in press · soonish"]
    )
    def test_ranges_and_words(self, line: str) -> None:
        assert read(title="T", published=line).issued is not None

    @pytest.mark.parametrize("line", ["2019/2020 · 2019/2020", "in press · in press"])
    def test_the_same_twice_is_no_contradiction(self, line: str) -> None:
        assert "date-contradicted" not in codes(read(title="T", published=line))

    def test_what_is_kept_shows_the_open_end(self) -> None:
        work = read(title="T", published="2018 · 2019/.. · 2001/2002")
        assert work.extra["dates"] == ("2019/..", "2001/2002")

    def test_types(self) -> None:
        work = read(venue="NeurIPS 2021", details="Journal article · Thesis")
        assert work.type == "article-journal"
        assert [each.code for each in work.diagnostics].count("type-contradicted") == 2
        assert work.extra["types"] == ("Thesis",)

    def test_identifiers(self) -> None:
        work = read(arxiv="2302.13971", venue="arXiv:2302.13972", title="T")
        assert work.arxiv == ArXiv("2302.13971")
        assert work.extra == {"arxiv": ("2302.13972",)}
        assert "identifier-contradicted" in codes(work)

    def test_the_type_of_the_record_comes_first(self) -> None:
        assert read(type="report", details="Preprint").type == "report"


class TestKeysOfRecords:
    """ "Unknown key in a raw record: kept in extra with Diagnostic" """

    def test_every_field(self) -> None:
        work = read(
            id=7,
            title="T",
            authors="A. Doe",
            editors="E. Roe",
            doi="10.1000/182",
            arxiv="2302.13971",
            isbn="9780262510875",
            issn=["0028-0836"],
            pmid=11797025,
            pmcid="PMC2840020",
            url="https://example.org",
            abstract="An abstract",
            keywords=["a", "b"],
            language="en",
            publisher="P",
            note="N",
            type="article",
            venue="Nature",
            published="2020",
            topic="AI",
        )
        assert (work.id, work.type, work.keywords) == ("7", "article", ("a", "b"))
        assert work.extra == {"topic": ("AI",)}
        assert str(work.pmid) == "11797025"

    @pytest.mark.parametrize(("alias", "name"), sorted(ALIASES.items()))
    def test_aliases(self, alias: str, name: str) -> None:
        values = {"published": "2020", "url": "https://example.org"}
        value = values.get(name, "Ada Doe")
        assert read(**{alias: value, "title": "T"}) == read(**{name: value, "title": "T"})

    def test_a_key_given_twice(self) -> None:
        work = read(authors="A. Doe", author="B. Roe")
        assert len(work.authors) == 1
        assert work.extra == {"author": "B. Roe"}

    def test_an_unknown_key(self) -> None:
        work = read(title="T", titel="X", views=3)
        assert work.extra == {"titel": "X", "views": 3}
        assert "did you mean 'title'" in " ".join(map(str, work.diagnostics))

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("doi", "none"),
            ("authors", "et al."),
            ("title", {"a": 1}),
            ("published", [2020]),
            ("venue", True),
            ("type", "Thing"),
            ("type", [1]),
            ("topic", 7),
            ("language", 7),
            ("keywords", 7),
        ],
    )
    def test_what_cannot_be_read_is_kept(self, name: str, value: Any) -> None:
        work = read(**{"note": "n", name: value})
        assert name in work.extra
        assert "kept-in-extra" in codes(work)

    def test_a_str_is_read_as_pages_have_it(self) -> None:
        assert read(title="a <i>b</i> c").title == markup("a <i>b</i> c")

    def test_diagnostics_name_the_work(self) -> None:
        assert {each.work for each in read(title="T", x=1).diagnostics} == {"T"}

    def test_an_unknown_kind_of_work_is_told(self) -> None:
        assert "type-unknown" in codes(read(title="T"))

    @given(
        st.dictionaries(
            st.sampled_from(
                "title authors published venue details type doi url isbn topic keywords x".split()
            ),
            json_values | hostile_text | st.sampled_from(["AI2020", "Nature 5(2), 3", "et al."]),
            max_size=6,
        )
    )
    @settings(max_examples=150, deadline=None)
    def test_any_record_is_read_or_refused(self, record: dict[str, Any]) -> None:
        try:
            work = work_from_record(record)
        except CitekitError:
            return
        assert work == work_from_record(dict(reversed(record.items())))


class TestFiles:
    """ "One bad record does not stop the file" (issue 2, part 11)"""

    def test_failed_records(self) -> None:
        loaded = loads('[{"title": "A"}, {}, 7, {"title": ""}, {"title": "B"}]')
        assert [str(work.title) for work in loaded] == ["A", "B"]
        assert [each.index for each in loaded.failed] == [1, 2, 3]
        assert all(isinstance(each.error, InvalidValueError) for each in loaded.failed)

    @pytest.mark.parametrize("text", ['{"title": "A"}', '{"records": [{"title": "A"}]}'])
    def test_shapes(self, text: str) -> None:
        assert len(loads(text)) == 1

    @pytest.mark.parametrize("text", ["", "7", '"x"', "[,]"])
    def test_no_records(self, text: str) -> None:
        with pytest.raises(ReadError):
            loads(text)

    def test_they_are_only_read(self) -> None:
        with pytest.raises(OptionError, match="csl_json"):
            exchange_format("raw").dumps([])
