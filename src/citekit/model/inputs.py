"""What the fields of a `Work` accept; it gives type checkers the signature of its constructor.

Made by `tools/work_fields.py` from the rows of `tables.fields`. Annotations are values here, not
strings: of a hundred strings, each would be compiled.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import EllipsisType
from typing import Any, Literal, TypeAlias, TypedDict

from citekit.errors import Diagnostic
from citekit.model.dates import Date
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv
from citekit.model.names import AuthorList, Name
from citekit.model.relation import Relation
from citekit.model.venue import Event, Venue
from citekit.text.nodes import Node, RichText

__all__ = ["WorkFields", "WorkType"]

TextIn: TypeAlias = str | RichText | Iterable[Node] | None
NumberIn: TypeAlias = str | int | None
NameIn: TypeAlias = str | Name | Mapping[str, Any] | Sequence[str]
NamesIn: TypeAlias = (
    AuthorList | str | Name | Mapping[str, Any] | Iterable[NameIn | EllipsisType] | None
)
DateIn: TypeAlias = Date | str | int | datetime.date | Sequence[int] | Mapping[str, Any] | None
TitleCase: TypeAlias = Literal["title", "sentence"] | None
WorkType: TypeAlias = (
    Literal[
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "preprint",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
    ]
    | str
)
"""Any text is looked up when a work is made; editors complete the types that are known."""


class WorkFields(TypedDict, total=False):
    """The keyword arguments of `Work`."""

    id: str | int | None
    title: TextIn
    type: WorkType
    authors: NamesIn
    issued: DateIn
    venue: Venue | str | RichText | Mapping[str, Any] | None
    event: Event | str | RichText | Mapping[str, Any] | None
    doi: DOI | str | None
    arxiv: ArXiv | str | None
    url: URL | str | None
    language: str
    extra: Mapping[str, Any]
    diagnostics: Iterable[Diagnostic]
    editors: NamesIn
    translators: NamesIn
    container_authors: NamesIn
    collection_editors: NamesIn
    editorial_directors: NamesIn
    compilers: NamesIn
    contributors: NamesIn
    illustrators: NamesIn
    composers: NamesIn
    performers: NamesIn
    directors: NamesIn
    script_writers: NamesIn
    series_creators: NamesIn
    producers: NamesIn
    executive_producers: NamesIn
    hosts: NamesIn
    guests: NamesIn
    narrators: NamesIn
    interviewers: NamesIn
    recipients: NamesIn
    chairs: NamesIn
    organizers: NamesIn
    curators: NamesIn
    original_authors: NamesIn
    reviewed_authors: NamesIn
    title_short: TextIn
    original_title: TextIn
    translated_title: TextIn
    part_title: TextIn
    volume_title: TextIn
    reviewed_title: TextIn
    collection_title: TextIn
    title_sort: str
    title_case: TitleCase
    original_date: DateIn
    accessed: DateIn
    available_date: DateIn
    submitted: DateIn
    volume: NumberIn
    issue: NumberIn
    page: NumberIn
    article_number: NumberIn
    number: NumberIn
    edition: NumberIn
    version: NumberIn
    section: NumberIn
    chapter_number: NumberIn
    collection_number: NumberIn
    number_of_pages: NumberIn
    number_of_volumes: NumberIn
    part_number: NumberIn
    printing_number: NumberIn
    supplement_number: NumberIn
    publisher: TextIn | Sequence[str]
    publisher_place: TextIn
    original_publisher: TextIn
    original_publisher_place: TextIn
    genre: TextIn
    medium: TextIn
    dimensions: TextIn
    scale: TextIn
    status: TextIn
    authority: TextIn
    jurisdiction: TextIn
    division: TextIn
    reviewed_genre: TextIn
    references: TextIn
    archive: TextIn
    archive_collection: TextIn
    archive_location: TextIn
    archive_place: TextIn
    call_number: TextIn
    source: TextIn
    license: TextIn
    abstract: TextIn
    annote: TextIn
    note: TextIn
    keywords: str | Iterable[str]
    isbn: ISBN | str | Iterable[ISBN | str]
    issn: ISSN | str | Iterable[ISSN | str]
    pmid: PMID | str | int | None
    pmcid: PMCID | str | None
    content_changes: bool
    relations: Iterable[Relation | tuple[str, str]]
