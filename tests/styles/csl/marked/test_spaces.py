"""Specification of spaces that meet.

CSL 1.0.2 leaves them to the processor ("Affixes", "Delimiter"); the rules are those of the
reference processor, citeproc-js.
"""

from __future__ import annotations

import pytest

from citekit.styles.csl.marked.marks import BLOCKS, CLOSE, FORMAT_MARKS, HARD, harden, strip_marks
from citekit.styles.csl.marked.punctuation import add, attach
from citekit.text.nodes import Format
from styles.csl.small import entry, item, marked

ITALIC = FORMAT_MARKS[Format.ITALIC]
WORK = item(title="Growth", note="Note", volume="2", author=["Doe, Jane"])


class TestSpacesOfTheStyle:
    """Of two spaces of affixes and delimiters that meet, one stays; of two hard ones, too."""

    @pytest.mark.parametrize("space", [" ", "\u00a0"])
    def test_one_stays(self, space: str) -> None:
        layout = (
            f'<text variable="title" suffix="{space}"/><text variable="note" prefix="{space}"/>'
        )
        assert entry(layout, WORK) == f"Growth{space}Note"

    def test_a_hard_space_and_another_both_stay(self) -> None:
        assert add("a\u00a0", " b") == "a\u00a0 b"

    def test_two_in_one_affix_are_seen(self) -> None:
        """ "CSL processors MUST NOT normalize attribute values" ("Whitespace Handling"); one of the
        two is hard, because HTML shows many spaces as one."""
        layout = '<text variable="title" suffix=".  "/><text variable="note"/>'
        assert entry(layout, WORK) == "Growth.\u00a0 Note"


class TestSpacesOfTexts:
    """A space that a term or a value brings along does not merge with those of the style."""

    @pytest.mark.parametrize(
        ("layout", "shown"),
        [
            ('<group delimiter=" "><text value="Vol. "/><text variable="volume"/></group>', "  "),
            ('<text value="Vol. "/><text variable="volume" prefix=" "/>', "  "),
            ('<text value="Vol. " suffix=" "/><text variable="volume"/>', "  "),
            ('<text value="Vol. "/><text variable="volume"/>', " "),
        ],
    )
    def test_a_value(self, layout: str, shown: str) -> None:
        assert entry(layout, WORK) == f"Vol.{shown}2"

    def test_a_term(self) -> None:
        own = "<locale><terms><term name='in'>in </term></terms></locale>"
        layout = '<group delimiter=" "><text term="in"/><text variable="title"/></group>'
        assert entry(layout, WORK, macros=own) == "In  Growth"

    def test_the_mark_is_beside_spaces_alone(self) -> None:
        assert harden("Vol. ") == f"Vol. {HARD}"
        assert harden(" x\u00a0") == f"{HARD} x\u00a0{HARD}"
        assert harden("Vol.") == "Vol."
        assert strip_marks(harden(" x ")) == " x "


class TestSiblings:
    """Formatted or quoted text and numbers keep the space of their suffix beside a sibling's."""

    @pytest.mark.parametrize(
        ("first", "spaces"),
        [
            ('<text variable="title" suffix=" "/>', 1),
            ('<text variable="title" font-style="italic" suffix=" "/>', 2),
            ('<text variable="title" quotes="true" suffix=" "/>', 2),
            ('<group font-style="italic" suffix=" "><text variable="title"/></group>', 2),
            ('<group><text variable="title" font-style="italic" suffix=" "/></group>', 1),
            ('<number variable="volume" suffix=" "/>', 2),
            ('<text variable="volume" suffix=" "/>', 2),
            ('<text variable="issue" suffix=" "/>', 1),
            (
                '<choose><if variable="title">'
                '<text variable="title" font-style="italic" suffix=" "/></if></choose>',
                2,
            ),
        ],
    )
    @pytest.mark.parametrize("around", ["{}", "<group>{}</group>"])
    def test_a_sibling(self, first: str, spaces: int, around: str) -> None:
        work = item(title="Growth", note="Note", volume="2", issue="2-3")
        layout = around.format(f'{first}<text variable="note" prefix=" "/>')
        assert entry(layout, work).count(" ") == spaces

    @pytest.mark.parametrize("second", ["", '<text variable="abstract" prefix=" "/>'])
    def test_no_sibling(self, second: str) -> None:
        """Where nothing follows, the space merges with that of the group or its delimiter."""
        inner = f'<text variable="title" font-style="italic" suffix=" "/>{second}'
        note = '<text variable="note"/>'
        assert entry(f'<group suffix=" ">{inner}</group>{note}', WORK) == "Growth Note"
        layout = f'<group delimiter=" "><group>{inner}</group>{note}</group>'
        assert entry(layout, WORK) == "Growth Note"

    def test_a_delimiter(self) -> None:
        inner = '<text variable="title" font-style="italic" suffix=" "/><text variable="note"/>'
        assert entry(f'<group delimiter=" ">{inner}</group>', WORK) == "Growth Note"

    def test_the_last_of_some_names(self) -> None:
        work = item(author=["Roe, Bo", "Doe, Jane", "Poe, Al"])
        names = '<names variable="author"><name prefix=" " {}/></names>'
        assert entry(names.format(""), work) == " Bo Roe, Jane Doe,  Al Poe"
        assert entry(names.format('and="text"'), work) == " Bo Roe, Jane Doe, and Al Poe"


class TestSpacesInFormatting:
    """Formatting bars a space from those outside of it, except from the affixes of its element."""

    def test_siblings(self) -> None:
        assert add("a ", f"{ITALIC} b{CLOSE}") == f"a {ITALIC} b{CLOSE}"
        assert add(f"{ITALIC}a {CLOSE}", " b") == f"{ITALIC}a {CLOSE} b"

    def test_affixes(self) -> None:
        assert attach("a ", f"{ITALIC} b{CLOSE}") == f"a {ITALIC}b{CLOSE}"

    def test_punctuation_is_not_barred(self) -> None:
        assert add(f"{ITALIC}a.{CLOSE}", ". b") == f"{ITALIC}a.{CLOSE} b"


class TestSortSeparator:
    """As in citeproc-js one of two spaces at the end of a sort-separator is dropped."""

    @pytest.mark.parametrize(
        ("separator", "shown"),
        [("  ", "Doe Jane"), (",  ", "Doe, Jane"), (" ", "Doe Jane"), ("", "DoeJane")],
    )
    def test_separators(self, separator: str, shown: str) -> None:
        name = f'<name name-as-sort-order="all" sort-separator="{separator}"/>'
        assert entry(f'<names variable="author">{name}</names>', WORK) == shown


class TestBlocks:
    """A space at the beginning or the end of an entry stands outside of its blocks ("Display")."""

    @pytest.mark.parametrize("space", [" ", "\u00a0"])
    def test_at_the_beginning(self, space: str) -> None:
        block = f'<group display="block"><text variable="title" prefix="{space}"/></group>'
        assert entry(block, WORK).startswith(space)

    def test_at_the_end(self) -> None:
        layout = (
            '<text variable="note" display="left-margin"/><group display="right-inline">'
            '<text variable="title" suffix=" "/></group>'
        )
        assert marked_entry(layout) == "<left-margin>Note</><right-inline>Growth</> "


def marked_entry(layout: str) -> str:
    """Give the entry with tags for its blocks."""
    text = marked(layout, WORK)
    for display, mark in BLOCKS.items():
        text = text.replace(mark, f"<{display}>")
    return text.replace(CLOSE, "</>")
