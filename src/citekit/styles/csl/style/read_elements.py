"""XML to rendering elements (CSL 1.0.2, "Rendering Elements"); one function for each element."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from citekit.errors import Diagnostic, StyleFault
from citekit.speed.lazy import lazy
from citekit.styles.csl.marked.marks import clean
from citekit.styles.csl.style.elements import (
    PLAIN,
    Branch,
    Choose,
    Condition,
    Date,
    DatePart,
    Decoration,
    Element,
    EtAl,
    Group,
    Label,
    Name,
    NameOptions,
    NamePart,
    Names,
    Number,
    Text,
)
from citekit.styles.csl.style.xml import line_of
from citekit.text.directions import balanced
from citekit.text.nodes import Format

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Reader", "attributes", "read_children", "read_date", "read_decoration",
           "read_name_options", "read_output", "read_output_if_any", "read_words",
           "unescaped"]  # fmt: skip

_NAMESPACE: Final = "{http://purl.org/net/xbiblio/csl}"
_FORMATS: Final = {f.value: f for f in Format}
_FORMAT_ATTRIBUTES: Final = (
    "font-style",
    "font-variant",
    "font-weight",
    "text-decoration",
    "vertical-align",
)
_DECORATING: Final = frozenset(
    (
        *_FORMAT_ATTRIBUTES,
        *("text-case", "strip-periods", "quotes", "prefix", "suffix", "display"),
    )
)
_TEXT_CASES: Final = (
    "lowercase",
    "uppercase",
    "capitalize-first",
    "capitalize-all",
    "sentence",
    "title",
)
_CONDITIONS: Final = (
    "disambiguate",
    "is-numeric",
    "is-uncertain-date",
    "locator",
    "position",
    "type",
    "variable",
)
_DISPLAYS: Final = ("block", "left-margin", "right-inline", "indent")
MAX_AT_NAME: Final = 150
"""How long a text may be that stands at each name; of installed styles the longest has 14 signs."""
_REFERENCE = lazy("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos|nbsp);")


class Reader:
    """What a reading gathers: faults, diagnostics. It lives for one style."""

    def __init__(self) -> None:
        self.faults: list[StyleFault] = []
        self.diagnostics: list[Diagnostic] = []

    def tag(self, element: _Element) -> str:
        """Give the local name of a CSL element, or "" for anything foreign."""
        return _local_name(element.tag)

    def line(self, element: _Element) -> int:
        """Give the line of an element, 0 if it is not known."""
        return line_of(element) or 0

    def children(self, element: _Element) -> list[_Element]:
        """Give the CSL children: no comments, no elements of other vocabularies."""
        return [child for child in element if _local_name(child.tag)]

    def fault(self, element: _Element, message: str, hint: str | None = None) -> None:
        """Note something for which the style cannot be used."""
        self.faults.append(StyleFault(message, line_of(element), hint))

    def ignore(self, element: _Element, message: str) -> None:
        """Note something that is read over."""
        self.diagnostics.append(
            Diagnostic(
                severity="warning",
                code="style-element-ignored",
                message=f"line {line_of(element)}: {message}",
            )
        )

    def short(self, element: _Element, *names: str) -> None:
        """Check attributes whose value stands at each name, of which there may be many."""
        for name in names:
            if len(element.get(name, "")) > MAX_AT_NAME:
                self.fault(
                    element,
                    f"{name} is longer than {MAX_AT_NAME} characters",
                    "it stands at each name",
                )

    def choice(self, element: _Element, name: str, values: tuple[str, ...], default: Any) -> Any:
        """Give the value of an attribute that has a closed list of values."""
        value = element.get(name)
        if value is None or value == "":
            return default
        if value not in values:
            self.ignore(element, f"{name}={value[:40]!r} is unknown; known are {', '.join(values)}")
            return default
        return value

    def boolean(self, element: _Element, name: str, default: Any = False) -> Any:
        """Give the value of an attribute that is "true" or "false"."""
        value = self.choice(element, name, ("true", "false"), None)
        return default if value is None else value == "true"

    def integer(self, element: _Element, name: str, default: Any = None) -> Any:
        """Give the value of an attribute that is a number from 0."""
        value = element.get(name, "").strip()
        if not value:
            return default
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            self.fault(element, f"{name}={value[:40]!r} is no whole number")
            return default
        return int(value)


@functools.lru_cache(maxsize=256)
def _local_name(tag: object) -> str:
    name = str(tag)  # comments have a function for a tag
    return name[len(_NAMESPACE) :] if name.startswith(_NAMESPACE) else ""


def attributes(element: _Element) -> dict[str, str]:
    """Give all attributes of an element, which is faster than asking for several."""
    return cast("dict[str, str]", dict(element.items()))


def read_output(element: _Element, name: str) -> str:
    """Give an attribute that is to be printed, "" where the element has none."""
    return read_output_if_any(element, name) or ""


def read_output_if_any(element: _Element, name: str) -> str | None:
    """Do the same, but give None where the element has none.

    Of two spaces one is hard, so that both are seen: "CSL processors MUST NOT normalize attribute
    values" ("Whitespace Handling"); output formats that take many spaces for one, such as HTML,
    would. citeproc-js does so, too.
    """
    text = read_words(element, name)
    return None if text is None else text.replace("  ", "\u00a0 ")


def read_words(element: _Element, name: str) -> str | None:
    """Give an attribute that ends up in the output as it is, None where the element has none.

    A style is no more trusted than a record: a mark that turns text closes in its attribute.
    """
    text = element.get(name)
    return None if text is None else balanced(clean(unescaped(text)))


def unescaped(text: str) -> str:
    """Give the characters that were escaped twice in the file ("&amp;#160;").

    Nobody wants "&#160;" to be printed. CSL 1.0.2 does not speak of it; citeproc-js reads it so.
    """
    if "&" not in text or _REFERENCE.search(text) is None:
        return text
    from html import unescape

    return _REFERENCE.sub(lambda found: unescape(found.group()), text)


def read_decoration(element: _Element, reader: Reader) -> Decoration:
    """Read formatting, affixes, quotes, strip-periods, text-case and display."""
    if _DECORATING.isdisjoint(element.keys()):
        return PLAIN
    formats = []
    for name in _FORMAT_ATTRIBUTES:
        value = element.get(name)
        if value:
            format_ = _FORMATS.get(f"{name}={value}")
            if format_ is None:
                reader.ignore(element, f"{name}={value[:40]!r} is unknown")
            else:
                formats.append(format_)
    return Decoration(
        formats=tuple(formats),
        text_case=reader.choice(element, "text-case", _TEXT_CASES, None),
        strip_periods=reader.boolean(element, "strip-periods"),
        quotes=reader.boolean(element, "quotes"),
        prefix=read_output(element, "prefix"),
        suffix=read_output(element, "suffix"),
        display=reader.choice(element, "display", _DISPLAYS, None),
    )


def read_name_options(element: _Element, reader: Reader, *, prefixed: bool = False) -> NameOptions:
    """Read the name options of cs:name, or (*prefixed*) of an element that they inherit from."""
    lead = "name-" if prefixed else ""
    reader.short(element, f"{lead}delimiter", "initialize-with", "sort-separator")
    return NameOptions(
        and_=element.get("and"),
        delimiter=read_output_if_any(element, f"{lead}delimiter"),
        delimiter_precedes_et_al=element.get("delimiter-precedes-et-al"),
        delimiter_precedes_last=element.get("delimiter-precedes-last"),
        et_al_min=reader.integer(element, "et-al-min"),
        et_al_use_first=reader.integer(element, "et-al-use-first"),
        et_al_subsequent_min=reader.integer(element, "et-al-subsequent-min"),
        et_al_subsequent_use_first=reader.integer(element, "et-al-subsequent-use-first"),
        et_al_use_last=reader.boolean(element, "et-al-use-last", default=None),
        form=element.get(f"{lead}form"),
        initialize=reader.boolean(element, "initialize", default=None),
        initialize_with=read_words(element, "initialize-with"),
        name_as_sort_order=element.get("name-as-sort-order"),
        sort_separator=read_words(element, "sort-separator"),
        names_delimiter=read_output_if_any(element, "names-delimiter"),
    )


def read_children(parent: _Element, reader: Reader) -> tuple[Element, ...]:
    """Read all rendering elements in *parent*; what is none of CSL's is ignored and reported."""
    found = []
    for child in parent:
        tag = _local_name(child.tag)
        if not tag:
            continue
        read = _READERS.get(tag)
        if read is None:
            if tag != "sort":
                reader.ignore(child, f"cs:{tag} is not known here")
            continue
        element = read(child, reader)
        if element is not None:
            found.append(element)
    return tuple(found)


def _read_text(element: _Element, reader: Reader) -> Text | None:
    for source in ("variable", "macro", "term", "value"):
        value = element.get(source)
        if value is not None:
            return Text(
                source=source,
                value=read_output(element, source) if source == "value" else value.strip(),
                form=element.get("form", "long"),
                plural=reader.boolean(element, "plural"),
                decoration=read_decoration(element, reader),
                line=reader.line(element),
            )
    reader.fault(element, "cs:text has none of variable, macro, term and value")
    return None


def _read_number(element: _Element, reader: Reader) -> Number:
    return Number(
        variable=_needed(element, "variable", reader),
        form=element.get("form", "numeric"),
        decoration=read_decoration(element, reader),
        line=reader.line(element),
    )


def _needed(element: _Element, name: str, reader: Reader) -> str:
    value = element.get(name, "").strip()
    if not value:
        reader.fault(element, f"cs:{reader.tag(element)} has no {name}")
    return value


def read_date(element: _Element, reader: Reader) -> Date:
    """Read cs:date of a style (with a variable) or of a locale (without)."""
    parts = []
    for child in reader.children(element):
        if reader.tag(child) != "date-part":
            reader.ignore(child, f"cs:{reader.tag(child)} is not known in cs:date")
            continue
        name = reader.choice(child, "name", ("year", "month", "day"), None)
        if name is None:
            reader.fault(child, "cs:date-part needs a name: year, month or day")
            continue
        parts.append(
            DatePart(
                name=name,
                form=child.get("form"),
                range_delimiter=read_words(child, "range-delimiter"),
                decoration=read_decoration(child, reader),
                line=reader.line(child),
            )
        )
    return Date(
        variable=element.get("variable", "").strip(),
        form=element.get("form"),
        date_parts=element.get("date-parts", "year-month-day"),
        delimiter=read_output(element, "delimiter"),
        parts=tuple(parts),
        decoration=read_decoration(element, reader),
        line=reader.line(element),
    )


def _read_style_date(element: _Element, reader: Reader) -> Date:
    _needed(element, "variable", reader)
    return read_date(element, reader)


def _read_names(element: _Element, reader: Reader) -> Names:
    values: dict[str, Any] = {}
    children = reader.children(element)
    for child in children:
        tag = reader.tag(child)
        if tag == "name":
            values["name"] = _read_name(child, reader)
        elif tag == "et-al":
            values["et_al"] = EtAl(
                term=child.get("term", "et-al"),
                decoration=read_decoration(child, reader),
                line=reader.line(child),
            )
        elif tag == "label":
            values["label"] = _read_label_of(child, reader)
            values["label_first"] = "name" not in values
        elif tag == "substitute":
            values["substitute"] = read_children(child, reader)
        else:
            reader.ignore(child, f"cs:{tag} is not known in cs:names")
    if "name" not in values:
        values["label_first"] = False
    return Names(
        variable_names=tuple(element.get("variable", "").split()),
        delimiter=read_output_if_any(element, "delimiter"),
        has_children=any(reader.tag(child) != "substitute" for child in children),
        decoration=read_decoration(element, reader),
        line=reader.line(element),
        **values,
    )


def _read_name(element: _Element, reader: Reader) -> Name:
    parts = []
    for child in reader.children(element):
        name = reader.choice(child, "name", ("given", "family"), None)
        if reader.tag(child) != "name-part" or name is None:
            reader.fault(child, "cs:name holds only cs:name-part with name given or family")
            continue
        reader.short(child, "prefix", "suffix")
        parts.append(
            NamePart(name=name, decoration=read_decoration(child, reader), line=reader.line(child))
        )
    reader.short(element, "prefix", "suffix")
    return Name(
        options=read_name_options(element, reader),
        parts=tuple(parts),
        decoration=read_decoration(element, reader),
        line=reader.line(element),
    )


def _read_label_of(element: _Element, reader: Reader) -> Label:
    return Label(
        variable=element.get("variable", "").strip(),
        form=element.get("form", "long"),
        plural=reader.choice(element, "plural", ("contextual", "always", "never"), "contextual"),
        decoration=read_decoration(element, reader),
        line=reader.line(element),
    )


def _read_label(element: _Element, reader: Reader) -> Label:
    _needed(element, "variable", reader)
    return _read_label_of(element, reader)


def _read_group(element: _Element, reader: Reader) -> Group:
    return Group(
        elements=read_children(element, reader),
        delimiter=read_output(element, "delimiter"),
        decoration=read_decoration(element, reader),
        line=reader.line(element),
    )


def _read_choose(element: _Element, reader: Reader) -> Choose:
    branches = []
    for child in reader.children(element):
        tag = reader.tag(child)
        if tag not in ("if", "else-if", "else"):
            reader.ignore(child, f"cs:{tag} is not known in cs:choose")
            continue
        branches.append(_read_branch(child, tag, reader))
    if not branches:
        reader.fault(element, "cs:choose has no cs:if")
    return Choose(branches=tuple(branches), line=reader.line(element))


def _read_branch(element: _Element, tag: str, reader: Reader) -> Branch:
    given = attributes(element)
    conditions = tuple(
        Condition(name=name, values=tuple(given[name].split()))
        for name in _CONDITIONS
        if name in given
    )
    if tag != "else" and not conditions:
        reader.fault(element, f"cs:{tag} has no condition", f"one of {', '.join(_CONDITIONS)}")
    return Branch(
        match=reader.choice(element, "match", ("all", "any", "none"), "all"),
        conditions=conditions if tag != "else" else (),
        elements=read_children(element, reader),
        line=reader.line(element),
    )


_READERS: Final[dict[str, Callable[[_Element, Reader], Element | None]]] = {
    "text": _read_text,
    "number": _read_number,
    "date": _read_style_date,
    "names": _read_names,
    "label": _read_label,
    "group": _read_group,
    "choose": _read_choose,
}
