r"""Symbols by name and by character, from pylatexenc's tables; they are loaded on first use.

pylatexenc keeps some 2,000 macro names and 1,500 characters. As an *encoder* its table is not
safe as it stands (it writes ű as `\'{u}` and Α, a Greek capital, as a Latin A), so a row is only
used where it comes back as the same character, and where LaTeX needs no package for it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from citekit.latex.commands import LETTERS, MATH_MACROS, TEXT_MACROS

__all__ = ["macro_text", "symbol_latex"]

_UNSTEADY = frozenset({"today"})
"""Macros whose text is not always the same."""

_TEXT_SYMBOL = re.compile(r"\\([A-Za-z]+)")
_MATH_SYMBOL = re.compile(r"\\ensuremath\{\\([A-Za-z]+)\}")


@cache
def _macros() -> Any:
    from pylatexenc import latex2text

    untyped: Any = latex2text
    return untyped.get_default_latex_context_db()


@cache
def _characters() -> dict[int, str]:
    from pylatexenc import latexencode

    untyped: Any = latexencode
    table: dict[int, str] = untyped.get_builtin_uni2latex_dict()
    return table


@cache
def _known_macro(name: str) -> str | None:
    text = getattr(_macros().get_macro_spec(name), "simplify_repl", None)
    return text if isinstance(text, str) and "%" not in text else None


def macro_text(name: str) -> str | None:
    r"""Give the text that the control word *name* stands for, or None where it is not known.

    >>> macro_text("alpha"), macro_text("ss"), macro_text("emph")
    ('α', 'ß', None)
    """
    if name in LETTERS:
        return LETTERS[name]
    if len(name) > _LONGEST or name in _UNSTEADY:
        return None
    return _known_macro(name)


_LONGEST = 40
"""No macro of the tables has a longer name; longer ones need not be remembered."""


def symbol_latex(char: str) -> str | None:
    r"""Give LaTeX for one symbol, or None where plain LaTeX has none for it.

    Math symbols come in braces and dollars: bare ones lose their capitals in BibTeX, which
    would turn `$\Gamma$` into `$\gamma$`.

    >>> symbol_latex("Γ"), symbol_latex("°"), symbol_latex("黄")
    ('{$\\Gamma$}', '{\\textdegree}', None)
    """
    latex = _characters().get(ord(char), "")
    if (match := _MATH_SYMBOL.fullmatch(latex)) and match[1] in MATH_MACROS:
        return f"{{$\\{match[1]}$}}" if macro_text(match[1]) == char else None
    if (match := _TEXT_SYMBOL.fullmatch(latex)) and match[1] in TEXT_MACROS:
        return f"{{\\{match[1]}}}" if macro_text(match[1]) == char else None
    return None
