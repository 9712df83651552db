"""Identifiers as links (CSL 1.0.2, "Appendix VI: Links").

"If the bibliography entry for an item renders any of the following identifiers, the identifier
should be anchored as a link": URL, DOI, PMID and PMCID. Notes cite in full, so theirs are, too.
The rest of the appendix, "include rendered URI components (e.g. "https://doi.org/") in the link
anchor", is the part of affixes; see `decoration`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from attrs import evolve

from citekit.parsing.identifiers.doi import doi_link
from citekit.speed.lazy import lazy
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import compile_decoration
from citekit.styles.csl.compile.scope import Render, Scope
from citekit.styles.csl.marked.marks import CLOSE, LINK, LINK_TEXT, strip_marks
from citekit.styles.csl.style.elements import Decoration

__all__ = ["LINKED", "compile_link"]

_TARGETS: Final = MappingProxyType[str, Callable[[str], str]](
    {
        "DOI": doi_link,
        "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/".__add__,
        "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/".__add__,
        "URL": str,
    }
)
_SHAPES: Final = MappingProxyType(
    {
        "DOI": lazy(r"10\.\S+/\S.*"),
        "PMCID": lazy("PMC[0-9]+"),
        "PMID": lazy("[0-9]+"),
        "URL": lazy(r"https?://\S+"),
    }
)
"""What each looks like. A record may have others in its place, which are shown but no links."""
LINKED: Final = frozenset(_TARGETS)
"""The variables that are links."""


def compile_link(
    variable: str, read: Render, decoration: Decoration, context: Context
) -> tuple[Render, Decoration]:
    """Make a function that gives a variable as a link.

    Args:
        variable: One of `LINKED`.
        read: What reads it.
        decoration: What is done to it.
        context: The context of the element.

    Returns:
        The function, and what of *decoration* is outside of the link. An identifier keeps its
        periods, as in citeproc-js: without them it would lead nowhere.
    """
    outer = Decoration(
        prefix=decoration.prefix, suffix=decoration.suffix, display=decoration.display
    )
    inner = evolve(decoration.without_affixes(), display=None, strip_periods=False)
    decorate = compile_decoration(inner, context)

    def render_link(scope: Scope) -> str:
        text = read(scope)
        if not text:
            return text
        opening = _opening(variable, text)
        if decorate is not None:
            text = decorate(text, scope)
        return f"{opening}{text}{CLOSE}" if opening and text else text

    return render_link, outer


@functools.lru_cache(maxsize=16384)
def _opening(variable: str, text: str) -> str:
    """Give what opens a link; nothing for an identifier that is none."""
    bare = strip_marks(text).strip()
    if _SHAPES[variable].fullmatch(bare) is None:
        return ""
    return f"{LINK}{_TARGETS[variable](bare)}{LINK_TEXT}"
