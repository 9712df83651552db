"""Whole records in and out: load, loads, dump, dumps. Formats are found in the registry."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from citekit import registry
from citekit.api.arguments import works_with_ids
from citekit.errors import CitekitError, Diagnostic, OptionError, ReadError
from citekit.exchange.base import Dumped, Exchange, Loaded
from citekit.model.values import check_type
from citekit.model.work import Work

if TYPE_CHECKING:  # for a private function only; pathlib is loaded when a file is named
    from pathlib import Path

__all__ = ["dump", "dumps", "load", "loads"]


_SUFFIXES = ((".bib", "bibtex"), (".bibtex", "bibtex"))


def _exchange(name: str) -> Exchange:
    found: Exchange = registry.resolve("exchange", name)
    return found


def _path(path: Any) -> Path:
    from pathlib import Path

    check_type(path, (str, os.PathLike), "the path of a file")
    try:
        return Path(path)
    except TypeError as error:
        raise ReadError("the path of a file is text", value=path) from error


def loads(text: str, format: str | None = None) -> Loaded:
    """Read works from text.

    Args:
        text: CSL-JSON, BibTeX or BibLaTeX, or raw records.
        format: Which of them; None finds out by looking.

    Returns:
        Works, failed records, diagnostics. One bad record does not stop the others.

    Raises:
        ReadError: The text as a whole is in no known format.

    >>> loads('[{"id": "a", "type": "book", "title": "T"}]').works[0].id
    'a'
    """
    check_type(text, str, "text")
    if format is None:
        from citekit.exchange.sniff import sniff

        format = sniff(text)
    return _exchange(format).loads(text)


def load(path: str | os.PathLike[str], format: str | None = None) -> Loaded:
    """Read works from a file, in UTF-8.

    Args:
        path: The file.
        format: Its format; None goes by the ending, then by looking.

    Raises:
        ReadError: The file cannot be read, is not UTF-8, or is in no known format.
    """
    file = _path(path)
    by_suffix = dict(_SUFFIXES).get(file.suffix.lower())
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise ReadError(f"cannot read the file: {error.strerror}", value=str(file)) from error
    except UnicodeDecodeError as error:
        raise ReadError(
            f"the file is not UTF-8 (byte {error.start})", value=str(file), hint="convert it"
        ) from error
    except ValueError as error:
        raise ReadError(f"not a file name: {error}", value=str(file)) from error
    return loads(text, format or by_suffix)


def _dumped(works: Work | Iterable[Work], format: str) -> Dumped:
    return _exchange(format).dumps(works_with_ids(works))


def dumps(works: Work | Iterable[Work], format: str) -> str:
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
    return _dumped(works, format).text


def dump(
    works: Work | Iterable[Work],
    path: str | os.PathLike[str],
    format: str | None = None,
) -> tuple[Diagnostic, ...]:
    """Write works to a file, in UTF-8.

    Args:
        works: The works.
        path: The file.
        format: Its format; None goes by the ending: `.bib` is BibTeX, `.json` is CSL-JSON.

    Returns:
        What the format could not carry.

    Raises:
        OptionError: The ending says nothing of the format.
        CitekitError: The file cannot be written.
    """
    file = _path(path)
    name = format or {**dict(_SUFFIXES), ".json": "csl_json"}.get(file.suffix.lower())
    if name is None:
        raise OptionError("the file's ending says nothing of its format", value=str(file))
    dumped = _dumped(works, name)
    try:
        file.write_text(dumped.text, "utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CitekitError(f"cannot write the file: {reason}", value=str(file)) from error
    return dumped.diagnostics
