"""Where two pieces of output meet: doubled punctuation and doubled spaces.

CSL 1.0.2 leaves this to the processor ("Affixes", "Delimiter"); the table is the documented
convention of the reference processor, citeproc-js. Nothing happens unless both characters at the
seam are special, so the common case is two look-ups.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

from citekit.styles.csl.marked.marks import CLOSE, FORMATS, HARD, MARKS, QUOTE, QUOTE_CLOSE, SEAM

__all__ = ["add", "attach", "is_inert", "join", "punctuation_pair"]

_PAIRS: Final = MappingProxyType(
    {
        "!": {".": "!", "?": "!?", ":": "!", ",": "!,", ";": "!;", "!": "!"},
        "?": {"!": "?!", ".": "?", ":": "?", ",": "?,", ";": "?;", "?": "?"},
        ".": {"!": ".!", "?": ".?", ":": ".:", ",": ".,", ";": ".;", ".": "."},
        ":": {"!": "!", "?": "?", ".": ":", ",": ":,", ";": ":;", ":": ":"},
        ",": {"!": ",!", "?": ",?", ":": ",:", ".": ",.", ";": ",;", ",": ","},
        ";": {"!": "!", "?": "?", ":": ";", ",": ";,", ".": ";", ";": ";"},
    }
)
_OPAQUE: Final = frozenset((HARD, QUOTE, QUOTE_CLOSE))
_TRANSPARENT: Final = frozenset(MARKS) - _OPAQUE
_SEEN_THROUGH: Final = "".join(_TRANSPARENT)
_SPACES: Final = frozenset(" \u00a0")
_SIGNS: Final = frozenset("!?.,:;") | _SPACES
_FORMATTED: Final = frozenset(FORMATS) | {CLOSE}
_EDGE: Final = _SIGNS | _TRANSPARENT | {QUOTE_CLOSE}


def punctuation_pair(left: str, right: str) -> str | None:
    """Give what two marks of punctuation become where they meet, None if they are none."""
    row = _PAIRS.get(left)
    return row.get(right) if row is not None else None


def is_inert(char: str) -> bool:
    """Say whether a character changes nothing, whatever it meets."""
    return char not in _EDGE


def add(left: str, right: str) -> str:
    """Put *right* after *left*, both not empty.

    >>> add("et al.", ". ")
    'et al. '
    >>> add("Why?", ".")
    'Why?'
    """
    row = _row_after(left[-1])
    if row is not None:
        meet = row.get(right[0])
        if meet is not None:
            return meet(left, right)
    return left + right


def attach(left: str, right: str) -> str:
    """Put an affix to its text, both not empty: their spaces merge also where one is formatted."""
    row = _row_after(left[-1])
    meet = row.get(right[0]) if row is not None else None
    if meet is None:
        return left + right
    return _look_through(left, right, bars=False) if meet is _look_through else meet(left, right)


def _drop_left(left: str, right: str) -> str:
    return left[:-1] + right


def _drop_right(left: str, right: str) -> str:
    return left + right[1:]


def _mark_seam(left: str, right: str) -> str:
    return f"{left}{SEAM}{right}"


def _look_through(left: str, right: str, *, bars: bool = True) -> str:
    """Let the characters meet that stand before and behind the marks.

    As in citeproc-js, formatting bars a space from the spaces outside of it.
    """
    before, behind = left.rstrip(_SEEN_THROUGH), right.lstrip(_SEEN_THROUGH)
    row = _row_after(before[-1]) if before and behind else None
    meet = row.get(behind[0]) if row is not None else None
    if meet is None:
        return left + right
    skipped = len(right) - len(behind)
    if bars and behind[0] in _SPACES:
        between = left[len(before) :] + right[:skipped]
        if not _FORMATTED.isdisjoint(between):
            return left + right
    if meet is _drop_right:
        return left + right[:skipped] + behind[1:]
    if meet is _drop_left:
        return before[:-1] + left[len(before) :] + right
    return left + right if skipped else _mark_seam(left, right)


_Meet: TypeAlias = Callable[[str, str], str]


def _meeting(left: str, right: str) -> _Meet | None:
    """Give what happens where two characters meet; None if nothing does."""
    if left in _TRANSPARENT or right in _TRANSPARENT:
        return _look_through
    if left == QUOTE_CLOSE:
        return _mark_seam if right in _PAIRS else None
    pair = left if left == right and left in _SPACES else punctuation_pair(left, right)
    if pair is None or len(pair) == 2:
        return None
    return _drop_right if pair == left else _drop_left


def _row(left: str) -> dict[str, _Meet]:
    found = ((right, _meeting(left, right)) for right in _EDGE)
    return {right: meet for right, meet in found if meet is not None}


_row_after: Final = {left: _row(left) for left in _EDGE}.get
"""Give what happens at a seam after a character, by the character behind the seam."""
_NO_ROW: Final[Mapping[str, _Meet]] = MappingProxyType({})


def join(parts: Sequence[str], delimiter: str) -> str:
    """Join *parts*, none of them empty, with *delimiter*, which may be.

    >>> join(["Doe, J.", "1999"], ". ")
    'Doe, J. 1999'
    """
    if len(parts) == 1:
        return parts[0]
    if not delimiter:
        return functools.reduce(add, parts)
    first, after = delimiter[0], _row_after(delimiter[-1], _NO_ROW)
    out = [parts[0]]
    for part in parts[1:]:
        left = out[-1]
        if (first in _row_after(left[-1], _NO_ROW) or part[0] in after) and not (
            _is_free(left, delimiter) and _is_free(delimiter, part)
        ):
            out[-1] = add(add(left, delimiter), part)
        else:
            out += (delimiter, part)
    return "".join(out)


def _is_free(left: str, right: str) -> bool:
    """Say whether nothing happens at a seam, also when one looks through the formatting."""
    before, behind = left.rstrip(_SEEN_THROUGH)[-1:], right.lstrip(_SEEN_THROUGH)[:1]
    return bool(before) and behind not in _row_after(before, _NO_ROW)
