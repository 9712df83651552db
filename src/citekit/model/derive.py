"""What follows from a record by a public rule, though the record does not say it."""

from __future__ import annotations

from citekit.model.identifiers import DOI, URL
from citekit.model.work import Work
from citekit.parsing.identifiers import arxiv_doi

__all__ = ["effective_doi", "effective_url"]


def effective_doi(work: Work) -> tuple[DOI | None, bool]:
    """Give the DOI of a work, and whether it was derived.

    arXiv registers a DOI for each of its e-prints: 10.48550/arXiv. and the id without its version
    (arXiv, "arXiv identifiers and DOIs"). A work that was published elsewhere may have that
    version's own DOI, so one is derived for preprints only.

    >>> effective_doi(Work(type="preprint", arxiv="2302.13971"))
    (DOI('10.48550/arXiv.2302.13971'), True)
    """
    if work.doi is not None or work.arxiv is None or work.type != "preprint":
        return work.doi, False
    return DOI(arxiv_doi(work.arxiv.id)), True


def effective_url(work: Work) -> tuple[URL | None, bool]:
    """Give the URL of a work, and whether it was derived from its arXiv id.

    >>> effective_url(Work(arxiv="2302.13971"))
    (URL('https://arxiv.org/abs/2302.13971'), True)
    """
    if work.url is not None or work.arxiv is None:
        return work.url, False
    return URL(work.arxiv.link), True
