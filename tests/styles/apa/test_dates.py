"""The date element (APA 7, sections 9.13 to 9.17 and 8.15)."""

import pytest

from apa_helpers import both, entry, make
from citekit.model.dates import DateLiteral, DateRange, PartialDate
from citekit.styles.apa.dates import long_date, show_date, year_text


def full(date: object, **fields: object) -> str:
    shown = entry(type="webpage", authors="Jane Roe", title="T", issued=date, **fields)
    return shown.removeprefix("Roe, J. ").partition(". *T*")[0]


class TestExactness:
    """9.14: the year; for magazines, newspapers, blogs, web pages and the like also month and day,
    year first."""

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            ("2023", "(2023)"),
            ("2023-02", "(2023, February)"),
            ("2023-02-27", "(2023, February 27)"),
            (PartialDate(2023, season=2), "(2023, Summer)"),
            (PartialDate(2023, season=3), "(2023, Fall)"),
        ],
    )
    def test_exact_types(self, date: object, expected: str) -> None:
        assert full(date) == expected

    @pytest.mark.parametrize(
        "kind", ["article-magazine", "article-newspaper", "post", "post-weblog", "webpage"]
    )
    def test_these_show_the_day(self, kind: str) -> None:
        shown = entry(type=kind, authors="Jane Roe", title="T", issued="2023-02-27", venue="V")
        assert "(2023, February 27)" in shown

    @pytest.mark.parametrize(
        "kind", ["article-journal", "book", "chapter", "report", "thesis", "preprint", "dataset"]
    )
    def test_these_show_the_year(self, kind: str) -> None:
        shown = entry(type=kind, authors="Jane Roe", title="T", issued="2023-02-27", venue="V")
        assert "(2023)" in shown

    def test_a_citation_shows_the_year_only(self) -> None:
        """8.10: in text citations only the year."""
        work = make(type="webpage", authors="Jane Roe", title="T", issued="2023-02-27")
        assert both(work) == ("(Roe, 2023)", "Roe (2023)")


class TestNoDate:
    """9.17: n.d. where no date can be found."""

    def test_no_date(self) -> None:
        assert full(None) == "(n.d.)"
        assert both(make(authors="Jane Roe")) == ("(Roe, n.d.)", "Roe (n.d.)")


class TestOldDates:
    """9.13 and 8.15: approximate years have "ca.", ancient ones "B.C.E."."""

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            (PartialDate(1850, circa=True), "ca. 1850"),
            (PartialDate(-350), "350 B.C.E."),
            (PartialDate(-350, circa=True), "ca. 350 B.C.E."),
            (PartialDate(165), "165 C.E."),
            (PartialDate(1000), "1000"),
            (DateRange(PartialDate(-385), PartialDate(-378)), "385–378 B.C.E."),
            (DateRange(PartialDate(-27), PartialDate(14)), "27 B.C.E.–14 C.E."),
            (DateRange(PartialDate(990), PartialDate(1010)), "990 C.E.–1010"),
        ],
    )
    def test_years(self, date: object, expected: str) -> None:
        assert year_text(date) == expected  # type: ignore[arg-type]  # each is a Date


class TestRanges:
    """9.13: a range of years has an en dash; one that goes on, "present" (10.12); 10.5: the days of
    a conference."""

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            ("1990/1995", "1990–1995"),
            (DateRange(PartialDate(2011), None), "2011–present"),
            (DateRange(None, PartialDate(2011)), "n.d.–2011"),
            (DateRange(PartialDate(1850, circa=True), PartialDate(1860)), "ca. 1850–1860"),
            (DateRange(PartialDate(1850), PartialDate(1860, circa=True)), "ca. 1850–1860"),
            (DateRange(PartialDate(2011), PartialDate(2011)), "2011"),
            (DateRange(PartialDate(2011), PartialDate(2011, circa=True)), "ca. 2011"),
            (DateRange(PartialDate(2018, 9, 27), PartialDate(2018, 9, 30)), "2018"),
        ],
    )
    def test_years(self, date: object, expected: str) -> None:
        shown = entry(type="book", authors="Jane Roe", title="T", issued=date)
        assert shown == f"Roe, J. ({expected}). *T*."

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            ((2018, 9, 27), (2018, 9, 30), "2018, September 27–30"),
            ((2016, 3, 30), (2016, 4, 2), "2016, March 30–April 2"),
            ((2019, 12, 30), (2020, 1, 2), "2019, December 30–2020, January 2"),
            ((2019, 5), (2019, 6), "2019, May–June"),
            ((2019, 5), (2019, 5), "2019, May"),
            ((2019, 5, 3), (2019, 5, 3), "2019, May 3"),
            ((2019, 5), (2019,), "2019, May"),
            ((2019,), (2019, 5), "2019, May"),
            ((2019,), (2020,), "2019–2020"),
            ((2019, 5), (2020,), "2019–2020"),
        ],
    )
    def test_days(self, start: tuple[int], end: tuple[int], expected: str) -> None:
        assert full(DateRange(PartialDate(*start), PartialDate(*end))) == f"({expected})"


class TestStatus:
    """9.13: accepted work that is not out yet is "in press"; 10.8: unpublished work has the year in
    which it was written."""

    @pytest.mark.parametrize(
        "said", ["in press", "In Press", "forthcoming", "accepted", "im Druck"]
    )
    def test_in_press(self, said: str) -> None:
        assert full(DateLiteral(said, status=True)) == "(in press)"
        assert full(None, status=said) == "(in press)"

    def test_a_year_is_more_than_a_status(self) -> None:
        assert full(2020, status="in press") == "(2020)"

    def test_another_status_stands_as_it_is(self) -> None:
        assert (
            full(DateLiteral("Im Erscheinen begriffen", status=True)) == "(im Erscheinen begriffen)"
        )

    def test_words_that_are_no_status_stay(self) -> None:
        assert full(DateLiteral("Michaelmas term", status=False)) == "(Michaelmas term)"

    @pytest.mark.parametrize("status", ["submitted", "in preparation", "under review"])
    def test_not_yet_accepted(self, status: str) -> None:
        work = {"type": "article-journal", "authors": "Jane Roe", "title": "T"}
        assert entry(**work, status=status, issued=2020).startswith(
            "Roe, J. (2020). *T* [Manuscript"
        )
        assert entry(**work, issued=DateLiteral(status, status=True)).startswith("Roe, J. (n.d.).")


class TestRetrieval:
    """9.16: a retrieval date only where the content is meant to change."""

    def test_content_that_changes(self) -> None:
        shown = full(None, url="https://example.org", accessed="2023-05-01", content_changes=True)
        assert shown == "(n.d.)"
        shown = entry(
            title="T", url="https://example.org", accessed="2023-05-01", content_changes=True
        )
        assert shown.endswith("Retrieved May 1, 2023, from https://example.org")

    def test_content_that_stays(self) -> None:
        shown = entry(title="T", url="https://example.org", accessed="2023-05-01")
        assert "Retrieved" not in shown

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            (PartialDate(2023, 5, 1), "May 1, 2023"),
            (PartialDate(2023, 5), "May 2023"),
            (PartialDate(2023), "2023"),
            (PartialDate(2023, season=1), "Spring 2023"),
        ],
    )
    def test_dates_in_running_text(self, date: PartialDate, expected: str) -> None:
        assert long_date(date) == expected


class TestReprinted:
    """9.40 and 8.15: what was printed again says when it first came out, at the end and without a
    full stop; a citation shows both years."""

    def test_both_years(self) -> None:
        work = make(type="book", authors="Jane Roe", title="T", issued=1953, original_date=1900)
        assert both(work) == ("(Roe, 1900/1953)", "Roe (1900/1953)")
        shown = entry(type="book", authors="Jane Roe", title="T", issued=1953, original_date=1900)
        assert shown == "Roe, J. (1953). *T*. (Original work published 1900)"


class TestOrder:
    """9.46 and 9.47: no date first, then the years, a year before its days, in press last."""

    def test_the_order_of_dates(self) -> None:
        dates = [
            None,
            PartialDate(-44),
            PartialDate(2020),
            PartialDate(2020, 1),
            PartialDate(2020, 1, 15),
            PartialDate(2020, season=1),
            PartialDate(2020, 4),
            DateRange(PartialDate(2020, 5, 1), PartialDate(2020, 5, 3)),
            DateRange(None, PartialDate(2021)),
            DateLiteral("Michaelmas term", status=False),
            DateLiteral("in press", status=True),
        ]
        orders = [show_date(date, exact=True).order for date in dates]
        assert orders == sorted(orders)
        assert len(set(orders)) == len(orders)

    def test_what_is_not_shown_does_not_count(self) -> None:
        one, other = (show_date(PartialDate(2020, month), exact=False) for month in (1, 9))
        assert one.order == other.order
        assert one.order == show_date(PartialDate(2020), exact=True).order
