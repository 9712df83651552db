"""An author list as text → its names, and what the source left out.

`parse_author_list` reads what sources print: "Touvron, H., Lavril, T., & Izacard, G.", "Hu EJ,
Shen Y, et al.", "Hugo Touvron, Thibaut Lavril · First 3 of 14 authors listed; full list also
includes …". Its steps, each with its rules in a module of its own:

1. clean the text, take off "By" and "Authors:"; decide whether line breaks separate (below);
2. find the markers that say that names are missing (`truncation`);
3. cut the rest into segments (`segments`), and decide which segments are one name (`layout`);
4. read each name (`names`);
5. count (`counting`): a stated total larger than the number of names means that the list is
   incomplete.

Line breaks separate names where no line has more than one comma or ends in a separator; else they
are white space, as in wrapped text.

A bracket after the last of several names, when no other name has one, is about the whole list
("(Meta AI / GenAI team)"): it becomes the list's note.

Text with balanced braces, or `form="bibtex"`, is a BibTeX name list (`bibtex`).

Nobody is invented and nobody is lost: what is neither separator, marker nor mark is part of a name
or a note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from citekit.errors import AuthorListError, Diagnostic
from citekit.parsing.author_lists.counting import count
from citekit.parsing.author_lists.plain import Item, plain_items
from citekit.parsing.author_lists.truncation import Marker
from citekit.parsing.names.cleaning import clean_lines, without_markup, without_superscripts
from citekit.parsing.names.parts import NameForm, NameParts
from citekit.parsing.names.read import FORMS, has_braces
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_methods
from citekit.tables.author_lists import BYLINES
from citekit.text.clean import prints

__all__ = ["AuthorListParts", "parse_author_list"]

_BY = "|".join(re.escape(word) for word in BYLINES if word.endswith("by"))
_NOUNS = "|".join(re.escape(word) for word in sorted(BYLINES, key=len, reverse=True))
_BYLINE = lazy(rf"(?:(?:{_NOUNS}) ?[:：]|(?:{_BY})(?= )) ?", re.IGNORECASE)
_APART = lazy(r"[,;&|·{}\n]|\band\b|\bund\b")
_WRAPPED = lazy(r"(?:[,;&|·]|\band|\bund)$", re.IGNORECASE)


@frozen(kw_only=True)
@shared_methods
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
    if form == "bibtex":
        items, found = _bibtex_items(text)
    else:
        items, found = _items(text, form)
    if all(isinstance(item, Marker) for item in items):
        raise AuthorListError("nobody is named", value=text, hint="give at least one name")
    return _counted(items, found)


def _items(text: str, form: NameForm) -> tuple[list[Item], tuple[Diagnostic, ...]]:
    """Clean the text, and read it as what it turns out to be."""
    bare, marks = without_superscripts(text)
    lines, found = clean_lines(without_markup(bare))
    found += _nameless(text)
    joined = _joined(lines)
    if form == "auto" and has_braces(joined):
        items, doubts = _bibtex_items(joined)
    else:
        items, doubts = plain_items(_without_byline(joined), form)
    return items, found + marks + doubts


def _bibtex_items(text: str) -> tuple[list[Item], tuple[Diagnostic, ...]]:
    from citekit.parsing.author_lists.bibtex import bibtex_items

    return bibtex_items(text)


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


def _without_byline(text: str) -> str:
    byline = _BYLINE.match(text)
    return text[byline.end() :] if byline else text


def _counted(items: Sequence[Item], found: tuple[Diagnostic, ...]) -> AuthorListParts:
    """Count names and markers, and put the list together."""
    items, repeated = _without_repetition(items)
    counted = count(items)
    names, note = _with_list_note(list(counted.listed))
    return AuthorListParts(
        listed=tuple(names),
        complete=counted.complete,
        total=counted.total,
        gap=counted.gap,
        note=note,
        diagnostics=found
        + repeated
        + counted.diagnostics
        + tuple(each for name in names for each in name.diagnostics),
    )


def _with_list_note(names: list[NameParts]) -> tuple[list[NameParts], str]:
    """Move a note that only the last of several names has to the list."""
    if len(names) < 2 or not names[-1].note or any(name.note for name in names[:-1]):
        return names, ""
    return [*names[:-1], evolve(names[-1], note="")], names[-1].note


def _without_repetition(
    items: Sequence[Item],
) -> tuple[Sequence[Item], tuple[Diagnostic, ...]]:
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
