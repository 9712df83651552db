"""Cleaning the text of names: invisible characters, brackets, marks, ORCID iDs, addresses.

Everything here takes linear time: each pattern has a bounded length or is matched on a part that
is looked at once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from attrs import evolve, frozen

from citekit.errors import Diagnostic
from citekit.parsing.name_parts import dropped
from citekit.tables.author_lists import MARKS

__all__ = [
    "MAX_COMBINING",
    "Segment",
    "clean_lines",
    "clean_text",
    "groups",
    "letters",
    "segment",
    "without_superscripts",
]

MAX_COMBINING = 30
"""How many combining marks may follow each other (UAX #15, "Stream-Safe Text Format")."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_ORCID = re.compile(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/|ORCID(?: ?iD)?:? ?)?"
    r"(?<!\d)(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])(?!\d)/?",
    re.IGNORECASE,
)
_SUPERSCRIPT = re.compile(
    r"<sup>[^<>]{0,60}</sup>|\$?\^(?:\{[^{}$]{0,60}\}|[\w*†‡§¶]{1,2}(?:,[\w*†‡§¶]{1,2}){0,9})\$?",
    re.IGNORECASE,
)
_ODD = re.compile(r"[^\w\s.,'’\-]|[\d_²³¹]")
_BRACKET = re.compile(r"[()\[\]{}（）]")
_CLOSES = {")": "(", "]": "[", "}": "{", "）": "（"}
_MARK_CLASS = "".join(map(re.escape, sorted(MARKS)))
_ONLY_MARKS = re.compile(rf"[{_MARK_CLASS}\d\s.,;+-]*(?:(?<![^\W\d_])[a-z])?")


@frozen(kw_only=True)
class Segment:
    """A stretch of text between two separators, and what was found beside the name in it."""

    text: str
    """The name or part of a name; empty where only marks stood."""
    tails: tuple[str, ...] = ()
    """Suffixes and degrees that followed after commas."""
    note: str = ""
    orcid: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def letters(word: str) -> str:
    """Give *word* without full stops, case-folded: the form in which tables are searched.

    >>> letters("Ph.D.")
    'phd'
    """
    return word.replace(".", "").casefold().replace("’", "'")


def _capped(text: str) -> Iterator[str]:
    """Yield the characters of *text*, without combining marks beyond `MAX_COMBINING` in a row."""
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= MAX_COMBINING:
            yield char


def _visible(text: str) -> str:
    """Drop what cannot be seen, and compose accents (NFC, safe for any number of marks)."""
    shown = _INVISIBLE.sub("", text)
    return shown if shown.isascii() else unicodedata.normalize("NFC", "".join(_capped(shown)))


def clean_lines(text: str) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Split *text* into its lines, each with single spaces and no invisible character.

    Args:
        text: Any string.

    Returns:
        The lines that are not empty, and a diagnostic where characters were dropped (control
        characters, lone surrogates, marks of direction, more than `MAX_COMBINING` accents).

    >>> clean_lines("Jane  Roe\\n\\n John\\tDoe ")[0]
    ['Jane Roe', 'John Doe']
    """
    shown = _visible(text)
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    lost = len(unicodedata.normalize("NFC", "".join(_capped(text)))) != len(shown)
    lost = lost or (not text.isascii() and sum(1 for _ in _capped(text)) != len(text))
    found = (dropped("characters-dropped", "invisible characters of", text),) if lost else ()
    return [line for line in lines if line], found


def clean_text(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Clean *text* as `clean_lines` does, and make one line of it.

    >>> clean_text(" Jane\\u200b  Roe ")[0]
    'Jane Roe'
    """
    lines, found = clean_lines(text)
    return " ".join(lines), found


def groups(text: str) -> list[tuple[int, int]]:
    """Find the outermost pairs of matching brackets; a bracket without partner counts as none.

    Returns:
        Start and end (past the closing bracket) of each group, in order.

    >>> groups("a (b (c)) [d] ) (e")
    [(2, 9), (10, 13)]
    """
    open_at: dict[str, list[int]] = {"(": [], "[": [], "{": [], "（": []}
    pairs: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        char = match.group()
        if char in open_at:
            open_at[char].append(match.start())
        elif open_at[_CLOSES[char]]:
            start = open_at[_CLOSES[char]].pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, match.end()))
    return _outermost(pairs)


def _outermost(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the pairs that do not start inside an earlier one."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def without_superscripts(text: str) -> str:
    """Drop affiliation marks that are written as markup: `<sup>1</sup>`, `$^{1,2}$`, `^a`.

    >>> without_superscripts("Jane Roe$^{1,2}$, John Doe<sup>*</sup>")
    'Jane Roe, John Doe'
    """
    return _SUPERSCRIPT.sub("", text) if "^" in text or "<" in text else text
