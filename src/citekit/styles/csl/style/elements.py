"""The elements of a CSL style as frozen values in the specification's words.

CSL 1.0.2, "Styles - Structure" and "Rendering Elements". Hyphens became underscores. Nothing
here renders or inherits: `NameOptions` holds what one element says, None where it says nothing;
what applies in the end is worked out by `compile`.

A rendering element (`Element`) describes itself, so that nobody who walks through a style needs to
know its kinds: `children`, `variables`, `calls` and `conditions` say what it holds, reads and
tests, `shows_names` whether it inherits the options of names, and `rebuilt` gives it with other
children. A kind that lacks one of them is an error of the type checkers. What `rewrite` adds to an
element is citekit's, not CSL's, and marked so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import is_not
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from attrs import evolve, field, fields, frozen

from citekit.speed.records import shared_repr
from citekit.text.nodes import Display, Format

__all__ = [
    "PLAIN",
    "Bibliography",
    "Branch",
    "Choose",
    "Citation",
    "Condition",
    "Date",
    "DatePart",
    "Decoration",
    "Element",
    "EtAl",
    "Group",
    "Info",
    "Key",
    "Label",
    "Layout",
    "Locale",
    "Macro",
    "Name",
    "NameOptions",
    "NamePart",
    "Names",
    "Number",
    "Style",
    "Term",
    "Text",
    "TextCase",
    "walk",
]

TextCase = Literal[
    "lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"
]


@frozen(kw_only=True, cache_hash=True)
@shared_repr
class Decoration:
    """What may be done to the output of an element ("Formatting" to "Text-case")."""

    formats: tuple[Format, ...] = ()
    text_case: TextCase | None = None
    strip_periods: bool = False
    quotes: bool = False
    prefix: str = ""
    suffix: str = ""
    display: Display | None = None
    keeps_space: bool = False
    """Ours (`rewrite`): whether the space that ends its suffix stays beside one that follows."""

    def without_affixes(self) -> Decoration:
        """Give the same decoration without prefix and suffix."""
        return evolve(self, prefix="", suffix="")


PLAIN = Decoration()


@frozen(kw_only=True, eq=False)
@shared_repr
class Text:
    """`cs:text`: a variable, a macro, a term or a fixed value ("Text")."""

    source: Literal["variable", "macro", "term", "value"]
    value: str
    form: str = "long"
    plural: bool = False
    decoration: Decoration = PLAIN
    line: int = 0

    shows_names: ClassVar = False

    def children(self) -> Elements:
        """Give the elements right below; there are none."""
        return ()

    def variables(self) -> tuple[str, ...]:
        """Give the variables that it reads."""
        return (self.value, f"{self.value}-short") if self.source == "variable" else ()

    def calls(self) -> str:
        """Give the macro that it calls."""
        return self.value if self.source == "macro" else ""

    def conditions(self) -> tuple[Condition, ...]:
        """Give what it tests."""
        return ()

    def rebuilt(self, change: Change) -> Text:  # noqa: ARG002 - it has no children
        """Give it with changed children."""
        return self


@frozen(kw_only=True, eq=False)
@shared_repr
class Number:
    """`cs:number` ("Number")."""

    variable: str
    form: str = "numeric"
    decoration: Decoration = PLAIN
    line: int = 0

    shows_names: ClassVar = False

    def children(self) -> Elements:
        """Give the elements right below; there are none."""
        return ()

    def variables(self) -> tuple[str, ...]:
        """Give the variables that it reads."""
        return (self.variable,)

    def calls(self) -> str:
        """Give the macro that it calls."""
        return ""

    def conditions(self) -> tuple[Condition, ...]:
        """Give what it tests."""
        return ()

    def rebuilt(self, change: Change) -> Number:  # noqa: ARG002 - it has no children
        """Give it with changed children."""
        return self


@frozen(kw_only=True, eq=False)
@shared_repr
class DatePart:
    """`cs:date-part` ("Date-part"); None where the element does not say."""

    name: Literal["year", "month", "day"]
    form: str | None = None
    range_delimiter: str | None = None
    decoration: Decoration = PLAIN
    line: int = 0


@frozen(kw_only=True, eq=False)
@shared_repr
class Date:
    """`cs:date` of a style or of a locale ("Date")."""

    variable: str = ""
    form: str | None = None
    date_parts: str = "year-month-day"
    delimiter: str = ""
    parts: tuple[DatePart, ...] = ()
    decoration: Decoration = PLAIN
    line: int = 0

    shows_names: ClassVar = False

    def children(self) -> Elements:
        """Give the elements right below; there are none."""
        return ()

    def variables(self) -> tuple[str, ...]:
        """Give the variables that it reads."""
        return (self.variable,)

    def calls(self) -> str:
        """Give the macro that it calls."""
        return ""

    def conditions(self) -> tuple[Condition, ...]:
        """Give what it tests."""
        return ()

    def rebuilt(self, change: Change) -> Date:  # noqa: ARG002 - it has no children
        """Give it with changed children."""
        return self


@frozen(kw_only=True, cache_hash=True)
@shared_repr
class NameOptions:
    """What one element says about names ("Name", "Inheritable Name Options")."""

    and_: str | None = None
    delimiter: str | None = None
    delimiter_precedes_et_al: str | None = None
    delimiter_precedes_last: str | None = None
    et_al_min: int | None = None
    et_al_use_first: int | None = None
    et_al_subsequent_min: int | None = None
    et_al_subsequent_use_first: int | None = None
    et_al_use_last: bool | None = None
    form: str | None = None
    initialize: bool | None = None
    initialize_with: str | None = None
    name_as_sort_order: str | None = None
    sort_separator: str | None = None
    names_delimiter: str | None = None

    def over(self, outer: NameOptions) -> NameOptions:
        """Inherit from *outer* what is not said here."""
        if self == _NO_OPTIONS:
            return outer
        said = {
            each.name: value
            for each in fields(NameOptions)
            if (value := getattr(self, each.name)) is not None
        }
        return evolve(outer, **said)


_NO_OPTIONS = NameOptions()


@frozen(kw_only=True, eq=False)
@shared_repr
class NamePart:
    """`cs:name-part` ("Name-part Formatting")."""

    name: Literal["given", "family"]
    decoration: Decoration = PLAIN
    line: int = 0


@frozen(kw_only=True, eq=False)
@shared_repr
class Name:
    """`cs:name` ("Name")."""

    options: NameOptions = _NO_OPTIONS
    parts: tuple[NamePart, ...] = ()
    decoration: Decoration = PLAIN
    line: int = 0


@frozen(kw_only=True, eq=False)
@shared_repr
class EtAl:
    """`cs:et-al` ("Et-al")."""

    term: str = "et-al"
    decoration: Decoration = PLAIN
    line: int = 0


@frozen(kw_only=True, eq=False)
@shared_repr
class Label:
    """`cs:label`, alone or in `cs:names` ("Label")."""

    variable: str = ""
    term: str = ""
    """Ours (`rewrite`): the term that is shown, where it is not that of the variable."""
    form: str = "long"
    plural: str = "contextual"
    decoration: Decoration = PLAIN
    line: int = 0

    shows_names: ClassVar = False

    def children(self) -> Elements:
        """Give the elements right below; there are none."""
        return ()

    def variables(self) -> tuple[str, ...]:
        """Give the variables that it reads."""
        return (self.variable,)

    def calls(self) -> str:
        """Give the macro that it calls."""
        return ""

    def conditions(self) -> tuple[Condition, ...]:
        """Give what it tests."""
        return ()

    def rebuilt(self, change: Change) -> Label:  # noqa: ARG002 - it has no children
        """Give it with changed children."""
        return self


@frozen(kw_only=True, eq=False)
@shared_repr
class Names:
    """`cs:names` ("Names"); `is_bare` where it has no child but may inherit in a substitute."""

    variable_names: tuple[str, ...]
    delimiter: str | None = None
    name: Name | None = None
    et_al: EtAl | None = None
    label: Label | None = None
    label_first: bool = False
    substitute: Elements = ()
    has_children: bool = False
    decoration: Decoration = PLAIN
    line: int = 0

    shows_names: ClassVar = True

    def children(self) -> Elements:
        """Give the elements right below: what may stand for the names."""
        return self.substitute

    def variables(self) -> tuple[str, ...]:
        """Give the variables that it reads itself; what its children do is theirs."""
        return self.variable_names

    def calls(self) -> str:
        """Give the macro that it calls."""
        return ""

    def conditions(self) -> tuple[Condition, ...]:
        """Give what it tests."""
        return ()

    def rebuilt(self, change: Change) -> Names:
        """Give it with changed children."""
        found = change(self.substitute)
        return self if found is self.substitute else evolve(self, substitute=found)


@frozen(kw_only=True, eq=False)
@shared_repr
class Group:
    """`cs:group` ("Group")."""

    elements: Elements
    delimiter: str = ""
    decoration: Decoration = PLAIN
    line: int = 0

    shows_names: ClassVar = False

    def children(self) -> Elements:
        """Give the elements right below."""
        return self.elements

    def variables(self) -> tuple[str, ...]:
        """Give the variables that it reads itself; what its children do is theirs."""
        return ()

    def calls(self) -> str:
        """Give the macro that it calls."""
        return ""

    def conditions(self) -> tuple[Condition, ...]:
        """Give what it tests."""
        return ()

    def rebuilt(self, change: Change) -> Group:
        """Give it with changed children."""
        found = change(self.elements)
        return self if found is self.elements else evolve(self, elements=found)


class Condition(NamedTuple):
    """One condition attribute and its test values ("Choose")."""

    name: str
    values: tuple[str, ...]


class Branch(NamedTuple):
    """`cs:if`, `cs:else-if`, or `cs:else`, which has no condition."""

    match: Literal["all", "any", "none"] = "all"
    conditions: tuple[Condition, ...] = ()
    elements: Elements = ()
    line: int = 0

    def rebuilt(self, change: Change) -> Branch:
        """Give it with changed elements."""
        found = change(self.elements)
        return self if found is self.elements else self._replace(elements=found)


@frozen(kw_only=True, eq=False)
@shared_repr
class Choose:
    """`cs:choose` ("Choose")."""

    branches: tuple[Branch, ...]
    line: int = 0

    shows_names: ClassVar = False

    def children(self) -> Elements:
        """Give the elements right below, in all branches."""
        return tuple([each for branch in self.branches for each in branch.elements])

    def variables(self) -> tuple[str, ...]:
        """Give the variables that it reads or tests itself; what its children do is theirs."""
        return tuple([value for test in self.conditions() for value in test.values])

    def calls(self) -> str:
        """Give the macro that it calls."""
        return ""

    def conditions(self) -> tuple[Condition, ...]:
        """Give what it tests."""
        return tuple([test for branch in self.branches for test in branch.conditions])

    def rebuilt(self, change: Change) -> Choose:
        """Give it with changed children."""
        branches = tuple([branch.rebuilt(change) for branch in self.branches])
        return (
            evolve(self, branches=branches) if any(map(is_not, branches, self.branches)) else self
        )


Element: TypeAlias = Text | Number | Date | Names | Label | Group | Choose
Elements: TypeAlias = tuple[Element, ...]
Change: TypeAlias = Callable[[Elements], Elements]
"""What gives other elements for some, or the very same object where it changes none."""


def walk(elements: Elements) -> Iterator[Element]:
    """Give all elements in and below *elements*, macros not expanded."""
    pending = [*reversed(elements)]
    while pending:
        element = pending.pop()
        yield element
        pending += reversed(element.children())


class Macro(NamedTuple):
    """`cs:macro` ("Macro")."""

    name: str
    elements: Elements
    line: int = 0


@frozen(kw_only=True, eq=False)
@shared_repr
class Layout:
    """`cs:layout` ("Layout")."""

    elements: Elements
    delimiter: str = ""
    decoration: Decoration = PLAIN
    line: int = 0


@frozen(kw_only=True, eq=False)
@shared_repr
class Key:
    """`cs:key` ("Sorting")."""

    variable: str = ""
    macro: str = ""
    descending: bool = False
    names_min: int | None = None
    names_use_first: int | None = None
    names_use_last: bool | None = None
    line: int = 0


@frozen(kw_only=True, eq=False)
@shared_repr
class Citation:
    """`cs:citation` and its options ("Citation-specific Options")."""

    layout: Layout
    sort: tuple[Key, ...] = ()
    name_options: NameOptions = _NO_OPTIONS
    disambiguate_add_names: bool = False
    disambiguate_add_givenname: bool = False
    givenname_disambiguation_rule: str = "by-cite"
    disambiguate_add_year_suffix: bool = False
    cite_group_delimiter: str | None = None
    collapse: str | None = None
    year_suffix_delimiter: str | None = None
    after_collapse_delimiter: str | None = None
    near_note_distance: int = 5
    line: int = 0


@frozen(kw_only=True, eq=False)
@shared_repr
class Bibliography:
    """`cs:bibliography` and its options ("Bibliography-specific Options")."""

    layout: Layout
    sort: tuple[Key, ...] = ()
    name_options: NameOptions = _NO_OPTIONS
    hanging_indent: bool = False
    second_field_align: Literal["flush", "margin"] | None = None
    line_spacing: int = 1
    entry_spacing: int = 1
    subsequent_author_substitute: str | None = None
    subsequent_author_substitute_rule: str = "complete-all"
    line: int = 0


class Term(NamedTuple):
    """`cs:term` of a style or of a locale ("Terms")."""

    name: str
    form: str = "long"
    single: str = ""
    multiple: str = ""
    gender: str = ""
    gender_form: str = ""
    match: str = ""


class Locale(NamedTuple):
    """`cs:locale` of a style, or a locale file ("Locale Files - Structure")."""

    language: str = ""
    terms: tuple[Term, ...] = ()
    dates: tuple[Date, ...] = ()
    limit_day_ordinals_to_day_1: bool | None = None
    punctuation_in_quote: bool | None = None


class Info(NamedTuple):
    """What a program needs of `cs:info` ("Info")."""

    id: str = ""
    title: str = ""
    citation_format: str = ""
    independent_parent: str = ""


@frozen(kw_only=True, eq=False)
@shared_repr
class Style:
    """`cs:style` of an independent style ("The Root Element - cs:style")."""

    info: Info = field(factory=Info)
    style_class: Literal["in-text", "note"] = "in-text"
    version: str = "1.0"
    default_locale: str = ""
    page_range_format: str | None = None
    demote_non_dropping_particle: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    name_options: NameOptions = _NO_OPTIONS
    locales: tuple[Locale, ...] = ()
    macros: Mapping[str, Macro] = field(factory=dict)
    citation: Citation
    bibliography: Bibliography | None = None
