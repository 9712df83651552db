"""Ranges and lists of numbers."""

from __future__ import annotations

import pytest

from citekit.styles.csl.compile.ranges import page_ranges


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
