"""Dates of works: what people write, turned into the values of `parsing.date_parts`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from citekit.errors import DateError
from citekit.parsing.dates.parts import DateLiteral, DateRange, NoDate, PartialDate
from citekit.parsing.dates.read import LAST_YEAR, date_of_number, parse_date

__all__ = ["Date", "DateLiteral", "DateRange", "PartialDate", "first_year", "to_date"]

Date: TypeAlias = PartialDate | DateRange | DateLiteral
"""What a date field holds; None there means that no date is known."""


def to_date(value: Any) -> Date | None:
    """Convert what people have into a date.

    Args:
        value: A model, a string, a year, a day in eight digits, a `datetime.date`, a `(year, month,
            day)` tuple or a CSL-JSON date object. None, "" and "n.d." are no date. A year of more
            than four digits is a `PartialDate`, or text: "Y12000".

    Raises:
        DateError: The date cannot exist, or the value is no date.

    >>> to_date((2023, 2)), to_date(20230101), to_date("n.d.")
    (PartialDate(2023, 2), PartialDate(2023, 1, 1), None)
    """
    if value is None or value == "" or isinstance(value, NoDate):
        return None
    if isinstance(value, (PartialDate, DateRange, DateLiteral)):
        return value
    if isinstance(value, (str, Mapping)):
        found = parse_date(value) if isinstance(value, str) else _from_mapping(value)
        return None if isinstance(found, NoDate) else found
    if isinstance(value, int) and not isinstance(value, bool):
        return date_of_number(value, value)
    if isinstance(value, datetime.date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, (tuple, list)):
        return _from_tuple(value)
    raise DateError("not a date", value=value, hint="give ISO text, a year or a PartialDate")


_CSL_KEYS = frozenset(("date-parts", "raw", "literal", "edtf"))


def _from_mapping(value: Mapping[str, Any]) -> Date | NoDate:
    from citekit.parsing.dates.csl import parse_csl_date

    if not _CSL_KEYS & set(value):
        hint = "give one of " + ", ".join(sorted(_CSL_KEYS))
        raise DateError("not a CSL-JSON date", value=dict(value), hint=hint)
    return parse_csl_date(value)


def _from_tuple(values: Sequence[Any]) -> PartialDate:
    if not 1 <= len(values) <= 3:
        raise DateError("a date tuple is (year, month, day)", value=values)
    year, *rest = values
    if type(year) is int and year > LAST_YEAR:
        if not rest:
            return date_of_number(year, values)
        raise DateError("a number above 9999 is no year", value=values, hint="give a PartialDate")
    return PartialDate(*values)


def first_year(date: Date | None) -> int | None:
    """Give the year in which *date* begins, or None where it has none.

    >>> first_year(DateRange(PartialDate(2019), PartialDate(2021)))
    2019
    """
    if isinstance(date, PartialDate):
        return date.year
    if isinstance(date, DateRange):
        known = date.start or date.end
        return known.year if known else None
    return None
