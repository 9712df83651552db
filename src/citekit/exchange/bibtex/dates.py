r"""Dates: BibTeX's `year` and `month`, BibLaTeX's ISO `date`, both ways.

BibTeX has no field for a day, and prints `month` as it stands, so a month is the bare macro that
every style defines. BibLaTeX dates are ISO 8601-2 level 1 (biblatex manual, section 2.3.8).
"""

from __future__ import annotations

import re

from attrs import evolve

from citekit.errors import DateError
from citekit.model.dates import Date, DateLiteral, DateRange, PartialDate, to_date
from citekit.parsing.dates.edtf import format_edtf
from citekit.tables.bibtex import MONTHS, SEASONS
from citekit.text.clean import prints

__all__ = ["edtf", "read_date", "read_year", "year_and_month"]

_LEAP_YEAR = 2000
"""Has every day that a year can have; the real year decides."""
_TWO_MONTHS = re.compile(r"([^\W\d_]+\.?)(?:\s*[,&]\s*|\s+(?:and|und|et|y|e)\s+|\s+)([^\W\d_]+\.?)")
"""Two months of one issue: "March and April", and what `may # " " # jun` makes."""


def read_date(text: str) -> tuple[Date | None, bool]:
    """Read a date, and say whether it had to be kept as a literal; None where nothing prints.

    >>> read_date("2023-02-27") == (PartialDate(2023, 2, 27), False)
    True
    >>> read_date("Michaelmas")[1]
    True
    """
    try:
        return to_date(text) if prints(text) else None, False
    except DateError:
        return DateLiteral(text, status=False), True


def read_year(year: str, month: str, day: str = "") -> tuple[Date | None, bool]:
    """Read BibTeX's `year`, `month` and `day`; the flag says that something was not understood.

    >>> [edtf(read_year("2023", month)[0]) for month in ("February", "10 January", "Spring")]
    ['2023-02', '2023-01-10', '2023-21']
    """
    date, literal = read_date(year)
    if not isinstance(date, PartialDate) or date.month or not month:
        return date, literal or bool(month and not isinstance(date, PartialDate))
    found = _in_numbers(date, month, day) or _in_words(date, f"{day} {month}".strip())
    return (found, False) if found else (date, True)


def _in_numbers(year: PartialDate, month: str, day: str) -> PartialDate | None:
    """Read months as `2`, and `2` with a day beside it."""
    numbers = f"{month} {day}".split()
    if len(numbers) > 2 or not all(map(str.isdecimal, numbers)):
        return None
    try:
        return evolve(year, month=int(numbers[0]), day=int(numbers[1]) if numbers[1:] else None)
    except DateError:
        return None


def _in_words(year: PartialDate, words: str) -> Date | None:
    """Read "3. Dezember", "March/April" or "Spring" as every date in words is read.

    A year stands behind the words for the reader; the real one takes its place.
    """
    if both := _TWO_MONTHS.fullmatch(words):
        words = f"{both[1]}–{both[2]}"
    try:
        found = to_date(f"{words} {_LEAP_YEAR}")
        if isinstance(found, PartialDate):
            return _of_year(found, year)
        if isinstance(found, DateRange) and found.start and found.end:
            return DateRange(_of_year(found.start, year), _of_year(found.end, year))
    except DateError:
        pass
    return None


def _of_year(date: PartialDate, year: PartialDate) -> PartialDate:
    if date.year != _LEAP_YEAR:
        raise DateError("another year than the field says")
    return evolve(date, year=year.year, circa=year.circa or date.circa)


def year_and_month(date: Date) -> tuple[str, str, str, bool]:
    """Give BibTeX's `year`, the macro of the month, a literal month, and whether all is said.

    >>> year_and_month(PartialDate(2023, 2, 27))
    ('2023', 'feb', '', False)
    >>> year_and_month(PartialDate(2023, season=1))
    ('2023', '', 'Spring', True)
    """
    if isinstance(date, DateLiteral):
        return date.text, "", "", True
    if isinstance(date, DateRange):
        return _year_range(date)
    macro = MONTHS[date.month - 1] if date.month else ""
    literal = SEASONS[date.season - 1] if date.season else ""
    return _year(date), macro, literal, date.day is None


def _year(date: PartialDate) -> str:
    year = str(date.year) if date.year > 0 else f"{-date.year} BC"
    return f"c. {year}" if date.circa else year


def _year_range(date: DateRange) -> tuple[str, str, str, bool]:
    whole = all(each is None or each == PartialDate(each.year) for each in (date.start, date.end))
    ends = [_year(each) if each else "" for each in (date.start, date.end)]
    if ends[0] == ends[1]:
        return ends[0], "", "", False
    return f"{ends[0]}–{ends[1]}", "", "", whole


def edtf(date: Date) -> str:
    """Write a date as BibLaTeX reads it; "" for what is no date to it.

    >>> edtf(PartialDate(2023, 2, 27)), edtf(PartialDate(-44)), edtf(PartialDate(1990, circa=True))
    ('2023-02-27', '-0043', '1990~')
    >>> edtf(DateRange(PartialDate(2020, 5), None))
    '2020-05/'
    """
    if isinstance(date, DateLiteral):
        return ""
    written = format_edtf(date)
    # BibLaTeX has no years of five digits, and an open end is an empty one.
    return "" if "Y" in written else written.replace("..", "")
