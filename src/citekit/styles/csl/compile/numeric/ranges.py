r"""Ranges and lists of numbers (CSL 1.0.2, "Page Ranges", "Appendix V", "Range Delimiters").

A hyphen becomes the locale's page-range-delimiter between two numbers, or two numbers with one
and the same prefix, or two Roman numerals; anywhere else, and where it is written `\-`, it stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citekit.parsing.page_ranges import full_last, last_page
from citekit.speed.lazy import lazy
from citekit.styles.csl.compile.context import Context

__all__ = ["compile_number_text", "page_ranges"]

_SIDE = r"((?:\d{1,20}[A-Za-z]{1,20}|[A-Za-z]{1,20})?)(\d{1,40})([a-z]{0,3})"
_RANGE = lazy(rf"{_SIDE}\s*(?:--?|\u2013)\s*{_SIDE}")
_NUMBERS = lazy("([0-9]{1,40})(?:--?|\u2013)([0-9]{1,40})")
_ROMAN_RANGE = lazy(r"([ivxlcdm]{1,20})\s*[-\u2013]\s*([ivxlcdm]{1,20})", re.IGNORECASE)
_FIRST_SPACES = r"(?<!\s)\s++"  # in a search, `\s+` would try each space of a run
_SEPARATOR = lazy(rf"((?:{_FIRST_SPACES})?(?:&\s*|[,;]\s+)|{_FIRST_SPACES}(?:and|et|und|y)\s+)")
"""Between numbers; a comma without a space after it stays as it is, as in "174,465"."""
_HYPHEN = lazy(rf"{_FIRST_SPACES}[-\u2013]\s*|[-\u2013]\s+")
_SPECIAL = lazy(r"[-\u2013,&;]")


def compile_number_text(name: str, context: Context) -> Callable[[str, str], str]:
    """Make the function from the content of a number variable, and a locator's label, to text."""
    locale = context.program.locale
    dash = locale.term("page-range-delimiter") or "\u2013"
    ampersand = locale.ampersand
    format_ = context.program.style.page_range_format or ""

    def number_text(text: str, label: str) -> str:
        if _SPECIAL.search(text) is None:
            return text
        pages = name == "page" or (name == "locator" and label == "page")
        return page_ranges(text, format_ if pages else "", dash, ampersand)

    return number_text


def page_ranges(text: str, format_: str, delimiter: str = "\u2013", ampersand: str = "&") -> str:
    """Give ranges in a page-range-format, "" for as they are.

    >>> page_ranges("321-328", "minimal"), page_ranges("321-28", "expanded")
    ('321–8', '321–328')
    """
    numbers = _NUMBERS.fullmatch(text)
    if numbers is not None:  # nearly all pages
        first, last = numbers.groups()
        return _in_format("", first, last, format_, delimiter)
    pieces = _SEPARATOR.split(text)
    for i, piece in enumerate(pieces):
        if i % 2:
            sign = piece.strip()
            pieces[i] = f"{sign} " if sign in ",;" else f" {sign.replace('&', ampersand)} "
        elif "-" in piece or "\u2013" in piece:
            pieces[i] = _one_range(piece, format_, delimiter)
    return "".join(pieces)


def _one_range(text: str, format_: str, delimiter: str) -> str:
    if "\\-" in text:
        return text.replace("\\-", "-")
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        roman = _ROMAN_RANGE.fullmatch(text.strip())
        if roman is not None:
            return delimiter.join(dict.fromkeys(roman.groups()))
        return _HYPHEN.sub("-", text)
    lead, first, tail, lead2, last, tail2 = found.groups()
    if lead != lead2:
        return f"{lead}{first}{tail}-{lead2}{last}{tail2}"
    if tail or tail2:
        return f"{lead}{first}{tail}{delimiter}{lead2}{last}{tail2}"
    return _in_format(lead, first, last, format_, delimiter)


def _in_format(lead: str, first: str, last: str, format_: str, delimiter: str) -> str:
    """Give the range of two numbers with the same *lead* before both; equal ones are one page."""
    if not format_:
        return lead + first if first == last else f"{lead}{first}{delimiter}{lead}{last}"
    full = full_last(first, last)
    if full == first:
        return f"{lead}{first}"
    if int(full) < int(first):
        return f"{lead}{first}{delimiter}{lead}{last}"
    shown = last_page(first, full, format_)
    if format_ == "expanded":
        shown = lead + shown
    return f"{lead}{first}{delimiter}{shown}"
