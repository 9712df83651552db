"""Identifiers as links (CSL 1.0.2, "Appendix VI: Links")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import citekit
import strategies
from citekit.errors import OptionError
from citekit.model.work import Work
from citekit.styles.csl.compile import links, text
from citekit.styles.csl.compile.textcase import change_case
from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.document.process import process
from citekit.styles.csl.formatter import csl
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.finish import finish
from citekit.styles.csl.marked.marks import encode, strip_marks
from citekit.text.nodes import Block, Format, Link, Node, RichText, Styled, without_links
from citekit.writers.html import HtmlWriter
from styles.csl.small import cite, item, program

DOI = "10.1000/x_1"
RESOLVED = "https://doi.org/10.1000/x_1"


def entry(layout: str, work: Item) -> RichText:
    """Render the one entry of a bibliography with *layout*."""
    shown = f"<bibliography><layout>{layout}</layout></bibliography>"
    made = program('<text value="x"/>', bibliography=shown)
    (done,) = process(made, {work.id: work}).entries
    return finish(done.text, made.quotes)


def of_doi(layout: str) -> RichText:
    return entry(layout, item(DOI=DOI, title="T"))


def linked(nodes: Any) -> Iterator[Link]:
    """Give all links among *nodes*."""
    for node in nodes:
        if isinstance(node, Link):
            yield node
        yield from linked(getattr(node, "children", ()))


class TestTargets:
    """ "the identifier should be anchored as a link, with the target of the link as follows:
    1. url: output as is 2. doi: prepend with "https://doi.org/" 3. pmid: prepend with
    "https://www.ncbi.nlm.nih.gov/pubmed/" 4. pmcid: prepend with
    "https://www.ncbi.nlm.nih.gov/pmc/articles/"."""

    @pytest.mark.parametrize(
        ("variable", "value", "target"),
        [
            ("URL", "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
            ("URL", "http://example.org", "http://example.org"),
            ("DOI", DOI, RESOLVED),
            ("DOI", "10.1000/a<b>#c", "https://doi.org/10.1000/a%3Cb%3E%23c"),
            ("PMID", "123", "https://www.ncbi.nlm.nih.gov/pubmed/123"),
            ("PMCID", "PMC77", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC77"),
        ],
    )
    def test_each(self, variable: str, value: str, target: str) -> None:
        shown = entry(f'<text variable="{variable}"/>', item(**{variable: value}))
        assert shown == RichText([Link([value], target)])

    @pytest.mark.parametrize("value", ["javascript:alert(1)", "example.org", "ftp://example.org"])
    def test_an_address_that_is_none(self, value: str) -> None:
        assert entry('<text variable="URL"/>', item(URL=value)) == RichText(value)

    @pytest.mark.parametrize(
        ("variable", "value"), [("DOI", "none"), ("PMID", "n/a"), ("PMCID", "77"), ("DOI", "10.1")]
    )
    def test_an_identifier_that_is_none(self, variable: str, value: str) -> None:
        assert entry(f'<text variable="{variable}"/>', item(**{variable: value})) == RichText(value)

    @pytest.mark.parametrize("variable", ["ISBN", "ISSN", "title", "number"])
    def test_no_other_variable(self, variable: str) -> None:
        shown = entry(f'<text variable="{variable}"/>', item(**{variable: "https://example.org"}))
        assert shown == RichText("https://example.org")

    def test_a_variable_that_is_empty(self) -> None:
        assert str(of_doi('<text variable="title"/><text variable="URL" prefix=" http://"/>')) == (
            "T"
        )

    def test_a_citation_that_says_all_links_too(self) -> None:
        """A note is a bibliographic reference like any other."""
        made = citekit.render(
            Work(id="a", doi=DOI, title="T", issued=2000),
            "chicago-fullnote-bibliography",
            citations=["a"],
        )
        assert made.citations == (f"“T,” 2000, {RESOLVED}.",)
        html = citekit.cite(Work(doi=DOI, title="T"), "chicago-notes-bibliography", output="html")
        assert f'<a href="{RESOLVED}">{RESOLVED}</a>.' in html

    def test_a_sort_key_has_no_link(self) -> None:
        key = '<macro name="k"><text variable="DOI"/></macro>'
        works = [item("x", DOI="10.2/b", title="X"), item("y", DOI="10.2/a", title="Y")]
        sort = '<sort><key macro="k"/></sort>'
        layout = 'delimiter=", "'
        assert cite('<text variable="title"/>', *works, macros=key, sort=sort, layout=layout) == (
            "Y, X"
        )


class TestAnchors:
    """ "If the identifier is rendered as a URI, include rendered URI components (e.g.
    "https://doi.org/") in the link anchor. Do not include any other affix text in the link anchor
    (e.g. "Available from: ", "doi: ", "PMID: ")."""

    @pytest.mark.parametrize(
        ("layout", "before", "anchor", "after"),
        [
            ('<text variable="DOI"/>', "", DOI, ""),
            ('<text variable="DOI" prefix="https://doi.org/"/>', "", RESOLVED, ""),
            (
                '<text variable="DOI" prefix="DOI: https://doi.org/" suffix="."/>',
                "DOI: ",
                RESOLVED,
                ".",
            ),
            ('<text variable="DOI" prefix="(doi.org/" suffix=")"/>', "(", f"doi.org/{DOI}", ")"),
            ('<text variable="DOI" prefix="doi:"/>', "doi:", DOI, ""),
            ('<text variable="DOI" prefix="https://doi.org/ "/>', "https://doi.org/ ", DOI, ""),
            ('<group prefix="http://doi.org/"><text variable="DOI"/></group>', "",
             f"http://doi.org/{DOI}", ""),
        ],
    )  # fmt: skip
    def test_affixes(self, layout: str, before: str, anchor: str, after: str) -> None:
        nodes: list[Node] = [before, Link([anchor], RESOLVED), after]
        assert of_doi(layout) == RichText(nodes)

    def test_through_a_macro(self) -> None:
        made = program(
            '<text value="x"/>',
            macros='<macro name="m"><text variable="DOI"/></macro>',
            bibliography='<bibliography><layout><text macro="m" prefix="https://doi.org/"/>'
            "</layout></bibliography>",
        )
        (done,) = process(made, {"a": item(DOI=DOI)}).entries
        assert finish(done.text, made.quotes) == RichText([Link([RESOLVED], RESOLVED)])

    def test_an_address_before_what_is_no_link(self) -> None:
        assert of_doi('<text variable="title" prefix="https://example.org/" suffix="."/>') == (
            RichText("https://example.org/T.")
        )

    def test_formatting_is_inside(self) -> None:
        """The anchor is one link, whatever its parts look like."""
        shown = of_doi('<text variable="DOI" prefix="https://doi.org/" font-style="italic"/>')
        assert shown == RichText(
            [Link(["https://doi.org/", Styled([DOI], Format.ITALIC)], RESOLVED)]
        )

    def test_quotes_and_blocks(self) -> None:
        quoted = of_doi('<text variable="DOI" quotes="true"/>')
        assert quoted == RichText([Link([f"“{DOI}”"], RESOLVED)])
        block = of_doi('<text variable="DOI" prefix="a " display="block"/>')
        assert block == RichText([Block(["a ", Link([DOI], RESOLVED)], "block")])


class TestTheTargetIsNoText:
    """What is done to text is done to the anchor, never to the target."""

    def test_case(self) -> None:
        upper = of_doi('<text variable="DOI" text-case="uppercase"/>')
        assert upper == RichText([Link(["10.1000/X_1"], RESOLVED)])

    def test_case_from_outside(self) -> None:
        made = encode(RichText(["on ", Link(["the web"], "https://e.org/a-b"), " and off"]))
        assert finish(change_case(made, "title"), program("").quotes) == RichText(
            ["On ", Link(["the Web"], "https://e.org/a-b"), " and Off"]
        )

    def test_a_link_in_text_that_keeps_its_case(self) -> None:
        kept = Styled(["an ", Link(["x"], "https://e.org/"), " of old"], Format.NO_CASE)
        made = encode(RichText([kept, " in time"]))
        assert str(finish(change_case(made, "title"), program("").quotes)) == "an x of old in Time"

    def test_the_start_of_a_sentence_is_after_the_target(self) -> None:
        made = encode(RichText([Link(["a web"], "https://e.org/")]))
        assert finish(change_case(made, "capitalize-first"), program("").quotes) == RichText(
            [Link(["A web"], "https://e.org/")]
        )
        assert finish(change_case(made, "title"), program("").quotes) == RichText(
            [Link(["A Web"], "https://e.org/")]
        )

    def test_periods(self) -> None:
        """As in citeproc-js an identifier keeps its periods, whatever asks for strip-periods."""
        own = program('<text variable="DOI" strip-periods="true"/>')
        (cite,) = process(own, {"a": item(DOI=DOI)}, [Cluster((CiteInput("a"),))]).citations
        assert strip_marks(cite) == DOI
        made = program(
            '<text value="x"/>',
            macros='<macro name="m"><text variable="DOI" suffix=". A.B."/></macro>',
            bibliography='<bibliography><layout><text macro="m" strip-periods="true"/></layout>'
            "</bibliography>",
        )
        (done,) = process(made, {"a": item(DOI=DOI)}).entries
        assert finish(done.text, made.quotes) == RichText([Link(["10.1000/x_1"], RESOLVED), " AB"])

    @pytest.mark.parametrize(
        ("title", "shown"),
        [("Proc. R. Soc.", "Proc R Soc"), ("example.org Inc.", "example.org Inc")],
    )
    def test_strip_periods_leaves_addresses(self, title: str, shown: str) -> None:
        """ "any periods in the rendered text are removed" ("Formatting", strip-periods);
        as in citeproc-js, one that ends no word stays."""
        made = program('<text variable="title" strip-periods="true"/>')
        (done,) = process(made, {"a": item(title=title)}, [Cluster((CiteInput("a"),))]).citations
        assert str(finish(done, made.quotes)) == shown


class TestSwitch:
    """ "Citation processors should include an option flag for calling applications to disable
    bibliography linking behavior."."""

    WORK = Work(type="book", title="T", issued=2000, doi=DOI)

    @pytest.mark.parametrize("style", ["apa", "csl:apa", "chicago-author-date"])
    def test_off_and_on(self, style: str) -> None:
        for given_, there in ((None, True), (True, True), (False, False)):
            html = citekit.format(self.WORK, style, output="html", links=given_)
            assert ("<a " in html) is there
            assert RESOLVED in html

    def test_in_citations(self) -> None:
        style = "chicago-fullnote-bibliography"
        assert "<a " in citekit.cite(self.WORK, style, output="html")
        assert "<a " not in citekit.cite(self.WORK, style, output="html", links=False)

    @pytest.mark.parametrize("style", ["apa", "nature"])
    def test_it_is_yes_or_no(self, style: str) -> None:
        with pytest.raises(OptionError, match="cannot honour this links"):
            citekit.format(self.WORK, style, links="no")

    def test_the_command_line(self, capsys: pytest.CaptureFixture[str], tmp_path: Any) -> None:
        from citekit.cli import main

        file = tmp_path / "a.bib"
        file.write_text(f"@book{{a, title={{T}}, doi={{{DOI}}}}}")
        words = ["format", str(file), "--style", "csl:apa", "--output", "html"]
        assert main(words) == 0
        assert "<a " in capsys.readouterr().out
        assert main([*words, "--no-links"]) == 0
        assert "<a " not in capsys.readouterr().out


class _Links(HTMLParser):
    """Collects tags, attributes and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.targets += [value or "" for name, value in attrs if name == "href"]


_HOSTILE = strategies.markup_shrapnel | strategies.hostile_text


class TestHostileIdentifiers:
    """ "a DOI or URL never breaks out of an attribute"."""

    @settings(max_examples=150)
    @given(
        st.sampled_from(["DOI", "URL", "PMID", "PMCID"]),
        st.sampled_from(["", "10.1/", "https://x.y/", "javascript:"]),
        _HOSTILE,
    )
    def test_html(self, variable: str, start: str, value: str) -> None:
        made = f'<text variable="title"/><text variable="{variable}" prefix="https://doi.org/"/>'
        shown = entry(made, item(title="x", **{variable: encode(start + value)}))
        reader = _Links()  # the title keeps an entry from being empty
        reader.feed(HtmlWriter().write(shown))
        assert {tag for tag, _ in reader.tags} <= {"a", "wbr"}
        assert all(names == ("href",) for tag, names in reader.tags if tag == "a")
        assert all(re.match(r"https?://[^\s\"<>\\]*\Z", target) for target in reader.targets)


def _without_links(element: Any, read: Any, decoration: Any, context: Any) -> Any:
    return read, decoration


class TestTheTextStaysAsItWas:
    """A link is a matter of the writer: the words of an entry do not depend on it."""

    STYLES = ("nature", "ieee", "csl:apa", "vancouver", "chicago-author-date", "din-1505-2")

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(strategies.works(), st.sampled_from(STYLES))
    def test_any_work(self, work: Work, style: str) -> None:
        work = work.evolve(id="a")
        (found,) = _rendered(work, style)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(text, "compile_link", _without_links)
            (before,) = _rendered(work, style)
        assert str(found) == str(before)
        assert without_links(found) == without_links(before)

    def test_each_identifier_of_a_work(self) -> None:
        work = Work(id="a", title="T", doi=DOI, url="https://e.org/x.", pmid="1", pmcid="PMC2")
        (found,) = _rendered(work, "vancouver")
        targets = [link.url for link in linked(found.nodes)]
        assert [target.rpartition("/")[2] for target in targets] == ["x.", "x_1", "1", "PMC2"]


def _rendered(work: Work, style: str) -> list[RichText]:
    """Render with a style that is compiled anew."""
    from citekit.styles.csl import compiled_engine as compiled

    compiled._program.cache_clear()
    try:
        return [each.text for each in csl(style.removeprefix("csl:")).render([work]).entries] or [
            RichText()
        ]
    finally:
        compiled._program.cache_clear()


def test_what_opens_a_link_is_worked_out_once() -> None:
    links._opening.cache_clear()
    for _ in range(3):
        of_doi('<text variable="DOI"/>')
    assert links._opening.cache_info().misses == 1


class TestWithoutLinks:
    @given(strategies.hostile_rich_texts())
    def test_the_text_is_the_same_and_no_link_is_left(self, shown: RichText) -> None:
        bare = without_links(shown)
        assert str(bare) == str(shown)
        assert not list(linked(bare.nodes))

    def test_the_rest_stays(self) -> None:
        nodes: list[Node] = ["a", Styled([Link(["b"], "x"), "c"], Format.BOLD)]
        assert without_links(RichText(nodes)) == RichText(["a", Styled(["bc"], Format.BOLD)])
