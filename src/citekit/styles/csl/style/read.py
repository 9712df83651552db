"""Checked XML to the elements of a style, with every fault and its line (CSL 1.0.2).

Reading never stops at the first fault: all of them are collected and raised together as one
`StyleError`. What is harmless, such as an element of a later version of CSL, is ignored and
reported as a `Diagnostic`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from citekit.errors import Diagnostic, StyleError, StyleFault
from citekit.speed.records import shared_repr
from citekit.styles.csl.marked.field_text import mark_text
from citekit.styles.csl.style.elements import (
    Bibliography,
    Citation,
    Info,
    Key,
    Layout,
    Locale,
    Macro,
    Style,
    Term,
)
from citekit.styles.csl.style.macros import check_macros
from citekit.styles.csl.style.read_elements import (
    Reader,
    attributes,
    read_children,
    read_date,
    read_decoration,
    read_name_options,
    read_output_if_any,
    read_words,
    unescaped,
)
from citekit.styles.csl.style.xml import line_of
from citekit.text.clean import clean
from citekit.text.directions import balanced

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["ReadStyle", "read_locale", "read_style"]

_VERSIONS = ("1.0", "1.0.1", "1.0.2")
_COLLAPSE = ("citation-number", "year", "year-suffix", "year-suffix-ranged")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@frozen(eq=False)
@shared_repr
class ReadStyle:
    """A style and what was ignored in it."""

    style: Style
    diagnostics: tuple[Diagnostic, ...] = ()


def read_style(root: _Element) -> ReadStyle:
    """Read an independent style from its root element.

    Args:
        root: The root of an XML document that was checked for size, depth and entities.

    Returns:
        The style, and diagnostics about what was ignored.

    Raises:
        StyleError: The style has faults; all are listed with their lines.
    """
    reader = Reader()
    if reader.tag(root) != "style":
        raise StyleError(
            "not a CSL style",
            faults=[StyleFault("the root element is not cs:style", line_of(root))],
        )
    _check_version(root, reader)
    macros = _read_macros(root, reader)
    citation = _read_citation(root, reader)
    bibliography = _read_bibliography(root, reader)
    style_class = reader.choice(root, "class", ("in-text", "note"), "in-text")
    options: dict[str, Any] = {
        "name_options": read_name_options(root, reader, prefixed=True),
        "page_range_format": root.get("page-range-format"),
        "demote_non_dropping_particle": reader.choice(
            root,
            "demote-non-dropping-particle",
            ("never", "sort-only", "display-and-sort"),
            "display-and-sort",
        ),
        "initialize_with_hyphen": reader.boolean(root, "initialize-with-hyphen", default=True),
    }
    locales = tuple(
        read_locale(child, reader)
        for child in reader.children(root)
        if reader.tag(child) == "locale"
    )
    if citation is not None:
        check_macros(macros, citation, bibliography, reader)
    if reader.faults or citation is None:
        raise StyleError("the style has faults", faults=sorted(reader.faults, key=_line))
    style = Style(
        info=_read_info(root, reader),
        style_class=style_class,
        version=root.get("version", "1.0"),
        default_locale=root.get("default-locale", ""),
        locales=locales,
        macros=macros,
        citation=citation,
        bibliography=bibliography,
        **options,
    )
    return ReadStyle(style, tuple(reader.diagnostics))


def _line(fault: StyleFault) -> int:
    return fault.line or 0


def _check_version(root: _Element, reader: Reader) -> None:
    version = root.get("version")
    if version is None:
        reader.fault(root, "cs:style has no version", "CSL 1.0.2 says version='1.0'")
    elif version not in _VERSIONS and not version.startswith("1."):
        reader.fault(root, f"CSL {version[:20]} is not supported", "CSL 1.0 to 1.0.2 are")


def _one(root: _Element, name: str, reader: Reader) -> _Element | None:
    found = [child for child in reader.children(root) if reader.tag(child) == name]
    for extra in found[1:]:
        reader.fault(extra, f"cs:{name} appears twice")
    return found[0] if found else None


def _read_info(root: _Element, reader: Reader) -> Info:
    info = _one(root, "info", reader)
    values: dict[str, str] = {}
    for child in [] if info is None else reader.children(info):
        name = reader.tag(child)
        if name in ("id", "title"):
            values[name] = (child.text or "").strip()
        elif name == "category" and child.get("citation-format"):
            values["citation_format"] = child.get("citation-format", "")
        elif name == "link" and child.get("rel") == "independent-parent":
            values["independent_parent"] = child.get("href", "")
    return Info(**values)


def _read_macros(root: _Element, reader: Reader) -> dict[str, Macro]:
    macros: dict[str, Macro] = {}
    for child in reader.children(root):
        if reader.tag(child) != "macro":
            continue
        name = child.get("name")
        if not name:
            reader.fault(child, "cs:macro has no name")
        elif name in macros:
            reader.fault(child, f"macro {name!r} is defined twice")
        else:
            macros[name] = Macro(
                name=name,
                elements=read_children(child, reader),
                line=reader.line(child),
            )
    return macros


def _read_layout(parent: _Element, reader: Reader) -> Layout | None:
    layout = _one(parent, "layout", reader)
    if layout is None:
        reader.fault(parent, f"cs:{reader.tag(parent)} has no cs:layout")
        return None
    return Layout(
        elements=read_children(layout, reader),
        delimiter=read_words(layout, "delimiter") or "",
        decoration=read_decoration(layout, reader),
        line=reader.line(layout),
    )


def _read_sort(parent: _Element, reader: Reader) -> tuple[Key, ...]:
    sort = _one(parent, "sort", reader)
    if sort is None:
        return ()
    return tuple(
        _read_key(key, reader) for key in reader.children(sort) if reader.tag(key) == "key"
    )


def _read_key(key: _Element, reader: Reader) -> Key:
    if bool(key.get("variable")) == bool(key.get("macro")):
        reader.fault(key, "cs:key needs either a variable or a macro")
    return Key(
        variable=key.get("variable", ""),
        macro=key.get("macro", ""),
        descending=reader.choice(key, "sort", ("ascending", "descending"), "ascending")
        == "descending",
        names_min=reader.integer(key, "names-min"),
        names_use_first=reader.integer(key, "names-use-first"),
        names_use_last=reader.boolean(key, "names-use-last", default=None),
        line=reader.line(key),
    )


def _read_citation(root: _Element, reader: Reader) -> Citation | None:
    found = _one(root, "citation", reader)
    if found is None:
        reader.fault(root, "the style has no cs:citation", _dependent_hint(root, reader))
        return None
    layout = _read_layout(found, reader)
    if layout is None:
        return None
    return Citation(
        layout=layout,
        sort=_read_sort(found, reader),
        name_options=read_name_options(found, reader, prefixed=True),
        disambiguate_add_names=reader.boolean(found, "disambiguate-add-names"),
        disambiguate_add_givenname=reader.boolean(found, "disambiguate-add-givenname"),
        givenname_disambiguation_rule=found.get("givenname-disambiguation-rule", "by-cite"),
        disambiguate_add_year_suffix=reader.boolean(found, "disambiguate-add-year-suffix"),
        cite_group_delimiter=read_words(found, "cite-group-delimiter"),
        collapse=reader.choice(found, "collapse", _COLLAPSE, None),
        year_suffix_delimiter=read_words(found, "year-suffix-delimiter"),
        after_collapse_delimiter=read_words(found, "after-collapse-delimiter"),
        near_note_distance=reader.integer(found, "near-note-distance", 5),
        line=reader.line(found),
    )


def _dependent_hint(root: _Element, reader: Reader) -> str | None:
    parent = _read_info(root, reader).independent_parent
    return f"it is a dependent style; use its parent {parent}" if parent else None


def _read_bibliography(root: _Element, reader: Reader) -> Bibliography | None:
    found = _one(root, "bibliography", reader)
    if found is None:
        return None
    layout = _read_layout(found, reader)
    if layout is None:
        return None
    return Bibliography(
        layout=layout,
        sort=_read_sort(found, reader),
        name_options=read_name_options(found, reader, prefixed=True),
        hanging_indent=reader.boolean(found, "hanging-indent"),
        second_field_align=reader.choice(found, "second-field-align", ("flush", "margin"), None),
        line_spacing=reader.integer(found, "line-spacing", 1),
        entry_spacing=reader.integer(found, "entry-spacing", 1),
        subsequent_author_substitute=read_output_if_any(found, "subsequent-author-substitute"),
        subsequent_author_substitute_rule=found.get(
            "subsequent-author-substitute-rule", "complete-all"
        ),
        line=reader.line(found),
    )


def read_locale(root: _Element, reader: Reader | None = None) -> Locale:
    """Read `cs:locale`, of a style or as the root of a locale file."""
    reader = reader or Reader()
    terms: list[Term] = []
    dates = []
    options: dict[str, Any] = {}
    for child in reader.children(root):
        tag = reader.tag(child)
        if tag == "terms":
            terms += [
                _read_term(each, reader)
                for each in reader.children(child)
                if reader.tag(each) == "term"
            ]
        elif tag == "date":
            dates.append(read_date(child, reader))
        elif tag == "style-options":
            for name in ("limit-day-ordinals-to-day-1", "punctuation-in-quote"):
                options[name.replace("-", "_")] = reader.boolean(child, name, default=None)
    return Locale(language=root.get(_LANG, ""), terms=tuple(terms), dates=tuple(dates), **options)


def _read_term(term: _Element, reader: Reader) -> Term:
    given = attributes(term)
    name = given.get("name", "")
    if not name:
        reader.fault(term, "cs:term has no name")
    plain = _content(term)
    parts = {reader.tag(child): _content(child) for child in reader.children(term)}
    single = parts.get("single", plain)
    return Term(
        name=name,
        form=given.get("form", "long"),
        single=single,
        multiple=parts.get("multiple", single),
        gender=given.get("gender", ""),
        gender_form=given.get("gender-form", ""),
        match=given.get("match", ""),
    )


def _content(element: _Element) -> str:
    """Give the text of an element; a line broken for the reader of the file is one space.

    "Term content should not contain markup", but where it does, it is that of `cs:text value`.
    """
    text = unescaped(element.text or "")
    if not text.isascii():
        text = balanced(clean(text))
    if "<" in text:
        text = mark_text(text)
    return " ".join(text.split()) if "\n" in text else text
