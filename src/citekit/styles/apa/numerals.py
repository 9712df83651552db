"""Numbers in words: a title sorts by a leading number as if spelled out (APA 7, 9.49)."""

from __future__ import annotations

import re

__all__ = ["spelled", "spelled_first"]

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_LEADING = re.compile(r"\A[\W_]*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?![0-9])")


def spelled(number: int) -> str:
    """Spell a number below a million; 1100 to 1999 as years are read.

    >>> spelled(1984), spelled(2001), spelled(45), spelled(700)
    ('nineteen eighty four', 'two thousand one', 'forty five', 'seven hundred')
    """
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _with_rest(_TENS[number // 10], number % 10)
    if number < 1000:
        return _with_rest(f"{_SMALL[number // 100]} hundred", number % 100)
    if 1100 <= number < 2000 and number % 100:
        return f"{spelled(number // 100)} {spelled(number % 100)}"
    return _with_rest(f"{spelled(number // 1000)} thousand", number % 1000)


def _with_rest(head: str, rest: int) -> str:
    return f"{head} {spelled(rest)}" if rest else head


def spelled_first(value: str) -> str:
    """Spell the number with which *value* begins.

    >>> spelled_first("1984: A novel"), spelled_first("Nineteen Eighty-Four")
    ('nineteen eighty four: A novel', 'Nineteen Eighty-Four')
    """
    found = _LEADING.match(value)
    if found is None:
        return value
    number = int(found[1].replace(",", ""))
    return spelled(number) + value[found.end() :] if number < 1_000_000 else value
