"""The last step: marked text to `RichText`.

Here the quotation marks get their characters ("Quotes"), nested formatting of one kind toggles
(CSL 1.0.2 leaves it to the processor; citeproc-js flips italics inside italics to upright), and
commas and periods move into quotation marks where the locale says so ("Locale Options").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from attrs import frozen

from citekit.speed.lazy import lazy
from citekit.speed.records import shared_methods
from citekit.styles.csl.marked.marks import (
    CLOSE,
    DISPLAY_OF,
    FIELD,
    FORMATS,
    HARD,
    LINK,
    LINK_TEXT,
    MARKS,
    MATH,
    QUOTE,
    QUOTE_CLOSE,
    SEAM,
    VERBATIM,
    YEAR_SUFFIX,
)
from citekit.styles.csl.marked.punctuation import punctuation_pair
from citekit.text.flat import MARK, flat_text
from citekit.text.nodes import (
    EMPTY,
    MAX_DEPTH,
    Format,
    Link,
    Math,
    Node,
    RichText,
    Verbatim,
    block,
    rich_text,
    styled,
)

__all__ = ["QuoteMarks", "finish", "move_punctuation"]

_AFTER_QUOTE = lazy(f"({QUOTE_CLOSE}[{QUOTE_CLOSE}{CLOSE}]*){SEAM}([.,!?:;]+)")
_REPEATED_AFTER_QUOTE = lazy(
    f"([.?!])([\ufdd0-\ufdef]{{0,50}}?{QUOTE_CLOSE})([{QUOTE_CLOSE}{CLOSE}]{{0,50}}){SEAM}\\1"
)
"""A mark that ends a quotation and is repeated right after it."""
_FLIPS: Final = MappingProxyType(
    {
        Format.ITALIC: Format.STYLE_NORMAL,
        Format.BOLD: Format.WEIGHT_NORMAL,
        Format.SMALL_CAPS: Format.VARIANT_NORMAL,
    }
)
_UNFLIPS: Final = MappingProxyType(
    {
        Format.STYLE_NORMAL: Format.ITALIC,
        Format.WEIGHT_NORMAL: Format.BOLD,
        Format.VARIANT_NORMAL: Format.SMALL_CAPS,
    }
)


@frozen
@shared_methods
class QuoteMarks:
    """The quotation marks of a locale, and whether punctuation goes inside."""

    open: str = "\u201c"
    close: str = "\u201d"
    open_inner: str = "\u2018"
    close_inner: str = "\u2019"
    punctuation_inside: bool = False


def move_punctuation(text: str) -> str:
    """Move punctuation that the style put after a quotation into it (punctuation-in-quote).

    Commas, periods, exclamation and question marks move; colons and semicolons stay outside,
    but go where the quotation ends with a mark that makes them superfluous.
    """
    if SEAM not in text:
        return text
    out: list[str] = []
    end = 0
    for found in _AFTER_QUOTE.finditer(text):
        before, closing, signs = text[end : found.start()], found.group(1), found.group(2)
        outside = ""
        for sign in signs:
            if outside:
                outside = _meet(outside, sign)
            elif sign in ":;":
                outside = "" if _swallows(before, sign) else sign
            else:
                before = _meet(before, sign)
        out += (before, closing, outside)
        end = found.end()
    out.append(text[end:])
    return "".join(out)


def _swallows(before: str, sign: str) -> bool:
    last = before.rstrip(MARKS)[-1:]
    return bool(last) and punctuation_pair(last, sign) == last


def _meet(before: str, sign: str) -> str:
    """Put a sign after text whose last sign may make it superfluous, or be superfluous itself."""
    bare = before.rstrip(MARKS)
    pair = punctuation_pair(bare[-1:], sign) if bare else None
    if pair is not None and pair == bare[-1]:
        return before
    if pair == sign:
        return bare[:-1] + sign + before[len(bare) :]
    return before + sign


_KINDS: Final = MappingProxyType({each: each.value.partition("=")[0] for each in Format})
"""What a format is about: font-style, font-weight …"""
_OPENING: Final = frozenset((*DISPLAY_OF, MATH, VERBATIM, LINK, YEAR_SUFFIX))


_CURLY = lazy(f"{QUOTE}[\u201c\u2018]?|[\u201d\u2019]?{QUOTE_CLOSE}")
_DOUBLE: Final = f"{QUOTE}\u201c"
_SINGLE: Final = f"{QUOTE}\u2018"


def settle_curly(text: str, quotes: QuoteMarks) -> str:
    """Decide what curly quotation marks of fields are: characters, or marks that nest.

    CSL 1.0.2 does not speak of them. As in citeproc-js they are characters, unless they are the
    locale's marks of a quotation; inside of one with such marks they become its inner marks.
    """
    around: list[str] = []
    is_open: list[bool] = []

    def settle(found: re.Match[str]) -> str:
        token = found.group()
        if token[0] == QUOTE:
            own = token[1:]
            is_like = own == (around[-1] if around else quotes.open)
            is_open.append(not own or (is_like and is_open[-1:] != [False]))
            if not is_open[-1]:
                return own
            around.append(quotes.open_inner if len(around) % 2 else quotes.open)
            return QUOTE
        if not is_open or is_open.pop():
            if around:
                around.pop()
            return QUOTE_CLOSE
        return token[:-1]

    return _CURLY.sub(settle, text)


def finish(text: str, quotes: QuoteMarks) -> RichText:
    """Turn marked text into rich text.

    Args:
        text: Marked text, well nested.
        quotes: The locale's quotation marks.

    Returns:
        The rich text; what nests deeper than rich text may is flattened.
    """
    if not text:
        return EMPTY
    if text.isascii():
        return rich_text([text])
    if _DOUBLE in text or _SINGLE in text:
        text = settle_curly(text, quotes)
    if SEAM in text:
        if quotes.punctuation_inside:
            text = move_punctuation(text)
        else:
            text = _REPEATED_AFTER_QUOTE.sub(r"\1\2\3", text)
    flat = flat_text(_settled(text, quotes))
    return rich_text(_Finishing(quotes).run(text)) if flat is None else flat


def _settled(text: str, quotes: QuoteMarks) -> str:
    """Do what needs no look at the nesting: quotation marks that are alone, marks of fields."""
    if text.count(QUOTE) == 1 and text.count(QUOTE_CLOSE) == 1:
        text = text.replace(QUOTE, quotes.open).replace(QUOTE_CLOSE, quotes.close)
    if HARD in text:
        text = text.replace(HARD, "")
    return text.replace(FIELD, "") if FIELD in text else text


class _Finishing:
    """What is open while marked text is read from left to right."""

    __slots__ = ("in_field", "level", "outer", "quotes", "urls")

    def __init__(self, quotes: QuoteMarks) -> None:
        self.quotes = quotes
        self.level = 0
        self.in_field = False
        self.urls: list[str] = []
        self.outer: list[tuple[str, Format | None, list[Node]]] = []
        """For each open element its mark, its format, and what stands before it in its parent."""

    def run(self, text: str) -> list[Node]:
        outer = self.outer
        pieces = MARK.split(text)  # text and marks in turn
        children: list[Node] = [pieces[0]] if pieces[0] else []
        for mark, after in zip(pieces[1::2], pieces[2::2], strict=True):
            if mark == CLOSE:
                if outer:
                    children = self._close(children)
            elif mark in FORMATS:
                outer.append((mark, self._flipped(FORMATS[mark]), children))
                self.in_field = False
                children = []
            elif mark in _OPENING:
                outer.append((mark, None, children))
                children = []
            else:
                children = self._other(mark, children)
            if after:
                _add_text(children, after)
        while outer:
            children = self._close(children)
        return children

    def _flipped(self, format_: Format) -> Format | None:
        """Give the format that shows a change here, None where nothing would change."""
        kind = _KINDS[format_]
        around = None
        for _, open_format, _ in reversed(self.outer):
            if open_format is not None and _KINDS[open_format] == kind:
                around = open_format
                break
        if format_ in _UNFLIPS:
            return format_ if around is not None and around not in _UNFLIPS else None
        if around is format_ and format_ in _FLIPS:
            return _FLIPS[format_] if self.in_field else None
        return format_

    def _close(self, children: list[Node]) -> list[Node]:
        """End the innermost open element; give what its parent holds then."""
        mark, format_, siblings = self.outer.pop()
        if mark in _TEXT_ALONE:
            text = "".join(each for each in children if isinstance(each, str))
            siblings.append(Math(text) if mark == MATH else Verbatim(text))
        elif not children:
            pass
        elif len(self.outer) > MAX_DEPTH - 3:
            _add(siblings, children)
        elif format_ is not None:
            siblings.append(styled(children, format_))
        elif mark in DISPLAY_OF:
            siblings.append(block(children, DISPLAY_OF[mark]))
        elif mark == LINK_TEXT:
            siblings.append(Link(children, self.urls.pop()))
        else:
            _add(siblings, children)
        return siblings

    def _other(self, mark: str, children: list[Node]) -> list[Node]:
        """Take in a quotation mark, or a mark that only says where something starts."""
        if mark == QUOTE:
            _add_text(children, self._quotation_mark(closes=False))
        elif mark == QUOTE_CLOSE:
            _add_text(children, self._quotation_mark(closes=True))
        elif mark == LINK_TEXT and self.outer and self.outer[-1][0] == LINK:
            self.urls.append("".join(each for each in children if isinstance(each, str)))
            self.outer[-1] = (LINK_TEXT, None, self.outer[-1][2])
            children = []
        self.in_field = mark == FIELD
        return children

    def _quotation_mark(self, *, closes: bool) -> str:
        marks = self.quotes
        if closes:
            self.level = max(0, self.level - 1)
            return marks.close_inner if self.level % 2 else marks.close
        self.level += 1
        return marks.open if self.level % 2 else marks.open_inner


_TEXT_ALONE: Final = frozenset((MATH, VERBATIM))


def _add(row: list[Node], nodes: Sequence[Node]) -> None:
    for node in nodes:
        if isinstance(node, str):
            _add_text(row, node)
        else:
            row.append(node)


def _add_text(row: list[Node], text: str) -> None:
    """Add text to a row of nodes in which no two strings stand side by side."""
    if row and isinstance(last := row[-1], str):
        row[-1] = last + text
    else:
        row.append(text)
