"""What the fields of a `Work` accept; it gives type checkers the signature of its constructor.

Annotations are values here, not strings: of a hundred strings, each would be compiled.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import EllipsisType
from typing import Any, Literal, TypeAlias, TypedDict

from citekit.errors import Diagnostic
from citekit.model.dates import Date
from citekit.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, URL, ArXiv
from citekit.model.names import AuthorList, Name
from citekit.model.venue import Event, Venue
from citekit.text.nodes import Node, RichText

__all__ = ["WorkFields"]

TextIn: TypeAlias = str | RichText | Iterable[Node] | None
NumberIn: TypeAlias = str | int | None
NameIn: TypeAlias = str | Name | Mapping[str, Any] | Sequence[str]
NamesIn: TypeAlias = (
    AuthorList | str | Name | Mapping[str, Any] | Iterable[NameIn | EllipsisType] | None
)
DateIn: TypeAlias = Date | str | int | datetime.date | Sequence[int] | Mapping[str, Any] | None


class WorkFields(TypedDict, total=False):
    """The keyword arguments of `Work`; a test keeps them in step with its fields."""

    id: str | int | None
    title: TextIn
    type: str
    authors: NamesIn
    chairs: NamesIn
    collection_editors: NamesIn
    compilers: NamesIn
    composers: NamesIn
    container_authors: NamesIn
    contributors: NamesIn
    curators: NamesIn
    directors: NamesIn
    editors: NamesIn
    editorial_directors: NamesIn
    executive_producers: NamesIn
    guests: NamesIn
    hosts: NamesIn
    illustrators: NamesIn
    interviewers: NamesIn
    narrators: NamesIn
    organizers: NamesIn
    original_authors: NamesIn
    performers: NamesIn
    producers: NamesIn
    recipients: NamesIn
    reviewed_authors: NamesIn
    script_writers: NamesIn
    series_creators: NamesIn
    translators: NamesIn
    issued: DateIn
    original_date: DateIn
    accessed: DateIn
    available_date: DateIn
    submitted: DateIn
    title_short: TextIn
    title_sort: str
    title_case: Literal["title", "sentence"] | None
    original_title: TextIn
    translated_title: TextIn
    part_title: TextIn
    volume_title: TextIn
    reviewed_title: TextIn
    collection_title: TextIn
    venue: Venue | str | RichText | Mapping[str, Any] | None
    event: Event | str | RichText | Mapping[str, Any] | None
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
    language: str
    doi: DOI | str | None
    arxiv: ArXiv | str | None
    isbn: ISBN | str | Iterable[ISBN | str]
    issn: ISSN | str | Iterable[ISSN | str]
    pmid: PMID | str | int | None
    pmcid: PMCID | str | None
    url: URL | str | None
    content_changes: bool
    relations: Iterable[tuple[str, str] | Any]
    extra: Mapping[str, Any]
    diagnostics: Iterable[Diagnostic]
