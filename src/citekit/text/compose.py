"""The kit of those who write styles: small pieces of rich text, and how they are put together.

`text`, `italic`, `quoted`, `parenthesized` and `bracketed` make pieces; `clauses`, `join` and
`sentences` put them in a row. What is empty leaves no trace, whatever would have stood round it.
Where two pieces meet, the punctuation is settled: "et al." and ". Next" give "et al. Next". The
built-in APA is written with this kit; so is the style in `docs/howto/add-a-style.md`.

One pure function on characters, `seam`, decides what happens where two stretches meet; the others
apply it to rich text. It looks through formatting, links and closing quotation marks. What it drops
is only ever a space or one of `. , ; : ! ?`. The table of neighbours is that of the CSL test suite
(punctuation_FullMontyPlain, …QuotesIn, …QuotesOut): the same mark twice is one mark, a full stop
vanishes after `: ; ! ?`, a colon after `; ! ?`, and `:` and `;` vanish before `!` and `?`. All
other pairs stay ("etc.,", "Why?,").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from citekit.text.nodes import (
    EMPTY,
    MAX_DEPTH,
    Format,
    Math,
    Node,
    Quoted,
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
    "quoted",
    "seam",
    "sentences",
    "shallow",
    "text",
    "with_affixes",
]

_MARKS = ".,;:!?"
_SPACES = " \u00a0\u202f"
_CLOSERS = "”’\"'»"
_IN_QUOTE = ".,!?"
_MEETING = frozenset(" .,;:!?")
"""What a stretch may begin with that has to do with how the one before it ends."""
_LOOK = 8
_SECOND_GOES = frozenset(":. ;. !. ?. …. ;: !: ?: .. ,, ;; :: !! ??".split())
_GOES_AFTER_QUOTE = frozenset(".. !. ?. …. !: ?:".split())
_FIRST_GOES = frozenset(":! :? ;! ;?".split())
_ROOM = MAX_DEPTH - 10
_ITALICS = frozenset({Format.ITALIC, Format.OBLIQUE})


def text(value: TextLike) -> RichText:
    """Give *value* as rich text.

    >>> text("n.d.")
    RichText('n.d.')
    """
    return value if isinstance(value, RichText) else RichText(value)


def join(
    parts: Iterable[TextLike], delimiter: TextLike = "", *, punctuation_in_quote: bool = False
) -> RichText:
    """Join *parts*, leaving out the empty ones, and settle the punctuation at each seam.

    Joining is associative for parts that hold at least one character other than spaces and
    punctuation: `join([join([a, b]), c]) == join([a, join([b, c])])`.

    Args:
        parts: Stretches of text.
        delimiter: What stands between two parts.
        punctuation_in_quote: Whether `. , ! ?` after a quotation go inside its closing mark
            (CSL's `punctuation-in-quote`).

    >>> str(join(["Doe, J., et al.", "Why?", "Inc."], ". "))
    'Doe, J., et al. Why? Inc.'
    >>> str(join([RichText([Quoted(["Title"])]), "2020"], ", ", punctuation_in_quote=True))
    '“Title,” 2020'
    """
    nodes: list[Node] = []
    between = _nodes_of(delimiter)
    for part in parts:
        piece = _nodes_of(part)
        if piece:
            if between and nodes:
                _append(nodes, between, punctuation_in_quote)
            _append(nodes, piece, punctuation_in_quote)
    return RichText(nodes)


def _nodes_of(value: TextLike) -> Sequence[Node]:
    """Give the nodes of text; a bare `str` need not become a `RichText` on its way into one."""
    if isinstance(value, RichText):
        return value.nodes
    if isinstance(value, str):
        return (value,) if value else ()
    return RichText(value).nodes


def with_affixes(
    value: TextLike,
    prefix: TextLike = "",
    suffix: TextLike = "",
    *,
    punctuation_in_quote: bool = False,
) -> RichText:
    """Put *prefix* and *suffix* round a value; empty text gets none and stays empty.

    >>> str(with_affixes("et al.", "(", ")")), str(with_affixes("Inc.", suffix="."))
    ('(et al.)', 'Inc.')
    """
    inner = _nodes_of(value)
    if not inner:
        return EMPTY
    nodes = [*_nodes_of(prefix)]
    _append(nodes, inner, punctuation_in_quote)
    if suffix:
        _append(nodes, _nodes_of(suffix), punctuation_in_quote)
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


def quoted(value: TextLike) -> RichText:
    """Put in quotation marks, if there is anything; the writer chooses which marks.

    >>> str(quoted("On Growth")), str(quoted(""))
    ('“On Growth”', '')
    """
    inner = text(value)
    return RichText([Quoted(inner.nodes)]) if inner else EMPTY


def bracketed(value: TextLike) -> RichText:
    """Put in square brackets, if there is anything.

    >>> bracketed("Data set"), bracketed("")
    (RichText('[Data set]'), RichText(''))
    """
    return with_affixes(value, "[", "]")


def parenthesized(value: TextLike) -> RichText:
    """Put in parentheses, if there is anything.

    >>> parenthesized("2nd ed.")
    RichText('(2nd ed.)')
    """
    return with_affixes(value, "(", ")")


def closed(value: TextLike, *, punctuation_in_quote: bool = False) -> RichText:
    """End with a full stop, unless there is a stop (also before a closing quotation mark).

    >>> [str(closed(each)) for each in ("OpenAI", "King, M. L., Jr.", "Why?", "(Eds.)", "")]
    ['OpenAI.', 'King, M. L., Jr.', 'Why?', '(Eds.).', '']
    """
    return with_affixes(value, suffix=".", punctuation_in_quote=punctuation_in_quote)


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


# Where two pieces meet


def seam(left: str, right: str) -> tuple[int, int]:
    """Decide what goes where *left* and *right* meet.

    Args:
        left: The text before, or its last characters.
        right: The text after, or its first characters.

    Returns:
        How many characters to drop from the end of *left* and from the start of *right*.

    >>> seam("et al.", ". Next"), seam("Really?", ". Next"), seam("Why? ", " Next")
    ((0, 1), (0, 1), (0, 1))
    >>> seam("Note:", "! Next"), seam("Inc.", ", 2nd ed."), seam("“Why?”", ".")
    ((1, 0), (0, 0), (0, 1))
    """
    first = right[:1]
    if first == " ":
        spaces = len(right) - len(right.lstrip(" "))
        return (0, spaces) if left[-1:] in set(_SPACES) else (0, 0)
    bare = left.rstrip(" ")
    if not bare or not first or first not in _MARKS:
        return 0, 0
    if bare[-1] in _CLOSERS:
        goes = bare.rstrip(_CLOSERS)[-1:] + first in _GOES_AFTER_QUOTE
    else:
        goes = bare[-1] + first in _SECOND_GOES
    if goes:
        after = right[1:]
        spaces = len(after) - len(after.lstrip(" ")) if bare != left else 0
        return 0, 1 + spaces
    return (1, 0) if bare == left and bare[-1] + first in _FIRST_GOES else (0, 0)


def _append(nodes: list[Node], right: Sequence[Node], in_quote: bool) -> None:
    """Append *right*, settling the seam; only the last and the first nodes are touched.

    Nearly always a word stands on one side of the seam, and there is nothing to settle.
    """
    first = right[0]
    if isinstance(first, str) and first[0] not in _MEETING:
        nodes += right
        return
    last = nodes[-1] if nodes else "x"
    if isinstance(last, str) and last[-1].isalnum():
        nodes += right
        return
    if in_quote:
        right = _move_into_quote(nodes, right)
    drop_left, drop_right = seam(_tail(nodes), _head(right))
    if drop_left:
        nodes[-1:] = filter(None, _without_last(nodes[-1:]))
    nodes += filter(None, _without_first(right, drop_right))


def _move_into_quote(nodes: list[Node], right: Sequence[Node]) -> Sequence[Node]:
    """Move the mark that *right* begins with inside the quotation that stands before it."""
    mark = _head(right)[:1]
    if not mark or mark not in _IN_QUOTE or not nodes:
        return right
    quoted = _into_quote(nodes[-1], mark)
    if quoted is None:
        return right
    nodes[-1] = quoted
    return _without_first(right, 1)


def _into_quote(node: Node, mark: str) -> Node | None:
    """Give *node* with *mark* inside the quotation that it ends with, or None without one."""
    if isinstance(node, (str, Math, Verbatim)):
        return None
    *before, last = node.children
    inner = _into_quote(last, mark)
    if inner is not None:
        return node.with_children([*before, inner])
    if not isinstance(node, Quoted):
        return None
    inside = list(node.children)
    _append(inside, (mark,), in_quote=False)
    return node.with_children(inside)


def _tail(nodes: Sequence[Node]) -> str:
    """Give the last characters: at least the last one, and more behind spaces and marks."""
    tail = ""
    for node in reversed(nodes):
        tail = _edge_text(node, last=True) + tail
        if len(tail) >= _LOOK or tail.strip(_MARKS + " "):
            break
    return tail


def _head(nodes: Sequence[Node]) -> str:
    head = ""
    for node in nodes:
        head += _edge_text(node, last=False)
        if len(head) >= _LOOK or head.strip(_MARKS + " "):
            break
    return head


def _edge_text(node: Node, *, last: bool) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, (Math, Verbatim)):
        return "\ufffc"
    inner = _tail(node.children) if last else _head(node.children)
    if isinstance(node, Quoted):
        return f"{inner}”" if last else f"“{inner}"
    return inner


def _without_last(nodes: Sequence[Node]) -> list[Node]:
    """Drop the last character, which is known to be a mark in literal text."""
    *before, last = nodes
    if isinstance(last, str):
        return [*before, last[:-1]]
    parent = cast("Styled", last)  # it has children: math and verbatim text end in no mark
    return [*before, parent.with_children(_without_last(parent.children))]


def _without_first(nodes: Sequence[Node], count: int) -> list[Node]:
    """Drop the first *count* characters, which are known to be marks and spaces in literal text."""
    result: list[Node] = []
    for node in nodes:
        if not count or isinstance(node, (Math, Verbatim)):
            result.append(node)
            continue
        cut = min(count, len(plain_text([node])))
        count -= cut
        if isinstance(node, str):
            result.append(node[cut:])
        else:
            result.append(node.with_children(_without_first(node.children, cut)))
    return result
