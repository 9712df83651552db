"""The text of a variable, or of a style, as marked text: quotation marks and apostrophes.

Quotation marks in a field become the locale's, outer or inner by how deep they stand; what does not
pair stays as it is, and a straight apostrophe becomes a curly one. One pass over the tokens with a
stack of what is open: linear.
"""

from __future__ import annotations

import re
from typing import Final

from citekit.speed.lazy import lazy
from citekit.styles.csl.marked.marks import (
    BLOCKS,
    CLOSE,
    FORMAT_MARKS,
    FORMATS,
    LINK,
    MARKS,
    MATH,
    QUOTE,
    QUOTE_CLOSE,
    VERBATIM,
    encode,
)
from citekit.text.nodes import Format, RichText

__all__ = ["mark_quotes", "mark_rich", "mark_text"]

_QUOTE_TOKEN = lazy("[\"'\u201c\u201d\u2018\u2019]")
_STRAIGHT_QUOTE = lazy("[\"']")
_MAYBE_QUOTE = lazy("[\"'\u201c\u201d\u2018\u2019]")
_OPENS_AFTER: Final = frozenset(" \u00a0([{/-\u2013\u2014\u201c\u2018\u00ab") | frozenset(MARKS)
_SPACED_MARK = lazy(" [:;?!\u00bb]|\u00ab ")


def mark_rich(value: RichText, *, curly: bool = True) -> str:
    """Give rich text as marked text, its quotation marks and apostrophes worked out."""
    text = mark_quotes(encode(value), curly=curly)
    return _undecorate(text) if _UPRIGHT in text else text


def mark_text(text: str, *, curly: bool = True) -> str:
    """Give text of a style, with the markup of CSL-JSON, as marked text; see `mark_quotes`.

    >>> mark_text("l'Égypte")
    'l’Égypte'
    """
    if "<" not in text and "&" not in text:
        return mark_quotes(encode(text), curly=curly)
    from citekit.text.markup import markup  # few styles have any

    return mark_rich(markup(text), curly=curly)


def mark_quotes(text: str, *, curly: bool = True) -> str:
    """Give marked text with its quotation marks and apostrophes worked out.

    Curly ones stay as they are without *curly*.
    """
    text = _narrow_spaces(text)
    if _MAYBE_QUOTE.search(text) is None:
        return text
    return _Marking(text, _QUOTE_TOKEN if curly else _STRAIGHT_QUOTE).run()


def _narrow_spaces(text: str) -> str:
    """Set the space before a high mark and inside guillemets as French does: narrow, not broken.

    CSL 1.0.2 does not speak of it; citeproc-js does so in every language, and only where the
    field has a space there: "L'être et le néant : essai".
    """
    if _SPACED_MARK.search(text) is None:
        return text
    return _SPACED_MARK.sub(lambda found: found.group().replace(" ", "\u202f"), text)


class _Marking:
    """One pass over one field; `open` holds (what closes it, place in `out`, its mark)."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self.text = text
        self.pattern = pattern
        self.out: list[str] = []
        self.opened = -1
        self.open: list[tuple[str, int, str]] = []

    def run(self) -> str:
        end = 0
        for found in self.pattern.finditer(self.text):
            self.out.append(self.text[end : found.start()])
            end = found.end()
            self._quote(found.group(), found.start(), end)
        self.out.append(self.text[end:])
        return "".join(self.out)

    def _push(self, sign: str, closes: str, mark: str) -> None:
        self.open.append((closes, len(self.out), mark))
        self.out.append(sign)

    def _close(self, sign: str, literal: str) -> bool:
        """Close the innermost thing that *sign* closes; what is open inside it stays literal."""
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 50), -1):
            closes, index, mark = self.open[place]
            if closes == sign:
                del self.open[place:]
                self.out[index] = mark  # a curly one keeps its characters beside the marks
                self.out.append(f"{sign if mark != QUOTE else ''}{QUOTE_CLOSE}")
                return True
        self.out.append(literal)
        return False

    def _quote(self, sign: str, start: int, end: int) -> None:
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        opens = (before in _OPENS_AFTER or before == ">" or self.opened == start) and (
            not after.isspace()
        )
        if sign == "\u201c":
            self._push(sign, "\u201d", QUOTE + sign)
        elif sign == "\u2018":
            self._push(sign, "\u2019", QUOTE + sign)
        elif sign == "\u201d":
            self._close(sign, sign)
        elif sign == "\u2019":
            self._apostrophe_or_close(sign, before, after)
        elif opens and not self._is_open(sign):
            self.opened = end
            self._push("\u2019" if sign == "'" else sign, sign, QUOTE)
        elif sign == "'" and opens:  # what begins a word closes nothing: 'Tis a "'tis"
            self.out.append("\u2019")
        elif sign == "'":
            self._apostrophe_or_close(sign, before, after)
        elif before.isspace():
            self.out.append(sign)
        else:
            self._close(sign, sign)

    def _is_open(self, sign: str) -> bool:
        return any(closes == sign for closes, _, _ in self.open[-50:])

    def _apostrophe_or_close(self, sign: str, before: str, after: str) -> None:
        if after.isalnum() and before.isalnum():
            self.out.append("\u2019")
        else:
            self._close(sign, "\u2019")


_UPRIGHT: Final = FORMAT_MARKS[Format.STYLE_NORMAL]
_NODECOR: Final = "".join(
    FORMAT_MARKS[each]
    for each in (
        Format.NO_CASE,
        Format.STYLE_NORMAL,
        Format.VARIANT_NORMAL,
        Format.WEIGHT_NORMAL,
    )
)
_OPEN_OR_CLOSE: Final = lazy(
    f"[{CLOSE}{MATH}{VERBATIM}{LINK}{''.join([*FORMATS, *BLOCKS.values()])}]"
)


def _undecorate(text: str) -> str:
    """Let upright text in a field be without any decoration of the style, its case kept.

    That is what `<span class="nodecor">` of CSL-JSON means, which upright text is read from.
    """
    closes: list[str] = []

    def put(found: re.Match[str]) -> str:
        mark = found.group()
        if mark == CLOSE:
            return closes.pop() if closes else CLOSE
        closes.append(CLOSE * len(_NODECOR) if mark == _UPRIGHT else CLOSE)
        return _NODECOR if mark == _UPRIGHT else mark

    return _OPEN_OR_CLOSE.sub(put, text)
