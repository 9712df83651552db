"""Where in a work: "p. 12", "pp. 33–35", "para. 4", "Chapter 3" (APA 7, section 8.13)."""

from __future__ import annotations

import re
from types import MappingProxyType

from citekit.model.citation import Cite
from citekit.styles.apa.numbers import labelled, pages

__all__ = ["locator_text"]

_LABELS = MappingProxyType(
    {
        "act": ("Act", "Acts"),
        "appendix": ("Appendix", "Appendices"),
        "article-locator": ("Article", "Articles"),
        "book": ("Book", "Books"),
        "canon": ("Canon", "Canons"),
        "chapter": ("Chapter", "Chapters"),
        "column": ("Column", "Columns"),
        "elocation": ("Location", "Locations"),
        "equation": ("Equation", "Equations"),
        "figure": ("Figure", "Figures"),
        "folio": ("Folio", "Folios"),
        "issue": ("Issue", "Issues"),
        "line": ("Line", "Lines"),
        "note": ("Footnote", "Footnotes"),
        "opus": ("Opus", "Opuses"),
        "page": ("p.", "pp."),
        "paragraph": ("para.", "paras."),
        "part": ("Part", "Parts"),
        "rule": ("Rule", "Rules"),
        "scene": ("Scene", "Scenes"),
        "section": ("Section", "Sections"),
        "supplement": ("Supplement", "Supplements"),
        "table": ("Table", "Tables"),
        "title-locator": ("Title", "Titles"),
        "version": ("Version", "Versions"),
        "volume": ("Volume", "Volumes"),
    }
)
"""Labels in the singular and the plural; a verse and a time stamp have none."""

_SPEAKS = re.compile(r"\A(?:pp?|paras?|chaps?|secs?|vols?|figs?|nos?)\.|\A[A-Z][a-z]{3,} [0-9]")


def locator_text(cite: Cite) -> str:
    """Word the locator of a cite; "" for none.

    A locator that brings its own label keeps it; a section without a number is a heading.

    >>> locator_text(Cite("a", locator="33-35"))
    'pp. 33–35'
    >>> locator_text(Cite("a", locator="4", label="paragraph"))
    'para. 4'
    >>> locator_text(Cite("a", locator="Discussion", label="section"))
    'Discussion section'
    """
    where = cite.locator
    if not where or _SPEAKS.match(where):
        return where
    if cite.label == "section" and not any(char.isdigit() for char in where):
        return where if "section" in where.lower() else f"{where} section"
    if cite.label not in _LABELS:
        return where
    return labelled(pages(where), *_LABELS[cite.label])
