"""Entries of reports, theses, data, preprints and web pages (APA 7, 10.4 to 10.9, 10.16)."""

from __future__ import annotations

from typing import Any

import pytest

from apa_helpers import entry, roe


class TestReports:
    """10.4: the number in parentheses after the title."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"number": 12}, " (Report No. 12)"),
            ({"number": "NASA-TM-12"}, " (NASA-TM-12)"),
            ({"number": "18-3856", "genre": "NIH Publication"}, " (NIH Publication No. 18-3856)"),
            ({"number": "3", "genre": "Working paper No."}, " (Working paper No. 3)"),
            ({"genre": "Technical brief"}, " [Technical brief]"),
            ({"number": "WP-3", "genre": "technical brief"}, " (WP-3) [Technical brief]"),
            ({}, ""),
        ],
    )
    def test_number(self, fields: dict[str, Any], expected: str) -> None:
        assert roe(type="report", title="Some Findings", **fields) == f"*Some findings*{expected}."

    def test_standard(self) -> None:
        shown = roe(type="standard", title="Safety", genre="ISO Standard", number="45001:2018")
        assert shown == "*Safety* (ISO Standard No. 45001:2018)."

    @pytest.mark.parametrize(
        ("place", "expected"),
        [
            ("US", "U.S. Patent No. 9,367,592"),
            ("U.S.", "U.S. Patent No. 9,367,592"),
            ("usa", "U.S. Patent No. 9,367,592"),
            ("United States", "U.S. Patent No. 9,367,592"),
            ("United States of America", "U.S. Patent No. 9,367,592"),
            ("Canadian", "Canadian Patent No. 9,367,592"),
            ("", "Patent No. 9,367,592"),
        ],
    )
    def test_patent(self, place: str, expected: str) -> None:
        """11.8: the number with its office, and the office as the source."""
        shown = roe(
            type="patent", title="T", number="9,367,592", jurisdiction=place, authority="USPTO"
        )
        assert shown == f"*T* ({expected}). USPTO."


class TestTheses:
    """10.6: published ones name the university in brackets, unpublished ones as the source."""

    @pytest.mark.parametrize(
        ("genre", "expected"),
        [
            ("PhD thesis", "Doctoral dissertation"),
            ("phdthesis", "Doctoral dissertation"),
            ("Ph.D. dissertation", "Doctoral dissertation"),
            ("Doctoral thesis", "Doctoral thesis"),
            ("Master's thesis", "Master's thesis"),
            ("mastersthesis", "Master's thesis"),
            ("MSc thesis", "Master's thesis"),
            ("Bachelor's thesis", "Bachelor's thesis"),
            ("", "Thesis"),
        ],
    )
    def test_published(self, genre: str, expected: str) -> None:
        fields = {"title": "T", "publisher": "MIT", "url": "https://example.org"}
        shown = roe(type="thesis", genre=genre, **fields)
        assert shown == f"*T* [{expected}, MIT]. https://example.org"

    def test_unpublished(self) -> None:
        shown = roe(type="thesis", title="T", genre="PhD thesis", publisher="MIT")
        assert shown == "*T* [Unpublished doctoral dissertation]. MIT."

    def test_archive_and_number(self) -> None:
        shown = roe(
            type="thesis",
            title="T",
            genre="Doctoral dissertation",
            publisher="MIT",
            number=10289373,
            archive="ProQuest",
        )
        assert shown == "*T* (Publication No. 10289373) [Doctoral dissertation, MIT]. ProQuest."

    def test_repository(self) -> None:
        shown = roe(type="thesis", title="T", publisher="MIT", venue="DSpace", archive="DSpace")
        assert shown == "*T* [Thesis, MIT]. DSpace."


class TestDataAndSoftware:
    """10.9 and 10.10: version in parentheses, description in brackets, then publisher."""

    def test_data_set(self) -> None:
        shown = roe(type="dataset", title="A Survey", version=2, publisher="Zenodo")
        assert shown == "*A survey* (Version 2) [Data set]. Zenodo."

    def test_publisher_and_repository(self) -> None:
        shown = roe(type="dataset", title="T", publisher="A", venue="B")
        assert shown == "*T* [Data set]. A. B."
        assert roe(type="dataset", title="T", publisher="A", venue="A") == "*T* [Data set]. A."

    def test_software(self) -> None:
        shown = roe(type="software", title="Tool", version="v3.3.070", publisher="Biostat")
        assert shown == "*Tool* (Version 3.3.070) [Computer software]. Biostat."

    def test_the_record_may_know_better(self) -> None:
        shown = roe(type="software", title="Tool", genre="mobile app", venue="App Store")
        assert shown == "*Tool* [Mobile app]. App Store."

    def test_without_a_title_the_description_stands_for_it(self) -> None:
        """9.22."""
        assert roe(type="dataset", publisher="Zenodo") == "[Data set]. Zenodo."


class TestPreprints:
    """10.8, example 73: repository as the source; the id in parentheses."""

    def test_arxiv(self) -> None:
        shown = roe(type="preprint", title="T", arxiv="2302.13971v2")
        assert shown == (
            "*T* (arXiv:2302.13971v2). arXiv. https://doi.org/10.48550/arXiv.2302.13971"
        )

    def test_the_page_may_word_the_repository_in_its_way(self) -> None:
        shown = roe(type="preprint", title="T", venue="arXiv preprint (arXiv:2302.13971)")
        assert shown == "*T*. arXiv."

    def test_a_preprint_that_was_submitted_is_still_one(self) -> None:
        shown = roe(type="preprint", title="T", venue="bioRxiv", status="submitted")
        assert shown == "*T*. bioRxiv."

    def test_another_repository(self) -> None:
        shown = roe(type="preprint", title="T", venue="PsyArXiv", doi="10.31234/osf.io/abc")
        assert shown == "*T*. PsyArXiv. https://doi.org/10.31234/osf.io/abc"

    def test_a_doi_of_its_own_is_kept(self) -> None:
        shown = roe(type="preprint", title="T", arxiv="2302.13971", doi="10.1000/x")
        assert shown.endswith("https://doi.org/10.1000/x")

    def test_a_document_at_arxiv(self) -> None:
        shown = roe(type="article", title="T", arxiv="2302.13971")
        assert shown == "*T* (arXiv:2302.13971). arXiv. https://arxiv.org/abs/2302.13971"

    def test_a_manuscript_at_arxiv(self) -> None:
        shown = roe(type="manuscript", title="T", arxiv="2302.13971")
        assert shown.startswith("*T* (arXiv:2302.13971) [Unpublished manuscript]. arXiv. https://")

    def test_an_article_elsewhere_is_not_linked_to_its_preprint(self) -> None:
        shown = roe(type="article-journal", title="T", venue="J", arxiv="2302.13971")
        assert shown == "T. *J*."

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, "Unpublished manuscript"),
            ({"status": "submitted"}, "Manuscript submitted for publication"),
            ({"status": "in preparation"}, "Manuscript in preparation"),
        ],
    )
    def test_manuscripts(self, fields: dict[str, Any], expected: str) -> None:
        shown = roe(type="manuscript", title="T", publisher="University of X", **fields)
        assert shown == f"*T* [{expected}]. University of X."

    def test_the_journal_that_has_not_accepted_it_is_not_named(self) -> None:
        shown = roe(type="article-journal", title="T", venue="Nature", status="submitted")
        assert "Nature" not in shown


class TestWebPages:
    """10.16: the site as the source, unless it is the author."""

    def test_site(self) -> None:
        shown = roe(type="webpage", title="Why Us?", venue="HuffPost", url="https://example.org/x")
        assert shown == "*Why us?* HuffPost. https://example.org/x"

    def test_site_that_is_the_author(self) -> None:
        shown = entry(type="webpage", title="T", authors="OpenAI", venue="OpenAI", issued=2020)
        assert shown == "OpenAI. (2020). *T*."

    def test_publisher_for_a_site(self) -> None:
        assert roe(type="webpage", title="T", publisher="P") == "*T*. P."

    def test_post(self) -> None:
        """10.15: the first 20 words of the post, as they are, then its kind and the site."""
        words = [f"Word{number}" for number in range(25)]
        shown = roe(type="post", title=" ".join(words), genre="Tweet", venue="Twitter")
        assert shown == f"*{' '.join(words[:20])}* [Tweet]. Twitter."
        twenty = " ".join(words[:20])
        assert roe(type="post", title=twenty) == f"*{twenty}* [Online post]."
        assert roe(type="post", title="A Short Post") == "*A Short Post* [Online post]."

    def test_blog(self) -> None:
        assert roe(type="post-weblog", title="Ouch", venue="Sci-Ed") == "Ouch. *Sci-Ed*."
