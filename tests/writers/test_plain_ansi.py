"""Plain text and text for terminals."""

import pytest

from citekit.text.entries import Layout
from citekit.text.nodes import Block, Format, Link, Math, Node, Quoted, RichText, Styled, Verbatim
from citekit.writers.ansi import AnsiWriter
from citekit.writers.plain import PlainWriter


def plain(*nodes: Node) -> str:
    return PlainWriter().write(RichText(nodes))


class TestPlain:
    def test_it_is_the_characters(self) -> None:
        text: list[Node] = [
            Quoted(["a", Quoted(["b"])]),
            Styled(["c"], Format.BOLD),
            Link(["d"], "https://x.y"),
        ]
        assert plain(*text, Math("x^2")) == "“a‘b’”cdx^2"

    def test_line_breaks_in_text_are_spaces(self) -> None:
        assert plain("a\nb\tc\x0bd") == "a b c d"

    def test_preformatted_text_keeps_them(self) -> None:
        assert plain("a", Verbatim("b\nc"), Verbatim("d")) == "a\nb\nc\nd"

    def test_blocks(self) -> None:
        written = plain(
            Block(["1."], "left-margin"), Block(["a"], "right-inline"), "b", Block(["c"], "indent")
        )
        assert written == "1. a\nb\n    c"

    def test_right_inline_without_a_margin_is_a_block(self) -> None:
        """CSL 1.0.2: "behaves as "block" in the absence of such a "left-margin" block" """
        assert plain("a", Block(["b"], "right-inline")) == "a\nb"
        verbatim = Block([Verbatim("v")], "left-margin")
        assert plain(verbatim, Block(["b"], "right-inline")) == "v\nb"
        assert (
            plain(Block(["1."], "left-margin"), Block([Verbatim("v")], "right-inline")) == "1.\nv"
        )

    @pytest.mark.parametrize(("left", "right"), [("1. ", "a"), ("1.", " a")])
    def test_one_space_parts_margin_and_text(self, left: str, right: str) -> None:
        assert plain(Block([left], "left-margin"), Block([right], "right-inline")) == "1. a"

    @pytest.mark.parametrize(
        ("spacing", "gap"), [(0, "\n"), (1, "\n\n"), (2, "\n\n\n"), (-1, "\n")]
    )
    def test_empty_lines_between_entries(self, spacing: int, gap: str) -> None:
        entries = [("a", "A"), ("b", "B")]
        layout = Layout(entry_spacing=spacing)
        assert PlainWriter().bibliography(entries, layout) == f"A{gap}B"


class TestAnsi:
    @pytest.mark.parametrize(
        ("kind", "code"),
        [
            (Format.BOLD, "1"),
            (Format.LIGHT, "2"),
            (Format.ITALIC, "3"),
            (Format.OBLIQUE, "3"),
            (Format.UNDERLINE, "4"),
        ],
    )
    def test_formats(self, kind: Format, code: str) -> None:
        assert AnsiWriter().write(RichText([Styled(["a"], kind)])) == f"\x1b[{code}ma\x1b[0m"

    def test_several_at_once(self) -> None:
        text = RichText([Styled([Styled(["a"], Format.BOLD)], Format.ITALIC)])
        assert AnsiWriter().write(text) == "\x1b[1;3ma\x1b[0m"

    @pytest.mark.parametrize(
        ("outer", "inner"),
        [
            (Format.ITALIC, Format.STYLE_NORMAL),
            (Format.BOLD, Format.WEIGHT_NORMAL),
            (Format.UNDERLINE, Format.DECORATION_NORMAL),
            (Format.SMALL_CAPS, Format.VARIANT_NORMAL),
        ],
    )
    def test_an_inner_format_undoes_an_outer_one(self, outer: Format, inner: Format) -> None:
        assert AnsiWriter().write(RichText([Styled([Styled(["a"], inner)], outer)])) == "a"

    def test_escape_sequences_in_data_are_broken(self) -> None:
        assert AnsiWriter().write(RichText("a\x1b[31mb\x9b1m")) == "a [31mb1m"
