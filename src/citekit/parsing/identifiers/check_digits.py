"""Identifiers with a check digit: ISBN, ISSN, ORCID.

Sources: ISO 2108 (ISBN; check digit modulo 11 for ten digits, modulo 10 for thirteen), with the
ranges of the International ISBN Agency; ISO 3297 (ISSN, modulo 11); ISO 27729 and ORCID, "Structure
of the ORCID Identifier" (ISO 7064 MOD 11-2).
"""

from __future__ import annotations

import re

from citekit.parsing.identifiers.cleaning import clean, fail
from citekit.speed.lazy import lazy
from citekit.tables.isbn import REGISTRANTS

__all__ = [
    "hyphenate_isbn",
    "isbn10_to_13",
    "isbn13_to_10",
    "isbn_as_written",
    "isbn_urn",
    "issn_link",
    "normalise_isbn",
    "normalise_issn",
    "normalise_orcid",
    "orcid_link",
]

_GAPS = lazy(r"[\s\-\u00ad\u2010-\u2015\u2212]+")
_ISBN_LABEL = lazy(r"(?:urn:isbn:|(?:e-?|p-?)?isbn(?:[- ]?1[03](?![0-9]))?:?)\s*", re.I)
_ISSN_LABEL = lazy(
    r"(?:https?://portal\.issn\.org/resource/issn/|urn:issn:|(?:e-?|p-?)?issn(?:-l)?:?)\s*", re.I
)
_ORCID_LABEL = lazy(r"(?:(?:https?://)?(?:www\.)?orcid\.org/|orcid(?: id)?:?\s*)", re.I)
_ISBN_HINT = "an ISBN looks like 978-3-16-148410-0 or 0-306-40615-2"
_ISSN_HINT = "an ISSN looks like 0028-0836"
_ORCID_HINT = "an ORCID iD looks like 0000-0002-1825-0097"


def _characters(text: str, label: re.Pattern[str], kind: str, hint: str) -> str:
    """Take the label, hyphens and spaces out."""
    return _GAPS.sub("", _without_label(text, label, kind, hint)).upper()


def _without_label(text: str, label: re.Pattern[str], kind: str, hint: str) -> str:
    tidy = clean(text, kind, hint, allowed="\u00ad")
    found = label.match(tidy)
    return tidy[found.end() :] if found else tidy


def _check(body: str, right: str, kind: str, source: str) -> None:
    """Raise when the last character is not the right check digit."""
    if body[-1] != right:
        problem = f"its check digit is {body[-1]}, but should be {right}"
        raise fail(kind, problem, source, "look for a wrong or swapped digit")


def _modulo_11(digits: str) -> str:
    """Give the check digit of an ISBN-10 or ISSN: weights count down to 2."""
    weighted = sum(int(d) * w for d, w in zip(digits, range(len(digits) + 1, 1, -1), strict=True))
    return "0123456789X"[-weighted % 11]


def _modulo_10(digits: str) -> str:
    """Give the check digit of an ISBN-13: weights 1 and 3 in turn."""
    return str(-sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(digits)) % 10)


def _modulo_11_2(digits: str) -> str:
    """Give the check character of an ORCID iD (ISO 7064 MOD 11-2)."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % 11
    return "0123456789X"[(12 - total) % 11]


def normalise_isbn(text: str) -> str:
    """Reduce an ISBN to its thirteen digits.

    Args:
        text: An ISBN-10 or ISBN-13, with or without hyphens, spaces and the word ISBN.

    Returns:
        Thirteen digits; an ISBN-10 is converted, so that both forms compare equal.

    Raises:
        IdentifierError: When this is no ISBN, or its check digit is wrong.

    >>> normalise_isbn("ISBN 0-306-40615-2")
    '9780306406157'
    """
    body = _characters(text, _ISBN_LABEL, "ISBN", _ISBN_HINT)
    if re.fullmatch(r"[0-9]{9}[0-9X]", body):
        _check(body, _modulo_11(body[:9]), "ISBN", text)
        return isbn10_to_13(body)
    if not re.fullmatch(r"[0-9]{13}", body):
        raise fail("ISBN", "it has not 10 or 13 digits", text, _ISBN_HINT)
    if body[:3] not in ("978", "979") or body.startswith("9790"):
        raise fail("ISBN", "thirteen digits begin with 978 or 979-1 to 979-9", text, _ISBN_HINT)
    _check(body, _modulo_10(body[:12]), "ISBN", text)
    return body


def isbn_as_written(text: str) -> str:
    """Give a right ISBN as it was written, without the word ISBN.

    >>> isbn_as_written("ISBN: 0-306-40615-2")
    '0-306-40615-2'
    """
    written = _without_label(text, _ISBN_LABEL, "ISBN", _ISBN_HINT)
    return " ".join(written.replace("\u00ad", "").split())


def isbn10_to_13(isbn: str) -> str:
    """Convert the ten characters of a right ISBN-10 to ISBN-13.

    >>> isbn10_to_13("080442957X")
    '9780804429573'
    """
    body = "978" + isbn[:9]
    return body + _modulo_10(body)


def isbn13_to_10(isbn: str) -> str | None:
    """Convert a normalised ISBN-13 to ISBN-10; None for 979, which has no ten-digit form.

    >>> isbn13_to_10("9780804429573"), isbn13_to_10("9791034304684")
    ('080442957X', None)
    """
    if not isbn.startswith("978"):
        return None
    return isbn[3:12] + _modulo_11(isbn[3:12])


def hyphenate_isbn(isbn: str) -> str:
    """Part the digits of a normalised ISBN with hyphens.

    The parts are prefix, registration group, registrant, publication and check digit (ISO 2108).

    Returns:
        The ISBN with hyphens; as it was, where its registrant is in no range that was known when
        the table was made.

    >>> hyphenate_isbn("9780306406157"), hyphenate_isbn("9783847410171")
    ('978-0-306-40615-7', '978-3-8474-1017-1')
    """
    prefix, body, check = isbn[:3], isbn[3:12], isbn[12:]
    for length in range(1, 6):
        group = f"{prefix}-{body[:length]}"
        if group in REGISTRANTS:
            registrant = _registrant(REGISTRANTS[group], body[length:])
            if registrant:
                return "-".join((group, registrant, body[length + len(registrant) :], check))
    return isbn


def _registrant(ranges: str, digits: str) -> str:
    """Give the registrant element with which *digits* begin, "" if there is none."""
    for each in ranges.split():
        first, _, last = each.partition("-")
        start = digits[: len(first)]
        if first <= start <= (last or first):
            return start
    return ""


def isbn_urn(isbn: str) -> str:
    """Give the URN of a normalised ISBN (RFC 8254); ISBNs have no official web link.

    >>> isbn_urn("9780306406157")
    'urn:isbn:9780306406157'
    """
    return f"urn:isbn:{isbn}"


def normalise_issn(text: str) -> str:
    """Reduce an ISSN to the form NNNN-NNNC.

    Raises:
        IdentifierError: When this is no ISSN, or its check digit is wrong.

    >>> normalise_issn("ISSN 2434561x")
    '2434-561X'
    """
    body = _characters(text, _ISSN_LABEL, "ISSN", _ISSN_HINT)
    if not re.fullmatch(r"[0-9]{7}[0-9X]", body):
        raise fail("ISSN", "it has not 8 digits", text, _ISSN_HINT)
    _check(body, _modulo_11(body[:7]), "ISSN", text)
    return f"{body[:4]}-{body[4:]}"


def issn_link(issn: str) -> str:
    """Give the canonical link of a normalised ISSN, at the ISSN International Centre.

    >>> issn_link("0028-0836")
    'https://portal.issn.org/resource/ISSN/0028-0836'
    """
    return f"https://portal.issn.org/resource/ISSN/{issn}"


def normalise_orcid(text: str) -> str:
    """Reduce an ORCID iD to its sixteen characters in groups of four.

    Args:
        text: The iD, with or without hyphens, or its address.

    Raises:
        IdentifierError: When this is no ORCID iD, or its check digit is wrong.

    >>> normalise_orcid("https://orcid.org/0000-0002-1694-233X")
    '0000-0002-1694-233X'
    """
    body = _characters(text, _ORCID_LABEL, "ORCID iD", _ORCID_HINT).removesuffix("/")
    if not re.fullmatch(r"[0-9]{15}[0-9X]", body):
        raise fail("ORCID iD", "it has not 16 digits", text, _ORCID_HINT)
    _check(body, _modulo_11_2(body[:15]), "ORCID iD", text)
    return "-".join(body[at : at + 4] for at in range(0, 16, 4))


def orcid_link(orcid: str) -> str:
    """Give the canonical link of a normalised ORCID iD.

    >>> orcid_link("0000-0002-1825-0097")
    'https://orcid.org/0000-0002-1825-0097'
    """
    return f"https://orcid.org/{orcid}"
