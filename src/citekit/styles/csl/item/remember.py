"""Works that were prepared, remembered for as long as they live.

A document is rendered again and again: at each citation that is added, in each format and style.
What a work looks like to CSL does not change between, because works do not change.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Remembered"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Remembered(Generic[_Key, _Value]):
    """A function of one object, which remembers what it gave.

    Objects are known by identity, and forgotten when nothing else refers to them. Threads may
    share it: two that meet the same object at once work out equal values, and one is kept.

    Args:
        function: What to work out; it must depend on nothing but its argument, which is immutable.
    """

    def __init__(self, function: Callable[[_Key], _Value]) -> None:
        self._function = function
        self._known: dict[int, tuple[weakref.ref[_Key], _Value]] = {}
        weak = weakref.ref(self)

        def forget(reference: weakref.KeyedRef[int, _Key]) -> None:
            alive = weak()
            if alive is not None:
                alive._known.pop(reference.key, None)

        self._forget = forget

    def __call__(self, key: _Key) -> _Value:
        """Give what the function gives."""
        found = self._known.get(id(key))
        if found is not None and found[0]() is key:
            return found[1]
        value = self._function(key)
        self._known[id(key)] = (weakref.KeyedRef(key, self._forget, id(key)), value)
        return value

    def __len__(self) -> int:
        """Give how many objects are remembered."""
        return len(self._known)
