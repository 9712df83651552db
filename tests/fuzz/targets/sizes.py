"""Size: whatever is repeated, every reader and every style stays about linear.

A case is one long value for each field of an entry, a record, or one parser alone. What is linear
takes well below a second; a quadratic reader takes many.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

import citekit
from citekit.errors import CitekitError
from fuzz.finding import expect
from fuzz.generators.text import hostile_pieces
from fuzz.targets.target import Target

__all__ = ["TARGETS"]

_LENGTH = 30_000
_FIELDS = (
    "title author editor journal booktitle publisher year date month pages volume number edition"
    " doi url eprint isbn issn note keywords language series type primaryclass archiveprefix key"
    " howpublished address crossref eventdate"
).split()
_UNITS = """
1st|A. |and | and|, |et al|x-|~-|1,|a b |v. |–1|<i>|</i>|\\a|{}|\\'|$x|(a|[1|://|10.1/|a@|&#|``
"""
_UNIT = st.one_of(
    st.sampled_from("~-–1x.,: {a\\"),
    st.sampled_from("~-–1x.,: {a\\"),
    st.sampled_from([*"~-–—.,;:1x²{}$\\\"'`&#%_^ \t\n<([@/|+*=A字é", "\u0301", "\u202e", "\u200b"]),
    st.sampled_from(_UNITS.strip("\n").split("|")),
    hostile_pieces,
)


@st.composite
def _long(draw: st.DrawFn) -> str:
    lead, unit, end = draw(st.sampled_from(["", "a ", "1", "x{"])), draw(_UNIT), draw(_UNIT)
    return lead + unit * (_LENGTH // len(unit)) + end


def _entry() -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(_FIELDS), _long(), min_size=6, max_size=14)


def check_entry(fields: dict[str, str]) -> None:
    """An entry with long values, read and written again."""
    body = ",\n".join(f"{name} = {{{value}}}" for name, value in fields.items())
    for work in citekit.loads(f"@article{{x,\n{body}\n}}", "bibtex").works:
        citekit.dumps(work, "bibtex")


def check_item(case: tuple[dict[str, str], str]) -> None:
    """A record with long values in a style."""
    fields, style = case
    item = {"id": "x", "type": "book", **fields}
    for work in citekit.loads(json.dumps([item]), "csl_json").works:
        citekit.render(work, style, citations=[work], output="html")
        citekit.dumps(work, "biblatex")


_PARSERS: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "authors": lambda text: citekit.AuthorList.parse(text),
        "date": lambda text: citekit.Work(title="T", issued=text),
        "markup": lambda text: citekit.markup(text),
        "person": lambda text: citekit.Person(family=text, given=text),
        "pattern": lambda text: citekit.key(citekit.Work(title="T"), pattern=text),
        "key": lambda text: citekit.key(citekit.Work(title=text, authors=[(text, "A")])),
        "bibtex": lambda text: citekit.loads(text, "bibtex"),
        "raw": lambda text: citekit.loads(json.dumps([{"title": text, "authors": text}]), "raw"),
        "raw venue": lambda text: citekit.loads(json.dumps([{"title": "T", "venue": text}]), "raw"),
        "raw place": lambda text: citekit.loads(
            json.dumps([{"title": "T", "published": text}]), "raw"
        ),
        "sniff": lambda text: citekit.loads(text),
        "doi": lambda text: citekit.DOI(text),
        "isbn": lambda text: citekit.ISBN(text),
        "url": lambda text: citekit.URL(text),
        "arxiv": lambda text: citekit.ArXiv(text),
        "style": lambda text: citekit.csl(text),
        "xml": lambda text: citekit.csl(xml=text),
        "locator": lambda text: citekit.cite(citekit.Work(title="T"), "nature", locator=text),
        "locale": lambda text: citekit.cite(citekit.Work(title="T"), "nature", locale=text),
        "search": lambda text: citekit.styles(text),
    }
)


def check_parser(case: tuple[str, str]) -> None:
    """One parser."""
    name, text = case
    _PARSERS[name](text)


def check_many_people(case: tuple[int, str, bool]) -> None:
    """Long lists of people: some tens of microseconds for each."""
    count, style, cjk = case
    family = "王" if cjk else "Fam"
    people = [citekit.Person(family=f"{family}{number}", given="Ann B.") for number in range(count)]
    work = citekit.Work(title="T", authors=citekit.AuthorList(listed=people), issued=2020)
    expect(citekit.format(work, style), "size", "nothing is left of a long list")


def check_endless(case: tuple[str, str]) -> None:
    """A file without end is refused, in bounded memory."""
    path, format = case
    try:
        citekit.load(path, format)
    except CitekitError as error:
        expect(path in str(error), "endless", f"the error does not name the file: {error}")
    else:
        expect(path != "/dev/zero", "endless", "read to the end of what has none")


_STYLES = st.sampled_from(["apa", "bibtex", "nature", "chicago-author-date"])
_CSL_FIELDS = "title container-title note page volume edition DOI URL publisher language keyword id"
_items: st.SearchStrategy[Any] = st.dictionaries(
    st.sampled_from(_CSL_FIELDS.split()), _long(), min_size=2, max_size=4
)
_counts = st.sampled_from([1000, 20_000, 40_000])
_texts = st.tuples(st.sampled_from(sorted(_PARSERS)), _long())
_files = st.tuples(
    st.sampled_from(["/dev/zero", "/dev/null"]), st.sampled_from(["bibtex", "csl_json"])
)
TARGETS = (
    Target("long entries", _entry(), check_entry, seconds=3, batch=10),
    Target("long records", st.tuples(_items, _STYLES), check_item, seconds=6, batch=5),
    Target("long texts", _texts, check_parser, seconds=3, batch=20),
    Target(
        "many people", st.tuples(_counts, _STYLES, st.booleans()), check_many_people, 5, batch=2
    ),
    Target("endless", _files, check_endless, seconds=20, batch=1),
)
