"""Which field of a work is meant by a name that is none."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from citekit.tables.bibtex import FIELDS as BIBTEX_FIELDS
from citekit.tables.fields import FIELDS, OTHER_NAMES
from citekit.tables.variables import VARIABLES

__all__ = ["field_meant"]


def field_meant(name: str) -> str:
    """Give the field, or the part of the venue or the event, that a name stands for.

    Args:
        name: What somebody calls a field: in CSL, in BibTeX, in another case or number.

    Returns:
        The path of the field, or "" where the name means nothing.

    >>> [field_meant(name) for name in ("DOI", "author", "Journal", "container-title-short")]
    ['doi', 'authors', 'venue', 'venue.title_short']
    """
    plain = _plain(name)
    known = _names()
    for form in (plain, f"{plain}s", plain.removesuffix("s")):
        if form in known:
            return known[form]
    return ""


_WHOLE: Final = MappingProxyType(
    {
        "venue.title": "venue",
        "event.title": "event",
        **dict.fromkeys(("arxiv.value", "arxiv.archive", "arxiv.primary_class"), "arxiv"),
    }
)
"""Parts that the constructor takes for the whole."""


def _plain(name: str) -> str:
    """Take case and marks between words off: `journalAbbreviation` is `journal_abbreviation`."""
    return name.replace("-", "").replace("_", "").replace(" ", "").casefold()


@functools.cache
def _names() -> Mapping[str, str]:
    """Give all names; of two meanings our own counts, then that of the table, then CSL's."""
    bibtex = {
        name: row.path for row in reversed(BIBTEX_FIELDS) for name in (row.biblatex, row.bibtex)
    }
    csl = {row.csl: row.path for row in VARIABLES}
    own = {row.name: row.name for row in FIELDS}
    known: dict[str, str] = {}
    for names in (bibtex, csl, OTHER_NAMES, own):
        known.update({_plain(name): path for name, path in names.items()})
    return {name: _WHOLE.get(path, path) for name, path in known.items()}
