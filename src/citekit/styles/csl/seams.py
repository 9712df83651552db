"""Where two pieces of output meet: doubled punctuation and doubled spaces.

CSL 1.0.2 leaves this to the processor ("Affixes", "Delimiter"); the table is the documented
convention of the reference processor, citeproc-js. Nothing happens unless both characters at the
seam are special, so the common case is two look-ups.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from citekit.styles.csl.marks import MARKS, QUOTE, QUOTE_CLOSE, SEAM

__all__ = ["add", "join", "punctuation_pair"]

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
_OPAQUE: Final = frozenset((QUOTE, QUOTE_CLOSE))
_TRANSPARENT: Final = frozenset(MARKS) - _OPAQUE
_BEFORE_SPACE: Final = _TRANSPARENT | {" "}
"""What has to be looked at where a space follows."""
_EDGE: Final = frozenset("!?.,:; \u00a0") | _TRANSPARENT | {QUOTE_CLOSE}


def punctuation_pair(left: str, right: str) -> str | None:
    """Give what two marks of punctuation become where they meet, None if they are none."""
    row = _PAIRS.get(left)
    return row.get(right) if row is not None else None


def add(left: str, right: str) -> str:
    """Put *right* after *left*, both not empty.

    >>> add("et al.", ". ")
    'et al. '
    >>> add("Why?", ".")
    'Why?'
    """
    if left[-1] in _EDGE and right[0] in _EDGE:
        return _meet(left, right)
    return left + right


def _meet(left: str, right: str) -> str:
    if right[0] == " " and left[-1] not in _BEFORE_SPACE:
        return left + right  # four of five seams
    i = len(left) - 1
    while i >= 0 and left[i] in _TRANSPARENT:
        i -= 1
    j = 0
    while j < len(right) and right[j] in _TRANSPARENT:
        j += 1
    if i < 0 or j == len(right):
        return left + right
    a, b = left[i], right[j]
    if a == " " and b == " ":
        return left + right[:j] + right[j + 1 :]
    if a == QUOTE_CLOSE:
        return f"{left}{SEAM}{right}" if b in _PAIRS and j == 0 else left + right
    pair = punctuation_pair(a, b)
    if pair is None or len(pair) == 2:
        return left + right
    if pair == a:
        return left + right[:j] + right[j + 1 :]
    return left[:i] + left[i + 1 :] + right


def join(parts: Sequence[str], delimiter: str) -> str:
    """Join *parts*, none of them empty, with *delimiter*, which may be.

    >>> join(["Doe, J.", "1999"], ". ")
    'Doe, J. 1999'
    """
    if len(parts) == 1:
        return parts[0]
    for part in parts:
        if part[-1] in _EDGE or part[0] in _EDGE:
            return _join_with_care(parts, delimiter)
    return delimiter.join(parts)


def _join_with_care(parts: Sequence[str], delimiter: str) -> str:
    text = parts[0]
    for part in parts[1:]:
        text = add(add(text, delimiter) if delimiter else text, part)
    return text
