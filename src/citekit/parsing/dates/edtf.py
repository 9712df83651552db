"""ISO 8601 dates and the Extended Date/Time Format, levels 0 and 1, read and written.

Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification" (2019), the
profile of ISO 8601-2. What our date parts cannot hold is mapped so that nothing known is lost
and nothing is invented:

- A year counts astronomically in EDTF: ``0000`` is 1 BC and ``-0043`` is 44 BC. Our parts count
  as CSL does, without a year 0, so they say -1 and -44.
- ``?`` (uncertain), ``~`` (approximate) and ``%`` (both) all become ``circa``, which is written
  as ``~``: CSL knows one kind of doubt only.
- An unspecified month or day (``2004-XX``, ``2004-07-XX``) is left out: 2004; July 2004.
- An unspecified year (``199X``, ``19XX``) becomes the range of years that it can be, both ends
  circa: the digits that are known are kept, and circa says that it is no exact range.
- An unknown end of an interval (``1985/``) and an open one (``1985/..``) are both None.
- A time of day is checked and dropped: a citation gives the day, as the source counts it.
"""

from __future__ import annotations

import re

from citekit.errors import DateError
from citekit.parsing.dates.parts import DateRange, PartialDate, make_date
from citekit.speed.lazy import lazy

__all__ = ["format_edtf", "parse_edtf"]

_DATE = lazy(
    r"(?P<year>-?[0-9]{4}|Y-?[0-9]{5,12})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<doubt>[?~%])?"
)
_VAGUE_YEAR = lazy(r"(?P<sign>-?)(?P<digits>[0-9]{3}X|[0-9]{2}XX)[?~%]?")
_BASIC = lazy(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = lazy(
    r"(?:T|(?<=[0-9]) )(?:[01][0-9]|2[0-4])"
    r"(?::?[0-5][0-9](?::?(?:[0-5][0-9]|60)(?:[.,][0-9]{1,9})?)?)?"
    r" ?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_SHAPE = lazy(r"[0-9XYTZ.,:+~?%/ -]+")


def parse_edtf(text: str) -> PartialDate | DateRange | None:
    """Read an ISO 8601 or EDTF date or interval.

    Args:
        text: The text, without spaces around it.

    Returns:
        The date, or None when the text does not have the shape of EDTF level 0 or 1 (which
        does not say that it is no date).

    Raises:
        DateError: When it has the shape, but there is no such date.

    >>> parse_edtf("2023-02-27T10:00:00Z")
    PartialDate(2023, 2, 27)
    >>> parse_edtf("-0043").year
    -44
    >>> parse_edtf("27 February") is None
    True
    """
    if not _SHAPE.fullmatch(text):
        return None
    if text.count("/") == 1:
        return _interval(text)
    day = _without_time(text)
    basic = _BASIC.fullmatch(day)
    return _either("-".join(basic.groups()) if basic else day, text)


def _without_time(text: str) -> str:
    """Drop the time of day after a full date, if there is one and it is well formed."""
    length = 8 if _BASIC.match(text) else 10
    return text[:length] if _TIME.fullmatch(text, length) else text


def _either(text: str, source: str) -> PartialDate | DateRange | None:
    """Read one date, or a year with unspecified digits, which is a range."""
    vague = _VAGUE_YEAR.fullmatch(text)
    return _vague_year(vague, source) if vague else _date(text, source)


def _date(text: str, source: str) -> PartialDate | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year = _from_astronomical(_year_number(match["year"], source))
    month, day = match["month"], match["day"]
    circa = match["doubt"] is not None
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise DateError("a day needs a month", value=source, hint="give the month too")
        return make_date(year, circa=circa, source=source)
    if 21 <= int(month) <= 24:
        if day is not None:
            raise DateError("a season has no days", value=source, hint="21 to 24 are seasons")
        return make_date(year, season=int(month) - 20, circa=circa, source=source)
    return make_date(year, int(month), _number(day), circa=circa, source=source)


def _number(text: str | None) -> int | None:
    return None if text is None or text == "XX" else int(text)


def _year_number(text: str, source: str) -> int:
    """Read the year of a date: four digits, or more after a Y."""
    digits = text.lstrip("Y-")
    if text == "-0000" or (text[0] == "Y" and digits[0] == "0"):
        raise DateError("not a year in EDTF", value=source, hint="year 0 is written 0000")
    return int(text.lstrip("Y"))


def _from_astronomical(year: int) -> int:
    """Turn a year with a year 0 into one without, as CSL counts: 0 → -1, -43 → -44."""
    return year - 1 if year <= 0 else year


def _to_astronomical(year: int) -> int:
    return year + 1 if year < 0 else year


def _vague_year(match: re.Match[str], source: str) -> DateRange:
    """Turn 199X into the years that it can be, both of them circa."""
    sign, digits = match["sign"], match["digits"]
    ends = sorted(int(sign + digits.replace("X", fill)) for fill in "09")
    first, last = (make_date(_from_astronomical(y), circa=True, source=source) for y in ends)
    return DateRange(first, last)


def _interval(text: str) -> DateRange | None:
    """Read "start/end", where either may be missing or ".."."""
    left, right = text.split("/")
    start, end = _interval_end(left, text, first=True), _interval_end(right, text, first=False)
    if start is None or end is None:
        return None
    if not start and not end:
        raise DateError("an interval needs a start or an end", value=text)
    try:
        return DateRange(start or None, end or None)
    except DateError as error:
        raise DateError(error.message, value=text, hint=error.hint) from None


def _interval_end(text: str, source: str, *, first: bool) -> PartialDate | tuple[()] | None:
    """Read one end: () when it is open or unknown, None when it is no EDTF."""
    if text in ("", ".."):
        return ()
    found = _either(_without_time(text), source)
    if isinstance(found, DateRange):
        return found.start if first else found.end
    return found


def format_edtf(date: PartialDate | DateRange) -> str:
    """Write a date in EDTF level 1, so that `parse_date` reads the same date again.

    Args:
        date: A date or a range.

    Returns:
        The EDTF text. Years before 1 BC get a minus, years of more than four digits a Y.

    >>> format_edtf(PartialDate(-44, 3, 15))
    '-0043-03-15'
    >>> format_edtf(DateRange(PartialDate(1990, circa=True), None))
    '1990~/..'
    >>> format_edtf(PartialDate(2023, season=1))
    '2023-21'
    """
    if isinstance(date, DateRange):
        return "/".join(".." if end is None else format_edtf(end) for end in (date.start, date.end))
    rest = (date.season + 20 if date.season else date.month, date.day)
    parts = [_format_year(date.year), *(f"{part:02}" for part in rest if part is not None)]
    return "-".join(parts) + ("~" if date.circa else "")


def _format_year(year: int) -> str:
    count = _to_astronomical(year)
    if abs(count) > 9999:
        return f"Y{count}"
    return f"{'-' if count < 0 else ''}{abs(count):04}"
