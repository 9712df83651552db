"""Directional controls: `balanced` and `undirected`."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from citekit.text.clean import clean_rich
from citekit.text.directions import DIRECTIONS, Balance, balanced, undirected
from citekit.text.nodes import Block, Format, Math, RichText, Styled, Verbatim

turning = st.text(DIRECTIONS + "ab\n", max_size=30)


class TestBalanced:
    def test_the_end_of_a_line_closes_everything(self) -> None:
        """UAX #9, X8: all is "completely terminated at the end of each paragraph"; LF ends one."""
        assert balanced("\u202ea\nb\u202c") == "\u202ea\u202c\nb"
        assert balanced("\u2067\u202aa\n\n\u2069b") == "\u2067\u202aa\u202c\u2069\n\nb"

    def test_openers_too_deep_to_work_are_closed_too(self) -> None:
        """BD2: "the maximum explicit depth" is 125; X7: a PDF first matches what overflowed."""
        text = "\u202b" * 300 + "a" + "\u202c" * 300
        assert balanced(text) == text == balanced(text + "\u202c")

    @given(turning)
    def test_each_line_is_balanced_by_itself(self, text: str) -> None:
        whole = balanced(text)
        assert whole == "\n".join(map(balanced, whole.split("\n")))
        assert balanced(whole) == whole

    @given(turning, st.integers(0, 30))
    def test_any_piece_of_it_can_be_balanced(self, text: str, end: int) -> None:
        piece = balanced(text)[:end]
        assert balanced(piece).startswith(piece)

    @given(turning)
    def test_stretches_give_what_the_whole_gives(self, text: str) -> None:
        balance = Balance()
        assert "".join(map(balance.filter, text)) + balance.close() == balanced(text)
        assert balance.close() == ""


class TestUndirected:
    @given(turning)
    def test_the_rest_stays(self, text: str) -> None:
        assert undirected(text) == "".join(char for char in text if char not in DIRECTIONS)


class TestBlocks:
    def test_a_block_is_a_paragraph(self) -> None:
        text = RichText(
            ["\u202ea", Block(["b\u2067", Styled(["c"], Format.BOLD)], "block"), "\u202c"]
        )
        assert clean_rich(text).nodes == (
            "\u202ea\u202c",
            Block(["b\u2067", Styled(["c"], Format.BOLD), "\u2069"], "block"),
        )

    def test_a_line_break_in_what_is_verbatim(self) -> None:
        lines = Verbatim("x\ny")
        assert clean_rich(RichText(["\u202ea", lines])).nodes == ("\u202ea\u202c", lines)
        math = Math("x")
        assert clean_rich(RichText(["\u202ea", math])).nodes == ("\u202ea", math, "\u202c")
