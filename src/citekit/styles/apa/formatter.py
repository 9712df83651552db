"""APA 7 as a formatter: facts, labels, order, letters, entries, citations, on one page."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from citekit.errors import Diagnostic
from citekit.model.citation import Citation
from citekit.model.work import Work
from citekit.styles.apa.cites import Cited, Citer
from citekit.styles.apa.entry import entry_text
from citekit.styles.apa.facts import Facts, facts_of
from citekit.styles.apa.labels import Label, abbreviations, labels
from citekit.styles.apa.order import letters, sort_key
from citekit.styles.apa.unshown import diagnostics_of
from citekit.styles.base import Entry, Layout, Rendered, cited

__all__ = ["ApaFormatter"]

_LAYOUT = Layout(hanging_indent=True)


@frozen
class ApaFormatter:
    """The style of the *Publication Manual of the American Psychological Association*, 7th ed."""

    links: bool = field(default=True, kw_only=True)
    """Whether DOIs and addresses are links."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), kw_only=True)
    """What was found when it was made; every rendering gives it."""

    def render(self, works: Sequence[Work], citations: Sequence[Citation] = ()) -> Rendered:
        """Format a reference list of *works*, and *citations* that point at them.

        Names and letters that tell works apart follow from all works of the list, so that an
        entry and its citations agree; they do not depend on the order of *works*.

        Raises:
            UnknownNameError: A cite points at no work.
        """
        cited(works, citations)
        ordered = _ordered(works)
        marks = letters(ordered)
        entries, diagnostics = _entries(ordered, marks)
        known = {
            facts.id: Cited(facts, label, letter, rank)
            for rank, ((facts, label), letter) in enumerate(zip(ordered, marks, strict=True))
        }
        citer = Citer(known, abbreviations([facts for facts, _ in ordered]))
        rendered = Rendered(
            entries=entries,
            citations=[citer.render(citation) for citation in citations],
            layout=_LAYOUT,
            diagnostics=[*self.diagnostics, *diagnostics],
        )
        return rendered if self.links else rendered.without_links()


def _ordered(works: Sequence[Work]) -> list[tuple[Facts, Label]]:
    every = sorted(map(facts_of, works), key=sort_key)
    return list(zip(every, labels(every), strict=True))


def _entries(
    ordered: Sequence[tuple[Facts, Label]], marks: Sequence[str]
) -> tuple[list[Entry], list[Diagnostic]]:
    entries: list[Entry] = []
    diagnostics: list[Diagnostic] = []
    for (facts, _), letter in zip(ordered, marks, strict=True):
        text = entry_text(facts, letter) if facts.listed else None
        if text is not None:
            entries.append(Entry(facts.id, text))
        diagnostics.extend(diagnostics_of(facts, text or facts.work.title))
    return entries, diagnostics
