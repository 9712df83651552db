"""Which segments of an author list are one name: "Roe, J., Doe, A." against "J. Roe, A. Doe".

The rules, tried in this order on the segments between other separators ("pieces"); an organization
is always a name of its own:

1. **Vancouver**: every segment is a family with initials ("Smith J, Doe AB"), and at least half of
   them have one or two initials.
2. **Initials**: some segment is nothing but a given name with initials ("J.", "John A."). Whatever
   has such a segment after it is a family, unless it is several initials itself ("A B, C D" are two
   names); so is a single word in a piece with an even number of segments, and the first of two
   segments where semicolons separate or all pieces have two.
3. **Pairs**: every piece has an even number of segments, and in every pair the family or the given
   name is one word ("Smith, John, Doe, Jane"; "García Márquez, Gabriel"), or there are two pieces
   or more and each has exactly two segments ("Touvron, Hugo and Lavril, Thibaut").
4. **First inverted** (MLA, Chicago): the first two segments are single words, all others are not
   ("Smith, John, Jane Doe, and Bob Roe").
5. **Flat**: every segment is a name ("John Smith, Jane Doe").

Where a semicolon or a line break separates, rules 3 to 5 look at each piece by itself. Pairs
without initials in one long comma list are reported as guessed, and so are three names or more of
one word each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from citekit.parsing.author_lists.segments import Piece
from citekit.parsing.names.cjk import is_cjk, is_cjk_family
from citekit.parsing.names.cleaning import Segment
from citekit.parsing.names.display import is_initials, is_particle, vancouver_name
from citekit.parsing.names.organizations import organization_reason
from citekit.parsing.names.parts import NameForm
from citekit.speed.records import shared_repr
from citekit.tables.names import ONE_LETTER_FAMILIES

__all__ = ["Layout", "lay_out"]

Group: TypeAlias = tuple[Segment, ...]
"""The segments of one name: one (not inverted) or two (family, given)."""
_Shape: TypeAlias = Literal["organization", "initials", "single", "multi"]


class _Shaped(NamedTuple):
    """A segment and its shape."""

    segment: Segment
    shape: _Shape


_Row: TypeAlias = list[_Shaped]


@frozen(eq=False)
@shared_repr
class Layout:
    """The names of each piece, the form to read them in, and what was guessed ("" for nothing)."""

    pieces: tuple[tuple[Group, ...], ...]
    form: NameForm
    guess: str = ""


def lay_out(pieces: Sequence[Piece], form: NameForm = "auto") -> Layout:
    """Decide which segments are one name; see the module for the rules.

    Args:
        pieces: The pieces of the list.
        form: "display" and "vancouver" make every segment a name, "inverted" makes pairs.
    """
    rows = _shaped(pieces)
    if form == "inverted":
        return Layout(tuple(map(_pairs, rows)), form)
    if form != "auto":
        return Layout(tuple(map(_flat, rows)), form)
    if _is_vancouver(rows):
        return Layout(tuple(map(_flat, rows)), "vancouver")
    semicolons = any(piece.semicolon for piece in pieces[1:])
    if all(_is_whole(each) for row in rows for each in _people(row)):
        return Layout(tuple(map(_flat, rows)), "display")
    if any(each.shape == "initials" for row in rows for each in row[1:]):
        twos = _are_twos(rows)
        found = [
            _pairs(row) if twos or (semicolons and len(_people(row)) == 2) else _with_initials(row)
            for row in rows
        ]
        return Layout(tuple(found), "display")
    if semicolons:
        return _each_by_itself(rows)
    return _together(rows)


def _shaped(pieces: Sequence[Piece]) -> list[_Row]:
    """Give every segment its shape."""
    upper = all(each.text.isupper() for piece in pieces for each in piece.segments)
    return [[_Shaped(each, _shape_of(each, upper)) for each in p.segments] for p in pieces]


def _shape_of(found: Segment, upper: bool) -> _Shape:
    """Give the shape of a segment, at a look where that will do."""
    if found.look == "plain":
        return "initials" if found.text[-1] == "." else "multi" if " " in found.text else "single"
    if found.look == "han":
        return "single" if is_cjk_family(found.text) else "multi"
    return _shape(found.text, upper)


def _shape(text: str, upper: bool) -> _Shape:
    """Give the shape of one segment.

    Args:
        text: The segment.
        upper: Whether the whole list is in capitals, so that they show no acronym.
    """
    words = text.split()
    if is_initials(text) or (len(words) > 1 and words[-1][-1] == "." and _ends_in_initial(words)):
        return "initials"
    if organization_reason(text) and not (upper and text.isalpha()):
        return "organization"
    if is_cjk(text):
        return "single" if is_cjk_family(text) else "multi"
    if len(words) == 1 or all(map(is_particle, words[:-1])):
        return "single"
    return "multi"


def _ends_in_initial(words: list[str]) -> bool:
    """Say whether the text is a given name with an initial at its end ("John A.")."""
    return words[0][0].isupper() and is_initials(words[-1])


def _is_vancouver(rows: list[_Row]) -> bool:
    """Apply rule 1."""
    texts = [each.segment.text.split() for row in rows for each in row if _may_be_person(each)]
    if len(texts) < 2 or not all(vancouver_name(words, limit=4) for words in texts):
        return False
    short = [words for words in texts if vancouver_name(words, limit=2)]
    return 2 * len(short) >= len(texts) and any(
        words[-1] not in ONE_LETTER_FAMILIES for words in texts
    )


def _may_be_person(each: _Shaped) -> bool:
    """Say whether a segment is no organization; "Smith AI" may be one or the other."""
    text = each.segment.text
    return each.shape != "organization" or (text.endswith(" AI") and text.count(" ") == 1)


def _flat(row: _Row) -> tuple[Group, ...]:
    """Make every segment a name."""
    return tuple((each.segment,) for each in row)


def _pairs(row: _Row) -> tuple[Group, ...]:
    """Make pairs of family and given name; an organization, or what is left over, stands alone."""
    found: list[Group] = []
    index = 0
    while index < len(row):
        alone = row[index].shape == "organization" or index + 1 == len(row)
        if alone and not _has_initials_next(row, index):
            found.append((row[index].segment,))
            index += 1
        else:
            found.append((row[index].segment, row[index + 1].segment))
            index += 2
    return tuple(found)


def _has_initials_next(row: _Row, index: int) -> bool:
    """Say whether the segment at *index* is a family before a given name with initials."""
    if index + 1 >= len(row) or row[index + 1].shape != "initials":
        return False
    return not _is_whole(row[index])


def _is_whole(each: _Shaped) -> bool:
    """Say whether a segment is a name of initials alone ("A B"): no family has several."""
    return " " in each.segment.text and is_initials(each.segment.text)


def _with_initials(row: _Row) -> tuple[Group, ...]:
    """Apply rule 2 to one piece."""
    people = [each for each in row if each.shape != "organization"]
    even = len(people) % 2 == 0
    found: list[Group] = []
    index = 0
    while index < len(row):
        pair = _has_initials_next(row, index) or (
            even
            and index + 1 < len(row)
            and row[index].shape == "single"
            and row[index + 1].shape != "organization"
        )
        found.append(tuple(each.segment for each in row[index : index + 1 + pair]))
        index += 1 + pair
    return tuple(found)


def _people(row: _Row) -> _Row:
    return [each for each in row if each.shape != "organization"]


def _are_twos(rows: list[_Row]) -> bool:
    """Say whether there are two pieces or more with people, and each has two segments of them."""
    counts = [len(_people(row)) for row in rows]
    return {*counts} - {0} == {2} and counts.count(2) > 1


def _are_pairs(row: _Row) -> bool:
    """Say whether the people of a piece are pairs, each with a part of one word."""
    people = _people(row)
    return len(people) % 2 == 0 and all(
        "single" in (family.shape, given.shape)
        for family, given in zip(people[::2], people[1::2], strict=True)
    )


def _first_inverted(row: _Row) -> bool:
    """Apply rule 4 to the first piece."""
    shapes = [each.shape for each in row]
    return shapes[:2] == ["single", "single"] and "single" not in shapes[2:]


def _mla(row: _Row) -> tuple[Group, ...]:
    """Make the first two segments a pair and every other one a name."""
    return ((row[0].segment, row[1].segment), *_flat(row[2:]))


def _each_by_itself(rows: list[_Row]) -> Layout:
    """Apply rules 3 to 5 where semicolons or line breaks separate."""
    several = sum(len(_people(row)) == 2 for row in rows) > 1
    found = tuple(
        _pairs(row)
        if _are_pairs(row) or (several and len(_people(row)) == 2)
        else _mla(row)
        if _first_inverted(row)
        else _flat(row)
        for row in rows
    )
    return Layout(found, "auto")


def _together(rows: list[_Row]) -> Layout:
    """Apply rules 3 to 5 to a list of commas and "and"."""
    filled = [row for row in rows if _people(row)]
    if _are_twos(rows) or all(map(_are_pairs, filled)):
        return Layout(tuple(map(_pairs, rows)), "auto", _doubt(filled))
    if _first_inverted(rows[0]) and all(each.shape != "single" for row in rows[1:] for each in row):
        return Layout((_mla(rows[0]), *map(_flat, rows[1:])), "auto")
    singles = [each for row in rows for each in row if each.shape == "single"]
    guess = "read as names of one word each" if len(singles) > 2 else ""
    return Layout(tuple(map(_flat, rows)), "auto", guess)


def _doubt(rows: list[_Row]) -> str:
    """Say what is doubtful about a list that was read as pairs."""
    people = _people(rows[0]) if len(rows) == 1 else []
    if len(people) > 2 or (people and people[0].shape == "multi"):
        return "read as pairs of family and given name"
    return ""
