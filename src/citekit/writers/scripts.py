"""Superscripts and subscripts as characters, for formats that have no other way."""

from __future__ import annotations

from typing import Literal

__all__ = ["as_characters"]

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def as_characters(text: str, vertical: Literal["", "sup", "sub"]) -> str:
    """Write *text* in raised or lowered characters, if there is one for each; else as it is.

    >>> as_characters("2", "sub"), as_characters("-1", "sup"), as_characters("er", "sup")
    ('₂', '⁻¹', 'er')
    """
    if not vertical:
        return text
    table = _RAISED if vertical == "sup" else _LOWERED
    return text.translate(table) if all(ord(char) in table for char in text) else text
