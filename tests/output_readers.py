"""Readers of the output formats, to see what a writer's output means to others."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from types import MappingProxyType
from typing import NamedTuple

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
    settings["line_length_limit"] = 10_000_000  # a guard of docutils', not a rule of the format
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


# --- TeX ------------------------------------------------------------------------------------------

_TEX_TOKEN = re.compile(r"\\(?P<word>[A-Za-z]+)[ \n]*|\\(?P<sign>[\s\S])|(?P<char>[\s\S])")
_TEX_SIGNS: MappingProxyType[str, str] = MappingProxyType(
    {
        "textbraceleft": "{",
        "textbraceright": "}",
        "textbackslash": "\\",
        "textasciitilde": "~",
        "textasciicircum": "^",
        "textasciigrave": "`",
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
        "textquoteleft": "\u2018",
        "textquoteright": "\u2019",
        "ss": "ß",
        "o": "ø",
        "l": "ł",
        "i": "ı",
        "j": "ȷ",
        "relax": "",
        **{sign: sign for sign in "%&_#$"},
    }
)
_TEX_ACCENTS: MappingProxyType[str, str] = MappingProxyType(
    dict(
        zip(
            ("`", "'", "^", "~", '"', "=", ".", *"uvHrckdbt", "textcommabelow"),
            "\u0300\u0301\u0302\u0303\u0308\u0304\u0307\u0306\u030c\u030b\u030a\u0327\u0328"
            "\u0323\u0331\u0361\u0326",
            strict=True,
        )
    )
)
_TEX_FORMATS = frozenset(
    "emph textit textsl textbf textmd textsc textup texttt underline textsuperscript textsubscript"
    " href".split()
)
_TEX_SYMBOL = re.compile(
    r"text[a-z]+|guil[a-z]+|quote[a-z]+base|[aA][aeAE]|[oO][eE]?|AE|OE|AA|L|SS|[dD][hjHJ]|th|TH|ng|NG"
)


class TexReading(NamedTuple):
    """What TeX makes of a stretch of a paragraph, with the category codes that LaTeX gives."""

    text: str
    """What is printed, formats aside; another command than those of the tables is `\ufffd`."""
    faults: list[str]
    """What ends, opens or changes anything, as text must not: a lone brace, `%`, `\\write`."""


def read_tex(latex: str) -> TexReading:
    r"""Read LaTeX as TeX does (The TeXbook, chapters 7 and 8), without a table of citekit's."""
    return _Tex(latex).read()


class _Tex:
    def __init__(self, latex: str) -> None:
        self.tokens = list(_TEX_TOKEN.finditer(latex))
        self.at = 0
        self.math = False
        self.faults = ["^^ makes a character"] if "^^" in latex else []

    def read(self) -> TexReading:
        text = self.group()
        while self.at < len(self.tokens):
            self.faults.append("a brace closes what is not open")
            text += self.group()
        if self.math:
            self.faults.append("math does not end")
        return TexReading(unicodedata.normalize("NFC", text), self.faults)

    def group(self, depth: int = 0) -> str:
        """Read to the brace that closes the group, and past it."""
        text = ""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token["char"] == "}":
                return text
            text += self.token(token, depth)
        if depth:
            self.faults.append("a group does not end")
        return text

    def token(self, token: re.Match[str], depth: int) -> str:
        name: str | None = token["word"] or token["sign"]
        if name is not None:
            return self.command(name, depth)
        char: str = token["char"]
        if char == "{":
            return self.group(depth + 1)
        if char == "$":
            self.math = not self.math
            return ""
        if char == "~":
            return "\u00a0"
        if char in "%&#" or (char in "^_" and not self.math) or char == "\\":
            self.faults.append(f"{char} is not escaped")
        return char

    def command(self, name: str, depth: int) -> str:
        if name in _TEX_ACCENTS and not self.math:
            base = self.argument(depth).replace("ı", "i").replace("ȷ", "j") or " "
            end = 1
            while unicodedata.combining(base[end : end + 1] or " "):
                end += 1
            return base[:end] + _TEX_ACCENTS[name] + base[end:]
        if name in _TEX_SIGNS:
            return _TEX_SIGNS[name]
        if name == "ensuremath":
            self.math = True
            self.argument(depth)
            self.math = False
        elif name == "href":
            self.argument(depth)
        elif name not in _TEX_FORMATS and not (self.math or _TEX_SYMBOL.fullmatch(name)):
            self.faults.append(f"\\{name} is a command")
        return "" if name in _TEX_FORMATS else "\ufffd"

    def argument(self, depth: int) -> str:
        if self.at >= len(self.tokens):
            self.faults.append("a command lacks its argument")
            return ""
        token = self.tokens[self.at]
        if token["char"] == "}":
            self.faults.append("a command lacks its argument")
            return ""
        self.at += 1
        return self.token(token, depth)


# --- BibTeX ---------------------------------------------------------------------------------------

_BIB_HEAD = re.compile(r"@([a-z]+)\{([A-Za-z0-9:._+/-]+)")
_BIB_FIELD = re.compile(r",\n  ([a-z][a-z0-9_+:-]*) = (?:([a-z]{3})(?=[,\n])|\{)")


class BibEntry(NamedTuple):
    """An entry of a .bib file, as it stands there."""

    type: str
    key: str
    fields: dict[str, str]


def read_bib(text: str) -> list[BibEntry]:
    """Read the entries that citekit writes, and nothing else, counting braces as BibTeX does.

    A brace counts whether a backslash stands before it or not (BibTeX 0.99d, section 221 of its
    program; btparse, which biber reads with, is the same). Raises ValueError for anything else.
    """
    entries: list[BibEntry] = []
    at = 0
    while at < len(text):
        head = _BIB_HEAD.match(text, at)
        if head is None:
            raise ValueError(f"no entry: {text[at : at + 60]!r}")
        fields: dict[str, str] = {}
        at = head.end()
        while field := _BIB_FIELD.match(text, at):
            at = field.end() if field[2] else _end_of_group(text, field.end())
            value = field[2] or text[field.end() : at - 1]
            if fields.setdefault(field[1], value) is not value:
                raise ValueError(f"{field[1]} stands twice")
        end = re.compile(r"\n?\}\s*" if fields else r",\n\}\s*").match(text, at)
        if end is None:
            raise ValueError(f"no field: {text[at : at + 60]!r}")
        at = end.end()
        entries.append(BibEntry(head[1], head[2], fields))
    return entries


def _end_of_group(text: str, start: int) -> int:
    depth = 1
    for found in re.compile(r"[{}]").finditer(text, start):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    raise ValueError("a group does not end")
