"""ISO 8601 and EDTF, levels 0 and 1: each class quotes the specification.

Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification", 2019.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citekit.errors import DateError
from citekit.parsing.dates.edtf import format_edtf, parse_edtf
from citekit.parsing.dates.parts import DateRange, PartialDate
from citekit.parsing.dates.read import parse_date
from strategies import date_ranges, dates, hostile_text


def circa(year: int) -> PartialDate:
    return PartialDate(year, circa=True)


class TestDate:
    """ "complete representation: [year]["-"][month]["-"][day]; reduced precision for year and
    month; reduced precision for year" (level 0)"""

    @pytest.mark.parametrize(
        ("text", "date"),
        [
            ("1985-04-12", PartialDate(1985, 4, 12)),
            ("1985-04", PartialDate(1985, 4)),
            ("1985", PartialDate(1985)),
            ("19850412", PartialDate(1985, 4, 12)),
        ],
    )
    def test_it_is_read(self, text: str, date: Any) -> None:
        assert parse_edtf(text) == date

    @pytest.mark.parametrize("text", ["1985-4-12", "85", "198504", "1985-04-1", "19850412-", "a"])
    def test_other_shapes_are_left_to_others(self, text: str) -> None:
        assert parse_edtf(text) is None

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("1985-13", "no month 13"),
            ("1985-00", "no month 0"),
            ("1985-02-30", "no day 30"),
            ("19850230", "no day 30"),
            ("1985-04-00", "no day 0"),
            ("1985-25", "no month 25"),
        ],
    )
    def test_what_does_not_exist_is_an_error(self, text: str, message: str) -> None:
        with pytest.raises(DateError, match=message):
            parse_edtf(text)


class TestDateAndTime:
    """ "[date]["T"][time]: complete representations for calendar date and (local) time of day"
    (level 0); the time is dropped, as a citation gives the day."""

    @pytest.mark.parametrize(
        "time",
        [
            "T23:20:30", "T23:20:30Z", "T23:20:30-04", "T23:20:30+04:30", "T23:20:30.123Z",
            "T2320", "T23", "T24:00:00", " 23:20", "T23:59:60Z", "T10:00:00 +0000",
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("day", ["1985-04-12", "19850412"])
    def test_it_is_read_as_its_date(self, day: str, time: str) -> None:
        assert parse_edtf(day + time) == PartialDate(1985, 4, 12)

    @pytest.mark.parametrize("time", ["T25:00", "T23:60", "T23:00:61", "TZ", "T", "T23:20:30+4"])
    def test_a_time_that_is_none_is_not_dropped(self, time: str) -> None:
        assert parse_edtf("1985-04-12" + time) is None

    def test_a_time_after_less_than_a_day_is_not_dropped(self) -> None:
        assert parse_edtf("1985-04T23:20") is None

    def test_both_ends_of_an_interval_may_have_one(self) -> None:
        found = parse_edtf("1985-04-12T10:00/1985-04-13T11:00")
        assert found == DateRange(PartialDate(1985, 4, 12), PartialDate(1985, 4, 13))


class TestTimeInterval:
    """ "1964/2008: a time interval with calendar year precision"; "2004-02-01/2005-02" (level 0)"""

    def test_ends_may_have_different_precision(self) -> None:
        found = parse_edtf("2004-02-01/2005-02")
        assert found == DateRange(PartialDate(2004, 2, 1), PartialDate(2005, 2))

    def test_the_error_of_a_reversed_one_shows_the_text(self) -> None:
        with pytest.raises(DateError) as caught:
            parse_edtf("2005/2004")
        assert caught.value.value == "2005/2004"
        assert caught.value.hint == "swap its ends"

    @pytest.mark.parametrize("text", ["2019/20", "2023/02", "1/2", "2004/2005/2006"])
    def test_ends_need_four_digits(self, text: str) -> None:
        assert parse_edtf(text) is None


class TestExtendedInterval:
    """ "open end: 1985-04-12/..; open start: ../1985; unknown end: 1985/; unknown start: /1985"
    (level 1); both kinds are None to us."""

    @pytest.mark.parametrize("text", ["1985/..", "1985/"])
    def test_the_end_is_open(self, text: str) -> None:
        assert parse_edtf(text) == DateRange(PartialDate(1985), None)

    @pytest.mark.parametrize("text", ["../1985", "/1985"])
    def test_the_start_is_open(self, text: str) -> None:
        assert parse_edtf(text) == DateRange(None, PartialDate(1985))

    @pytest.mark.parametrize("text", ["/", "../..", "/..", "../"])
    def test_one_end_is_needed(self, text: str) -> None:
        with pytest.raises(DateError, match="a start or an end"):
            parse_edtf(text)


class TestLetterPrefixedYear:
    """ "'Y' may be used at the beginning of the date string to signify that the date is a year,
    when (and only when) the year exceeds four digits" (level 1)"""

    def test_it_is_read(self) -> None:
        assert parse_edtf("Y170000002") == PartialDate(170000002)
        assert parse_edtf("Y-170000002") == PartialDate(-170000003)

    @pytest.mark.parametrize("text", ["Y01985", "Y-01985"])
    def test_leading_zeros_are_refused(self, text: str) -> None:
        with pytest.raises(DateError, match="not a year"):
            parse_edtf(text)

    def test_the_largest_year(self) -> None:
        assert parse_edtf("Y999999999999") == PartialDate(999_999_999_999)
        with pytest.raises(DateError, match="out of range"):
            parse_edtf("Y-999999999999")
        assert parse_edtf("Y1000000000000") is None


class TestNegativeYear:
    """ "-1985: calendar year 1985 before the year 0000" (level 1). ISO 8601 counts
    astronomically: 0000 is 1 BC. CSL has no year 0: -44 is 44 BC."""

    @pytest.mark.parametrize(
        ("text", "year"), [("0001", 1), ("0000", -1), ("-0001", -2), ("-0043", -44)]
    )
    def test_the_year_0_is_1_bc(self, text: str, year: int) -> None:
        assert parse_edtf(text) == PartialDate(year)
        assert format_edtf(PartialDate(year)) == text

    def test_minus_0_is_no_year(self) -> None:
        with pytest.raises(DateError, match="not a year"):
            parse_edtf("-0000")

    def test_with_month_and_day(self) -> None:
        assert parse_edtf("-0043-03-15") == PartialDate(-44, 3, 15)
        assert parse_edtf("0000-02-29") == PartialDate(-1, 2, 29)


class TestSeasons:
    """ "The values 21, 22, 23, 24 may be used to signify 'Spring', 'Summer', 'Autumn', 'Winter',
    respectively, in place of a month value (01 through 12)" (level 1)"""

    @pytest.mark.parametrize(("code", "season"), [("21", 1), ("22", 2), ("23", 3), ("24", 4)])
    def test_they_are_read(self, code: str, season: int) -> None:
        assert parse_edtf(f"2001-{code}") == PartialDate(2001, season=season)

    def test_they_have_no_days(self) -> None:
        with pytest.raises(DateError, match="no days"):
            parse_edtf("2001-21-05")


class TestQualification:
    """ "The characters '?', '~' and '%' are used to mean "uncertain", "approximate", and
    "uncertain" as well as "approximate", respectively. These characters may occur only at the
    end of the date string and apply to the entire date." (level 1); all are circa to us."""

    @pytest.mark.parametrize("mark", "?~%")
    @pytest.mark.parametrize("text", ["1984", "2004-06", "2004-06-11", "2001-21", "-0043", "199X"])
    def test_they_are_circa(self, text: str, mark: str) -> None:
        found = parse_edtf(text + mark)
        dates = (found.start, found.end) if isinstance(found, DateRange) else (found,)
        assert all(isinstance(date, PartialDate) and date.circa for date in dates)

    @pytest.mark.parametrize("text", ["2004-06~-11", "2004?-06", "?2004", "2004??"])
    def test_elsewhere_they_are_level_2_or_nothing(self, text: str) -> None:
        assert parse_edtf(text) is None


class TestUnspecifiedDigits:
    """ "The character 'X' may be used in place of one or more rightmost digits to indicate that
    the value of that digit is unspecified" (level 1)"""

    def test_a_month_or_day_is_left_out(self) -> None:
        assert parse_edtf("2004-XX") == PartialDate(2004)
        assert parse_edtf("1985-04-XX") == PartialDate(1985, 4)
        assert parse_edtf("1985-XX-XX") == PartialDate(1985)

    def test_a_day_without_a_month_is_level_2(self) -> None:
        with pytest.raises(DateError, match="a day needs a month"):
            parse_edtf("2004-XX-05")

    def test_a_year_is_the_range_of_what_it_can_be(self) -> None:
        assert parse_edtf("201X") == DateRange(circa(2010), circa(2019))
        assert parse_edtf("20XX") == DateRange(circa(2000), circa(2099))
        assert parse_edtf("000X") == DateRange(circa(-1), circa(9))

    def test_before_christ_the_ends_are_still_in_order(self) -> None:
        assert parse_edtf("-199X") == DateRange(circa(-2000), circa(-1991))

    def test_in_an_interval_it_gives_its_outer_year(self) -> None:
        assert parse_edtf("199X/200X") == DateRange(circa(1990), circa(2009))

    @pytest.mark.parametrize("text", ["2XXX", "XXXX", "1X99", "199x", "20XX-05"])
    def test_further_left_it_is_level_2(self, text: str) -> None:
        assert parse_edtf(text) is None


class TestRoundTrip:
    """What `format_edtf` writes, `parse_date` reads as the same date."""

    @given(date=dates() | date_ranges())
    @example(date=PartialDate(-9999))
    @example(date=PartialDate(-10000))
    @example(date=PartialDate(-10001))
    @example(date=PartialDate(9999))
    @example(date=PartialDate(10000))
    def test_every_date(self, date: Any) -> None:
        assert parse_date(format_edtf(date)) == date

    @given(date=dates())
    def test_it_writes_ascii_only_and_y_only_where_it_must(self, date: Any) -> None:
        text = format_edtf(date)
        assert text.isascii()
        assert text.startswith("Y") == (len(text.rstrip("~").lstrip("Y-").split("-")[0]) > 4)


class TestHostileText:
    @given(text=hostile_text | st.text("0123456789-/.XYTZ:~?% "))
    def test_it_is_a_date_or_none_or_a_date_error(self, text: str) -> None:
        try:
            found = parse_edtf(text)
        except DateError:
            return
        assert found is None or isinstance(found, PartialDate | DateRange)
