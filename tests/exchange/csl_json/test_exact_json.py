"""Values of a work as JSON data, and back."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from attrs import fields
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError, InvalidValueError
from citekit.exchange.csl_json.exact_json import decode, encode
from citekit.model.names import NOBODY, AuthorList
from citekit.model.venue import Venue
from citekit.model.work import Work
from citekit.text.nodes import EMPTY, RichText
from strategies import author_lists, date_values, events, json_values, rich_texts, venues, works


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(encode(value)))


class TestRoundTrip:
    """What is encoded as JSON data is decoded as it was."""

    @given(rich_texts())
    def test_text(self, text: RichText) -> None:
        assert decode("title", through_json(text), EMPTY) == text

    @given(date_values)
    def test_dates(self, date: Any) -> None:
        assert decode("issued", through_json(date), None) == date

    @given(author_lists())
    def test_names(self, names: AuthorList) -> None:
        assert decode("authors", through_json(names), NOBODY) == names

    @given(venues())
    def test_venues(self, venue: Venue | None) -> None:
        assert decode("venue", through_json(venue), None) == venue

    @given(events())
    def test_events(self, event: Any) -> None:
        assert decode("event", through_json(event), None) == event

    @given(venues(), venues())
    def test_only_what_differs_is_given(self, one: Any, other: Any) -> None:
        changes = encode(one, other)
        assert decode("venue", changes, other) == one
        if one is not None and other is not None:
            same = {
                name for name in ("title", "kind") if getattr(one, name) == getattr(other, name)
            }
            assert not same & changes.keys()

    @settings(max_examples=50, deadline=None)
    @given(works())
    def test_every_field_of_a_work(self, work: Work) -> None:
        for each in fields(Work):
            if each.name not in ("_found", "diagnostics", "extra"):
                data = through_json(getattr(work, each.name))
                value = decode(each.name, data, each.default)
                assert getattr(Work(**{each.name: value}), each.name) == getattr(work, each.name)


class TestForeignData:
    """What was not written by citekit is a `CitekitError`, never another one."""

    @given(
        st.sampled_from([each.name for each in fields(Work)] + ["x"]),
        json_values
        | st.fixed_dictionaries(
            {},
            optional=dict.fromkeys(
                ["text", "year", "start", "styled", "quoted", "listed", "id", "version", "link"],
                json_values,
            ),
        ),
    )
    def test_any_data(self, name: str, data: Any) -> None:
        with contextlib.suppress(CitekitError):
            decode(name, data, getattr(fields(Work), name).default if name != "x" else None)

    @pytest.mark.parametrize(
        ("name", "data"),
        [("title", 7), ("title", [{"link": "x"}]), ("issued", {}), ("arxiv", {"id": "2302.13971"})],
    )
    def test_examples(self, name: str, data: Any) -> None:
        with pytest.raises(InvalidValueError, match="not in the form"):
            decode(name, data, EMPTY if name == "title" else None)

    def test_text_that_nests_too_deep(self) -> None:
        data: Any = ["x"]
        for _ in range(5000):
            data = [{"quoted": data}]
        with pytest.raises(CitekitError):
            decode("title", data, EMPTY)
