"""What an element can see of its context, so that it is compiled once for all that look the same.

"Macro" and "Choose" (CSL 1.0.2) let a style ask for the item type and for its variables anywhere;
most elements ask for neither, and one compiled form serves all item types.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from attrs import field, frozen

from citekit.speed.records import shared_repr
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.scope import SMALL
from citekit.styles.csl.style.elements import Choose, Element, Macro, NameOptions

__all__ = ["Dependencies", "Dependency"]

_NO_OPTIONS: Final = NameOptions()


class Dependency(NamedTuple):
    """On what of its context an element depends, with all that it contains and calls."""

    types: bool
    """Whether it tests the item type."""
    names: bool
    """Whether it shows names, and so inherits their options."""


@frozen(eq=False)
@shared_repr
class Dependencies:
    """The dependencies of the elements of a style with these macros, worked out when asked for.

    An element is asked for by itself, a macro by its name.
    """

    macros: Mapping[str, Macro]
    _known: dict[Element | str, Dependency] = field(factory=dict, init=False)
    _variables: dict[Element | str, frozenset[str]] = field(factory=dict, init=False)
    _sizes: dict[Element | str, int] = field(factory=dict, init=False)
    _own_sizes: dict[Element, int] = field(factory=dict, init=False)

    def narrow(self, element: Element | str, context: Context) -> Context:
        """Leave out of a context what makes no difference to the element."""
        types, names = self.of(element)
        present = context.present
        if present is not None:
            present &= self.variables_of(element)
        type_ = context.type if types else ""
        options = context.options if names else _NO_OPTIONS
        if type_ == context.type and options is context.options and present == context.present:
            return context
        return Context(
            program=context.program,
            type=type_,
            area=context.area,
            options=options,
            present=present,
            key=context.key,
            substitute_for=context.substitute_for,
        )

    def of(self, element: Element | str) -> Dependency:
        """Give the dependency of an element or a macro."""
        found = self._known.get(element)
        if found is None:
            types = names = False
            if not isinstance(element, str):
                types = any(test.name == "type" for test in element.conditions())
                names = element.shows_names
            for part in self._parts(element):
                if types and names:
                    break
                below = self.of(part)
                types, names = types or below.types, names or below.names
            found = self._known[element] = Dependency(types, names)
        return found

    def variables_of(self, element: Element | str) -> frozenset[str]:
        """Give the variables that an element or a macro reads or tests."""
        found = self._variables.get(element)
        if found is None:
            own = () if isinstance(element, str) else element.variables()
            found = frozenset(own).union(*map(self.variables_of, self._parts(element)))
            self._variables[element] = found
        return found

    def size_of(self, element: Element | str) -> int:
        """Say how many elements are executed for an element or a macro at most, macros expanded."""
        found = self._sizes.get(element)
        if found is None:
            if isinstance(element, Choose):
                found = _size_of_choose(element, self.size_of)
            else:
                found = 1 + sum(map(self.size_of, self._parts(element)))
            self._sizes[element] = found
        return found

    def own_size_of(self, element: Element) -> int:
        """Say the same, where an element of more than `SMALL` counts by itself."""
        found = self._own_sizes.get(element)
        if found is None:
            if isinstance(element, Choose):
                found = _size_of_choose(element, self.own_size_of)
            else:
                whole = self.size_of(element)
                found = whole if whole <= SMALL else 1
            self._own_sizes[element] = found
        return found

    def _parts(self, element: Element | str) -> Sequence[Element | str]:
        if isinstance(element, str):
            return self.macros[element].elements
        macro = element.calls()
        return (macro,) if macro else element.children()


def _size_of_choose(element: Choose, size_of: Callable[[Element], int]) -> int:
    """Say how many conditions are tested and elements executed at most: those of one branch."""
    tests = sum(len(test.values) for test in element.conditions())
    return tests + max(sum(map(size_of, branch.elements)) for branch in element.branches)
