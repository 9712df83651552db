"""A compiled style: functions for one style in one locale, made when an item type needs them.

Nothing in a `Program` changes what it gives: its tables are filled lazily, and two threads that
fill the same place put equal functions there.
"""

from __future__ import annotations

from typing import Any

from citekit.styles.csl import elements as csl
from citekit.styles.csl.compile.choose import compile_choose
from citekit.styles.csl.compile.context import Area, Children, Context, Pick
from citekit.styles.csl.compile.dates import compile_date
from citekit.styles.csl.compile.groups import compile_group, compile_sequence
from citekit.styles.csl.compile.names import compile_names
from citekit.styles.csl.compile.numbers import compile_number
from citekit.styles.csl.compile.scope import Render
from citekit.styles.csl.compile.text import compile_label, compile_text
from citekit.styles.csl.finish import QuoteMarks
from citekit.styles.csl.locales import Localization, localize
from citekit.styles.csl.macros import walk

__all__ = ["Program"]


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
        self._has_condition = _has_condition(style)
        self._english_by_default = style.default_locale[:2].lower() in ("", "en")
        self._macros: dict[tuple[str, Context], Render] = {}
        self._layouts: dict[tuple[str, Area], Render] = {}
        self._keys: dict[tuple[csl.Key, str, Area], Render] = {}
        self._explicit: dict[Area, bool] = {}

    def is_english(self, language: str) -> bool:
        """Say whether titles of an item take English title case ("Non-English Items")."""
        if not language:
            return self._english_by_default
        return language[:2].lower() == "en"

    def layout(self, type_: str, area: Area) -> Render:
        """Give the function for the children of a layout, without the layout's own affixes."""
        found = self._layouts.get((type_, area))
        if found is None:
            found = compile_sequence(self._part(area).layout.children, self.context(type_, area))
            self._layouts[type_, area] = found
        return found

    def fields(self, type_: str, area: Area) -> tuple[Render, ...]:
        """Give a function for each child of a layout ("Whitespace", second-field-align)."""
        context = self.context(type_, area)
        return tuple(
            compile_sequence((each,), context) for each in self._part(area).layout.children
        )

    def key(self, key: csl.Key, type_: str, area: Area) -> Render:
        """Give the function for a sort key that calls a macro ("Sorting Macros")."""
        found = self._keys.get((key, type_, area))
        if found is None:
            context = self.context(type_, area, key)
            found = self._keys[key, type_, area] = self.macro(key.macro, context)
        return found

    def context(self, type_: str, area: Area, key: csl.Key | None = None) -> Context:
        """Give the context in which a layout or a sort key begins."""
        options = self._part(area).name_options.over(self.style.name_options)
        return Context(program=self, type=type_, area=area, options=options, key=key)

    def _part(self, area: Area) -> csl.Citation | csl.Bibliography:
        if area == "bibliography" and self.style.bibliography is not None:
            return self.style.bibliography
        return self.style.citation

    def element(self, element: csl.Element, context: Context) -> Render:
        """Compile any rendering element but cs:choose."""
        kind: Any = type(element)
        compile_: Any = _COMPILE[kind]
        done: Render = compile_(element, context)
        return done

    def choose(self, element: csl.Choose, context: Context) -> Children | Pick:
        """Compile a cs:choose: its children where the branch is certain, or what picks it."""
        return compile_choose(element, context)

    def macro(self, name: str, context: Context) -> Render:
        """Compile a macro, or give what it was compiled to before."""
        found = self._macros.get((name, context))
        if found is None:
            found = compile_sequence(self.style.macros[name].children, context, suppress=True)
            self._macros[name, context] = found
        return found

    def year_suffix_is_explicit(self, context: Context) -> bool:
        """Say whether cs:text places the year-suffix somewhere ("Disambiguation", method 4)."""
        found = self._explicit.get(context.area)
        if found is None:
            found = self._explicit[context.area] = self._calls_year_suffix()
        return found

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

    @property
    def is_numeric(self) -> bool:
        """Say whether citations show numbers."""
        return self._calls(("citation-number",), ("citation",))

    def _calls_year_suffix(self) -> bool:
        return self._calls(("year-suffix", "citation-label"), ("citation", "bibliography"))

    def _calls(self, variables: tuple[str, ...], areas: tuple[Area, ...]) -> bool:
        """Say whether a layout shows one of the variables with cs:text, itself or in a macro."""
        layouts = [self._part(area).layout.children for area in areas]
        seen: set[str] = set()
        while layouts:
            for each in walk(layouts.pop()):
                if not isinstance(each, csl.Text):
                    continue
                if each.source == "variable" and each.value in variables:
                    return True
                if each.source == "macro" and each.value not in seen:
                    seen.add(each.value)
                    layouts.append(self.style.macros[each.value].children)
        return False


_COMPILE: dict[type, Any] = {
    csl.Text: compile_text,
    csl.Group: compile_group,
    csl.Names: compile_names,
    csl.Date: compile_date,
    csl.Number: compile_number,
    csl.Label: compile_label,
}


def _quote_marks(locale: Localization) -> QuoteMarks:
    return QuoteMarks(
        open=locale.term("open-quote") or "\u201c",
        close=locale.term("close-quote") or "\u201d",
        open_inner=locale.term("open-inner-quote") or "\u2018",
        close_inner=locale.term("close-inner-quote") or "\u2019",
        punctuation_inside=locale.punctuation_in_quote,
    )


def _has_condition(style: csl.Style) -> bool:
    """Say whether any cs:choose of the style tests `disambiguate`."""
    roots = [style.citation.layout.children, *(m.children for m in style.macros.values())]
    return any(
        condition.name == "disambiguate"
        for root in roots
        for each in walk(root)
        if isinstance(each, csl.Choose)
        for branch in each.branches
        for condition in branch.conditions
    )
