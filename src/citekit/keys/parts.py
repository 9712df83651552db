"""What the parts of a key's pattern are in a given work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType

from citekit.keys.options import KeyOptions
from citekit.keys.transliterate import transliterate
from citekit.keys.words import MAX_WORD, organization_word, title_words
from citekit.model.dates import DateRange, PartialDate, first_year
from citekit.model.names import Name, Organization, Person
from citekit.model.work import Work

__all__ = ["WorkParts"]

_SHORT_TITLE = 3


class WorkParts:
    """The parts of one work, each worked out when first asked for.

    Args:
        work: The work.
        options: How keys are made.
        extra: How many title words are taken beyond those that the pattern asks for.
        lends_title: Whether a title word stands in for a missing name. The title parts then
            begin with the word after it, so that no word is in the key twice.
    """

    def __init__(
        self, work: Work, options: KeyOptions, *, extra: int = 0, lends_title: bool = False
    ) -> None:
        self.work = work
        self.options = options
        self.extra = extra
        self.lends_title = lends_title
        german = work.language.lower().startswith("de")
        self.german = options.umlauts == "oe" or (options.umlauts == "language" and german)

    def __call__(self, name: str) -> str:
        """Give the part *name*, in ASCII; "" where the work does not have it."""
        return _PARTS[name](self)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The significant words of the title, or of the first other title that there is."""
        work = self.work
        titles = (work.title, work.title_short, work.translated_title, work.original_title)
        title = next((str(each) for each in titles if each), "")
        return title_words(
            title, language=work.language, hyphens=self.options.hyphens, german=self.german
        )

    @cached_property
    def lead(self) -> Name | None:
        """The first author, else the first editor."""
        for names in (self.work.authors, self.work.editors):
            if names:
                return names.listed[0]
        return None

    @cached_property
    def name(self) -> str:
        """The family name or the short name of the lead, or "" where nothing of it is left."""
        if isinstance(self.lead, Organization):
            return organization_word(self.lead.name, self.lead.abbreviation, german=self.german)
        return self._family(self.lead) if self.lead else ""

    def _family(self, person: Person) -> str:
        particles = [person.dropping_particle, person.non_dropping_particle]
        family = person.family or person.given or person.username
        if self.options.particles == "first":
            words = " ".join([*particles, family]).split()
            return self._fold(words[0])
        if self.options.particles == "join":
            family = " ".join([*particles, family])
        return self._fold(family)

    def _fold(self, text: str) -> str:
        return transliterate(text[: 4 * MAX_WORD], german=self.german)[:MAX_WORD]

    def family(self) -> str:
        """The name; else a title word; else the venue; else the type. Never empty."""
        borrowed = self.words[0] if self.words else ""
        return self.name or borrowed or self.venue() or self.type()

    def given(self) -> str:
        """The given name of the lead."""
        return self._fold(self.lead.given) if isinstance(self.lead, Person) else ""

    def title_part(self, count: int) -> str:
        """The first *count* words of the title, and the extra ones."""
        start = 1 if self.lends_title and not self.name else 0
        return "".join(self.words[start : start + count + self.extra])

    def year(self) -> str:
        """The year; 44 BC is `44bc`."""
        year = first_year(self.work.issued)
        if year is None:
            return self.options.no_year
        return str(year) if year > 0 else f"{-year}bc"

    def short_year(self) -> str:
        """The last two digits of the year."""
        year = first_year(self.work.issued)
        return self.options.no_year if year is None else f"{abs(year) % 100:02}"

    def month(self) -> str:
        """The month in two digits."""
        date = self.work.issued
        first = (date.start or date.end) if isinstance(date, DateRange) else date
        month = first.month if isinstance(first, PartialDate) else None
        return f"{month:02}" if month else ""

    def venue(self) -> str:
        """The short name of what the work appeared in."""
        venue = self.work.venue
        if venue is None:
            return ""
        return organization_word(str(venue), str(venue.title_short), german=self.german)

    def type(self) -> str:
        """The type of the work, letters only."""
        return transliterate(self.work.type)

    def first_page(self) -> str:
        """The page on which the work begins."""
        page = self.work.page
        for mark in "-–—,; ":
            page = page.split(mark, 1)[0]
        return self._fold(page)


_PARTS: Mapping[str, Callable[[WorkParts], str]] = MappingProxyType(
    {
        "family": WorkParts.family,
        "given": WorkParts.given,
        "year": WorkParts.year,
        "shortyear": WorkParts.short_year,
        "month": WorkParts.month,
        "title": lambda parts: parts.title_part(1),
        "shorttitle": lambda parts: parts.title_part(_SHORT_TITLE),
        "venue": WorkParts.venue,
        "type": WorkParts.type,
        "volume": lambda parts: parts._fold(parts.work.volume),
        "issue": lambda parts: parts._fold(parts.work.issue),
        "number": lambda parts: parts._fold(parts.work.number),
        "page": WorkParts.first_page,
    }
)
