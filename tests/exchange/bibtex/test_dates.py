"""Dates of both dialects."""

import pytest

from citekit.exchange.bibtex.dates import edtf, read_date, read_year, year_and_month
from citekit.model.dates import Date, DateLiteral, DateRange, PartialDate


class TestReadYear:
    """ "year = {in press}, ranges, 2023?: keep the literal." (bibtex-rules, Reader 8)"""

    @pytest.mark.parametrize(
        ("year", "month", "day", "date"),
        [
            ("2023", "", "", PartialDate(2023)),
            ("2023", "February", "", PartialDate(2023, 2)),
            ("2023", "Feb.", "", PartialDate(2023, 2)),
            ("2023", "2", "", PartialDate(2023, 2)),
            ("2023", "February", "27", PartialDate(2023, 2, 27)),
            ("2023", "February 27", "", PartialDate(2023, 2, 27)),
            ("2023", "27\u00a0February", "", PartialDate(2023, 2, 27)),
            ("2023", "2", "27", PartialDate(2023, 2, 27)),
            ("2023", "March–April", "", DateRange(PartialDate(2023, 3), PartialDate(2023, 4))),
            ("2023", "Spring", "", PartialDate(2023, season=1)),
            ("2023", "fall", "", PartialDate(2023, season=3)),
            ("2023?", "", "", PartialDate(2023, circa=True)),
            ("in press", "", "", DateLiteral("in press", status=True)),
            ("2023-05", "June", "", PartialDate(2023, 5)),
        ],
    )
    def test_understood(self, year: str, month: str, day: str, date: Date) -> None:
        assert read_year(year, month, day) == (date, False)

    @pytest.mark.parametrize(
        ("month", "day"),
        [("Michaelmas", ""), ("13", ""), ("February 30", ""), ("1 2 3", ""), ("May June July", "")],
    )
    def test_a_month_that_is_none_leaves_the_year(self, month: str, day: str) -> None:
        assert read_year("2023", month, day) == (PartialDate(2023), True)

    def test_a_year_that_is_none_is_kept(self) -> None:
        assert read_year("199x", "", "") == (DateLiteral("199x", status=False), True)
        assert read_year("in press", "May", "")[1]

    def test_no_date(self) -> None:
        assert read_year("n.d.", "", "") == (None, False)


class TestReadDate:
    """BibLaTeX's `date` is ISO 8601-2."""

    def test_range(self) -> None:
        both = DateRange(PartialDate(2020, 2), PartialDate(2020, 3))
        assert read_date("2020-02/2020-03") == (both, False)

    def test_what_is_no_date_is_kept(self) -> None:
        assert read_date("2023-02-30") == (DateLiteral("2023-02-30", status=False), True)


class TestYearAndMonth:
    """ "month = feb, a bare macro." (bibtex-rules, Writer 14) BibTeX has no field for a day."""

    @pytest.mark.parametrize(
        ("date", "fields"),
        [
            (PartialDate(2023), ("2023", "", "", True)),
            (PartialDate(2023, 2), ("2023", "feb", "", True)),
            (PartialDate(2023, 2, 27), ("2023", "feb", "", False)),
            (PartialDate(2023, season=4), ("2023", "", "Winter", True)),
            (PartialDate(1500, circa=True), ("c. 1500", "", "", True)),
            (PartialDate(-44), ("44 BC", "", "", True)),
            (DateRange(PartialDate(2019), PartialDate(2021)), ("2019–2021", "", "", True)),
            (DateRange(PartialDate(2019), None), ("2019–", "", "", True)),
            (DateRange(PartialDate(2019, 5), PartialDate(2021)), ("2019–2021", "", "", False)),
            (DateRange(PartialDate(2019, 5), PartialDate(2019, 6)), ("2019", "", "", False)),
            (DateLiteral("in press", status=True), ("in press", "", "", True)),
        ],
    )
    def test_each(self, date: Date, fields: tuple[str, str, str, bool]) -> None:
        assert year_and_month(date) == fields


class TestEdtf:
    """ "date = {2023-02-27} for BibLaTeX." (bibtex-rules, Writer 15)"""

    @pytest.mark.parametrize(
        ("date", "text"),
        [
            (PartialDate(2023), "2023"),
            (PartialDate(2023, 2), "2023-02"),
            (PartialDate(2023, 2, 27), "2023-02-27"),
            (PartialDate(2023, season=1), "2023-21"),
            (PartialDate(1500, circa=True), "1500~"),
            (PartialDate(-1), "0000"),
            (PartialDate(-44), "-0043"),
            (PartialDate(9999), "9999"),
            (PartialDate(12345), ""),
            (DateRange(PartialDate(2019), PartialDate(2021, 3)), "2019/2021-03"),
            (DateRange(None, PartialDate(2021)), "/2021"),
            (DateRange(PartialDate(2021), None), "2021/"),
            (DateRange(PartialDate(2021), PartialDate(12345)), ""),
            (DateLiteral("in press", status=True), ""),
        ],
    )
    def test_each(self, date: Date, text: str) -> None:
        assert edtf(date) == text

    @pytest.mark.parametrize(
        "date", [PartialDate(2023, 2, 27), PartialDate(-44), PartialDate(1500, circa=True)]
    )
    def test_it_reads_back(self, date: Date) -> None:
        assert read_date(edtf(date)) == (date, False)
