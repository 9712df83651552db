"""Pages and page ranges. The tables are those of CSL 1.0.2, "Appendix V - Page Range Formats"."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import OptionError
from citekit.parsing.pages import PageRangeFormat, PageSpan, format_page_range, parse_pages
from strategies import hostile_text

CHICAGO_15 = [
    "3–10", "71–72", "100–104", "600–613", "1100–1123", "107–8", "505–17", "1002–6", "321–25",
    "415–532", "11564–68", "13792–803", "1496–1504", "2787–2816",
]  # fmt: skip
CHICAGO_16 = [
    "3–10", "71–72", "92–113", "100–104", "600–613", "1100–1123", "107–8", "505–17", "1002–6",
    "321–25", "415–532", "1087–89", "1496–500", "11564–68", "13792–803", "12991–3001",
]  # fmt: skip


def printed(example: str, style: PageRangeFormat) -> str:
    """Take an example of a table apart and print it again."""
    first, last = example.split("–")
    return format_page_range(first, last, style)


def is_printed_from_both(example: str, style: PageRangeFormat) -> bool:
    """Tell whether the short form and the full form of an example give the example."""
    first, last = example.split("–")
    full = format_page_range(first, last, "expanded")
    return printed(example, style) == printed(full, style) == example


class TestChicago15:
    """ "Page ranges are abbreviated according to the Chicago Manual of Style (15th ed and earlier)
    rules (see 15th ed, section 9.64)" """

    @pytest.mark.parametrize("example", CHICAGO_15)
    def test_the_table(self, example: str) -> None:
        assert is_printed_from_both(example, "chicago-15")

    @pytest.mark.parametrize("example", [*CHICAGO_15, "1496–504", "1087–1189", "1002–1106"])
    def test_chicago_is_an_alias(self, example: str) -> None:
        """ "Alias for "chicago-15"" """
        assert printed(example, "chicago") == printed(example, "chicago-15")

    def test_four_digits_of_which_three_change(self) -> None:
        """ "If numbers are four digits long and three digits change, use all digits" """
        assert format_page_range("1496", "1504", "chicago-15") == "1496–1504"
        assert format_page_range("1002", "1106", "chicago-15") == "1002–1106"
        assert format_page_range("1536", "1548", "chicago-15") == "1536–48"


class TestChicago16:
    """ "Page ranges are abbreviated according to the Chicago Manual of Style (16th ed and later)
    rules (see 16th ed, section 9.61)" """

    @pytest.mark.parametrize("example", CHICAGO_16)
    def test_the_table(self, example: str) -> None:
        assert is_printed_from_both(example, "chicago-16")

    def test_more_digits_than_the_first(self) -> None:
        assert format_page_range("12991", "123001", "chicago-16") == "12991–123001"
        assert format_page_range("96", "117", "chicago-16") == "96–117"


class TestExpanded:
    """ "Abbreviated page ranges are expanded to their non-abbreviated form: 42–45, 321–328,
    2787–2816" """

    @pytest.mark.parametrize(
        ("short", "full"), [("42–5", "42–45"), ("321–28", "321–328"), ("2787–816", "2787–2816")]
    )
    def test_the_examples(self, short: str, full: str) -> None:
        assert printed(short, "expanded") == printed(full, "expanded") == full


class TestMinimal:
    """ "All digits repeated in the second number are left out: 42–5, 321–8, 2787–816" """

    @pytest.mark.parametrize("example", ["42–5", "321–8", "2787–816", "100–4", "1536–8", "7–9"])
    def test_the_examples(self, example: str) -> None:
        assert is_printed_from_both(example, "minimal")


class TestMinimalTwo:
    """ "As "minimal", but at least two digits are kept in the second number when it has two or
    more digits long." """

    @pytest.mark.parametrize("example", ["42–45", "321–28", "2787–816", "100–04", "7–9", "96–117"])
    def test_the_examples(self, example: str) -> None:
        assert is_printed_from_both(example, "minimal-two")


class TestNoFormat:
    def test_only_the_delimiter_changes(self) -> None:
        assert format_page_range("110", "5") == "110–5"
        assert format_page_range("110", "5", delimiter="-") == "110-5"
        assert format_page_range("321", "328", "minimal", "‑") == "321‑8"

    def test_an_unknown_format_is_an_error(self) -> None:
        with pytest.raises(OptionError, match="did you mean 'minimal'"):
            format_page_range("1", "2", "minimum")  # type: ignore[arg-type]  # that is the test


class TestOddPages:
    """As the CSL test suite has them: page_Expand, page_ChicagoWeird, page_Chicago16."""

    @pytest.mark.parametrize(
        ("first", "last", "style", "expected"),
        [
            ("110", "5", "expanded", "110–115"),
            ("N110", "5", "expanded", "N110-5"),
            ("N110", "N5", "expanded", "N110–N115"),
            ("110", "N6", "expanded", "110-N6"),
            ("N110", "P5", "expanded", "N110-P5"),
            ("123N110", "N5", "expanded", "123N110-N5"),
            ("456K200", "99", "expanded", "456K200-99"),
            ("000c23", "22", "expanded", "000c23-22"),
            ("8n11564", "8n1568", "chicago", "8n11564–68"),
            ("n11564", "n1568", "chicago", "n11564–68"),
            ("n11564", "1568", "chicago", "n11564-1568"),
            ("n11564", "n1568", "minimal", "n11564–8"),
            ("xxv", "xxviii", "chicago-16", "xxv–xxviii"),
            ("12a", "15b", "minimal", "12a–15b"),
            ("12", "15b", "minimal", "12–15b"),
            ("321", "321", "minimal", "321"),
            ("328", "321", "minimal", "328–321"),
            ("110", "05", "expanded", "110–05"),
        ],
    )
    def test_what_no_rule_speaks_of_stays(
        self, first: str, last: str, style: PageRangeFormat, expected: str
    ) -> None:
        assert format_page_range(first, last, style) == expected

    def test_very_long_ones_stay(self) -> None:
        assert format_page_range("1" * 41, "2" * 41, "minimal") == f"{'1' * 41}–{'2' * 41}"
        assert format_page_range("1" * 40, "1" * 39 + "2", "minimal") == f"{'1' * 40}–2"


@st.composite
def page_pairs(draw: st.DrawFn) -> tuple[int, int]:
    first = draw(st.integers(1, 200_000))
    return first, first + draw(st.integers(1, 5_000))


class TestShorteningLosesNothing:
    """Whatever the format prints, the full range can be read from it."""

    @given(pages=page_pairs(), style=st.sampled_from(get_args(PageRangeFormat)))
    def test_expanding_gives_the_full_range_again(
        self, pages: tuple[int, int], style: PageRangeFormat
    ) -> None:
        first, last = map(str, pages)
        short = format_page_range(first, last, style)
        assert printed(short, "expanded") == f"{first}–{last}"

    @given(pages=page_pairs(), style=st.sampled_from(get_args(PageRangeFormat)))
    def test_what_is_printed_is_printed_again(
        self, pages: tuple[int, int], style: PageRangeFormat
    ) -> None:
        once = format_page_range(str(pages[0]), str(pages[1]), style)
        assert printed(once, style) == once


class TestParsePages:
    @pytest.mark.parametrize(
        ("text", "first", "last"),
        [
            ("1–10", "1", "10"),
            ("1-10", "1", "10"),
            ("1--10", "1", "10"),
            ("1 - 10", "1", "10"),
            ("1 – 10", "1", "10"),
            ("xi-xv", "xi", "xv"),
            ("S1-S5", "S1", "S5"),
            ("123-45", "123", "45"),
            ("e12-e15", "e12", "e15"),
            ("A-1–A-5", "A-1", "A-5"),
            ("A-1 - A-5", "A-1", "A-5"),
            ("1.2-1.5", "1.2", "1.5"),
            ("42", "42", None),
            ("e9612", "e9612", None),
            ("3\\-B", "3-B", None),
            ("Michaelson-Morely", "Michaelson-Morely", None),
            ("1-5-9", "1-5-9", None),
            ("1-", "1-", None),
            ("A-1 – see there", "A-1 – see there", None),
        ],
    )
    def test_one_page_or_range(self, text: str, first: str, last: str) -> None:
        assert parse_pages(text) == (PageSpan(first, last),)

    def test_lists_keep_their_separators(self) -> None:
        assert parse_pages("1, 3-5 & 9;  11 and 12") == (
            PageSpan("1"),
            PageSpan("3", "5", ", "),
            PageSpan("9", None, " & "),
            PageSpan("11", None, "; "),
            PageSpan("12", None, " and "),
        )

    @pytest.mark.parametrize("text", ["", " ", ",", ", &"])
    def test_nothing_is_no_pages(self, text: str) -> None:
        assert parse_pages(text) == ()

    @given(text=hostile_text | st.text("1a-–, \\&"))
    def test_no_letter_or_digit_is_lost(self, text: str) -> None:
        spans = parse_pages(text)
        kept = "".join(span.separator + span.first + (span.last or "") for span in spans)
        assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]

    @pytest.mark.parametrize("unit", ["1-2,", "-", "1 - ", " and ", "1–", "\\-"])
    def test_a_long_list_is_read_to_its_end(self, unit: str) -> None:
        spans = parse_pages(unit * 50_000)
        assert len(spans) <= 50_000
