"""What an engine is: the part that renders a loaded style.

Two engines stand behind this protocol. `citeproc_py` hands the style to citeproc-py; the
compiled one is citekit's own. Both take the same items and the same citations, and give rich
text, so that the formatter does not care which one works.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from citekit.model.citation import Citation
from citekit.styles.base import Rendered
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.source.load import StyleSource

__all__ = ["Engine", "EngineMaker"]


class Engine(Protocol):
    """A style in a locale, ready to render. Nothing that a rendering does changes it."""

    def render(
        self,
        items: Sequence[Item],
        citations: Sequence[Citation] = (),
        *,
        bibliography: bool = True,
    ) -> Rendered:
        """Render a bibliography of *items*, and *citations* that point at them.

        Args:
            items: Prepared works; each id once.
            citations: Citations in the order in which they stand in the document; every cite
                points at one of the items.
            bibliography: Whether the entries are wanted.

        Raises:
            OptionError: The engine cannot do what a cite asks for.
            CitekitError: The style cannot be rendered; the error names style and work.
        """
        ...


class EngineMaker(Protocol):
    """What an engine's module offers as `make`."""

    def __call__(self, source: StyleSource, locale: str) -> Engine:
        """Make the engine of a style in a locale, which is one of `locales.find_locale`."""
        ...
