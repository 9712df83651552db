"""Identifiers: read from what people paste, checked, normalised, linked, found in free text.

Every ``normalise_…`` takes text and gives the canonical form as text, or raises
`IdentifierError`; every ``…_link`` takes the canonical form.
"""

from citekit.exports import lazily

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from citekit.parsing.identifiers.arxiv import (
        ArxivParts,
        arxiv_doi,
        arxiv_link,
        doi_arxiv,
        find_arxiv,
        normalise_arxiv,
        parse_arxiv,
    )
    from citekit.parsing.identifiers.check_digits import (
        hyphenate_isbn,
        isbn10_to_13,
        isbn13_to_10,
        isbn_urn,
        issn_link,
        normalise_isbn,
        normalise_issn,
        normalise_orcid,
        orcid_link,
    )
    from citekit.parsing.identifiers.doi import doi_key, doi_link, find_doi, normalise_doi
    from citekit.parsing.identifiers.find import FoundIdentifier, IdentifierKind, find_identifiers
    from citekit.parsing.identifiers.pubmed import (
        normalise_pmcid,
        normalise_pmid,
        pmcid_link,
        pmid_link,
    )
    from citekit.parsing.identifiers.urls import normalise_url

__all__ = [
    "ArxivParts",
    "FoundIdentifier",
    "IdentifierKind",
    "arxiv_doi",
    "arxiv_link",
    "doi_arxiv",
    "doi_key",
    "doi_link",
    "find_arxiv",
    "find_doi",
    "find_identifiers",
    "hyphenate_isbn",
    "isbn10_to_13",
    "isbn13_to_10",
    "isbn_urn",
    "issn_link",
    "normalise_arxiv",
    "normalise_doi",
    "normalise_isbn",
    "normalise_issn",
    "normalise_orcid",
    "normalise_pmcid",
    "normalise_pmid",
    "normalise_url",
    "orcid_link",
    "parse_arxiv",
    "pmcid_link",
    "pmid_link",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "arxiv": (
                "ArxivParts arxiv_doi arxiv_link doi_arxiv find_arxiv normalise_arxiv parse_arxiv"
            ),
            "check_digits": (
                "hyphenate_isbn isbn10_to_13 isbn13_to_10 isbn_urn issn_link "
                "normalise_isbn normalise_issn normalise_orcid orcid_link"
            ),
            "doi": "doi_key doi_link find_doi normalise_doi",
            "find": "FoundIdentifier IdentifierKind find_identifiers",
            "pubmed": "normalise_pmcid normalise_pmid pmcid_link pmid_link",
            "urls": "normalise_url",
        },
    )
