"""Every type of work has its row, whatever APA's manual says of it."""

from __future__ import annotations

import pytest

from apa_helpers import ROE, entry, make, render, roe
from citekit.styles.apa.kinds import KINDS, kind_of
from citekit.tables.types import TYPES


class TestUnlisted:
    """8.9: personal communications are not in the list, unless a reader can get at them."""

    def test_not_listed(self) -> None:
        rendered = render(make(type="personal_communication", authors=ROE, issued="2019-08-08"))
        assert rendered.entries == ()
        assert [each.code for each in rendered.diagnostics] == ["not-listed"]

    def test_in_an_archive(self) -> None:
        shown = roe(type="personal_communication", title="A Letter", archive="The Archive")
        assert shown == "*A letter* [Personal communication]. The Archive."


class TestEveryType:
    """Every type of work has a row, and gives an entry that shows author, year, title and venue."""

    def test_each_type_has_a_row(self) -> None:
        assert set(KINDS) >= TYPES

    @pytest.mark.parametrize("type_", sorted(TYPES - {"personal_communication"}))
    def test_an_entry(self, type_: str) -> None:
        shown = entry(
            type=type_, authors=ROE, title="About Foobar", title_case="sentence", issued=2020
        )
        assert "About Foobar" in shown
        assert "2020" in shown
        assert ("Roe" in shown) == (
            kind_of(make(type=type_)).source != "legal" or type_ == "hearing"
        )
        assert shown.endswith((".", ")"))

    @pytest.mark.parametrize("type_", sorted(TYPES))
    def test_the_venue_is_shown(self, type_: str) -> None:
        shown = entry(type=type_, authors=ROE, title="T", issued=2020, venue="The Foobar Venue")
        assert "foobar venue" in shown.lower()
