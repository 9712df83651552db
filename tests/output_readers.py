"""Readers of the output formats, to see what a writer's output means to others."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from docutils import nodes as docutils_nodes  # type: ignore[import-untyped]  # has no stubs
from docutils.core import publish_doctree  # type: ignore[import-untyped]  # has no stubs
from markdown_it import MarkdownIt
from markdown_it.token import Token

from citekit.text.nodes import RichText
from citekit.writers.runs import Run, lines, runs
from citekit.writers.scripts import as_characters


def shown(text: RichText) -> str:
    """Give the characters that any writer must show."""
    return "".join(run.text for run in runs(text))


def shown_in_characters(text: RichText) -> list[str]:
    """Give the lines of a writer without superscripts, without spaces at their ends."""
    found = ["".join(map(_characters, line.runs)).strip() for line in lines(runs(text))]
    return [line for line in found if line]


def _characters(run: Run) -> str:
    return run.text if run.kind == "verbatim" else as_characters(run.text, run.style.vertical)


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.stack: list[str] = []
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "wbr":
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.odd.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.odd.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.odd.append(f"<?{data}>")


def read_html(html: str) -> tuple[str, list[tuple[str, dict[str, str | None]]], list[str]]:
    """Give text, tags with attributes, and whatever is no well-nested element."""
    reader = _Html()
    reader.feed(html)
    reader.close()
    return "".join(reader.text), reader.tags, reader.odd + reader.stack


def read_markdown(markdown: str) -> tuple[str, set[str], list[str]]:
    """Give the text of a CommonMark document, the types of its tokens, and its links."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    kinds: set[str] = set()
    links: list[str] = []
    text = "".join(_markdown_text(token, kinds, links) for token in tokens)
    return text, kinds, links


def _markdown_text(token: Token, kinds: set[str], links: list[str]) -> str:
    kinds.add(token.type)
    if token.type == "link_open":
        links.append(str(token.attrs["href"]))
    if token.type == "inline":
        return "".join(_markdown_text(child, kinds, links) for child in token.children or ())
    if token.type in {"hardbreak", "paragraph_close"}:
        return "\n"
    return token.content


def read_rst(rst: str) -> tuple[str, set[str], list[str]]:
    """Give the text of a reStructuredText document, the kinds of its nodes, and its links."""
    settings = {"report_level": 1, "halt_level": 1, "raw_enabled": False, "_disable_config": True}
    tree = publish_doctree(rst, settings_overrides=settings)
    found = list(tree.findall())
    links = [str(node["refuri"]) for node in found if isinstance(node, docutils_nodes.reference)]
    blocks = [
        node.astext()
        for node in found
        if isinstance(node, (docutils_nodes.paragraph, docutils_nodes.literal_block))
    ]
    return "\n".join(blocks), {type(node).__name__ for node in found}, links


def squeeze(text: str) -> str:
    """Make all white space one space."""
    return re.sub(r"\s+", " ", text).strip()
