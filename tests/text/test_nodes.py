"""Rich text as a value: what may be in it, what is equal, what is refused."""

import copy
import pickle

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given

from citekit.errors import InvalidValueError
from citekit.text.nodes import (
    EMPTY,
    MAX_DEPTH,
    Block,
    Format,
    Link,
    Math,
    Node,
    Quoted,
    RichText,
    Styled,
    Verbatim,
)
from strategies import hostile_rich_texts


class Loud(str):
    """A str that shows itself differently."""

    __slots__ = ()

    def __str__(self) -> str:
        return "LOUD"


class TestNormalForm:
    """ "Neighbouring strings are merged and empty nodes dropped" """

    def test_strings_are_merged(self) -> None:
        assert RichText(["a", "", "b"]).nodes == ("ab",)
        assert Quoted(["a", "b"]) == Quoted(["ab"])

    @pytest.mark.parametrize(
        "empty",
        ["", Math(""), Verbatim(""), Quoted([]), Styled([Quoted([""])], Format.BOLD)],
    )
    def test_empty_nodes_are_dropped(self, empty: Node) -> None:
        assert RichText(["a", empty, "b"]) == RichText("ab")
        assert not RichText([empty])

    def test_a_subclass_of_str_becomes_a_str(self) -> None:
        assert type(RichText(Loud("a")).nodes[0]) is str
        assert str(RichText(Loud("a"))) == "a"

    @given(hostile_rich_texts())
    def test_building_again_changes_nothing(self, text: RichText) -> None:
        assert RichText(text) == RichText(text.nodes) == text
        assert hash(RichText(text)) == hash(text)


class TestRefusals:
    @pytest.mark.parametrize("value", [5, None, b"a", [b"a"], ["a", None], [["a"]]])
    def test_what_is_no_text(self, value: object) -> None:
        with pytest.raises(InvalidValueError):
            RichText(value)  # type: ignore[arg-type]  # the point of the test

    def test_rich_text_inside_rich_text(self) -> None:
        with pytest.raises(InvalidValueError, match="use \\+"):
            RichText(["a", RichText("b")])  # type: ignore[list-item]  # the point of the test

    @pytest.mark.parametrize(
        "build",
        [
            lambda: Styled(["a"], "italic"),  # type: ignore[arg-type]  # wrong on purpose
            lambda: Link(["a"], None),  # type: ignore[arg-type]  # wrong on purpose
            lambda: Block(["a"], "middle"),  # type: ignore[arg-type]  # wrong on purpose
            lambda: Math(1),  # type: ignore[arg-type]  # wrong on purpose
            lambda: Verbatim(b"a"),  # type: ignore[arg-type]  # wrong on purpose
            lambda: Verbatim("a", None),  # type: ignore[arg-type]  # wrong on purpose
        ],
    )
    def test_values_of_a_wrong_kind(self, build: object) -> None:
        with pytest.raises(InvalidValueError):
            build()  # type: ignore[operator]  # lambdas that build wrong nodes on purpose

    def test_a_value_of_display_is_named(self) -> None:
        with pytest.raises(InvalidValueError, match="left-margin"):
            Block(["a"], "middle")  # type: ignore[arg-type]  # the point of the test


class TestDepth:
    """ "Nodes nest at most MAX_DEPTH deep." """

    def test_the_deepest(self) -> None:
        node: Node = "a"
        for _ in range(MAX_DEPTH):
            node = Quoted([node])
        text = RichText([node])
        assert str(text).strip("“”‘’") == "a"
        assert repr(text).count("Quoted") == MAX_DEPTH

    def test_one_deeper_is_refused(self) -> None:
        node: Node = "a"
        for _ in range(MAX_DEPTH):
            node = Quoted([node])
        with pytest.raises(InvalidValueError, match="deeper than 60"):
            Quoted([node])


class TestText:
    def test_quotation_marks_alternate(self) -> None:
        assert str(RichText([Quoted(["a", Quoted(["b", Quoted(["c"])])])])) == "“a‘b“c”’”"

    def test_all_nodes_show_their_characters(self) -> None:
        text = RichText(
            ["a", Styled(["b"], Format.BOLD), Link(["c"], "u"), Math("d"), Verbatim("e")]
        )
        assert str(text) == "abcde"
        assert list(text) == list(text.nodes)

    def test_adding(self) -> None:
        text = RichText(["a", Math("x")])
        assert text + "b" + RichText("c") == RichText(["a", Math("x"), "bc"])
        assert "z" + text == RichText(["za", Math("x")])
        assert text + EMPTY == EMPTY + text == text

    def test_mapping_leaves_math_verbatim_text_and_urls(self) -> None:
        text = RichText(
            [Block([Quoted(["a", Link(["b"], "u"), Math("c")])], "indent"), Verbatim("d")]
        )
        assert text.map_text(str.upper) == RichText(
            [Block([Quoted(["A", Link(["B"], "u"), Math("c")])], "indent"), Verbatim("d")]
        )

    def test_repr_is_short_for_plain_text(self) -> None:
        assert repr(RichText("a")) == "RichText('a')"
        assert repr(EMPTY) == "RichText('')"
        assert repr(RichText([Math("x")])) == "RichText((Math(tex='x'),))"

    def test_plain(self) -> None:
        assert RichText("a").is_plain
        assert EMPTY.is_plain
        assert not RichText([Math("x")]).is_plain


class TestValue:
    @given(hostile_rich_texts())
    def test_it_survives_pickling_and_copying(self, text: RichText) -> None:
        assert pickle.loads(pickle.dumps(text)) == text
        assert copy.deepcopy(text) == text

    def test_it_cannot_be_changed(self) -> None:
        with pytest.raises(FrozenInstanceError):
            RichText("a").nodes = ()  # type: ignore[misc]  # the point of the test
