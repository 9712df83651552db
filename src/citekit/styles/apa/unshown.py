"""What the style guessed, derived or could not show, as diagnostics: at most one of each a work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from citekit.errors import Diagnostic
from citekit.model.dates import first_year
from citekit.model.identifiers import ArXiv
from citekit.model.names import AuthorList
from citekit.model.venue import Event
from citekit.model.work import Work
from citekit.styles.apa.facts import Facts
from citekit.styles.apa.links import derived_link
from citekit.styles.apa.names import short_name
from citekit.styles.apa.titles import is_noise, worded_title
from citekit.tables.dates import IN_PRESS
from citekit.text.fold import fold
from citekit.text.nodes import RichText

__all__ = ["LEFT_OUT", "diagnostics_of"]

LEFT_OUT: Final = frozenset(
    (
        # what serves to find, sort, name or describe the record, and is no part of an entry
        *("id", "type", "title_short", "title_sort", "title_case", "language", "relations"),
        *("abstract", "keywords", "license", "source", "call_number", "extra", "diagnostics"),
        # the title has a report of its own; `content_changes` says whether `accessed` is shown
        *("title", "content_changes"),
        # what APA leaves out by rule: 9.16 (retrieval dates), 9.29 (places and, in periodicals or
        # where it is the author, the publisher), 9.34 (an address beside a DOI), 9.4 (numbers)
        *("accessed", "publisher", "publisher_place", "original_publisher_place", "url"),
        *("isbn", "issn", "pmid", "pmcid", "number_of_pages"),
    )
)
"""What a reader of the entry does not miss. Any other field that is not shown is reported."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_DIGIT = re.compile("[0-9]")
_NUMBER = re.compile("[0-9]+")
_ELIDED = 20
_LOOKED_AT = 100


class _Shown(NamedTuple):
    """What an entry shows: its letters and digits in a row, and its numbers, each for itself."""

    letters: str
    numbers: frozenset[str]

    @classmethod
    def of(cls, entry: str) -> _Shown:
        return cls(fold(entry), frozenset(_NUMBER.findall(entry)))


def _work_name(work: Work) -> str:
    return work.id or str(work.title)


def diagnostics_of(facts: Facts, entry: RichText) -> Iterator[Diagnostic]:
    """Report what happened to a work on its way into *entry*."""
    work = facts.work
    yield from _about_title(facts)
    derived = derived_link(work) if facts.listed else None
    if derived is not None:
        yield derived
    missing = list(_missing(facts, _Shown.of(str(entry))))
    if missing and facts.listed:
        yield Diagnostic(
            severity="warning",
            code="not-shown",
            message=f"APA has no place here for: {', '.join(missing)}",
            work=_work_name(work),
        )
    if not facts.listed:
        yield Diagnostic(
            severity="warning",
            code="not-listed",
            message="a personal communication is cited in the text only (APA 7, section 8.9)",
            work=_work_name(work),
        )


def _about_title(facts: Facts) -> Iterator[Diagnostic]:
    work = facts.work
    if not work.title and facts.listed:
        yield Diagnostic(
            severity="warning",
            code="title-missing",
            message="the work has no title",
            field="title",
            work=_work_name(work),
        )
    lowered = worded_title(work).lowered if facts.kind.source != "legal" else ()
    if lowered:
        yield Diagnostic(
            severity="info",
            code="case-guessed",
            message=f"for sentence case these words lost a capital: {', '.join(lowered)}",
            field="title",
            work=_work_name(work),
            hint='protect names with no-case text, or set title_case="sentence"',
        )


def _missing(facts: Facts, shown: _Shown) -> Iterator[str]:
    """Name the fields whose value does not occur in the entry."""
    work = facts.work
    for name, value in work.known().items():
        if name not in LEFT_OUT and not _is_shown(name, value, facts, shown):
            yield name
    if work.authors.note:
        yield "authors.note"


def _is_shown(name: str, value: Any, facts: Facts, shown: _Shown) -> bool:
    if isinstance(value, AuthorList):
        return _all_occur(value, shown)
    if (year := first_year(value)) is not None:
        return str(abs(year)) in shown.numbers
    if name == "genre" and facts.kind.name == "thesis":
        return True  # "PhD thesis" is worded as a doctoral dissertation
    if isinstance(value, Event):
        value = value.title or value.place or first_year(value.date)
    text = value.id if isinstance(value, ArXiv) else str(value)
    if fold(text) in IN_PRESS:
        text = "in press"  # what APA says for "forthcoming" and the like (9.13)
    return _occurs(text, shown) or is_noise(RichText(text))


def _occurs(value: str, shown: _Shown) -> bool:
    """Say whether the first words of *value* occur, whatever their case and ending."""
    folded = fold(value[:_LOOKED_AT])
    if folded in shown.letters and not _DIGIT.search(folded):
        return True
    return all(
        word in shown.numbers
        if _NUMBER.fullmatch(word)
        else fold(word).rstrip("s") in shown.letters
        for word in _BETWEEN_WORDS.split(value[:_LOOKED_AT])
    )


def _all_occur(names: AuthorList, shown: _Shown) -> bool:
    """Say whether the people are shown; of more than 20, those in between are left out (9.8)."""
    if len(names) > _ELIDED:
        names = AuthorList(listed=(*names.listed[:19], names.listed[-1]))
    return all(fold(short_name(name)) in shown.letters for name in names)
