"""One question, one answer, at every door.

A work comes in by the constructor, as BibTeX, as CSL-JSON or as a raw record. What one entrance
understands, all of them do: there is one reader for each thing that is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit import AuthorList, Organization, Person, Work


def bibtex(**fields: str) -> Work:
    body = ", ".join(f"{name} = {{{text}}}" for name, text in fields.items())
    return citekit.loads(f"@book{{k, {body}}}", "bibtex").works[0]


def csl_json(**fields: Any) -> Work:
    item = {"id": "k", "type": "book", **fields}
    return citekit.loads(json.dumps([item]), "csl_json").works[0]


def raw(**fields: str) -> Work:
    return citekit.loads(json.dumps([{"id": "k", "type": "book", **fields}]), "raw").works[0]


DOE: Final = Person(family="Doe", given="John")
ROE: Final = Person(family="Roe", given="Jane")

LAST_NAMES: Final[Mapping[str, Callable[[str], AuthorList]]] = MappingProxyType(
    {
        "line": lambda last: AuthorList.parse(f"Jane Roe, John Doe, {last}"),
        "list": lambda last: Work(authors=["Jane Roe", "John Doe", last]).authors,
        "bibtex": lambda last: bibtex(author=f"Roe, Jane and Doe, John and {last}").authors,
        "bibtex in braces": lambda last: (
            bibtex(author=f"Roe, Jane and Doe, John and {{{last}}}").authors
        ),
        "author line in braces": lambda last: AuthorList.parse(
            f"Roe, Jane and Doe, John and {{{last}}}"
        ),
        "csl-json": lambda last: (
            csl_json(
                author=[
                    {"family": "Roe", "given": "Jane"},
                    {"family": "Doe", "given": "John"},
                    {"literal": last},
                ]
            ).authors
        ),
        "csl-json line": lambda last: csl_json(author=f"Jane Roe, John Doe, {last}").authors,
        "raw": lambda last: raw(authors=f"Jane Roe, John Doe, {last}").authors,
    }
)


class TestOthers:
    """ "and others" in whatever words: nobody is made of them, and what they say is kept."""

    @pytest.mark.parametrize("door", LAST_NAMES)
    @pytest.mark.parametrize(
        ("last", "total"),
        [
            ("others", None),
            ("and others", None),
            ("et al.", None),
            ("u.a.", None),
            ("y otros", None),
            ("и др.", None),
            ("11 others", 13),
            ("+11 more", 13),
            ("First 2 of 14 authors listed", 14),
        ],
    )
    def test_at_the_end(self, door: str, last: str, total: int | None) -> None:
        expected = AuthorList(listed=[ROE, DOE], complete=False, total=total)
        assert LAST_NAMES[door](last) == expected

    @pytest.mark.parametrize("door", LAST_NAMES)
    def test_with_a_name_before(self, door: str) -> None:
        found = LAST_NAMES[door]("Ann Poe et al.")
        poe = Person(family="Poe", given="Ann")
        assert found == AuthorList(listed=[ROE, DOE, poe], complete=False)

    @pytest.mark.parametrize(
        "found",
        [
            AuthorList.parse("Jane Roe, …, John Doe"),
            Work(authors=["Jane Roe", ..., "John Doe"]).authors,
            bibtex(author="Roe, Jane and ... and Doe, John").authors,
            csl_json(author=[{"literal": "Jane Roe"}, {"literal": "…"}, {"literal": "X"}]).authors,
            raw(authors="Jane Roe, ..., John Doe").authors,
        ],
    )
    def test_a_gap(self, found: AuthorList) -> None:
        assert (found.complete, found.gap, len(found)) == (False, 1, 2)

    @pytest.mark.parametrize(
        "found",
        [
            AuthorList.parse("A B, C D, et al."),
            bibtex(author="{A B, C D, et al.}").authors,
            raw(authors="A B, C D, et al.").authors,
            Work(authors=["A B", "C D", "et al."]).authors,
        ],
    )
    def test_names_of_initials(self, found: AuthorList) -> None:
        listed = [Person(family="B", given="A"), Person(family="D", given="C")]
        assert found == AuthorList(listed=listed, complete=False)

    def test_it_is_reported_at_every_door(self) -> None:
        for work in (
            Work(authors="Jane Roe, John Doe, et al."),
            bibtex(author="Roe, Jane and Doe, John and others"),
            csl_json(author=[{"family": "Roe"}, {"literal": "et al."}]),
            raw(authors="Jane Roe, et al."),
        ):
            assert {each.severity for each in work.diagnostics} >= {"warning"}

    @given(st.sampled_from(["others", "Cats and more", "Roe et al.", "First 2 of 3 authors"]))
    def test_what_is_written_is_one_name(self, name: str) -> None:
        """An organization may be called "Cats and more"; BibTeX says so with two braces."""
        work = Work(id="k", type="book", authors=[Organization(name=name)])
        for form in ("bibtex", "csl_json"):
            (back,) = citekit.loads(citekit.dumps(work, form), form).works
            assert back.authors == work.authors, form

    @pytest.mark.parametrize("style", ["apa", "csl:apa", "bibtex"])
    def test_no_style_shows_a_sentence_as_an_author(self, style: str) -> None:
        work = bibtex(
            author="Roe, Jane and Doe, John and {First 2 of 14 authors listed}", title="T"
        )
        shown = citekit.format(work, style)
        assert "First 2" not in shown
        assert "others" in shown or "et al" in shown
