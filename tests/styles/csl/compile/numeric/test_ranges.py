"""Ranges and lists of numbers."""

from __future__ import annotations

import pytest

from citekit.styles.csl.compile.numeric.ranges import page_ranges
from styles.csl.small import cite, item


class TestSeparators:
    """Lists of numbers are shown as they are written, an ampersand with spaces around it; a comma
    gets no space that it has not ("174,465"; citeproc-js, CSL 1.0.2 leaves it open)."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("174,465", "174,465"),
            ("1, 2", "1, 2"),
            ("1,  2", "1, 2"),
            ("45-47, 50, 61-3", "45–47, 50, 61–3"),
            ("1&2", "1 & 2"),
            ("12-14 and 20", "12–14 and 20"),
        ],
    )
    def test_separators(self, text: str, shown: str) -> None:
        assert page_ranges(text, "") == shown


class TestPrefixes:
    """CSL 1.0.2, "Appendix V": "minimal" leaves out "all digits repeated in the second number";
    a prefix that is repeated goes with them, as in citeproc-js."""

    @pytest.mark.parametrize(
        ("format_", "shown"),
        [
            ("", "S12–S15"),
            ("expanded", "S12–S15"),
            ("minimal", "S12–5"),
            ("minimal-two", "S12–15"),
            ("chicago-15", "S12–15"),
            ("chicago-16", "S12–15"),
        ],
    )
    def test_formats(self, format_: str, shown: str) -> None:
        assert page_ranges("S12-S15", format_) == shown

    def test_no_digit_repeated(self) -> None:
        assert page_ranges("S12-S45", "minimal") == "S12–45"

    def test_other_prefixes(self) -> None:
        """Two prefixes make no range."""
        assert page_ranges("1-e5", "minimal") == "1-e5"


def ranges(format_: str, *texts: str) -> list[str]:
    return [page_ranges(text, format_) for text in texts]


class TestMinimal:
    """ ""minimal": All digits repeated in the second number are left out: 42–5, 321–8, 2787–816"
    ("Appendix V")"""

    def test_examples(self) -> None:
        assert ranges("minimal", "42-45", "321-328", "2787-2816") == ["42–5", "321–8", "2787–816"]

    def test_equal_ends_are_one_page(self) -> None:
        assert ranges("minimal", "12-12", "S5-S5", "xi-xi") == ["12", "S5", "xi"]


class TestMinimalTwo:
    """ ""minimal-two": As "minimal", but at least two digits are kept in the second number when it
    has two or more digits long." """

    def test_examples(self) -> None:
        shown = ranges("minimal-two", "42-45", "321-328", "2787-2816", "3-5")
        assert shown == ["42–45", "321–28", "2787–816", "3–5"]


class TestExpanded:
    """ ""expanded": Abbreviated page ranges are expanded to their non-abbreviated form: 42–45,
    321–328, 2787–2816" """

    def test_examples(self) -> None:
        shown = ranges("expanded", "42-5", "321-28", "2787-816", "2787-2816")
        assert shown == ["42–45", "321–328", "2787–2816", "2787–2816"]

    def test_a_second_number_that_is_longer(self) -> None:
        assert ranges("expanded", "98-105") == ["98–105"]


class TestChicago15:
    """The table of "chicago-15" in "Appendix V"."""

    @pytest.mark.parametrize("format_", ["chicago", "chicago-15"])
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("3-10", "3–10"),
            ("71-72", "71–72"),
            ("100-104", "100–104"),
            ("600-613", "600–613"),
            ("1100-1123", "1100–1123"),
            ("107-108", "107–8"),
            ("505-517", "505–17"),
            ("1002-1006", "1002–6"),
            ("321-325", "321–25"),
            ("415-532", "415–532"),
            ("11564-11568", "11564–68"),
            ("13792-13803", "13792–803"),
            ("1496-1504", "1496–1504"),
            ("2787-2816", "2787–2816"),
        ],
    )
    def test_table(self, format_: str, text: str, shown: str) -> None:
        """ "chicago": Alias for "chicago-15"."""
        assert page_ranges(text, format_) == shown

    def test_an_abbreviated_range_is_read(self) -> None:
        assert page_ranges("321-5", "chicago-15") == "321–25"


class TestChicago16:
    """The table of "chicago-16" in "Appendix V"."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("3-10", "3–10"),
            ("71-72", "71–72"),
            ("92-113", "92–113"),
            ("100-104", "100–104"),
            ("600-613", "600–613"),
            ("1100-1123", "1100–1123"),
            ("107-108", "107–8"),
            ("505-517", "505–17"),
            ("1002-1006", "1002–6"),
            ("321-325", "321–25"),
            ("415-532", "415–532"),
            ("1087-1089", "1087–89"),
            ("110-119", "110–19"),
            ("1496-1500", "1496–500"),
            ("11564-11568", "11564–68"),
            ("13792-13803", "13792–803"),
            ("12991-13001", "12991–3001"),
        ],
    )
    def test_table(self, text: str, shown: str) -> None:
        assert page_ranges(text, "chicago-16") == shown


class TestNoFormat:
    """ "If not set, page ranges are rendered without reformatting, with the page-range-delimiter in
    place" ("Page Ranges", in other words)"""

    def test_nothing_is_left_out_or_added(self) -> None:
        assert ranges("", "321-328", "321-28", "42–45") == ["321–328", "321–28", "42–45"]

    def test_the_delimiter(self) -> None:
        """ "page-range-delimiter" is a term of the locale."""
        assert page_ranges("1-3", "", "-to-") == "1-to-3"
        assert page_ranges("1&3", "", "-", "and") == "1 and 3"

    def test_the_terms_of_the_locale(self) -> None:
        own = (
            '<locale><terms><term name="page-range-delimiter">~</term>'
            '<term name="and" form="symbol">+</term></terms></locale>'
        )
        assert cite('<text variable="page"/>', item(page="1-3 & 5"), macros=own) == "1~3 + 5"


class TestWhatIsNoRange:
    """A hyphen stays where no two numbers of one kind stand beside it (the official test suite)."""

    @pytest.mark.parametrize("format_", ["", "minimal", "expanded", "chicago-16"])
    @pytest.mark.parametrize("text", ["A-2", "B1-C3", "web-first", "1-2-3"])
    def test_it_stays(self, text: str, format_: str) -> None:
        assert page_ranges(text, format_) == text

    def test_spaces_around_it_go(self) -> None:
        assert page_ranges("A - 2", "") == "A-2"

    def test_roman_numerals_are_numbers(self) -> None:
        assert ranges("minimal", "xi-xv", "XI - XV") == ["xi–xv", "XI–XV"]

    def test_an_escaped_hyphen(self) -> None:
        assert page_ranges("3\\-5", "minimal") == "3-5"

    def test_numbers_with_a_letter_after_them(self) -> None:
        assert page_ranges("110a-112b", "minimal") == "110a–112b"
        assert ranges("minimal", "110-112b", "110a-112") == ["110–112b", "110a–112"]

    def test_a_range_that_goes_down(self) -> None:
        assert page_ranges("328-321", "minimal") == "328–321"


class TestVariables:
    """ "Activates expansion or collapsing of page ranges" ("Page Ranges"): `page`, and a locator
    that is a page."""

    MINIMAL = 'page-range-format="minimal"'

    def test_pages(self) -> None:
        work = item(page="321-328")
        assert cite('<text variable="page"/>', work, attributes=self.MINIMAL) == "321–8"
        assert cite('<number variable="page"/>', work, attributes=self.MINIMAL) == "321–8"

    def test_other_numbers(self) -> None:
        work = item(volume="321-328")
        assert cite('<number variable="volume"/>', work, attributes=self.MINIMAL) == "321–328"
