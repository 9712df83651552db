"""Fields as marked text."""

from __future__ import annotations

import pytest

from citekit.styles.csl.marked.field_text import mark_quotes, mark_text
from citekit.styles.csl.marked.marks import QUOTE, QUOTE_CLOSE


class TestNarrowSpaces:
    """A space before a high mark or inside guillemets is narrow and does not break (citeproc-js,
    in every language; CSL 1.0.2 leaves it open)."""

    @pytest.mark.parametrize("mark", [":", ";", "?", "!", "»"])
    def test_before_a_mark(self, mark: str) -> None:
        assert mark_text(f"L’être {mark} essai") == f"L’être\u202f{mark} essai"
        assert mark_quotes(f"L’être {mark} essai") == f"L’être\u202f{mark} essai"

    def test_after_an_opening_guillemet(self) -> None:
        assert mark_text("« a »") == "«\u202fa\u202f»"

    def test_other_spaces_stay(self) -> None:
        assert mark_text("One: two, three. Four") == "One: two, three. Four"


class TestApostrophes:
    """An apostrophe that begins a word closes no quotation (citeproc-js; CSL 1.0.2 leaves it
    open)."""

    def test_at_the_start_of_a_quotation(self) -> None:
        marked = mark_text("'Tis a \"'tis\"")
        assert marked == f"’Tis a {QUOTE}’tis{QUOTE_CLOSE}"

    def test_a_quotation_in_single_marks(self) -> None:
        assert mark_text("a 'b' c") == f"a {QUOTE}b{QUOTE_CLOSE} c"
