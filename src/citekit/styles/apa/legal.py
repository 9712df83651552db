"""Legal references, which follow The Bluebook (APA 7, chapter 11).

They have no author; the elements are joined with commas: the name, where it is published, and in
parentheses the court or congress and the year.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from citekit.model.dates import PartialDate
from citekit.model.work import Work
from citekit.styles.apa.dates import long_date
from citekit.styles.apa.links import link_element
from citekit.styles.apa.names import join_running
from citekit.styles.apa.numbers import is_bare, pages
from citekit.text.compose import clauses, closed, italic, join, parenthesized, shallow, text
from citekit.text.nodes import EMPTY, RichText

__all__ = ["legal_entry"]


def _reporter(work: Work) -> RichText:
    """Name the volume, the reporter or code, and the page or section: "347 U.S. 483"."""
    title = work.venue.title if work.venue is not None else EMPTY
    section = work.section
    if section and is_bare(section):
        section = f"§ {section}"
    return clauses(work.volume, shallow(title), section, pages(work.page) if work.page else "")


def _case(work: Work, year: str) -> RichText:
    """A court decision (11.4): name, reporter, (court year)."""
    number = work.number if not work.venue else ""
    docket = f"No. {number}" if is_bare(number) else number
    court = clauses(shallow(work.authority), year)
    return clauses(join([_name(work), docket, _reporter(work)], ", "), parenthesized(court))


def _statute(work: Work, year: str) -> RichText:
    """A statute, a regulation (11.5, 11.7): name, public law number, code, (year)."""
    found = join([_name(work), work.number, _reporter(work)], ", ")
    return clauses(found, parenthesized(year))


def _bill(work: Work, year: str) -> RichText:
    """A bill or a resolution (11.6): name, number, congress, (year)."""
    congress = join([work.number, work.chapter_number, work.authority], ", ")
    found = join([_name(work), congress, _reporter(work)], ", ")
    return clauses(found, parenthesized(year))


def _hearing(work: Work, year: str) -> RichText:
    """A hearing (11.6): title in italics, congress, (year) (testimony of whom)."""
    congress = join([work.number, work.chapter_number, work.authority], ", ")
    found = join([italic(_name(work)), congress, _reporter(work)], ", ")
    witnesses = join_running([name.literal for name in work.authors], work.authors.others, "and")
    spoken = f"testimony of {witnesses}" if work.authors else ""
    return clauses(found, parenthesized(year), parenthesized(spoken))


def _treaty(work: Work, year: str) -> RichText:
    """A treaty (11.9): name, day of signing, source."""
    day = long_date(work.issued) if isinstance(work.issued, PartialDate) else year
    return join([_name(work), day, _reporter(work), link_element(work)], ", ")


def _name(work: Work) -> RichText:
    """Give the name of the case or the law, which keeps its capitals."""
    return shallow(work.title) or text("[Untitled]")


_FORMS: MappingProxyType[str, Callable[[Work, str], RichText]] = MappingProxyType(
    {
        "bill": _bill,
        "hearing": _hearing,
        "legal_case": _case,
        "legislation": _statute,
        "regulation": _statute,
    }
)


def legal_entry(work: Work, year: str) -> RichText:
    """Give the reference of a legal work.

    Args:
        work: A work of one of CSL's legal types.
        year: The year with its letter.

    >>> case = Work(type="legal_case", title="Brown v. Board of Education", volume=347,
    ...             venue="U.S.", page=483, issued=1954)
    >>> str(legal_entry(case, "1954"))
    'Brown v. Board of Education, 347 U.S. 483 (1954).'
    """
    if work.type == "treaty":
        treaty = _treaty(work, year)
        return treaty if link_element(work) else closed(treaty)
    return clauses(closed(_FORMS[work.type](work, year)), link_element(work))
