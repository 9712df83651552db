"""The flat form of rich text: text and marks in turn, in one row.

What an engine renders piece by piece and a writer shows piece by piece need not become a tree in
between. A mark is one of the 32 code points U+FDD0..U+FDEF, which Unicode keeps for internal use
and which no text contains. An element is its opening mark, its content, and `CLOSE`; a link is
`LINK`, the URL, `LINK_TEXT`, its content, `CLOSE`. The row begins and ends with text, and any text
may be empty::

    ("See ", ITALIC, "Nature", CLOSE, ".")

The flat form holds what nearly all bibliographies consist of: formats, links and blocks, none of
them empty, and no two formats or links side by side. Whatever else there is takes the tree.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from citekit.speed.lazy import lazy
from citekit.text.nodes import (
    Block,
    Display,
    Format,
    Link,
    Node,
    RichText,
    Styled,
    block,
    styled,
)

__all__ = [
    "BLOCKS",
    "CLOSE",
    "DISPLAY_OF",
    "FIRST_MARK",
    "FORMATS",
    "FORMAT_MARKS",
    "LINK",
    "LINK_TEXT",
    "MARK",
    "FlatText",
    "flat_text",
    "pieces_of",
]

FIRST_MARK: Final = 0xFDD0
MARK: Final = lazy("([\ufdd0-\ufdef])")
"""Any mark; splitting by it gives text and marks in turn."""

_UNDOING: Final = (Format.STYLE_NORMAL, Format.WEIGHT_NORMAL, Format.VARIANT_NORMAL)
_DOING: Final = [each for each in Format if each not in _UNDOING]
FORMAT_MARKS: Final = MappingProxyType(
    {f: chr(FIRST_MARK + i) for i, f in enumerate((*_DOING, *_UNDOING))}
)
"""The opening mark of each format."""
FORMATS: Final = MappingProxyType({mark: f for f, mark in FORMAT_MARKS.items()})
"""The format of each opening mark."""
CLOSE: Final = "\ufde0"
DISPLAY_OF: Final[Mapping[str, Display]] = MappingProxyType(
    {"\ufde1": "block", "\ufde2": "left-margin", "\ufde3": "right-inline", "\ufde4": "indent"}
)
BLOCKS: Final = MappingProxyType({display: mark for mark, display in DISPLAY_OF.items()})
"""The opening mark of each value of `display`."""
LINK: Final = "\ufde7"
LINK_TEXT: Final = "\ufde8"

# Ranges, because a pattern compiles faster with them than with the marks one by one.
_F: Final = f"{FORMAT_MARKS[_DOING[0]]}-{FORMAT_MARKS[_DOING[-1]]}"
_B: Final = f"{min(DISPLAY_OF)}-{max(DISPLAY_OF)}"
_ROW: Final = f"(?:[{_F}]{CLOSE}|{LINK}{LINK_TEXT}(?:[{_F}]{CLOSE})*{CLOSE})*"
_SIMPLE: Final = lazy(f"{_ROW}(?:[{_B}]{_ROW}{CLOSE}{_ROW})*")
"""The marks of simple text: no format is inside another, and no block either."""
_TOUCHING: Final = lazy(f"{CLOSE}(?:(?<=[{_F}{_B}{LINK_TEXT}]{CLOSE})|[{_F}{LINK}])")
"""An element without content, or a format or link right behind something that ends."""


class FlatText(RichText):
    """Rich text in its flat form; its nodes are built when somebody asks for them.

    Args:
        pieces: Text and marks in turn, well nested.
    """

    __slots__ = ("pieces",)

    pieces: tuple[str, ...]

    def __init__(self, pieces: Sequence[str]) -> None:
        _set_pieces(self, tuple(pieces))

    @property
    def nodes(self) -> tuple[Node, ...]:  # pyright: ignore[reportIncompatibleVariableOverride]
        """The nodes, as of any rich text."""
        try:
            found: tuple[Node, ...] = _get_nodes(self)
        except AttributeError:  # the slot is empty until now
            found = _build(self.pieces)
            _set_nodes(self, found)
        return found

    def __bool__(self) -> bool:
        return any(self.pieces)

    def __reduce__(self) -> tuple[Any, ...]:
        return RichText, (self.nodes,)


_set_pieces: Any = vars(FlatText)["pieces"].__set__
_set_nodes: Any = vars(RichText)["nodes"].__set__
_get_nodes: Any = vars(RichText)["nodes"].__get__


def flat_text(text: str) -> FlatText | None:
    """Give marked text as it is, if it is simple; None where it has to become a tree.

    >>> found = flat_text(f"In {FORMAT_MARKS[Format.ITALIC]}Nature{CLOSE}.")
    >>> found == RichText(["In ", Styled(["Nature"], Format.ITALIC), "."])
    True
    """
    pieces = MARK.split(text)
    if not _is_simple("".join(pieces[1::2])) or _TOUCHING.search(text) is not None:
        return None
    return FlatText(pieces)


def _is_simple(marks: str) -> bool:
    return (_usual if len(marks) < 100 else _SIMPLE.fullmatch)(marks) is not None


@functools.lru_cache(maxsize=1024)
def _usual(marks: str) -> re.Match[str] | None:
    """The entries of a bibliography have few ways to be marked, so that few rows come again."""
    return _SIMPLE.fullmatch(marks)


def _build(pieces: Sequence[str]) -> tuple[Node, ...]:
    row: list[Node] = [pieces[0]] if pieces[0] else []
    outer: list[tuple[str, list[Node]]] = []
    urls: list[str] = []
    for mark, text in zip(pieces[1::2], pieces[2::2], strict=True):
        if mark == LINK:
            urls.append(text)
            continue
        if mark == CLOSE:
            opening, siblings = outer.pop()
            siblings.append(_element(opening, row, urls))
            row = siblings
        else:
            outer.append((mark, row))
            row = []
        if text:
            row.append(text)
    return tuple(row)


def _element(mark: str, children: Sequence[Node], urls: list[str]) -> Node:
    if mark == LINK_TEXT:
        return Link(children, urls.pop())
    if mark in DISPLAY_OF:
        return block(children, DISPLAY_OF[mark])
    return styled(children, FORMATS[mark])


def pieces_of(text: RichText) -> Sequence[str] | None:
    """Give the flat form of any rich text; None where it has none.

    >>> pieces_of(RichText(["a", Link(["b"], "https://example.org")])) == (
    ...     ["a", LINK, "https://example.org", LINK_TEXT, "b", CLOSE, ""]
    ... )
    True
    """
    if isinstance(text, FlatText):
        return text.pieces
    if type(text) is not RichText:
        return None
    pieces = [""]
    return pieces if _flatten(text.nodes, pieces) else None


def _flatten(nodes: Sequence[Node], pieces: list[str]) -> bool:
    """Add *nodes* to a row that ends with text; say whether all have a flat form."""
    previous: object = None
    for node in nodes:
        kind: object = None
        if isinstance(node, str):
            pieces[-1] += node
        elif isinstance(node, Styled):
            kind = node.format
            pieces += (FORMAT_MARKS[node.format], "")
        elif isinstance(node, Block):
            pieces += (BLOCKS[node.display], "")
        elif isinstance(node, Link):
            kind = Link
            pieces += (LINK, node.url, LINK_TEXT, "")
        else:
            return False
        if kind is not None and kind is previous:
            return False  # neighbours of one format are one stretch
        previous = kind
        if isinstance(node, str):
            continue
        if not _flatten(node.children, pieces):
            return False
        pieces += (CLOSE, "")
    return True
