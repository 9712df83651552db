"""A link from one work to another."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from citekit.errors import InvalidValueError
from citekit.model.values import as_line, check_row
from citekit.speed.records import shared_methods

__all__ = ["Relation", "to_relations"]


@frozen
@shared_methods
class Relation:
    """A link from one work to another.

    Args:
        kind: How this work relates to the other: "preprint-of", "review-of", "translation-of",
            "reprint-of", "retraction-of", …
        target: The other's id, identifier or URL.
    """

    kind: str = field(converter=as_line)
    target: str = field(converter=as_line)


def to_relations(value: Any) -> tuple[Relation, ...]:
    """Convert relations, or (kind, target) tuples.

    >>> to_relations([("preprint-of", "10.1000/182")])
    (Relation(kind='preprint-of', target='10.1000/182'),)
    """
    check_row(value, "relations")
    return tuple(_to_relation(each) for each in value)


def _to_relation(value: Any) -> Relation:
    if isinstance(value, Relation):
        return value
    if isinstance(value, (tuple, list)) and len(value) == 2:
        return Relation(value[0], value[1])
    raise InvalidValueError("not a relation", value=value, hint="give a (kind, target) tuple")
