"""Twice the text takes twice the time: every reader and writer, on every repeated character.

A timing is no test, with this one exception: counts of calls do not see how often a pattern looks
at the same character. CPU time is measured, the best of several, and measured again before a test
fails; `tools/patterns.py` looks at the patterns one by one.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import string
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pytest

import citekit
from citekit.errors import CitekitError
from citekit.keys.transliterate import transliterate
from citekit.keys.words import organization_word, title_words
from citekit.latex.decode import decode
from citekit.latex.encode import encode, encode_text
from citekit.latex.verbatim import unescape_verbatim
from citekit.model.names import to_name
from citekit.parsing import dates, identifiers, numbers, pages
from citekit.parsing.editions import parse_edition
from citekit.registry import resolve
from citekit.text import case, clean, compose, foreign, sentence_case
from citekit.text.nodes import Format, Quoted, RichText, Styled

FULL = os.environ.get("HYPOTHESIS_PROFILE") == "search"
SIZE = 65_536
"""Characters of the longer text; the shorter one has half as many."""
ENOUGH = 0.006
"""CPU seconds that show growth well enough; slower readers get shorter texts, unless `FULL`."""
FLOOR = 0.004
"""CPU seconds below which a text is too quick to compare."""
LIMIT = 1.3

UNITS = (
    *string.punctuation,
    *" 0aA\t\n~–—‐\u2212\u0301\u200b\u200f\u202e\u2066中あ가ابé“”‘’«»„·…\ufffe\u00a0ﬁ",
    *("and ", ", ", "and", "a ", "A. ", "a,", "1-", "1–", "1, ", "1st", "{}", "}{", "\\a", "\\ "),
    *("\\'", "{\\", "$a$", "$\\", "<i>", "</i>", "<i", "<span ", "&lt;", "&a", '"a', "'a", "a'"),
    *(
        "a.",
        "a:",
        ": ",
        "? ",
        "- ",
        " –",
        "a-",
        "-a",
        "e\u0301",
        "x}\u0308",
        "中 ",
        "中, ",
        "[(",
        ")]",
    ),
    *(
        "et al. ",
        "10.",
        "10/",
        "//",
        "http://",
        "a@",
        "0X",
        "iv",
        "i, ",
        "\\url{",
        "@a{",
        "a=",
        "#a",
    ),
    *(
        "%0",
        "``",
        "''",
        "!a",
        "\n\n",
        "a\n",
        "a: b\n",
        "de ",
        "van ",
        "Jr., ",
        "(a) ",
        "1/",
        "2020-",
    ),
)

Reader = Callable[[str], object]


def bibtex(field: str, kind: str = "article") -> Reader:
    head = "" if field == "title" else "title = {T}, "
    return lambda text: citekit.loads(f"@{kind}{{k, {head}{field} = {{{text}}}\n}}\n", "bibtex")


def csl_json(field: str) -> Reader:
    def read(text: str) -> object:
        record = {"id": "a", "type": "book", "title": "T", field: text}
        return citekit.loads(json.dumps([record]), "csl_json")

    return read


def raw(field: str) -> Reader:
    return lambda text: citekit.loads(json.dumps([{"title": "T", field: text}]), "raw")


def rendered(style: str, field: str, kind: str = "article-journal") -> Reader:
    """Render a work that has the text in a field."""
    made = citekit.formatter(style)

    def render(text: str) -> object:
        values: dict[str, Any] = {"id": "a", "type": kind, "title": "T", "issued": 2020}
        return citekit.render(citekit.Work(**{**values, field: text}), made)

    return render


def written(output: str) -> Reader:
    """Write the text as each part of a rich text."""
    write = resolve("writers", output)()

    def run(text: str) -> object:
        tidy = clean.clean(text)
        return write.write(RichText([tidy, Styled([tidy], Format.ITALIC), Quoted([tidy])]))

    return run


def person(field: str) -> Reader:
    return lambda text: to_name({"family": "A", field: text})


def rich(change: Callable[[RichText], object]) -> Reader:
    return lambda text: change(RichText(clean.clean(text)))


BIBTEX_FIELDS = (
    *("title", "author", "journal", "date", "month", "volume", "pages", "edition", "type", "isbn"),
    *("doi", "url", "howpublished", "eprint", "keywords", "language", "pubstate", "crossref"),
    "unknown",
)
CSL_FIELDS = (
    "title",
    "page",
    "volume",
    "note",
    "author",
    "issued",
    "language",
    "type",
    "id",
    "URL",
)
RAW_FIELDS = ("title", "authors", "published", "venue", "details", "type", "doi", "keywords")
STYLED_FIELDS = {
    "apa": ("title", "page", "edition", "venue", "genre"),
    "bibtex": ("title", "page", "edition", "url"),
    "chicago-author-date": ("title", "page", "edition", "volume", "publisher", "url"),
}
OUTPUTS = ("plain", "html", "markdown", "latex", "rst", "ansi")

WORK = citekit.Work(id="a", type="book", title="T", authors="A. B", issued=2020)

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "AuthorList.parse": citekit.AuthorList.parse,
        "AuthorList.parse as BibTeX": lambda text: citekit.AuthorList.parse(text, form="bibtex"),
        "Person.parse": citekit.Person.parse,
        "Person.parse as BibTeX": lambda text: citekit.Person.parse(text, form="bibtex"),
        "Organization": lambda text: citekit.Organization(name=text),
        **{f"Person.{field}": person(field) for field in ("family", "given", "suffix")},
        "Work.title": lambda text: citekit.Work(type="book", title=text),
        "Work.issued": lambda text: citekit.Work(type="book", title="T", issued=text),
        "foreign_text": foreign.foreign_text,
        "Venue": lambda text: citekit.Venue(title=text),
        "parse_date": dates.parse_date,
        "parse_edtf": dates.parse_edtf,
        "parse_csl_date": lambda text: dates.parse_csl_date({"raw": text}),
        "DateLiteral": citekit.DateLiteral,
        "parse_pages": pages.parse_pages,
        "is_numeric": numbers.is_numeric,
        "is_plural": numbers.is_plural,
        "parse_edition": parse_edition,
        "roman_to_int": numbers.roman_to_int,
        **{
            f"normalise_{kind}": getattr(identifiers, f"normalise_{kind}")
            for kind in ("doi", "arxiv", "isbn", "issn", "orcid", "pmid", "pmcid", "url")
        },
        "a DOI of 64 kB": lambda text: identifiers.normalise_doi("10.1234/" + text),
        "an address of 64 kB": lambda text: identifiers.normalise_url("https://a.org/" + text),
        "find_identifiers": identifiers.find_identifiers,
        "find_doi": identifiers.find_doi,
        "find_arxiv": identifiers.find_arxiv,
        "decode": decode,
        "encode": rich(lambda text: encode(text, protect=True)),
        "encode_text": encode_text,
        "unescape_verbatim": unescape_verbatim,
        "markup": citekit.markup,
        "clean": clean.clean,
        "sentence_case_apa": rich(sentence_case.sentence_case_apa),
        "sentence_case": rich(case.sentence_case),
        "title_case": rich(case.title_case),
        "capitalize_all": rich(case.capitalize_all),
        "uppercase": rich(case.uppercase),
        "compose": rich(lambda text: compose.sentences([text, compose.quoted(text), text])),
        "transliterate": transliterate,
        "key title_words": title_words,
        "key organization_word": organization_word,
        "key pattern": lambda text: citekit.key(WORK, pattern=text),
        "key": lambda text: citekit.key(citekit.Work(type="book", title=text, authors="A. B")),
        "a locator": lambda text: citekit.cite(WORK, "chicago-author-date", locator=text),
        "a prefix": lambda text: citekit.cite(WORK, "apa", prefix=text, suffix=text),
        "BibTeX itself": lambda text: citekit.loads(text, "bibtex"),
        "CSL-JSON itself": lambda text: citekit.loads(text, "csl_json"),
        "an unknown format": citekit.loads,
        "BibTeX key": lambda text: citekit.loads(f"@book{{{text}, title={{T}}}}", "bibtex"),
        "BibTeX value": lambda text: citekit.loads(f"@book{{k, title = {text}}}", "bibtex"),
        **{f"BibTeX {field}": bibtex(field) for field in BIBTEX_FIELDS},
        **{f"CSL-JSON {field}": csl_json(field) for field in CSL_FIELDS},
        **{f"raw {field}": raw(field) for field in RAW_FIELDS},
        **{
            f"{style} {field}": rendered(style, field)
            for style, fields in STYLED_FIELDS.items()
            for field in fields
        },
        **{f"written as {output}": written(output) for output in OUTPUTS},
    }
)


def seconds(read: Reader, unit: str, size: int) -> float:
    """Measure one reading; what is refused is refused in no more time."""
    text = unit * (size // len(unit))
    start = time.process_time()
    with contextlib.suppress(CitekitError):
        read(text)
    return time.process_time() - start


def growth(read: Reader, unit: str, size: int) -> float:
    """Give how much more than twice the time twice the text takes, the best of several.

    No text is read twice: what a cache remembers would not show.
    """
    long = short = float("inf")
    for attempt in range(1, 41):
        more = 2 * attempt * len(unit)  # an even number, as of quotes that must be paired
        long = min(long, seconds(read, unit, size + 2 * more))
        short = min(short, seconds(read, unit, size // 2 + more))
        if long < FLOOR or long < LIMIT * 2 * short:
            return 1.0
    return long / (2 * short)


def size_for(read: Reader, unit: str) -> int:
    """Find a size at which growth would show."""
    size = SIZE if FULL else SIZE // 16
    while size < SIZE and seconds(read, unit, size) < ENOUGH:
        size *= 4
    return size


def units_for(name: str) -> Sequence[str]:
    """Give the units to try; fields of one kind share their code, and so the units."""
    several = name.startswith(("BibTeX ", "CSL-JSON ", "raw ", *STYLED_FIELDS))
    return UNITS[[*READERS].index(name) % 3 :: 3] if several and not FULL else UNITS


@pytest.fixture(autouse=True)
def _no_collector() -> Iterator[None]:
    """Keep the collector of cycles, whose time depends on the whole process, out of the measure."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("name", READERS)
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    read = READERS[name]
    found = {unit: growth(read, unit, size_for(read, unit)) for unit in units_for(name)}
    assert {unit: round(ratio, 2) for unit, ratio in found.items() if ratio > LIMIT} == {}
