"""Styles in: what loads renders, in time that the style and the record account for."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

import citekit
from fuzz.generators.records import items
from fuzz.generators.styles import styles
from fuzz.targets.records import bidi_fields, check_outputs, load_items
from fuzz.targets.target import Target

__all__ = ["TARGETS"]


def check_style(case: tuple[str, dict[str, Any]]) -> None:
    """A style as somebody has written it, and a record."""
    xml, item = case
    style = citekit.csl(xml=xml)
    long = {"id": "long", "type": "book", "title": "Zzaaa zzaab " * 100}
    works = citekit.with_ids(load_items([{**item, "id": "a"}, long]).works)
    cites = [works[0], works[-1], citekit.Cite(works[0].id, locator="3")]
    check_outputs(works, style, bidi_fields(item) | {"z"}, cites)


TARGETS = (Target("styles", st.tuples(styles(), items()), check_style, batch=25),)
