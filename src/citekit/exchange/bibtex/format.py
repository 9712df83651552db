r"""BibTeX and BibLaTeX files: reading and writing whole records.

`bibtex` and `biblatex` are the two dialects; both read either. Writing follows what was measured
with BibTeX 0.99d and biber 2.18, reading what is found in real files: a bad entry is data
(`Loaded.failed`), and the rest is still read.

>>> loaded = bibtex.loads("@article{a, title = {On {LLaMA}}, year = 2023} @article{b, title =")
>>> [work.id for work in loaded], [record.line for record in loaded.failed]
(['a'], [1])
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import field, frozen
from attrs.validators import in_

from citekit.errors import Diagnostic, InvalidValueError, ReadError
from citekit.exchange.base import Dumped, Loaded
from citekit.exchange.bibtex.blocks import read_blocks
from citekit.exchange.bibtex.keys import safe_keys
from citekit.exchange.bibtex.read import read_entry
from citekit.exchange.bibtex.write import Dialect, write_entry
from citekit.latex.encode import Encoding
from citekit.model.work import Work

__all__ = ["BibFormat", "biblatex", "bibtex", "safe_keys"]


@frozen(kw_only=True)
class BibFormat:
    r"""One dialect, with the encoding that it is written in.

    Args:
        dialect: "bibtex" or "biblatex".
        encoding: "ascii" writes accents as `{\'e}`: BibTeX cuts names at bytes, and the `abbrv`
            style would print half of an É. "unicode" keeps what pdfLaTeX prints.
    """

    dialect: Dialect = field(validator=in_(("bibtex", "biblatex")))
    encoding: Encoding = field(validator=in_(("ascii", "unicode")))

    def loads(self, text: str) -> Loaded:
        """Read a file.

        Args:
            text: The whole file; either dialect.

        Returns:
            The works, with what was guessed in their `diagnostics`; the entries that could not be
            read; what concerns the file as a whole.

        Raises:
            ReadError: There is text, but no entry in it.
        """
        if not isinstance(text, str):
            raise ReadError("BibTeX is text", value=text, hint="decode the file first")
        file = read_blocks(text.removeprefix("\ufeff"))
        works = [read_entry(entry) for entry in file.entries]
        notes = (*file.diagnostics, *_repeated_keys(works))
        return Loaded(works=works, failed=file.failed, diagnostics=notes)

    def dumps(self, works: Sequence[Work]) -> Dumped:
        """Write works, in the order given.

        Args:
            works: Works that all have an `id`, which becomes the citation key.

        Returns:
            The file's text, and what the format cannot carry.

        Raises:
            InvalidValueError: A work has no id.

        >>> print(bibtex.dumps([Work(id="a", title="On BERT")]).text)
        @misc{a,
          title = {On {BERT}}
        }
        """
        entries, notes = self.entries(works)
        return Dumped(text="\n\n".join(entries) + "\n" * bool(entries), diagnostics=notes)

    def entries(self, works: Sequence[Work]) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
        """Write each work as an entry of its own.

        Raises:
            InvalidValueError: A work has no id.
        """
        keys, notes = safe_keys([_id(work) for work in works])
        entries: list[str] = []
        for work, key in zip(works, keys, strict=True):
            entry, said = write_entry(work, key, dialect=self.dialect, encoding=self.encoding)
            entries.append(entry)
            notes += said
        return tuple(entries), notes


bibtex = BibFormat(dialect="bibtex", encoding="ascii")
"""BibTeX, as `plain` and `natbib` styles read it; written in ASCII."""

biblatex = BibFormat(dialect="biblatex", encoding="unicode")
"""BibLaTeX, as biber reads it; written in UTF-8."""


def _id(work: Work) -> str:
    if not work.id:
        raise InvalidValueError(
            "a work without an id cannot be written",
            work=str(work.title) or None,
            field="id",
            hint="give it one, or let citekit.keys make one",
        )
    return work.id


def _repeated_keys(works: Iterable[Work]) -> Iterable[Diagnostic]:
    seen: set[str] = set()
    for work in works:
        key = (work.id or "").lower()
        if key and key in seen:
            yield Diagnostic(
                severity="warning",
                code="duplicate-id",
                message="another entry has this key; both are kept",
                field="id",
                work=work.id,
            )
        seen.add(key)
