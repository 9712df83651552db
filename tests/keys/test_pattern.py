"""The pattern language of keys."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import PatternError
from citekit.keys.generator import key
from citekit.keys.pattern import PARTS, parse_pattern
from citekit.model.work import Work
from keys.small import LLAMA, VALID, work
from strategies import hostile_text


class TestPattern:
    """ "A small pattern (`"{family}{year}{title}"`) with documented parts and a clear error for
    a bad pattern" (issue 2, part 5)"""

    MADE = work(
        authors="Ada Maria Doe",
        issued="2020-03-05",
        title="The Deep Nets of the Sea",
        type="article-journal",
        venue={"title": "Journal of Marine Research", "title_short": "J. Mar. Res."},
        volume=12,
        issue=3,
        page="e45–50",
        number="TR-7",
    )

    @pytest.mark.parametrize(
        ("pattern", "expected"),
        [
            ("{family}", "doe"),
            ("{Family}", "Doe"),
            ("{FAMILY}", "DOE"),
            ("{given}", "adamaria"),
            ("{year}", "2020"),
            ("{shortyear}", "20"),
            ("{month}", "03"),
            ("{title}", "deep"),
            ("{shorttitle}", "deepnetssea"),
            ("{venue}", "jmarres"),
            ("{type}", "articlejournal"),
            ("{volume}", "12"),
            ("{issue}", "3"),
            ("{number}", "tr7"),
            ("{page}", "e45"),
            ("x:{family}/{year}+y", "x:doe/2020+y"),
        ],
    )
    def test_each_part(self, pattern: str, expected: str) -> None:
        assert key(self.MADE, pattern=pattern) == expected

    def test_every_documented_part_is_tested(self) -> None:
        shown = {each[1] for each in re.finditer(r"\{(\w+)\}", " ".join(PARTS.values()))}
        assert shown == set()
        assert all(key(self.MADE, pattern="{" + part + "}") for part in PARTS)

    @pytest.mark.parametrize(
        ("part", "expected"),
        [("given", "openai"), ("month", "openai"), ("venue", "openai"), ("page", "openai")],
    )
    def test_a_part_that_is_missing_is_empty(self, part: str, expected: str) -> None:
        made = Work(authors="OpenAI", issued=2020)
        assert key(made, pattern="{" + part + "}{family}") == expected

    def test_the_month_of_a_range_is_its_first(self) -> None:
        assert key(work(issued="2020-03/2020-05"), pattern="{month}") == "03"

    @pytest.mark.parametrize(
        ("pattern", "expected"),
        [
            ("{family}-{year}-{title}", "doe-deep"),
            ("{year}-{family}", "doe"),
            ("{family}:{year}", "doe"),
            ("{family}-{year}-x", "doe-x"),
        ],
    )
    def test_a_separator_goes_where_it_would_separate_nothing(
        self, pattern: str, expected: str
    ) -> None:
        assert key(work(issued=None), pattern=pattern) == expected

    @pytest.mark.parametrize(
        ("pattern", "message"),
        [
            ("", "1 to 200 characters"),
            ("x" * 201, "1 to 200 characters"),
            ("abc", "the same key"),
            ("{family", "position 0 is not closed"),
            ("{family}}", "position 8 closes nothing"),
            ("{family} {year}", "no key can have ' ', at position 8"),
            ("{jear}", "unknown part 'jear' at position 1"),
            ("{}", "unknown part ''"),
            ("{fAmily}", "unknown part 'fAmily'"),
            ("{family}ü", "no key can have 'ü', at position 8"),
        ],
    )
    def test_a_bad_pattern(self, pattern: str, message: str) -> None:
        with pytest.raises(PatternError, match=re.escape(message)):
            key(LLAMA, pattern=pattern)

    def test_the_error_suggests_the_nearest_part(self) -> None:
        with pytest.raises(PatternError) as caught:
            parse_pattern("{familie}")
        assert caught.value.hint == "did you mean 'family'?"

    def test_the_error_lists_the_parts_where_none_is_near(self) -> None:
        with pytest.raises(PatternError) as caught:
            parse_pattern("{qqq}")
        assert all(f"{{{part}}}" in str(caught.value.hint) for part in PARTS)

    @given(st.text("{}familyYEAR:-é ", max_size=12) | hostile_text)
    def test_any_text_is_a_pattern_or_a_pattern_error(self, pattern: str) -> None:
        try:
            found = key(LLAMA, pattern=pattern)
        except PatternError:
            return
        assert VALID.fullmatch(found)
