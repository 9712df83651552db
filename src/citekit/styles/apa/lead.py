"""Who stands first in an entry, and how a role is named (APA 7, sections 9.7 to 9.12)."""

from __future__ import annotations

from attrs import frozen

from citekit.model.names import AuthorList, Name
from citekit.model.work import Work
from citekit.styles.apa.kinds import ROLES, Kind
from citekit.styles.apa.names import inverted, inverted_list, join_inverted, running_list

__all__ = ["Lead", "find_host", "find_lead", "helpers", "people", "role_label", "with_role"]


@frozen
class Lead:
    """Who stands first.

    Args:
        names: The names, as one list.
        roles: The roles that they were taken from.
        shown: The author element, without its full stop.
    """

    names: AuthorList
    roles: tuple[str, ...]
    shown: str


def people(work: Work, role: str) -> AuthorList:
    """Give the people who had a *role*."""
    names: AuthorList = getattr(work, role)
    return names


def role_label(role: str, names: AuthorList) -> str:
    """Name a role, in the plural where it is more than one (APA 7, section 9.10).

    >>> role_label("editors", AuthorList(listed=["A. Roe", "B. Doe"]))
    'Eds.'
    """
    singular, plural = ROLES[role]
    return plural if len(names) > 1 or names.others else singular


def with_role(shown: str, label: str) -> str:
    """Put the name of a role after names.

    >>> with_role("Roe, J.", "Ed.")
    'Roe, J. (Ed.)'
    """
    return f"{shown} ({label})" if label else shown


def find_lead(work: Work, kind: Kind) -> Lead | None:
    """Find who stands first; None where nobody does, so that the title moves there (9.12)."""
    for entry in kind.lead:
        roles = tuple(role for role in entry.split("+") if people(work, role))
        if len(roles) == 1:
            names = people(work, roles[0])
            shown = with_role(inverted_list(names), role_label(roles[0], names))
            return Lead(names, roles, shown + _with(work, kind))
        if roles:
            return _shared_lead(work, roles)
    return None


def _with(work: Work, kind: Kind) -> str:
    """Name those with whom a work was written: "(with Roe, J.)" (APA 7, section 9.8)."""
    if not (work.contributors and kind.italic):
        return ""
    return f" (with {inverted_list(work.contributors)})"


def _shared_lead(work: Work, roles: tuple[str, ...]) -> Lead:
    """Put people of two roles together, each with the own role (APA 7, example 87)."""
    labels: dict[Name, list[str]] = {}
    for role in roles:
        for name in people(work, role):
            labels.setdefault(name, []).append(ROLES[role][0])
    complete = not any(people(work, role).others for role in roles)
    names = AuthorList(listed=tuple(labels), complete=complete)
    shown = [with_role(inverted(name), " & ".join(dict.fromkeys(labels[name]))) for name in labels]
    return Lead(names, roles, join_inverted(shown, names))


def helpers(work: Work, roles: tuple[str, ...]) -> str:
    """Name those who stand after the title: "E. Roe, Ed.; T. Doe, Trans." (APA 7, example 28).

    Who has two roles is named once: "R. Fitzgerald, Ed. & Trans.".
    """
    by_names: dict[AuthorList, list[str]] = {}
    for role in roles:
        names = people(work, role)
        if names:
            by_names.setdefault(names, []).append(role_label(role, names))
    return "; ".join(
        f"{running_list(names)}, {' & '.join(labels)}" for names, labels in by_names.items()
    )


def find_host(work: Work, kind: Kind) -> str:
    """Name who answers for the greater whole: "D. F. Krell (Ed.)" (APA 7, section 9.28).

    The author of the whole stands before its editors, who then stand after its title.
    """
    for role in ("container_authors", *kind.hosts):
        names = people(work, role)
        if names:
            return with_role(running_list(names), role_label(role, names))
    return ""
