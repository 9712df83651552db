"""Specification of terms at the beginning of an entry.

"In note styles, a citation is often a sentence by itself. Therefore, the first character of a
citation should preferably be uppercased" ("Citation"); as in citeproc-js, a term that an entry
begins with gets a capital, too.
"""

from __future__ import annotations

import pytest

from styles.csl.small import entry, item

WORK = item(title="Growth", issued=(2001,))


class TestFirstTerms:
    @pytest.mark.parametrize("term", ["in", "no date"])
    def test_a_term_that_comes_first(self, term: str) -> None:
        assert entry(f'<text term="{term}"/>', WORK) == term.capitalize()

    @pytest.mark.parametrize("term", ["in", "no date"])
    def test_a_term_behind_text(self, term: str) -> None:
        layout = f'<text variable="title" suffix=", "/><text term="{term}"/>'
        assert entry(layout, WORK) == f"Growth, {term}"

    def test_the_style_may_say_otherwise(self) -> None:
        assert entry('<text term="no date" text-case="lowercase"/>', WORK) == "no date"

    @pytest.mark.parametrize("options", ["", 'second-field-align="flush"'])
    def test_the_number_of_the_entry_is_not_counted(self, options: str) -> None:
        layout = '<text variable="citation-number" suffix=". "/><text term="in"/>'
        assert entry(layout, WORK, options=options) == "1. In"

    def test_other_numbers_are(self) -> None:
        layout = (
            '<date variable="issued" suffix=", "><date-part name="year"/></date><text term="in"/>'
        )
        assert entry(layout, WORK) == "2001, in"
