"""arXiv identifiers. Source: arXiv, "Understanding the arXiv identifier"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import IdentifierError
from citekit.parsing.identifiers.arxiv import (
    ArxivParts,
    arxiv_doi,
    arxiv_link,
    doi_arxiv,
    find_arxiv,
    normalise_arxiv,
    parse_arxiv,
)
from citekit.tables.arxiv import CURRENT_ARCHIVES, OLD_ARCHIVES

LLAMA = ArxivParts("2302.13971")


class TestForms:
    @pytest.mark.parametrize(
        "text",
        [
            "2302.13971", "arXiv:2302.13971", "ARXIV:2302.13971", "arXiv: 2302.13971",
            "arXiv 2302.13971", "arXiv/2302.13971", "https://arxiv.org/abs/2302.13971",
            "http://www.arxiv.org/abs/2302.13971", "https://export.arxiv.org/abs/2302.13971",
            "arxiv.org/abs/2302.13971", "https://arxiv.org/pdf/2302.13971",
            "https://arxiv.org/pdf/2302.13971.pdf", "https://arxiv.org/html/2302.13971",
            "https://arxiv.org/abs/2302.13971?context=cs", "https://arxiv.org/abs/2302.13971#a",
            "10.48550/arXiv.2302.13971", "doi:10.48550/arXiv.2302.13971",
            "https://doi.org/10.48550/ARXIV.2302.13971", "oai:arXiv.org:2302.13971",
            " 2302.13971. ", "arXiv:2302.13971 27 Feb 2023",
        ],
    )  # fmt: skip
    def test_every_form_is_the_same_paper(self, text: str) -> None:
        assert parse_arxiv(text) == LLAMA
        assert normalise_arxiv(text) == "2302.13971"

    @pytest.mark.parametrize(
        "text", ["2302.13971v1", "https://arxiv.org/pdf/2302.13971v1.pdf", "arXiv:2302.13971V1"]
    )
    def test_versions(self, text: str) -> None:
        assert parse_arxiv(text) == ArxivParts("2302.13971", 1)
        assert normalise_arxiv(text) == "2302.13971v1"

    @pytest.mark.parametrize(
        ("text", "subject"),
        [
            ("[cs.CL]", "cs.CL"),
            ("[cs.cl]", "cs.CL"),
            ("[hep-th]", "hep-th"),
            ("[physics.acc-ph]", "physics.acc-ph"),
            ("[cond-mat.mtrl-sci]", "cond-mat.mtrl-sci"),
            ("[q-bio.NC]", "q-bio.NC"),
            ("[stat.ML]", "stat.ML"),
        ],
    )
    def test_the_subject_class_that_the_text_names(self, text: str, subject: str) -> None:
        assert parse_arxiv(f"arXiv:2302.13971v1  {text}  27 Feb 2023").primary_class == subject

    def test_without_brackets_there_is_none(self) -> None:
        assert parse_arxiv("arXiv:2302.13971").primary_class == ""


class TestOldForm:
    """Until March 2007: archive/YYMMNNN, with or without subject class."""

    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("hep-th/9901001", ArxivParts("hep-th/9901001")),
            ("hep-th/9901001v3", ArxivParts("hep-th/9901001", 3)),
            ("math.GT/0309136", ArxivParts("math/0309136", None, "math.GT")),
            ("arXiv:math.gt/0309136v2", ArxivParts("math/0309136", 2, "math.GT")),
            ("https://arxiv.org/abs/cond-mat/0703001", ArxivParts("cond-mat/0703001")),
            ("q-alg/9712001", ArxivParts("q-alg/9712001")),
            ("physics.acc-ph/0101001", ArxivParts("physics/0101001", None, "physics.acc-ph")),
            ("HEP-TH/9107001", ArxivParts("hep-th/9107001")),
        ],
    )
    def test_it_is_read(self, text: str, parts: ArxivParts) -> None:
        assert parse_arxiv(text) == parts

    def test_a_class_in_brackets_goes_before(self) -> None:
        assert parse_arxiv("math.GT/0309136 [math.AG]").primary_class == "math.AG"

    @pytest.mark.parametrize("archive", sorted(OLD_ARCHIVES))
    def test_every_archive(self, archive: str) -> None:
        assert parse_arxiv(f"{archive}/9901001").id == f"{archive}/9901001"

    @pytest.mark.parametrize("archive", sorted(CURRENT_ARCHIVES - OLD_ARCHIVES))
    def test_later_archives_never_had_this_form(self, archive: str) -> None:
        with pytest.raises(IdentifierError, match="no archive"):
            parse_arxiv(f"{archive}/0701001")
        assert parse_arxiv(f"2302.13971 [{archive}.AB]").primary_class == f"{archive}.AB"


class TestValidity:
    """YYMM is a month in which the form was in use; NNNN until 2014, NNNNN since 2015."""

    @pytest.mark.parametrize("text", ["0704.0001", "1412.9999", "1501.00001", "9912.12345",
        "hep-th/9107001", "hep-th/9912001", "hep-th/0001001", "hep-th/0703001"])  # fmt: skip
    def test_the_limits_are_identifiers(self, text: str) -> None:
        assert parse_arxiv(text).id == text

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("0703.0001", "form was not in use"),
            ("hep-th/0704001", "form was not in use"),
            ("hep-th/9106001", "form was not in use"),
            ("2313.12345", "no month 13"),
            ("2300.12345", "no month 00"),
            ("hep-th/9913001", "no month 13"),
            ("1412.12345", "in 2014 the number after the point has 4 digits"),
            ("1501.1234", "in 2015 the number after the point has 5 digits"),
            ("2302.13971v0", "versions begin with v1"),
            ("2302.13971v01", "versions begin with v1"),
            ("foo/9901001", "no archive 'foo'"),
            ("2302.13971 [foo.CL]", "no subject class 'foo.CL'"),
            ("2302.139715", "not the shape"),
            ("2302.13971v12345", "not the shape"),
            ("2302.13971x", "not the shape"),
            ("2302", "not the shape"),
            ("https://example.org/abs/2302.13971", "not the shape"),
            ("hep-th/990100", "not the shape"),
            ("٢302.13971", "not the shape"),
        ],
    )
    def test_what_is_none_says_why(self, text: str, problem: str) -> None:
        with pytest.raises(IdentifierError, match=problem) as caught:
            parse_arxiv(text)
        assert caught.value.value == text


class TestDoi:
    """ "arXiv DOIs: 10.48550/arXiv.{id}", registered with DataCite for every paper."""

    @pytest.mark.parametrize(
        ("text", "doi"),
        [
            ("2302.13971", "10.48550/arXiv.2302.13971"),
            ("arXiv:2302.13971v1 [cs.CL]", "10.48550/arXiv.2302.13971"),
            ("math.GT/0309136", "10.48550/arXiv.math/0309136"),
        ],
    )
    def test_it_has_no_version(self, text: str, doi: str) -> None:
        assert arxiv_doi(text) == doi

    @given(year=st.integers(15, 99), month=st.integers(1, 12), number=st.integers(0, 99999))
    def test_there_and_back(self, year: int, month: int, number: int) -> None:
        identifier = f"{year:02}{month:02}.{number:05}"
        assert doi_arxiv(arxiv_doi(identifier)) == identifier
        assert parse_arxiv(arxiv_link(identifier)).id == identifier

    @pytest.mark.parametrize(
        "doi", ["10.1000/182", "10.48550/arXiv.2313.12345", "10.48550/other", "", "x10.48550/arXiv"]
    )
    def test_other_dois_have_none(self, doi: str) -> None:
        assert doi_arxiv(doi) is None

    def test_case_and_version_do_not_matter(self) -> None:
        assert doi_arxiv("10.48550/arxiv.hep-th/9901001v2") == "hep-th/9901001"


class TestFreeText:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("arXiv preprint (arXiv:2302.13971)", LLAMA),
            ("arXiv preprint arXiv:2302.13971, 2023", LLAMA),
            ("see https://arxiv.org/pdf/2302.13971.pdf.", LLAMA),
            ("arXiv:2313.12345, arXiv:2302.13971", LLAMA),
            ("doi:10.48550/arXiv.2302.13971", LLAMA),
            ("arXiv:2302.13971v2 [cs.CL]", ArxivParts("2302.13971", 2, "cs.CL")),
            ("It cost 2302.13971 dollars", None),
            ("myarxiv:2302.13971", None),
            ("", None),
        ],
    )
    def test_the_first_one_with_a_label(self, text: str, found: ArxivParts | None) -> None:
        assert find_arxiv(text) == found
