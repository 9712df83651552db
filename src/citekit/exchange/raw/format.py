"""The raw record: what a page says of a work, line by line, with nothing understood yet.

A file is a JSON list of objects (or one object, or an object with `records`). Every key is
optional, and each value is the line as the page prints it:

========== ======================================================================================
key        what stands there
========== ======================================================================================
title      the title
authors    the author line, with everything in it: "A. Turing, G. Hopper, et al."
published  the date line: "Published 27 February 2023"; a label such as "AI2023"
venue      the venue line: "Nature 521, 436–444 (2015)", "arXiv Open access"
details    a line of facts with middle dots or pipes between them: "Published 27 February 2023 ·
           arXiv preprint (arXiv:2302.13971) · Preprint"
type       what kind of work it is: "Preprint", "Journal article", or a type of CSL
editors    the line that names the editors
doi        a DOI; in the same way `arxiv`, `isbn`, `issn`, `pmid`, `pmcid`, `url`
abstract   the abstract
keywords   keywords, in a list or with commas
topic      the heading under which the page files the work; kept in `extra`
language   a BCP 47 tag
publisher  the publisher
note       a note
id         an id to cite the work by
========== ======================================================================================

`date`, `year`, `author`, `journal`, `line`, `link`, `summary` and `subject` are understood too, and
so are lists of names, keywords, ISBNs and ISSNs. Any other value that is no text is read where it
can mean one thing only (`"published": 2023`), and a diagnostic says so.
How lines are read is in the modules `lines` and `venue_lines` beside this one. What is
guessed is a diagnostic; a key that is unknown, and what no rule can read, is kept in `extra`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve

from citekit.errors import CitekitError, InvalidValueError, ReadError, did_you_mean
from citekit.exchange.base import FailedRecord, Loaded, Record, loaded_of
from citekit.exchange.foreign import converted, kind_of, repeated_names
from citekit.exchange.json_text import read_json, stream_json, write_json
from citekit.exchange.raw.lines import LineReader
from citekit.exchange.reading import Reading
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv, several, single
from citekit.model.names import to_author_list
from citekit.model.values import as_line, as_number, as_text, check_type
from citekit.model.work import Work
from citekit.tables.types import TYPES
from citekit.text.foreign import foreign_line, foreign_plain, foreign_text
from citekit.text.nodes import RichText

__all__ = ["loads", "stream", "work_from_record"]

ALIASES: Final = MappingProxyType(
    {
        "author": "authors",
        "date": "published",
        "year": "published",
        "journal": "venue",
        "line": "details",
        "facts": "details",
        "link": "url",
        "summary": "abstract",
        "subject": "topic",
    }
)
LINES: Final = ("type", "published", "details", "venue")
"""The lines that are taken apart, in the order in which they are read."""


def loads(text: str) -> Loaded:
    """Read raw records.

    Raises:
        ReadError: The text is no JSON, or nothing in it could be a record.

    >>> loaded = loads('[{"title": "Segment Anything", "venue": "arXiv Open access"}, {}]')
    >>> loaded.works[0].type, len(loaded.failed)
    ('preprint', 1)
    """
    return loaded_of(_read(record, index) for index, record in enumerate(_records(read_json(text))))


def stream(pieces: Iterable[str]) -> Iterator[Record]:
    """Read raw records that come in pieces, one by one: a list, or records one after the other.

    Raises:
        ReadError: The text is no JSON; the records before the fault were given.
    """
    index = 0
    for value in stream_json(pieces):
        is_envelope = isinstance(value, Mapping) and isinstance(value.get("records"), list)
        for record in value["records"] if is_envelope else [value]:
            yield _read(record, index)
            index += 1


def _read(record: Any, index: int) -> Record:
    try:
        return work_from_record(record)
    except CitekitError as error:
        return FailedRecord(text=write_json(record), index=index, error=error)


def _records(data: Any) -> Sequence[Any]:
    if isinstance(data, Mapping) and isinstance(data.get("records"), list):
        data = data["records"]
    if isinstance(data, Mapping):
        return [data]
    if isinstance(data, list):
        return data
    hint = 'a raw record looks like {"title": "…", "authors": "…", "published": "…"}'
    raise ReadError("no raw records", value=data, hint=hint)


def work_from_record(record: Mapping[str, Any]) -> Work:
    """Make a work of a raw record.

    Returns:
        The work; what was guessed or kept aside is in its `diagnostics`.

    Raises:
        InvalidValueError: *record* is no JSON object, or says nothing.

    >>> work = work_from_record({
    ...     "title": "LoRA", "authors": "Edward J. Hu, Yelong Shen, et al.", "published": "AI2022",
    ...     "venue": "International Conference on Learning Representations (ICLR 2022) Open access",
    ... })
    >>> work.type, work.issued.year, work.authors.complete, dict(work.extra)
    ('paper-conference', 2022, False, {'access': ('Open access',), 'topic': ('AI',)})
    """
    if not isinstance(record, Mapping):
        raise InvalidValueError("a raw record is an object", value=record)
    reading = Reading()
    reading.diagnostics.extend(repeated_names(record))
    given = _given(record, reading)
    if not given:
        raise InvalidValueError("the record says nothing", value=dict(record))
    lines = LineReader(reading)
    for name, value in given.items():
        if name not in LINES:
            _read_field(reading, lines, name, value)
    for name in LINES:
        if name in given:
            _read_line(reading, lines, name, given[name])
    lines.finish()
    reading.finish()
    label = reading.fields.get("id") or str(reading.fields.get("title", "")) or None
    found = [evolve(each, work=label) for each in reading.diagnostics]
    return Work(**reading.fields, extra=reading.extra, diagnostics=found)


def _given(record: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """Give what the record says under the names of the table above."""
    given: dict[str, Any] = {}
    for key, value in record.items():
        name = ALIASES.get(str(key), str(key))
        if value is None or value in ("", [], {}):
            continue
        if name in given:
            reading.keep(str(key), value, "warning", f"the record has {name!r} twice")
        else:
            given[name] = value
    return given


def _read_line(reading: Reading, lines: LineReader, name: str, value: Any) -> None:
    if name == "type" and isinstance(value, str):
        if value in TYPES:
            reading.fields["type"] = value
        elif not lines.read_type(value):
            reading.keep("type", value, "warning", "no known type of work")
    elif isinstance(value, (str, int)) and not isinstance(value, bool):
        lines.read(foreign_plain(str(value)), name)
        _note_source(reading, name, value)
    else:
        reading.keep(name, value, "warning", "not a line of text")


def _read_field(reading: Reading, lines: LineReader, name: str, value: Any) -> None:
    try:
        if name in _IDENTIFIERS:
            _read_identifier(lines, name, _IDENTIFIERS[name](value))
        elif name in _FIELDS:
            reading.put_read(name, _FIELDS[name](value), value)
        else:
            _keep_unknown(reading, lines, name, value)
            return
        _note_source(reading, name, value)
    except CitekitError as error:
        reading.keep(name, value, "error", f"it could not be read: {error}")


_LISTS: Final = frozenset(("authors", "editors", "keywords", "isbn", "issn"))


def _note_source(reading: Reading, name: str, value: Any) -> None:
    """Report characters that were lost, and a value that is no text where one should be.

    Lists of texts and numbers may stand in some places.
    """
    reading.note_cleaning(name, value)
    kind = kind_of(value)
    if kind == "text" or (kind == "a number" and name == "id"):
        return
    if kind == "a list" and name in _LISTS and all(kind_of(each) == "text" for each in value):
        return
    reading.diagnostics.append(converted(value, "text", name))


def _read_identifier(lines: LineReader, name: str, value: Any) -> None:
    for each in value if isinstance(value, tuple) else (value,):
        lines.put_identifier(name, each)


def _keep_unknown(reading: Reading, lines: LineReader, name: str, value: Any) -> None:
    if name == "topic" and isinstance(value, str):
        lines.add("topic", as_line(value))
        reading.report("info", "topic", "a topic is kept in extra", "topic")
        return
    near = did_you_mean(name, [*_FIELDS, *_IDENTIFIERS, *LINES, "topic"])
    reading.keep(name, value, "info", "unknown key" + (f"; {near}" if near else ""))


def _text(value: Any) -> RichText:
    """Take text as pages have it, tags and entities and all."""
    check_type(value, str, "text")
    return as_text(foreign_text(value))


def _keywords(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        value = [foreign_line(each) if isinstance(each, str) else each for each in value]
    return Work(keywords=foreign_line(value) if isinstance(value, str) else value).keywords


_FIELDS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "title": _text,
        "authors": to_author_list,
        "editors": to_author_list,
        "abstract": _text,
        "note": _text,
        "publisher": _text,
        "keywords": _keywords,
        "language": as_line,
        "id": as_number,
    }
)
_IDENTIFIERS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "doi": single(DOI),
        "arxiv": single(ArXiv),
        "isbn": several(ISBN),
        "issn": several(ISSN),
        "pmid": single(PMID),
        "pmcid": single(PMCID),
        "url": single(URL),
    }
)
