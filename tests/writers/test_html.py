"""HTML: what each node becomes, and how a bibliography is laid out."""

import pytest
from hypothesis import given
from lxml import html as lxml_html

from citekit.text.entries import Layout
from citekit.text.flat import CLOSE, FORMAT_MARKS, LINK, LINK_TEXT, pieces_of
from citekit.text.nodes import Block, Format, Link, Math, Node, Quoted, RichText, Styled, Verbatim
from citekit.writers.base import Writer
from citekit.writers.html import HtmlWriter, _write_flat, _write_runs, element_id
from strategies import hostile_rich_texts, printable


def write(*nodes: Node) -> str:
    return HtmlWriter().write(RichText(nodes))


class TestFormats:
    @pytest.mark.parametrize(
        ("kind", "before", "after"),
        [
            (Format.ITALIC, "<i>", "</i>"),
            (Format.BOLD, "<b>", "</b>"),
            (Format.SUPERSCRIPT, "<sup>", "</sup>"),
            (Format.SUBSCRIPT, "<sub>", "</sub>"),
            (Format.SMALL_CAPS, '<span style="font-variant:small-caps;">', "</span>"),
            (Format.UNDERLINE, '<span style="text-decoration:underline;">', "</span>"),
            (Format.STYLE_NORMAL, '<span style="font-style:normal;">', "</span>"),
            (Format.NO_CASE, "", ""),
        ],
    )
    def test_it(self, kind: Format, before: str, after: str) -> None:
        assert write(Styled(["a"], kind)) == f"{before}a{after}"

    def test_elements_nest_as_the_nodes_do(self) -> None:
        text = write(Styled(["a", Quoted([Styled(["b"], Format.BOLD)]), "c"], Format.ITALIC))
        assert text == "<i>a“<b>b</b>”c</i>"

    def test_neighbours_of_the_same_kind_are_one_element(self) -> None:
        assert write(Styled(["a"], Format.BOLD), Styled(["b"], Format.BOLD)) == "<b>ab</b>"

    def test_quotation_marks_alternate(self) -> None:
        assert write(Quoted([Quoted(["a"])])) == "“‘a’”"


class TestText:
    def test_it_is_escaped(self) -> None:
        assert write("<script>&amp;") == "&lt;script&gt;&amp;amp;"

    def test_quotation_marks_need_no_escape_in_text(self) -> None:
        assert write("\"'") == "\"'"

    @pytest.mark.parametrize("mark", ["\\(", "\\[", "$$", "\\begin{x}"])
    def test_delimiters_of_math_in_text_are_broken(self, mark: str) -> None:
        assert write(mark) == f"{mark[0]}<wbr>{mark[1:]}"


class TestLinks:
    def test_a_link(self) -> None:
        assert write(Link(["a"], "HTTPS://x.y/?a&b")) == '<a href="https://x.y/?a&amp;b">a</a>'

    def test_quotation_marks_in_an_address(self) -> None:
        assert write(Link(["a"], "https://x.y/\"'")) == '<a href="https://x.y/%22&#x27;">a</a>'

    def test_a_doi_leads_to_doi_org(self) -> None:
        assert write(Link(["a"], "doi:10.1/x")) == '<a href="https://doi.org/10.1/x">a</a>'

    @pytest.mark.parametrize(
        "url", ["javascript:x", " javascript:x", "file:///x", "", "//x", "a:b"]
    )
    def test_other_schemes_are_text(self, url: str) -> None:
        assert write(Link(["a"], url)) == "a"

    def test_an_address_with_a_lone_surrogate_is_encoded(self) -> None:
        assert write(Link(["a"], "https://x.y/\ud800é")) == '<a href="https://x.y/%C3%A9">a</a>'


class TestMathAndCode:
    def test_math(self) -> None:
        assert write(Math("a<b")) == r'<span class="math">\(a&lt;b\)</span>'

    def test_unsafe_math_is_text(self) -> None:
        assert write(Math(r"\href{javascript:x}{y}")) == r"\href{javascript:x}{y}"

    def test_code(self) -> None:
        text = write("a", Verbatim("\n@misc{<x>,\n}", 'bib"tex'))
        assert text == 'a<pre><code class="language-bibtex">\n@misc{&lt;x&gt;,\n}</code></pre>'
        assert write(Verbatim("x")) == "<pre><code>x</code></pre>"


class TestBibliography:
    def entries(self, *texts: RichText) -> list[tuple[str, str]]:
        return [(f"k{index}", HtmlWriter().write(text)) for index, text in enumerate(texts)]

    def test_it_is_a_list_to_screen_readers(self) -> None:
        written = HtmlWriter().bibliography(self.entries(RichText("A.")), Layout())
        tree = lxml_html.fromstring(written)
        assert tree.get("role") == "list"
        assert [(child.get("role"), child.get("id")) for child in tree] == [("listitem", "ref-k0")]

    def test_a_hanging_indent(self) -> None:
        written = HtmlWriter().bibliography(
            self.entries(RichText("A."), RichText("B.")), Layout(hanging_indent=True)
        )
        tree = lxml_html.fromstring(written)
        assert tree.get("class") == "csl-bib-body csl-hanging-indent"
        assert [child.get("style") for child in tree] == [
            "margin-left:2em;text-indent:-2em;margin-bottom:1em;",
            "margin-left:2em;text-indent:-2em;",
        ]

    def test_line_and_entry_spacing(self) -> None:
        layout = Layout(line_spacing=2, entry_spacing=0, second_field_align="flush")
        tree = lxml_html.fromstring(
            HtmlWriter().bibliography(self.entries(RichText("A."), RichText("B.")), layout)
        )
        assert tree.get("style") == "line-height:2;"
        assert tree.get("data-second-field-align") == "flush"
        assert [child.get("style") for child in tree] == [None, None]

    def test_blocks(self) -> None:
        text = RichText([Block(["1."], "left-margin"), Block(["A."], "right-inline")])
        tree = lxml_html.fromstring(
            HtmlWriter().bibliography(self.entries(text), Layout(entry_spacing=0))
        )
        assert tree[0].get("style") == "clear:left;"
        assert [(block.get("class"), block.text) for block in tree[0]] == [
            ("csl-left-margin", "1."),
            ("csl-right-inline", "A."),
        ]

    def test_two_blocks_of_the_same_kind_stay_two(self) -> None:
        assert write(Block(["a"], "block"), Block(["b"], "block")).count("<div") == 2

    def test_ids_of_elements_are_safe(self) -> None:
        assert element_id('x" onclick="y') == "ref-x-22--20-onclick-3d--22-y"


def test_every_writer_has_the_protocol() -> None:
    assert isinstance(HtmlWriter(), Writer)


class TestSimpleText:
    """Text that needs no runs is written without them, and comes out the same."""

    @given(hostile_rich_texts(printable, max_leaves=6))
    def test_both_ways_give_the_same(self, text: RichText) -> None:
        assert HtmlWriter().write(text) == _write_runs(text)

    @pytest.mark.parametrize("leaf", ["a\tb", "a\nb", "\u202ea", "e\u0301", "$$", "\\(", "\x07"])
    def test_what_has_to_be_changed_needs_runs(self, leaf: str) -> None:
        assert _write_flat(["", FORMAT_MARKS[Format.BOLD], leaf, CLOSE, ""]) is None

    @pytest.mark.parametrize(
        "url", ["javascript:alert(1)", "x", "https://e.org/\x07", "https://e.org/e\u0301"]
    )
    def test_nor_is_a_link_that_may_not_be_one(self, url: str) -> None:
        assert _write_flat(["", LINK, url, LINK_TEXT, "a", CLOSE, ""]) is None

    def test_links_that_are_one_or_stand_in_another_need_runs(self) -> None:
        one, other = Link(["a"], "https://e.org/"), Link(["b"], "https://e.org/")
        bold = Styled([one], Format.BOLD)
        nested = pieces_of(RichText([Link([bold], "https://x.org/")]))
        assert pieces_of(RichText([one, other])) is None
        assert nested is not None
        assert _write_flat(nested) is None
        assert write(one, other) == '<a href="https://e.org/">ab</a>'

    def test_a_link_does_not(self) -> None:
        inner = Styled(["a & b"], Format.BOLD)
        nodes = (Link([inner], "https://e.org/?a&b"), " ", Link([inner], "https://e.org/?a&b"))
        assert write(*nodes) == _write_runs(RichText(nodes))
        assert write(*nodes[:1]) == '<a href="https://e.org/?a&amp;b"><b>a &amp; b</b></a>'

    def test_what_is_written_as_it_stands_does_not(self) -> None:
        nodes = ("a & ", Block([Styled(["b"], Format.BOLD), Link(["c"], "https://d.e")], "block"))
        pieces = pieces_of(RichText(nodes))
        assert pieces is not None
        assert _write_flat(pieces) == write(*nodes)
