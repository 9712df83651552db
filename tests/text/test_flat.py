"""The flat form: the same text as the tree, without the tree."""

import copy
import pickle

from hypothesis import given
from hypothesis import strategies as st

from citekit.text.flat import (
    BLOCKS,
    CLOSE,
    FORMAT_MARKS,
    LINK,
    LINK_TEXT,
    MARK,
    FlatText,
    flat_text,
    pieces_of,
)
from citekit.text.nodes import Block, Format, Link, Math, Quoted, RichText, Styled, Verbatim
from strategies import hostile_rich_texts

ITALIC, BOLD = FORMAT_MARKS[Format.ITALIC], FORMAT_MARKS[Format.BOLD]
MARKED = st.lists(
    st.sampled_from(["a", " ", CLOSE, ITALIC, BOLD, LINK, LINK_TEXT, *BLOCKS.values()]), max_size=9
).map("".join)


class TestWhatIsSimple:
    """Formats, links and blocks, none of them empty, no format in another or beside another."""

    def test_formats_in_a_block(self) -> None:
        found = flat_text(f"{BLOCKS['indent']}a{ITALIC}b{CLOSE}{CLOSE}c")
        assert found == RichText([Block(["a", Styled(["b"], Format.ITALIC)], "indent"), "c"])

    def test_a_link(self) -> None:
        found = flat_text(f"{LINK}https://x.y{LINK_TEXT}a{CLOSE}b")
        assert found == RichText([Link(["a"], "https://x.y"), "b"])

    def test_a_format_in_a_format_is_not(self) -> None:
        assert flat_text(f"{ITALIC}a{BOLD}b{CLOSE}{CLOSE}") is None

    def test_a_block_in_a_format_is_not(self) -> None:
        assert flat_text(f"{ITALIC}a{BLOCKS['block']}b{CLOSE}{CLOSE}") is None

    def test_an_element_without_content_is_not(self) -> None:
        assert flat_text(f"a{ITALIC}{CLOSE}b") is None
        assert flat_text(f"a{BLOCKS['block']}{CLOSE}b") is None

    def test_neighbours_are_not(self) -> None:
        assert flat_text(f"{ITALIC}a{CLOSE}{ITALIC}b{CLOSE}") is None
        assert flat_text(f"{LINK}u{LINK_TEXT}a{CLOSE}{LINK}u{LINK_TEXT}b{CLOSE}") is None

    def test_what_undoes_a_format_is_not(self) -> None:
        assert flat_text(f"{FORMAT_MARKS[Format.STYLE_NORMAL]}a{CLOSE}") is None

    def test_what_is_not_closed_is_not(self) -> None:
        assert flat_text(f"{ITALIC}a") is None
        assert flat_text(f"a{CLOSE}") is None

    @given(MARKED)
    def test_what_is_taken_for_simple_keeps_the_rules_of_rich_text(self, text: str) -> None:
        found = flat_text(text)
        if found is not None:
            assert RichText(list(found.nodes)) == found  # nothing to merge, to drop or to refuse


class TestPieces:
    @given(hostile_rich_texts())
    def test_a_tree_comes_back_from_its_flat_form(self, text: RichText) -> None:
        pieces = pieces_of(text)
        if pieces is not None and not any(MARK.search(piece) for piece in pieces[::2]):
            assert FlatText(pieces) == text

    def test_what_has_none(self) -> None:
        for node in (Math("x"), Verbatim("x"), Quoted(["x"]), Styled([Math("x")], Format.BOLD)):
            assert pieces_of(RichText([node])) is None

    def test_neighbours_have_none(self) -> None:
        assert pieces_of(RichText([Styled(["a"], Format.BOLD), Styled(["b"], Format.BOLD)])) is None
        assert pieces_of(RichText([Link(["a"], "u"), Link(["b"], "u")])) is None


class TestFlatTextIsRichText:
    FLAT = FlatText(["a", ITALIC, "b", CLOSE, ""])
    TREE = RichText(["a", Styled(["b"], Format.ITALIC)])

    def test_equal_and_one_key_of_a_table(self) -> None:
        assert self.FLAT == self.TREE
        assert self.TREE == self.FLAT
        assert len({self.FLAT, self.TREE}) == 1
        assert self.FLAT != "ab"

    def test_shown_alike(self) -> None:
        assert repr(self.FLAT) == repr(self.TREE)
        assert str(self.FLAT) == "ab"
        assert self.FLAT + "c" == self.TREE + "c"

    def test_true_where_there_is_text(self) -> None:
        assert self.FLAT
        assert not FlatText([""])

    def test_copied_and_pickled(self) -> None:
        assert copy.deepcopy(self.FLAT) == self.TREE
        assert pickle.loads(pickle.dumps(self.FLAT)) == self.TREE
