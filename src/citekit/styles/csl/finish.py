"""The last step: marked text to `RichText`.

Here the quotation marks get their characters ("Quotes"), nested formatting of one kind toggles
(CSL 1.0.2 leaves it to the processor; citeproc-js flips italics inside italics to upright), and
commas and periods move into quotation marks where the locale says so ("Locale Options").
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from attrs import frozen

from citekit.styles.csl.marks import (
    CLOSE,
    DISPLAY_OF,
    FIELD,
    FORMATS,
    LINK,
    LINK_TEXT,
    MARKS,
    MATH,
    QUOTE,
    QUOTE_CLOSE,
    SEAM,
    VERBATIM,
    YEAR_SUFFIX,
    has_marks,
)
from citekit.styles.csl.seams import punctuation_pair
from citekit.text.nodes import (
    EMPTY,
    MAX_DEPTH,
    Block,
    Format,
    Link,
    Math,
    Node,
    RichText,
    Styled,
    Verbatim,
)

__all__ = ["QuoteMarks", "finish", "move_punctuation"]

_TOKEN = re.compile("([\ufdd0-\ufdef])")
_AFTER_QUOTE = re.compile(f"({QUOTE_CLOSE}[{QUOTE_CLOSE}{CLOSE}]*){SEAM}([.,!?:;]+)")
_REPEATED_AFTER_QUOTE = re.compile(
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


_MARKS: Final = frozenset(MARKS)
_KINDS: Final = MappingProxyType({each: each.value.partition("=")[0] for each in Format})
"""What a format is about: font-style, font-weight …"""


class _Frame:
    """An element that is still open."""

    __slots__ = ("children", "format", "mark", "url")

    def __init__(self, mark: str, format_: Format | None = None) -> None:
        self.mark = mark
        self.format = format_
        self.children: list[Node] = []
        self.url = ""


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
    if not has_marks(text):
        return RichText(text)
    if quotes.punctuation_inside:
        text = move_punctuation(text)
    elif SEAM in text:
        text = _REPEATED_AFTER_QUOTE.sub(r"\1\2\3", text)
    return RichText(tuple(_Finishing(quotes).run(text)))


class _Finishing:
    def __init__(self, quotes: QuoteMarks) -> None:
        self.quotes = quotes
        self.level = 0
        self.in_field = False
        self.frames = [_Frame("")]

    def run(self, text: str) -> list[Node]:
        for token in _TOKEN.split(text):
            if token not in _MARKS:
                if token:
                    self.frames[-1].children.append(token)
            elif token in FORMATS:
                self._open(token)
            elif token in (QUOTE, QUOTE_CLOSE):
                self._quote(token)
            elif token == CLOSE:
                self._close()
            elif token in DISPLAY_OF or token in (MATH, VERBATIM, LINK, YEAR_SUFFIX):
                self.frames.append(_Frame(token))
            else:
                self._start(token)
        while len(self.frames) > 1:
            self._close()
        return self.frames[0].children

    def _quote(self, token: str) -> None:
        marks = self.quotes
        if token == QUOTE:
            sign = marks.open_inner if self.level % 2 else marks.open
            self.level += 1
        else:
            self.level = max(0, self.level - 1)
            sign = marks.close_inner if self.level % 2 else marks.close
        self.frames[-1].children.append(sign)

    def _open(self, token: str) -> None:
        self.frames.append(_Frame(token, self._flipped(FORMATS[token])))
        self.in_field = False

    def _flipped(self, format_: Format) -> Format | None:
        """Give the format that shows a change here, None where nothing would change."""
        kind = _KINDS[format_]
        around = None
        for frame in reversed(self.frames):
            if frame.format is not None and _KINDS[frame.format] == kind:
                around = frame.format
                break
        if format_ in _UNFLIPS:
            return format_ if around is not None and around not in _UNFLIPS else None
        if around is format_ and format_ in _FLIPS:
            return _FLIPS[format_] if self.in_field else None
        return format_

    def _start(self, token: str) -> None:
        """Take in a mark that only says where something starts."""
        self.in_field = token == FIELD
        frame = self.frames[-1]
        if token == LINK_TEXT and frame.mark == LINK:
            frame.url = "".join(child for child in frame.children if isinstance(child, str))
            frame.children = []

    def _close(self) -> None:
        if len(self.frames) == 1:
            return
        frame = self.frames.pop()
        self.frames[-1].children.extend(_node_of(frame, len(self.frames)))


def _node_of(frame: _Frame, depth: int) -> list[Node]:
    """Give a closed element as nodes; too deep in, its children alone."""
    children = frame.children
    if frame.mark in (MATH, VERBATIM):
        text = "".join(child for child in children if isinstance(child, str))
        return [Math(text) if frame.mark == MATH else Verbatim(text)]
    if depth > MAX_DEPTH - 2 or not children:
        return children
    if frame.format is not None:
        return [Styled(children, frame.format)]
    if frame.mark == LINK:
        return [Link(children, frame.url)]
    if frame.mark in DISPLAY_OF:
        return [Block(children, DISPLAY_OF[frame.mark])]
    return children
