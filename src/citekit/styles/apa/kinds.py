"""What APA does with each type of work: one row of data a type (APA 7, chapter 10).

All entries have the same four elements (APA 7, section 9.4): author, date, title, source. A row
says who stands first, whether the work stands alone (title in italics) or is part of a greater
whole (section 9.19), how exact the date is (section 9.14), how the work is described in brackets
(section 9.21), and where its source is found (section 9.23).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from attrs import evolve, field, frozen

from citekit.model.work import Work

__all__ = ["KINDS", "ROLES", "Kind", "is_retrievable", "is_unpublished", "kind_of"]

Source = Literal["periodical", "container", "publisher", "event", "site", "legal", "unlisted"]


def _words(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value.split()) if isinstance(value, str) else value


@frozen(kw_only=True)
class Kind:
    """One row: how works of a type are shown."""

    name: str = ""
    """The name of the row."""
    lead: tuple[str, ...] = field(converter=_words, default=_words("authors editors compilers"))
    """The roles that may stand first, the best first; `a+b` names two that stand together."""
    helpers: tuple[str, ...] = field(
        converter=_words,
        default=_words("editors compilers translators illustrators narrators"),
    )
    """The roles that stand in parentheses after the title."""
    italic: bool = True
    """Whether the work stands alone."""
    exact: bool = False
    """Whether month and day are shown."""
    description: str = ""
    """What stands in brackets when the record says nothing better."""
    source: Source = "publisher"
    container: str = "In"
    """The word before the title of the greater whole."""
    hosts: tuple[str, ...] = field(converter=_words, default=_words("editors compilers"))
    """The roles that answer for the greater whole."""
    number: str = ""
    """What a bare number counts: "Report No."."""
    volume: str = "Vol."
    archived: bool = False
    """Whether the archive that keeps the work is its source."""


ROLES = MappingProxyType(
    {
        "authors": ("", ""),
        "composers": ("", ""),
        "performers": ("", ""),
        "container_authors": ("", ""),
        "editors": ("Ed.", "Eds."),
        "editorial_directors": ("Ed.", "Eds."),
        "collection_editors": ("Ed.", "Eds."),
        "compilers": ("Comp.", "Comps."),
        "translators": ("Trans.", "Trans."),
        "illustrators": ("Illus.", "Illus."),
        "narrators": ("Narr.", "Narrs."),
        "directors": ("Director", "Directors"),
        "script_writers": ("Writer", "Writers"),
        "series_creators": ("Creator", "Creators"),
        "executive_producers": ("Executive Producer", "Executive Producers"),
        "producers": ("Producer", "Producers"),
        "hosts": ("Host", "Hosts"),
        "guests": ("Guest", "Guests"),
        "chairs": ("Chair", "Chairs"),
        "organizers": ("Organizer", "Organizers"),
        "curators": ("Curator", "Curators"),
        "interviewers": ("Interviewer", "Interviewers"),
    }
)
"""How a role is named, in the singular and the plural (APA 7, section 9.10 and chapter 10)."""

_BOOK = Kind(lead="authors editors compilers editorial_directors collection_editors translators")
_ARTICLE = Kind(lead="authors", helpers="translators", italic=False, source="periodical")
_PART = Kind(lead="authors", helpers="translators", italic=False, source="container")
_SCREEN = Kind(
    lead="directors script_writers producers executive_producers series_creators hosts authors",
    helpers="",
    hosts="executive_producers series_creators producers hosts",
)
_SHOW = evolve(
    _SCREEN,
    lead=" ".join(
        "script_writers+directors hosts executive_producers series_creators producers guests"
        " authors".split()
    ),
    exact=True,
)
_TALK = Kind(
    lead="authors performers directors composers organizers chairs curators",
    helpers="translators",
    exact=True,
    source="event",
    hosts="chairs",
    archived=True,
)
_PICTURE = Kind(lead="authors illustrators editors curators", helpers="", archived=True)
_LAW = Kind(italic=False, source="legal", helpers="")

_ROWS = {
    "article": _BOOK,
    "article-journal": _ARTICLE,
    "article-magazine": evolve(_ARTICLE, exact=True),
    "article-newspaper": evolve(_ARTICLE, exact=True),
    "bill": _LAW,
    "book": _BOOK,
    "broadcast": evolve(_SHOW, description="Broadcast", exact=False),
    "broadcast-part": evolve(_SHOW, description="Broadcast", italic=False, source="container"),
    "chapter": _PART,
    "classic": _BOOK,
    "collection": evolve(_BOOK, archived=True, exact=True),
    "dataset": evolve(_BOOK, description="Data set"),
    "document": evolve(_BOOK, archived=True),
    "entry": _PART,
    "entry-dictionary": _PART,
    "entry-encyclopedia": _PART,
    "event": _TALK,
    "figure": evolve(_PICTURE, description="Figure"),
    "graphic": evolve(_PICTURE, description="Graphic"),
    "hearing": _LAW,
    "interview": Kind(
        lead="authors guests interviewers hosts",
        helpers="translators",
        exact=True,
        description="Interview",
        archived=True,
    ),
    "interview-part": evolve(_ARTICLE, exact=True, description="Interview"),
    "legal_case": _LAW,
    "legislation": _LAW,
    "letter": Kind(exact=True, archived=True, description="Personal communication"),
    "manuscript": Kind(description="Unpublished manuscript", archived=True),
    "map": evolve(_PICTURE, description="Map"),
    "motion_picture": evolve(_SCREEN, description="Film", archived=True),
    "motion_picture-part": evolve(
        _SCREEN, lead=("authors", *_SCREEN.lead), exact=True, description="Video", archived=True
    ),
    "musical_score": Kind(lead="composers authors", description="Musical score"),
    "pamphlet": evolve(_BOOK, description="Brochure"),
    "paper-conference": _PART,
    "patent": Kind(number="Patent No."),
    "performance": evolve(_TALK, description="Performance"),
    "periodical": Kind(lead="editors authors", helpers=""),
    "periodical-part": evolve(_ARTICLE, lead="editors authors", description="Special issue"),
    "personal_communication": Kind(source="unlisted", exact=True),
    "post": evolve(_PART, exact=True, italic=True, source="site", description="Online post"),
    "post-weblog": evolve(_ARTICLE, exact=True),
    "preprint": _BOOK,
    "presentation": evolve(_TALK, description="Paper presentation"),
    "regulation": _LAW,
    "report": evolve(_BOOK, number="Report No."),
    "review": _ARTICLE,
    "review-book": _ARTICLE,
    "software": evolve(_BOOK, description="Computer software"),
    "song": Kind(lead="performers composers authors", helpers="", description="Song"),
    "song-part": Kind(
        lead="performers composers authors",
        helpers="",
        description="Song",
        italic=False,
        source="container",
        container="On",
        hosts="container_authors",
    ),
    "speech": evolve(_TALK, description="Speech"),
    "standard": _BOOK,
    "thesis": Kind(lead="authors", helpers="translators", number="Publication No."),
    "treaty": _LAW,
    "webpage": evolve(_BOOK, exact=True, source="site"),
}

KINDS = MappingProxyType({name: evolve(row, name=name) for name, row in _ROWS.items()})
"""The row of each type, and of types that stand alone or in something (`broadcast-part`)."""

_IN_PERIODICALS = MappingProxyType(
    {"journal": "article-journal", "magazine": "article-magazine", "newspaper": "article-newspaper"}
)
_MAY_BE_IN_PERIODICALS = frozenset("article document paper-conference webpage post-weblog".split())
_PARTS = frozenset({"broadcast", "interview", "motion_picture", "periodical", "song"})
_MAY_BE_MANUSCRIPTS = frozenset({"article-journal", "chapter", "manuscript", "paper-conference"})


def kind_of(work: Work) -> Kind:
    """Give the row for a work: that of its type, or of what it appeared in.

    >>> kind_of(Work(type="paper-conference", event="APA 2023")).name
    'presentation'
    """
    return KINDS[_row_name(work)]


def _row_name(work: Work) -> str:
    venue = work.venue
    if work.type in _MAY_BE_MANUSCRIPTS and is_unpublished(work):
        return "manuscript"
    kind = (venue.kind if venue is not None else None) or ""
    if kind in _IN_PERIODICALS and work.type in _MAY_BE_IN_PERIODICALS:
        return _IN_PERIODICALS[kind]
    if work.type == "article-journal" and kind == "proceedings":
        return "paper-conference"
    if work.type == "paper-conference":
        return _conference_row(work)
    if work.type == "personal_communication" and is_retrievable(work):
        return "letter"
    return f"{work.type}-part" if work.type in _PARTS and venue is not None else work.type


def _conference_row(work: Work) -> str:
    """Tell proceedings that count issues, like a journal, from those that are a book."""
    if work.venue is None:
        return "presentation"
    return "article-journal" if work.issue and not work.editors else "paper-conference"


def is_retrievable(work: Work) -> bool:
    """Say whether a reader can get at a letter, so that it is listed (APA 7, section 8.9)."""
    return bool(work.archive or work.url or work.doi or work.venue or work.publisher)


_NOT_YET = ("submi", "under review", "in review", "in preparation")


def is_unpublished(work: Work) -> bool:
    """Say whether the record calls the work submitted, under review or in preparation.

    >>> is_unpublished(Work(type="article-journal", status="Submitted"))
    True
    """
    issued = work.issued
    said = f"{work.status} {getattr(issued, 'text', '')}".casefold()
    return any(words in said for words in _NOT_YET)
