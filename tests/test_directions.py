"""Bidirectional controls stay in their field.

"Each field is balanced where it is cut, shortened, initialised or ends" (issue 13). Unicode
Standard Annex #9: X6a (U+2069 closes the last isolate and all embeddings inside it), X7 (U+202C
closes an embedding, never an isolate), X8 ("All explicit directional embeddings, overrides and
isolates are completely terminated at the end of each paragraph").

Each field of a record is written in letters of its own, so that the output tells to which field a
letter belongs: no pair of an opener and its closer may hold letters of two fields, or of the style.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import citekit
from citekit.model.dates import DateLiteral
from citekit.model.venue import Venue
from citekit.styles.apa.names import initials
from citekit.styles.csl.compile.people.initials import initialize, normalize_initials
from citekit.tables.types import TYPES
from citekit.tables.variables import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from citekit.text.nodes import EMPTY, Format, RichText, Styled

EMBEDDINGS, ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
STYLES = (
    "apa bibtex biblatex ieee nature chicago-author-date chicago-notes-bibliography vancouver cell"
    " modern-language-association oscola american-medical-association din-1505-2"
).split()
DIALECTS = ("bibtex", "biblatex")
OUTPUTS = "plain html latex markdown rst ansi".split()
PIECES = [*EMBEDDINGS, *ISOLATES, *"\u202c\u2069\n", *" .,:;-?!()\"'/–“”’"]
PIECES += [". ", ", ", ": ", " - ", " — ", " & ", "1", "12-13", "a", "a", "A", "A", "A", "aa", "Aa"]
LETTERS = [chr(c) for first, last in ((0x430, 0x44C), (0x561, 0x586)) for c in range(first, last)]
"""Small letters of Cyrillic and Armenian, one for each field; their capitals belong to them."""
WORDS = [each.name for each in fields(citekit.Work) if each.default is EMPTY]
NUMBERS = [row.path for row in NUMBER_VARIABLES if "." not in row.path]
DATES = [row.path for row in DATE_VARIABLES if "." not in row.path]


def turned(letter: str) -> st.SearchStrategy[str]:
    """Give text whose only letters are *letter* and its capital, full of directional controls."""
    to_own = str.maketrans("aA", letter + letter.upper())
    text = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    return text.map(lambda each: f"{each}A".translate(to_own))


@st.composite
def turned_values(draw: st.DrawFn) -> dict[str, Any]:
    """Give the values of a work, each in letters of its own."""
    letters = iter(draw(st.permutations(LETTERS)))

    def text() -> str:
        return draw(turned(next(letters)))

    def name() -> citekit.Person | citekit.Organization:
        kind = draw(st.sampled_from(["person", "particle", "mononym", "group"]))
        if kind == "group":
            return citekit.Organization(name=text())
        if kind == "mononym":
            return citekit.Person(family=text())
        particle = text() if kind == "particle" else ""
        return citekit.Person(family=text(), given=text(), dropping_particle=particle)

    values: dict[str, Any] = {"type": draw(st.sampled_from(sorted(TYPES))), "title": text()}
    values["issued"] = draw(st.sampled_from(["2020", DateLiteral(text())]))
    values["venue"] = Venue(title=text(), title_short=draw(st.sampled_from(["", text()])))
    values["authors"] = [name() for _ in range(draw(st.integers(0, 2)))]
    values[draw(st.sampled_from(NAME_VARIABLES)).path] = [name()]
    some = st.lists(st.sampled_from(WORDS + NUMBERS), max_size=5, unique=True)
    return {**values, **{field: text() for field in draw(some)}, "id": "x"}


def spans(line: str) -> Iterator[set[str]]:
    """Give the letters between each opener and its closer; fail where one has no other."""
    is_open: list[tuple[str, set[str]]] = []
    for char in line:
        if char in EMBEDDINGS + ISOLATES:
            is_open.append((char, set()))
        elif char == "\u202c":
            assert is_open, f"a closer alone in {line!a}"
            assert is_open[-1][0] in EMBEDDINGS, f"a closer alone in {line!a}"
            yield is_open.pop()[1]
        elif char == "\u2069":
            while is_open and is_open[-1][0] in EMBEDDINGS:
                yield is_open.pop()[1]
            assert is_open, f"a closer alone in {line!a}"
            yield is_open.pop()[1]
        elif char.isalpha():
            for _, letters in is_open:
                letters.add(char.lower())
    assert not is_open, f"open at the end of {line!a}"


def check(text: str, *, is_plain: bool) -> None:
    """Check each line: whatever is turned is of one field; tags and commands are no text."""
    for line in text.split("\n"):
        for letters in spans(line):
            found = letters if is_plain else {each for each in letters if not each.isascii()}
            assert len(found) <= 1, f"of two fields: {line!a}"
            assert not any(map(str.isascii, found)), f"of the style: {line!a}"


class TestEveryField:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(turned_values(), st.sampled_from(STYLES), st.sampled_from(OUTPUTS), st.data())
    def test_in_every_style_and_writer(
        self, values: dict[str, Any], style: str, output: str, data: st.DataObject
    ) -> None:
        work = citekit.Work(**values)
        cite = citekit.Cite(
            "x",
            locator=data.draw(turned("э")),
            prefix=data.draw(turned("ю")),
            suffix=data.draw(turned("я")),
            narrative=data.draw(st.booleans()),
        )
        if style in DIALECTS:
            output = "plain"
        works = [work, work.evolve(id="y", type="book")]
        found = citekit.render(works, style, output=output, citations=[cite, "x", ["x", "y"]])
        is_plain = output == "plain" and style not in DIALECTS
        check("\n".join([str(found), *found.citations]), is_plain=is_plain)
        if style in DIALECTS:
            check(citekit.dumps([work], style), is_plain=False)

    def test_the_oracle_sees_what_leaves_a_field(self) -> None:
        for bad in ("\u202eа. б\u202c", "а\u202c", "\u2066а\n\u2069", "\u2067\u202c", "\u202ea"):
            with pytest.raises(AssertionError):
                check(bad, is_plain=True)
        check("\u202e1. а\u202c б \u2066\u202eв\u2069", is_plain=True)


class TestTheIssue:
    """The three cases that the issue names, and their neighbours."""

    @pytest.mark.parametrize("style", STYLES)
    def test_a_date_kept_as_text(self, style: str) -> None:
        item = {"type": "book", "title": "Tea", "issued": {"literal": "Spring\u202ex"}}
        [work] = citekit.loads(json.dumps([item]), "csl_json").works
        text = citekit.format(work, style)
        assert "\u202ex" not in text or "\u202ex\u202c" in text

    def test_a_literal_date_is_one_clean_line(self) -> None:
        assert DateLiteral(" Spring\u202ex\n\x1b").text == "Spring\u202ex\u202c"

    @pytest.mark.parametrize("style", [each for each in STYLES if each not in DIALECTS])
    def test_initials_have_no_direction(self, style: str) -> None:
        person = citekit.Person(family="Roe", given="A\u202e. B")
        text = citekit.format(citekit.Work(authors=[person], title="Tea"), style)
        assert text.count("\u202e") == text.count("\u202c")
        check(text.replace("A\u202e. B\u202c", ""), is_plain=True)

    def test_initials_are_letters(self) -> None:
        assert initialize("\u202eAnna\u202c \u2067Bo", ". ") == "A. B."
        assert normalize_initials("\u202eAnna B", ".") == "\u202eAnna\u202c B."
        assert initials("M. \u202edel Carmen") == "M. del C."

    @pytest.mark.parametrize("style", ["nature", "ieee", "vancouver"])
    def test_no_closer_stands_on_a_line_of_its_own(self, style: str) -> None:
        work = citekit.Work(title="Tea", authors=[citekit.Person(family="Roe", given="A\u202e. B")])
        text = citekit.bibliography([work, work.evolve(title="\u2067T", id="b")], style)
        assert not [line for line in text.split("\n") if line.strip() in ("\u202c", "\u2069")]

    def test_a_short_title_is_closed_where_it_is_cut(self) -> None:
        work = citekit.Work(title="Tea \u202etime: a history\u202c of it", issued=2020)
        assert "Tea \u202eTime\u202c" in citekit.cite(work)

    def test_a_post_is_closed_where_it_is_cut(self) -> None:
        title = "\u202e" + "word " * 30 + "\u202c"
        text = citekit.format(citekit.Work(type="post", title=title, authors=["A Roe"]))
        assert text.count("\u202e") == text.count("\u202c") == 1
        check(text.replace("word", "а").replace("Word", "а"), is_plain=True)

    def test_the_first_page_is_closed_where_it_is_cut(self) -> None:
        xml = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
        <info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
        <citation><layout><text variable="page-first" suffix="; "/><text variable="title"/></layout>
        </citation></style>"""
        work = citekit.Work(title="Tea", page="\u202e12-13\u202c")
        assert citekit.cite(work, citekit.csl(xml=xml)) == "\u202e12\u202c; Tea"

    def test_formatting_inside_a_turned_stretch(self) -> None:
        title = RichText(["a\u2067", Styled(["b"], Format.ITALIC), "c"])
        work = citekit.Work(title=title, publisher="P")
        assert str(work.title) == "a\u2067bc\u2069"
        assert "\u2069</cite>" not in citekit.format(work, "apa", output="html")
