"""Venues and events."""

from typing import Any

import pytest

from citekit.errors import DateError, InvalidValueError
from citekit.model.dates import PartialDate
from citekit.model.venue import Event, Venue, to_event, to_venue
from citekit.text.nodes import Format, RichText, Styled


class TestVenue:
    def test_a_title_a_mapping_and_a_venue_convert(self) -> None:
        venue = Venue(title="Nature")
        assert to_venue("Nature") == to_venue({"title": "Nature"}) == to_venue(venue) == venue
        assert to_venue(RichText([Styled(["Cell"], Format.ITALIC)])) is not None

    @pytest.mark.parametrize("value", [None, "", "  "])
    def test_nothing_is_no_venue(self, value: Any) -> None:
        assert to_venue(value) is None

    def test_it_needs_a_title_long_or_short(self) -> None:
        assert str(Venue(title_short="Nat.")) == "Nat."
        with pytest.raises(InvalidValueError, match="needs a title"):
            Venue(kind="journal")

    def test_its_kind_is_a_known_one(self) -> None:
        with pytest.raises(InvalidValueError, match="did you mean 'journal'"):
            Venue(title="x", kind="jurnal")
        with pytest.raises(InvalidValueError, match="one of journal"):
            Venue(title="x", kind="zzz")

    def test_its_case_is_a_known_one(self) -> None:
        assert Venue(title="x", title_case="sentence").title_case == "sentence"
        with pytest.raises(InvalidValueError, match="title_case"):
            Venue(title="x", title_case="upper")  # type: ignore[arg-type]  # wrong on purpose

    def test_an_unknown_field_gets_a_suggestion(self) -> None:
        with pytest.raises(InvalidValueError, match="field 'titel'.*did you mean 'title'"):
            to_venue({"titel": "x"})
        with pytest.raises(InvalidValueError, match="fields are title"):
            to_venue({"zzz": "x"})

    @pytest.mark.parametrize("value", [3, ["x"], object()])
    def test_what_is_no_venue_is_refused(self, value: Any) -> None:
        with pytest.raises(InvalidValueError, match="not a venue's title"):
            to_venue(value)


class TestEvent:
    def test_a_title_a_mapping_and_an_event_convert(self) -> None:
        event = Event(title="ICLR 2022")
        assert to_event("ICLR 2022") == to_event({"title": "ICLR 2022"}) == to_event(event) == event
        assert to_event(None) is to_event("") is None

    def test_it_says_what_where_and_when(self) -> None:
        event = Event(place="Paris", date="2022-04-25")
        assert event.date == PartialDate(2022, 4, 25)

    def test_it_says_something(self) -> None:
        with pytest.raises(InvalidValueError, match="needs a title, a place or a date"):
            Event()

    def test_an_impossible_date_is_an_error(self) -> None:
        with pytest.raises(DateError):
            Event(title="x", date="2022-13")

    @pytest.mark.parametrize("value", [3, ["x"]])
    def test_what_is_no_event_is_refused(self, value: Any) -> None:
        with pytest.raises(InvalidValueError, match="not an event's title"):
            to_event(value)
