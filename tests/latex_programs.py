"""The real programs: BibTeX, biber, pdfLaTeX, LuaLaTeX and, to read their PDF, pdftotext.

Tests that run them have the marker `latex`, and are run by `make test-latex`. Where a program is
missing they say so and are skipped.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

PLAIN_STYLES = ("plain", "abbrv", "alpha")
NATBIB_STYLES = ("plainnat", "abbrvnat", "unsrtnat")


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip, and say loudly what is not tested, unless all *programs* are installed."""
    missing = [program for program in programs if shutil.which(program) is None]
    reason = f"NOT TESTED against the real {', '.join(missing)}: not installed"
    return pytest.mark.skipif(bool(missing), reason=reason)


def run(folder: Path, *command: str) -> str:
    """Run a program, and give all that it says."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, timeout=300, stdin=subprocess.DEVNULL, check=False
    )
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def latex_faults(output: str) -> list[str]:
    """Give the errors in what LaTeX says, and the characters that it has not printed."""
    lines = output.splitlines()
    return [
        f"{line} {' '.join(lines[at + 1 : at + 3])}"
        for at, line in enumerate(lines)
        if line.startswith("!") or "Missing char" in line
    ]


def latex(folder: Path, program: str = "pdflatex") -> list[str]:
    """Run LaTeX over `doc.tex`, and give its faults."""
    return latex_faults(run(folder, program, "-interaction=nonstopmode", "doc.tex"))


def bibtex_document(style: str) -> str:
    """Write a document that prints all of `refs.bib` with BibTeX."""
    package = r"\usepackage{natbib}" if style in NATBIB_STYLES else ""
    return _document(
        package,
        rf"\nocite{{*}}x\bibliographystyle{{{style}}}\bibliography{{refs}}",
    )


def biblatex_document(style: str) -> str:
    """Write a document that prints all of `refs.bib` with biblatex and biber."""
    package = rf"\usepackage[style={style}]{{biblatex}}\addbibresource{{refs.bib}}"
    return _document(package, r"\nocite{*}x\printbibliography")


def latex_document(body: str) -> str:
    """Write a document of what citekit's LaTeX writer gives."""
    return _document(r"\usepackage{textcomp,amsmath,hyperref}", body)


def _document(packages: str, body: str) -> str:
    return (
        r"\documentclass{article}\ifdefined\directlua\else"
        r"\usepackage[T1]{fontenc}\usepackage{lmodern}\fi"
        rf"\usepackage{{url}}{packages}{_WIDE}\begin{{document}}{body}\end{{document}}"
    )


_WIDE = (
    r"\ifdefined\pdfpagewidth\pdfpagewidth=550cm\pdfpageheight=550cm"
    r"\else\pagewidth=550cm\pageheight=550cm\fi"
    r"\setlength{\paperwidth}{550cm}\setlength{\paperheight}{550cm}"
    r"\setlength{\textwidth}{500cm}\setlength{\textheight}{500cm}"
    r"\hyphenpenalty=10000\exhyphenpenalty=10000\raggedright"
)
"""A page on which each entry has a line to itself, so that no word of it is broken."""


def run_bibtex(
    folder: Path, bib: str, style: str, program: str = "pdflatex"
) -> tuple[str, str, list[str]]:
    """Give what BibTeX says, the bibliography that it makes, and LaTeX's faults."""
    (folder / "refs.bib").write_text(bib, encoding="utf-8")
    (folder / "doc.tex").write_text(bibtex_document(style), encoding="utf-8")
    latex(folder, program)
    said = run(folder, "bibtex", "doc")
    bbl = (folder / "doc.bbl").read_text(encoding="utf-8", errors="replace")
    return said, bbl, latex(folder, program)


def run_biber(
    folder: Path, bib: str, style: str, program: str = "pdflatex"
) -> tuple[list[str], str, list[str]]:
    """Give biber's warnings and errors, the bibliography that it makes, and LaTeX's faults."""
    (folder / "refs.bib").write_text(bib, encoding="utf-8")
    (folder / "doc.tex").write_text(biblatex_document(style), encoding="utf-8")
    latex(folder, program)
    said = run(folder, "biber", "doc").splitlines()
    bbl = (folder / "doc.bbl").read_text(encoding="utf-8")
    warned = [line for line in said if re.match(r"(WARN|ERROR)", line)]
    return warned, bbl, latex(folder, program)


def pdf_text(folder: Path) -> str:
    """Read the text of `doc.pdf`."""
    return run(folder, "pdftotext", "-raw", "doc.pdf", "-")
