r"""LaTeX for documents: pdfLaTeX, XeLaTeX and LuaLaTeX, with hyperref for links.

All text goes through `citekit.latex.encode`, so braces are balanced and no control sequence comes
from data. A bibliography is one `list` environment of the LaTeX kernel; nothing needs a package but
`\href` (hyperref).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from citekit.latex.encode import encode, encode_text
from citekit.text.entries import Layout
from citekit.text.nodes import Format, Link, Math, Node, RichText, Styled
from citekit.writers.base import LineWriter
from citekit.writers.runs import Line, Mark, Run, Target

__all__ = ["LatexWriter"]

_END_OF_VERBATIM = re.compile(r"\\end\s*\{\s*verbatim")


class LatexWriter(LineWriter):
    r"""Writes LaTeX.

    >>> LatexWriter().write(RichText(["50 % of ", Styled(["E. coli"], Format.ITALIC)]))
    '50 \\% of \\textit{E. coli}'
    """

    name: ClassVar[str] = "latex"
    indent: ClassVar[str] = r"\hspace*{2em}"

    def line(self, row: Sequence[Run]) -> str:
        """Write the runs of one line."""
        text = RichText(_nested(row, 0))
        return encode(text, encoding="unicode", target="document")[0]

    def verbatim(self, run: Run) -> str:
        r"""Write a `verbatim` environment, or typewriter lines where the text would end it."""
        text = run.text.removesuffix("\n")
        if _END_OF_VERBATIM.search(text) is None:
            return f"\\begin{{verbatim}}\n{text}\n\\end{{verbatim}}\n"
        return "\\\\\n".join(map(_typewriter, text.split("\n")))

    def between(self, before: Line, after: Line) -> str:  # noqa: ARG002 - hook: all are paragraphs
        """Part lines by an empty line."""
        return "\n\n"

    def bibliography(self, written: Sequence[tuple[str, str]], layout: Layout) -> str:
        """Make a list with hanging indents and the space between entries that *layout* says."""
        # The braces keep a "[" that an entry begins with from being an argument of \item.
        items = [f"\\item{{}} {text}" for _, text in written]
        if not items:
            return ""
        return "\n".join([_list_start(layout), *items, r"\end{list}"])


def _list_start(layout: Layout) -> str:
    margin, first = ("2em", "-2em") if layout.hanging_indent else ("0pt", "0pt")
    lengths = {
        "leftmargin": margin,
        "itemindent": first,
        "labelwidth": "0pt",
        "labelsep": "0pt",
        "parsep": "0pt",
        "itemsep": f"{max(layout.entry_spacing, 0)}\\baselineskip",
    }
    settings = "".join(f"\n  \\setlength{{\\{name}}}{{{size}}}%" for name, size in lengths.items())
    return f"\\begin{{list}}{{}}{{%{settings}\n}}"


def _typewriter(line: str) -> str:
    bare = line.lstrip(" ")
    indent = "~" * (len(line) - len(bare))
    return f"\\texttt{{{indent}{encode_text(bare, encoding='unicode', target='document')[0]}}}"


def _nested(row: Sequence[Run], depth: int) -> Iterator[Node]:
    """Turn runs back into nodes: what has the same mark at *depth* is one node."""
    for mark, group in groupby(row, key=lambda run: _mark_at(run, depth)):
        same = list(group)
        if mark is None:
            yield from (Math(run.text) if run.kind == "math" else run.text for run in same)
        elif isinstance(mark, Format):
            yield Styled(_nested(same, depth + 1), mark)
        elif isinstance(mark, Target):
            yield Link(_nested(same, depth + 1), mark.url)
        else:
            yield from _nested(same, depth + 1)


def _mark_at(run: Run, depth: int) -> Mark | None:
    return run.marks[depth] if depth < len(run.marks) else None
