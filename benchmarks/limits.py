"""Measure how much each installed CSL style does for one work, beside what it may do at most.

    python benchmarks/limits.py             all independent styles
    python benchmarks/limits.py --every 50  each fiftieth of them

The works are two of each type, one with every variable and one with hardly any, one with a title of
100 kB, and one with 2,000 authors. What is counted, and why, stands in
`citekit.styles.csl.compile.budget`. The exit status is 1 if a style takes more than a tenth of
what it may.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, NamedTuple

from citekit.exchange.csl_json.format import loads
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work
from citekit.styles.csl.compile.budget import limit
from citekit.styles.csl.compile.scope import FREE, Scope
from citekit.styles.csl.formatter import csl
from citekit.styles.csl.source.catalogue import search
from citekit.tables.types import CSL_TYPES
from citekit.tables.variables import VARIABLES

PEOPLE = [{"family": f"Family{i}", "given": "Given Middle"} for i in range(12)]
DATE = {"date-parts": [[2020, 5, 14], [2020, 6, 15]]}
OF_KIND: dict[str, Any] = {
    "names": PEOPLE,
    "date": DATE,
    "number": "12",
    "text": "Some words of a text: and others",
}
PLAIN = {"DOI": "10.1000/182", "URL": "https://example.org/a", "language": "en-GB"}
LARGE_TITLE = 100_000
LARGE = ("people", "title")
MANY = [{"family": f"Family{i}", "given": "Given Middle"} for i in range(2000)]


class Use(NamedTuple):
    """The most that a style took for one work, and what it might have taken."""

    style: str
    work: str
    taken: int
    limit: int

    @property
    def share(self) -> float:
        """How much of the limit that is."""
        return self.taken / self.limit


def items() -> Iterator[dict[str, Any]]:
    """Give the works in CSL-JSON."""
    everything = {each.csl: OF_KIND[each.kind] for each in VARIABLES if each.kind in OF_KIND}
    for type_ in sorted(CSL_TYPES):
        yield {"id": f"full {type_}", "type": type_, **everything, **PLAIN}
        yield {"id": f"bare {type_}", "type": type_, "title": "A title"}
    title = "A word, " * (LARGE_TITLE // 8)
    yield {"id": "title", "type": "article-journal", **everything, "title": title}
    yield {"id": "people", "type": "article-journal", **everything, "author": MANY}


@functools.cache
def works() -> tuple[Work, ...]:
    """Give the works."""
    return tuple(loads(json.dumps(list(items()))).works)


def measure(style: str) -> list[Use]:
    """Render works one by one; find what took most, of the ordinary ones and of all."""
    scopes: list[Scope] = []
    plain = Scope.__init__

    def remembering(self: Scope, item: Any) -> None:
        plain(self, item)
        scopes.append(self)

    formatter = csl(style)
    found: list[Use] = []
    Scope.__init__ = remembering  # type: ignore[method-assign]  # to see all that are made
    try:
        for work in works():
            formatter.render([work], [Citation([Cite(str(work.id), locator="12")])])
            found += _uses(style, work, scopes)
            scopes.clear()
    finally:
        Scope.__init__ = plain  # type: ignore[method-assign]
    ordinary = [use for use in found if use.work not in LARGE]
    return [max(group, key=lambda use: use.share) for group in (ordinary, found)]


def _uses(style: str, work: Work, scopes: Sequence[Scope]) -> Iterator[Use]:
    for scope in scopes:
        whole = limit(scope)
        given = whole if scope.is_extended else FREE
        most = whole if work.id in LARGE else FREE
        yield Use(style, str(work.id), given - scope.left, most)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Measure what each installed style takes.")
    parser.add_argument("--every", type=int, default=1, help="take each N-th style only")
    given = parser.parse_args(arguments)
    names = [info.id for info in search() if not info.dependent][:: given.every]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = [use for uses in pool.map(measure, names, chunksize=8) for use in uses]
    worst = sorted(set(found), key=lambda use: -use.share)
    print("| style | work | units | of at most |\n|---|---|--:|--:|")
    ordinary = [use for use in worst if use.work not in LARGE]
    for use in [*ordinary[:10], *[use for use in worst if use.work in LARGE][:10]]:
        print(f"| {use.style} | {use.work} | {use.taken:,} | {use.limit:,} |")
    print(f"\n{len(names)} styles, {len(works())} works each")
    return int(worst[0].share > 0.1)


if __name__ == "__main__":
    sys.exit(main())
