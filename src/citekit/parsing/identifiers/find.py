"""Identifiers found in free text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from attrs import frozen

from citekit.errors import IdentifierError
from citekit.parsing.identifiers.arxiv import (
    ARXIV_PATTERN,
    arxiv_of,
)
from citekit.parsing.identifiers.check_digits import (
    normalise_isbn,
    normalise_issn,
    normalise_orcid,
)
from citekit.parsing.identifiers.cleaning import cut_punctuation
from citekit.parsing.identifiers.doi import (
    DOI_PATTERN,
    doi_of,
)
from citekit.parsing.identifiers.pubmed import (
    normalise_pmcid,
    normalise_pmid,
)
from citekit.parsing.identifiers.urls import normalise_url
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr

__all__ = ["FoundIdentifier", "IdentifierKind", "find_identifiers"]

IdentifierKind = Literal["doi", "arxiv", "isbn", "issn", "orcid", "pmid", "pmcid", "url"]
"""The kinds that `find_identifiers` finds."""


@frozen
@shared_repr
class FoundIdentifier:
    """An identifier in free text.

    Args:
        kind: What it is.
        value: Its canonical form.
        start: Where it begins in the text, its label or address included.
        end: Where it ends.
    """

    kind: IdentifierKind
    value: str
    start: int
    end: int


_LABELLED = lazy(
    r"(?<!\w)(?:"
    r"(?P<isbn>ISBN(?:-1[03])?:?\s?[0-9](?:[- –]?[0-9]){8,11}(?:[- –]?[0-9X])(?![0-9]))"
    r"|(?P<issn>ISSN(?:-L)?:?\s?[0-9]{4}[-–]?[0-9]{3}[0-9X](?![0-9]))"
    r"|(?P<orcid>(?:https?://)?orcid\.org/[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X](?![0-9]))"
    r"|(?P<pmid>PMID:?\s?[0-9]{1,8}(?![0-9])|(?:https?://)?pubmed\.ncbi\.nlm\.nih\.gov/[0-9]{1,8}/?)"
    r"|(?P<pmcid>(?:https?://(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/"
    r"|PMCID:?\s?)?PMC[0-9]{1,9}(?![0-9])/?)"
    r"|(?P<url>https?://[^\s<>\"]{1,8000})"
    r")",
    re.IGNORECASE,
)
_READERS: Mapping[str, tuple[IdentifierKind, Callable[[str], str]]] = MappingProxyType(
    {
        "isbn": ("isbn", normalise_isbn),
        "issn": ("issn", normalise_issn),
        "orcid": ("orcid", normalise_orcid),
        "pmid": ("pmid", normalise_pmid),
        "pmcid": ("pmcid", normalise_pmcid),
        "url": ("url", normalise_url),
    }
)


def find_identifiers(text: str) -> tuple[FoundIdentifier, ...]:
    """Find the identifiers in free text, from left to right.

    Args:
        text: Any text.

    Returns:
        Every identifier that is surely one: DOIs and addresses by their shape, the others with
        their label ("PMID: 1") or address. What overlaps an earlier or more exact one is left
        out, and so is what has a wrong check digit.

    >>> [(each.kind, each.value) for each in find_identifiers(
    ...     "arXiv preprint (arXiv:2302.13971), https://doi.org/10.1000/182; ISSN 0028-0836")]
    [('arxiv', '2302.13971'), ('doi', '10.1000/182'), ('issn', '0028-0836')]
    """
    exact = sorted([*_arxivs(text), *_dois(text), *_labelled(text)], key=_rank)
    taken: list[FoundIdentifier] = []
    for found in exact:
        if not taken or found.start >= taken[-1].end:
            taken.append(found)
    return tuple(taken)


def _rank(found: FoundIdentifier) -> tuple[int, bool]:
    """Sort by place; where an address is also something more exact, that goes first."""
    return found.start, found.kind == "url"


def _arxivs(text: str) -> Iterator[FoundIdentifier]:
    for match in ARXIV_PATTERN.finditer(text):
        parts = arxiv_of(match)
        if parts is not None:
            yield FoundIdentifier("arxiv", str(parts), match.start(), match.end())


def _dois(text: str) -> Iterator[FoundIdentifier]:
    for match in DOI_PATTERN.finditer(text):
        doi = doi_of(match)
        if doi is not None:
            end = match.start() + len(cut_punctuation(match[0]))
            yield FoundIdentifier("doi", doi, match.start(), end)


def _labelled(text: str) -> Iterator[FoundIdentifier]:
    for match in _LABELLED.finditer(text):
        kind, read = _READERS[match.lastgroup or "url"]
        found = cut_punctuation(match[0])
        try:
            value = read(found)
        except IdentifierError:
            continue
        yield FoundIdentifier(kind, value, match.start(), match.start() + len(found))
