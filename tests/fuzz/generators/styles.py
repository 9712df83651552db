"""Valid styles: installed ones, changed in ways that the schema allows.

A style that is refused tells nothing of the compiler, so a mutation adds, drops or changes what
`schema` knows as optional, moves elements where their like may stand, and calls macros that are
there. At least nine of ten of the styles made so load; `test_generators.py` counts them.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable

from hypothesis import strategies as st
from lxml import etree

from citekit.styles.csl.source.catalogue import find_style
from citekit.styles.csl.style.xml import CSL_NAMESPACE, parse_xml
from fuzz.generators.schema import attributes_of
from fuzz.generators.text import hostile_pieces

__all__ = ["BASES", "styles"]

BASES = (
    "nature ieee vancouver american-medical-association harvard-cite-them-right"
    " springer-basic-author-date chicago-notes-bibliography modern-language-association"
    " elsevier-harvard din-1505-2"
).split()
"""Styles that differ in what they use: numbers, notes, authors and dates, collapsing, sorting."""

_CS = f"{{{CSL_NAMESPACE}}}"
_RENDERING = frozenset(
    f"{_CS}{name}" for name in "text number names date label group choose".split()
)
_AFFIXES = st.sampled_from([" ", ", ", ". ", "(", ")", "“", ": ", "", "zz ", "</i>", "&"]) | (
    hostile_pieces.map(lambda piece: "".join(filter(_is_xml, piece)))
)


def _is_xml(char: str) -> bool:
    code = ord(char)
    plain = code in (9, 10) or 0x20 <= code < 0xD800 or code >= 0xE000
    return plain and not (0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE)


@functools.cache
def _base(name: str) -> etree._Element:
    return parse_xml(find_style(name).xml)


def _elements(root: etree._Element) -> list[etree._Element]:
    info = root.find(f"{_CS}info")
    hidden = set(info.iter()) if info is not None else set()
    return [each for each in root.iter(f"{_CS}*") if each not in hidden]


def _rendering(root: etree._Element) -> list[etree._Element]:
    """Give elements that print, beside others that do."""
    there = (each for each in _elements(root) if each.tag in _RENDERING)
    return [each for each in there if _parent(each).tag not in (f"{_CS}substitute", f"{_CS}names")]


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _value(draw: st.DrawFn, values: tuple[str, ...], kind: str) -> str:
    if values:
        return draw(st.sampled_from(values))
    if kind in ("integer", "nonNegativeInteger"):
        return str(draw(st.integers(1, 12)))
    if kind == "boolean":
        return draw(st.sampled_from(["true", "false"]))
    if kind == "language":
        return draw(st.sampled_from(["en-US", "de-DE", "fr-FR", "ja-JP", "ar", "x-none", "ru-RU"]))
    return draw(_AFFIXES)


def _add_attribute(draw: st.DrawFn, root: etree._Element) -> None:
    element = draw(st.sampled_from(_elements(root)))
    free = [each for each in attributes_of(element).values() if each.optional]
    if free:
        chosen = draw(st.sampled_from(free))
        element.set(chosen.name, _value(draw, chosen.values, chosen.kind))


def _fill_attributes(draw: st.DrawFn, root: etree._Element) -> None:
    """Give the citation, the bibliography or the style many of the attributes that it may have."""
    tags = [root, *root.iterfind(f"{_CS}citation"), *root.iterfind(f"{_CS}bibliography")]
    element = draw(st.sampled_from(tags))
    free = [each for each in attributes_of(element).values() if each.optional]
    for chosen in draw(st.permutations(free))[: draw(st.integers(1, len(free)))]:
        element.set(chosen.name, _value(draw, chosen.values, chosen.kind))


def _drop_attribute(draw: st.DrawFn, root: etree._Element) -> None:
    element = draw(st.sampled_from(_elements(root)))
    known = attributes_of(element)
    free = [name for name in map(str, element.attrib) if name in known and known[name].optional]
    if free:
        del element.attrib[draw(st.sampled_from(free))]


def _change_attribute(draw: st.DrawFn, root: etree._Element) -> None:
    element = draw(st.sampled_from(_elements(root)))
    known = attributes_of(element)
    there = [
        known[name] for name in map(str, element.attrib) if name in known and known[name].values
    ]
    if there:
        chosen = draw(st.sampled_from(there))
        element.set(chosen.name, draw(st.sampled_from(chosen.values)))


def _double(draw: st.DrawFn, root: etree._Element) -> None:
    element = draw(st.sampled_from(_rendering(root)))
    element.addnext(copy.deepcopy(element))


def _wrap(draw: st.DrawFn, root: etree._Element) -> None:
    element = draw(st.sampled_from(_rendering(root)))
    group = etree.Element(f"{_CS}group", delimiter=draw(_AFFIXES))
    element.addprevious(group)
    group.append(element)


def _swap(draw: st.DrawFn, root: etree._Element) -> None:
    element = draw(st.sampled_from(_rendering(root)))
    before = element.getprevious()
    if before is not None and before.tag in _RENDERING:
        element.addnext(before)


def _drop(draw: st.DrawFn, root: etree._Element) -> None:
    element = draw(st.sampled_from(_rendering(root)))
    parent = _parent(element)
    beside = [each for each in parent if each.tag in _RENDERING]
    if len(beside) > 1:
        parent.remove(element)


def _double_macros(draw: st.DrawFn, root: etree._Element) -> None:
    """Add macros of which each calls the one before a few times, and call the last."""
    layouts = [*root.iter(f"{_CS}layout")]
    inner = etree.Element(f"{_CS}macro", name="m0")
    text = etree.SubElement(inner, f"{_CS}text", variable="title")
    _parent(layouts[0]).addprevious(inner)
    count = draw(st.integers(1, 30))
    for number in range(1, count + 1):
        macro = etree.Element(f"{_CS}macro", name=f"m{number}")
        for _ in range(draw(st.sampled_from([1, 2, 2, 3]))):
            etree.SubElement(macro, f"{_CS}text", macro=f"m{number - 1}")
        _parent(layouts[0]).addprevious(macro)
    text = etree.SubElement(draw(st.sampled_from(layouts)), f"{_CS}text", macro=f"m{count}")
    text.set("prefix", draw(_AFFIXES))


def _hostile_term(draw: st.DrawFn, root: etree._Element) -> None:
    locale = etree.Element(f"{_CS}locale")
    terms = etree.SubElement(locale, f"{_CS}terms")
    for name in draw(st.sets(st.sampled_from(["and", "et-al", "no date", "in", "ibid", "editor"]))):
        etree.SubElement(terms, f"{_CS}term", name=name).text = draw(_AFFIXES)
    info = root.find(f"{_CS}info")
    if len(terms) and info is not None and root.find(f"{_CS}locale") is None:
        info.addnext(locale)


_MUTATIONS: tuple[Callable[[st.DrawFn, etree._Element], None], ...] = (
    _add_attribute, _add_attribute, _add_attribute, _fill_attributes, _drop_attribute,
    _change_attribute, _change_attribute, _double, _wrap, _swap, _drop, _hostile_term,
)  # fmt: skip


@st.composite
def styles(draw: st.DrawFn) -> str:
    """Give the XML of a valid style."""
    root = copy.deepcopy(_base(draw(st.sampled_from(BASES))))
    for _ in range(draw(st.integers(1, 5))):
        draw(st.sampled_from(_MUTATIONS))(draw, root)
    if draw(st.integers(0, 9)) == 9:
        _double_macros(draw, root)
    return etree.tostring(root, encoding="unicode")
