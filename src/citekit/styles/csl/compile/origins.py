"""Where a piece of output comes from: what `explain` is told by the compile functions.

The ordinary program drops origins when it compiles, so that a rendering pays nothing for them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Kind", "Origin"]

Kind: TypeAlias = Literal["content", "affix", "delimiter"]


class Origin(NamedTuple):
    """An element of a style and what of it makes a piece of output.

    Args:
        element: The name of the element without "cs:".
        line: Its line in the style, 0 where it has none.
        variable: The variable that it shows.
        term: The term of the locale that it shows.
        macro: The macro that it calls.
        kind: Whether the piece is its content, a prefix or suffix, or what joins its parts.
    """

    element: str
    line: int = 0
    variable: str | None = None
    term: str | None = None
    macro: str | None = None
    kind: Kind = "content"
