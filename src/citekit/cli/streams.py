"""Standard output and standard error, which may be closed, full, or read by nobody."""

from __future__ import annotations

import os
import sys
from typing import Any

from citekit.errors import CitekitError, in_line

__all__ = ["print_result", "tell", "use_utf8"]


def use_utf8() -> None:
    """Print any character whatever the locale of the terminal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def print_result(text: str) -> None:
    """Print *text* and a line feed to standard output; a reader that has left is no error.

    Raises:
        CitekitError: It cannot be written.
    """
    stream: Any = sys.stdout
    if stream is None:
        raise CitekitError("cannot write to standard output: it is closed")
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _silence(stream)
    except (OSError, ValueError) as error:
        _silence(stream)
        reason = getattr(error, "strerror", None) or error
        raise CitekitError(f"cannot write to standard output: {reason}") from error


def tell(text: str) -> None:
    """Print a message to standard error, on one line; if it cannot be written, nobody listens."""
    stream: Any = sys.stderr
    if stream is None:  # `print` would take standard output instead
        return
    try:
        stream.write(f"{in_line(text)}\n")
        stream.flush()
    except (OSError, ValueError):
        _silence(stream)


def _silence(stream: Any) -> None:
    """Let what a stream still holds go nowhere, else Python tries again when it ends."""
    try:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)
    except (OSError, ValueError):  # it is no stream of the system, so Python does not flush it
        return
