"""The order of the reference list, and the letters after years (APA 7, sections 9.44 to 9.49)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Any, TypeAlias

from citekit.model.names import Name, Organization
from citekit.styles.apa.facts import Facts
from citekit.styles.apa.labels import Label
from citekit.styles.apa.names import initials, short_name
from citekit.styles.apa.numerals import spelled_first
from citekit.styles.apa.sorting import natural, without_article
from citekit.styles.apa.titles import described
from citekit.text.counters import letters_of
from citekit.text.fold import fold

__all__ = ["letters", "sort_key"]

_NameKey: TypeAlias = tuple[str, str, int]
_AFTER_ALL = ("\U0010ffff", "", 0)
_RANKS = ("", "sr", "jr", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _first_words(value: str) -> str:
    """Give what a group or a title sorts by: its first significant word (APA 7, section 9.49)."""
    return natural(spelled_first(without_article(value)))


def _rank(suffix: str) -> int:
    """Give the place of a suffix: "II" before "III" (APA 7, section 9.44)."""
    folded = fold(suffix)
    return _RANKS.index(folded) if folded in _RANKS else len(_RANKS)


def _name_key(name: Name) -> _NameKey:
    """Sort by surname letter by letter, then by initials: nothing comes before something."""
    if isinstance(name, Organization):
        return (_first_words(name.name), "", 0)
    return (fold(short_name(name)), fold(initials(name.given)), _rank(name.suffix))


def _title(facts: Facts) -> str:
    """Give the title as it sorts; of a work without one, what stands in its place."""
    work = facts.work
    return work.title_sort or str(work.title or described(work, facts.kind)) or "Untitled"


class _AuthorKey:
    """What the authors of a work sort by: a tuple whose items are made when they are compared."""

    def __init__(self, items: Iterator[_NameKey]) -> None:
        self._made: list[_NameKey] = []
        self._rest = items

    def _items(self) -> Iterator[_NameKey]:
        at = 0
        while at < len(self._made) or self._make():
            yield self._made[at]
            at += 1

    def _make(self) -> bool:
        item = next(self._rest, None)
        if item is not None:
            self._made.append(item)
        return item is not None

    def _difference(self, other: _AuthorKey) -> tuple[_NameKey | None, _NameKey | None] | None:
        """Give the first items that differ, None for the end of a tuple."""
        pairs = zip_longest(self._items(), other._items())
        return next((pair for pair in pairs if pair[0] != pair[1]), None)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _AuthorKey) and self._difference(other) is None

    def __lt__(self, other: _AuthorKey) -> bool:
        mine, theirs = self._difference(other) or (None, None)
        return theirs is not None and (mine is None or mine < theirs)

    __hash__ = None  # type: ignore[assignment]  # a key is compared


def _author_key(facts: Facts) -> _AuthorKey:
    if facts.lead is None:
        return _AuthorKey(iter([(_first_words(_title(facts)), "", 0)]))
    names = facts.lead.names
    return _AuthorKey(chain(map(_name_key, names), (_AFTER_ALL,) if names.others else ()))


def sort_key(facts: Facts) -> tuple[Any, ...]:
    """Give what a work sorts by.

    Authors first, one before several (9.46); then no date, the years, in press (9.46); a year
    alone before its days, then the title without "A", "An", "The" (9.47); last, so that the order
    of the input does not matter, the id.
    """
    return (
        _author_key(facts),
        facts.date.order,
        facts.date.year,
        natural(without_article(_title(facts))),
        str(facts.work.title),
        facts.id,
    )


def letters(ordered: Sequence[tuple[Facts, Label]]) -> list[str]:
    """Give the letter of each work: works that a citation could not tell apart get one (8.19).

    Args:
        ordered: The works in the order of the list.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, (facts, label) in enumerate(ordered):
        if facts.listed and not _is_legal(facts):
            groups[label.key, facts.date.in_text("")].append(index)
    result = [""] * len(ordered)
    for members in groups.values():
        if len(members) > 1:
            for place, index in enumerate(members):
                result[index] = letters_of(place)
    return result


def _is_legal(facts: Facts) -> bool:
    """Legal references keep the form of The Bluebook, which has no letters (APA 7, 11.1)."""
    return facts.kind.source == "legal"
