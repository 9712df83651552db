"""Every variable of CSL 1.0.2 (appendix IV) and where a `Work` keeps it.

One row a variable: the CSL name, its kind, and the path of the attribute that holds it. The rows
are read in both directions: reading CSL-JSON, writing it, and preparing a work for a CSL style.

Variables that only a citation or a whole document gives (`citation-number`, `locator`,
`first-reference-note-number`, `year-suffix`, `page-first`) have no place in a work.
"""

from types import MappingProxyType
from typing import Final, Literal, NamedTuple

Kind = Literal["text", "number", "names", "date", "identifier", "plain"]


class Variable(NamedTuple):
    """One CSL variable: its name, what it holds, and the attribute of `Work` that keeps it."""

    csl: str
    kind: Kind
    path: str


def _same(kind: Kind, names: str) -> tuple[Variable, ...]:
    """Rows of variables whose attribute has CSL's own name, hyphens turned to underscores."""
    return tuple(Variable(name, kind, name.replace("-", "_")) for name in names.split())


def _plural(names: str) -> tuple[Variable, ...]:
    """Rows of name variables: an attribute that holds several people has a plural name."""
    return tuple(Variable(name, "names", name.replace("-", "_") + "s") for name in names.split())


NAME_VARIABLES: Final = _plural(
    "author chair collection-editor compiler composer container-author contributor curator director"
    " editor editorial-director executive-producer guest host illustrator interviewer narrator"
    " organizer original-author performer producer recipient reviewed-author script-writer"
    " series-creator translator"
)
"""The 26 name variables. (`editor-translator` is made by styles, not stored.)"""

DATE_VARIABLES: Final = (
    *_same("date", "accessed available-date issued original-date submitted"),
    Variable("event-date", "date", "event.date"),
)

NUMBER_VARIABLES: Final = _same(
    "number",
    "chapter-number collection-number edition issue number number-of-pages number-of-volumes page"
    " part-number printing-number section supplement-number version volume",
)

TEXT_VARIABLES: Final = (
    *_same(
        "text",
        "abstract annote archive archive_collection archive_location archive-place authority"
        " call-number collection-title dimensions division genre jurisdiction license medium note"
        " original-publisher original-publisher-place original-title part-title publisher"
        " publisher-place references reviewed-genre reviewed-title scale source status title"
        " title-short volume-title",
    ),
    Variable("container-title", "text", "venue.title"),
    Variable("container-title-short", "text", "venue.title_short"),
    Variable("event-title", "text", "event.title"),
    Variable("event-place", "text", "event.place"),
)

IDENTIFIER_VARIABLES: Final = (
    Variable("DOI", "identifier", "doi"),
    Variable("ISBN", "identifier", "isbn"),
    Variable("ISSN", "identifier", "issn"),
    Variable("PMCID", "identifier", "pmcid"),
    Variable("PMID", "identifier", "pmid"),
    Variable("URL", "identifier", "url"),
)

VARIABLES: Final = (
    *NAME_VARIABLES,
    *DATE_VARIABLES,
    *NUMBER_VARIABLES,
    *TEXT_VARIABLES,
    *IDENTIFIER_VARIABLES,
    Variable("keyword", "plain", "keywords"),
    Variable("language", "plain", "language"),
)
"""All rows, names first."""

BY_CSL_NAME: Final = MappingProxyType({row.csl: row for row in VARIABLES})
"""Each row under its CSL name."""
