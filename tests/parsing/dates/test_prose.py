"""Ranges, circa and years before Christ. The sentences quoted are those of issue 2."""

from __future__ import annotations

import pytest

from citekit.errors import DateError
from citekit.parsing.dates.parts import DateRange, PartialDate
from citekit.parsing.dates.read import parse_date


def parts(numbers: tuple[int, ...]) -> PartialDate:
    year, month, day = (*numbers, None, None)[:3]
    assert year is not None
    return PartialDate(year, month, day)


class TestRanges:
    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("2020-02/2020-03", (2020, 2), (2020, 3)),
            ("2–5 May 2021", (2021, 5, 2), (2021, 5, 5)),
            ("2-5 May 2021", (2021, 5, 2), (2021, 5, 5)),
            ("2nd–5th May 2021", (2021, 5, 2), (2021, 5, 5)),
            ("May 2–5, 2021", (2021, 5, 2), (2021, 5, 5)),
            ("2021 May 2–5", (2021, 5, 2), (2021, 5, 5)),
            ("2. bis 5. Mai 2021", (2021, 5, 2), (2021, 5, 5)),
            ("2 a 5 de mayo de 2021", (2021, 5, 2), (2021, 5, 5)),
            ("02.–05.05.2021", (2021, 5, 2), (2021, 5, 5)),
            ("02.05.2021–05.05.2021", (2021, 5, 2), (2021, 5, 5)),
            ("2021-05-02 to 2021-05-05", (2021, 5, 2), (2021, 5, 5)),
            ("2021-05-02 – 2021-05-05", (2021, 5, 2), (2021, 5, 5)),
            ("May–June 2020", (2020, 5), (2020, 6)),
            ("May/June 2020", (2020, 5), (2020, 6)),
            ("2020 May-June", (2020, 5), (2020, 6)),
            ("2020-05 to 2020-06", (2020, 5), (2020, 6)),
            ("2019–2021", (2019,), (2021,)),
            ("2019-2021", (2019,), (2021,)),
            ("2019 – 2021", (2019,), (2021,)),
            ("2019 -- 2021", (2019,), (2021,)),
            ("2019--2021", (2019,), (2021,)),
            ("2019/2021", (2019,), (2021,)),
            ("2019 / 2021", (2019,), (2021,)),
            ("from 2019 to 2021", (2019,), (2021,)),
            ("2019–20", (2019,), (2020,)),
            ("2019/20", (2019,), (2020,)),
            ("2019 - 20", (2019,), (2020,)),
            ("1998–99", (1998,), (1999,)),
            ("30 Dec 2020 – 2 Jan 2021", (2020, 12, 30), (2021, 1, 2)),
            ("30 Dec 2020 - 2 Jan 2021", (2020, 12, 30), (2021, 1, 2)),
            ("27 February – 3 March 2023", (2023, 2, 27), (2023, 3, 3)),
            ("2023 Feb 27–Mar 3", (2023, 2, 27), (2023, 3, 3)),
            ("27-02-2023 – 13-03-2023", (2023, 2, 27), (2023, 3, 13)),
            ("December 2020/January 2021", (2020, 12), (2021, 1)),
            ("2021-05-02 / 2021-05-05", (2021, 5, 2), (2021, 5, 5)),
            ("13-02-2021/14-02-2021", (2021, 2, 13), (2021, 2, 14)),
        ],
    )
    def test_what_one_end_leaves_out_comes_from_the_other(
        self, text: str, start: tuple[int, ...], end: tuple[int, ...]
    ) -> None:
        assert parse_date(text) == DateRange(parts(start), parts(end))

    @pytest.mark.parametrize(
        "text", ["1990–", "1990-", "1990 –", "1990/..", "1990/", "1990–present", "1990 – heute"]
    )
    def test_an_open_end(self, text: str) -> None:
        assert parse_date(text) == DateRange(PartialDate(1990), None)

    @pytest.mark.parametrize("text", ["../2020", "/2020", "–2020", "– 2020"])
    def test_an_open_start(self, text: str) -> None:
        assert parse_date(text) == DateRange(None, PartialDate(2020))

    def test_an_open_range_of_months(self) -> None:
        assert parse_date("May 1990–") == DateRange(PartialDate(1990, 5), None)

    @pytest.mark.parametrize(
        "text",
        ["2021–2020", "May 2021–April 2021", "30 Dec 2020 – 2 Jan", "5–2 May 2021"],
    )
    def test_an_end_before_the_start_is_an_error(self, text: str) -> None:
        with pytest.raises(DateError, match="ends before it starts") as caught:
            parse_date(text)
        assert caught.value.value == text

    @pytest.mark.parametrize(
        "text",
        [
            "–", "–present", "May–", "–May", "2–5", "2–5 2021", "May–June", "27 Feb–2021",
            "2019–2020–2021", "Nov-Dec-Jan 2020", "soon–2020", "2020–soon", "2019–20–21",
            "May 2020–5", "2–May 2020", "44 BC–20", "44 BC–99",
        ],
    )  # fmt: skip
    def test_what_has_no_year_or_too_many_ends_is_no_date(self, text: str) -> None:
        with pytest.raises(DateError):
            parse_date(text)

    def test_decades(self) -> None:
        assert (
            parse_date("1990s")
            == parse_date("1990's")
            == DateRange(PartialDate(1990), PartialDate(1999))
        )


class TestCirca:
    """ "c. 1850", "ca. 1850", "circa 1850", "1850~", "1850?", "[1850?]", "about 1850"."""

    @pytest.mark.parametrize(
        "text",
        [
            "c. 1850", "c 1850", "ca. 1850", "ca1850", "circa 1850", "1850~", "1850?", "1850%",
            "[1850?]", "about 1850", "~1850", "um 1850", "vers 1850", "Published c. 1850",
            "probably 1850", "1850 circa", "c. 1850?", "[ca. 1850]",
        ],
    )  # fmt: skip
    def test_they_are_circa(self, text: str) -> None:
        assert parse_date(text) == PartialDate(1850, circa=True)

    def test_the_mark_belongs_to_the_date_beside_it(self) -> None:
        about, sure = PartialDate(1850, circa=True), PartialDate(1860)
        assert parse_date("c. 1850–1860") == DateRange(about, sure)
        assert parse_date("c. 1850–c. 1860") == DateRange(about, PartialDate(1860, circa=True))

    def test_with_months_and_days(self) -> None:
        assert parse_date("c. May 1850") == PartialDate(1850, 5, circa=True)
        assert parse_date("3 May 1850?") == PartialDate(1850, 5, 3, circa=True)

    @pytest.mark.parametrize("text", ["27 ca Feb 1850", "circa", "?"])
    def test_elsewhere_it_is_no_date(self, text: str) -> None:
        with pytest.raises(DateError):
            parse_date(text)


class TestBeforeChrist:
    """ "BC in our model: negative integer year, CSL convention (-44 = 44 BC), no year 0."""

    @pytest.mark.parametrize(
        "text",
        [
            "44 BC", "44 B.C.", "44 BCE", "44 B.C.E.", "44BC", "44 v. Chr.", "44 v.Chr.",
            "44 av. J.-C.", "44 a.C.", "44 a. C.", "44 bc", "-0043",
        ],
    )  # fmt: skip
    def test_44_bc(self, text: str) -> None:
        assert parse_date(text) == PartialDate(-44)

    def test_circa(self) -> None:
        assert parse_date("c. 350 BCE") == parse_date("350? BC") == PartialDate(-350, circa=True)

    @pytest.mark.parametrize(
        "text", ["AD 79", "A.D. 79", "79 AD", "79 CE", "79 n. Chr.", "79 d.C."]
    )
    def test_after_christ(self, text: str) -> None:
        assert parse_date(text) == PartialDate(79)

    @pytest.mark.parametrize("text", ["15 March 44 BC", "March 15, 44 BC"])
    def test_days(self, text: str) -> None:
        assert parse_date(text) == PartialDate(-44, 3, 15)

    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("49–44 BC", -49, -44),
            ("49-44 BC", -49, -44),
            ("1200–1100 BC", -1200, -1100),
            ("49 BC – 44 BC", -49, -44),
            ("30 BC – 14 AD", -30, 14),
            ("30 BC – AD 14", -30, 14),
            ("79–81 AD", 79, 81),
            ("AD 79–81", 79, 81),
            ("AD 179–81", 179, 181),
        ],
    )
    def test_an_era_holds_for_both_ends(self, text: str, start: int, end: int) -> None:
        assert parse_date(text) == DateRange(PartialDate(start), PartialDate(end))

    def test_days_before_christ(self) -> None:
        ides = DateRange(PartialDate(-44, 3, 14), PartialDate(-44, 3, 15))
        assert parse_date("14–15 March 44 BC") == ides
        assert parse_date("14 March – 15 March 44 BC") == ides

    @pytest.mark.parametrize("text", ["0 BC", "0000 BC", "1–0 BC", "0 AD"])
    def test_there_is_no_year_0(self, text: str) -> None:
        with pytest.raises(DateError, match="no year 0"):
            parse_date(text)

    @pytest.mark.parametrize(
        "text", ["BC", "AD", "3 BC AD", "BC 3", "AD May 79", "May BC", "c. BC"]
    )
    def test_an_era_needs_its_year_beside_it(self, text: str) -> None:
        with pytest.raises(DateError):
            parse_date(text)
