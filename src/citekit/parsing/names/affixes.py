"""What stands before and after a personal name: titles, suffixes, degrees, firms' "Inc.".

Rules:

* Titles go from the front while a word remains ("Dr. Jane Roe"); see `tables.names.TITLES`.
* A suffix (Jr., Sr., II to IV …) is taken from the end, or from after a comma.
* Degrees go from the end or from after a comma. Those that may be initials ("MD", "MA") go only
  when written with full stops ("M.D."), after a comma that follows a whole name, or after two words
  or more of which the first is no particle; "Smith MD" keeps them as initials.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from citekit.errors import Diagnostic
from citekit.parsing.names.cleaning import letters
from citekit.parsing.names.parts import dropped, guessed
from citekit.speed.records import shared_repr
from citekit.tables.names import (
    AMBIGUOUS_DEGREES,
    DEGREES,
    PARTICLES,
    SUFFIXES,
    TAIL_SUFFIXES,
    TITLES,
)
from citekit.tables.organizations import CORPORATE_TAILS

__all__ = ["TailKind", "Trimmed", "ends_in_degree", "tail_kind", "trim"]

TailKind = Literal["suffix", "degree", "perhaps-degree", "firm", ""]
"""What a text between commas is, if it is no name."""


@frozen(eq=False)
@shared_repr
class Trimmed:
    """The words of a name without titles, suffix and degrees."""

    words: tuple[str, ...]
    suffix: str
    diagnostics: tuple[Diagnostic, ...]


def _is_degree(word: str) -> bool:
    """Say whether *word* can only be a degree."""
    key = letters(word)
    return key in DEGREES or (key in AMBIGUOUS_DEGREES and "." in word[:-1])


def tail_kind(text: str) -> TailKind:
    """Say what *text* is when it stands alone between commas.

    >>> tail_kind("Jr."), tail_kind("PhD"), tail_kind("MD"), tail_kind("Inc."), tail_kind("Jane")
    ('suffix', 'degree', 'perhaps-degree', 'firm', '')
    """
    words = text.split()
    if len(words) == 1 and letters(text) in TAIL_SUFFIXES:
        return "suffix"
    if words and all(map(_is_degree, words)):
        return "degree"
    if len(words) == 1 and text.isupper() and letters(text) in AMBIGUOUS_DEGREES:
        return "perhaps-degree"
    return "firm" if len(words) == 1 and letters(text) in CORPORATE_TAILS and text != "CO" else ""


def ends_in_degree(words: Sequence[str]) -> bool:
    """Say whether the last of *words* is a degree after a name, and not initials.

    >>> ends_in_degree(["Jane", "Roe", "MD"]), ends_in_degree(["Smith", "MD"])
    (True, False)
    """
    return len(words) > 1 and (_is_degree(words[-1]) or _may_be_degree(words))


def trim(text: str, *, degrees: bool = True) -> Trimmed:
    """Take titles, degrees and a suffix from a name in display order.

    Args:
        text: The name, with single spaces.
        degrees: Whether "MD" and the like at the end may be degrees (they are initials in a
            Vancouver name).

    >>> trim("Dr. Henry James III PhD").words
    ('Henry', 'James')
    """
    words = text.split()
    found: list[Diagnostic] = []
    start = 0
    while start < len(words) - 1 and words[start] in TITLES:
        start += 1
    if start:
        found.append(dropped("title-dropped", "title", " ".join(words[:start])))
    end = _without_degrees(words, start, found) if degrees else len(words)
    suffix = ""
    if end - start > 1 and letters(words[end - 1]) in SUFFIXES:
        end -= 1
        suffix = words[end]
    return Trimmed(tuple(words[start:end]), suffix, tuple(found))


def _without_degrees(words: list[str], start: int, found: list[Diagnostic]) -> int:
    """Give the index at which the degrees at the end of *words* start."""
    end = len(words)
    while end - start > 1 and _is_degree(words[end - 1]):
        end -= 1
    if end == len(words) and _may_be_degree(words[start:]):
        end -= 1
        found.append(guessed(" ".join(words), f"read as a name with the degree {words[end]}"))
    if end < len(words):
        found.append(dropped("degree-dropped", "academic degree", " ".join(words[end:])))
    return end


def _may_be_degree(words: Sequence[str]) -> bool:
    """Say whether the last word is "MD" or the like, after a whole name."""
    return (
        len(words) > 2
        and words[-1].isupper()
        and letters(words[-1]) in AMBIGUOUS_DEGREES
        and words[0] not in PARTICLES
        and not all(word.isupper() for word in words)
    )
