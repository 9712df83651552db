"""What `citekit.explain` gives: a rendered entry, span by span, with what made each."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from citekit.errors import Diagnostic
from citekit.speed.records import shared_repr

__all__ = ["Explanation", "Span"]


@frozen(kw_only=True)
@shared_repr
class Span:
    """A piece of an entry, and the element of the style that made it.

    Args:
        text: The piece, as plain text.
        element: The CSL element without "cs:", such as "text", "names", "date-part" or "group".
        line: Its line in the style; None where the style does not have the element.
        variable: The variable that it shows, if one.
        term: The term of the locale that it shows, if one.
        macros: The macros through which it was called, outermost first.
        kind: "content"; "affix" for a prefix or suffix; "delimiter" for what joins parts.
    """

    text: str
    element: str
    line: int | None = None
    variable: str | None = None
    term: str | None = None
    macros: tuple[str, ...] = ()
    kind: Literal["content", "affix", "delimiter"] = "content"


@frozen
@shared_repr
class Explanation:
    """An entry as spans; `str` prints them as a table.

    Args:
        spans: The spans in order; their texts together are the entry.
        diagnostics: What was guessed, derived or lost in the work and in formatting it.

    >>> print(Explanation((Span(text="LLaMA", element="text", line=9, variable="title"),)))
    text     line  element  shows  macros
    'LLaMA'  9     text     title
    """

    spans: tuple[Span, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=(), kw_only=True)

    @property
    def text(self) -> str:
        """Give the whole entry as plain text."""
        return "".join(span.text for span in self.spans)

    def __str__(self) -> str:
        rows = [("text", "line", "element", "shows", "macros"), *map(_row, self.spans)]
        widths = [max(len(row[i]) for row in rows) for i in range(5)]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        )


def _row(span: Span) -> tuple[str, str, str, str, str]:
    element = span.element if span.kind == "content" else f"{span.element} {span.kind}"
    term = f"term {span.term}" if span.term else ""
    shows = term or span.variable or ""
    line = "" if span.line is None else str(span.line)
    return (repr(span.text), line, element, shows, " > ".join(span.macros))
