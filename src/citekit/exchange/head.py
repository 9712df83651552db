"""The beginning of a source, by which a format recognises it."""

from __future__ import annotations

import functools
from typing import Final

from citekit.speed.lazy import lazy

__all__ = ["HEAD_LENGTH", "Head", "end_of_value", "past_white"]

HEAD_LENGTH: Final = 64 * 1024
"""How much of a source is looked at, in characters; of JSON, as far as its first record goes."""

_LOOKED_AT: Final = 1000
"""In how many elements of a list an object is looked for."""
_ENVELOPES: Final = ("records", "items")
_WHITE: Final = lazy(r"[ \t\r\n]*")
_MARK: Final = lazy(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', 16)  # re.DOTALL
_SCALAR: Final = lazy(r'[^\s,\[\]{}:"]+')


class Head:
    """The beginning of a source.

    Args:
        text: The source, or as much of it as is there.
    """

    def __init__(self, text: str) -> None:
        self._source = text.removeprefix("\ufeff")
        self.text = self._source[:HEAD_LENGTH]

    @functools.cached_property
    def _start(self) -> int:
        """Where JSON begins, -1 where the source is none."""
        start = past_white(self._source, 0)
        return start if self._source[start : start + 1] in ("[", "{") else -1

    @functools.cached_property
    def envelope(self) -> str:
        """The key of the list that holds the records, where an object is round it: "items"."""
        if self._start < 0 or self._source[self._start] != "{":
            return ""
        keys = _keys(self._source, self._start)
        holding = (name for name in _ENVELOPES if name in keys and self._is_list(keys[name]))
        return next(holding, "")

    @functools.cached_property
    def keys(self) -> frozenset[str] | None:
        """The keys of the record that comes first, if this is JSON; None if it is not.

        Nothing is built: the telling keys may follow megabytes of others.

        >>> sorted(Head('[7, {"id": "a", "author": [{"family": "B"}]}]').keys or ())
        ['author', 'id']
        >>> Head("@book{a}").keys is None
        True
        """
        if self._start < 0:
            return None
        if self._source[self._start] == "[":
            return _first_in_list(self._source, self._start)
        keys = _keys(self._source, self._start)
        if self.envelope:
            return _first_in_list(self._source, keys[self.envelope])
        return frozenset(keys)

    def _is_list(self, place: int) -> bool:
        return self._source[place : place + 1] == "["


def _first_in_list(text: str, start: int) -> frozenset[str]:
    place = past_white(text, start + 1)
    for _ in range(_LOOKED_AT):
        if text[place : place + 1] == "{":
            return frozenset(_keys(text, place))
        place = past_white(text, end_of_value(text, place))
        if text[place : place + 1] != ",":
            break
        place = past_white(text, place + 1)
    return frozenset()


def _keys(text: str, start: int) -> dict[str, int]:
    """Give the keys of the object that begins at *start*, and where their values begin.

    Text that is no JSON ends it: what is wrong with it is the reader's to say.
    """
    import json

    decoder = json.JSONDecoder(strict=False)
    found: dict[str, int] = {}
    place = past_white(text, start + 1)
    while text[place : place + 1] == '"':
        try:
            key, place = decoder.raw_decode(text, place)
        except ValueError:
            break
        place = past_white(text, place)
        if text[place : place + 1] != ":":
            break
        place = past_white(text, place + 1)
        found[key] = place
        place = past_white(text, end_of_value(text, place))
        if text[place : place + 1] != ",":
            break
        place = past_white(text, place + 1)
    return found


def past_white(text: str, place: int) -> int:
    """Give the place of the first character from *place* that is no white space of JSON."""
    found = _WHITE.match(text, place)
    return found.end() if found else place


def end_of_value(text: str, place: int) -> int:
    """Give where the value of JSON that begins at *place* ends, as far as the text goes."""
    if text[place : place + 1] not in ("[", "{", '"'):
        found = _SCALAR.match(text, place)
        return found.end() if found else min(place + 1, len(text))
    depth = 0
    for mark in _MARK.finditer(text, place):
        sign = mark[0][0]
        depth += (sign in "[{") - (sign in "]}")
        if depth <= 0:
            return mark.end()
    return len(text)
