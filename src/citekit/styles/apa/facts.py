"""What the style works out once for each work, before it compares works with each other."""

from __future__ import annotations

from attrs import evolve, frozen

from citekit.model.dates import DateLiteral
from citekit.model.work import Work
from citekit.styles.apa.dates import ShownDate, show_date, year_text
from citekit.styles.apa.kinds import Kind, is_unpublished, kind_of
from citekit.styles.apa.lead import Lead, find_lead
from citekit.tables.dates import IN_PRESS
from citekit.text.fold import fold

__all__ = ["Facts", "facts_of"]


@frozen(kw_only=True)
class Facts:
    """A work with what the style makes of it alone.

    Args:
        work: The work.
        kind: The row of data for works of its kind.
        lead: Who stands first; None where the title does.
        date: Its date.
    """

    work: Work
    kind: Kind
    lead: Lead | None
    date: ShownDate

    @property
    def id(self) -> str:
        """The id of the work."""
        return self.work.id or ""

    @property
    def listed(self) -> bool:
        """Whether the work stands in the reference list (APA 7, section 8.9)."""
        return self.kind.source != "unlisted"


def _is_in_press(said: str) -> bool:
    return fold(said) in IN_PRESS


def _date(work: Work, kind: Kind) -> ShownDate:
    """Choose the date: the event's for a talk (10.5), the status where there is no date (9.13)."""
    issued = work.issued
    if kind.source == "event" and work.event is not None and work.event.date is not None:
        issued = work.event.date
    status = issued.text if isinstance(issued, DateLiteral) else ""
    status = str(work.status) if issued is None else status
    if _is_in_press(status):
        issued = DateLiteral("in press", status=True)
    elif is_unpublished(work) and (isinstance(issued, DateLiteral) or issued is None):
        issued = None
    return show_date(issued, exact=kind.exact)


def facts_of(work: Work) -> Facts:
    """Work out what the style makes of a work alone.

    >>> facts_of(Work(title="A", status="in press")).date.year
    'in press'
    """
    kind = kind_of(work)
    lead = None if kind.source == "legal" else find_lead(work, kind)
    date = _date(work, kind)
    original = year_text(work.original_date)
    return Facts(work=work, kind=kind, lead=lead, date=evolve(date, original=original))
