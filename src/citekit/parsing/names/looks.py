"""Names in which there is nothing to find, as most are: one look says so, and saves ten others.

Such a name is made of Latin words with a capital and small letters ("Jane", "Jean-Pierre") and of
initials ("M."), none of which any table knows; or of two to four Han characters that are no
organization's. No rule about particles, suffixes, titles, degrees, firms, organizations, marks or
brackets can change it. A name that is not so simple, or of which a look cannot say, is read by the
rules; `tests/parsing/names/test_looks.py` shows that these read simple ones alike.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Literal, TypeAlias

from citekit.speed.lazy import lazy
from citekit.tables import names, organizations

__all__ = ["Look", "look_at"]

Look: TypeAlias = Literal["plain", "han", ""]

_CAPITAL, _SMALL = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_WORD = rf"[{_CAPITAL}][{_SMALL}]+(?:-[{_CAPITAL}][{_SMALL}]+)?|[{_CAPITAL}]\."
_PLAIN = lazy(rf"(?:{_WORD})(?: (?:{_WORD})){{0,5}}")
_HAN = lazy("[\u3400-\u4dbf\u4e00-\u9fff]{2,4}")


def look_at(text: str) -> Look:
    """Say whether *text*, a name or a part of one, is simple.

    >>> look_at("Jane M. Roe"), look_at("王小明"), look_at("Jane van Roe"), look_at("Bell Labs")
    ('plain', 'han', '', '')
    """
    if _PLAIN.fullmatch(text):
        words = text.casefold().replace(".", "").split()
        known = not _known_words().isdisjoint(words) or any(map(_may_be_compound, words))
        return "" if known else "plain"
    if _HAN.fullmatch(text):
        known = text.endswith(organizations.CJK_ENDINGS) or text in organizations.WORDS
        return "" if known else "han"
    return ""


def _may_be_compound(word: str) -> bool:
    """Say whether a word may be an organization's by its beginning or end."""
    return len(word) > 8 and (
        word.endswith(organizations.WORD_ENDINGS) or word.startswith(organizations.WORD_STARTS)
    )


@functools.cache
def _known_words() -> frozenset[str]:
    """Give every word of every table that a rule for names looks into."""
    tables: tuple[Iterable[str], ...] = (
        names.AMBIGUOUS_DEGREES,
        names.CAPITAL_PARTICLES,
        names.DEGREES,
        names.FAMILY_TAILS,
        # A word with an ASCII capital is no particle.
        (word for word in names.PARTICLES if not word[0].isascii()),
        names.ROMANCE_PREPOSITIONS,
        names.SUFFIXES,
        names.TAIL_SUFFIXES,
        names.TITLES,
        organizations.ACRONYMS,
        organizations.CORPORATE_TAILS,
        organizations.PHRASES,
        organizations.PREPOSITIONS,
        organizations.WORDS,
        ("The", "AI"),
    )
    entries = " ".join(each for table in tables for each in table)
    return frozenset(entries.casefold().replace(".", "").split())
