"""What the BibTeX formats say of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from citekit.exchange.base import Dumped, ExchangeFormat, Loaded
from citekit.exchange.head import Head
from citekit.model.work import Work
from citekit.speed.lazy import lazy

__all__ = ["BIBLATEX", "BIBTEX"]

_ENTRY = lazy(r"@[ \t]*[A-Za-z]+\s{0,20}[{(]")


def _looks_like(head: Head) -> bool:
    return head.keys is None and _ENTRY.search(head.text) is not None


def _read(text: str) -> Loaded:
    from citekit.exchange.bibtex.format import bibtex

    return bibtex.loads(text)


def _write_bibtex(works: Sequence[Work]) -> Dumped:
    from citekit.exchange.bibtex.format import bibtex

    return bibtex.dumps(works)


def _write_biblatex(works: Sequence[Work]) -> Dumped:
    from citekit.exchange.bibtex.format import biblatex

    return biblatex.dumps(works)


BIBTEX: Final = ExchangeFormat(
    name="bibtex",
    title="BibTeX",
    suffixes=(".bib", ".bibtex"),
    media_types=("application/x-bibtex", "text/x-bibtex"),
    looks_like=_looks_like,
    read=_read,
    write=_write_bibtex,
)
"""Reads either dialect."""

BIBLATEX: Final = ExchangeFormat(
    name="biblatex",
    title="BibLaTeX",
    read=_read,
    write=_write_biblatex,
)
"""Found by name alone: a file of either dialect is recognised, and read, as BibTeX."""
