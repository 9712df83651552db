"""Rendering without the collector of reference cycles."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

__all__ = ["uncollected"]

_P = ParamSpec("_P")
_T = TypeVar("_T")


def uncollected(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Make a function during which the collector of reference cycles is at rest.

    For functions that make many objects and no cycles: the collector would walk all works of the
    process again and again, and find nothing. It is a setting of the process: other threads rest
    from it, too, and when several are in such functions, the first one to end switches it on again.
    Where it was off, it stays off.

    >>> import gc
    >>> uncollected(gc.isenabled)(), gc.isenabled()
    (False, True)
    """

    @functools.wraps(function)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        if not gc.isenabled():
            return function(*args, **kwargs)
        gc.disable()
        try:
            return function(*args, **kwargs)
        finally:
            gc.enable()

    return call
