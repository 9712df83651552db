"""Specification of CSL styles as formatters (`citekit.styles.csl.formatter`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from citekit.errors import OptionError, UnknownNameError
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work
from citekit.styles.base import Formatter
from citekit.styles.csl.formatter import ENGINES, csl
from citekit.styles.csl.source.load import load_style

WORK = Work(id="a", type="book", title="T", authors="A. Lee", issued=2020, edition=2)


class TestFindingTheStyle:
    """Make the formatter of a CSL style: by id, from a file, or from its XML."""

    def test_all_three_alike(self, tmp_path: Path) -> None:
        xml = load_style("nature").xml
        path = tmp_path / "x.csl"
        path.write_bytes(xml)
        rendered = [each.render([WORK]) for each in (csl("nature"), csl(path=path), csl(xml=xml))]
        assert rendered[0] == rendered[1] == rendered[2]

    @pytest.mark.parametrize(
        "given", [{}, {"name": "apa", "xml": "<x/>"}, {"path": "a", "xml": "b"}]
    )
    def test_exactly_one(self, given: dict[str, Any]) -> None:
        with pytest.raises(OptionError, match="exactly one"):
            csl(**given)

    def test_it_is_a_formatter(self) -> None:
        assert isinstance(csl("nature"), Formatter)


class TestOptions:
    """`locale` (a tag; the style's own by default) and `engine`."""

    def test_the_styles_own_locale(self) -> None:
        assert csl("nature").locale == "en-GB"
        assert csl("apa").locale == "en-US"

    def test_a_dependents_own_locale(self) -> None:
        """A dependent style's own default-locale goes before its parent's."""
        for name, locale in [("nature-digest", "en-GB"), ("zeitschrift-fur-psychologie", "en-US")]:
            assert csl(name).locale == (load_style(name).default_locale or locale)

    @pytest.mark.parametrize(
        ("asked", "found"), [("de", "de-DE"), ("de_at", "de-AT"), ("pt", "pt-PT")]
    )
    def test_the_callers_locale(self, asked: str, found: str) -> None:
        assert csl("apa", locale=asked).locale == found

    @pytest.mark.parametrize("asked", ["xx", "klingon", "../de", "", "de\0"])
    def test_an_unknown_locale(self, asked: str) -> None:
        with pytest.raises(UnknownNameError):
            csl("apa", locale=asked)

    def test_a_styles_odd_locale_is_no_error(self) -> None:
        xml = load_style("ieee").xml.replace(b"<style ", b'<style default-locale="xx-XX" ', 1)
        assert csl(xml=xml).locale == "en-US"

    def test_unknown_engine(self) -> None:
        with pytest.raises(UnknownNameError, match="did you mean 'citeproc-py'"):
            csl("apa", engine="citeprocpy")

    def test_unknown_option(self) -> None:
        with pytest.raises(OptionError, match="did you mean 'locale'"):
            csl("apa", locales="de")

    @pytest.mark.parametrize("option", ["locale", "engine"])
    def test_of_a_wrong_type(self, option: str) -> None:
        options: dict[str, Any] = {option: 3}
        with pytest.raises(OptionError):
            csl("apa", **options)

    @pytest.mark.parametrize("engine", ENGINES)
    def test_every_engine_renders(self, engine: str) -> None:
        made = csl("apa", engine=engine, locale="de-DE")
        found = made.render([WORK], [Citation("a")])
        assert str(found.entries[0].text) == "Lee, A. (2020). T (2. Aufl.)."
        assert str(found.citations[0]) == "(Lee, 2020)"


class TestRendering:
    """Works and citations become items, an engine renders them; what was derived is reported."""

    def test_a_cite_of_no_work(self) -> None:
        with pytest.raises(UnknownNameError, match="did you mean 'lee2020'"):
            csl("apa").render([Work(id="lee2020")], [Citation("lee2021")])

    def test_what_was_derived_is_reported(self) -> None:
        found = csl("ieee").render([Work(id="p", type="preprint", title="T", arxiv="2302.13971")])
        assert "doi-derived" in [each.code for each in found.diagnostics]

    def test_an_old_name_is_reported(self) -> None:
        found = csl("vancouver").render([WORK])
        assert "style-renamed" in [each.code for each in found.diagnostics]
        assert "style-renamed" not in [each.code for each in csl("ieee").render([]).diagnostics]


@pytest.mark.parametrize(
    ("work", "codes"),
    [
        (Work(id="a", type="book", authors="Edward Hu", issued=2022), []),
        (Work(id="a", type="book", title="T"), []),
        (Work(id="a", type="book", issued=2022), ["narrative-without-author"]),
    ],
)
def test_a_narrative_cite_without_a_name_is_told(work: Work, codes: list[str]) -> None:
    """ "No option that is accepted and ignored": not even a title can stand in the sentence."""
    found = csl("ieee").render([work], [Citation([Cite("a", narrative=True)])])
    assert [each.code for each in found.diagnostics] == codes
