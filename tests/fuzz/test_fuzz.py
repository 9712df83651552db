"""The fuzz itself: its cases are what they are said to be, and its oracles can fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import citekit
from fuzz.finding import Finding, Slow, held_to
from fuzz.generators.schema import schema
from fuzz.generators.styles import styles
from fuzz.generators.text import WORD, prints_nothing, text
from fuzz.oracles.characters import check_bidi, check_characters
from fuzz.oracles.pages import check_html, check_markdown, check_rst
from fuzz.oracles.tex import check_bibtex, check_latex
from fuzz.oracles.words import check_told
from fuzz.put_back import FAULTS
from fuzz.runner import try_batch
from fuzz.targets.table import TARGETS
from fuzz.targets.target import Target


class TestStyles:
    """ "mutate by the schema, so that nine of ten load" (issue 13)"""

    def test_nine_of_ten_load(self) -> None:
        tried = loaded = 0

        @seed(1)
        @settings(
            max_examples=150,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(styles())
        def load(xml: str) -> None:
            nonlocal tried, loaded
            tried += 1
            try:
                citekit.csl(xml=xml)
            except citekit.StyleError:
                return
            loaded += 1

        load()
        assert tried >= 100
        assert loaded >= 0.9 * tried

    def test_the_schema_is_read(self) -> None:
        assert schema()["text"]["text-case"].optional
        assert not schema()["text"]["macro"].optional
        assert "two-digits" not in schema()["style"]["page-range-format"].values
        assert "minimal-two" in schema()["style"]["page-range-format"].values


class TestText:
    @given(text("a"))
    def test_a_field_has_words_of_its_own(self, drawn: str) -> None:
        words = WORD.findall(drawn)
        assert words
        assert {word[2] for word in words} == {"a"}

    @pytest.mark.parametrize("nothing", ["", " ", "\u200b\u202e", "\u3164", "\xad\ufe0f"])
    def test_nothing(self, nothing: str) -> None:
        assert prints_nothing(nothing)
        assert not prints_nothing(nothing + "-")


BAD: dict[str, tuple[Callable[[str], object], str]] = {
    "a script": (check_html, "<script>alert(1)</script>"),
    "an event": (check_html, '<i onclick="x">a</i>'),
    "an open element": (check_html, "<i>a"),
    "a comment": (check_html, "<!-- a -->"),
    "a link": (check_html, '<a href="javascript:x">a</a>'),
    "a link of Markdown": (check_markdown, "[a](javascript:x)"),
    "an image": (check_markdown, "![a](https://x.y)"),
    "HTML in Markdown": (check_markdown, "a <b>b</b>"),
    "a list": (check_markdown, "- a"),
    "a message of docutils": (check_rst, ":x:`a`"),
    "a bullet": (check_rst, "- a\n- b"),
    "a brace": (check_latex, "a } b"),
    "an open brace": (check_latex, "a { b"),
    "a comment of TeX": (check_latex, "50% b"),
    "a command": (check_latex, "\\write18{x}"),
    "a field that ends early": (check_bibtex, "@misc{x,\n  title = {a} b}\n}\n"),
    "a command in a field": (check_bibtex, "@misc{x,\n  note = {\\input{x}}\n}\n"),
    "a percent sign": (check_bibtex, "@misc{x,\n  eprintclass = {cs.LG,%20x}\n}\n"),
    "nobody": (check_bibtex, "@misc{x,\n  author = {A and {}}\n}\n"),
    "a control": (lambda text: check_characters(text, "plain"), "a\x1b[2J"),
    "a surrogate": (lambda text: check_characters(text, "plain"), "\ud800"),
    "an open mark": (lambda text: check_bidi(text, set("a"), "plain"), "zzaaa \u202e"),
    "a closer": (lambda text: check_bidi(text, set("a"), "plain"), "\u202ezzaaa\n\u202c"),
    "a mark round another field": (
        lambda text: check_bidi(text, set("a"), "plain"), "\u202ezzaaa zzbbb\u202c"
    ),
    "a word that is lost": (lambda text: check_told("zzaaa", text, (), "x"), "zzbbb"),
}  # fmt: skip


class TestOracles:
    @pytest.mark.parametrize(("oracle", "bad"), BAD.values(), ids=BAD)
    def test_each_can_fail(self, oracle: Callable[[str], object], bad: str) -> None:
        with pytest.raises(Finding):
            oracle(bad)

    def test_what_is_told_is_not_lost(self) -> None:
        told = citekit.Diagnostic(severity="warning", code="x", message="gone", field="title")
        check_told("zzaaa", "", [told], "x")


class TestRunner:
    def test_a_finding_is_shrunk(self) -> None:
        def check(number: int) -> None:
            assert number < 10, "too large"

        found, _ = try_batch(Target("x", st.integers(0, 1000), check), 0, shrink=True)
        assert found is not None
        assert (found.oracle, found.case) == ("AssertionError", "10")

    def test_an_error_of_citekit_is_a_right_answer(self) -> None:
        target = Target("x", st.just("nope"), lambda text: setattr(self, "doi", citekit.DOI(text)))
        found, count = try_batch(target, 0)
        assert (found, count) == (None, 1)

    def test_a_case_that_takes_too_long_is_ended(self) -> None:
        def forever() -> None:
            while True:
                pass

        with pytest.raises(Slow), held_to(0.05):
            forever()

    def test_each_target_has_a_name_of_its_own(self) -> None:
        assert len({target.name for target in TARGETS}) == len(TARGETS)

    @pytest.mark.parametrize("fault", FAULTS)
    def test_what_a_fault_replaces_is_there(self, fault: str) -> None:
        assert FAULTS[fault].missing() == []
