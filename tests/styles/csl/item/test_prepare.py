"""Specification of a work as CSL sees it (`citekit.styles.csl.item.prepare`)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from citekit.model.names import AuthorList, Person
from citekit.model.work import Work
from citekit.styles.csl.item.prepare import prepare
from citekit.styles.csl.item.variables import DateValue, ItemName, NameList
from citekit.styles.csl.marked.marks import QUOTE, QUOTE_CLOSE, strip_marks
from citekit.tables.variables import VARIABLES
from citekit.text.nodes import Format, RichText, Styled
from strategies import works


def values(**fields: Any) -> dict[str, Any]:
    return dict(prepare(Work(id="a", **fields))[0].values)


def codes(**fields: Any) -> list[str]:
    return [each.code for each in prepare(Work(id="a", **fields))[1]]


class TestRows:
    """The rows of `tables.variables` say where a work keeps each variable."""

    def test_text_numbers_identifiers_keywords(self) -> None:
        found = values(
            title="T", volume=3, isbn="978-0-306-40615-7", keywords="a, b", venue="J", event="E"
        )
        assert found["title"], found["volume"] == ("T", "3")
        assert found["ISBN"] == "978-0-306-40615-7"
        assert (found["keyword"], found["container-title"]) == ("a, b", "J")

    def test_an_isbn_is_shown_as_it_was_written(self) -> None:
        written = ("0-306-40615-2", "9783847410171")
        assert values(isbn=written)["ISBN"] == " ".join(written)

    @pytest.mark.parametrize("name", ["DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL"])
    def test_an_identifier_that_is_none_is_shown_as_the_record_has_it(self, name: str) -> None:
        """Nothing is lost silently: readers keep it in `extra`, with a diagnostic."""
        for key in (name, name.lower()):  # CSL's name, and that of BibTeX
            assert values(extra={key: " 12\n34"})[name] == "12 34"
            assert name not in values(extra={key: ["12"]})

    def test_a_right_identifier_comes_first(self) -> None:
        assert values(extra={"isbn": "12"}, isbn="0-306-40615-2")["ISBN"] == "0-306-40615-2"

    def test_what_is_not_known_is_not_there(self) -> None:
        assert values() == {}

    @settings(max_examples=40)
    @given(works())
    def test_every_work_can_be_prepared(self, work: Work) -> None:
        item, _ = prepare(work)
        known = {row.csl for row in VARIABLES} | {"event", "page-first"}
        assert set(item.values) <= known
        assert all(value for name, value in item.values.items() if name != "page-first")


class TestText:
    """Text is data: a plain string is literal, rich text becomes marks, quotation marks the
    locale's."""

    def test_markup_in_a_plain_string_is_text(self) -> None:
        assert values(title="<i>x</i>")["title"] == "<i>x</i>"

    def test_formatting_becomes_marks(self) -> None:
        title = values(title=RichText([Styled(["E. coli"], Format.ITALIC)]))["title"]
        assert title != "E. coli" == strip_marks(title)

    def test_quotation_marks(self) -> None:
        assert values(title='On "x"')["title"] == f"On {QUOTE}x{QUOTE_CLOSE}"


class TestNames:
    """Names in parts; an organization, or a user without a name, is one text."""

    def test_parts(self) -> None:
        found = values(
            authors=[
                {"family": "Beethoven", "given": "L.", "dropping_particle": "van"},
                "OpenAI",
                {"username": "@me"},
                {"given": "Plato"},
            ]
        )["author"]
        assert found == NameList(
            (
                ItemName(family="Beethoven", given="L.", dropping_particle="van"),
                ItemName(literal="OpenAI"),
                ItemName(literal="@me"),
                ItemName(family="Plato"),
            )
        )

    def test_quotation_marks_are_the_locales(self) -> None:
        """As in any other field (citeproc-js)."""
        (name,) = values(authors=[Person(family="Doe", given='John "Jack"')])["author"].names
        assert name.given == f"John {QUOTE}Jack{QUOTE_CLOSE}"

    def test_the_parts_of_a_person_are_what_they_say(self) -> None:
        """Particles are taken out of text by its reader, never out of a `Person`."""
        persons = [Person(family="van Gogh", given="Vincent"), Person(family="B", given="L. van")]
        assert values(authors=persons)["author"].names == (
            ItemName(family="van Gogh", given="Vincent"),
            ItemName(family="B", given="L. van"),
        )

    def test_a_list_that_stopped_early(self) -> None:
        assert values(authors="A. Lee, B. Cho, et al.")["author"].complete is False

    def test_a_gap(self) -> None:
        listed = AuthorList(listed=[Person(family=each) for each in "ABZ"], complete=False, gap=2)
        assert values(authors=listed)["author"].gap == 2
        assert codes(authors=listed) == []

    def test_a_gap_before_the_first_name_is_reported(self) -> None:
        """Names are missing before the first known; CSL knows only names missing after some."""
        listed = AuthorList(listed=[Person(family="Z")], complete=False, gap=0)
        assert codes(authors=listed) == ["gap-moved"]
        work = Work(id="a", container_authors=listed)
        assert [(each.field, each.work) for each in prepare(work)[1]] == [
            ("container_authors", "a")
        ]

    def test_a_total(self) -> None:
        assert values(authors="A. Lee, B. Cho, +3 more")["author"].size == 5


class TestDates:
    """0 stands for a part that is not known, month 13 to 16 for a season."""

    @pytest.mark.parametrize(
        ("date", "found"),
        [
            ("2023-02-27", DateValue(start=(2023, 2, 27))),
            ("2023", DateValue(start=(2023, 0, 0))),
            ("Spring 2023", DateValue(start=(2023, 13, 0))),
            ("circa 1850", DateValue(start=(1850, 0, 0), circa=True)),
            ("2019/2021", DateValue(start=(2019, 0, 0), end=(2021, 0, 0), is_range=True)),
            ("2019/..", DateValue(start=(2019, 0, 0), is_range=True)),
            ("in press", DateValue(literal="in press")),
            ("44 BC", DateValue(start=(-44, 0, 0))),
        ],
    )
    def test_forms(self, date: str, found: DateValue) -> None:
        assert values(issued=date)["issued"] == found

    def test_a_range_without_a_start_is_reported(self) -> None:
        """A range without a start cannot be said in CSL; its words can."""
        want = DateValue(literal="–2021", no_start=True)
        assert values(issued="../2021")["issued"] == want
        assert codes(issued="../2021") == ["date-simplified"]
        assert codes(issued="2020/2021") == []


class TestPreprints:
    """A preprint is CSL's `article`; what it appeared in is a repository, which CSL's users keep
    in `publisher`, and its arXiv id stands in `number`, as Zotero writes them."""

    def test_places(self) -> None:
        work = Work(id="a", type="preprint", venue="arXiv", arxiv="2302.13971")
        item, _ = prepare(work)
        assert item.type == "article"
        assert strip_marks(item.values["number"]) == "arXiv:2302.13971"
        assert item.values["publisher"] == "arXiv"
        assert "container-title" not in item.values

    def test_what_is_stated_stays(self) -> None:
        found = values(
            type="preprint", venue="arXiv", publisher="P", number="7", arxiv="2302.13971"
        )
        assert (found["publisher"], found["number"]) == ("P", "7")
        assert found["container-title"] == "arXiv"

    def test_other_works_keep_their_container(self) -> None:
        assert values(type="article-journal", venue="J")["container-title"] == "J"


class TestDerivedLinks:
    """A DOI that follows from the arXiv id, and a URL where there is no DOI at all, are
    reported."""

    def test_the_doi(self) -> None:
        assert values(type="preprint", arxiv="2302.13971")["DOI"] == "10.48550/arXiv.2302.13971"
        assert codes(type="preprint", arxiv="2302.13971") == ["doi-derived"]

    def test_the_url(self) -> None:
        found = values(type="article-journal", arxiv="2302.13971")
        assert found["URL"] == "https://arxiv.org/abs/2302.13971"
        assert codes(type="article-journal", arxiv="2302.13971") == ["url-derived"]

    def test_stated_links_are_not_reported(self) -> None:
        fields: dict[str, Any] = {
            "type": "article-journal",
            "arxiv": "2302.13971",
            "doi": "10.1000/x",
        }
        assert codes(**fields) == []
        assert "URL" not in values(**fields)
        assert codes(url="https://example.org") == []


class TestSubstitutes:
    """An article number stands for the pages where there are none; `event` is the old name of
    `event-title` (CSL 1.0.1), which many styles still use."""

    def test_article_number(self) -> None:
        assert values(article_number="e12")["page"] == "e12"
        assert values(article_number="e12", page="3")["page"] == "3"

    def test_event(self) -> None:
        assert values(event="E")["event"] == values(event="E")["event-title"] == "E"


def test_pages_with_two_hyphens_are_a_range() -> None:
    """A range that somebody wrote as BibTeX does is a range to a style, too."""
    item, _ = prepare(Work(id="a", page="173--198"))
    assert (item.values["page"], item.values["page-first"]) == ("173-198", "173")


@pytest.mark.parametrize(
    ("pages", "first"),
    [
        ("12-15", "12"),
        ("12\u201315", "12"),
        ("12, 15", "12"),
        ("12 & 15", "12"),
        ("1,234-1,240", "1,234"),
        ("A\\-3", "A\\-3"),
    ],
)
def test_the_first_page(pages: str, first: str) -> None:
    """page-first is the "first page of the range of pages the item … covers" (appendix IV)"""
    assert values(page=pages)["page-first"] == first
