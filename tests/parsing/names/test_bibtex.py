"""BibTeX's own algorithm (bibtex.web; Patashnik, "BibTeXing", section 4)."""

from __future__ import annotations

import pytest

from citekit.errors import InvalidNameError
from citekit.parsing.names.bibtex import (
    parse_bibtex_name,
    split_bibtex_names,
)


def four(text: str) -> tuple[str, str, str, str]:
    """Give first, von, last and jr."""
    name = parse_bibtex_name(text)
    return name.given, name.non_dropping_particle, name.family, name.suffix


class TestAnd:
    """ "`and` is split only at brace depth 0, between white space, case-insensitively; `~` is no
    white space for `and`" (bibtex-rules, Reader 3)."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("A and B", ("A", "B")),
            ("A AND\n B aNd C", ("A", "B", "C")),
            ("{A and B} and C", ("{A and B}", "C")),
            ("A~and~B", ("A~and~B",)),
            ("Brand and Land", ("Brand", "Land")),
            ("{a {b} and c} and D", ("{a {b} and c}", "D")),
            ("A and and B", ("A", "B")),
            ("A and", ("A",)),
            ("} and B", ("}", "B")),
            ("A {x}and B", ("A {x}and B",)),
            ("A and{B}", ("A and{B}",)),
        ],
    )
    def test_split(self, text: str, expected: tuple[str, ...]) -> None:
        assert split_bibtex_names(text) == expected


class TestParts:
    """ "First von Last", "von Last, First", "von Last, Jr, First"."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Donald E. Knuth", ("Donald E.", "", "Knuth", "")),
            (
                "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
                ("Charles Louis Xavier Joseph", "de la", "Vall{\\'e}e Poussin", ""),
            ),
            ("de la Vall{\\'e}e Poussin, Charles", ("Charles", "de la", "Vall{\\'e}e Poussin", "")),
            ("King, Jr, Martin Luther", ("Martin Luther", "", "King", "Jr")),
            ("jean de la fontaine", ("", "jean de la", "fontaine", "")),
            ("Jean De La Fontaine", ("Jean De La", "", "Fontaine", "")),
            ("Jean {de} La Fontaine", ("Jean {de} La", "", "Fontaine", "")),
            ("Jean-Paul Sartre-Dupont", ("Jean-Paul", "", "Sartre-Dupont", "")),
            ("Plato", ("", "", "Plato", "")),
            ("AA~BB CC", ("AA BB", "", "CC", "")),
            ("AA bb, CC", ("CC", "", "AA bb", "")),
            ("aa bb, CC", ("CC", "aa", "bb", "")),
            ("AA bb CC dd EE", ("AA", "bb CC dd", "EE", "")),
            ("AA .bb CC", ("AA", ".bb", "CC", "")),
            (", Jane", ("", "", "Jane", "")),
            ("Smith, ", ("", "", "Smith", "")),
            ("Jane Smith-", ("Jane", "", "Smith", "")),
            ("-, Jane", ("", "", "Jane", "")),
        ],
    )
    def test_algorithm(self, text: str, expected: tuple[str, str, str, str]) -> None:
        assert four(text) == expected

    @pytest.mark.parametrize(
        ("token", "von"),
        [
            ("{\\'e}mile", True),
            ("{\\'E}mile", False),
            ("{\\oe}x", True),
            ("{\\OE}x", False),
            ("{\\i}X", True),
            ("{\\LaTeX}x", False),
            ("{\\relax van}x", True),
            ("{\\'{}}x", False),
            ("{van}", False),
            ("{Van}der", True),
            ("{{van}}Der", False),
            ("\\'eX", True),
            ("1", False),
            ("1b", True),
            ("王", False),
            ("王b", True),
            ("éx", True),
        ],
    )
    def test_case_of_a_token(self, token: str, von: bool) -> None:
        """ "von = first letter lower case at brace depth 0"; a special character has a case, a
        brace group without a control sequence has none (bibtex-rules, Names 1)."""
        first, found, last, _ = four(f"{token} AA, BB")
        assert (first, found, last) == (("BB", token, "AA") if von else ("BB", "", f"{token} AA"))

    def test_marks_go(self) -> None:
        """ "Real .bib files have `Lin*, Yujun`" (bibtex-rules, Names 5)."""
        assert four("Lin*, Yujun") == ("Yujun", "", "Lin", "")
        assert four("*, Yujun") == ("Yujun", "", "*", "")

    def test_an_open_brace_holds_the_rest_together(self) -> None:
        assert four("{unclosed AA, BB") == ("", "", "{unclosed AA, BB", "")
        assert four("Roe {AA BB") == ("Roe", "", "{AA BB", "")
        assert four("{AA Roe") == ("", "", "{AA Roe", "")
        assert four("{AA} {BB") == ("{AA}", "", "{BB", "")

    def test_hyphens_between_parts(self) -> None:
        assert four("A B-{C D}") == ("A", "", "B-{C D}", "")
        assert four("B-C") == ("", "", "B-C", "")


class TestOrganizations:
    """ "`{World Health Organization}` = organization"."""

    @pytest.mark.parametrize(
        "text", ["{World Health Organization}", "{{World Health Organization}}"]
    )
    def test_one_group(self, text: str) -> None:
        assert parse_bibtex_name(text).literal == text[1:-1]

    @pytest.mark.parametrize("text", ["{A} {B}", "{\\O}", "{A}B"])
    def test_no_group_round_the_whole(self, text: str) -> None:
        assert parse_bibtex_name(text).literal == ""

    def test_unbraced_by_shape(self) -> None:
        name = parse_bibtex_name("World Health Organization")
        assert name.literal == "World Health Organization"
        assert [each.code for each in name.diagnostics] == ["organization-guessed"]
        assert parse_bibtex_name("Organization, World").family == "Organization"


class TestFaults:
    """More than two commas are "Too many commas" in BibTeX (bibtex-rules, Writer 2)."""

    def test_too_many_commas(self) -> None:
        name = parse_bibtex_name("A, B, C, D")
        assert (name.literal, name.diagnostics[0].code) == ("A, B, C, D", "name-guessed")

    @pytest.mark.parametrize("text", ["", " ", ",", "~", "-", " , ", "{}", "{ {} }"])
    def test_nobody(self, text: str) -> None:
        with pytest.raises(InvalidNameError):
            parse_bibtex_name(text)
