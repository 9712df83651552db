"""Whole records in and out: load, loads, dump, dumps. Formats are found in the registry."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Literal, TypeAlias

from citekit.api.arguments import works_with_ids
from citekit.api.decoding import decoded
from citekit.api.formats import exchange_format, readable, writable
from citekit.api.sources import MAX_BYTES, Limit, path_of, pieces_of_file
from citekit.errors import CitekitError, Diagnostic
from citekit.exchange.base import FailedRecord, Loaded, Record
from citekit.model.values import check_type
from citekit.model.work import Work

__all__ = ["dump", "dumps", "iload", "load", "loads"]

FormatName: TypeAlias = Literal["bibtex", "biblatex", "csl_json", "raw"] | str
"""An exchange format's name; those of citekit are listed for editors."""


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
    max_bytes: int | None = MAX_BYTES,
    **options: Any,
) -> Loaded:
    """Read works from a file.

    Args:
        path: The file; a FIFO or a device will do.
        format: Its format; None goes by the ending, then by looking.
        encoding: Of its text; None takes what a byte order mark says, else UTF-8.
        max_bytes: The most to read, 256 MiB unless told otherwise; None for no limit.
        options: What else the format takes.

    Raises:
        ReadError: The file cannot be read, holds more than *max_bytes*, is in another encoding, or
            in no known format.
        OptionError: There is no such encoding or limit, or the format has no such option.
    """
    name = path_of(path)
    chosen = None if format is None else exchange_format(format)
    pieces = pieces_of_file(name, Limit("the file", name, max_bytes))
    if chosen is not None and chosen.binary:
        return chosen.loads(b"".join(pieces), **options)
    text = "".join(decoded(pieces, encoding, source=name))
    return (chosen or readable(text, _suffix(name))).loads(text, **options)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1]


def iload(
    path: str | os.PathLike[str],
    format: FormatName | None = None,
    *,
    encoding: str | None = None,
    max_bytes: int | None = MAX_BYTES,
    **options: Any,
) -> Iterator[Work | FailedRecord]:
    """Read works from a file one by one, in the order of the file.

    CSL-JSON and raw records, as a list or as JSON lines, are read piece by piece: no more than a
    record and a piece of the file are held. Other formats are read whole first.

    Args:
        path: The file.
        format: Its format; None goes by the ending, then by looking at its beginning.
        encoding: Of its text; None takes what a byte order mark says, else UTF-8.
        max_bytes: The most to read before the next record is there, 256 MiB unless told otherwise;
            None for no limit. The file as a whole may be larger where it is read piece by piece.
        options: What else the format takes.

    Returns:
        An iterator of works, each with its diagnostics, and of records that could not be read.

    Raises:
        ReadError: As for `load`; what stands before a fault was given by then.
        OptionError: As for `load`.
    """
    name = path_of(path)
    chosen = None if format is None else exchange_format(format)
    limit = Limit("the file", name, max_bytes)
    data = pieces_of_file(name, limit)
    if chosen is not None and chosen.binary:
        return _renewing(limit, chosen.records(data, **options))
    pieces = decoded(data, encoding, source=name)
    first = next(pieces, "")
    chosen = chosen or readable(first, _suffix(name))
    return _renewing(limit, chosen.records(chain((first,), pieces), **options))


def _renewing(limit: Limit, records: Iterable[Record]) -> Iterator[Record]:
    for each in records:
        limit.renew()
        yield each


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
    name = path_of(path)
    chosen = writable(_suffix(name), name) if format is None else exchange_format(format)
    dumped = chosen.dumps(works_with_ids(works), **options)
    try:
        with open(name, "w", encoding="utf-8") as file:
            file.write(dumped.text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CitekitError(f"cannot write the file: {reason}", value=name) from error
    return dumped.diagnostics
