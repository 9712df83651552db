"""A document: works, a style, and citations in order, for repeated use."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

from citekit.api.formatters import StyleLike, formatter
from citekit.api.formatting import OutputLike, Result, render
from citekit.errors import InvalidValueError, OptionError
from citekit.keys.generator import with_ids
from citekit.model.citation import Citation, Cite, to_cite
from citekit.model.values import check_type
from citekit.model.work import Work
from citekit.speed.collector import paused_gc
from citekit.styles.base import cited

__all__ = ["Document"]


class Document:
    """Works and the citations of one text, formatted together.

    Citations depend on each other: a second one is shorter, namesakes are told apart, numbers
    count up. A document keeps them in order and formats them as a whole. It is meant for one
    thread; the works, the style and the results may be shared.

    Args:
        works: What may be cited.
        style: A style's name or a formatter.
        locale: The language of the style's words.
        output: The output format.
        pause_gc: Whether Python's collector of reference cycles is off, in all threads, while the
            document is formatted: faster with many works, and the program's to choose; see
            `citekit.paused_gc`.
        options: What else the style takes.

    Raises:
        DuplicateIdError: Two works have the same id.
        UnknownNameError: No such style or output format.

    >>> works = [Work(title="LLaMA", authors="Hugo Touvron", issued=2023),
    ...          Work(title="Llama 2", authors="Hugo Touvron", issued=2023)]
    >>> document = Document(works, style="apa")
    >>> document.cite("touvron2023llama", locator=12)
    '(Touvron, 2023a, p. 12)'
    >>> document.cite("touvron2023llama2", narrative=True)
    'Touvron (2023b)'
    """

    def __init__(
        self,
        works: Iterable[Work],
        style: StyleLike = "apa",
        *,
        locale: str | None = None,
        output: OutputLike = "plain",
        pause_gc: bool = False,
        **options: Any,
    ) -> None:
        self._works = with_ids(works)
        self._formatter = formatter(style, locale=locale, **options)
        self._output = output
        check_type(pause_gc, bool, "True or False")
        self._pausing = pause_gc
        self._citations: list[Citation] = []
        self._result: Result | None = None
        self._render()

    @property
    def works(self) -> tuple[Work, ...]:
        """The works, each with its id."""
        return self._works

    def add(self, *cites: Any, note_number: int | None = None, **cite: Any) -> int:
        """Append a citation without formatting it yet; give its index.

        Args:
            cites: Cites, ids or works.
            note_number: The number of the footnote, in a style with notes.
            cite: What a single id's cite should say: `locator`, `narrative`, …

        Raises:
            UnknownNameError: A cite points at no work of the document.
        """
        return self._put(len(self._citations), cites, note_number, cite)

    def cite(self, *cites: Any, note_number: int | None = None, **cite: Any) -> str:
        """Append a citation and give its text as it is now.

        Formats the document as far as it goes; for many citations at once, `add` them and then
        read `citations`. Arguments and errors are those of `add`.
        """
        index = self.add(*cites, note_number=note_number, **cite)
        return self.citations[index]

    def insert(
        self, index: int, *cites: Any, note_number: int | None = None, **cite: Any
    ) -> dict[int, str]:
        """Put a citation before the one at *index*, and tell what changes by it.

        Returns:
            The new citation and those after and before it whose text changed, by new index.

        >>> document = Document([Work(id="a", title="A"), Work(id="b", title="B")], "csl:ieee")
        >>> document.cite("a")
        '[1]'
        >>> document.insert(0, "b")
        {0: '[1]', 1: '[2]'}
        """
        if not 0 <= index <= len(self._citations):
            raise InvalidValueError("no such place in the document", field="index", value=index)
        before = list(self.citations)
        place = self._put(index, cites, note_number, cite)
        before.insert(place, "")
        after = self.citations
        return {
            each: text for each, text in enumerate(after) if each == place or before[each] != text
        }

    @property
    def citations(self) -> tuple[str, ...]:
        """All citations as they are now, in order."""
        return self._render().citations

    @property
    def result(self) -> Result:
        """The bibliography, its entries, the citations and the diagnostics, as they are now."""
        return self._render()

    def bibliography(self) -> str:
        """Give the whole bibliography."""
        return self._render().text

    def _put(
        self, index: int, cites: tuple[Any, ...], note_number: int | None, cite: dict[str, Any]
    ) -> int:
        citation = _citation(cites, note_number, cite)
        cited(self._works, [citation])
        self._citations.insert(index, citation)
        self._result = None
        return index

    def _render(self) -> Result:
        if self._result is None:
            with paused_gc() if self._pausing else nullcontext():
                self._result = render(
                    self._works, self._formatter, citations=self._citations, output=self._output
                )
        return self._result


def _citation(cites: tuple[Any, ...], note_number: int | None, cite: dict[str, Any]) -> Citation:
    if len(cites) == 1 and isinstance(cites[0], Citation):
        if cite or note_number is not None:
            raise OptionError("a Citation is finished: give its parts when making it")
        return cites[0]
    if cite and len(cites) != 1:
        raise OptionError("what a cite says goes with one id; pass Cite objects for several")
    made = [to_cite(each) if not cite else Cite(each, **cite) for each in cites]
    return Citation(made, note_number=note_number)
