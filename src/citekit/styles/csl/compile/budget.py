"""How much one rendering may do: elements executed and characters written.

A style of two kilobytes can double its work with each macro, twenty times over, and so can it the
text that it writes. How often its macros are written out says little about that (a large style has
millions of elements, of which a work takes hundreds), so what is done is counted. The unit is an
element executed, or 64 characters put together, which take about as long. A rendering (of an entry,
a cite, or all sort keys of a work) has `FREE` units, and if these are used up once `PER_SIZE` units
more for each 64 characters of the work itself: a title of a megabyte is no fault of the style.

Counting costs nearly nothing. A body (of a macro, group or layout) that stands for `SMALL` elements
at most, macros expanded and of each cs:choose one branch, is not counted: no work makes more of it.
Most are small. The others are counted when they are done; long ones part by part.

What installed styles take is measured by `benchmarks/limits.py`: less than a tenth of either.
"""

from __future__ import annotations

from typing import Final

from citekit.errors import StyleError, StyleFault
from citekit.styles.csl.compile.context import Children, Context, Pick
from citekit.styles.csl.compile.scope import FREE, HIDDEN, SMALL, Render, Scope
from citekit.styles.csl.item.variables import NameList
from citekit.styles.csl.style.elements import Elements, walk

__all__ = ["CALLED", "FILLED", "PER_SIZE", "collect", "counted", "limit", "part_by_part", "spend"]

CALLED: Final = 1
FILLED: Final = 2
PER_SIZE: Final = 200
"""How many units a rendering gets for each unit of the work's own size."""
LONG: Final = 400
"""How many elements a body may execute itself to be counted as a whole."""
_NAME_SIZE: Final = 16
"""What a name counts for, however short it is."""


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


def counted(render: Render, elements: Elements, context: Context) -> Render:
    """Give what renders a body, or where that may be much what counts it, too.

    What renders is one function for all bodies, called as it was: the interpreter is fast where it
    always finds the same.
    """
    if not _is_large(elements, context):
        return render
    units = sum(map(context.program.own_size_of, elements))

    def render_counted(scope: Scope) -> str:
        text = render(scope)
        left = scope.left = scope.left - units - (len(text) >> 6)
        if left < 0:
            spend(scope, 0, elements, context)
        return text

    return render_counted


def _is_large(elements: Elements, context: Context) -> bool:
    return sum(map(context.program.size_of, elements)) > SMALL


def part_by_part(
    children: Children, elements: Elements, context: Context, delimiter: str = ""
) -> Children:
    """Let the children of a long body count one by one, as it may be too much before its end."""
    if not _is_large(elements, context):
        return children
    if sum(map(context.program.own_size_of, elements)) <= LONG:
        return children
    between = len(delimiter)

    def one(render: Render) -> Render:
        def render_part(scope: Scope) -> str:
            text = render(scope)
            if text:
                spend(scope, (len(text) + between) >> 6, elements, context)
            return text

        return render_part

    def each(children: Children) -> Children:
        return tuple((render and one(render), pick and picked(pick)) for render, pick in children)

    def picked(pick: Pick) -> Pick:
        known: dict[int, tuple[Children, Children]] = {}

        def pick_part(scope: Scope) -> Children:
            found = pick(scope)
            if id(found) not in known:  # what is found is kept beside, so that its id stays its own
                known[id(found)] = (found, each(found))
            return known[id(found)][1]

        return pick_part

    return each(children)


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
