"""East Asian names: family first, often without a space.

The rules; whatever they decide without a space is reported as guessed:

* With one space the first word is the family ("山田 太郎", "김 철수").
* A dot between (·, ・) writes a foreign name: given first ("卡尔·马克思").
* Hangul of two to four syllables: one of `KOREAN_COMPOUND_FAMILIES`, else the first syllable.
* A frequent Japanese family of `JAPANESE_FAMILIES` at the start is the family.
* Han characters alone: one of `CHINESE_COMPOUND_FAMILIES` if a given name is left, else the first
  character; four characters without such a family are read as Japanese, two and two.
* Kana after Han: the Han part is the family ("高橋さくら"), if it has at most three characters.
* Whatever is longer, or kana only, is not taken apart: it becomes a literal.
"""

from __future__ import annotations

import functools
import re

from attrs import frozen

from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.tables.names import (
    CHINESE_COMPOUND_FAMILIES,
    JAPANESE_FAMILIES,
    KOREAN_COMPOUND_FAMILIES,
)
from citekit.text.scripts import HAN, HANGUL, KANA, is_han

__all__ = ["CjkName", "cjk_name", "is_cjk", "is_cjk_family"]

_ONLY_HANGUL = lazy(rf"[{HANGUL}]+")
_HAN_THEN_KANA = lazy(rf"([{HAN}]{{1,3}})([{KANA}]{{1,6}})")
_DOT = lazy(r"[·•・‧]")
_LONGEST_FAMILY = 4
_FAMILIES = CHINESE_COMPOUND_FAMILIES | KOREAN_COMPOUND_FAMILIES | JAPANESE_FAMILIES


@frozen(eq=False)
@shared_repr
class CjkName:
    """Family and given name; both empty where the name is not to be taken apart."""

    family: str
    given: str
    guessed: bool = True


@functools.cache
def _cjk_pattern() -> re.Pattern[str]:
    """Compile the pattern when the first name beyond ASCII comes, as it takes long."""
    return re.compile(rf"[{HAN}{KANA}{HANGUL}][{HAN}{KANA}{HANGUL} ·•・‧]*")


def is_cjk(text: str) -> bool:
    """Say whether *text* is written in Han characters, kana or hangul throughout.

    >>> is_cjk("李明"), is_cjk("Li Ming")
    (True, False)
    """
    return bool(text) and not text.isascii() and _cjk_pattern().fullmatch(text) is not None


def is_cjk_family(text: str) -> bool:
    """Say whether *text* is a family without a given name ("李" or "欧阳" in "李, 明").

    >>> is_cjk_family("李"), is_cjk_family("欧阳"), is_cjk_family("李明")
    (True, True, False)
    """
    return is_cjk(text) and (len(text) == 1 or text in _FAMILIES)


def cjk_name(text: str) -> CjkName:
    """Split an East Asian name; see the module for the rules.

    >>> cjk_name("李明"), cjk_name("欧阳修").family, cjk_name("山田太郎").given
    (CjkName(family='李', given='明', guessed=True), '欧阳', '太郎')
    """
    dotted = _DOT.split(text)
    if len(dotted) > 1:
        return CjkName(dotted[-1].strip(), " ".join(part.strip() for part in dotted[:-1]), False)
    words = text.split()
    if len(words) > 1:
        return CjkName(words[0], " ".join(words[1:]), False)
    return _unspaced(text)


def _unspaced(text: str) -> CjkName:
    """Split a name without spaces or dots."""
    if len(text) == 1:
        return CjkName(text, "", False)
    if mixed := _HAN_THEN_KANA.fullmatch(text):
        return CjkName(mixed.group(1), mixed.group(2))
    length = _family_length(text)
    return CjkName(text[:length], text[length:]) if length else CjkName("", "")


def _family_length(text: str) -> int:
    """Give the number of characters of the family, 0 where it is not known."""
    if is_cjk_family(text):
        return len(text)
    if _ONLY_HANGUL.fullmatch(text):
        return _known_length(text, KOREAN_COMPOUND_FAMILIES) or int(len(text) <= 4)
    japanese = _known_length(text, JAPANESE_FAMILIES)
    if japanese or not is_han(text):
        return japanese
    chinese = _known_length(text, CHINESE_COMPOUND_FAMILIES)
    return chinese or {2: 1, 3: 1, 4: 2}.get(len(text), 0)


def _known_length(text: str, known: frozenset[str]) -> int:
    """Give the length of the longest *known* family that *text* starts with, a rest left over."""
    for size in range(min(_LONGEST_FAMILY, len(text) - 1), 1, -1):
        if text[:size] in known:
            return size
    return 0
