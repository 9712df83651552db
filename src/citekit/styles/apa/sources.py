"""The source element: where a work can be found (APA 7, sections 9.23 to 9.33)."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

from citekit.model.names import Name, Organization
from citekit.model.work import Work
from citekit.styles.apa.kinds import Kind, is_unpublished
from citekit.styles.apa.lead import Lead, find_host, helpers
from citekit.styles.apa.numbers import dashed, edition, is_bare, labelled, pages
from citekit.styles.apa.titles import book_title, cased, is_published_thesis, volume_label
from citekit.text.case import title_case
from citekit.text.compose import clauses, italic, join, parenthesized, shallow, text
from citekit.text.fold import fold
from citekit.text.nodes import EMPTY, RichText

__all__ = ["sources"]

_COMPARED = 20
"""So many authors are compared with the publisher: who stands behind them is not shown."""

_ADVANCE = (
    "advance",
    "online first",
    "onlinefirst",
    "ahead of print",
    "early access",
    "early view",
)
_NAMES_A_MEETING = re.compile(
    r"\b(?:proceedings|conference|symposium|workshop|congress|meeting)\b", re.IGNORECASE
)


def venue_title(work: Work) -> RichText:
    """Give the title of the venue as the record has it; empty where there is none."""
    if work.venue is None:
        return EMPTY
    return shallow(work.venue.title or work.venue.title_short)


def _is_lead(value: RichText, lead: Lead | None) -> bool:
    """Say whether a publisher or site has the same name as the author, so that it goes (9.29)."""
    if lead is None:
        return False
    folded = fold(str(value))
    return any(folded in _spellings(name) for name in lead.names.listed[:_COMPARED])


def _spellings(name: Name) -> tuple[str, ...]:
    short = name.abbreviation if isinstance(name, Organization) else ""
    return (fold(name.literal), *([fold(short)] if short else []))


def _unless_lead(value: RichText, lead: Lead | None) -> RichText:
    return EMPTY if _is_lead(value, lead) else shallow(value)


# --- periodicals (9.25 to 9.27)


def _volume_and_issue(work: Work) -> RichText:
    issue = dashed(work.issue)
    if work.supplement_number:
        number = work.supplement_number
        named = f"Suppl. {number}" if is_bare(number) else number
        issue = f"{issue}, {named}" if issue else named
    return italic(dashed(work.volume)) + parenthesized(issue)


def _article_place(work: Work) -> str:
    """Give the pages, or the article number (APA 7, section 9.27)."""
    number = work.article_number
    if number:
        return number if number.lower().startswith("article") else f"Article {number}"
    return pages(work.page)


def _is_advance(work: Work) -> bool:
    said = f"{work.status} {getattr(work.issued, 'text', '')}".casefold()
    return any(words in said for words in _ADVANCE)


def periodical_title(work: Work) -> RichText:
    """Give the title of a periodical: as it stands, in title case (APA 7, section 9.25)."""
    title = venue_title(work)
    known = work.venue.title_case if work.venue is not None else None
    return title_case(title, work.language or "en") if known == "sentence" else title


def _periodical(work: Work, _: Kind, lead: Lead | None) -> tuple[RichText, ...]:
    numbers = _volume_and_issue(work)
    place = _article_place(work)
    journal = italic(periodical_title(work))
    found = join([journal, numbers, place], ", ")
    pending = text("Advance online publication" if _is_advance(work) and not numbers else "")
    publisher = EMPTY if work.venue is not None else _unless_lead(work.publisher, lead)
    return (found, pending, publisher)


# --- parts of a greater whole (9.28)


def _whole_title(work: Work, kind: Kind) -> RichText:
    """Give the title of the whole: proceedings and shows as they stand, books in sentence case."""
    title = venue_title(work)
    if kind.name == "paper-conference":
        return italic(_in_series(work, title))
    if kind.name in ("broadcast-part", "song-part") or work.venue is None:
        return italic(title)
    shown = cased(title, work.language, already=work.venue.title_case == "sentence")
    if work.volume_title:
        return book_title(shown, work)
    return italic(shown)


def _in_series(work: Work, title: RichText) -> RichText:
    """Put a numbered series before its volume (APA 7, example 74)."""
    number = work.collection_number or ("" if work.issue else work.volume)
    if not (work.collection_title and number):
        return title
    series = cased(work.collection_title, work.language)
    if not _NAMES_A_MEETING.search(str(title)):
        title = cased(title, work.language)
    return series + f": Vol. {number}. " + title


def _place_in_whole(work: Work, kind: Kind) -> str:
    """Give what stands in parentheses after the title of the whole: "2nd ed., Vol. 3, pp. 1–9"."""
    if kind.name == "broadcast-part":
        return ""
    named = bool(work.volume_title) or bool(
        kind.name == "paper-conference" and work.collection_title and not work.collection_number
    )
    volume = "" if named else volume_label(work)
    number = work.article_number
    place = f"Article {number}" if number else labelled(pages(work.page), "p.", "pp.")
    return ", ".join(filter(None, [edition(work.edition), volume, place]))


def _container(work: Work, kind: Kind, lead: Lead | None) -> tuple[RichText, ...]:
    if work.venue is None:
        place = parenthesized(_place_in_whole(work, kind))
        return (place, _unless_lead(work.publisher, lead))
    others = helpers(work, kind.hosts) if work.container_authors else ""
    inner = "; ".join(filter(None, [others, _place_in_whole(work, kind)]))
    whole = clauses(_whole_title(work, kind), parenthesized(inner))
    named = clauses(kind.container, join([find_host(work, kind), whole], ", "))
    return (named, _unless_lead(work.publisher, lead))


# --- works that stand alone (9.29 to 9.33)


def _archive(work: Work, kind: Kind) -> RichText:
    """Name the archive: collection (where in it), archive, place (APA 7, section 9.31)."""
    if not (work.archive and kind.archived):
        return EMPTY
    where = join([work.archive_location, work.call_number], ", ")
    placed = parenthesized(where)
    if not work.archive_collection:
        return join([clauses(work.archive, placed), work.archive_place], ", ")
    collection = clauses(work.archive_collection, placed)
    return join([collection, work.archive, work.archive_place], ", ")


def _repository(work: Work) -> RichText:
    """Name the repository of a preprint: "arXiv", however the record words it."""
    title = venue_title(work)
    if not _is_eprint(work):
        return title
    named = str(title).casefold()
    if named.startswith("arxiv") or (work.arxiv is not None and not named):
        return text("arXiv")
    return title


def _distinct(*parts: RichText) -> tuple[RichText, ...]:
    """Drop what is said twice."""
    seen: dict[str, RichText] = {}
    for part in parts:
        seen.setdefault(fold(str(part)), part)
    return tuple(seen.values())


def _publisher(work: Work, kind: Kind, lead: Lead | None) -> tuple[RichText, ...]:
    # The journal that a manuscript was sent to is not named (APA 7, section 10.8).
    unnamed = kind.name == "manuscript" and is_unpublished(work)
    venue = EMPTY if unnamed else _unless_lead(_repository(work), lead)
    if kind.name == "thesis" and is_published_thesis(work):
        return (venue, shallow(work.archive) if not venue else EMPTY)
    publisher = _unless_lead(work.publisher or _office(work, kind), lead)
    return _distinct(publisher, venue, _archive(work, kind))


def _office(work: Work, kind: Kind) -> RichText:
    """Give the office that grants a patent or issues a standard."""
    return work.authority if kind.name in ("patent", "standard") else EMPTY


def _is_eprint(work: Work) -> bool:
    return work.type in ("preprint", "article", "manuscript")


def _site(work: Work, _: Kind, lead: Lead | None) -> tuple[RichText, ...]:
    title = venue_title(work)
    return (_unless_lead(title or work.publisher, lead),)


def _event(work: Work, kind: Kind, lead: Lead | None) -> tuple[RichText, ...]:
    """Name the conference and its place (APA 7, section 10.5)."""
    if work.event is None:
        return (*_symposium(work, kind), *_publisher_only(work, kind, lead))
    named = join([shallow(work.event.title), shallow(work.event.place)], ", ")
    return (*_symposium(work, kind), named, _archive(work, kind))


def _symposium(work: Work, kind: Kind) -> tuple[RichText, ...]:
    """Name the symposium of a talk (APA 7, example 63)."""
    if work.venue is None:
        return ()
    title = italic(cased(venue_title(work), work.language))
    return (clauses("In", join([find_host(work, kind), title], ", ")),)


def _publisher_only(work: Work, kind: Kind, lead: Lead | None) -> tuple[RichText, ...]:
    placed = join([_unless_lead(work.publisher, lead), work.publisher_place], ", ")
    return (placed, _archive(work, kind))


_SOURCES: MappingProxyType[str, Callable[[Work, Kind, Lead | None], tuple[RichText, ...]]] = (
    MappingProxyType(
        {
            "periodical": _periodical,
            "container": _container,
            "publisher": _publisher,
            "site": _site,
            "event": _event,
        }
    )
)


def sources(work: Work, kind: Kind, lead: Lead | None) -> tuple[RichText, ...]:
    """Give the sentences of the source element; a name that the author has already goes (9.29)."""
    return _SOURCES[kind.source](work, kind, lead)
