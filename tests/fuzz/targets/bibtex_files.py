"""BibTeX files in, entries and citations out."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

import citekit
from citekit import registry
from fuzz.finding import expect
from fuzz.generators.bibtex_files import entries, mutated_files
from fuzz.generators.text import BIDI
from fuzz.oracles.characters import check_bidi, check_characters
from fuzz.oracles.pages import check_html
from fuzz.oracles.tex import check_bibtex, check_latex
from fuzz.oracles.words import words_of
from fuzz.targets.records import check_messages
from fuzz.targets.target import Target

__all__ = ["TARGETS"]

_DIALECTS = st.sampled_from(["bibtex", "biblatex"])


def check_entry(case: tuple[tuple[str, dict[str, str]], str]) -> None:
    """An entry that BibTeX reads is read, written, and read as the same again; losses are told."""
    (source, fields), dialect = case
    loaded = citekit.loads(source, dialect)
    check_messages([*loaded.diagnostics, *(record.error for record in loaded.failed)])
    expect(len(loaded.works) + len(loaded.failed) == 1, "records", f"not one record: {source!a}")
    for work in loaded.works:
        check_messages(work.diagnostics)
        hostile = {
            word[2] for value in fields.values() if BIDI.search(value) for word in words_of(value)
        }
        dumped = registry.resolve("exchange", dialect).dumps(citekit.with_ids([work]))
        check_written(dumped.text, hostile, dialect)
        told = [*loaded.diagnostics, *work.diagnostics, *dumped.diagnostics]
        _check_words(fields, dumped.text, told)
        (again,) = citekit.loads(dumped.text, dialect).works
        twice = citekit.dumps(again, dialect)
        expect(sorted(words_of(twice)) == sorted(words_of(dumped.text)), "again", f"{twice!a}")


def check_written(text: str, hostile: set[str], dialect: str) -> None:
    """What is written is an entry to TeX, BibTeX and terminals."""
    check_characters(text, dialect)
    check_bidi(text, hostile, dialect)
    check_bibtex(text)


def _check_words(fields: dict[str, str], text: str, told: list[Any]) -> None:
    said = " ".join(str(each) for each in told if each.severity != "info").lower()
    for name, value in fields.items():
        there = words_of(text)
        for word in words_of(value):
            expect(
                word in there or word in said or name in said, "told", f"{word} of {name} is lost"
            )


def check_file(case: tuple[str, str, str]) -> None:
    """A damaged file: whatever can be read is safe in every output."""
    source, dialect, style = case
    loaded = citekit.loads(source, dialect)
    check_messages([*loaded.diagnostics, *(record.error for record in loaded.failed)])
    works = list({work.id: work for work in loaded.works}.values())
    if not works:
        return
    works = list(citekit.with_ids(works))
    for work in works:
        check_messages(work.diagnostics)
    check_written(citekit.dumps(works, dialect), set("abcdefghijklmnopqrstuvwxy"), dialect)
    for output in ("plain", "html", "latex"):
        text = citekit.render(works, style, output=output, citations=works).text
        check_characters(text, output)
        if output == "html":
            check_html(text)
        if output == "latex":
            check_latex(text)


_STYLES = st.sampled_from(["apa", "nature", "chicago-author-date", "vancouver"])
TARGETS = (
    Target("BibTeX entries", st.tuples(entries(), _DIALECTS), check_entry),
    Target("BibTeX files", st.tuples(mutated_files(), _DIALECTS, _STYLES), check_file),
)
