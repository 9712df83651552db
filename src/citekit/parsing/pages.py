"""Pages: lists of pages and page ranges, and the forms in which styles print a range.

The formats are in `page_ranges`. Page labels that no rule speaks of ("N110-5", where only one page
has a prefix) stay as they are, as the CSL test suite has it (page_Expand, page_ChicagoWeird).
"""

from __future__ import annotations

from typing import Literal, get_args

from attrs import frozen

from citekit.errors import OptionError, did_you_mean
from citekit.parsing.numbers import is_number, roman_to_int
from citekit.parsing.page_ranges import full_last, last_page
from citekit.speed.lazy import lazy

__all__ = ["PageRangeFormat", "PageSpan", "format_page_range", "parse_pages"]

PageRangeFormat = Literal[
    "expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16"
]
"""The values of CSL's ``page-range-format``."""

_MAX_PAGE_LENGTH = 40
_LIST = lazy(r"( ?[,;&] ?| and )")
_RANGES = tuple(lazy(p) for p in (r" ?[‐‑‒–—―−] ?| ?--+ ?", r" - ", r" ?(?<!\\)- ?"))
_PAGE = lazy(r"(?P<prefix>.*?)(?P<digits>[0-9]+)")


@frozen
class PageSpan:
    """One page, or a range of pages.

    Args:
        first: The page, or the first one; as written in the source.
        last: The last page, as written (it may be shortened: "123-45"), or None.
        separator: What stands before it in the list: ", " or " & "; "" before the first.
    """

    first: str
    last: str | None = None
    separator: str = ""


def parse_pages(text: str) -> tuple[PageSpan, ...]:
    """Read a list of pages and page ranges.

    Args:
        text: "1–10", "1-10", "1--10", "xi-xv", "S1-S5", "123-45", "1, 3-5 & 9". A hyphen is the
            sign of a range only between two pages; beside a dash or a double hyphen, it belongs
            to the page ("A-1–A-5"), and so it does after a backslash.

    Returns:
        The spans in order. What is no page is kept as text in `PageSpan.first`.

    >>> parse_pages("1, 3-5")
    (PageSpan(first='1', last=None, separator=''), PageSpan(first='3', last='5', separator=', '))
    """
    pieces = _LIST.split(" ".join(text.split()))
    spans = [_span(pieces[0], "")]
    spans += [_span(page, mark) for mark, page in zip(pieces[1::2], pieces[2::2], strict=True)]
    return tuple(span for span in spans if span.first)


def _span(text: str, separator: str) -> PageSpan:
    """Read one page or range."""
    for sign in _RANGES:
        ends = sign.split(text)
        if len(ends) == 2 and all(map(_is_page, ends)):
            return PageSpan(ends[0], ends[1], separator)
    return PageSpan(text.replace("\\-", "-"), None, separator)


def _is_page(text: str) -> bool:
    """Tell whether this is a page: a number with letters around it, hyphened ones, Roman ones."""
    return is_number(text.replace("-", "").replace(".", "")) or roman_to_int(text) is not None


def format_page_range(
    first: str,
    last: str,
    style: PageRangeFormat | None = None,
    delimiter: str = "–",
) -> str:
    """Print a page range as a style asks for.

    Args:
        first: The first page, as in the source.
        last: The last page, as in the source; a shortened one is understood ("123", "45").
        style: The page-range-format, or None to change nothing but the delimiter.
        delimiter: What stands between the pages: the term ``page-range-delimiter``.

    Returns:
        The range; two equal ends are one page. Where only one page has a prefix, or both have
        another, this may be no range at all, and the pages are joined with the hyphen that
        they had.

    Raises:
        OptionError: When there is no such format.

    >>> format_page_range("2787", "2816", "chicago"), format_page_range("321", "28", "minimal")
    ('2787–2816', '321–8')
    >>> format_page_range("N110", "N5", "expanded"), format_page_range("N110", "5", "expanded")
    ('N110–N115', 'N110-5')
    """
    if first == last:
        return first
    if style is None:
        return f"{first}{delimiter}{last}"
    if style not in get_args(PageRangeFormat):
        raise OptionError(
            "there is no such page-range-format",
            value=style,
            hint=did_you_mean(str(style), get_args(PageRangeFormat)),
        )
    one, other = _numbered(first), _numbered(last)
    if one is None or other is None:
        return f"{first}{delimiter}{last}"
    (prefix, start), (last_prefix, end) = one, other
    if prefix != last_prefix:
        return f"{first}-{last}"
    full = full_last(start, end)
    if full == start:
        return first
    if int(full) < int(start):
        return f"{first}{delimiter}{last}"
    shown = last_page(start, full, style)
    return f"{first}{delimiter}{prefix if style == 'expanded' else ''}{shown}"


def _numbered(page: str) -> tuple[str, str] | None:
    """Take a page that ends in digits apart; None for others, such as "xi" and "12a"."""
    match = _PAGE.fullmatch(page) if len(page) <= _MAX_PAGE_LENGTH else None
    return (match["prefix"], match["digits"]) if match else None
