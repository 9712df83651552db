"""`cs:text` and `cs:label` (CSL 1.0.2, "Text", "Label")."""

from __future__ import annotations

from collections.abc import Callable

from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import compile_decoration
from citekit.styles.csl.compile.groups import compile_macro
from citekit.styles.csl.compile.numbers import (
    NUMBER_VARIABLES,
    is_plural,
    page_ranges,
)
from citekit.styles.csl.compile.scope import NOTHING, Fixed, Render, Scope
from citekit.styles.csl.compile.variables import compile_value
from citekit.styles.csl.elements import Label, Text
from citekit.styles.csl.fields import mark_quotes

__all__ = ["compile_label", "compile_text"]


def compile_text(element: Text, context: Context) -> Render:
    """Render text from a variable, a macro, a term or the style itself ("Text")."""
    if element.source == "macro":
        return compile_macro(element, context)
    if element.source == "variable":
        return _compile_variable(element, context)
    if element.source == "term":
        text = context.program.locale.term(element.value, element.form, plural=element.plural)
    else:
        text = mark_quotes(element.value)
    if not text:
        return lambda _: NOTHING
    decorate = compile_decoration(element.decoration, context)
    if decorate is None:
        fixed = Fixed(text)
        return lambda _: fixed
    if element.decoration.text_case == "title":
        return lambda scope: Fixed(decorate(text, scope))
    done: list[Fixed] = []

    def render_fixed(scope: Scope) -> str:
        if not done:
            done.append(Fixed(decorate(text, scope)))
        return done[0]

    return render_fixed


def _compile_variable(element: Text, context: Context) -> Render:
    read = compile_value(element.value, element.form, context)
    if element.value in NUMBER_VARIABLES:
        read = _compile_number_text(element.value, read, context)
    decorate = compile_decoration(element.decoration, context)
    if decorate is None:
        return read

    def render_variable(scope: Scope) -> str:
        text = read(scope)
        return decorate(text, scope) if text else ""

    return render_variable


def _compile_number_text(name: str, read: Render, context: Context) -> Render:
    """Set the hyphens of locators and, where the style asks for it, of pages as dashes."""
    format_ = context.program.style.page_range_format
    dash = context.program.locale.term("page-range-delimiter") or "\u2013"
    if name == "page" and format_ is not None:
        page_format = format_

        def render_pages(scope: Scope) -> str:
            text = read(scope)
            return page_ranges(text, page_format, dash) if text else ""

        return render_pages
    if name == "locator":

        def render_locator(scope: Scope) -> str:
            text = read(scope)
            if not text:
                return ""
            if format_ is not None and scope.label == "page":
                return page_ranges(text, format_, dash)
            return text.replace("-", "\u2013")

        return render_locator
    return read


_COUNTS = frozenset(("number-of-pages", "number-of-volumes"))


def compile_label(element: Label, context: Context) -> Render:
    """Render the term that names a number variable, if the variable is not empty ("Label")."""
    name = element.variable
    read = compile_value(name, "long", context)
    plural_of: Callable[[str], bool] = {
        "always": lambda _: True,
        "never": lambda _: False,
    }.get(element.plural) or (lambda text: is_plural(text, count=name in _COUNTS))
    decorate = compile_decoration(element.decoration, context)
    locale = context.program.locale

    def render_label(scope: Scope) -> str:
        content = read(scope)
        if not content:
            return ""
        term = scope.label if name == "locator" else _TERM_OF.get(name, name)
        text = locale.term(term, element.form, plural=plural_of(content))
        if not text:
            return NOTHING
        return decorate(text, scope) if decorate is not None else text

    return render_label


_TERM_OF = {"page-first": "page", "number-of-pages": "number-of-pages"}
