"""What disambiguation decides for each item (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from attrs import frozen

from citekit.speed.records import shared_methods
from citekit.styles.csl.compile.scope import NameChoice, NamesTrace

__all__ = ["UNCHANGED", "Choice", "Look"]


@frozen
@shared_methods
class Choice:
    """What disambiguation decided for one item."""

    names: Mapping[int, NameChoice] = MappingProxyType({})
    disambiguate: int = 0
    """How many `disambiguate` conditions come true, counted in the order of rendering."""
    year_suffix: str = ""


UNCHANGED = Choice()


class Look(NamedTuple):
    """A cite as disambiguation saw it."""

    bare: str
    """Its characters, by which cites are told apart."""
    trace: Sequence[NamesTrace]
    text: str
    """Its marked text."""
    conditions: int = 0
    """How many `disambiguate` conditions its rendering met."""
