"""Ctrl-C in a process that is the command `citekit`; nothing of it is used elsewhere."""

from __future__ import annotations

import os
import signal

__all__ = ["end_when_interrupted"]


def end_when_interrupted() -> None:
    """Let Ctrl-C end the process at once, whatever it is doing: importing, or being torn down.

    An exception would not do. Where it comes up in a destructor or in what C calls back, Python
    prints it and goes on. There is nothing to clean up: no file is written.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody ignores it
        signal.signal(signal.SIGINT, _end)


def _end(*_: object) -> None:
    os._exit(130)  # what shells make of it: 128 and the number of SIGINT
