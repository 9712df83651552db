"""Folding of text for comparing: what is the same but for case, accents, spaces and signs.

Tables of words (dates, editions), and the order and comparisons of APA ("Alphabetize letter by
letter", APA 7, section 9.44) ask for this. Keys of works want ASCII and keep their capitals: they
are transliterated (`citekit.keys.transliterate`).
"""

from __future__ import annotations

import unicodedata
from types import MappingProxyType

from citekit.speed.lazy import lazy

__all__ = ["fold"]

_LETTERS = MappingProxyType(
    str.maketrans(
        {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    )
)
_NO_LETTERS = lazy(r"[\W_]+")


def fold(value: str) -> str:
    """Reduce text to its bare letters and digits.

    >>> fold("O'Brien-Łukasz Müller"), fold("Æther & Øre"), fold("n. d."), fold("Février")
    ('obrienlukaszmuller', 'aetherore', 'nd', 'fevrier')
    """
    if value.isascii():
        small = value.lower()
        return small if small.isalnum() else _NO_LETTERS.sub("", small)
    bare = "".join(char for char in value.casefold() if not unicodedata.combining(char))
    decomposed = unicodedata.normalize("NFKD", bare).casefold().translate(_LETTERS)
    return "".join(char for char in decomposed if char.isalnum())
