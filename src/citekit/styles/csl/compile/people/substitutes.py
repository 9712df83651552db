"""`cs:substitute` (CSL 1.0.2, "Substitute").

What a substitute rendered is suppressed in the rest of the output.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from citekit.speed.records import shared_repr
from citekit.styles.csl.compile.budget import spend
from citekit.styles.csl.compile.context import Children, Context
from citekit.styles.csl.compile.groups import compile_children
from citekit.styles.csl.compile.scope import (
    EMPTY_TERM,
    HIDDEN,
    SMALL,
    NamesTrace,
    Render,
    Scope,
    render_empty,
)
from citekit.styles.csl.style.elements import Names

__all__ = ["compile_substitutes", "later_substitutes"]


@frozen(eq=False)
@shared_repr
class _Substitutes:
    """The compiled children of a cs:substitute.

    Those of a cs:choose in it are substitutes one by one: a cs:choose leaves its content to what
    it stands in, as it does with the delimiters ("Choose").
    """

    children: Children
    units: int
    """What one counts for; nothing where all of them are little."""
    element: Names
    context: Context

    def render(self, scope: Scope) -> str:
        """Give the first substitute with any output."""
        outer, seen, text = scope.rendered, scope.names_seen, ""
        for render in _chosen(self.children, scope):
            scope.rendered = []
            text = render(scope)
            if self.units:
                spend(scope, self.units, self.element.substitute, self.context)
            if text:
                scope.suppressed = (scope.suppressed or set()).union(scope.rendered)
                if outer is not None:
                    outer.extend(scope.rendered)
                text = _as_names(scope, text) if scope.names_seen == seen else str(text)
                break
            if text is EMPTY_TERM or scope.names_seen != seen:
                break  # an empty term, or names that are there but suppressed
        scope.rendered = outer
        return text if text or text is HIDDEN else ""


def _chosen(children: Children, scope: Scope) -> Iterator[Render]:
    for render, pick in children:
        if render is not None:
            yield render
        elif pick is not None:
            yield from _chosen(pick(scope), scope)


def compile_substitutes(element: Names, context: Context) -> Render:
    """Make the function that gives the first substitute of *element* with any output."""
    children = compile_children(element.substitute, context.within(element))
    useful = tuple(each for each in children if each[0] is not render_empty)
    if not useful:
        return render_empty
    sizes = [*map(context.program.size_of, element.substitute)]
    units = min(max(sizes), SMALL) if sum(sizes) > SMALL else 0
    return _Substitutes(useful, units, element, context).render


def later_substitutes(element: Names, context: Context) -> Render:
    """Do the same, but compile when the names are first missing: in most works they are there."""
    if not element.substitute:
        return render_empty
    made: list[Render] = []

    def render_substitutes(scope: Scope) -> str:
        if not made:
            made.append(compile_substitutes(element, context))
        return made[0](scope)

    return render_substitutes


def _as_names(scope: Scope, text: str) -> str:
    """Let a substitute that is no name list stand for the names: in grouping, and replaced.

    Only variables are replaced where they repeat ("subsequent-author-substitute ... replaces
    names"): two works that both show "Anon." are not by the same author.
    """
    place = scope.names_seen
    scope.names_seen = place + 1
    if place == 0 and scope.suppress_names:
        return HIDDEN
    if scope.trace is not None:
        texts = (text,) if scope.rendered else ()
        scope.trace.append(NamesTrace(place, "", (), 0, texts, text, None))
    instead = scope.author_substitute if place == 0 else None
    return str(text) if instead is None else instead.text
