"""Whatever the data, the output says the same to whoever reads it, and nothing more."""

import re
from typing import Any

import pytest
from hypothesis import given, settings

from citekit.errors import InvalidValueError
from citekit.latex.math import is_safe_math
from citekit.text.entries import Layout
from citekit.text.nodes import RichText
from citekit.writers.ansi import AnsiWriter
from citekit.writers.base import Writer
from citekit.writers.html import HtmlWriter
from citekit.writers.latex import LatexWriter
from citekit.writers.markdown import MarkdownWriter
from citekit.writers.plain import PlainWriter
from citekit.writers.rst import RstWriter
from citekit.writers.runs import lines, runs
from output_readers import (
    read_html,
    read_markdown,
    read_rst,
    shown,
    shown_in_characters,
    squeeze,
)
from strategies import hostile_rich_texts

HTML_TAGS: dict[str, set[str]] = {
    "a": {"href"},
    "b": set(),
    "i": set(),
    "sub": set(),
    "sup": set(),
    "wbr": set(),
    "span": {"style", "class"},
    "div": {"class", "style", "role", "id", "data-second-field-align"},
    "pre": set(),
    "code": {"class"},
}
MARKDOWN_TOKENS = {
    "inline", "text", "text_special", "paragraph_open", "paragraph_close", "hardbreak", "fence",
    "em_open", "em_close", "strong_open", "strong_close", "link_open", "link_close",
}  # fmt: skip
RST_NODES = {
    "document", "paragraph", "Text", "emphasis", "strong", "subscript", "superscript", "reference",
    "literal_block", "math",
}  # fmt: skip
SAFE_LINK = re.compile(r"(https?://|mailto:)")


class TestHtml:
    @given(hostile_rich_texts())
    def test_it_parses_back_to_the_same_text(self, text: RichText) -> None:
        found, _, odd = read_html(HtmlWriter().write(text))
        expected = "".join(
            rf"\({run.text}\)" if run.kind == "math" and is_safe_math(run.text) else run.text
            for run in runs(text)
        )
        assert found == expected
        assert odd == []

    @given(hostile_rich_texts())
    def test_it_holds_only_tags_and_attributes_of_ours(self, text: RichText) -> None:
        _, tags, _ = read_html(HtmlWriter().write(text))
        assert all(set(attributes) <= HTML_TAGS[tag] for tag, attributes in tags)
        hrefs = [attributes["href"] or "" for tag, attributes in tags if tag == "a"]
        assert all(SAFE_LINK.match(href) for href in hrefs)

    @given(hostile_rich_texts(), hostile_rich_texts())
    def test_a_bibliography_has_one_list_item_for_each_entry(
        self, one: RichText, two: RichText
    ) -> None:
        writer = HtmlWriter()
        entries = [('a"<b>', writer.write(one)), ("x", writer.write(two))]
        html = writer.bibliography(entries, Layout())
        _, tags, odd = read_html(html)
        assert odd == []
        assert [a["id"] for _, a in tags if a.get("role") == "listitem"] == [
            "ref-a-22--3c-b-3e-",
            "ref-x",
        ]


class TestMarkdown:
    @settings(max_examples=300)
    @given(hostile_rich_texts())
    def test_commonmark_reads_the_same_text(self, text: RichText) -> None:
        found, kinds, _ = read_markdown(MarkdownWriter().write(text))
        assert kinds <= MARKDOWN_TOKENS
        assert squeeze(found.replace("$", "")) == squeeze(
            " ".join(shown_in_characters(text)).replace("$", "")
        )

    @given(hostile_rich_texts())
    def test_links_are_safe(self, text: RichText) -> None:
        _, _, links = read_markdown(MarkdownWriter().write(text))
        assert all(SAFE_LINK.match(link) for link in links)


class TestRst:
    @settings(max_examples=300)
    @given(hostile_rich_texts())
    def test_docutils_reads_the_same_text(self, text: RichText) -> None:
        found, kinds, links = read_rst(RstWriter().write(text))
        assert kinds <= RST_NODES
        assert squeeze(found) == squeeze(_rst_expected(text))
        assert all(SAFE_LINK.match(link) for link in links)


def _rst_expected(text: RichText) -> str:
    return "\n".join("".join(run.text for run in line.runs) for line in lines(runs(text)))


class TestAnsi:
    @given(hostile_rich_texts())
    def test_only_its_own_sequences_are_in_it(self, text: RichText) -> None:
        written = AnsiWriter().write(text)
        assert "\x1b" not in re.sub(r"\x1b\[(?:[1-4](?:;[1-4])*|0)m", "", written)
        assert not re.search(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\ud800-\udfff]", written)

    @given(hostile_rich_texts())
    def test_without_them_it_is_the_plain_text(self, text: RichText) -> None:
        written = re.sub(r"\x1b\[[0-9;]+m", "", AnsiWriter().write(text))
        assert written == PlainWriter().write(text)


class TestPlain:
    @given(hostile_rich_texts())
    def test_it_is_the_characters(self, text: RichText) -> None:
        written = PlainWriter().write(text)
        assert squeeze(written) == squeeze(" ".join(shown_in_characters(text)))


@pytest.mark.parametrize(
    "writer",
    [PlainWriter(), HtmlWriter(), MarkdownWriter(), RstWriter(), LatexWriter(), AnsiWriter()],
    ids=lambda writer: writer.name,
)
class TestEveryWriter:
    @given(text=hostile_rich_texts())
    @settings(max_examples=40)
    def test_its_output_can_be_encoded_and_printed(self, writer: Writer, text: RichText) -> None:
        written = writer.write(text)
        written.encode("utf-8")
        assert not re.search(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]", written)

    @given(text=hostile_rich_texts())
    @settings(max_examples=40)
    def test_it_always_says_the_same(self, writer: Writer, text: RichText) -> None:
        assert writer.write(text) == writer.write(RichText(text.nodes))

    @pytest.mark.parametrize("value", [None, 5, b"a", ["a", None]])
    def test_what_is_no_text_is_refused(self, writer: Writer, value: Any) -> None:
        with pytest.raises(InvalidValueError):
            writer.write(value)

    def test_nothing_gives_nothing(self, writer: Writer) -> None:
        assert writer.write(RichText()) == ""
        assert shown(RichText()) == ""
