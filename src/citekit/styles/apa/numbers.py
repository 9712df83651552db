"""Editions, volumes, pages and numbers, as APA words them (APA 7, sections 9.19 and 9.25)."""

from __future__ import annotations

import re

from citekit.parsing.editions import ordinal, parse_edition, says_edition
from citekit.parsing.pages import PageSpan, format_page_range, parse_pages

__all__ = [
    "dashed",
    "edition",
    "is_bare",
    "label_number",
    "labelled",
    "pages",
    "version",
]

_BARE = re.compile(r"[0-9][0-9.,:/–-]*\Z")
_SEVERAL = re.compile(r"[–,&;]| and ")
_EDITION = re.compile(r"\b(?:edition|edn|ed)\b\.?", re.IGNORECASE)


def is_bare(number: str) -> bool:
    """Say whether a number is digits only, so that it needs a label.

    >>> is_bare("7,123,619"), is_bare("NIST SP 800-53")
    (True, False)
    """
    return _BARE.match(number) is not None


def edition(value: str) -> str:
    """Word an edition: "2nd ed.", "Rev. ed."; one that other languages word stays as it is.

    >>> [edition(each) for each in ("2", "Second edition", "3. Aufl.", "Revised", "")]
    ['2nd ed.', '2nd ed.', '3rd ed.', 'Rev. ed.', '']
    >>> edition("2., überarb. Aufl.")
    '2., überarb. Aufl.'
    """
    number = parse_edition(value)
    if number.isascii() and number.isdigit() and len(number) < 6:
        return f"{ordinal(int(number))} ed."
    bare = _EDITION.sub("", value).strip(" ,")
    if not bare or says_edition(bare):
        return value
    return f"{'Rev.' if bare.lower() in ('revised', 'rev', 'rev.') else bare} ed."


def version(value: str) -> str:
    """Word a version (APA 7, section 10.10): "Version 2.1".

    >>> version("v2.1"), version("Version 3"), version("")
    ('Version 2.1', 'Version 3', '')
    """
    bare = re.sub(r"\A(?:version|ver\.|v\.?)[ ]*(?=[0-9])", "", value, flags=re.IGNORECASE)
    if not bare or bare.lower().startswith("version"):
        return bare
    return f"Version {bare}"


def label_number(number: str, label: str) -> str:
    """Put a label before a number that is digits only; others speak for themselves.

    >>> label_number("12", "Report No."), label_number("NASA-TM-12", "Report No.")
    ('Report No. 12', 'NASA-TM-12')
    """
    return f"{label} {number}" if label and is_bare(number) else number


def labelled(number: str, singular: str, plural: str) -> str:
    """Label one or several of something: "p. 3", "pp. 3–5".

    >>> labelled("3", "p.", "pp."), labelled("3–5", "p.", "pp."), labelled("", "p.", "pp.")
    ('p. 3', 'pp. 3–5', '')
    """
    if not number:
        return ""
    return f"{plural if _SEVERAL.search(number) else singular} {number}"


def pages(value: str) -> str:
    """Write a page range with an en dash and in full (APA 7, section 6.6 and 9.25).

    >>> pages("123-8"), pages("S12--S20"), pages("5, 9-11"), pages("e0193972")
    ('123–128', 'S12–S20', '5, 9–11', 'e0193972')
    """
    return "".join(span.separator + _span(span) for span in parse_pages(value))


def dashed(value: str) -> str:
    """Write a range of volumes or issues with an en dash; nothing else changes.

    >>> dashed("3-4"), dashed("Suppl-A")
    ('3–4', 'Suppl-A')
    """
    return "".join(
        span.separator + (span.first if span.last is None else f"{span.first}–{span.last}")
        for span in parse_pages(value)
    )


def _span(span: PageSpan) -> str:
    if span.last is None:
        return span.first
    return format_page_range(span.first, span.last, "expanded")
