"""Values of fields: pieces, macros and what they may expand to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import ReadError
from citekit.exchange.bibtex.values import MONTH_MACROS, Budget, expand_value


def expand(raw: str, **macros: str) -> str:
    return expand_value(raw, {**MONTH_MACROS, **macros}, Budget(len(raw)))[0]


class TestPieces:
    """A value is pieces joined by #: braced, quoted, a number, a macro (BibTeXing, 2.1)."""

    @pytest.mark.parametrize(
        ("raw", "value"),
        [
            ("{a}", "a"),
            ('"a"', "a"),
            ("2023", "2023"),
            ("jan", "January"),
            ("JAN", "January"),
            ('"10~" # jan # { x}', "10~January x"),
            ("{a {b} c}", "a {b} c"),
            ('"a {"} b"', 'a {"} b'),
            ("{a} {b}", "ab"),
            ("", ""),
            ("#", ""),
        ],
    )
    def test_each(self, raw: str, value: str) -> None:
        assert expand(raw) == value

    @pytest.mark.parametrize(
        ("raw", "value"), [("{a", "a"), ('"a', "a"), ("{a}}", "a}"), ('"a}b"', "a}b")]
    )
    def test_broken_pieces_keep_their_text(self, raw: str, value: str) -> None:
        assert expand(raw) == value

    def test_own_macros(self) -> None:
        assert expand("nat # { x}", nat="Nature") == "Nature x"

    @given(st.text(st.sampled_from('{}"# ab1\n'), max_size=30))
    def test_nothing_raises(self, raw: str) -> None:
        assert isinstance(expand(raw), str)


class TestUndefined:
    """An undefined macro stands for its own name, and is reported."""

    def test_names(self) -> None:
        assert expand_value("foo # bar", {}, Budget(0)) == ("foobar", ("foo", "bar"))


class TestBudget:
    """Macros cannot double until the memory is full."""

    def test_too_much(self) -> None:
        with pytest.raises(ReadError, match="expand"):
            expand_value("big # big", {"big": "x" * 600_000}, Budget(0))

    def test_the_last_character_that_is_allowed(self) -> None:
        Budget(0).spend(1_000_000)
        with pytest.raises(ReadError):
            Budget(0).spend(1_000_001)

    def test_it_grows_with_the_file(self) -> None:
        assert len(expand_value("b # b", {"b": "x" * 600_000}, Budget(600_000))[0]) == 1_200_000
