"""Every field of a `Work`: one row a field.

From a row follow the attribute and its check (`model.kinds` says what a kind takes and gives), the
keyword of the constructor, its type for checkers and its place in `help`, the page of all fields in
the reference, the CSL variable that is read and written (`tables.variables`), and that a style
which does not show it says so. What type checkers and readers see is written from the rows by
`tools/work_fields.py`.

The names are those of CSL 1.0.2's variables (appendix IV), hyphens turned to underscores, and
plural where they hold several people. Where a row names no variable, the field is citekit's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

__all__ = ["FIELDS", "OTHER_NAMES", "Field", "Kind"]

Kind = Literal[
    "id",
    "type",
    "text",
    "line",
    "number",
    "names",
    "date",
    "venue",
    "event",
    "case",
    "publisher",
    "keywords",
    "doi",
    "arxiv",
    "isbn",
    "issn",
    "pmid",
    "pmcid",
    "url",
    "flag",
    "relations",
    "extra",
    "diagnostics",
]


class Field(NamedTuple):
    """One field of a work."""

    name: str
    kind: Kind
    meaning: str
    """What it holds, in a sentence for `help` and the reference."""
    csl: str = ""
    """The variable of CSL that it is; "" where CSL has none."""
    always: bool = False
    """Whether every work keeps a place for it: nearly all works have it, or each rendering asks
    for it. The others take room where they have a value (`model.work`)."""


def _names(rows: str) -> tuple[Field, ...]:
    """Rows of people: an attribute that holds several people has a plural name."""
    parted = (line.strip().partition(": ") for line in rows.strip().splitlines())
    return tuple(
        Field(csl.replace("-", "_") + "s", "names", meaning, csl) for csl, _, meaning in parted
    )


def _same(kind: Kind, rows: str) -> tuple[Field, ...]:
    """Rows of one kind whose attributes have CSL's own names, hyphens turned to underscores."""
    parted = (line.strip().partition(": ") for line in rows.strip().splitlines())
    return tuple(Field(csl.replace("-", "_"), kind, meaning, csl) for csl, _, meaning in parted)


FIELDS: Final = (
    Field(
        "id",
        "id",
        "The name by which it is cited. None: the verbs use the generated key.",
        always=True,
    ),
    Field("title", "text", "The title, with its subtitle.", "title", always=True),
    Field("type", "type", "A type of CSL 1.0.2, or `preprint`.", always=True),
    Field("authors", "names", "Who wrote or made it.", "author", always=True),
    Field(
        "issued",
        "date",
        'When it was published; a `DateLiteral` such as "in press" where that is all.',
        "issued",
        always=True,
    ),
    Field(
        "venue",
        "venue",
        "What it appeared in: a journal, proceedings, a book, a repository, a site.",
        always=True,
    ),
    Field("event", "event", "Where and when it was presented or performed.", always=True),
    Field("doi", "doi", "The DOI, bare or as an address.", "DOI", always=True),
    Field("arxiv", "arxiv", "The identifier of the e-print at arXiv.", always=True),
    Field("url", "url", "The address at which it is found.", "URL", always=True),
    Field("language", "line", 'A BCP 47 tag: "en", "pt-BR".', "language", always=True),
    Field(
        "extra",
        "extra",
        "What no other field holds, under its own name; JSON-like and immutable.",
        always=True,
    ),
    Field(
        "diagnostics",
        "diagnostics",
        "What was guessed, derived or dropped in making it. No part of equality.",
        always=True,
    ),
    *_names(
        """
        editor: Who edited it, or the book or proceedings that it stands in.
        translator: Who translated it.
        container-author: Who wrote the book that it stands in.
        collection-editor: Who edits the series.
        editorial-director: Who directs the whole of a publication in many parts.
        compiler: Who compiled it, as of a bibliography or an anthology.
        contributor: Who contributed to it without being its author.
        illustrator: Who illustrated it.
        composer: Who composed the music.
        performer: Who performed it.
        director: Who directed the film, the programme, the staging.
        script-writer: Who wrote the script.
        series-creator: Who created the series that an episode belongs to.
        producer: Who produced it.
        executive-producer: Who was its executive producer.
        host: Who hosted the programme.
        guest: Who was a guest of the programme.
        narrator: Who read it aloud.
        interviewer: Who asked the questions.
        recipient: To whom a letter or message was sent.
        chair: Who chaired the session.
        organizer: Who organized the event.
        curator: Who curated the exhibition.
        original-author: Who wrote the work that this one is made from.
        reviewed-author: Who wrote the work that is reviewed.
        """
    ),
    *_same(
        "text",
        """
        title-short: The title as later notes and headings shorten it.
        original-title: The title of the original, of a translation or a new edition.
        """,
    ),
    Field(
        "translated_title", "text", "The title in the reader's language, as styles put in brackets."
    ),
    *_same(
        "text",
        """
        part-title: The title of the part, of a work in parts.
        volume-title: The title of the volume.
        reviewed-title: The title of the work that is reviewed.
        collection-title: The title of the series.
        """,
    ),
    Field("title_sort", "line", "How the title sorts, where that differs from how it reads."),
    Field(
        "title_case",
        "case",
        'The case in which the record gives the title, "title" or "sentence", where that is known.',
    ),
    *_same(
        "date",
        """
        original-date: When the original was published.
        accessed: When the address was visited.
        available-date: When it came out ahead of the issue that it belongs to.
        submitted: When it was submitted or filed.
        """,
    ),
    *_same(
        "number",
        """
        volume: The volume.
        issue: The issue of a journal.
        page: The pages that it fills ("12–15").
        """,
    ),
    Field("article_number", "number", 'The number that stands in place of pages ("e0193972").'),
    *_same(
        "number",
        """
        number: The number of a report, a patent, a standard.
        edition: The edition ("2", "revised").
        version: The version, as of software.
        section: The section of a newspaper, a law, a site.
        chapter-number: The number of the chapter.
        collection-number: The number in the series.
        number-of-pages: How many pages there are in all.
        number-of-volumes: How many volumes there are in all.
        part-number: The number of the part.
        printing-number: The number of the printing.
        supplement-number: The number of the supplement.
        """,
    ),
    Field("publisher", "publisher", "Who published it; of several, a list.", "publisher"),
    *_same(
        "text",
        """
        publisher-place: Where the publisher is.
        original-publisher: Who published the original.
        original-publisher-place: Where the publisher of the original is.
        genre: What kind of its type it is ("PhD thesis", "Technical report").
        medium: What it is recorded on or made with ("DVD", "Oil on canvas").
        dimensions: How large it is, or how long it runs.
        scale: The scale of a map.
        status: What has become of it ("in press", "in preparation", "retracted").
        authority: The court, the legislature, the body that issued a standard.
        jurisdiction: Where a law or a judgment holds.
        division: The division of the authority, as of a court.
        reviewed-genre: What kind of work is reviewed.
        references: What it refers to, as the history of a law.
        archive: The archive that keeps it.
        archive_collection: The collection in the archive.
        archive_location: Where it lies in the archive.
        archive-place: Where the archive is.
        call-number: The shelf mark in a library.
        source: From which database or catalogue the record came.
        license: Under which licence it may be used.
        abstract: The abstract.
        annote: Somebody's remarks on it, for an annotated bibliography.
        note: What else its entry is to say.
        """,
    ),
    Field("keywords", "keywords", "Its keywords, in a list or with commas between.", "keyword"),
    Field("isbn", "isbn", "The ISBN, or several.", "ISBN"),
    Field("issn", "issn", "The ISSN, or several.", "ISSN"),
    Field("pmid", "pmid", "The number in PubMed.", "PMID"),
    Field("pmcid", "pmcid", "The number in PubMed Central.", "PMCID"),
    Field(
        "content_changes",
        "flag",
        "Whether what the URL shows is meant to change, so that `accessed` matters.",
    ),
    Field("relations", "relations", "How it relates to other works."),
)
"""All fields, those that every work keeps first; the order in which they are shown."""

OTHER_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        name: path
        for path, names in (
            ("issued", "year date day month published publication_date publication_year pubdate"),
            ("authors", "author_list byline creator creators writer writers by"),
            (
                "venue",
                "container in periodical magazine newspaper proceedings repository",
            ),
            ("venue", "journal booktitle container_title publication publication_title"),
            ("venue.title_short", "journal_abbreviation journal_short iso4"),
            ("event", "meeting conference"),
            ("event.title", "event_name conference_name"),
            ("event.place", "conference_place"),
            ("id", "key citekey citation_key label bibkey"),
            ("title", "name heading"),
            ("title_short", "short_title"),
            ("type", "kind category entry_type entrytype item_type"),
            ("page", "pages page_range pp"),
            ("issue", "issue_number"),
            ("volume", "vol"),
            ("article_number", "eid e_location elocation_id"),
            ("publisher", "institution school organization company"),
            ("publisher_place", "address location place city"),
            ("collection_title", "series series_title"),
            ("url", "link href web website address_of_page uri"),
            ("doi", "digital_object_identifier"),
            ("arxiv", "eprint arxiv_id"),
            ("accessed", "urldate access_date accessed_date retrieved visited"),
            ("language", "lang langid locale"),
            ("keywords", "tags subjects subject topics"),
            ("abstract", "summary description"),
            ("annote", "annotation"),
            ("note", "notes comment"),
            ("genre", "subtype thesis_type report_type"),
            ("license", "licence rights copyright"),
            ("extra", "custom other misc"),
        )
        for name in names.split()
    }
)
"""What people call a field, and the field that they mean; or the part of the venue or the event.

CSL's names and those of BibTeX and BibLaTeX are known besides, whatever their case."""
