"""Ordinal words and words for "edition" in eight languages, folded: lower case, no accents."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["EDITION_WORDS", "ENGLISH_ORDINALS", "ORDINAL_SUFFIXES", "ORDINAL_WORDS"]

_ROWS: tuple[tuple[int, str], ...] = (
    (1, "first erste erster erstes premier premiere primera primero primer prima primo primeira"),
    (1, "primeiro eerste"),
    (2, "second zweite zweiter zweites deuxieme seconde segunda segundo seconda secondo tweede"),
    (3, "third dritte dritter drittes troisieme tercera tercero tercer terza terzo terceira"),
    (3, "terceiro derde"),
    (4, "fourth vierte vierter viertes quatrieme cuarta cuarto quarta quarto vierde"),
    (5, "fifth funfte funfter funftes fuenfte cinquieme quinta quinto vijfde"),
    (6, "sixth sechste sechster sechstes sixieme sexta sexto sesta sesto zesde"),
    (7, "seventh siebte siebter siebtes septieme septima septimo settima settimo setima setimo"),
    (7, "zevende"),
    (8, "eighth achte achter achtes huitieme octava octavo ottava ottavo oitava oitavo achtste"),
    (9, "ninth neunte neunter neuntes neuvieme novena noveno nona nono negende"),
    (10, "tenth zehnte zehnter zehntes dixieme decima decimo tiende"),
    (1, "первое"),
    (2, "второе"),
    (3, "третье"),
    (4, "четвертое"),
    (5, "пятое"),
    (6, "шестое"),
    (7, "седьмое"),
    (8, "восьмое"),
    (9, "девятое"),
    (10, "десятое"),
    (11, "eleventh elfte onzieme elfde"),
    (12, "twelfth zwolfte zwoelfte douzieme twaalfde"),
    (13, "thirteenth"),
    (14, "fourteenth"),
    (15, "fifteenth"),
    (16, "sixteenth"),
    (17, "seventeenth"),
    (18, "eighteenth"),
    (19, "nineteenth"),
    (20, "twentieth"),
)

ORDINAL_WORDS: Mapping[str, int] = MappingProxyType(
    {word: number for number, words in _ROWS for word in words.split()}
)
"""Folded ordinal word → its number."""

ENGLISH_ORDINALS: tuple[str, ...] = tuple(
    words.split()[0] for words in dict(reversed(_ROWS)).values()
)[::-1]
"""The English word of each number from 1 on, in lower case."""

ORDINAL_SUFFIXES: frozenset[str] = frozenset(
    "st nd rd th er re ere e eme ieme nde te ter tes ste de ro ra do da to ta o a е ое и".split()
)
"""What follows the digits of an ordinal, folded: 2*nd*, 3*e*, 4*ª* (which folds to a)."""

EDITION_WORDS: frozenset[str] = frozenset(
    """
    ed edn eds edition aufl auflage ausg ausgabe
    edicion edizione edicao editie druk dr изд издание
    """.split()
)
"""Folded words and abbreviations for "edition"."""
