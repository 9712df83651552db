"""Specification of how a style is found and checked (`citekit.styles.csl.source.load`)."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from citekit.errors import ReadError, StyleError, UnknownNameError
from citekit.styles.csl.source import catalogue, load
from citekit.styles.csl.source.catalogue import PackagedStyle
from citekit.styles.csl.source.load import load_path, load_style, load_xml
from citekit.styles.csl.style.xml import parse_checked

NS = 'xmlns="http://purl.org/net/xbiblio/csl"'
UPDATED = "<updated>2012-09-09T21:58:08+00:00</updated>"


def dependent(parent: str, locale: str = "") -> str:
    link = f'<link href="{parent}" rel="independent-parent"/>'
    return (
        f'<style {NS} version="1.0"{locale}><info><title>My  Journal</title>'
        f"<id>http://example.org/mine</id>{link}{UPDATED}</info></style>"
    )


def independent(inside: str = '<text variable="title"/>', attributes: str = "") -> str:
    return (
        f'<style {NS} version="1.0" class="in-text"{attributes}><info><title>T</title>'
        f"<id>http://www.zotero.org/styles/mine</id>{UPDATED}</info>\n"
        f"<citation>\n<layout>\n{inside}</layout></citation></style>"
    )


class TestByName:
    """Load an installed style by name: an id, an old id, or a full URI."""

    def test_an_independent_style(self) -> None:
        style = load_style("nature")
        assert (style.id, style.title, style.dependent) == ("nature", "Nature", None)
        assert style.default_locale == "en-GB"
        assert parse_checked(style.xml).find("{*}bibliography") is not None

    def test_an_old_name(self) -> None:
        style = load_style("vancouver")
        assert (style.id, style.renamed_from) == ("nlm-citation-sequence", "vancouver")

    def test_notes_and_text(self) -> None:
        assert load_style("chicago-notes-bibliography").style_class == "note"
        assert load_style("apa").style_class == "in-text"

    def test_unknown(self) -> None:
        with pytest.raises(UnknownNameError):
            load_style("../nature")

    def test_a_damaged_file_says_where(self, monkeypatch: pytest.MonkeyPatch) -> None:
        broken = PackagedStyle("nature", f"<style {NS}>\n<oops></style>".encode(), False)
        monkeypatch.setattr(load, "find_style", lambda name: broken)
        with pytest.raises(StyleError) as caught:
            load_style("nature")
        assert caught.value.faults[0].line == 2


class TestDependents:
    """A dependent style has a title, perhaps a `default-locale`, and a link to the independent
    style that it stands for (CSL 1.0.2, "File Types")."""

    def test_the_xml_is_the_parents_the_title_its_own(self) -> None:
        style = load_style("nature-digest")
        assert (style.id, style.title, style.dependent) == (
            "nature-digest",
            "Nature Digest",
            "nature",
        )
        assert style.xml == load_style("nature").xml

    def test_its_own_locale_goes_before_its_parents(self) -> None:
        parent = "http://www.zotero.org/styles/nature"
        assert load_xml(dependent(parent)).default_locale == "en-GB"
        assert load_xml(dependent(parent, ' default-locale="de-DE"')).default_locale == "de-DE"

    def test_its_parent_may_have_been_renamed(self) -> None:
        style = load_xml(dependent("http://www.zotero.org/styles/mla"))
        assert (style.id, style.dependent) == (
            "http://example.org/mine",
            "modern-language-association",
        )

    @pytest.mark.parametrize(
        "parent",
        [
            "/etc/passwd",
            "file:///etc/passwd",
            "http://example.org/nature",
            "http://www.zotero.org/styles/../styles/nature",
            "nature",
            "",
        ],
    )
    def test_no_other_file_and_no_network_is_read(self, parent: str) -> None:
        with pytest.raises(StyleError) as caught:
            load_xml(dependent(parent))
        assert "cannot follow" in str(caught.value)
        assert caught.value.faults[0].line == 1

    def test_an_unknown_parent(self) -> None:
        with pytest.raises(StyleError, match="'natur' is not installed; did you mean 'nature'"):
            load_xml(dependent("http://www.zotero.org/styles/natur"))

    def test_a_parent_that_is_dependent_itself(self) -> None:
        with pytest.raises(StyleError, match="is a dependent style itself"):
            load_xml(dependent("http://www.zotero.org/styles/nature-digest"))


class TestForeignXml:
    """XML that citekit did not bring along is checked in three steps, each of which must pass."""

    def test_a_good_one(self) -> None:
        style = load_xml(independent(attributes=' default-locale="fr"'))
        assert (style.id, style.title, style.default_locale) == ("mine", "T", "fr")

    def test_without_a_title_it_has_the_name_that_it_was_given(self) -> None:
        xml = independent().replace("http://www.zotero.org/styles/mine", " ")
        assert load_xml(xml, name="my.csl").id == "my.csl"

    def test_is_it_safe(self) -> None:
        with pytest.raises(StyleError, match="<!DOCTYPE is not allowed"):
            load_xml("<!DOCTYPE style>" + independent())

    def test_what_is_wrong_on_which_line(self) -> None:
        with pytest.raises(StyleError, match="line 4: macro 'gone' is missing"):
            load_xml(independent('<text macro="gone"/>'))

    def test_macros_in_a_circle(self) -> None:
        macro = '<macro name="a"><text macro="a"/></macro>'
        with pytest.raises(StyleError, match="calls itself"):
            load_xml(independent('<text macro="a"/>').replace("<citation>", macro + "<citation>"))

    def test_macros_that_double_at_each_level(self) -> None:
        macros = "".join(
            f'<macro name="m{i}"><text macro="m{i + 1}"/><text macro="m{i + 1}"/></macro>'
            for i in range(30)
        )
        macros += '<macro name="m30"><text variable="title"/></macro>'
        xml = independent('<text macro="m0"/>').replace("<citation>", macros + "<citation>")
        with pytest.raises(StyleError, match="expand to"):
            load_xml(xml)

    def test_the_schema_as_a_yes_or_no(self) -> None:
        with pytest.raises(StyleError, match=r"does not follow the schema of CSL 1\.0\.2"):
            load_xml(independent().replace(UPDATED, ""))

    def test_its_attributes_with_their_lines(self) -> None:
        with pytest.raises(StyleError, match="line 1: cs:style takes no attribute 'no-such'"):
            load_xml(independent(attributes=' no-such="1"'))

    def test_a_locale_is_no_style(self) -> None:
        with pytest.raises(StyleError, match="not cs:style"):
            load_xml(f'<locale {NS} version="1.0"/>')

    def test_the_error_has_the_name(self) -> None:
        with pytest.raises(StyleError, match=r"'my\.csl'"):
            load_xml("", name="my.csl")


class TestByPath:
    """Load a style from a file. Only a path ever names a file."""

    def test_a_good_one(self, tmp_path: Path) -> None:
        path = tmp_path / "mine.csl"
        path.write_text(independent())
        assert load_path(path) == load_path(str(path)) == load_xml(independent())

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError, match="No such file"):
            load_path(tmp_path / "no.csl")

    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(ReadError):
            load_path(tmp_path)
        with pytest.raises(ReadError, match="null"):
            load_path("a\0b")

    def test_a_huge_file_is_not_read_to_its_end(self, tmp_path: Path) -> None:
        path = tmp_path / "huge.csl"
        with path.open("wb") as file:
            file.truncate(10**10)
        with pytest.raises(StyleError, match="larger than"):
            load_path(path)


class TestInstalledStyles:
    """The installed styles are taken as they are when asked for by name: all of them follow the
    schema."""

    def test_a_sample_of_them(self) -> None:
        for name in catalogue.style_ids()[::400]:
            load_xml(load_style(name).xml, name=name)

    def test_no_schema_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
        load._schema_file.cache_clear()
        try:
            with pytest.raises(UnknownNameError, match="citeproc-py is not installed"):
                load._schema_file()
        finally:
            load._schema_file.cache_clear()

    def test_the_tree_is_left_alone(self) -> None:
        xml = load_style("apa").xml
        before = etree.tostring(parse_checked(xml))
        load_xml(xml)
        assert etree.tostring(parse_checked(xml)) == before
