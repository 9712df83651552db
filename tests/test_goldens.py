"""The four records in every style of the first release, in every output format, as files.

`pytest --update-goldens` writes the files anew. A person reads the diff.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

import citekit
from conftest import GOLDENS

RECORDS = Path(__file__).parent.parent / "examples" / "records.json"
STYLES = ("apa", "ieee", "nature", "chicago-author-date")
WRITERS = ("plain", "html", "markdown", "latex", "rst", "ansi")
WORKS = citekit.load(RECORDS).works

Golden: TypeAlias = Callable[[str, str], None]


@pytest.mark.parametrize("output", WRITERS)
@pytest.mark.parametrize("style", STYLES)
def test_the_bibliography(style: str, output: str, golden: Golden) -> None:
    golden(f"{style}.{output}.txt", citekit.bibliography(WORKS, style, output=output))


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
def test_the_entries_for_latex(style: str, golden: Golden) -> None:
    golden(f"{style}.bib", citekit.bibliography(WORKS, style))


@pytest.mark.parametrize("style", [*STYLES, "bibtex", "biblatex"])
def test_the_citations(style: str, golden: Golden) -> None:
    lines = []
    for narrative in (False, True):
        cites = [
            citekit.Cite(work.id or "", narrative=narrative) for work in citekit.with_ids(WORKS)
        ]
        found = citekit.render(WORKS, style, citations=[*cites, citekit.Citation(cites)])
        lines += ["in the sentence" if narrative else "in parentheses", *found.citations, ""]
    golden(f"{style}.citations.txt", "\n".join(lines))


def test_every_file_belongs_to_a_test() -> None:
    names = {f"{style}.{output}.txt" for style in STYLES for output in WRITERS}
    names |= {f"{style}.citations.txt" for style in (*STYLES, "bibtex", "biblatex")}
    assert {path.name for path in GOLDENS.iterdir()} == names | {"bibtex.bib", "biblatex.bib"}
