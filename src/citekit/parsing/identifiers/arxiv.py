"""arXiv identifiers, old and new, with version and subject class, and their DOIs.

Sources: arXiv, "Understanding the arXiv identifier" (info.arxiv.org/help/arxiv_identifier):
``YYMM.NNNN`` from April 2007, ``YYMM.NNNNN`` from January 2015, ``archive.CL/YYMMNNN`` before,
all with an optional ``vN``; arXiv and DataCite: every paper has the DOI
``10.48550/arXiv.<identifier without version>``.
"""

from __future__ import annotations

import re

from attrs import frozen

from citekit.errors import IdentifierError
from citekit.parsing.identifiers.cleaning import clean, cut_punctuation, fail
from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.tables.arxiv import CURRENT_ARCHIVES, OLD_ARCHIVES

__all__ = [
    "ARXIV_PATTERN",
    "ArxivParts",
    "arxiv_doi",
    "arxiv_link",
    "doi_arxiv",
    "find_arxiv",
    "normalise_arxiv",
    "parse_arxiv",
]

_HINT = "an arXiv identifier looks like 2302.13971, 2302.13971v1 or hep-th/9901001"
_LEAD = (
    r"(?:(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|format|ps|src|e-print)/"
    r"|(?:https?://)?(?:dx\.|www\.)?(?:doi\.org/|doi:\s?)?10\.48550/arxiv\."
    r"|oai:arxiv\.org:|arxiv(?:\.org)?(?:\s?[:/]\s?|\s))"
)
_NEW = r"[0-9]{4}\.[0-9]{4,5}"
_OLD = r"[a-z]{1,8}(?:-[a-z]{2,4})?(?:\.[a-z]{2,5}-[a-z]{2,4}|\.[a-z]{2})?/[0-9]{7}"
_CLASS = r"[a-z]{1,8}(?:-[a-z]{2,4})?(?:\.[a-z]{2}|\.[a-z]{2,5}-[a-z]{2,4})?"
_BODY = (
    rf"(?P<id>{_NEW}|{_OLD})(?:v(?P<version>[0-9]{{1,4}}))?(?!v?[0-9])"
    rf"(?:\.pdf)?(?:\s?\[(?P<class>{_CLASS})\])?"
)
_STAMP = r"(?:\s[0-9]{1,2} [a-z]{3} [0-9]{4})?"
_ARXIV = lazy(f"(?:{_LEAD})?{_BODY}{_STAMP}", re.IGNORECASE)
_DOI = lazy(rf"10\.48550/arxiv\.(?P<id>{_NEW}|{_OLD})(?:v[0-9]{{1,4}})?", re.IGNORECASE)
ARXIV_PATTERN = lazy(rf"(?<![\w./]){_LEAD}{_BODY}", re.IGNORECASE)
"""An arXiv identifier in free text: with a label or an address, as bare numbers mean much."""


@frozen
@shared_repr
class ArxivParts:
    """An arXiv identifier taken apart.

    Args:
        id: The identifier without version, such as ``2302.13971`` or ``math/0309136``.
        version: The version, or None for the newest.
        primary_class: The subject class where the text names it: ``cs.CL``; else "".
    """

    id: str
    version: int | None = None
    primary_class: str = ""

    def __str__(self) -> str:
        return self.id if self.version is None else f"{self.id}v{self.version}"


def parse_arxiv(text: str) -> ArxivParts:
    """Take an arXiv identifier apart.

    Args:
        text: The identifier alone, with ``arXiv:`` before it, with its class in brackets after
            it, as an address (abs, pdf, html …) or as its DOI.

    Returns:
        Its parts. The class of an old identifier (``math.GT/0309136``) becomes `primary_class`,
        as arXiv resolves the identifier without it.

    Raises:
        IdentifierError: When this is no arXiv identifier, or none can have that month.

    >>> parse_arxiv("arXiv:2302.13971v1 [cs.CL]")
    ArxivParts(id='2302.13971', version=1, primary_class='cs.CL')
    >>> parse_arxiv("math.GT/0309136")
    ArxivParts(id='math/0309136', version=None, primary_class='math.GT')
    """
    tidy = cut_punctuation(re.sub(r"\s+", " ", clean(text, "arXiv identifier", _HINT)))
    tidy = re.split(r"[?#]", tidy, maxsplit=1)[0] if "arxiv.org/" in tidy.lower() else tidy
    match = _ARXIV.fullmatch(tidy)
    if match is None:
        raise fail("arXiv identifier", "it has not the shape of one", text, _HINT)
    return _parts(match, text)


def _parts(match: re.Match[str], source: str) -> ArxivParts:
    """Check the parts of a match."""
    version = match["version"]
    if version is not None and version.startswith("0"):
        raise fail("arXiv identifier", "versions begin with v1", source, _HINT)
    identifier, old_class = _checked_id(match["id"], source)
    stated = _subject_class(match["class"], source) if match["class"] else old_class
    return ArxivParts(identifier, None if version is None else int(version), stated)


def _checked_id(text: str, source: str) -> tuple[str, str]:
    """Check an identifier; give it without class, and the class."""
    if "/" in text:
        return _checked_old(text.lower(), source)
    year, number = text[:2], text.partition(".")[2]
    _check_month(text[2:4], text[:4] >= "0704", source)
    wanted = 5 if year >= "15" else 4
    if len(number) != wanted:
        problem = f"in 20{year} the number after the point has {wanted} digits"
        raise fail("arXiv identifier", problem, source, _HINT)
    return text, ""


def _checked_old(text: str, source: str) -> tuple[str, str]:
    """Check an identifier of the form archive/YYMMNNN."""
    place, number = text.split("/")
    archive, _, subject = place.partition(".")
    if archive not in OLD_ARCHIVES:
        raise fail("arXiv identifier", f"there is no archive '{archive}'", source, _HINT)
    _check_month(number[2:4], number[:4] <= "0703" or number[:4] >= "9107", source)
    return f"{archive}/{number}", _subject_class(place, source) if subject else ""


def _check_month(month: str, in_use: bool, source: str) -> None:
    """Check that there is such a month, and that identifiers had this form then."""
    if not "01" <= month <= "12":
        raise fail("arXiv identifier", f"there is no month {month}", source, _HINT)
    if not in_use:
        hint = "archive/YYMMNNN was given from 9107 to 0703, YYMM.NNNN since 0704"
        raise fail("arXiv identifier", "its form was not in use in that month", source, hint)


def _subject_class(text: str, source: str) -> str:
    """Write a subject class as arXiv does: cs.CL, physics.acc-ph."""
    archive, _, subject = text.lower().partition(".")
    if archive not in CURRENT_ARCHIVES:
        raise fail("arXiv identifier", f"there is no subject class '{text}'", source, _HINT)
    if not subject:
        return archive
    return f"{archive}.{subject if len(subject) > 2 else subject.upper()}"


def normalise_arxiv(text: str) -> str:
    """Reduce an arXiv identifier to itself, with its version where it has one.

    Raises:
        IdentifierError: When this is no arXiv identifier.

    >>> normalise_arxiv("https://arxiv.org/pdf/2302.13971v1.pdf")
    '2302.13971v1'
    """
    return str(parse_arxiv(text))


def arxiv_link(identifier: str) -> str:
    """Give the canonical link of an identifier, as `normalise_arxiv` gives it.

    >>> arxiv_link("2302.13971")
    'https://arxiv.org/abs/2302.13971'
    """
    return f"https://arxiv.org/abs/{identifier}"


def arxiv_doi(identifier: str) -> str:
    """Give the DOI that arXiv registers for a paper; it stands for all versions.

    Args:
        identifier: An arXiv identifier in any form that `parse_arxiv` reads.

    Raises:
        IdentifierError: When this is no arXiv identifier.

    >>> arxiv_doi("2302.13971v1")
    '10.48550/arXiv.2302.13971'
    """
    return f"10.48550/arXiv.{parse_arxiv(identifier).id}"


def doi_arxiv(doi: str) -> str | None:
    """Give the arXiv identifier that a DOI was made from, or None for all other DOIs.

    >>> doi_arxiv("10.48550/ARXIV.2302.13971"), doi_arxiv("10.1000/182")
    ('2302.13971', None)
    """
    match = _DOI.fullmatch(doi)
    if match is None:
        return None
    try:
        return _checked_id(match["id"], doi)[0]
    except IdentifierError:
        return None


def find_arxiv(text: str) -> ArxivParts | None:
    """Find the first arXiv identifier in free text; bare numbers do not count.

    >>> find_arxiv("arXiv preprint (arXiv:2302.13971)")
    ArxivParts(id='2302.13971', version=None, primary_class='')
    >>> find_arxiv("It cost 2302.13971 dollars") is None
    True
    """
    for match in ARXIV_PATTERN.finditer(text):
        found = arxiv_of(match)
        if found is not None:
            return found
    return None


def arxiv_of(match: re.Match[str]) -> ArxivParts | None:
    """Give the parts of a match of `ARXIV_PATTERN`, or None when it is none after all."""
    try:
        return _parts(match, match[0])
    except IdentifierError:
        return None
