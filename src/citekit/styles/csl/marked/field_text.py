"""The text of a variable as marked text: CSL-JSON's markup, quotation marks and apostrophes.

CSL-JSON allows `<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>`, `<span style="font-variant:small-caps">`
and `<span class="nocase">`. Quotation marks in a field become the locale's, outer or inner by how
deep they stand; what does not pair stays as it is, and a straight apostrophe becomes a curly one.
One pass over the tokens with a stack of what is open: linear.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from citekit.styles.csl.marked.marks import (
    CLOSE,
    FIELD,
    FORMAT_MARKS,
    MARKS,
    QUOTE,
    QUOTE_CLOSE,
    clean,
)
from citekit.text.lazy import lazy
from citekit.text.nodes import Format

__all__ = ["mark_quotes", "mark_text"]

_TAGS: Final = MappingProxyType(
    {
        "<i>": (Format.ITALIC, "</i>"),
        "<b>": (Format.BOLD, "</b>"),
        "<sup>": (Format.SUPERSCRIPT, "</sup>"),
        "<sub>": (Format.SUBSCRIPT, "</sub>"),
        "<sc>": (Format.SMALL_CAPS, "</sc>"),
    }
)
_TOKEN = lazy(r"</?(?:i|b|sup|sub|sc)>|<span [^<>]{1,80}>|</span>|[\"'\u201c\u201d\u2018\u2019]")
_QUOTE_TOKEN = lazy("[\"'\u201c\u201d\u2018\u2019]")
_STRAIGHT_TOKEN = lazy(r"</?(?:i|b|sup|sub|sc)>|<span [^<>]{1,80}>|</span>|[\"']")
_STRAIGHT_QUOTE = lazy("[\"']")
_MAYBE = lazy("[<\"'\u201c\u201d\u2018\u2019]")
_MAYBE_QUOTE = lazy("[\"'\u201c\u201d\u2018\u2019]")
_OPENS_AFTER: Final = frozenset(" \u00a0([{/-\u2013\u2014\u201c\u2018\u00ab") | frozenset(MARKS)
_SPACED_MARK = lazy(" [:;?!\u00bb]|\u00ab ")
_SMALL_CAPS = lazy(r"font-variant:\s*small-caps")


def _span_formats(tag: str) -> tuple[Format, ...]:
    if "nocase" in tag:
        return (Format.NO_CASE,)
    if "nodecor" in tag:
        return (Format.NO_CASE, Format.STYLE_NORMAL, Format.VARIANT_NORMAL, Format.WEIGHT_NORMAL)
    return (Format.SMALL_CAPS,) if _SMALL_CAPS.search(tag) else ()


def mark_text(text: str, *, curly: bool = True) -> str:
    """Give a CSL-JSON field as marked text; without *curly*, curly quotation marks stay.

    >>> mark_text("l'Égypte")
    'l’Égypte'
    """
    text = _narrow_spaces(clean(text))
    if _MAYBE.search(text) is None:
        return text
    return _Marking(text, _TOKEN if curly else _STRAIGHT_TOKEN).run()


def mark_quotes(text: str, *, curly: bool = True) -> str:
    """Give marked text with its literal quotation marks and apostrophes worked out."""
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
            self._token(found.group(), found.start(), end)
        self.out.append(self.text[end:])
        return "".join(self.out)

    def _token(self, sign: str, start: int, end: int) -> None:
        if sign in _TAGS:
            self._push(sign, _TAGS[sign][1], FORMAT_MARKS[_TAGS[sign][0]])
        elif sign.startswith("<span"):
            marks = "".join(FORMAT_MARKS[each] for each in _span_formats(sign))
            self._push(sign, "</span>", marks)
        elif sign.startswith("</"):
            self._close(sign, sign)
        else:
            self._quote(sign, start, end)

    def _push(self, sign: str, closes: str, mark: str) -> None:
        self.open.append((closes, len(self.out), mark))
        self.out.append(sign)

    def _close(self, sign: str, literal: str) -> bool:
        """Close the innermost thing that *sign* closes; what is open inside it stays literal."""
        for place in range(len(self.open) - 1, max(-1, len(self.open) - 50), -1):
            closes, index, mark = self.open[place]
            if closes == sign:
                del self.open[place:]
                if mark[:1] == QUOTE:  # a curly one keeps its characters beside the marks
                    self.out[index] = mark
                    self.out.append(f"{sign if mark != QUOTE else ''}{QUOTE_CLOSE}")
                else:
                    self.out[index] = "".join(FIELD + each for each in mark)
                    self.out.append(CLOSE * len(mark))
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
