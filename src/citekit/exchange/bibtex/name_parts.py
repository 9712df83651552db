r"""Parts of names in LaTeX, safe from what BibTeX's styles and biber cut out of them.

BibTeX's styles make labels of the first letters of a name and initials of its words; biber makes
initials of every part, whether a style prints them or not. Both cut LaTeX without understanding
it: `{AT\&T Labs}` becomes the label `{AT\}`, and `{\textbraceright}x` the initial `}`. As measured
with BibTeX 0.99d (alpha, abbrv, plainnat) and biber 2.18:

* To BibTeX, a group outside braces that starts with a backslash is one letter (btxdoc, section 4);
  else each byte is a letter, and a character beyond ASCII is several.
* biber leaves out control words with the braces after them, and opening braces; what is then the
  first character is the initial. It parts a word at hyphens, inside groups too, unless braces stand
  round the whole part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from attrs import frozen

from citekit.errors import Diagnostic
from citekit.latex.encode import Encoding, Target, encode_pieces

__all__ = ["NamePart", "encode_part"]

_LABEL = 3
"""How many letters a label takes of a name (`alpha.bst`: `#3 text.prefix$`)."""
_SIGN = 2
r"""How long a control symbol (`\%`) is."""
_BRACKET = re.compile(r"[][]")
_SYMBOL = re.compile(r"\{?(\\[A-Za-z]+)(?:\}|\{\})")
_LEADING_SPACE = re.compile(r"\A(?:\\[A-Za-z]+(?:\{\})?| )+")
_HARMLESS = re.compile(r"(?:[^\W_]|[ .,:'/-])*")
"""Letters of any script, digits, and signs that end nothing. BibTeX's `alpha` may cut a letter
beyond ASCII in half, which spoils its label and nothing else: such names stay as they are."""
_LETTER = re.compile(r"[A-Za-z]")
_NO_BRACES = {ord("{"): None, ord("}"): None}


@frozen(eq=False, repr=False)
class NamePart:
    r"""One part of a name, in pieces of LaTeX none of which holds half of a command.

    >>> NamePart(("A", "T", r"\&", "T")).bare(), NamePart(("A", "T", r"\&", "T")).braced()
    ('AT{\\&}T', '{AT}{\\&}{T}')
    """

    pieces: tuple[str, ...]
    via_biber: bool = False

    def __str__(self) -> str:
        return "".join(self.pieces)

    def bare(self) -> str:
        """Give the part without braces round it."""
        text = str(self)
        if _HARMLESS.fullmatch(text):
            return text
        if not self.via_biber:
            return "".join(_for_labels(self.pieces))
        is_parted = any(piece == "{}" or ("\\" in piece and "-" in piece) for piece in self.pieces)
        return self.braced() if is_parted else "".join(map(_for_initials, self.pieces))

    def braced(self) -> str:
        r"""Give the part with braces round it, or round what stands between its commands.

        `{AT\&T Labs}` would be cut to `{AT\}`, whose brace is escaped; `{AT}{\&}{T Labs}` is not.
        """
        if self.via_biber:
            return f"{{{_begun(''.join(map(_for_initials, self.pieces)))}}}"
        if _HARMLESS.fullmatch(str(self)):
            return f"{{{self}}}"
        if not any(_cut(self.pieces, ends="")):
            return f"{{{self}}}"
        return "".join(_in_groups(self.pieces, _cut(self.pieces, ends="", grouped=True)))


def encode_part(
    text: str, *, encoding: Encoding, target: Target
) -> tuple[NamePart, tuple[Diagnostic, ...]]:
    """Write one part of a name as LaTeX."""
    pieces, notes = encode_pieces(text, encoding=encoding, target=target)
    return NamePart(tuple(filter(None, pieces)), target == "biblatex"), notes


# For BibTeX's styles


def _for_labels(pieces: tuple[str, ...]) -> Iterator[str]:
    r"""Make one letter of what would be cut.

    `]` stands in braces, because it would end the label in a `\bibitem`.
    """
    for piece, is_cut in zip(pieces, _cut(pieces, ends=" -~"), strict=True):
        if is_cut:
            yield _one_letter(piece)
        else:
            yield piece if piece.isalpha() else _BRACKET.sub(r"{\g<0>}", piece)


def _in_groups(pieces: tuple[str, ...], cut: list[bool]) -> Iterator[str]:
    for is_cut, group in groupby(zip(pieces, cut, strict=True), key=itemgetter(1)):
        run = [piece for piece, _ in group]
        yield "".join(map(_one_letter, run)) if is_cut else f"{{{''.join(run)}}}"


def _cut(pieces: tuple[str, ...], *, ends: str, grouped: bool = False) -> list[bool]:
    """Say of each piece whether a label or an initial would be half of it.

    A character beyond ASCII is several bytes, and half of it takes what follows for the rest, as a
    `]` or a brace. It is an initial where no letter stands before it in its word. Where words end
    (at *ends*; not in braces), the letters of a command's name could be initials. In groups, a
    command with which one starts is one letter.
    """
    found = []
    count = 0
    has_initial = False
    for piece in pieces:
        is_ascii = piece.isascii()
        if is_ascii and "\\" not in piece:
            count += 0 if piece == "{}" else len(piece)
            has_initial = piece[-1] not in ends and (
                has_initial or _LETTER.search(piece) is not None
            )
            found.append(False)
            continue
        size = len(piece.translate(_NO_BRACES).encode())
        is_word = "\\" in piece and (
            count < _LABEL if grouped else len(piece) > _SIGN and bool(ends)
        )
        is_cut = is_word or count < _LABEL < count + size or not (is_ascii or has_initial)
        count += 1 if is_cut else size
        has_initial = True
        found.append(is_cut)
    return found


def _one_letter(command: str) -> str:
    r"""Make a piece a "special character" of BibTeX's, a group that starts with a backslash.

    >>> _one_letter(r"\&"), _one_letter(r"{$\alpha$}"), _one_letter("Ж")
    ('{\\&}', '{\\relax$\\alpha$}', '{\\relax Ж}')
    """
    if command.startswith("{$"):
        return f"{{\\relax{command[1:]}"
    if command.startswith("\\"):
        return f"{{{command}}}"
    if command.startswith("{\\") and command.endswith("}"):
        return command
    return f"{{\\relax {command}}}"


# For biber


def _for_initials(piece: str) -> str:
    r"""Write a command so that biber leaves out all of it, or none of its braces.

    The braces stand behind a word that is nothing, since biber reads many of the others: "`{", as
    it would find it then, is a character under an accent to it.

    >>> _for_initials(r"{\textbraceright}"), _for_initials(r"{$\alpha$}"), _for_initials("{}")
    ('\\textbraceright\\relax{}', '\\ensuremath{\\alpha}', '\\relax{}')
    """
    if piece == "{}":
        return r"\relax{}"
    if piece.startswith("{$") and piece.endswith("$}"):
        return rf"\ensuremath{{{piece[2:-2]}}}"
    if symbol := _SYMBOL.match(piece):
        return rf"{symbol[1]}\relax{{}}{piece[symbol.end() :]}"
    return piece


def _begun(text: str) -> str:
    """Keep spaces that follow on nothing but commands from being the initial, as `_`."""
    return _LEADING_SPACE.sub(lambda match: match[0].replace(" ", "~"), text)
