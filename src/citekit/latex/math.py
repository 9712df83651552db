r"""Which TeX math may be written as it is, and which formulas are only dressed-up text.

Math is the one kind of text that citekit passes on verbatim, so it is the one place where a
control sequence from data could become active. `is_safe_math` lets through what can only draw
something: names from a closed list, no `^^` notation (`^^5c` is a backslash to TeX), no comment,
no second dollar, balanced braces.
"""

from __future__ import annotations

import re

from citekit.latex.commands import MATH_COMMANDS, MATH_TEXT
from citekit.latex.symbols import macro_text
from citekit.text.nodes import Format, Math, Node, Styled

__all__ = ["is_safe_math", "math_nodes"]

_TOKEN = re.compile(
    r"\\([A-Za-z]+)|\\([,;:! |{}])|([{}])|\^\^|[^\\{}$%#&~\x00-\x1f\x7f-\U0010ffff]"
)
_SCRIPT = re.compile(r"(?:\{\})?([_^])(?:\{([^{}\\^_]*)\}|([^{}\\^_\s]))")
_MACRO = re.compile(r"\\([A-Za-z]+)")
_NUMBER = re.compile(r"[0-9][0-9.,]*")


def is_safe_math(tex: str) -> bool:
    r"""Tell whether *tex* can stand between dollars without doing anything but drawing.

    >>> is_safe_math(r"O(n^2 \log n)"), is_safe_math(r"\write18{rm}"), is_safe_math("^^5cinput")
    (True, False, False)
    """
    position = depth = 0
    while position < len(tex):
        token = _TOKEN.match(tex, position)
        if token is None or token[0] == "^^" or (token[1] and token[1] not in MATH_COMMANDS):
            return False
        # BibTeX counts escaped braces too.
        depth += {"{": 1, "}": -1}.get(token[2] or token[3] or "", 0)
        if depth < 0:
            return False
        position = token.end()
    return depth == 0


def math_nodes(tex: str) -> tuple[Node, ...]:
    r"""Give the nodes for math found in LaTeX text: `_2` is a subscript, `\alpha` the letter α.

    >>> math_nodes("_2")
    (Styled(children=('2',), format=<Format.SUBSCRIPT: 'vertical-align=sub'>),)
    >>> math_nodes(r"\alpha"), math_nodes("O(n)")
    (('α',), (Math(tex='O(n)'),))
    """
    tex = tex.strip()
    if script := _SCRIPT.fullmatch(tex):
        kind = Format.SUBSCRIPT if script[1] == "_" else Format.SUPERSCRIPT
        return (Styled((script[2] or script[3] or "",), kind),)
    if tex in MATH_TEXT:
        return (MATH_TEXT[tex],)
    if (macro := _MACRO.fullmatch(tex)) and (text := macro_text(macro[1])):
        return (text,)
    if _NUMBER.fullmatch(tex):
        return (tex,)
    return (Math(tex),) if tex else ()
