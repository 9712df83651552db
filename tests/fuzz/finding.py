"""What the fuzz finds, and how a case is held to its time."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["Finding", "Slow", "expect", "held_to"]


class Finding(AssertionError):
    """A promise that is broken.

    Args:
        oracle: The oracle that says so; findings of one oracle are taken for one.
        message: What it saw.
    """

    def __init__(self, oracle: str, message: str) -> None:
        super().__init__(f"{oracle}: {message}")
        self.oracle = oracle


class Slow(BaseException):
    """A case took more CPU time than it may; no `Exception`, so that nobody catches it."""


def expect(holds: object, oracle: str, message: str) -> None:
    """Raise a `Finding` unless *holds*."""
    if not holds:
        raise Finding(oracle, message)


@contextmanager
def held_to(seconds: float) -> Iterator[None]:
    """Raise `Slow` in Python code that takes longer, in CPU seconds; C code is killed soon after.

    ITIMER_VIRTUAL asks Python, which looks between two instructions only. A C function that does
    not return is ended by ITIMER_PROF, whose signal has no handler: the parent process says which
    case it was.
    """

    def too_slow(_signal: int, _frame: FrameType | None) -> None:
        raise Slow(f"more than {seconds:g} CPU seconds")

    signal.signal(signal.SIGVTALRM, too_slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    signal.setitimer(signal.ITIMER_PROF, 1.5 * seconds + 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)
