"""Rich text as a flat row of runs: the one traversal that all writers share.

A `Run` is a stretch of characters with the *marks* that hold for all of it: the formats, links and
blocks that enclose it, outermost first. On the way the text is made safe and simple for a writer:

* it is cleaned (`citekit.text.clean`): no control characters, no open bidirectional marks;
* line breaks and tabs of literal text become spaces, so that no line of an output begins with data
  that a writer did not put there;
* quotation marks are characters: “ ” outside, ‘ ’ inside, and so on by depth;
* only links to `https`, `http`, `mailto` and DOIs stay links, and no link is inside another.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from attrs import evolve, frozen

from citekit.speed.lazy import lazy
from citekit.speed.records import shared_methods
from citekit.text.clean import clean_rich, is_ordinary
from citekit.text.flat import CLOSE, DISPLAY_OF, FORMATS, LINK, LINK_TEXT, pieces_of
from citekit.text.nodes import (
    Block,
    Display,
    Format,
    Link,
    Math,
    Node,
    Quoted,
    RichText,
    Styled,
    Verbatim,
)
from citekit.text.percent import percent_encode

__all__ = ["Line", "Mark", "Run", "Shift", "Style", "Target", "lines", "runs", "safe_url"]

_SCHEME = lazy(r"(?:https?://[^/?#]|mailto:[^@\s]+@)", re.IGNORECASE)
_DOI = lazy(r"doi:(?=10\.)", re.IGNORECASE)
_URL_SAFE = ":/?#[]@!$&'()*+,;=-._~%"
_BREAKS = lazy(r"[\t\n]")
_LANGUAGE = lazy(r"[^A-Za-z0-9_+-]+")


def safe_url(url: str) -> str | None:
    """Give *url* as it may stand in a link, or None where it may not be one.

    Only `https`, `http` and `mailto` are links; `doi:10.…` becomes its address at doi.org.
    Characters that no URL may hold (spaces, quotes, angle brackets, backslashes, letters beyond
    ASCII) are percent-encoded (RFC 3986, section 2).

    >>> safe_url('https://example.org/a"b c'), safe_url("DOI:10.1000/x")
    ('https://example.org/a%22b%20c', 'https://doi.org/10.1000/x')
    >>> safe_url("javascript:alert(1)") is None
    True
    """
    url = _DOI.sub("https://doi.org/", url.strip(), count=1)
    if _SCHEME.match(url) is None:
        return None
    scheme, colon, rest = url.partition(":")
    return scheme.lower() + colon + percent_encode(rest, safe=_URL_SAFE)


@frozen
class Target:
    """The mark of a link; its URL is safe."""

    url: str


@frozen
class Shift:
    """The mark of a block; `number` tells neighbouring blocks apart."""

    display: Display
    number: int


Mark: TypeAlias = Format | Target | Shift
RunKind = Literal["text", "math", "verbatim"]


@frozen(eq=False)
class Style:
    """What the formats of a run come to, the inner ones overruling the outer ones."""

    italic: bool = False
    oblique: bool = False
    bold: bool = False
    light: bool = False
    small_caps: bool = False
    underline: bool = False
    vertical: Literal["", "sup", "sub"] = ""
    url: str = ""


_EFFECTS: Mapping[Format, Mapping[str, Any]] = MappingProxyType(
    {
        Format.ITALIC: {"italic": True, "oblique": False},
        Format.OBLIQUE: {"italic": False, "oblique": True},
        Format.STYLE_NORMAL: {"italic": False, "oblique": False},
        Format.BOLD: {"bold": True, "light": False},
        Format.LIGHT: {"bold": False, "light": True},
        Format.WEIGHT_NORMAL: {"bold": False, "light": False},
        Format.SMALL_CAPS: {"small_caps": True},
        Format.VARIANT_NORMAL: {"small_caps": False},
        Format.UNDERLINE: {"underline": True},
        Format.DECORATION_NORMAL: {"underline": False},
        Format.SUPERSCRIPT: {"vertical": "sup"},
        Format.SUBSCRIPT: {"vertical": "sub"},
        Format.BASELINE: {"vertical": ""},
        Format.NO_CASE: {},
    }
)


@frozen
@shared_methods
class Run:
    """A stretch of text under the same marks.

    Args:
        text: The characters: literal text, TeX math, or preformatted text with its line breaks.
        marks: What encloses it, outermost first.
        kind: What the characters are.
        language: The language of preformatted text, such as `bibtex`.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    kind: RunKind = "text"
    language: str = ""

    @property
    def style(self) -> Style:
        """What the marks come to."""
        return _style(self.marks) if self.marks else _UNMARKED

    @property
    def shift(self) -> Shift | None:
        """The innermost block that it stands in."""
        return next((mark for mark in reversed(self.marks) if isinstance(mark, Shift)), None)


_UNMARKED = Style()


@functools.lru_cache(maxsize=1024)
def _style(marks: tuple[Mark, ...]) -> Style:
    style = _UNMARKED
    for mark in marks:
        if isinstance(mark, Target):
            style = evolve(style, url=mark.url)
        elif isinstance(mark, Format):
            style = evolve(style, **_EFFECTS[mark])
    return style


def runs(text: RichText) -> list[Run]:
    """Lay out rich text as runs; neighbours with the same marks are one run.

    >>> [run.text for run in runs(RichText(["a", Quoted(["b"]), Styled(["c"], Format.BOLD)]))]
    ['a“b”', 'c']
    """
    pieces = pieces_of(text)
    simple = _flat_runs(pieces) if pieces is not None else None
    if simple is not None:
        return simple
    row = _walk(clean_rich(RichText(text)), (), 0, count())
    return [_merged(list(same)) for _, same in groupby(row, key=_grouping(count()))]


def _flat_runs(pieces: Sequence[str]) -> list[Run] | None:
    """Lay out text in its flat form; None where something has to be cleaned or left out."""
    if not is_ordinary("".join(pieces[::2])):
        return None
    row = [Run(pieces[0])] if pieces[0] else []
    marks: tuple[Mark, ...] = ()
    outer: list[tuple[Mark, ...]] = []
    for i in range(1, len(pieces), 2):
        mark = pieces[i]
        if mark == LINK:
            continue  # what follows is the address
        if mark == CLOSE:
            marks = outer.pop()
        else:
            made = _flat_mark(mark, pieces[i - 1], i)
            if made is None or (mark == LINK_TEXT and any(isinstance(m, Target) for m in marks)):
                return None
            outer.append(marks)
            marks = (*marks, made)
        if pieces[i + 1]:
            row.append(Run(pieces[i + 1], marks))
    return row


def _flat_mark(mark: str, before: str, number: int) -> Mark | None:
    if mark == LINK_TEXT:
        url = safe_url(before)
        return None if url is None else Target(url)
    return Shift(DISPLAY_OF[mark], number) if mark in DISPLAY_OF else FORMATS[mark]


def lines(row: Sequence[Run]) -> list[Line]:
    """Part runs into lines: blocks and preformatted text stand on lines of their own.

    What is to the right of a margin stands on the line that begins in the margin (CSL 1.0.2,
    "Display"): the two are parted by a space.
    """
    result: list[Line] = []
    last: Shift | None = None
    number = count(1)
    for (shift, verbatim), group in groupby(row, key=lambda run: _place(run, number)):
        content = tuple(group)
        display = shift.display if shift else None
        in_margin = last is not None and last.display == "left-margin"
        if display == "right-inline" and in_margin and not verbatim:
            result[-1] = evolve(result[-1], runs=_beside(result[-1].runs, content))
        else:
            result.append(Line(content, indented=display == "indent"))
        last = None if verbatim else shift
    return result


def _place(run: Run, number: Iterator[int]) -> tuple[Shift | None, int]:
    """Give what two runs of the same line have in common; preformatted text shares no line."""
    return run.shift, next(number) if run.kind == "verbatim" else 0


@frozen
@shared_methods
class Line:
    """The runs of one line; preformatted text is alone on it, whatever line breaks it has."""

    runs: tuple[Run, ...]
    indented: bool = False

    @property
    def verbatim(self) -> Run | None:
        """The preformatted run that the line consists of."""
        return self.runs[0] if self.runs[0].kind == "verbatim" else None


def _beside(left: tuple[Run, ...], right: tuple[Run, ...]) -> tuple[Run, ...]:
    spaced = left[-1].text.endswith(" ") or right[0].text.startswith(" ")
    return left + (() if spaced else (Run(" "),)) + right


def _grouping(numbers: Iterator[int]) -> Callable[[Run], object]:
    """Give a key that is equal for runs that are one: literal text under the same marks."""
    return lambda run: run.marks if run.kind == "text" else next(numbers)


def _merged(same: Sequence[Run]) -> Run:
    return same[0] if len(same) == 1 else evolve(same[0], text="".join(run.text for run in same))


def _walk(
    nodes: Iterable[Node], marks: tuple[Mark, ...], quotes: int, numbers: Iterator[int]
) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, str):
            yield Run(_BREAKS.sub(" ", node), marks)
        elif isinstance(node, Math):
            yield Run(_BREAKS.sub(" ", node.tex), marks, "math")
        elif isinstance(node, Verbatim):
            yield Run(node.text, marks, "verbatim", _LANGUAGE.sub("", node.language))
        elif isinstance(node, Quoted):
            before, after = "‘’" if quotes % 2 else "“”"
            yield Run(before, marks)
            yield from _walk(node.children, marks, quotes + 1, numbers)
            yield Run(after, marks)
        else:
            mark = _mark(node, marks, numbers)
            inner = marks if mark is None else (*marks, mark)
            yield from _walk(node.children, inner, quotes, numbers)


def _mark(
    node: Styled | Link | Block, marks: tuple[Mark, ...], numbers: Iterator[int]
) -> Mark | None:
    if isinstance(node, Styled):
        return node.format
    if isinstance(node, Block):
        return Shift(node.display, next(numbers))
    url = safe_url(node.url)
    if url is None or any(isinstance(mark, Target) for mark in marks):
        return None
    return Target(url)
