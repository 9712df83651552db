"""Numbers as CSL means them: "2", "D2", "2nd", "2, 5-7 & 9"; Roman numerals.

Source: CSL 1.0.2, "Choose" (``is-numeric``) and "Label" (``plural``).
"""

from __future__ import annotations

import functools
import re

from citekit.errors import InvalidValueError
from citekit.speed.lazy import lazy

__all__ = [
    "int_to_roman",
    "is_number",
    "is_numeric",
    "is_plural",
    "roman_to_int",
]

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)
_MAX_ROMAN_LENGTH = len("mmmdccclxxxviii")
_DIGITS_AND_LETTERS = lazy(r"[^\W_]+")
_AFFIXED = r"(?:[^\W\d_]{0,20}\.?\d{1,40}[^\W\d_]{0,20}|[ivxl]{1,20})"
_NUMERIC = lazy(rf"\s*{_AFFIXED}(?:\s*(?:--?|[\u2013,&])\s*{_AFFIXED}){{0,1000}}\s*")
_COUNT = lazy(r"\d{1,40}")


def roman_to_int(text: str) -> int | None:
    """Read a Roman numeral from 1 to 3999, in lower or upper case.

    Args:
        text: The numeral, in its usual short form: "iv", not "iiii".

    Returns:
        Its value, or None when it is none.

    >>> roman_to_int("xiv"), roman_to_int("MCMXC"), roman_to_int("iiii"), roman_to_int("Mix")
    (14, 1990, None, None)
    """
    if len(text) > _MAX_ROMAN_LENGTH or text not in (text.lower(), text.upper()):
        return None
    rest, total = text.lower(), 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total, rest = total + value, rest[len(letters) :]
    right = 0 < total < 4000 and not rest and int_to_roman(total) == text.lower()
    return total if right else None


def int_to_roman(number: int) -> str:
    """Write a number from 1 to 3999 as a Roman numeral in lower case.

    Raises:
        InvalidValueError: When Roman numerals cannot say the number.

    >>> int_to_roman(1994)
    'mcmxciv'
    """
    if not 0 < number < 4000:
        raise InvalidValueError(
            "Roman numerals go from 1 to 3999", value=number, hint="write the number in digits"
        )
    written = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written.append(letters * times)
    return "".join(written)


def is_number(text: str) -> bool:
    """Tell whether this is one number, which may have letters before and after it.

    Digits are 0 to 9; letters are those of any script.

    >>> [is_number(each) for each in ("2", "D2", "L2d", "2nd", "ii", "2.5", "second")]
    [True, True, True, True, False, False, False]
    """
    has_digit = any("0" <= c <= "9" for c in text)
    return has_digit and _DIGITS_AND_LETTERS.fullmatch(text) is not None


@functools.lru_cache(maxsize=4096)
def is_numeric(text: str) -> bool:
    """Say whether *text* consists of numbers only ("Choose", is-numeric).

    As in citeproc-js Roman numerals in small letters are numbers, as on the pages of a preface.

    >>> [is_numeric(each) for each in ("2nd", "2-4", "2 & 4", "L2d", "second", "2nd edition")]
    [True, True, True, True, False, False]
    """
    return _NUMERIC.fullmatch(text) is not None


@functools.lru_cache(maxsize=4096)
def is_plural(text: str, *, count: bool = False) -> bool:
    """Say whether a label for *text* is plural ("Label", plural="contextual").

    Args:
        text: The content of the variable.
        count: Whether it is a number of things (number-of-pages), plural above 1.

    >>> is_plural("5-7"), is_plural("5-5"), is_plural("2", count=True)
    (True, False, True)
    """
    text = text.strip()
    if count:
        found = _COUNT.search(text)
        if (found is not None and int(found.group()) > 1) or len(_COUNT.findall(text)) > 1:
            return True
    return _MULTIPLE.search(_EQUAL_ENDS.sub(r"\1", text)) is not None


_EQUAL_ENDS = lazy(r"\b([^\W_]{1,40})\s{0,9}(?:--?|[\u2013\u2014])\s{0,9}\1\b")
"""Of which the second is not shown."""
_MULTIPLE = lazy(
    r"\d[^\W\d_]{0,20}\s*(?:[,;]\s*(?:and|et|und|y|&)\b|--?|[\u2013\u2014&]|[,;](?!\d{3}(?!\d))|\b(?:et|and|und|y)\b)"
    r"\s*[^\W\d_]{0,20}\.?\d"
    r"|\b[ivxlcdm]+\s*[-\u2013,&]\s*[ivxlcdm]+\b",
    re.IGNORECASE,
)
