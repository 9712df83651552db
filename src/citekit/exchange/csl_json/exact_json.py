"""Every value of a `Work` as plain JSON data, and back, without any loss.

CSL-JSON carries most of a work. What it cannot carry stands beside it in this form, under
``custom: {"citekit": {...}}``: field by field, under the names that the fields of `Work` have.
Author lists, venues and events are given as far as they differ from what the rest of the item
says, so that a list that stopped early needs no more than ``{"complete": false}``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar, cast

from attrs import evolve, fields

from citekit.errors import CitekitError, InvalidValueError
from citekit.model.dates import Date, DateLiteral, DateRange, PartialDate
from citekit.model.identifiers import ArXiv
from citekit.model.names import NOBODY, AuthorList, Name, Organization, Person
from citekit.model.relation import Relation
from citekit.model.venue import Event, Venue
from citekit.tables.fields import FIELDS, Kind
from citekit.text.nodes import (
    Block,
    Format,
    Link,
    Math,
    Node,
    Quoted,
    RichText,
    Styled,
    Verbatim,
)

__all__ = ["decode", "encode"]

Decoder: TypeAlias = Callable[[Any, Any], Any]


def encode(value: Any, start: Any = None) -> Any:
    """Give a value of a work's field as JSON data.

    Args:
        value: The value.
        start: What a reader would take for the value otherwise.

    >>> encode(RichText(["On ", Styled(["E. coli"], Format.ITALIC)]))
    ['On ', {'styled': 'font-style=italic', 'text': ['E. coli']}]
    """
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, RichText):
        return _nodes(value)
    if isinstance(value, tuple):
        return [encode(each) for each in value]
    if isinstance(value, _RECORDS):
        return _changed(value, start if isinstance(value, _MERGED) else None)
    return str(value)


def decode(name: str, data: Any, start: Any) -> Any:
    """Give the value of the field *name* from what `encode` gave, and the same *start*.

    Raises:
        CitekitError: The data has not that form, or the field cannot hold what it says.
    """
    try:
        return _DECODERS.get(name, _same)(data, start)
    except CitekitError:
        raise
    except (TypeError, KeyError, ValueError, AttributeError, RecursionError):
        raise InvalidValueError("not in the form that citekit writes", value=data) from None


# --- writing

_RECORDS = (
    AuthorList,
    Person,
    Organization,
    Venue,
    Event,
    PartialDate,
    DateRange,
    DateLiteral,
    ArXiv,
    Relation,
)

_MERGED = (AuthorList, Venue, Event)
"""What is given as far as it differs from what the rest of the item says."""


def _changed(value: Any, before: Any) -> dict[str, Any]:
    """Give the attributes that differ from those of *before*, or else from the defaults."""
    return {
        each.name: encode(getattr(value, each.name))
        for each in fields(type(value))
        if each.init is not False
        and each.name != "diagnostics"
        and getattr(value, each.name) != getattr(before, each.name, each.default)
    }


def _nodes(nodes: Any) -> list[Any]:
    return [_node(each) for each in nodes]


def _node(node: Node) -> Any:
    if isinstance(node, str):
        return node
    if isinstance(node, Math):
        return {"math": node.tex}
    if isinstance(node, Verbatim):
        return {"verbatim": node.text, "language": node.language}
    if isinstance(node, Styled):
        return {"styled": node.format.value, "text": _nodes(node.children)}
    if isinstance(node, Link):
        return {"link": node.url, "text": _nodes(node.children)}
    if isinstance(node, Block):
        return {"block": node.display, "text": _nodes(node.children)}
    return {"quoted": _nodes(node.children)}


# --- reading


def _same(data: Any, _start: Any) -> Any:
    return data


def _text(data: Any, _start: Any = None) -> RichText:
    return RichText([_read_node(each) for each in data])


def _read_node(data: Any) -> Node:
    if isinstance(data, str):
        return data
    if "math" in data:
        return Math(data["math"])
    if "verbatim" in data:
        return Verbatim(data["verbatim"], data["language"])
    if "quoted" in data:
        return Quoted([_read_node(each) for each in data["quoted"]])
    children = [_read_node(each) for each in data["text"]]
    if "styled" in data:
        return Styled(children, Format(data["styled"]))
    return Link(children, data["link"]) if "link" in data else Block(children, data["block"])


def _names(data: Any, start: Any) -> AuthorList:
    parts = dict(data)
    if "listed" in parts:
        parts["listed"] = [_name(each) for each in parts["listed"]]
    return evolve(start or NOBODY, **parts)


def _name(data: Any) -> Name:
    parts = dict(data)
    if "styled" in parts:
        parts["styled"] = [(part, _text(nodes)) for part, nodes in parts["styled"]]
    return Organization(**parts) if "name" in parts else Person(**parts)


def _date(data: Any, _start: Any = None) -> Date | None:
    if data is None:
        return None
    if "text" in data:
        return DateLiteral(**data)
    if "year" in data:
        return PartialDate(**data)
    start, end = (_date(data[name]) for name in ("start", "end"))
    return DateRange(cast("PartialDate | None", start), cast("PartialDate | None", end))


def _venue(data: Any, start: Any) -> Venue | None:
    return _record(Venue, data, start, {"title": _text, "title_short": _text})


def _event(data: Any, start: Any) -> Event | None:
    return _record(Event, data, start, {"title": _text, "place": _text, "date": _date})


_T = TypeVar("_T", Venue, Event)


def _record(
    kind: type[_T], data: Any, start: _T | None, readers: Mapping[str, Callable[[Any], Any]]
) -> _T | None:
    if data is None:
        return None
    parts = {name: readers.get(name, _plain)(value) for name, value in data.items()}
    return evolve(start, **parts) if start is not None else kind(**parts)


def _plain(data: Any) -> Any:
    return data


def _arxiv(data: Any, _start: Any) -> ArXiv | None:
    if data is None:
        return None
    version = "" if data["version"] is None else f"v{data['version']}"
    return ArXiv(data["id"] + version, data["primary_class"])


def _relations(data: Any, _start: Any) -> tuple[Relation, ...]:
    return tuple(Relation(each["kind"], each["target"]) for each in data)


_OF_KINDS: Mapping[Kind, Decoder] = MappingProxyType(
    {
        "names": _names,
        "text": _text,
        "publisher": _text,
        "date": _date,
        "venue": _venue,
        "event": _event,
        "arxiv": _arxiv,
        "relations": _relations,
    }
)
_DECODERS: Mapping[str, Decoder] = MappingProxyType(
    {row.name: _OF_KINDS[row.kind] for row in FIELDS if row.kind in _OF_KINDS}
)
"""How each field is read whose JSON data the constructor of `Work` would not take as it is."""
