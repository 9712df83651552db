"""Cleaning the text of names: invisible characters, brackets, marks, ORCID iDs, addresses.

Everything here takes linear time: each pattern has a bounded length or is matched on a part that
is looked at once.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from attrs import define

from citekit.errors import Diagnostic, shorten
from citekit.parsing.names.looks import Look, look_at
from citekit.parsing.names.parts import dropped
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.tables.author_lists import MARKS
from citekit.tables.names import AMBIGUOUS_DEGREES, DEGREES, SUFFIXES
from citekit.tables.organizations import CORPORATE_TAILS
from citekit.text.clean import clean, prints

__all__ = [
    "Growing",
    "Segment",
    "clean_lines",
    "clean_text",
    "groups",
    "letters",
    "orcid_is_right",
    "segment",
    "without_markup",
    "without_superscripts",
]

_LOST = lazy("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]")
_UNSEEN = lazy(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\U000e0000-\U000e007f]"
)
_WORD = lazy(r"[^\s,;&|·{}()\[\]<>]+")
_ORCID = lazy(
    r"(?:(?:https?://)?(?:www\.)?orcid\.org/|ORCID(?: ?iD)?:? ?)?"
    r"(?<!\d)(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])(?!\d)/?",
    re.IGNORECASE,
)
_SUPERSCRIPT = lazy(
    r"<sup>[^<>]{0,60}</sup>|\$?\^(?:\{[^{}$]{0,60}\}|[\w*†‡§¶]{1,2}(?:,[\w*†‡§¶]{1,2}){0,9})\$?",
    re.IGNORECASE,
)
_ODD = lazy(r"[^\w\s.,'’\-]|[\d_²³¹ᵃ-ᵿʰ-ʸ]")
_BRACKET = lazy(r"[()\[\]{}（）]")
_CLOSES = {")": "(", "]": "[", "}": "{", "）": "（"}
_MARK_CLASS = "".join(map(re.escape, sorted(MARKS)))
_MARK = lazy(f"[{_MARK_CLASS}]+")
_STRAY = lazy(r"[()\[\]（）<>]+")
_LEADING_NUMBER = lazy(r"^\d{1,3}(?=[^\W\d_])(?![a-z])")
_ABBREVIATED = SUFFIXES | DEGREES | AMBIGUOUS_DEGREES | CORPORATE_TAILS
_ONLY_MARKS = lazy(rf"[{_MARK_CLASS}\d\s.,;+-]*(?:(?<![^\W\d_])[a-z])?")


class Segment(NamedTuple):
    """A stretch of text between two separators, and what was found beside the name in it."""

    text: str
    """The name or part of a name; empty where only marks stood."""
    tails: tuple[str, ...] = ()
    """Suffixes and degrees that followed after commas."""
    note: str = ""
    orcid: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    look: Look = ""
    """What one look at the text has shown of it."""


@define(eq=False)
@shared_repr
class Growing:
    """A segment to which others are added; a list each, so that many take linear time."""

    text: str
    tails: list[str]
    notes: list[str]
    orcid: str
    diagnostics: list[Diagnostic]
    look: Look

    @classmethod
    def of(cls, found: Segment) -> Growing:
        """Start with *found*."""
        notes = [found.note] if found.note else []
        diagnostics = [*found.diagnostics]
        return cls(found.text, [*found.tails], notes, found.orcid, diagnostics, found.look)

    def merge(self, other: Growing) -> None:
        """Hang *other*, a suffix or a degree, on this segment."""
        self.absorb(other.freeze())
        self.tails.append(other.text)

    def absorb(self, other: Segment) -> None:
        """Take over what stood beside the name in *other*, but not its text."""
        if other.note:
            self.notes.append(other.note)
        self.orcid = self.orcid or other.orcid
        self.diagnostics += other.diagnostics

    def freeze(self) -> Segment:
        """Give the segment.

        >>> growing = Growing.of(Segment(text="Roe", note="MIT"))
        >>> growing.absorb(Segment(text="", note="Boston"))
        >>> growing.freeze().note
        'MIT; Boston'
        """
        return Segment(
            text=self.text,
            tails=tuple(self.tails),
            note="; ".join(self.notes),
            orcid=self.orcid,
            diagnostics=tuple(self.diagnostics),
            look=self.look,
        )


def letters(word: str) -> str:
    """Give *word* without full stops, case-folded: the form in which tables are searched.

    >>> letters("Ph.D.")
    'phd'
    """
    return word.replace(".", "").casefold().replace("’", "'")


def clean_lines(text: str) -> tuple[list[str], tuple[Diagnostic, ...]]:
    r"""Split *text* into its lines, each with single spaces and no invisible character.

    Args:
        text: Any string.

    Returns:
        The lines that are not empty, and a diagnostic where control characters or broken code
        points were dropped. Zero-width spaces, soft hyphens and marks of direction go silently:
        they only tell how text is laid out, and so does a word that prints nothing. See
        `citekit.text.clean` for the rest.

    >>> clean_lines("Jane  Roe\n\n John\tDoe ")[0]
    ['Jane Roe', 'John Doe']
    """
    if text.isascii() and text.isprintable():
        line = " ".join(text.split())
        return [line] if line else [], ()
    shown = _WORD.sub(_if_it_prints, _UNSEEN.sub("", clean(text)))
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    lost = _LOST.search(text) is not None
    found = (dropped("characters-dropped", "control character in", text),) if lost else ()
    return [line for line in lines if line], found


def _if_it_prints(word: re.Match[str]) -> str:
    return word[0] if prints(word[0]) else ""


def without_markup(text: str) -> str:
    """Read the tags and entities of HTML in *text*, as every author line may have them.

    >>> without_markup("Jos&eacute; P&eacute;rez, <em>et al.</em>")
    'José Pérez, et al.'
    """
    if "<" not in text and "&" not in text:
        return text
    from citekit.text.foreign import foreign_plain  # rare

    return foreign_plain(text)


def clean_text(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Clean *text* as `clean_lines` does, and make one line of it.

    >>> clean_text(" Jane\u200b  Roe ")[0]
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


def without_superscripts(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Drop affiliation marks that are written as markup: `<sup>1</sup>`, `$^{1,2}$`, `^a`.

    >>> without_superscripts("Jane Roe$^{1,2}$, John Doe<sup>*</sup>")[0]
    'Jane Roe, John Doe'
    """
    bare = _SUPERSCRIPT.sub("", text) if "^" in text or "<" in text else text
    return bare, () if bare == text else (_marks_dropped(text),)


def segment(text: str) -> Segment:
    """Take a name apart from what stands beside it: ORCID iD, address, brackets, marks.

    Args:
        text: One name or part of a name, without separators, of one line.

    Returns:
        The bare text. It is empty where nothing but marks, an ORCID iD or an address stood.

    >>> segment("*Jane Roe² (MIT) https://orcid.org/0000-0002-1825-0097").text
    'Jane Roe'
    """
    if look := look_at(bare := text.strip(" ")):
        return Segment(text=bare, look=look)
    if _ODD.search(text) is None and not _ends_in_letter(text):
        return Segment(text=_without_full_stop(text))
    found: list[Diagnostic] = []
    text, orcid = _take_orcid(text, found)
    text = _take_addresses(text, found)
    text, note = _take_brackets(text)
    bare = _without_marks(text)
    if bare != " ".join(text.split()):
        found.append(_marks_dropped(text))
    return Segment(text=_without_full_stop(bare), note=note, orcid=orcid, diagnostics=tuple(found))


def _ends_in_letter(text: str) -> bool:
    """Say whether a lower-case letter alone ends *text*: it points to an affiliation."""
    return text[-2:-1] == " " and "a" <= text[-1] <= "z"


def _marks_dropped(text: str) -> Diagnostic:
    """Report affiliation marks: an info, since they mean nothing without their footnotes."""
    return Diagnostic(
        severity="info", code="marks-dropped", message=f"marks in {shorten(text)} are not kept"
    )


def _take_orcid(text: str, found: list[Diagnostic]) -> tuple[str, str]:
    """Cut the ORCID iDs out of *text*; keep the first one whose check digit is right."""
    numbers = [match.group(1).upper() for match in _ORCID.finditer(text)]
    if not numbers:
        return text, ""
    right = {number: None for number in numbers if orcid_is_right(number)}
    found += [
        dropped("orcid-invalid", "ORCID iD with a wrong check digit", number)
        for number in numbers
        if number not in right
    ]
    return _ORCID.sub(" ", text), next(iter(right), "")


def orcid_is_right(number: str) -> bool:
    """Check the last digit of an ORCID iD (ISO 7064, MOD 11-2; support.orcid.org).

    >>> orcid_is_right("0000-0002-1825-0097"), orcid_is_right("0000-0002-1825-0098")
    (True, False)
    """
    total = 0
    for digit in number.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == number[-1]


def _take_addresses(text: str, found: list[Diagnostic]) -> str:
    """Drop e-mail addresses."""
    if "@" not in text:
        return text
    words = text.split()
    addresses = {word: None for word in words if "@" in word[1:-1]}
    found += [
        dropped("email-dropped", "e-mail address", word.strip("<>()[]")) for word in addresses
    ]
    return " ".join(word for word in words if word not in addresses)


def _take_brackets(text: str) -> tuple[str, str]:
    """Cut bracketed groups out of *text*; what they hold, marks apart, is the note."""
    inside: list[str] = []
    outside: list[str] = []
    end = 0
    for start, stop in groups(text):
        if text[start] == "{":
            continue
        outside.append(text[end:start])
        inside.append(text[start + 1 : stop - 1].strip())
        end = stop
    outside.append(text[end:])
    bare = _STRAY.sub(" ", " ".join(outside))
    notes = [each for each in inside if not _ONLY_MARKS.fullmatch(each)]
    return bare, "; ".join(notes)


def _without_marks(text: str) -> str:
    """Drop affiliation marks and footnote numbers from *text*.

    A number or a mark goes at the end of a word. A number that stands alone goes only after two
    words, so that "Group 47" keeps it, and so does a letter ("Jane Roe a"); a number before a
    capital word goes ("1Jane Roe", "1. Jane Roe").
    """
    if _ONLY_MARKS.fullmatch(text):
        return ""
    words = _MARK.sub(" ", text).split()
    if len(words) > 1:
        words = [_LEADING_NUMBER.sub("", words[0]), *words[1:-1], words[-1]]
        words = [_unnumbered(word) for word in words if word]
    if len(words) > 2 and words[0].rstrip(".").isdigit():
        words.pop(0)
    while len(words) > 2 and (words[-1].isdigit() or _ends_in_letter(" ".join(words[-3:]))):
        words.pop()
    return " ".join(words)


def _unnumbered(word: str) -> str:
    """Drop footnote numbers from the end of a word that is otherwise made of letters."""
    bare = word.rstrip("0123456789")
    return bare if bare and len(word) - len(bare) <= 3 and bare[-1].isalpha() else word


def _shows_a_name(char: str) -> bool:
    """Say whether *char* may name somebody: a letter, a digit, a pictograph; no punctuation."""
    return char.isalnum() or unicodedata.category(char) == "So"


def _without_full_stop(text: str) -> str:
    """Drop the full stop of a sentence: one after a word of three letters or more.

    Abbreviations keep theirs; they are known by their vowels: "Ravi." ends a sentence, and
    "Jr." or "Inc." (in the tables) does not.
    """
    text = text.strip(" ,;:")
    if not any(map(_shows_a_name, text)):
        return ""
    if not text.endswith("."):
        return text
    last = text[:-1].rpartition(" ")[2]
    if not last:
        return text[:-1].rstrip()
    keeps = len(last) < 3 or "." in last or "-" in last or letters(last) in _ABBREVIATED
    return text if keeps else text[:-1]
