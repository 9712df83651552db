"""A house style: "TOUVRON et al., LLaMA (2023)", and "[TOUVRON et al. 2023]" in the text.

It shows all that a style needs: a factory, a formatter with one method, and honest diagnostics.
"""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from citekit import Citation, Cite, Diagnostic, Organization, RichText, Work
from citekit.model.dates import first_year
from citekit.styles.base import Entry, Rendered, cited, take_options
from citekit.text.compose import join
from citekit.text.nodes import Format, Styled

__all__ = ["house"]


def house(**options: Any) -> "HouseStyle":
    """Make the formatter; `ampersand=True` writes "&" for "and"."""
    chosen = take_options("house", options, ampersand=lambda value: isinstance(value, bool))
    return HouseStyle(conjunction="&" if chosen.get("ampersand") else "and")


@frozen
class HouseStyle:
    """Works in the order given; each cite in brackets of its own cluster."""

    conjunction: str = "and"

    def render(self, works: Sequence[Work], citations: Sequence[Citation] = ()) -> Rendered:
        """Format *works* and *citations*."""
        by_id = cited(works, citations)
        entries = [Entry(str(work.id), self._entry(work)) for work in works]
        texts = [self._citation(citation, by_id) for citation in citations]
        return Rendered(entries=entries, citations=texts, diagnostics=_lost(works))

    def _entry(self, work: Work) -> RichText:
        title = RichText([Styled(work.title, Format.ITALIC)])
        return join([self._authors(work), title], ", ") + f" ({_year(work)})"

    def _citation(self, citation: Citation, by_id: dict[str, Work]) -> RichText:
        cites = [self._cite(cite, by_id[cite.id]) for cite in citation.cites]
        return "[" + join(cites, "; ") + "]"

    def _cite(self, cite: Cite, work: Work) -> RichText:
        named = RichText() if cite.suppress_author else self._authors(work)
        locator = f": {cite.locator}" if cite.locator else ""
        return join([cite.prefix, named, RichText(_year(work)), cite.suffix], " ") + locator

    def _authors(self, work: Work) -> RichText:
        """Name up to two authors in capitals; more, or a list that stopped early, get "et al."."""
        names = [
            name.name if isinstance(name, Organization) else (name.family or name.given).upper()
            for name in work.authors
        ]
        if work.authors.others or len(names) > 2:
            return RichText(f"{names[0]} et al.")
        return RichText(f" {self.conjunction} ".join(names))


def _year(work: Work) -> str:
    year = first_year(work.issued)
    return "n.d." if year is None else str(year)


def _lost(works: Sequence[Work]) -> list[Diagnostic]:
    """Nothing is lost silently: the style has no place for pages and venues."""
    return [
        Diagnostic(
            severity="warning",
            code="house-not-shown",
            message="the house style shows no venue",
            work=work.id,
            field="venue",
        )
        for work in works
        if work.venue is not None
    ]
