"""Every variable of CSL 1.0.2 (appendix IV) and where a `Work` keeps it.

One row a variable: the CSL name, its kind, and the path of the attribute that holds it. The rows
are read in both directions: reading CSL-JSON, writing it, and preparing a work for a CSL style.
They follow from the rows of `tables.fields`; what the venue and the event keep stands here.

Variables that only a citation or a whole document gives (`citation-number`, `locator`,
`first-reference-note-number`, `year-suffix`, `page-first`) have no place in a work.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from citekit.tables.fields import FIELDS

Kind = Literal["text", "number", "names", "date", "identifier", "plain"]


class Variable(NamedTuple):
    """One CSL variable: its name, what it holds, and the attribute of `Work` that keeps it."""

    csl: str
    kind: Kind
    path: str


_KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "text": "text",
        "publisher": "text",
        "number": "number",
        "names": "names",
        "date": "date",
        **dict.fromkeys(("doi", "isbn", "issn", "pmid", "pmcid", "url"), "identifier"),
        **dict.fromkeys(("keywords", "line"), "plain"),
    }
)
"""What CSL's variables are, by the kinds of our fields."""

_ROWS: Final = (
    *(Variable(row.csl, _KINDS[row.kind], row.name) for row in FIELDS if row.csl),
    Variable("event-date", "date", "event.date"),
    Variable("container-title", "text", "venue.title"),
    Variable("container-title-short", "text", "venue.title_short"),
    Variable("event-title", "text", "event.title"),
    Variable("event-place", "text", "event.place"),
)


def _of(kind: Kind) -> tuple[Variable, ...]:
    return tuple(row for row in _ROWS if row.kind == kind)


NAME_VARIABLES: Final = _of("names")
"""The 26 name variables. (`editor-translator` is made by styles, not stored.)"""

DATE_VARIABLES: Final = _of("date")
NUMBER_VARIABLES: Final = _of("number")
IDENTIFIER_VARIABLES: Final = _of("identifier")

VARIABLES: Final = (
    *NAME_VARIABLES,
    *DATE_VARIABLES,
    *NUMBER_VARIABLES,
    *_of("text"),
    *IDENTIFIER_VARIABLES,
    *_of("plain"),
)
"""All rows, names first: the order in which an item of CSL-JSON is written."""

BY_CSL_NAME: Final = MappingProxyType({row.csl: row for row in VARIABLES})
"""Each row under its CSL name."""
