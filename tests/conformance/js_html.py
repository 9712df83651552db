"""Rich text in the HTML that citeproc-js writes and the fixtures expect."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from citekit.text.nodes import Block, Format, Link, Math, Node, Quoted, RichText, Styled, Verbatim

_TAGS = {
    Format.ITALIC: ("<i>", "</i>"),
    Format.BOLD: ("<b>", "</b>"),
    Format.SUPERSCRIPT: ("<sup>", "</sup>"),
    Format.SUBSCRIPT: ("<sub>", "</sub>"),
    Format.OBLIQUE: ("<em>", "</em>"),
    Format.NO_CASE: ("", ""),
    Format.LIGHT: ("", ""),
}
_STYLES = {
    Format.SMALL_CAPS: "font-variant:small-caps;",
    Format.STYLE_NORMAL: "font-style:normal;",
    Format.WEIGHT_NORMAL: "font-weight:normal;",
    Format.VARIANT_NORMAL: "font-variant:normal;",
    Format.UNDERLINE: "text-decoration:underline;",
    Format.DECORATION_NORMAL: "text-decoration:none;",
    Format.BASELINE: "baseline",
}
_CLASSES = {
    "block": "csl-block",
    "left-margin": "csl-left-margin",
    "right-inline": "csl-right-inline",
    "indent": "csl-indent",
}


def html(text: RichText) -> str:
    return "".join(_html(node) for node in text.nodes)


def escape(text: str) -> str:
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return "".join(_superscript(c) for c in text)


def _superscript(c: str) -> str:
    """Citeproc-js writes each superscript character as a normal one in <sup>."""
    if c < "\u00aa":
        return c
    kind, _, codes = unicodedata.decomposition(c).partition(" ")
    if kind != "<super>":
        return _MORE_SUPERSCRIPTS.get(c, c)
    return "<sup>" + "".join(chr(int(code, 16)) for code in codes.split()) + "</sup>"


_MORE_SUPERSCRIPTS = {
    "\u02c0": "<sup>\u0294</sup>",
    "\u02c1": "<sup>\u0295</sup>",
    "\u06e5": "<sup>\u0648</sup>",
    "\u06e6": "<sup>\u064a</sup>",
}


def _html(node: Node) -> str:
    if isinstance(node, str):
        return escape(node)
    if isinstance(node, (Math, Verbatim)):
        return escape(node.tex if isinstance(node, Math) else node.text)
    inner = "".join(map(_html, node.children))
    if isinstance(node, Styled):
        opening, closing = _tags(node.format)
        return f"{opening}{inner}{closing}"
    if isinstance(node, Block):
        name = _CLASSES[node.display]
        if node.display == "block":
            return f'\n\n    <div class="{name}">{inner}</div>\n'
        if node.display == "left-margin":
            return f'\n    <div class="{name}">{inner}</div>'
        return f'<div class="{name}">{inner}</div>\n  '
    assert isinstance(node, (Link, Quoted))
    return inner


def _tags(format_: Format) -> tuple[str, str]:
    if format_ in _TAGS:
        return _TAGS[format_]
    return f'<span style="{_STYLES[format_]}">', "</span>"


def bibliography_html(entries: Sequence[RichText]) -> str:
    lines = "".join(f'  <div class="csl-entry">{html(entry)}</div>\n' for entry in entries)
    return f'<div class="csl-bib-body">\n{lines}</div>'
