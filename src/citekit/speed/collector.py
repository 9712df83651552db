"""Working without Python's collector of reference cycles, for callers who choose to.

Rendering makes many objects and no cycles (a test looks). With many works in the process, the
collector walks all of them again and again and finds nothing: a third of the time of a large
bibliography. Switching it off is a setting of the whole process, which belongs to the program and
not to a library, so citekit never does it unasked.
"""

from __future__ import annotations

import gc
import threading
from types import TracebackType

__all__ = ["paused_gc"]


class _Pauses:
    """How many callers want the collector off, and whether it was on before the first of them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0
        self._was_on = False

    def begin(self) -> None:
        with self._lock:
            if self._count == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._count += 1

    def end(self) -> None:
        with self._lock:
            self._count -= 1
            if self._count == 0 and self._was_on:
                gc.enable()


_PAUSES = _Pauses()


class paused_gc:  # noqa: N801 - it is used like a function, as `contextlib.suppress` is
    """A context in which Python's collector of reference cycles is off, in all threads.

    For programs that do nothing but format: scripts, builds, the command line. Reference counting
    goes on; only cycles wait. Contexts may be nested and may overlap in several threads: the
    collector is on again when the last of them ends, if it was on before the first began.

    >>> import gc
    >>> with paused_gc():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """

    def __enter__(self) -> None:
        _PAUSES.begin()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _PAUSES.end()
