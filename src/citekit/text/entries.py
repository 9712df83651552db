"""What a style makes and a writer shows: bibliography entries and how they are laid out."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from citekit.speed.records import shared_methods
from citekit.text.nodes import RichText

__all__ = ["Entry", "Layout"]


@frozen
@shared_methods
class Entry:
    """One entry of a bibliography.

    Args:
        id: The id of the work.
        text: What the style says of it.
    """

    id: str
    text: RichText


@frozen(kw_only=True)
@shared_methods
class Layout:
    """How a bibliography is set (CSL 1.0.2, "Whitespace").

    Args:
        hanging_indent: Whether the second and later lines of an entry are indented.
        second_field_align: Where the text after the first field stands, or None.
        line_spacing: Line height, in lines.
        entry_spacing: Vertical space between entries, in lines.
    """

    hanging_indent: bool = False
    second_field_align: Literal["flush", "margin"] | None = None
    line_spacing: int = 1
    entry_spacing: int = 1
