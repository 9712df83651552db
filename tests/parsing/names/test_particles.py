"""Particles and suffixes inside family and given names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.parsing.names.particles import split_family, split_given, split_suffix


class TestFamilyNames:
    """citeproc-js manual, "Particles": lower-case words before a family name do not drop."""

    @pytest.mark.parametrize(
        ("family", "particle", "rest"),
        [
            ("de Vries", "de", "Vries"),
            ("van der Woude", "van der", "Woude"),
            ("d'Annunzio", "d'", "Annunzio"),
            ("d’Annunzio", "d’", "Annunzio"),
            ("al-Hakim", "al-", "Hakim"),
            ("de l'Isle", "de l'", "Isle"),
            ("de O'Brien", "de", "O'Brien"),
            ("'t Hooft", "'t", "Hooft"),
            ("'s-Gravesande", "'s-", "Gravesande"),
        ],
    )
    def test_particles(self, family: str, particle: str, rest: str) -> None:
        assert split_family(family) == (particle, rest)

    @pytest.mark.parametrize(
        "family",
        ["", "Vries", "Vries de", "O'Brien", "hooks", "山田 太郎", "anne-marie", "d'", "de "],
    )
    def test_names_without_one(self, family: str) -> None:
        assert split_family(family) == ("", family)

    @given(st.text("aA '-é", max_size=20))
    def test_nothing_is_lost(self, family: str) -> None:
        particle, rest = split_family(family)
        assert (particle + rest).replace(" ", "") == family.replace(" ", "")


class TestGivenNames:
    """citeproc-js manual, "Particles": lower-case words after a given name drop."""

    @pytest.mark.parametrize(
        ("given_names", "names", "particle"),
        [("Ludwig van", "Ludwig", "van"), ("Jean  de la", "Jean", "de la")],
    )
    def test_particles(self, given_names: str, names: str, particle: str) -> None:
        assert split_given(given_names) == (names, particle)

    @pytest.mark.parametrize("given_names", ["", "Ludwig", "van Ludwig", "bell", "e. e."])
    def test_names_without_one(self, given_names: str) -> None:
        """Names that are all in lower case have no particle among them."""
        assert split_given(given_names) == (given_names, "")


class TestSuffixes:
    """citeproc-js manual, "Particles": a suffix follows a comma, one with its own comma ",!"."""

    def test_suffixes(self) -> None:
        assert split_suffix("Martin Luther, Jr.") == ("Martin Luther", "Jr.", False)
        assert split_suffix("Martin Luther,! Jr.") == ("Martin Luther", "Jr.", True)

    @pytest.mark.parametrize("names", ["", "Martin", "Martin,", "Martin,! "])
    def test_names_without_one(self, names: str) -> None:
        assert split_suffix(names) == (names, "", False)
