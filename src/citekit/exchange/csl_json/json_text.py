"""JSON text in and out, with citekit's errors."""

from __future__ import annotations

import json
import math
from typing import Any

from citekit.errors import InvalidValueError, ReadError

__all__ = ["read_json", "write_json"]


def read_json(text: str) -> Any:
    """Read JSON; a byte order mark before it is passed over.

    Numbers that no float can hold stay text, so that what is read can always be written.

    Raises:
        ReadError: The text is no JSON; the error names line and column.

    >>> read_json('[1, 1e999]')
    [1, '1e999']
    """
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            parse_constant=_no_constant,
            parse_float=_finite,
            parse_int=_whole,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ReadError(f"not JSON: {error.msg} ({where})") from None
    except RecursionError:
        raise ReadError("JSON that nests too deep", hint="records nest a few levels") from None


_MAX_DIGITS = 400


def _finite(digits: str) -> float | str:
    number = float(digits)
    return number if math.isfinite(number) else digits


def _whole(digits: str) -> int | str:
    """Read a whole number; one of more than 400 digits stays text (Python refuses some)."""
    return int(digits) if len(digits) <= _MAX_DIGITS else digits


def _no_constant(name: str) -> Any:
    raise ReadError(f"not JSON: {name} is no number", hint="write null")


def write_json(value: Any) -> str:
    """Write JSON with two spaces of indent; text stays readable.

    Raises:
        InvalidValueError: A number in *value* cannot be written.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    except ValueError as error:
        raise InvalidValueError(f"JSON has no such number: {error}", field="extra") from None
    return text if text.isascii() or _is_encodable(text) else _escaped(value)


def _is_encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _escaped(value: Any) -> str:
    return json.dumps(value, indent=2, allow_nan=False)
