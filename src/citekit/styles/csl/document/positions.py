"""Positions of cites in the document (CSL 1.0.2, "Choose", position)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from citekit.styles.csl.compile.scope import (
    FIRST,
    IBID,
    IBID_WITH_LOCATOR,
    NEAR_NOTE,
    SUBSEQUENT,
)

__all__ = ["CiteInput", "Cluster", "Position", "positions"]


class CiteInput(NamedTuple):
    """One cite as it is asked for; prefix and suffix are marked text."""

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    narrative: bool = False
    position: int = 0
    """Position given by the caller, as bits; 0 where it is worked out."""


class Cluster(NamedTuple):
    """One citation; `note` is the number of its note, 0 in running text."""

    cites: tuple[CiteInput, ...]
    note: int = 0
    author_only: bool = False
    suppress_author: bool = False


class Position(NamedTuple):
    """Where a cite stands: position bits, and the note that first cited the item."""

    bits: int = FIRST
    first_note: int = 0


_FIRST_POSITION = Position()


def positions(clusters: Sequence[Cluster], near: int) -> list[list[Position]]:
    """Give the position of each cite of each citation, in document order.

    Args:
        clusters: The citations, their cites in the order in which they are shown.
        near: The near-note-distance.
    """
    first_note: dict[str, int] = {}
    last_note: dict[str, int] = {}
    found: list[list[Position]] = []
    previous: dict[bool, Cluster] = {}
    in_note: Counter[int] = Counter()
    for cluster in clusters:
        in_note[cluster.note] += len(cluster.cites)
    for cluster in clusters:
        row: list[Position] = []
        for i, cite in enumerate(cluster.cites):
            if cite.id not in first_note:
                row.append(Position(cite.position) if cite.position else _FIRST_POSITION)
                first_note[cite.id] = cluster.note
            else:
                before = _preceding(cluster, i, previous.get(cluster.note > 0), in_note)
                row.append(_position(cite, before, cluster, first_note, last_note, near))
            last_note[cite.id] = cluster.note
        found.append(row)
        if cluster.cites:
            previous[cluster.note > 0] = cluster
    return found


def _preceding(
    cluster: Cluster, i: int, previous: Cluster | None, in_note: Mapping[int, int]
) -> CiteInput | None:
    """Give the cite that "ibid" could refer to.

    "the previous citation consists of a single cite": that is all that the note before cites, and
    there is no other note between the two, with or without citations.
    """
    if i:
        return cluster.cites[i - 1]
    if previous is None:
        return None
    if previous.note != cluster.note and (
        previous.note != cluster.note - 1 or in_note[previous.note] > 1
    ):
        return None
    ids = {cite.id for cite in previous.cites}
    return previous.cites[-1] if len(ids) == 1 else None


def _position(
    cite: CiteInput,
    before: CiteInput | None,
    cluster: Cluster,
    first_note: dict[str, int],
    last_note: dict[str, int],
    near: int,
) -> Position:
    """Give the position of a cite of an item that was cited before."""
    bits = SUBSEQUENT
    if before is not None and before.id == cite.id:
        bits |= _ibid(cite, before)
    if cluster.note and last_note[cite.id] and cluster.note - last_note[cite.id] <= near:
        bits |= NEAR_NOTE
    first = first_note[cite.id]  # "a preceding note containing the first reference to the item"
    return Position(cite.position or bits, first if first != cluster.note else 0)


def _ibid(cite: CiteInput, before: CiteInput) -> int:
    if not before.locator:
        return IBID | IBID_WITH_LOCATOR if cite.locator else IBID
    if not cite.locator:
        return 0
    same = cite.locator == before.locator and cite.label == before.label
    return IBID if same else IBID | IBID_WITH_LOCATOR
