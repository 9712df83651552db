"""`cs:names`, its label and its substitutes (CSL 1.0.2, "Names", "Label in cs:names",
"Substitute").
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import compile_decoration
from citekit.styles.csl.compile.groups import compile_sequence
from citekit.styles.csl.compile.name_lists import ListStyle, compile_list_style
from citekit.styles.csl.compile.scope import (
    EMPTY_TERM,
    NamesTrace,
    Render,
    Scope,
    render_empty,
    render_nothing,
)
from citekit.styles.csl.elements import PLAIN, Element, Label, Name, Names
from citekit.styles.csl.item import ItemName, NameList
from citekit.styles.csl.seams import add, join

__all__ = ["compile_names"]

_NO_NAME = Name()


def compile_names(element: Names, context: Context) -> Render:
    """Render name variables, or the first substitute that gives something."""
    element = _inherit(element, context)
    if all(context.lacks(variable) for variable in element.variables):
        return _compile_substitutes(element, context) or render_empty
    name = element.name or _NO_NAME
    options = name.options.over(context.options)
    style = compile_list_style(name, element.et_al, options, context)
    one = _compile_one(element, style, context)
    delimiter = element.delimiter
    if delimiter is None:
        delimiter = options.names_delimiter or ""
    decorate = compile_decoration(element.decoration, context)
    variables = element.variables
    combined = _combined_term(variables, element.label, context)
    substitutes = _compile_substitutes(element, context)
    remember = context.substitute_for is not None

    def render_names(scope: Scope) -> str:
        lists = _read(variables, scope)
        if not lists:
            return substitutes(scope) if substitutes is not None else ""
        if remember and scope.rendered is not None:
            scope.rendered += [variable for variable, _ in lists]
        if combined and len(lists) == 2 and lists[0][1] == lists[1][1]:
            lists = [(combined, lists[0][1])]
        if style.counts:
            return str(sum(style.shown(names, scope) for _, names in lists))
        place = scope.names_seen
        scope.names_seen = place + len(lists)
        if place == 0 and scope.suppress_names:
            return ""
        parts = [
            text for i, (v, names) in enumerate(lists) if (text := one(v, names, scope, place + i))
        ]
        if not parts:
            return ""
        text = join(parts, delimiter)
        if remember:
            scope.suppressed = (scope.suppressed or set()).union(variables)
        return decorate(text, scope) if decorate is not None else text

    return render_names


def _inherit(element: Names, context: Context) -> Names:
    """Let a shorthand cs:names in a cs:substitute inherit from the outer one ("Substitute")."""
    outer = context.substitute_for
    if outer is None:
        return element
    if element.has_children:
        return evolve(
            element,
            name=element.name or outer.name,
            et_al=element.et_al or outer.et_al,
        )
    return evolve(
        element,
        name=outer.name,
        et_al=outer.et_al,
        label=outer.label,
        label_first=outer.label_first,
        delimiter=outer.delimiter if element.delimiter is None else element.delimiter,
        decoration=outer.decoration if element.decoration == PLAIN else element.decoration,
    )


def _read(variables: tuple[str, ...], scope: Scope) -> list[tuple[str, NameList]]:
    """Give the name lists that are there; a plain text stands for one literal name."""
    found = []
    for variable in variables:
        value = scope.values.get(variable)
        if not value or (scope.suppressed is not None and variable in scope.suppressed):
            continue
        if not isinstance(value, NameList):
            value = NameList((ItemName(literal=str(value)),))
        found.append((variable, value))
    return found


def _combined_term(variables: tuple[str, ...], label: Label | None, context: Context) -> str:
    """Give the term for an editor who is also the translator, if the locale has one."""
    if set(variables) != {"editor", "translator"} or len(variables) != 2:
        return ""
    term = "editortranslator"
    if label is not None and not context.program.locale.term(term, label.form):
        return ""
    return term


def _compile_one(
    element: Names, style: ListStyle, context: Context
) -> Callable[[str, NameList, Scope, int], str]:
    """Make the function that renders one list with its label."""
    label = _compile_label(element.label, context)
    label_first = element.label_first

    def one(variable: str, names: NameList, scope: Scope, place: int) -> str:
        text = style.render(variable, names, scope, place)
        if text and style.decorate is not None:
            text = style.decorate(text, scope)
        if label is None or not text:
            return text
        term = label(variable, len(names.names) > 1, scope)
        if not term:
            return text
        return add(term, text) if label_first else add(text, term)

    return one


def _compile_label(
    label: Label | None, context: Context
) -> Callable[[str, bool, Scope], str] | None:
    """Make the function from a name variable to its label; sort keys have none."""
    if label is None or context.key is not None:
        return None
    locale = context.program.locale
    decorate = compile_decoration(label.decoration, context)
    form, number = label.form, label.plural

    def render_label(variable: str, several: bool, scope: Scope) -> str:
        plural = several if number == "contextual" else number == "always"
        text = locale.term(variable, form, plural=plural)
        return decorate(text, scope) if decorate is not None and text else text

    return render_label


def _compile_substitutes(element: Names, context: Context) -> Render | None:
    """Make the function that gives the first substitute with any output."""
    if not element.substitute:
        return None
    inner = context.within(element)
    renders = []
    for child in element.substitute:
        render = _one_substitute(child, inner)
        if render is not render_empty and render is not render_nothing:
            renders.append(render)
    if not renders:
        return render_empty

    def render_substitute(scope: Scope) -> str:
        outer, scope.rendered = scope.rendered, []
        seen = scope.names_seen
        try:
            for render in renders:
                scope.rendered = []
                text = render(scope)
                if text:
                    scope.suppressed = (scope.suppressed or set()).union(scope.rendered)
                    if outer is not None:
                        outer.extend(scope.rendered)
                    if scope.names_seen == seen:
                        text = _as_names(scope, text)
                    return str(text)
                if text is EMPTY_TERM or scope.names_seen != seen:
                    return ""  # an empty term, or names that are there but suppressed
        finally:
            scope.rendered = outer
        return ""

    return render_substitute


def _as_names(scope: Scope, text: str) -> str:
    """Let a substitute that is no name list stand for the names: in grouping, and replaced."""
    place = scope.names_seen
    scope.names_seen = place + 1
    if place == 0 and scope.suppress_names:
        return ""
    if scope.trace is not None:
        scope.trace.append(NamesTrace(place, "", (), 0, (text,), text, None))
    instead = scope.author_substitute if place == 0 else None
    return text if instead is None else instead.text


def _one_substitute(child: Element, context: Context) -> Render:
    return compile_sequence((child,), context)
