"""Text for terminals: SGR escape sequences of ECMA-48, section 8.3.117, and no others.

Data cannot bring sequences of its own: the escape character and the C1 controls never come through
(`citekit.text.clean`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from citekit.writers.base import LineWriter
from citekit.writers.runs import Run, Style
from citekit.writers.scripts import as_characters

__all__ = ["AnsiWriter"]

_RESET = "\x1b[0m"


class AnsiWriter(LineWriter):
    r"""Writes text for a terminal, with bold, faint, italic and underlined stretches.

    >>> from citekit.text.nodes import Format, RichText, Styled
    >>> AnsiWriter().write(RichText(["a ", Styled(["b"], Format.ITALIC)]))
    'a \x1b[3mb\x1b[0m'
    """

    name: ClassVar[str] = "ansi"
    indent: ClassVar[str] = "    "

    def line(self, row: Sequence[Run]) -> str:
        """Write the runs of one line."""
        return "".join(_shown(run) for run in row)


def _shown(run: Run) -> str:
    style = run.style
    text = as_characters(run.text, style.vertical)
    codes = _codes(style)
    return f"\x1b[{codes}m{text}{_RESET}" if codes else text


def _codes(style: Style) -> str:
    found = {
        "1": style.bold,
        "2": style.light,
        "3": style.italic or style.oblique,
        "4": style.underline,
    }
    return ";".join(code for code, applies in found.items() if applies)
