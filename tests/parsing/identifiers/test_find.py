"""PubMed's identifiers, and identifiers in free text."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import IdentifierError
from citekit.parsing import identifiers
from citekit.parsing.identifiers.cleaning import is_unsafe
from citekit.parsing.identifiers.find import FoundIdentifier, find_identifiers
from citekit.parsing.identifiers.pubmed import (
    normalise_pmcid,
    normalise_pmid,
    pmcid_link,
    pmid_link,
)
from strategies import hostile_text

NORMALISERS = [getattr(identifiers, n) for n in identifiers.__all__ if n.startswith("normalise_")]


class TestPmid:
    """ "PMID: a 1 to 8-digit accession number with no leading zeros" (NLM, MEDLINE field PMID)"""

    @pytest.mark.parametrize(
        "text",
        ["23193287", "PMID: 23193287", "pmid:23193287", "PMID 23193287", " 23193287 ",
         "https://pubmed.ncbi.nlm.nih.gov/23193287/", "pubmed.ncbi.nlm.nih.gov/23193287",
         "http://www.ncbi.nlm.nih.gov/pubmed/23193287", "https://ncbi.nlm.nih.gov/pubmed/23193287"],
    )  # fmt: skip
    def test_every_form(self, text: str) -> None:
        assert normalise_pmid(text) == "23193287"

    @pytest.mark.parametrize(
        "text", ["0", "01", "123456789", "PMC12", "12a", "", "٢٣", "https://evil.org/123"]
    )
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(IdentifierError, match="this is no PMID"):
            normalise_pmid(text)

    def test_the_limits(self) -> None:
        assert [normalise_pmid(text) for text in ("1", "99999999")] == ["1", "99999999"]

    def test_its_link(self) -> None:
        assert pmid_link("1") == "https://pubmed.ncbi.nlm.nih.gov/1/"


class TestPmcid:
    """ "PMCID: PMC followed by digits" (NLM); a version may follow after a point."""

    @pytest.mark.parametrize(
        "text",
        ["PMC3531190", "pmc3531190", "3531190", "PMCID: PMC3531190", "PMCID:3531190",
         "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/",
         "https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190"],
    )  # fmt: skip
    def test_every_form(self, text: str) -> None:
        assert normalise_pmcid(text) == "PMC3531190"

    def test_a_version_is_kept(self) -> None:
        assert normalise_pmcid("PMC3531190.1") == "PMC3531190.1"

    @pytest.mark.parametrize("text", ["PMC", "PMC0", "PMC01", "PMC1234567890", "PMC1.0", "PMID:1"])
    def test_what_is_none(self, text: str) -> None:
        with pytest.raises(IdentifierError, match="this is no PMCID"):
            normalise_pmcid(text)

    def test_its_link(self) -> None:
        assert pmcid_link("PMC1") == "https://pmc.ncbi.nlm.nih.gov/articles/PMC1/"


class TestEveryNormaliser:
    """Text in, canonical text out, or an `IdentifierError`; the canonical form is its own."""

    @pytest.mark.parametrize("normalise", NORMALISERS)
    @pytest.mark.parametrize("value", [None, 5, b"10.1000/182", "", "  ", "\u200b", "x" * 9000])
    def test_what_is_no_identifier(self, normalise: Callable[[str], str], value: Any) -> None:
        with pytest.raises(IdentifierError) as caught:
            normalise(value)
        assert caught.value.hint

    @pytest.mark.parametrize("normalise", NORMALISERS)
    @given(
        text=hostile_text
        | st.builds("https://doi.org/10.1000/{}".format, hostile_text)
        | st.builds("10.1000/{}".format, hostile_text)
        | st.builds("https://example.org/{}".format, hostile_text)
        | st.builds("https://{}".format, hostile_text)
    )
    def test_anything_is_refused_or_made_canonical(
        self, normalise: Callable[[str], str], text: str
    ) -> None:
        found = None
        with contextlib.suppress(IdentifierError):
            found = normalise(text)
        if found is not None:
            assert normalise(found) == found
            assert not any(map(is_unsafe, found))
            assert found.encode()


class TestFreeText:
    """What is surely an identifier is found with its place; what is in doubt is left."""

    TEXT = (
        "arXiv preprint (arXiv:2302.13971v1 [cs.CL]). PMID: 123; PMCID: PMC12, "
        "https://example.org/x). ISBN 978-3-16-148410-0, ISSN: 0028-0836; "
        "https://doi.org/10.1000/182. doi: 10.1000/183, 10.48550/arXiv.2302.13971 and "
        "https://orcid.org/0000-0002-1825-0097."
    )

    def test_every_kind(self) -> None:
        assert [(each.kind, each.value) for each in find_identifiers(self.TEXT)] == [
            ("arxiv", "2302.13971v1"),
            ("pmid", "123"),
            ("pmcid", "PMC12"),
            ("url", "https://example.org/x"),
            ("isbn", "9783161484100"),
            ("issn", "0028-0836"),
            ("doi", "10.1000/182"),
            ("doi", "10.1000/183"),
            ("arxiv", "2302.13971"),
            ("orcid", "0000-0002-1825-0097"),
        ]

    def test_their_places(self) -> None:
        shown = [self.TEXT[each.start : each.end] for each in find_identifiers(self.TEXT)]
        assert shown == [
            "arXiv:2302.13971v1 [cs.CL]",
            "PMID: 123",
            "PMCID: PMC12",
            "https://example.org/x",
            "ISBN 978-3-16-148410-0",
            "ISSN: 0028-0836",
            "https://doi.org/10.1000/182",
            "doi: 10.1000/183",
            "10.48550/arXiv.2302.13971",
            "https://orcid.org/0000-0002-1825-0097",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "", "2302.13971", "12345", "978-3-16-148410-0", "0028-0836", "ISBN 978-3-16-148410-1",
            "ISSN 0028-0837", "arXiv:2313.12345", "arXiv:2302.13971v0", "10.1000/", "PMID: 0",
            "PMID: 123456789", "https://a..b/", "javascript:alert(1)", "AI2023", "v10.1000",
            "https://user@example.org/", "xPMID: 1", "10.1000/.",
        ],
    )  # fmt: skip
    def test_what_is_in_doubt_is_left(self, text: str) -> None:
        assert find_identifiers(text) == ()

    def test_an_address_is_one_thing(self) -> None:
        found = find_identifiers("https://arxiv.org/abs/2302.13971")
        assert found == (FoundIdentifier("arxiv", "2302.13971", 0, 32),)

    def test_an_address_with_a_doi_in_it_is_an_address(self) -> None:
        found = find_identifiers("https://example.org/?doi=10.1000/182")
        assert [each.kind for each in found] == ["url"]

    @given(text=hostile_text | st.text("10./dxoia:rvISBN-X htps[]() "))
    def test_places_are_in_order_and_apart(self, text: str) -> None:
        found = find_identifiers(text)
        edges = [edge for each in found for edge in (each.start, each.end)]
        assert edges == sorted(edges)
        assert all(each.start < each.end <= len(text) for each in found)

    @pytest.mark.parametrize(
        "unit", ["10.1000/", "(", "arxiv:", "ISBN 1", "https://", "1-", "doi: ", "1.", "PMC1/"]
    )
    def test_long_text_is_read_to_its_end(self, unit: str) -> None:
        text = unit * 20_000 + " PMID: 7"
        assert find_identifiers(text)[-1].value == "7"
