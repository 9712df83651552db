"""Rich text: immutable nodes, and nothing that knows of a style or an output format.

A `RichText` holds nodes. A node is a plain `str` (always literal text, never markup) or one of

* `Styled`: children under one `Format` (italic, superscript, …),
* `Quoted`: children in quotation marks; which marks is decided when it is shown,
* `Link`: children that point to a URL,
* `Block`: children that a bibliography sets apart (CSL's `display`),
* `Math`: TeX math, kept verbatim,
* `Verbatim`: preformatted text, such as a BibTeX entry.

Nodes nest at most `MAX_DEPTH` deep, so that whoever walks them may recurse safely. Building a
deeper one is an error; parsers of foreign markup flatten what goes deeper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, Literal, Self, TypeAlias, Union, get_args

from attrs import Attribute, evolve, field, frozen

from citekit.errors import InvalidValueError
from citekit.speed.records import shared_methods

__all__ = [
    "EMPTY",
    "MAX_DEPTH",
    "Block",
    "Display",
    "Format",
    "Link",
    "Math",
    "Node",
    "Quoted",
    "RichText",
    "Styled",
    "TextLike",
    "Verbatim",
    "plain_text",
    "without_links",
]

MAX_DEPTH = 60
"""How deep nodes may nest."""

Display = Literal["block", "left-margin", "right-inline", "indent"]
"""CSL 1.0.2, "Display": how a part of a bibliography entry is set apart."""
_DISPLAYS = get_args(Display)


class Format(Enum):
    """One formatting of a stretch of text; the values are CSL's words (CSL 1.0.2, "Formatting").

    The `*_NORMAL` members undo an outer formatting, as CSL's `font-style="normal"` does inside
    an italic title. `NO_CASE` shows nothing: it shields its text from changes of case.
    """

    ITALIC = "font-style=italic"
    OBLIQUE = "font-style=oblique"
    STYLE_NORMAL = "font-style=normal"
    BOLD = "font-weight=bold"
    LIGHT = "font-weight=light"
    WEIGHT_NORMAL = "font-weight=normal"
    SMALL_CAPS = "font-variant=small-caps"
    VARIANT_NORMAL = "font-variant=normal"
    UNDERLINE = "text-decoration=underline"
    DECORATION_NORMAL = "text-decoration=none"
    SUPERSCRIPT = "vertical-align=sup"
    SUBSCRIPT = "vertical-align=sub"
    BASELINE = "vertical-align=baseline"
    NO_CASE = "nocase"

    __hash__ = object.__hash__
    """By identity, which halves the time of finding a format in a table."""


def _depth(children: Sequence[Node]) -> int:
    """Give the depth of a node with these *children*, refusing what nests too deep."""
    depth = 1
    for child in children:
        if type(child) is not str:
            depth = max(depth, 1 + getattr(child, "depth", 0))
    if depth > MAX_DEPTH:
        raise InvalidValueError(f"rich text nests deeper than {MAX_DEPTH} levels", field="text")
    return depth


def _normal(nodes: TextLike) -> tuple[Node, ...]:
    """Merge neighbouring strings and drop empty nodes."""
    if isinstance(nodes, str):
        return ("".join((nodes,)),) if nodes else ()  # join: a subclass of str becomes a str
    if isinstance(nodes, (list, tuple)) and _is_normal(nodes):
        return tuple(nodes)
    if not isinstance(nodes, Iterable):
        raise InvalidValueError(
            "not text", field="text", value=nodes, hint="give a str, a RichText or nodes"
        )
    result: list[Node] = []
    pending: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            pending.append(node)
        elif isinstance(node, RichText):
            raise InvalidValueError("a RichText cannot be a node of another; use +", field="text")
        elif not isinstance(node, _NODE_TYPES):
            raise InvalidValueError("not a node of rich text", field="text", value=node)
        elif node:
            _flush(pending, result)
            result.append(node)
    _flush(pending, result)
    return tuple(result)


def _is_normal(nodes: Sequence[object]) -> bool:
    """Say whether nothing is to be merged, dropped or refused, as in nearly all text.

    Looking is cheaper than building anew.
    """
    after_text = False
    for node in nodes:
        if type(node) is str:
            if after_text or not node:
                return False
            after_text = True
        elif type(node) in _NODE_TYPES and node:
            after_text = False
        else:
            return False
    return True


def _flush(pending: list[str], result: list[Node]) -> None:
    text = "".join(pending)
    pending.clear()
    if text:
        result.append(text)


def _is_a(kind: type, what: str) -> Callable[[object, Attribute[Any], Any], None]:
    """Give a validator that takes only values of *kind*."""

    def check(_: object, __: Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            raise InvalidValueError(f"not {what}", field="text", value=value)

    return check


def _is_display(_: object, __: Attribute[Any], value: Any) -> None:
    if value not in _DISPLAYS:
        hint = "one of " + ", ".join(_DISPLAYS)
        raise InvalidValueError("no value of display", field="text", value=value, hint=hint)


@frozen
@shared_methods
class _Parent:
    """What all nodes with children share."""

    children: tuple[Node, ...] = field(converter=_normal)
    depth: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "depth", _depth(self.children))

    def __bool__(self) -> bool:
        return bool(self.children)

    def with_children(self, children: TextLike) -> Self:
        """Give the same node around other *children*.

        >>> Quoted(["a"]).with_children(["b"])
        Quoted(children=('b',))
        """
        return evolve(self, children=children)


@frozen(eq=False)
class Styled(_Parent):
    """Children under one formatting."""

    format: Format = field(validator=_is_a(Format, "a Format"))


@frozen(eq=False)
class Quoted(_Parent):
    """Children in quotation marks; the marks follow from the locale and the nesting."""


@frozen(eq=False)
class Link(_Parent):
    """Children that point to *url*. Writers show only `https`, `http`, `mailto` as links."""

    url: str = field(validator=_is_a(str, "a URL"))


@frozen(eq=False)
class Block(_Parent):
    """Children that stand apart in a bibliography entry."""

    display: Display = field(validator=_is_display)


@frozen
@shared_methods
class Math:
    """TeX math without its delimiters, kept verbatim: `Math("O(n^2)")`."""

    tex: str = field(validator=_is_a(str, "TeX math"))

    def __bool__(self) -> bool:
        return bool(self.tex)


@frozen
@shared_methods
class Verbatim:
    """Preformatted text, line breaks included, in a language such as `bibtex`."""

    text: str = field(validator=_is_a(str, "text"))
    language: str = field(default="", validator=_is_a(str, "the name of a language"))

    def __bool__(self) -> bool:
        return bool(self.text)


Node: TypeAlias = str | Styled | Quoted | Link | Block | Math | Verbatim
TextLike: TypeAlias = Union[str, Iterable[Node], "RichText"]
_NODE_TYPES = (Styled, Quoted, Link, Block, Math, Verbatim)


def plain_text(nodes: Iterable[Node]) -> str:
    """Give the bare characters of *nodes*: no formatting, curly quotes for `Quoted`."""
    return "".join(_plain(node, 0) for node in nodes)


def _plain(node: Node, quotes: int) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Math):
        return node.tex
    if isinstance(node, Verbatim):
        return node.text
    if isinstance(node, Quoted):
        inner = "".join(_plain(child, quotes + 1) for child in node.children)
        return f"‘{inner}’" if quotes % 2 else f"“{inner}”"
    return "".join(_plain(child, quotes) for child in node.children)


def _map_node(node: Node, change: Callable[[str], str]) -> Node:
    if isinstance(node, str):
        return change(node)
    if isinstance(node, (Math, Verbatim)):
        return node
    return node.with_children(_map(node.children, change))


def _map(nodes: Iterable[Node], change: Callable[[str], str]) -> tuple[Node, ...]:
    return tuple(_map_node(node, change) for node in nodes)


@frozen(eq=False, repr=False)
class RichText:
    """An immutable stretch of rich text.

    Args:
        nodes: A `str` (literal text), another `RichText`, or any iterable of nodes. Neighbouring
            strings are merged and empty nodes dropped, so equal looks mean equal values.

    Raises:
        InvalidValueError: Something is no node, or nests deeper than `MAX_DEPTH`.

    >>> title = RichText(["On ", Styled(["E. coli"], Format.ITALIC)])
    >>> str(title)
    'On E. coli'
    >>> title + " again" == RichText([*title, " again"])
    True
    """

    nodes: tuple[Node, ...] = field(default=(), converter=_normal)

    def __str__(self) -> str:
        if len(self.nodes) == 1 and isinstance(self.nodes[0], str):
            return self.nodes[0]
        return plain_text(self.nodes)

    def __repr__(self) -> str:
        if self.is_plain:
            return f"RichText({str(self)!r})"
        return f"RichText({self.nodes!r})"

    def __eq__(self, other: object) -> bool:
        return self.nodes == other.nodes if isinstance(other, RichText) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.nodes)

    def __bool__(self) -> bool:
        return bool(self.nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def __add__(self, other: TextLike) -> RichText:
        return RichText((*self.nodes, *_normal(other)))

    def __radd__(self, other: TextLike) -> RichText:
        return RichText((*_normal(other), *self.nodes))

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing but literal text."""
        return all(isinstance(node, str) for node in self.nodes)

    def map_text(self, change: Callable[[str], str]) -> RichText:
        """Apply *change* to each literal stretch; math, verbatim text and URLs stay as they are.

        >>> RichText(["a", Math("x"), "b"]).map_text(str.upper)
        RichText(('A', Math(tex='x'), 'B'))
        """
        return RichText(_map(self.nodes, change))


# --- Nodes of parts that are in order already
#
# Checking takes three quarters of the time of building a node. Who builds many, and keeps to the
# rules (no empty string, no two strings side by side, no empty node), may do without.

_set_children: Any = vars(_Parent)["children"].__set__
_set_depth: Any = vars(_Parent)["depth"].__set__
_set_format: Any = vars(Styled)["format"].__set__
_set_display: Any = vars(Block)["display"].__set__
_set_nodes: Any = vars(RichText)["nodes"].__set__


def styled(children: Sequence[Node], format_: Format) -> Styled:
    """Give `Styled(children, format_)`; nothing is checked, see above."""
    node = Styled.__new__(Styled)
    _set_children(node, tuple(children))
    _set_depth(node, _depth(children))
    _set_format(node, format_)
    return node


def block(children: Sequence[Node], display: Display) -> Block:
    """Give `Block(children, display)`; nothing is checked, see above."""
    node = Block.__new__(Block)
    _set_children(node, tuple(children))
    _set_depth(node, _depth(children))
    _set_display(node, display)
    return node


def rich_text(nodes: Sequence[Node]) -> RichText:
    """Give `RichText(nodes)`; nothing is checked, see above."""
    text = RichText.__new__(RichText)
    _set_nodes(text, tuple(nodes))
    return text


def without_links(text: RichText) -> RichText:
    """Give *text* with the children of its links in their place.

    >>> without_links(RichText(["a ", Link(["b"], "https://example.org")]))
    RichText('a b')
    """
    return RichText(_unlinked(text.nodes))


def _unlinked(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, (str, Math, Verbatim)):
            yield node
        elif isinstance(node, Link):
            yield from _unlinked(node.children)
        else:
            yield node.with_children(_unlinked(node.children))


EMPTY = RichText()
"""Rich text without anything in it."""
