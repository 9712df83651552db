"""The engine "citekit": the style compiled to functions, and complete.

A program is compiled once for each style and locale, and shared: compiling is lazy, by item type,
and nothing that a rendering does changes what another one gives (see `compile.program`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from citekit.errors import Diagnostic
from citekit.model.citation import Citation, Cite
from citekit.styles.base import Rendered
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.document.cites import ReadyCite
from citekit.styles.csl.document.clusters import NO_PRINTED_FORM, names_of
from citekit.styles.csl.document.decisions import UNCHANGED
from citekit.styles.csl.document.positions import CiteInput, Cluster
from citekit.styles.csl.document.process import Processed, process
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.field_text import mark_quotes
from citekit.styles.csl.marked.finish import finish
from citekit.styles.csl.marked.marks import encode
from citekit.styles.csl.source.load import StyleSource
from citekit.styles.csl.style.read import ReadStyle, read_style
from citekit.styles.csl.style.rewrite import rewrite
from citekit.styles.csl.style.xml import parse_checked
from citekit.text.entries import Entry, Layout

__all__ = ["CompiledEngine", "make"]


@frozen(eq=False)
class CompiledEngine:
    """A compiled style in a locale; see `engine.Engine`."""

    program: Program
    diagnostics: tuple[Diagnostic, ...] = ()

    def render(
        self,
        items: Sequence[Item],
        citations: Sequence[Citation] = (),
        *,
        bibliography: bool = True,
    ) -> Rendered:
        """Render a bibliography of *items*, and *citations* that point at them."""
        clusters = [_cluster(citation) for citation in citations]
        by_id = {item.id: item for item in items}
        done = process(self.program, by_id, clusters, bibliography=bibliography)
        quotes = self.program.quotes
        return Rendered(
            entries=[Entry(entry.id, finish(entry.text, quotes)) for entry in done.entries],
            citations=[finish(text, quotes) for text in done.citations],
            layout=_layout(self.program),
            diagnostics=(
                *self.diagnostics,
                *_empty(done),
                *_unnamed(self.program, by_id, clusters),
            ),
        )


def _unnamed(
    program: Program, items: Mapping[str, Item], clusters: Sequence[Cluster]
) -> Iterator[Diagnostic]:
    """Report narrative cites in a style, such as one with numbers, that names no author there."""
    for cluster in clusters:
        for cite in cluster.cites:
            if not cite.narrative:
                continue
            ready = ReadyCite(
                cite=cite,
                item=items[cite.id],
                position=0,
                first_note=0,
                number=1,
                choice=UNCHANGED,
            )
            if not names_of(program, ready):
                yield Diagnostic(
                    severity="warning",
                    code="narrative-without-author",
                    message="the style names no author in a citation, so none is in the sentence",
                    work=cite.id,
                    hint="write the name yourself, before the citation",
                )


def _empty(done: Processed) -> list[Diagnostic]:
    """Report the entries and citations for which the style has nothing to print."""
    empty = [entry.id for entry in done.entries if NO_PRINTED_FORM in entry.text]
    citations = enumerate(done.citations, 1)
    empty += [f"citation {number}" for number, text in citations if NO_PRINTED_FORM in text]
    return [
        Diagnostic(
            severity="warning",
            code="no-printed-form",
            message="the style prints nothing for it",
            work=work,
            hint="fill in the fields that the style shows",
        )
        for work in empty
    ]


def _cluster(citation: Citation) -> Cluster:
    return Cluster(tuple([_cite(cite) for cite in citation.cites]), citation.note_number or 0)


def _cite(cite: Cite) -> CiteInput:
    return CiteInput(
        cite.id,
        encode(cite.locator) if cite.locator else "",
        cite.label,
        mark_quotes(encode(cite.prefix), curly=False) if cite.prefix else "",
        mark_quotes(encode(cite.suffix), curly=False) if cite.suffix else "",
        cite.suppress_author,
        cite.author_only,
        cite.narrative,
    )


def _layout(program: Program) -> Layout:
    options = program.style.bibliography
    if options is None:
        return Layout()
    return Layout(
        hanging_indent=options.hanging_indent,
        second_field_align=options.second_field_align,
        line_spacing=options.line_spacing,
        entry_spacing=options.entry_spacing,
    )


@functools.lru_cache(maxsize=32)
def _read(xml: bytes) -> ReadStyle:
    """Read and rewrite a style once; what it gives is never changed."""
    read = read_style(parse_checked(xml))
    return evolve(read, style=rewrite(read.style))


@functools.lru_cache(maxsize=32)
def _program(xml: bytes, locale: str) -> Program:
    return Program(_read(xml).style, locale)


def make(source: StyleSource, locale: str) -> CompiledEngine:
    """Make the engine of a style in a locale.

    Raises:
        StyleError: The style has faults; all are listed with their lines.
    """
    return CompiledEngine(_program(source.xml, locale), _read(source.xml).diagnostics)
