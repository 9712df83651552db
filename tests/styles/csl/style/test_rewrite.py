"""Specification of blocks: which elements of an entry are one ("Display").

"The display attribute … may be used to structure individual bibliographic entries into one or more
text blocks." As in citeproc-js those are the elements that stand right in the layout.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from citekit.styles.csl.marked.marks import BLOCKS
from citekit.styles.csl.source.load import load_style
from citekit.styles.csl.style.elements import Choose, Element, Label, Style, walk
from citekit.styles.csl.style.read import read_style
from citekit.styles.csl.style.rewrite import rewrite
from citekit.styles.csl.style.xml import parse_checked
from styles.csl.small import item, marked

WORK = item(title="Growth", author=["Doe, Jane"])
TITLE = '<text variable="title" {}/>'
BLOCK = 'display="block"'


def is_block(layout: str, macro: str = "") -> bool:
    """Say whether the entry of a layout, and of a macro that it calls, has a block."""
    macros = f'<macro name="m">{macro}</macro>'
    return BLOCKS["block"] in marked(layout, WORK, macros=macros)


@pytest.mark.parametrize(
    "layout",
    [
        TITLE.format(BLOCK),
        f"<group {BLOCK}>{TITLE.format('')}</group>",
        f'<text macro="m" {BLOCK}/>',
        f'<names variable="author" {BLOCK}/>',
        f'<choose><if variable="title">{TITLE.format(BLOCK)}</if></choose>',
    ],
)
def test_an_element_of_the_layout(layout: str) -> None:
    assert is_block(layout, TITLE.format(""))


@pytest.mark.parametrize(
    "layout",
    [
        f"<group>{TITLE.format(BLOCK)}</group>",
        f"<group><group {BLOCK}>{TITLE.format('')}</group></group>",
        '<text macro="m"/>',
        f'<group><choose><if variable="title">{TITLE.format(BLOCK)}</if></choose></group>',
        '<names variable="editor"><substitute>' + TITLE.format(BLOCK) + "</substitute></names>",
    ],
)
def test_an_element_inside_of_another(layout: str) -> None:
    assert not is_block(layout, TITLE.format(BLOCK))


@pytest.mark.parametrize("instead", [TITLE.format(""), '<names variable="author"><name/></names>'])
def test_what_stands_for_names(instead: str) -> None:
    """It stands in their block."""
    names = f'<names variable="editor" {BLOCK}><name/><substitute>{instead}</substitute></names>'
    assert is_block(names)


STYLES = ("apa", "chicago-notes", "ieee", "nlm-citation-sequence", "harvard-cite-them-right")


def elements_of(style: Style) -> Iterator[Element]:
    yield from walk(style.citation.layout.elements)
    if style.bibliography is not None:
        yield from walk(style.bibliography.layout.elements)
    for macro in style.macros.values():
        yield from walk(macro.elements)


@pytest.mark.parametrize("name", STYLES)
class TestTheStage:
    def test_reading_adds_nothing(self, name: str) -> None:
        """What `rewrite` adds is citekit's, not CSL's: none of it is there before."""
        for each in elements_of(read_style(parse_checked(load_style(name).xml)).style):
            assert isinstance(each, Choose) or not each.decoration.keeps_space
            assert not isinstance(each, Label) or not each.term

    def test_a_second_time_changes_nothing(self, name: str) -> None:
        once = rewrite(read_style(parse_checked(load_style(name).xml)).style)
        again = rewrite(once)
        pairs = zip(elements_of(once), elements_of(again), strict=True)
        assert all(new is old for new, old in pairs)


@pytest.mark.parametrize("name", STYLES)
def test_an_element_rebuilt_with_its_own_children_is_the_same(name: str) -> None:
    for each in elements_of(read_style(parse_checked(load_style(name).xml)).style):
        assert each.rebuilt(lambda elements: elements) is each
