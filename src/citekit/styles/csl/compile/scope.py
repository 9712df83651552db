"""What a rendering may read, what it says, and what it leaves.

A rendering element is a function `Scope -> str`. What it returns also says what it called
(CSL 1.0.2, "Group"):

* a plain `str` with text: a variable was called and gave something (*filled*);
* the empty `str`: variables were called and all were empty (*empty*);
* a `Fixed`, with or without text: no variable was called (*none*);
* `HIDDEN`: a variable gave something that is not to be shown here (*filled*, without text).

`Fixed` values are made when the style is compiled, so that telling them apart is one look at the
type and costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from attrs import frozen

from citekit.speed.records import shared_methods, shared_repr
from citekit.styles.csl.item.variables import Item, ItemName

__all__ = [
    "EMPTY_TERM",
    "FIRST",
    "FREE",
    "HIDDEN",
    "IBID",
    "IBID_WITH_LOCATOR",
    "NEAR_NOTE",
    "NOTHING",
    "NO_SCOPE",
    "SMALL",
    "SUBSEQUENT",
    "AuthorSubstitute",
    "Fixed",
    "NameChoice",
    "NamesTrace",
    "Render",
    "Scope",
    "Undated",
    "render_empty",
    "render_nothing",
]

FIRST: Final = 1
SUBSEQUENT: Final = 2
IBID: Final = 4
IBID_WITH_LOCATOR: Final = 8
NEAR_NOTE: Final = 16

FREE: Final = 100_000
"""How much a rendering may do, whatever the size of the work; see `budget`."""
SMALL: Final = 200
"""How many elements a body may stand for that is not counted."""


class Fixed(str):
    """Output for which no variable was called."""

    __slots__ = ()


class Undated(Fixed):
    """The term "no date": in a macro it says something, though no variable does."""

    __slots__ = ()


EMPTY_TERM: Final = Fixed()
"""A term that is defined to be empty: the search for a substitute ends with it."""
NOTHING: Final = Fixed()
"""Nothing was called and nothing rendered."""


class Hidden(str):
    """No output, though a variable was called that is not empty."""

    __slots__ = ()


HIDDEN: Final = Hidden()
"""Names that the sentence before has given, or the cite before: "Doe, supra", but "supra"."""


@frozen
@shared_methods
class NameChoice:
    """How disambiguation wants one name list shown.

    `shown` is how many names at least; `levels` how each name is expanded: 0 as the style says,
    1 with initials, 2 with the full given name.
    """

    shown: int = 0
    levels: tuple[int, ...] = ()


@frozen(eq=False)
@shared_repr
class AuthorSubstitute:
    """What stands for the first names of an entry: for the `whole` list or for `count` names."""

    text: str
    count: int = 0
    whole: bool = False


@frozen
@shared_methods
class NamesTrace:
    """One name list that was rendered: what disambiguation and name grouping ask for."""

    place: int
    """Which name list of the rendering it is, counted from 0."""
    variable: str
    names: tuple[ItemName, ...]
    shown: int
    texts: tuple[str, ...]
    """The names, or the variable that stands for them; none where a term does."""
    text: str
    style: Any
    """The resolved `NameStyle` by which the names were shown."""


class Scope:
    """One rendering of one item: what is read, and (below) what the rendering leaves.

    A scope lives for one rendering in one thread; nothing in it outlives the call.
    """

    __slots__ = (
        "author_substitute",
        "citation_number",
        "conditions_seen",
        "disambiguate",
        "first_note",
        "is_extended",
        "item",
        "label",
        "left",
        "locator",
        "looking",
        "name_choices",
        "names_seen",
        "position",
        "rendered",
        "suppress_names",
        "suppress_year",
        "suppressed",
        "trace",
        "values",
        "year_suffix",
        "year_suffix_used",
    )

    def __init__(self, item: Item) -> None:
        self.item = item
        self.values: Mapping[str, Any] = item.values
        self.locator = ""
        self.label = "page"
        self.position = FIRST
        self.citation_number = 0
        self.first_note = 0
        self.year_suffix = ""
        self.disambiguate = 0
        self.looking = False
        self.name_choices: Mapping[int, NameChoice] | None = None
        self.suppress_names = False
        self.suppress_year = False
        self.author_substitute: AuthorSubstitute | None = None
        # What it may yet do; see `budget`.
        self.left = FREE
        self.is_extended = False
        # What the rendering leaves.
        self.names_seen = 0
        self.conditions_seen = 0
        self.suppressed: set[str] | None = None
        self.rendered: list[str] | None = None
        self.trace: list[NamesTrace] | None = None
        self.year_suffix_used = False


NO_SCOPE: Final = Scope(Item(id="", type="", values={}))
"""The scope of text that depends on no item; nothing reads or changes it."""

Render: TypeAlias = Callable[[Scope], str]


def render_empty(_: Scope) -> str:
    """Render what calls a variable that the item does not have."""
    return ""


def render_nothing(_: Scope) -> str:
    """Render what prints nothing and calls nothing."""
    return NOTHING
