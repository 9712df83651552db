"""Abbreviations with which a locator may say itself what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LOCATOR_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "app.": "appendix",
        "bk.": "book",
        "ch.": "chapter",
        "col.": "column",
        "fig.": "figure",
        "fol.": "folio",
        "l.": "line",
        "n.": "note",
        "no.": "issue",
        "op.": "opus",
        "p.": "page",
        "para.": "paragraph",
        "pp.": "page",
        "pt.": "part",
        "r.": "rule",
        "sec.": "section",
        "supp.": "supplement",
        "sv.": "sub-verbo",
        "tbl.": "table",
        "vol.": "volume",
        "vrs.": "verse",
    }
)
"""What is written in English, and the label that it stands for (CSL 1.0.2, "Locators")."""
