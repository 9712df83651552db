"""What the style guessed, derived or could not show, as diagnostics: at most one of each a work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.errors import Diagnostic
from citekit.model.names import AuthorList
from citekit.model.work import Work
from citekit.styles.apa.facts import Facts
from citekit.styles.apa.fold import fold
from citekit.styles.apa.links import derived_link
from citekit.styles.apa.names import short_name
from citekit.styles.apa.titles import is_noise, worded_title
from citekit.tables.variables import NAME_VARIABLES
from citekit.text.nodes import RichText

__all__ = ["diagnostics_of"]

_TEXTS = (
    "annote archive archive_collection archive_location collection_number collection_title"
    " dimensions division genre issue medium note number original_publisher original_title page"
    " part_number part_title references reviewed_title scale section status supplement_number"
    " version volume volume_title"
).split()
"""What a reader may miss. Not here: what APA leaves out on purpose (places, keywords, ISBN …)."""

_ELIDED = 20
_LOOKED_AT = 100


def _work_name(work: Work) -> str:
    return work.id or str(work.title)


def diagnostics_of(facts: Facts, entry: RichText) -> Iterator[Diagnostic]:
    """Report what happened to a work on its way into *entry*."""
    work = facts.work
    yield from _about_title(facts)
    derived = derived_link(work) if facts.listed else None
    if derived is not None:
        yield derived
    missing = list(_missing(facts, fold(str(entry))))
    if missing and facts.listed:
        yield Diagnostic(
            severity="info",
            code="not-shown",
            message=f"APA has no place here for: {', '.join(missing)}",
            work=_work_name(work),
        )
    if not facts.listed:
        yield Diagnostic(
            severity="info",
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


def _missing(facts: Facts, shown: str) -> Iterator[str]:
    """Name the fields whose value does not occur in the entry."""
    work = facts.work
    for name in _TEXTS:
        value = getattr(work, name)
        if name == "genre" and facts.kind.name == "thesis":
            continue  # "PhD thesis" is worded as a doctoral dissertation
        if value and not is_noise(RichText(str(value))) and not _occurs(str(value), shown):
            yield name
    for row in NAME_VARIABLES:
        names = getattr(work, row.path)
        if names and not _all_occur(names, shown):
            yield row.path
    if work.venue is not None and not _occurs(str(work.venue), shown):
        yield "venue"
    if work.authors.note:
        yield "authors.note"


def _occurs(value: str, shown: str) -> bool:
    """Say whether the first words of *value* occur, whatever their case and ending."""
    words = [fold(word) for word in re.split(r"[\W_]+", value[:_LOOKED_AT])]
    return all(word.rstrip("s") in shown for word in words if word)


def _all_occur(names: AuthorList, shown: str) -> bool:
    """Say whether the people are shown; of more than 20, those in between are left out (9.8)."""
    if len(names) > _ELIDED:
        names = AuthorList(listed=(*names.listed[:19], names.listed[-1]))
    return all(fold(short_name(name)) in shown for name in names)
