"""Which script text is written in: the one place that has ranges of code points.

Blocks and their letters are those of the Unicode Standard, chapters 18 (East Asia) and 7 to 9
(Europe and the Middle East).
"""

from __future__ import annotations

from typing import Final

from citekit.speed.lazy import lazy

__all__ = [
    "HAN",
    "HANGUL",
    "KANA",
    "has_slant",
    "is_east_asian",
    "is_han",
    "is_western",
    "starts_east_asian",
]

HAN: Final = "々〆〇〻\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters with the signs that stand for one (々 repeats it), for a class of a pattern."""
KANA: Final = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"
HANGUL: Final = "\uac00-\ud7a3"
_SIGNS: Final = "\u2e80-\u303f\u30a0-\u30ff\uff00-\uff65"
"""Radicals and punctuation of East Asia."""

_EAST_ASIAN = lazy(f"[{HAN}{KANA}{HANGUL}]+")
_EAST_ASIAN_START = lazy(f"[{HAN}{KANA}{HANGUL}{_SIGNS}]")
_HAN = lazy(f"[{HAN}]+")
_EUROPE = "a-zA-Z\u00c0-\u024f\u0370-\u052f\u0590-\u06ff\u1e00-\u1fff"
"""Latin, Greek, Cyrillic, Hebrew and Arabic letters, as citeproc-js counts them."""
_WESTERN = lazy(f"[{_EUROPE}\u0530-\u058f\u10a0-\u10ff]")
_SLANTING = lazy(f"[0-9{_EUROPE}\u0e01-\u0e5b]")


def is_east_asian(text: str) -> bool:
    """Say whether *text* is of Han characters, kana and hangul throughout.

    A name in these scripts has its family name first, and no space.

    >>> is_east_asian("佐々木"), is_east_asian("김"), is_east_asian("Li 李"), is_east_asian("")
    (True, True, False, False)
    """
    return not text.isascii() and _EAST_ASIAN.fullmatch(text) is not None


def is_han(text: str) -> bool:
    """Say whether *text* is of Han characters throughout.

    >>> is_han("佐々木"), is_han("さ")
    (True, False)
    """
    return not text.isascii() and _HAN.fullmatch(text) is not None


def starts_east_asian(text: str) -> bool:
    """Say whether *text* begins with an East Asian letter or sign, before which no space stands.

    >>> starts_east_asian("等"), starts_east_asian("、"), starts_east_asian("et al.")
    (True, True, False)
    """
    return not text[:1].isascii() and _EAST_ASIAN_START.match(text) is not None


def is_western(text: str) -> bool:
    """Say whether *text* has a letter of a script in which CSL puts given names first.

    CSL 1.0.2, "Display and sorting order of names in "family-name given-name" scripts"; the scripts
    are those of citeproc-js, which takes all others for East Asian.

    >>> is_western("Толстой"), is_western("佐々木")
    (True, False)
    """
    return "A" <= text[:1] <= "Z" or _WESTERN.search(text) is not None


def has_slant(text: str) -> bool:
    """Say whether *text* has a letter or digit that italics slant, as citeproc-js has it.

    >>> has_slant("Nature"), has_slant("自然")
    (True, False)
    """
    return text.isascii() or _SLANTING.search(text) is not None
