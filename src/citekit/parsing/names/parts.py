"""What parsing a name gives: plain parts and what was guessed on the way."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import frozen

from citekit.errors import Diagnostic, shorten
from citekit.speed.records import shared_methods

__all__ = ["NameForm", "NameParts", "dropped", "guessed", "organization_guessed"]

NameForm: TypeAlias = Literal["auto", "display", "inverted", "bibtex", "vancouver"]
"""How a name is written: "Jane Roe", "Roe, Jane", BibTeX's three forms, "Roe J", or unknown."""


@frozen(kw_only=True)
@shared_methods
class NameParts:
    """The parts of one name, in CSL's words (CSL 1.0.2, "Names": name particles and suffixes).

    Either `literal` is set and no other part of the name (an organization, or a name that could
    not be taken apart), or `family` is set and perhaps others.

    >>> NameParts(given="Vincent", non_dropping_particle="van", family="Gogh").is_organization
    False
    """

    family: str = ""
    """The family name, or the only name of a person who has one."""
    given: str = ""
    """Given names and initials, as written; Vancouver initials are spaced and dotted ("E. J.")."""
    non_dropping_particle: str = ""
    """A particle that stays when the family stands alone ("van" in "van Gogh")."""
    dropping_particle: str = ""
    """A particle that goes when the family stands alone ("de" in "de La Fontaine")."""
    suffix: str = ""
    """A generational suffix, such as "Jr." or "III"."""
    literal: str = ""
    """The whole name of an organization, or of what could not be taken apart."""
    comma_suffix: bool = False
    """Whether the source sets the suffix off with a comma in display order ("King, Jr.")."""
    orcid: str = ""
    """The ORCID iD that stood beside the name, as "0000-0002-1825-0097"."""
    note: str = ""
    """What stood in brackets beside the name: an affiliation, a nickname, a role."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was guessed or dropped; the caller adds the field and the work."""

    @property
    def is_organization(self) -> bool:
        """Whether only a literal is known.

        >>> NameParts(literal="OpenAI").is_organization
        True
        """
        return bool(self.literal)


def guessed(text: str, what: str, code: str = "name-guessed") -> Diagnostic:
    """Make the diagnostic for a name that could be read in another way.

    >>> print(guessed("Smith J", "read as family and initials"))
    warning: 'Smith J' was read as family and initials; give the parts if that is wrong
    """
    return Diagnostic(
        severity="warning",
        code=code,
        message=f"{shorten(text)} was {what}",
        hint="give the parts if that is wrong",
    )


def organization_guessed(text: str, reason: str) -> Diagnostic:
    """Make the diagnostic for an organization that was known by its shape.

    >>> organization_guessed("OpenAI", "is one word with a capital inside").code
    'organization-guessed'
    """
    return guessed(text, f"taken for an organization: it {reason}", "organization-guessed")


def dropped(code: str, what: str, text: str) -> Diagnostic:
    """Make the diagnostic for something beside a name that is not kept.

    >>> print(dropped("degree-dropped", "academic degree", "PhD"))
    warning: academic degree 'PhD' is not kept
    """
    return Diagnostic(severity="warning", code=code, message=f"{what} {shorten(text)} is not kept")
