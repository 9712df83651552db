"""Numbers: what is one, its forms, ordinals, page ranges (CSL 1.0.2, "Number", "Page Ranges")."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Final

from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import compile_number_decoration
from citekit.styles.csl.compile.numeric.ordinals import compile_ordinal
from citekit.styles.csl.compile.numeric.ranges import compile_number_text
from citekit.styles.csl.compile.scope import Render, Scope, render_empty
from citekit.styles.csl.compile.variables import compile_value
from citekit.styles.csl.style.elements import Number
from citekit.text.lazy import lazy

__all__ = [
    "NUMBER_VARIABLES",
    "compile_number",
    "is_numeric",
    "is_plural",
    "number_key",
    "roman",
]

NUMBER_VARIABLES: Final = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number
    issue locator number number-of-pages number-of-volumes page page-first part-number
    printing-number section supplement-number version volume""".split()
)

_AFFIXED = r"(?:[^\W\d_]{0,20}\.?\d{1,40}[^\W\d_]{0,20}|[ivxl]{1,20})"
_NUMERIC = lazy(rf"\s*{_AFFIXED}(?:\s*(?:--?|[\u2013,&])\s*{_AFFIXED}){{0,1000}}\s*")
_PLAIN = lazy(r"\d{1,40}")
_DIGITS = lazy(r"(?<![^\W_])\d{1,40}(?![^\W_])")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@functools.lru_cache(maxsize=4096)
def is_numeric(text: str) -> bool:
    """Say whether *text* consists of numbers only ("Choose", is-numeric).

    As in citeproc-js Roman numerals in small letters are numbers, as on the pages of a preface.

    >>> [is_numeric(each) for each in ("2nd", "2-4", "2 & 4", "L2d", "second", "2nd edition")]
    [True, True, True, True, False, False]
    """
    return _NUMERIC.fullmatch(text) is not None


@functools.lru_cache(maxsize=4096)
def is_plural(text: str, *, count: bool = False) -> bool:
    """Say whether a label for *text* is plural ("Label", plural="contextual").

    Args:
        text: The content of the variable.
        count: Whether it is a number of things (number-of-pages), plural above 1.

    >>> is_plural("5-7"), is_plural("5-5"), is_plural("2", count=True)
    (True, False, True)
    """
    text = text.strip()
    if count:
        found = _PLAIN.search(text)
        if (found is not None and int(found.group()) > 1) or len(_PLAIN.findall(text)) > 1:
            return True
    return _MULTIPLE.search(_EQUAL_ENDS.sub(r"\1", text)) is not None


_EQUAL_ENDS = lazy(r"\b([^\W_]{1,40})\s{0,9}(?:--?|[\u2013\u2014])\s{0,9}\1\b")
"""Of which the second is not shown."""
_MULTIPLE = lazy(
    r"\d[^\W\d_]{0,20}\s*(?:[,;]\s*(?:and|et|und|y|&)\b|--?|[\u2013\u2014&]|[,;](?!\d{3}(?!\d))|\b(?:et|and|und|y)\b)"
    r"\s*[^\W\d_]{0,20}\.?\d"
    r"|\b[ivxlcdm]+\s*[-\u2013,&]\s*[ivxlcdm]+\b",
    re.IGNORECASE,
)


def roman(number: int) -> str:
    """Give a number in lower-case Roman numerals; from 6000 on it stays as it is.

    >>> roman(1998)
    'mcmxcviii'
    """
    if not 0 < number < 6000:
        return str(number)
    out = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out.append(sign * count)
    return "".join(out)


def compile_number(element: Number, context: Context) -> Render:
    """Render a number variable in its form ("Number")."""
    read = compile_value(element.variable, "long", context)
    if read is render_empty:
        return read
    decorate = compile_number_decoration(element.decoration, context)
    form = element.form
    for_sorting = context.key is not None
    change: Callable[[int], str] = str
    locale = context.program.locale
    if form in ("ordinal", "long-ordinal"):
        gender = locale.gender(element.variable)
        change = compile_ordinal(locale, gender, long=form == "long-ordinal")
    elif form == "roman":
        change = roman
    numeric = compile_number_text(element.variable, context)

    def convert(text: str) -> str:
        if form == "numeric" or not is_numeric(text):
            return numeric(text, "")
        return _DIGITS.sub(lambda found: change(int(found.group())), numeric(text, ""))

    def render_number(scope: Scope) -> str:
        text = read(scope)
        if not text:
            return ""
        if for_sorting:
            return number_key(text)
        text = convert(text)
        return decorate(text, scope) if decorate is not None else text

    return render_number


def number_key(text: str) -> str:
    """Give a number variable as text that sorts by its first number ("Sorting Variables").

    >>> number_key("12a") > number_key("9")
    True
    """
    found = _PLAIN.match(text.strip())
    return found.group().rjust(20, "0") + text if found else text
