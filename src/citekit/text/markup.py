"""CSL-JSON's inline markup: reading it into rich text, and writing it back.

CSL-JSON text may hold the tags `<i>`, `<b>`, `<sup>`, `<sub>`,
`<span style="font-variant:small-caps;">` and `<span class="nocase">` (citeproc-js manual,
"HTML-like formatting tags"), and in citeproc-js `<span class="nodecor">`, which undoes an outer
italic. citekit writes these seven. It also reads `<sc>` and the `style` spellings of the other
formats. Quotation marks are characters and stay characters.

Records that come from web pages and publishers hold more: `<em>` and JATS's `<italic>` are
understood, too, and tags that say nothing to a citation (`<p>`, `<a href="…">`, `<jats:sec>`) are
dropped. So every text that was not typed for citekit is read by `markup`; what was is literal.

CSL-JSON has no escape for `<`. So that every text can be carried:

* What is no known tag, and a tag without its partner, is literal text: `a < b`, `<script>`, `</i>`.
* Entities of HTML (`&lt;`, `&eacute;`, `&#233;`) stand for their characters, once. `&lt;` and
  `&amp;` are *written* only where the text would otherwise be read as a tag or as an entity; `R&D`
  and `a < b` are written as they are, and other tools see no difference.

Reading is linear in the length of the text and does not recurse. Tags that nest deeper than
`MARKUP_DEPTH` are dropped and their text kept, so that a style may still wrap the result.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from attrs import frozen

from citekit.errors import Diagnostic, InvalidValueError
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.text.nodes import (
    MAX_DEPTH,
    Format,
    Link,
    Math,
    Node,
    Quoted,
    RichText,
    Styled,
    Verbatim,
)

__all__ = ["MARKUP_DEPTH", "Tag", "markup", "tags_in", "to_markup", "unescape"]

MARKUP_DEPTH = MAX_DEPTH // 2
"""How deep tags may nest; deeper ones are dropped, their text is kept."""

_SIMPLE = MappingProxyType(
    {
        "i": Format.ITALIC,
        "b": Format.BOLD,
        "sup": Format.SUPERSCRIPT,
        "sub": Format.SUBSCRIPT,
        "sc": Format.SMALL_CAPS,
        "em": Format.ITALIC,
        "italic": Format.ITALIC,
        "strong": Format.BOLD,
        "bold": Format.BOLD,
        "inf": Format.SUBSCRIPT,
        "scp": Format.SMALL_CAPS,
        "u": Format.UNDERLINE,
    }
)
_SPANS = MappingProxyType(
    {
        "class=nocase": Format.NO_CASE,
        "class=nodecor": Format.STYLE_NORMAL,
        "style=font-variant:small-caps": Format.SMALL_CAPS,
        "style=font-variant:normal": Format.VARIANT_NORMAL,
        "style=font-style:italic": Format.ITALIC,
        "style=font-style:normal": Format.STYLE_NORMAL,
        "style=font-weight:bold": Format.BOLD,
        "style=font-weight:normal": Format.WEIGHT_NORMAL,
        "style=text-decoration:underline": Format.UNDERLINE,
    }
)
_WRITTEN = MappingProxyType(
    {
        Format.ITALIC: ("<i>", "</i>"),
        Format.BOLD: ("<b>", "</b>"),
        Format.SUPERSCRIPT: ("<sup>", "</sup>"),
        Format.SUBSCRIPT: ("<sub>", "</sub>"),
        Format.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
        Format.NO_CASE: ('<span class="nocase">', "</span>"),
        Format.STYLE_NORMAL: ('<span class="nodecor">', "</span>"),
    }
)
_DROPPED = frozenset("a abbr big center div font h1 h2 h3 h4 h5 h6 nobr ol small tt ul".split())
"""Elements of HTML that say nothing to a citation; their text does."""
_ALONE = frozenset("br hr li p wbr".split())
"""Elements that need no partner (HTML, "Optional tags" and "Void elements")."""
_BLOCKS = frozenset("br div h1 h2 h3 h4 h5 h6 hr li p".split())
"""Elements between which a space stands when they are gone."""

_NAMES = "|".join(sorted({*_SIMPLE, *_DROPPED, *_ALONE, "span"}, key=len, reverse=True))
_TAG = lazy(rf"<(/?)({_NAMES}|(?:jats|mml):[a-z0-9-]+)([ /][^<>]*)?>", re.IGNORECASE)
_ENTITY = lazy(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_READABLE = lazy(f"<(?={_TAG.pattern[1:]})|&(?={_ENTITY.pattern[1:]})", re.IGNORECASE)


def markup(text: str) -> RichText:
    """Read CSL-JSON's inline markup.

    Args:
        text: Text as it stands in a CSL-JSON variable.

    Returns:
        The text with its formatting as nodes. No string is an error: what is no markup is text.

    Raises:
        InvalidValueError: *text* is no string.

    >>> markup("On <i>E. coli</i>") == RichText(["On ", Styled(["E. coli"], Format.ITALIC)])
    True
    >>> markup("a < b, <i>open and 1 &lt; 2")
    RichText('a < b, <i>open and 1 < 2')
    """
    if not isinstance(text, str):
        raise InvalidValueError("not a string of markup", field="text", value=text)
    if "<" not in text:
        return RichText(unescape(text))
    return RichText(_build(text, tags_in(text)))


def to_markup(text: RichText) -> tuple[str, tuple[Diagnostic, ...]]:
    """Write rich text as CSL-JSON's inline markup.

    Args:
        text: Any rich text.

    Returns:
        The marked-up string, and a diagnostic `markup-lost` for each kind of formatting that the
        markup cannot carry (its text is kept). `markup` of the string gives *text* again wherever
        there is no diagnostic and tags nest at most `MARKUP_DEPTH` deep.

    >>> to_markup(RichText(["The ", Styled(["<i>"], Format.BOLD), " tag"]))
    ('The <b>&lt;i></b> tag', ())
    """
    written: list[str] = []
    literal: list[str] = []
    lost: dict[str, None] = {}
    for piece in _pieces(text, 0):
        if piece.lost:
            lost[piece.lost] = None
        if piece.is_tag:
            written += [_escape("".join(literal)), piece.text]
            literal.clear()
        else:
            literal.append(piece.text)
    written.append(_escape("".join(literal)))
    return "".join(written), tuple(_loss(what) for what in lost)


# --- reading


@frozen(eq=False)
@shared_repr
class Tag:
    """A tag where it stands in the text."""

    start: int
    end: int
    name: str
    opens: bool
    format: Format | None = None
    """What an opening tag means; None where that is nothing to a citation, or not known."""
    dropped: bool = False
    """Whether it goes, rather than being literal text."""

    @property
    def space(self) -> str:
        """What stands in the place of a tag that goes."""
        return " " if self.name in _BLOCKS else ""


def tags_in(text: str) -> list[tuple[Tag, Tag | None]]:
    """Find the tags that have a partner and a meaning, or no meaning and no need of a partner.

    A closing tag belongs to the nearest open one of its name; what was opened between the two and
    not closed has no partner. Every tag is pushed and popped at most once.

    Returns:
        The pairs, in the order in which they close; None stands for the partner of a tag alone.
    """
    found: list[tuple[Tag, Tag | None]] = []
    stack: list[Tag] = []
    open_names: Counter[str] = Counter()
    for tag in map(_tag, _TAG.finditer(text)):
        if tag.name in _ALONE or (tag.dropped and text[tag.end - 2] == "/"):
            found.append((tag, None))
        elif tag.opens:
            stack.append(tag)
            open_names[tag.name] += 1
        elif open_names[tag.name]:
            partner = _pop(stack, tag.name, open_names)
            if partner.format is not None or partner.dropped:
                found.append((partner, tag))
    return found


def _tag(match: re.Match[str]) -> Tag:
    slash, name, attribute = match.groups(default="")
    prefix, _, local = name.lower().rpartition(":")
    start, end = match.span()
    kind = _SIMPLE.get(local)
    if local == "span":
        kind = _SPANS.get(re.sub(r'[ ";]', "", attribute).lower())
    elif not prefix and attribute.strip(" /"):
        kind = None  # `<b href>` is no tag of CSL-JSON's
    dropped = local in _DROPPED or local in _ALONE or (bool(prefix) and kind is None)
    return Tag(start, end, local, not slash, None if slash else kind, dropped)


def _pop(stack: list[Tag], name: str, open_names: Counter[str]) -> Tag:
    while True:
        tag = stack.pop()
        open_names[tag.name] -= 1
        if tag.name == name:
            return tag


def _build(text: str, pairs: Iterable[tuple[Tag, Tag | None]]) -> list[Node]:
    """Nest the nodes; the tags are balanced, and all that lies between them is literal."""
    levels: list[list[Node]] = [[]]
    formats: list[Format] = []
    done = depth = 0
    for tag, kind in sorted(_marks(pairs), key=lambda mark: mark[0].start):
        levels[-1].append(unescape(text[done : tag.start]) + (tag.space if kind is None else ""))
        done = tag.end
        if kind is not None and tag.opens:
            depth += 1
            if depth <= MARKUP_DEPTH:
                levels.append([])
                formats.append(kind)
        elif kind is not None:
            depth -= 1
            if depth < MARKUP_DEPTH:
                children = levels.pop()
                levels[-1].append(Styled(children, formats.pop()))
    levels[-1].append(unescape(text[done:]))
    return levels[-1]


def _marks(pairs: Iterable[tuple[Tag, Tag | None]]) -> Iterator[tuple[Tag, Format | None]]:
    """Give every tag of *pairs*, and what its pair means."""
    for tag, partner in pairs:
        yield tag, tag.format
        if partner is not None:
            yield partner, tag.format


def unescape(text: str) -> str:
    """Give the characters for the entities of HTML in *text*, once.

    >>> unescape("Jos&eacute; &amp;amp; R&D;")
    'José &amp; R&D;'
    """
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    import html  # rare, and the table is large

    return html.unescape(match[0])


# --- writing


@frozen(eq=False)
@shared_repr
class _Piece:
    """A tag of ours or a stretch of text, and what was lost with it."""

    text: str
    is_tag: bool = False
    lost: str = ""


def _pieces(nodes: Iterable[Node], quotes: int) -> Iterator[_Piece]:
    for node in nodes:
        if isinstance(node, str):
            yield _Piece(node)
        elif isinstance(node, Styled):
            yield from _styled_pieces(node, quotes)
        elif isinstance(node, Math):
            yield _Piece(f"${node.tex}$", lost="math")
        elif isinstance(node, Verbatim):
            yield _Piece(node.text, lost="verbatim text")
        elif isinstance(node, Quoted):
            start, end = "‘’" if quotes % 2 else "“”"
            yield _Piece(start, lost="quotation")
            yield from _pieces(node.children, quotes + 1)
            yield _Piece(end)
        else:
            what = f"link to {node.url}" if isinstance(node, Link) else f"display {node.display}"
            yield _Piece("", lost=what)
            yield from _pieces(node.children, quotes)


def _styled_pieces(node: Styled, quotes: int) -> Iterator[_Piece]:
    tags = _WRITTEN.get(node.format)
    if tags is None:
        yield _Piece("", lost=node.format.value)
        yield from _pieces(node.children, quotes)
        return
    yield _Piece(tags[0], is_tag=True)
    yield from _pieces(node.children, quotes)
    yield _Piece(tags[1], is_tag=True)


def _escape(text: str) -> str:
    """Escape what would be read as a tag or an entity, and nothing else."""
    return _READABLE.sub(lambda match: "&lt;" if match[0] == "<" else "&amp;", text)


def _loss(what: str) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="markup-lost",
        message=f"CSL-JSON markup cannot carry this formatting: {what}",
        hint="its text was kept",
    )
