"""The bytes of a file or a stream, piece by piece and up to a limit: a device need not end."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from typing import Any, Final

from citekit.errors import OptionError, ReadError
from citekit.model.values import check_type

__all__ = ["MAX_BYTES", "Limit", "path_of", "pieces_of", "pieces_of_file"]

MAX_BYTES: Final = 256 * 2**20
"""The most that is read of one source, unless the caller says otherwise."""
_PIECE: Final = 2**20
_UNITS: Final = ((2**30, "GiB"), (2**20, "MiB"), (2**10, "KiB"), (1, "bytes"))


def path_of(path: Any) -> str:
    """Give a path as text.

    Raises:
        InvalidValueError: It is no path.
        ReadError: It is a path in bytes.
    """
    check_type(path, (str, os.PathLike), "the path of a file")
    found = os.fspath(path)
    if not isinstance(found, str):
        raise ReadError("the path of a file is text", value=path)
    return found


class Limit:
    """How much may be read of a source.

    Args:
        noun: What the source is, for errors: "the file".
        name: The name that it has besides, such as a path.
        max_bytes: The most to read; None for no limit.

    Raises:
        OptionError: *max_bytes* is neither a number of bytes nor None.
    """

    def __init__(self, noun: str, name: str | None, max_bytes: int | None) -> None:
        if max_bytes is not None and (type(max_bytes) is not int or max_bytes < 1):
            hint = "give a number of bytes, or None for no limit"
            raise OptionError("not a limit", field="max_bytes", value=max_bytes, hint=hint)
        self.noun = noun
        self.name = name
        self.max_bytes = max_bytes
        self._spent = 0

    def renew(self) -> None:
        """Forget what was read: it was passed on, and is not held any more."""
        self._spent = 0

    def take(self, read: Callable[[int], bytes | None]) -> bytes:
        """Read the next piece with *read*; at the limit one byte, to see if there is more."""
        left = _PIECE if self.max_bytes is None else self.max_bytes - self._spent
        try:
            piece = read(min(max(left, 1), _PIECE))
            if piece is None:  # the stream does not wait for what is still to come
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        except OSError as error:
            reason = error.strerror or error
            raise ReadError(f"cannot read {self.noun}: {reason}", value=self.name) from error
        self._spent += len(piece)
        if self.max_bytes is not None and self._spent > self.max_bytes:
            raise self._exceeded(self.max_bytes)
        return piece

    def _exceeded(self, limit: int) -> ReadError:
        scale, unit = next(each for each in _UNITS if limit % each[0] == 0)
        return ReadError(
            f"{self.noun} holds more than the limit of {limit // scale} {unit}",
            value=self.name,
            hint="if you trust it, give another limit: max_bytes=… (None for no limit), or"
            " --max-bytes on the command line",
        )


def pieces_of(read: Callable[[int], bytes | None], limit: Limit) -> Iterator[bytes]:
    """Read a stream piece by piece.

    Raises:
        ReadError: It cannot be read, or holds more than the limit.
    """
    while piece := limit.take(read):
        yield piece


def pieces_of_file(path: str, limit: Limit) -> Iterator[bytes]:
    """Read what has a path piece by piece: a regular file, a FIFO, a device.

    Raises:
        ReadError: It cannot be opened or read, or holds more than the limit.
    """
    try:
        file = open(path, "rb", buffering=0)  # noqa: SIM115 - only opening it is watched here
    except OSError as error:
        raise ReadError(f"cannot read the file: {error.strerror}", value=path) from error
    except ValueError as error:
        raise ReadError(f"not a file name: {error}", value=path) from error
    with file:
        yield from pieces_of(file.read, limit)
