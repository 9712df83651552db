"""Dates as CSL-JSON has them, read and written.

Source: the CSL-JSON schema (citation-style-language/schema, ``schemas/input/csl-data.json``,
``date-variable``): an EDTF string, or an object with ``date-parts`` (one or two lists of one to
three numbers or numeric strings), ``season``, ``circa``, ``literal``, ``raw`` and ``edtf``. Two
habits of CSL processors that the schema does not state are followed: the months 21 to 24 are
seasons (so that a range can have them), and the year 0 as the end of a range leaves it open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from citekit.errors import DateError
from citekit.parsing.dates.edtf import format_edtf
from citekit.parsing.dates.parts import (
    DateLiteral,
    DateRange,
    NoDate,
    ParsedDate,
    PartialDate,
    make_date,
)
from citekit.parsing.dates.read import LAST_YEAR, date_of_number, date_text, parse_date
from citekit.speed.lazy import lazy
from citekit.tables.dates import SEASONS
from citekit.text.fold import fold

__all__ = ["parse_csl_date", "to_csl_date"]

_HINT = 'a CSL-JSON date looks like {"date-parts": [[2023, 2, 27]]}'
_NUMBER = lazy(r"[+-]?[0-9]{1,12}")
_NO = frozenset(("", "0", "false", "no"))
_MISSING = (None, "")


def parse_csl_date(value: object) -> ParsedDate:
    """Read a date of CSL-JSON.

    Args:
        value: The object, or an EDTF string. Of several descriptions in one object the first
            that is not empty counts: ``edtf``, ``date-parts``, ``raw``, ``literal``. A season
            beside a month is passed over, as CSL prints a season only where there is no month.
            Names that CSL does not know are passed over too.

    Returns:
        The date, as `parse_date` gives it; a ``literal`` is never read as a date, but a
        publication status in it is recognised. `NoDate` for an object that says nothing.

    Raises:
        DateError: When the value is no CSL date, or there is no such date.

    >>> parse_csl_date({"date-parts": [["2023", 2]], "circa": 1})
    PartialDate(2023, 2, circa=True)
    >>> parse_csl_date({"date-parts": [[1987], [0]]}).end is None
    True
    >>> parse_csl_date({"literal": "the reign of Augustus"})
    DateLiteral(text='the reign of Augustus', status=False)
    """
    if isinstance(value, str):
        return parse_date(value)
    if not isinstance(value, Mapping):
        raise DateError("this is no CSL-JSON date", value=value, hint=_HINT)
    for name in ("edtf", "raw", "literal"):
        if not isinstance(value.get(name, ""), str):
            raise DateError(f"the '{name}' of a date is text", value=value[name], hint=_HINT)
    lists = _date_lists(value.get("date-parts"))
    if value.get("edtf"):
        return parse_date(value["edtf"])
    if lists:
        return _from_lists(lists, value)
    if value.get("raw"):
        return parse_date(value["raw"])
    return date_text(value["literal"]) if value.get("literal") else NoDate()


def _date_lists(value: object) -> list[list[int]]:
    """Check date-parts, and give its lists without empty places at their ends."""
    if value is None:
        return []
    lists = [_numbers(each) for each in _sequence(value, "date-parts has one or two lists", 2)]
    while lists and not lists[-1]:
        lists.pop()
    if lists and not lists[0]:
        raise DateError("date-parts has an end but no start", value=value, hint=_HINT)
    return lists


def _sequence(value: object, message: str, limit: int) -> Sequence[Any]:
    if isinstance(value, Sequence) and not isinstance(value, str | bytes) and len(value) <= limit:
        return value
    raise DateError(message, value=value, hint=_HINT)


def _numbers(value: object) -> list[int]:
    """Read one list of date-parts: year, month, day."""
    parts = list(_sequence(value, "a list of date-parts has at most year, month and day", 3))
    while parts and parts[-1] in _MISSING:
        parts.pop()
    return [_whole_number(part, "date-parts") for part in parts]


def _whole_number(value: object, name: str) -> int:
    """Read a whole number from a number or a numeric string."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return int(value)
    raise DateError(f"'{name}' of a date holds no whole number", value=value, hint=_HINT)


def _from_lists(lists: list[list[int]], value: Mapping[str, Any]) -> PartialDate | DateRange:
    """Build a date or a range from the lists, the season and the doubt of a CSL date."""
    circa, source = _truth(value.get("circa")), lists
    start = _from_list(lists[0], circa=circa, source=source)
    if start.month is None and start.season is None and value.get("season") not in _MISSING:
        start = evolve(start, season=_season(value["season"]))
    if len(lists) == 1:
        return start
    end = None if lists[1] == [0] else _from_list(lists[1], circa=circa, source=source)
    try:
        return DateRange(start, end)
    except DateError as error:
        raise DateError(error.message, value=lists, hint=error.hint) from None


def _from_list(numbers: list[int], *, circa: bool, source: object) -> PartialDate:
    if len(numbers) == 2 and 21 <= numbers[1] <= 24:
        return make_date(numbers[0], season=numbers[1] - 20, circa=circa, source=source)
    if len(numbers) == 1:
        return evolve(date_of_number(numbers[0], source), circa=circa)
    return make_date(*numbers, circa=circa, source=source)


def _season(value: object) -> int:
    """Read a season: 1 to 4, 21 to 24, or a name."""
    if isinstance(value, str) and fold(value[:40]) in SEASONS:
        return SEASONS[fold(value[:40])]
    number = _whole_number(value, "season")
    return number - 20 if 21 <= number <= 24 else number


def _truth(value: object) -> bool:
    """Read ``circa``: true, 1, "1", "true" or any other word."""
    if isinstance(value, str):
        return value.strip().casefold() not in _NO
    if value is None or isinstance(value, int | float):
        return bool(value)
    raise DateError("'circa' of a date is neither true nor false", value=value, hint=_HINT)


def to_csl_date(date: ParsedDate) -> dict[str, Any]:
    """Write a date as CSL-JSON, so that `parse_csl_date` reads the same date again.

    Args:
        date: What `parse_date` or `parse_csl_date` gave.

    Returns:
        A new object. Ranges without a start, ranges of which one end only is circa, and years
        beyond 9999 have no place in ``date-parts``; they are given as ``edtf``, which the schema
        allows, the latter two with ``date-parts`` beside it for readers that know nothing else.
        `NoDate` is ``{}``.

    >>> to_csl_date(PartialDate(2023, 2, 27))
    {'date-parts': [[2023, 2, 27]]}
    >>> to_csl_date(DateRange(PartialDate(1990), None))
    {'date-parts': [[1990], [0]]}
    >>> to_csl_date(DateRange(None, PartialDate(2020)))
    {'edtf': '../2020'}
    """
    if isinstance(date, NoDate):
        return {}
    if isinstance(date, DateLiteral):
        return {"literal": date.text}
    if isinstance(date, PartialDate):
        return _single(date)
    return _range(date)


def _single(date: PartialDate) -> dict[str, Any]:
    plain = evolve(date, season=None)
    season = {} if date.season is None else {"season": date.season}
    circa = {"circa": True} if date.circa else {}
    return {"date-parts": [_list(plain)], **_edtf(date, date), **season, **circa}


def _range(date: DateRange) -> dict[str, Any]:
    if date.start is None:
        return {"edtf": format_edtf(date)}
    lists = [_list(date.start), [0] if date.end is None else _list(date.end)]
    ends = {end.circa for end in (date.start, date.end) if end is not None}
    edtf = {"edtf": format_edtf(date)} if len(ends) > 1 else _edtf(date, date.start, date.end)
    return {"date-parts": lists, **edtf, **({"circa": True} if True in ends else {})}


def _edtf(date: PartialDate | DateRange, *ends: PartialDate | None) -> dict[str, str]:
    """Give the EDTF of a date with a year that would not be read as one where it stands alone."""
    large = any(end is not None and end.month is None and end.year > LAST_YEAR for end in ends)
    return {"edtf": format_edtf(date)} if large else {}


def _list(date: PartialDate) -> list[int]:
    rest = (date.season + 20 if date.season else date.month, date.day)
    return [date.year, *(part for part in rest if part is not None)]
