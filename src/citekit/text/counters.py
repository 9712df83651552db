"""Counting with letters: a, b, … z, aa, ab and so on."""

from __future__ import annotations

__all__ = ["letters_of"]


def letters_of(number: int) -> str:
    """Give the letters of a number, counted from 0.

    >>> [letters_of(number) for number in (0, 25, 26, 27, 701, 702)]
    ['a', 'z', 'aa', 'ab', 'zz', 'aaa']
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
