"""What a citation style is to the rest of citekit: the `Formatter` protocol.

A formatter turns works and citations into rich text. It knows no output format; that is the
writer's part, so that every style goes with every writer. A formatter holds no state that a
rendering changes: one may be used from many threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from attrs import evolve, field, frozen

from citekit.errors import Diagnostic, OptionError, UnknownNameError, did_you_mean
from citekit.model.citation import Citation
from citekit.model.work import Work
from citekit.speed.records import shared_methods
from citekit.text.entries import Entry, Layout
from citekit.text.nodes import RichText, without_links

__all__ = ["Entry", "Formatter", "Layout", "Rendered", "StyleFactory", "cited", "take_options"]


def _entries(values: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(values)


def _texts(values: Iterable[RichText]) -> tuple[RichText, ...]:
    return tuple(values)


def _diagnostics(values: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(values)


@frozen(kw_only=True)
@shared_methods
class Rendered:
    """What a formatter made of a document.

    Args:
        entries: The bibliography, in the style's order. Each work has one entry, unless the
            style has no bibliography.
        citations: One rich text for each citation asked for, in the same order.
        layout: How the bibliography is set.
        diagnostics: What could not be shown, was guessed or derived.
    """

    entries: tuple[Entry, ...] = field(default=(), converter=_entries)
    citations: tuple[RichText, ...] = field(default=(), converter=_texts)
    layout: Layout = field(factory=Layout)
    diagnostics: tuple[Diagnostic, ...] = field(default=(), converter=_diagnostics)

    def without_links(self) -> Rendered:
        """Give the same with the text of links in their place, as `links=False` asks for."""
        return evolve(
            self,
            entries=[Entry(entry.id, without_links(entry.text)) for entry in self.entries],
            citations=map(without_links, self.citations),
        )


@runtime_checkable
class Formatter(Protocol):
    """A citation style, ready to be used."""

    def render(self, works: Sequence[Work], citations: Sequence[Citation] = ()) -> Rendered:
        """Format a bibliography of *works*, and *citations* that point at them.

        Args:
            works: Works that all have an `id`, each id once.
            citations: Citations in the order in which they stand in the document.

        Returns:
            Entries in the style's order, and the citations in the order given.

        Raises:
            UnknownNameError: A cite points at no work.
            OptionError: The style cannot do what a cite asks for.
        """
        ...


class StyleFactory(Protocol):
    """What a style registers: a callable that makes a formatter from options.

    The options that every style may be given are `locale` (a BCP 47 tag or None) and `links` (a
    bool or None); a style raises `OptionError` for what it cannot honour; `take_options` helps
    with that.
    """

    def __call__(self, **options: Any) -> Formatter:
        """Make a formatter."""
        ...


def take_options(
    style: str, options: Mapping[str, Any], **accepted: Callable[[Any], bool]
) -> dict[str, Any]:
    """Check a style's options.

    Args:
        style: The style's name, for errors.
        options: What was given; None values count as not given.
        accepted: For each option that the style knows, whether it can honour a value.

    Returns:
        The options that were given.

    Raises:
        OptionError: An option is unknown, or its value cannot be honoured.

    >>> take_options("apa", {"locale": "en-US"}, locale=lambda tag: tag.startswith("en"))
    {'locale': 'en-US'}
    """
    given = {name: value for name, value in options.items() if value is not None}
    for name, value in given.items():
        if name not in accepted:
            hint = did_you_mean(name, accepted) or _known(accepted)
            raise OptionError(f"style {style!r} has no option {name!r}", hint=hint)
        if not accepted[name](value):
            raise OptionError(f"style {style!r} cannot honour this {name}", value=value)
    return given


def _known(accepted: Mapping[str, object]) -> str:
    return "its options are " + ", ".join(accepted) if accepted else "it has no options"


def cited(works: Sequence[Work], citations: Sequence[Citation]) -> dict[str, Work]:
    """Index *works* by id, and check that every cite points at one of them.

    Raises:
        UnknownNameError: A cite points at no work.
    """
    by_id = {work.id: work for work in works if work.id is not None}
    for citation in citations:
        for cite in citation.cites:
            if cite.id not in by_id:
                raise UnknownNameError(
                    "no work has the id of this cite",
                    value=cite.id,
                    hint=did_you_mean(cite.id, by_id),
                )
    return by_id
