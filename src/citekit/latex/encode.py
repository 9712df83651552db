r"""Rich text to LaTeX: for the text fields of BibTeX entries, and for documents.

The result always has balanced braces, and no control sequence in it comes from data. What plain
LaTeX cannot print (Han, Cyrillic, emoji) stays as it is with a warning and is never dropped.
The rules were measured with BibTeX 0.99d, biber 2.18 and pdfLaTeX (T1); see "What the writers
do" in the documentation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from citekit.errors import Diagnostic
from citekit.latex.commands import (
    ACCENTS,
    APPROXIMATE,
    ASCII_PUNCTUATION,
    BELOW,
    ENCODED,
    FORMAT_COMMANDS,
    LIGATURES,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    UTF8_LATEX,
    ZERO_WIDTH,
)
from citekit.latex.math import is_safe_math
from citekit.latex.notes import Notes
from citekit.latex.protect import TitleCase, judge_title, split_protected
from citekit.latex.symbols import symbol_latex
from citekit.latex.verbatim import encode_verbatim
from citekit.text.clean import clean
from citekit.text.nodes import Block, Format, Link, Math, Node, Quoted, RichText, Styled, Verbatim

__all__ = ["Encoding", "Target", "encode", "encode_pieces", "encode_text"]

Encoding = Literal["ascii", "unicode"]
"""`ascii` writes accents as `{\\'e}`, which BibTeX needs; `unicode` keeps what pdfLaTeX prints."""

Target = Literal["bibtex", "biblatex", "document"]
"""A text field of an entry, or the text of a LaTeX document.

biber turns LaTeX into Unicode before pdfLaTeX sees it (`{\\d{o}}` into ọ), and does so wrongly for
two accents on one letter; so what goes to it is limited to characters that pdfLaTeX prints raw.
"""

_PLAIN = re.compile(r"(?:[A-Za-z0-9 .:;()/+=@*\[\]]|,(?!,)|-(?!-)|'(?!')|[?!](?!`))*")
_SPACES = re.compile(
    r"[ \t\n\r\f\v\x1c-\x1f\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")
_RUN = re.compile(
    "(?P<raised>[{}]+)|(?P<lowered>[{}]+)|(?P<char>[\\s\\S])".format(
        "".join(SUPERSCRIPTS), "".join(SUBSCRIPTS)
    )
)
_COMMANDS = {mark: name for name, mark in ACCENTS.items()}
_MAX_MARKS = 4
_FORMATS_WITHOUT_SIGN = frozenset({Format.NO_CASE, Format.DECORATION_NORMAL, Format.BASELINE})


def encode(
    text: RichText,
    *,
    encoding: Encoding = "ascii",
    protect: bool = False,
    target: Target = "bibtex",
) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Write rich text as LaTeX.

    Args:
        text: What to write.
        encoding: `ascii` or `unicode`.
        protect: Whether it is a title, whose words are shielded from changes of case where they
            need it.
        target: An entry has braces round `Format.NO_CASE` spans and keeps only the text of links;
            in a document, nothing changes case, and links are written as `\href`.

    Returns:
        The LaTeX text, and what was approximated, dropped or cannot be printed.

    >>> encode(RichText("LLaMA: Étude & co"), protect=True)
    ("{LLaMA}: {\\'E}tude \\& co", ())
    >>> encode(RichText("Étude {x}"), encoding="unicode")
    ('Étude {\\textbraceleft}x{\\textbraceright}', ())
    """
    encoder = _Encoder(encoding, target)
    case = judge_title(_literal(text.nodes)) if protect else None
    return encoder.join(encoder.pieces(text.nodes, case)), encoder.notes.diagnostics()


def encode_text(
    text: str, *, encoding: Encoding = "ascii", target: Target = "bibtex"
) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Write a plain string as LaTeX text.

    >>> encode_text("50 % of <x>")
    ('50 \\% of {\\textless}x{\\textgreater}', ())
    """
    pieces, notes = encode_pieces(text, encoding=encoding, target=target)
    return "".join(pieces), notes


def encode_pieces(
    text: str, *, encoding: Encoding = "ascii", target: Target = "bibtex"
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    r"""Write a plain string as LaTeX text, in pieces none of which holds half of a command.

    >>> encode_pieces("50 %")
    (('5', '0', ' ', '\\%'), ())
    """
    encoder = _Encoder(encoding, target)
    return tuple(encoder.apart(encoder.text_pieces(text))), encoder.notes.diagnostics()


def _literal(nodes: Iterable[Node]) -> Iterator[str]:
    """Give the literal stretches outside of `NO_CASE` spans."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, (Styled, Quoted, Link, Block)) and not _is_shield(node):
            yield from _literal(node.children)


def _is_shield(node: Node) -> bool:
    return isinstance(node, Styled) and node.format is Format.NO_CASE


_ENTITY = re.compile(r"\\&(?=[#A-Za-z][A-Za-z0-9]{1,31};)")
"""What would be read as an entity of HTML (`citekit.latex.html`)."""


class _Encoder:
    def __init__(self, encoding: Encoding, target: Target) -> None:
        self.encoding: Encoding = encoding
        self.target = target
        self.notes = Notes()
        self.at_start = True

    def join(self, pieces: Iterable[str]) -> str:
        """Join pieces; what would be read as an entity of HTML is kept from being one."""
        text = "".join(self.apart(pieces))
        return _ENTITY.sub(r"\\&{}", text) if r"\&" in text else text

    def apart(self, pieces: Iterable[str]) -> Iterator[str]:
        """Give pieces, with `{}` where characters of data would join to a ligature."""
        last = ""
        for piece in pieces:
            if last + piece[:1] in LIGATURES:
                yield "{}"
            yield piece
            last = piece[-1:] or last

    # Nodes

    def pieces(
        self, nodes: Iterable[Node], case: TitleCase | None, quotes: int = 0
    ) -> Iterator[str]:
        for node in nodes:
            yield from self._node(node, case, quotes)
            self.at_start = False

    def _node(self, node: Node, case: TitleCase | None, quotes: int) -> Iterator[str]:
        if isinstance(node, str):
            yield from self.text_pieces(node) if case is None else self._title(node, case)
        elif isinstance(node, Styled):
            yield self._styled(node, case, quotes)
        elif isinstance(node, Quoted):
            yield "`" if quotes % 2 else "``"
            yield from self.pieces(node.children, case, quotes + 1)
            yield "'" if quotes % 2 else "''"
        elif isinstance(node, Link):
            yield from self._link(node, case, quotes)
        elif isinstance(node, Math):
            yield from self._math(node)
        elif isinstance(node, Verbatim):
            yield from self.text_pieces(node.text)
        else:
            yield from self.pieces(node.children, case, quotes)

    def _styled(self, node: Styled, case: TitleCase | None, quotes: int) -> str:
        if node.format is Format.NO_CASE and self.target != "document":
            return _shield(self.join(self.pieces(node.children, None, quotes)))
        inner = self.join(self.pieces(node.children, case, quotes))
        command = self._command(node.format)
        return f"\\{command}{{{inner}}}" if command and inner else inner

    def _command(self, kind: Format) -> str:
        if kind is Format.ITALIC and self.target != "document":
            return "emph"
        command = FORMAT_COMMANDS.get(kind, "")
        if not command and kind not in _FORMATS_WITHOUT_SIGN:
            self.notes.add("latex-format-lost", kind.value)
        return command

    def _link(self, node: Link, case: TitleCase | None, quotes: int) -> Iterator[str]:
        if self.target == "document" and _may_link(node.url):
            inner = self.join(self.pieces(node.children, case, quotes))
            yield f"\\href{{{_href(node.url)}}}{{{inner}}}"
        else:
            yield from self.pieces(node.children, case, quotes)

    def _math(self, node: Math) -> Iterator[str]:
        if is_safe_math(node.tex):
            yield f"{{${node.tex}$}}"
        else:
            self.notes.add("latex-unsafe-math", node.tex)
            yield from self.text_pieces(node.tex)

    # Text

    def _title(self, text: str, case: TitleCase) -> Iterator[str]:
        for stretch, protected in split_protected(text, case, first=self.at_start):
            if protected:
                yield _shield(self.join(self.text_pieces(stretch)))
            else:
                yield from self.text_pieces(stretch)

    def text_pieces(self, text: str) -> Iterator[str]:
        """Give the LaTeX of a literal string, a piece for each character or run of them."""
        if _PLAIN.fullmatch(text) and "  " not in text:
            yield text
            return
        for char in _UNPRINTABLE.findall(text):
            self.notes.add("latex-control-character", f"U+{ord(char):04X}")
        text = _SPACES.sub(" ", clean(text))
        for cluster in _clusters(text):
            yield self._cluster(cluster)

    def _cluster(self, cluster: str) -> str:
        latex, code = _encode_cluster(cluster, self.encoding, self.target == "biblatex")
        if code:
            self.notes.add(code, cluster if cluster.isprintable() else f"U+{ord(cluster[0]):04X}")
        return latex


def _shield(latex: str) -> str:
    r"""Put braces round *latex*, twice where it starts with a backslash.

    `{\emph{X}}` is a special character to BibTeX, whose letters change case; `{{\emph{X}}}` is not.
    """
    if not latex:
        return ""
    return f"{{{{{latex}}}}}" if latex.startswith("\\") else f"{{{latex}}}"


def _may_link(url: str) -> bool:
    return url.lower().startswith(("https://", "http://", "mailto:"))


def _href(url: str) -> str:
    r"""Write a URL as the first argument of `\href`, safe inside other arguments too."""
    url = encode_verbatim(url).replace("~", "%7E")
    return re.sub(r"[%#&_$]", r"\\\g<0>", url)


def _clusters(text: str) -> Iterator[str]:
    """Split text into runs of scripts and into characters with the marks that belong to them."""
    position = 0
    while position < len(text):
        match = _RUN.match(text, position)
        assert match is not None  # noqa: S101 - the last alternative takes any character
        end = match.end()
        if match.lastgroup == "char":
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            if end > position + 1 and text[position] in ZERO_WIDTH:
                end = position + 1
        yield text[position:end]
        position = end


def _encode_cluster(cluster: str, encoding: Encoding, via_biber: bool) -> tuple[str, str]:
    """Give LaTeX for a cluster, and the code of what must be said about it ("" for nothing)."""
    if len(cluster) <= _MAX_MARKS + 1:
        return _encode_short(cluster, encoding, via_biber)
    if cluster[0] in SUPERSCRIPTS or cluster[0] in SUBSCRIPTS:
        return _script(cluster), ""
    return _with_raw_marks(cluster, encoding, via_biber)


def _with_raw_marks(cluster: str, encoding: Encoding, via_biber: bool) -> tuple[str, str]:
    """Leave a cluster as it is, but for its base: a brace is a brace to TeX, marks on it or not."""
    base, marks = cluster[0], cluster[1:]
    if marks and base.isascii():
        base = _encode_short(base, encoding, via_biber)[0]
    return base + marks, "latex-unencodable"


@lru_cache(maxsize=4096)
def _encode_short(cluster: str, encoding: Encoding, via_biber: bool) -> tuple[str, str]:
    if encoding == "unicode" and cluster in UTF8_LATEX:
        return cluster, ""
    if cluster in ENCODED:
        return ENCODED[cluster], ""
    if cluster.isascii() and cluster.isprintable():
        return cluster, ""
    if cluster[0] in SUPERSCRIPTS or cluster[0] in SUBSCRIPTS:
        return _script(cluster), ""
    if cluster in ZERO_WIDTH:
        return "", "latex-zero-width"
    if cluster in ASCII_PUNCTUATION:
        return ASCII_PUNCTUATION[cluster], ""
    if cluster in APPROXIMATE:
        return APPROXIMATE[cluster], "latex-approximated"
    latex = _by_name(cluster, via_biber)
    return (latex, "") if latex else _with_raw_marks(cluster, encoding, via_biber)


def _by_name(cluster: str, via_biber: bool) -> str | None:
    """Give a character by the name of its symbol, or by its base and accents."""
    if cluster[0] in _ACCENTED_SIGNS:
        return _accented_sign(cluster, via_biber)
    symbol = symbol_latex(cluster) if len(cluster) == 1 else None
    if via_biber and cluster not in UTF8_LATEX and not (symbol or "").startswith("{$"):
        return None
    return _accented(cluster, dotless=not via_biber) or symbol


def _script(run: str) -> str:
    if run[0] in SUPERSCRIPTS:
        return f"\\textsuperscript{{{''.join(map(SUPERSCRIPTS.__getitem__, run))}}}"
    return f"\\textsubscript{{{''.join(map(SUBSCRIPTS.__getitem__, run))}}}"


def _accented(cluster: str, *, dotless: bool) -> str | None:
    r"""Give `{\'e}` for a letter with marks, or None where a mark or the letter is not LaTeX's."""
    decomposed = unicodedata.normalize("NFD", cluster)
    base, names = decomposed[0], _accent_names(decomposed[1:])
    if not names or not _ACCENTABLE.fullmatch(base):
        return None
    inner = ENCODED[base][1:-1] if base in ENCODED else base
    if dotless and base in "ij" and names[0] not in BELOW and names[0] not in _KEEP_DOT:
        inner = f"\\{base}"
    return _accents(inner, names)


def _accented_sign(cluster: str, via_biber: bool) -> str | None:
    r"""Give `{\"{\%}}` for a digit or a sign with marks.

    biber takes accents that are words (`\c`) off what is no letter and leaves the mark alone, so it
    does with a second one, and from `{\",}` at the end of a name it takes the comma (biber 2.18).
    """
    names = _accent_names(cluster[1:])
    if not names or (via_biber and (len(names) > 1 or names[0].isalpha() or cluster[0] == ",")):
        return None
    inner = ENCODED.get(cluster[0], cluster[0])
    return _accents(inner[1:-1] if inner.startswith("{") else inner, names)


def _accent_names(marks: str) -> list[str]:
    """Name the accent commands for *marks*; none where LaTeX lacks one of them."""
    names = [_COMMANDS.get(mark, "") for mark in marks]
    return names if all(names) else []


def _accents(inner: str, names: Iterable[str]) -> str:
    for name in names:
        inner = f"\\{name}{inner}" if _binds(name, inner) else f"\\{name}{{{inner}}}"
    return f"{{{inner}}}"


_ACCENTABLE = re.compile("[A-Za-zæÆøØœŒıȷ]")
_ACCENTED_SIGNS = frozenset("0123456789!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_KEEP_DOT = frozenset("`'^\"")
"""Accents that LaTeX puts on a plain i as well as on a dotless one."""


def _binds(name: str, inner: str) -> bool:
    """Tell whether an accent command takes its argument without braces."""
    return not name.isalpha() and len(inner) == 1
