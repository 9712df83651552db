"""How works are named in citations, so that no two are mixed up (APA 7, sections 8.17 to 8.21).

One author or two are named; of more, the first and "et al.", with as many further names as tell
works of one year apart (8.18); first authors who share a surname get initials (8.20).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from citekit.model.names import Name, Organization, Person
from citekit.styles.apa.facts import Facts
from citekit.styles.apa.names import join_running, running, short_name, with_initials
from citekit.styles.apa.short_titles import title_label
from citekit.text.fold import fold
from citekit.text.nodes import EMPTY, RichText

__all__ = ["Label", "abbreviations", "labels"]


@frozen
class Label:
    """How a work is named in citations.

    Args:
        names: The names that are shown.
        shown: How each is shown.
        others: Whether "et al." follows.
        title: What stands there instead, where the work has no author.
    """

    names: tuple[Name, ...] = ()
    shown: tuple[str, ...] = ()
    others: bool = False
    title: RichText = EMPTY

    @property
    def key(self) -> str:
        """What is the same where two labels would be read as the same."""
        return str(self.title) or join_running(self.shown, self.others, "&")


def labels(all_facts: Sequence[Facts]) -> list[Label]:
    """Give the labels of all works of a document, in order."""
    shared = _shared_surnames(all_facts)
    shown = [_shown_names(facts, shared) for facts in all_facts]
    counts = _counts(all_facts, shown)
    return [
        _label(facts, names, count)
        for facts, names, count in zip(all_facts, shown, counts, strict=True)
    ]


def _label(facts: Facts, shown: tuple[str, ...], count: int) -> Label:
    if facts.lead is None:
        return Label(title=title_label(facts.work, facts.kind))
    others = count < len(shown) or facts.lead.names.others
    return Label(facts.lead.names.listed[:count], shown[:count], others)


def _first_person(facts: Facts) -> Person | None:
    first = facts.lead.names.listed[0] if facts.lead is not None else None
    return first if isinstance(first, Person) and facts.listed else None


def _shared_surnames(all_facts: Sequence[Facts]) -> frozenset[str]:
    """Find the surnames that first authors with different initials share (APA 7, 8.20)."""
    found: dict[str, set[str]] = defaultdict(set)
    for facts in all_facts:
        first = _first_person(facts)
        if first is not None:
            found[fold(short_name(first))].add(fold(with_initials(first)))
    return frozenset(surname for surname, spellings in found.items() if len(spellings) > 1)


def _shown_names(facts: Facts, shared: frozenset[str]) -> tuple[str, ...]:
    if facts.lead is None:
        return ()
    names = facts.lead.names.listed
    if not facts.listed:  # a personal communication names its author with initials (8.9)
        return tuple(running(name) for name in names)
    shown = [short_name(name) for name in names]
    first = _first_person(facts)
    if first is not None and fold(shown[0]) in shared:
        shown[0] = with_initials(first)
    return tuple(shown)


def _counts(all_facts: Sequence[Facts], shown: Sequence[tuple[str, ...]]) -> list[int]:
    """Say how many names each work needs (APA 7, 8.17 and 8.18)."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, facts in enumerate(all_facts):
        if _is_shortened(facts, shown[index]):
            groups[shown[index][0], facts.date.in_text("")].append(index)
    needed = [len(names) for names in shown]
    for members in groups.values():
        distinct = sorted({shown[index] for index in members})
        common = {
            names: 1 + max(_common(names, other) for other in neighbours)
            for names, *neighbours in _with_neighbours(distinct)
        }
        for index in members:
            needed[index] = _enough(common[shown[index]], all_facts[index], len(shown[index]))
    return needed


def _with_neighbours(ordered: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Give each list of names with the ones before and after it."""
    padded = ((), *ordered, ())
    return zip(padded[1:-1], padded, padded[2:], strict=False)


def _is_shortened(facts: Facts, shown: tuple[str, ...]) -> bool:
    return bool(shown) and (len(shown) > 2 or (facts.lead is not None and facts.lead.names.others))


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Count the names at the start that two lists share."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _enough(count: int, facts: Facts, listed: int) -> int:
    """Name the last author too where "et al." would stand for that one alone (8.18)."""
    hidden = listed - count
    others = facts.lead is not None and facts.lead.names.others
    return listed if hidden <= 1 and not others else min(count, listed)


def abbreviations(all_facts: Sequence[Facts]) -> frozenset[str]:
    """Find the abbreviations that stand for one group only; others are never used (8.21)."""
    found: dict[str, set[str]] = defaultdict(set)
    for facts in all_facts:
        for name in facts.lead.names if facts.lead is not None else ():
            if isinstance(name, Organization) and name.abbreviation:
                found[name.abbreviation].add(fold(name.name))
    return frozenset(short for short, names in found.items() if len(names) == 1)
