"""Which macros a style calls: missing ones, cycles, and how far they expand ("Macro").

A style of a few kilobytes can ask for 2**30 elements by calling each macro twice from the next,
or for elements nested thousands deep by calling each from the next. Both are worked out macro by
macro, so that it takes linear time; `MAX_ELEMENTS` and `MAX_LEVELS` bound them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from citekit.errors import StyleFault, did_you_mean
from citekit.styles.csl.elements import (
    Bibliography,
    Choose,
    Citation,
    Element,
    Group,
    Macro,
    Names,
    Text,
)
from citekit.styles.csl.read_elements import Reader

__all__ = ["MAX_ELEMENTS", "MAX_LEVELS", "check_macros", "children_of", "walk"]

MAX_ELEMENTS: Final = 20_000_000
"""How many elements one layout may stand for when every macro is expanded."""

MAX_LEVELS: Final = 60
"""How deep elements may nest when every macro is expanded; whoever walks them may then recurse.

Of the styles of the CSL project, none nests deeper than 39.
"""


def children_of(element: Element) -> tuple[Element, ...]:
    """Give the elements right below an element, in all branches; a macro called is not below."""
    if isinstance(element, Text):  # most are
        return ()
    if isinstance(element, Group):
        return element.children
    if isinstance(element, Names):
        return element.substitute
    if isinstance(element, Choose):
        return tuple([child for branch in element.branches for child in branch.children])
    return ()


def walk(children: tuple[Element, ...]) -> Iterator[Element]:
    """Give all elements below *children*, macros not expanded."""
    pending = [*reversed(children)]
    while pending:
        element = pending.pop()
        yield element
        pending += reversed(children_of(element))


def check_macros(
    macros: Mapping[str, Macro],
    citation: Citation,
    bibliography: Bibliography | None,
    reader: Reader,
) -> None:
    """Report missing macros, cycles of macros and expansions that are too large or too deep."""
    inside = {name: [*walk(macro.children)] for name, macro in macros.items()}
    calls = {name: _calls(elements) for name, elements in inside.items()}
    roots: list[Citation | Bibliography] = [citation]
    if bibliography is not None:
        roots.append(bibliography)
    keys = [key for root in roots for key in root.sort if key.macro]
    wanted = [call for root in roots for call in _calls(walk(root.layout.children))]
    wanted += [(key.macro, key.line) for key in keys]
    for name, line in [*wanted, *(call for each in calls.values() for call in each)]:
        if name not in macros:
            reader.faults.append(
                StyleFault(f"macro {name[:80]!r} is missing", line, did_you_mean(name, macros))
            )
    order = _in_order(macros, calls, reader)
    sizes: dict[str, int] = {}
    levels: dict[str, int] = {}
    for name in order:
        sizes[name] = len(inside[name]) + sum(sizes.get(call, 0) for call, _ in calls[name])
        levels[name] = _levels(macros[name].children, levels)
    _check_size(sum(sizes.get(name, 0) for name, _ in wanted), citation.layout.line, reader)
    for root in roots:
        _check_levels(_levels(root.layout.children, levels), root.layout.line, reader)
    for key in keys:
        _check_levels(levels.get(key.macro, 0), key.line, reader)


def _check_size(total: int, line: int, reader: Reader) -> None:
    if total > MAX_ELEMENTS:
        reader.faults.append(
            StyleFault(
                f"the macros expand to {total} elements, more than {MAX_ELEMENTS}",
                line,
                "a macro that calls another one twice, level upon level, doubles at each",
            )
        )


def _check_levels(levels: int, line: int, reader: Reader) -> None:
    if levels > MAX_LEVELS:
        reader.faults.append(
            StyleFault(
                f"elements nest {levels} levels deep, macros expanded; more than {MAX_LEVELS}",
                line,
                "call fewer macros from macros",
            )
        )


def _levels(children: tuple[Element, ...], macros: Mapping[str, int]) -> int:
    """Say how deep elements nest, where *macros* gives the levels of those that they call."""
    return max(
        (
            1 + macros.get(each.value, 0)
            if isinstance(each, Text) and each.source == "macro"
            else 1 + _levels(children_of(each), macros)
            for each in children
        ),
        default=0,
    )


def _calls(elements: Iterable[Element]) -> list[tuple[str, int]]:
    return [
        (each.value, each.line)
        for each in elements
        if isinstance(each, Text) and each.source == "macro"
    ]


def _in_order(
    macros: Mapping[str, Macro], calls: Mapping[str, list[tuple[str, int]]], reader: Reader
) -> list[str]:
    """Give the macros with the called ones first; report each cycle once, where it closes."""
    order: list[str] = []
    state: dict[str, int] = {}
    for root in macros:
        stack = [(root, iter(calls[root]))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            name, rest = stack[-1]
            for call, line in rest:
                if call not in macros or state.get(call) == 2:
                    continue
                if state.get(call) == 1:
                    reader.faults.append(StyleFault(f"macro {call[:80]!r} calls itself", line))
                    continue
                state[call] = 1
                stack.append((call, iter(calls[call])))
                break
            else:
                stack.pop()
                state[name] = 2
                order.append(name)
    return order
