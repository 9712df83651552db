"""Small pieces of rich text, and how they are put together to an entry.

An entry is a row of elements, each of which ends with a full stop, unless it ends with a stop
already; after a link stands none (APA 7, sections 9.5 and 9.35).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.text.nodes import (
    EMPTY,
    MAX_DEPTH,
    Format,
    Math,
    Node,
    RichText,
    Styled,
    TextLike,
    Verbatim,
    plain_text,
)

__all__ = [
    "bracketed",
    "capitalized",
    "clauses",
    "closed",
    "italic",
    "join",
    "parenthesized",
    "sentences",
    "shallow",
    "text",
]

_ROOM = MAX_DEPTH - 10
_ITALICS = frozenset({Format.ITALIC, Format.OBLIQUE})
_STOPPED = re.compile(r"[.?!…][\"'”’»]*$")


def text(value: TextLike) -> RichText:
    """Give *value* as rich text.

    >>> text("n.d.")
    RichText('n.d.')
    """
    return value if isinstance(value, RichText) else RichText(value)


def join(parts: Iterable[TextLike], separator: str) -> RichText:
    """Join what is not empty.

    >>> join(["2nd ed.", "", "Vol. 3"], ", ")
    RichText('2nd ed., Vol. 3')
    """
    nodes: list[Node] = []
    for part in map(text, parts):
        if part:
            nodes.extend((separator, *part) if nodes else part)
    return RichText(nodes)


def clauses(*parts: TextLike) -> RichText:
    """Join what is not empty with spaces.

    >>> clauses("In", "", "Title")
    RichText('In Title')
    """
    return join(parts, " ")


def shallow(value: RichText) -> RichText:
    """Flatten what nests so deep that a style could not wrap it any more.

    >>> shallow(RichText("a")) == RichText("a")
    True
    """
    return RichText(
        plain_text([node]) if getattr(node, "depth", 0) > _ROOM else node for node in value
    )


def italic(value: TextLike) -> RichText:
    """Set in italics; what is italic in it is set upright (APA 7, section 6.23, reverse italics).

    >>> italic(RichText(["On ", Styled(["E. coli"], Format.ITALIC)])).nodes[0].children[1].format
    <Format.STYLE_NORMAL: 'font-style=normal'>
    """
    nodes = tuple(_reversed(node) for node in text(value))
    return RichText([Styled(nodes, Format.ITALIC)]) if nodes else EMPTY


def _reversed(node: Node) -> Node:
    if isinstance(node, (str, Math, Verbatim)):
        return node
    children = tuple(_reversed(child) for child in node.children)
    if isinstance(node, Styled) and node.format in _ITALICS:
        return Styled(children, Format.STYLE_NORMAL)
    if isinstance(node, Styled) and node.format is Format.STYLE_NORMAL:
        return Styled(children, Format.ITALIC)
    return node.with_children(children)


def bracketed(value: TextLike) -> RichText:
    """Put in square brackets, if there is anything.

    >>> bracketed("Data set"), bracketed("")
    (RichText('[Data set]'), RichText(''))
    """
    inner = text(value)
    return "[" + inner + "]" if inner else EMPTY


def parenthesized(value: TextLike) -> RichText:
    """Put in parentheses, if there is anything.

    >>> parenthesized("2nd ed.")
    RichText('(2nd ed.)')
    """
    inner = text(value)
    return "(" + inner + ")" if inner else EMPTY


def closed(value: TextLike) -> RichText:
    """End with a full stop, unless there is a stop (also before a closing quotation mark).

    >>> [str(closed(each)) for each in ("OpenAI", "King, M. L., Jr.", "Why?", "(Eds.)")]
    ['OpenAI.', 'King, M. L., Jr.', 'Why?', '(Eds.).']
    """
    whole = text(value)
    tail = str(whole)[-10:].rstrip()
    return whole if not tail or _STOPPED.search(tail) else whole + "."


def sentences(parts: Iterable[TextLike]) -> RichText:
    """Join elements, each closed, with spaces.

    >>> sentences(["OpenAI", "(2023)", "", "GPT-4 technical report"])
    RichText('OpenAI. (2023). GPT-4 technical report.')
    """
    return join((closed(part) for part in parts), " ")


def capitalized(value: RichText) -> RichText:
    """Give *value* with a capital first letter.

    >>> capitalized(RichText("data set"))
    RichText('Data set')
    """
    first, *rest = value.nodes or ("",)
    if not isinstance(first, str) or not first:
        return value
    return RichText((first[0].upper() + first[1:], *rest))
