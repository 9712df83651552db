"""The last step: formats that meet, and punctuation after quotations."""

from __future__ import annotations

import pytest

from citekit.styles.csl.marked.field_text import mark_text
from citekit.styles.csl.marked.finish import QuoteMarks, finish
from citekit.styles.csl.marked.marks import CLOSE, FORMAT_MARKS, encode
from citekit.text.nodes import Format, RichText, Styled
from styles.csl.small import cite, item

ITALIC = FORMAT_MARKS[Format.ITALIC]


class TestFormatsInFormats:
    """Italics inside italics become upright in a field (citeproc-js, "flip-flop"); where the
    style itself says "italic" twice, the text is italic (CSL 1.0.2, "Formatting")."""

    def test_markup_of_a_field(self) -> None:
        text = f"{ITALIC}{mark_text('On <i>E. coli</i>')}{CLOSE}"
        upright = Styled(["E. coli"], Format.STYLE_NORMAL)
        assert finish(text, QuoteMarks()) == RichText([Styled(["On ", upright], Format.ITALIC)])

    def test_rich_text_of_a_field(self) -> None:
        field = encode(RichText([Styled(["E. coli"], Format.ITALIC)]))
        upright = Styled(["E. coli"], Format.STYLE_NORMAL)
        found = finish(f"{ITALIC}{field}{CLOSE}", QuoteMarks())
        assert found == RichText([Styled([upright], Format.ITALIC)])

    @pytest.mark.parametrize("format_", [Format.ITALIC, Format.BOLD, Format.SMALL_CAPS])
    def test_the_style_twice(self, format_: Format) -> None:
        mark = FORMAT_MARKS[format_]
        text = f"{mark}a {mark}b{CLOSE}{CLOSE}"
        found = finish(text, QuoteMarks())
        assert found == RichText([Styled(["a b"], format_)])

    def test_a_field_inside_the_style_twice(self) -> None:
        text = f"{ITALIC}{ITALIC}{mark_text('<i>a</i>')}{CLOSE}{CLOSE}"
        found = finish(text, QuoteMarks())
        assert found == RichText([Styled([Styled(["a"], Format.STYLE_NORMAL)], Format.ITALIC)])


class TestMarksAfterQuotations:
    """A mark that ends a quotation is not repeated after it, also where the locale keeps
    punctuation outside (citeproc-js; CSL 1.0.2 leaves it open)."""

    @pytest.mark.parametrize(
        ("title", "suffix", "shown"),
        [
            ("A.", ".", "‘A.’"),
            ("Why?", "?", "‘Why?’"),
            ("Why?", ".", "‘Why?’."),
            ("A.", ",", "‘A.’,"),
            ("A", ".", "‘A’."),
        ],
    )
    def test_outside(self, title: str, suffix: str, shown: str) -> None:
        layout = f'<text variable="title" quotes="true" suffix="{suffix}"/>'
        assert cite(layout, item(title=title), locale="en-GB") == shown
