"""What follows from a record by a public rule, though the record does not say it.

Whatever is derived comes with the diagnostic that says so, so that every style and format says it
in the same words.
"""

from __future__ import annotations

from citekit.errors import Diagnostic
from citekit.model.identifiers import DOI, URL
from citekit.model.work import Work

__all__ = ["effective_doi", "effective_url"]


def effective_doi(work: Work) -> tuple[DOI | None, Diagnostic | None]:
    """Give the DOI of a work, and the diagnostic `doi-derived` where it was derived.

    arXiv registers a DOI for each of its e-prints: 10.48550/arXiv. and the id without its version
    (arXiv, "arXiv identifiers and DOIs"). A work that was published elsewhere may have that
    version's own DOI, so one is derived for preprints only.

    >>> doi, derived = effective_doi(Work(type="preprint", arxiv="2302.13971"))
    >>> print(doi, derived, sep="; ")
    10.48550/arXiv.2302.13971; info: doi: 10.48550/arXiv.2302.13971 follows from the arXiv id
    """
    if work.doi is not None or work.arxiv is None or work.type != "preprint":
        return work.doi, None
    from citekit.parsing.identifiers.arxiv import arxiv_doi

    doi = DOI(arxiv_doi(work.arxiv.id))
    return doi, _derived(work, "doi", doi)


def effective_url(work: Work) -> tuple[URL | None, Diagnostic | None]:
    """Give the URL of a work, and the diagnostic `url-derived` where it was derived.

    Every e-print has its page at arxiv.org/abs/ (arXiv, "Understanding the arXiv identifier").

    >>> url, derived = effective_url(Work(arxiv="2302.13971"))
    >>> print(url, derived, sep="; ")
    https://arxiv.org/abs/2302.13971; info: url: https://arxiv.org/abs/2302.13971 follows ...
    """
    if work.url is not None or work.arxiv is None:
        return work.url, None
    url = URL(work.arxiv.link)
    return url, _derived(work, "url", url)


def _derived(work: Work, field: str, value: DOI | URL) -> Diagnostic:
    return Diagnostic(
        severity="info",
        code=f"{field}-derived",
        message=f"{value} follows from the arXiv id",
        field=field,
        work=work.id or str(work.title) or None,
    )
