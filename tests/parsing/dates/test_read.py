"""Dates as people write them. The sentences quoted are those of issue 2, unless they say more."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citekit.errors import DateError
from citekit.parsing.dates.parts import DateLiteral, DateRange, NoDate, PartialDate
from citekit.parsing.dates.prose import parse_prose, without_lead
from citekit.parsing.dates.read import MAX_DATE_LENGTH, date_text, parse_date
from citekit.tables.dates import (
    CIRCA_WORDS,
    FILLERS,
    LEAD_WORDS,
    MONTH_NAMES,
    MONTHS,
    NO_DATE_WORDS,
    OPEN_WORDS,
    RANGE_WORDS,
    SEASON_NAMES,
    SEASONS,
    STATUS_WORDS,
)
from citekit.text.fold import fold
from strategies import hostile_text

DAY = PartialDate(2023, 2, 27)


class TestOneDay:
    @pytest.mark.parametrize(
        "text",
        [
            "2023-02-27", "20230227", "2023-02-27T10:00:00Z", "2023/02/27", "2023/2/27",
            "2023.02.27", "27 February 2023", "27 Feb 2023", "27 Feb. 2023", "27th Feb. 2023",
            "27th of February 2023", "27th of February, 2023", "February 27, 2023",
            "Feb. 27th, 2023", "February 27 2023", "FEBRUARY 27, 2023", "2023 Feb 27",
            "2023, February 27", "27.02.2023", "27.2.2023", "27. 2. 2023", "27. Februar 2023",
            "27/02/2023", "27/2/2023", "27-02-2023", "02/27/2023", "02-27-2023", "27-Feb-2023",
            "27/Feb/2023", "27.Feb.2023", "2023-Feb-27", "27 février 2023", "27 fevrier 2023",
            "27 fe\u0301vrier 2023", "27 de febrero de 2023", "27 febbraio 2023",
            "27 de fevereiro de 2023", "27 februari 2023", "  27  February\u00a02023  ",
            "27 February 2023.", "27 February 2023,", "(27 February 2023)", "[27 February 2023]",
            "[ 27 February 2023 ]", "27 feb 2023 10:00", "27 Feb 2023 10:00:00 +0000",
            "27 Feb 2023 10:00 AM", "27 Feb 2023 10:00 p.m. GMT",
            "2023年2月27日", "2023년 2월 27일",
        ],
    )  # fmt: skip
    def test_every_form_is_the_same_day(self, text: str) -> None:
        assert parse_date(text) == DAY

    @pytest.mark.parametrize(
        ("text", "day"), [("1er août 2020", 1), ("1º agosto 2020", 1), ("3rd Aug 2020", 3)]
    )
    def test_ordinals(self, text: str, day: int) -> None:
        assert parse_date(text) == PartialDate(2020, 8, day)


class TestLeadWords:
    """ "Published", "Accepted", "Online", "Accessed on" … stripped."""

    @pytest.mark.parametrize(
        "lead",
        [
            "Published ", "Published: ", "Published on ", "Published online: ", "Accepted ",
            "First published online ", "Accessed on ", "Online ", "Mon, ", "Monday, ",
            "Veröffentlicht am ", "Publié le ", "Publicado el ", "Pubblicato il ", "© ",
            "Copyright © ", "Gepubliceerd op ", "Posted on Monday, ", "Date: ",
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("date", ["27 February 2023", "2023-02-27", "27.02.2023"])
    def test_they_say_nothing(self, lead: str, date: Any) -> None:
        assert parse_date(lead + date) == DAY

    def test_iso_after_them_is_still_iso(self) -> None:
        assert parse_date("Published 2011-12") == PartialDate(2011, 12)

    def test_other_words_are_not_dropped(self) -> None:
        with pytest.raises(DateError):
            parse_date("Burned 27 February 2023")

    def test_nothing_but_lead_words_is_no_date(self) -> None:
        assert without_lead("Published on") == ""
        with pytest.raises(DateError):
            parse_date("Published on")


class TestMonthsAndYears:
    @pytest.mark.parametrize(
        "text",
        [
            "2023-02", "Feb 2023", "February 2023", "February, 2023", "2023 February", "02/2023",
            "2/2023", "02.2023", "02-2023", "2023/02", "2023/2", "Feb-2023", "Feb/2023",
            "febrero de 2023", "Februar 2023", "2023 – 02",
        ],
    )  # fmt: skip
    def test_a_month(self, text: str) -> None:
        assert parse_date(text) == PartialDate(2023, 2)

    def test_a_range_from_a_year_to_itself_is_no_reading(self) -> None:
        assert parse_date("2012–12") == PartialDate(2012, 12)

    @pytest.mark.parametrize("text", ["2023", "2023.", "(2023)", "© 2023", "Published 2023"])
    def test_a_year(self, text: str) -> None:
        assert parse_date(text) == PartialDate(2023)

    def test_a_year_of_three_digits(self) -> None:
        assert parse_date("812") == PartialDate(812)

    @pytest.mark.parametrize(
        ("month", "name"), [(month, name) for month, row in MONTH_NAMES for name in row.split()]
    )
    def test_every_name_in_the_table(self, month: int, name: str) -> None:
        assert parse_date(f"{name.title()}. 2020") == PartialDate(2020, month)
        assert parse_date(f"3 {name} 2020") == PartialDate(2020, month, 3)


class TestSeasons:
    """ "Spring 2023", "Frühjahr 2021"."""

    @pytest.mark.parametrize(
        ("season", "name"), [(number, name) for number, row in SEASON_NAMES for name in row.split()]
    )
    def test_every_name_in_the_table(self, season: int, name: str) -> None:
        assert parse_date(f"{name.title()} 2021") == PartialDate(2021, season=season)
        assert parse_date(f"2021 {name}") == PartialDate(2021, season=season)

    def test_accents(self) -> None:
        assert parse_date("Frühjahr 2021") == parse_date("Fru\u0308hjahr 2021")
        assert parse_date("été 2021") == PartialDate(2021, season=2)

    @pytest.mark.parametrize("text", ["Winter 2022/23", "Winter 2022–23", "Winter 2022–2023"])
    def test_a_winter_of_two_years(self, text: str) -> None:
        assert parse_date(text) == DateRange(PartialDate(2022, season=4), PartialDate(2023))

    @pytest.mark.parametrize("text", ["Spring/Summer 1999", "Spring-Summer 1999"])
    def test_two_seasons_of_a_year(self, text: str) -> None:
        assert parse_date(text) == DateRange(
            PartialDate(1999, season=1), PartialDate(1999, season=2)
        )


class TestStatus:
    """ "in press", "forthcoming", "submitted", "in preparation", "advance online publication"."""

    @pytest.mark.parametrize(
        "text",
        [
            "in press", "In Press", "(in press)", "forthcoming", "Forthcoming.", "submitted",
            "in preparation", "advance online publication", "to appear", "im Druck",
            "sous presse", "à paraître", "en prensa", "in stampa", "no prelo", "in druk",
        ],
    )  # fmt: skip
    def test_it_is_text_with_a_status(self, text: str) -> None:
        found = parse_date(text)
        assert found == DateLiteral(text.strip("()."), status=True)

    def test_submitted_with_a_date_is_a_date(self) -> None:
        assert parse_date("Submitted 27 February 2023") == DAY


class TestNoDate:
    """ "n.d." / "s.d." / "o. J." / "no date"."""

    @pytest.mark.parametrize(
        "text",
        ["n.d.", "n. d.", "N.D.", "(n.d.)", "[n.d.]", "s.d.", "s. d.", "o. J.", "o.J.", "no date",
         "undated", "s.f.", "z.j.", "sans date", "ohne Jahr"],
    )  # fmt: skip
    def test_it_says_so(self, text: str) -> None:
        assert parse_date(text) == NoDate()


class TestNeverGuesses:
    """ "Impossible dates are errors in a constructor; never guesses." What can be read in two ways
    is an error that says how to write either."""

    @pytest.mark.parametrize(
        ("text", "hints"),
        [
            ("02/03/2023", ("2023-03-02", "2023-02-03")),
            ("2-3-2023", ("2023-03-02", "2023-02-03")),
            ("12/01/2023", ("2023-01-12", "2023-12-01")),
            ("01/12/2023", ("2023-01-12", "2023-12-01")),
            ("2011/12", ("2011-12", "2011/2012")),
            ("2004–05", ("2004-05", "2004/2005")),
            ("1990–1", ("1990-01", "1990/1991")),
            ("1900s", ("1900/1909", "1900/1999")),
            ("c1850", ("c. 1850", "1850")),
        ],
    )
    def test_both_readings_are_in_the_hint(self, text: str, hints: tuple[str, ...]) -> None:
        with pytest.raises(DateError) as caught:
            parse_date(text)
        assert caught.value.value == text
        assert all(hint in str(caught.value.hint) for hint in hints)

    def test_a_day_and_month_that_are_the_same_number_are_sure(self) -> None:
        assert parse_date("5/5/2023") == PartialDate(2023, 5, 5)

    @given(day=st.integers(1, 28), month=st.integers(1, 12), mark=st.sampled_from("/-"))
    def test_a_sure_order_is_read_and_an_unsure_one_refused(
        self, day: int, month: int, mark: str
    ) -> None:
        european = f"{day:02}{mark}{month:02}{mark}2023"
        american = f"{month:02}{mark}{day:02}{mark}2023"
        if day > 12 or day == month:
            assert parse_date(european) == parse_date(american) == PartialDate(2023, month, day)
        else:
            for text in (european, american):
                with pytest.raises(DateError, match="either way round"):
                    parse_date(text)

    @given(day=st.integers(1, 28), month=st.integers(1, 12))
    def test_points_mean_day_month_year(self, day: int, month: int) -> None:
        assert parse_date(f"{day}.{month}.2023") == PartialDate(2023, month, day)

    @pytest.mark.parametrize(
        "text",
        [
            "79", "20", "0", "23-02-27", "27/02/23", "20 Feb 20", "1/2/3", "202302", "soon",
            "2023a", "May 5", "AI2023", "12345678901", "2 of 3", "Q1 2023", "2023 2024",
            "10 Jan 2020, 20 Jan 2020", "2020-02-27x", "2020_02", "1990-01-01-01", "1234/5/678",
            "12345/01/02", "2023/02/2023", "123.1.2023",
        ],
    )  # fmt: skip
    def test_two_digits_are_no_year_and_noise_is_no_date(self, text: str) -> None:
        with pytest.raises(DateError) as caught:
            parse_date(text)
        assert caught.value.value == text

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("30 February 2023", "February 2023 has no day 30"),
            ("31.06.2020", "June 2020 has no day 31"),
            ("2023-13", "no month 13"),
            ("2023–23", "no month 23"),
            ("13.13.2023", "no month 13"),
            ("13/13/2023", "no month 13"),
            ("13/2023", "no month 13"),
            ("2023/99", None),
            ("Feb 30–Mar 2, 2023", "no day 30"),
            ("0 May 2021", "no day 0"),
            ("12345", "too many digits"),
            ("May 12345", "write Y12345"),
        ],
    )
    def test_impossible_dates(self, text: str, message: str | None) -> None:
        if message is None:
            assert parse_date(text) == DateRange(PartialDate(2023), PartialDate(2099))
            return
        with pytest.raises(DateError, match=message):
            parse_date(text)


class TestBadInput:
    @pytest.mark.parametrize("value", [None, 2023, b"2023", ["2023"], 20.23])
    def test_what_is_no_text(self, value: Any) -> None:
        with pytest.raises(DateError, match="a date is text"):
            parse_date(value)

    @pytest.mark.parametrize("text", ["", "  ", "()", "[ ]", "\n"])
    def test_empty(self, text: str) -> None:
        with pytest.raises(DateError, match="empty"):
            parse_date(text)

    def test_a_text_that_is_too_long(self) -> None:
        padded = "2023" + " " * (MAX_DATE_LENGTH - 4)
        assert parse_date(padded) == PartialDate(2023)
        with pytest.raises(DateError, match="too long"):
            parse_date(padded + " ")
        with pytest.raises(DateError, match="too long"):
            parse_date("1" * 1_000_000)

    @pytest.mark.parametrize("text", ["２０２３", "٢٠٢٣", "२०२३", "2023-0٢"])
    def test_digits_of_other_scripts_are_refused_not_converted(self, text: str) -> None:
        with pytest.raises(DateError, match="another script"):
            parse_date(text)

    @pytest.mark.parametrize(
        "text", ["2023\x00", "\ud800", "2023\u202e", "(2023]", "2023²", "<2023>", "((2023)"]
    )
    def test_hostile_characters_are_no_date(self, text: str) -> None:
        with pytest.raises(DateError):
            parse_date(text)

    def test_deep_brackets(self) -> None:
        assert parse_date("[" * 90 + "2023" + "]" * 90) == PartialDate(2023)

    @given(text=hostile_text | st.text("0123456789 -–/.,:c?~BCADMayFebtonds[]()", max_size=24))
    @example(text="0 BC–")
    @example(text="May 2020–5")
    def test_anything_is_a_date_or_a_date_error(self, text: str) -> None:
        found: object = None
        with contextlib.suppress(DateError):
            found = parse_date(text)
        assert found is None or isinstance(found, PartialDate | DateRange | DateLiteral | NoDate)


class TestDateText:
    def test_words_that_are_no_status(self) -> None:
        assert date_text("the reign of Augustus") == DateLiteral(
            "the reign of Augustus", status=False
        )

    def test_long_words(self) -> None:
        words = "in press " * 100
        assert date_text(words) == DateLiteral(words, status=False)

    def test_the_limit_is_that_of_dates(self) -> None:
        assert MAX_DATE_LENGTH == 200
        assert date_text("in press".ljust(200)) == DateLiteral("in press".ljust(200), status=True)
        assert date_text("in press".ljust(201)) == DateLiteral("in press".ljust(201), status=False)


class TestTables:
    """Keys are folded; no word stands for two things."""

    WORDS = (MONTHS, SEASONS, STATUS_WORDS, NO_DATE_WORDS, CIRCA_WORDS, FILLERS, LEAD_WORDS)

    @pytest.mark.parametrize("table", [*WORDS, OPEN_WORDS])
    def test_keys_are_folded(self, table: Iterable[str]) -> None:
        assert [word for word in table if fold(word) != word] == []

    def test_a_name_is_in_one_row_only(self) -> None:
        for rows in (MONTH_NAMES, SEASON_NAMES):
            names = [name for _, row in rows for name in row.split()]
            assert len(set(names)) == len(names)

    def test_tables_do_not_overlap(self) -> None:
        kinds = (frozenset(MONTHS), frozenset(SEASONS), CIRCA_WORDS, OPEN_WORDS, NO_DATE_WORDS)
        for one, other in itertools.combinations(kinds, 2):
            assert not one & other

    def test_no_word_before_a_date_is_a_part_of_it(self) -> None:
        assert not LEAD_WORDS & (frozenset(MONTHS) | frozenset(SEASONS) | CIRCA_WORDS)

    def test_every_range_word_separates(self) -> None:
        for word in RANGE_WORDS:
            assert parse_prose(f"2019 {word} 2021") == DateRange(
                PartialDate(2019), PartialDate(2021)
            )
