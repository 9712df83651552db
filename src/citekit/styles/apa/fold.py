"""Folding of text for comparing and sorting: the same in every locale (APA 7, section 9.44).

"Alphabetize letter by letter": spaces, hyphens, apostrophes, accents and capitals do not count.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

__all__ = ["fold", "natural", "without_article"]

_LETTERS = MappingProxyType(
    str.maketrans(
        {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    )
)
_ARTICLE = re.compile(r"\A[\W_]*(?:the|an|a)\s+(?=\w)", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"[0-9]+")


def fold(value: str) -> str:
    """Reduce text to its bare letters and digits.

    >>> fold("O'Brien-Łukasz Müller"), fold("Æther & Øre")
    ('obrienlukaszmuller', 'aetherore')
    """
    if value.isascii():
        small = value.lower()
        return small if small.isalnum() else _NO_LETTERS.sub("", small)
    bare = "".join(char for char in value.casefold() if not unicodedata.combining(char))
    decomposed = unicodedata.normalize("NFKD", bare).casefold().translate(_LETTERS)
    return "".join(char for char in decomposed if char.isalnum())


def without_article(value: str) -> str:
    """Drop a leading article, which does not count in sorting (APA 7, section 9.49).

    >>> without_article("The Lancet"), without_article("A")
    ('Lancet', 'A')
    """
    return _ARTICLE.sub("", value)


def natural(value: str) -> str:
    """Fold text so that numbers in it sort by value: Part 2 before Part 10.

    >>> natural("Part 2") < natural("Part 10")
    True
    """
    return _DIGITS.sub(lambda digits: f"{len(digits[0]):04d}{digits[0]}", fold(value))
