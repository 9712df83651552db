"""Values that a format does not have in their place, and names that it has once only.

What was no text and became text, and the like, is told (`value-converted`), since whoever wrote the
record may have meant something else; what a second value of the same name replaces is lost, and is
told as that (`json-repeated-name`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from citekit.errors import Diagnostic, shorten
from citekit.model.values import as_number
from citekit.tables.variables import Variable
from citekit.text.clean import clean

__all__ = [
    "NumberText",
    "RepeatedNames",
    "converted",
    "foreign_type",
    "kind_of",
    "number_text",
    "repeated_names",
]

_NUMBERS: Final = frozenset(
    (
        "chapter-number collection-number edition issue number number-of-pages number-of-volumes"
        " page part-number printing-number supplement-number volume"
    ).split()
)
"""Variables that may be numbers: "type": ["string", "number"] in the schema of CSL-JSON
(citation-style-language/schema, ``schemas/input/csl-data.json``; three have shorter names there).
`section` and `version` are "string" alone; an `id` may be a number too."""
_WANTED: Final = {"names": "a list", "date": "an object"}


class NumberText(str):
    """The digits of a number that is too large to be one here; it stays text, and is told so."""

    __slots__ = ()


class RepeatedNames(dict[str, Any]):
    """A JSON object in which, or in a part of which, a name stands twice.

    `lost` is what later values have replaced, each with its name; `parts` are the objects in it of
    which the same is true.
    """

    lost: tuple[tuple[str, Any], ...] = ()
    parts: tuple[RepeatedNames, ...] = ()


def repeated_names(record: Any) -> Iterator[Diagnostic]:
    """Report what was lost in a record because its name stood twice, however deep."""
    waiting = [record] if isinstance(record, RepeatedNames) else []
    while waiting:
        each = waiting.pop()
        yield from map(_replaced, each.lost)
        waiting.extend(reversed(each.parts))


def _replaced(pair: tuple[str, Any]) -> Diagnostic:
    name, value = pair
    return Diagnostic(
        severity="warning",
        code="json-repeated-name",
        message=f"the name stands twice in an object, and the last one counts; lost: "
        f"{shorten(value)}",
        field=clean(name),
    )


def kind_of(value: Any) -> str:
    """Name the JSON type of a value.

    >>> kind_of(7), kind_of("7"), kind_of([7]), kind_of(True), kind_of({}), kind_of(None)
    ('a number', 'text', 'a list', 'true or false', 'an object', 'null')
    """
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float, NumberText)):
        return "a number"
    if isinstance(value, str):
        return "text"
    if isinstance(value, Mapping):
        return "an object"
    return "a list" if isinstance(value, (list, tuple)) else "null"


def number_text(value: int | float) -> str:
    """Write a number as people do: 7.0 is 7.

    >>> number_text(7.0), number_text(2.5), number_text(7)
    ('7', '2.5', '7')
    """
    if isinstance(value, float):
        return f"{value:g}" if value.is_integer() else str(value)
    return as_number(value)


def foreign_type(row: Variable, value: Any) -> str:
    """Say what the schema of CSL-JSON has in place of *value*; "" where it allows it.

    Names as text are not meant: whoever parses them says so.

    >>> from citekit.tables.variables import BY_CSL_NAME
    >>> foreign_type(BY_CSL_NAME["title"], 7), foreign_type(BY_CSL_NAME["volume"], 7)
    ('text', '')
    """
    kind, wanted = kind_of(value), _WANTED.get(row.kind, "text")
    if kind == wanted or (kind, row.kind) == ("text", "names"):
        return ""
    if kind == "a number" and row.csl in _NUMBERS:
        return ""
    return wanted


def converted(value: Any, wanted: str, field: str) -> Diagnostic:
    """Make the diagnostic for a value that was read, though the format has another type there."""
    return Diagnostic(
        severity="info",
        code="value-converted",
        message=f"{kind_of(value)} stands where the format has {wanted}, and was read:"
        f" {shorten(value)}",
        field=field,
    )
