r"""BibTeX and BibLaTeX as styles: an entry is a verbatim block, a citation a LaTeX command.

Thin: the entries are those of `citekit.exchange.bibtex.format`, less what serves a library and no
citation: the abstract, keywords and notes. (`citekit.dumps(works, "bibtex")` keeps them.)

A `.bib` file has no citations, so a citation is what one types in LaTeX to get it, in the
commands of natbib for BibTeX (`\citep[see][p.~12]{key}`, `\citet{key}`) and of biblatex for
BibLaTeX (`\parencite`, `\textcite`). Where cites of one cluster have locators of their own,
natbib needs `\citealp` in parentheses, biblatex `\parencites`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from attrs import evolve, frozen

from citekit.errors import Diagnostic
from citekit.exchange.bibtex.format import BibFormat, safe_keys
from citekit.exchange.bibtex.format import biblatex as biblatex_format
from citekit.exchange.bibtex.format import bibtex as bibtex_format
from citekit.latex.encode import encode, encode_text
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work
from citekit.styles.base import Entry, Rendered, cited, take_options
from citekit.tables.bibtex import LIBRARY_FIELDS, MANAGED_FIELDS, PAGE_NOTES
from citekit.text.nodes import EMPTY, RichText, Verbatim

__all__ = ["BibtexFormatter", "biblatex", "bibtex"]

_LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "page": ("p.~", "pp.~"),
        "chapter": ("chap.~", "chaps.~"),
        "section": ("sec.~", "secs.~"),
        "paragraph": ("para.~", "paras.~"),
        "figure": ("fig.~", "figs.~"),
        "table": ("table~", "tables~"),
        "volume": ("vol.~", "vols.~"),
        "part": ("pt.~", "pts.~"),
        "line": ("l.~", "ll.~"),
        "verse": ("v.~", "vv.~"),
        "note": ("n.~", "nn.~"),
        "column": ("col.~", "cols.~"),
        "equation": ("eq.~", "eqs.~"),
        "appendix": ("app.~", "apps.~"),
    }
)
"""Locator labels, one and several, as running text has them."""

_COMMANDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "bibtex": MappingProxyType(
            {"plain": "citep", "narrative": "citet", "year": "citeyearpar", "author": "citeauthor"}
        ),
        "biblatex": MappingProxyType(
            {
                "plain": "parencite",
                "narrative": "textcite",
                "year": "parencite*",
                "author": "citeauthor",
            }
        ),
    }
)

_LEFT_OUT: Mapping[str, Any] = MappingProxyType(
    {"abstract": EMPTY, "annote": EMPTY, "keywords": (), "note": EMPTY}
)
"""The fields that an entry leaves out when it is a citation, as they are when empty."""


@frozen(kw_only=True)
class BibtexFormatter:
    """The `bibtex` or `biblatex` style.

    Args:
        format: The dialect and encoding of the entries.
    """

    format: BibFormat

    def render(self, works: Sequence[Work], citations: Sequence[Citation] = ()) -> Rendered:
        r"""Give an entry for each work, in the order given, and a command for each citation.

        >>> work = Work(id="roe2020", title="On BERT", authors="Jane Roe", issued=2020)
        >>> shown = bibtex().render([work], [Citation(Cite("roe2020", locator="12"))])
        >>> print(shown.citations[0])
        \citep[p.~12]{roe2020}
        >>> print(shown.entries[0].text)
        @misc{roe2020,
          title = {On {BERT}},
          author = {Roe, Jane},
          year = {2020}
        }
        """
        cited(works, citations)
        parts = [_citation_part(work) for work in works]
        texts, notes = self.format.entries([work for work, _ in parts])
        ids = [work.id or "" for work in works]
        keys = dict(zip(ids, safe_keys(ids)[0], strict=True))
        commands = _Commands(self.format, keys)
        shown = [commands.citation(citation) for citation in citations]
        language = self.format.dialect
        return Rendered(
            entries=tuple(
                Entry(id, RichText((Verbatim(text, language),)))
                for id, text in zip(ids, texts, strict=True)
            ),
            citations=tuple(RichText((Verbatim(text, "latex"),)) for text in shown),
            diagnostics=(
                *notes,
                *(note for _, note in parts if note is not None),
                *dict.fromkeys(commands.notes),
            ),
        )


def _citation_part(work: Work) -> tuple[Work, Diagnostic | None]:
    """Give a work without what is no citation matter, and the diagnostic that names it."""
    fields = {name: empty for name, empty in _LEFT_OUT.items() if getattr(work, name)}
    extra = {name: value for name, value in work.extra.items() if not _is_of_library(name)}
    left_out = [*fields, *(f"extra.{name}" for name in work.extra if name not in extra)]
    if not left_out:
        return work, None
    note = Diagnostic(
        severity="info",
        code="bibtex-not-cited",
        message=f"a citation leaves out {', '.join(left_out)}",
        work=work.id,
        hint='citekit.dumps(works, "bibtex") keeps what the format can carry',
    )
    return work.evolve(**fields, extra=extra), note


def _is_of_library(name: str) -> bool:
    """Tell whether a field of an entry serves the owner's library: files, groups, time stamps."""
    return name in PAGE_NOTES | LIBRARY_FIELDS or name.startswith(MANAGED_FIELDS)


class _Commands:
    """Makes the LaTeX commands of citations."""

    def __init__(self, format: BibFormat, keys: Mapping[str, str]) -> None:
        self.format = format
        self.keys = keys
        self.notes: list[Diagnostic] = []

    def citation(self, citation: Citation) -> str:
        cites = citation.cites
        if len(cites) == 1:
            return self._single(cites[0])
        if all(_mode(cite) == "plain" for cite in cites):
            return self._cluster(cites)
        return "; ".join(self._single(cite) for cite in cites)

    def _single(self, cite: Cite, command: str = "") -> str:
        name = command or _COMMANDS[self.format.dialect][_mode(cite)]
        return f"\\{name}{self._options(cite)}{{{self.keys[cite.id]}}}"

    def _cluster(self, cites: Sequence[Cite]) -> str:
        if not any(self._options(cite) for cite in cites):
            keys = ",".join(self.keys[cite.id] for cite in cites)
            return f"\\{_COMMANDS[self.format.dialect]['plain']}{{{keys}}}"
        if self.format.dialect == "biblatex":
            parts = (f"{self._options(cite)}{{{self.keys[cite.id]}}}" for cite in cites)
            return "\\parencites" + "".join(parts)
        return f"({'; '.join(self._single(cite, 'citealp') for cite in cites)})"

    def _options(self, cite: Cite) -> str:
        """Give the optional arguments: what stands before, and the locator and what follows."""
        before = self._argument(cite.prefix)
        after = ", ".join(filter(None, [self._locator(cite), self._argument(cite.suffix)]))
        if before:
            return f"[{before}][{after}]"
        return f"[{after}]" if after else ""

    def _argument(self, text: RichText) -> str:
        written, said = encode(text, encoding=self.format.encoding, target="document")
        self._note(said)
        return _guarded(written.strip())

    def _locator(self, cite: Cite) -> str:
        if not cite.locator:
            return ""
        written, said = encode_text(cite.locator, encoding=self.format.encoding)
        self._note(said)
        written = _guarded(written.replace("-", "--") if written.count("-") == 1 else written)
        if cite.label == "page" and self.format.dialect == "biblatex":
            return written
        one, several = _LABELS.get(cite.label, (f"{cite.label}~", f"{cite.label}~"))
        return (several if any(mark in written for mark in "-,&") else one) + written

    def _note(self, said: Sequence[Diagnostic]) -> None:
        self.notes += (evolve(note, field="citation") for note in said)


def _mode(cite: Cite) -> str:
    if cite.narrative:
        return "narrative"
    if cite.suppress_author:
        return "year"
    return "author" if cite.author_only else "plain"


def _guarded(argument: str) -> str:
    """Put braces round what has brackets, which would end an optional argument."""
    return f"{{{argument}}}" if "[" in argument or "]" in argument else argument


def bibtex(**options: Any) -> BibtexFormatter:
    """Make the `bibtex` style.

    Args:
        options: `encoding`, "ascii" (the default) or "unicode".

    Raises:
        OptionError: Another option is given; entries are the same in every locale.
    """
    return BibtexFormatter(format=_with_options("bibtex", bibtex_format, options))


def biblatex(**options: Any) -> BibtexFormatter:
    """Make the `biblatex` style.

    Args:
        options: `encoding`, "unicode" (the default) or "ascii".

    Raises:
        OptionError: Another option is given; entries are the same in every locale.
    """
    return BibtexFormatter(format=_with_options("biblatex", biblatex_format, options))


def _with_options(style: str, base: BibFormat, options: Mapping[str, Any]) -> BibFormat:
    given = take_options(style, options, encoding=lambda value: value in ("ascii", "unicode"))
    return evolve(base, **given)
