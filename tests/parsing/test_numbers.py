"""Numbers as CSL means them. Each class quotes CSL 1.0.2, unless it says otherwise."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import InvalidValueError
from citekit.parsing.editions import parse_edition
from citekit.parsing.numbers import (
    int_to_roman,
    is_number,
    roman_to_int,
)
from citekit.tables.ordinals import EDITION_WORDS, ORDINAL_SUFFIXES, ORDINAL_WORDS
from citekit.text.fold import fold
from strategies import hostile_text


class TestIsNumber:
    @pytest.mark.parametrize("text", ["0", "9", "a0", "é9"])
    def test_what_is_one(self, text: str) -> None:
        assert is_number(text)

    @pytest.mark.parametrize("text", ["", "a", "-2", "2 ", "2-3", "½", "٣"])
    def test_what_is_none(self, text: str) -> None:
        assert not is_number(text)


class TestRoman:
    """Roman numerals from 1 to 3999, in the form with subtraction ("iv")."""

    @given(number=st.integers(1, 3999))
    def test_round_trip(self, number: int) -> None:
        text = int_to_roman(number)
        assert roman_to_int(text) == roman_to_int(text.upper()) == number

    def test_the_usual_ones(self) -> None:
        written = [int_to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 3888, 3999)]
        assert written == [
            "i", "iv", "ix", "xiv", "xl", "xc", "cd", "mcmxciv", "mmmdccclxxxviii", "mmmcmxcix",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "text", ["", "iiii", "vx", "mmmm", "Iv", "xI", "1", "a", "ivi", "ⅳ", "m" * 100_000, "İ"]
    )
    def test_what_is_none(self, text: str) -> None:
        assert roman_to_int(text) is None

    @pytest.mark.parametrize("number", [0, -1, 4000])
    def test_out_of_range(self, number: int) -> None:
        with pytest.raises(InvalidValueError, match="1 to 3999"):
            int_to_roman(number)


class TestEdition:
    """An edition is reduced to its number where it says nothing more ("2nd ed." → "2";
    "2nd edition, revised" stays) (issue 2)."""

    @pytest.mark.parametrize(
        "text",
        ["2", "2nd", "2nd ed.", "2nd edn", "2nd edition", "2ND EDITION", "Second", "second ed.",
         "Second Edition", "2. Aufl.", "2. Auflage", "2.", "2e éd.", "2e", "2ème édition",
         "2ª ed.", "2ª", "2a ed.", "2º", "2 ed", "2 ed.", " 2nd ed. ", "zweite Auflage",
         "deuxième édition", "segunda edición", "seconda edizione", "2e druk", "2de druk", "2: ed"],
    )  # fmt: skip
    def test_its_number(self, text: str) -> None:
        assert parse_edition(text) == "2"

    @pytest.mark.parametrize(
        "text",
        ["2nd edition, revised", "2nd rev. ed.", "revised edition", "ed.", "", "2b", "2a", "2.0",
         "2 3", "edition 2", "3-5", "II", "Vintage First edition", "2nd 3rd", "2 nd", "2xth",
         "2-е изд. перераб. и доп.", "second revised", "2e e", "2nd ed. ed.", "x" * 100],
    )  # fmt: skip
    def test_what_says_more_stays(self, text: str) -> None:
        assert parse_edition(text) == text

    @pytest.mark.parametrize(("word", "number"), list(ORDINAL_WORDS.items()))
    def test_every_ordinal_word(self, word: str, number: int) -> None:
        assert parse_edition(f"{word.title()} ed.") == str(number)

    @pytest.mark.parametrize("table", [ORDINAL_WORDS, ORDINAL_SUFFIXES, EDITION_WORDS])
    def test_keys_are_folded(self, table: Iterable[str]) -> None:
        assert [word for word in table if fold(word) != word] == []

    @given(text=hostile_text)
    def test_it_is_the_text_or_a_number(self, text: str) -> None:
        found = parse_edition(text)
        assert found == text or found.isdecimal()
