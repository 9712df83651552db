"""The last element: a DOI or URL, as a link without a full stop (APA 7, 9.34 to 9.36)."""

from __future__ import annotations

from citekit.model.dates import PartialDate
from citekit.model.derive import effective_doi, effective_url
from citekit.model.work import Work
from citekit.styles.apa.dates import long_date
from citekit.text.nodes import EMPTY, Link, RichText

__all__ = ["link_element", "link_is_derived"]

_EPRINTS = frozenset("preprint article manuscript document report".split())


def _address(work: Work) -> tuple[str, str]:
    """Give the address, and what it was derived from where the record does not state it."""
    doi, derived = effective_doi(work)
    if doi is not None:
        return doi.link, "doi" if derived else ""
    if work.url is None and work.type not in _EPRINTS:
        return "", ""
    url, derived = effective_url(work)
    return (url.value, "url" if derived else "") if url is not None else ("", "")


def link_is_derived(work: Work) -> str:
    """Give the field ("doi", "url") that was derived from another; "" where none was."""
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
