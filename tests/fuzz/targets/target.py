"""What a target is: cases to draw, and a check that each must pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from hypothesis import strategies as st

__all__ = ["Target"]


class Target(NamedTuple):
    """One way in.

    Args:
        name: What it is called.
        cases: The cases.
        check: Raises where a case breaks a promise.
        seconds: The CPU time that a case may take.
        batch: How many cases are tried in a row.
    """

    name: str
    cases: st.SearchStrategy[Any]
    check: Callable[[Any], None]
    seconds: float = 5
    batch: int = 50
