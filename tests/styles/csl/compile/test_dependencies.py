"""An element is compiled once for all contexts that it cannot tell apart."""

from __future__ import annotations

from attrs import evolve

from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.compile.scope import Scope
from citekit.styles.csl.source.load import load_style
from citekit.styles.csl.style.elements import Branch, Choose, Condition, Names, Style, Text
from citekit.styles.csl.style.read import read_style
from citekit.styles.csl.style.rewrite import rewrite
from citekit.styles.csl.style.xml import parse_checked
from styles.csl.small import item, program


def _program() -> Program:
    style: Style = rewrite(read_style(parse_checked(load_style("apa").xml)).style)
    return Program(style, "en-US")


def _context(program: Program, type_: str, *present: str) -> Context:
    context = program.context(type_, "bibliography")
    return evolve(context, present=frozenset(present)) if present else context


_TITLE = Text(source="variable", value="title")


def test_what_tests_no_type_is_compiled_once_for_all_types() -> None:
    apa = _program()
    book, article = (_context(apa, each) for each in ("book", "article-journal"))
    assert apa.element(_TITLE, book) is apa.element(_TITLE, article)


def test_what_tests_the_type_is_compiled_for_each() -> None:
    apa = _program()
    is_book = Condition(name="type", values=("book",))
    choose = Choose(branches=(Branch(match="any", conditions=(is_book,), elements=(_TITLE,)),))
    names = Names(variable_names=("author",), substitute=(choose,))
    book, article = (_context(apa, each) for each in ("book", "article-journal"))
    assert apa.element(names, book) is not apa.element(names, article)


def test_what_a_macro_tests_makes_a_difference_to_its_callers() -> None:
    is_book = '<choose><if type="book"><text variable="title"/></if></choose>'
    made = program(
        macros=f'<macro name="m">{is_book}</macro><macro name="n"><text macro="m"/></macro>'
    )
    call = Text(source="macro", value="n")
    book, article = (made.context(each, "citation") for each in ("book", "article-journal"))
    assert made.element(call, book)(Scope(item("a", title="T"))) == "T"
    assert made.element(call, article)(Scope(item("a", title="T"))) == ""


def test_only_variables_that_are_mentioned_make_a_difference() -> None:
    apa = _program()
    with_title = _context(apa, "book", "title")
    with_more = _context(apa, "book", "title", "DOI")
    without = _context(apa, "book", "DOI")
    assert apa.element(_TITLE, with_title) is apa.element(_TITLE, with_more)
    assert apa.element(_TITLE, with_title) is not apa.element(_TITLE, without)


def test_name_options_make_a_difference_to_names_alone() -> None:
    apa = _program()
    context = _context(apa, "book")
    other = evolve(context, options=evolve(context.options, and_="text"))
    names = Names(variable_names=("author",))
    assert apa.element(_TITLE, context) is apa.element(_TITLE, other)
    assert apa.element(names, context) is not apa.element(names, other)
