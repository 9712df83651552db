"""An author list as text → its names, and what the source left out.

`parse_author_list` reads what sources print: "Touvron, H., Lavril, T., & Izacard, G.", "Hu EJ,
Shen Y, et al.", "Hugo Touvron, Thibaut Lavril · First 3 of 14 authors listed; full list also
includes …". Its steps, each with its rules in a module of its own:

1. clean the text, take off "By" and "Authors:"; decide whether line breaks separate (below);
2. find the markers that say that names are missing (`truncation`);
3. cut the rest into segments (`author_segments`), and decide which segments are one name
   (`author_layout`);
4. read each name (`names`);
5. count: a stated total larger than the number of names means that the list is incomplete.

Line breaks separate names where no line has more than one comma or ends in a separator; else they
are white space, as in wrapped text.

A bracket after the last of several names, when no other name has one, is about the whole list
("(Meta AI / GenAI team)"): it becomes the list's note.

Text with balanced braces, or `form="bibtex"`, is a BibTeX name list (`bibtex_names`).

Nobody is invented and nobody is lost: what is neither separator, marker nor mark is part of a name
or a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from citekit.errors import AuthorListError, Diagnostic
from citekit.parsing.author_lists.layout import lay_out
from citekit.parsing.author_lists.segments import pieces_of
from citekit.parsing.author_lists.truncation import Marker, find_markers
from citekit.parsing.names.cleaning import clean_lines, without_superscripts
from citekit.parsing.names.parts import NameForm, NameParts, guessed
from citekit.parsing.names.read import FORMS, build_name, has_braces
from citekit.records import hashed, same, show
from citekit.tables.author_lists import BYLINES
from citekit.text.clean import prints
from citekit.text.lazy import lazy

__all__ = ["AuthorListParts", "parse_author_list"]

_Item: TypeAlias = NameParts | Marker
_BY = "|".join(re.escape(word) for word in BYLINES if word.endswith("by"))
_NOUNS = "|".join(re.escape(word) for word in sorted(BYLINES, key=len, reverse=True))
_BYLINE = lazy(rf"(?:(?:{_NOUNS}) ?[:：]|(?:{_BY})(?= )) ?", re.IGNORECASE)
_APART = lazy(r"[,;&|·{}\n]|\band\b|\bund\b")
_WRAPPED = lazy(r"(?:[,;&|·]|\band|\bund)$", re.IGNORECASE)


@frozen(kw_only=True)
class AuthorListParts:
    """The names of a list, and what is known of the names that the source left out."""

    listed: tuple[NameParts, ...]
    """The names, in order; at least one."""
    complete: bool = True
    """False where the source's list stopped early (*others*; not a style's *et al.*)."""
    total: int | None = None
    """How many authors there are in all, where the source says so."""
    gap: int | None = None
    """The index in `listed` before which names are missing; None: at the end, or nowhere."""
    note: str = ""
    """What the source says of all of them, such as the name of their team."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was guessed or dropped, in the list and then in each name."""

    __repr__ = show
    __eq__ = same
    __hash__ = hashed


def parse_author_list(text: str, *, form: NameForm = "auto") -> AuthorListParts:
    """Read an author list.

    Args:
        text: The list.
        form: How its names are written, if that is known; see `citekit.parsing.names.parse_name`.

    Returns:
        The names and what is known of missing ones. Diagnostics: `authors-incomplete`,
        `total-mismatch`, `several-gaps`, `repeated-names`, `list-guessed`, `empty-name` (in which
        nothing prints: it is left out), and those of `parse_name`.

    Raises:
        AuthorListError: Nobody is named, the text is no `str`, or *form* is not known.

    >>> found = parse_author_list("Edward J. Hu, Yelong Shen and 2 others")
    >>> [name.family for name in found.listed], found.complete, found.total
    (['Hu', 'Shen'], False, 4)
    >>> found = parse_author_list("Touvron, H., Lavril, T., … Lample, G.")
    >>> [name.family for name in found.listed], found.gap
    (['Touvron', 'Lavril', 'Lample'], 2)
    """
    if not isinstance(text, str):
        raise AuthorListError("an author list must be text", value=text, hint="give a str")
    if form not in FORMS:
        raise AuthorListError("no such form of names", value=form, hint=f"one of {FORMS}")
    lines, found = clean_lines(text)
    found += _nameless(text)
    joined = " ".join(lines) if form == "bibtex" else _joined(lines)
    if form != "bibtex":
        joined, marks = without_superscripts(joined)
        found += marks
    if form == "bibtex" or (form == "auto" and has_braces(joined)):
        items, doubts = _bibtex_items(joined)
    else:
        items, doubts = _plain_items(joined, form)
    if all(isinstance(item, Marker) for item in items):
        raise AuthorListError("nobody is named", value=text, hint="give at least one name")
    return _counted(items, found + doubts)


def _nameless(text: str) -> tuple[Diagnostic, ...]:
    """Report names that print nothing; `clean_lines` has left them out."""
    if text.isascii() or all(prints(name) or not name.strip() for name in _APART.split(text)):
        return ()
    note = Diagnostic(
        severity="warning",
        code="empty-name",
        message="a name in which nothing prints was left out",
    )
    return (note,)


def _joined(lines: Sequence[str]) -> str:
    """Join the lines: with line breaks where they separate names, else with spaces."""
    wrapped = any(_WRAPPED.search(line) for line in lines[:-1])
    crowded = any(line.count(",") > 1 for line in lines)
    return (" " if wrapped or crowded else "\n").join(lines)


def _plain_items(text: str, form: NameForm) -> tuple[list[_Item], tuple[Diagnostic, ...]]:
    """Read a list that is not BibTeX: names and markers in order, and what was guessed."""
    if byline := _BYLINE.match(text):
        text = text[byline.end() :]
    markers = find_markers(text)
    starts = [0, *(marker.end for marker in markers)]
    ends = [*(marker.start for marker in markers), len(text)]
    chunks = [pieces_of(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    pieces = [piece for chunk in chunks for piece in chunk]
    if not pieces:
        return [*markers], ()
    layout = lay_out(pieces, form)
    groups = iter(layout.pieces)
    items: list[_Item] = []
    for number, chunk in enumerate(chunks):
        items += [
            build_name([*group], layout.form if len(group) == 1 else "inverted")
            for _ in chunk
            for group in next(groups)
        ]
        items += markers[number : number + 1]
    doubt = (guessed(text, layout.guess, "list-guessed"),) if layout.guess else ()
    return items, doubt


def _bibtex_items(text: str) -> tuple[list[_Item], tuple[Diagnostic, ...]]:
    """Read a BibTeX list, and what people put into one that BibTeX does not know.

    "others" and "et al." are markers; a name with too many commas, or a brace group that says
    "First 3 of 14 authors listed", is read as a list in plain text.
    """
    from citekit.parsing.names.bibtex import parse_bibtex_name, split_bibtex_names

    items: list[_Item] = []
    doubts: tuple[Diagnostic, ...] = ()
    for name in split_bibtex_names(text):
        if name.casefold() == "others":
            items.append(Marker(start=0, end=0, kind="stop"))
            continue
        inner = name[1:-1] if name[0] == "{" and name[-1] == "}" else name
        if _is_list(name, inner):
            more, doubt = _plain_items(inner, "auto")
            items += more
            doubts += doubt
        elif any(map(str.isalnum, name)):
            items.append(parse_bibtex_name(name))
    return items, doubts


def _is_list(name: str, inner: str) -> bool:
    """Say whether a "name" is a list or a marker in plain text."""
    markers = find_markers(inner)
    if any(marker.kind == "of" or marker.end - marker.start == len(inner) for marker in markers):
        return True
    return name == inner and name.count(",") > 2 and not has_braces(name)


def _counted(items: Sequence[_Item], found: tuple[Diagnostic, ...]) -> AuthorListParts:
    """Count names and markers, and put the list together."""
    items, repeated = _without_repetition(items)
    names = [item for item in items if isinstance(item, NameParts)]
    names, note = _with_list_note(names)
    markers = [item for item in items if isinstance(item, Marker)]
    total, mismatch = _total(markers, len(names))
    stops = [marker for marker in markers if marker.kind != "of" and marker.count != 0]
    stated = [marker for marker in markers if marker.kind == "of"]
    complete = not stops if total is None else total <= len(names)
    if stated and stops and total is None:
        complete = False
    gaps = _gaps(items, len(names))
    found += repeated + mismatch + _missing(complete, total, len(names), gaps)
    return AuthorListParts(
        listed=tuple(names),
        complete=complete,
        total=total,
        gap=gaps[0] if gaps and not complete else None,
        note=note,
        diagnostics=found + tuple(each for name in names for each in name.diagnostics),
    )


def _gaps(items: Sequence[_Item], count: int) -> list[int]:
    """Give the indices of the names before which others are missing; none for the end."""
    gaps: list[int] = []
    index = 0
    for item in items:
        if isinstance(item, NameParts):
            index += 1
        elif item.kind != "of" and item.count != 0 and index < count and gaps[-1:] != [index]:
            gaps.append(index)
    return gaps


def _total(markers: Sequence[Marker], listed: int) -> tuple[int | None, tuple[Diagnostic, ...]]:
    """Give the number of all authors, if the source says it, and where it contradicts itself."""
    missing = [marker.count for marker in markers if marker.kind == "more"]
    totals = [marker.count for marker in markers if marker.kind == "of"]
    sums = [listed + sum(filter(None, missing))] if missing else []
    stated = [each for each in (*totals, *sums) if each is not None]
    if not stated:
        return None, ()
    total = stated[0]
    wrong = [each for each in stated if each != total]
    wrong += [m.shown for m in markers if m.shown not in (None, listed) and not m.continues]
    note = (_mismatch(total, listed),) if wrong or total < listed else ()
    return (total if total >= listed else None), note


def _mismatch(total: int, listed: int) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="total-mismatch",
        message=f"the source speaks of {total} authors, and its numbers do not fit the {listed}"
        " that it lists",
        hint="check the list",
    )


def _missing(
    complete: bool, total: int | None, listed: int, gaps: Sequence[int]
) -> tuple[Diagnostic, ...]:
    """Report that names are missing, and that they are in more than one place."""
    if complete:
        return ()
    of = f" of {total}" if total is not None else ""
    several = Diagnostic(
        severity="warning",
        code="several-gaps",
        message="names are missing in several places; the first is kept",
    )
    stopped = Diagnostic(
        severity="warning",
        code="authors-incomplete",
        message=f"the source lists {listed}{of} authors and stops early",
        hint="give all authors if you know them",
    )
    return (stopped, several) if len(gaps) > 1 else (stopped,)


def _with_list_note(names: list[NameParts]) -> tuple[list[NameParts], str]:
    """Move a note that only the last of several names has to the list."""
    if len(names) < 2 or not names[-1].note or any(name.note for name in names[:-1]):
        return names, ""
    return [*names[:-1], evolve(names[-1], note="")], names[-1].note


def _without_repetition(
    items: Sequence[_Item],
) -> tuple[Sequence[_Item], tuple[Diagnostic, ...]]:
    """Drop the names before "full list:" if the full list starts with them again."""
    index = next(
        (
            i
            for i, item in enumerate(items)
            if isinstance(item, Marker) and item.continues == "again"
        ),
        len(items),
    )
    before = [item for item in items[:index] if isinstance(item, NameParts)]
    after = [item for item in items[index:] if isinstance(item, NameParts)]
    if not before or _who(after[: len(before)]) != _who(before):
        return items, ()
    note = Diagnostic(
        severity="info", code="repeated-names", message="the full list repeats the names before it"
    )
    return items[index:], (note,)


def _who(names: Sequence[NameParts]) -> list[tuple[str, str, str]]:
    return [(name.family, name.given, name.literal) for name in names]
