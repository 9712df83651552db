r"""Parts of names in LaTeX, safe from what BibTeX's styles and biber cut out of them.

BibTeX's styles make labels of the first letters of a name and initials of its words; biber makes
initials of every part, whether a style prints them or not. Both cut LaTeX without understanding
it: `{AT\&T Labs}` becomes the label `{AT\}`, and `{\textbraceright}x` the initial `}`. As measured
with BibTeX 0.99d (alpha, abbrv, plainnat) and biber 2.18:

* To BibTeX, a group outside braces that starts with a backslash is one letter (btxdoc, section 4);
  inside braces each byte is a letter.
* biber leaves out control words with the braces after them, and opening braces; what is then the
  first character is the initial. It parts a word at hyphens, inside groups too, unless braces stand
  round the whole part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from citekit.errors import Diagnostic
from citekit.latex.encode import Encoding, Target, encode_pieces

__all__ = ["NamePart", "encode_part"]

_LABEL = 3
"""How many letters a label takes of a name (`alpha.bst`: `#3 text.prefix$`)."""
_SIGN = 2
r"""How long a control symbol (`\%`) is."""
_BRACKET = re.compile(r"[][]")
_SYMBOL = re.compile(r"\{(\\[A-Za-z]+)\}|(?<=[a-z])\{\}")
_LEADING_SPACE = re.compile(r"\A((?:\\[A-Za-z]+(?:\{\})?)+) ")
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
        count = 0
        for piece in self.pieces:
            if _is_cut(piece, count):
                return "".join(_in_groups(self.pieces))
            count += _letters(piece)
        return f"{{{self}}}"


def encode_part(
    text: str, *, encoding: Encoding, target: Target
) -> tuple[NamePart, tuple[Diagnostic, ...]]:
    """Write one part of a name as LaTeX."""
    pieces, notes = encode_pieces(text, encoding=encoding, target=target)
    return NamePart(pieces, target == "biblatex"), notes


# For BibTeX's styles


def _for_labels(pieces: tuple[str, ...]) -> Iterator[str]:
    r"""Make one letter of each command that a label would cut, or whose name gives an initial.

    `]` stands in braces, because it would end the label in a `\bibitem`.
    """
    count = 0
    for piece in pieces:
        if _is_cut(piece, count) or ("\\" in piece and len(piece) > _SIGN):
            yield _one_letter(piece)
            count += 1
        else:
            yield _BRACKET.sub(r"{\g<0>}", piece)
            count += _letters(piece)


def _in_groups(pieces: tuple[str, ...]) -> Iterator[str]:
    for is_command, group in groupby(pieces, key=lambda piece: "\\" in piece):
        run = list(group)
        yield "".join(map(_one_letter, run)) if is_command else f"{{{''.join(run)}}}"


def _is_cut(piece: str, before: int) -> bool:
    return "\\" in piece and before < _LABEL < before + _letters(piece)


def _letters(piece: str) -> int:
    """Count as BibTeX counts in a group: bytes, each but braces."""
    return len(piece.translate(_NO_BRACES).encode())


def _one_letter(command: str) -> str:
    r"""Make a command a "special character" of BibTeX's, a group that starts with a backslash.

    >>> _one_letter(r"\&"), _one_letter(r"{$\alpha$}")
    ('{\\&}', '{\\relax$\\alpha$}')
    """
    if command.startswith("{$"):
        return f"{{\\relax{command[1:]}"
    return command if command.startswith("{\\") else f"{{{command}}}"


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
    return _SYMBOL.sub(r"\1\\relax{}", piece)


def _begun(text: str) -> str:
    """Keep a space that follows on nothing but commands from being the initial, as `_`."""
    return _LEADING_SPACE.sub(r"\1~", text)
