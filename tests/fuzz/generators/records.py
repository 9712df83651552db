"""Records: CSL-JSON as it should be, with hostile text in it, and with wrong types."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from citekit.tables.types import TYPES
from citekit.tables.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from fuzz.generators.text import hostile, hostile_pieces, tame, text, words

__all__ = ["FIELD_OF_LETTER", "items", "names", "wrong_items"]

_TEXTS = "title container-title publisher collection-title note genre status title-short".split()
_TEXTS += "publisher-place annote medium archive event-title container-title-short".split()
_NUMBERS = ["volume", "issue", "page", "edition", "number", "chapter-number", "number-of-volumes"]
_PEOPLE = "author editor translator composer director container-author".split()
_DATES = ["issued", "accessed", "original-date", "event-date"]
_LETTERS = dict(zip([*_TEXTS, *_PEOPLE, *_DATES], "abcdefghijklmnopqrstuvwxy", strict=False))

FIELD_OF_LETTER = {letter: field for field, letter in _LETTERS.items()}
"""The field of a known word, by its first letter."""

_TYPES = sorted(TYPES)
_usual_types = st.sampled_from(
    "article-journal book chapter paper-conference thesis report".split()
)
_types = st.one_of(_usual_types, st.sampled_from(_TYPES))


def names(field: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Give people whose families are words of *field* (a letter), and names of nothing."""
    whole = st.fixed_dictionaries(
        {"family": words(field).map(str.capitalize) | text(field)},
        optional={
            "given": st.sampled_from(
                ["A. B.", "Ann", "Jean-Luc", "李", "A\u202e. B", "X. \u2067Y."]
            )
            | hostile,
            "suffix": st.sampled_from(["Jr.", "III"]) | hostile_pieces,
            "non-dropping-particle": st.sampled_from(["van der", "De"]) | hostile_pieces,
            "dropping-particle": st.sampled_from(["de"]) | hostile_pieces,
        },
    )
    literal = st.fixed_dictionaries({"literal": text(field)})
    nothing = st.text("\u200f\u200c\u200b\u2060\ufeff\u202e \u00ad", max_size=3)
    empty: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
        st.sampled_from(["family", "literal"]), nothing, min_size=1, max_size=1
    )
    return st.lists(st.one_of(whole, whole, whole, literal, empty), min_size=1, max_size=4)


def _date(field: str) -> st.SearchStrategy[Any]:
    year = st.integers(1, 2100)
    return st.one_of(
        st.builds(lambda y: {"date-parts": [[y]]}, year),
        st.builds(lambda y, m: {"date-parts": [[y, m]]}, year, st.integers(1, 24)),
        st.builds(lambda a, b: {"date-parts": [[a, 2, 3], [b]]}, year, year),
        st.builds(lambda words: {"literal": words}, text(field)),
        st.builds(lambda words: {"raw": words}, hostile | st.sampled_from(["2020~", "2020/2021"])),
    )


_identifiers: dict[str, st.SearchStrategy[Any]] = {
    "DOI": st.sampled_from(["10.1000/a_b", "https://doi.org/10.1000/x<y>", "doi:10.1/{%}"])
    | hostile,
    "URL": st.sampled_from(
        ["https://x.y/a_b?c=%20&d#e", "javascript:alert(1)", "http://x.y/\u202e"]
    )
    | hostile.map("https://x.y/".__add__),
    "ISBN": st.sampled_from(["9780262510875", "0-262-51087-1", "x"]),
    "ISSN": st.sampled_from(["0028-0836", "x"]),
    "PMID": st.sampled_from(["11797025", "x"]),
    "language": st.sampled_from(["en", "de-AT", "x y", "ja"]),
    "keyword": text("y"),
}
_numbers = st.one_of(
    st.sampled_from(["12", "12–15", "1--3, 7", "e12", "2nd", "iv", "12 (3)"]),
    st.integers(0, 99),
    hostile,
)


def items() -> st.SearchStrategy[dict[str, Any]]:
    """Give an item of CSL-JSON of the right shape, with hostile text."""
    optional: dict[str, st.SearchStrategy[Any]] = {
        **{name: text(_LETTERS[name]) for name in _TEXTS if name != "title"},
        **{name: names(_LETTERS[name]) for name in _PEOPLE},
        **{name: _date(_LETTERS[name]) for name in _DATES},
        **dict.fromkeys(_NUMBERS, _numbers),
        **_identifiers,
        "custom": st.dictionaries(hostile, hostile, max_size=2),
    }
    some = st.sets(st.sampled_from(sorted(optional)), max_size=6).flatmap(
        lambda names: st.fixed_dictionaries({name: optional[name] for name in sorted(names)})
    )
    head = st.fixed_dictionaries(
        {"id": st.sampled_from("xy") | hostile, "type": _types, "title": tame("a") | text("a")}
    )
    author = st.fixed_dictionaries({}, optional={"author": optional["author"]})
    return st.builds(lambda *parts: {**parts[0], **parts[1], **parts[2]}, head, author, some)


_foreign = st.one_of(
    st.integers(-5, 3000),
    st.floats(allow_nan=False),
    st.booleans(),
    tame("x"),
    st.lists(tame("x"), min_size=1, max_size=2),
    st.fixed_dictionaries({}, optional={"literal": tame("x"), "family": tame("x"), "a": tame("x")}),
    st.lists(st.lists(st.integers(1, 2020), max_size=3), max_size=2),
    st.none(),
    st.just([[[]]]),
)
_VARIABLES = [row.csl for row in (*NAME_VARIABLES, *NUMBER_VARIABLES, *DATE_VARIABLES)] + _TEXTS
_ROUGHLY = [
    "id",
    "type",
    *_VARIABLES,
    *_TEXTS,
    "DOI",
    "URL",
    "ISBN",
    "language",
    "keyword",
    "custom",
]


def wrong_items() -> st.SearchStrategy[dict[str, Any]]:
    """Give an item in which some values have types that no CSL-JSON has there."""
    spoiled = st.dictionaries(st.sampled_from(_ROUGHLY) | hostile, _foreign, min_size=1, max_size=3)
    return st.builds(lambda item, wrong: {**item, **wrong}, items(), spoiled)
