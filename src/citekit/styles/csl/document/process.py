"""The whole document, stage by stage (CSL 1.0.2, "Style Behavior").

1. `number`: bibliography order and citation numbers ("Sorting"),
2. `order`: cites within each citation ("Sorting"),
3. `positions`: first, subsequent, ibid … ("Choose"),
4. `disambiguate`: names, the condition, year-suffixes ("Disambiguation"),
5. `render_cluster`: cites, grouped and collapsed ("Cite Grouping", "Cite Collapsing"),
6. `render_bibliography`: entries, repeated authors substituted ("Reference Grouping").

Each stage takes values and gives values; marked text becomes rich text at the very end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from attrs import evolve, field, frozen

from citekit.speed.records import shared_methods
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compile.scope import Scope
from citekit.styles.csl.document.bibliography import Entry, render_bibliography
from citekit.styles.csl.document.cites import ReadyCite
from citekit.styles.csl.document.clusters import render_cluster
from citekit.styles.csl.document.decisions import UNCHANGED, Choice, Look
from citekit.styles.csl.document.positions import CiteInput, Cluster, positions
from citekit.styles.csl.item.variables import Item, NameList

__all__ = ["Processed", "process"]


@frozen
@shared_methods
class CiteState:
    """What a cite was rendered from, as far as the style can show it."""

    cite: CiteInput
    position: int
    choice: Choice
    number: int
    first_note: int
    """The note that first cites the item, 0 for an item that is cited once."""

    def is_like(self, other: CiteState) -> bool:
        """Say whether a cite looks the same in both states; a second cite alone changes none."""
        known = self.first_note and other.first_note
        return self == (other if known else evolve(other, first_note=self.first_note))


@frozen
@shared_methods
class Processed:
    """A processed document: marked text of the citations, and the bibliography entries."""

    citations: tuple[str, ...]
    entries: tuple[Entry, ...]
    cites: tuple[tuple[ReadyCite, ...], ...] = field(eq=False)
    """What each citation was rendered from."""
    state: Callable[[ReadyCite], CiteState] = field(eq=False)
    """What gives the state of a cite; see `changed`."""

    def changed(self, index: int, before: Processed, old_index: int) -> bool:
        """Say whether a citation is to be shown anew: it or what it was rendered from changed.

        Args:
            index: The place of the citation now.
            before: The document before.
            old_index: The place of the citation in it.
        """
        now = [self.state(each) for each in self.cites[index]]
        then = [before.state(each) for each in before.cites[old_index]]
        alike = len(now) == len(then) and all(map(CiteState.is_like, now, then))
        return not alike or self.citations[index] != before.citations[old_index]


def process(
    program: Program,
    items: Mapping[str, Item],
    clusters: Sequence[Cluster] = (),
    *,
    bibliography: bool = True,
) -> Processed:
    """Render the citations and the bibliography of one document.

    Args:
        program: The compiled style.
        items: All items, cited or not, in the order in which they count where the style has none.
        clusters: The citations in document order; cites name items by id.
        bibliography: Whether to render the entries.
    """
    numbers = number(program, items)
    ordered = clusters
    if program.style.citation.sort:
        ordered = [order(program, cluster, items, numbers) for cluster in clusters]
    places = positions(ordered, program.style.citation.near_note_distance)
    first_notes = _first_notes(ordered) if ordered and program.shows_first_notes else {}
    decided = _choices(program, items, numbers, first_notes)
    choices = {id_: choice for id_, (choice, _) in decided.items()}
    known = bool(decided) and program.looks_are_cites
    citations = []
    cites = []
    for cluster, row in zip(ordered, places, strict=True):
        ready = [
            ReadyCite(
                cite,
                items[cite.id],
                *position,
                number=numbers[cite.id],
                choice=choices.get(cite.id, UNCHANGED),
                look=decided[cite.id][1] if known else None,
            )
            for cite, position in zip(cluster.cites, row, strict=True)
        ]
        citations.append(render_cluster(program, cluster, ready))
        cites.append(tuple(ready))
    entries: Sequence[Entry] = ()
    if bibliography and program.style.bibliography is not None:
        entries = render_bibliography(program, items, numbers, choices)
    state = partial(_state, program, _cited_again(ordered))
    return Processed(tuple(citations), tuple(entries), tuple(cites), state)


def _cited_again(clusters: Sequence[Cluster]) -> dict[str, int]:
    """Give the note that first cites it for each item that is cited more than once."""
    notes: dict[str, int] = {}
    again: dict[str, int] = {}
    for cluster in clusters:
        for cite in cluster.cites:
            if cite.id in notes:
                again[cite.id] = notes[cite.id]
            else:
                notes[cite.id] = cluster.note
    return again


def _state(program: Program, again: Mapping[str, int], ready: ReadyCite) -> CiteState:
    return CiteState(
        ready.cite,
        ready.position if program.shows_positions else 0,
        ready.choice,
        ready.number if program.shows_numbers else 0,
        again.get(ready.cite.id, 0) if program.shows_first_notes else 0,
    )


def number(program: Program, items: Mapping[str, Item]) -> dict[str, int]:
    """Give each item its number in the order of the bibliography."""
    style = program.style.bibliography
    if style is None or not style.sort or len(items) < 2:
        return {id_: i + 1 for i, id_ in enumerate(items)}
    scopes = []
    for i, item in enumerate(items.values()):
        scope = Scope(item)
        scope.citation_number = i + 1
        scopes.append((scope, item.id))
    from citekit.styles.csl.document.sorting import sort_scopes  # not for one work alone

    scopes = sort_scopes(program, style.sort, "bibliography", scopes)
    return {id_: i + 1 for i, (_, id_) in enumerate(scopes)}


def order(
    program: Program, cluster: Cluster, items: Mapping[str, Item], numbers: Mapping[str, int]
) -> Cluster:
    """Sort the cites within a citation."""
    if len(cluster.cites) < 2:
        return cluster
    entries = []
    for cite in cluster.cites:
        scope = Scope(items[cite.id])
        scope.citation_number = numbers[cite.id]
        entries.append((scope, cite))
    from citekit.styles.csl.document.sorting import sort_scopes  # not for one cite alone

    found = sort_scopes(program, program.style.citation.sort, "citation", entries)
    return cluster._replace(cites=tuple(cite for _, cite in found))


def _first_notes(clusters: Sequence[Cluster]) -> dict[str, int]:
    """Give the note that first cites it for each item that is cited in a note."""
    notes: dict[str, int] = {}
    for cluster in clusters:
        for cite in cluster.cites:
            notes.setdefault(cite.id, cluster.note)
    return notes


def _choices(
    program: Program,
    items: Mapping[str, Item],
    numbers: Mapping[str, int],
    first_notes: Mapping[str, int],
) -> dict[str, tuple[Choice, Look]]:
    if _is_alone(items) or not program.disambiguates:
        return {}
    from citekit.styles.csl.document.disambiguation import disambiguate  # not for one work alone

    listed = sorted(items.values(), key=lambda item: numbers[item.id])
    found = disambiguate(program, listed, first_notes)
    return {item.id: each for item, each in zip(listed, found, strict=True)}


def _is_alone(items: Mapping[str, Item]) -> bool:
    """Say whether there is one work with one name at most: nothing to mistake it for."""
    if len(items) > 1:
        return False
    lists = (value for item in items.values() for value in item.values.values())
    return sum(value.size for value in lists if isinstance(value, NameList)) < 2
