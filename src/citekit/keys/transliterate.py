"""Transliteration: any text to the letters and digits of ASCII.

The rules, in order:

* Umlauts: `ö` becomes `o`, as in Google Scholar's keys; with ``umlauts="oe"`` the letters ä, ö, ü
  become ae, oe, ue, as in JabRef's.
* Everything else follows the table of the package `anyascii`, which is made from the romanisations
  of Unicode's own data: ß → ss, ø → o, ł → l, å → a, æ → ae; Cyrillic Толстой → Tolstoy, Greek
  Ωμέγα → Omega, Han 李明 → LiMing, kana → romaji, Arabic محمد → mhmd.
* What is no letter and no digit then goes.

Nothing here looks at the locale of the process.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from citekit.speed.lazy import lazy

__all__ = ["Umlauts", "transliterate"]

Umlauts = Literal["o", "oe", "language"]
"""How ä, ö, ü are written: a, o, u; ae, oe, ue; or the second in German works only."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_OTHER = lazy(r"[^A-Za-z0-9]+")


def transliterate(text: str, *, german: bool = False) -> str:
    """Give the ASCII letters and digits that stand for *text*; upper and lower case are kept.

    Args:
        text: Any text.
        german: Whether ä, ö, ü become ae, oe, ue.

    >>> transliterate("Grødem–Łódź")
    'GrodemLodz'
    >>> transliterate("Böll"), transliterate("Böll", german=True)
    ('Boll', 'Boell')
    """
    if text.isascii() and text.isalnum():
        return text
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = _to_ascii(text.translate(_GERMAN) if german else text)
    return _OTHER.sub("", text)


def _to_ascii(text: str) -> str:
    from anyascii import anyascii  # its tables are read only where text is not ASCII

    return anyascii(text)
