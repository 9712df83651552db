"""Where a source's author list stops early, and what it says about that.

Four kinds of marker are found in the text of a list:

* `stop`: "et al.", "and others", "u. a.", "и др.", "等" … (`tables.author_lists.ET_AL`): names are
  missing here, nobody says how many;
* `gap`: "…", "...": the same, as in APA's form for 21 and more authors ("A, B, … Z");
* `more`: "and 11 others", "+11 more", "(1348 additional authors not shown)": so many are missing
  here; Semantic Scholar writes it in the middle ("A, B, +11 authors, Z");
* `of`: "(showing 3 of 14)", "First 3 of 14 authors listed": so many there are in all; missing at
  the end. "full list also includes" after it means that the other names follow; "full list:"
  without "also" that the list starts again.

A marker in brackets counts if it is the first thing in them, so that a note such as "(MIT and
others)" stays a note. Every pattern has a bounded length: the search takes linear time.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from citekit.parsing.names.cleaning import groups
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_methods
from citekit.tables.author_lists import AUTHOR_NOUNS, ET_AL, MORE_WORDS, NUMBER_WORDS

__all__ = ["Marker", "find_markers"]


@frozen(kw_only=True)
@shared_methods
class Marker:
    """A stretch of text that says that names are missing."""

    start: int
    end: int
    kind: Literal["stop", "gap", "more", "of"]
    shown: int | None = None
    """How many names the source says that it shows (kind `of`)."""
    count: int | None = None
    """How many are missing (kind `more`), or how many there are in all (kind `of`)."""
    continues: Literal["", "also", "again"] = ""
    """Whether the other names follow (kind `of`)."""


def _any(words: tuple[str, ...]) -> str:
    """Make a pattern for any of *words*, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _phrase(text: str) -> str:
    """Make a pattern for one phrase: a full stop may be missing, or have a space after it."""
    inner = re.escape(text.rstrip("."))
    inner = inner.replace(r"\.\ ", r"\.? ?").replace(r"\.", r"\.? ?").replace("\\ ", " ")
    return inner.replace(r"\.? ??", r"\.? ?") + (r"\.?" if text.endswith(".") else "")


def _phrases() -> str:
    """Make a pattern for any phrase of `ET_AL`, longest first."""
    return "|".join(map(_phrase, sorted(ET_AL, key=len, reverse=True)))


_NOUN = f"(?i:{_any(AUTHOR_NOUNS)})"
_COUNT = r"\d(?:[\d,.  ]{0,9}\d)?"
_OF = "(?:out of|of|von|sur|de|/)"
_AND = "(?:and|&|plus|with|und|et|y|e|og|och|en|и еще|и ещё|и)"
_OPEN, _CLOSE = r"(?<!\w)[(\[（]? ?", r" ?\.?[)\]）]?"
_SHOWN = "(?: (?:are )?(?:not )?(?:shown|listed|displayed|included|given))"
_LEAD = "(?i:showing|displaying|listing|only|the|first|top)"
_NEXT_CJK = r"(?= ?(?:$|[,;，；、。.)\]|\n]))"
_NEXT = r"(?= ?(?:$|[,;:.)\]|&·•\n(（\[]|and\b|und\b))"

_PATTERNS = (
    # "First 3 of 14 authors listed", "(showing 3 of 14)"
    rf"{_OPEN}(?:{_LEAD} ){{1,3}}(?P<shown1>{_COUNT}) ?{_OF} ?(?P<total1>{_COUNT})"
    rf"(?: total)?(?: {_NOUN})?{_SHOWN}?{_CLOSE}",
    # "3 of 14 authors"
    rf"{_OPEN}(?P<shown2>{_COUNT}) ?{_OF} ?(?P<total2>{_COUNT})"
    rf"(?: total)? {_NOUN}{_SHOWN}?{_CLOSE}",
    # "(3 of 14)"
    rf"[(\[（] ?(?P<shown3>{_COUNT}) ?{_OF} ?(?P<total3>{_COUNT}) ?[)\]）]",
    # "and 11 others", "1348 additional authors not shown", "and two more"
    rf"{_OPEN}(?:{_AND} |\+ ?)?(?P<more1>{_COUNT}|{_any(tuple(NUMBER_WORDS))})"
    rf" (?:{_any(MORE_WORDS)})(?!\w)(?: {_NOUN})?{_SHOWN}?{_CLOSE}",
    # "+11", "+11 authors", "and 11 authors"
    rf"{_OPEN}(?:\+ ?|{_AND} )(?P<more2>{_COUNT})(?: {_NOUN}{_SHOWN}?|{_NEXT}){_CLOSE}",
    # "(11 authors not shown)"
    rf"{_OPEN}(?P<more3>{_COUNT}) {_NOUN} (?:are )?not (?:shown|listed){_CLOSE}",
    # "et al." in any spelling
    rf"{_OPEN}(?i:et\.? ?al(?:ii|iae|ia)?)(?!\w)\.?{_CLOSE}",
    # "u. a.", "и др.", "and others" and so on, at the end or before a separator
    rf"{_OPEN}(?:{_phrases()})(?!\w){_CLOSE}{_NEXT}",
    # "Others", in any case, where nothing else stands
    r"\A(?i:(?:and |& )?others)\Z",
    # "…"
    r"[(\[（]? ?(?P<dots>…|⋯|\.{3,}|\. \. \.) ?[)\]）]?",
    # "等", "等5人" (all in all), "ほか3名", "외 3명"
    rf" ?等(?:(?P<total4>\d{{1,6}}) ?人|人)?{_NEXT_CJK}",
    rf"(?: ?ほか|(?<=[ 、,，])他)(?: ?(?P<more4>\d{{1,6}}) ?名)?{_NEXT_CJK}",
    rf"(?<= )외(?: ?(?P<more5>\d{{1,6}}) ?(?:명|인))?{_NEXT_CJK}",
)


@functools.cache
def _marker_pattern() -> re.Pattern[str]:
    """Compile the patterns when the first list of names comes, as they take long."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))


_WORD = lazy(r"\w+")
_SIGN = lazy(r"\d|…|⋯|\.{3}|\. \. \.|等|ほか|他|외|(?i:et\.? ?al|others)")


def _last_words(phrase: str) -> Iterator[str]:
    """Give the words in which *phrase* may end: the last, or more where only a full stop parts."""
    word = ""
    for piece in reversed(phrase.split(".")):
        *before, last = _WORD.findall(piece) or [""]
        word = last + word
        if word:
            yield word
        if before:
            break


@functools.cache
def _signal_words() -> frozenset[str]:
    return frozenset(word for phrase in (*ET_AL, *MORE_WORDS) for word in _last_words(phrase))


def _may_have_marker(text: str) -> bool:
    """Look quickly for what every marker has one of; most lists have none.

    The patterns are then neither compiled nor tried. A phrase ends in a whole word, so it is
    enough to know the words of the text.
    """
    if _SIGN.search(text):
        return True
    return not _signal_words().isdisjoint(_WORD.findall(text))


_CONTINUES = lazy(
    r" ?[;,:.–—-]?(?: (?:the )?| ?)(?i:full (?:author )?list(?: of authors)?"
    r"(?: (?P<also>also) (?:includes|contains):?| (?:includes|contains) ?:?| ?:))"
)
_DIGITS = lazy(r"\D")
_MAX_DIGITS = 9


def find_markers(text: str) -> tuple[Marker, ...]:
    """Find every marker of *text* that stands outside of notes in brackets.

    Args:
        text: A cleaned author list.

    >>> [(each.kind, each.count) for each in find_markers("A, B, +11 authors, Z et al.")]
    [('more', 11), ('stop', None)]
    """
    return _search(text) if _may_have_marker(text) else ()


def _search(text: str) -> tuple[Marker, ...]:
    spans = iter([*groups(text), (len(text), len(text))])
    start, end = next(spans)
    found: list[Marker] = []
    for match in _marker_pattern().finditer(text):
        while end <= match.start() and end < len(text):
            start, end = next(spans)
        lead = text[start + 1 : match.start()] if start < match.start() < end else ""
        if not lead.strip():
            found.append(_marker(match))
    return tuple(found)


def _number(text: str) -> int:
    """Read "1,348" or "eleven"; digits beyond the ninth do not count."""
    digits = _DIGITS.sub("", text)
    return int(digits[:_MAX_DIGITS]) if digits else NUMBER_WORDS[text]


def _marker(match: re.Match[str]) -> Marker:
    """Make the marker of a match; the groups of the patterns are told apart by a last digit."""
    named = {
        name.rstrip("0123456789"): value
        for name, value in match.groupdict().items()
        if value is not None
    }
    start, end = match.span()
    if "more" in named:
        return Marker(start=start, end=end, kind="more", count=_number(named["more"]))
    if "total" not in named:
        return Marker(start=start, end=end, kind="gap" if "dots" in named else "stop")
    following = _CONTINUES.match(match.string, end)
    continues: Literal["", "also", "again"] = ""
    if following:
        continues = "also" if following.group("also") else "again"
        end = following.end()
    return Marker(
        start=start,
        end=end,
        kind="of",
        shown=_number(named["shown"]) if "shown" in named else None,
        count=_number(named["total"]),
        continues=continues,
    )
