"""A document: citations in order, formatted together."""

from typing import Any

import pytest

import citekit
from citekit import Citation, Cite, Document, DuplicateIdError, UnknownNameError, Work
from citekit.errors import InvalidValueError, OptionError

WORKS = [
    Work(title="LLaMA", authors="Hugo Touvron", issued=2023),
    Work(title="Llama 2", authors="Hugo Touvron", issued=2023),
    Work(id="hu", title="LoRA", authors="Edward Hu", issued=2022),
]


@pytest.fixture
def document() -> Document:
    return Document(WORKS, style="apa")


def test_works_get_ids(document: Document) -> None:
    assert [work.id for work in document.works] == ["touvron2023llama", "touvron2023llama2", "hu"]


def test_citations_depend_on_each_other(document: Document) -> None:
    assert document.cite("touvron2023llama") == "(Touvron, 2023a)"
    assert document.cite("touvron2023llama2", narrative=True) == "Touvron (2023b)"
    assert document.cite("hu", "touvron2023llama") == "(Hu, 2022; Touvron, 2023a)"
    assert document.citations == (
        "(Touvron, 2023a)",
        "Touvron (2023b)",
        "(Hu, 2022; Touvron, 2023a)",
    )


def test_it_gives_the_same_as_render(document: Document) -> None:
    document.add("hu")
    expected = citekit.render(document.works, "apa", citations=["hu"])
    assert document.result == expected
    assert document.bibliography() == expected.text


def test_adding_many_and_reading_once(document: Document) -> None:
    assert [document.add("hu"), document.add(Cite("hu", locator=3))] == [0, 1]
    assert document.citations == ("(Hu, 2022)", "(Hu, 2022, p. 3)")


def test_inserting_tells_what_changes() -> None:
    document = Document([Work(id="a", title="A"), Work(id="b", title="B")], style="csl:ieee")
    document.add("a")
    assert document.insert(0, "b") == {0: "[1]", 1: "[2]"}
    assert document.insert(2, "a") == {2: "[2]"}
    assert document.citations == ("[1]", "[2]", "[2]")


@pytest.mark.parametrize("index", [-1, 1, 99])
def test_there_is_no_place_outside(document: Document, index: int) -> None:
    with pytest.raises(InvalidValueError, match="no such place"):
        document.insert(index, "hu")


def test_a_cite_that_points_nowhere_changes_nothing(document: Document) -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'hu'"):
        document.cite("hu2")
    assert document.citations == ()


def test_a_finished_citation_is_taken_as_it_is(document: Document) -> None:
    assert document.cite(Citation(["hu"])) == "(Hu, 2022)"
    with pytest.raises(OptionError, match="a Citation is finished"):
        document.cite(Citation(["hu"]), locator=3)


def test_what_a_cite_says_goes_with_one_id(document: Document) -> None:
    with pytest.raises(OptionError, match="goes with one id"):
        document.cite("hu", "touvron2023llama", locator=3)


@pytest.mark.parametrize("cites", [(), (None,), ("",)])
def test_an_empty_citation_is_an_error(document: Document, cites: Any) -> None:
    with pytest.raises(InvalidValueError):
        document.cite(*cites)


def test_duplicate_ids_are_an_error() -> None:
    with pytest.raises(DuplicateIdError):
        Document([WORKS[2], WORKS[2]])


def test_an_unknown_style_or_output_is_found_at_once() -> None:
    with pytest.raises(UnknownNameError):
        Document(WORKS, style="no-such-style")
    with pytest.raises(UnknownNameError):
        Document(WORKS, output="no-such-output")
