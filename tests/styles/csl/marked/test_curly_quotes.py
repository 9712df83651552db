"""Specification of curly quotation marks in fields, of which CSL 1.0.2 does not speak.

As in citeproc-js they stay as they are, unless they are the marks of the quotation around them:
then they are a quotation in it. Straight ones become the marks of the locale.
"""

from __future__ import annotations

import pytest

from citekit.styles.csl.marked.field_text import mark_text
from styles.csl.small import cite, item


@pytest.mark.parametrize(
    ("locale", "attribute", "title", "shown"),
    [
        ("en-GB", "", "On “Dune”", "On “Dune”"),
        ("en-GB", "", 'On "Dune"', "On ‘Dune’"),
        ("en-US", "", "On ‘Dune’ here", "On ‘Dune’ here"),
        ("fr-FR", "", "On “Dune”", "On “Dune”"),
        ("en-US", 'quotes="true"', "On “Dune”", "“On ‘Dune’”"),
        ("en-US", 'quotes="true"', "On ‘Dune’ here", "“On ‘Dune’ here”"),
        ("en-US", 'quotes="true"', "On “a ‘b’ c” d", "“On ‘a “b” c’ d”"),
        ("en-US", 'quotes="true"', "On ‘a “b” c’ d", "“On ‘a “b” c’ d”"),
        ("en-GB", 'quotes="true"', "On “a ‘b’ c” d", "‘On “a ‘b’ c” d’"),
        ("fr-FR", 'quotes="true"', "On ‘Dune’ ici", "«\u202fOn ‘Dune’ ici\u202f»"),
        ("en-US", 'quotes="true"', "O’Neill’s “x”", "“O’Neill’s ‘x’”"),
        ("en-US", 'quotes="true"', "On “Dune", "“On “Dune”"),
    ],
)
def test_marks(locale: str, attribute: str, title: str, shown: str) -> None:
    layout = f'<text variable="title" {attribute}/>'
    text = cite(layout, item(title=mark_text(title)), locale=locale)
    assert text.replace("\u00a0", "\u202f") == shown


@pytest.mark.parametrize(
    ("title", "shown"), [("On “Dune”", "On “Dune,” x"), ("On ‘Dune’", "On ‘Dune’, x")]
)
def test_punctuation_goes_into_the_marks_of_the_locale(title: str, shown: str) -> None:
    """punctuation-in-quote is for quotations, which the marks of another locale do not make."""
    layout = '<text variable="title" suffix=", "/><text value="x"/>'
    assert cite(layout, item(title=mark_text(title)), locale="en-US") == shown
