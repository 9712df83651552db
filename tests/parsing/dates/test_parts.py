"""What a date can be, and what it cannot."""

from __future__ import annotations

import calendar
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import DateError
from citekit.parsing.dates.parts import (
    MAX_YEAR,
    DateRange,
    PartialDate,
    days_in_month,
    is_leap_year,
    make_date,
)
from strategies import calendar_years, date_ranges, dates


class TestLeapYears:
    """ "every year that is exactly divisible by four is a leap year, except for years that are
    exactly divisible by 100, but these centurial years are leap years if they are exactly
    divisible by 400" (US Naval Observatory, of the Gregorian calendar)"""

    @given(year=st.integers(1, 9999))
    def test_years_after_christ_follow_the_standard_library(self, year: int) -> None:
        assert is_leap_year(year) == calendar.isleap(year)

    @given(year=st.integers(-9999, -1))
    def test_years_before_christ_are_counted_astronomically(self, year: int) -> None:
        assert is_leap_year(year) == calendar.isleap(year + 1)

    def test_1_bc_is_the_year_0_of_iso_8601_and_a_leap_year(self) -> None:
        assert PartialDate(-1, 2, 29).day == 29

    def test_2_bc_is_none(self) -> None:
        with pytest.raises(DateError, match="February 2 BC has no day 29"):
            PartialDate(-2, 2, 29)


class TestDaysInMonth:
    @given(year=st.integers(1, 9999), month=st.integers(1, 12))
    def test_as_in_the_standard_library(self, year: int, month: int) -> None:
        assert days_in_month(year, month) == calendar.monthrange(year, month)[1]


class TestImpossibleDates:
    """ "Impossible dates (month 13, 30 February) are errors in a constructor." (issue 2)"""

    @pytest.mark.parametrize(
        ("parts", "message"),
        [
            ((0,), "there is no year 0"),
            ((2023, 13), "there is no month 13"),
            ((2023, 0), "there is no month 0"),
            ((2023, -1), "there is no month -1"),
            ((2023, 2, 30), "February 2023 has no day 30.*days 1 to 28"),
            ((2024, 2, 30), "February 2024 has no day 30.*days 1 to 29"),
            ((1900, 2, 29), "February 1900 has no day 29"),
            ((2020, 6, 31), "June 2020 has no day 31.*days 1 to 30"),
            ((2020, 6, 0), "June 2020 has no day 0"),
            ((2020, None, 5), "a day needs a month"),
            ((2020, 6, None, 1), "a month or a season, not both"),
            ((2020, None, None, 5), "there is no season 5"),
            ((2020, None, None, 0), "there is no season 0"),
            ((MAX_YEAR + 1,), "out of range"),
            ((-MAX_YEAR - 1,), "out of range"),
            ((10**5000,), "out of range"),
            (("2020",), "the year is not a whole number"),
            ((None,), "the year is not a whole number"),
            ((2020.0,), "the year is not a whole number"),
            ((True,), "the year is not a whole number"),
            ((2020, True), "the month is not a whole number"),
            ((2020, 1, "1"), "the day is not a whole number"),
            ((2020, None, None, "spring"), "the season is not a whole number"),
        ],
    )
    def test_they_are_refused_and_the_error_says_why(self, parts: Any, message: str) -> None:
        with pytest.raises(DateError, match=message):
            PartialDate(*parts)

    def test_the_limits_themselves_are_dates(self) -> None:
        assert PartialDate(MAX_YEAR).year == -PartialDate(-MAX_YEAR).year
        assert [PartialDate(2020, None, None, n).season for n in (1, 4)] == [1, 4]
        assert [PartialDate(2020, n, 31).month for n in (1, 12)] == [1, 12]

    def test_an_error_about_text_shows_the_text(self) -> None:
        with pytest.raises(DateError) as caught:
            make_date(2023, 2, 30, source="30 Feb 2023")
        assert caught.value.value == "30 Feb 2023"
        assert caught.value.hint == "it has days 1 to 28"
        assert caught.value.__cause__ is None


class TestRanges:
    """A range ends after it starts; what cannot be compared is not refused."""

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            (PartialDate(2021), PartialDate(2020)),
            (PartialDate(-44), PartialDate(-49)),
            (PartialDate(2020, 5), PartialDate(2020, 4)),
            (PartialDate(2020, 5, 2), PartialDate(2020, 5, 1)),
            (PartialDate(2021, season=1), PartialDate(2020, season=4)),
        ],
    )
    def test_one_that_ends_before_it_starts_is_refused(
        self, start: PartialDate, end: PartialDate
    ) -> None:
        assert DateRange(end, start).start == end
        with pytest.raises(DateError, match="ends before it starts"):
            DateRange(start, end)

    @pytest.mark.parametrize(
        ("start", "end"),
        [
            (PartialDate(2020, 5, 2), PartialDate(2020, 5, 2)),
            (PartialDate(2020, 5, 2), PartialDate(2020)),
            (PartialDate(2020), PartialDate(2020, 1)),
            (PartialDate(2020, 5, 2), PartialDate(2020, 5)),
            (PartialDate(2020, season=4), PartialDate(2020, season=1)),
            (PartialDate(2020, season=4), PartialDate(2020, 1)),
        ],
    )
    def test_equal_and_incomparable_ends_are_kept(
        self, start: PartialDate, end: PartialDate
    ) -> None:
        assert DateRange(start, end).start == start

    def test_one_end_is_needed(self) -> None:
        with pytest.raises(DateError, match="a start or an end"):
            DateRange(None, None)

    @given(date=dates())
    def test_either_end_may_be_open(self, date: PartialDate) -> None:
        assert DateRange(date, None).start == DateRange(None, date).end


class TestValues:
    """Parts are values: equal, hashable, picklable, unchangeable."""

    @given(value=dates() | date_ranges())
    def test_they_survive_pickling(self, value: Any) -> None:
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)

    @given(year=calendar_years)
    def test_they_do_not_change(self, year: int) -> None:
        with pytest.raises(AttributeError):
            PartialDate(year).year = 1  # type: ignore[misc]  # the test is that this fails
