"""A cite on its way into a citation: ready to be rendered, and rendered."""

from __future__ import annotations

from typing import NamedTuple

from citekit.styles.csl.document.decisions import Choice, Look
from citekit.styles.csl.document.positions import CiteInput
from citekit.styles.csl.item.variables import Item

__all__ = ["ReadyCite", "Shown"]


class ReadyCite(NamedTuple):
    """A cite with all that its rendering needs."""

    cite: CiteInput
    item: Item
    position: int
    first_note: int
    number: int
    choice: Choice
    look: Look | None = None
    """The cite as disambiguation saw it, where nothing but its year-suffix can differ."""


class Shown(NamedTuple):
    """A rendered cite on its way into the citation."""

    ready: ReadyCite
    text: str
    names: str
    """The bare text of the first cs:names, by which cites are grouped."""
    number: int
    plain: bool
    """Whether the cite shows no locator and has no affixes."""
    year_suffix: str = ""
    delimiter: str | None = None
    """What stands before it, None for the delimiter of the layout."""
