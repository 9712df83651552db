"""Numbers: what is one, its forms, ordinals, page ranges (CSL 1.0.2, "Number", "Page Ranges")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from citekit.parsing.numbers import int_to_roman, is_numeric
from citekit.speed.lazy import lazy
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import compile_number_decoration
from citekit.styles.csl.compile.numeric.ordinals import compile_ordinal
from citekit.styles.csl.compile.numeric.ranges import compile_number_text
from citekit.styles.csl.compile.scope import Render, Scope, render_empty
from citekit.styles.csl.compile.variables import compile_value
from citekit.styles.csl.style.elements import Number

__all__ = [
    "NUMBER_VARIABLES",
    "compile_number",
    "number_key",
    "roman",
]

NUMBER_VARIABLES: Final = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number
    issue locator number number-of-pages number-of-volumes page page-first part-number
    printing-number section supplement-number version volume""".split()
)

_PLAIN = lazy(r"\d{1,40}")
_DIGITS = lazy(r"(?<![^\W_])\d{1,40}(?![^\W_])")


def roman(number: int) -> str:
    """Give a number in lower-case Roman numerals; what they cannot say stays as it is.

    >>> roman(1998), roman(4000)
    ('mcmxcviii', '4000')
    """
    return int_to_roman(number) if 0 < number < 4000 else str(number)


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
