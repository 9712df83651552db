"""Small styles for tests: a layout, an item, and what comes out."""

from __future__ import annotations

from typing import Any

from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.document.process import process
from citekit.styles.csl.item.variables import DateValue, Item, ItemName, NameList
from citekit.styles.csl.marked.finish import finish
from citekit.styles.csl.style.read import read_style
from citekit.styles.csl.style.rewrite import rewrite
from citekit.styles.csl.style.xml import parse_xml

NAMESPACE = "http://purl.org/net/xbiblio/csl"


def style_xml(
    citation: str = "",
    *,
    options: str = "",
    attributes: str = "",
    macros: str = "",
    bibliography: str = "",
    layout: str = "",
    sort: str = "",
    class_: str = "in-text",
) -> str:
    """Give the XML of a style whose citation layout holds *citation*."""
    return (
        f'<style xmlns="{NAMESPACE}" version="1.0" class="{class_}" {attributes}>{macros}'
        f"<citation {options}>{sort}<layout {layout}>{citation}</layout></citation>{bibliography}"
        "</style>"
    )


def program(citation: str = "", *, locale: str | None = None, **rest: str) -> Program:
    return Program(rewrite(read_style(parse_xml(style_xml(citation, **rest))).style), locale)


def item(id_: str = "a", type_: str = "book", **values: Any) -> Item:
    """Make an item; names are "Family, Given", dates tuples, underscores hyphens."""
    return Item(
        id=id_,
        type=type_,
        values={name.replace("_", "-"): _value(value) for name, value in values.items()},
    )


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return NameList(tuple(_name(each) for each in value))
    if isinstance(value, tuple):
        return DateValue(start=(*value, 0, 0, 0)[:3])
    return value


def _name(text: str) -> ItemName:
    family, comma, given = text.partition(", ")
    return ItemName(family=family, given=given) if comma else ItemName(literal=text)


def cite(citation: str, *items: Item, **rest: str) -> str:
    """Render one citation of all *items* as bare text."""
    made = program(citation, **rest)
    done = process(
        made,
        {each.id: each for each in items},
        [Cluster(cites=tuple(CiteInput(id=each.id) for each in items))],
        bibliography=False,
    )
    return str(finish(done.citations[0], made.quotes))


def marked(
    layout: str, shown: Item, *, options: str = "", attributes: str = "", **rest: str
) -> str:
    """Render a bibliography entry as marked text; *attributes* are those of cs:layout."""
    return _entry(layout, shown, options, attributes, rest)[0]


def entry(layout: str, shown: Item, *, options: str = "", attributes: str = "", **rest: str) -> str:
    """Render a bibliography entry as bare text; *attributes* are those of cs:layout."""
    text, made = _entry(layout, shown, options, attributes, rest)
    return str(finish(text, made.quotes))


def _entry(
    layout: str, shown: Item, options: str, attributes: str, rest: dict[str, str]
) -> tuple[str, Program]:
    bibliography = f"<bibliography {options}><layout {attributes}>{layout}</layout></bibliography>"
    made = program(bibliography=bibliography, **rest)
    return process(made, {shown.id: shown}, []).entries[0].text, made
