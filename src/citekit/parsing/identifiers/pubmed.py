"""Identifiers of PubMed and PubMed Central."""

from __future__ import annotations

import re

from citekit.parsing.identifiers.cleaning import clean, fail
from citekit.speed.lazy import lazy

__all__ = ["normalise_pmcid", "normalise_pmid", "pmcid_link", "pmid_link"]

_PMID_HINT = "a PMID is a number of at most 8 digits, such as 23193287"
_PMCID_HINT = "a PMCID looks like PMC3531190"
_PMID = lazy(
    r"(?:(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/)"
    r"|pmid:?\s*)?(?P<id>[1-9][0-9]{0,7})/?",
    re.IGNORECASE,
)
_PMCID = lazy(
    r"(?:(?:https?://)?(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/"
    r"|pmcid:?\s*)?(?:PMC)?(?P<id>[1-9][0-9]{0,8}(?:\.[1-9][0-9]?)?)/?",
    re.IGNORECASE,
)


def normalise_pmid(text: str) -> str:
    """Reduce a PubMed identifier to its number.

    Args:
        text: The number, with or without "PMID:" or the address of PubMed.

    Raises:
        IdentifierError: When this is no PMID.

    >>> normalise_pmid("PMID: 23193287"), normalise_pmid("https://pubmed.ncbi.nlm.nih.gov/1/")
    ('23193287', '1')
    """
    match = _PMID.fullmatch(clean(text, "PMID", _PMID_HINT))
    if match is None:
        raise fail("PMID", "it is no number of 1 to 8 digits", text, _PMID_HINT)
    return match["id"]


def pmid_link(pmid: str) -> str:
    """Give the canonical link of a normalised PMID.

    >>> pmid_link("23193287")
    'https://pubmed.ncbi.nlm.nih.gov/23193287/'
    """
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"


def normalise_pmcid(text: str) -> str:
    """Reduce a PubMed Central identifier to PMC and its number.

    Args:
        text: The identifier with or without "PMC", "PMCID:" or the address of PubMed Central;
            a version (PMC3531190.1) is kept.

    Raises:
        IdentifierError: When this is no PMCID.

    >>> normalise_pmcid("PMCID: pmc3531190")
    'PMC3531190'
    """
    match = _PMCID.fullmatch(clean(text, "PMCID", _PMCID_HINT))
    if match is None:
        raise fail("PMCID", "it is not PMC and a number", text, _PMCID_HINT)
    return f"PMC{match['id']}"


def pmcid_link(pmcid: str) -> str:
    """Give the canonical link of a normalised PMCID.

    >>> pmcid_link("PMC3531190")
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/'
    """
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/"
