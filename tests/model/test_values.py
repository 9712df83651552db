"""The conversions that all models share."""

import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import InvalidValueError
from citekit.model.values import FrozenMap, as_line, as_number, as_text, freeze, thaw
from citekit.text.nodes import EMPTY, Format, Node, RichText, Styled

json_data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


class TestLines:
    def test_none_is_the_empty_line(self) -> None:
        assert as_line(None) == ""

    def test_rich_text_gives_its_bare_characters(self) -> None:
        assert as_line(RichText([Styled(["a"], Format.BOLD), "b"])) == "ab"

    @given(st.text())
    def test_a_line_has_no_breaks_and_converting_twice_changes_nothing(self, text: str) -> None:
        line = as_line(text)
        assert "\n" not in line
        assert as_line(line) == line

    @pytest.mark.parametrize("value", [3.5, [], {}, object(), b"x", True])
    def test_what_is_no_text_is_refused(self, value: object) -> None:
        with pytest.raises(InvalidValueError, match="not text"):
            as_line(value)

    def test_a_number_may_be_given_as_one(self) -> None:
        assert as_number(12) == "12"
        assert as_number("12–15") == "12–15"
        with pytest.raises(InvalidValueError):
            as_number(True)


class TestText:
    def test_a_string_is_literal_text_never_markup(self) -> None:
        assert as_text("a <i>b</i>").nodes == ("a <i>b</i>",)

    @pytest.mark.parametrize("value", [None, "", "  ", "\x00"])
    def test_nothing_is_the_empty_text(self, value: str | None) -> None:
        assert as_text(value) == EMPTY

    def test_nodes_are_taken_as_they_are(self) -> None:
        nodes: list[Node] = ["a", Styled(["b"], Format.ITALIC)]
        assert as_text(nodes) == as_text(RichText(nodes)) == RichText(nodes)

    def test_nodes_are_cleaned_too(self) -> None:
        assert as_text([Styled(["a\x1b[31m"], Format.BOLD)]) == RichText(
            [Styled(["a [31m"], Format.BOLD)]
        )

    @pytest.mark.parametrize("value", [3, 3.5, object(), [3], [b"x"], {"a": 1}])
    def test_what_is_no_text_is_refused(self, value: object) -> None:
        with pytest.raises(InvalidValueError):
            as_text(value)


class TestFrozenMap:
    @given(st.dictionaries(st.text(), json_data))
    def test_it_is_equal_to_the_mapping_it_was_made_of(self, data: dict[str, object]) -> None:
        frozen = FrozenMap(data)
        again = pickle.loads(pickle.dumps(frozen))
        assert again == frozen
        assert hash(again) == hash(frozen)
        assert len(frozen) <= len(data)

    def test_thawing_gives_json_data_back(self) -> None:
        data = {"a": [1, {"b": None}], "c": "x"}
        assert thaw(FrozenMap(data)) == data

    def test_it_cannot_be_changed(self) -> None:
        frozen = FrozenMap({"a": 1})
        with pytest.raises(AttributeError):
            frozen._items = {}
        with pytest.raises(TypeError):
            frozen["a"] = 2  # type: ignore[index]  # wrong on purpose

    def test_the_order_of_keys_does_not_matter(self) -> None:
        assert repr(FrozenMap({"b": 1, "a": 2})) == repr(FrozenMap({"a": 2, "b": 1}))

    @pytest.mark.parametrize("value", [object(), b"x", {1, 2}, {1: 2}, 1j, math.nan, math.inf])
    def test_what_is_no_json_is_refused(self, value: object) -> None:
        with pytest.raises(InvalidValueError):
            freeze(value)

    def test_depth_is_bounded(self) -> None:
        deep: object = "x"
        for _ in range(100):
            deep = [deep]
        with pytest.raises(InvalidValueError, match="deeper than 50"):
            freeze(deep)


def test_a_number_of_too_many_digits_is_refused() -> None:
    """Python itself refuses to print an integer of thousands of digits."""
    with pytest.raises(InvalidValueError, match="digits"):
        as_number(10**5000)
