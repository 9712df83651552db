"""Numbers as CSL means them. Each class quotes CSL 1.0.2, unless it says otherwise."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import InvalidValueError
from citekit.parsing.fold import fold
from citekit.parsing.numbers import (
    int_to_roman,
    is_number,
    is_numeric,
    is_plural,
    is_plural_count,
    parse_edition,
    roman_to_int,
    tokenise_numbers,
)
from citekit.tables.ordinals import EDITION_WORDS, ORDINAL_SUFFIXES, ORDINAL_WORDS
from strategies import hostile_text


class TestIsNumeric:
    """ "Content is considered numeric if it solely consists of numbers. Numbers may have prefixes
    and suffixes ("D2", "2b", "L2d"), and may be separated by a comma, hyphen, or ampersand, with
    or without spaces ("2, 3", "2-4", "2 & 4"). For example, "2nd" tests "true" whereas "second"
    and "2nd edition" test "false"." """

    @pytest.mark.parametrize(
        "text",
        ["5", "D2", "2b", "L2d", "2, 3", "2,3", "2-4", "2 - 4", "2 & 4", "2&4", "2nd", "5th",
         "01790", "S213-S235", "1–3", "123N110", "1--3", " 5 ", "Д2", "1, 2 & 3-5"],
    )  # fmt: skip
    def test_true(self, text: str) -> None:
        assert is_numeric(text)

    @pytest.mark.parametrize(
        "text",
        ["second", "2nd edition", "", " ", "-", "2-", "-2", ",", "annotated edition", "Fifth ed.",
         "5 ed.", "2.5", "i-ix", "2 3", "2 and 3", "٢", "²", "1<sup>er</sup>", "2_3",
         "2002, amended effective June 1, 2010, and January 1, 2017"],
    )  # fmt: skip
    def test_false(self, text: str) -> None:
        assert not is_numeric(text)

    @given(text=hostile_text)
    def test_anything_has_an_answer(self, text: str) -> None:
        assert is_numeric(text) in (True, False)


class TestTokens:
    @given(text=hostile_text | st.text("12ab ,-–&\\"), joiner=st.sampled_from(["and", "et", ""]))
    def test_joined_they_are_the_text(self, text: str, joiner: str) -> None:
        tokens = tokenise_numbers(text, (joiner,))
        assert "".join(token.text for token in tokens) == " ".join(text.split())

    def test_kinds(self) -> None:
        found = tokenise_numbers("2, 5-7 & vol. 9")
        assert [(token.kind, token.text) for token in found] == [
            ("number", "2"),
            ("separator", ", "),
            ("number", "5"),
            ("separator", "-"),
            ("number", "7"),
            ("separator", " & "),
            ("text", "vol. 9"),
        ]

    def test_joiners_are_words_of_their_own(self) -> None:
        tokens = tokenise_numbers("213, and 235 and band", ("and",))
        assert [token.text for token in tokens] == ["213", ", and ", "235", " and ", "band"]

    def test_joiners_are_no_patterns(self) -> None:
        assert len(tokenise_numbers("1 . 2", (".",))) == 3
        assert len(tokenise_numbers("1 x 2", (".",))) == 1

    @pytest.mark.parametrize("unit", ["1-", "-", " ", "1 and ", ", ", "\\-", "a1"])
    def test_a_long_list_is_read_to_its_end(self, unit: str) -> None:
        text = unit * 50_000
        tokens = tokenise_numbers(text, ("and",))
        assert sum(len(token.text) for token in tokens) == len(" ".join(text.split()))


class TestIsPlural:
    """ "Content is considered plural when it contains multiple numbers (e.g. "page 1", "pages 1-3",
    "volume 2", "volumes 2 & 4")" """

    @pytest.mark.parametrize(
        "text",
        ["1-3", "1–3", "2 & 4", "1, 2", "i-ix", "xi–xv", "213 and 235", "S213-S235", "1--3",
         "367-368, fig. 333"],
    )  # fmt: skip
    def test_plural(self, text: str) -> None:
        assert is_plural(text)

    @pytest.mark.parametrize(
        "text", ["1", "2", "", "3\\-B", "Michaelson-Morely", "327\\-30", "xi", "iiii-vx", "12a"]
    )
    def test_singular(self, text: str) -> None:
        assert not is_plural(text)

    def test_the_joining_words_are_the_locale_s(self) -> None:
        assert is_plural("213 et 235", ("et",))
        assert not is_plural("213 et 235")
        assert not is_plural("213 and 235", ())


class TestIsPluralCount:
    """ "or, in the case of the "number-of-pages" and "number-of-volumes" variables, when the number
    is higher than 1 ("1 volume" and "3 volumes")" """

    @pytest.mark.parametrize("text", ["2", "3", "200", "xii, 200", "2 & 4", "02", "1-2", "i, 1"])
    def test_higher_than_1(self, text: str) -> None:
        assert is_plural_count(text)

    @pytest.mark.parametrize("text", ["1", "0", "01", "", "one", "1b", "several", "00"])
    def test_not_higher_than_1(self, text: str) -> None:
        assert not is_plural_count(text)


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
