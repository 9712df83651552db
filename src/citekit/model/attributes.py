"""What the attributes of a `Work` give, for type checkers, editors and `typing.get_type_hints`.

Made by `tools/work_fields.py` from the rows of `tables.fields`.
"""

from __future__ import annotations

from typing import Literal, TypeVar, dataclass_transform

from citekit.errors import Diagnostic
from citekit.model.dates import Date
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv
from citekit.model.names import AuthorList
from citekit.model.relation import Relation
from citekit.model.values import FrozenMap
from citekit.model.venue import Event, Venue
from citekit.text.nodes import RichText

__all__ = ["WorkAttributes"]

_T = TypeVar("_T")
TitleCase = Literal["title", "sentence"] | None


@dataclass_transform(frozen_default=True, kw_only_default=True)
def _read_only(kind: type[_T]) -> type[_T]:
    return kind


@_read_only
class WorkAttributes:
    """The attributes of a `Work`, which defines them."""

    __slots__ = ()

    id: str | None
    """The name by which it is cited. None: the verbs use the generated key."""
    title: RichText
    """The title, with its subtitle."""
    type: str
    """A type of CSL 1.0.2, or `preprint`."""
    authors: AuthorList
    """Who wrote or made it."""
    issued: Date | None
    """When it was published; a `DateLiteral` such as "in press" where that is all."""
    venue: Venue | None
    """What it appeared in: a journal, proceedings, a book, a repository, a site."""
    event: Event | None
    """Where and when it was presented or performed."""
    doi: DOI | None
    """The DOI, bare or as an address."""
    arxiv: ArXiv | None
    """The identifier of the e-print at arXiv."""
    url: URL | None
    """The address at which it is found."""
    language: str
    """A BCP 47 tag: "en", "pt-BR"."""
    extra: FrozenMap
    """What no other field holds, under its own name; JSON-like and immutable."""
    diagnostics: tuple[Diagnostic, ...]
    """What was guessed, derived or dropped in making it. No part of equality."""
    editors: AuthorList
    """Who edited it, or the book or proceedings that it stands in."""
    translators: AuthorList
    """Who translated it."""
    container_authors: AuthorList
    """Who wrote the book that it stands in."""
    collection_editors: AuthorList
    """Who edits the series."""
    editorial_directors: AuthorList
    """Who directs the whole of a publication in many parts."""
    compilers: AuthorList
    """Who compiled it, as of a bibliography or an anthology."""
    contributors: AuthorList
    """Who contributed to it without being its author."""
    illustrators: AuthorList
    """Who illustrated it."""
    composers: AuthorList
    """Who composed the music."""
    performers: AuthorList
    """Who performed it."""
    directors: AuthorList
    """Who directed the film, the programme, the staging."""
    script_writers: AuthorList
    """Who wrote the script."""
    series_creators: AuthorList
    """Who created the series that an episode belongs to."""
    producers: AuthorList
    """Who produced it."""
    executive_producers: AuthorList
    """Who was its executive producer."""
    hosts: AuthorList
    """Who hosted the programme."""
    guests: AuthorList
    """Who was a guest of the programme."""
    narrators: AuthorList
    """Who read it aloud."""
    interviewers: AuthorList
    """Who asked the questions."""
    recipients: AuthorList
    """To whom a letter or message was sent."""
    chairs: AuthorList
    """Who chaired the session."""
    organizers: AuthorList
    """Who organized the event."""
    curators: AuthorList
    """Who curated the exhibition."""
    original_authors: AuthorList
    """Who wrote the work that this one is made from."""
    reviewed_authors: AuthorList
    """Who wrote the work that is reviewed."""
    title_short: RichText
    """The title as later notes and headings shorten it."""
    original_title: RichText
    """The title of the original, of a translation or a new edition."""
    translated_title: RichText
    """The title in the reader's language, as styles put in brackets."""
    part_title: RichText
    """The title of the part, of a work in parts."""
    volume_title: RichText
    """The title of the volume."""
    reviewed_title: RichText
    """The title of the work that is reviewed."""
    collection_title: RichText
    """The title of the series."""
    title_sort: str
    """How the title sorts, where that differs from how it reads."""
    title_case: TitleCase
    """The case in which the record gives the title, "title" or "sentence", where that is known."""
    original_date: Date | None
    """When the original was published."""
    accessed: Date | None
    """When the address was visited."""
    available_date: Date | None
    """When it came out ahead of the issue that it belongs to."""
    submitted: Date | None
    """When it was submitted or filed."""
    volume: str
    """The volume."""
    issue: str
    """The issue of a journal."""
    page: str
    """The pages that it fills ("12–15")."""
    article_number: str
    """The number that stands in place of pages ("e0193972")."""
    number: str
    """The number of a report, a patent, a standard."""
    edition: str
    """The edition ("2", "revised")."""
    version: str
    """The version, as of software."""
    section: str
    """The section of a newspaper, a law, a site."""
    chapter_number: str
    """The number of the chapter."""
    collection_number: str
    """The number in the series."""
    number_of_pages: str
    """How many pages there are in all."""
    number_of_volumes: str
    """How many volumes there are in all."""
    part_number: str
    """The number of the part."""
    printing_number: str
    """The number of the printing."""
    supplement_number: str
    """The number of the supplement."""
    publisher: RichText
    """Who published it; of several, a list."""
    publisher_place: RichText
    """Where the publisher is."""
    original_publisher: RichText
    """Who published the original."""
    original_publisher_place: RichText
    """Where the publisher of the original is."""
    genre: RichText
    """What kind of its type it is ("PhD thesis", "Technical report")."""
    medium: RichText
    """What it is recorded on or made with ("DVD", "Oil on canvas")."""
    dimensions: RichText
    """How large it is, or how long it runs."""
    scale: RichText
    """The scale of a map."""
    status: RichText
    """What has become of it ("in press", "in preparation", "retracted")."""
    authority: RichText
    """The court, the legislature, the body that issued a standard."""
    jurisdiction: RichText
    """Where a law or a judgment holds."""
    division: RichText
    """The division of the authority, as of a court."""
    reviewed_genre: RichText
    """What kind of work is reviewed."""
    references: RichText
    """What it refers to, as the history of a law."""
    archive: RichText
    """The archive that keeps it."""
    archive_collection: RichText
    """The collection in the archive."""
    archive_location: RichText
    """Where it lies in the archive."""
    archive_place: RichText
    """Where the archive is."""
    call_number: RichText
    """The shelf mark in a library."""
    source: RichText
    """From which database or catalogue the record came."""
    license: RichText
    """Under which licence it may be used."""
    abstract: RichText
    """The abstract."""
    annote: RichText
    """Somebody's remarks on it, for an annotated bibliography."""
    note: RichText
    """What else its entry is to say."""
    keywords: tuple[str, ...]
    """Its keywords, in a list or with commas between."""
    isbn: tuple[ISBN, ...]
    """The ISBN, or several."""
    issn: tuple[ISSN, ...]
    """The ISSN, or several."""
    pmid: PMID | None
    """The number in PubMed."""
    pmcid: PMCID | None
    """The number in PubMed Central."""
    content_changes: bool
    """Whether what the URL shows is meant to change, so that `accessed` matters."""
    relations: tuple[Relation, ...]
    """How it relates to other works."""
