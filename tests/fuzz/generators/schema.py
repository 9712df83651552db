"""What CSL's schema allows: for each element, its optional attributes with their values.

Read from the RELAX NG file that citeproc-py ships, so that mutations follow the schema without a
table that could differ from it. Attributes that exclude each other (the `variable`, `macro`,
`term` or `value` of cs:text) are those below a choice; they are never added, only their values
change.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from citekit.styles.csl.source.load import _schema_file

__all__ = ["Attribute", "attributes_of", "schema"]

_RNG = "{http://relaxng.org/ns/structure/1.0}"


class Attribute(NamedTuple):
    """An attribute of an element.

    Args:
        name: Its name.
        values: The values that it may have; none where it takes any text.
        kind: The type of its data ("integer", "boolean" …), "text", or "" where values say it.
        optional: Whether the element may have it or not, whatever else it has.
    """

    name: str
    values: tuple[str, ...]
    kind: str
    optional: bool


def attributes_of(element: etree._Element) -> Mapping[str, Attribute]:
    """Give what the schema allows on an element, by the name of the attribute."""
    return schema().get(etree.QName(element).localname, MappingProxyType({}))


@functools.cache
def schema() -> Mapping[str, Mapping[str, Attribute]]:
    """Give the attributes of each element."""
    root = etree.parse(_schema_file()).getroot()
    defines: dict[str, list[etree._Element]] = {}
    for define in root.iter(f"{_RNG}define"):
        defines.setdefault(str(define.get("name")), []).append(define)
    found: dict[str, dict[str, Attribute]] = {}
    for element in root.iter(f"{_RNG}element"):
        name = str(element.findtext(f"{_RNG}name") or element.get("name"))
        known = found.setdefault(name, {})
        for attribute in _attributes(element, defines, False, False):
            before = known.get(attribute.name)
            if before is None or before == attribute:
                known[attribute.name] = attribute
            else:  # two elements of one name allow different things: only what both say
                both = tuple(value for value in attribute.values if value in before.values)
                optional = before.optional and attribute.optional
                known[attribute.name] = attribute._replace(values=both, optional=optional)
    return MappingProxyType(found)


def _attributes(
    pattern: etree._Element, defines: Mapping[str, list[etree._Element]], free: bool, chosen: bool
) -> Iterator[Attribute]:
    """Give the attributes below *pattern*, not those of elements in it."""
    for child in pattern:
        tag = etree.QName(child).localname
        if tag == "ref":
            for define in defines.get(child.get("name", ""), ()):
                yield from _attributes(define, defines, free, chosen)
        elif tag == "attribute":
            yield _attribute(child, defines, free and not chosen)
        elif tag in ("optional", "choice"):
            yield from _attributes(
                child, defines, free or tag == "optional", chosen or tag == "choice"
            )
        elif tag in ("group", "interleave", "zeroOrMore", "oneOrMore", "div"):
            yield from _attributes(child, defines, free, chosen or tag == "group")


def _attribute(
    pattern: etree._Element, defines: Mapping[str, list[etree._Element]], optional: bool
) -> Attribute:
    name = str(pattern.findtext(f"{_RNG}name") or pattern.get("name"))
    values = tuple(dict.fromkeys(_values(pattern, defines)))
    data = pattern.find(f".//{_RNG}data")
    kind = "" if values else (str(data.get("type")) if data is not None else "text")
    return Attribute(name, values, kind, optional and ":" not in name)


def _values(pattern: etree._Element, defines: Mapping[str, list[etree._Element]]) -> Iterator[str]:
    for child in pattern:
        tag = etree.QName(child).localname
        if tag == "value":
            yield child.text or ""
        elif tag == "ref":
            for define in defines.get(child.get("name", ""), ()):
                yield from _values(define, defines)
        else:
            yield from _values(child, defines)
