"""Punctuation where stretches of text meet (CSL test suite, punctuation_FullMonty…)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.text.compose import closed, join, seam, with_affixes
from citekit.text.nodes import (
    EMPTY,
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
from strategies import hostile_rich_texts, literal_text

# The rows of the table: what stands before, then the outcome with : . ; ! ? , after it.
TABLE = {
    ":": [":", ":", ":;", "!", "?", ":,"],
    ".": [".:", ".", ".;", ".!", ".?", ".,"],
    ";": [";", ";", ";", "!", "?", ";,"],
    "!": ["!", "!", "!;", "!", "!?", "!,"],
    "?": ["?", "?", "?;", "?!", "?", "?,"],
    ",": [",:", ",.", ",;", ",!", ",?", ","],
}
PAIRS = [
    (before, after, outcome)
    for before, row in TABLE.items()
    for after, outcome in zip(":.;!?,", row, strict=True)
]
GOES_INSIDE = ".,!?"

punctuated = st.text("ab .,;:!?”’", max_size=10)
wordy = st.builds("{}x{}".format, punctuated, punctuated)


def italic(*nodes: Node) -> Styled:
    return Styled(nodes, Format.ITALIC)


class TestTable:
    @pytest.mark.parametrize(("before", "after", "outcome"), PAIRS)
    def test_plain_text(self, before: str, after: str, outcome: str) -> None:
        assert str(join([f"a{before}", f"{after} b"])) == f"a{outcome} b"

    @pytest.mark.parametrize(("before", "after", "outcome"), PAIRS)
    def test_it_looks_through_formatting_and_links(
        self, before: str, after: str, outcome: str
    ) -> None:
        left = RichText([Link([italic("a", italic(before))], "https://x.y")])
        right = RichText([italic(italic(after), " b")])
        assert str(join([left, right])) == f"a{outcome} b"

    @pytest.mark.parametrize(("before", "after", "outcome"), PAIRS)
    def test_marks_that_go_inside_of_quotes(self, before: str, after: str, outcome: str) -> None:
        """punctuation_FullMontyQuotesIn: `. , ! ?` stand before the closing mark."""
        text = join([RichText([Quoted(["a"])]), before, f"{after} b"], punctuation_in_quote=True)
        inside = "".join(re.findall(r"[.,!?]", outcome))
        outside = "".join(re.findall(r"[:;]", outcome))
        if before in ":;":
            # What stands outside already keeps the rest outside.
            inside, outside = "", outcome
        if before + after not in (":!", ":?", ";!", ";?"):
            assert str(text) == f"“a{inside}”{outside} b"

    @pytest.mark.parametrize(("before", "after", "outcome"), PAIRS)
    def test_marks_that_stay_outside_of_quotes(self, before: str, after: str, outcome: str) -> None:
        """punctuation_FullMontyQuotesOut."""
        text = join([RichText([Quoted(["a"])]), before, f"{after} b"])
        assert str(text) == f"“a”{outcome} b"


class TestPeriods:
    """No doubled full stops."""

    @pytest.mark.parametrize(
        "end", ["et al.", "Inc.", "Why?", "No!", "and so on…", "Why?”", "It.’"]
    )
    def test_none_is_added(self, end: str) -> None:
        assert str(closed(end)) == end

    @pytest.mark.parametrize("end", ["Title", "Title)", "(Why?)", "Quoted”", "2020", "a,"])
    def test_one_is_added(self, end: str) -> None:
        assert str(closed(end)) == end + "."

    def test_spaces_before_do_not_hide_a_mark(self) -> None:
        assert str(closed("Title. ")) == "Title. "
        assert str(join(["Title. ", ". Next"])) == "Title. Next"

    def test_it_looks_into_a_quotation(self) -> None:
        text = RichText([Quoted([italic("Why?")])])
        assert closed(text) == text
        assert str(closed(RichText([Quoted(["So"])]))) == "“So”."

    @pytest.mark.parametrize("last", [Math("x."), Verbatim("x.")])
    def test_math_and_verbatim_text_end_no_sentence(self, last: Node) -> None:
        assert str(closed(RichText(["a", last]))) == "ax.."

    def test_empty_text_stays_empty(self) -> None:
        assert closed("") == EMPTY


class TestQuotes:
    """ "Whether . , ! ? after a quotation go inside its closing mark" """

    def test_inside(self) -> None:
        text = join([RichText([Quoted(["a"])]), "b"], ", ", punctuation_in_quote=True)
        assert text == RichText([Quoted(["a,"]), " b"])

    def test_outside(self) -> None:
        assert join([RichText([Quoted(["a"])]), "b"], ", ") == RichText([Quoted(["a"]), ", b"])

    def test_the_innermost_quotation_takes_it(self) -> None:
        text = RichText(["x", italic(Quoted(["a ", Quoted(["b"])]))])
        assert str(closed(text, punctuation_in_quote=True)) == "x“a ‘b.’”"

    def test_the_table_holds_inside(self) -> None:
        text = RichText([Quoted(["a?"])])
        assert closed(text, punctuation_in_quote=True) == text
        assert str(join([text, ", b"], punctuation_in_quote=True)) == "“a?,” b"

    @pytest.mark.parametrize("after", ["; b", ": b", " b", "b"])
    def test_other_characters_stay_outside(self, after: str) -> None:
        text = join([RichText([Quoted(["a"])]), after], punctuation_in_quote=True)
        assert str(text) == f"“a”{after}"

    @pytest.mark.parametrize(
        "node", ["a", Math("x"), Verbatim("x"), italic("a"), italic(Math("x"))]
    )
    def test_without_a_quotation_nothing_moves(self, node: Node) -> None:
        text = join([RichText([node]), ", b"], punctuation_in_quote=True)
        assert text == RichText([node, ", b"])

    def test_before_a_quotation_nothing_moves(self) -> None:
        text = join(["a.", RichText([Quoted([".b"])])], punctuation_in_quote=True)
        assert str(text) == "a.“.b”"


class TestSpaces:
    @pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
    def test_two_become_one(self, space: str) -> None:
        assert str(join([f"a{space}", "   b"])) == f"a{space}b"

    def test_one_stays(self) -> None:
        assert str(join(["a", " b"])) == "a b"

    def test_inside_a_part_they_stay(self) -> None:
        assert str(join(["a  b", "c"])) == "a  bc"


class TestJoin:
    def test_empty_parts_are_left_out(self) -> None:
        assert join(["", "a", EMPTY, "b", ""], ", ") == RichText("a, b")
        assert join([]) == EMPTY

    def test_a_delimiter_may_be_rich(self) -> None:
        assert join(["a", "b"], RichText([italic("+")])) == RichText(["a", italic("+"), "b"])

    def test_a_part_of_marks_alone_may_vanish(self) -> None:
        assert join(["a.", RichText([italic(".")]), "b"]) == RichText("a.b")
        assert join(["a", RichText([italic(":")]), "!"]) == RichText("a!")

    def test_marks_before_a_block_are_dropped_inside_of_it(self) -> None:
        text = join(["a.", RichText([Block([". b"], "indent"), Math("x")])])
        assert text == RichText(["a.", Block([" b"], "indent"), Math("x")])

    def test_many_parts_take_no_quadratic_time(self) -> None:
        assert len(str(join(["ab."] * 100_000, ". "))) == 4 * 100_000 - 1

    def test_only_marks_take_no_quadratic_time(self) -> None:
        assert str(join([".", ","] * 50_000))


class TestAffixes:
    def test_they_stand_round_the_text(self) -> None:
        assert str(with_affixes("a", "(", ")")) == "(a)"
        assert with_affixes("a") == RichText("a")

    def test_empty_text_has_none(self) -> None:
        assert with_affixes("", "(", ")") == EMPTY

    def test_they_settle_at_the_seams(self) -> None:
        assert str(with_affixes(". a.", "x.", ". b")) == "x. a. b"


class TestLaws:
    @given(st.lists(hostile_rich_texts(), max_size=4), literal_text, st.booleans())
    def test_no_letter_is_ever_dropped(
        self, parts: list[RichText], delimiter: str, inside: bool
    ) -> None:
        """ "What it drops is only ever a space or one of . , ; : ! ?" """
        joined = join(parts, delimiter, punctuation_in_quote=inside)
        kept = [str(part) for part in parts if part]
        everything = delimiter.join(kept)

        def essence(text: str) -> str:
            return re.sub(r"[ .,;:!?“”‘’]", "", text)

        assert essence(str(joined)) == essence(everything)

    @given(wordy, wordy, wordy, st.booleans())
    def test_joining_is_associative_for_parts_with_a_letter(
        self, a: str, b: str, c: str, inside: bool
    ) -> None:
        left = join([join([a, b], punctuation_in_quote=inside), c], punctuation_in_quote=inside)
        right = join([a, join([b, c], punctuation_in_quote=inside)], punctuation_in_quote=inside)
        assert left == right == join([a, b, c], punctuation_in_quote=inside)

    @given(punctuated, punctuated)
    def test_a_seam_drops_no_more_than_there_is(self, left: str, right: str) -> None:
        drop_left, drop_right = seam(left, right)
        assert 0 <= drop_left <= min(1, len(left))
        assert 0 <= drop_right <= len(right)
        dropped = left[len(left) - drop_left :] + right[:drop_right]
        assert not dropped.strip(" .,;:!?")

    @given(punctuated, punctuated)
    def test_the_rich_function_does_what_the_seam_says(self, left: str, right: str) -> None:
        drop_left, drop_right = seam(left, right)
        expected = left[: len(left) - drop_left] + right[drop_right:]
        assert str(join([left, right])) == (expected if left and right else left + right)

    @given(hostile_rich_texts())
    def test_one_part_is_itself(self, text: RichText) -> None:
        assert join([text], ", ") == text

    @given(hostile_rich_texts())
    def test_a_period_is_added_once(self, text: RichText) -> None:
        assert closed(closed(text)) == closed(text)
