"""`str()` of a model is what a person would write: templates and f-strings print it as it is."""

from __future__ import annotations

import pytest
from hypothesis import given

from citekit.model.dates import DateLiteral, DateRange, PartialDate, to_date
from citekit.model.names import AuthorList, Name, Organization, Person
from citekit.model.venue import Event
from citekit.model.work import Work
from citekit.parsing.dates.parts import NoDate
from strategies import author_lists, dates, names


class TestNames:
    def test_a_name_is_in_running_order(self) -> None:
        assert f"{Person(family='Touvron', given='Hugo')}" == "Hugo Touvron"
        assert str(Organization(name="OpenAI", abbreviation="OAI")) == "OpenAI"
        assert str(Person.parse("李明")) == "李明"

    @given(names())
    def test_every_name_shows_something_and_never_its_repr(self, name: Name) -> None:
        assert str(name) == name.literal != ""

    @pytest.mark.parametrize(
        ("authors", "shown"),
        [
            (["A. Roe"], "A. Roe"),
            (["A. Roe", "B. Moe"], "A. Roe, B. Moe"),
            (["A. Roe", "et al."], "A. Roe, et al."),
            (["A. Roe", "11 others"], "A. Roe, and 11 others"),
            ("A. Roe, B. Moe, and 1 other", "A. Roe, B. Moe, and 1 other"),
            ("A. Roe, B. Moe, …, Z. Zoe", "A. Roe, B. Moe, …, Z. Zoe"),
            (None, ""),
        ],
    )
    def test_a_list_says_where_the_source_stopped(self, authors: object, shown: str) -> None:
        assert str(Work(title="T", authors=authors).authors) == shown  # type: ignore[arg-type]

    @given(author_lists())
    def test_a_list_shows_every_name(self, authors: AuthorList) -> None:
        shown = str(authors)
        assert all(str(name) in shown for name in authors)
        assert ("…" in shown or "other" in shown or "et al." in shown) or authors.complete


class TestParts:
    """A list can be indexed (a name) and sliced (a tuple: a list cut short is no author list)."""

    def test_index_and_slice(self) -> None:
        authors = AuthorList.parse("A. Roe, B. Moe, C. Poe, et al.")
        assert [str(authors[0]), str(authors[-1])] == ["A. Roe", "C. Poe"]
        assert authors[:2] == authors.listed[:2]
        assert type(authors[:2]) is tuple
        with pytest.raises(IndexError):
            authors[3]


class TestDates:
    @pytest.mark.parametrize(
        ("date", "shown"),
        [
            (PartialDate(2023, 2, 27), "27 February 2023"),
            (PartialDate(2023, 2), "February 2023"),
            (PartialDate(2023), "2023"),
            (PartialDate(-44, 3, 15), "15 March 44 BC"),
            (PartialDate(-350, circa=True), "c. 350 BC"),
            (PartialDate(2020, season=1), "Spring 2020"),
            (DateRange(PartialDate(2019), PartialDate(2021)), "2019–2021"),
            (DateRange(PartialDate(2019), None), "2019–"),
            (DateRange(None, PartialDate(2021)), "–2021"),
            (
                DateRange(PartialDate(2021, 5, 2), PartialDate(2021, 6)),
                "2 May 2021 – June 2021",
            ),
            (DateLiteral("in press", status=True), "in press"),
            (NoDate(), "n.d."),
        ],
    )
    def test_in_words(self, date: object, shown: str) -> None:
        assert str(date) == shown

    @given(dates())
    def test_what_is_shown_can_be_read(self, date: PartialDate) -> None:
        if 99 < date.year <= 9999 or -9999 <= date.year < 0:  # what people write in words
            assert to_date(str(date)) == date


class TestVenuesAndEvents:
    def test_what_is_known(self) -> None:
        assert str(Event(title="ICLR 2022", date="2022-04")) == "ICLR 2022, April 2022"
        assert str(Event(place="Lund")) == "Lund"
        assert str(Work(venue="Nature").venue) == "Nature"
