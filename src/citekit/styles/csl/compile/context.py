"""What is known when an element is compiled: style, locale, item type, inherited options."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, Literal, Protocol, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from citekit.speed.records import shared_repr
from citekit.styles.csl.compile.origins import Origin
from citekit.styles.csl.compile.scope import Render, Scope
from citekit.styles.csl.style.elements import Choose, Element, Key, NameOptions, Names, Style
from citekit.styles.csl.style.locales import Localization

__all__ = ["SPECIAL_VARIABLES", "Area", "Children", "Compiler", "Context", "Pick"]

SPECIAL_VARIABLES: Final = frozenset(
    ("citation-label", "citation-number", "first-reference-note-number", "locator", "year-suffix")
)
"""Variables that depend on the document or the cite, not on the item alone."""
Area = Literal["citation", "bibliography"]

Pick: TypeAlias = Callable[[Scope], "Children"]
"""A cs:choose whose branch depends on the item: gives the children of the branch."""
_Made = TypeVar("_Made")
_Show = TypeVar("_Show", bound=Callable[..., str])
Children: TypeAlias = tuple[tuple[Render | None, Pick | None], ...]
"""Compiled children: each is a function that renders or one that picks further children."""


class Compiler(Protocol):
    """What an element's compile function may ask of the whole (`program.Program`)."""

    @property
    def style(self) -> Style:
        """Give the style that is being compiled."""
        ...

    @property
    def locale(self) -> Localization:
        """Give its localization."""
        ...

    def is_english(self, language: str) -> bool:
        """Say whether an item of this language takes English title case."""
        ...

    def element(self, element: Element, context: Context) -> Render:
        """Compile any rendering element but cs:choose."""
        ...

    def choose(self, element: Choose, context: Context) -> Children | Pick:
        """Compile a cs:choose: its children where the branch is certain, or what picks it."""
        ...

    def macro(self, name: str, context: Context) -> Render:
        """Compile a macro, or give what it was compiled to before."""
        ...

    def size_of(self, element: Element) -> int:
        """Say how many elements are executed for an element at most, macros expanded."""
        ...

    def own_size_of(self, element: Element) -> int:
        """Say the same, where what is large in it counts by itself."""
        ...

    def shared(self, key: Hashable, make: Callable[[], _Made], /) -> _Made:
        """Give what was made for an equal *key* before, or make it."""
        ...

    def year_suffix_is_explicit(self, context: Context) -> bool:
        """Say whether the layout places the year-suffix with cs:text."""
        ...

    def marked(self, text: str, context: Context, origin: Origin, /) -> str:
        """Give fixed text as it is, or with its origin where that is to be explained."""
        ...

    def traced(self, show: _Show, context: Context, origin: Callable[..., Origin], /) -> _Show:
        """Give a function as it is, or one that adds the origin, called with its arguments."""
        ...


@frozen(kw_only=True, cache_hash=True)
@shared_repr
class Context:
    """All that is fixed for one compiled element.

    Two elements compiled in equal contexts are the same function; so a macro is compiled once
    for each of its contexts and shared.
    """

    program: Compiler = field(eq=False, repr=False)
    type: str
    area: Area
    options: NameOptions
    present: frozenset[str] | None = None
    """The variables that the item has; None where that is left open."""
    key: Key | None = None
    """The sort key that is being compiled ("Sorting Macros")."""
    substitute_for: Names | None = None
    """The names element in whose cs:substitute this stands ("Substitute")."""

    def lacks(self, variable: str) -> bool:
        """Say whether it is certain that the item does not have an ordinary variable."""
        return (
            self.present is not None
            and variable not in self.present
            and variable not in SPECIAL_VARIABLES
        )

    def within(self, names: Names) -> Context:
        """Give the context for the children of the cs:substitute of *names*."""
        return evolve(self, substitute_for=names)
