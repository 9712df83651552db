"""`cs:names` and its label (CSL 1.0.2, "Names", "Label in cs:names")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import evolve, frozen

from citekit.speed.records import shared_repr
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import Decorate, compile_decoration, without_periods
from citekit.styles.csl.compile.origins import Origin
from citekit.styles.csl.compile.people.lists import ListStyle, compile_list_style
from citekit.styles.csl.compile.people.substitutes import compile_substitutes, later_substitutes
from citekit.styles.csl.compile.scope import HIDDEN, Render, Scope
from citekit.styles.csl.item.variables import ItemName, NameList
from citekit.styles.csl.marked.punctuation import add, join
from citekit.styles.csl.style.elements import PLAIN, Label, Name, Names

__all__ = ["compile_names"]

_NO_NAME = Name()
_COMBINED: Final = "editortranslator"
_One = Callable[[str, NameList, Scope, int], str]


@frozen(eq=False)
@shared_repr
class _NamesRenderer:
    """A compiled cs:names."""

    variables: tuple[str, ...]
    style: ListStyle
    one: _One
    delimiter: str
    combined: str
    """The term for one person in two roles, "" where that is not looked at."""
    decorate: Decorate | None
    substitutes: Render
    in_substitute: bool

    def render_one(self, scope: Scope) -> str:
        """Render the list of the only variable; where that takes more, as `render` does."""
        names = scope.values.get(self.variables[0])
        if type(names) is not NameList or not names.names or scope.suppressed is not None:
            return self.render(scope)
        place = scope.names_seen
        scope.names_seen = place + 1
        if place == 0 and scope.suppress_names:
            return HIDDEN
        text = self.one(self.variables[0], names, scope, place)
        return self.decorate(text, scope) if self.decorate is not None and text else text

    def render(self, scope: Scope) -> str:
        """Render the name lists that are there, or a substitute for them."""
        lists = _read(self.variables, scope)
        if not lists:
            return self.substitutes(scope)
        if self.in_substitute and scope.rendered is not None:
            scope.rendered += [variable for variable, _ in lists]
        if self.combined and len(lists) == 2 and lists[0][1] == lists[1][1]:
            lists = [(self.combined, lists[0][1])]
        if self.style.counts:
            return str(sum(self.style.shown(names, scope) for _, names in lists))
        place = scope.names_seen
        scope.names_seen = place + len(lists)
        if place == 0 and scope.suppress_names:
            return HIDDEN
        return self._join(lists, place, scope)

    def _join(self, lists: list[tuple[str, NameList]], place: int, scope: Scope) -> str:
        parts = []
        for variable, names in lists:
            text = self.one(variable, names, scope, place)
            if text:
                parts.append(text)
            place += 1
        if not parts:
            return ""
        if self.in_substitute:
            scope.suppressed = (scope.suppressed or set()).union(self.variables)
        text = join(parts, self.delimiter)
        return self.decorate(text, scope) if self.decorate is not None else text


def compile_names(element: Names, context: Context) -> Render:
    """Render name variables, or the first substitute that gives something."""
    element = _inherit(element, context)
    if all(context.lacks(variable) for variable in element.variable_names):
        return compile_substitutes(element, context)
    name = element.name or _NO_NAME
    options = name.options.over(context.options)
    style = compile_list_style(name, element.et_al, options, context)
    delimiter = options.names_delimiter if element.delimiter is None else element.delimiter
    renderer = _NamesRenderer(
        variables=element.variable_names,
        style=style,
        one=_compile_one(element, style, context),
        delimiter=delimiter or "",
        combined=_combined_term(element.variable_names, element.label, context),
        decorate=compile_decoration(element.decoration, context),
        substitutes=later_substitutes(element, context),
        in_substitute=context.substitute_for is not None,
    )
    is_only = len(element.variable_names) == 1 and not style.counts and not renderer.in_substitute
    return renderer.render_one if is_only else renderer.render


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
        if value is None or (scope.suppressed is not None and variable in scope.suppressed):
            continue
        if not isinstance(value, NameList):
            value = NameList((ItemName(literal=str(value)),) if value else ())
        if not value.names:
            continue
        found.append((variable, value))
    return found


def _combined_term(variables: tuple[str, ...], label: Label | None, context: Context) -> str:
    """Give the term for an editor who is also the translator, if the locale has one."""
    if set(variables) != {"editor", "translator"} or len(variables) != 2:
        return ""
    if label is not None and not context.program.locale.term(_COMBINED, label.form):
        return ""
    return _COMBINED


def _compile_one(element: Names, style: ListStyle, context: Context) -> _One:
    """Make the function that renders one list with its label."""
    label = _compile_label(element.label, (*element.variable_names, _COMBINED), context)
    label_first = element.label_first

    def origin(variable: str, *_: object) -> Origin:
        return Origin(element="names", line=element.line, variable=variable)

    render = style.render if style.other is None else style.render_by_language
    show = context.program.traced(render, context, origin)
    if label is None:
        return show

    def one(variable: str, names: NameList, scope: Scope, place: int) -> str:
        text = show(variable, names, scope, place)
        if not text:
            return text
        term = label(variable, len(names.names) > 1, scope)
        if not term:
            return text
        return add(term, text) if label_first else add(text, term)

    return one


def _compile_label(
    label: Label | None, variables: tuple[str, ...], context: Context
) -> Callable[[str, bool, Scope], str] | None:
    """Make the function from a name variable to its label; sort keys have none."""
    if label is None or context.key is not None:
        return None
    locale = context.program.locale
    terms = {
        (variable, plural): without_periods(
            locale.term(variable, label.form, plural=plural), label.decoration
        )
        for variable in variables
        for plural in (False, True)
    }

    if not any(terms.values()):
        return None
    decorate = compile_decoration(label.decoration, context, fixed=True)
    number = label.plural

    def render_label(variable: str, several: bool, scope: Scope) -> str:
        plural = several if number == "contextual" else number == "always"
        text = terms[variable, plural]
        return decorate(text, scope) if decorate is not None and text else text

    def origin(variable: str, *_: object) -> Origin:
        return Origin(element="label", line=label.line, variable=variable, term=variable)

    return context.program.traced(render_label, context, origin)
