"""`python -m conformance.citeproc_py`: the fixtures that citeproc-py passes, into a file.

Run it from the folder `tests`. It renders each fixture with citeproc-py alone, through its own
reader of CSL-JSON (which needs a type, so a missing one is "document") and its HTML formatter, and
compares as `fixtures.normal` does. Fixtures that citeproc-py cannot run (a `CITATIONS` sequence,
an exception) do not pass.
"""

# mypy: disable-error-code="misc, no-untyped-call, attr-defined"
# citeproc-py has no annotations, and most lines here call it.

from __future__ import annotations

import io
import re
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
    if fixture.citations is not None:
        return False
    try:
        return _normal(_render(fixture)) == _normal(fixture.result)
    except Exception:
        return False


def _normal(text: str) -> str:
    """Besides what `normal` does, pass over white space at the start of lines, as its test does."""
    return re.sub(r"^[ \t]+", "", normal(text), flags=re.M)


def _render(fixture: Fixture) -> str:
    style = CitationStylesStyle(io.BytesIO(fixture.csl.strip().encode()), validate=False)
    source = CiteProcJSON([{"id": "", "type": "document", **each} for each in fixture.items])
    bibliography = CitationStylesBibliography(style, source, formatters.html)
    groups = fixture.citation_items or [[{"id": each["id"]} for each in fixture.items]]
    citations = [Citation([_cite(each) for each in group]) for group in groups]
    for citation in citations:
        bibliography.register(citation)
    if style.has_bibliography():
        bibliography.sort()
    if fixture.mode == "citation":
        return "\n".join(str(bibliography.cite(each, lambda _: None)) for each in citations)
    shown = [f'  <div class="csl-entry">{each}</div>' for each in bibliography.bibliography()]
    entries = "\n".join(shown)
    return f'<div class="csl-bib-body">\n{entries}\n</div>'


def _cite(data: dict[str, Any]) -> Any:
    given = {name: data[name] for name in ("prefix", "suffix") if data.get(name)}
    if data.get("locator"):
        given["locator"] = Locator(data.get("label") or "page", str(data["locator"]))
    return CitationItem(str(data["id"]), **given)


if __name__ == "__main__":
    sys.exit(main())
