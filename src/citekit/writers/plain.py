"""Plain text: characters only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from citekit.writers.base import LineWriter
from citekit.writers.runs import Run
from citekit.writers.scripts import as_characters

__all__ = ["PlainWriter"]


class PlainWriter(LineWriter):
    """Writes plain text: curly quotes, raised and lowered digits, no other formatting.

    >>> from citekit.text.nodes import Format, Quoted, RichText, Styled
    >>> PlainWriter().write(RichText([Quoted(["H", Styled(["2"], Format.SUBSCRIPT), "O"])]))
    '“H₂O”'
    """

    name: ClassVar[str] = "plain"
    indent: ClassVar[str] = "    "

    def line(self, row: Sequence[Run]) -> str:
        """Write the runs of one line."""
        return "".join(as_characters(run.text, run.style.vertical) for run in row)
