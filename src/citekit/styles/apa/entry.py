"""One entry of the reference list: author. (date). title. source. link (APA 7, section 9.4)."""

from __future__ import annotations

from citekit.styles.apa.facts import Facts
from citekit.styles.apa.legal import legal_entry
from citekit.styles.apa.links import link_element
from citekit.styles.apa.sources import sources
from citekit.styles.apa.titles import title_element
from citekit.text.compose import clauses, parenthesized, sentences
from citekit.text.nodes import RichText

__all__ = ["entry_text"]


def entry_text(facts: Facts, letter: str) -> RichText:
    """Put an entry together from its elements.

    Args:
        facts: The work.
        letter: The letter after the year, or "".
    """
    work, kind, lead = facts.work, facts.kind, facts.lead
    if kind.source == "legal":
        return legal_entry(work, facts.date.with_suffix(letter))
    date = facts.date.in_list(letter)
    title = title_element(work, kind, lead)
    first = (title or "[Untitled]", date) if lead is None else (lead.shown, date, title)
    elements = sentences([*first, *sources(work, kind, lead)])
    return clauses(elements, link_element(work), _history(facts))


def _history(facts: Facts) -> RichText:
    """Say when a work that was printed again first came out (APA 7, section 9.40)."""
    original = facts.date.original
    return parenthesized(f"Original work published {original}" if original else "")
