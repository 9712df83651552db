"""Entries read as works."""

from __future__ import annotations

import pytest
from attrs import fields

from citekit.exchange.bibtex.format import bibtex
from citekit.model.dates import DateLiteral, DateRange, PartialDate
from citekit.model.identifiers import DOI, ISBN, PMID, URL, ArXiv
from citekit.model.names import NOBODY, AuthorList, Person
from citekit.model.work import Work
from citekit.tables.bibtex import FIELDS, READ_TYPES, WRITE_TYPES
from citekit.tables.types import TYPES
from citekit.text.nodes import Format, RichText, Styled


def read(body: str, kind: str = "misc") -> Work:
    loaded = bibtex.loads(f"@{kind}{{key, {body}}}")
    assert loaded.failed == ()
    return loaded.works[0]


def codes(work: Work) -> list[str]:
    return [note.code for note in work.diagnostics]


class TestTable:
    """Each row and each type names what there is."""

    def test_paths(self) -> None:
        known = {attribute.name for attribute in fields(Work)}
        assert {row.path.partition(".")[0] for row in FIELDS} <= known

    def test_types(self) -> None:
        assert set(READ_TYPES.values()) | set(WRITE_TYPES) <= TYPES
        assert {name for names in WRITE_TYPES.values() for name in names} <= set(READ_TYPES)


class TestFields:
    """Both dialects are read by the same rows."""

    def test_an_article(self) -> None:
        work = read(
            "title = {On {LLaMA}}, author = {Roe, Jane}, journal = {Nature}, year = 2023,"
            "month = feb, volume = 1, number = 2, pages = {3--4}, doi = {10.1000/a_b},"
            "issn = {0028-0836}, keywords = {a, b; c}, note = {100 \\% sure}",
            "article",
        )
        assert work == Work(
            id="key",
            type="article-journal",
            title=RichText(["On ", Styled(["LLaMA"], Format.NO_CASE)]),
            authors=[Person(family="Roe", given="Jane")],
            venue={"title": "Nature", "kind": "journal"},
            issued="2023-02",
            volume="1",
            issue="2",
            page="3–4",
            doi="10.1000/a_b",
            issn="0028-0836",
            keywords=["a", "b", "c"],
            note="100 % sure",
        )
        assert work.diagnostics == ()

    def test_biblatex_names_of_the_same_fields(self) -> None:
        old = read("journal={J}, address={A}, language={german}, annote={N}", "article")
        new = read("journaltitle={J}, location={A}, langid={ngerman}, annotation={N}", "article")
        assert old == new
        assert new.language == "de"

    @pytest.mark.parametrize(
        ("kind", "attribute"),
        [("article", "issue"), ("book", "collection_number"), ("techreport", "number")],
    )
    def test_what_number_means_depends_on_the_type(self, kind: str, attribute: str) -> None:
        assert getattr(read("number = 7", kind), attribute) == "7"

    @pytest.mark.parametrize(
        ("kind", "field"),
        [
            ("phdthesis", "school"),
            ("thesis", "institution"),
            ("techreport", "institution"),
            ("manual", "organization"),
            ("book", "publisher"),
        ],
    )
    def test_publishers(self, kind: str, field: str) -> None:
        assert str(read(f"{field} = {{P}}", kind).publisher) == "P"

    @pytest.mark.parametrize(
        ("text", "edition"), [("Second", "2"), ("2nd", "2"), ("2", "2"), ("Revised", "Revised")]
    )
    def test_editions(self, text: str, edition: str) -> None:
        assert read(f"edition = {{{text}}}", "book").edition == edition

    def test_subtitles(self) -> None:
        assert str(read("title = {Main}, subtitle = {Sub}").title) == "Main: Sub"
        assert str(read("title = {Why?}, subtitle = {Sub}").title) == "Why? Sub"

    def test_events(self) -> None:
        work = read("eventtitle={ICML}, venue={Wien}, eventdate={2020-07-01}", "inproceedings")
        assert work.event is not None
        assert (str(work.event.title), str(work.event.place)) == ("ICML", "Wien")
        assert work.event.date == PartialDate(2020, 7, 1)

    @pytest.mark.parametrize(
        ("kind", "type_field", "genre"),
        [
            ("phdthesis", "", "PhD thesis"),
            ("mastersthesis", "", "Master's thesis"),
            ("thesis", "phdthesis", "PhD thesis"),
            ("thesis", "Habilitation", "Habilitation"),
            ("thesis", "", ""),
        ],
    )
    def test_kinds_of_theses(self, kind: str, type_field: str, genre: str) -> None:
        body = f"type = {{{type_field}}}" if type_field else "title = {x}"
        assert str(read(body, kind).genre) == genre

    def test_isbns(self) -> None:
        found = read("isbn = {978-0-262-51087-5 0-262-51087-1}", "book").isbn
        assert found == (ISBN("9780262510875"),)

    def test_unknown_fields_are_kept(self) -> None:
        work = read(r"foo = {a \& {B}}, file = {:a_b.pdf:PDF}, bdsk-url-1 = {https://x/a_b}")
        assert dict(work.extra) == {
            "foo": "a & B",
            "file": ":a_b.pdf:PDF",
            "bdsk-url-1": "https://x/a_b",
        }

    def test_blank_fields_are_nothing(self) -> None:
        assert read("title = {}, author = { }, journal = {{}}", "article") == Work(
            id="key", type="article-journal"
        )

    @pytest.mark.parametrize(
        ("text", "tag"),
        [
            ("english", "en"),
            ("USenglish", "en-US"),
            ("pt-BR", "pt-BR"),
            ("langgerman", "de"),
            ("tlh", "tlh"),
        ],
    )
    def test_languages(self, text: str, tag: str) -> None:
        assert read(f"langid = {{{text}}}").language == tag

    def test_a_language_that_nobody_knows(self) -> None:
        work = read("language = {Old Klingon}")
        assert work.language == "Old Klingon"
        assert codes(work) == ["language-unknown"]


class TestVerbatim:
    """ "url, doi, file are read verbatim. A lone % is no comment in BibTeX." (bibtex-rules,
    Reader 7)"""

    def test_url(self) -> None:
        assert read("url = {https://x.y/a_b%20c~d#e}").url == URL("https://x.y/a_b%20c~d#e")

    def test_escapes_of_careless_exports(self) -> None:
        assert read(r"url = {https://x.y/a\_b\%20c}").url == URL("https://x.y/a_b%20c")

    def test_everything_but_addresses_paths_and_keys_is_latex(self) -> None:
        """ "verbatim", "uri" and "entrykey" are the data types that are not (blx-dm.def)."""
        kept = read(
            r"file={a\_b}, verba={a\_b}, ids={a\_b}, owner={Jos{\'e}}, groups={a \& b}"
        ).extra
        assert dict(kept) == {
            "file": r"a\_b",
            "verba": r"a\_b",
            "ids": r"a\_b",
            "owner": "José",
            "groups": "a & b",
        }

    def test_an_archive_and_its_class(self) -> None:
        work = read(r"eprint={2302.13971}, archiveprefix={{arXiv}}, primaryclass={cs.LG, a\_b}")
        assert work.arxiv == ArXiv("2302.13971", "cs.LG, a_b")
        assert codes(work) == []

    def test_a_url_in_a_command(self) -> None:
        assert read(r"url = {\url{https://x.y/a_b}}").url == URL("https://x.y/a_b")

    @pytest.mark.parametrize(
        ("text", "venue"),
        [
            (r"\url{https://x.y/a\_b}", None),
            (r"Site, \url{https://x.y/a_b}", "Site"),
            (r"(\url{https://x.y/a_b}).", None),
        ],
    )
    def test_howpublished(self, text: str, venue: str | None) -> None:
        work = read(f"howpublished = {{{text}}}")
        assert work.url == URL("https://x.y/a_b")
        assert (None if work.venue is None else str(work.venue)) == venue

    def test_percent(self) -> None:
        assert str(read("title = {50% of it}").title) == "50% of it"


class TestPreprints:
    """ "Google Scholar: @article, journal={arXiv preprint arXiv:2302.13971}; DBLP: journal =
    {CoRR}, volume = {abs/2302.13971}; arXiv: @misc, eprint, archivePrefix, primaryClass." (bibtex-
    rules, "LLaMA as others emit it")"""

    @pytest.mark.parametrize(
        ("kind", "body"),
        [
            ("article", "journal={arXiv preprint arXiv:2302.13971}"),
            ("article", "journal={ArXiv}, volume={abs/2302.13971}"),
            (
                "article",
                "journal={CoRR}, volume={abs/2302.13971}, eprinttype={arXiv},eprint={2302.13971}",
            ),
            ("misc", "eprint={2302.13971}, archivePrefix={arXiv}"),
            ("online", "eprint={2302.13971}, eprinttype={arxiv}"),
            ("misc", "eprint={arXiv:2302.13971}"),
        ],
    )
    def test_each(self, kind: str, body: str) -> None:
        work = read(body, kind)
        assert (work.type, work.arxiv, str(work.venue)) == (
            "preprint",
            ArXiv("2302.13971"),
            "arXiv",
        )
        assert (work.volume, dict(work.extra)) == ("", {})

    def test_the_class(self) -> None:
        work = read("eprint={2302.13971}, archivePrefix={arXiv}, primaryClass={cs.CL}")
        assert work.arxiv is not None
        assert work.arxiv.primary_class == "cs.CL"

    def test_old_numbers_need_the_class(self) -> None:
        work = read("eprint={9603067}, archivePrefix={arXiv}, primaryClass={hep-th}")
        assert work.arxiv == ArXiv("hep-th/9603067", "hep-th")

    def test_a_published_article_with_an_eprint_stays_one(self) -> None:
        work = read("journal={Nature}, eprint={2302.13971}, eprinttype={arxiv}", "article")
        assert (work.type, work.arxiv) == ("article-journal", ArXiv("2302.13971"))

    @pytest.mark.parametrize(
        "body",
        [
            "journal={arXiv}",
            "journal={CoRR}, volume=3",
            "journal={arXiv preprint arXiv:9999.99999999}",
        ],
    )
    def test_without_a_number_nothing_is_known(self, body: str) -> None:
        assert read(body, "article").type == "article-journal"

    @pytest.mark.parametrize("kind", ["pubmed", "PubMed"])
    def test_other_archives(self, kind: str) -> None:
        assert read(f"eprint={{123}}, eprinttype={{{kind}}}").pmid == PMID("123")

    def test_unknown_archives_are_kept(self) -> None:
        work = read("eprint={a_b}, eprinttype={hdl}, primaryclass={x}")
        assert dict(work.extra) == {"eprint": "a_b", "eprinttype": "hdl", "primaryclass": "x"}

    def test_a_number_that_is_none(self) -> None:
        work = read("eprint={x}, archiveprefix={arXiv}")
        assert dict(work.extra) == {"eprint": "x", "archiveprefix": "arXiv"}
        assert codes(work) == ["invalid-value", "kept-in-extra", "kept-in-extra"]
        assert codes(read("eprint={x}")) == ["kept-in-extra"]


class TestNobody:
    """Found by the fuzz: what is kept of a list of nobody was written with an empty name."""

    @pytest.mark.parametrize(
        "names", ["{} and others", "{}, {} and others", "{} and {} and others"]
    )
    def test_the_words_are_kept_without_names_of_nothing(self, names: str) -> None:
        work = read(f"author={{{names}}}")
        assert dict(work.extra) == {"author": "others"}
        assert [each.severity for each in work.diagnostics] == ["warning"]


class TestEprintClasses:
    """Found by the fuzz: the class that did not count was lost in silence."""

    @pytest.mark.parametrize(
        "fields",
        [
            "eprint={2302.13971}, primaryclass={cs.LG}, eprintclass={foo}",
            "eprint={123456}, eprinttype={pubmed}, eprintclass={foo}",
        ],
    )
    def test_one_that_does_not_count_is_kept_and_told(self, fields: str) -> None:
        work = read(fields)
        assert dict(work.extra) == {"eprintclass": "foo"}
        (told,) = work.diagnostics
        assert (told.code, told.field) == ("bibtex-field-unused", "eprintclass")

    def test_the_same_twice_is_one(self) -> None:
        work = read("eprint={2302.13971}, primaryclass={cs.LG}, eprintclass={cs.LG}")
        assert not work.extra
        assert not work.diagnostics


class TestDates:
    """ "year = {in press}, ranges, date = {2020-02/2020-03}, 2023?: keep the literal."
    (bibtex-rules, Reader 8)"""

    def test_literal(self) -> None:
        work = read("year = {199x}")
        assert work.issued == DateLiteral("199x", status=False)
        assert codes(work) == ["date-literal"]

    def test_a_month_that_is_none(self) -> None:
        work = read("year = {1990}, month = {Michaelmas}")
        assert (work.issued, work.extra["month"]) == (PartialDate(1990), "Michaelmas")
        assert codes(work) == ["date-literal"]

    def test_date_goes_before_year(self) -> None:
        both = DateRange(PartialDate(2020, 2), PartialDate(2020, 3))
        work = read("date = {2020-02/2020-03}, year = 1999, month = jan")
        assert (work.issued, dict(work.extra)) == (both, {"year": "1999", "month": "January"})
        assert codes(work) == ["bibtex-field-unused"] * 2
        for same in ("year = 2020", "year = 2020, month = feb"):
            work = read("date = {2020-02/2020-03}, " + same)
            assert (work.issued, dict(work.extra), codes(work)) == (both, {}, [])

    def test_other_dates(self) -> None:
        work = read("urldate = {2020-01-02}, origdate = {Lent}")
        assert work.accessed == PartialDate(2020, 1, 2)
        assert work.original_date == DateLiteral("Lent", status=False)
        assert codes(work) == ["date-literal"]

    def test_status(self) -> None:
        assert read("pubstate = {inpress}").issued == DateLiteral("in press", status=True)
        work = read("pubstate = {inpress}, year = 2020")
        assert (str(work.status), work.issued) == ("in press", PartialDate(2020))


class TestInvalid:
    """ "Loaders of foreign records keep an invalid value as a literal with a Diagnostic." (DESIGN,
    Promises 5)"""

    def test_identifiers(self) -> None:
        work = read("doi = {not a doi}, isbn = {123, 456}, url = {x}")
        assert work.doi is None
        assert dict(work.extra) == {"doi": "not a doi", "isbn": "123, 456", "url": "x"}
        assert codes(work) == ["invalid-value"] * 3

    def test_names(self) -> None:
        work = read("author = {others}")
        assert (work.authors, dict(work.extra)) == (NOBODY, {"author": "others"})
        assert codes(work) == ["invalid-value"]

    def test_types(self) -> None:
        work = read("title = {x}", "foo")
        assert (work.type, work.extra["entrytype"]) == ("document", "foo")
        assert codes(work) == ["bibtex-unknown-type"]

    def test_no_key(self) -> None:
        (work,) = bibtex.loads("@book{, title = {x}}")
        assert work.id is None
        assert codes(work) == ["bibtex-no-key"]

    def test_second_values_for_one_attribute(self) -> None:
        work = read("publisher = {P}, institution = {I}", "techreport")
        assert (str(work.publisher), dict(work.extra)) == ("P", {"institution": "I"})

    def test_notes_name_the_work(self) -> None:
        (note,) = read(r"title = {\foo x}").diagnostics
        assert (note.work, note.code) == ("key", "latex-unknown-command")


class TestOthers:
    """ "`others` as the last name means truncated." (bibtex-rules, Reader 4)"""

    def test_it(self) -> None:
        names = read("author = {Roe, Jane and others}").authors
        assert names == AuthorList(listed=[Person(family="Roe", given="Jane")], complete=False)


class TestIdentifiersInOrder:
    """What a DOI field holds may be an address."""

    def test_doi(self) -> None:
        assert read("doi = {https://doi.org/10.1000/x}").doi == DOI("10.1000/x")


def test_a_month_that_nobody_understands_is_kept_beside_a_date() -> None:
    """Found by the fuzz: it was lost in silence where `date` has the year already."""
    (work,) = bibtex.loads(
        "@article{x, title = {T}, date = {2020}, year = 2020, month = {zzhaa}}"
    ).works
    assert work.extra == {"month": "zzhaa"}
    assert [each.code for each in work.diagnostics] == ["bibtex-field-unused"]
    (other,) = bibtex.loads("@article{x, title = {T}, date = {2020-02}, month = feb}").works
    assert (dict(other.extra), other.diagnostics) == ({}, ())
