"""Items as citeproc-py's own values: references, names, dates, cites.

citeproc-py warns of variables that it does not know and yet renders them; the values are put in
place past that check, so nothing is ever printed. Every variable stands under its CSL name and
under that name with underscores, because citeproc-py looks up some by the one and some by the
other.
"""

# mypy: disable-error-code="misc, no-untyped-call"
# citeproc-py has no annotations, and nearly every line here calls it; what can be inferred of its
# types is wrong as often as right, so its modules count as Any, and their classes as bases of Any.

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, SupportsIndex

from attrs import frozen
from citeproc import source as _source
from citeproc.string import String

from citekit.model.citation import Cite
from citekit.styles.csl.citeproc_py.elements import MarkFormatter, Names
from citekit.styles.csl.item.variables import DateValue, Item, ItemName, NameList, Parts

__all__ = ["Library", "Locator", "make_cites", "make_library"]

source: Final[Any] = _source
_ELIDED: Final = ("'", "\u2019", "-")
"""A particle that ends so is written together with the name: d'Artagnan, al-Hakim."""


@frozen
class Locator:
    """A locator that equals another one with the same label and text."""

    label: str
    identifier: str


class _Keys(list[str]):
    """A list that knows where its members are: citeproc-py asks for every entry's number."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__(keys)
        self._places = {key: place for place, key in enumerate(keys)}

    def index(self, value: str, _start: SupportsIndex = 0, _stop: SupportsIndex = 0, /) -> int:
        """Give the place of a member."""
        return self._places[value]


class Library:
    """What citeproc-py calls a bibliography: references by key, and the order of the keys."""

    formatter = MarkFormatter

    def __init__(self, references: dict[str, Any], items: dict[str, Item]) -> None:
        self.source = references
        self.items = items
        self.keys = _Keys(list(references))

    def order(self, keys: Sequence[str]) -> None:
        """Put the keys into the order of the bibliography; their places are the numbers."""
        self.keys = _Keys(keys)


def make_library(items: Sequence[Item]) -> tuple[Library, dict[str, str]]:
    """Convert items; their keys are citekit's own, because citeproc-py folds the case of ids.

    Returns:
        The library, and the key of each id.
    """
    keys = {item.id: f"item-{place}" for place, item in enumerate(items)}
    references = {keys[item.id]: _reference(keys[item.id], item) for item in items}
    return Library(references, {keys[item.id]: item for item in items}), keys


def make_cites(library: Library, cites: Sequence[tuple[str, Cite | None]]) -> list[Any]:
    """Make the cites of one citation, or of one entry, for which there is no `Cite`."""
    made = [_cite(library, key, cite) for key, cite in cites]
    citation = source.Citation(made)
    citation.bibliography = library
    return made


def _cite(library: Library, key: str, cite: Cite | None) -> Any:
    made = source.CitationItem(key)
    if cite is not None and cite.locator:
        made.update(locator=Locator(cite.label, cite.locator))
    for name, value in library.items[key].values.items():
        if name.startswith("number-of") and isinstance(value, str) and value.isdecimal():
            made[name] = value
    return made


def _reference(key: str, item: Item) -> Any:
    reference = source.Reference(key, item.type)
    for name, value in item.values.items():
        for spelling in {name, name.replace("-", "_")}:
            reference[spelling] = _value(value)
        if isinstance(value, NameList) and not value.complete:
            reference["cut", name] = Names(known=_known(value), last=value.gap is not None)
        if isinstance(value, NameList) and any(map(_is_family_first, value.names)):
            reference["long", name] = _names(value, long=True)
    reference.pop("language", None)
    if item.language:
        reference["language"] = item.language
    return reference


def _value(value: object) -> Any:
    if isinstance(value, NameList):
        return _names(value)
    if isinstance(value, DateValue):
        return _date(value)
    return String(str(value))


def _known(names: NameList) -> int:
    return len(names.names) if names.gap is None else names.gap


def _is_family_first(name: ItemName) -> bool:
    """Whether the full name runs family first, without a comma (CSL 1.0.2, "Name")."""
    return bool(name.family and name.given) and (name.static_ordering or not name.is_western)


def _names(value: NameList, *, long: bool = False) -> list[Any]:
    """Convert names; *long* ones that run family first as one text, since they are never inverted.

    A list that was cut short has one more, which is never shown.

    It stands for those that are missing, so that "et al." has something to stand for; the name
    after it is the last of all, where that is known.
    """
    found = [_name(each, long=long) for each in value.names]
    if value.complete:
        return found
    missing = source.Name(literal="")
    last = [] if value.gap is None else found[-1:]
    return [*found[: _known(value)], missing, *last]


def _name(name: ItemName, *, long: bool) -> Any:
    if name.literal:
        return source.Name(literal=name.literal)
    if long and _is_family_first(name):
        glue = " " if name.is_western else ""
        return source.Name(literal=f"{name.family}{glue}{name.given}")
    family, particle = name.family, name.non_dropping_particle
    if particle.endswith(_ELIDED):
        family, particle = particle + family, ""
    parts = {
        "family": family,
        "given": name.given,
        "dropping-particle": name.dropping_particle,
        "non-dropping-particle": particle,
        "suffix": name.suffix,
    }
    return source.Name(**{part: text for part, text in parts.items() if text})


def _date(value: DateValue) -> Any:
    if value.start is None:
        return source.LiteralDate(value.literal, circa=value.circa)
    begin = _single_date(value.start, circa=value.circa)
    if not value.is_range:
        return begin
    ends = {} if value.end is None else {"end": _single_date(value.end, circa=value.circa)}
    return source.DateRange(begin=begin, circa=value.circa, **ends)


def _single_date(parts: Parts, *, circa: bool) -> Any:
    year, month, day = parts
    values = {"year": year}
    if month > 12:
        values["season"] = (month - 1) % 4 + 1
    elif month:
        values |= {"month": month, **({"day": day} if day else {})}
    return source.Date(circa=circa, **values)
