"""How small internal classes show themselves.

attrs makes a `__repr__` for each class by compiling one, which is a good part of what a class costs
when it is made. `__repr__ = show` in the body of a class gives the same text from one function.
"""

from __future__ import annotations

from typing import Any

from attrs import fields

__all__ = ["show"]


def show(self: Any) -> str:
    """Show an attrs object just as attrs would.

    >>> from attrs import field, frozen
    >>> @frozen
    ... class Point:
    ...     x: int
    ...     note: str = field(default="", repr=False)
    ...     __repr__ = show
    >>> Point(1, "hidden")
    Point(x=1)
    """
    kind = type(self)
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(kind) if each.repr)
    return f"{kind.__qualname__.rpartition('>.')[2]}({', '.join(shown)})"
