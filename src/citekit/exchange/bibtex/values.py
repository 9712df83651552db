r"""Values of BibTeX fields as they stand in a file: pieces, macros, budgets.

A value is pieces joined by `#`: `{braced}`, `"quoted"`, a number, or the name of a macro
(*BibTeXing*, section 2.1). Macros can double at each step, so what they expand to is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from citekit.errors import ReadError
from citekit.tables.bibtex import MONTH_NAMES, MONTHS

__all__ = ["MONTH_MACROS", "Budget", "expand_value"]

MONTH_MACROS: Mapping[str, str] = MappingProxyType(dict(zip(MONTHS, MONTH_NAMES, strict=True)))
"""What the macros of the months stand for in every style."""

_PIECE = re.compile(r'\s*(?:(?P<open>[{"])|#|(?P<word>[^\s#{}"]+))\s*')
_QUOTE_END = re.compile(r'[{}"]')


class Budget:
    """How much text may still be made out of macros and inherited fields.

    It grows with the file, so that reading stays linear, and keeps a few nested macros from
    filling the memory.
    """

    def __init__(self, size: int) -> None:
        self.left = 1_000_000 + 20 * size

    def spend(self, amount: int) -> None:
        """Take *amount* characters.

        Raises:
            ReadError: Too much has been taken.
        """
        self.left -= amount
        if self.left < 0:
            raise ReadError(
                "macros and inherited fields expand to far more text than the file has",
                hint="look for @string macros that repeat each other",
            )


def expand_value(
    raw: str, macros: Mapping[str, str], budget: Budget
) -> tuple[str, tuple[str, ...]]:
    r"""Join the pieces of a value.

    Args:
        raw: The value as it stands in the file.
        macros: Macros by lower-case name.
        budget: What macros may expand to.

    Returns:
        The text, and the names of macros that are not defined; they stand for themselves.

    Raises:
        ReadError: The value expands to too much.

    >>> expand_value('"10~" # jan # { x}', MONTH_MACROS, Budget(0))
    ('10~January x', ())
    >>> expand_value("febuary", MONTH_MACROS, Budget(0))
    ('febuary', ('febuary',))
    """
    pieces: list[str] = []
    undefined: list[str] = []
    position = 0
    while match := _PIECE.match(raw, position):
        position = match.end()
        if match["open"]:
            end = _end_of_piece(raw, match.end("open"), match["open"])
            pieces.append(raw[match.end("open") : end])
            position = end + 1
        elif word := match["word"]:
            pieces.append(_macro(word, macros, budget, undefined))
    # After a brace that closes nothing, what is left stays as it stands.
    pieces.append(raw[position:])
    return "".join(pieces), tuple(undefined)


def _macro(word: str, macros: Mapping[str, str], budget: Budget, undefined: list[str]) -> str:
    if word.isdigit():
        return word
    value = macros.get(word.lower())
    if value is None:
        undefined.append(word)
        return word
    budget.spend(len(value))
    return value


def _end_of_piece(raw: str, start: int, opener: str) -> int:
    """Find where a braced or quoted piece ends; an unclosed one ends with the value."""
    depth = 0
    for match in _QUOTE_END.finditer(raw, start):
        char = match[0]
        if char == "{":
            depth += 1
        elif char == "}":
            if depth == 0 and opener == "{":
                return match.start()
            depth = max(0, depth - 1)
        elif depth == 0 and opener == '"':
            return match.start()
    return len(raw)
