"""Localization data: which term, date format or option a locale gives ("Locale Fallback").

The locale files are those that citeproc-py ships. `localize` merges the fallback chain once into
one `Localization`: tables in which a term is one look-up.
"""

from __future__ import annotations

import functools
import importlib.util
import itertools
import os
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import field, frozen

from citekit.errors import OptionError, UnknownNameError, did_you_mean
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.styles.csl.style.elements import Date, Locale, Term
from citekit.styles.locale_tags import check_tag

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FoundLocale", "Localization", "find_locale", "locale_paths", "localize"]

DEFAULT: Final = "en-US"
_FALLBACK_FORMS: Final = MappingProxyType(
    {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
)
_ORDINAL = lazy(r"ordinal(-\d\d)?")


@functools.cache
def _folder() -> str:
    """Find the locale files without importing citeproc-py, which is slow to load."""
    spec = importlib.util.find_spec("citeproc")
    places = spec.submodule_search_locations if spec is not None else None
    if not places:
        raise UnknownNameError("citeproc-py is not installed", hint="pip install citeproc-py")
    return os.path.join(places[0], "data", "locales")


@functools.cache
def _dialects() -> Mapping[str, str]:
    """Give the primary dialect of each language."""
    import json

    with open(os.path.join(_folder(), "locales.json"), encoding="utf-8") as file:
        found: Mapping[str, str] = json.load(file)["primary-dialects"]
    return found


@functools.cache
def _available() -> frozenset[str]:
    names = os.listdir(_folder())
    return frozenset(
        name[len("locales-") : -len(".xml")]
        for name in names
        if name.startswith("locales-") and name.endswith(".xml")
    )


@functools.cache
def _file(code: str) -> Locale:
    """Read one locale file."""
    from lxml import etree

    from citekit.styles.csl.style.read import read_locale

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return read_locale(etree.parse(_path(code), parser).getroot())


def _path(code: str) -> str:
    return os.path.join(_folder(), f"locales-{code}.xml")


def _dialect(tag: str) -> str:
    """Give a tag, or for a bare language its primary dialect."""
    return tag if "-" in tag else _dialects().get(tag, tag)


def _language(code: str) -> str:
    return code.partition("-")[0]


def _files_for(code: str) -> list[str]:
    """Give the locale files that apply to a dialect, first the nearest.

    They are "the chosen dialect", the "primary dialect" of its language, and en-US ("Locale
    Fallback"). A tag may say more than the name of a file does ("de-AT-1996", "zh-Hant-TW") or
    less ("sr-Cyrl"); these files come before the primary dialect, which may be in another script.
    """
    if code == DEFAULT:
        return [DEFAULT]
    language, *rest = code.split("-")
    shorter = ["-".join([language, *rest[:kept]]) for kept in range(len(rest), 0, -1)]
    nearer = [*itertools.chain(*map(_within, shorter)), *(f"{language}-{each}" for each in rest)]
    primary = [_dialects()[language]] if language in _dialects() else _within(language)
    chain = dict.fromkeys([*nearer, *primary, DEFAULT])
    return [each for each in chain if each in _available()]


def _within(tag: str) -> list[str]:
    """Give a tag, and the first of the locale files that say more than it does."""
    return [tag, *sorted(each for each in _available() if each.startswith(f"{tag}-"))[:1]]


class FoundLocale(NamedTuple):
    """The dialect that a tag stands for, and the one whose words are used instead, if one is."""

    code: str
    stand_in: str = ""


def find_locale(tag: str, in_style: Iterable[str] = ()) -> FoundLocale:
    """Give the locale that a tag stands for.

    Args:
        tag: A language ("de") or a dialect ("de-AT"), as somebody gave it.
        in_style: The languages of the style's own cs:locale elements.

    Raises:
        OptionError: It is no tag, or neither the style nor a locale file has its language.

    >>> find_locale("de")
    FoundLocale(code='de-DE', stand_in='')
    >>> find_locale("de-LI")
    FoundLocale(code='de-LI', stand_in='de-DE')
    """
    code = _dialect(check_tag(tag))
    if code == DEFAULT or code.lower() in (own := {each.lower() for each in in_style}):
        return FoundLocale(code)
    nearest = _files_for(code)[0]
    if _language(code) not in {_language(nearest), *map(_language, own)}:
        hint = did_you_mean(tag, _available()) or "give a tag such as 'de' or 'de-AT'"
        raise OptionError("no locale has this language", field="locale", value=tag, hint=hint)
    return FoundLocale(code, "" if f"{nearest}-".startswith(f"{code}-") else nearest)


def locale_paths(code: str) -> tuple[Path, ...]:
    """Give the locale files that apply to the locale *code*, first the nearest.

    >>> [path.name for path in locale_paths("de-AT")]
    ['locales-de-AT.xml', 'locales-de-DE.xml', 'locales-en-US.xml']
    """
    from pathlib import Path

    return tuple(Path(_path(each)) for each in _files_for(_dialect(code)))


@frozen(kw_only=True, eq=False)
@shared_repr
class Localization:
    """All that one locale says, in one style."""

    code: str
    terms: Mapping[tuple[str, str], Term]
    ordinals: Mapping[tuple[str, str], Term]
    dates: Mapping[str, Date]
    limit_day_ordinals_to_day_1: bool = False
    punctuation_in_quote: bool = False
    language: str = field(init=False)

    @language.default  # pyright: ignore[reportAttributeAccessIssue] - made by attrs
    def _language(self) -> str:
        return self.code.partition("-")[0]

    def find(self, name: str, form: str = "long") -> Term | None:
        """Give a term, falling back to other forms ("Terms")."""
        wanted: str | None = form
        while wanted is not None:
            term = self.terms.get((name, wanted))
            if term is not None:
                return term
            wanted = _FALLBACK_FORMS.get(wanted)
        return None

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """Give the text of a term, or "" where there is none."""
        term = self.find(name, form)
        if term is None:
            return ""
        text = term.multiple if plural else term.single
        return text.replace("'", "\u2019") if "'" in text else text

    @property
    def ampersand(self) -> str:
        """The sign for "and"; no word stands for it, in whatever language."""
        term = self.find("and", "symbol")
        return term.single if term is not None and term.form == "symbol" and term.single else "&"

    def gender(self, name: str) -> str:
        """Give the gender of a term's noun: "feminine", "masculine" or ""."""
        term = self.terms.get((name, "long"))
        return term.gender if term else ""


def _locales_in_style(style: Iterable[Locale], code: str) -> list[Locale]:
    """Give the style's own cs:locale elements that apply, first the nearest."""
    language = code.partition("-")[0]
    found: list[Locale] = []
    for wanted in (code.lower(), language.lower(), ""):
        found += [each for each in style if each.language.lower() == wanted]
    return list(dict.fromkeys(found))


def _last_of_each(terms: Iterable[Term]) -> Iterable[Term]:
    """Give the terms of one locale; of those that are defined twice, the last."""
    return {(term.name, term.form, term.gender_form): term for term in terms}.values()


def _with_neuters(terms: Iterable[Term]) -> Iterable[Term]:
    """Give the terms of one locale, with a neuter for ordinals that it has for a gender only.

    Portuguese has none, and says of few nouns which gender they have; the neuter of English would
    be next ("second"). An edition is feminine in all languages that tell it, and citeproc-js takes
    the feminine, too.
    """
    kept = tuple(terms)
    gendered = [term for term in kept if term.gender_form]
    neuter = {term.name for term in kept if not term.gender_form} if gendered else set()
    found = {
        term.name: term._replace(gender_form="")
        for term in sorted(gendered, key=lambda term: term.gender_form, reverse=True)
        if term.name not in neuter and (term.name == "ordinal" or term.name.startswith("long-"))
    }
    return (*kept, *found.values())


def _has_other_form(terms: Mapping[tuple[str, str], Term], term: Term) -> bool:
    """Say whether a form that a term falls back to is there: the language before the form.

    The specification has it the other way round ("Terms"), citeproc-js as here: a Spanish style
    without a short "version" prints "versión", not the English "v.".
    """
    form = _FALLBACK_FORMS.get(term.form)
    while form is not None:
        if (term.name, form) in terms:
            return True
        form = _FALLBACK_FORMS.get(form)
    return False


def localize(code: str, in_style: Iterable[Locale] = ()) -> Localization:
    """Merge the fallback chain for the locale *code* ("Locale Fallback").

    Args:
        code: A language ("de") or a dialect ("de-AT"). An unknown one is as en-US.
        in_style: The style's own locales.

    Returns:
        The merged localization.
    """
    dialect = _dialect(code or DEFAULT)
    chain = [*_locales_in_style(tuple(in_style), dialect), *map(_file, _files_for(dialect))]
    foreign = _file(DEFAULT) if _language(dialect) != _language(DEFAULT) else None
    terms: dict[tuple[str, str], Term] = {}
    dates: dict[str, Date] = {}
    ordinals: dict[tuple[str, str], Term] = {}
    for locale in chain:
        own: dict[tuple[str, str], Term] = {}
        nearer = dict(terms) if locale is foreign else {}
        for term in _with_neuters(_last_of_each(locale.terms)):
            if _ORDINAL.fullmatch(term.name):
                own[term.name, term.gender_form] = term
            elif term.gender_form:
                terms.setdefault((term.name, f"long {term.gender_form}"), term)
            elif not _has_other_form(nearer, term):
                terms.setdefault((term.name, term.form), term)
        ordinals = ordinals or own
        for date in locale.dates:
            dates.setdefault(date.form or "text", date)
    options = {
        name: next(
            (value for each in chain if (value := getattr(each, name)) is not None),
            False,
        )
        for name in ("limit_day_ordinals_to_day_1", "punctuation_in_quote")
    }
    return Localization(
        code=dialect,
        terms=MappingProxyType(terms),
        ordinals=MappingProxyType(ordinals),
        dates=MappingProxyType(dates),
        **options,
    )
