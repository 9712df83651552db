"""JSON text in and out, with citekit's errors."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from citekit.errors import InvalidValueError, ReadError
from citekit.exchange.foreign import NumberText, RepeatedNames
from citekit.exchange.head import end_of_value, past_white

__all__ = ["read_json", "stream_json", "write_json"]


def read_json(text: str) -> Any:
    """Read JSON; a byte order mark before it is passed over.

    Numbers that no float can hold stay text, so that what is read can always be written. Of a name
    that stands twice in an object the last one counts (RFC 8259, section 4: "Many implementations
    report the last name/value pair only"); `repeated_names` tells what is lost.

    Raises:
        ReadError: The text is no JSON; the error names line and column.

    >>> read_json('[1, 1e999]')
    [1, '1e999']
    """
    text = text.removeprefix("\ufeff")
    try:
        try:
            return _loads(text, _object)
        except _NameStandsTwiceError:  # rare, and dear to keep track of
            return _loads(text, _object_with_losses)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ReadError(f"not JSON: {error.msg} ({where})") from None
    except RecursionError:
        raise ReadError("JSON that nests too deep", hint="records nest a few levels") from None


_MAX_DIGITS = 400


def _finite(digits: str) -> float | str:
    number = float(digits)
    return number if math.isfinite(number) else NumberText(digits)


def _whole(digits: str) -> int | str:
    """Read a whole number; one of more than 400 digits stays text (Python refuses some)."""
    return int(digits) if len(digits) <= _MAX_DIGITS else NumberText(digits)


class _NameStandsTwiceError(Exception):
    """An object has two values of one name."""


def _loads(text: str, make: Callable[[list[tuple[str, Any]]], dict[str, Any]]) -> Any:
    return json.loads(
        text,
        object_pairs_hook=make,
        parse_constant=_no_constant,
        parse_float=_finite,
        parse_int=_whole,
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _NameStandsTwiceError
    return made


def _object_with_losses(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object that says what it has lost, and which of its parts have lost something."""
    made = RepeatedNames()
    lost: list[tuple[str, Any]] = []
    for name, value in pairs:
        if name in made and made[name] != value:
            lost.append((name, made[name]))
        made[name] = value
    made.lost = tuple(lost)
    made.parts = tuple(part for value in made.values() for part in _with_losses(value))
    return made if made.lost or made.parts else dict(made)


def _with_losses(value: Any) -> Iterator[RepeatedNames]:
    if isinstance(value, RepeatedNames):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _with_losses(each)


def _no_constant(name: str) -> Any:
    raise ReadError(f"not JSON: {name} is no number", hint="write null")


def stream_json(pieces: Iterable[str]) -> Iterator[Any]:
    """Read JSON that comes in pieces, value by value; only one value is held at a time.

    Args:
        pieces: The text, cut anywhere: a list, whose elements are given one by one, or values one
            after the other, as in JSON lines.

    Raises:
        ReadError: The text is no JSON; values before the fault were given.

    >>> list(stream_json(['[{"id": "a', '"}, 7', "]"])), list(stream_json(['{"id": 1} {"id": 2}']))
    ([{'id': 'a'}, 7], [{'id': 1}, {'id': 2}])
    """
    source = _Pieces(pieces)
    in_list = source.skip("[")
    if in_list and source.skip("]"):
        source.finish()
        return
    while True:
        yield read_json(source.value())
        if in_list and source.skip("]"):
            break
        if in_list and not source.skip(","):
            raise ReadError(f"not JSON: a comma or ] is missing (character {source.read})")
        if not in_list and not source.is_more():
            return
    source.finish()


class _Pieces:
    """Text that comes in pieces; what was read of it is forgotten."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = iter(pieces)
        self._text = ""
        self._place = 0
        self.read = 0
        self._extend()
        self._text = self._text.removeprefix("\ufeff")

    def skip(self, sign: str) -> bool:
        """Pass over *sign* if it comes next, after white space."""
        if self.is_more() and self._text[self._place] == sign:
            self._place += 1
            return True
        return False

    def is_more(self) -> bool:
        """Pass over white space, and say whether anything follows."""
        self._place = past_white(self._text, self._place)
        while self._place == len(self._text):
            if not self._extend():
                return False
            self._place = past_white(self._text, self._place)
        return True

    def value(self) -> str:
        """Give the text of the value that comes next."""
        self.is_more()
        end = end_of_value(self._text, self._place)
        while end == len(self._text) and self._extend():
            end = end_of_value(self._text, self._place)
        found = self._text[self._place : end]
        self._place = end
        return found

    def finish(self) -> None:
        """Check that nothing is left."""
        if self.is_more():
            raise ReadError(f"not JSON: more text after the list (character {self.read})")

    def _extend(self) -> bool:
        """Take as much again as is held, so that a long value is looked through few times."""
        held = self._text[self._place :]
        self.read += self._place
        wanted, new = max(1, len(held)), []
        for piece in self._pieces:
            new.append(piece)
            wanted -= len(piece)
            if wanted <= 0:
                break
        self._text, self._place = held + "".join(new), 0
        return bool(new) and len(self._text) > len(held)


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
