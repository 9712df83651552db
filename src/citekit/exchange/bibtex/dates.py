r"""Dates: BibTeX's `year` and `month`, BibLaTeX's ISO `date`, both ways.

BibTeX has no field for a day, and prints `month` as it stands, so a month is the bare macro that
every style defines. BibLaTeX dates are ISO 8601-2 level 1 (biblatex manual, section 2.3.8).
"""

from __future__ import annotations

import re

from attrs import evolve

from citekit.errors import DateError
from citekit.model.dates import Date, DateLiteral, DateRange, PartialDate, to_date
from citekit.tables.bibtex import MONTHS, SEASONS
from citekit.text.clean import prints

__all__ = ["edtf", "read_date", "read_year", "year_and_month"]

_MONTH = re.compile(r"(?<![a-z])(" + "|".join(MONTHS) + r")[a-z]*\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"\d{1,4}")


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

    >>> [edtf(read_year("2023", month)[0]) for month in ("February", "10~January", "Spring")]
    ['2023-02', '2023-01-10', '2023-21']
    """
    date, literal = read_date(year)
    if not isinstance(date, PartialDate) or date.month or not month:
        return date, literal or bool(month and not isinstance(date, PartialDate))
    for number, season in enumerate(SEASONS, start=1):
        if month.casefold() in (season.casefold(), "fall" if number == 3 else ""):
            return evolve(date, season=number), False
    return _with_month(date, month, day)


def _with_month(date: PartialDate, month: str, day: str) -> tuple[Date, bool]:
    names = [name.lower() for name in _MONTH.findall(month)]
    numbers = [int(number) for number in _NUMBER.findall(f"{month} {day}")]
    try:
        if len(names) == 1 and len(numbers) <= 1:
            found = MONTHS.index(names[0]) + 1
            return evolve(date, month=found, day=numbers[0] if numbers else None), False
        if len(names) == 2 and not numbers:
            first, last = (evolve(date, month=MONTHS.index(name) + 1) for name in names)
            return DateRange(first, last), False
        if not names and numbers and len(numbers) <= 2:
            return evolve(date, month=numbers[0], day=(*numbers, None)[1]), False
    except DateError:
        return date, True
    return date, True


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
    if isinstance(date, DateRange):
        ends = [_edtf_point(each) if each else "" for each in (date.start, date.end)]
        return "" if None in ends else "/".join(map(str, ends))
    return _edtf_point(date) or ""


def _edtf_point(date: PartialDate) -> str | None:
    year = date.year if date.year > 0 else date.year + 1
    if abs(year) > 9999:
        return None
    text = f"-{-year:04}" if year < 0 else f"{year:04}"
    if date.season:
        text += f"-{20 + date.season}"
    if date.month:
        text += f"-{date.month:02}"
    if date.day:
        text += f"-{date.day:02}"
    return f"{text}~" if date.circa else text
