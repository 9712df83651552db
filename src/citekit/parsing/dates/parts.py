"""What a date can be: a day, month, season or year; a range; a status; nothing.

Years count as in CSL-JSON: 44 BC is ``-44`` and there is no year 0. The calendar is the
proleptic Gregorian one throughout, as ISO 8601 and EDTF have it.
"""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from citekit.errors import DateError
from citekit.speed.records import shared_methods
from citekit.text.clean import clean, fold_space, prints

__all__ = [
    "MAX_YEAR",
    "DateLiteral",
    "DateRange",
    "NoDate",
    "ParsedDate",
    "PartialDate",
    "days_in_month",
    "is_leap_year",
    "make_date",
]

MAX_YEAR = 999_999_999_999
"""The largest year, in either direction: the age of the universe has room in it."""

_MONTH_NAMES = (
    "January February March April May June July August September October November December"
).split()
_SEASON_NAMES = ("Spring", "Summer", "Autumn", "Winter")


def is_leap_year(year: int) -> bool:
    """Tell whether a year has a 29 February, by the Gregorian rule run backwards.

    Args:
        year: The year as CSL counts it, so that 1 BC is -1. 1 BC, 5 BC … are leap years,
            because ISO 8601 counts them as the years 0, -4 ….

    >>> [year for year in (2023, 2024, 1900, 2000, -1, -4, -5) if is_leap_year(year)]
    [2024, 2000, -1, -5]
    """
    count = year + 1 if year < 0 else year
    return count % 4 == 0 and (count % 100 != 0 or count % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Give the number of days of a month (1 to 12) of a year.

    >>> days_in_month(2023, 2), days_in_month(2024, 2), days_in_month(2023, 6)
    (28, 29, 30)
    """
    if month == 2:
        return 29 if is_leap_year(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@frozen
@shared_methods
class PartialDate:
    """One date, as exact as its source: a year, a season or month of it, or a day.

    Args:
        year: The year; -44 is 44 BC; there is no year 0.
        month: 1 to 12, or None.
        day: The day of the month, or None.
        season: 1 spring, 2 summer, 3 autumn, 4 winter, as printed, whatever the hemisphere.
        circa: Whether the date is approximate or uncertain.

    Raises:
        DateError: When no such date exists, or parts contradict each other.

    >>> PartialDate(2023, 2, 27), str(PartialDate(2023, 2, 27))
    (PartialDate(2023, 2, 27), '27 February 2023')
    >>> PartialDate(2023, 2, 30)
    Traceback (most recent call last):
    ...
    citekit.errors.DateError: February 2023 has no day 30 (got 30); it has days 1 to 28
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    circa: bool = False

    def __repr__(self) -> str:
        known = [each for each in (self.year, self.month, self.day) if each is not None]
        shown = [*map(str, known)]
        shown += [f"season={self.season}"] if self.season is not None else []
        shown += ["circa=True"] if self.circa else []
        return f"PartialDate({', '.join(shown)})"

    def __str__(self) -> str:
        parts = ["c."] if self.circa else []
        parts += [str(self.day)] if self.day is not None else []
        parts += [_MONTH_NAMES[self.month - 1]] if self.month is not None else []
        parts += [_SEASON_NAMES[self.season - 1]] if self.season is not None else []
        parts += [str(self.year) if self.year > 0 else f"{-self.year} BC"]
        return " ".join(parts)

    def __attrs_post_init__(self) -> None:
        _check_types(self)
        _check_year(self.year)
        if self.month is not None:
            _check_month(self.year, self.month, self.day)
            if self.season is not None:
                raise DateError(
                    "a date has a month or a season, not both",
                    value=self.season,
                    hint="leave the season out",
                )
        elif self.day is not None:
            raise DateError("a day needs a month", value=self.day, hint="give the month too")
        if self.season is not None and not 1 <= self.season <= 4:
            raise DateError(
                f"there is no season {self.season}",
                value=self.season,
                hint="1 is spring, 2 summer, 3 autumn, 4 winter",
            )


def _check_types(date: PartialDate) -> None:
    """Refuse whatever is no whole number: True is an int to Python, but no year."""
    for name in ("year", "month", "day", "season"):
        value = getattr(date, name)
        if value is None and name != "year":
            continue
        if not isinstance(value, int) or isinstance(value, bool):
            raise DateError(f"the {name} is not a whole number", value=value)


def _check_year(year: int) -> None:
    if year == 0:
        raise DateError("there is no year 0", value=year, hint="1 BC is -1, and AD 1 follows it")
    if abs(year) > MAX_YEAR:
        shown = f"{MAX_YEAR:,}"
        raise DateError("the year is out of range", hint=f"years go from -{shown} to {shown}")


def _check_month(year: int, month: int, day: int | None) -> None:
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month}", value=month, hint="months are 1 to 12")
    if day is None:
        return
    last = days_in_month(year, month)
    if not 1 <= day <= last:
        shown = f"{_MONTH_NAMES[month - 1]} {year if year > 0 else f'{-year} BC'}"
        raise DateError(f"{shown} has no day {day}", value=day, hint=f"it has days 1 to {last}")


@frozen
@shared_methods
class DateRange:
    """A range of dates; an end that is None is open or unknown.

    Args:
        start: The first date, or None.
        end: The last date, or None.

    Raises:
        DateError: When both ends are missing, or the end is before the start. Seasons of one
            year are not compared: whether winter comes first depends on where one is.

    >>> DateRange(PartialDate(2019), PartialDate(2021)).end
    PartialDate(2021)
    >>> print(DateRange(PartialDate(2019), None), DateRange(PartialDate(2019, 5), None))
    2019– May 2019 –
    """

    start: PartialDate | None
    end: PartialDate | None

    def __str__(self) -> str:
        ends = ["" if end is None else str(end) for end in (self.start, self.end)]
        return (" – " if any(" " in end for end in ends) else "–").join(ends).strip()

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise DateError("a range needs a start or an end")
        if self.start is not None and self.end is not None and _is_after(self.start, self.end):
            raise DateError("the range ends before it starts", hint="swap its ends")


def _is_after(first: PartialDate, second: PartialDate) -> bool:
    """Tell whether the first date is surely later, as far as both are exact."""
    pairs = ((first.year, second.year), (first.month, second.month), (first.day, second.day))
    for one, other in pairs:
        if one is None or other is None:
            return False
        if one != other:
            return one > other
    return False


def _one_line(text: Any) -> Any:
    """Clean the words of a date; what is no text is refused below."""
    return fold_space(clean(text)) if type(text) is str else text


@frozen
@shared_methods
class DateLiteral:
    """Text in place of a date: a publication status, or words that nobody could read as a date.

    Args:
        text: The words, as they stand in the source; one clean line (`citekit.text.clean`).
        status: Whether they are a known status such as "in press" (CSL variable ``status``).

    Raises:
        DateError: When there are no words.
    """

    text: str = field(converter=_one_line)
    status: bool = False

    def __str__(self) -> str:
        return self.text

    def __attrs_post_init__(self) -> None:
        if type(self.text) is not str or not prints(self.text):
            raise DateError("a literal date needs words", value=self.text)


@frozen
class NoDate:
    """The source says that there is no date: "n.d.", "o. J.", "s. d."."""

    def __str__(self) -> str:
        return "n.d."


ParsedDate = PartialDate | DateRange | DateLiteral | NoDate
"""What reading a date can give."""


def make_date(
    year: int,
    month: int | None = None,
    day: int | None = None,
    *,
    season: int | None = None,
    circa: bool = False,
    source: object,
) -> PartialDate:
    """Build a `PartialDate` whose errors show the text that it was read from.

    >>> make_date(2023, 13, source="2023-13")
    Traceback (most recent call last):
    ...
    citekit.errors.DateError: there is no month 13 (got '2023-13'); months are 1 to 12
    """
    try:
        return PartialDate(year, month, day, season, circa)
    except DateError as error:
        raise DateError(error.message, value=source, hint=error.hint) from None
