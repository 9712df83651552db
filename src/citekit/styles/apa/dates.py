"""How APA shows dates (APA 7, sections 9.13 to 9.17 and 8.15)."""

from __future__ import annotations

from attrs import evolve, frozen

from citekit.model.dates import Date, DateLiteral, DateRange, PartialDate

__all__ = ["NO_DATE", "ShownDate", "long_date", "show_date", "year_text"]

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_SEASONS = ("Spring", "Summer", "Fall", "Winter")
_UNDATED, _DATED, _PENDING = range(3)
_LAST = 10**13


@frozen
class ShownDate:
    """A date as it is shown.

    Args:
        year: What a citation shows: "2023", "n.d.", "in press", "ca. 350 B.C.E.".
        rest: What follows it in the reference: ", February 27".
        order: Where it stands among the dates of one author (APA 7, sections 9.46 and 9.47): no
            date, the years, in press; a year alone before the days of that year.
        original: The year of the first edition of what was printed again (section 8.15).
    """

    year: str
    rest: str = ""
    order: tuple[int, int, int, int] = (_UNDATED, 0, 0, 0)
    original: str = ""

    def with_suffix(self, letter: str) -> str:
        """Give the year with the letter that tells works of one year apart (section 8.19).

        >>> ShownDate("2023").with_suffix("a"), ShownDate("n.d.").with_suffix("b")
        ('2023a', 'n.d.-b')
        """
        return self.year + (letter if self.year[-1:].isdigit() or not letter else f"-{letter}")

    def in_text(self, letter: str) -> str:
        """Give the date as a citation has it: "1900/1953" for what was printed again (8.15)."""
        year = self.with_suffix(letter)
        return f"{self.original}/{year}" if self.original else year

    def in_list(self, letter: str) -> str:
        """Give the date element, in parentheses."""
        return f"({self.with_suffix(letter)}{self.rest})"


NO_DATE = ShownDate("n.d.")
"""No date is known (APA 7, section 9.17)."""


def _bare_year(year: int) -> str:
    return str(abs(year))


def _era(year: int) -> str:
    """Give the era where a reader needs it: "B.C.E.", and "C.E." for years of fewer digits."""
    if year < 0:
        return " B.C.E."
    return " C.E." if year < 1000 else ""


def _year(date: PartialDate) -> str:
    return f"{'ca. ' if date.circa else ''}{_bare_year(date.year)}{_era(date.year)}"


def year_text(date: Date | None) -> str:
    """Give the year or years of a date, as citations have them; "" for no date.

    >>> year_text(PartialDate(-350, circa=True))
    'ca. 350 B.C.E.'
    >>> year_text(DateRange(PartialDate(-385), PartialDate(-378)))
    '385–378 B.C.E.'
    """
    if isinstance(date, PartialDate):
        return _year(date)
    if isinstance(date, DateRange):
        return _years(date)
    return date.text if date is not None else ""


def _years(span: DateRange) -> str:
    start, end = span.start, span.end
    if start is None:
        return f"n.d.–{year_text(end)}"
    if end is None:
        return f"{_year(start)}–present"
    if start.year == end.year:
        return _year(evolve(start, circa=start.circa or end.circa))
    if _era(start.year) != _era(end.year):
        return f"{_year(start)}–{_year(end)}"
    circa = "ca. " if start.circa or end.circa else ""
    return f"{circa}{_bare_year(start.year)}–{_bare_year(end.year)}{_era(end.year)}"


def _within_year(date: PartialDate) -> str:
    """Give what is known beside the year: "February 27", "Summer"."""
    if date.season is not None:
        return _SEASONS[date.season - 1]
    month = _MONTHS[date.month - 1] if date.month is not None else ""
    return f"{month} {date.day}" if date.day is not None else month


def long_date(date: PartialDate) -> str:
    """Give a date as running text has it (APA 7, section 9.16: "Retrieved May 1, 2023").

    >>> long_date(PartialDate(2023, 5, 1)), long_date(PartialDate(2023, 5))
    ('May 1, 2023', 'May 2023')
    """
    within = _within_year(date)
    glue = ", " if date.day is not None else " "
    return glue.join(filter(None, [within, _year(date)]))


def _order(date: PartialDate, *, exact: bool) -> tuple[int, int, int, int]:
    if not exact:
        return (_DATED, date.year, 0, 0)
    month = date.month or (date.season or 0) * 3
    return (_DATED, date.year, month, date.day or 0)


def _range_rest(start: PartialDate, end: PartialDate) -> str:
    """Give the days of a range: ", September 27–30", ", March 30–April 2"."""
    first, last = _within_year(start), _within_year(end)
    if start.year != end.year:
        return f", {first}–{_year(end)}, {last}" if first and last else ""
    if not first or not last or first == last:
        return f", {first or last}" if first or last else ""
    if start.month is not None and start.month == end.month and start.day and end.day:
        return f", {first}–{end.day}"
    return f", {first}–{last}"


def _show_range(span: DateRange, *, exact: bool) -> ShownDate:
    known = span.start or span.end
    order = _order(known, exact=exact) if known is not None else NO_DATE.order
    if exact and span.start is not None and span.end is not None:
        rest = _range_rest(span.start, span.end)
        if rest:
            return ShownDate(_year(span.start), rest, order)
    return ShownDate(_years(span), "", order)


def _show_literal(date: DateLiteral) -> ShownDate:
    """Show a status ("in press") in lower case, and other words as they stand."""
    words = date.text[:1].lower() + date.text[1:] if date.status else date.text
    return ShownDate(words, "", (_PENDING if date.status else _DATED, _LAST, 0, 0))


def show_date(date: Date | None, *, exact: bool) -> ShownDate:
    """Show the date of a work.

    Args:
        date: The date; None is "n.d.".
        exact: Whether the kind of work shows month and day (APA 7, section 9.14).

    >>> show_date(PartialDate(2023, 2, 27), exact=True).rest
    ', February 27'
    """
    if date is None:
        return NO_DATE
    if isinstance(date, DateLiteral):
        return _show_literal(date)
    if isinstance(date, DateRange):
        return _show_range(date, exact=exact)
    within = _within_year(date) if exact else ""
    return ShownDate(_year(date), f", {within}" if within else "", _order(date, exact=exact))
