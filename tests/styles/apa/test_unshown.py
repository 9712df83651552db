"""No field of a work is left out silently, but those that APA leaves out on purpose."""

from typing import Any

import pytest

import citekit
from citekit.model.work import Work
from citekit.styles.apa.unshown import LEFT_OUT
from citekit.tables.fields import FIELDS, Field

ODD: dict[str, Any] = {
    "names": [("Zyxwv", "Q.")],
    "date": "1789-07-14",
    "event": {"title": "Zyxwv meeting"},
    "doi": "10.99999/zyxwv",
    "arxiv": "1707.17890",
    "venue": "Zyxwv journal",
}
"""Values by kind of field that occur in no entry by chance; the others get a word."""
LOOKED_AT = [row for row in FIELDS if row.name not in LEFT_OUT]


@pytest.mark.parametrize("type_", ["article-journal", "book", "webpage", "bill", "speech"])
@pytest.mark.parametrize("row", LOOKED_AT, ids=lambda row: row.name)
def test_each_field_is_shown_or_named(row: Field, type_: str) -> None:
    value = ODD.get(row.kind, "zyxwv")
    work = Work(**{"id": "w", "type": type_, "title": "Plain title", row.name: value})
    result = citekit.render([work], "apa")
    shown = result.entries[0].lower()
    named = [each for each in result.diagnostics if each.code == "not-shown"]
    marks = ("zyxwv", "1789", "17890")
    assert any(mark in shown for mark in marks) != any(row.name in each.message for each in named)


def test_what_is_left_out_on_purpose_is_a_field() -> None:
    assert {row.name for row in FIELDS} >= LEFT_OUT


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"issue": "3"}, True),  # "3" occurs in 2023, but not as a number of its own
        ({"issue": "2023"}, False),
        ({"event": {"date": "1066"}}, True),
        ({"issued": "forthcoming"}, False),
        ({"status": "forthcoming", "issued": None}, False),
        ({"status": "forthcoming"}, True),
        ({"event": {"place": "Oslo"}}, True),
        ({"type": "book", "edition": "2nd"}, False),
        ({"type": "article-journal", "venue": "J", "volume": "3", "page": "20–23"}, False),
        ({"type": "article-journal", "venue": "J", "volume": "３", "page": "S20–S23"}, False),
    ],
)
def test_a_number_is_shown_where_it_stands_for_itself(fields: Any, named: bool) -> None:
    work = Work(**{"type": "webpage", "title": "T", "issued": 2023, **fields})
    found = citekit.render([work], "apa").diagnostics
    assert named == any(each.code == "not-shown" for each in found)
