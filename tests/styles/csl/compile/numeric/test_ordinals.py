"""Specification of ordinals (CSL 1.0.2, "Ordinal Suffixes", "Long Ordinals")."""

from __future__ import annotations

import pytest

from styles.csl.small import cite, item


def ordinal(number: int, terms: str = "", form: str = "ordinal", **rest: str) -> str:
    own = f"<locale><terms>{terms}</terms></locale>" if terms else ""
    layout = f'<number variable="edition" form="{form}"/>'
    return cite(layout, item(edition=str(number)), macros=own, **rest)


def term(name: str, text: str, attributes: str = "") -> str:
    return f'<term name="{name}" {attributes}>{text}</term>'


class TestEnglish:
    @pytest.mark.parametrize(
        ("number", "shown"),
        [
            (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"),
            (12, "12th"), (13, "13th"), (21, "21st"), (101, "101st"), (111, "111th"),
            (113, "113th"), (123, "123rd"),
        ],
    )  # fmt: skip
    def test_suffixes(self, number: int, shown: str) -> None:
        assert ordinal(number) == shown


class TestLastDigit:
    """ ""ordinal-00" through "ordinal-09" - by default, a term in this group is used when the last
    digit in the term name matches the last digit of the rendered number." """

    def test_by_default(self) -> None:
        terms = term("ordinal", "d") + term("ordinal-00", "z")
        assert [ordinal(n, terms) for n in (10, 20, 100, 21)] == ["10z", "20z", "100z", "21d"]

    def test_last_two_digits(self) -> None:
        """ "By setting the optional match attribute to "last-two-digits" [...] matches are limited
        to numbers where the two last digits agree ("0", "100", "200", etc.)." """
        terms = term("ordinal", "d") + term("ordinal-00", "z", 'match="last-two-digits"')
        assert [ordinal(n, terms) for n in (10, 100, 200)] == ["10d", "100z", "200z"]

    def test_whole_number(self) -> None:
        """ "When match is set to "whole-number", there is only a match if the number is the same
        as that of the term." """
        terms = term("ordinal", "d") + term("ordinal-01", "x", 'match="whole-number"')
        assert [ordinal(n, terms) for n in (1, 11, 101)] == ["1x", "11d", "101d"]


class TestLastTwoDigits:
    """ ""ordinal-10" through "ordinal-99" - by default, a term in this group is used when the last
    two digits in the term name match the last two digits of the rendered number." """

    def test_by_default(self) -> None:
        terms = term("ordinal", "d") + term("ordinal-12", "x")
        assert [ordinal(n, terms) for n in (12, 112, 2)] == ["12x", "112x", "2d"]

    def test_whole_number(self) -> None:
        terms = term("ordinal", "d") + term("ordinal-12", "x", 'match="whole-number"')
        assert [ordinal(n, terms) for n in (12, 112)] == ["12x", "112d"]

    def test_it_wins_over_the_last_digit(self) -> None:
        """ "When a number has matching terms from both groups (e.g. "13" can match "ordinal-03"
        and "ordinal-13"), the term from the "ordinal-10" through "ordinal-99" group is used." """
        terms = term("ordinal", "d") + term("ordinal-03", "x") + term("ordinal-13", "y")
        assert [ordinal(n, terms) for n in (3, 13, 23)] == ["3x", "13y", "23x"]


class TestOldScheme:
    """ "When neither the style or locale file define the "ordinal" term, but do define the terms
    "ordinal-01" through "ordinal-04", the original CSL 1.0 scheme is used" """

    TERMS = "".join(term(f"ordinal-0{i}", "abcd"[i - 1]) for i in range(1, 5))

    @pytest.mark.parametrize(
        ("number", "shown"),
        [
            (1, "1a"), (2, "2b"), (3, "3c"), (4, "4d"), (9, "9d"), (10, "10d"), (11, "11d"),
            (12, "12d"), (13, "13d"), (14, "14d"), (21, "21a"), (112, "112d"), (122, "122b"),
        ],
    )  # fmt: skip
    def test_scheme(self, number: int, shown: str) -> None:
        assert ordinal(number, self.TERMS) == shown

    def test_a_term_that_is_missing(self) -> None:
        assert ordinal(2, term("ordinal-01", "a")) == "2"


class TestReplacing:
    """ "(re)defining any of the ordinal terms through cs:locale replaces all previously defined
    ordinal terms." """

    def test_all_are_replaced(self) -> None:
        assert [ordinal(n, term("ordinal", "o")) for n in (1, 2, 11)] == ["1o", "2o", "11o"]


class TestLongOrdinals:
    """ "Long ordinal forms are available for the numbers 1 through 10. For other numbers
    "long-ordinal" falls back to "ordinal"." """

    @pytest.mark.parametrize(
        ("number", "shown"),
        [(1, "first"), (2, "second"), (10, "tenth"), (11, "11th"), (21, "21st")],
    )
    def test_words(self, number: int, shown: str) -> None:
        assert ordinal(number, form="long-ordinal") == shown


class TestGender:
    """ "the ordinal term of the same gender is used, with a fallback to the neuter variant if the
    feminine or masculine variant is undefined." ("Gender-specific Ordinals")"""

    TERMS = (
        term("edition", "édition", 'gender="feminine"')
        + term("ordinal", "e")
        + term("ordinal-01", "re", 'gender-form="feminine" match="whole-number"')
        + term("ordinal-01", "er", 'gender-form="masculine" match="whole-number"')
        + term("long-ordinal-01", "premier")
        + term("long-ordinal-01", "première", 'gender-form="feminine"')
    )

    def test_the_example(self) -> None:
        assert [ordinal(n, self.TERMS) for n in (1, 3)] == ["1re", "3e"]

    def test_long(self) -> None:
        assert ordinal(1, self.TERMS, "long-ordinal") == "première"

    def test_a_noun_without_gender(self) -> None:
        terms = self.TERMS.replace('gender="feminine"', "", 1)
        assert [ordinal(n, terms) for n in (1, 3)] == ["1e", "3e"]
        assert ordinal(1, terms, "long-ordinal") == "premier"


class TestGenderedOnly:
    """Of a language that has ordinals for a gender only, the feminine is taken for nouns without
    one: neither a bare number nor the English word ("Locale Fallback")."""

    @pytest.mark.parametrize(("form", "shown"), [("ordinal", "2.ª"), ("long-ordinal", "segunda")])
    def test_portuguese(self, form: str, shown: str) -> None:
        assert ordinal(2, form=form, locale="pt-PT") == shown

    def test_the_neuter_comes_first(self) -> None:
        terms = term("ordinal", "n") + term("ordinal", "f", 'gender-form="feminine"')
        assert ordinal(2, terms) == "2n"

    def test_the_masculine_comes_last(self) -> None:
        assert ordinal(2, term("ordinal", "m", 'gender-form="masculine"')) == "2m"

    def test_single_numbers_have_no_neuter_of_their_own(self) -> None:
        terms = term("ordinal", "n") + term("ordinal-02", "f", 'gender-form="feminine"')
        assert ordinal(2, terms) == "2n"
