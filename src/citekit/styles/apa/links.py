"""The last element: a DOI or URL, as a link without a full stop (APA 7, 9.34 to 9.36)."""

from __future__ import annotations

from citekit.errors import Diagnostic
from citekit.model.dates import PartialDate
from citekit.model.derive import effective_doi, effective_url
from citekit.model.work import Work
from citekit.styles.apa.dates import long_date
from citekit.text.nodes import EMPTY, Link, RichText

__all__ = ["derived_link", "link_element"]

_EPRINTS = frozenset("preprint article manuscript document report".split())


def _address(work: Work) -> tuple[str, Diagnostic | None]:
    """Give the address, and what says that it was derived where the record does not state it."""
    doi, derived = effective_doi(work)
    if doi is not None:
        return doi.link, derived
    if work.url is None and work.type not in _EPRINTS:
        return "", None
    url, derived = effective_url(work)
    return ("" if url is None else url.value), derived


def derived_link(work: Work) -> Diagnostic | None:
    """Give the diagnostic that says from what the link was derived; None where it was stated."""
    return _address(work)[1]


def link_element(work: Work) -> RichText:
    """Give the link; with the day of retrieval where the content is meant to change (9.16)."""
    address = _address(work)[0]
    if not address:
        return EMPTY
    link = RichText([Link([address], address)])
    if work.content_changes and isinstance(work.accessed, PartialDate):
        return f"Retrieved {long_date(work.accessed)}, from " + link
    return link
