r"""LaTeX text to rich text.

One pass over the tokens with an explicit stack of groups, so the time is linear and no input
nests too deep. The rules are those of TeX where they show ("The TeXbook", chapters 7 and 8) and
of BibTeX where the two differ (btxdoc, section 4): a lone `%` is no comment, and a brace group
shields its letters from changes of case unless it is a *special character*, which is a group
that starts with a backslash, `{\'E}`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from attrs import define, field

from citekit.errors import Diagnostic
from citekit.latex.commands import (
    ACCENTS,
    BELOW,
    CONTROL_SYMBOLS,
    DECODED_LIGATURES,
    DROP_ARGUMENT,
    FONT_COMMANDS,
    FONT_SWITCHES,
    NO_FORMAT,
    TRANSPARENT,
)
from citekit.latex.math import math_nodes
from citekit.latex.notes import Notes
from citekit.latex.symbols import macro_text
from citekit.latex.verbatim import unescape_verbatim
from citekit.text.clean import clean, fold_space
from citekit.text.nodes import Format, Link, Node, Quoted, RichText, Styled

__all__ = ["MAX_GROUPS", "decode", "decode_line"]

MAX_GROUPS = 50
"""How deep groups may nest; braces below that are left out, their text is kept."""

_MAX_NODES = 50
"""How deep the nodes of the result may nest (`citekit.text.nodes.MAX_DEPTH` leaves room)."""

_MAX_PENDING = 50
"""How many commands may wait for one argument, as in `\\emph\\emph\\emph x`."""

_TOKEN = re.compile(
    r"\\([A-Za-z]+)[ \t\r\n]*"  # a control word eats the space after it
    r"|\\([\s\S])?"
    r"|(?P<open>\{)|(?P<close>\})|(?P<dollar>\$)"
    r"|(?P<ligature>---?|``|''|[?!]`|~)"
    r"|(?P<left>`)|(?P<right>')"
    r"|(?P<space>[ \t\r\n]+)"
    r"|(?P<text>[^\\{}$~`'?!\-\s]+|[\s\S])"
)
_ACTIVE = re.compile(r"[\\{}$~`]|''|--|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_MATH = re.compile(r"\$\$((?:[^$\\]|\\[\s\S])+)\$\$|\$((?:[^$\\]|\\[\s\S])*)\$")
_BRACES = re.compile(r"\\[\s\S]|[{}]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")

_Command = Callable[[list[Node]], list[Node]]


@define
class _Group:
    """A group that is still open: what it holds so far, and what its braces mean."""

    shields: bool
    """Whether letters in it are shielded from changes of case."""
    inherited: bool = False
    """Whether an outer group has settled that question already."""
    nodes: list[Node] = field(factory=list)
    pending: list[_Command] = field(factory=list)
    """Commands that wait for their argument, outermost first."""
    switches: dict[Format, int] = field(factory=dict)
    """Formats that hold from a node on to the end of the group."""
    has_case: bool = False
    """Whether there is a letter for a change of case to change."""
    quotes: int = 0
    """Single quotes that have been opened."""


def decode(latex: str) -> tuple[RichText, tuple[Diagnostic, ...]]:
    r"""Read LaTeX text.

    Accents and symbols become characters (NFC), ligatures the signs they print, font commands
    and `$_2$` become formats, other math stays math, brace groups that shield case become
    `Format.NO_CASE`, `\url` and `\href` become links. An unknown command keeps its argument.
    Nothing raises: faults are repaired and reported.

    Args:
        latex: The value of a text field, without its outer delimiters.

    Returns:
        The rich text, and what was guessed, repaired or dropped.

    >>> text, notes = decode(r"{\'E}tude of {LLaMA}, \emph{E. coli} and H$_2$O -- 5\,\%")
    >>> str(text), notes
    ('Étude of LLaMA, E. coli and H2O – 5 %', ())
    >>> [str(note) for note in decode(r"\foo{bar")[1]]
    ['warning: LaTeX commands that are not known were left out; their arguments stay: \\foo',
     'warning: unbalanced braces were repaired']
    """
    if _ACTIVE.search(latex) is None:
        return RichText(fold_space(clean(latex))), ()
    return _Decoder(latex).run()


def decode_line(latex: str) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Read LaTeX text as `decode` does, and give one line of plain text, single spaces in it.

    >>> decode_line(r"Erd{\H o}s   and R\'enyi")[0]
    'Erdős and Rényi'
    """
    if latex.isascii() and latex.isprintable() and _ACTIVE.search(latex) is None:
        return " ".join(latex.split()), ()
    text, said = decode(latex)
    return " ".join(str(text).split()), said


class _Decoder:
    def __init__(self, latex: str) -> None:
        self.notes = Notes()
        self.source = fold_space(clean(latex))
        for match in _UNPRINTABLE.finditer(latex):
            self.notes.add("latex-control-character", f"U+{ord(match[0]):04X}")
        self.stack = [_Group(shields=False)]
        self.surplus = 0
        self.position = 0
        self.closers = _matching_braces(self.source)

    @property
    def group(self) -> _Group:
        return self.stack[-1]

    def run(self) -> tuple[RichText, tuple[Diagnostic, ...]]:
        while match := _TOKEN.match(self.source, self.position):
            self.position = match.end()
            self._token(match)
        if len(self.stack) > 1 or self.surplus:
            self.notes.add("latex-unbalanced-braces")
        while len(self.stack) > 1:
            self._close()
        self._settle_pending()
        return RichText(_finish(self.group)), self.notes.diagnostics()

    def _token(self, match: re.Match[str]) -> None:
        if match[1] is not None:
            self._control_word(match[1])
        elif match.lastgroup is None:
            self._control_symbol(match[2])
        else:
            getattr(self, f"_on_{match.lastgroup}")(match[0])

    # What stands for text

    def _emit(self, nodes: list[Node]) -> None:
        """Add *nodes* to the open group, as the argument of what waits for one."""
        group = self.group
        while group.pending:
            nodes = group.pending.pop()(nodes)
        if group.nodes:
            group.nodes.extend(nodes)
        else:
            group.nodes = nodes

    def _text(self, text: str) -> None:
        if text.upper() != text.lower():
            self.group.has_case = True
        self._emit([text])

    def _on_text(self, text: str) -> None:
        if self.group.pending and len(text) > 1:
            # An argument without braces is one character; the rest is read again.
            self.position -= len(text) - 1
            text = text[0]
        self._text(text)

    def _on_ligature(self, text: str) -> None:
        self._emit([DECODED_LIGATURES[text]])

    def _on_space(self, _: str) -> None:
        if not self.group.pending:
            self._emit([" "])

    def _on_left(self, _: str) -> None:
        self.group.quotes += 1
        self._emit(["‘"])

    def _on_right(self, _: str) -> None:
        """An apostrophe, or the end of a quotation that began with a backquote."""
        following = self.source[self.position : self.position + 1]
        closes = self.group.quotes > 0 and not following.isalnum()
        self.group.quotes -= closes
        self._emit(["’" if closes else "'"])

    def _on_dollar(self, _: str) -> None:
        match = _MATH.match(self.source, self.position - 1)
        tex = (match[1] or match[2] or "") if match else ""
        if match is None or not _is_balanced(tex):
            self.notes.add("latex-lone-dollar")
            self._emit(["$"])
            return
        self.position = match.end()
        self._emit(list(math_nodes(tex)))

    # Groups

    def _on_open(self, _: str) -> None:
        if len(self.stack) >= MAX_GROUPS:
            self.surplus += 1
            self.notes.add("latex-too-deep")
            return
        group = self.group
        if group.inherited:
            self.stack.append(_Group(shields=False, inherited=True))
            return
        is_argument = bool(group.pending)
        is_special = self.source.startswith("\\", self.position)
        shields = not is_argument and not is_special
        inherited = shields or (is_special and not is_argument)
        self.stack.append(_Group(shields=shields, inherited=inherited))

    def _on_close(self, _: str) -> None:
        if self.surplus:
            self.surplus -= 1
        elif len(self.stack) > 1:
            self._close()
        else:
            self.notes.add("latex-unbalanced-braces")

    def _close(self) -> None:
        self._settle_pending()
        group = self.stack.pop()
        nodes = _finish(group)
        self.group.has_case |= group.has_case
        if group.shields and group.has_case:
            nodes = self._styled(nodes, Format.NO_CASE)
        self._emit(nodes)

    def _settle_pending(self) -> None:
        """Give commands that still wait at the end of a group an empty argument."""
        if self.group.pending:
            self._emit([])

    # Commands

    def _wait(self, command: _Command) -> None:
        if len(self.group.pending) < _MAX_PENDING:
            self.group.pending.append(command)
        else:
            self.notes.add("latex-too-deep")

    def _control_symbol(self, char: str | None) -> None:
        if char is None:
            self.notes.add("latex-lone-backslash")
            self._text("\\")
        elif char in ACCENTS:
            self._wait(lambda nodes: _accented(nodes, char))
        elif char in "([":
            self._bracket_math("\\)" if char == "(" else "\\]")
        elif char in CONTROL_SYMBOLS:
            self._text(CONTROL_SYMBOLS[char])
        else:
            self.notes.add("latex-unknown-command", "\\" + char)
            self._text(char)

    def _bracket_math(self, closer: str) -> None:
        end = self.source.find(closer, self.position, self.position + _MAX_MATH)
        if end < 0 or not _is_balanced(self.source[self.position : end]):
            self.notes.add("latex-unknown-command", "\\(")
            return
        tex = self.source[self.position : end]
        self.position = end + len(closer)
        self._emit(list(math_nodes(tex)))

    def _control_word(self, name: str) -> None:
        if name in ACCENTS:
            self._wait(lambda nodes: _accented(nodes, name))
        elif name in FONT_COMMANDS:
            self._wait(lambda nodes: self._styled(nodes, FONT_COMMANDS[name]))
        elif name in FONT_SWITCHES:
            self.group.switches.setdefault(FONT_SWITCHES[name], len(self.group.nodes))
        elif name == "enquote":
            self._wait(lambda nodes: self._nested(nodes, Quoted))
        elif name in ("url", "href", "path"):
            self._link(name)
        elif name in TRANSPARENT:
            self._wait_for_group()
        elif name in DROP_ARGUMENT:
            self._drop_argument(name)
        elif (text := macro_text(name)) is not None:
            self._text(text)
        elif name not in NO_FORMAT:
            self.notes.add("latex-unknown-command", "\\" + name)
            self._wait_for_group()

    def _wait_for_group(self) -> None:
        """Take the group that follows, if one does, as an argument and not as a shield."""
        if self.source.startswith("{", self.position):
            self._wait(lambda nodes: nodes)

    def _verbatim_argument(self) -> str | None:
        """Read the group at the current position as it stands, or None where there is none."""
        start = self.position
        end = self.closers.get(start)
        if end is None:
            return None
        self.position = end + 1
        return self.source[start + 1 : end]

    def _drop_argument(self, name: str) -> None:
        argument = self._verbatim_argument()
        if argument is not None:
            self.notes.add("latex-argument-dropped", f"\\{name}{{{argument[:40]}}}")
        self._wait_for_group()

    def _link(self, name: str) -> None:
        url = self._verbatim_argument()
        if url is None:
            self.notes.add("latex-unknown-command", "\\" + name)
            return
        url = unescape_verbatim(url)
        if name == "href":
            self._wait(lambda nodes: self._nested(nodes, lambda inner: Link(inner, url)))
        else:
            self._emit([Link((url,), url)] if name == "url" else [url])

    def _styled(self, nodes: list[Node], kind: Format) -> list[Node]:
        return self._nested(nodes, lambda inner: Styled(inner, kind))

    def _nested(self, nodes: list[Node], make: Callable[[list[Node]], Node]) -> list[Node]:
        """Put *nodes* into one node, unless that would nest too deep."""
        if max((getattr(node, "depth", 0) for node in nodes), default=0) >= _MAX_NODES:
            self.notes.add("latex-too-deep")
            return nodes
        return [make(nodes)]


_MAX_MATH = 10_000
r"""How long a formula between `\(` and `\)` may be."""


def _matching_braces(source: str) -> dict[int, int]:
    """Give, for each brace that opens a balanced group, where the group ends."""
    opened: list[int] = []
    closers: dict[int, int] = {}
    for match in _BRACES.finditer(source):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            closers[opened.pop()] = match.start()
    return closers


def _is_balanced(tex: str) -> bool:
    depth = 0
    for match in _BRACES.finditer(tex):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0


def _accented(nodes: list[Node], name: str) -> list[Node]:
    r"""Put the accent on the first character; `\^{}` and `\~{}` are the bare signs."""
    mark = ACCENTS[name]
    first, rest = (nodes[0], nodes[1:]) if nodes else ("", [])
    if not isinstance(first, str):
        return nodes
    if not first:
        return [name if name in "^~" else unicodedata.normalize("NFKC", " " + mark).strip()]
    base = first[0] if name in BELOW else {"ı": "i", "ȷ": "j"}.get(first[0], first[0])
    end = 1
    while end < len(first) and unicodedata.combining(first[end]):
        end += 1
    return [clean(base + first[1:end] + mark) + first[end:], *rest]


def _finish(group: _Group) -> list[Node]:
    """Apply the declarations of a group that ends, and compose its characters."""
    nodes = group.nodes
    for kind, start in reversed(group.switches.items()):
        inner = Styled(_merged(nodes[start:]), kind)
        nodes = [*nodes[:start], inner] if inner else nodes
    return _merged(nodes)


def _merged(nodes: list[Node]) -> list[Node]:
    """Join neighbouring strings and compose their characters (NFC)."""
    return [clean(node) if isinstance(node, str) else node for node in RichText(nodes).nodes]
