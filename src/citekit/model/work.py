"""A work: one citable thing, with a place for everything that a citation may need.

The fields are the rows of `tables.fields`; what they take and give is in `kinds`. The attributes
have the names of CSL 1.0.2's variables (appendix IV), hyphens turned to underscores, and plural
where they hold several people. What CSL does not know is citekit's own: `arxiv`,
`translated_title`, `article_number`, `title_case`, `relations`, `extra`.

A work has a few of a hundred fields, and there may be a million works in a process. So a `Work` has
slots for the fields that nearly every work has or each rendering asks for (`Field.always`), and
keeps what else it has in two tuples, the names (shared by all works with the same fields) and the
values; what is absent takes no room, and its attribute gives the empty value of its kind.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from inspect import Parameter, Signature
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, Unpack, cast, dataclass_transform

import attrs
from attrs import Attribute, field, frozen

from citekit.model.attributes import WorkAttributes
from citekit.model.conversion import EMPTY_VALUES, convert
from citekit.model.inputs import WorkFields
from citekit.model.kinds import KINDS
from citekit.model.relation import Relation
from citekit.tables.fields import FIELDS

__all__ = ["Relation", "Work"]

_SLOTS: Final = tuple(row.name for row in FIELDS if row.always)
_OTHERS: Final = tuple(row.name for row in FIELDS if not row.always)
_compared: Final[Callable[[Any], tuple[Any, ...]]] = attrgetter(
    *(name for name in _SLOTS if name != "diagnostics"), "_names", "_values"
)
_T = TypeVar("_T")


def _attribute(name: str, meaning: str) -> property:
    """Make the attribute of a field that a work need not have."""
    empty = EMPTY_VALUES[name]

    def get(self: Work) -> Any:
        names = self._names
        return self._values[names.index(name)] if name in names else empty

    def put(self: Work, value: Any) -> None:  # by the constructor that attrs makes for a subclass
        others = dict(zip(getattr(self, "_names", ()), getattr(self, "_values", ()), strict=True))
        _store_others(self, {**others, name: value if value or value != empty else empty})

    get.__name__ = name
    return property(get, put, doc=meaning)


class _Late:
    """An attribute of a class that is worked out when somebody asks for it."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make

    def __get__(self, instance: object, owner: type) -> Any:
        return self._make()


@functools.cache
def _described() -> tuple[Attribute[Any], ...]:
    """Give all fields as attrs describes them: `attrs.fields(Work)`."""
    types = WorkAttributes.__annotations__
    described = attrs.make_class(
        "Work",
        {
            row.name: field(
                default=KINDS[row.kind].empty,
                converter=KINDS[row.kind].convert,
                metadata={"meaning": row.meaning, "csl": row.csl},
                eq=row.kind != "diagnostics",
                repr=row.kind != "diagnostics",
                kw_only=True,
                type=types[row.name],
            )
            for row in FIELDS
        },
        init=False,
        repr=False,
        eq=False,
    )
    return cast("tuple[Attribute[Any], ...]", attrs.fields(described))


@functools.cache
def _signature() -> Signature:
    """Give the constructor's arguments, all of them: `help(Work)`, and what editors show."""
    types = WorkFields.__annotations__
    return Signature(
        [
            Parameter(
                row.name,
                Parameter.KEYWORD_ONLY,
                default=EMPTY_VALUES[row.name],
                annotation=types[row.name],
            )
            for row in FIELDS
        ]
    )


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def _model(kind: type[_T]) -> type[_T]:
    """Make *kind* a frozen attrs class of all fields, of which it stores those that are there."""
    stored = {name: field(init=False) for name in (*_SLOTS, "_names", "_values")}
    model: Any = frozen(these=stored, init=False, repr=False, eq=False)(kind)
    for row in FIELDS:
        if not row.always:
            setattr(model, row.name, _attribute(row.name, row.meaning))
    model.__attrs_attrs__ = _Late(_described)
    model.__signature__ = _Late(_signature)
    model.__doc__ = f"{model.__doc__ or ''}\n    Args:\n" + "".join(
        f"        {row.name}: {row.meaning}\n" for row in FIELDS
    )
    return cast("type[_T]", model)


@_model
class Work(WorkAttributes):
    """One citable thing.

    Every argument is optional and keyword-only. Strings are literal text (see `citekit.markup`
    for rich text); names, dates and identifiers may be given as strings and are parsed. Empty
    values mean that nothing is known.

    Raises:
        InvalidValueError: A value cannot be what its field holds. The error names the work, the
            field, the value and what would do.

    >>> work = Work(
    ...     type="preprint",
    ...     title="LLaMA: Open and Efficient Foundation Language Models",
    ...     authors="Hugo Touvron, Thibaut Lavril, et al.",
    ...     issued="27 February 2023",
    ...     arxiv="2302.13971",
    ... )
    >>> work.issued, work.authors.complete
    (PartialDate(2023, 2, 27), False)
    >>> Work(titel="x")
    Traceback (most recent call last):
    ...
    citekit.errors.InvalidValueError: field 'titel': unknown field of a work; did you mean 'title'?
    """

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[tuple[Attribute[Any], ...]]
        _names: tuple[str, ...]
        _values: tuple[Any, ...]

    def __init__(self, **values: Unpack[WorkFields]) -> None:
        checked, found = convert(values)
        if found:
            said = checked.get("diagnostics", ())
            checked["diagnostics"] = tuple(dict.fromkeys((*said, *found)))
        _store(self, checked)

    def evolve(self, **changes: Unpack[WorkFields]) -> Work:
        """Give a copy with some fields changed; what is given is converted and checked.

        `attrs.evolve` does the same; this one is typed, and does not look again at the rest.

        >>> Work(title="T", issued=2022).evolve(issued=2023, title="U").title
        RichText('U')
        """
        kind = type(self)
        if kind is not Work and kind.__attrs_attrs__ is not Work.__attrs_attrs__:  # it has its own
            return cast("Work", attrs.evolve(cast("Any", self), **changes))
        before = self.known()
        checked, found = convert(changes, before)
        values = {**before, **checked}
        if found:
            values["diagnostics"] = tuple(dict.fromkeys((*values.get("diagnostics", ()), *found)))
        copy = object.__new__(kind)
        _store(copy, values)
        return copy

    def known(self) -> dict[str, Any]:
        """Give what is known: the fields that differ from what they are in an empty work.

        >>> Work(title="T", type="document", volume=3).known()
        {'title': RichText('T'), 'volume': '3'}
        """
        known = {
            name: value
            for name, value in zip(_SLOTS, _slots(self), strict=True)
            if value is not EMPTY_VALUES[name] and (value or value != EMPTY_VALUES[name])
        }
        known.update(zip(self._names, self._values, strict=True))
        return known

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return cast("bool", NotImplemented)
        return _compared(self) == _compared(other)

    def __hash__(self) -> int:
        return hash((type(self), _compared(self)))

    def __getstate__(self) -> dict[str, Any]:
        return self.known()

    def __setstate__(self, state: dict[str, Any]) -> None:
        _store(self, state)

    def __repr__(self) -> str:
        known = self.known()
        known.pop("diagnostics", None)
        shown = (f"{name}={value!r}" for name, value in known.items())
        return f"{type(self).__name__}({', '.join(shown)})"


_slots: Final[Callable[[Any], tuple[Any, ...]]] = attrgetter(*_SLOTS)
_PUTS: Final = tuple((getattr(Work, name).__set__, name, EMPTY_VALUES[name]) for name in _SLOTS)
_PLACES: Final = {name: place for place, name in enumerate(_OTHERS)}


def _store(work: Work, values: Mapping[str, Any]) -> None:
    """Give a new work what it keeps: values that were checked."""
    for put, name, empty in _PUTS:
        put(work, values.get(name, empty))
    _store_others(work, values)


def _store_others(work: Work, values: Mapping[str, Any]) -> None:
    others = [
        name
        for name, value in values.items()
        if name in _PLACES and value is not EMPTY_VALUES[name]
    ]
    others.sort(key=_PLACES.__getitem__)
    object.__setattr__(work, "_names", _shared(tuple(others)))
    object.__setattr__(work, "_values", tuple([values[name] for name in others]))


@functools.lru_cache(maxsize=4096)
def _shared(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give one and the same tuple for equal ones: works are of few shapes."""
    return names
