"""HTML, Markdown and reStructuredText, read by html5lib, markdown-it-py and docutils.

Only what citekit writes may be markup: the elements and attributes are listed here, and nothing
that a record says can add one.
"""

from __future__ import annotations

import re
import unicodedata

import html5lib
from docutils.utils import SystemMessage  # type: ignore[import-untyped]  # has no stubs
from markdown_it import MarkdownIt
from markdown_it.token import Token

from fuzz.finding import Finding, expect
from output_readers import read_rst

__all__ = ["check_html", "check_markdown", "check_rst", "letters"]

_TAGS = frozenset("div span i b sup sub a q pre code br wbr".split())
_ATTRIBUTES = frozenset(
    "class style href id role lang dir title aria-label data-second-field-align".split()
)
_STYLE = re.compile(r"[a-z-]+:[a-z0-9. -]+(;[a-z-]+:[a-z0-9. -]+)*;?")
_CLASS = re.compile(r"[a-z0-9 -]+")
_SCHEMES = ("https:", "http:", "doi:", "mailto:")
_MARKDOWN = frozenset(
    "inline text paragraph_open paragraph_close em_open em_close strong_open strong_close"
    " link_open link_close softbreak hardbreak text_special html_inline fence code_inline".split()
)
_MARKDOWN_HTML = frozenset("<sup> </sup> <sub> </sub> <br> <u> </u>".split())
_RST = frozenset(
    "document paragraph Text emphasis strong superscript subscript reference target math"
    " literal_block literal line line_block comment inline".split()
)


def letters(text: str) -> str:
    """Give what two readings of one text must share: its letters and digits."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).casefold()


def check_html(html: str) -> str:
    """Read a fragment; give its text."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(html)
    expect(not parser.errors, "html", f"html5lib: {parser.errors[:3]} in {html!a}")
    for element in tree.iter():
        if element is tree:
            continue
        expect(element.tag in _TAGS, "html", f"a foreign element {element.tag!r} in {html!a}")
        for name, value in element.attrib.items():
            expect(name in _ATTRIBUTES, "html", f"a foreign attribute {name!r} in {html!a}")
            _check_attribute(name, value)
    return "".join(tree.itertext())


def _check_attribute(name: str, value: str) -> None:
    if name == "href":
        _check_link(value)
    elif name in ("style", "class"):
        shape = _STYLE if name == "style" else _CLASS
        expect(shape.fullmatch(value), "html", f"{name}={value!a} is not citekit's")


def _check_link(url: str) -> None:
    expect(url.lower().startswith(_SCHEMES), "links", f"a link to {url!a}")
    expect(not re.search(r"[\s<>\"\x00-\x1f\x7f]", url), "links", f"a link to {url!a}")


def check_markdown(markdown: str) -> str:
    """Read a document; give its text."""
    reader = MarkdownIt()
    reader.validateLink = lambda url: bool(url)  # type: ignore[method-assign]  # any, as others do
    return "".join(_markdown_text(token, markdown) for token in reader.parse(markdown))


def _markdown_text(token: Token, markdown: str) -> str:
    expect(token.type in _MARKDOWN, "markdown", f"{token.type} in {markdown!a}")
    if token.type == "link_open":
        _check_link(str(token.attrs["href"]))
    if token.type == "inline":
        return "".join(_markdown_text(child, markdown) for child in token.children or ())
    if token.type == "html_inline":
        expect(token.content in _MARKDOWN_HTML, "markdown", f"{token.content} in {markdown!a}")
        return ""
    return token.content


def check_rst(rst: str) -> str:
    """Read a document without a message of docutils; give its text."""
    try:
        text, kinds, links = read_rst(rst)
    except SystemMessage as message:
        raise Finding("rst", f"docutils: {message} in {rst!a}") from message
    expect(kinds <= _RST, "rst", f"{sorted(kinds - _RST)} in {rst!a}")
    for link in links:
        _check_link(link)
    return text
