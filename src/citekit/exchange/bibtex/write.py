r"""One work to a BibTeX or BibLaTeX entry.

The layout: one field a line, two spaces, `name = {value},`, the order of the rows in
`citekit.tables.bibtex`, the closing brace alone. What the format cannot carry is a diagnostic;
nothing is lost silently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

from attrs import evolve, fields

from citekit.errors import Diagnostic, Severity, shorten
from citekit.exchange.bibtex.dates import edtf, year_and_month
from citekit.exchange.bibtex.keys import safe_key
from citekit.exchange.bibtex.name_parts import encode_part
from citekit.exchange.bibtex.names import write_names
from citekit.latex.encode import Encoding, encode, encode_text
from citekit.latex.verbatim import encode_verbatim
from citekit.model.dates import DateLiteral
from citekit.model.derive import effective_doi, effective_url
from citekit.model.work import Work
from citekit.parsing.editions import ordinal, parse_edition
from citekit.tables.bibtex import (
    FIELDS,
    GENRES,
    LANGUAGES,
    PAGE_NOTES,
    READ_TYPES,
    STATUSES,
    WRITE_TYPES,
    Row,
    field_kind,
)
from citekit.tables.ordinals import ENGLISH_ORDINALS

__all__ = ["Dialect", "entry_type", "write_entry"]

Dialect = Literal["bibtex", "biblatex"]

_FIELD_NAME = re.compile(r"[a-z][a-z0-9_+:-]*")
_NO_FIELD = frozenset({"id", "type", "diagnostics", "entrytype", "crossref", "xdata"})
_KEYS_OF_GENRES = MappingProxyType({text: key for key, text in reversed(tuple(GENRES.items()))})
_KEYS_OF_STATUSES = MappingProxyType({text: key for key, text in STATUSES.items()})
_WORD = re.compile(r"(?:[^\W_]|[ .:/+-])*")
_RANGE = re.compile(r"(?<=\w)\s*[-–—]+\s*(?=\w)")
_WIDE_RANGE = re.compile(r"(?:(?<!\s)\s++)?[–—]+\s*")


def entry_type(work: Work, dialect: Dialect) -> str:
    """Choose the entry type.

    BibTeX's styles know the types of *BibTeXing* only; everything else is `misc` there.

    >>> entry_type(Work(type="preprint"), "bibtex"), entry_type(Work(type="preprint"), "biblatex")
    ('misc', 'online')
    """
    chosen = WRITE_TYPES.get(work.type, ("misc", "misc"))[dialect == "biblatex"]
    if chosen == "phdthesis" and (genre := str(work.genre).casefold()):
        doctoral = re.search(r"ph\.?\s?d|doctor|dissertation|habilitation", genre)
        return "phdthesis" if doctoral else "mastersthesis"
    return chosen


def write_entry(
    work: Work, key: str, *, dialect: Dialect, encoding: Encoding
) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Write one entry, without a line break at its end.

    Args:
        work: The work.
        key: Its citation key, which is safe already.
        dialect: Which fields and types to use.
        encoding: How to write characters beyond ASCII.

    >>> work = Work(type="preprint", title="GPT-4 Technical Report", issued=2023)
    >>> print(write_entry(work, "openai2023gpt4", dialect="bibtex", encoding="ascii")[0])
    @misc{openai2023gpt4,
      title = {{GPT-4} Technical Report},
      year = {2023}
    }
    """
    writing = _Writing(work, dialect, encoding)
    lines = [f"  {name} = {value}" for name, value in writing.fields()]
    notes = (evolve(note, work=note.work or work.id) for note in writing.notes)
    head = f"@{writing.type}{{{key},\n"
    return head + ",\n".join(lines) + ("\n}" if lines else "}"), tuple(notes)


class _Writing:
    """One work, being written."""

    def __init__(self, work: Work, dialect: Dialect, encoding: Encoding) -> None:
        self.work = work
        self.known = work.known()
        self.dialect: Dialect = dialect
        self.encoding: Encoding = encoding
        self.type = entry_type(work, dialect)
        self.notes: list[Diagnostic] = []
        self.written: dict[str, str] = {}
        self.carried = set(_NO_FIELD)

    def note(
        self, code: str, message: str, name: str | None, severity: Severity = "warning"
    ) -> None:
        self.notes.append(Diagnostic(severity=severity, code=code, message=message, field=name))

    def fields(self) -> Iterator[tuple[str, str]]:
        """Give each field's name, and its value with its braces."""
        for row in FIELDS:
            if row.types is None or self.type in row.types:
                self._write_row(row)
        self._write_extra()
        self._report()
        yield from self.written.items()

    def _write_row(self, row: Row) -> None:
        name = row.name(self.dialect)
        if row.path in self.carried or name in self.written:
            return
        special = _SPECIAL.get(row.bibtex)
        if special is not None:
            special(self, row)
            return
        value = _get(self.known, row.path)
        if not value:
            return
        self.carried.add(row.path)
        if self._goes_without_saying(row, value):
            return
        text = _CODECS[row.kind](self, value, row)
        if text:
            self.written[name] = f"{{{text}}}"

    def _goes_without_saying(self, row: Row, value: Any) -> bool:
        """Tell whether other fields say it: the archive of an e-print, the kind of a thesis."""
        if row.path in ("venue.title", "publisher") and self.work.arxiv is not None:
            return str(value).strip().casefold() in ("arxiv", "arxiv.org", "arxiv preprint")
        return row.path == "genre" and GENRES.get(self.type) == str(value)

    # Fields with rules of their own

    def write_issued(self, _row: Row) -> None:
        date = self.work.issued
        self.carried.add("issued")
        if date is None:
            return
        if self.dialect == "biblatex" and (text := edtf(date)):
            self.written["date"] = f"{{{text}}}"
            return
        status = _KEYS_OF_STATUSES.get(date.text) if isinstance(date, DateLiteral) else None
        if self.dialect == "biblatex" and status and not self.work.status:
            self.written["pubstate"] = f"{{{status}}}"
            return
        year, macro, month, complete = year_and_month(date)
        self.written["year"] = f"{{{self.encoded(year)}}}"
        if macro:
            self.written["month"] = macro
        if month:
            self.written["month"] = f"{{{month}}}"
        if not complete:
            message = "BibTeX has a field for the year and one for the month, and no more"
            self.note("bibtex-date-shortened", message, "issued")

    def write_archive(self, row: Row) -> None:
        if self.work.arxiv is not None:
            self.written[row.name(self.dialect)] = "{arXiv}"
            self.carried |= {"arxiv", "arxiv.value"}

    def write_doi(self, _row: Row) -> None:
        self._write_derived("doi", *effective_doi(self.work))

    def write_url(self, _row: Row) -> None:
        self._write_derived("url", *effective_url(self.work))

    def _write_derived(self, name: str, value: object, derived: Diagnostic | None) -> None:
        self.carried.add(name)
        if value is None:
            return
        self.written[name] = f"{{{self.value(name, str(value), name)}}}"
        if derived is not None:
            self.notes.append(derived)

    def _write_extra(self) -> None:
        self.carried.add("extra")
        for name, value in self.work.extra.items():
            if name in _NO_FIELD:
                continue
            if not isinstance(value, str) or not _FIELD_NAME.fullmatch(name):
                message, path = "no field of an entry can hold it", f"extra.{name}"
                self.note("bibtex-lost", message, path, "info" if name in PAGE_NOTES else "warning")
            elif name in self.written:
                self.note("bibtex-lost", "the entry has another field of that name", name)
            elif value:
                self._write_value(name, value)

    def _write_value(self, name: str, value: str) -> None:
        if field_kind(name) == "word" and not _WORD.fullmatch(value):
            self.note("bibtex-lost", f"it can only be a word, not {shorten(value)}", name)
        else:
            self.written[name] = f"{{{self.value(name, value, name)}}}"

    # What is said of the rest

    def _report(self) -> None:
        if READ_TYPES[self.type] != self.work.type and not self._known_by_eprint():
            message = f"{self.work.type!r} is written as @{self.type}, which says less"
            self.note("bibtex-type-approximated", message, "type")
        for name, value in self.known.items():
            if not value or name in self.carried:
                continue
            for path in _leaves(name, value):
                if path not in self.carried:
                    self.note("bibtex-lost", "the format has no field for it", path)

    def _known_by_eprint(self) -> bool:
        return self.work.type == "preprint" and self.work.arxiv is not None

    # Values

    def value(self, name: str, text: str, path: str) -> str:
        """Write the value of the field *name*, in the way that values of its kind are written."""
        kind = field_kind(name)
        if kind == "keys":
            return self._keys(text, path)
        if kind in ("address", "verbatim"):
            return encode_verbatim(text, spaces=kind == "verbatim")
        if kind == "names":
            part, said = encode_part(text, encoding=self.encoding, target=self.dialect)
            self.add(said, path)
            return part.bare()
        return self.encoded(text, path)

    def _keys(self, text: str, path: str) -> str:
        old = list(filter(None, map(str.strip, text.split(","))))
        new = [safe_key(key) for key in old]
        if new != old:
            self.note("bibtex-key-changed", "keys were made ones that BibTeX and biber take", path)
        return ",".join(new)

    def encoded(self, text: str, name: str | None = None) -> str:
        written, said = encode_text(text, encoding=self.encoding, target=self.dialect)
        self.add(said, name)
        return written

    def add(self, said: Iterable[Diagnostic], name: str | None) -> None:
        self.notes += (evolve(note, field=name) for note in said)


def _get(known: Mapping[str, Any], path: str) -> Any:
    owner, _, part = path.partition(".")
    value = known.get(owner)
    return getattr(value, part, None) if part else value


def _leaves(name: str, value: Any) -> Iterator[str]:
    """Name what an attribute holds: `venue` and `event` have parts of their own."""
    if name not in ("venue", "event"):
        yield name
        return
    for part in fields(type(value)):
        if getattr(value, part.name) and part.name not in ("kind", "title_case"):
            yield f"{name}.{part.name}"


def _text(writing: _Writing, value: Any, row: Row) -> str:
    text, said = encode(
        value,
        encoding=writing.encoding,
        protect=row.kind == "title",
        target=writing.dialect,
    )
    writing.add(said, row.path)
    return text


def _number(writing: _Writing, value: Any, row: Row) -> str:
    return writing.value(row.name(writing.dialect), str(value), row.path)


def _names(writing: _Writing, value: Any, row: Row) -> str:
    text, said = write_names(value, encoding=writing.encoding, target=writing.dialect)
    writing.add(said, row.path)
    return text


def _date(writing: _Writing, value: Any, row: Row) -> str:
    return edtf(value) or writing.encoded(str(getattr(value, "text", value)), row.path)


def _pages(writing: _Writing, value: Any, row: Row) -> str:
    pattern = _WIDE_RANGE if re.search("[–—]", value) else _RANGE
    pieces = pattern.split(value)
    if len(pieces) == 2 and pieces[0] == pieces[1]:
        pieces = pieces[:1]  # one page
    return "--".join(writing.encoded(piece, row.path) for piece in pieces)


def _edition(writing: _Writing, value: Any, row: Row) -> str:
    """A number is an ordinal word in BibTeX ("Second") and a whole number in BibLaTeX."""
    value = parse_edition(value)
    if writing.dialect == "bibtex" and _DIGITS.fullmatch(value):
        number = int(value)
        in_words = 0 < number <= _MOST_IN_WORDS
        return ENGLISH_ORDINALS[number - 1].capitalize() if in_words else ordinal(number)
    return writing.encoded(value, row.path)


_DIGITS = re.compile("[0-9]{1,9}")
_MOST_IN_WORDS = 10
"""BibTeX's styles want words: "this should be an ordinal" (*BibTeXing*, section 3.2)."""


def _list(writing: _Writing, value: Any, row: Row) -> str:
    for each in value:
        if any(mark in str(each) for mark in ",;"):
            writing.note("bibtex-list", f"{str(each)[:60]!r} will be read as two", row.path)
    return ", ".join(writing.encoded(str(each), row.path) for each in value)


def _language(writing: _Writing, value: Any, row: Row) -> str:
    return LANGUAGES.get(str(value)) or writing.encoded(value, row.path)


def _genre(writing: _Writing, value: Any, row: Row) -> str:
    key = _KEYS_OF_GENRES.get(str(value))
    if writing.dialect == "biblatex" and key and writing.type in ("thesis", "report"):
        return key
    return _text(writing, value, row)


def _status(writing: _Writing, value: Any, row: Row) -> str:
    return _KEYS_OF_STATUSES.get(str(value)) or _text(writing, value, row)


_CODECS: Mapping[str, Callable[[_Writing, Any, Row], str]] = MappingProxyType(
    {
        "title": _text,
        "text": _text,
        "number": _number,
        "names": _names,
        "date": _date,
        "pages": _pages,
        "edition": _edition,
        "list": _list,
        "language": _language,
        "genre": _genre,
        "status": _status,
    }
)

_SPECIAL: Mapping[str, Callable[[_Writing, Row], None]] = MappingProxyType(
    {
        "year": _Writing.write_issued,
        "archiveprefix": _Writing.write_archive,
        "doi": _Writing.write_doi,
        "url": _Writing.write_url,
    }
)
