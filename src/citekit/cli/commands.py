"""What each command does."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import evolve

from citekit import registry
from citekit.api.decoding import decode, decoded
from citekit.api.files import load, loads
from citekit.api.formats import exchange_format
from citekit.api.formatters import formatter
from citekit.api.formatting import Result, render
from citekit.api.sources import Limit, pieces_of
from citekit.cli.report import report_diagnostics, report_failed
from citekit.cli.streams import print_result, tell
from citekit.errors import Diagnostic, OptionError, ReadError
from citekit.exchange.base import Loaded
from citekit.keys.generator import keys, with_ids
from citekit.keys.options import KeyFields, key_options
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work

__all__ = ["COMMANDS"]


Run: TypeAlias = Callable[[], int]
"""The work of a command, ready to be done; it gives the exit status."""


def _reader(chosen: Namespace) -> Callable[[], Loaded]:
    """Check how the records are to be read; what is given reads them."""
    if chosen.source is not None:
        exchange_format(chosen.source)
    if chosen.encoding is not None:
        decode(b"", chosen.encoding, source="")
    read = partial(load, chosen.file) if chosen.file != "-" else _read_input
    return partial(read, chosen.source, encoding=chosen.encoding, max_bytes=chosen.max_bytes)


def _read_input(format: str | None, *, encoding: str | None, max_bytes: int | None) -> Loaded:
    stream: Any = sys.stdin
    if stream is None:
        raise ReadError("cannot read standard input: it is closed")
    pieces = pieces_of(stream.buffer.read, Limit("standard input", None, max_bytes))
    if format is not None and exchange_format(format).binary:
        return loads(b"".join(pieces), format)
    return loads("".join(decoded(pieces, encoding, source="standard input")), format)


def _renderer(chosen: Namespace) -> Callable[..., Result]:
    """Check the style, its options and the output format; what is given renders works."""
    style = formatter(chosen.style, locale=chosen.locale, engine=chosen.engine, links=chosen.links)
    return partial(render, style=style, output=registry.resolve("writers", chosen.output)())


def _finish(chosen: Namespace, loaded: Loaded, found: Iterable[Diagnostic]) -> int:
    """Tell what went wrong, and give the exit status."""
    report_failed(loaded.failed)
    report_diagnostics((*loaded.diagnostics, *found), verbose=chosen.verbose, quiet=chosen.quiet)
    return 1 if loaded.failed else 0


def _distinct(loaded: Loaded) -> tuple[Work, ...]:
    """Give works with one id each: a file may repeat one, and both works are wanted."""
    seen: set[str] = set()
    works: list[Work] = []
    for work in loaded.works:
        works.append(work.evolve(id=None) if work.id in seen else work)
        seen.add(work.id or "")
    return with_ids(works)


def _format(chosen: Namespace) -> Run:
    read, show = _reader(chosen), _renderer(chosen)

    def run() -> int:
        loaded = read()
        result = show(_distinct(loaded))
        if result.text:
            print_result(result.text.rstrip("\n"))
        return _finish(chosen, loaded, result.diagnostics)

    return run


def _cite(chosen: Namespace) -> Run:
    if chosen.narrative and chosen.suppress_author:
        raise OptionError("--narrative names the author and --suppress-author leaves it out")
    read, show = _reader(chosen), _renderer(chosen)
    cite = Cite(
        "any",
        locator=chosen.locator,
        label=chosen.label,
        narrative=chosen.narrative,
        suppress_author=chosen.suppress_author,
    )

    def run() -> int:
        loaded = read()
        works = _distinct(loaded)
        result = show(works, citations=[Citation(evolve(cite, id=work)) for work in works])
        if works:
            print_result("\n".join(result.citations))
        return _finish(chosen, loaded, result.diagnostics)

    return run


def _key(chosen: Namespace) -> Run:
    read = _reader(chosen)
    options: KeyFields = {} if chosen.pattern is None else {"pattern": chosen.pattern}
    key_options(options)

    def run() -> int:
        loaded = read()
        found = keys(loaded.works, **options)
        if found:
            print_result("\n".join(found))
        told = [each for work in loaded.works for each in work.diagnostics]
        return _finish(chosen, loaded, told)

    return run


def _styles(chosen: Namespace) -> Run:
    def run() -> int:
        from citekit.api.inspection import styles

        found = styles(" ".join(chosen.query))
        if not found:
            tell("citekit: no style has all of these words in its id or title")
            return 1
        print_result("\n".join(f"{each.id}\t{each.title}" for each in found))
        return 0

    return run


def _explain(chosen: Namespace) -> Run:
    from citekit.api.inspection import explain
    from citekit.styles.csl.explain import check_explainable

    read = _reader(chosen)
    style = formatter(chosen.style, locale=chosen.locale)
    check_explainable(style)

    def run() -> int:
        loaded = read()
        works = _distinct(loaded)
        found = [explain(work, style, citation=chosen.citation) for work in works]
        if works:
            tables = zip(works, found, strict=True)
            print_result("\n\n".join(f"{work.id}\n{table}" for work, table in tables))
        return _finish(chosen, loaded, [note for each in found for note in each.diagnostics])

    return run


COMMANDS: Mapping[str, Callable[[Namespace], Run]] = MappingProxyType(
    {
        "format": _format,
        "cite": _cite,
        "key": _key,
        "styles": _styles,
        "explain": _explain,
    }
)
"""For each command what checks its options, and gives what then does the work.

Nothing is read before all options are checked: a wrong one is told whatever the data are.
"""
