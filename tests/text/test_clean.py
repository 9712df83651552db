"""What may not come through, one class for each sentence of the rules in `citekit.text.clean`."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.text.clean import MAX_COMBINING, clean, clean_rich, fold_space, is_clean, loses
from citekit.text.nodes import Format, Link, Math, RichText, Styled, Verbatim
from strategies import hostile_rich_texts, hostile_text, literal_text

OPENERS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
bidi_text = st.text(OPENERS + "\u202c\u2069ab\n", max_size=30)
any_text = st.text(max_size=40) | hostile_text | literal_text | bidi_text


class TestControls:
    """ "C0 controls except line feed and tab become a space; DEL and C1 controls go." """

    def test_c0_becomes_a_space(self) -> None:
        assert clean("a\x00b\x1bc\x0bd\x1fe") == "a b c d e"

    def test_line_feed_and_tab_stay(self) -> None:
        assert clean("a\n\tb") == "a\n\tb"

    def test_del_and_c1_go(self) -> None:
        assert clean("a\x7fb\x80c\x9bd\x9f") == "abcd"

    @pytest.mark.parametrize("line_break", ["\r", "\r\n", "\x85", "\u2028", "\u2029"])
    def test_other_line_breaks_become_a_line_feed(self, line_break: str) -> None:
        """ "CR, CR LF, U+0085, U+2028 and U+2029 are line breaks" """
        assert clean(f"a{line_break}b") == "a\nb"


class TestCodePoints:
    """ "A surrogate pair becomes the character that it stands for; a lone surrogate, a
    noncharacter … a byte order mark … go." """

    def test_a_pair_becomes_its_character(self) -> None:
        assert clean("\ud83d\ude00") == "😀"

    def test_lone_surrogates_go(self) -> None:
        assert clean("a\ude00\ud83db\ud83d") == "ab"

    @pytest.mark.parametrize("char", ["\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe"])
    def test_noncharacters_go(self, char: str) -> None:
        assert clean(f"a{char}b") == "ab"

    @pytest.mark.parametrize("char", ["\ufeff", "\ufff9", "\ufffb", "\u206a", "\u206f"])
    def test_stray_format_controls_go(self, char: str) -> None:
        assert clean(f"a{char}b") == "ab"

    @pytest.mark.parametrize(
        "char", ["\ufdcf", "\ufdf0", "\ufffd", "\u200d", "\u00ad", "\U0010fffd"]
    )
    def test_their_neighbours_stay(self, char: str) -> None:
        assert clean(f"a{char}b") == f"a{char}b"


class TestBidi:
    """ "Bidirectional embeddings, overrides and isolates that are left open are closed at the end,
    and closers that close nothing go." """

    @pytest.mark.parametrize("opener", "\u202a\u202b\u202d\u202e")
    def test_embeddings_are_closed(self, opener: str) -> None:
        assert clean(f"{opener}a") == f"{opener}a\u202c"

    @pytest.mark.parametrize("opener", "\u2066\u2067\u2068")
    def test_isolates_are_closed(self, opener: str) -> None:
        assert clean(f"{opener}a") == f"{opener}a\u2069"

    def test_the_last_opened_is_closed_first(self) -> None:
        assert clean("\u202a\u2066a") == "\u202a\u2066a\u2069\u202c"

    def test_stray_closers_go(self) -> None:
        assert clean("a\u202cb\u2069") == "ab"

    def test_balanced_marks_stay(self) -> None:
        assert clean("\u2067שלום\u2069!") == "\u2067שלום\u2069!"

    def test_an_embedding_outside_of_an_isolate_is_not_closed_inside(self) -> None:
        """UAX #9, BD11: a PDF matches an embedding inside the same isolate only."""
        assert clean("\u202a\u2066\u202c") == "\u202a\u2066\u2069\u202c"

    def test_an_isolates_end_closes_what_was_opened_inside(self) -> None:
        """UAX #9, X6a: a PDI closes the embeddings opened since its isolate."""
        assert clean("\u2066\u202ea\u2069b\u202c") == "\u2066\u202ea\u2069b"

    @given(bidi_text)
    def test_nothing_is_open_at_the_end(self, text: str) -> None:
        opened = 0
        for char in clean(text):
            opened += (char in "\u2066\u2067\u2068") - (char == "\u2069")
            assert opened >= 0
        assert opened == 0


class TestNormalization:
    """ "Text is put into Unicode normalization form C." """

    def test_it_is_composed(self) -> None:
        assert clean("Poincare\u0301") == "Poincaré"

    def test_compatibility_characters_stay(self) -> None:
        assert clean("ﬁ ² Ⅳ") == "ﬁ ² Ⅳ"

    def test_stacks_within_the_limit_are_sorted(self) -> None:
        text = "a" + "\u0301\u0327" * (MAX_COMBINING // 2)
        assert clean(text) == unicodedata.normalize("NFC", text) != text

    def test_higher_stacks_stay(self) -> None:
        """ "The one exception is text with more than 30 combining marks in a row" """
        text = "a" + "\u0301\u0327" * (MAX_COMBINING // 2 + 1)
        assert clean(text) == text

    def test_a_tower_of_marks_takes_no_quadratic_time(self) -> None:
        text = "a" + "\u0301\u0327" * 300_000
        assert clean(text) == text


class TestLaws:
    @given(any_text)
    def test_twice_is_once(self, text: str) -> None:
        assert clean(clean(text)) == clean(text)

    @given(any_text)
    def test_clean_text_is_what_stays(self, text: str) -> None:
        assert is_clean(text) == (clean(text) == text)

    @given(any_text)
    def test_the_result_can_be_encoded(self, text: str) -> None:
        clean(text).encode("utf-8")

    @given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=30))
    def test_ordinary_text_keeps_every_character(self, text: str) -> None:
        assert clean(text) == unicodedata.normalize("NFC", text)


class TestRichText:
    @given(hostile_rich_texts())
    def test_every_stretch_is_clean(self, text: RichText) -> None:
        cleaned = clean_rich(text)
        assert clean(str(cleaned)) == unicodedata.normalize("NFC", str(cleaned))
        assert clean_rich(cleaned) == cleaned

    @given(hostile_rich_texts(st.text("ab <&é", max_size=8)))
    def test_clean_text_is_the_same(self, text: RichText) -> None:
        assert str(clean_rich(text)) == str(text)

    def test_clean_text_is_not_copied(self) -> None:
        text = RichText(["a", Styled(["b"], Format.BOLD)])
        assert clean_rich(text) is text

    def test_marks_are_balanced_over_all_stretches(self) -> None:
        text = RichText(["\u202ea", Styled(["b"], Format.BOLD), "c\u202cd\u2069\u2067e"])
        assert str(clean_rich(text)) == "\u202eabc\u202cd\u2067e\u2069"

    def test_math_verbatim_text_and_urls_are_cleaned(self) -> None:
        text = RichText([Math("x\x1b"), Verbatim("a\r\nb", "c"), Link(["l"], "https://x\x00.y")])
        assert clean_rich(text) == RichText(
            [Math("x "), Verbatim("a\nb", "c"), Link(["l"], "https://x .y")]
        )


class TestFoldSpace:
    """ "runs of white space and line breaks become one space, ends are cut" """

    def test_runs_become_one_space(self) -> None:
        assert fold_space("\n a \t\r\n\x0b\x0c\x1cb\u2028\x85c  ") == "a b c"

    @pytest.mark.parametrize("space", "\u00a0\u2009\u202f\u3000")
    def test_spaces_with_a_meaning_stay(self, space: str) -> None:
        assert fold_space(f"{space}a{space}{space}b") == f"{space}a{space}{space}b"

    @given(any_text)
    def test_twice_is_once_and_no_other_character_goes(self, text: str) -> None:
        folded = fold_space(text)
        assert fold_space(folded) == folded
        assert "".join(folded.split()) == "".join(text.split())


CLOSERS = dict.fromkeys(map(ord, "\u202c\u2069"))


class TestLoses:
    @given(any_text)
    def test_what_loses_nothing_keeps_its_letters(self, text: str) -> None:
        """Cleaning only normalizes, breaks lines, joins surrogates and closes what is open."""
        if not loses(text):
            whole = text.encode("utf-16", "surrogatepass").decode("utf-16")
            lines = re.sub("\r\n?|[\x85\u2028\u2029]", "\n", whole).translate(CLOSERS)
            kept = clean(text).translate(CLOSERS)
            assert unicodedata.normalize("NFD", kept) == unicodedata.normalize("NFD", lines)

    @given(any_text)
    def test_clean_text_loses_nothing(self, text: str) -> None:
        assert not loses(clean(text))

    @pytest.mark.parametrize(
        "text", ["a\x00", "\ud800", "\udc00\ud800", "\ufeff", "a\u2069", "\x7f"]
    )
    def test_what_goes_is_lost(self, text: str) -> None:
        assert loses(text)

    def test_a_surrogate_pair_is_a_character(self) -> None:
        assert not loses("\ud83d\ude00")
