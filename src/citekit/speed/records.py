"""What frozen classes share: how they show themselves, compare and hash.

attrs compiles a `__repr__`, an `__eq__` and a `__hash__` for each class, which is most of what a
class costs when it is made: a third of the time to the first citation of a process, when each had
its own. `@shared_methods` below attrs' own decorator gives a class the same by one function for
all; `@shared_repr` is for classes that nothing compares. They are slower than compiled ones, so
what is compared or hashed for every work, as names are, lets attrs compile its own.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, cast

from attrs import fields

__all__ = ["equal", "hash_of", "repr_of", "shared_methods", "shared_repr"]

_Class = TypeVar("_Class", bound=type)


def shared_methods(cls: _Class) -> _Class:
    """Give a class the shared `__repr__`, unless it has its own, `__eq__` and `__hash__`.

    >>> from attrs import field, frozen
    >>> @frozen
    ... @shared_methods
    ... class Point:
    ...     x: int
    ...     note: str = field(default="", eq=False, repr=False)
    >>> Point(1, "a"), Point(1, "a") == Point(1, "b"), Point(1) == Point(2), Point(1) == 1
    (Point(x=1), True, False, False)
    >>> len({Point(1, "a"), Point(1, "b"), Point(2)})
    2
    """
    methods: Any = cls  # attrs takes methods that a class has as the class's own wish
    methods.__eq__ = equal
    methods.__hash__ = hash_of
    return cls if "__repr__" in vars(cls) else shared_repr(cls)


def shared_repr(cls: _Class) -> _Class:
    """Give a class the shared `__repr__`."""
    methods: Any = cls
    methods.__repr__ = repr_of
    return cls


def repr_of(self: Any) -> str:
    """Show an attrs object just as attrs would."""
    kind = type(self)
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(kind) if each.repr)
    return f"{kind.__qualname__.rpartition('>.')[2]}({', '.join(shown)})"


def equal(self: Any, other: object) -> bool:
    """Compare two attrs objects just as attrs would: of one class, and equal field by field."""
    if other.__class__ is not self.__class__:
        return cast(bool, NotImplemented)
    kind: Any = type(self)
    values = _values_of(kind)
    return bool(values(self) == values(other))


def hash_of(self: Any) -> int:
    """Give the hash of an attrs object; those that are `equal` have the same one."""
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
