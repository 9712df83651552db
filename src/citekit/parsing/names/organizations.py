"""Which names are names of organizations: known by shape, not by a list of them.

The rules, in order; the first that holds gives the reason that a diagnostic shows:

1. a sign that no personal name has: "&", ":", "/", a digit ("AT&T", "3M");
2. a word that only organizations have ("World Health Organization", "ATLAS Collaboration"), in
   some twenty languages, or a compound of one ("Bundesumweltministerium");
3. two words that together show one ("World Bank", "Red Cross");
4. "of", "for", "on" inside a name of three words or more ("Bank of England");
5. "The" before it ("The Beatles");
6. "AI" as its last word ("Meta AI", "DeepSeek-AI");
7. one word with an inner capital ("OpenAI", "DeepMind"; not "LeCun", "McDonald") or all in
   capitals ("NASA");
8. an East Asian name that ends as organizations do (大学, 研究所, 株式会社).

Rules 1 to 3 are those of the corporate names in real `.bib` files; the rest is guessed from
authors of research indexes. A guess is always reported.
"""

from __future__ import annotations

from itertools import pairwise

from citekit.speed.lazy import lazy
from citekit.tables.organizations import (
    ACRONYMS,
    CJK_ENDINGS,
    FAMILY_PREFIXES,
    PHRASES,
    PREPOSITIONS,
    WORD_ENDINGS,
    WORD_STARTS,
    WORDS,
)

__all__ = ["has_organization_word", "organization_reason"]

_SIGN = lazy(r"[&:/\d]")
_INNER_CAPITAL = lazy(r"[^\W\d_][A-Z]")
_MAX_ACRONYM = 6


def organization_reason(text: str) -> str:
    """Say why *text* looks like the name of an organization, or give "" where it does not.

    Args:
        text: A name without marks and brackets; commas are taken for spaces.

    >>> organization_reason("ATLAS Collaboration")
    "has the word 'Collaboration'"
    >>> organization_reason("Yann LeCun")
    ''
    """
    words = text.replace(",", " ").split()
    if _SIGN.search(text):
        return "has a digit or a sign that personal names lack"
    return _by_words(words) or (_by_one_word(words[0]) if len(words) == 1 else "")


def has_organization_word(text: str) -> bool:
    """Say whether one word of *text* is found in organizations only.

    >>> has_organization_word("R Core Team"), has_organization_word("Frank Press")
    (True, False)
    """
    return any(_is_word(word.casefold()) for word in text.replace(",", " ").split())


def _is_word(word: str) -> bool:
    """Look a case-folded word up, also as a compound and with a full stop after it."""
    return (
        word in WORDS
        or word.rstrip(".") in WORDS
        or (len(word) > 8 and (word.endswith(WORD_ENDINGS) or word.startswith(WORD_STARTS)))
    )


def _by_words(words: list[str]) -> str:
    """Apply the rules that look at words: 2 to 6, and 8."""
    low = [word.casefold() for word in words]
    for word, folded in zip(words, low, strict=True):
        if _is_word(folded):
            return f"has the word '{word}'"
    if any(f"{one} {two}" in PHRASES for one, two in pairwise(low)):
        return "has words that only organizations have"
    if any(word in PREPOSITIONS for word in low[1:-1]):
        return "has a preposition inside"
    return _by_ends(words)


def _by_ends(words: list[str]) -> str:
    """Apply the rules that look at the first and the last word."""
    if len(words) > 1 and words[0] == "The":
        return "starts with 'The'"
    if words and (words[-1].endswith("-AI") or (words[-1] == "AI" and len(words) > 1)):
        return "ends in 'AI'"
    if words and words[-1].endswith(CJK_ENDINGS) and len(words[-1]) > 2:
        return "ends as organizations do"
    return ""


def _by_one_word(word: str) -> str:
    """Apply rule 7 to a name of one word."""
    if word.casefold() in ACRONYMS:
        return "is a known acronym"
    if word.isascii() and word.isalpha() and word.isupper() and 1 < len(word) <= _MAX_ACRONYM:
        return "is one word in capitals"
    inner = _INNER_CAPITAL.search(word)
    if inner and not word.isupper() and word[: inner.end() - 1] not in FAMILY_PREFIXES:
        return "is one word with a capital inside"
    return ""
