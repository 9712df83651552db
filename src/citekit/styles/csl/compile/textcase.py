"""Changes of case on marked text (CSL 1.0.2, "Text-case").

Text under `nocase`, and superscripts, subscripts and small capitals of a field, keep their case. So
does the target of a link, which is not shown.

Its title case is that of citeproc-js, to the letter; `citekit.text.case` has the one by the rules.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

from attrs import define

from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.styles.csl.compile.scope import Scope
from citekit.styles.csl.marked.marks import (
    CLOSE,
    FIELD,
    FORMAT_MARKS,
    HARD,
    LINK,
    LINK_TEXT,
    MARKS,
    MATH,
    NO_CASE,
    QUOTE,
    QUOTE_CLOSE,
    TAG,
    TAG_END,
    VERBATIM,
)
from citekit.styles.csl.style.elements import TextCase
from citekit.tables.stop_words import CSL_STOP_WORDS
from citekit.text.nodes import Format

__all__ = ["change_case", "compile_text_case", "is_dotted"]

_TOKEN = lazy(
    f"({LINK}[^{LINK_TEXT}]*{LINK_TEXT}|[\ufdd0-\ufdef])"
    "|([^\\W_]+(?:['\u2019`\u00b7][^\\W_]+)*)|([^\ufdd0-\ufdef\\w]+|_)"
)
_SHIELDS: Final = frozenset(
    (
        NO_CASE,
        MATH,
        VERBATIM,
        FORMAT_MARKS[Format.SUPERSCRIPT],
        FORMAT_MARKS[Format.SUBSCRIPT],
        FORMAT_MARKS[Format.SMALL_CAPS],
    )
)
_OPENS: Final = frozenset(MARKS) - {
    CLOSE, QUOTE_CLOSE, LINK_TEXT, QUOTE, FIELD, HARD, TAG, TAG_END
}  # fmt: skip
_ENDS_CLAUSE = lazy(r"[:?!]\s|[:?!]$")
_DOTTED: Final = frozenset(("az", "tr"))
"""Languages in which the capital of i has a dot."""


def is_dotted(language: str) -> bool:
    """Say whether the capital of i has a dot in a language."""
    return language[:2].lower() in _DOTTED


Apply: TypeAlias = Callable[[str, Scope], str]


@define(eq=False)
@shared_repr
class _Word:
    """A word or what stands between words; shielded text is no word."""

    text: str
    is_word: bool = False
    starts: bool = False
    """Whether the text, or what follows a colon, starts with it."""
    is_cut: bool = False
    """Whether it is the rest of a word after an apostrophe: "’til"."""


def _words(text: str) -> list[_Word]:
    """Split marked text into words and the rest."""
    found: list[_Word] = []
    stack: list[str] = []
    shield = 0
    starts = True
    for token in _TOKEN.finditer(text):
        mark, word, other = token.groups()
        if mark:
            if mark[0] in _OPENS:
                stack.append(mark)
                shield += mark in _SHIELDS
            elif mark == CLOSE and stack:
                shield -= stack.pop() in _SHIELDS
            found.append(_Word(mark))
        elif word and not shield:
            is_cut = bool(found) and found[-1].text[-1] == "\u2019"
            found.append(_Word(word, is_word=True, starts=starts, is_cut=is_cut))
            starts = False
        else:
            found.append(_Word(word or other))
            if shield:
                starts = starts and not (word or other).strip()
            else:
                starts = starts or _ENDS_CLAUSE.search(other) is not None
    return found


class _Letters(NamedTuple):
    """How the letters of a language are put in upper and in lower case."""

    upper: Callable[[str], str]
    lower: Callable[[str], str]


_LATIN: Final = _Letters(str.upper, str.lower)
_TURKIC: Final = _Letters(
    lambda text: text.replace("i", "\u0130").upper(),
    lambda text: text.replace("\u0130", "i").replace("I", "\u0131").lower(),
)
"""Those of `_DOTTED`: i pairs with a dotted capital, and I with a dotless small letter."""


def _capitalize(word: _Word, letters: _Letters = _LATIN) -> None:
    """Give a word in lower case a capital; a Greek letter alone is a symbol."""
    text = word.text
    if not word.is_cut and text.islower() and not _LONE_GREEK.fullmatch(text):
        word.text = letters.upper(text[0]) + text[1:]


_LONE_GREEK = lazy("[\u0370-\u03ff]")


def _lowercase(words: list[_Word], letters: _Letters) -> None:
    for each in words:
        if each.is_word:
            each.text = letters.lower(each.text)


def _uppercase(words: list[_Word], letters: _Letters) -> None:
    for each in words:
        if each.is_word:
            each.text = letters.upper(each.text)


def _first(words: list[_Word]) -> _Word | None:
    """Give the first word, unless shielded text comes before it."""
    for each in words:
        if each.is_word:
            return each
        if each.text[0] not in MARKS and any(c.isalnum() for c in each.text):
            return None
    return None


def _capitalize_first(words: list[_Word], letters: _Letters) -> None:
    first = _first(words)
    if first is not None:
        _capitalize(first, letters)


def _capitalize_all(words: list[_Word], letters: _Letters) -> None:
    for each in words:
        if each.is_word:
            _capitalize(each, letters)


def _sentence(words: list[_Word], letters: _Letters) -> None:
    """Lower all words but the first, whose capitals stay where not all of the text is capitals."""
    first = _first(words)
    if first is not None and not all(each.text.isupper() for each in words if each.is_word):
        kept = first.text
        _lowercase(words, letters)
        first.text = kept
    else:
        _lowercase(words, letters)
    _capitalize_first(words, letters)


def _title(words: list[_Word], _: _Letters) -> None:
    last = _last(words)
    is_whole = True  # whether there is nothing but words and spaces so far
    for i, word in enumerate(words):
        if not word.is_word:
            is_whole = is_whole and word.text.isspace()
            continue
        if i == last and len(word.text) == 1 and not word.starts:
            continue  # "Vitamin a", "Book A": it is a name, and stays
        lower = word.text.lower()
        if word.starts or i == last or (is_whole and _is_prefix(words, i)):
            _capitalize(word)
        elif lower not in CSL_STOP_WORDS:
            if len(lower) > 1 or lower.isdecimal():
                _capitalize(word)
        elif word.text[1:] == lower[1:] and not _may_be_capital(words, i):
            word.text = lower


def _may_be_capital(words: list[_Word], i: int) -> bool:
    """Say whether a stop word keeps the capital it has: after a period, or as a single letter."""
    return len(words[i].text) == 1 or (i > 0 and _PERIOD.search(words[i - 1].text) is not None)


_PERIOD = lazy(r"\.\s")


def _last(words: list[_Word]) -> int:
    """Give the place of the last word, which is no stop word."""
    for i in range(len(words) - 1, -1, -1):
        if words[i].is_word:
            return i
        if words[i].text[0] not in MARKS and any(c.isalnum() for c in words[i].text):
            break
    return -1


def _is_prefix(words: list[_Word], i: int) -> bool:
    """Say whether a hyphen follows a word, as in "In-Between"."""
    return i + 1 < len(words) and words[i + 1].text.startswith("-")


_CHANGES: Final[dict[str, Callable[[list[_Word], _Letters], None]]] = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}


@functools.lru_cache(maxsize=8192)
def change_case(text: str, case: TextCase, *, dotted: bool = False) -> str:
    """Change the case of marked *text*; "title" takes it for English.

    Args:
        text: The text.
        case: What to do.
        dotted: Whether it is in a language in which the capital of i has a dot.

    >>> change_case("on the origin of species", "title")
    'On the Origin of Species'
    """
    found = _simple_title(text) if case == "title" else None
    return _changed(text, case, dotted=dotted) if found is None else found


def _changed(text: str, case: TextCase, *, dotted: bool = False) -> str:
    words = _words(text)
    _CHANGES[case](words, _TURKIC if dotted else _LATIN)
    return "".join(each.text for each in words)


def _simple_title(text: str) -> str | None:
    """Give the title case of words in ASCII letters with no more than a sign after each.

    Most titles are no more than that, and need not be taken apart by a pattern; None where one is.
    """
    words = text.split(" ")
    starts, last = True, len(words) - 1
    for i, word in enumerate(words):
        sign = word[-1:] if word[-1:] in _SIGNS else ""
        bare = word[:-1] if sign else word
        if not (bare.isascii() and bare.isalpha()):
            return None
        if not (i == last and len(bare) == 1 and not starts):
            words[i] = _in_title(bare, is_edge=starts or i == last) + sign
        starts = sign not in _JOINING
    return " ".join(words)


_JOINING: Final = ("", ",", ";")
_SIGNS: Final = (",", ";", ":", "?", "!")


def _in_title(word: str, *, is_edge: bool) -> str:
    lower = word.lower()
    if not is_edge and lower in CSL_STOP_WORDS:
        return lower if len(word) > 1 and word[1:] == lower[1:] else word
    return word[0].upper() + word[1:] if word == lower and (is_edge or len(word) > 1) else word


def compile_text_case(case: TextCase, english: Callable[[str], bool], locale: str = "") -> Apply:
    """Make the function that changes case; titles change in English items only.

    Args:
        case: What to do.
        english: Says whether an item of a language is an English one.
        locale: The language of items that name none.
    """
    if case == "title":
        return lambda text, scope: (
            change_case(text, "title") if english(scope.item.language) else text
        )
    by_default = is_dotted(locale)

    def change(text: str, scope: Scope) -> str:
        language = scope.item.language
        return change_case(text, case, dotted=is_dotted(language) if language else by_default)

    return change
