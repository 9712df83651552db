"""Specification of what happens where two pieces of output meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.styles.csl.marked.finish import QuoteMarks, finish
from citekit.styles.csl.marked.marks import CLOSE, FORMAT_MARKS, QUOTE, QUOTE_CLOSE, strip_marks
from citekit.styles.csl.marked.punctuation import add, join
from citekit.text.nodes import Format

ITALIC = FORMAT_MARKS[Format.ITALIC]
words = st.text("abc", min_size=1, max_size=5)


class TestPunctuation:
    """The convention of citeproc-js for two marks of punctuation that meet."""

    @pytest.mark.parametrize(
        ("left", "right", "both"),
        [
            ("et al.", ".", "et al."),
            ("Why?", ".", "Why?"),
            ("Why?", ", x", "Why?, x"),
            ("Oh!", ": x", "Oh! x"),
            ("a:", "!", "a!"),
            ("a,", ".", "a,."),
            ("p.", ", x", "p., x"),
        ],
    )
    def test_a_mark_that_is_too_much_goes(self, left: str, right: str, both: str) -> None:
        assert add(left, right) == both

    def test_formatting_between_the_marks_does_not_matter(self) -> None:
        assert add(f"{ITALIC}Why?{CLOSE}", ". x") == f"{ITALIC}Why?{CLOSE} x"

    def test_marks_within_a_text_stay(self) -> None:
        assert add("a..", "b") == "a..b"


class TestSpaces:
    """Of two spaces that meet, one stays."""

    def test_one_space_stays(self) -> None:
        assert add("a ", " b") == "a b"

    @given(st.lists(words, min_size=1), st.sampled_from([", ", "; ", " ", ""]))
    def test_words_are_joined_as_they_are(self, parts: list[str], delimiter: str) -> None:
        assert join(parts, delimiter) == delimiter.join(parts)


class TestPunctuationInQuote:
    """ "punctuation-in-quote specifies whether this punctuation is placed outside (value "false",
    default) or inside (value "true") the closing quotation mark." (CSL 1.0.2, "Locale Options")"""

    quoted = f"{QUOTE}a{QUOTE_CLOSE}"

    @pytest.mark.parametrize("sign", [",", "."])
    def test_inside(self, sign: str) -> None:
        text = add(self.quoted, f"{sign} b")
        assert str(finish(text, QuoteMarks(punctuation_inside=True))) == f"“a{sign}” b"

    @pytest.mark.parametrize("sign", [",", "."])
    def test_outside(self, sign: str) -> None:
        assert str(finish(add(self.quoted, f"{sign} b"), QuoteMarks())) == f"“a”{sign} b"

    def test_punctuation_that_is_not_the_styles_stays_where_it_is(self) -> None:
        text = f"{self.quoted}, b"
        assert str(finish(text, QuoteMarks(punctuation_inside=True))) == "“a”, b"

    def test_a_question_makes_the_period_superfluous(self) -> None:
        text = add(f"{QUOTE}Why?{QUOTE_CLOSE}", ". b")
        assert str(finish(text, QuoteMarks(punctuation_inside=True))) == "“Why?” b"


class TestMarks:
    """Marks never reach a reader."""

    @given(st.lists(st.sampled_from(["a", ". ", ITALIC, CLOSE, QUOTE, QUOTE_CLOSE]), max_size=20))
    def test_any_text_can_be_finished(self, pieces: list[str]) -> None:
        shown = str(finish("".join(pieces), QuoteMarks(punctuation_inside=True)))
        assert strip_marks(shown) == shown
