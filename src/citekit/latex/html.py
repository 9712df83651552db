r"""HTML in LaTeX: what programs that export from web pages leave in `.bib` files.

It is looked for in the source, where `<` is raw: a sign that LaTeX prints is written as
`\textless`, and never begins a tag.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from citekit.speed.lazy import lazy
from citekit.text.markup import Tag, tags_in, unescape
from citekit.text.nodes import Format

__all__ = ["from_html"]

_COMMANDS: Final = MappingProxyType(
    {
        Format.ITALIC: r"\textit{",
        Format.BOLD: r"\textbf{",
        Format.SUPERSCRIPT: r"\textsuperscript{",
        Format.SUBSCRIPT: r"\textsubscript{",
        Format.SMALL_CAPS: r"\textsc{",
        Format.NO_CASE: "{",
    }
)
_ENTITY = lazy(r"\\?(&[#A-Za-z][A-Za-z0-9]{1,31};)")
_SPECIAL: Final = MappingProxyType(
    {
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        '"': r"{\textquotedbl}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)


def from_html(latex: str, *, formats: bool = True) -> str:
    r"""Give LaTeX for the tags and entities of HTML in *latex*.

    Args:
        latex: The value of a field as it stands.
        formats: Whether formatting is kept; names have none.

    A tag that would tear a group of LaTeX apart goes without its formatting.

    >>> from_html(r"On <i>E. coli</i> \&amp; Jos&eacute; {\textless}b> <p>x</p>")
    'On \\textit{E. coli} \\& José {\\textless}b>  x '
    """
    if "<" in latex:
        latex = _without_tags(latex, _COMMANDS if formats else {})
    return _ENTITY.sub(_character, latex) if "&" in latex else latex


def _without_tags(latex: str, commands: Mapping[Format, str]) -> str:
    written: dict[Tag, str] = {}
    for tag, partner in tags_in(latex):
        written[tag] = tag.space
        if partner is not None:
            written[partner] = partner.space
            command = commands.get(tag.format) if tag.format else None
            if command and _is_balanced(latex[tag.end : partner.start]):
                written[tag], written[partner] = command, "}"
    pieces: list[str] = []
    done = 0
    for tag in sorted(written, key=lambda tag: tag.start):
        pieces += [latex[done : tag.start], written[tag]]
        done = tag.end
    return "".join([*pieces, latex[done:]])


def _is_balanced(latex: str) -> bool:
    depth = 0
    for match in re.finditer(r"\\[\s\S]|[{}]", latex):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0


def _character(match: re.Match[str]) -> str:
    found = unescape(match[1])
    return match[0] if found == match[1] else "".join(_SPECIAL.get(char, char) for char in found)
