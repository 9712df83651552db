"""Which words of a title must keep their capitals when a BibTeX style lower-cases the rest.

`plain` and its kin print "Llama" and "the bert model" unless the word stands in braces. The
choice follows from the letters alone, so it is stable and can be read off the title:

* A word with a capital after its first letter is protected: LLaMA, BERT, iPhone, O'Brien, II.
* So is a capital that stands alone, other than the article "A": "Vitamin C", "I".
* The parts of a hyphenated word are looked at one by one. Parts without capitals (digits, "based")
  share the braces of their neighbour: `{GPT-4}`, `{t-SNE}`, but `{BERT}-Based`.
* So is a name that citekit knows (`citekit.tables.proper_nouns`): `{Bayesian} Models of {German}`.
* In a title that is evidently in sentence case, a capitalised word in mid-sentence is a name and
  is protected too: `a study of {Fleabay}`. In Title Case an unknown name looks like any other
  word: mark it with `Format.NO_CASE`.
* In a title that is all capitals, capitals say nothing, and no word is protected.

Better BibTeX and Zotero protect every capitalised word instead; that would print
"Open and Efficient Foundation Language Models" in the capitals of the record in every style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from citekit.tables.proper_nouns import PROPER_NOUNS

__all__ = ["TitleCase", "judge_title", "split_protected"]

_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.&+/-](?=[^\W_])|\+\+?)*")
_PART = re.compile(r"[^-]+")
_AFTER_STOP = re.compile(r"[.:?!;—–]\W*\Z")
_LOOK_BACK = 8
_LONG = 5
_ALL_CAPITALS_FROM = 3

_SMALL_WORDS = frozenset(
    "about above across after against along among around before behind below beneath beside"
    " between beyond during except inside through throughout toward towards under underneath until"
    " versus within without where which while whose their there these those other"
    " using based".split()
)
"""Long words that Title Case leaves in lower case (Chicago Manual of Style, 8.159)."""


@frozen
class TitleCase:
    """What the capitals of a whole title say."""

    sentence_case: bool = False
    """Whether it is evidently in sentence case, so that a capital in mid-sentence is a name."""
    all_capitals: bool = False
    """Whether it is all capitals, so that capitals say nothing."""


def judge_title(texts: Iterable[str]) -> TitleCase:
    """Judge the case of a title from the literal stretches that it consists of.

    >>> judge_title(["A history of science in Germany"]).sentence_case
    True
    >>> judge_title(["Open and Efficient Foundation Language Models"]).sentence_case
    False
    """
    words = [word for text in texts for word in _WORD.findall(text) if word[0].isalpha()]
    cased = [word for word in words if word.upper() != word.lower()]
    shouted = sum(word == word.upper() and len(word) > 1 for word in cased)
    lower = sum(_is_plain_lower(word) for word in cased)
    capitalised = sum(len(word) >= _LONG and word.istitle() for word in cased[1:])
    return TitleCase(
        sentence_case=lower > 0 and 2 * lower >= capitalised,
        all_capitals=shouted >= _ALL_CAPITALS_FROM
        and any(len(word) >= _LONG for word in cased)
        and all(word == word.upper() for word in cased),
    )


def _is_plain_lower(word: str) -> bool:
    return len(word) >= _LONG and word.islower() and word not in _SMALL_WORDS


def split_protected(text: str, case: TitleCase, *, first: bool) -> list[tuple[str, bool]]:
    """Split *text* into stretches, each with whether it must be protected.

    Args:
        text: A literal stretch of a title.
        case: What the capitals of the whole title say.
        first: Whether the stretch begins the title.

    >>> split_protected("LLaMA: Open Models", TitleCase(), first=True)
    [('LLaMA', True), (': Open Models', False)]
    """
    if case.all_capitals:
        return [(text, False)] if text else []
    pieces: list[tuple[str, bool]] = []
    done = 0
    for match in _WORD.finditer(text):
        offset = match.start()
        begins = first or bool(_AFTER_STOP.search(text[max(0, offset - _LOOK_BACK) : offset]))
        first = False
        for start, end in _protected_spans(match[0], is_name=case.sentence_case and not begins):
            pieces.append((text[done : offset + start], False))
            pieces.append((text[offset + start : offset + end], True))
            done = offset + end
    pieces.append((text[done:], False))
    return [piece for piece in pieces if piece[0]]


def _protected_spans(word: str, *, is_name: bool) -> list[tuple[int, int]]:
    """Give the spans of *word* that need braces: neighbouring parts share theirs."""
    parts = [(match.start(), match.end(), match[0]) for match in _PART.finditer(word)]
    needs = [_needs_braces(part, is_name=is_name) for _, _, part in parts]
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(parts):
        end = index
        while end < len(parts) and (needs[end] or not _has_capital(parts[end][2])):
            end += 1
        if any(needs[index:end]):
            spans.append((parts[index][0], parts[end - 1][1]))
        index = end + 1
    return spans


def _has_capital(part: str) -> bool:
    return part != part.lower()


def _needs_braces(part: str, *, is_name: bool) -> bool:
    if part[1:] != part[1:].lower():
        return True
    if not _has_capital(part):
        return False
    if len(part) == 1:
        return part != "A"
    return is_name or not part[1].isalpha() or _is_known_name(part)


def _is_known_name(part: str) -> bool:
    name = part.casefold()
    return name in PROPER_NOUNS or name.removesuffix("'s").removesuffix("’s") in PROPER_NOUNS
