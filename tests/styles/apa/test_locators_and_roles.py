"""Every label of a locator and every name of a role is written out."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from citekit.model.citation import Cite, LocatorLabel
from citekit.model.names import AuthorList
from citekit.styles.apa.kinds import KINDS, ROLES
from citekit.styles.apa.lead import role_label
from citekit.styles.apa.locators import locator_text
from citekit.tables.variables import NAME_VARIABLES

LABELS = """
    act Act 3|Acts 3, 4
    appendix Appendix 3|Appendices 3, 4
    article-locator Article 3|Articles 3, 4
    book Book 3|Books 3, 4
    canon Canon 3|Canons 3, 4
    chapter Chapter 3|Chapters 3, 4
    column Column 3|Columns 3, 4
    elocation Location 3|Locations 3, 4
    equation Equation 3|Equations 3, 4
    figure Figure 3|Figures 3, 4
    folio Folio 3|Folios 3, 4
    issue Issue 3|Issues 3, 4
    line Line 3|Lines 3, 4
    note Footnote 3|Footnotes 3, 4
    opus Opus 3|Opuses 3, 4
    page p. 3|pp. 3, 4
    paragraph para. 3|paras. 3, 4
    part Part 3|Parts 3, 4
    rule Rule 3|Rules 3, 4
    scene Scene 3|Scenes 3, 4
    section Section 3|Sections 3, 4
    sub-verbo 3|3, 4
    supplement Supplement 3|Supplements 3, 4
    table Table 3|Tables 3, 4
    timestamp 3|3, 4
    title-locator Title 3|Titles 3, 4
    verse 3|3, 4
    version Version 3|Versions 3, 4
    volume Volume 3|Volumes 3, 4
"""
"""The labels of 8.13: only page and paragraph are abbreviated."""

ROLE_NAMES = """
    authors |
    composers |
    performers |
    container_authors |
    editors Ed.|Eds.
    editorial_directors Ed.|Eds.
    collection_editors Ed.|Eds.
    compilers Comp.|Comps.
    translators Trans.|Trans.
    illustrators Illus.|Illus.
    narrators Narr.|Narrs.
    directors Director|Directors
    script_writers Writer|Writers
    series_creators Creator|Creators
    executive_producers Executive Producer|Executive Producers
    producers Producer|Producers
    hosts Host|Hosts
    guests Guest|Guests
    chairs Chair|Chairs
    organizers Organizer|Organizers
    curators Curator|Curators
    interviewers Interviewer|Interviewers
"""


def rows(table: str) -> list[tuple[str, str, str]]:
    """Read "name singular|plural"."""
    split = [line.strip().partition(" ") for line in table.strip().splitlines()]
    return [(name, *rest.split("|")) for name, _, rest in split]  # type: ignore[misc]  # two each


@pytest.mark.parametrize(("label", "one", "several"), rows(LABELS))
def test_labels(label: Any, one: str, several: str) -> None:
    assert locator_text(Cite("x", locator="3", label=label)) == one
    assert locator_text(Cite("x", locator="3, 4", label=label)) == several


def test_no_label_is_forgotten() -> None:
    assert {row[0] for row in rows(LABELS)} == set(get_args(LocatorLabel))


@pytest.mark.parametrize(("role", "one", "several"), rows(ROLE_NAMES))
def test_roles(role: str, one: str, several: str) -> None:
    assert role_label(role, AuthorList(listed=["A. Roe"])) == one
    assert role_label(role, AuthorList(listed=["A. Roe", "B. Doe"])) == several


def test_every_role_of_a_row_has_a_name() -> None:
    known = {row.path for row in NAME_VARIABLES}
    used = {
        role
        for kind in KINDS.values()
        for entry in (*kind.lead, *kind.helpers, *kind.hosts)
        for role in entry.split("+")
    }
    assert used | {"container_authors"} == set(ROLES)
    assert used <= known
