"""A work prepared for CSL: its variables as the compiled style reads them.

CSL 1.0.2, "Appendix IV - Variables". Text is marked text (`marks`), names and dates are small
values; whatever does not depend on a style is worked out here, once for each work.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from citekit.speed.records import shared_repr
from citekit.text.scripts import is_western

__all__ = ["DateValue", "Item", "ItemName", "NameList"]


@frozen(kw_only=True, cache_hash=True)
@shared_repr
class ItemName:
    """One name in parts, or a `literal`."""

    family: str = ""
    given: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False
    literal: str = ""
    is_simple: bool = field(init=False, eq=False, repr=False)
    """Whether it is a Western name of family and given name alone."""
    is_western: bool = field(init=False, eq=False, repr=False)
    """Whether the given name precedes the family name in its script."""

    @is_simple.default  # pyright: ignore[reportAttributeAccessIssue] - made by attrs
    def _is_simple(self) -> bool:
        rest = (self.non_dropping_particle, self.dropping_particle, self.suffix, self.literal)
        if any(rest) or self.static_ordering or not self.family:
            return False
        return is_western(self.family or self.given)

    @is_western.default  # pyright: ignore[reportAttributeAccessIssue] - made by attrs
    def _is_western(self) -> bool:
        return is_western(self.family or self.given)


@frozen
@shared_repr
class NameList:
    """The names of one variable; not `complete` where the source stopped early.

    `gap` is the place before which names are missing ("A, B, … Z" has gap 2), so that the last
    name is known; None, in a list that is not complete, means that they are missing at the end.
    `total` is how many the source says there are, 0 if it does not say it.
    """

    names: tuple[ItemName, ...]
    complete: bool = True
    gap: int | None = None
    total: int = 0
    as_text: dict[Any, str] = field(init=False, factory=dict, eq=False, repr=False)
    """What it looks like, by how it is shown; see `compile.name_lists`."""

    def __bool__(self) -> bool:
        return bool(self.names)

    @property
    def size(self) -> int:
        """How many names there are, as far as is known: of the others there is one at least."""
        count = len(self.names)
        return count if self.complete else max(count + 1, self.total)


Parts: TypeAlias = tuple[int, int, int]
"""Year, month and day; 0 for what is not known. A season is month 13 to 16 or 21 to 24."""


@frozen(kw_only=True)
@shared_repr
class DateValue:
    """A date or range, or a `literal`."""

    start: Parts | None = None
    end: Parts | None = None
    is_range: bool = False
    circa: bool = False
    literal: str = ""
    no_start: bool = False
    """Whether it is the end of a range of which no start is known, in words."""

    def __bool__(self) -> bool:
        return self.start is not None or bool(self.literal)


@frozen(kw_only=True, eq=False)
@shared_repr
class Item:
    """A work as a compiled style reads it."""

    id: str
    type: str
    values: Mapping[str, Any]
    language: str = ""
    present: frozenset[str] = field(init=False, eq=False, repr=False)
    """The variables that have a value."""

    @present.default  # pyright: ignore[reportAttributeAccessIssue] - made by attrs
    def _present(self) -> frozenset[str]:
        return _shared(frozenset(filter(self.values.get, self.values)))


@functools.lru_cache(maxsize=1024)
def _shared(names: frozenset[str]) -> frozenset[str]:
    """Give one and the same set for equal sets: a set finds itself in a table at once."""
    return names
