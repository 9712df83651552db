"""Which macros a style calls: missing ones, cycles, and how far they expand ("Macro").

A style of a few kilobytes can ask for 2**30 elements by calling each macro twice from the next.
The sum is memoised, so that counting is linear; `MAX_ELEMENTS` bounds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

__all__ = ["MAX_ELEMENTS", "check_macros", "walk"]

MAX_ELEMENTS: Final = 20_000_000
"""How many elements one layout may stand for when every macro is expanded."""


def walk(children: tuple[Element, ...]) -> Iterator[Element]:
    """Give all elements below *children*, macros not expanded."""
    for element in children:
        yield element
        if isinstance(element, Group):
            yield from walk(element.children)
        elif isinstance(element, Names):
            yield from walk(element.substitute)
        elif isinstance(element, Choose):
            for branch in element.branches:
                yield from walk(branch.children)


def check_macros(
    macros: Mapping[str, Macro],
    citation: Citation,
    bibliography: Bibliography | None,
    reader: Reader,
) -> None:
    """Report missing macros, cycles of macros and expansions that are too large."""
    calls = {name: _calls(macro.children) for name, macro in macros.items()}
    roots: list[Citation | Bibliography] = [citation]
    if bibliography is not None:
        roots.append(bibliography)
    wanted = [call for root in roots for call in _calls(root.layout.children)]
    wanted += [(key.macro, key.line) for root in roots for key in root.sort if key.macro]
    for name, line in [*wanted, *(call for each in calls.values() for call in each)]:
        if name not in macros:
            reader.faults.append(
                StyleFault(f"macro {name[:80]!r} is missing", line, did_you_mean(name, macros))
            )
    order = _in_order(macros, calls, reader)
    sizes: dict[str, int] = {}
    for name in order:
        own = sum(1 for _ in walk(macros[name].children))
        sizes[name] = own + sum(sizes.get(call, 0) for call, _ in calls[name])
    total = sum(sizes.get(name, 0) for name, _ in wanted)
    if total > MAX_ELEMENTS:
        reader.faults.append(
            StyleFault(
                f"the macros expand to {total} elements, more than {MAX_ELEMENTS}",
                citation.layout.line,
                "a macro that calls another one twice, level upon level, doubles at each",
            )
        )


def _calls(children: tuple[Element, ...]) -> list[tuple[str, int]]:
    return [
        (each.value, each.line)
        for each in walk(children)
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
