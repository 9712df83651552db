"""Specification of CSL styles as formatters (`citekit.styles.csl.formatter`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


FALLBACK = "locale-fallback"
NO_LOCALES = [
    *("xx", "qq", "eo", "enm", "no", "klingon", "C", "i-klingon", "x-de"),
    *("", " ", " de", "de\n", "de\0", "../de", "de-../../x", "de-", "-de", "de--AT", "de-DE.UTF-8"),
    *("de-a", "de-AT-DE", "\udcff", "dé", "de-" + "x" * 9, "de" * 500_000, "de-x" * 250_000),
    *(3, True, b"de", ["de"], object),
]
STAND_INS = [
    *(("de-XX", "de-DE"), ("de_li", "de-DE"), ("en-AU", "en-US"), ("pt-AO", "pt-PT")),
    *(("de-AT-1996", "de-AT"), ("zh-Hant-TW", "zh-TW"), ("sr-Cyrl-BA", "sr-Cyrl-RS")),
    *(("en-US-x-y", "en-US"), ("de-419", "de-DE"), ("zh-Hant", "zh-CN")),
]
_SUBTAGS = [
    "de",
    "DE",
    "AT",
    "en",
    "sr",
    "Cyrl",
    "zh",
    "Hant",
    "XX",
    "419",
    "1996",
    "x",
    "u",
    "q",
    "",
]
TAGS = st.lists(st.sampled_from(_SUBTAGS) | st.text(max_size=9), max_size=5).flatmap(
    lambda parts: st.sampled_from("-_").map(lambda sign: sign.join(parts))
)


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

    @pytest.mark.parametrize("asked", NO_LOCALES)
    def test_a_locale_of_no_language(self, asked: Any) -> None:
        with pytest.raises(OptionError, match="field 'locale'") as caught:
            csl("apa", locale=asked)
        assert len(str(caught.value)) < 300

    @pytest.mark.parametrize(("asked", "used"), STAND_INS)
    def test_a_region_that_has_no_locale(self, asked: str, used: str) -> None:
        """CSL 1.0.2, "Locale Fallback": first the "chosen dialect", then the "primary dialect"."""
        (note,) = (made := csl("cell", locale=asked)).diagnostics
        assert (note.severity, note.code) == ("warning", "locale-fallback")
        assert note.message == f"CSL has no locale {asked!r}; {used!r} stands in for it"
        assert note in made.render([WORK]).diagnostics
        assert made.render([WORK]).entries == csl("cell", locale=used).render([WORK]).entries

    @pytest.mark.parametrize("asked", ["de", "de-CH", "sr-Cyrl", "en", "EN_gb"])
    def test_a_locale_that_is_there_needs_no_word(self, asked: str) -> None:
        assert csl("apa", locale=asked).diagnostics == ()

    @given(tag=TAGS)
    def test_any_tag_is_a_locale_or_an_option_error(self, tag: str) -> None:
        try:
            made = csl("apa", locale=tag)
        except OptionError:
            return
        assert made.locale.lower().startswith(tag.replace("_", "-").lower())
        assert len(made.render([WORK]).entries) == 1

    @pytest.mark.parametrize(("asked", "codes"), [("eo", []), ("de-LI", []), ("eo-XX", [FALLBACK])])
    def test_a_style_brings_its_own_locales(self, asked: str, codes: list[str]) -> None:
        """The style's cs:locale elements come before all files: what they have is there."""
        own = "".join(
            f'<locale xml:lang="{tag}"><terms><term name="edition" form="short">X</term></terms>'
            "</locale>"
            for tag in ("eo", "de-li")
        )
        xml = load_style("apa").xml.replace(b"<macro", own.encode() + b"<macro", 1)
        made = csl(xml=xml, locale=asked)
        assert [each.code for each in made.diagnostics] == codes
        assert "X)" in str(made.render([WORK]).entries[0].text)

    def test_a_styles_odd_locale_is_no_error(self) -> None:
        xml = load_style("ieee").xml.replace(b"<style ", b'<style default-locale="xx-XX" ', 1)
        made = csl(xml=xml)
        assert made.locale == "en-US"
        assert [each.code for each in made.diagnostics] == [FALLBACK]

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
