"""The order of texts in a list of references: the same in every locale (APA 7, section 9.44)."""

from __future__ import annotations

import re

from citekit.text.fold import fold

__all__ = ["natural", "without_article"]

_ARTICLE = re.compile(r"\A[\W_]*(?:the|an|a)\s+(?=\w)", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]+")


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
