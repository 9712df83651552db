"""The order of letters: where they stand among others, in general and by language.

Source: Unicode CLDR 48, collations of type "standard" (https://cldr.unicode.org/index/downloads),
`root` and those of the languages that CSL has locale files for. Only differences between letters
are given; those of accent and case follow from the characters.

Each rule is a chain, as in CLDR: in ``z<å<ä=æ`` å is a letter of its own after z, ä another one
after it, and æ counts as ä; in ``y=ü`` ü counts as y. What a chain begins with is not moved.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["LETTERS", "LETTERS_BY_LANGUAGE", "OWN_SCRIPT_FIRST", "UPPER_FIRST"]

LETTERS: Final = (
    "ae=æ d=đ=ð e<ə h=ħ i<ı l=ł n<ŋ o=ø oe=œ t<ŧ z<þ "
    "г=ґ д<ђ е<є з<ѕ и<і<й<ј л<љ н<њ о<ө т<ћ у<ү ч<џ "
    "ب<پ ج<چ ز<ژ ك<ک<گ ي<ی"
)
"""What holds in all languages."""

_CROATIAN: Final = "c<č<ć d<dž=ǆ<đ l<lj n<nj s<š z<ž"
_DANISH: Final = "th=þ y=ü=ű z<æ=ä<ø=ö=ő<å=aa"
_NORWEGIAN: Final = "th=þ y=ü=ű z<æ=ä=ę<ø=ö=ő=œ<å=aa"
_SPANISH: Final = "n<ñ"
_TAGALOG: Final = "n<ñ<ng"

LETTERS_BY_LANGUAGE: Final = MappingProxyType(
    {
        "cs": "c<č h<ch r<ř s<š z<ž",
        "cy": "c<ch d<dd f<ff g<ng l<ll p<ph r<rh t<th",
        "da": _DANISH,
        "es": _SPANISH,
        "et": "s<š<z<ž w<õ<ä<ö<ü",
        "fa": "ك=ک<گ ي=ی",
        "fi": "n=ŋ t=ŧ y=ü z<þ<å<ä=æ<ö=ø",
        "fil": _TAGALOG,
        "gl": _SPANISH,
        "hr": _CROATIAN,
        "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs",
        "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ=ä<ö=ø<å",
        "lt": "c<č i=y s<š z<ž",
        "lv": "a<ā c<č e<ē g<ģ i<y<ī k<ķ l<ļ n<ņ o<ō r<ŗ s<š u<ū z<ž",
        "nb": _NORWEGIAN,
        "nn": _NORWEGIAN,
        "no": _NORWEGIAN,
        "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
        "ro": "a<ă<â i<î s<ș=ş t<ț=ţ",
        "sk": "a<ä c<č h<ch o<ô r<ř s<š z<ž",
        "sl": "c<č<ć d<đ s<š z<ž",
        "sr": _CROATIAN,
        "sv": "th=þ y=ü=ű z<å<ä=æ=ę<ö=ø=ő=œ=ô",
        "tl": _TAGALOG,
        "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
        "uk": "г<ґ и<і<ї<й",
        "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
    }
)
"""What holds besides in a language, whose primary subtag is the key."""

UPPER_FIRST: Final = frozenset(("da",))
"""Languages in which, all else being equal, a capital comes before the small letter."""

OWN_SCRIPT_FIRST: Final = frozenset("ar bg el fa he hi hy km ko mn ru sr th uk zh".split())
"""Languages in which the letters of their own script come before those of Latin script."""
