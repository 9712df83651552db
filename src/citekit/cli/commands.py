"""What each command does."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from citekit.api.files import load, loads
from citekit.api.formatters import formatter
from citekit.api.formatting import render
from citekit.cli.report import report_diagnostics, report_failed
from citekit.errors import Diagnostic, OptionError, ReadError
from citekit.exchange.base import Loaded
from citekit.keys.generator import keys, with_ids
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work

__all__ = ["COMMANDS"]


def _read(chosen: Namespace) -> Loaded:
    if chosen.file != "-":
        return load(chosen.file, chosen.source)
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"standard input is not UTF-8 (byte {error.start})") from error
    return loads(text, chosen.source)


def _finish(chosen: Namespace, loaded: Loaded, found: tuple[Diagnostic, ...]) -> int:
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


def _style_options(chosen: Namespace) -> dict[str, Any]:
    return {
        "output": chosen.output,
        "locale": chosen.locale,
        "engine": chosen.engine,
        "links": chosen.links,
    }


def _format(chosen: Namespace) -> int:
    loaded = _read(chosen)
    result = render(_distinct(loaded), chosen.style, **_style_options(chosen))
    if result.text:
        print(result.text.rstrip("\n"))
    return _finish(chosen, loaded, result.diagnostics)


def _cite(chosen: Namespace) -> int:
    loaded = _read(chosen)
    if chosen.narrative and chosen.suppress_author:
        raise OptionError("--narrative names the author and --suppress-author leaves it out")
    works = _distinct(loaded)
    citations = [
        Citation(
            Cite(
                work,
                locator=chosen.locator,
                label=chosen.label,
                narrative=chosen.narrative,
                suppress_author=chosen.suppress_author,
            )
        )
        for work in works
    ]
    result = render(works, chosen.style, citations=citations, **_style_options(chosen))
    for text in result.citations:
        print(text)
    return _finish(chosen, loaded, result.diagnostics)


def _key(chosen: Namespace) -> int:
    loaded = _read(chosen)
    options = {} if chosen.pattern is None else {"pattern": chosen.pattern}
    for each in keys(loaded.works, **options):
        print(each)
    found = tuple(each for work in loaded.works for each in work.diagnostics)
    return _finish(chosen, loaded, found)


def _styles(chosen: Namespace) -> int:
    from citekit.api.inspection import styles

    found = styles(" ".join(chosen.query))
    for each in found:
        print(f"{each.id}\t{each.title}")
    if not found:
        print("citekit: no style has all of these words in its id or title", file=sys.stderr)
    return 0 if found else 1


def _explain(chosen: Namespace) -> int:
    from citekit.api.inspection import explain

    loaded = _read(chosen)
    works = _distinct(loaded)
    style = formatter(chosen.style, locale=chosen.locale)
    tables = [f"{work.id}\n{explain(work, style, citation=chosen.citation)}" for work in works]
    print("\n\n".join(tables))
    found = tuple(each for work in works for each in work.diagnostics)
    return _finish(chosen, loaded, found)


COMMANDS: Mapping[str, Callable[[Namespace], int]] = MappingProxyType(
    {
        "format": _format,
        "cite": _cite,
        "key": _key,
        "styles": _styles,
        "explain": _explain,
    }
)
