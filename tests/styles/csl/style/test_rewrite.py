"""Specification of blocks: which elements of an entry are one ("Display").

"The display attribute … may be used to structure individual bibliographic entries into one or more
text blocks." As in citeproc-js those are the elements that stand right in the layout.
"""

from __future__ import annotations

import pytest

from citekit.styles.csl.marked.marks import BLOCKS
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
