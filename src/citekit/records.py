"""What the frozen classes of citekit share: how they show themselves, compare and hash.

attrs compiles a `__repr__`, an `__eq__` and a `__hash__` for each class, which is most of what a
class costs when it is made: a third of the time to the first citation of a process, when each had
its own. `__repr__ = show`, `__eq__ = same` and `__hash__ = hashed` in the body of a class do the
same by one function for all. They are slower than compiled ones, so what is compared or hashed
for every work, as names are, lets attrs compile its own.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from operator import attrgetter
from typing import Any, cast

from attrs import fields

__all__ = ["hashed", "same", "show"]


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


def same(self: Any, other: object) -> bool:
    """Compare two attrs objects just as attrs would: of one class, and equal field by field.

    >>> from attrs import field, frozen
    >>> @frozen
    ... class Point:
    ...     x: int
    ...     note: str = field(default="", eq=False)
    ...     __eq__ = same
    ...     __hash__ = hashed
    >>> Point(1, "a") == Point(1, "b"), Point(1) == Point(2), Point(1) == 1
    (True, False, False)
    >>> len({Point(1, "a"), Point(1, "b"), Point(2)})
    2
    """
    if other.__class__ is not self.__class__:
        return cast(bool, NotImplemented)
    kind: Any = type(self)
    values = _values_of(kind)
    return bool(values(self) == values(other))


def hashed(self: Any) -> int:
    """Give the hash of an attrs object; those that are the `same` have the same one."""
    kind: Any = type(self)
    return hash((kind, _values_of(kind)(self)))


@functools.cache
def _values_of(kind: type) -> Callable[[Any], Any]:
    """Give the function that reads the fields of an object that belong to equality."""
    compared = [each for each in fields(kind) if each.eq]
    if any(each.eq_key for each in compared):
        keys = [(each.name, each.eq_key or _as_it_is) for each in compared]
        return lambda self: tuple(key(getattr(self, name)) for name, key in keys)
    return attrgetter(*(each.name for each in compared))


def _as_it_is(value: Any) -> Any:
    return value
