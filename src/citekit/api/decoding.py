"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from citekit.errors import OptionError, ReadError

__all__ = ["decode", "decoded"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before that of UTF-16, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, and the encodings that they tell of (Unicode, chapter 23.8)."""
_LONGEST_MARK: Final = 4


def decode(data: bytes, encoding: str | None = None, *, source: str) -> str:
    """Give the text of a file; a byte order mark is taken off, and lines end in a line feed.

    Args:
        data: The bytes.
        encoding: Their encoding, by any name that Python knows. None: what a byte order mark says,
            else UTF-8. A mark that is there is right, whatever was given.
        source: What to call the file in errors.

    Raises:
        OptionError: There is no such encoding of text.
        ReadError: The bytes are not in it; the error names the first wrong one.

    >>> decode("Škvorecký".encode("utf-16"), source="refs.bib")
    'Škvorecký'
    """
    return "".join(decoded([data], encoding, source=source))


def decoded(pieces: Iterable[bytes], encoding: str | None = None, *, source: str) -> Iterator[str]:
    """Do the same for bytes that come in pieces, cut anywhere."""
    wanted = None if encoding is None else _known(encoding)
    rest = iter(pieces)
    first = b""
    for piece in rest:
        first += piece
        if len(first) >= _LONGEST_MARK:
            break
    mark, told = next((each for each in _MARKS if first.startswith(each[0])), (b"", wanted))
    bare = codecs.getincrementaldecoder(told or "utf-8")()
    decoder = io.IncrementalNewlineDecoder(bare, translate=True)
    place, line = len(mark), 1
    for piece in chain([first[len(mark) :]], rest, [b""]):
        held = len(bare.getstate()[0])  # bytes of a character that was cut
        try:
            yield decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            at = place - held + error.start
            line += piece.count(b"\n", 0, max(0, error.start - held))
            raise _wrong(error, at, line, source) from None
        place += len(piece)
        line += piece.count(b"\n")


def _wrong(error: UnicodeDecodeError, place: int, line: int, source: str) -> ReadError:
    wrong = error.object[error.start]
    return ReadError(
        f"the file is not {error.encoding.upper()}: byte {wrong:#04x} at {place}, line {line}",
        value=source,
        hint="name its encoding, such as cp1252 or latin-1, or convert it",
    )


def _known(encoding: str) -> str:
    try:
        found = codecs.lookup(encoding)
        "x".encode(found.name)
    except (LookupError, TypeError, ValueError):  # LookupError: also one between bytes and bytes
        hint = "such as utf-8, cp1252, latin-1, utf-16 or mac-roman"
        raise OptionError("no such encoding", field="encoding", value=encoding, hint=hint) from None
    return found.name
