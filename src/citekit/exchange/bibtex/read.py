r"""One BibTeX or BibLaTeX entry to a work.

Both dialects are read by the same rows (`citekit.tables.bibtex`), because real files mix them.
A value that cannot be what its field holds is kept under its field's name in `Work.extra`, with a
diagnostic; nothing raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import evolve

from citekit.errors import CitekitError, Diagnostic, Severity, shorten
from citekit.exchange.bibtex.blocks import RawEntry
from citekit.exchange.bibtex.dates import read_date, read_year
from citekit.exchange.bibtex.names import read_names
from citekit.latex.decode import decode
from citekit.latex.html import from_html
from citekit.latex.verbatim import unescape_verbatim
from citekit.model.dates import Date, DateRange, PartialDate
from citekit.model.identifiers import ArXiv
from citekit.model.values import prints_nothing
from citekit.model.work import Work
from citekit.parsing.editions import parse_edition
from citekit.parsing.names.bibtex import split_bibtex_names
from citekit.tables.bibtex import (
    FIELDS,
    GENRES,
    LANGUAGE_SYNONYMS,
    LANGUAGES,
    LIBRARY_FIELDS,
    MANAGED_FIELDS,
    NOT_INHERITED,
    READ_TYPES,
    STATUSES,
    SUBTITLES,
    UNREAD_KINDS,
    Row,
    field_kind,
)
from citekit.tables.types import VENUE_KIND_OF_TYPE
from citekit.text.clean import prints
from citekit.text.foreign import tidy
from citekit.text.nodes import Link, RichText

__all__ = ["read_entry"]


def read_entry(entry: RawEntry) -> Work:
    """Make a work of an entry."""
    return _Reading(entry).work()


_ARXIV_JOURNAL = re.compile(r"\s*(?:arxiv(?:\.org)?(?: e-?prints?| preprint)?|corr)\b", re.I)
_ARXIV_NUMBER = re.compile(
    r"(?:arxiv:|abs/)\s*((?:[a-z-]+(?:\.[A-Za-z]{2})?/)?\d[\d.]+(?:v\d+)?)", re.I
)
_OLD_ARXIV = re.compile(r"\d{7}(?:v\d+)?")
_HAS_LETTER = re.compile(r"[^\W_]")
_ISO_DATE = re.compile(r"[0-9XxuYTZ~?%/.:+-]+")
_BARE_MACRO = re.compile(r"\\url\{(.*)\}\s*", re.DOTALL)
_DASHES = re.compile(r"(?:(?<!\s)\s++)?[–—]+\s*")  # as `\s*[–—]+\s*`, in linear time
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


_WORK: Callable[..., Work] = Work
_NOT_OF_THE_WORK = LIBRARY_FIELDS | NOT_INHERITED
"""Fields for the owner's library or for biber: nothing that a work could say."""


class _Reading:
    """One entry, being read; its fields speak of each other, so it keeps those that are left."""

    def __init__(self, entry: RawEntry) -> None:
        self.entry = entry
        self.fields = dict(entry.fields)
        self.values: dict[str, Any] = {}
        self.extra: dict[str, str] = {}
        self.notes = list(entry.notes)

    def work(self) -> Work:
        self._join_subtitles()
        self._read_eprint()
        self._read_issued()
        for name, raw in self.fields.items():
            self._read_field(name, raw)
        self._settle_type()
        self._settle_venue()
        return self._build()

    def note(
        self, code: str, message: str, name: str | None = None, severity: Severity = "warning"
    ) -> None:
        self.notes.append(Diagnostic(severity=severity, code=code, message=message, field=name))

    # Fields that belong together

    def _join_subtitles(self) -> None:
        for main, sub in SUBTITLES:
            if main in self.fields and sub in self.fields:
                ends = self.fields[main].rstrip("}").endswith(("?", "!", ":", "."))
                self.fields[main] += (" " if ends else ": ") + self.fields.pop(sub)

    def _read_eprint(self) -> None:
        eprint = self.fields.get("eprint", "").strip()
        kind_name = next(
            (n for n in ("eprinttype", "archiveprefix", "archive") if n in self.fields), ""
        )
        kind = self._peek(kind_name).casefold()
        if eprint and kind in ("pubmed", "pmc"):
            self.values["pmid" if kind == "pubmed" else "pmcid"] = eprint
        elif (
            not eprint
            or kind not in ("arxiv", "")
            or not self._read_arxiv(eprint, stated=bool(kind))
        ):
            return
        said = self._eprint_class() if "arxiv" in self.values else ""
        for name in ("eprint", kind_name):
            self.fields.pop(name, None)
        for name in ("eprintclass", "primaryclass"):
            shown = self._peek(name)
            self.fields.pop(name, None)
            if shown not in ("", said):
                self._keep_unused(name, shown)

    def _eprint_class(self) -> str:
        return self._peek("primaryclass") or self._peek("eprintclass")

    def _read_arxiv(self, eprint: str, *, stated: bool) -> bool:
        group = self._eprint_class()
        number = f"{group}/{eprint}" if group and _OLD_ARXIV.fullmatch(eprint) else eprint
        try:
            self.values["arxiv"] = ArXiv(number, group)
        except CitekitError as error:
            if stated:
                self.note("invalid-value", f"kept as text: {error}", "eprint")
            return False
        return True

    def _read_issued(self) -> None:
        raw = self.fields.pop("date", "")
        if raw:
            shown = self._date_text(raw)
            value, literal = read_date(shown)
            self._pass_over_year(value)
        elif "year" in self.fields:
            raw = self._pop("year")
            shown = self._plain(raw)
            value, literal = self._read_year(shown)
        else:
            return
        self.values["issued"] = value
        if _says_nothing(raw, shown):
            self.notes.append(prints_nothing("issued"))
        elif literal:
            self.note("date-literal", f"kept as text: {shorten(shown)}", "issued")

    def _read_year(self, year: str) -> tuple[Date | None, bool]:
        """Read the year with its month and day, and keep those that the date does not show."""
        month, day = self._plain(self._pop("month")), self._plain(self._pop("day"))
        value, literal = read_year(year, month, day)
        has_month = not literal and value != read_date(year)[0]
        for name, text, is_used in (
            ("month", month, has_month),
            ("day", day, getattr(value, "day", None)),
        ):
            if text and literal:
                self.extra[name] = text  # that the date was not understood is told anyway
            elif text and not is_used:
                self._keep_unused(name, text)
        return value, literal

    def _pass_over_year(self, date: Date | None) -> None:
        """Read `date` alone, as BibLaTeX does; a year and month that say otherwise are kept."""
        year, month = self._peek("year"), self._peek("month")
        other, literal = read_year(year or _year_of(date), month)
        if not _agree(date, other) or (month and literal):
            if literal and _agree(date, read_date(year)[0]):
                year = ""  # it is the month alone that nobody understands
            for name, text in (("year", year), ("month", month)):
                if text:
                    self._keep_unused(name, text)
        self.fields.pop("year", None)
        self.fields.pop("month", None)

    def _keep_unused(self, name: str, text: str) -> None:
        """Keep what a field says in vain, because another field says it or nobody understands."""
        self.extra[name] = text
        message = f"another value counts; kept in extra: {shorten(text)}"
        self.note("bibtex-field-unused", message, name)

    def _peek(self, name: str) -> str:
        """Read a text field that may still be kept, and be spoken of, by itself."""
        return str(decode(self.fields.get(name, ""))[0])

    def _pop(self, name: str) -> str:
        return self.fields.pop(name, "")

    # Single fields

    def _read_field(self, name: str, raw: str) -> None:
        if not raw.strip():
            return
        row = self._row(name)
        if row is None:
            self._keep(name, raw)
            return
        if row.path in self.values:
            if not self._says_the_same(raw, row):
                self._keep_unused(name, self._readable(name, raw))
            return
        value = _CODECS[row.kind](self, raw, row)
        if isinstance(value, (str, RichText)) and _says_nothing(raw, str(value)):
            self.notes.append(prints_nothing(row.path))
        elif value:
            self.values[row.path] = value

    def _row(self, name: str) -> Row | None:
        """Find the row for a field in this type of entry."""
        for row in _ROWS.get(name, ()):
            if row.types is None or self.entry.type in row.types:
                return row
        return None

    def _says_the_same(self, raw: str, row: Row) -> bool:
        """Tell whether a field gives the value that another one has given, in whichever writing."""
        told = len(self.notes)
        value = _CODECS[row.kind](self, raw, row)
        del self.notes[told:]
        return str(value) == str(self.values[row.path])

    def _readable(self, name: str, raw: str) -> str:
        return raw if field_kind(name) in UNREAD_KINDS else self._plain(raw)

    def _keep(self, name: str, raw: str) -> None:
        """Keep a field that means nothing to a work under its own name."""
        self.extra[name] = self._readable(name, raw)
        if name not in _NOT_OF_THE_WORK and not name.startswith(MANAGED_FIELDS):
            self.note("kept-in-extra", "citations do not use this field", name, "info")

    def _date_text(self, raw: str) -> str:
        """Read an ISO date as it stands, where `~` says "about" and is no space."""
        return raw if _ISO_DATE.fullmatch(raw) else self._plain(raw)

    def _plain(self, raw: str) -> str:
        return str(self.rich(raw))

    def rich(self, raw: str) -> RichText:
        text, said = decode(from_html(raw))
        self.notes.extend(said)
        return tidy(text)

    def names(self, raw: str, row: Row) -> Any:
        try:
            found = read_names(raw)
        except CitekitError as error:
            self.note("invalid-value", f"kept as text: {error}", row.path)
            # An empty name among them would be one to BibTeX when it is written again.
            texts = filter(_HAS_LETTER.search, map(self._plain, split_bibtex_names(raw)))
            self.extra[row.bibtex] = " and ".join(texts)
            return None
        if not found:
            self.notes.extend(found.diagnostics)
        return found

    def date(self, raw: str, row: Row) -> Any:
        shown = self._date_text(raw)
        value, literal = read_date(shown)
        if _says_nothing(raw, shown):
            self.notes.append(prints_nothing(row.path))
        elif literal:
            self.note("date-literal", f"kept as text: {shorten(shown)}", row.path)
        return value

    def howpublished(self, text: RichText) -> RichText:
        r"""Take the address out of `howpublished = {\url{…}}`."""
        links = [node for node in text if isinstance(node, Link)]
        if not links:
            return text
        self.values.setdefault("url", links[0].url)
        unused = [each.url for each in links if each.url != self.values["url"]]
        if unused:
            self._keep_unused("howpublished", " ".join(unused))
        rest = str(RichText([node for node in text if not isinstance(node, Link)]))
        return RichText(rest.strip(" ,;:.()"))

    # What several fields say together

    def _settle_type(self) -> None:
        kind = READ_TYPES.get(self.entry.type, "document")
        if self.entry.type not in READ_TYPES:
            self.note("bibtex-unknown-type", f"@{self.entry.type} is no type of BibTeX's", "type")
            self.extra["entrytype"] = self.entry.type
        if kind in ("article-journal", "document", "webpage", "manuscript"):
            self._find_preprint()
            if "arxiv" in self.values and "venue.title" not in self.values:
                kind = "preprint"
        if kind == "thesis" and "genre" not in self.values and self.entry.type in GENRES:
            self.values["genre"] = GENRES[self.entry.type]
        self.values["type"] = kind

    def _find_preprint(self) -> None:
        """Know "arXiv preprint arXiv:2302.13971" and "CoRR abs/2302.13971" for what they are."""
        journal = str(self.values.get("venue.title", ""))
        volume = str(self.values.get("volume", ""))
        if not _ARXIV_JOURNAL.match(journal):
            return
        found = _ARXIV_NUMBER.search(journal) or _ARXIV_NUMBER.match(volume)
        if found is None and "arxiv" not in self.values:
            return
        if "arxiv" not in self.values and found is not None:
            try:
                self.values["arxiv"] = ArXiv(found[1])
            except CitekitError:
                return
        if _ARXIV_NUMBER.match(volume):
            del self.values["volume"]
        del self.values["venue.title"]
        message = f"{shorten(journal)} was read as the archive of a preprint"
        self.note("preprint-recognised", message, "venue", "info")

    def _settle_venue(self) -> None:
        kind = self.values["type"]
        venue = self._group("venue.")
        if kind == "preprint" and not venue:
            self.values["venue"] = {"title": "arXiv", "kind": "repository"}
        elif venue:
            self.values["venue"] = {"kind": VENUE_KIND_OF_TYPE.get(kind), **venue}
        if event := self._group("event."):
            self.values["event"] = event
        if "status" in self.values and "issued" not in self.values:
            self.values["issued"] = str(self.values.pop("status"))

    def _group(self, prefix: str) -> dict[str, Any]:
        paths = [path for path in self.values if path.startswith(prefix)]
        return {path.removeprefix(prefix): self.values.pop(path) for path in paths}

    # The work

    def _build(self) -> Work:
        key = self.entry.key or None
        if key is None:
            self.note("bibtex-no-key", "the entry has no key", "id")
        while True:
            try:
                work = _WORK(id=key, **self.values, extra=self.extra)
            except CitekitError as error:
                self._set_aside(error)
            else:
                notes = (evolve(note, work=note.work or key) for note in self.notes)
                return work.evolve(diagnostics=(*work.diagnostics, *notes))

    def _set_aside(self, error: CitekitError) -> None:
        """Move the value that a work cannot hold to where anything can be kept."""
        found = (error.field or "").partition(".")[0]
        name = found if found in self.values else next(iter(self.values))
        value = self.values.pop(name)
        shown = ", ".join(value) if isinstance(value, tuple) else str(value)
        self.extra[name] = shown
        self.note("invalid-value", f"kept as text: {error.message}: {shorten(shown)}", name)


def _year_of(date: Date | None) -> str:
    start = date.start if isinstance(date, DateRange) else date
    return str(start.year) if isinstance(start, PartialDate) else ""


def _agree(date: Date | None, other: Date | None) -> bool:
    """Say whether *date* says all that *other* says."""
    start = date.start if isinstance(date, DateRange) else date
    if other is None or date == other:
        return True
    if not (isinstance(start, PartialDate) and isinstance(other, PartialDate)):
        return False
    return start.year == other.year and other.month in (None, start.month) and not other.season


def _says_nothing(raw: str, shown: str) -> bool:
    """Tell whether a field holds text, braces aside, and nothing of it prints."""
    inner = raw.strip("{}").strip()
    return bool(shown or inner) and not prints(shown or inner)


def _title(reading: _Reading, raw: str, _row: Row) -> RichText:
    return reading.rich(raw)


def _text(reading: _Reading, raw: str, row: Row) -> RichText:
    text = reading.rich(raw)
    return reading.howpublished(text) if row.bibtex == "howpublished" else text


def _number(reading: _Reading, raw: str, row: Row) -> str:
    if field_kind(row.bibtex) not in UNREAD_KINDS:
        return str(reading.rich(raw))
    inner = _BARE_MACRO.fullmatch(raw.strip())
    return unescape_verbatim(inner[1] if inner else raw).strip()


def _pages(reading: _Reading, raw: str, _row: Row) -> str:
    return _DASHES.sub("–", str(reading.rich(raw)))


def _edition(reading: _Reading, raw: str, _row: Row) -> str:
    return parse_edition(str(reading.rich(raw)))


def _list(reading: _Reading, raw: str, row: Row) -> tuple[str, ...]:
    text = str(reading.rich(raw))
    words = text.split()
    # "978-0-262-51087-5 0-262-51087-1" are two numbers, "978 0 262 51087 5" is one.
    if row.path != "keywords" and all(len(re.findall(r"\d", word)) >= _DIGITS for word in words):
        text = ",".join(words)
    return tuple(dict.fromkeys(filter(None, map(str.strip, re.split("[;,]", text)))))


_DIGITS = 7


def _language(reading: _Reading, raw: str, _row: Row) -> str:
    text = str(reading.rich(raw))
    name = text.casefold().removeprefix("lang")
    for tag, babel in LANGUAGES.items():
        if name in (babel, tag.casefold()):
            return tag
    if name in LANGUAGE_SYNONYMS:
        return LANGUAGE_SYNONYMS[name]
    if not _LANGUAGE_TAG.fullmatch(text):
        reading.note("language-unknown", f"kept as it stands: {shorten(text)}", "language")
    return text


def _genre(reading: _Reading, raw: str, _row: Row) -> RichText:
    text = reading.rich(raw)
    return RichText(GENRES[str(text)]) if str(text) in GENRES else text


def _status(reading: _Reading, raw: str, _row: Row) -> RichText:
    text = reading.rich(raw)
    return RichText(STATUSES[str(text)]) if str(text) in STATUSES else text


_CODECS: Mapping[str, Callable[[_Reading, str, Row], Any]] = MappingProxyType(
    {
        "title": _title,
        "text": _text,
        "number": _number,
        "names": _Reading.names,
        "date": _Reading.date,
        "pages": _pages,
        "edition": _edition,
        "list": _list,
        "language": _language,
        "genre": _genre,
        "status": _status,
    }
)


def _by_name() -> Mapping[str, tuple[Row, ...]]:
    rows: dict[str, tuple[Row, ...]] = {}
    for row in FIELDS:
        if row.path.startswith("arxiv."):
            continue
        for name in {row.bibtex, row.biblatex} - {""}:
            rows[name] = (*rows.get(name, ()), row)
    aliases = {"annotation": "annote", "hyphenation": "langid", "keyword": "keywords"}
    rows.update({alias: rows[name] for alias, name in aliases.items()})
    return MappingProxyType(rows)


_ROWS = _by_name()
