"""`python -m conformance.citeproc_py`: the fixtures that citeproc-py passes, into a file.

Run it from the folder `tests`. It renders each fixture with citeproc-py alone, through its own
reader of CSL-JSON (which needs an id and a type, so missing ones are given) and its HTML formatter,
and counts whatever can be counted for it:

* A `CITATIONS` sequence is rendered in one go, as the test runner of citeproc-py does: all but the
  last citation are marked as unchanged. Where nothing changes, that is the right result.
* Warnings (of a style that its schema refuses, say) are passed over; an exception is a failure.
* Results are compared as `fixtures.normal` does: trailing white space, and `&amp;` for `&#38;`.

So it finds 506 for citeproc-py 0.11.1, of which nine are sequences. The runner of citeproc-py
counts fewer, since it leaves out eight fixtures, whatever they give (`date_Accessed` passes).
"""

# mypy: disable-error-code="misc, no-untyped-call, attr-defined"
# citeproc-py has no annotations, and most lines here call it.

from __future__ import annotations

import io
import sys
import warnings
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source import Locator
from citeproc.source.json import CiteProcJSON

from conformance.fixtures import CITEPROC_PY_PASSING, HOW, SUITE, Fixture, names, normal, read


def main() -> int:
    if not SUITE.is_dir():
        print(HOW)
        return 1
    warnings.simplefilter("ignore")
    passing = [name for name in names() if _passes(read(name))]
    CITEPROC_PY_PASSING.write_text("".join(f"{name}\n" for name in passing), encoding="utf-8")
    print(f"citeproc-py passes {len(passing)}")
    return 0


def _passes(fixture: Fixture) -> bool:
    try:
        return normal(_render(fixture)) == normal(fixture.result)
    except Exception:  # citeproc-py may raise anything; a fixture that fails does not pass
        return False


def _render(fixture: Fixture) -> str:
    style = CitationStylesStyle(io.BytesIO(fixture.csl.strip().encode()), validate=False)
    items = [{"id": i, "type": "document", **each} for i, each in enumerate(fixture.items)]
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatters.html)
    citations = [Citation([_cite(each) for each in group]) for group in _groups(fixture, items)]
    for citation in citations:
        bibliography.register(citation)
    if style.has_bibliography():
        bibliography.sort()
    if fixture.mode == "citation":
        texts = [str(bibliography.cite(each, lambda _: None)) for each in citations]
        return "\n".join(texts if fixture.citations is None else _marked(texts))
    shown = [f'  <div class="csl-entry">{each}</div>' for each in bibliography.bibliography()]
    entries = "\n".join(shown)
    return f'<div class="csl-bib-body">\n{entries}\n</div>'


def _groups(fixture: Fixture, items: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Give the cites of each citation."""
    if fixture.citation_items is not None:
        return fixture.citation_items
    if fixture.citations is not None:
        return [citation["citationItems"] for citation, _, _ in fixture.citations]
    return [[{"id": each["id"]} for each in items]]


def _marked(texts: list[str]) -> list[str]:
    last = len(texts) - 1
    return [f"{'>>' if i == last else '..'}[{i}] {text}" for i, text in enumerate(texts)]


def _cite(data: dict[str, Any]) -> Any:
    given = {name: data[name] for name in ("prefix", "suffix") if data.get(name)}
    if data.get("locator"):
        given["locator"] = Locator(data.get("label") or "page", str(data["locator"]))
    return CitationItem(str(data["id"]), **given)


if __name__ == "__main__":
    sys.exit(main())
