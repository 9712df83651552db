"""`cs:text` and `cs:label` (CSL 1.0.2, "Text", "Label")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from citekit.parsing.numbers import is_plural
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import (
    compile_decoration,
    compile_number_decoration,
    without_periods,
)
from citekit.styles.csl.compile.groups import compile_macro
from citekit.styles.csl.compile.links import LINKED, compile_link
from citekit.styles.csl.compile.numeric.locators import compile_locator_text, first_part
from citekit.styles.csl.compile.numeric.numbers import (
    NUMBER_VARIABLES,
)
from citekit.styles.csl.compile.numeric.ranges import compile_number_text
from citekit.styles.csl.compile.scope import (
    EMPTY_TERM,
    NO_SCOPE,
    NOTHING,
    Fixed,
    Render,
    Scope,
    Undated,
    render_empty,
    render_nothing,
)
from citekit.styles.csl.compile.variables import compile_value
from citekit.styles.csl.marked.field_text import mark_text
from citekit.styles.csl.marked.marks import TERM, harden
from citekit.styles.csl.style.elements import Label, Text
from citekit.styles.csl.style.locales import Localization

__all__ = ["compile_label", "compile_text"]


def compile_text(element: Text, context: Context) -> Render:
    """Render text from a variable, a macro, a term or the style itself ("Text")."""
    if element.source == "macro":
        return compile_macro(element, context)
    if element.source == "variable":
        return _compile_variable(element, context)
    if element.source == "term":
        return _compile_term(element, context)
    return _compile_fixed(element, harden(mark_text(element.value)), context)


def _compile_term(element: Text, context: Context) -> Render:
    locale = context.program.locale
    text = locale.term(element.value, element.form, plural=element.plural)
    text = without_periods(text, element.decoration)
    if not text:
        is_defined = locale.find(element.value, element.form) is not None
        return _render_empty_term if is_defined else render_nothing
    if element.decoration.strip_periods:
        text = text.replace(".", "")
    begins = _may_begin_sentence(element, text, context)
    text = TERM + harden(text) if begins else harden(text)
    if element.value != "no date":
        return _compile_fixed(element, text, context, Fixed)
    if context.key is not None:
        return render_nothing  # it says that there is nothing to sort by
    return _compile_fixed(element, text, context, Undated)


def _render_empty_term(_: Scope) -> str:
    return EMPTY_TERM


def _compile_fixed(element: Text, text: str, context: Context, kind: type[Fixed] = Fixed) -> Render:
    """Render text that is the same for all items; only capitals depend on their language."""
    if not text:
        return render_nothing
    decorate = compile_decoration(element.decoration, context, fixed=True)
    if decorate is None:
        fixed = kind(text)
        return lambda _: fixed
    if element.decoration.text_case == "uppercase":
        return lambda scope: kind(decorate(text, scope))
    done = kind(decorate(text, NO_SCOPE))
    return lambda _: done


def _may_begin_sentence(element: Text, text: str, context: Context) -> bool:
    """Say whether a term gets a capital where it stands first in a note or an entry."""
    if context.area == "citation" and context.program.style.style_class == "in-text":
        return False
    return text[0].islower() and element.decoration.text_case is None and context.key is None


def _compile_variable(element: Text, context: Context) -> Render:
    read = compile_value(element.value, element.form, context)
    if read is render_empty:
        return read
    decoration = element.decoration
    if element.value in NUMBER_VARIABLES:
        read = _compile_number_text(element.value, read, context)
        decorate = compile_number_decoration(decoration, context)
    else:
        if element.value in LINKED:
            read, decoration = compile_link(element.value, read, decoration, context)
        decorate = compile_decoration(decoration, context, leaf=True)
    if decorate is None:
        return read

    def render_variable(scope: Scope) -> str:
        text = read(scope)
        return decorate(text, scope) if text else text

    return render_variable


def _compile_number_text(name: str, read: Render, context: Context) -> Render:
    """Set the ranges and lists in the content of a number variable."""
    convert = compile_number_text(name, context)
    if name == "locator":
        convert = compile_locator_text(convert, context)

    def render_number_text(scope: Scope) -> str:
        text = read(scope)
        return text if not text or text.isdigit() else convert(text, scope.label)

    return render_number_text


_LOCATORS: Final = (
    "book chapter column figure folio issue line note opus page paragraph part section volume verse"
).split()


def _own_labels(locale: Localization) -> frozenset[str]:
    """Give the words that name a kind of locator, without their periods."""
    return frozenset(
        locale.term(name, form, plural=plural).rstrip(".").lower()
        for name in _LOCATORS
        for form in ("long", "short")
        for plural in (False, True)
    )


_COUNTS = frozenset(("number-of-pages", "number-of-volumes"))


def compile_label(element: Label, context: Context) -> Render:
    """Render the term that names a number variable, if the variable is not empty ("Label")."""
    name = element.variable
    read = compile_value(name, "long", context, shown=False)
    if read is render_empty:
        return read
    plural_of: Callable[[str], bool] = {
        "always": lambda _: True,
        "never": lambda _: False,
    }.get(element.plural) or (lambda text: is_plural(text, count=name in _COUNTS))
    decorate = compile_decoration(element.decoration, context, fixed=True)
    locale = context.program.locale

    own_term = element.term or _TERM_OF.get(name, name)
    labels = _own_labels(locale) if name == "locator" else frozenset()

    def brings_label(content: str) -> bool:
        """Say whether a locator such as "vol. 1, fol. 2" says itself what it counts."""
        word, _, number = content.partition(" ")
        word = word.rstrip(".").lower()
        return bool(number) and word.isalpha() and word in labels

    def render_label(scope: Scope) -> str:
        content = read(scope)
        if not content:
            return ""
        term = scope.label if name == "locator" else own_term
        if name == "locator" and brings_label(content):
            return ""
        plural = plural_of(first_part(content) if name == "locator" else content)
        text = locale.term(term, element.form, plural=plural)
        if not text and term in ("sub verbo", "sub-verbo"):
            other = "sub-verbo" if term == "sub verbo" else "sub verbo"
            text = locale.term(other, element.form, plural=plural)
        if not text:
            return NOTHING
        text = harden(without_periods(text, element.decoration))
        return Fixed(text if decorate is None else decorate(text, scope))

    return render_label


_TERM_OF = {"page-first": "page", "number-of-pages": "number-of-pages"}
