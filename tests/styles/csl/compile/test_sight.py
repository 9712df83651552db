"""An element is compiled once for all contexts that it cannot tell apart."""

from __future__ import annotations

from attrs import evolve

from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.elements import Branch, Choose, Condition, Names, Style, Text
from citekit.styles.csl.load import load_style
from citekit.styles.csl.read import read_style
from citekit.styles.csl.xml import parse_checked


def _program() -> Program:
    style: Style = read_style(parse_checked(load_style("apa").xml)).style
    return Program(style, "en-US")


def _context(program: Program, type_: str, *present: str) -> Context:
    context = program.context(type_, "bibliography")
    return evolve(context, present=frozenset(present)) if present else context


_TITLE = Text(source="variable", value="title")


def test_what_tests_no_type_is_compiled_once_for_all_types() -> None:
    program = _program()
    book, article = (_context(program, each) for each in ("book", "article-journal"))
    assert program.element(_TITLE, book) is program.element(_TITLE, article)


def test_what_tests_the_type_is_compiled_for_each() -> None:
    program = _program()
    is_book = Condition(name="type", values=("book",))
    choose = Choose(branches=(Branch(match="any", conditions=(is_book,), children=(_TITLE,)),))
    names = Names(variables=("author",), substitute=(choose,))
    book, article = (_context(program, each) for each in ("book", "article-journal"))
    assert program.element(names, book) is not program.element(names, article)


def test_only_variables_that_are_mentioned_make_a_difference() -> None:
    program = _program()
    with_title = _context(program, "book", "title")
    with_more = _context(program, "book", "title", "DOI")
    without = _context(program, "book", "DOI")
    assert program.element(_TITLE, with_title) is program.element(_TITLE, with_more)
    assert program.element(_TITLE, with_title) is not program.element(_TITLE, without)


def test_name_options_make_a_difference_to_names_alone() -> None:
    program = _program()
    context = _context(program, "book")
    other = evolve(context, options=evolve(context.options, and_="text"))
    names = Names(variables=("author",))
    assert program.element(_TITLE, context) is program.element(_TITLE, other)
    assert program.element(names, context) is not program.element(names, other)
