"""A list of names in plain text, and a list that stands where one name should.

BibTeX, CSL-JSON and Python lists have names apart already, and people put into one of them what
their source said: "11 others", "Doe et al.", "First 3 of 14 authors listed". `is_list` is
how all of them ask whether that happened.
"""

from __future__ import annotations

from typing import TypeAlias

from citekit.errors import Diagnostic
from citekit.parsing.author_lists.layout import lay_out
from citekit.parsing.author_lists.segments import pieces_of
from citekit.parsing.author_lists.truncation import Marker, find_markers
from citekit.parsing.names.parts import NameForm, NameParts, guessed
from citekit.parsing.names.read import build_name

__all__ = ["Item", "is_list", "plain_items"]

Item: TypeAlias = NameParts | Marker
"""What a list is made of: names, and what says that names are missing."""

_CLOSING = " .,;:)]"


def plain_items(text: str, form: NameForm = "auto") -> tuple[list[Item], tuple[Diagnostic, ...]]:
    """Read a list that is not BibTeX: names and markers in order, and what was guessed.

    Args:
        text: A cleaned author list, without "By" before it.
        form: How its names are written.

    >>> [type(each).__name__ for each in plain_items("Jane Roe, John Doe, et al.")[0]]
    ['NameParts', 'NameParts', 'Marker']
    """
    markers = find_markers(text)
    starts = [0, *(marker.end for marker in markers)]
    ends = [*(marker.start for marker in markers), len(text)]
    chunks = [pieces_of(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    pieces = [piece for chunk in chunks for piece in chunk]
    if not pieces:
        return [*markers], ()
    layout = lay_out(pieces, form)
    groups = iter(layout.pieces)
    items: list[Item] = []
    for number, chunk in enumerate(chunks):
        items += [
            build_name([*group], layout.form if len(group) == 1 else "inverted")
            for _ in chunk
            for group in next(groups)
        ]
        items += markers[number : number + 1]
    doubt = (guessed(text, layout.guess, "list-guessed"),) if layout.guess else ()
    return items, doubt


def is_list(text: str) -> bool:
    """Say whether a "name" is none: a marker, or names with a marker after them.

    Args:
        text: What stands in the place of one name, as cleaned plain text.

    >>> is_list("11 others"), is_list("Jane Roe et al."), is_list("Jane Roe")
    (True, True, False)
    """
    markers = find_markers(text)
    if not markers:
        return False
    return not text[markers[-1].end :].strip(_CLOSING) or any(each.kind == "of" for each in markers)
