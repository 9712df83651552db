"""CSL-JSON, both directions, without loss.

The variables are those of CSL 1.0.2, from the rows of `citekit.tables.variables`; what the reader
understands besides is in `citekit.exchange.csl_json.read`. Inline markup is read and written
(`citekit.text.markup`).

What CSL-JSON cannot say stands under ``custom: {"citekit": {...}}`` (the schema keeps `custom` for
that): that an author list stopped early, that a work is a preprint, what kind of venue it has, and
so on. So ``work_from_item(item_from_work(work)[0]) == work`` for every work; and each thing that
other readers will not see is a diagnostic. When another program has changed a variable since, the
variable counts, not what stands under `custom`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve

from citekit.errors import CitekitError, Diagnostic, InvalidValueError, ReadError
from citekit.exchange.base import Dumped, FailedRecord, Loaded, Record, loaded_of
from citekit.exchange.csl_json.exact_json import decode, encode
from citekit.exchange.csl_json.names import write_names
from citekit.exchange.csl_json.read import read_item
from citekit.exchange.foreign import repeated_names
from citekit.exchange.json_text import read_json, stream_json, write_json
from citekit.exchange.reading import Reading
from citekit.model.conversion import EMPTY_VALUES
from citekit.model.names import AuthorList
from citekit.model.values import thaw
from citekit.model.work import Work
from citekit.parsing.dates.csl import to_csl_date
from citekit.tables.types import CSL_TYPE
from citekit.tables.variables import VARIABLES, Variable
from citekit.text.markup import to_markup
from citekit.text.nodes import RichText

__all__ = ["dumps", "item_from_work", "loads", "stream", "work_from_item"]

_DEFAULTS: Final[Mapping[str, Any]] = MappingProxyType(
    {name: empty for name, empty in EMPTY_VALUES.items() if name != "diagnostics"}
)
_OURS: Final = "citekit"
_IN_CSL: Final = frozenset(row.path.split(".")[0] for row in VARIABLES) | {"type", "arxiv"}
"""The fields of which a CSL variable says something, so that another program may change it."""


def loads(text: str, *, verbatim_identifiers: bool = False) -> Loaded:
    """Read CSL-JSON: a list of items, one item, or an object with `items`.

    Args:
        text: The JSON.
        verbatim_identifiers: As in `work_from_item`.

    Raises:
        ReadError: The text is no JSON, or nothing in it could be an item.

    >>> loads('[{"id": "a", "title": "<i>E. coli</i>"}, 7]').failed[0].index
    1
    """
    items = enumerate(_items(read_json(text)))
    return loaded_of(_record(item, index, verbatim_identifiers) for index, item in items)


def stream(pieces: Iterable[str], *, verbatim_identifiers: bool = False) -> Iterator[Record]:
    """Read CSL-JSON that comes in pieces, item by item: a list, or items one after the other.

    Args:
        pieces: The text, cut anywhere.
        verbatim_identifiers: As in `work_from_item`.

    Raises:
        ReadError: The text is no JSON; the items before the fault were given.

    >>> [each.id for each in stream(['[{"id": "a"}, {"i', 'd": "b"}]'])]
    ['a', 'b']
    """
    index = 0
    for value in stream_json(pieces):
        is_envelope = isinstance(value, Mapping) and isinstance(value.get("items"), list)
        for item in value["items"] if is_envelope else [value]:
            yield _record(item, index, verbatim_identifiers)
            index += 1


def _record(item: Any, index: int, verbatim_identifiers: bool) -> Record:
    try:
        return work_from_item(item, verbatim_identifiers=verbatim_identifiers)
    except CitekitError as error:
        return FailedRecord(text=write_json(item), index=index, error=error)


def dumps(works: Sequence[Work]) -> Dumped:
    """Write works as a list of CSL-JSON items.

    >>> print(dumps([Work(id="a", type="book", volume=2)]).text)
    [
      {
        "id": "a",
        "type": "book",
        "volume": "2"
      }
    ]
    """
    written = [item_from_work(work) for work in works]
    found = tuple(each for _, diagnostics in written for each in diagnostics)
    return Dumped(text=write_json([item for item, _ in written]) + "\n", diagnostics=found)


def _items(data: Any) -> Sequence[Any]:
    if isinstance(data, Mapping) and isinstance(data.get("items"), list):
        data = data["items"]
    if isinstance(data, Mapping):
        return [data]
    if isinstance(data, list):
        return data
    hint = 'CSL-JSON is a list of objects such as {"id": "a", "type": "book"}'
    raise ReadError("no CSL-JSON", value=data, hint=hint)


# --- reading


def work_from_item(item: Mapping[str, Any], *, verbatim_identifiers: bool = False) -> Work:
    """Make a work of an item of CSL-JSON; what cannot be read is kept and reported.

    Args:
        item: The item, as `json.loads` gives it.
        verbatim_identifiers: Leave identifiers as they are written instead of bringing them into
            their canonical form. CSL styles then print exactly what the file says: for those who
            write styles, or compare processors. A DOI that was written as a URL has no link then,
            and a style that puts "https://doi.org/" before it doubles that.

    Returns:
        The work; what was guessed, repaired or kept in `extra` is in its `diagnostics`.

    Raises:
        InvalidValueError: *item* is no JSON object.

    >>> work = work_from_item({"type": "blog", "issued": {"raw": "soon"}, "DOI": "none"})
    >>> work.type, work.issued, dict(work.extra)
    ('document', DateLiteral(text='soon', status=False), {'DOI': 'none', 'type': 'blog'})
    >>> item = {"type": "book", "DOI": "https://doi.org/10.1000/182"}
    >>> work_from_item(item).doi
    DOI('10.1000/182')
    >>> dict(work_from_item(item, verbatim_identifiers=True).extra)
    {'DOI': 'https://doi.org/10.1000/182'}
    """
    if not isinstance(item, Mapping):
        raise InvalidValueError("an item of CSL-JSON is an object", value=item)
    plain = {str(name): value for name, value in item.items()}
    ours = _take_custom(plain)
    reading = read_item(plain, verbatim_identifiers=verbatim_identifiers)
    values = dict(reading.fields)
    if ours:
        values.update(_exact_values(reading, ours))
    extra = {**reading.extra, **values.pop("extra", {})}
    found = [*repeated_names(item), *reading.diagnostics]
    return Work(**values, extra=extra, diagnostics=_named(found, values.get("id")))


def _named(found: Iterable[Diagnostic], work: str | None) -> list[Diagnostic]:
    return [evolve(each, work=work) for each in found]


def _take_custom(plain: dict[str, Any]) -> Mapping[str, Any]:
    """Take what citekit wrote out of `custom`; what others wrote there stays."""
    custom = plain.get("custom")
    if not isinstance(custom, Mapping) or not isinstance(custom.get(_OURS), Mapping):
        return {}
    rest = {name: value for name, value in custom.items() if name != _OURS}
    del plain["custom"]
    if rest:
        plain["custom"] = rest
    ours: Mapping[str, Any] = custom[_OURS]
    return ours


def _exact_values(reading: Reading, ours: Mapping[str, Any]) -> dict[str, Any]:
    """Read the exact values, leaving out those that do not fit the item any more."""
    found: dict[str, Any] = {}
    for name, data in ours.items():
        start = reading.fields.get(name, _DEFAULTS.get(name))
        try:
            found[name] = getattr(Work(**{name: decode(name, data, start)}), name)
        except CitekitError as error:
            reading.keep(f"citekit:{name}", data, "warning", f"not understood: {error.message}")
    now = {**_DEFAULTS, **reading.fields}
    written = {**_DEFAULTS, **_written_fields(Work(**{**reading.fields, **found}))}
    for name in [each for each in found if each in _IN_CSL]:
        if written[name] != now[name]:
            del found[name]
            reading.report(
                "warning", "exact-value-outdated", "changed since citekit wrote it", name
            )
    _forget(reading, found)
    return found


def _forget(reading: Reading, found: Mapping[str, Any]) -> None:
    """Drop what was kept and said of variables whose exact value is known."""
    names = _csl_names(found)
    for name in names:
        reading.extra.pop(name, None)
    settled = names | found.keys()
    reading.diagnostics = [each for each in reading.diagnostics if each.field not in settled]


def _csl_names(found: Collection[str]) -> set[str]:
    """Give the CSL variables that say something of the fields *found*."""
    return {row.csl for row in VARIABLES if row.path.split(".")[0] in found}


def _written_fields(work: Work) -> dict[str, Any]:
    """Give the fields as a reader takes them from the plain variables of *work*."""
    return read_item(_plain_item(work)).fields


# --- writing


def item_from_work(work: Work) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Write a work as an item of CSL-JSON.

    Returns:
        The item, and a diagnostic for each thing that only citekit reads in it.

    >>> work = Work(type="preprint", authors="E. J. Hu, Y. Shen, et al.", arxiv="2106.09685")
    >>> item, lost = item_from_work(work)
    >>> item["type"], item["number"], item["custom"]["citekit"]["authors"]["complete"]
    ('article', 'arXiv:2106.09685', False)
    >>> [each.code for each in lost]
    ['csl-type-approximate', 'others-unseen']
    """
    item = _plain_item(work)
    _add_extra(item, work)
    ours = _beyond(work, read_item(item))
    if ours:
        item["custom"] = {**item.get("custom", {}), _OURS: ours}
    return item, tuple(_told(work, ours))


def _plain_item(work: Work) -> dict[str, Any]:
    """Write what the variables of CSL can say."""
    item: dict[str, Any] = {} if work.id is None else {"id": work.id}
    item["type"] = CSL_TYPE.get(work.type, work.type)
    known = work.known()
    for row in VARIABLES:
        value = _at(known, row.path)
        if value:
            item[row.csl] = _write(row, value)
    if work.arxiv is not None and "number" not in item:
        item["number"] = f"arXiv:{work.arxiv}"
    return item


def _at(known: Mapping[str, Any], path: str) -> Any:
    """Follow the path of a row in what is known of a work; None where that has nothing."""
    owner, _, part = path.partition(".")
    value = known.get(owner)
    return getattr(value, part) if part and value is not None else value


def _write(row: Variable, value: Any) -> Any:
    if row.kind == "names":
        return write_names(value)
    if row.kind == "date":
        return to_csl_date(value)
    if row.kind == "text":
        return to_markup(value)[0]
    if row.path == "isbn":
        return ", ".join(each.written for each in value)
    if isinstance(value, tuple):
        value = ", ".join(map(str, value))
    literal = row.kind == "number" or row.path == "keywords"
    return to_markup(RichText(value))[0] if literal else str(value)


def _add_extra(item: dict[str, Any], work: Work) -> None:
    """Put what has a name of its own beside the variables, where it will be read as extra again.

    A value that was kept because no reader could make sense of it (a DOI that is none) goes back
    to its own variable, if that is free; so it does not change on the way through citekit.
    """
    for name, value in work.extra.items():
        if name == "custom" and (not isinstance(value, Mapping) or _OURS in value):
            continue
        if name == "type" or (name not in item and name != "id"):
            reading = read_item({name: thaw(value)})
            same_type = name != "type" or reading.fields["type"] == work.type
            if same_type and reading.extra == {name: value}:
                item[name] = thaw(value)


def _beyond(work: Work, reading: Reading) -> dict[str, Any]:
    """Give the fields in which a reader of the plain item would be wrong."""
    start = {**_DEFAULTS, **reading.fields}
    known = {**_DEFAULTS, **work.known()}
    ours = {
        name: encode(known[name], start[name])
        for name in _DEFAULTS
        if name != "extra" and known[name] is not start[name] and known[name] != start[name]
    }
    unsafe = _csl_names(ours)
    extra = {
        name: thaw(value)
        for name, value in work.extra.items()
        if name in unsafe or name not in reading.extra or reading.extra[name] != value
    }
    return {**ours, **({"extra": extra} if extra else {})}


def _told(work: Work, ours: Mapping[str, Any]) -> Iterable[Diagnostic]:
    """Say what other readers of the item will not see."""
    for name, data in ours.items():
        if name == "type":
            message = f"{work.type!r} is written as {CSL_TYPE[data]!r}"
            found = Diagnostic(severity="warning", code="csl-type-approximate", message=message)
        elif isinstance(getattr(work, name), AuthorList) and "complete" in data:
            count = len(getattr(work, name))
            message = f"CSL-JSON cannot say that there are more than these {count}"
            found = Diagnostic(severity="warning", code="others-unseen", message=message)
        else:
            message = "CSL-JSON cannot say all of this"
            found = Diagnostic(severity="info", code="custom-only", message=message)
        place = "; it stands under custom, where only citekit reads it"
        yield evolve(found, message=found.message + place, field=name, work=work.id)
