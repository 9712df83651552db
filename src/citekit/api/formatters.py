"""Styles by name: a registered formatter, or one of a CSL style."""

from __future__ import annotations

import os
from typing import Any, Final, Literal, TypeAlias

from citekit import registry
from citekit.errors import OptionError, UnknownNameError, did_you_mean
from citekit.model.values import check_type
from citekit.styles.base import Formatter
from citekit.tables.style_names import STYLE_ALIASES

__all__ = ["StyleLike", "csl", "formatter"]

_MAX_ALIAS: Final = 100

StyleLike: TypeAlias = Literal["apa", "bibtex", "biblatex"] | str | Formatter
"""A style's name (the built-in ones are listed for editors), or a formatter, such as
`citekit.csl(path=…)` gives."""


def formatter(style: StyleLike, **options: Any) -> Formatter:
    """Find a style and make its formatter.

    Args:
        style: A registered name ("apa", "bibtex"), the id of a CSL style ("nature") or what people
            call it ("Chicago", "MLA"), the same with "csl:" before it ("csl:apa", where a built-in
            has the plain name), or a formatter. The case of a name does not matter.
        options: `locale`, `links` (False: DOIs and addresses are plain text) and whatever else the
            style takes; None counts as not given.

    Raises:
        UnknownNameError: There is no such style; the hint has the nearest.
        OptionError: The style cannot honour an option.
    """
    if not isinstance(style, str):
        check_type(style, Formatter, "a style's name or a formatter")
        if any(value is not None for value in options.values()):
            raise OptionError("a formatter is finished: give its options when making it")
        return style
    lead, colon, name = style.partition(":")
    if colon and lead.casefold() == "csl":
        return csl(name, **options)
    registered = _registered(style)
    if registered is not None:
        made: Formatter = registry.resolve("styles", registered)(**options)
        return made
    try:
        return csl(style, **options)
    except UnknownNameError as error:
        near = did_you_mean(style, registry.names("styles"))
        error.hint = error.hint or near
        raise


def _registered(style: str) -> str | None:
    """Give the registered name that *style* means: as it is written, in small letters, an alias."""
    if registry.knows("styles", style):
        return style
    small = "-".join(style[:_MAX_ALIAS].casefold().split())
    for name in (small, STYLE_ALIASES.get(small.replace("_", "-"), small)):
        if name != style and registry.knows("styles", name):
            return name
    return None


def csl(
    name: str | None = None,
    *,
    path: str | os.PathLike[str] | None = None,
    xml: str | bytes | None = None,
    **options: Any,
) -> Formatter:
    """Make a formatter of a CSL style: by id, from a file, or from its XML.

    Args:
        name: The id of an installed style, such as "nature".
        path: The file of a style. Only this argument ever names a file.
        xml: The XML of a style.
        options: `locale` ("de-DE"), `engine`, and `links` (False: DOIs and addresses are text).

    Raises:
        UnknownNameError: No style has that id.
        StyleError: The style has faults; all of them are listed, with their lines.

    >>> from citekit import Work, format
    >>> format(Work(title="On Computable Numbers", issued=1936), csl("nature"))
    '1. On Computable Numbers. (1936).'
    """
    from citekit.styles.csl.formatter import csl as make

    return make(name, path=path, xml=xml, **options)
