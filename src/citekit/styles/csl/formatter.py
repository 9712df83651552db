"""CSL styles as formatters: find the style, choose an engine, render."""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final, cast

from attrs import field, frozen

from citekit.errors import Diagnostic, OptionError, UnknownNameError, did_you_mean
from citekit.model.citation import Citation
from citekit.model.work import Work
from citekit.speed.records import shared_methods
from citekit.styles.base import Rendered, cited, take_options
from citekit.styles.csl.engine import Engine, EngineMaker
from citekit.styles.csl.item.prepare import prepared
from citekit.styles.csl.source.load import StyleSource, load_path, load_style, load_xml
from citekit.styles.csl.style.locales import FoundLocale, find_locale
from citekit.styles.locale_tags import stands_in

__all__ = ["ENGINES", "CslFormatter", "csl"]

ENGINES: Final = MappingProxyType(
    {
        "citekit": "citekit.styles.csl.compiled_engine:make",
        "citeproc-py": "citekit.styles.csl.citeproc_py.engine:make",
    }
)
"""The engines by name, and what makes each; the first one is used unless told otherwise."""
_DEFAULT_LOCALE: Final = "en-US"


@frozen
@shared_methods
class CslFormatter:
    """A CSL style in a locale, with the engine that renders it; see `styles.base.Formatter`."""

    source: StyleSource
    locale: str
    engine: Engine = field(repr=False)
    links: bool = field(default=True, kw_only=True)
    """Whether DOIs and addresses are links (CSL 1.0.2, "Appendix VI: Links")."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), kw_only=True)
    """What was found when the style and the locale were looked for; every rendering gives it."""

    def render(self, works: Sequence[Work], citations: Sequence[Citation] = ()) -> Rendered:
        """Format a bibliography of *works*, and *citations* that point at them.

        Args:
            works: Works that all have an `id`, each id once.
            citations: Citations in the order in which they stand in the document.

        Raises:
            UnknownNameError: A cite points at no work.
            OptionError: The engine cannot do what a cite asks for.
            CitekitError: The style cannot be rendered.
        """
        cited(works, citations)
        ready = [prepared(work) for work in _in_order_of_citation(works, citations)]
        rendered = self.engine.render([item for item, _ in ready], citations)
        derived = [each for _, found in ready for each in found]
        if not self.links:
            rendered = rendered.without_links()
        return Rendered(
            entries=rendered.entries,
            citations=rendered.citations,
            layout=rendered.layout,
            diagnostics=(*self.diagnostics, *derived, *rendered.diagnostics),
        )


def csl(
    name: str | None = None,
    *,
    path: str | os.PathLike[str] | None = None,
    xml: str | bytes | None = None,
    **options: Any,
) -> CslFormatter:
    """Make the formatter of a CSL style: by id, from a file, or from its XML.

    Args:
        name: The id of an installed style, such as "nature"; an old id or the full URI will do.
        path: The file of a style. Only this argument ever names a file.
        xml: The XML of a style.
        options: `locale` (a tag such as "de-DE"; the style's own by default), `engine`
            ("citeproc-py"), and `links` (False: DOIs and addresses are plain text).

    Raises:
        UnknownNameError: No style or engine has that name.
        StyleError: The style has faults; all of them are listed, with their lines.
        ReadError: The file cannot be read.
        OptionError: An unknown option, a locale of no language, or not exactly one of name, path
            and xml.

    >>> csl("nature").source.title
    'Nature'
    """
    given = take_options(
        name or "csl",
        options,
        locale=lambda _: True,  # `find_locale` says what is wrong
        engine=lambda value: isinstance(value, str),
        links=lambda value: isinstance(value, bool),
    )
    maker = _engine(given.get("engine"))
    source = _load(name, path, xml)
    locale, notes = _locale(given.get("locale"), source)
    return CslFormatter(
        source,
        locale,
        maker(source, locale),
        links=given.get("links", True),
        diagnostics=(*_renamed(source), *notes),
    )


def _load(
    name: str | None, path: str | os.PathLike[str] | None, xml: str | bytes | None
) -> StyleSource:
    if sum(each is not None for each in (name, path, xml)) != 1:
        raise OptionError("a CSL style is given by exactly one of name, path and xml")
    if path is not None:
        return load_path(path)
    if xml is not None:
        return load_xml(xml)
    return load_style(cast(str, name))


def _renamed(source: StyleSource) -> list[Diagnostic]:
    if source.renamed_from is None:
        return []
    return [
        Diagnostic(
            severity="info",
            code="style-renamed",
            message=f"the style {source.renamed_from!r} is called {source.id!r} now",
            hint="use the new name",
        )
    ]


def _locale(wanted: str | None, source: StyleSource) -> tuple[str, list[Diagnostic]]:
    """Give the caller's locale, else the style's own; a style's odd one is no error."""
    asked = source.default_locale or _DEFAULT_LOCALE if wanted is None else wanted
    try:
        found = find_locale(asked, source.locales)
    except OptionError:
        if wanted is not None:
            raise
        found = FoundLocale(_DEFAULT_LOCALE, _DEFAULT_LOCALE)
    return found.code, [stands_in(asked, found.stand_in, "CSL")] if found.stand_in else []


def _engine(name: str | None) -> EngineMaker:
    wanted = next(iter(ENGINES)) if name is None else name
    if wanted not in ENGINES:
        hint = did_you_mean(wanted, ENGINES) or "known are " + ", ".join(ENGINES)
        raise UnknownNameError("no such engine", value=wanted, hint=hint)
    module, _, attribute = ENGINES[wanted].partition(":")
    return cast(EngineMaker, getattr(importlib.import_module(module), attribute))


def _in_order_of_citation(works: Sequence[Work], citations: Sequence[Citation]) -> Sequence[Work]:
    """Put the works in the order in which the document cites them, the others after them.

    "In the absence of cs:sort, cites and bibliographic entries appear in the order in which they
    are cited" (CSL 1.0.2, "Sorting").
    """
    if not citations:
        return works
    order: dict[str, int] = {}
    for citation in citations:
        for cite in citation.cites:
            order.setdefault(cite.id, len(order))
    return sorted(works, key=lambda work: order.get(str(work.id), len(order)))
