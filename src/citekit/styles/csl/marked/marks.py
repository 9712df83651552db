"""Marked text: a plain `str` in which noncharacters stand for formatting.

A rendered value is one `str` from the first variable to the last affix, so that joining is
`str.join` and a seam is two characters. Formatting is a pair of marks around its text: one of
the 32 code points U+FDD0..U+FDEF, which Unicode keeps for internal use and which no text
contains (`clean` takes them out of what comes in). `finish` turns marked text into `RichText`.

The marks nest: an opening mark, the text, `CLOSE` (`QUOTE_CLOSE` for quotation marks).
"""

from __future__ import annotations

from typing import Final

from citekit.speed.lazy import lazy
from citekit.text.flat import (
    BLOCKS,
    CLOSE,
    DISPLAY_OF,
    FIRST_MARK,
    FORMAT_MARKS,
    FORMATS,
    LINK,
    LINK_TEXT,
)
from citekit.text.nodes import (
    Format,
    Link,
    Math,
    Node,
    Quoted,
    RichText,
    Styled,
    Verbatim,
)

__all__ = [
    "BLOCKS",
    "CLOSE",
    "DISPLAY_OF",
    "FIELD",
    "FORMATS",
    "FORMAT_MARKS",
    "HARD",
    "LINK",
    "LINK_TEXT",
    "MARKS",
    "MATH",
    "NO_CASE",
    "QUOTE",
    "QUOTE_CLOSE",
    "SEAM",
    "TAG",
    "TAG_END",
    "TERM",
    "VERBATIM",
    "YEAR_SUFFIX",
    "clean",
    "encode",
    "harden",
    "strip_marks",
]

NO_CASE: Final = FORMAT_MARKS[Format.NO_CASE]

QUOTE: Final = "\ufdde"
QUOTE_CLOSE: Final = "\ufddf"
MATH: Final = "\ufde5"
VERBATIM: Final = "\ufde6"

# Marks that say where something stands; they never reach the result.
FIELD: Final = "\ufde9"
"""Before a format that a field brings along, to tell it from those of the style: italics inside
italics become upright in a field, but stay italic where the style says so twice."""
HARD: Final = "\ufdea"
"""Beside a space that a text brings along: the style's own spaces do not merge with it."""
SEAM: Final = "\ufdeb"
"""Between a closing quotation mark and punctuation that the style put after it."""
YEAR_SUFFIX: Final = "\ufdec"
TERM: Final = "\ufded"
"""Before a term that gets a capital where it begins a sentence."""

_URL = lazy(f"{LINK}[^{LINK_TEXT}]*{LINK_TEXT}")
TAG: Final = "\ufdee"
TAG_END: Final = "\ufdef"
"""Around text whose origin is to be explained (`tags`); in no other program are there any."""

MARKS: Final = "".join(chr(FIRST_MARK + i) for i in range(32))
_MARK = lazy("[\ufdd0-\ufdef]")
_UNMARK: Final = dict.fromkeys(map(ord, MARKS))


def clean(text: str) -> str:
    """Take the marks out of text that comes from outside."""
    if text.isascii() or _MARK.search(text) is None:  # a look at ASCII text costs nothing
        return text
    return text.translate(_UNMARK)


def harden(text: str) -> str:
    """Keep the spaces at the ends of a term or a value apart from those of affixes around it."""
    before = HARD if text[:1] in _SPACES else ""
    behind = HARD if text[-1:] in _SPACES else ""
    return f"{before}{text}{behind}" if text else text


_SPACES: Final = (" ", "\u00a0")


def strip_marks(text: str) -> str:
    """Give the bare characters of marked *text*, without its formatting.

    >>> strip_marks(encode(RichText([Styled(["E. coli"], Format.ITALIC)])))
    'E. coli'
    """
    if text.isascii() or _MARK.search(text) is None:
        return text
    if LINK in text:
        text = _URL.sub("", text)
    return _MARK.sub("", text)


def encode(text: RichText | str) -> str:
    """Give *text* as marked text; literal quotation marks stay literal."""
    if isinstance(text, str):
        return clean(text)
    nodes = text.nodes
    if len(nodes) == 1 and type(nodes[0]) is str:  # nearly all text
        return clean(nodes[0])
    return "".join(map(_encode, nodes))


def _encode(node: Node) -> str:
    if isinstance(node, str):
        return clean(node)
    if isinstance(node, Math):
        return f"{MATH}{clean(node.tex)}{CLOSE}"
    if isinstance(node, Verbatim):
        return f"{VERBATIM}{clean(node.text)}{CLOSE}"
    inner = "".join(_encode(child) for child in node.children)
    if isinstance(node, Styled):
        return f"{FIELD}{FORMAT_MARKS[node.format]}{inner}{CLOSE}"
    if isinstance(node, Quoted):
        return f"{QUOTE}{inner}{QUOTE_CLOSE}"
    if isinstance(node, Link):
        return f"{LINK}{clean(node.url)}{LINK_TEXT}{inner}{CLOSE}"
    return f"{BLOCKS[node.display]}{inner}{CLOSE}"
