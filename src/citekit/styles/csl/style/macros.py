"""Which macros a style calls: missing ones, cycles, and how far they expand ("Macro").

A style of a few kilobytes can ask for 2**30 elements by calling each macro twice from the next,
or for elements nested thousands deep by calling each from the next. Both are worked out macro by
macro, so that it takes linear time; `MAX_ELEMENTS` and `MAX_LEVELS` bound them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from citekit.errors import StyleFault, did_you_mean
from citekit.styles.csl.style.elements import Bibliography, Citation, Element, Macro
from citekit.styles.csl.style.read_elements import Reader

__all__ = ["MAX_ELEMENTS", "MAX_LEVELS", "check_macros"]

MAX_ELEMENTS: Final = 20_000_000
"""How many elements one layout may stand for when every macro is expanded."""

MAX_LEVELS: Final = 60
"""How deep elements may nest when every macro is expanded; whoever walks them may then recurse.

Of the styles of the CSL project, none nests deeper than 39.
"""


def check_macros(
    macros: Mapping[str, Macro],
    citation: Citation,
    bibliography: Bibliography | None,
    reader: Reader,
) -> None:
    """Report missing macros, cycles of macros and expansions that are too large or too deep."""
    inside = {name: _look_inside(macro.elements) for name, macro in macros.items()}
    roots: list[Citation | Bibliography] = [citation]
    if bibliography is not None:
        roots.append(bibliography)
    layouts = [(_look_inside(root.layout.elements), root.layout.line) for root in roots]
    keys = [_Call(key.macro, key.line) for root in roots for key in root.sort if key.macro]
    wanted = [*(call for each, _ in layouts for call in each.calls), *keys]
    for name, line, _ in [*wanted, *(call for each in inside.values() for call in each.calls)]:
        if name not in macros:
            reader.faults.append(
                StyleFault(f"macro {name[:80]!r} is missing", line, did_you_mean(name, macros))
            )
    sizes: dict[str, int] = {}
    levels: dict[str, int] = {}
    for name in _in_order(inside, reader):
        found = inside[name]
        sizes[name] = found.size + sum(sizes.get(call.name, 0) for call in found.calls)
        levels[name] = found.levels_with(levels)
    _check_size(sum(sizes.get(call.name, 0) for call in wanted), citation.layout.line, reader)
    for layout, line in layouts:
        _check_levels(layout.levels_with(levels), line, reader)
    for key in keys:
        _check_levels(levels.get(key.name, 0), key.line, reader)


class _Call(NamedTuple):
    """The call of a macro."""

    name: str
    line: int
    level: int = 0
    """How deep it stands in the macro or layout that calls."""


class _Inside(NamedTuple):
    """What is in a macro or a layout itself, macros not expanded."""

    size: int
    levels: int
    calls: Sequence[_Call]

    def levels_with(self, macros: Mapping[str, int]) -> int:
        """Say how deep elements nest, where *macros* gives the levels of those that they call."""
        called = (call.level + macros.get(call.name, 0) for call in self.calls)
        return max(self.levels, *called) if self.calls else self.levels


def _look_inside(children: Iterable[Element]) -> _Inside:
    """Look at elements level by level."""
    size = level = 0
    calls: list[_Call] = []
    row = [*children]
    while row:
        size += len(row)
        level += 1
        calls += [_Call(name, each.line, level) for each in row if (name := each.calls())]
        row = [child for each in row for child in each.children()]
    return _Inside(size, level, calls)


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


def _in_order(inside: Mapping[str, _Inside], reader: Reader) -> list[str]:
    """Give the macros with the called ones first; report each cycle once, where it closes."""
    order: list[str] = []
    state: dict[str, int] = {}
    for root in inside:
        stack = [(root, iter(inside[root].calls))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            name, rest = stack[-1]
            for call, line, _ in rest:
                if call not in inside or state.get(call) == 2:
                    continue
                if state.get(call) == 1:
                    reader.faults.append(StyleFault(f"macro {call[:80]!r} calls itself", line))
                    continue
                state[call] = 1
                stack.append((call, iter(inside[call].calls)))
                break
            else:
                stack.pop()
                state[name] = 2
                order.append(name)
    return order
