"""Reading the official CSL fixtures and running one."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from citekit.exchange.csl_json.format import work_from_item
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.document.process import number, process
from citekit.styles.csl.item.prepare import prepare
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.field_text import mark_text
from citekit.styles.csl.marked.finish import finish
from citekit.styles.csl.style.read import read_style
from citekit.styles.csl.style.rewrite import rewrite
from citekit.styles.csl.style.xml import parse_xml
from conformance.js_html import bibliography_html, html

ROOT = Path(__file__).resolve().parents[2]
SUITE = Path(os.environ.get("CSL_TEST_SUITE") or ROOT.parent / "shared" / "csl-test-suite")
PASSING = Path(__file__).with_name("passing.txt")
CITEPROC_PY_PASSING = Path(__file__).with_name("citeproc_py_passing.txt")
HOW = (
    "the official CSL fixtures are not here: clone citation-style-language/test-suite and set "
    "CSL_TEST_SUITE to its folder processor-tests/humans"
)
_SECTION = re.compile(r"^>>=+ *([A-Z0-9-]+) *=+>>+\s*?\n(.*?)^<<=+ *\1 *=+<<", re.M | re.S)
_POSITIONS = {0: 1, 1: 2, 2: 2 | 4, 3: 2 | 4 | 8}


@frozen
class Fixture:
    name: str
    mode: str
    result: str
    csl: str
    items: list[dict[str, Any]]
    citation_items: list[Any] | None
    citations: list[Any] | None

    @property
    def category(self) -> str:
        return self.name.partition("_")[0]


def names() -> list[str]:
    return sorted(path.stem for path in SUITE.glob("*_*.txt"))


def read(name: str) -> Fixture:
    text = (SUITE / f"{name}.txt").read_text(encoding="utf-8-sig")
    found = dict(_SECTION.findall(text))

    def data(section: str) -> Any:
        return json.loads(found[section]) if section in found else None

    return Fixture(
        name=name,
        mode=found["MODE"].strip(),
        result=found["RESULT"],
        csl=found["CSL"],
        items=data("INPUT"),
        citation_items=data("CITATION-ITEMS"),
        citations=data("CITATIONS"),
    )


def normal(text: str) -> str:
    text = text.replace("&amp;", "&#38;")
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def run(fixture: Fixture, *, verbatim: bool = True) -> str:
    """Render a fixture.

    Args:
        fixture: The fixture.
        verbatim: Whether identifiers stay as the fixture writes them; a processor of CSL is not
            asked to mend its data, as citekit does unless told not to.
    """
    style = rewrite(read_style(parse_xml(fixture.csl.strip())).style)
    program = Program(style)
    works = [work_from_item(each, verbatim_identifiers=verbatim) for each in fixture.items]
    items = {item.id: item for item, _ in map(prepare, works)}
    if fixture.citations is not None:
        return _run_citations(program, fixture, items)
    if fixture.mode == "bibliography":
        entries = process(program, items).entries
        return bibliography_html([finish(entry.text, program.quotes) for entry in entries])
    if fixture.citation_items is not None:
        clusters = [Cluster(cites=tuple(map(cite_of, row))) for row in fixture.citation_items]
    else:
        order = number(program, items)
        clusters = [
            Cluster(cites=tuple(CiteInput(id=id_) for id_ in sorted(items, key=order.__getitem__)))
        ]
    lines = []
    for cluster in clusters:
        done = process(program, items, [cluster], bibliography=False)
        lines.append(html(finish(done.citations[0], program.quotes)))
    return "\n".join(lines)


def cite_of(data: dict[str, Any]) -> CiteInput:
    return CiteInput(
        id=str(data["id"]),
        locator=mark_text(str(data.get("locator") or "").strip()),
        label=data.get("label") or "page",
        prefix=mark_text(data.get("prefix") or "", curly=False),
        suffix=mark_text(data.get("suffix") or "", curly=False),
        suppress_author=bool(data.get("suppress-author")),
        author_only=bool(data.get("author-only")),
        position=_POSITIONS.get(data.get("position", -1), 0),
    )


def _run_citations(program: Program, fixture: Fixture, items: dict[str, Item]) -> str:
    """Insert the citations one after the other; mark those that the last one changed."""
    known: dict[str, Any] = {}
    ids: list[str] = []
    done = process(program, {})
    for citation, pre, post in fixture.citations or ():
        id_ = citation.get("citationID") or f"c{len(known)}"
        known[id_] = citation
        for other, note in [*pre, *post]:
            known[other].setdefault("properties", {})["noteIndex"] = note
        old_ids, before = ids, done
        ids = [*(other for other, _ in pre), id_, *(other for other, _ in post)]
        clusters = [_cluster(known[each]) for each in ids]
        cited = dict.fromkeys(cite.id for cluster in clusters for cite in cluster.cites)
        done = process(program, {each: items[each] for each in cited}, clusters)
    if fixture.mode == "bibliography":
        return bibliography_html([finish(entry.text, program.quotes) for entry in done.entries])
    lines = []
    for i, each in enumerate(ids):
        new = each == id_ or each not in old_ids
        changed = new or done.changed(i, before, old_ids.index(each))
        text = html(finish(done.citations[i], program.quotes))
        lines.append(f"{'>>' if changed else '..'}[{i}] {text}")
    return "\n".join(lines)


def _cluster(citation: dict[str, Any]) -> Cluster:
    properties = citation.get("properties") or {}
    return Cluster(
        cites=tuple(map(cite_of, citation["citationItems"])),
        note=int(properties.get("noteIndex") or 0),
    )


def results(wanted: str = "") -> Iterator[tuple[Fixture, str]]:
    """Run all fixtures whose name starts with *wanted*; an exception is a result, too."""
    for name in names():
        if name.startswith(wanted):
            fixture = read(name)
            try:
                yield fixture, run(fixture)
            except Exception as error:  # shown in the report; a fault must not stop it
                yield fixture, f"{type(error).__name__}: {error}"
