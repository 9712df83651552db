"""What a writer is to the rest of citekit, and what the line-by-line writers share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

from citekit.text.entries import Layout
from citekit.text.nodes import RichText
from citekit.writers.runs import Line, Run, lines, runs

__all__ = ["LineWriter", "Writer"]


@runtime_checkable
class Writer(Protocol):
    """An output format of rich text.

    A writer has no state and no options: one may be used from many threads.
    """

    name: ClassVar[str]
    """The name of the output format, such as `html`."""

    def write(self, text: RichText) -> str:
        """Write a stretch of rich text, such as a citation or one entry."""
        ...

    def bibliography(self, written: Sequence[tuple[str, str]], layout: Layout) -> str:
        """Put the entries of a bibliography together, in the order given, set as *layout* says.

        Args:
            written: For each entry the id of its work and what `write` gave, so that nothing is
                written twice.
            layout: How the bibliography is set.
        """
        ...


class LineWriter(ABC):
    """A writer whose output is lines of text: each block is a line, each line is written alone."""

    name: ClassVar[str]
    indent: ClassVar[str] = ""
    """What indents a line of CSL's `display="indent"`."""

    def write(self, text: RichText) -> str:
        """Write a stretch of rich text."""
        parts: list[str] = []
        before: Line | None = None
        for line in lines(runs(text)):
            shown = self._line(line)
            if not shown:
                continue
            if before is not None:
                parts.append(self.between(before, line))
            parts.append(shown)
            before = line
        return "".join(parts)

    def bibliography(self, written: Sequence[tuple[str, str]], layout: Layout) -> str:
        """Put written entries together, parted as *layout* says.

        Lines of text have no hanging indents and no line heights: these are for other formats.
        """
        return self.gap(layout).join(text for _, text in written)

    def _line(self, line: Line) -> str:
        if line.verbatim is not None:
            return self.verbatim(line.verbatim)
        return (self.indent if line.indented else "") + self.line(line.runs)

    @abstractmethod
    def line(self, row: Sequence[Run]) -> str:
        """Write the runs of one line."""

    def verbatim(self, run: Run) -> str:
        """Write preformatted text."""
        return run.text

    def between(self, before: Line, after: Line) -> str:  # noqa: ARG002 - hook: some formats look
        """Give what parts two lines."""
        return "\n"

    def gap(self, layout: Layout) -> str:
        """Give what parts two entries: a line break, and the empty lines of *layout*."""
        return "\n" * (1 + max(layout.entry_spacing, 0))
