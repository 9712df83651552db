r"""Markdown: CommonMark 0.31, safe in its common extensions too.

Literal text is escaped so that it is text to every reader: `\ * _ [ ] < >` and friends always,
what would begin a list, a heading or a quotation at the start of a line, `&` where an entity would
follow. There is no raw HTML. Emphasis is written so that CommonMark's rules on delimiter runs
(section 6.2) hold whatever stands around it: delimiters touch a letter, a digit or a combining
mark on the inside; punctuation and spaces at the edges of a stretch go outside of them.

Raised and lowered digits become characters; small caps and underlining have no sign and are lost.
Math is written between dollars where no part of it could be read as other markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from citekit.latex.math import is_safe_math
from citekit.text.entries import Layout
from citekit.writers.base import LineWriter
from citekit.writers.runs import Line, Run
from citekit.writers.scripts import as_characters

__all__ = ["MarkdownWriter"]

_SPECIAL = re.compile(
    r"[\\`*_\[\]<>~|${}^]|&(?=#?[A-Za-z0-9]*(?:;|$))|(?<![A-Za-z0-9])@(?=[A-Za-z0-9])"
)
_LINE_START = re.compile(r"([0-9]{0,9})([#+\-=:%]|\((?=[\w@]{1,20}\))|(?<=[0-9])[.)])")
_BARE_URL = re.compile(r"https?://[A-Za-z0-9:/._~-]*[A-Za-z0-9/]")
_URL_SPECIAL = re.compile(r"[()]|&(?=#?[A-Za-z0-9]+;)")
_READABLE_MATH = re.compile(r"(?:[^\\`*_\[\]<>&$~|\s]|\\[A-Za-z]|(?<=[A-Za-z0-9])_|[ ](?=[^ ]))+")
_OPENING, _CLOSING = "(“‘«", ")”’»?!."
_APART = (" ", ".", ",", ";", ":")
_TICKS = re.compile("`+")


class MarkdownWriter(LineWriter):
    r"""Writes CommonMark.

    >>> from citekit.text.nodes import Format, RichText, Styled
    >>> MarkdownWriter().write(RichText(["1. [x] of ", Styled(["E. coli"], Format.ITALIC)]))
    '1\\. \\[x\\] of *E. coli*'
    """

    name: ClassVar[str] = "markdown"

    def line(self, row: Sequence[Run]) -> str:
        """Write the runs of one line."""
        parts: list[str] = []
        for url, group in groupby(row, key=lambda run: run.style.url):
            shown = _emphasize(list(group))
            if not url:
                parts.append(shown)
                continue
            if parts and parts[-1].endswith("!"):
                parts[-1] = parts[-1][:-1] + r"\!"  # "![" would begin an image
            parts.append(_link(url, shown))
        return _guard_start("".join(parts).strip(" "))

    def verbatim(self, run: Run) -> str:
        """Write a fenced code block; the fence is longer than any inside."""
        longest = max(map(len, _TICKS.findall(run.text)), default=0)
        fence = "`" * max(3, longest + 1)
        text = run.text.removesuffix("\n")
        return f"{fence}{run.language}\n{text}\n{fence}"

    def between(self, before: Line, after: Line) -> str:
        """Part lines by a hard break, and code blocks by an empty line."""
        return "\n\n" if before.verbatim or after.verbatim else "\\\n"

    def gap(self, layout: Layout) -> str:  # noqa: ARG002 - hook: paragraphs need one empty line
        """Give what parts two entries: each is a paragraph."""
        return "\n\n"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _guard_start(line: str) -> str:
    """Keep the start of a line from being read as a list, a heading, a target or a comment."""
    return _LINE_START.sub(r"\1\\\2", line, count=1) if _LINE_START.match(line) else line


def _link(url: str, shown: str) -> str:
    if _escape(url) == shown and _BARE_URL.fullmatch(url) and "xn--" not in url:
        return f"<{url}>"
    destination = _URL_SPECIAL.sub(r"\\\g<0>", url)
    return f"[{shown}]({destination})"


def _emphasize(row: Sequence[Run]) -> str:
    """Write runs of one link, or of none."""
    parts: list[str] = []
    groups = [(key, _characters(group)) for key, group in groupby(row, key=_grouping)]
    for index, ((delimiter, is_math), texts) in enumerate(groups):
        if is_math:
            parts += map(_math, texts)
            continue
        before, core, after = _cut("".join(texts), parts, groups[index + 1 :])
        # Two runs of delimiters side by side would be read as one.
        touches = not before and bool(parts) and re.search(r"(?<!\\)\*$", parts[-1])
        mark = "" if touches or not core else delimiter
        parts.append(f"{_escape(before)}{mark}{_escape(core)}{mark}{_escape(after)}")
    return "".join(parts)


def _grouping(run: Run) -> tuple[str, bool]:
    style = run.style
    emphasis = 2 * style.bold + (style.italic or style.oblique)
    return "*" * emphasis, run.kind == "math"


def _math(tex: str) -> str:
    if is_safe_math(tex) and _READABLE_MATH.fullmatch(tex):
        return f"${tex}$"
    return _escape(tex)


_Group = tuple[tuple[str, bool], list[str]]


def _characters(group: Iterable[Run]) -> list[str]:
    return [as_characters(run.text, run.style.vertical) for run in group]


def _cut(text: str, parts: Sequence[str], following: Sequence[_Group]) -> tuple[str, str, str]:
    """Cut *text* into what stands before, inside and after emphasis.

    A bracket or mark at an edge may stay inside where white space, punctuation or nothing stands
    outside of it: "a left-flanking delimiter run is … not followed by a Unicode punctuation
    character, or … preceded by a Unicode whitespace character or a Unicode punctuation character",
    and the other way round at the end (CommonMark 0.31, section 6.2).
    """
    start, end = 0, len(text)
    while start < end and not _is_wordy(text[start]):
        start += 1
    while end > start and not _is_wordy(text[end - 1]):
        end -= 1
    if start == end:
        return text, "", ""
    before = text[:start].rstrip(_OPENING)
    after = text[end:].lstrip(_CLOSING)
    if not (before.endswith(" ") if before else _ends_apart(parts)):
        before = text[:start]
    if not (after.startswith(_APART) if after else _begins_apart(following)):
        after = text[end:]
    return before, text[len(before) : len(text) - len(after)], after


def _ends_apart(parts: Sequence[str]) -> bool:
    """Whether what was written so far ends in a space, or is nothing."""
    return not parts or parts[-1].endswith(" ")


def _begins_apart(following: Sequence[_Group]) -> bool:
    """Whether what comes next is nothing, or unemphasized text that begins with space or a mark."""
    if not following:
        return True
    (delimiter, is_math), texts = following[0]
    return not delimiter and not is_math and "".join(texts).startswith(_APART)


def _is_wordy(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"
