"""Whole records in and out: load, loads, dump, dumps. Formats are found in the registry."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from citekit.api.arguments import works_with_ids
from citekit.api.decoding import decode, decoded
from citekit.api.formats import exchange_format, readable, writable
from citekit.errors import CitekitError, Diagnostic, ReadError
from citekit.exchange.base import FailedRecord, Loaded
from citekit.model.values import check_type
from citekit.model.work import Work

if TYPE_CHECKING:  # for a private function only; pathlib is loaded when a file is named
    from pathlib import Path

__all__ = ["dump", "dumps", "iload", "load", "loads"]

FormatName: TypeAlias = Literal["bibtex", "biblatex", "csl_json", "raw"] | str
"""An exchange format's name; those of citekit are listed for editors."""


def _path(path: Any) -> Path:
    from pathlib import Path

    check_type(path, (str, os.PathLike), "the path of a file")
    try:
        return Path(path)
    except TypeError as error:
        raise ReadError("the path of a file is text", value=path) from error


def loads(text: str | bytes, format: FormatName | None = None, **options: Any) -> Loaded:
    """Read works from text.

    Args:
        text: CSL-JSON, BibTeX or BibLaTeX, raw records, or what a plug-in reads; bytes are for
            formats that are no text.
        format: Which of them; None finds out by looking.
        options: What else the format takes: `verbatim_identifiers=True` for CSL-JSON.

    Returns:
        Works, failed records, diagnostics. One bad record does not stop the others.

    Raises:
        ReadError: The text as a whole is in no known format.
        OptionError: The format has no such option, or is only written.

    >>> loads('[{"id": "a", "type": "book", "title": "T"}]').works[0].id
    'a'
    """
    check_type(text, (str, bytes), "text")
    chosen = readable(text) if format is None else exchange_format(format)
    return chosen.loads(text, **options)


def load(
    path: str | os.PathLike[str],
    format: FormatName | None = None,
    *,
    encoding: str | None = None,
    **options: Any,
) -> Loaded:
    """Read works from a file.

    Args:
        path: The file.
        format: Its format; None goes by the ending, then by looking.
        encoding: Of its text; None takes what a byte order mark says, else UTF-8.
        options: What else the format takes.

    Raises:
        ReadError: The file cannot be read, is in another encoding, or in no known format.
        OptionError: There is no such encoding, or the format has no such option.
    """
    file = _path(path)
    data = b"".join(pieces_of(file))
    chosen = None if format is None else exchange_format(format)
    if chosen is not None and chosen.binary:
        return chosen.loads(data, **options)
    text = decode(data, encoding, source=str(file))
    return (chosen or readable(text, file.suffix)).loads(text, **options)


def iload(
    path: str | os.PathLike[str],
    format: FormatName | None = None,
    *,
    encoding: str | None = None,
    **options: Any,
) -> Iterator[Work | FailedRecord]:
    """Read works from a file one by one, in the order of the file.

    CSL-JSON and raw records, as a list or as JSON lines, are read piece by piece: no more than a
    record and a piece of the file are held. Other formats are read whole first.

    Args:
        path: The file.
        format: Its format; None goes by the ending, then by looking at its beginning.
        encoding: Of its text; None takes what a byte order mark says, else UTF-8.
        options: What else the format takes.

    Returns:
        An iterator of works, each with its diagnostics, and of records that could not be read.

    Raises:
        ReadError: As for `load`; what stands before a fault was given by then.
        OptionError: As for `load`.
    """
    file = _path(path)
    chosen = None if format is None else exchange_format(format)
    if chosen is not None and chosen.binary:
        return chosen.records(pieces_of(file), **options)
    pieces = decoded(pieces_of(file), encoding, source=str(file))
    first = next(pieces, "")
    return (chosen or readable(first, file.suffix)).records(chain((first,), pieces), **options)


_PIECE = 1 << 20
"""How many bytes of a file are read at a time."""


def pieces_of(file: Path) -> Iterator[bytes]:
    """Read a file piece by piece.

    Raises:
        ReadError: It cannot be opened or read.
    """
    try:
        with file.open("rb") as opened:
            while piece := opened.read(_PIECE):
                yield piece
    except OSError as error:
        raise ReadError(f"cannot read the file: {error.strerror}", value=str(file)) from error
    except ValueError as error:
        raise ReadError(f"not a file name: {error}", value=str(file)) from error


def dumps(works: Work | Iterable[Work], format: FormatName, **options: Any) -> str:
    """Write works as text in an exchange format: "csl_json", "bibtex", "biblatex".

    What the format cannot carry is told by the format's own `dumps(...)`, as diagnostics.

    >>> work = Work(title="On Computable Numbers", authors="Alan Turing", issued=1936)
    >>> print(dumps(work, "bibtex"))
    @misc{turing1936computable,
      title = {On Computable Numbers},
      author = {Turing, Alan},
      year = {1936}
    }
    """
    return exchange_format(format).dumps(works_with_ids(works), **options).text


def dump(
    works: Work | Iterable[Work],
    path: str | os.PathLike[str],
    format: FormatName | None = None,
    **options: Any,
) -> tuple[Diagnostic, ...]:
    """Write works to a file, in UTF-8.

    Args:
        works: The works.
        path: The file.
        format: Its format; None goes by the ending: `.bib` is BibTeX, `.json` is CSL-JSON.
        options: What else the format takes.

    Returns:
        What the format could not carry.

    Raises:
        OptionError: The ending says nothing of the format.
        CitekitError: The file cannot be written.
    """
    file = _path(path)
    chosen = writable(file.suffix, str(file)) if format is None else exchange_format(format)
    dumped = chosen.dumps(works_with_ids(works), **options)
    try:
        file.write_text(dumped.text, "utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CitekitError(f"cannot write the file: {reason}", value=str(file)) from error
    return dumped.diagnostics
