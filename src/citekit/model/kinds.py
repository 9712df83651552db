"""What each kind of field takes, gives, and is when nothing is known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from citekit.errors import InvalidValueError, did_you_mean
from citekit.model.dates import to_date
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv, several, single
from citekit.model.names import NOBODY, to_author_list
from citekit.model.relation import to_relations
from citekit.model.values import (
    FrozenMap,
    as_diagnostics,
    as_line,
    as_number,
    as_text,
    check_row,
    check_type,
)
from citekit.model.venue import to_event, to_venue
from citekit.tables import fields
from citekit.tables.types import TYPES
from citekit.text.nodes import EMPTY, RichText

__all__ = ["KINDS", "Kind"]


class Kind(NamedTuple):
    """One kind of field."""

    convert: Callable[[Any], Any]
    """Makes what the field holds of what people have; raises a `CitekitError`."""
    empty: Any
    """What the field holds when nothing is known; immutable, and false but for the type."""


def _to_type(value: Any) -> str:
    line = as_line(value)
    if line not in TYPES:
        hint = did_you_mean(line, TYPES) or "CSL's types and 'preprint' are known"
        raise InvalidValueError("unknown type of work", value=value, hint=hint)
    return sys.intern(line)


def _to_id(value: Any) -> str | None:
    return as_number(value) or None


def _to_keywords(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.replace(";", ",").split(",")
    check_row(value, "keywords")
    return tuple(filter(None, map(as_line, value)))


def _to_extra(value: Any) -> FrozenMap:
    if isinstance(value, FrozenMap):
        return value
    check_type(value, Mapping, "a mapping")
    return FrozenMap(value)


def _to_case(value: Any) -> str | None:
    if value in (None, "title", "sentence"):
        return None if value is None else str(value)
    raise InvalidValueError('a case is "title", "sentence" or None', value=value)


def _to_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise InvalidValueError(f"needs True or False, not {type(value).__name__}", value=value)


def _to_publisher(value: Any) -> RichText:
    """Several publishers are joined as the manuals ask: with a semicolon (APA 7, section 9.29)."""
    if isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
        value = "; ".join(value)
    return as_text(value)


KINDS: Final[Mapping[fields.Kind, Kind]] = MappingProxyType(
    {
        "id": Kind(_to_id, None),
        "type": Kind(_to_type, "document"),
        "text": Kind(as_text, EMPTY),
        "line": Kind(as_line, ""),
        "number": Kind(as_number, ""),
        "names": Kind(to_author_list, NOBODY),
        "date": Kind(to_date, None),
        "venue": Kind(to_venue, None),
        "event": Kind(to_event, None),
        "case": Kind(_to_case, None),
        "publisher": Kind(_to_publisher, EMPTY),
        "keywords": Kind(_to_keywords, ()),
        "doi": Kind(single(DOI), None),
        "arxiv": Kind(single(ArXiv), None),
        "isbn": Kind(several(ISBN), ()),
        "issn": Kind(several(ISSN), ()),
        "pmid": Kind(single(PMID), None),
        "pmcid": Kind(single(PMCID), None),
        "url": Kind(single(URL), None),
        "flag": Kind(_to_flag, False),
        "relations": Kind(to_relations, ()),
        "extra": Kind(_to_extra, FrozenMap()),
        "diagnostics": Kind(as_diagnostics, ()),
    }
)
"""What the kinds of `tables.fields` mean; the types are in `tools/work_fields.py`."""
