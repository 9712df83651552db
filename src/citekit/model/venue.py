"""What a work appeared in, and the event at which it was presented."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast, get_args

from attrs import field, fields, frozen

from citekit.errors import InvalidValueError, did_you_mean
from citekit.model.dates import Date, to_date
from citekit.model.values import as_text, check_type
from citekit.speed.records import shared_methods
from citekit.text.nodes import EMPTY, RichText

__all__ = ["Event", "Venue", "VenueKind", "to_event", "to_venue"]

VenueKind = Literal[
    "journal",
    "magazine",
    "newspaper",
    "proceedings",
    "book",
    "encyclopedia",
    "dictionary",
    "repository",
    "site",
    "series",
]


def _to_kind(value: Any) -> VenueKind | None:
    kinds = get_args(VenueKind)
    if value is None:
        return None
    check_type(value, str, "a kind of venue")
    if value in kinds:
        return cast("VenueKind", value)
    hint = did_you_mean(value, kinds) or "one of " + ", ".join(kinds)
    raise InvalidValueError("unknown kind of venue", field="kind", value=value, hint=hint)


@frozen(kw_only=True)
@shared_methods
class Venue:
    """What a work appeared in: a journal, proceedings, a book, a repository, a site.

    Args:
        title: Its title, as rich text; CSL's `container-title`.
        kind: What it is. None leaves it to the type of the work.
        title_short: Its abbreviated title; CSL's `container-title-short`.
        title_case: Whether the title is known to be in "title" or "sentence" case.

    >>> Venue(title="Nature", kind="journal").kind
    'journal'
    """

    title: RichText = field(default=EMPTY, converter=as_text)
    kind: VenueKind | None = field(default=None, converter=_to_kind)
    title_short: RichText = field(default=EMPTY, converter=as_text)
    title_case: Literal["title", "sentence"] | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        if not (self.title or self.title_short):
            raise InvalidValueError(
                "a venue needs a title", field="title", hint="leave out the venue instead"
            )
        if self.title_case not in (None, "title", "sentence"):
            raise InvalidValueError(
                'a case is "title", "sentence" or None', field="title_case", value=self.title_case
            )

    def __str__(self) -> str:
        return str(self.title or self.title_short)


@frozen(kw_only=True)
@shared_methods
class Event:
    """A conference, a hearing, a performance: what happened, where and when.

    >>> event = Event(title="ICLR 2022", place="online", date="2022-04-25")
    >>> event.date, str(event)
    (PartialDate(2022, 4, 25), 'ICLR 2022, online, 25 April 2022')
    """

    title: RichText = field(default=EMPTY, converter=as_text)
    place: RichText = field(default=EMPTY, converter=as_text)
    date: Date | None = field(default=None, converter=to_date)

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.title, self.place, self.date) if part)

    def __attrs_post_init__(self) -> None:
        if not (self.title or self.place or self.date):
            raise InvalidValueError("an event needs a title, a place or a date")


_T = TypeVar("_T", Venue, Event)


def _from_mapping(kind: type[_T], value: Mapping[Any, Any]) -> _T:
    known = [each.name for each in fields(kind)]
    for key in value:
        if key not in known:
            raise InvalidValueError(
                f"unknown field of a {kind.__name__.lower()}",
                field=str(key),
                hint=did_you_mean(str(key), known) or "fields are " + ", ".join(known),
            )
    return kind(**value)


def to_venue(value: Any) -> Venue | None:
    """Convert a title, a mapping or a `Venue`; None and blank text are no venue.

    >>> to_venue("Nature")
    Venue(title=RichText('Nature'), kind=None, title_short=RichText(''), title_case=None)
    """
    return _converted(Venue, value, "a venue's title, a mapping or a Venue")


def to_event(value: Any) -> Event | None:
    """Convert a title, a mapping or an `Event`; None and blank text are no event."""
    return _converted(Event, value, "an event's title, a mapping or an Event")


def _converted(kind: type[_T], value: Any, wanted: str) -> _T | None:
    if value is None or isinstance(value, kind):
        return value
    if isinstance(value, Mapping):
        return _from_mapping(kind, value)
    check_type(value, (str, RichText), wanted)
    title = as_text(value)
    return kind(title=title) if title else None
