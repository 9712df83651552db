"""DOIs: read from every form that people give, compared without case, linked.

Sources: ISO 26324 and the DOI Handbook (doi.org), chapter "Numbering": a prefix of "10." and
a registrant code, a slash, and a suffix of any printable characters; ASCII letters are compared
without case; in a URL, special characters are percent-encoded.
"""

from __future__ import annotations

import re

from citekit.parsing.identifiers.cleaning import clean, cut_punctuation, fail, is_unsafe
from citekit.speed.lazy import lazy
from citekit.text.percent import percent_encode

__all__ = ["DOI_PATTERN", "doi_key", "doi_link", "find_doi", "normalise_doi"]

_HINT = "a DOI looks like 10.1000/182"
_URL = lazy(r"(?:https?:/{1,2})?(?:dx\.|www\.)?doi\.org/+(?:doi:)?", re.IGNORECASE)
_LABEL = lazy(r"(?:info:doi/|urn:doi:|doi:?)\s*", re.IGNORECASE)
_DOI = lazy(r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,8}/\S+")
DOI_PATTERN = lazy(
    r"(?<![\w./])(?:(?P<url>(?:https?://)?(?:dx\.|www\.)?doi\.org/)|doi:\s?)?"
    r"(?P<doi>10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,8}/(?:[^\s\"<]|<(?=[0-9])){1,1000})",
    re.IGNORECASE,
)
"""A DOI in free text, with or without its label or the address of the resolver."""
_LINK_SAFE = "/:;()@!$&'*,=~-._"


def normalise_doi(text: str) -> str:
    """Reduce a DOI to its name, without label or resolver.

    Args:
        text: ``10.1000/182``, ``doi:10.1000/182``, ``https://doi.org/10.1000/182`` (or http,
            dx.doi.org, www.doi.org, info:doi/). In URLs percent-encoding is undone, and a query
            or fragment is dropped, as it speaks to the resolver and is no part of the name.

    Returns:
        The name with its letters as they were given: compare with `doi_key`.

    Raises:
        IdentifierError: When this is no DOI.

    >>> normalise_doi("https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID%3E3.0.CO;2-O")
    '10.1002/(SICI)1097-4571(199806)49:8<693::AID>3.0.CO;2-O'
    >>> normalise_doi("doi: 10.48550/arXiv.2302.13971.")
    '10.48550/arXiv.2302.13971'
    """
    tidy = clean(text, "DOI", _HINT)
    label = _LABEL.match(tidy)
    rest = tidy[label.end() :] if label else tidy
    url = _URL.match(tidy) or _URL.match(rest)
    name = _from_url(url.string[url.end() :], text) if url else rest
    name = cut_punctuation(name)
    if not _DOI.fullmatch(name):
        raise fail("DOI", _problem(name), text, _HINT)
    return name


def _problem(name: str) -> str:
    """Say which part is missing."""
    if re.fullmatch(r"10/\S+", name):
        return "it is a short DOI, which only the resolver can expand"
    if not name.startswith("10."):
        return "it does not begin with 10."
    if "/" not in name:
        return "it has no slash"
    if re.search(r"\s", name):
        return "it has a space in it"
    return "its prefix is not 10. and 4 to 9 digits, or its suffix is empty"


def _from_url(path: str, source: str) -> str:
    """Undo the percent-encoding of the path of a URL."""
    path = re.split(r"[?#]", path, maxsplit=1)[0]
    from urllib.parse import unquote

    try:
        name = unquote(path, errors="strict")
    except UnicodeDecodeError:
        raise fail("DOI", "its percent-encoding is not UTF-8", source, _HINT) from None
    if any(map(is_unsafe, name)):
        raise fail("DOI", "it has control or invisible characters", source, _HINT)
    return name


def doi_key(doi: str) -> str:
    """Give the form by which two DOIs are compared: ASCII letters in lower case.

    >>> doi_key("10.48550/arXiv.2302.13971") == doi_key("10.48550/ARXIV.2302.13971")
    True
    """
    return "".join(c.lower() if c.isascii() else c for c in doi)


def doi_link(doi: str) -> str:
    """Give the canonical link of a DOI, percent-encoded where a URL needs it.

    Args:
        doi: A name, as `normalise_doi` gives it.

    >>> doi_link("10.1002/1097-4571(199806)49:8<693::AID>3.0.CO;2-O")
    'https://doi.org/10.1002/1097-4571(199806)49:8%3C693::AID%3E3.0.CO;2-O'
    """
    return "https://doi.org/" + percent_encode(doi, safe=_LINK_SAFE)


def find_doi(text: str) -> str | None:
    """Find the first DOI in free text.

    >>> find_doi("See Smith (doi:10.1000/182), p. 3.")
    '10.1000/182'
    >>> find_doi("no DOI here") is None
    True
    """
    for match in DOI_PATTERN.finditer(text):
        found = doi_of(match)
        if found is not None:
            return found
    return None


def doi_of(match: re.Match[str]) -> str | None:
    """Give the DOI of a match of `DOI_PATTERN`, or None when it is none after all."""
    from_url = match["url"] is not None
    try:
        return normalise_doi(("https://doi.org/" if from_url else "") + match["doi"])
    except ValueError:
        return None
