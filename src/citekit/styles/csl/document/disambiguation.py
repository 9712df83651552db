"""Telling apart cites that look the same (CSL 1.0.2, "Disambiguation").

Cites are grouped by what they look like: an index from the rendered text to the items, never a
comparison of pairs. Each step works on the groups that still hold more than one item, and the
items that it tells apart leave their group.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from attrs import evolve

from citekit.styles.csl.compile.people.format import NameStyle
from citekit.styles.csl.compile.people.initials import initialize
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compile.scope import (
    NEAR_NOTE,
    SUBSEQUENT,
    NameChoice,
    NamesTrace,
    Scope,
)
from citekit.styles.csl.document.decisions import UNCHANGED, Choice, Look
from citekit.styles.csl.item.variables import Item, ItemName
from citekit.styles.csl.marked.marks import strip_marks
from citekit.text.counters import letters_of

__all__ = ["disambiguate"]

_MAX_CONDITIONS = 20


class _NameIndex:
    """All names of a document by the form in which they are shown when nothing is expanded."""

    def __init__(self) -> None:
        self.names: dict[str, dict[tuple[str, ...], ItemName]] = defaultdict(dict)
        self.counts: dict[tuple[str, int], Counter[str]] = {}

    def add(self, text: str, name: ItemName) -> None:
        self.names[text].setdefault(_person(name), name)

    def level(self, style: NameStyle, text: str, name: ItemName, most: int) -> int:
        """Give the lowest level at which a name differs from most of the others shown alike.

        0 if it differs from none of them at any level.
        """
        alike, best = len(self.names[text]), 0
        for level in range(1, most + 1):
            if alike < 2:
                break
            counts = self.counts.get((text, level))
            if counts is None:
                counts = self.counts[text, level] = Counter(
                    style.show(each, False, level) for each in self.names[text].values()
                )
            left = counts[style.show(name, False, level)]
            if left < alike:
                alike, best = left, level
        return 2 if _needs_full(style, best, most) and self._share_initials(text, name) else best

    def _share_initials(self, text: str, name: ItemName) -> bool:
        """Say whether others who are shown alike have the same initials."""
        counts = self.counts.get((text, 0))
        if counts is None:
            counts = self.counts[text, 0] = Counter(map(_initials, self.names[text].values()))
        return counts[_initials(name)] > 1


def _initials(name: ItemName) -> str:
    return initialize(name.given, ".", hyphen=True)


def _needs_full(style: NameStyle | None, level: int, most: int) -> bool:
    """Say whether a full given name may have to be full in the entry, too, which has initials.

    A style without initials shows full names at the first level; the entry must show "detail that
    distinguishes cites", and its initials do so, unless they are the same.
    """
    shows_full = style is not None and style.options.initialize_with is None
    return shows_full and level == 1 and most > 1


class _Disambiguation:
    """The state of one run over the items of a document, in the order of the bibliography."""

    def __init__(
        self, program: Program, items: Sequence[Item], first_notes: Mapping[str, int]
    ) -> None:
        self.program = program
        self.options = program.style.citation
        self.items = items
        self.first_notes = first_notes
        self.knows_notes = False
        self.choices: list[Choice] = [UNCHANGED] * len(items)
        self.looks: list[Look] = []
        rule = self.options.givenname_disambiguation_rule
        self.initials_only = rule.endswith("-with-initials")
        self.max_level = 1 if self.initials_only else 2
        self.by_cite = rule == "by-cite"
        self.primary = rule.startswith("primary-name")

    def look(self, i: int, choice: Choice) -> Look:
        """Render the cite of an item as it looks when it was cited before."""
        # Where a style shortens later cites, these are what a reader could take for each other; a
        # position of their own would make first cites differ that are later the same.
        item = self.items[i]
        scope = Scope(item)
        scope.position = SUBSEQUENT | NEAR_NOTE
        if self.knows_notes:
            scope.first_note = self.first_notes.get(item.id, 0)
        scope.looking = True
        scope.trace = []
        scope.name_choices = choice.names or None
        scope.disambiguate = choice.disambiguate
        text = str(self.program.layout(item, "citation")(scope))
        return Look(strip_marks(text), scope.trace, text, scope.conditions_seen)

    def run(self) -> list[Choice]:
        options = self.options
        self.looks = [self.look(i, UNCHANGED) for i in range(len(self.items))]
        if options.disambiguate_add_givenname and not self.by_cite:
            self._expand_everywhere()
        # The order of the methods is the specification's, but names are expanded by cite only where
        # cites look the same, while the other rules expand them wherever the name is ambiguous.
        groups = self._groups(range(len(self.items)))
        if options.disambiguate_add_givenname and self.by_cite:
            groups = self._each(groups, self._expand_in_cites)
        if options.disambiguate_add_names:
            groups = self._each(groups, self._add_names)
        if options.disambiguate_add_year_suffix:
            self._add_suffixes(groups)
        else:
            self._each(self._known_by_notes(groups), self._use_condition)
        return self.choices

    def _groups(self, members: Iterable[int]) -> list[list[int]]:
        """Give the groups of more than one item that look the same."""
        found: dict[str, list[int]] = defaultdict(list)
        for i in members:
            found[self.looks[i][0]].append(i)
        return [group for group in found.values() if len(group) > 1]

    def _each(
        self, groups: list[list[int]], step: Callable[[list[int]], list[list[int]]]
    ) -> list[list[int]]:
        return [rest for group in groups for rest in step(group)]

    def _choose(self, i: int, choice: Choice) -> None:
        if choice != self.choices[i]:
            self.choices[i] = choice
            self.looks[i] = self.look(i, choice)

    # Method 1: expand names

    def _expand_everywhere(self) -> None:
        """Expand ambiguous names in all cites: names that are shown alike but differ."""
        index = _NameIndex()
        rows = [
            [(trace, self._targets(place, trace)) for place, trace in enumerate(look.trace)]
            for look in self.looks
        ]
        for row in rows:
            for _, targets in row:
                for name, text in targets:
                    index.add(text, name)
        for i, row in enumerate(rows):
            names = {}
            for place, (trace, targets) in enumerate(row):
                levels = [
                    index.level(trace.style, text, name, self.max_level) for name, text in targets
                ]
                if any(levels):
                    names[place] = NameChoice(0, tuple(levels))
            if names:
                self._choose(i, Choice(names))

    def _targets(self, place: int, trace: NamesTrace) -> list[tuple[ItemName, str]]:
        """Give the names of a list that may be expanded, with their unexpanded form.

        Where only initials may be added, "No disambiguation attempt is made when initialize-with is
        not set or when initialize is set to "false"".
        """
        if trace.style is None or (self.primary and place > 0):
            return []
        options = trace.style.options
        if self.initials_only and (options.initialize_with is None or options.initialize is False):
            return []
        show = trace.style.show
        names = trace.names[:1] if self.primary else trace.names
        return [(name, str(show(name, False, 0))) for name in names]

    def _expand_in_cites(self, group: list[int]) -> list[list[int]]:
        """Expand names one by one until the cites of the group differ."""
        places = [
            (place, j)
            for place, trace in enumerate(self.looks[group[0]][1])
            for j in range(min(trace.shown, len(trace.names)))
        ]
        groups = [group]
        for place, j in places:
            groups = self._each(groups, partial(self._expand_one, place=place, j=j))
            if not groups:
                break
        return groups

    def _expand_one(self, group: list[int], place: int, j: int, lowest: int = 1) -> list[list[int]]:
        """Expand the name at one place in all cites of the group, if that tells any apart.

        "Each name is progressively transformed until it is disambiguated": cites that share the
        initials, too, go on to the full name.
        """
        # An expansion that tells no cite apart is taken back. One that tells some apart stays for
        # the whole group: readers compare its cites with each other.
        before = [self.choices[i] for i in group]
        for level in range(lowest, self.max_level + 1):
            for i in group:
                self._choose(i, _expanded(self.choices[i], place, j, level))
            if len({self.looks[i][0] for i in group}) > 1:
                self._expand_entries(group, place, j, level)
                further = partial(self._expand_one, place=place, j=j, lowest=level + 1)
                return self._each(self._groups(group), further)
        for i, choice in zip(group, before, strict=True):
            self._choose(i, choice)
        return [group]

    def _expand_entries(self, group: list[int], place: int, j: int, level: int) -> None:
        """Expand names further in the entries of a group whose initials are the same."""
        shown: dict[int, ItemName] = {}
        for i in group:
            trace = next((each for each in self.looks[i][1] if each.place == place), None)
            if trace and j < len(trace.names) and _needs_full(trace.style, level, self.max_level):
                shown[i] = trace.names[j]
        givens: dict[str, set[str]] = defaultdict(set)
        for name in shown.values():
            givens[_initials(name)].add(name.given)
        for i, name in shown.items():
            if len(givens[_initials(name)]) > 1:
                self._choose(i, _expanded(self.choices[i], place, j, 2))

    # Method 2: show more names

    def _add_names(self, group: list[int]) -> list[list[int]]:
        """Show hidden names one by one as long as that tells cites of the group apart."""
        traces = [trace for i in group for trace in self.looks[i][1][:1]]
        if not traces:
            return [group]
        most = max(len(trace.names) for trace in traces)
        start = min(trace.shown for trace in traces)
        groups = [group]
        for count in range(start + 1, most + 1):
            groups = self._each(groups, partial(self._add_up_to, count=count, most=most))
            if not groups:
                break
        return groups

    def _add_up_to(self, group: list[int], count: int, most: int) -> list[list[int]]:
        before = [self.choices[i] for i in group]
        for i in group:
            self._choose(i, _with_shown(self.choices[i], count))
        if len({self.looks[i][0] for i in group}) > 1:
            return self._groups(group)
        if self.options.disambiguate_add_givenname and self.by_cite:
            rest = self._expand_one(group, 0, count - 1)
            if len(rest) != 1 or len(rest[0]) != len(group):
                return rest
        if count == most or not self._may_differ(group, count):
            for i, choice in zip(group, before, strict=True):
                self._choose(i, choice)
        return [group]

    def _may_differ(self, group: list[int], count: int) -> bool:
        """Say whether any name still hidden could tell the cites apart."""
        tails = {trace.names[count:] for i in group for trace in self.looks[i][1][:1]}
        return len(tails) > 1

    # Methods 3 and 4

    def _known_by_notes(self, groups: list[list[int]]) -> list[list[int]]:
        """Give the groups that remain when cites name the note that first cited their work.

        "Doe (n 1)" and "Doe (n 2)" are no "identical citations" ("Choose", disambiguate). Names are
        added all the same: two people should not seem to be one.
        """
        if not self.first_notes:
            return groups
        self.knows_notes = True
        for group in groups:
            for i in group:
                self.looks[i] = self.look(i, self.choices[i])
        return self._each(groups, self._groups)

    def _use_condition(self, group: list[int]) -> list[list[int]]:
        """Let `disambiguate` conditions come true one by one until the cites differ, or all are.

        "This attempt at disambiguation is only made when all other disambiguation methods have
        failed" ("Choose"): never where there are year-suffixes, which do not fail.
        """
        before = [(i, self.choices[i], self.looks[i]) for i in group]
        groups, count = [group], 0
        while groups and count < _MAX_CONDITIONS:
            count += 1
            groups = self._each(groups, partial(self._use_conditions, count=count))
        for i, choice, look in before:
            if self.looks[i].bare == look.bare:  # nothing came of it
                self.choices[i], self.looks[i] = choice, look
        return []

    def _use_conditions(self, group: list[int], count: int) -> list[list[int]]:
        """Give the groups that remain, none if there are no more conditions."""
        if all(self.looks[i].conditions < count for i in group):
            return []
        for i in group:
            self._choose(i, evolve(self.choices[i], disambiguate=count))
        return self._groups(group)

    def _add_suffixes(self, groups: list[list[int]]) -> None:
        """Add letters in the order of the bibliography."""
        for group in groups:
            # Items are numbered in the order of the bibliography, so this is its order, too.
            for number, i in enumerate(sorted(group)):
                self.choices[i] = evolve(self.choices[i], year_suffix=letters_of(number))


def _person(name: ItemName) -> tuple[str, ...]:
    """Give what tells a person apart: "J.J." and "J. J." are one."""
    given = name.given
    if not given.isalpha():
        given = "".join(given.replace(".", " ").split())
    return (name.literal, name.family, given, name.non_dropping_particle, name.suffix)


def _expanded(choice: Choice, place: int, j: int, level: int) -> Choice:
    old = choice.names.get(place, NameChoice())
    levels = [*old.levels, *([0] * (j + 1 - len(old.levels)))]
    levels[j] = level
    return evolve(choice, names={**choice.names, place: NameChoice(old.shown, tuple(levels))})


def _with_shown(choice: Choice, count: int) -> Choice:
    old = choice.names.get(0, NameChoice())
    return evolve(choice, names={**choice.names, 0: NameChoice(count, old.levels)})


def disambiguate(
    program: Program,
    items: Sequence[Item],
    first_notes: Mapping[str, int] = MappingProxyType({}),
) -> list[tuple[Choice, Look]]:
    """Decide for each item how its cites are told apart from those of the others.

    Args:
        program: The compiled style.
        items: All items of the document, in the order of the bibliography.
        first_notes: The note that first cites an item, where cites show it.

    Returns:
        For each item the choice, and its cite with that choice but for the year-suffix.
    """
    made = _Disambiguation(program, items, first_notes)
    return list(zip(made.run(), made.looks, strict=True))
