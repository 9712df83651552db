"""Joining stretches of rich text, with the rules of punctuation where they meet.

One pure function on characters, `seam`, decides what happens where two stretches meet; the others
apply it to rich text. It looks through formatting, links and closing quotation marks. What it drops
is only ever a space or one of `. , ; : ! ?`.

The table of neighbours is that of the CSL test suite (punctuation_FullMontyPlain, …QuotesIn,
…QuotesOut): the same mark twice is one mark, a full stop vanishes after `: ; ! ?`, a colon after
`; ! ?`, and `:` and `;` vanish before `!` and `?`. All other pairs stay ("etc.,", "Why?,").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from citekit.text.nodes import (
    EMPTY,
    Math,
    Node,
    Quoted,
    RichText,
    Styled,
    TextLike,
    Verbatim,
    plain_text,
)

__all__ = ["ensure_period", "join", "seam", "with_affixes"]

_MARKS = ".,;:!?"
_SPACES = " \u00a0\u202f"
_CLOSERS = '”’"»'
_IN_QUOTE = ".,!?"
_LOOK = 8
_SECOND_GOES = frozenset(":. ;. !. ?. …. ;: !: ?: .. ,, ;; :: !! ??".split())
_GOES_AFTER_QUOTE = frozenset(".. !. ?. …. !: ?:".split())
_FIRST_GOES = frozenset(":! :? ;! ;?".split())


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
    builder = _Builder(punctuation_in_quote)
    for part in parts:
        text = RichText(part)
        if text:
            if builder.nodes:
                builder.add(RichText(delimiter).nodes)
            builder.add(text.nodes)
    return RichText(builder.nodes)


def with_affixes(
    text: TextLike,
    prefix: TextLike = "",
    suffix: TextLike = "",
    *,
    punctuation_in_quote: bool = False,
) -> RichText:
    """Put *prefix* and *suffix* round *text*; empty text gets none and stays empty.

    >>> str(with_affixes("et al.", "(", ")")), str(with_affixes("Inc.", suffix="."))
    ('(et al.)', 'Inc.')
    """
    inner = RichText(text)
    if not inner:
        return EMPTY
    return join([prefix, inner, suffix], punctuation_in_quote=punctuation_in_quote)


def ensure_period(text: TextLike, *, punctuation_in_quote: bool = False) -> RichText:
    """End *text* with a full stop, unless it ends a sentence already; empty text stays empty.

    >>> str(ensure_period("Title")), str(ensure_period("Title?")), str(ensure_period("et al."))
    ('Title.', 'Title?', 'et al.')
    """
    return with_affixes(text, suffix=".", punctuation_in_quote=punctuation_in_quote)


class _Builder:
    """Nodes put in a row; only the last and the first ones are touched at a seam."""

    def __init__(self, punctuation_in_quote: bool) -> None:
        self.nodes: list[Node] = []
        self.punctuation_in_quote = punctuation_in_quote

    def add(self, right: Sequence[Node]) -> None:
        """Append *right*, settling the seam."""
        if self.punctuation_in_quote:
            right = self._move_into_quote(right)
        drop_left, drop_right = seam(_tail(self.nodes), _head(right))
        if drop_left:
            self.nodes[-1:] = filter(None, _without_last(self.nodes[-1:]))
        self.nodes.extend(filter(None, _without_first(right, drop_right)))

    def _move_into_quote(self, right: Sequence[Node]) -> Sequence[Node]:
        """Move the mark that *right* begins with inside the quotation that stands before it."""
        mark = _head(right)[:1]
        if not mark or mark not in _IN_QUOTE or not self.nodes:
            return right
        quoted = _into_quote(self.nodes[-1], mark)
        if quoted is None:
            return right
        self.nodes[-1] = quoted
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
    builder = _Builder(punctuation_in_quote=False)
    builder.nodes = list(node.children)
    builder.add((mark,))
    return node.with_children(builder.nodes)


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
