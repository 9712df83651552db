"""How much one rendering may do: elements executed and characters written.

A style of two kilobytes can double its work with each macro, twenty times over, and so can it the
text that it writes. How often its macros are written out says little about that (a large style has
millions of elements, of which a work takes hundreds), so what is done is counted. The unit is an
element executed, or 64 characters put together, which take about as long. A rendering (of an entry,
a cite, or all sort keys of a work) has `FREE` units, and if these are used up once `PER_SIZE` units
more for each 64 characters of the work itself: a title of a megabyte is no fault of the style.

Counting costs nearly nothing. A body (of a macro, group or layout) that stands for `SMALL` elements
at most, macros expanded and of each cs:choose one branch, is not counted: no work makes more of it.
Most are small. The others are counted where they collect their parts, before these are joined.

What installed styles take is measured by `benchmarks/limits.py`: less than a tenth of either.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from citekit.errors import StyleError, StyleFault
from citekit.styles.csl.compile.context import Children, Context
from citekit.styles.csl.compile.scope import FREE, HIDDEN, SMALL, Scope
from citekit.styles.csl.item.variables import NameList
from citekit.styles.csl.style.elements import Elements, walk

__all__ = ["CALLED", "FILLED", "PER_SIZE", "collect", "collector", "limit", "spend"]

CALLED: Final = 1
FILLED: Final = 2
PER_SIZE: Final = 200
"""How many units a rendering gets for each unit of the work's own size."""
LONG: Final = 400
"""How many elements a body may execute itself to be counted as a whole."""
_NAME_SIZE: Final = 16
"""What a name counts for, however short it is."""

Collect: TypeAlias = Callable[[Children, Scope, list[str]], int]
"""Renders children into a list of parts, and gives what they called."""


def spend(scope: Scope, units: int, owner: Elements, context: Context) -> None:
    """Count what was done, and give a large work its due when it needs that.

    Args:
        scope: The rendering.
        units: What was done.
        owner: Elements of the body that did it.
        context: Where it stands.

    Raises:
        StyleError: It is more than a work of this size may take.
    """
    scope.left -= units
    if scope.left < 0 and not scope.is_extended:
        scope.is_extended = True
        scope.left += limit(scope) - FREE
    if scope.left < 0:
        raise _too_much(scope, owner, context)


def _too_much(scope: Scope, owner: Elements, context: Context) -> StyleError:
    name, line = _place(owner, context)
    return StyleError(
        f"the style does too much for one work, in {name}",
        work=scope.item.id,
        faults=[
            StyleFault(
                f"{name} executes more elements, or writes more text, than a work of this size "
                "may take",
                line or None,
                "a macro that calls another one twice, level upon level, doubles at each",
            )
        ],
    )


def limit(scope: Scope) -> int:
    """Say how much a rendering may do, with what is due for the size of its work."""
    return FREE + PER_SIZE * (_size(scope) >> 6)


def _size(scope: Scope) -> int:
    """Give the size of a work in characters, and of what the cite adds to it."""
    size = len(scope.locator) + len(scope.year_suffix)
    for value in scope.values.values():
        if isinstance(value, NameList):
            size += sum(_NAME_SIZE + len(name.family) + len(name.given) + len(name.literal)
                        for name in value.names)  # fmt: skip
        elif isinstance(value, str):
            size += len(value)
    return size


def _place(owner: Elements, context: Context) -> tuple[str, int]:
    """Say where elements stand, and on which line that begins."""
    style = context.program.style
    known = {id(each) for each in owner}
    for macro in style.macros.values():
        if any(id(each) in known for each in walk(macro.elements)):
            return f"macro {macro.name[:80]!r}", macro.line
    return f"the layout of cs:{context.area}", owner[0].line if owner else 0


def collector(elements: Elements, context: Context, delimiter: str = "") -> Collect:
    """Give what collects the parts of a body: `collect`, or what counts where they may be many."""
    if sum(map(context.program.size_of, elements)) <= SMALL:
        return collect
    units = sum(map(context.program.own_size_of, elements))

    def collect_and_count(children: Children, scope: Scope, parts: list[str]) -> int:
        called = collect(children, scope, parts)
        left = scope.left = scope.left - units - (sum(map(len, parts)) >> 6)
        if left < 0:
            spend(scope, 0, elements, context)
        return called

    return (
        collect_and_count if units <= LONG else _part_by_part(units, elements, context, delimiter)
    )


def _part_by_part(units: int, elements: Elements, context: Context, delimiter: str) -> Collect:
    """Make what collects the parts of a long body, which may be too much before its end."""
    between = len(delimiter)

    def collect_picked(children: Children, scope: Scope, parts: list[str]) -> int:
        called = 0
        for child in children:
            if child[1] is not None:
                called |= collect_picked(child[1](scope), scope, parts)
                continue
            before = len(parts)
            called |= collect((child,), scope, parts)
            if len(parts) > before:
                spend(scope, (len(parts[-1]) + between) >> 6, elements, context)
        return called

    def collect_counted(children: Children, scope: Scope, parts: list[str]) -> int:
        spend(scope, units, elements, context)
        return collect_picked(children, scope, parts)

    return collect_counted


def collect(children: Children, scope: Scope, parts: list[str]) -> int:
    """Render *children* into *parts*; give what they called."""
    called = 0
    for render, pick in children:
        if render is not None:
            text = render(scope)
            if text:
                parts.append(text)
                if type(text) is str:
                    called |= FILLED
            elif type(text) is str:
                called |= CALLED
            elif text is HIDDEN:
                called |= FILLED
        elif pick is not None:
            called |= collect(pick(scope), scope, parts)
    return called
