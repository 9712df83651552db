"""Checking the attributes of a style, and what is left of it for the schema.

libxml2's check of a RelaxNG schema tries all orders in which the attributes of an element may be
left out, so that its time doubles with each attribute: seventeen of them, all valid, take minutes.
What the schema says of attributes therefore stands in a table of our own, `tables.csl_attributes`,
and the schema is shown a tree whose elements have only what tells the ways apart in which one may
be written. A style is valid if its attributes are, and if that tree is.

Which way an element is written may decide what its children are (those of cs:date have affixes or
not), so elements are looked at from the root down, each with all the ways that are open to it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from citekit.errors import StyleFault, did_you_mean, shorten
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.styles.csl.style.xml import CSL_NAMESPACE, line_of
from citekit.tables.csl_attributes import ALTERNATIVES, VALUES

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["check_attributes"]

_MAX_FAULTS: Final = 50
_CS: Final = f"{{{CSL_NAMESPACE}}}"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_SPACES: Final = lazy("[ \t\r\n]+")


@frozen(eq=False)
@shared_repr
class _Type:
    """A type of values.

    Args:
        name: What the table calls it.
        values: The values, where it has a closed list.
        pattern: What other values look like.
        is_list: Whether a value is a list of one or more, parted by spaces.
        collapses: Whether spaces around a value that the pattern is for do not count.
    """

    name: str
    values: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    is_list: bool = False
    collapses: bool = True

    def wrong(self, value: str) -> str | None:
        """Give the part of a value that is not of the type, None if all is well."""
        parts = _parts(value)
        if not self.is_list:
            return None if self._takes(" ".join(parts), value) else value
        return next((part for part in parts if not self._takes(part, part)), None if parts else "")

    def _takes(self, collapsed: str, value: str) -> bool:
        if collapsed in self.values:
            return True
        text = collapsed if self.collapses else value
        return self.pattern is not None and self.pattern.fullmatch(text) is not None

    def told(self, wrong: str) -> str | None:
        """Say what would be right."""
        if not self.values:
            return _EXPECTED.get(self.name)
        return did_you_mean(wrong, self.values) or (
            f"known are {', '.join(sorted(self.values))}" if len(self.values) < _FEW else None
        )


_FEW: Final = 10
_EXPECTED: Final = MappingProxyType(
    {
        "boolean": "it is 'true' or 'false'",
        "integer": "it is a whole number",
        "integer>0": "it is a whole number from 1",
        "language": "it is a language tag such as 'en-GB'",
        "NMTOKEN": "it has letters, digits and '-', and no space",
        "nonNegativeInteger": "it is a whole number from 0",
    }
)
_NAME_CHARACTERS: Final = (
    r"[-.:_0-9A-Za-z\xb7\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    r"\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]+"
)
_PATTERNS: Final = MappingProxyType(
    {
        "anyURI": lazy("(?s:.*)"),  # is left to the schema
        "boolean": lazy("true|false|0|1"),
        "integer": lazy("[-+]?[0-9]+"),
        "integer>0": lazy(r"\+?0*[1-9][0-9]*"),
        "language": lazy("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"),
        "NMTOKEN": lazy(_NAME_CHARACTERS),
        "nonNegativeInteger": lazy(r"\+?[0-9]+|-0+"),
        "text": lazy("(?s:.*)"),
        r"/ordinal(-\d{2})?/": lazy(r"ordinal(-\d{2})?"),
    }
)


@frozen(eq=False)
@shared_repr
class _Way:
    """A way in which an element may be written; see `tables.csl_attributes`."""

    tag: str
    required: Mapping[str, _Type]
    known: Mapping[str, _Type]
    """Those that it may have and those that it must have."""
    some: frozenset[str]
    children: tuple[str, ...]
    inside: dict[str, tuple[_Way, ...]] = field(factory=dict)
    """The ways of its children, by tag; filled when the table is read, not changed later."""

    def takes(self, given: Mapping[str, str]) -> bool:
        """Say whether an element may have just these attributes."""
        return (
            given.keys() >= self.required.keys()
            and (not self.some or not self.some.isdisjoint(given))
            and all(
                (type_ := self.known.get(name)) is not None and type_.wrong(value) is None
                for name, value in given.items()
            )
        )

    def faults(self, given: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
        """Say what is wrong with the attributes of an element, and what would be right."""
        for name in self.required.keys() - given.keys():
            yield f"cs:{self.tag} has no {name}", None
        if self.some and self.some.isdisjoint(given):
            yield f"cs:{self.tag} has no condition", f"one of {', '.join(sorted(self.some))}"
        for name, value in given.items():
            type_ = self.known.get(name)
            if type_ is None:
                near = did_you_mean(name, self.known.keys() - given.keys())
                yield f"cs:{self.tag} takes no attribute {shorten(name)} here", near
            elif (wrong := type_.wrong(value)) is not None:
                yield f"{name}={shorten(wrong)} is no value of cs:{self.tag}", type_.told(wrong)


def check_attributes(root: _Element) -> list[StyleFault]:
    """Check the attributes of a style, and leave in the tree what the schema has to see.

    Args:
        root: The root of a tree that nobody needs any more: attributes are taken out of it.

    Returns:
        The faults, in the order of the elements; of an element that may be written in several ways
        those of the way that it comes nearest to.
    """
    faults: list[StyleFault] = []
    waiting = [(root, _roots().get(_local(root), ()))]
    while waiting and len(faults) < _MAX_FAULTS:
        element, ways = waiting.pop()
        given = {str(name).replace(_XML, "xml:"): str(text) for name, text in element.items()}
        fitting = [way for way in ways if way.takes(given)]
        _strip(element, given, fitting)
        if ways and not fitting:
            fitting = [min(ways, key=lambda way: len([*way.faults(given)]))]
            told = fitting[0].faults(given)
            faults += [StyleFault(text, line_of(element), hint) for text, hint in told]
        for child in reversed(element):
            tag = _local(child)
            waiting.append((child, tuple(_unique(way.inside.get(tag, ()) for way in fitting))))
    return faults


def _unique(rows: Iterable[tuple[_Way, ...]]) -> Iterable[_Way]:
    return dict.fromkeys(way for row in rows for way in row)


def _strip(element: _Element, given: Mapping[str, str], ways: Iterable[_Way]) -> None:
    """Take out the attributes that no way needs, and of the lists in the others all but one.

    Where an element has no way at all, it should not be there, whatever its attributes.
    """
    kept: dict[str, str] = {}
    for way in ways:
        condition = next((name for name in given if name in way.some), None)
        for name in (*way.required, *([condition] if condition else [])):
            if name in given:
                value = given[name]
                kept[name] = _parts(value)[0] if way.known[name].is_list else value
    element.attrib.clear()
    for name, value in kept.items():
        element.set(name.replace("xml:", _XML), value)


def _parts(value: str) -> list[str]:
    """Give the parts of a value; other spaces than those of XML are characters like any other."""
    return [part for part in _SPACES.split(value) if part]


def _local(element: _Element) -> str:
    tag = str(element.tag)
    return tag.removeprefix(_CS) if tag.startswith(_CS) else ""


@functools.cache
def _roots() -> Mapping[str, tuple[_Way, ...]]:
    """Read the table; give the ways of root elements, by tag."""
    top, *rows = _rows(ALTERNATIVES)
    ways: dict[str, list[_Way]] = {}
    for row in rows:
        lead, *attributes = row.split("; ")
        name, _, tag = lead.partition(" = ")
        ways.setdefault(name, []).append(_read_way(tag, attributes))
    for way in [way for found in ways.values() for way in found]:
        way.inside.update(_by_tag(ways, way.children))
    return _by_tag(ways, _children(top.removeprefix("root ")))


def _by_tag(ways: Mapping[str, list[_Way]], names: Iterable[str]) -> dict[str, tuple[_Way, ...]]:
    found: dict[str, tuple[_Way, ...]] = {}
    for name in names:
        for way in ways[name]:
            found[way.tag] = (*found.get(way.tag, ()), way)
    return found


def _read_way(tag: str, attributes: Iterable[str]) -> _Way:
    groups: dict[str, dict[str, _Type]] = {"!": {}, "?": {}, "+": {}}
    children: tuple[str, ...] = ()
    for each in attributes:
        name, _, type_ = each[1:].partition(": ")
        if each[0] == "(":
            children = _children(each)
        else:
            groups[each[0]][name] = _type(type_)
    known = {name: type_ for group in groups.values() for name, type_ in group.items()}
    return _Way(tag, groups["!"], known, frozenset(groups["+"]), children)


def _children(text: str) -> tuple[str, ...]:
    return tuple(text.strip("()").split(", "))


@functools.cache
def _type(name: str) -> _Type:
    single = name.removesuffix("+")
    if single in _PATTERNS:
        return _Type(single, pattern=_PATTERNS[single])
    values = (_values().get(single) or single).split("| ")
    patterns = [_PATTERNS[each] for each in values if each.startswith("/")]
    return _Type(
        name,
        frozenset(each for each in values if not each.startswith("/")),
        patterns[0] if patterns else None,
        is_list=single != name,
        collapses=False,
    )


@functools.cache
def _values() -> Mapping[str, str]:
    return dict(row.split(": ", 1) for row in _rows(VALUES))


def _rows(table: str) -> list[str]:
    return table.replace("\n  ", " ").strip().split("\n")
