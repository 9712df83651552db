"""Reducing words of a date or a number to what tells them apart."""

from __future__ import annotations

import unicodedata

__all__ = ["fold"]


def fold(text: str) -> str:
    """Reduce text to its letters and digits: lower case, no accents, no spaces or points.

    >>> fold("n. d."), fold("Février"), fold("o. J.")
    ('nd', 'fevrier', 'oj')
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if c.isalnum())
