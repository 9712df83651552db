"""Collecting what happened while LaTeX was read or written: one diagnostic a kind, not a place."""

from __future__ import annotations

from types import MappingProxyType

from citekit.errors import Diagnostic, Severity, shorten

__all__ = ["Notes"]

_MESSAGES: MappingProxyType[str, tuple[Severity, str]] = MappingProxyType(
    {
        "latex-unknown-command": (
            "warning",
            "LaTeX commands that are not known were left out; their arguments stay",
        ),
        "latex-unbalanced-braces": ("warning", "unbalanced braces were repaired"),
        "latex-lone-dollar": ("warning", "a dollar sign without its partner was taken literally"),
        "latex-lone-backslash": ("warning", "a backslash at the end was taken literally"),
        "latex-too-deep": ("warning", "groups or commands nest too deep; the inner ones are gone"),
        "latex-argument-dropped": ("warning", "arguments that LaTeX does not show were left out"),
        "latex-control-character": ("warning", "characters that nothing can show were left out"),
        "latex-zero-width": ("warning", "characters without width were left out"),
        "latex-approximated": ("info", "characters were written as others of the same look"),
        "latex-unencodable": (
            "warning",
            "characters that plain LaTeX cannot print stand as they are; use XeLaTeX or LuaLaTeX",
        ),
        "latex-unsafe-math": ("warning", "math that could do more than draw was written as text"),
        "latex-format-lost": ("warning", "LaTeX has no command for these formats"),
    }
)

_SHOWN = 8


class Notes:
    """A collector that keeps, for each code, the first few examples in order.

    >>> notes = Notes()
    >>> notes.add("latex-unencodable", "黄")
    >>> notes.add("latex-unencodable", "土")
    >>> [note.code for note in notes.diagnostics()]
    ['latex-unencodable']
    """

    def __init__(self) -> None:
        self._examples: dict[str, dict[str, None]] = {}

    def add(self, code: str, example: str = "") -> None:
        """Remember that *code* happened, with an example."""
        examples = self._examples.setdefault(code, {})
        if example and len(examples) <= _SHOWN:
            examples[example] = None

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Give one diagnostic for each code."""
        return tuple(_diagnostic(code, list(seen)) for code, seen in self._examples.items())


def _diagnostic(code: str, examples: list[str]) -> Diagnostic:
    severity, message = _MESSAGES[code]
    shown = [shorten(example, 60)[1:-1].replace("\\\\", "\\") for example in examples[:_SHOWN]]
    if len(examples) > _SHOWN:
        shown.append("…")
    listed = ": " + " ".join(shown) if shown else ""
    return Diagnostic(severity=severity, code=code, message=message + listed)
