"""One name to text: name-part order and formatting.

CSL 1.0.2, "Name-part Order", "Name-part Formatting", "Name Particles".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Final, TypeAlias, TypeVar, cast

from attrs import evolve, field, frozen

from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import Decorate, compile_decoration
from citekit.styles.csl.compile.people.initials import initialize, normalize_initials
from citekit.styles.csl.compile.scope import NO_SCOPE, Scope
from citekit.styles.csl.item.variables import ItemName
from citekit.styles.csl.marked.marks import MARKS
from citekit.styles.csl.marked.punctuation import add
from citekit.styles.csl.style.elements import PLAIN, Name, NameOptions, NamePart
from citekit.text.scripts import is_western

__all__ = ["NameStyle", "compile_name_style"]

_JOINS: Final = frozenset("'\u2019-\u2010\u02bb")
"""A particle that ends with one of these has no space after it, unless it lost a vowel there:
"d'Annunzio", but "de' Medici"."""
_VOWELS: Final = frozenset("aeiou")
_ARTICLE: Final = lazy(r"\A(?:an?|the)\s+(?=\S)", re.IGNORECASE)
"""An English article before a name."""


_T = TypeVar("_T")
_Levels: TypeAlias = tuple[_T, _T, _T]
_Initials: TypeAlias = Callable[[str], str]
_Simple: TypeAlias = Callable[[ItemName, bool], str]
"""From a name, and whether its family name comes first, to text."""
_Show: TypeAlias = Callable[[ItemName, bool, int], str]


@frozen(eq=False)
@shared_repr
class NameStyle:
    """How one name list is shown: the options that apply, and functions for its parts."""

    options: NameOptions
    demote: bool
    hyphen: bool
    given: Callable[[str], str]
    family: Callable[[str], str]
    given_affixes: Callable[[str], str]
    family_affixes: Callable[[str], str]
    by_level: _Levels[_Initials]
    """What is made of given names: as the style says, with initials, and in full."""
    simple: _Levels[_Simple] | None
    """What shows a name of given and family name alone, where no cs:name-part formats anything."""
    sorts: bool
    """Whether the names are those of a sort key."""
    drops_articles: bool
    """Whether they are that in an English style, where organizations sort without an article."""
    tie: str
    """The space between a particle and its name; French, Russian and Czech do not break there."""
    _in_parts: _Show = field(init=False, repr=False)
    """Gives a name that is not simple. It remembers what it gave, for people return."""

    @_in_parts.default  # pyright: ignore[reportFunctionMemberAccess] - made by attrs
    def _remembering(self) -> _Show:
        return functools.lru_cache(maxsize=4096)(self._work_out)

    def show(self, name: ItemName, inverted: bool, level: int) -> str:
        """Give one name as text.

        Args:
            name: The name.
            inverted: Whether the family name comes first.
            level: 0 as the style says, 1 with initials, 2 with the full given name.
        """
        if name.is_simple and self.simple is not None:
            return self.simple[level](name, inverted)
        return self._in_parts(name, inverted, level)

    def _work_out(self, name: ItemName, inverted: bool, level: int) -> str:
        if name.literal:
            literal = _ARTICLE.sub("", name.literal) if self.drops_articles else name.literal
            return self.family(literal)
        form = self.options.form or "long"
        if not name.is_western or name.static_ordering:
            return self._eastern(name, level, short=form == "short" and not level)
        if form == "short" and not level:
            return self._short(name)
        if inverted:
            return self._inverted(name, level)
        return self._running(name, level)

    def _suffix(self, suffix: str) -> str:
        """Give a suffix with the punctuation of initials: "Jr." or "Jr"."""
        mark = self.options.initialize_with
        return suffix if mark is None else normalize_initials(suffix, mark, self.hyphen)

    def _eastern(self, name: ItemName, level: int, *, short: bool) -> str:
        """Give a name family first; given names of a Western script have their space and initials.

        "Display and sorting order of names in "family-name given-name" scripts (Chinese, etc.)";
        so names are shown, too, whose order is static.
        """
        family = self._with_particle(name)
        text = self.family_affixes(family) if family else ""
        if short or not name.given:
            return text or self.given(name.given)
        western = is_western(name.given)
        given = self.given(self.by_level[level](name.given) if western else name.given)
        given = self.given_affixes(_glue(given, self.given(name.dropping_particle), " "))
        return f"{text} {given}" if western and text else text + given

    def _short(self, name: ItemName) -> str:
        if self.sorts and self.demote and name.non_dropping_particle:
            return f"{name.family}, {name.non_dropping_particle}"
        family = self._with_particle(name)
        if not family:
            return self.given_affixes(self.given(name.given))
        return self.family_affixes(family)

    def _with_particle(self, name: ItemName) -> str:
        """Give the family name after its non-dropping particle, each formatted."""
        family, particle = self.family(name.family), self.family(name.non_dropping_particle)
        if self.sorts:  # a word of its own, also in "d'Ormesson"
            return f"{particle} {family}"
        return _glue(particle, family, self.tie)

    def _running(self, name: ItemName, level: int) -> str:
        if not name.family:
            return self.given_affixes(self.given(name.given))
        given = self.by_level[level](name.given)
        given = self.given_affixes(self.given(given)) if given else ""
        family = self._with_particle(name)
        if name.suffix:
            family = f"{family}{', ' if name.comma_suffix else ' '}{self._suffix(name.suffix)}"
        if name.dropping_particle:
            family = _glue(self.given(name.dropping_particle), family, self.tie)
        return _spaced(given, self.family_affixes(family), _space(self.options, self.tie, level))

    def _inverted(self, name: ItemName, level: int) -> str:
        separator = _separator(self.options)
        particle = name.non_dropping_particle
        family = self.family(name.family) if self.demote else self._with_particle(name)
        given = self.by_level[level](name.given) if name.family else name.given
        behind = [name.dropping_particle, particle if self.demote else ""]
        given = self.given(given) if given else ""
        for i, each in enumerate(behind):
            if each:
                given = _spaced(given, self.given(each) if i == 0 else self.family(each))
        parts = [self.family_affixes(family) if family else ""]
        parts.append(self.given_affixes(given) if given else "")
        parts.append(self._suffix(name.suffix))
        return _join([each for each in parts if each], separator)


def _join(parts: list[str], separator: str) -> str:
    text = parts[0] if parts else ""
    for part in parts[1:]:
        text = add(add(text, separator) if separator else text, part)
    return text


def _glue(particle: str, name: str, space: str) -> str:
    """Put a particle before a name, with a space unless it ends in an apostrophe or hyphen."""
    if not particle or not name:
        return particle or name
    bare = particle.rstrip(MARKS)
    if bare[-1:] in _JOINS and bare[-2:-1].lower() not in _VOWELS:
        return particle + name
    return f"{particle}{space}{name}"


def _spaced(left: str, right: str, space: str = " ") -> str:
    """Put a space between two parts, unless the affix of one brings its own."""
    if not left or not right:
        return left or right
    if left[-1] in " \u00a0" or right[0] in " \u00a0":
        return left + right
    return f"{left}{space}{right}"


def _same(text: str) -> str:
    return text


def _apply(decorate: Decorate | None, scope: Scope) -> Callable[[str], str]:
    """Make a function of text alone: of a scope, nothing but its language matters to a name."""
    if decorate is None:
        return _same
    done = decorate
    return lambda text: done(text, scope) if text else text


def compile_name_style(
    name: Name, options: NameOptions, context: Context, scope: Scope = NO_SCOPE
) -> NameStyle:
    """Work out how the names of one list are shown, in items of the language of *scope*."""
    found = {part.name: part.decoration for part in name.parts}
    given = found.get("given", PLAIN)
    family = found.get("family", PLAIN)
    style = context.program.style
    hyphen = style.initialize_with_hyphen
    tie = _tie(context)
    levels = (0, 1, 2)
    by_level = tuple(_compile_initials(options, hyphen, level) for level in levels)
    simple = tuple(_compile_simple(options, by_level[level], tie, level) for level in levels)
    demote = style.demote_non_dropping_particle
    is_demoted = demote == "display-and-sort" or (context.key is not None and demote == "sort-only")

    def make(part: NamePart, inner: bool) -> Callable[[str], str]:
        decoration = part.decoration
        if inner:
            return _apply(compile_decoration(decoration.without_affixes(), context), scope)
        only = evolve(PLAIN, prefix=decoration.prefix, suffix=decoration.suffix)
        return _apply(compile_decoration(only, context), scope)

    return NameStyle(
        options,
        is_demoted,
        hyphen,
        make(NamePart(name="given", decoration=given), True),
        make(NamePart(name="family", decoration=family), True),
        make(NamePart(name="given", decoration=given), False),
        make(NamePart(name="family", decoration=family), False),
        cast(_Levels[_Initials], by_level),
        cast(_Levels[_Simple], simple) if given == PLAIN and family == PLAIN else None,
        context.key is not None,
        context.key is not None and context.program.locale.language == "en",
        tie,
    )


def _compile_initials(options: NameOptions, hyphen: bool, level: int) -> _Initials:
    """Make what is made of given names at a level of disambiguation ("Name", initialize)."""
    mark = options.initialize_with
    if mark is None or (level == 2 and options.initialize is not False):
        return _same
    if options.initialize is False:
        return lambda given: normalize_initials(given, mark, hyphen) if given else given
    return lambda given: initialize(given, mark, hyphen) if given else given


def _compile_simple(options: NameOptions, initials: _Initials, tie: str, level: int) -> _Simple:
    """Make what shows a name of given and family name alone."""
    if options.form == "short" and not level:
        return lambda name, _: name.family
    separator = _separator(options)
    space = _space(options, tie, level)

    def simple(name: ItemName, inverted: bool) -> str:
        given = initials(name.given)
        if not given:
            return name.family
        return f"{name.family}{separator}{given}" if inverted else f"{given}{space}{name.family}"

    return simple


def _separator(options: NameOptions) -> str:
    """Give the sort-separator; as in citeproc-js one of two spaces at its end is dropped."""
    text = ", " if options.sort_separator is None else options.sort_separator
    return text[:-1] if text.endswith("  ") else text


def _space(options: NameOptions, tie: str, level: int) -> str:
    """Give the space after given names: as hard as the one that initials bring in *tie*."""
    return tie if level != 2 and "\u00a0" in (options.initialize_with or "") else " "


_UNBROKEN: Final = frozenset(("cs", "fr", "ru"))


def _tie(context: Context) -> str:
    language = context.program.locale.code[:2]
    return "\u00a0" if language in _UNBROKEN and context.key is None else " "
