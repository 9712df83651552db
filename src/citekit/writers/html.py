"""HTML: a fragment that may stand in any page.

Text is escaped where it becomes text and where it becomes an attribute, nowhere else. The classes
are those of CSL's own HTML output (csl-bib-body, csl-entry, csl-left-margin …), and the few style
attributes make a bibliography look right without a style sheet. To screen readers the bibliography
is a list (WAI-ARIA 1.2, roles `list` and `listitem`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from html import escape
from types import MappingProxyType
from typing import ClassVar

from citekit.latex.math import is_safe_math
from citekit.text.clean import is_ordinary
from citekit.text.entries import Layout
from citekit.text.flat import CLOSE, DISPLAY_OF, FORMATS, LINK, LINK_TEXT, pieces_of
from citekit.text.nodes import Format, RichText
from citekit.writers.runs import Mark, Run, Shift, Target, runs, safe_url

__all__ = ["HtmlWriter", "element_id"]

_SIMPLE = MappingProxyType(
    {
        Format.ITALIC: "i",
        Format.BOLD: "b",
        Format.SUPERSCRIPT: "sup",
        Format.SUBSCRIPT: "sub",
    }
)
_BLOCK_STYLES = MappingProxyType(
    {
        "block": "text-indent:0;",
        "left-margin": "float:left;padding-right:0.5em;text-indent:0;",
        "right-inline": "margin-left:2.5em;text-indent:0;",
        "indent": "margin-left:2em;text-indent:0;",
    }
)
# Scripts that typeset math look for these in all text: an empty element between keeps them off.
_MATH_MARKS = re.compile(r"\\(?=[(\[]|begin)|\$(?=\$)")
_FLOAT = '<div class="csl-left-margin"'
_ID_UNSAFE = re.compile(r"[^A-Za-z0-9_.:+/-]")


class HtmlWriter:
    """Writes HTML fragments.

    >>> from citekit.text.nodes import Styled
    >>> HtmlWriter().write(RichText(["<b> & ", Styled(["E. coli"], Format.ITALIC)]))
    '&lt;b&gt; &amp; <i>E. coli</i>'
    """

    name: ClassVar[str] = "html"

    def write(self, text: RichText) -> str:
        """Write a stretch of rich text."""
        pieces = pieces_of(text)
        simple = _write_flat(pieces) if pieces is not None else None
        return _write_runs(text) if simple is None else simple

    def bibliography(self, written: Sequence[tuple[str, str]], layout: Layout) -> str:
        """Make a list of entries; each has an id to link to, `ref-` and the work's own.

        >>> print(HtmlWriter().bibliography([("doe2020", "Doe.")], Layout()))
        <div class="csl-bib-body" role="list">
          <div class="csl-entry" role="listitem" id="ref-doe2020">Doe.</div>
        </div>
        """
        body = _attributes(_body_class(layout), _body_data(layout), _body_style(layout))
        lines = [f'<div {body} role="list">']
        kinds = {
            (is_last, floats): _entry_attributes(layout, is_last=is_last, floats=floats)
            for is_last in (False, True)
            for floats in (False, True)
        }
        for index, (work_id, shown) in enumerate(written):
            attributes = kinds[index == len(written) - 1, _FLOAT in shown]
            identity = element_id(work_id)
            lines.append(f'  <div {attributes} role="listitem" id="{identity}">{shown}</div>')
        return "\n".join([*lines, "</div>"])


def element_id(work_id: str) -> str:
    """Give the id of the element that shows a work.

    Characters that would be awkward in a fragment or a selector are written as their number.

    >>> element_id("touvron2023llama"), element_id("a b")
    ('ref-touvron2023llama', 'ref-a-20-b')
    """
    return "ref-" + _ID_UNSAFE.sub(_number, work_id)


def _number(match: re.Match[str]) -> str:
    return f"-{ord(match[0]):x}-"


# --- simple text
#
# Nearly all text is clean and has a flat form, in which the tags can be written where the marks
# stand, without the runs in between.


def _write_flat(pieces: Sequence[str]) -> str | None:
    """Write text that needs no runs; None where it may need them."""
    texts = pieces[::2]
    text = "".join(texts)
    if not is_ordinary(text) or "$" in text or "\\" in text:
        return None
    row = list(pieces)
    if "&" in text or "<" in text or ">" in text:
        row[::2] = [
            escape(each, quote=False) if "&" in each or "<" in each or ">" in each else each
            for each in texts
        ]
    tags = _tags_of_row("".join(pieces[1::2]))
    if tags is None:
        return None
    row[1::2], links = tags
    for i in links:
        anchor = _anchor(pieces[i - 1])
        if not anchor:
            return None
        row[i - 1], row[i] = "", anchor
    return "".join(row)


def _tags_of_row(marks: str) -> tuple[Sequence[str], Sequence[int]] | None:
    """Give the tags for the marks of a row, and the places in it where links open.

    None where a link is inside another: it takes a look at their addresses.
    """
    return (_usual_tags if len(marks) < _USUAL else _work_out_tags)(marks)


def _work_out_tags(marks: str) -> tuple[Sequence[str], Sequence[int]] | None:
    tags: list[str] = []
    links: list[int] = []
    closing: list[str] = []
    for place, mark in enumerate(marks):
        if mark == CLOSE:
            tags.append(closing.pop())
        elif mark == LINK:
            tags.append("")
        elif mark == LINK_TEXT:
            if "</a>" in closing:
                return None
            links.append(2 * place + 1)
            tags.append("")
            closing.append("</a>")
        else:
            opening, tag = _MARK_TAGS[mark]
            tags.append(opening)
            closing.append(tag)
    return tuple(tags), tuple(links)


_usual_tags = functools.lru_cache(maxsize=1024)(_work_out_tags)
_USUAL = 100
"""Rows of fewer marks come again: the entries of a bibliography have few ways to be marked."""


@functools.lru_cache(maxsize=4096)
def _anchor(url: str) -> str:
    """Give the tag that opens a link; nothing where *url* is no link."""
    safe = safe_url(url)
    return "" if safe is None else f'<a href="{escape(safe)}">'


def _write_runs(text: RichText) -> str:
    """Write any text, run by run."""
    parts: list[str] = []
    open_marks: Sequence[Mark] = ()
    for run in runs(text):
        parts += _step(open_marks, run.marks)
        parts.append(_content(run))
        open_marks = run.marks
    parts += _step(open_marks, ())
    return "".join(parts)


def _step(before: Sequence[Mark], after: Sequence[Mark]) -> list[str]:
    """Close what ends and open what begins between two runs."""
    common = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        common += 1
    closed = [_tags(mark)[1] for mark in reversed(before[common:])]
    return closed + [_tags(mark)[0] for mark in after[common:]]


def _tags(mark: Mark) -> tuple[str, str]:
    if isinstance(mark, Target):
        return f'<a href="{escape(mark.url)}">', "</a>"
    return _BLOCK_TAGS[mark.display] if isinstance(mark, Shift) else _FORMAT_TAGS[mark]


def _tags_of_format(kind: Format) -> tuple[str, str]:
    if kind is Format.NO_CASE:
        return "", ""
    if kind in _SIMPLE:
        return f"<{_SIMPLE[kind]}>", f"</{_SIMPLE[kind]}>"
    name, _, value = kind.value.partition("=")
    return f'<span style="{name}:{value};">', "</span>"


_FORMAT_TAGS = MappingProxyType({kind: _tags_of_format(kind) for kind in Format})
_BLOCK_TAGS = MappingProxyType(
    {
        display: (f'<div class="csl-{display}" style="{style}">', "</div>")
        for display, style in _BLOCK_STYLES.items()
    }
)


_MARK_TAGS = MappingProxyType(
    {
        **{mark: _FORMAT_TAGS[kind] for mark, kind in FORMATS.items()},
        **{mark: _BLOCK_TAGS[display] for mark, display in DISPLAY_OF.items()},
    }
)


def _content(run: Run) -> str:
    if run.kind == "verbatim":
        language = f' class="language-{run.language}"' if run.language else ""
        return f"<pre><code{language}>{escape(run.text, quote=False)}</code></pre>"
    if run.kind == "math" and is_safe_math(run.text):
        return rf'<span class="math">\({escape(run.text, quote=False)}\)</span>'
    return _MATH_MARKS.sub(r"\g<0><wbr>", escape(run.text, quote=False))


# --- layout


def _attributes(classes: str, data: dict[str, str], style: str) -> str:
    pairs = {"class": classes, **data, "style": style}
    return " ".join(f'{name}="{value}"' for name, value in pairs.items() if value)


def _body_class(layout: Layout) -> str:
    return "csl-bib-body csl-hanging-indent" if layout.hanging_indent else "csl-bib-body"


def _body_data(layout: Layout) -> dict[str, str]:
    return {"data-second-field-align": layout.second_field_align or ""}


def _body_style(layout: Layout) -> str:
    return f"line-height:{layout.line_spacing};" if layout.line_spacing > 1 else ""


def _entry_attributes(layout: Layout, *, is_last: bool, floats: bool) -> str:
    hanging = "margin-left:2em;text-indent:-2em;" if layout.hanging_indent else ""
    space = f"margin-bottom:{layout.entry_spacing}em;" if layout.entry_spacing > 0 else ""
    clear = "clear:left;" if floats else ""
    return _attributes("csl-entry", {}, hanging + ("" if is_last else space) + clear)
