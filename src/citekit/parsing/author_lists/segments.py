"""Cutting an author list into segments, between separators that really separate.

* Semicolon, bar, line break, bullet and the ideographic comma always separate. A middle dot does
  with spaces round it, and without them except between Han or kana ("卡尔·马克思") and in a
  Catalan "l·l".
* "and", "&", "und", "et" … separate, except inside the name of an organization: before or after a
  field of work ("Centers for Disease Control and Prevention", "Food and Agriculture Organization"),
  before "Sons", "Co." ("Wiley & Sons"), in a firm ("Barnes and Noble, Inc.") and where "&"
  stands between the same word twice ("Johnson & Johnson").
* "y", "e", "i", "a", "/" … separate only where both sides have two words or more ("Ana Ruiz y Luis
  Gil", not "Ortega y Gasset"), or between a given name and the next family in an inverted list
  ("García, Ana y Pérez, Luis").
* A comma separates segments; `layout` decides which segments are one name.
  After a university one more word belongs to it ("University of California, Berkeley").

Brackets protect what is in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import define, frozen

from citekit.parsing.names.affixes import tail_kind
from citekit.parsing.names.cjk import is_cjk
from citekit.parsing.names.cleaning import Growing, Segment, groups, segment
from citekit.parsing.names.display import is_initials
from citekit.parsing.names.organizations import has_organization_word, organization_reason
from citekit.parsing.names.read import merge_tails
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.tables.author_lists import CAREFUL_CONJUNCTIONS, CONJUNCTIONS
from citekit.tables.organizations import FIELD_WORDS, FIRM_STARTS, UNIVERSITY_WORDS

__all__ = ["Piece", "pieces_of"]

_WORDS = "|".join(map(re.escape, sorted(CONJUNCTIONS, key=len, reverse=True)))
_SEPARATOR = lazy(
    r"(?P<strong>[;|；、؛\n•∙])|(?P<comma>[,，،])|(?P<dot>[·・‧])"
    rf"|(?<![^\s,;)\].])(?P<word>(?i:and|und)|&|{_WORDS})(?=[\s\n]|$)"
)
_CAREFUL = lazy(rf" (?:{'|'.join(map(re.escape, CAREFUL_CONJUNCTIONS))}) ")


class _Cut(NamedTuple):
    """A segment's place in the text, and the separator before it."""

    start: int
    end: int
    before: str


@frozen(eq=False)
@shared_repr
class Piece:
    """The segments between two separators that are no commas, tails hung on."""

    segments: tuple[Segment, ...]
    semicolon: bool
    """Whether a semicolon or a line break stood before it."""


def pieces_of(text: str) -> tuple[Piece, ...]:
    """Cut *text* into pieces of segments; see the module for the rules.

    Args:
        text: A cleaned author list without markers of truncation.

    >>> [[each.text for each in piece.segments] for piece in pieces_of("Roe, J. & Doe, A.")]
    [['Roe', 'J.'], ['Doe', 'A.']]
    """
    cuts = _joined_universities(text, _joined_organizations(text, list(_cuts(text))))
    builder = _Builder([], [], [])
    for cut, content in _careful(text, cuts):
        if not builder.pieces or cut.before != "comma":
            builder.pieces.append([])
            builder.semicolons.append(cut.before == "strong")
        builder.add(segment(content))
    return builder.finished()


@define(eq=False)
@shared_repr
class _Builder:
    """The pieces so far, and what stood before any name."""

    pieces: list[list[Growing]]
    semicolons: list[bool]
    waiting: list[Segment]

    def add(self, found: Segment) -> None:
        """Add a segment; one without a name goes to the segment before it, or to the first."""
        if found.text and not (len(found.text) == 1 and "a" <= found.text <= "z"):
            growing = Growing.of(found)
            for each in self.waiting:
                growing.absorb(each)
            self.waiting.clear()
            self.pieces[-1].append(growing)
            return
        home = next((piece for piece in reversed(self.pieces[-2:]) if piece), None)
        if home:
            home[-1].absorb(found)
        else:
            self.waiting.append(found)

    def finished(self) -> tuple[Piece, ...]:
        """Give the pieces that have a name; where none has, a note is the name."""
        if not any(self.pieces) and (notes := [each for each in self.waiting if each.note]):
            found = notes[0]._replace(text=notes[0].note, note="")
            return (Piece((found,), False),)
        return tuple(
            Piece(tuple(merge_tails(piece)), semicolon)
            for piece, semicolon in zip(self.pieces, self.semicolons, strict=True)
            if piece
        )


def _cuts(text: str) -> Iterator[_Cut]:
    """Yield the segments of *text* between any two separators outside brackets."""
    spans = iter([*groups(text), (len(text), len(text))])
    opening, closing = next(spans)
    start, before = 0, "strong"
    for match in _SEPARATOR.finditer(text):
        while closing <= match.start() and closing < len(text):
            opening, closing = next(spans)
        if opening < match.start() < closing or not _separates(text, match):
            continue
        yield _Cut(start, match.start(), before)
        start, before = match.end(), match.lastgroup or ""
    yield _Cut(start, len(text), before)


def _separates(text: str, match: re.Match[str]) -> bool:
    """Say whether a middle dot separates; every other match does."""
    if match.lastgroup != "dot":
        return True
    left, right = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if left in ("", " ") or right in ("", " "):
        return True
    return not (is_cjk(left) or is_cjk(right) or left == right == "l")


def _joined_organizations(text: str, cuts: list[_Cut]) -> list[_Cut]:
    """Undo cuts at "and" inside the name of an organization."""
    kept: list[_Cut] = []
    for index, cut in enumerate(cuts):
        if cut.before == "word" and index and _is_one_name(text, cuts, index):
            kept[-1] = _Cut(kept[-1].start, cut.end, kept[-1].before)
        else:
            kept.append(cut)
    return kept


def _is_one_name(text: str, cuts: Sequence[_Cut], index: int) -> bool:
    """Say whether the "and" before the cut at *index* stands inside an organization's name."""
    left, right = _content(text, cuts[index - 1]), _content(text, cuts[index])
    if not left or not right:
        return False
    comma_before = cuts[index - 1].before == "comma"
    comma_after = index + 1 < len(cuts) and cuts[index + 1].before == "comma"
    if comma_after and tail_kind(_content(text, cuts[index + 1])) == "firm":
        return True
    if left == right and not comma_before and not comma_after and " " not in left:
        return "&" in text[cuts[index - 1].end : cuts[index].start]
    return _is_one_organization(left, right)


def _content(text: str, cut: _Cut) -> str:
    return text[cut.start : cut.end].strip()


def _is_one_organization(left: str, right: str) -> bool:
    """Say whether *left* and *right* of an "and" are one organization's name."""
    words = right.rstrip(". ").casefold().split()
    if not words:  # full stops alone
        return False
    if words[0] in FIRM_STARTS:
        return True
    if words[-1] in FIELD_WORDS and organization_reason(left):
        return True
    return left.split()[-1].casefold() in FIELD_WORDS and has_organization_word(right)


def _joined_universities(text: str, cuts: list[_Cut]) -> list[_Cut]:
    """Undo the cut at the comma between a university and its place."""
    kept: list[_Cut] = []
    for cut in cuts:
        if kept and cut.before == "comma" and _is_place(text, kept[-1], cut):
            kept[-1] = _Cut(kept[-1].start, cut.end, kept[-1].before)
        else:
            kept.append(cut)
    return kept


def _is_place(text: str, university: _Cut, place: _Cut) -> bool:
    """Say whether *place* is one plain word after a university."""
    content = _content(text, place)
    if (
        " " in content
        or not content[:1].isupper()
        or is_initials(content)
        or "," in _content(text, university)
    ):
        return False
    words = _content(text, university).casefold().split()
    return len(words) > 1 and not UNIVERSITY_WORDS.isdisjoint(words) and not tail_kind(content)


def _careful(text: str, cuts: Sequence[_Cut]) -> Iterator[tuple[_Cut, str]]:
    """Yield every segment, cut again at "y" and the like where that separates names."""
    for index, cut in enumerate(cuts):
        content = text[cut.start : cut.end]
        if _CAREFUL.search(content) is None:
            yield cut, content
            continue
        inner = (
            cut.before == "comma" and index + 1 < len(cuts) and cuts[index + 1].before == "comma"
        )
        for number, part in enumerate(_split_careful(content, inner=inner)):
            yield (cut if number == 0 else _Cut(cut.start, cut.end, "word")), part


def _split_careful(text: str, *, inner: bool) -> list[str]:
    """Split *text* at careful conjunctions whose sides are names.

    Args:
        text: One segment.
        inner: Whether commas stand on both sides of it, as round "Ana y Pérez" in
            "García, Ana y Pérez, Luis".
    """
    inside = iter([*groups(text), (len(text), len(text))])
    opening, closing = next(inside)
    parts: list[str] = []
    start = last = 0
    matches = list(_CAREFUL.finditer(text))
    for number, match in enumerate(matches):
        while closing <= match.start():
            opening, closing = next(inside)
        end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        left, right = text[last : match.start()], text[match.end() : end]
        only = inner and len(matches) == 1
        if match.start() < opening and (only or _are_names(left, right, joined=last > start)):
            parts.append(text[start : match.start()])
            start = match.end()
        last = match.end()
    return [*parts, text[start:]]


def _are_names(left: str, right: str, *, joined: bool) -> bool:
    """Say whether both sides have two words and neither is an organization.

    Args:
        left: What stands before, back to the last such conjunction.
        right: What stands after, up to the next.
        joined: Whether *left* has more words before it.
    """
    both = (joined or len(left.split()) > 1) and len(right.split()) > 1
    return both and not organization_reason(left) and not organization_reason(right)
