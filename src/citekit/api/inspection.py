"""To look at styles: which there are, and which element of one made what."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from citekit.api.arguments import works_with_ids
from citekit.api.formatters import StyleLike, formatter
from citekit.api.formatting import render
from citekit.model.values import check_type
from citekit.model.work import Work
from citekit.styles.csl.source.catalogue import StyleInfo, search
from citekit.styles.explanation import Explanation

__all__ = ["explain", "styles"]


def styles(query: str = "") -> tuple[StyleInfo, ...]:
    """Search the installed CSL styles by id and title.

    >>> [found.id for found in styles("nature physics")]
    ['nature-physics']
    """
    return search(query)


def explain(
    work: Work,
    style: StyleLike,
    *,
    citation: bool = False,
    locale: str | None = None,
    **options: Any,
) -> Explanation:
    """Say for each piece of an entry, or of a citation, which element of a CSL style made it.

    Args:
        work: The work.
        style: The id of a CSL style ("nature"; "csl:apa", as "apa" is built in), or a formatter.
        citation: Explain a citation of the work, the first in a document, instead of its entry.
        locale: The language of the style's words.
        options: What else the style takes.

    Returns:
        Spans in order, whose texts together are `format(work, style)`, or `cite(work, style)`.
        There are none of an entry where the style has no bibliography.

    Raises:
        OptionError: The style is no CSL style, or its engine is not citekit's own.

    >>> work = Work(title="On Computable Numbers", issued=1936)
    >>> [span.text for span in explain(work, "nature").spans if span.variable == "title"]
    ['On Computable Numbers']
    >>> [span.element for span in explain(work, "ieee", citation=True).spans]
    ['group', 'text', 'group']
    """
    from citekit.styles.csl.explain import check_explainable, explain_text

    check_type(work, Work, "one work")
    check_type(citation, bool, "True for a citation, False for an entry")
    (ready,) = works_with_ids(work)
    made = formatter(style, locale=locale, **options)
    check_explainable(made)
    result = render(ready, made, citations=[ready] if citation else ())
    shown = result.citations if citation else result.entries
    found = explain_text(ready, made, "".join(shown), "citation" if citation else "bibliography")
    return evolve(found, diagnostics=result.diagnostics)
