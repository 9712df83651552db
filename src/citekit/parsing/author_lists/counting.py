"""What the markers between the names of a list say together: complete or not, how many, where.

Every reader of lists of names ends here, whatever its names are: text that was parsed, the
names of a BibTeX field, the objects of CSL-JSON, the elements of a Python list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from attrs import frozen

from citekit.errors import Diagnostic
from citekit.parsing.author_lists.truncation import Marker
from citekit.speed.records import shared_repr

__all__ = ["Counted", "count"]

T = TypeVar("T")


@frozen(kw_only=True, eq=False)
@shared_repr
class Counted(Generic[T]):
    """The names of a list, and what is known of the names that the source left out.

    Args:
        listed: The names, in order.
        complete: False where the source's list stopped early.
        total: How many there are in all, where the source says so.
        gap: The index in `listed` before which names are missing; None: nowhere, or at the end,
            which may be one place of several: then the last name that is listed is not the last.
        several_gaps: Whether names are missing in more than one place.
        diagnostics: What is missing, and where the source contradicts itself.
    """

    listed: tuple[T, ...]
    complete: bool
    total: int | None
    gap: int | None
    several_gaps: bool
    diagnostics: tuple[Diagnostic, ...]


def count(items: Sequence[T | Marker]) -> Counted[T]:
    """Count names and markers, in the order in which they stand.

    >>> found = count(["A", "B", Marker(start=0, end=0, kind="more", count=11), "Z"])
    >>> found.listed, found.complete, found.total, found.gap
    (('A', 'B', 'Z'), False, 14, 2)
    """
    names = [item for item in items if not isinstance(item, Marker)]
    markers = [item for item in items if isinstance(item, Marker)]
    total, mismatch = _total(markers, len(names))
    stops = [marker for marker in markers if marker.kind != "of" and marker.count != 0]
    stated = [marker for marker in markers if marker.kind == "of"]
    complete = not stops if total is None else total <= len(names)
    if stated and stops and total is None:
        complete = False
    places = _places(items)
    inside = places[:1] if places and places[-1] < len(names) else []
    return Counted(
        listed=tuple(names),
        complete=complete,
        total=total,
        gap=inside[0] if inside and not complete else None,
        several_gaps=len(places) > 1,
        diagnostics=mismatch + _missing(complete, total, len(names), len(places) > 1),
    )


def _places(items: Sequence[T | Marker]) -> list[int]:
    """Give the indices of the names before which others are missing; the last may be the end."""
    places: list[int] = []
    index = 0
    for item in items:
        if not isinstance(item, Marker):
            index += 1
        elif item.kind != "of" and item.count != 0 and places[-1:] != [index]:
            places.append(index)
    return places


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
    complete: bool, total: int | None, listed: int, several: bool
) -> tuple[Diagnostic, ...]:
    """Report that names are missing, and that they are in more than one place."""
    if complete:
        return ()
    of = f" of {total}" if total is not None else ""
    spread = Diagnostic(
        severity="warning",
        code="several-gaps",
        message="names are missing in several places; one is kept",
    )
    stopped = Diagnostic(
        severity="warning",
        code="authors-incomplete",
        message=f"the source lists {listed}{of} authors and stops early",
        hint="give all authors if you know them",
    )
    return (stopped, spread) if several else (stopped,)
