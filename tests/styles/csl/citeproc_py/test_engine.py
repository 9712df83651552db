"""The engine that hands a style to citeproc-py: citations, layout, and what it cannot do."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from citekit.errors import CitekitError, OptionError, UnknownNameError
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work
from citekit.styles.base import Rendered
from citekit.styles.csl.citeproc_py import engine as citeproc_py
from citekit.styles.csl.formatter import csl
from citekit.text.nodes import Block, Format, RichText, Styled
from styles.csl.citeproc_py.citeproc_small import INFO, NS, shown, style


class TestCitations:
    """Clusters, locators, prefixes and suffixes, sorted by the style or else as given."""

    WORKS = (Work(id="a", title="Ape"), Work(id="b", title="Bee"), Work(id="A", title="Other"))

    def cite(self, citation: str, *cites: Cite | str, **options: Any) -> str:
        made = style('<text variable="title"/>', citation, **options)
        return str(made.render(self.WORKS, [Citation(cites)]).citations[0])

    def test_a_cluster_keeps_its_order(self) -> None:
        assert self.cite('<text variable="title"/>', "b", "a") == "Bee; Ape"

    def test_ids_differ_by_case(self) -> None:
        assert self.cite('<text variable="title"/>', "A", "a") == "Other; Ape"

    def test_prefix_and_suffix(self) -> None:
        """A space stands where words would touch."""
        title = '<text variable="title"/>'
        assert self.cite(title, Cite("a", prefix="see", suffix="too")) == "see Ape too"
        assert self.cite(title, Cite("a", prefix="(", suffix=", etc.")) == "(Ape, etc."
        assert self.cite(title, Cite("a", prefix="<b>")) == "<b> Ape"

    def test_locators(self) -> None:
        label = '<label variable="locator" form="short" suffix=" "/>'
        body = f'<text variable="title" suffix=", "/>{label}<text variable="locator"/>'
        assert self.cite(body, Cite("a", locator="3-4")) == "Ape, pp. 3–4"
        assert self.cite(body, Cite("a", locator="3", label="chapter")) == "Ape, chap. 3"

    def test_conditions_on_locators(self) -> None:
        yes, no = '<text value="s.v."/>', '<text value="-"/>'
        body = f'<choose><if locator="sub-verbo">{yes}</if><else>{no}</else></choose>'
        assert self.cite(body, Cite("a", locator="x", label="sub-verbo")) == "s.v."
        assert self.cite(body, Cite("a", locator="x")) == "-"
        assert self.cite(body, "a") == "-"

    def test_positions(self) -> None:
        def branch(kind: str, name: str) -> str:
            return f'<{kind} position="{name}"><text value="{name}"/></{kind}>'

        body = (
            "<choose>"
            + branch("if", "ibid-with-locator")
            + branch("else-if", "ibid")
            + branch("else-if", "subsequent")
            + '<else><text variable="title"/></else></choose>'
        )
        made = style('<text variable="title"/>', body)
        asked = [
            Cite("a"),
            Cite("a"),
            Cite("a", locator=3),
            Cite("a", locator=3),
            Cite("b"),
            Cite("a"),
        ]
        found = made.render(self.WORKS, [Citation(each) for each in asked]).citations
        assert [str(each) for each in found] == [
            "Ape",
            "ibid",
            "ibid-with-locator",
            "ibid",
            "Bee",
            "subsequent",
        ]

    def test_an_empty_cite_is_reported(self) -> None:
        made = style('<text variable="title"/>', '<text variable="publisher"/>')
        found = made.render(self.WORKS, [Citation("a")])
        assert found.citations == (RichText(),)
        assert [(each.code, each.work) for each in found.diagnostics] == [("empty-cite", "a")]


class TestWhatItCannotDo:
    """What this engine cannot do is an `OptionError` where a cite asks for it, and an info
    diagnostic where the style does."""

    @pytest.mark.parametrize("option", ["narrative", "suppress_author", "author_only"])
    def test_cites(self, option: str) -> None:
        made = csl("apa", engine="citeproc-py")
        wanted: dict[str, Any] = {option: True}
        with pytest.raises(OptionError, match=f"cannot do {option}") as caught:
            made.render([Work(id="a", title="T")], [Citation(Cite("a", **wanted))])
        assert caught.value.work == "a"

    def test_near_note(self) -> None:
        yes, no = '<text value="x"/>', '<text variable="title"/>'
        near = f'<choose><if position="near-note">{yes}</if><else>{no}</else></choose>'
        made = style('<text variable="title"/>', near)
        once = made.render([Work(id="a", title="T")], [Citation("a")])
        assert str(once.citations[0]) == "T"
        with pytest.raises(OptionError, match="near-note"):
            made.render([Work(id="a", title="T")], [Citation("a"), Citation("a")])

    def test_options_of_the_style(self) -> None:
        made = style('<text variable="title"/>', options=' subsequent-author-substitute="---"')
        (found,) = made.render([Work(id="a", title="T")]).diagnostics
        assert (found.severity, found.code) == ("info", "engine-limit")
        assert "ignores subsequent-author-substitute of style" in found.message
        assert style('<text variable="title"/>').render([Work(id="a", title="T")]).diagnostics == ()

    def test_an_entry_of_nothing_is_reported(self) -> None:
        found = style('<text variable="publisher"/>', layout=' font-style="italic"').render(
            [Work(id="a")]
        )
        assert [str(each.text) for each in found.entries] == [""]
        assert [(each.code, each.work) for each in found.diagnostics] == [("empty-entry", "a")]

    def test_what_citeproc_py_raises_names_style_and_work(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> object:
            raise KeyError("x" * 1000)

        monkeypatch.setattr(citeproc_py, "add", broken)
        monkeypatch.setattr(citeproc_py, "_text", broken)
        made = style('<text variable="title"/>')
        monkeypatch.setattr("citeproc.model.Layout.wrap", broken)
        with pytest.raises(CitekitError, match="cannot render style") as caught:
            made.render([Work(id="a", title="T")])
        assert caught.value.work == "a"
        assert len(str(caught.value)) < 500

    def test_a_cite_of_nothing_known(self) -> None:
        made = style('<text variable="title"/>')
        with pytest.raises(UnknownNameError):
            made.engine.render([], [Citation("gone")])


class TestLayout:
    """How a bibliography is set is data (CSL 1.0.2, "Whitespace")."""

    def test_options(self) -> None:
        options = (
            ' hanging-indent="true" second-field-align="margin" line-spacing="2" entry-spacing="0"'
        )
        layout = style('<text variable="title"/>', options=options).render([]).layout
        assert (layout.hanging_indent, layout.second_field_align) == (True, "margin")
        assert (layout.line_spacing, layout.entry_spacing) == (2, 0)

    def test_the_first_field_stands_apart(self) -> None:
        body = (
            '<text variable="citation-number"/><text variable="title"/><text variable="publisher"/>'
        )
        made = style(body, options=' second-field-align="flush"', layout=' suffix="."')
        (found,) = made.render([Work(id="a", title="T")]).entries
        assert found.text == RichText([Block(["1"], "left-margin"), Block(["T."], "right-inline")])

    def test_not_where_formatting_spans_both(self) -> None:
        body = '<text variable="citation-number"/><text variable="title"/>'
        made = style(body, options=' second-field-align="flush"', layout=' font-style="italic"')
        (found,) = made.render([Work(id="a", title="T")]).entries
        assert found.text == RichText([Styled(["1T"], Format.ITALIC)])

    def test_a_style_without_a_bibliography(self) -> None:
        layout = '<layout><text variable="title"/></layout>'
        xml = f'<style {NS} version="1.0" class="note">{INFO}<citation>{layout}</citation></style>'
        found = csl(xml=xml, engine="citeproc-py").render(
            [Work(id="a", title="T")], [Citation("a")]
        )
        assert (found.entries, [str(each) for each in found.citations]) == ((), ["T"])

    def test_entries_are_not_made_unless_wanted(self) -> None:
        made = csl("ieee", engine="citeproc-py")
        assert made.engine.render([], [], bibliography=False).entries == ()

    def test_numbers_follow_the_order_of_the_bibliography(self) -> None:
        sort = '<sort><key variable="title"/></sort>'
        number = '<text variable="citation-number"/>'
        xml = (
            f'<style {NS} version="1.0" class="in-text">{INFO}'
            f"<citation><layout>{number}</layout></citation>"
            f'<bibliography>{sort}<layout>{number}<text variable="title" prefix=" "/></layout>'
            "</bibliography></style>"
        )
        found = csl(xml=xml, engine="citeproc-py").render(
            [Work(id="b", title="B"), Work(id="a", title="A")], [Citation("b")]
        )
        assert shown(found) == ["1 A", "2 B"]
        assert [each.id for each in found.entries] == ["a", "b"]
        assert str(found.citations[0]) == "2"


class TestThreads:
    """Every rendering parses a private copy of the style and of its locales: nothing is shared
    between threads."""

    def test_the_same_in_every_thread(self) -> None:
        made = csl("chicago-author-date", engine="citeproc-py")
        some = [
            Work(id=str(i), title=f"T {i}", authors="A. Lee", issued=2000 + i) for i in range(4)
        ]
        asked = [Citation([each.id or "", "0"]) for each in some]
        expected = made.render(some, asked)
        found: list[Rendered] = []

        def run() -> None:
            found.append(made.render(some, asked))

        threads = [threading.Thread(target=run) for _ in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert found == [expected] * 8


class TestVariedStyles:
    """Any style renders varied works without an error."""

    STYLES = (
        "acm-sig-proceedings acs-nano american-chemical-society american-medical-association"
        " american-political-science-association american-sociological-association apa bibtex"
        " bmj chicago-author-date chicago-notes-bibliography"
        " council-of-science-editors-author-date din-1505-2 elsevier-harvard elsevier-vancouver"
        " harvard-cite-them-right ieee iso690-author-date-fr mhra-notes"
        " modern-language-association nature nature-digest national-library-of-medicine"
        " oscola plos science springer-basic-author-date springer-lecture-notes-in-computer-science"
        " the-lancet turabian-author-date vancouver cell frontiers pnas royal-society-of-chemistry"
        " zootaxa gost-r-7-0-5-2008 juristische-zitierweise sage-harvard taylor-and-francis-apa"
    ).split()

    @pytest.mark.parametrize("name", STYLES)
    def test_it_does_not_raise(self, name: str) -> None:
        try:
            made = csl(name, engine="citeproc-py")
        except UnknownNameError:
            pytest.fail(f"{name} is no installed style")
        some = [
            Work(id="p", type="preprint", title="P", authors="A. Lee, et al.", arxiv="2302.13971"),
            Work(id="j", type="article-journal", title="J <b>?", issued="2019/2021", page="1-9"),
            Work(id="c", type="chapter", title="C", editors="A. Ed; B. Ed", issued="in press"),
            Work(
                id="w",
                type="webpage",
                title="“W”",
                url="https://example.org",
                accessed="2020-01-02",
            ),
            Work(id="n"),
        ]
        found = made.render(some, [Citation(["p", "j"]), Citation(Cite("c", locator=3))])
        assert len(found.citations) == 2
        assert len(found.entries) in (0, len(some))
