"""reStructuredText as docutils reads it."""

import pytest

from citekit.text.entries import Layout
from citekit.text.nodes import Block, Format, Link, Math, Node, RichText, Styled, Verbatim
from citekit.writers.rst import RstWriter
from output_readers import read_rst


def write(*nodes: Node) -> str:
    return RstWriter().write(RichText(nodes))


def styled(kind: Format, *nodes: Node) -> Styled:
    return Styled(nodes, kind)


class TestEscapes:
    @pytest.mark.parametrize("char", "\\`*_|")
    def test_characters_of_markup(self, char: str) -> None:
        assert write(f"a{char}b") == f"a\\{char}b"

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("javascript:x", "javascript\\:x"),
            ("Title: Sub", "Title: Sub"),
            ("a@b.c", "a\\@b.c"),
            ("code::", "code\\:\\:"),
        ],
    )
    def test_addresses_and_roles(self, text: str, written: str) -> None:
        assert write(text) == written

    @pytest.mark.parametrize(
        "text",
        [
            *("- a", "+ a", "• a", "1. a", "A. Smith", "(1) a", "iv) a", "MMXX. a", "A.", "#. a"),
            *(".. a", ":a: b", "====", ">>> a", "--help a", "/V a", '"quoted"', "[1] a"),
        ],
    )
    def test_the_start_of_a_line(self, text: str) -> None:
        assert write(text).startswith("\\")
        found, kinds, _ = read_rst(write(text))
        assert found == text
        assert kinds == {"document", "paragraph", "Text"}

    @pytest.mark.parametrize(
        "text", ["Doe, J. (2020).", "“Quoted”", "2020 a", "Étude", "A.N. Author"]
    )
    def test_ordinary_starts(self, text: str) -> None:
        assert write(text) == text

    def test_spaces_at_the_ends(self) -> None:
        assert write("  ", styled(Format.BOLD, " a "), " ") == "**a**"


class TestMarkup:
    @pytest.mark.parametrize(
        ("nodes", "written"),
        [
            ([styled(Format.ITALIC, "a")], "*a*"),
            ([styled(Format.OBLIQUE, "a")], "*a*"),
            ([styled(Format.BOLD, styled(Format.ITALIC, "a"))], "**a**"),
            (["a", styled(Format.SUPERSCRIPT, "2"), "b"], "a\\ :sup:`2`\\ b"),
            ([styled(Format.SUBSCRIPT, "2"), ". a"], "\\ :sub:`2`. a"),
            (["(", styled(Format.ITALIC, "a"), ") b"], "\\(\\ *a*\\ ) b"),
            (["x ", styled(Format.ITALIC, "a", styled(Format.BOLD, "b"))], "x *a*\\ **b**"),
            ([styled(Format.ITALIC, " ")], ""),
            ([styled(Format.SMALL_CAPS, "a")], "a"),
        ],
    )
    def test_it(self, nodes: list[Node], written: str) -> None:
        assert write(*nodes) == written

    def test_docutils_sees_it(self) -> None:
        text = write("a", styled(Format.SUPERSCRIPT, "b`c"), "d ", styled(Format.BOLD, "*"))
        found, kinds, _ = read_rst(text)
        assert found == "ab`cd *"
        assert kinds == {"document", "paragraph", "Text", "superscript", "strong"}


class TestLinks:
    def test_a_link(self) -> None:
        text = write("see", Link(["a <b>"], "https://x.y/z_"))
        assert text == "see\\ `a <b> <https://x.y/z\\_>`__"
        assert read_rst(text)[2] == ["https://x.y/z_"]

    def test_unsafe_addresses_are_text(self) -> None:
        assert write(Link(["a"], "javascript:x")) == "a"

    def test_addresses_in_text_are_no_links(self) -> None:
        assert read_rst(write("see http://x.y or a@b.c, javascript:z"))[2] == []


class TestMath:
    def test_a_role(self) -> None:
        assert write("so ", Math("x^2")) == "so :math:`x^2`"

    @pytest.mark.parametrize("tex", ["a`b", "x\\ ", "\\input{x}"])
    def test_what_would_end_the_role_is_text(self, tex: str) -> None:
        found, kinds, _ = read_rst(write("so ", Math(tex)))
        assert "math" not in kinds
        assert found.strip() == f"so {tex}".strip()


class TestVerbatim:
    def test_a_literal_block(self) -> None:
        text = write("a", Verbatim("b\n\n  c\n"), "d")
        assert text == "a\n\n::\n\n   b\n\n     c\n\nd"
        assert read_rst(text)[0] == "a\nb\n\n  c\nd"

    def test_white_space_alone_is_nothing(self) -> None:
        assert write(Verbatim(" \n")) == ""


class TestBibliography:
    def test_entries_and_blocks_are_paragraphs(self) -> None:
        two = RichText(
            [Block(["[1]"], "left-margin"), Block([" B."], "right-inline"), Block(["C"], "block")]
        )
        entries = [("a", "Doe."), ("b", RstWriter().write(two))]
        text = RstWriter().bibliography(entries, Layout(entry_spacing=0))
        assert text == "Doe.\n\n\\[1] B.\n\nC"
