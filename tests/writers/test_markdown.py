"""Markdown as CommonMark 0.31 reads it."""

import pytest

from citekit.text.entries import Layout
from citekit.text.nodes import Block, Format, Link, Math, Node, RichText, Styled, Verbatim
from citekit.writers.markdown import MarkdownWriter
from output_readers import read_markdown


def write(*nodes: Node) -> str:
    return MarkdownWriter().write(RichText(nodes))


def italic(*nodes: Node) -> Styled:
    return Styled(nodes, Format.ITALIC)


def bold(*nodes: Node) -> Styled:
    return Styled(nodes, Format.BOLD)


class TestReadable:
    """What needs no escape has none."""

    @pytest.mark.parametrize(
        "text",
        ["Doe, J. (2020). Why? R&D: a-b, “x” — 50 % + 1 = 2!", "a.b/c:d", "no #1, mail a@b.c"],
    )
    def test_ordinary_text(self, text: str) -> None:
        assert write(text) == text


class TestEscapes:
    @pytest.mark.parametrize("char", "\\`*_[]<>~|${}^")
    def test_characters_of_markup(self, char: str) -> None:
        assert write(f"a{char}b") == f"a\\{char}b"

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("&lt;", "\\&lt;"),
            ("&#60;", "\\&#60;"),
            ("a &", "a \\&"),
            ("a & b", "a & b"),
            ("by @doe", "by \\@doe"),
        ],
    )
    def test_entities_and_mentions(self, text: str, written: str) -> None:
        assert write(text) == written

    def test_an_entity_in_two_stretches(self) -> None:
        text = write("&amp", bold(";"))
        assert read_markdown(text)[0].strip() == "&amp;"

    @pytest.mark.parametrize("start", ["#", "+", "-", "=", ":", "%"])
    def test_the_start_of_a_line(self, start: str) -> None:
        assert write(f"{start} a") == f"\\{start} a"
        assert write(Block(["x"], "block"), f" {start} a") == f"x\\\n\\{start} a"

    @pytest.mark.parametrize(
        ("text", "written"),
        [("(1) x", "\\(1) x"), ("(@a) x", "\\(@a) x"), ("(Hu, 2022)", "(Hu, 2022)")],
    )
    def test_only_brackets_that_would_number_a_list(self, text: str, written: str) -> None:
        """Pandoc's Markdown numbers lists as "(1)", "(a)" and "(@)" too."""
        assert write(text) == written

    @pytest.mark.parametrize("number", ["1.", "2020)", "123456789."])
    def test_numbers_that_would_begin_a_list(self, number: str) -> None:
        assert write(f"{number} a") == f"{number[:-1]}\\{number[-1]} a"

    def test_other_numbers(self) -> None:
        assert write("2020 a") == "2020 a"

    def test_line_breaks_and_spaces_at_the_ends(self) -> None:
        assert write("    a\n\n# b\t") == "a  # b"


class TestEmphasis:
    """Section 6.2: delimiters touch a letter, digit or combining mark on the inside."""

    @pytest.mark.parametrize(
        ("nodes", "written"),
        [
            ([italic("a")], "*a*"),
            ([Styled(["a"], Format.OBLIQUE)], "*a*"),
            ([bold("a")], "**a**"),
            ([bold(italic("a"))], "***a***"),
            (["a", italic(" b, "), "c"], "a *b*, c"),
            (["a", italic("“b”"), "c"], "a“*b*”c"),
            ([italic("a ", bold("b"), " c")], "*a* ***b*** *c*"),
            ([italic("a ", Styled(["b"], Format.STYLE_NORMAL))], "*a* b"),
            ([bold("a ", Styled(["b"], Format.WEIGHT_NORMAL))], "**a** b"),
            ([italic("a"), Styled([italic("b")], Format.SMALL_CAPS)], "*ab*"),
            ([italic(".")], "."),
            ([italic("a"), bold("b")], "*a*b"),
            ([italic("a"), "*", bold("b")], "*a*\\***b**"),
            ([Styled(["a"], Format.SMALL_CAPS)], "a"),
        ],
    )
    def test_it(self, nodes: list[Node], written: str) -> None:
        assert write(*nodes) == written

    def test_raised_and_lowered_digits(self) -> None:
        low, high = Styled(["2"], Format.SUBSCRIPT), Styled(["-1"], Format.SUPERSCRIPT)
        assert write("H", low, "O m", high) == "H₂O m⁻¹"
        assert write("1", Styled(["er"], Format.SUPERSCRIPT)) == "1er"
        assert write("x", Styled(["2k"], Format.SUPERSCRIPT)) == "x2k"
        assert write(Styled([low], Format.BASELINE), italic("x", low)) == "₂*x₂*"


class TestLinks:
    def test_a_link(self) -> None:
        assert write("see ", Link(["a]b"], "https://x.y/(z)")) == "see [a\\]b](https://x.y/\\(z\\))"

    def test_an_address_shown_as_itself(self) -> None:
        assert write(Link(["https://x.y/a_b"], "https://x.y/a_b")) == "<https://x.y/a_b>"

    @pytest.mark.parametrize("url", ["https://xn--tst-qla.de/", "https://x.y/%41"])
    def test_an_address_that_would_be_shown_otherwise(self, url: str) -> None:
        assert write(Link([url], url)) == f"[{url}]({url})"

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "x.y", "data:,x", "http:/x"])
    def test_unsafe_addresses_are_text(self, url: str) -> None:
        assert write(Link(["a"], url)) == "a"

    def test_entities_in_an_address(self) -> None:
        _, _, links = read_markdown(write(Link(["a"], "https://x.y/?b&copy;")))
        assert links == ["https://x.y/?b&copy;"]

    def test_an_exclamation_mark_before_makes_no_image(self) -> None:
        assert write("a!", Link(["b"], "https://x.y")) == "a\\![b](https://x.y)"

    def test_a_link_in_a_link_is_text(self) -> None:
        assert write(Link([Link(["a"], "https://z")], "https://x.y")) == "[a](https://x.y)"

    def test_emphasis_inside(self) -> None:
        assert write(Link([italic("a")], "https://x.y")) == "[*a*](https://x.y)"


class TestMath:
    @pytest.mark.parametrize("tex", ["x^2", "O(n \\log n)", "x_i + y_j", "\\frac{a}{b}"])
    def test_between_dollars(self, tex: str) -> None:
        assert write(Math(tex)) == f"${tex}$"
        assert read_markdown(write(Math(tex)))[0].strip() == f"${tex}$"

    def test_what_could_be_read_as_markup_is_text(self) -> None:
        assert write(Math("a*b*c")) == "a\\*b\\*c"
        assert write(Math("\\hat{x}_i")) == "\\\\hat\\{x\\}\\_i"
        assert write(Math("\\input{x}")) == "\\\\input\\{x\\}"


class TestVerbatim:
    def test_a_fenced_block(self) -> None:
        assert write(Verbatim("@misc{x,\n}\n", "bibtex")) == "```bibtex\n@misc{x,\n}\n```"

    def test_the_fence_is_longer_than_any_inside(self) -> None:
        assert write(Verbatim("````\n")) == "`````\n````\n`````"

    def test_it_stands_apart(self) -> None:
        assert write("a", Verbatim("b"), "c") == "a\n\n```\nb\n```\n\nc"

    def test_a_language_is_one_word(self) -> None:
        assert write(Verbatim("b", "bib tex`\n")) == "```bibtex\nb\n```"


class TestBibliography:
    def test_entries_are_paragraphs(self) -> None:
        entries = [("a", write("A.")), ("b", write("- B."))]
        layout = Layout(entry_spacing=0)
        assert MarkdownWriter().bibliography(entries, layout) == "A.\n\n\\- B."

    def test_blocks_are_lines(self) -> None:
        text = write(
            Block(["[1]"], "left-margin"), Block(["A."], "right-inline"), Block(["B"], "indent")
        )
        assert text == "\\[1\\] A.\\\nB"

    def test_empty_blocks_leave_no_line(self) -> None:
        assert write("a", Block([" "], "block"), "b") == "a\\\nb"


class TestMarksAtTheEdges:
    """ "A right-flanking delimiter run is … not preceded by a Unicode punctuation character, or …
    followed by a Unicode whitespace character or a Unicode punctuation character"
    (CommonMark 0.31, section 6.2)."""

    @pytest.mark.parametrize(
        ("nodes", "written"),
        [
            (["In ", Styled(["Conf (ICCV)"], Format.ITALIC), "."], "In *Conf (ICCV)*."),
            ([Styled(["“Who?”"], Format.ITALIC)], "*“Who?”*"),
            (["a", Styled(["(b)"], Format.ITALIC), "c"], "a(*b*)c"),
            (["a ", Styled(["(b)"], Format.ITALIC), "c"], "a *(b*)c"),
            (
                [Styled(["(b)"], Format.ITALIC), Styled(["(c)"], Format.BOLD)],
                "*(b*)(**c)**",
            ),
        ],
    )
    def test_brackets_stay_inside_where_the_rule_allows_it(
        self, nodes: list[Node], written: str
    ) -> None:
        assert MarkdownWriter().write(RichText(nodes)) == written
