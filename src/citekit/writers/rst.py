r"""reStructuredText, as docutils reads it.

Literal text is escaped so that it is text: the characters of inline markup always, colons and at
signs where docutils would see a URL, an address or a role, and what would begin a list, a
directive, a field or a heading at the start of a line. Markup is set apart by an escaped space,
which docutils drops ("Inline markup", reStructuredText Markup Specification).

reStructuredText cannot nest inline markup. A stretch that has several formats shows one of them:
link, then superscript or subscript, then bold, then italic. Small caps and underlining are lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from citekit.latex.math import is_safe_math
from citekit.text.entries import Layout
from citekit.writers.base import LineWriter
from citekit.writers.runs import Line, Run

__all__ = ["RstWriter"]

_SPECIAL = re.compile(r"[\\`*_|]|(?<=\w)@(?=\w)|(?<!\s):(?=[^\s])|:(?=:)|(?<=:):")
_LINE_START = re.compile(
    r"(?!\\)(?:[!-/:-@\[-`{-~•‣⁃]|(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?!\S))"
)
_APART = "\\ "
_BEFORE = frozenset(" \n")
_AFTER = frozenset(" \n.,;!?")


class RstWriter(LineWriter):
    r"""Writes reStructuredText.

    >>> from citekit.text.nodes import Format, RichText, Styled
    >>> print(RstWriter().write(RichText(["H", Styled(["2"], Format.SUBSCRIPT), "O in *x*"])))
    H\ :sub:`2`\ O in \*x\*
    """

    name: ClassVar[str] = "rst"

    def line(self, row: Sequence[Run]) -> str:
        """Write the runs of one line."""
        pieces: list[tuple[str, bool]] = []
        for (role, url), group in groupby(row, key=_grouping):
            pieces += _pieces("".join(run.text for run in group), role, url)
        while pieces and not pieces[0][1]:
            text = pieces[0][0].lstrip()
            pieces[:1] = [(_guard_start(text), False)] if text else []
            if text:
                break
        return _spaced(pieces).rstrip()

    def verbatim(self, run: Run) -> str:
        """Write a literal block."""
        if not run.text.strip():
            return ""
        shown = run.text.strip("\n").expandtabs(8).split("\n")
        return "::\n\n" + "\n".join(f"   {line}".rstrip() for line in shown)

    def between(self, before: Line, after: Line) -> str:  # noqa: ARG002 - hook: all are paragraphs
        """Part lines by an empty line."""
        return "\n\n"

    def gap(self, layout: Layout) -> str:  # noqa: ARG002 - hook: paragraphs need one empty line
        """Give what parts two entries: each is a paragraph."""
        return "\n\n"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _guard_start(line: str) -> str:
    """Keep the start of a line from being read as a list, a directive or a heading."""
    return "\\" + line if _LINE_START.match(line) else line


def _grouping(run: Run) -> tuple[str, str]:
    style = run.style
    if style.url:
        return "link", style.url
    if run.kind == "math":
        return ("math" if _is_readable_math(run.text) else ""), ""
    if style.vertical:
        return style.vertical, ""
    if style.bold:
        return "strong", ""
    return ("emphasis" if style.italic or style.oblique else ""), ""


def _is_readable_math(tex: str) -> bool:
    return is_safe_math(tex) and "`" not in tex and not tex.rstrip().endswith("\\")


def _pieces(text: str, role: str, url: str) -> list[tuple[str, bool]]:
    """Give the text and markup for one stretch; spaces at its edges stay outside of the markup."""
    core = text.strip()
    if not role or not core:
        return [(_escape(text), False)]
    start = text.index(core)
    before, after = text[:start], text[start + len(core) :]
    return [(before, False), (_markup(core, role, url), True), (after, False)]


def _markup(core: str, role: str, url: str) -> str:
    if role == "link":
        return f"`{_escape(core)} <{_escape_url(url)}>`__"
    if role == "math":
        return f":math:`{core}`"
    if role == "strong":
        return f"**{_escape(core)}**"
    if role == "emphasis":
        return f"*{_escape(core)}*"
    return f":{role}:`{_escape(core)}`"


def _escape_url(url: str) -> str:
    return re.sub(r"[\\`*_]", r"\\\g<0>", url)


def _spaced(pieces: Sequence[tuple[str, bool]]) -> str:
    """Join pieces, with an escaped space where markup touches something else."""
    shown = [piece for piece in pieces if piece[0]]
    result: list[str] = []
    for index, (text, is_markup) in enumerate(shown):
        previous, was_markup = shown[index - 1] if index else ("", False)
        if is_markup:
            # At the start of a line, a role would be read as the name of a field.
            apart = previous[-1:] not in _BEFORE if previous else text.startswith(":")
        else:
            apart = was_markup and text[0] not in _AFTER
        result.append(_APART + text if apart else text)
    return "".join(result)
