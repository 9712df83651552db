"""`citekit.explain`: "returns for each span of the output which variable, macro and element (with
its line in the style) made it" (issue 3, "Explain")."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import citekit
from citekit.styles.csl import explain
from citekit.styles.csl.compile.context import Area
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compiled_engine import CompiledEngine
from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.document.process import process
from citekit.styles.csl.formatter import csl
from citekit.styles.csl.item.prepare import prepare
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.tags import carry, tag, untag
from strategies import works

STYLES = ("nature", "csl:apa", "chicago-author-date", "ieee", "modern-language-association",
          "chicago-notes-bibliography", "american-medical-association")  # fmt: skip

AREAS: tuple[Area, ...] = ("citation", "bibliography")

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>http://example.org/t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<macro name="inner"><text variable="title" quotes="true" text-case="uppercase"/></macro>
<macro name="outer"><text macro="inner" suffix="."/></macro>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout suffix="!">
<group delimiter=" | ">
<names variable="author"><name and="text"/><label prefix=" "/></names>
<text macro="outer"/>
<text term="in"/>
<date variable="issued" prefix="("><date-part name="year"/></date>
</group>
</layout></bibliography>
</style>"""
WORK = citekit.Work(id="a", title="On form", authors="Ann Bee, Cy Dee", issued="1917-02")


def rows() -> dict[str, citekit.Span]:
    spans = citekit.explain(WORK, citekit.csl(xml=STYLE)).spans
    return {span.text: span for span in spans}


def _rendered(program: Program, item: Item, area: Area) -> str:
    """Give the marked text of an entry, or of a citation."""
    cited = [Cluster(cites=(CiteInput(id=item.id),))] if area == "citation" else []
    done = process(program, {item.id: item}, cited, bibliography=not cited)
    return "".join([*done.citations, *(entry.text for entry in done.entries)])


class TestEachSpan:
    """It names variable, macro and element, with its line in the style."""

    def test_a_variable_in_macros(self) -> None:
        span = next(s for s in rows().values() if "ON FORM" in s.text)
        assert (span.element, span.variable, span.line) == ("text", "title", 3)
        assert span.macros == ("outer", "inner")

    def test_the_suffix_of_a_call_is_not_made_by_the_macro_called(self) -> None:
        span = rows()["."]
        assert (span.element, span.kind, span.line) == ("text", "affix", 4)
        assert span.macros == ("outer",)

    def test_the_delimiter_of_a_group(self) -> None:
        span = rows()[" | "]
        assert (span.element, span.kind, span.line) == ("group", "delimiter", 7)

    def test_a_term(self) -> None:
        assert next(s for s in rows().values() if s.term == "in").line == 10

    def test_names_and_what_joins_them(self) -> None:
        assert rows()["Ann Bee"].variable == "author"
        assert (rows()[" and "].term, rows()[" and "].element) == ("and", "name")

    def test_the_delimiter_before_the_last_name(self) -> None:
        three = WORK.evolve(authors="Ann Bee, Cy Dee, Ed Foe")
        spans = citekit.explain(three, citekit.csl(xml=STYLE)).spans[2:6]
        assert [span.text for span in spans] == ["Cy Dee", ", ", "and ", "Ed Foe"]
        assert [span.term for span in spans] == [None, None, "and", None]

    def test_a_date_part_and_the_affix_of_its_date(self) -> None:
        assert (rows()["1917"].element, rows()["1917"].variable) == ("date-part", "issued")
        assert (rows()["("].element, rows()["("].kind) == ("date", "affix")

    def test_the_affix_of_the_layout(self) -> None:
        assert (rows()["!"].element, rows()["!"].line) == ("layout", 6)


class TestCitations:
    """ "for each span of the output": of a citation, too."""

    @staticmethod
    def of(style: str) -> list[tuple[str, str, str | None, str]]:
        spans = citekit.explain(WORK, style, citation=True).spans
        return [(span.text, span.element, span.variable, span.kind) for span in spans]

    def test_a_number(self) -> None:
        assert self.of("ieee") == [
            ("[", "group", None, "affix"),
            ("1", "text", "citation-number", "content"),
            ("]", "group", None, "affix"),
        ]

    def test_a_name_and_a_year(self) -> None:
        assert self.of("chicago-author-date") == [
            ("(", "layout", None, "affix"),
            ("Bee", "names", "author", "content"),
            (" and ", "name", None, "delimiter"),
            ("Dee", "names", "author", "content"),
            (" ", "group", None, "delimiter"),
            ("1917", "date-part", "issued", "content"),
            (")", "layout", None, "affix"),
        ]

    def test_the_lines_are_those_of_the_citation(self) -> None:
        spans = citekit.explain(WORK, citekit.csl(xml=STYLE), citation=True).spans
        assert [(span.text, span.line) for span in spans] == [("On form", 5)]

    def test_the_first_one_in_a_note(self) -> None:
        text = citekit.explain(WORK, "chicago-fullnote-bibliography", citation=True).text
        assert text == "Ann Bee and Cy Dee, “On Form,” February 1917."


class TestTheTexts:
    """The texts of the spans together are the entry, or the citation."""

    @settings(max_examples=15, deadline=None)
    @given(works(), st.sampled_from(STYLES))
    def test_of_any_work(self, work: citekit.Work, style: str) -> None:
        assert citekit.explain(work, style).text == citekit.format(work, style)
        assert citekit.explain(work, style, citation=True).text == citekit.cite(work, style)

    @settings(max_examples=40, deadline=None)
    @given(works(), st.sampled_from(STYLES), st.sampled_from(AREAS))
    def test_tags_change_no_character(self, work: citekit.Work, style: str, area: Area) -> None:
        """Before punctuation moves into quotes, text with its origins reads as text without."""
        formatter = csl(style.removeprefix("csl:"))
        assert isinstance(formatter.engine, CompiledEngine)
        item, _ = prepare(work.evolve(id="a"))
        plain = formatter.engine.program
        tagging = explain._Explaining(plain.style, formatter.locale, area)
        assert (
            untag(explain._tagged(tagging, item), "<", ">")[0]
            == (untag(_rendered(plain, item, area), "<", ">")[0])
        )

    @given(st.text("ab. ", max_size=30), st.text("ab. ", max_size=30))
    def test_every_character_has_an_owner(self, before: str, after: str) -> None:
        owners: list[tuple[int, ...]] = [(i,) for i in range(len(before))]
        assert len(carry(before, owners, after)) == len(after)

    def test_tags_nest(self) -> None:
        text = tag("a" + tag("b", 2), 1)
        assert untag(text, "", "") == ("ab", [(1,), (1, 2)])

    def test_punctuation_that_moved_keeps_its_owner(self) -> None:
        assert carry("X\u201d.", [(1,), (1,), (2,)], "X.\u201d") == [(1,), (2,), (1,)]


def test_a_citation_or_not() -> None:
    with pytest.raises(citekit.InvalidValueError, match="citation"):
        citekit.explain(WORK, "nature", citation="yes")  # type: ignore[arg-type]  # that is the test


@pytest.mark.parametrize(("style", "options"), [("apa", {}), ("bibtex", {}),
                                                ("nature", {"engine": "citeproc-py"})])  # fmt: skip
def test_only_compiled_styles_are_explained(style: str, options: dict[str, Any]) -> None:
    with pytest.raises(citekit.OptionError, match="only compiled CSL styles"):
        citekit.explain(WORK, style, **options)
