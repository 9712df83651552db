"""The lines of a raw record: a date line, a venue line, a line of facts.

A line is cut into pieces at middle dots, bullets, pipes and line breaks. Notes on access ("Open
access") are taken off. Then each piece is, by the first rule that fits:

1. what kind of work it is: "Preprint", "Journal article", "PhD thesis";
2. identifiers with nothing but punctuation around them: "arXiv:2302.13971";
3. a date, perhaps labelled: "Published 27 February 2023", "Accepted 3 May 2020";
4. a label that is a topic and a year, run together: "AI2023" (but "ICLR2022" is a venue);
5. a venue; identifiers in it are taken out first: "arXiv preprint (arXiv:2302.13971)".

Nothing is thrown away: what fits no rule, and a second venue, is kept in `extra`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, cast

from citekit.errors import CitekitError
from citekit.exchange.raw.venue_lines import VenueLine, read_venue_line
from citekit.exchange.reading import Reading
from citekit.model.dates import Date, DateLiteral, PartialDate, first_year, to_date
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv
from citekit.model.values import as_line
from citekit.parsing.identifiers.find import FoundIdentifier, find_identifiers
from citekit.tables.raw_words import (
    ACCESS_WORDS,
    CONFERENCES,
    DATE_LABELS,
    THESIS_WORDS,
    TYPE_WORDS,
)

__all__ = ["MAX_LINE", "LineReader"]

MAX_LINE = 4_000
"""The longest line that is taken apart, in characters; a longer one is kept in `extra`."""

_CUT = re.compile(r" ?[·•‧∙|\n\r] ?")
_ACCESS = re.compile(
    r"(?:(?<=\s)|(?<=[(\[])|^)(" + "|".join(re.escape(each) for each in ACCESS_WORDS) + r")$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    "(" + "|".join(sorted(DATE_LABELS, key=len, reverse=True)) + r")(?: on)?:? ?(?=\S)",
    re.IGNORECASE,
)
_FUSED: Final = re.compile(r"([^\W\d_][^\d]{0,60}?)(1[5-9][0-9]{2}|20[0-9]{2})")
_IDENTIFIERS: Final[Mapping[str, Callable[[str], Any]]] = MappingProxyType(
    {"doi": DOI, "isbn": ISBN, "issn": ISSN, "pmid": PMID, "pmcid": PMCID, "url": URL}
)
_SEVERAL = ("isbn", "issn")


class LineReader:
    """Reads the lines of one record, one after the other, into a `Reading`.

    Attributes:
        reading: What has been found.
        type_word: The type that a piece said outright, or "".
        venue_type: The type that follows from the venue, or "".
        venue_year: A year that stands in the venue, or None.
        placed: Whether a piece has been read as the venue.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.type_word = ""
        self.venue_type = ""
        self.venue_year: int | None = None
        self.placed = False

    def read(self, line: str, name: str) -> None:
        """Read one line; *name* is what the record calls it: "published", "venue", "details"."""
        if len(line) > MAX_LINE:
            self.reading.keep(name, line, "warning", "too long for a line of facts")
            return
        for piece in _CUT.split(line):
            rest = self._without_access(as_line(piece))
            if rest:
                self._piece(rest, name)

    def _piece(self, piece: str, name: str) -> None:
        if self.read_type(piece):
            return
        rest = self._without_identifiers(piece)
        if not rest or self._is_date(rest) or self._is_topic(rest):
            return
        if name == "published":
            self.put_date("issued", DateLiteral(rest, status=False))
            self.reading.report("warning", "date-kept-literal", f"no date: {rest!r}", "issued")
        else:
            self._venue(rest, name)

    # --- one kind of piece each

    def _without_access(self, piece: str) -> str:
        """Take notes on access off the end, and keep them apart."""
        while match := _ACCESS.search(piece.rstrip(" .,;)]")):
            self.add("access", match[1])
            self.reading.report(
                "info", "page-note", f"{match[1]!r} is no part of a citation", "access"
            )
            piece = piece[: match.start()].rstrip(" .,;([–—-")
        return piece

    def read_type(self, piece: str) -> bool:
        """Read what kind of work it is, in words; False where *piece* does not say."""
        word = piece.strip(" .()[]").lower()
        found = "thesis" if word in THESIS_WORDS else TYPE_WORDS.get(word, "")
        if not found:
            return False
        if word in THESIS_WORDS and " " in word:
            self.reading.fields["genre"] = piece
        if self.type_word and self.type_word != found:
            self.add("types", piece)
            self.reading.report("warning", "type-contradicted", f"also {piece!r}", "type")
        self.type_word = self.type_word or found
        return True

    def _without_identifiers(self, piece: str) -> str:
        """Take identifiers out of *piece*, with the brackets around them."""
        text, found = piece, find_identifiers(piece)
        for each in reversed(found):
            before, after = piece[: each.start].rstrip(" ,;:"), piece[each.end :].lstrip()
            if before.endswith(("(", "[")) and after.startswith((")", "]")):
                before, after = before[:-1].rstrip(), after[1:].lstrip()
            piece = f"{before} {after}".strip()
        for each in found:
            self._identifier(each, text[each.start : each.end])
        return piece.strip(" ,;:.()[]") if found else piece

    def _identifier(self, found: FoundIdentifier, text: str) -> None:
        """Set the field of an identifier; one without a field (an ORCID iD) is kept in `extra`."""
        if found.kind == "arxiv":
            self.put_identifier("arxiv", ArXiv(text))  # its class stands only in the text
        elif found.kind in _IDENTIFIERS:
            self.put_identifier(found.kind, _IDENTIFIERS[found.kind](found.value))
        else:
            self.add(found.kind, found.value)

    def _is_date(self, piece: str) -> bool:
        match = _LABEL.match(piece)
        label = match[1].lower() if match else ""
        field = DATE_LABELS.get(label, "issued")
        try:
            date = to_date(piece[match.end() :] if match else piece)
        except CitekitError:
            return False
        if date is None:
            self.reading.report(
                "info", "no-date", f"{piece!r} says that there is no date", "issued"
            )
        elif field:
            self.put_date(field, date)
        else:
            self.add("dates", piece)
            self.reading.report("info", "date-kept-in-extra", f"{piece!r} dates no issue", "dates")
        return True

    def _is_topic(self, piece: str) -> bool:
        """Read a label such as "AI2023": a topic and a year, run together."""
        match = _FUSED.fullmatch(piece)
        if match is None or match[1].endswith((" ", "(", "-", "'", "’")):
            return False
        if match[1].lower() in CONFERENCES:
            return False
        self.add("topic", match[1])
        self.put_date("issued", PartialDate(int(match[2])))
        self.reading.report(
            "warning",
            "label-split",
            f"{piece!r} is read as a topic, {match[1]!r}, and a year, {match[2]}",
            "issued",
        )
        return True

    def _venue(self, piece: str, name: str) -> None:
        if self.placed:
            self.add(name, piece)
            self.reading.report("warning", "kept-in-extra", f"not understood: {piece!r}", name)
            return
        found = read_venue_line(piece, type=self.type_word)
        self.venue_type = found.type
        self.venue_year = found.year
        self.placed = True
        self._put_venue(found)
        if found.guess:
            self.reading.report("warning", "venue-guessed", f"{piece!r}: {found.guess}", "venue")

    def _put_venue(self, found: VenueLine) -> None:
        fields = self.reading.fields
        if found.title:
            self.reading.put("venue.title", found.title)
            self.reading.put("venue.kind", found.kind)
        if found.arxiv:
            self.put_identifier("arxiv", ArXiv(found.arxiv))
        for name, text in (*found.numbers, ("publisher", found.publisher), ("genre", found.genre)):
            if text and str(fields.setdefault(name, text)) != text:
                self.add(name, text)
                message = f"the venue says {text!r}; what the record says elsewhere counts"
                self.reading.report("warning", "kept-in-extra", message, name)

    # --- putting values in their places

    def put_date(self, name: str, date: Date) -> None:
        """Set a date; of two that agree the more exact one counts, else the first."""
        old = self.reading.fields.get(name)
        if old is None or _refines(date, old):
            self.reading.fields[name] = date
        elif not _refines(old, date):
            self.add("dates", _shown(date))
            message = f"{_shown(old)} and {_shown(date)}: the first counts"
            self.reading.report("warning", "date-contradicted", message, name)

    def put_identifier(self, name: str, value: Any) -> None:
        """Set an identifier; another one of the same kind is kept in `extra`."""
        fields = self.reading.fields
        if name in _SEVERAL:
            fields[name] = tuple(dict.fromkeys((*fields.get(name, ()), value)))
        elif fields.setdefault(name, value) != value:
            self.add(name, str(value))
            message = f"{fields[name]} and {value}: the first counts"
            self.reading.report("warning", "identifier-contradicted", message, name)

    def add(self, name: str, text: str) -> None:
        """Keep a piece of text in `extra`, beside others of that name."""
        kept = self.reading.extra.get(name, ())
        self.reading.extra[name] = (*(kept if isinstance(kept, tuple) else (kept,)), text)

    # --- what follows from all lines together

    def finish(self) -> None:
        """Decide the type, and compare the year in the venue with the date."""
        self._finish_type()
        self._finish_year()

    def _finish_type(self) -> None:
        stated = self.reading.fields.get("type") or self.type_word
        if stated and self.venue_type and stated != self.venue_type:
            message = f"the record says {stated!r}, the venue suggests {self.venue_type!r}"
            self.reading.report("warning", "type-contradicted", message, "type")
        if not (stated or self.venue_type):
            message = "nothing says what kind of work it is; taken as 'document'"
            self.reading.report("warning", "type-unknown", message, "type")
        self.reading.fields["type"] = stated or self.venue_type or "document"

    def _finish_year(self) -> None:
        year, date = self.venue_year, self.reading.fields.get("issued")
        if year is None:
            return
        known = first_year(cast("Date | None", date))
        if date is None:
            self.reading.fields["issued"] = PartialDate(year)
            self.reading.report("warning", "date-guessed", "the year is the venue's", "issued")
        elif known is not None and known != year:
            message = f"the date says {known}, the venue {year}; the date counts"
            self.reading.report("warning", "year-contradicted", message, "issued")


def _refines(new: Date, old: Date) -> bool:
    """Whether *new* says all that *old* says, and perhaps more."""
    if new == old:
        return True
    if isinstance(old, DateLiteral):
        return not isinstance(new, DateLiteral)
    if not isinstance(new, PartialDate) or not isinstance(old, PartialDate):
        return False
    return new.year == old.year and old.month in (None, new.month) and old.day in (None, new.day)


def _shown(date: Date) -> str:
    if isinstance(date, DateLiteral):
        return date.text
    if isinstance(date, PartialDate):
        parts = (date.year, date.month, date.day)
        return "-".join(f"{part:02}" for part in parts if part is not None)
    return "/".join(_shown(end) if end else ".." for end in (date.start, date.end))
