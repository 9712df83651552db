"""From works to text: render, and format, bibliography and cite, which are render in short.

Styles and writers are found by name in the registry and imported when first used. Nothing here
formats anything itself.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

from attrs import evolve, frozen

from citekit import registry
from citekit.api.arguments import given_works, works_with_ids
from citekit.api.formatters import StyleLike, formatter
from citekit.errors import Diagnostic, InvalidValueError
from citekit.keys.generator import with_ids
from citekit.model.citation import Citation, Cite, LocatorLabel, to_citation
from citekit.model.values import check_row, check_type
from citekit.model.work import Work
from citekit.speed.records import shared_methods
from citekit.styles.base import Rendered
from citekit.text.nodes import EMPTY, TextLike
from citekit.writers.base import Writer

__all__ = ["OutputLike", "Result", "bibliography", "cite", "format", "render"]

OutputLike: TypeAlias = Literal["plain", "html", "markdown", "latex", "rst", "ansi"] | str | Writer
"""An output format's name (those of citekit are listed for editors), or a writer."""


@frozen(kw_only=True)
@shared_methods
class Result:
    """What `render` gives.

    Args:
        text: The whole bibliography, as the output format sets it.
        entries: Its entries, one by one, in the style's order.
        citations: The citations, in the order in which they were given.
        diagnostics: What was guessed, derived or lost, in the works and in formatting them.
    """

    text: str
    entries: tuple[str, ...]
    citations: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    def __str__(self) -> str:
        return self.text


def _writer(output: OutputLike) -> Writer:
    if not isinstance(output, str):
        for method in ("write", "bibliography"):
            if not callable(getattr(output, method, None)):
                wanted = "an output format's name or a writer"
                raise InvalidValueError(f"not {wanted}", value=output, hint=f"give {wanted}")
        return output
    made: Writer = registry.resolve("writers", output)()
    return made


def _citable(cited: Any, ids: Mapping[int, str | None]) -> Any:
    """Let a work without an id be cited itself: put the id that it has got in its place."""
    if isinstance(cited, Work):
        return ids.get(builtins.id(cited)) or cited
    if isinstance(cited, (list, tuple)):
        return [ids.get(builtins.id(each)) or each for each in cited]
    return cited


def _diagnostics(works: Iterable[Work], rendered: Rendered) -> tuple[Diagnostic, ...]:
    found = [evolve(each, work=work.id) for work in works for each in work.diagnostics]
    return tuple(dict.fromkeys((*found, *rendered.diagnostics)))


def render(
    works: Work | Iterable[Work],
    style: StyleLike = "apa",
    *,
    citations: Iterable[Any] = (),
    output: OutputLike = "plain",
    locale: str | None = None,
    **options: Any,
) -> Result:
    """Format a bibliography and citations, and tell what was guessed, derived or lost.

    Args:
        works: The works. One without an id gets its key as id.
        style: A style's name or a formatter; see `formatter`.
        citations: What is cited, in the order of the document: `Citation` objects, cites, ids
            or works.
        output: The output format: "plain", "html", "markdown", "latex", "rst", "ansi", or a
            writer.
        locale: The language of the style's words ("de-DE"); the style's own by default.
        options: What else the style takes: `links=False` makes DOIs and addresses plain text.

    Raises:
        UnknownNameError: No such style, output format, locale, or cited work.
        DuplicateIdError: Two works have the same id.
        OptionError: The style cannot honour an option.

    >>> work = Work(type="book", title="On Growth", authors="D. Thompson, et al.", issued=1917)
    >>> render(work).text
    'Thompson, D., et al. (1917). On growth.'
    """
    writer = _writer(output)
    given = given_works(works)
    ready = with_ids(given)
    ids = {builtins.id(work): with_id.id for work, with_id in zip(given, ready, strict=True)}
    if isinstance(citations, (str, Work, Cite, Citation)):
        citations = (citations,)
    check_row(citations, "citations, cites, or the ids of works")
    wanted = tuple(to_citation(_citable(each, ids)) for each in citations)
    rendered = formatter(style, locale=locale, **options).render(ready, wanted)
    written = [(entry.id, writer.write(entry.text)) for entry in rendered.entries]
    return Result(
        text=writer.bibliography(written, rendered.layout),
        entries=tuple(text for _, text in written),
        citations=tuple(writer.write(each) for each in rendered.citations),
        diagnostics=_diagnostics(ready, rendered),
    )


def format(
    work: Work,
    style: StyleLike = "apa",
    *,
    output: OutputLike = "plain",
    locale: str | None = None,
    **options: Any,
) -> str:
    """Format one work as an entry of a bibliography.

    Args:
        work: The work.
        style: A style's name ("apa", "bibtex", "nature") or a formatter.
        output: The output format.
        locale: The language of the style's words.
        options: What else the style takes.

    Returns:
        The entry; empty where the style has no bibliography.

    >>> work = Work(type="book", title="Women, Fire and Dangerous Things", authors="George Lakoff",
    ...             issued=1987, publisher="University of Chicago Press")
    >>> format(work, "apa", output="markdown")
    'Lakoff, G. (1987). *Women, fire and dangerous things*. University of Chicago Press.'
    """
    check_type(work, Work, "one work; use bibliography() for several")
    entries = render(work, style, output=output, locale=locale, **options).entries
    return entries[0] if entries else ""


def bibliography(
    works: Iterable[Work],
    style: StyleLike = "apa",
    *,
    output: OutputLike = "plain",
    locale: str | None = None,
    **options: Any,
) -> str:
    """Format works as a whole bibliography, in the style's order.

    Arguments and errors are those of `render`.
    """
    return render(works, style, output=output, locale=locale, **options).text


def cite(
    works: Work | Iterable[Work],
    style: StyleLike = "apa",
    *,
    narrative: bool = False,
    suppress_author: bool = False,
    locator: str | int = "",
    label: LocatorLabel | str = "page",
    prefix: TextLike = EMPTY,
    suffix: TextLike = EMPTY,
    output: OutputLike = "plain",
    locale: str | None = None,
    **options: Any,
) -> str:
    """Cite one work, or several in one cluster. Use `Document` for a text with many citations.

    Args:
        works: The work or works.
        style: A style's name or a formatter.
        narrative: Name the author in the sentence: "Touvron et al. (2023)".
        suppress_author: Leave the author out.
        locator: Where in the (last) work.
        label: What the locator counts.
        prefix: Text before the (first) cite.
        suffix: Text after the (last) cite.
        output: The output format.
        locale: The language of the style's words.
        options: What else the style takes.

    >>> cite(Work(title="LLaMA", authors="H. Touvron, et al.", issued=2023), narrative=True)
    'Touvron et al. (2023)'
    """
    ready = works_with_ids(works)
    if not ready:
        raise InvalidValueError("there is no work to cite", field="works")
    last = len(ready) - 1
    cites = [
        Cite(
            work,
            narrative=narrative,
            suppress_author=suppress_author,
            locator=locator if index == last else "",
            label=label,
            prefix=prefix if index == 0 else EMPTY,
            suffix=suffix if index == last else EMPTY,
        )
        for index, work in enumerate(ready)
    ]
    wanted = [Citation(cites)]
    return render(
        ready, style, citations=wanted, output=output, locale=locale, **options
    ).citations[0]
