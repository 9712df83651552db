"""Exchange formats by name, by a file's ending, or by looking at a source.

Each format describes itself (`ExchangeFormat`); built-in ones and those of plug-ins are asked
alike.
"""

from __future__ import annotations

from typing import Any

from citekit import registry
from citekit.errors import CitekitError, InvalidValueError, OptionError
from citekit.exchange.base import ExchangeFormat

__all__ = ["exchange_format", "exchange_formats", "readable", "writable"]


def exchange_format(name: str) -> ExchangeFormat:
    """Find a format by name.

    Raises:
        UnknownNameError: There is none; the hint has the nearest.
        CitekitError: A plug-in gives something else.
    """
    found: Any = registry.resolve("exchange", name)
    if not isinstance(found, ExchangeFormat):
        raise CitekitError(
            f"the exchange format {name!r} is no citekit.exchange.base.ExchangeFormat",
            value=type(found).__name__,
        )
    return found


def exchange_formats() -> tuple[ExchangeFormat, ...]:
    """Give all known formats, in alphabetical order of their names.

    >>> [each.title for each in exchange_formats()]
    ['BibLaTeX', 'BibTeX', 'CSL-JSON', 'Raw records']
    """
    return tuple(exchange_format(name) for name in registry.names("exchange"))


def readable(source: str | bytes, suffix: str = "") -> ExchangeFormat:
    """Find the format of a source: by the ending of its file if that says all, else by looking.

    Args:
        source: The source.
        suffix: The ending of its file, with the dot.

    Raises:
        ReadError: No format recognises the source, or several do.
        InvalidValueError: The source is bytes, and all formats are text.
    """
    from citekit.exchange.detect import detect

    known = exchange_formats()
    ending = suffix.lower()
    if isinstance(source, bytes) and not any(each.binary for each in known):
        raise InvalidValueError("not text", value=source, hint="decode the bytes first")
    named = [each for each in known if each.read is not None and ending in each.suffixes]
    return named[0] if len(named) == 1 else detect(source, named or known)


def writable(suffix: str, path: str) -> ExchangeFormat:
    """Find the format that writes files with this ending.

    Raises:
        OptionError: The ending says nothing, or not enough.
    """
    ending = suffix.lower()
    known = exchange_formats()
    found = [each for each in known if each.write is not None and ending in each.suffixes]
    if len(found) == 1:
        return found[0]
    names = ", ".join(each.name for each in found or known if each.write is not None)
    raise OptionError(
        "the file's ending says nothing of its format", value=path, hint=f"name it: {names}"
    )
