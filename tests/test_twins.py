"""One question, one answer, at every door.

A work comes in by the constructor, as BibTeX, as CSL-JSON or as a raw record. What one entrance
understands, all of them do: there is one reader for each thing that is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit import AuthorList, Organization, Person, Work
from citekit.parsing.pages import PageRangeFormat, format_page_range
from citekit.styles.csl.compile.numeric.ranges import page_ranges


def bibtex(**fields: str) -> Work:
    body = ", ".join(f"{name} = {{{text}}}" for name, text in fields.items())
    return citekit.loads(f"@book{{k, {body}}}", "bibtex").works[0]


def csl_json(**fields: Any) -> Work:
    item = {"id": "k", "type": "book", **fields}
    return citekit.loads(json.dumps([item]), "csl_json").works[0]


def raw(**fields: str) -> Work:
    return citekit.loads(json.dumps([{"id": "k", "type": "book", **fields}]), "raw").works[0]


DOE: Final = Person(family="Doe", given="John")
ROE: Final = Person(family="Roe", given="Jane")

LAST_NAMES: Final[Mapping[str, Callable[[str], AuthorList]]] = MappingProxyType(
    {
        "line": lambda last: AuthorList.parse(f"Jane Roe, John Doe, {last}"),
        "list": lambda last: Work(authors=["Jane Roe", "John Doe", last]).authors,
        "bibtex": lambda last: bibtex(author=f"Roe, Jane and Doe, John and {last}").authors,
        "bibtex in braces": lambda last: (
            bibtex(author=f"Roe, Jane and Doe, John and {{{last}}}").authors
        ),
        "author line in braces": lambda last: AuthorList.parse(
            f"Roe, Jane and Doe, John and {{{last}}}"
        ),
        "csl-json": lambda last: (
            csl_json(
                author=[
                    {"family": "Roe", "given": "Jane"},
                    {"family": "Doe", "given": "John"},
                    {"literal": last},
                ]
            ).authors
        ),
        "csl-json line": lambda last: csl_json(author=f"Jane Roe, John Doe, {last}").authors,
        "raw": lambda last: raw(authors=f"Jane Roe, John Doe, {last}").authors,
    }
)


class TestOthers:
    """ "and others" in whatever words: nobody is made of them, and what they say is kept."""

    @pytest.mark.parametrize("door", LAST_NAMES)
    @pytest.mark.parametrize(
        ("last", "total"),
        [
            ("others", None),
            ("and others", None),
            ("et al.", None),
            ("u.a.", None),
            ("y otros", None),
            ("и др.", None),
            ("11 others", 13),
            ("+11 more", 13),
            ("First 2 of 14 authors listed", 14),
        ],
    )
    def test_at_the_end(self, door: str, last: str, total: int | None) -> None:
        expected = AuthorList(listed=[ROE, DOE], complete=False, total=total)
        assert LAST_NAMES[door](last) == expected

    @pytest.mark.parametrize("door", LAST_NAMES)
    def test_with_a_name_before(self, door: str) -> None:
        found = LAST_NAMES[door]("Ann Poe et al.")
        poe = Person(family="Poe", given="Ann")
        assert found == AuthorList(listed=[ROE, DOE, poe], complete=False)

    @pytest.mark.parametrize("last", [r"\emph{et al.}", r"{\em et al.}", "et~al.", r"\& al."])
    def test_in_latex(self, last: str) -> None:
        found = bibtex(author=f"Roe, Jane and Doe, John and {last}").authors
        assert found == AuthorList(listed=[ROE, DOE], complete=False)

    @pytest.mark.parametrize(
        "found",
        [
            AuthorList.parse("Jane Roe, …, John Doe"),
            Work(authors=["Jane Roe", ..., "John Doe"]).authors,
            bibtex(author="Roe, Jane and ... and Doe, John").authors,
            csl_json(author=[{"literal": "Jane Roe"}, {"literal": "…"}, {"literal": "X"}]).authors,
            raw(authors="Jane Roe, ..., John Doe").authors,
        ],
    )
    def test_a_gap(self, found: AuthorList) -> None:
        assert (found.complete, found.gap, len(found)) == (False, 1, 2)

    @pytest.mark.parametrize(
        "found",
        [
            AuthorList.parse("A B, C D, et al."),
            bibtex(author="{A B, C D, et al.}").authors,
            raw(authors="A B, C D, et al.").authors,
            Work(authors=["A B", "C D", "et al."]).authors,
        ],
    )
    def test_names_of_initials(self, found: AuthorList) -> None:
        listed = [Person(family="B", given="A"), Person(family="D", given="C")]
        assert found == AuthorList(listed=listed, complete=False)

    def test_it_is_reported_at_every_door(self) -> None:
        for work in (
            Work(authors="Jane Roe, John Doe, et al."),
            bibtex(author="Roe, Jane and Doe, John and others"),
            csl_json(author=[{"family": "Roe"}, {"literal": "et al."}]),
            raw(authors="Jane Roe, et al."),
        ):
            assert {each.severity for each in work.diagnostics} >= {"warning"}

    @given(st.sampled_from(["others", "Cats and more", "Roe et al.", "First 2 of 3 authors"]))
    def test_what_is_written_is_one_name(self, name: str) -> None:
        """An organization may be called "Cats and more"; BibTeX says so with two braces."""
        work = Work(id="k", type="book", authors=[Organization(name=name)])
        for form in ("bibtex", "csl_json"):
            (back,) = citekit.loads(citekit.dumps(work, form), form).works
            assert back.authors == work.authors, form

    @pytest.mark.parametrize("style", ["apa", "csl:apa", "bibtex"])
    def test_no_style_shows_a_sentence_as_an_author(self, style: str) -> None:
        work = bibtex(
            author="Roe, Jane and Doe, John and {First 2 of 14 authors listed}", title="T"
        )
        shown = citekit.format(work, style)
        assert "First 2" not in shown
        assert "others" in shown or "et al" in shown


TITLES: Final[Mapping[str, Callable[[str], Work]]] = MappingProxyType(
    {
        "bibtex": lambda text: bibtex(title=text),
        "csl-json": lambda text: csl_json(title=text),
        "raw": lambda text: raw(title=text),
    }
)
NAMES: Final[Mapping[str, Callable[[str], AuthorList]]] = MappingProxyType(
    {
        "line": AuthorList.parse,
        "list": lambda name: Work(authors=[name]).authors,
        "one name": lambda name: AuthorList(listed=[Person.parse(name)]),
        "bibtex": lambda name: bibtex(author=name).authors,
        "csl-json line": lambda name: csl_json(author=name).authors,
        "csl-json list": lambda name: csl_json(author=[name]).authors,
        "raw": lambda name: raw(authors=name).authors,
    }
)


class TestForeignText:
    """Tags are understood or dropped, entities decoded once, white space is folded."""

    @pytest.mark.parametrize("door", TITLES)
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("Precision    measurement .", "Precision measurement."),
            ("Tom &amp; Jerry", "Tom & Jerry"),
            (r"Jos&eacute; &#233; &#xe9;", "José é é"),
            ("1 &amp;lt; 2", "1 &lt; 2"),
            ("<p>On <em>E. coli</em> .</p>", "On E. coli."),
            ("a<br/>b", "a b"),
            ("<jats:italic>E. coli</jats:italic> <jats:sec>x</jats:sec>", "E. coli x"),
            ("a < b and c > d", "a < b and c > d"),
            ("R&D; wait . . . the .NET way", "R&D; wait . . . the .NET way"),
        ],
    )
    def test_titles(self, door: str, text: str, shown: str) -> None:
        work = TITLES[door](text)
        assert str(work.title) == shown
        again = {"bibtex": "bibtex", "csl-json": "csl_json"}.get(door)
        if again:
            (back,) = citekit.loads(citekit.dumps(work, again), again).works
            assert str(back.title) == shown

    @pytest.mark.parametrize("door", TITLES)
    @pytest.mark.parametrize("tag", ["i", "em", "EM", "italic", "jats:italic"])
    def test_tags_that_are_understood(self, door: str, tag: str) -> None:
        work = TITLES[door](f"On <{tag}>E. coli</{tag}>")
        assert work.title == citekit.markup("On <i>E. coli</i>")

    def test_a_string_given_to_a_constructor_is_literal(self) -> None:
        text = "On <script> &amp; <i>other</i>  tags ."
        work = Work(id="k", type="book", title=text, note=text, authors="Jane Roe")
        assert str(work.title) == "On <script> &amp; <i>other</i> tags ."
        for form in ("bibtex", "csl_json"):
            (back,) = citekit.loads(citekit.dumps(work, form), form).works
            assert str(back.title) in (str(work.title), str(work.title).replace(" .", "."))
            assert all(isinstance(node, str) for node in back.note.nodes), form

    @pytest.mark.parametrize("door", NAMES)
    def test_names(self, door: str) -> None:
        expected = AuthorList(listed=[Person(family="Pérez", given="José")])
        assert NAMES[door]("Jos&eacute; P&eacute;rez") == expected
        assert NAMES[door]("<b>Jos&#233;</b> <a href='x'>P&eacute;rez</a>") == expected

    @pytest.mark.parametrize("door", LAST_NAMES)
    def test_et_al_in_italics(self, door: str) -> None:
        expected = AuthorList(listed=[ROE, DOE], complete=False)
        assert LAST_NAMES[door]("<em>et al.</em>") == expected

    @pytest.mark.parametrize("door", ["bibtex", "csl-json"])
    @pytest.mark.parametrize("field", ["publisher", "note"])
    def test_other_texts(self, door: str, field: str) -> None:
        work = {"bibtex": bibtex, "csl-json": csl_json}[door](**{field: "A &amp; B<sub>2</sub>"})
        assert str(getattr(work, field)) == "A & B2"

    def test_lines_of_raw_records(self) -> None:
        work = raw(venue="<i>Tom &amp; Jerry</i> 12, 3&ndash;5 (2020)")
        assert work.venue is not None
        assert (str(work.venue.title), work.page) == ("Tom & Jerry", "3–5")


class TestDates:
    """A date in words is the same date, whatever field its parts stand in."""

    @pytest.mark.parametrize(
        ("words", "year"),
        [
            ("3. Dezember", 2020),
            ("7 mai", 2020),
            ("27 February", 2023),
            ("March–April", 2020),
            ("Mai/Juni", 2020),
            ("Frühjahr", 2020),
            ("2–5 May", 2020),
            ("Sept.", 2020),
        ],
    )
    def test_words(self, words: str, year: int) -> None:
        expected = Work(issued=f"{words} {year}").issued
        assert bibtex(year=str(year), month=words).issued == expected
        assert bibtex(date=f"{words} {year}").issued == expected
        assert csl_json(issued=f"{words} {year}").issued == expected
        assert csl_json(issued={"raw": f"{words} {year}"}).issued == expected
        assert raw(published=f"{words} {year}").issued == expected
        for day, _, month in (words.partition(" "),):
            if day.rstrip(".").isdecimal():
                assert bibtex(year=str(year), month=month, day=day).issued == expected

    @pytest.mark.parametrize("month", ["March and April", "March & April", "March April"])
    def test_two_months_of_an_issue(self, month: str) -> None:
        assert bibtex(year="2020", month=month).issued == Work(issued="March–April 2020").issued

    def test_a_day_that_the_year_does_not_have(self) -> None:
        work = bibtex(year="1900", month="29 February")
        assert work.issued == Work(issued=1900).issued
        assert work.extra["month"] == "29 February"


class TestScripts:
    """A name is East Asian to every style, or to none."""

    @pytest.mark.parametrize(
        ("family", "given"),
        [("佐々木", "太郎"), ("李", "明"), ("김", "철수"), ("髙橋", "さくら"), ("𠮷田", "ゆゝ")],
    )
    def test_family_first(self, family: str, given: str) -> None:
        person = Person(family=family, given=given)
        assert str(person) == family + given
        work = Work(id="k", type="book", title="T", authors=[person], issued=2020)
        for style in ("apa", "csl:apa", "csl:nature", "csl:chicago-author-date"):
            assert family + given in citekit.format(work, style), style

    @pytest.mark.parametrize("family", ["Sasaki", "Толстой"])
    def test_others(self, family: str) -> None:
        person = Person(family=family, given="T.")
        work = Work(id="k", type="book", title="T", authors=[person], issued=2020)
        for style in ("apa", "csl:apa"):
            assert f"{family}, T." in citekit.format(work, style), style


class TestEditions:
    """An edition is read by one reader; who words it asks that one."""

    @pytest.mark.parametrize(
        "text",
        [
            "2",
            "2nd",
            "2nd ed.",
            "Second edition",
            "Zweite Auflage",
            "2. Aufl.",
            "2e éd.",
            "2-е изд.",
        ],
    )
    def test_a_number(self, text: str) -> None:
        for work in (
            Work(id="k", type="book", title="T", edition=text),
            bibtex(title="T", edition=text),
            csl_json(title="T", edition=text),
        ):
            assert "T (2nd ed.)" in citekit.format(work, "apa")
            assert "edition = {Second}" in citekit.dumps(work, "bibtex")
            assert "edition = {2}" in citekit.dumps(work, "biblatex")

    @pytest.mark.parametrize("text", ["2", "2nd", "2e", "2ème", "2º"])
    @pytest.mark.parametrize(
        ("style", "shown"),
        [
            ("csl:apa", "(2nd ed.)"),
            ("csl:din-1505-2", "2. Aufl."),
            ("csl:gost-r-7-0-5-2008-numeric", "2-е изд."),
            ("csl:gost-r-7-0-5-2008", "Вып. 2."),
        ],
    )
    def test_each_style_words_it_in_its_language(self, text: str, style: str, shown: str) -> None:
        work = Work(id="k", type="book", title="T", authors="Jane Roe", edition=text)
        assert shown in citekit.format(work, style)

    @pytest.mark.parametrize("text", ["5 ed.", "Fifth ed.", "2., überarb. Aufl."])
    def test_what_is_no_number_to_csl_is_shown_as_written(self, text: str) -> None:
        work = Work(id="k", type="book", title="T", authors="Jane Roe", edition=text)
        assert f"({text})" in citekit.format(work, "csl:apa")

    def test_apa_adds_no_second_word_for_edition(self) -> None:
        for text in ("2., überarb. Aufl.", "2-е изд. перераб. и доп."):
            work = Work(id="k", type="book", title="T", edition=text)
            assert f"T ({text})" in citekit.format(work, "apa")


PAGE_FORMATS: Final = ("expanded", "minimal", "minimal-two", "chicago-15", "chicago-16")


class TestPages:
    """One implementation of the formats of page ranges (CSL 1.0.2, "Appendix V")."""

    @given(
        st.integers(1, 99_999),
        st.integers(1, 99_999),
        st.sampled_from(["", "S", "e"]),
        st.sampled_from(PAGE_FORMATS),
    )
    def test_ranges(self, first: int, last: int, lead: str, style: PageRangeFormat) -> None:
        first, last = sorted((first, last))
        shown = page_ranges(f"{lead}{first}-{lead}{last}", style)
        assert shown == format_page_range(f"{lead}{first}", f"{lead}{last}", style)

    def test_the_two_tables(self) -> None:
        """chicago-15: "If numbers are four digits long and three digits change, use all digits";
        chicago-16 has no such line."""
        assert page_ranges("3508-3626", "chicago-15") == "3508–3626"
        assert page_ranges("3508-3626", "chicago-16") == "3508–626"

    @pytest.mark.parametrize("page", ["345-345", "345–345", "345--345", "xi-xi", "S3-S3"])
    def test_equal_ends_are_one_page(self, page: str) -> None:
        one = page.split("-")[0].split("–")[0]
        for style in ("apa", "csl:apa", "csl:chicago-author-date", "csl:nature", "bibtex"):
            for kind in ("article-journal", "chapter"):
                shown, expected = (
                    citekit.format(
                        Work(id="k", type=kind, title="T", venue="V", issued=2020, page=each), style
                    )
                    for each in (page, one)
                )
                assert shown == expected, style
