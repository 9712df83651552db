"""Finding a style, checking it, and following a dependent style to its parent.

CSL 1.0.2, "File Types": an independent style says how to format; a dependent one has a title,
perhaps a `default-locale`, and a link to the independent style that it stands for.

XML that citekit did not bring along is checked in four steps, each of which must pass:
`xml.check_xml` (is it safe?), `read.read_style` (what is wrong with it, on which line?),
`attributes.check_attributes` (the schema's attributes, by a table of our own), and the RelaxNG
schema that citeproc-py ships, as a yes or no to the rest. The last two cost milliseconds, so the
installed styles are taken as they are when asked for by name: all of them follow the schema, and a
test of the project says so.
"""

from __future__ import annotations

import functools
import importlib.util
import os
from typing import Final, Literal

from attrs import evolve, frozen
from lxml import etree

from citekit.errors import ReadError, StyleError, StyleFault, UnknownNameError, shorten
from citekit.model.values import check_type
from citekit.speed.records import shared_methods
from citekit.styles.csl.source.catalogue import PackagedStyle, find_style, style_of_uri
from citekit.styles.csl.style.read import read_style
from citekit.styles.csl.style.xml import CSL_NAMESPACE, MAX_BYTES, check_xml, line_of, parse_checked

__all__ = ["StyleSource", "load_path", "load_style", "load_xml"]

_CS: Final = f"{{{CSL_NAMESPACE}}}"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_PARENTS_FOLLOWED: Final = "an independent style of the style repository"


@frozen(kw_only=True)
@shared_methods
class StyleSource:
    """A style that was found and checked, ready for an engine.

    Args:
        id: The id by which it was found, or the `id` in its own `cs:info`.
        title: Its title; the dependent style's own where it is one.
        xml: The XML of the independent style in UTF-8; an engine parses it without fear.
        default_locale: The locale that it asks for, "" where it asks for none. A dependent
            style's own goes before its parent's.
        dependent: The id of the independent style whose XML this is, where the style found was
            a dependent one; else None.
        renamed_from: The old name by which it was asked for, or None.
        locales: The languages of its own cs:locale elements.
        style_class: "note" for styles whose citations stand in notes, else "in-text".
    """

    id: str
    title: str
    xml: bytes
    default_locale: str = ""
    dependent: str | None = None
    renamed_from: str | None = None
    locales: tuple[str, ...] = ()
    style_class: Literal["in-text", "note"] = "in-text"


def load_style(name: str) -> StyleSource:
    """Load an installed style by name.

    Args:
        name: An id, an old id, or a full URI; see `catalogue.style_id`.

    Raises:
        UnknownNameError: There is no such style.
        StyleError: The installed file is damaged.

    >>> style = load_style("nature-digest")
    >>> style.title, style.dependent, style.default_locale
    ('Nature Digest', 'nature', 'en-GB')
    """
    found = find_style(name)
    source = _source(found.xml, _parse(found), found.id)
    return evolve(source, renamed_from=found.renamed_from)


def _parse(found: PackagedStyle) -> etree._Element:
    """Parse an installed style; if it is damaged after all, say where."""
    try:
        return parse_checked(found.xml)
    except etree.XMLSyntaxError:
        return check_xml(found.xml, name=found.id)[1]


def load_path(path: str | os.PathLike[str]) -> StyleSource:
    """Load a style from a file.

    Raises:
        ReadError: The file cannot be read.
        StyleError: The style has faults, or its parent is not installed.
    """
    check_type(path, (str, os.PathLike), "the path of a file")
    name = os.path.basename(os.fsdecode(path))
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"cannot read the style: {reason}", value=os.fspath(path)) from None
    return load_xml(data, name=name)


def load_xml(data: str | bytes, *, name: str = "style") -> StyleSource:
    """Load a style from its XML, which nobody needs to trust.

    Args:
        data: The XML; bytes may be UTF-8 or, with a byte order mark, UTF-16.
        name: What to call the style in errors.

    Raises:
        StyleError: The style has faults; all of them are listed, with their lines. Or it is a
            dependent one whose parent is not installed: no other file and no network is read.
    """
    xml, root = check_xml(data, name=name)
    if root.tag != f"{_CS}style":
        fault = StyleFault(f"the root element is {shorten(root.tag)}, not cs:style", 1)
        raise StyleError(f"{shorten(name)} is not a CSL style", faults=[fault])
    if _parent_link(root) is None:
        read_style(root)
    _check_schema(xml, name)
    own_id = _info(root, "id")
    return _source(xml, root, style_of_uri(own_id) or own_id or name)


def _source(xml: bytes, root: etree._Element, identifier: str) -> StyleSource:
    title = _info(root, "title") or identifier
    locale = root.get("default-locale", "")
    link = _parent_link(root)
    if link is None:
        kind: Literal["in-text", "note"] = "note" if root.get("class") == "note" else "in-text"
        return StyleSource(
            id=identifier,
            title=title,
            xml=xml,
            default_locale=locale,
            locales=tuple(each.get(_LANGUAGE, "") for each in root.iterfind(f"{_CS}locale")),
            style_class=kind,
        )
    parent = _load_parent(link, identifier)
    return evolve(
        parent,
        id=identifier,
        title=title,
        default_locale=locale or parent.default_locale,
        dependent=parent.id,
    )


def _load_parent(link: etree._Element, identifier: str) -> StyleSource:
    """Load the parent, which is an installed style: never a path, never a URL to fetch."""
    href = link.get("href", "")
    known = style_of_uri(href)
    line = line_of(link)
    hint = f"a parent is {_PARENTS_FOLLOWED}: http://www.zotero.org/styles/…"
    if known is None:
        raise _parent_error(identifier, StyleFault(f"cannot follow {shorten(href)}", line, hint))
    try:
        found = find_style(known)
    except UnknownNameError as error:
        fault = StyleFault(f"the parent style {known!r} is not installed", line, error.hint)
        raise _parent_error(identifier, fault) from None
    root = _parse(found)
    if _parent_link(root) is not None:
        fault = StyleFault(f"the parent style {known!r} is a dependent style itself", line, hint)
        raise _parent_error(identifier, fault)
    return _source(found.xml, root, found.id)


def _parent_error(identifier: str, fault: StyleFault) -> StyleError:
    return StyleError(f"the parent of style {shorten(identifier)} is unknown", faults=[fault])


def _info(root: etree._Element, name: str) -> str:
    found = root.find(f"{_CS}info/{_CS}{name}")
    return " ".join((found.text or "").split()) if found is not None else ""


def _parent_link(root: etree._Element) -> etree._Element | None:
    for link in root.iterfind(f"{_CS}info/{_CS}link"):
        if link.get("rel") == "independent-parent":
            return link
    return None


@functools.cache
def _schema_file() -> str:
    """Find the schema without importing citeproc-py."""
    spec = importlib.util.find_spec("citeproc")
    places = spec.submodule_search_locations if spec is not None else None
    if not places:
        raise UnknownNameError("citeproc-py is not installed", hint="pip install citeproc-py")
    return os.path.join(places[0], "data", "schema", "schemas", "styles", "csl.rng")


def _check_schema(xml: bytes, name: str) -> None:
    """Check the attributes, and ask the schema of CSL for a yes or no to the rest.

    libxml2 names the same wrong line for any fault, and a schema object keeps the log of its last
    run, so a fresh one is made each time: no state is shared between threads.
    """
    from citekit.styles.csl.style.attributes import check_attributes  # not for installed styles

    root = parse_checked(xml)
    faults = check_attributes(root)
    if not faults and not etree.RelaxNG(etree.parse(_schema_file())).validate(root):
        hint = "https://validator.citationstyles.org shows the place"
        faults = [StyleFault("it does not follow the schema of CSL 1.0.2", None, hint)]
    if faults:
        raise StyleError(f"{shorten(name)} is not a valid CSL style", faults=faults)
