"""Dates of CSL-JSON, read and written. The shapes are those of the CSL-JSON schema."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import DateError
from citekit.parsing.dates.csl import parse_csl_date, to_csl_date
from citekit.parsing.dates.parts import DateLiteral, DateRange, NoDate, PartialDate
from citekit.parsing.dates.read import parse_date
from strategies import date_ranges, dates, hostile_text


class TestDateParts:
    """ "date-parts": "array" of 1 to 2 items, each an "array" of 1 to 3 "string" or "number"
    (csl-data.json, date-variable)"""

    @pytest.mark.parametrize(
        "parts",
        [[2023, 2, 27], ["2023", "2", "27"], ["2023", "02", 27], [2023.0, 2.0, 27.0], (2023, 2, 27),
         [" 2023 ", "2", "+27"]],
    )  # fmt: skip
    def test_numbers_and_numeric_strings(self, parts: Any) -> None:
        assert parse_csl_date({"date-parts": [parts]}) == PartialDate(2023, 2, 27)

    @pytest.mark.parametrize("parts", [[2023], [2023, ""], ["2023", "", ""], [2023, None, None]])
    def test_empty_places_at_the_end_say_nothing(self, parts: Any) -> None:
        assert parse_csl_date({"date-parts": [parts]}) == PartialDate(2023)

    def test_years_before_christ(self) -> None:
        assert parse_csl_date({"date-parts": [[-44, 3, 15]]}) == PartialDate(-44, 3, 15)
        assert parse_csl_date({"date-parts": [["-44"]]}) == PartialDate(-44)

    def test_two_lists_are_a_range(self) -> None:
        found = parse_csl_date({"date-parts": [[2003, 8], [2003, 10]]})
        assert found == DateRange(PartialDate(2003, 8), PartialDate(2003, 10))

    def test_an_empty_second_list_says_nothing(self) -> None:
        assert parse_csl_date({"date-parts": [[2003], []]}) == PartialDate(2003)

    @pytest.mark.parametrize("end", [[0], ["0"], [0, ""]])
    def test_the_year_0_leaves_the_end_open(self, end: Any) -> None:
        found = parse_csl_date({"date-parts": [[1987], end]})
        assert found == DateRange(PartialDate(1987), None)

    @pytest.mark.parametrize("value", [{}, {"date-parts": []}, {"date-parts": [[]]},
        {"date-parts": [[None]]}, {"date-parts": [[""]]}, {"date-parts": None},
        {"literal": ""}, {"raw": ""}, {"edtf": ""}])  # fmt: skip
    def test_nothing_is_no_date(self, value: Any) -> None:
        assert parse_csl_date(value) == NoDate()

    @pytest.mark.parametrize(
        ("parts", "message"),
        [
            ([[2005, 13, 1]], "no month 13"),
            ([[2005, -1, 1]], "no month -1"),
            ([[2005, 2, 30]], "no day 30"),
            ([[0]], "no year 0"),
            ([[2005, 24, 1]], "no month 24"),
            ([[2005, 20]], "no month 20"),
            ([[2005, 25]], "no month 25"),
            ([[2006], [2005]], "ends before it starts"),
            ([[2005], [0, 1]], "no year 0"),
            ([[], [2005]], "an end but no start"),
            ([[2005], [2006], [2007]], "one or two lists"),
            ([[2005, 1, 1, 1]], "at most year, month and day"),
            ([2005, 1], "at most year, month and day"),
            ("2005", "one or two lists"),
            (b"2", "one or two lists"),
            (["2005"], "at most year, month and day"),
            ([[True]], "no whole number"),
            ([[2005, "May"]], "no whole number"),
            ([[2005.5]], "no whole number"),
            ([[float("nan")]], "no whole number"),
            ([[float("inf")]], "no whole number"),
            ([[None, 5]], "no whole number"),
            ([["٢٠٠٥"]], "no whole number"),
            ([["9" * 5000]], "no whole number"),
            ([[10**5000]], "out of range"),
            (5, "one or two lists"),
            ([[[2005]]], "no whole number"),
        ],
    )
    def test_what_is_wrong_is_an_error(self, parts: Any, message: str) -> None:
        with pytest.raises(DateError, match=message) as caught:
            parse_csl_date({"date-parts": parts})
        assert str(caught.value)


class TestSeason:
    """ "season": "string" or "number"."""

    @pytest.mark.parametrize("season", [1, "1", 21, "21", "Spring", "spring", "Frühling", 1.0])
    def test_numbers_and_names(self, season: Any) -> None:
        found = parse_csl_date({"date-parts": [[1999]], "season": season})
        assert found == PartialDate(1999, season=1)

    def test_month_21_to_24_is_a_season(self) -> None:
        found = parse_csl_date({"date-parts": [["1999", "21"], ["2001", "24"]]})
        assert found == DateRange(PartialDate(1999, season=1), PartialDate(2001, season=4))

    @pytest.mark.parametrize("season", [2, "22:56:08", "sometime"])
    def test_beside_a_month_it_is_passed_over(self, season: Any) -> None:
        found = parse_csl_date({"date-parts": [[1999, 5]], "season": season})
        assert found == PartialDate(1999, 5)

    @pytest.mark.parametrize("season", ["", None])
    def test_an_empty_one_says_nothing(self, season: Any) -> None:
        assert parse_csl_date({"date-parts": [[1999]], "season": season}) == PartialDate(1999)

    @pytest.mark.parametrize("season", [20, 25, "25"])
    def test_the_codes_are_21_to_24(self, season: object) -> None:
        with pytest.raises(DateError, match=f"no season {season}"):
            parse_csl_date({"date-parts": [[1999]], "season": season})

    @pytest.mark.parametrize("season", [5, 0, "22:56:08", "May", True, [1], "spring" * 1000])
    def test_another_is_an_error(self, season: Any) -> None:
        with pytest.raises(DateError):
            parse_csl_date({"date-parts": [[1999]], "season": season})


class TestCirca:
    """ "circa": "string", "number" or "boolean"."""

    @pytest.mark.parametrize("circa", [True, 1, "1", "true", "ca.", 1.0])
    def test_yes(self, circa: object) -> None:
        found = parse_csl_date({"date-parts": [[1850], [1860]], "circa": circa})
        assert found == DateRange(PartialDate(1850, circa=True), PartialDate(1860, circa=True))

    @pytest.mark.parametrize("circa", [False, 0, "0", "", "false", "False", None, " no "])
    def test_no(self, circa: object) -> None:
        assert parse_csl_date({"date-parts": [[1850]], "circa": circa}) == PartialDate(1850)

    def test_neither(self) -> None:
        with pytest.raises(DateError, match="neither true nor false"):
            parse_csl_date({"date-parts": [[1850]], "circa": []})


class TestText:
    """ "literal", "raw" and "edtf" are "string"; a date may also be an EDTF string itself."""

    def test_an_edtf_string(self) -> None:
        assert parse_csl_date("2020-02/..") == DateRange(PartialDate(2020, 2), None)
        assert parse_csl_date({"edtf": "2020~"}) == PartialDate(2020, circa=True)

    def test_raw_is_read_as_a_date(self) -> None:
        assert parse_csl_date({"date-parts": [], "raw": "Feb 2003"}) == PartialDate(2003, 2)
        with pytest.raises(DateError):
            parse_csl_date({"raw": "Bogus Date"})

    def test_literal_is_not(self) -> None:
        assert parse_csl_date({"literal": "Feb 2003"}) == DateLiteral("Feb 2003", status=False)
        assert parse_csl_date({"literal": "In press"}) == DateLiteral("In press", status=True)
        assert parse_csl_date({"literal": "n.d."}) == NoDate()

    def test_which_counts_first(self) -> None:
        value = {"edtf": "2001", "date-parts": [[2002]], "raw": "2003", "literal": "2004"}
        expected = [
            PartialDate(2001),
            PartialDate(2002),
            PartialDate(2003),
            DateLiteral("2004", False),
        ]
        for name, date in zip(list(value), expected, strict=True):
            assert parse_csl_date(value) == date
            del value[name]

    @pytest.mark.parametrize("name", ["edtf", "raw", "literal"])
    def test_they_must_be_text(self, name: str) -> None:
        with pytest.raises(DateError, match=f"'{name}' of a date is text"):
            parse_csl_date({name: 5})

    @pytest.mark.parametrize("value", [None, 5, [2020], [[2020]], True])
    def test_other_values_are_errors(self, value: Any) -> None:
        with pytest.raises(DateError, match="no CSL-JSON date"):
            parse_csl_date(value)


class TestWriting:
    @pytest.mark.parametrize(
        ("date", "value"),
        [
            (PartialDate(-44, 3, 15), {"date-parts": [[-44, 3, 15]]}),
            (PartialDate(1999, season=2), {"date-parts": [[1999]], "season": 2}),
            (PartialDate(1850, circa=True), {"date-parts": [[1850]], "circa": True}),
            (parse_date("1990–"), {"date-parts": [[1990], [0]]}),
            (parse_date("../2020"), {"edtf": "../2020"}),
            (parse_date("1850~/1860~"), {"date-parts": [[1850], [1860]], "circa": True}),
            (
                parse_date("1850~/1860"),
                {"date-parts": [[1850], [1860]], "edtf": "1850~/1860", "circa": True},
            ),
            (parse_date("1850~/.."), {"date-parts": [[1850], [0]], "circa": True}),
            (parse_date("1999-21/2001-22"), {"date-parts": [[1999, 21], [2001, 22]]}),
            (DateLiteral("in press", status=True), {"literal": "in press"}),
            (NoDate(), {}),
        ],
    )
    def test_the_plainest_form_that_says_it_all(self, date: Any, value: Any) -> None:
        assert to_csl_date(date) == value

    @given(date=dates() | date_ranges() | st.just(NoDate()))
    def test_round_trip_through_json(self, date: Any) -> None:
        assert parse_csl_date(json.loads(json.dumps(to_csl_date(date)))) == date


class TestHostileValues:
    json_values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | hostile_text,
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=5,
    )

    @given(
        value=st.dictionaries(
            st.sampled_from(("date-parts", "season", "circa", "raw", "literal", "edtf", "x")),
            json_values,
        )
        | json_values
    )
    def test_anything_is_a_date_or_a_date_error(self, value: Any) -> None:
        try:
            found = parse_csl_date(value)
        except DateError:
            return
        assert parse_csl_date(to_csl_date(found)) == found
