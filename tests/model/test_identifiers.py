"""Identifier models: one value whatever the spelling, and a canonical link."""

import copy
import pickle
from typing import Any

import pytest

from citekit.errors import IdentifierError
from citekit.model.identifiers import (
    DOI,
    ISBN,
    ISSN,
    ORCID,
    PMCID,
    PMID,
    URL,
    ArXiv,
    several,
    single,
)

SAME: list[tuple[Any, list[Any], str]] = [
    (
        DOI,
        [
            "10.48550/arXiv.2302.13971",
            "doi:10.48550/arxiv.2302.13971",
            "https://dx.doi.org/10.48550/ARXIV.2302.13971",
        ],
        "https://doi.org/10.48550/arXiv.2302.13971",
    ),
    (
        ArXiv,
        ["2302.13971", "arXiv:2302.13971", "https://arxiv.org/pdf/2302.13971"],
        "https://arxiv.org/abs/2302.13971",
    ),
    (ISBN, ["978-0-262-51087-5", "0262510871"], "urn:isbn:9780262510875"),
    (ISSN, ["0028-0836", "00280836"], "https://portal.issn.org/resource/ISSN/0028-0836"),
    (PMID, ["23193287", "PMID: 23193287", 23193287], "https://pubmed.ncbi.nlm.nih.gov/23193287/"),
    (
        PMCID,
        ["PMC3531190", "pmcid: PMC3531190"],
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/",
    ),
    (
        ORCID,
        ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"],
        "https://orcid.org/0000-0002-1825-0097",
    ),
    (URL, ["https://example.org/a%20b", "https://example.org/a b"], "https://example.org/a%20b"),
]


@pytest.mark.parametrize(("kind", "spellings", "link"), SAME)
class TestEveryKind:
    def test_all_spellings_are_one_value(self, kind: Any, spellings: list[Any], link: str) -> None:
        assert len({kind(each) for each in spellings}) == 1

    def test_it_has_its_canonical_link(self, kind: Any, spellings: list[Any], link: str) -> None:
        assert kind(spellings[0]).link == link

    def test_it_survives_copying_pickling_and_itself(
        self, kind: Any, spellings: list[Any], link: str
    ) -> None:
        found = kind(spellings[0])
        assert pickle.loads(pickle.dumps(found)) == copy.deepcopy(found) == kind(found) == found

    def test_its_repr_makes_it_again(self, kind: Any, spellings: list[Any], link: str) -> None:
        found = kind(spellings[0])
        assert eval(repr(found)) == found
        assert str(found) == found.value

    @pytest.mark.parametrize("value", ["nonsense", "", None, True, 1.5, [], b"x", "\ud800"])
    def test_what_is_none_is_an_error(
        self, kind: Any, spellings: list[Any], link: str, value: Any
    ) -> None:
        with pytest.raises(IdentifierError):
            kind(value)


class TestArXiv:
    def test_version_and_class_are_kept_where_stated(self) -> None:
        paper = ArXiv("2302.13971v2 [cs.CL]")
        assert (paper.id, paper.version, paper.primary_class) == ("2302.13971", 2, "cs.CL")
        assert ArXiv("2302.13971", "cs.CL").primary_class == "cs.CL"
        assert ArXiv("2302.13971").primary_class == ""

    def test_another_version_is_another_value(self) -> None:
        assert ArXiv("2302.13971v1") != ArXiv("2302.13971v2")


class TestConverters:
    def test_nothing_is_none(self) -> None:
        assert single(DOI)(None) is None
        assert single(DOI)("") is None
        assert several(ISSN)(()) == several(ISSN)("") == ()

    def test_several_come_as_text_a_list_or_one_value(self) -> None:
        two = (ISSN("0028-0836"), ISSN("1476-4687"))
        assert several(ISSN)("0028-0836, 1476-4687") == two
        assert several(ISSN)("0028-0836; 1476-4687; 0028-0836") == two
        assert several(ISSN)(two) == two
        assert several(ISSN)(two[0]) == two[:1]


def test_an_isbn_remembers_how_it_was_written() -> None:
    """It does not matter in comparing, and survives copies."""
    written = "0 262 51087 1"
    isbn = ISBN(f"ISBN-10: {written}")
    assert isbn == ISBN("9780262510875")
    assert hash(isbn) == hash(ISBN("9780262510875"))
    assert [isbn.written, ISBN(isbn).written, pickle.loads(pickle.dumps(isbn)).written] == (
        [written] * 3
    )


def test_an_isbn_with_hyphens() -> None:
    """ISO 2108: the elements are separated where the number is shown to people."""
    assert ISBN("0262510871").hyphenated == "978-0-262-51087-5"
