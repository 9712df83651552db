"""What an element can see of its context, so that it is compiled once for all that look the same.

"Macro" and "Choose" (CSL 1.0.2) let a style ask for the item type and for its variables anywhere;
most elements ask for neither, and one compiled form serves all item types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from citekit.records import show
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.elements import (
    Choose,
    Date,
    Element,
    Label,
    Macro,
    NameOptions,
    Names,
    Number,
    Text,
)
from citekit.styles.csl.macros import children_of

__all__ = ["Sight", "Sights", "mentioned"]

_NO_OPTIONS: Final = NameOptions()


@frozen(eq=False)
class Sight:
    """What an element, with all that it contains and calls, can see."""

    types: bool = False
    """Whether it tests the item type."""
    names: bool = False
    """Whether it shows names, and so inherits their options."""
    variables: frozenset[str] = frozenset()

    __repr__ = show

    def narrow(self, context: Context) -> Context:
        """Leave out of a context what makes no difference to the element."""
        present = context.present
        sees_type = self.types or not context.type
        sees_names = self.names or context.options is _NO_OPTIONS
        if sees_type and sees_names and (present is None or present <= self.variables):
            return context
        return Context(
            program=context.program,
            type=context.type if self.types else "",
            area=context.area,
            options=context.options if self.names else _NO_OPTIONS,
            present=None if present is None else present & self.variables,
            key=context.key,
            substitute_for=context.substitute_for,
        )


@frozen(eq=False)
class Sights:
    """The sights of the elements of a style with these macros, worked out when asked for."""

    macros: Mapping[str, Macro]
    _known: dict[Element | str, Sight] = field(factory=dict, init=False)

    __repr__ = show

    def of(self, element: Element) -> Sight:
        """Give the sight of an element."""
        found = self._known.get(element)
        if found is None:
            found = self._known[element] = self._sum(
                element, *(self.of(each) for each in children_of(element)), *self._called(element)
            )
        return found

    def of_macro(self, name: str) -> Sight:
        """Give the sight of a macro."""
        found = self._known.get(name)
        if found is None:
            inside = (self.of(each) for each in self.macros[name].children)
            found = self._known[name] = self._sum(None, *inside)
        return found

    def _called(self, element: Element) -> Iterator[Sight]:
        if isinstance(element, Text) and element.source == "macro":
            yield self.of_macro(element.value)

    @staticmethod
    def _sum(element: Element | None, *parts: Sight) -> Sight:
        types, names = _tests_type(element), isinstance(element, Names)
        variables = set() if element is None else set(mentioned(element))
        for part in parts:
            types = types or part.types
            names = names or part.names
            variables |= part.variables
        return Sight(types, names, frozenset(variables))


def _tests_type(element: Element | None) -> bool:
    return isinstance(element, Choose) and any(
        condition.name == "type" for branch in element.branches for condition in branch.conditions
    )


def mentioned(element: Element) -> Iterator[str]:
    """Give the variables that an element itself reads or tests; what its children do is theirs."""
    if isinstance(element, Text):
        if element.source == "variable":
            yield from (element.value, f"{element.value}-short")
    elif isinstance(element, Names):
        yield from element.variables
    elif isinstance(element, Choose):
        for branch in element.branches:
            for condition in branch.conditions:
                yield from condition.values
    elif isinstance(element, (Date, Number, Label)):
        yield element.variable
