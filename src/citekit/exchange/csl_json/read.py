"""One item of CSL-JSON, read without ever refusing it.

Each variable goes where the rows of `citekit.tables.variables` say. What cannot be read stays
under its own name in `Work.extra`, and a diagnostic says so; a date that nobody can read stays as
a literal. Understood besides CSL 1.0.2:

* The names of older versions and other tools: `shortTitle`, `journalAbbreviation`, `event`
  (CSL 1.0.1), and the types of Crossref. A name of CSL 1.0.2 beside them comes first.
* Lines "variable: value" at the beginning of `note`, and `{:variable: value}` anywhere in it
  (citeproc-js manual, "Cheater syntax for odd fields"): Zotero keeps variables there that it has
  no field for. The variable is read unless the item has it, and the line leaves the note.
* An arXiv identifier as `number` ("arXiv:2302.13971"), where Zotero writes it.
* Values of another type than the schema's, where they can mean one thing only: a number or a list
  of one text for text, as Crossref has titles; text or a year for a date. A diagnostic says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import takewhile
from types import MappingProxyType
from typing import Any, Final

from citekit.errors import CitekitError, InvalidValueError
from citekit.exchange.csl_json.names import read_names
from citekit.exchange.foreign import converted, foreign_type, kind_of, number_text
from citekit.exchange.reading import Reading
from citekit.model.dates import DateLiteral, PartialDate, to_date
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv, several, single
from citekit.model.values import as_line, as_number, as_text
from citekit.tables.types import TYPES
from citekit.tables.variables import BY_CSL_NAME, Variable
from citekit.text.foreign import foreign_line, foreign_text
from citekit.text.markup import markup, unescape

__all__ = ["read_item"]

OLD_NAMES: Final = MappingProxyType(
    {
        "shortTitle": "title-short",
        "journalAbbreviation": "container-title-short",
        "event": "event-title",
    }
)
OTHER_TYPES: Final = MappingProxyType(
    {
        "journal-article": "article-journal",
        "proceedings-article": "paper-conference",
        "book-chapter": "chapter",
        "book-section": "chapter",
        "posted-content": "preprint",
        "dissertation": "thesis",
        "monograph": "book",
        "edited-book": "book",
        "reference-entry": "entry",
    }
)
"""Types of Crossref's API, which CSL-JSON files from it carry."""

_NOTE_LINE = re.compile(r"([A-Za-z][A-Za-z_-]*):[ \t]*(\S.*)")
_NOTE_FIELD = re.compile(r"\{:([A-Za-z][A-Za-z_-]*):([^{}]+)\}")
_ARXIV_NUMBER = re.compile(r"arXiv:\S+", re.IGNORECASE)


def read_item(item: Mapping[str, Any], *, verbatim_identifiers: bool = False) -> Reading:
    """Read an item as CSL-JSON, without what citekit wrote under `custom`.

    Args:
        item: The item.
        verbatim_identifiers: Whether an identifier that is not in its canonical form stays as it
            is written, in `Work.extra`.

    >>> read_item({"type": "book", "title": "On <i>E. coli</i>", "volume": 2}).fields["volume"]
    '2'
    """
    reading = Reading()
    given = dict(_with_note_fields(item, reading))
    _read_id(reading, given.pop("id", None))
    _read_type(reading, given.pop("type", None))
    for name, value in given.items():
        standard = OLD_NAMES.get(name, name)
        row = BY_CSL_NAME.get(standard)
        if value is None or value in ("", [], {}):
            continue
        if row is None:
            reading.keep(name, value, "info", "CSL has no such variable")
        elif standard != name and standard in given:
            reading.keep(name, value, "warning", f"the item has {standard!r} too")
        elif verbatim_identifiers and row.kind == "identifier" and not _is_canonical(row, value):
            reading.keep(name, value, "info", "an identifier as it is written")
        else:
            _read_variable(reading, name, row, value)
    reading.finish()
    return reading


def _read_id(reading: Reading, value: Any) -> None:
    try:
        reading.put_read("id", as_number(value) or None, value)
        reading.note_cleaning("id", value)
    except CitekitError:
        reading.keep("id", value, "warning", "an id is text or a whole number")


def _read_type(reading: Reading, value: Any) -> None:
    reading.fields["type"] = "document"
    if value is None or value == "":
        reading.report("info", "type-missing", "the item has no type; taken as document", "type")
    elif isinstance(value, str) and value in TYPES:
        reading.fields["type"] = value
    elif isinstance(value, str) and value in OTHER_TYPES:
        reading.fields["type"] = OTHER_TYPES[value]
        reading.keep("type", value, "info", f"taken as {OTHER_TYPES[value]!r}")
    else:
        reading.keep("type", value, "warning", "no type of CSL, taken as 'document'")


def _read_variable(reading: Reading, name: str, row: Variable, value: Any) -> None:
    try:
        _READERS[row.kind](reading, name, row, value)
    except CitekitError as error:
        reading.keep(name, value, "warning", f"{error.message}: it could not be read")
        return
    reading.note_cleaning(row.path, value)
    if wanted := foreign_type(row, value):
        reading.diagnostics.append(converted(value, wanted, row.path))


# --- one reader for each kind of variable


def _read_names(reading: Reading, name: str, row: Variable, value: Any) -> None:
    found = read_names(value, row.path)
    reading.put(row.path, found.names)
    reading.diagnostics.extend(found.diagnostics)
    if not found.whole:
        reading.keep(name, value, "warning", "not all of it could be read")


def _read_date(reading: Reading, name: str, row: Variable, value: Any) -> None:
    try:
        date = to_date(value)
    except CitekitError as error:
        try:
            date = to_date(_without_impossible(value))
        except CitekitError:
            reading.put(row.path, DateLiteral(as_line(_date_words(value)), status=False))
            reading.report("warning", "date-kept-literal", str(error), row.path)
            if isinstance(value, Mapping) and value.get("date-parts"):
                reading.keep(name, value, "warning", "its numbers are no date")
            return
        if date is not None:
            reading.put(row.path, date)
        reading.report("warning", "date-simplified", str(error), row.path)
        reading.keep(name, value, "warning", "not all of its numbers are a date")
        return
    if date is not None:
        reading.put(row.path, date)
        if isinstance(value, Mapping) and _says_more(value, date):
            reading.keep(name, value, "warning", "the date says more than could be read")
    else:
        reading.report("info", "no-date", "the item says that there is no date", row.path)


def _without_impossible(value: Any) -> Any:
    """Give a date without what its date-parts say of months and days that there are not.

    Many programs write 0 for a month or day that is not known, and some write one list where the
    schema wants a list of lists. Months 13 to 16 and 17 to 20 are the seasons (citeproc-js), as
    21 to 24 are in EDTF.
    """
    lists = value.get("date-parts") if isinstance(value, Mapping) else None
    if not isinstance(lists, list) or len(lists) > 3:
        return value
    nested = lists if any(isinstance(each, list) for each in lists) else [lists]
    return {
        key: part
        for key, part in {**value, "date-parts": [*map(_possible, nested)]}.items()
        if key != "season" or part in _SEASON_NUMBERS
    }


def _possible(parts: Any) -> Any:
    """Give date-parts without a 0 at their end, and without a month that is none."""
    if not isinstance(parts, list):
        return parts
    parts = parts[:3]
    while parts and parts[-1] in _NOT_KNOWN:
        parts.pop()
    month = parts[1] if len(parts) > 1 else 1
    if type(month) is not int or 1 <= month <= 12:
        return parts
    return [parts[0], 21 + (month - 13) % 4] if 13 <= month <= 24 else parts[:1]


_NOT_KNOWN: Final = (0, "0", "00", None, "")
_SEASON_NUMBERS: Final = (1, 2, 3, 4, "1", "2", "3", "4")


def _date_words(value: Any) -> str:
    """Give a date that cannot exist as text: what it says in words, else its numbers; or ""."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        for part in ("raw", "literal", "edtf"):
            if isinstance(value.get(part), str) and value[part].strip():
                return str(value[part])
        value = value.get("date-parts", value)
    if isinstance(value, (list, tuple)) and all(isinstance(each, (list, tuple)) for each in value):
        return "/".join("-".join(map(str, each)) for each in value)
    return str(value) if kind_of(value) == "a number" else ""


_DATE_PARTS: Final = frozenset(("date-parts", "season", "circa", "literal", "raw", "edtf"))


def _says_more(value: Mapping[str, Any], date: Any) -> bool:
    """Whether a CSL date has a part that went into nothing."""
    known = {key for key, part in value.items() if part not in (None, "", [], {})}
    season = isinstance(date, PartialDate) and date.season is not None
    words = {"literal", "raw"} & known if known & {"date-parts", "edtf"} else {}
    return bool(words) or bool(known - _DATE_PARTS) or ("season" in known and not season)


def _read_text(reading: Reading, _name: str, row: Variable, value: Any) -> None:
    text = _as_string(value)
    # The lines of a note are syntax ("Cheater syntax"), so its white space stays.
    value = markup(text) if row.path == "note" else foreign_text(text)
    reading.put_read(row.path, as_text(value), text)


def _as_string(value: Any) -> str:
    """Take text, a number, or a list with one text, as Crossref has titles."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number_text(value)
    if isinstance(value, str):
        return value
    raise InvalidValueError("not text")


def _read_number(reading: Reading, _name: str, row: Variable, value: Any) -> None:
    source = _as_string(value)
    text = as_line(unescape(source))  # a tag in a number is text to CSL (flipflop_NumericField)
    if row.path == "number" and _ARXIV_NUMBER.fullmatch(text) and _read_arxiv(reading, text):
        return
    reading.put_read(row.path, text, source)


def _read_arxiv(reading: Reading, text: str) -> bool:
    try:
        reading.fields["arxiv"] = ArXiv(text)
    except CitekitError:
        return False
    reading.report("info", "arxiv-found", "the number is an arXiv identifier", "arxiv")
    return True


def _read_identifier(reading: Reading, _name: str, row: Variable, value: Any) -> None:
    if row.path in ("isbn", "issn"):
        reading.put(row.path, _read_several(_IDENTIFIERS[row.path], value))
    else:
        one = value[0] if isinstance(value, list) and len(value) == 1 else value
        reading.put(row.path, _IDENTIFIERS[row.path](one))


def _is_canonical(row: Variable, value: Any) -> bool:
    """Say whether an identifier is written just as citekit writes it."""
    try:
        found = _IDENTIFIERS[row.path](value)
    except CitekitError:
        return False
    one = found[0] if isinstance(found, tuple) and found else found
    return isinstance(value, str) and str(one) == value


def _read_several(convert: Callable[[Any], Any], value: Any) -> Any:
    """Read identifiers with commas between them, or else with spaces, as Zotero has them."""
    try:
        return convert(value)
    except CitekitError:
        if isinstance(value, str) and " " in value.strip():
            return convert(value.split())
        raise


def _read_plain(reading: Reading, _name: str, row: Variable, value: Any) -> None:
    if row.path == "language":
        source = _as_string(value)
        reading.put_read(row.path, as_line(source), source)
        return
    if not isinstance(value, list):
        value = foreign_line(_as_string(value)).replace(";", ",").split(",")
    reading.put(row.path, tuple(filter(None, map(as_line, value))))


_IDENTIFIERS: Final[Mapping[str, Callable[[Any], Any]]] = MappingProxyType(
    {
        "doi": single(DOI),
        "isbn": several(ISBN),
        "issn": several(ISSN),
        "pmid": single(PMID),
        "pmcid": single(PMCID),
        "url": single(URL),
    }
)
_READERS: Final[Mapping[str, Callable[[Reading, str, Variable, Any], None]]] = MappingProxyType(
    {
        "names": _read_names,
        "date": _read_date,
        "text": _read_text,
        "number": _read_number,
        "identifier": _read_identifier,
        "plain": _read_plain,
    }
)


# --- variables in the note


def _with_note_fields(item: Mapping[str, Any], reading: Reading) -> Mapping[str, Any]:
    """Move the variables that stand in the note to their own places."""
    note = item.get("note")
    if not isinstance(note, str) or ":" not in note:
        return item
    result = dict(item)
    rest = _take_fields(note, result)
    moved = result.keys() - item.keys()
    if not moved:
        return item
    for name in sorted(moved):
        reading.report("info", "variable-in-note", "it stood in a line of the note", name)
    result["note"] = rest
    return result


def _take_fields(note: str, item: dict[str, Any]) -> str:
    """Take "variable: value" lines from the top, and `{:variable: value}` from anywhere."""
    note = _NOTE_FIELD.sub(lambda match: "" if _take(item, match[1], match[2]) else match[0], note)
    lines = note.split("\n")
    matches = list(takewhile(bool, (_NOTE_LINE.fullmatch(line.strip()) for line in lines)))
    kept = [match[0] for match in matches if match and not _take(item, match[1], match[2])]
    return "\n".join([*kept, *lines[len(matches) :]]).strip()


def _take(item: dict[str, Any], name: str, text: str) -> bool:
    """Put a variable of CSL that the item does not have yet into it, if it can be read."""
    row = BY_CSL_NAME.get(name) or BY_CSL_NAME.get(name.lower())
    if row is None or row.csl in item or row.csl == "note":
        return False
    value: Any = text.strip()
    if row.kind == "names":
        value = [_note_name(value)]
    elif row.kind == "date":
        value = {"raw": value}
    trial = Reading()
    _read_variable(trial, row.csl, row, value)
    if any(each.severity == "warning" for each in trial.diagnostics):
        return False
    item[row.csl] = value
    return True


def _note_name(text: str) -> dict[str, str]:
    """Read "Family || Given", or a name in one piece."""
    family, bars, given = text.partition("||")
    if not bars:
        return {"literal": text}
    return {"family": family.strip(), "given": given.strip()}
