"""Editions: "2nd ed.", "Second edition", "3. Aufl." are numbers, which each style words itself."""

from __future__ import annotations

import re

from citekit.speed.lazy import lazy
from citekit.tables.ordinals import EDITION_WORDS, ORDINAL_SUFFIXES, ORDINAL_WORDS
from citekit.text.fold import fold

__all__ = ["ordinal", "parse_edition", "says_edition"]

_EDITION = lazy(r"(?P<digits>[0-9]{1,9})?(?P<rest>[^0-9]{0,60})")


def parse_edition(text: str) -> str:
    """Reduce an edition to its number where it says nothing more, so that styles can word it.

    Args:
        text: "2nd ed.", "Second edition", "3. Aufl.", "2".

    Returns:
        The number, or the text as it is, when it says more ("2nd edition, revised") or less.

    >>> [parse_edition(t) for t in ("2nd ed.", "Second", "3. Aufl.", "2nd edition, revised")]
    ['2', '2', '3', '2nd edition, revised']
    """
    match = _EDITION.fullmatch(text.strip())
    if match is None:
        return text
    words = [fold(word) for word in re.split(r"[\s.]+", match["rest"]) if fold(word)]
    if match["digits"] is None:
        number = ORDINAL_WORDS.get(words[0]) if words else None
        return str(number) if number and _only_edition(words[1:]) else text
    if not match["rest"] or _only_edition(words) or _is_ordinal(match["rest"], words):
        return match["digits"]
    return text


def says_edition(text: str) -> bool:
    """Tell whether a word for edition stands in *text*, in any language that is known.

    >>> says_edition("2., überarb. Aufl."), says_edition("Revised")
    (True, False)
    """
    return any(fold(word) in EDITION_WORDS for word in re.split(r"[\s.,;()]+", text))


def ordinal(number: int) -> str:
    """Write an English ordinal.

    >>> [ordinal(each) for each in (1, 2, 3, 4, 11, 112, 121)]
    ['1st', '2nd', '3rd', '4th', '11th', '112th', '121st']
    """
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _only_edition(words: list[str]) -> bool:
    """Tell whether nothing but one word for edition, or nothing at all, is left."""
    return not words or (len(words) == 1 and words[0] in EDITION_WORDS)


def _is_ordinal(rest: str, words: list[str]) -> bool:
    """Tell whether what follows the digits makes an ordinal, and nothing more.

    "2a" and "2o" alone may be a part "a" of 2: there, a word for edition must follow.
    """
    if rest[0].isspace() or words[0] not in ORDINAL_SUFFIXES:
        return False
    sure = len(words) == 2 or rest[0] not in "ao"
    return sure and _only_edition(words[1:])
