"""A compiled style: functions for one style in one locale, made when an item type needs them.

Nothing in a `Program` changes what it gives: its tables are filled lazily, and two threads that
fill the same place put equal functions there.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterator
from typing import Any, Final, TypeVar, assert_never

from attrs import evolve

from citekit.styles.csl.compile.choose import compile_choose
from citekit.styles.csl.compile.context import Area, Children, Context, Pick
from citekit.styles.csl.compile.dates import compile_date
from citekit.styles.csl.compile.decoration import Decorate, compile_decoration
from citekit.styles.csl.compile.dependencies import Dependencies
from citekit.styles.csl.compile.groups import compile_group, compile_sequence
from citekit.styles.csl.compile.numeric.numbers import compile_number
from citekit.styles.csl.compile.origins import Origin
from citekit.styles.csl.compile.people.names import compile_names
from citekit.styles.csl.compile.scope import Render
from citekit.styles.csl.compile.text import compile_label, compile_text
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.finish import QuoteMarks
from citekit.styles.csl.style import elements as csl
from citekit.styles.csl.style.locales import Localization, localize

__all__ = ["Program"]

_Show = TypeVar("_Show", bound=Callable[..., str])
_Made = TypeVar("_Made")


class Program:
    """A style compiled for a locale.

    Args:
        style: The style.
        locale: The locale chosen by the caller; otherwise the style's default, else en-US.
    """

    def __init__(self, style: csl.Style, locale: str | None = None) -> None:
        self.style = style
        self.locale: Localization = localize(
            locale or style.default_locale or "en-US", style.locales
        )
        self.quotes = _quote_marks(self.locale)
        self._english_by_default = style.default_locale[:2].lower() in ("", "en")
        self._macros: dict[tuple[str, Context], Render] = {}
        self._elements: dict[tuple[csl.Element, Context], Render] = {}
        self._compiled: dict[Any, Any] = {}
        self._ready: dict[Any, Any] = {}
        self._seen: dict[Any, int] = {}
        self._narrowed: dict[frozenset[str], frozenset[str]] = {}
        self.variables = _variables(style)
        self._explicit: dict[Area, bool] = {}
        self._contexts: dict[Context, Context] = {}
        self._dependencies = Dependencies(style.macros)
        self._shared: dict[Hashable, Any] = {}

    def is_english(self, language: str) -> bool:
        """Say whether titles of an item take English title case ("Non-English Items")."""
        if not language:
            return self._english_by_default
        return language[:2].lower() == "en"

    def layout(self, item: Item, area: Area) -> Render:
        """Give the function for the children of a layout, without the layout's own affixes."""
        found: Render = self._for(item, ("layout", area), self._compile_layout)
        return found

    def fields(self, item: Item, area: Area) -> tuple[Render, ...]:
        """Give a function for each child of a layout ("Whitespace", second-field-align)."""
        found: tuple[Render, ...] = self._for(item, ("fields", area), self._compile_fields)
        return found

    def key(self, key: csl.Key, item: Item, area: Area) -> Render:
        """Give the function for a sort key that calls a macro ("Sorting Macros")."""
        found: Render = self._for(item, (key, area), self._compile_key)
        return found

    def in_sentence(self, item: Item) -> Render:
        """Give the function for the author in the running text, where citations show none."""
        found: Render = self._for(item, ("in_sentence", "citation"), self._compile_in_sentence)
        return found

    def _for(self, item: Item, what: tuple[Any, Area], make: Callable[..., Any]) -> Any:
        """Give what is compiled for an item: for its type at first, later for its variables, too.

        A program for the set of variables that an item has is shorter, but pays only where
        several items have the same.
        """
        key = (what, item.type, item.present)
        found = self._ready.get(key)
        if found is not None:
            return found
        present = self._narrowed.get(item.present)
        if present is None:
            present = item.present & self.variables
            if len(self._narrowed) < _MAX_COMPILED:
                self._narrowed[item.present] = present
        special = (what, item.type, present)
        found = self._compiled.get(special)
        if found is not None:
            if len(self._ready) < _MAX_COMPILED:
                self._ready[key] = found
            return found
        seen = self._seen[special] = self._seen.get(special, 0) + 1
        if seen > _WORTH_IT and len(self._compiled) < _MAX_COMPILED:
            found = self._compiled[special] = make(*what, item.type, present)
            return found
        general = (what, item.type, None)
        found = self._compiled.get(general)
        if found is None:
            found = self._compiled[general] = make(*what, item.type, None)
        if len(self._seen) > _MAX_COMPILED:
            self._seen = {}
        return found

    def _compile_layout(
        self, _: str, area: Area, type_: str, present: frozenset[str] | None
    ) -> Render:
        context = evolve(self.context(type_, area), present=present)
        return compile_sequence(self._part(area).layout.elements, context)

    def _compile_fields(
        self, _: str, area: Area, type_: str, present: frozenset[str] | None
    ) -> tuple[Render, ...]:
        context = evolve(self.context(type_, area), present=present)
        return tuple(
            compile_sequence((each,), context) for each in self._part(area).layout.elements
        )

    def _compile_key(
        self, key: csl.Key, area: Area, type_: str, present: frozenset[str] | None
    ) -> Render:
        return self.macro(key.macro, evolve(self.context(type_, area, key), present=present))

    def _compile_in_sentence(
        self, _: str, area: Area, type_: str, _present: frozenset[str] | None
    ) -> Render:
        from citekit.styles.csl.compile.people.sentence import (
            compile_in_sentence,
        )  # rarely asked for

        return compile_in_sentence(self.context(type_, area))

    def context(self, type_: str, area: Area, key: csl.Key | None = None) -> Context:
        """Give the context in which a layout or a sort key begins."""
        options = self._part(area).name_options.over(self.style.name_options)
        return Context(program=self, type=type_, area=area, options=options, key=key)

    def decorate_layout(self, area: Area, *, suffix: bool = True) -> Decorate | None:
        """Give the function for the affixes and formatting of a layout ("Layout")."""
        decoration = self._part(area).layout.decoration
        if not suffix:
            decoration = evolve(decoration, suffix="")
        return compile_decoration(decoration, self.context("", area), layout=True)

    @functools.cached_property
    def decorate_citation(self) -> Decorate | None:
        """The function for the affixes and formatting of citations."""
        return self.decorate_layout("citation")

    def _part(self, area: Area) -> csl.Citation | csl.Bibliography:
        if area == "bibliography" and self.style.bibliography is not None:
            return self.style.bibliography
        return self.style.citation

    def element(self, element: csl.Element, context: Context) -> Render:
        """Compile any element but cs:choose, once for all contexts that it cannot tell apart."""
        context = self._narrow(element, context)
        found = self._elements.get((element, context))
        if found is None:
            found = self._elements[element, context] = _compile(element, context)
        return found

    def choose(self, element: csl.Choose, context: Context) -> Children | Pick:
        """Compile a cs:choose: its children where the branch is certain, or what picks it."""
        return compile_choose(element, context)

    def macro(self, name: str, context: Context) -> Render:
        """Compile a macro, or give what it was compiled to before."""
        context = self._narrow(name, context)
        found = self._macros.get((name, context))
        if found is None:
            found = compile_sequence(self.style.macros[name].elements, context, suppress=True)
            self._macros[name, context] = found
        return found

    def _narrow(self, element: csl.Element | str, context: Context) -> Context:
        """Narrow a context, and give the one object that stands for all equal ones."""
        narrowed = self._dependencies.narrow(element, context)
        return context if narrowed is context else self._contexts.setdefault(narrowed, narrowed)

    def size_of(self, element: csl.Element) -> int:
        """Say how many elements are executed for an element at most, macros expanded."""
        return self._dependencies.size_of(element)

    def own_size_of(self, element: csl.Element) -> int:
        """Say the same, where what is large in it counts by itself."""
        return self._dependencies.own_size_of(element)

    def shared(self, key: Hashable, make: Callable[[], _Made], /) -> _Made:
        """Give what was made for an equal *key* before, or make it."""
        if key not in self._shared:
            self._shared.setdefault(key, make())
        made: _Made = self._shared[key]
        return made

    def year_suffix_is_explicit(self, context: Context) -> bool:
        """Say whether cs:text places the year-suffix somewhere ("Disambiguation", method 4)."""
        found = self._explicit.get(context.area)
        if found is None:
            found = self._explicit[context.area] = self._calls_year_suffix()
        return found

    def marked(self, text: str, _context: Context, _origin: Origin) -> str:
        """Give fixed text as it is; `explaining` adds its origin."""
        return text

    def traced(self, show: _Show, _context: Context, _origin: Callable[..., Origin]) -> _Show:
        """Give a function as it is; `explaining` adds the origin of what it gives."""
        return show

    @property
    def disambiguates(self) -> bool:
        """Say whether the style tells cites apart in any way."""
        options = self.style.citation
        return (
            options.disambiguate_add_names
            or options.disambiguate_add_givenname
            or options.disambiguate_add_year_suffix
            or self._has_condition
        )

    @functools.cached_property
    def _has_condition(self) -> bool:
        """Whether any cs:choose of the style tests `disambiguate`."""
        style = self.style
        roots = [style.citation.layout.elements, *(m.elements for m in style.macros.values())]
        return any(
            condition.name == "disambiguate"
            for root in roots
            for each in csl.walk(root)
            for condition in each.conditions()
        )

    @functools.cached_property
    def shows_numbers(self) -> bool:
        """Say whether citations show citation numbers."""
        return self._calls(("citation-number",), ("citation",))

    @functools.cached_property
    def shows_locators(self) -> bool:
        """Say whether the locator of a cite makes any difference in citations."""
        return any(
            "locator" in each.variables()
            or any(test.name == "locator" for test in each.conditions())
            for each in self._shown("citation")
        )

    @functools.cached_property
    def shows_first_notes(self) -> bool:
        """Say whether citations refer to the note that first cited the work."""
        return self._calls(("first-reference-note-number",), ("citation",))

    @functools.cached_property
    def cites_by_number(self) -> dict[int, str] | None:
        """What cites without a locator look like, where their number is all that they show."""
        return {} if all(map(_is_by_number, self._shown("citation"))) else None

    @functools.cached_property
    def looks_are_cites(self) -> bool:
        """Say whether a cite looks the same wherever in the document it stands.

        It does not where its position, a number or the date of access is asked for, or where
        later cites show fewer names.
        """
        return not self.shows_positions and not any(
            _MOVING.intersection(each.variables()) for each in self._shown("citation")
        )

    @functools.cached_property
    def shows_positions(self) -> bool:
        """Say whether later cites of a work may look different from its first."""
        options = [self.style.name_options, self.style.citation.name_options]
        for each in self._shown("citation"):
            if isinstance(each, csl.Names) and each.name is not None:
                options.append(each.name.options)
            if any(test.name == "position" for test in each.conditions()):
                return True
        return any(
            each.et_al_subsequent_min is not None or each.et_al_subsequent_use_first is not None
            for each in options
        )

    def _calls_year_suffix(self) -> bool:
        return self._calls(("year-suffix", "citation-label"), ("citation", "bibliography"))

    def _calls(self, variables: tuple[str, ...], areas: tuple[Area, ...]) -> bool:
        """Say whether a layout shows one of the variables with cs:text, itself or in a macro."""
        return any(
            isinstance(each, csl.Text) and each.source == "variable" and each.value in variables
            for area in areas
            for each in self._shown(area)
        )

    def _shown(self, area: Area) -> Iterator[csl.Element]:
        """Give the elements of a layout, and of the macros that it calls."""
        layouts = [self._part(area).layout.elements]
        seen: set[str] = set()
        while layouts:
            for each in csl.walk(layouts.pop()):
                yield each
                macro = each.calls()
                if macro and macro not in seen:
                    seen.add(macro)
                    layouts.append(self.style.macros[macro].elements)


_BY_NUMBER: Final = frozenset(
    ("citation-number", "citation-number-short", "locator", "locator-short")
)
_MOVING: Final = frozenset(("accessed", "citation-number", "first-reference-note-number"))
"""Variables that may differ between the cites of an item, or that disambiguation leaves out."""
_WORTH_IT: Final = 3
"""How often a set of variables has to be met before it gets functions of its own."""
_MAX_COMPILED: Final = 5000
"""How many functions a program keeps, whatever works it meets."""


def _compile(element: csl.Element, context: Context) -> Render:
    """Compile an element by its kind; one without a line here is an error of the type checkers."""
    match element:
        case csl.Text():
            return compile_text(element, context)
        case csl.Group():
            return compile_group(element, context)
        case csl.Names():
            return compile_names(element, context)
        case csl.Date():
            return compile_date(element, context)
        case csl.Number():
            return compile_number(element, context)
        case csl.Label():
            return compile_label(element, context)
        case csl.Choose():
            raise AssertionError("cs:choose is taken apart by `compile_children`")
        case _:
            assert_never(element)


def _quote_marks(locale: Localization) -> QuoteMarks:
    return QuoteMarks(
        open=locale.term("open-quote") or "\u201c",
        close=locale.term("close-quote") or "\u201d",
        open_inner=locale.term("open-inner-quote") or "\u2018",
        close_inner=locale.term("close-inner-quote") or "\u2019",
        punctuation_inside=locale.punctuation_in_quote,
    )


def _is_by_number(element: csl.Element) -> bool:
    """Say whether an element gives the same for all items that have the same citation number."""
    if isinstance(element, csl.Choose):
        return all(test.name == "locator" for test in element.conditions())
    is_cased = element.decoration.text_case is not None  # it may depend on the language of the item
    return not is_cased and _BY_NUMBER.issuperset(element.variables())


def _variables(style: csl.Style) -> frozenset[str]:
    """Give all variables that a style mentions; the others cannot make a difference."""
    roots = [style.citation.layout.elements, *(m.elements for m in style.macros.values())]
    if style.bibliography is not None:
        roots.append(style.bibliography.layout.elements)
    found: set[str] = set()
    for root in roots:
        for each in csl.walk(root):
            found.update(each.variables())
    return frozenset(found)
