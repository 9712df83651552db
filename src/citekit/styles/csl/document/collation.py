"""How texts are compared (CSL 1.0.2, "Sorting"): by letters, then accents, then case.

The specification leaves the collation open. This one follows Unicode CLDR as far as letters go:
which of them there are and where they stand depends on the language (`tables.collation`). It does
not depend on the process's locale: the same input gives the same order everywhere.

What it does not know: the readings of Han characters, which sort by code point (CLDR's order for
Chinese goes by pinyin), vowels written before their consonant (Thai), and accents compared from
the end (Canadian French).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from attrs import frozen

from citekit.speed.lazy import lazy
from citekit.styles.csl.marked.marks import strip_marks
from citekit.tables.collation import LETTERS, LETTERS_BY_LANGUAGE, OWN_SCRIPT_FIRST, UPPER_FIRST

__all__ = ["collation_key"]


@functools.lru_cache(maxsize=65536)
def collation_key(text: str, language: str = "") -> tuple[str, str, str]:
    """Give a key by which *text* sorts: letters, then accents, then case.

    Spaces come before digits, these before letters; punctuation does not count: "U.S." is "us".
    Numbers are compared as numbers: "Part 9" comes before "Part 10".

    Args:
        text: The text; its marks of formatting do not count.
        language: The primary subtag of a language ("sv"), whose alphabet counts.

    >>> sorted(["Zoë", "zoe", "Álvarez", "Alvarez", "Byron"], key=collation_key)
    ['Alvarez', 'Álvarez', 'Byron', 'zoe', 'Zoë']
    >>> sorted(["Zorn", "Åberg", "Öberg"], key=lambda name: collation_key(name, "sv"))
    ['Zorn', 'Åberg', 'Öberg']
    """
    text = strip_marks(text)
    if language in _NOT_LETTER_BY_LETTER:
        return _by_rules(text, language)
    if text.isascii():
        bare = _words(text)
        folded = bare.lower()
        return folded, folded, bare.swapcase()
    text = unicodedata.normalize("NFC", text)
    others = set(_text(_bytes(text).translate(None, _ASCII)))
    forms = _forms_of(language)
    if all(forms[each].is_alone for each in others):
        return _letter_by_letter(text, language, {each: forms[each] for each in others})
    return _by_rules(text, language)


class _Forms(NamedTuple):
    """What a character beyond ASCII sorts as."""

    base: str
    letters: str
    bare: str
    is_alone: bool
    """Whether it joins no other character."""


class _FormsOf(dict[str, _Forms]):
    """The characters of a language's texts; each is worked out when a text has it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, char: str) -> _Forms:
        parts = unicodedata.normalize("NFD", char)
        bare = parts.translate(_COUNTING)
        letters = _alphabet(self._language).place(_small(bare, self._language))
        found = self[char] = _Forms(
            letters.translate(_WITHOUT_ACCENTS),
            letters,
            " " if bare.isspace() else bare,
            not bare or unicodedata.combining(bare[0]) == 0,
        )
        return found


@functools.lru_cache(maxsize=64)
def _forms_of(language: str) -> _FormsOf:
    return _FormsOf(language)


def _letter_by_letter(
    text: str, language: str, forms: Mapping[str, _Forms]
) -> tuple[str, str, str]:
    """Give the key of a text whose characters beyond ASCII have these forms.

    Replacing one character after the other is safe: what a form consists of stands for itself.
    """
    for char, form in forms.items():
        if not form.bare.strip():
            text = text.replace(char, form.bare)
    bare = _words(text)
    base = letters = _text(_bytes(bare).lower())  # of bytes, ASCII alone has small letters
    for char, form in forms.items():
        bare = bare.replace(char, form.bare)
        letters = letters.replace(char, form.letters)
        base = base.replace(char, form.base)
    return base, letters, bare if language in UPPER_FIRST else bare.swapcase()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _words(text: str) -> str:
    """Take the signs of ASCII out of a text; bytes lose characters much faster than text does."""
    data = _bytes(text).translate(None, _ASCII_SIGNS)
    words = " ".join(_text(data).split())
    has_digits = len(data) != len(data.translate(None, _DIGITS))
    return _numbered(words) if has_digits else words


def _by_rules(text: str, language: str) -> tuple[str, str, str]:
    """Give the key of any text in any language."""
    bare = unicodedata.normalize("NFD", text).translate(_COUNTING)
    bare = _numbered(" ".join(bare.split()))
    letters = _alphabet(language).place(_small(bare, language))
    base = letters.translate(_WITHOUT_ACCENTS)
    if language in OWN_SCRIPT_FIRST:
        base = base.translate(_LATIN_LAST if language in _BEYOND_ALPHABETS else _LATIN_LATER)
    return base, letters, bare if language in UPPER_FIRST else bare.swapcase()


def _small(text: str, language: str) -> str:
    """Give the text in small letters; in Turkish "I" is the capital of "ı"."""
    if language == "tr":
        text = text.replace("I\u0307", "i").replace("I", "ı")
    return unicodedata.normalize("NFC", text.casefold())


def _numbered(text: str) -> str:
    """Put before each number how many digits it has, so that the shorter comes first."""
    return _NUMBER.sub(_with_length, text)


_NUMBER = lazy("[0-9]+")


def _with_length(found: re.Match[str]) -> str:
    digits = found.group().lstrip("0")
    nines, rest = divmod(len(digits), 9)
    return f"{'9' * nines}{rest}{digits}"


def _counts(char: str) -> bool:
    is_letter = char.isalnum() and char not in _APOSTROPHES
    return is_letter or char.isspace() or unicodedata.combining(char) != 0


def _is_no_accent(char: str) -> bool:
    return unicodedata.combining(char) == 0


class _Keeping(dict[int, int | None]):
    """A table for `str.translate` that keeps some characters, asked for when a text has them."""

    def __init__(self, keeps: Callable[[str], bool]) -> None:
        super().__init__()
        self._keeps = keeps

    def __missing__(self, number: int) -> int | None:
        found = self[number] = number if self._keeps(chr(number)) else None
        return found


_APOSTROPHES = frozenset("\u02bc\u02bb")
"""What Unicode counts among the letters."""
_COUNTING: Final = _Keeping(_counts)
_WITHOUT_ACCENTS: Final = _Keeping(_is_no_accent)
_ASCII_SIGNS: Final = bytes(each for each in range(128) if not _counts(chr(each)))
_DIGITS: Final = b"0123456789"
_ASCII: Final = bytes(range(128))


@frozen(eq=False)
class _Alphabet:
    """The letters of a language: for each that is not where its code point is, what it sorts as.

    A letter of its own sorts as the letter before it with a private character, which is greater
    than all letters that may follow; what counts as another letter sorts as that with an accent.
    """

    letters: Mapping[int, str]
    several: Mapping[str, str]
    """Letters that are written with several characters."""
    pattern: re.Pattern[str] | None

    def place(self, text: str) -> str:
        """Give a text in small letters as it sorts, its accents still there."""
        if self.pattern is not None:
            text = self.pattern.sub(lambda found: self.several[found.group()], text)
        return unicodedata.normalize("NFD", text.translate(self.letters))


@functools.lru_cache(maxsize=64)
def _alphabet(language: str) -> _Alphabet:
    """Work out the alphabet of a language from its rules."""
    own = _rules(LETTERS_BY_LANGUAGE.get(language, ""), 0xE000)
    rules = {**_rules(LETTERS, 0xE800), **own}
    several = {letter: place for letter, place in rules.items() if len(letter) > 1}
    if language == "hu":  # "ssz" is "sz" twice
        several.update({letter[0] + letter: place * 2 for letter, place in several.items()})
    return _Alphabet(
        letters=MappingProxyType(dict(_with_accents(rules))),
        several=MappingProxyType(several),
        pattern=re.compile("|".join(sorted(several, key=len, reverse=True))) if several else None,
    )


def _rules(text: str, private: int) -> dict[str, str]:
    """Give what each letter sorts as, with private characters from the code point *private* on."""
    found: dict[str, str] = {}
    for chain in text.split():
        first, *others = chain.split("<")
        start, *same = first.split("=")
        found.update(_variants(start, same, 1))
        for i, group in enumerate(others):
            found.update(_variants(f"{start}{chr(private + i)}", group.split("="), 0))
    return found


def _variants(place: str, letters: Sequence[str], first: int) -> dict[str, str]:
    return {letter: place + _VARIANT * (first + i) for i, letter in enumerate(letters)}


_VARIANT: Final = "\u0335"
"""An accent for letters that differ as accents do though their characters have none."""


def _with_accents(rules: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Give each letter, and each with further accents, that sorts as one with rules of its own.

    In Vietnamese "ấ" is the letter "â" with an accent, in Swedish "ǻ" the letter "å": of accents in
    one place (of the same combining class) the first belongs to the letter.
    """
    parted = [(unicodedata.normalize("NFD", each), place) for each, place in rules.items()]
    by_base: dict[str, list[tuple[frozenset[str], str]]] = {}
    for letter, place in parted:
        if unicodedata.combining(letter[-1]) or len(letter) == 1:
            by_base.setdefault(letter[0], []).append((frozenset(letter[1:]), place))
    for number in _COMPOSED:
        base, *marks = list(unicodedata.normalize("NFD", chr(number)))
        first = {unicodedata.combining(mark): mark for mark in reversed(marks)}.values()
        fitting = [each for each in by_base.get(base, ()) if each[0].issubset(first)]
        if fitting:
            yield number, max(fitting, key=lambda each: len(each[0]))[1]


_COMPOSED: Final = (
    *range(0x61, 0x7B),
    *range(0xDF, 0x250),
    0x259,
    *range(0x430, 0x530),
    *range(0x620, 0x6D0),
    *range(0x1E00, 0x1F00),
)
"""Letters of the scripts for which there are rules."""
_NOT_LETTER_BY_LETTER: Final = OWN_SCRIPT_FIRST | frozenset(
    language
    for language, rules in LETTERS_BY_LANGUAGE.items()
    if language == "tr" or any(len(each) > 1 or each.isascii() for each in _rules(rules, 0))
)
"""Languages that have letters of several characters or move letters of ASCII."""
_LATIN_LATER: Final = MappingProxyType({0x61 + i: 0x2E60 + i for i in range(26)})
"""Letters after those of all other alphabets, and before the Han characters."""
_BEYOND_ALPHABETS: Final = frozenset(("ko", "zh"))
_LATIN_LAST: Final = MappingProxyType({0x61 + i: 0xD700 + i for i in range(26)})
"""Letters after those of all other scripts. Hangul, whose place this is, has been decomposed."""
