"""One look at a simple name gives what the rules give."""

from __future__ import annotations

from collections.abc import Iterable
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.parsing.author_lists import parse_author_list
from citekit.parsing.names import bibtex, cleaning, parse_name
from citekit.parsing.names.looks import look_at
from citekit.parsing.names.parts import NameForm
from citekit.tables import names, organizations


def entries() -> Iterable[str]:
    """Everything that the tables of names know."""
    for table in (names, organizations):
        for value in vars(table).values():
            if isinstance(value, (frozenset, tuple)):
                yield from (each for each in value if isinstance(each, str))


CASES = (str, str.title, str.capitalize, str.upper, str.lower, lambda word: f"{word}.")
FORMS: tuple[NameForm, ...] = ("auto", "display", "inverted", "vancouver")
simple = st.sampled_from(
    "Jane John Roe Jean-Pierre Émile Zoë Øystein Straße M. E. I. V. Hu Li".split()
    + "王小明 李明 欧阳修 山田太郎".split()
)
known = st.builds(
    lambda word, case: case(word), st.sampled_from([*entries()]), st.sampled_from(CASES)
)
odd = st.sampled_from(
    "van AB EJ McDonald O'Neil Ravi. Kraftverband Bundesamtes Yu. J.-P. 김철수 A1".split()
)
words = simple | simple | known | odd
texts = st.lists(words, min_size=1, max_size=4).map(" ".join)
lists = st.lists(texts | st.tuples(texts, texts).map(", ".join), min_size=1, max_size=5)


def outcome(read: object, *arguments: object, **options: object) -> object:
    try:
        return read(*arguments, **options)  # type: ignore[operator]
    except CitekitError as error:
        return str(error)


@pytest.mark.parametrize("form", FORMS)
@given(texts, st.none() | texts)
def test_a_name(form: NameForm, first: str, second: str | None) -> None:
    text = first if second is None else f"{first}, {second}"
    with mock.patch.object(cleaning, "look_at", return_value=""):
        by_rules = outcome(parse_name, text, form=form)
    assert outcome(parse_name, text, form=form) == by_rules


@pytest.mark.parametrize("form", FORMS)
@given(lists, st.sampled_from((", ", "; ", " and ", " & ", "、", "\n")))
def test_a_list(form: NameForm, found: list[str], separator: str) -> None:
    text = separator.join(found)
    with mock.patch.object(cleaning, "look_at", return_value=""):
        by_rules = outcome(parse_author_list, text, form=form)
    assert outcome(parse_author_list, text, form=form) == by_rules


@given(lists, st.sampled_from((" and ", " AND ", " and and ")))
def test_a_list_of_bibtex(found: list[str], separator: str) -> None:
    text = separator.join(found)
    with mock.patch.object(bibtex, "look_at", return_value="no"):
        by_rules = outcome(parse_author_list, text, form="bibtex")
    assert outcome(parse_author_list, text, form="bibtex") == by_rules


@pytest.mark.parametrize("text", ["Jane", "Jane M. Roe", "Jean-Pierre É. Straße", "王明", "王小明"])
def test_simple_names_need_one_look(text: str) -> None:
    assert look_at(text)


@pytest.mark.parametrize(
    "text",
    "|jane|Jane van Roe|Roe Jr|Dr. Roe|Bell Labs|Jane1|AB|A.B.|J. R. MD|Kraftfahrverband|Jane  Roe|"
    "王|北京大学|王小明a|McDonald|The Who|Le Guin".split("|"),
)
def test_others_are_read_by_the_rules(text: str) -> None:
    assert look_at(text) == ""
