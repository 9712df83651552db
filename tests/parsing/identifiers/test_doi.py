"""DOIs. Sources: ISO 26324; the DOI Handbook."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import IdentifierError
from citekit.parsing.identifiers.cleaning import MAX_LENGTH, clean, cut_punctuation
from citekit.parsing.identifiers.doi import doi_key, doi_link, find_doi, normalise_doi

SICI = "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"


class TestForms:
    """DOI (URL forms, `doi:`) (issue 2)"""

    @pytest.mark.parametrize(
        "text",
        [
            "10.1000/182", "doi:10.1000/182", "DOI: 10.1000/182", "doi 10.1000/182",
            "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182",
            "HTTPS://WWW.DOI.ORG/10.1000/182", "doi.org/10.1000/182", "dx.doi.org/10.1000/182",
            "doi:https://doi.org/10.1000/182", "https://doi.org/doi:10.1000/182",
            "https://doi.org//10.1000/182", "info:doi/10.1000/182", "urn:doi:10.1000/182",
            " 10.1000/182 ", "\u200b10.1000/182\ufeff", "10.1000/182.", "10.1000/182).",
            "10.1000/182”,", "https://doi.org/10.1000%2F182", "https://doi.org/10.1000/182?nosfx=y",
            "https://doi.org/10.1000/182#page",
        ],
    )  # fmt: skip
    def test_every_form_is_the_same_name(self, text: str) -> None:
        assert normalise_doi(text) == "10.1000/182"

    @pytest.mark.parametrize(
        "doi",
        [SICI, "10.1016/0022-0248(77)90098-6", "10.1000.10/123", "10.1000/a?b#c", "10.1000/é",
         "10.123456789/x", "10.1000/[a]", "10.1000/50%25"],
    )  # fmt: skip
    def test_odd_names_stay(self, doi: str) -> None:
        assert normalise_doi(doi) == doi

    def test_percent_encoding_is_undone_in_addresses_only(self) -> None:
        assert normalise_doi("https://doi.org/10.1000/a%20b%3Cc%3E".replace("%20", "")) == (
            "10.1000/ab<c>"
        )
        assert normalise_doi("10.1000/a%3Cb") == "10.1000/a%3Cb"

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("10.1000", "no slash"),
            ("10/abc", "short DOI"),
            ("10.1000/a b", "a space in it"),
            ("10.1000/", "suffix is empty"),
            ("10.12/a", "4 to 9 digits"),
            ("10.1234567890/a", "4 to 9 digits"),
            ("11.1000/a", "does not begin with 10."),
            ("https://example.org/10.1000/182", "does not begin with 10."),
            ("https://doi.org/", "does not begin with 10."),
            ("https://doi.org/10.1000/%ff", "not UTF-8"),
            ("https://doi.org/10.1000/a%0ab", "control or invisible"),
            ("https://doi.org/10.1000/a%e2%80%aeb", "control or invisible"),
            ("https://doi.org/10.1000/a%20b", "a space in it"),
            ("10.1000/a\u202eb", "control or invisible"),
            ("10.1000/a\ud800", "control or invisible"),
            ("10.1000/" + "a" * MAX_LENGTH, "more than 2000"),
            ("", "empty"),
            (None, "no text"),
        ],
    )
    def test_what_is_none_says_why(self, text: str, problem: str) -> None:
        with pytest.raises(IdentifierError, match=problem) as caught:
            normalise_doi(text)
        assert caught.value.value == text
        assert caught.value.hint == "a DOI looks like 10.1000/182"


class TestKey:
    """ "DOI names are case insensitive" for ASCII characters (DOI Handbook, 2.4)"""

    def test_ascii_letters_only(self) -> None:
        assert doi_key("10.48550/arXiv.X") == "10.48550/arxiv.x"
        assert doi_key("10.1000/É") == "10.1000/É"


class TestLink:
    """Characters that a URL cannot hold are percent-encoded (DOI Handbook, "Encoding DOIs")."""

    def test_plain_ones_stay_readable(self) -> None:
        assert doi_link("10.48550/arXiv.2302.13971") == "https://doi.org/10.48550/arXiv.2302.13971"

    @pytest.mark.parametrize("char", '%"# ?<>{}^[]`|\\+é')
    def test_special_ones_are_encoded(self, char: str) -> None:
        link = doi_link(f"10.1000/a{char}b")
        assert char not in link.replace("%", "") if char == "%" else char not in link
        assert unquote(link) == f"https://doi.org/10.1000/a{char}b"

    @given(suffix=st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1))
    def test_the_link_leads_back_to_the_name(self, suffix: str) -> None:
        name = cut_punctuation("10.1000/" + suffix)
        if name != "10.1000/" and name == "10.1000/" + suffix:
            assert normalise_doi(doi_link(normalise_doi(name))) == normalise_doi(name)


class TestFreeText:
    @pytest.mark.parametrize(
        ("text", "doi"),
        [
            ("See Smith (doi:10.1000/182), p. 3.", "10.1000/182"),
            ("https://doi.org/10.1000/a%3Cb%3E.", "10.1000/a<b>"),
            (f"x {SICI} y", SICI),
            ('<a href="https://doi.org/10.1000/182">10.1000/183</a>', "10.1000/182"),
            ("<b>10.1000/183</b>", "10.1000/183"),
            ("10.1000/. 10.1000/184", "10.1000/184"),
            ("version 1.10.1000/182", None),
            ("no DOI", None),
        ],
    )
    def test_the_first_one(self, text: str, doi: str) -> None:
        assert find_doi(text) == doi


class TestCleaning:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a.", "a"), ("a(b)", "a(b)"), ("a(b))", "a(b)"), ("a).,;", "a"), ("a[b]", "a[b]"),
            ("a]", "a"), ("a}", "a"), ("a>", "a"), ("a<b>", "a<b>"), (").", ""), ("", ""),
            ("a(b", "a(b"), ("a»", "a"), ("a'\"", "a"),
        ],
    )  # fmt: skip
    def test_closing_punctuation_is_cut(self, text: str, expected: str) -> None:
        assert cut_punctuation(text) == expected

    def test_a_million_brackets(self) -> None:
        assert cut_punctuation("a" + ")" * 1_000_000) == "a"

    def test_allowed_characters(self) -> None:
        assert clean("a\u200cb", "x", "", allowed="\u200c") == "a\u200cb"
        with pytest.raises(IdentifierError, match="invisible"):
            clean("a\u200cb", "x", "")

    def test_the_limit_itself(self) -> None:
        assert len(clean("a" * MAX_LENGTH, "x", "")) == MAX_LENGTH
