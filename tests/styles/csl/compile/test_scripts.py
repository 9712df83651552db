"""Specification of italics in scripts that have none.

CSL 1.0.2 does not speak of it ("Formatting"). As in citeproc-js, a variable or term without a
letter of a script that has italics, and without a digit, gets no font-style; the rest stays.
"""

from __future__ import annotations

import pytest

from citekit.styles.csl.marked.marks import FORMAT_MARKS
from citekit.text.nodes import Format
from styles.csl.small import item, marked

ITALIC, BOLD = FORMAT_MARKS[Format.ITALIC], FORMAT_MARKS[Format.BOLD]


@pytest.mark.parametrize(
    ("title", "italic"),
    [
        ("Growth", True),
        ("\u0413\u0440\u043e\u0441\u0442", True),  # Cyrillic
        ("\u1ec7", True),  # Vietnamese
        ("1984", True),
        ("2\u20133", True),
        ("\u91cf\u5b50", False),
        ("\u91cf\u5b50 X", True),
        ("\ucc45", False),
    ],
)
def test_scripts(title: str, italic: bool) -> None:
    layout = '<text variable="title" font-style="italic" font-weight="bold"/>'
    text = marked(layout, item(title=title))
    assert (ITALIC in text) is italic
    assert BOLD in text


def test_what_holds_it_is_formatted_as_a_whole() -> None:
    layout = '<group font-style="italic"><text variable="title"/></group>'
    assert ITALIC in marked(layout, item(title="\u91cf\u5b50"))
