"""`cs:group` and macros: which of their parts appear (CSL 1.0.2, "Group", "Macro", "Delimiter").

What the parts called is summed up in two bits: a lattice of none (0), empty (`_CALLED`) and
filled (`_FILLED`), in which the sum of two is their bitwise or.
"""

from __future__ import annotations

from typing import Final

from citekit.styles.csl.compile.budget import CALLED, FILLED, collect, counted, part_by_part
from citekit.styles.csl.compile.context import Children, Context, Pick
from citekit.styles.csl.compile.decoration import compile_decoration
from citekit.styles.csl.compile.scope import (
    HIDDEN,
    NOTHING,
    Fixed,
    Render,
    Scope,
    Undated,
    render_empty,
    render_nothing,
)
from citekit.styles.csl.marked.marks import HARD
from citekit.styles.csl.marked.punctuation import join
from citekit.styles.csl.style.elements import PLAIN, Choose, Element, Group, Text
from citekit.styles.csl.style.rewrite import keeps_spaces

__all__ = ["compile_children", "compile_group", "compile_macro", "compile_sequence"]

_NO_TEXT: Final = (NOTHING, "", HIDDEN, HIDDEN)
"""What says, without any text, what was called."""


def compile_children(elements: tuple[Element, ...], context: Context) -> Children:
    """Compile elements; a cs:choose decided by the item type alone becomes its branch."""
    found: list[tuple[Render | None, Pick | None]] = []
    for element in elements:
        if isinstance(element, Choose):
            chosen = context.program.choose(element, context)
            found += chosen if isinstance(chosen, tuple) else [(None, chosen)]
        else:
            found.append((context.program.element(element, context), None))
    return _without_idle(found)


def _without_idle(children: list[tuple[Render | None, Pick | None]]) -> Children:
    """Leave out children that never print; of those that call variables, one stays."""
    kept: list[tuple[Render | None, Pick | None]] = []
    has_empty = False
    for child in children:
        if child[0] is render_nothing or (child[0] is render_empty and has_empty):
            continue
        has_empty = has_empty or child[0] is render_empty
        kept.append(child)
    return tuple(kept)


def compile_sequence(
    elements: tuple[Element, ...], context: Context, *, suppress: bool = False
) -> Render:
    """Render elements one after the other, as in a layout or (*suppress*) a macro.

    A macro whose variables are all empty prints nothing, as a group does; that there is no date,
    it says even so: it is no group, of which CSL 1.0.2 says that it is "suppressed".
    """
    children = compile_children(elements, context)
    if not children:
        return render_nothing
    if len(children) == 1 and children[0][0] is not None:
        return children[0][0]
    keeps = keeps_spaces(elements)
    children = part_by_part(children, elements, context)

    def render_sequence(scope: Scope) -> str:
        parts: list[str] = []
        called = collect(children, scope, parts)
        if not parts:
            return _NO_TEXT[called]
        if called == CALLED and suppress and not any(type(part) is Undated for part in parts):
            return ""
        text = join(parts, "")
        if keeps and text[-1] == HARD:
            text = text[:-1]  # nothing follows here whose space it could keep
        return text if called & FILLED else Fixed(text)

    return counted(render_sequence, elements, context)


def compile_group(element: Group, context: Context) -> Render:
    """Join the children, or print nothing when all variables they called were empty ("Group").

    To an outer group, a group that printed something counts as a filled variable.
    """
    children = compile_children(element.elements, context)
    if not children:
        return render_nothing
    if children == ((render_empty, None),):
        return render_empty
    if len(children) == 1 and element.decoration == PLAIN and _is_plain(element.elements):
        return children[0][0] or render_nothing
    delimiter = element.delimiter
    keeps = not delimiter and keeps_spaces(element.elements)
    decorate = compile_decoration(element.decoration, context)
    children = part_by_part(children, element.elements, context, delimiter)

    def render_group(scope: Scope) -> str:
        parts: list[str] = []
        called = collect(children, scope, parts)
        if called == CALLED or not parts:
            return _NO_TEXT[called]
        text = join(parts, delimiter)
        if keeps and text[-1] == HARD:
            text = text[:-1]
        if decorate is not None:
            return decorate(text, scope)
        return text if type(text) is str else str(text)

    return counted(render_group, element.elements, context)


def _is_plain(elements: tuple[Element, ...]) -> bool:
    """Say whether elements give plain `str` whenever they print: no term, no fixed value."""
    return not any(
        isinstance(each, Choose) or (isinstance(each, Text) and each.source in ("term", "value"))
        for each in elements
    )


def compile_macro(element: Text, context: Context) -> Render:
    """Call a macro; its compiled form is shared by all calls in equal contexts ("Macro").

    "If the cs:macro is non-empty, it is treated as a non-empty variable" ("Group").
    """
    render = context.program.macro(element.value, context)
    if render is render_empty or render is render_nothing:
        return render
    decorate = compile_decoration(element.decoration, context)
    if decorate is None and _is_plain(context.program.style.macros[element.value].elements):
        return render

    if decorate is None:
        return lambda scope: str(text) if (text := render(scope)) else text
    decorated = decorate

    def render_macro(scope: Scope) -> str:
        text = render(scope)
        return decorated(text, scope) if text else text

    return render_macro
