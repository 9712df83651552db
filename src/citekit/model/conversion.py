"""What people give for the fields of a work, checked and converted: values and diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve

from citekit.errors import CitekitError, Diagnostic, InvalidValueError, did_you_mean
from citekit.model.kinds import KINDS, Kind
from citekit.model.names import AuthorList
from citekit.model.values import cleaned, prints_nothing
from citekit.tables.fields import FIELDS
from citekit.text.clean import loses
from citekit.text.nodes import RichText

__all__ = ["EMPTY_VALUES", "convert"]

_KINDS: Final[Mapping[str, Kind]] = MappingProxyType({row.name: KINDS[row.kind] for row in FIELDS})
_PLACES: Final = {row.name: place for place, row in enumerate(FIELDS)}

EMPTY_VALUES: Final[Mapping[str, Any]] = MappingProxyType(
    {name: kind.empty for name, kind in _KINDS.items()}
)
"""What each field holds in a work of which nothing is known."""


def convert(
    given: Mapping[str, Any], before: Mapping[str, Any] = MappingProxyType({})
) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Check and convert what was given for the fields of a work.

    Args:
        given: Values by the names of their fields.
        before: What is known of the work besides; errors and diagnostics name the work by it.

    Returns:
        What the fields hold, in the order of the table, and what was guessed or dropped.

    Raises:
        InvalidValueError: A value cannot be what its field holds, or there is no such field.

    >>> convert({"volume": 7, "id": "a"})
    ({'id': 'a', 'volume': '7'}, ())
    """
    try:
        names = sorted(given, key=_PLACES.__getitem__)
    except KeyError:
        raise _unknown_field(given) from None
    values: dict[str, Any] = {}
    found: list[Diagnostic] = []
    for name in names:
        value = given[name]
        kind = _KINDS[name]
        if value is not kind.empty:
            try:
                value = kind.convert(value)
            except CitekitError as error:
                error.field = f"{name}.{error.field}" if error.field else name
                error.work = error.work or _label({**before, **values})
                raise
            found.extend(_reported(name, given[name], value))
        values[name] = value if value or value != kind.empty else kind.empty
    if not found:
        return values, ()
    work = values.get("id", before.get("id"))
    return values, tuple(evolve(each, work=each.work or work) for each in found)


def _label(values: Mapping[str, Any]) -> str | None:
    """Name a half-built work for an error: by its id, else by its title."""
    return values.get("id") or str(values.get("title", "")) or None


def _reported(name: str, given: Any, value: Any) -> Iterator[Diagnostic]:
    """Give what a conversion guessed or dropped."""
    if isinstance(given, str) and loses(given):
        yield cleaned(name)
    if not value and isinstance(given, (str, RichText)) and str(given).strip():
        yield prints_nothing(name)
    if isinstance(value, AuthorList):
        yield from (evolve(each, field=each.field or name) for each in value.diagnostics)


def _unknown_field(given: Mapping[str, Any]) -> InvalidValueError:
    name = next(each for each in given if each not in _PLACES)
    work = given.get("id") or given.get("title")
    return InvalidValueError(
        "unknown field of a work",
        work=None if work is None else str(work),
        field=name,
        hint=_meant(name, [each for each in sorted(_PLACES) if each not in given]),
    )


def _meant(name: str, free: list[str]) -> str:
    """Say which field is meant: by what others call it, else by how it is spelled."""
    from citekit.model.hints import field_meant  # needed for mistakes only

    path = field_meant(name)
    owner, _, part = path.partition(".")
    if part:
        return f"did you mean {owner}={{{part!r}: …}}?"
    if path:
        return f"did you mean {path!r}?"
    return did_you_mean(name, free) or "what has no field goes into extra={…}"
