"""Citations in the text, parenthetical and narrative (APA 7, sections 8.10 to 8.22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import field, frozen

from citekit.model.citation import Citation, Cite
from citekit.model.dates import PartialDate
from citekit.model.names import Organization
from citekit.styles.apa.dates import long_date
from citekit.styles.apa.facts import Facts
from citekit.styles.apa.labels import Label
from citekit.styles.apa.locators import locator_text
from citekit.styles.apa.names import join_running
from citekit.text.compose import clauses, join, parenthesized, text
from citekit.text.nodes import EMPTY, Quoted, RichText

__all__ = ["Cited", "Citer"]


@frozen
class Cited:
    """What a citation needs to know of a work.

    Args:
        facts: The work.
        label: How it is named.
        letter: The letter after its year.
        rank: Its place in the order of the reference list.
    """

    facts: Facts
    label: Label
    letter: str
    rank: int

    @property
    def year(self) -> str:
        """The date as citations have it."""
        return self.facts.date.in_text(self.letter)


@frozen
class Citer:
    """Renders the citations of one document, in their order.

    Args:
        works: What is known of each work, by id.
        usable: The abbreviations of groups that may be used.
        introduced: The abbreviations that an earlier citation has introduced (8.21). It changes
            while the citations are rendered; a citer serves one document and is then dropped.
    """

    works: Mapping[str, Cited]
    usable: frozenset[str]
    introduced: set[str] = field(factory=set)

    def render(self, citation: Citation) -> RichText:
        """Render one citation."""
        told = [cite for cite in citation.cites if cite.narrative or cite.author_only]
        rest = [cite for cite in citation.cites if not (cite.narrative or cite.author_only)]
        if not told:
            return parenthesized(self._cluster(rest))
        series = _series_of(told)
        groups = [group for each in series for group in _by_author(each, self.works)]
        shown = [self._narrated(group, ()) for group in groups[:-1]]
        return _prose([*shown, self._narrated(groups[-1], rest)])

    # --- narrative

    def _narrated(self, cites: Sequence[Cite], rest: Sequence[Cite]) -> RichText:
        """Name the author in the sentence; the years, and *rest*, stand in parentheses."""
        first = cites[0]
        author, abbreviation = self._narrative_author(self.works[first.id])
        own, rest = self._own_years(cites, rest)
        inner = join([join([abbreviation, own], ", "), self._cluster(rest)], "; ")
        shown = clauses(author, parenthesized(inner))
        if first.author_only:
            shown = _with_suffix(first, shown)
        return _with_prefix(first, shown)

    def _own_years(
        self, cites: Sequence[Cite], rest: Sequence[Cite]
    ) -> tuple[RichText, Sequence[Cite]]:
        """Give the years of the author who is named, and what is left of *rest* (8.12)."""
        first = cites[0]
        if first.author_only:
            return EMPTY, rest
        key = _merging_key(first, self.works)
        same = [cite for cite in rest if key[1] and _merging_key(cite, self.works) == key]
        same = [cite for cite in same if not cite.prefix]
        ordered = sorted((*cites, *same), key=lambda cite: self.works[cite.id].rank)
        if len(ordered) == 1:
            shown = _with_suffix(first, _year_and_place(self.works[first.id], first))
        else:
            years = dict.fromkeys(self.works[cite.id].year for cite in ordered)
            shown = join(years, ", ")
        return shown, [cite for cite in rest if cite not in same]

    def _narrative_author(self, cited: Cited) -> tuple[RichText, str]:
        """Give the author, and the abbreviation that goes into the parentheses (8.21)."""
        label = cited.label
        alone = len(label.names) == 1 and not label.others
        if alone and isinstance(label.names[0], Organization):
            short = self._abbreviation(label.names[0])
            if short and short not in self.introduced:
                self.introduced.add(short)
                return text(label.names[0].name), short
        return self._author(label, "and"), ""

    # --- parenthetical

    def _cluster(self, cites: Sequence[Cite]) -> RichText:
        """Order cites as in the list and join them (8.12).

        A prefix ("see also") begins a new series, and stays at its start.
        """
        return join([self._series(each) for each in _series_of(cites)], "; ")

    def _series(self, cites: Sequence[Cite]) -> RichText:
        ordered = sorted(cites, key=lambda cite: self.works[cite.id].rank)
        shown = [self._same_author(list(group)) for group in _by_author(ordered, self.works)]
        return _with_prefix(cites[0], join(shown, "; "))

    def _same_author(self, cites: Sequence[Cite]) -> RichText:
        """Name the author once for all works (8.12): "Smith, 2019, 2020a"."""
        first, *others = cites
        cited = self.works[first.id]
        author = EMPTY if first.suppress_author else self._author(cited.label, "&")
        parts = [_year_and_place(cited, first)]
        parts += [text(self.works[cite.id].year) for cite in others]
        return _with_suffix(first, _after_author(author, join(parts, ", ")))

    # --- names

    def _abbreviation(self, name: Organization) -> str:
        return name.abbreviation if name.abbreviation in self.usable else ""

    def _author(self, label: Label, conjunction: str) -> RichText:
        if label.title:
            return label.title
        shown = list(label.shown)
        for index, name in enumerate(label.names):
            short = self._abbreviation(name) if isinstance(name, Organization) else ""
            if short:
                shown[index] = short if short in self.introduced else f"{shown[index]} [{short}]"
                self.introduced.add(short)
        return text(join_running(shown, label.others, conjunction))


def _series_of(cites: Sequence[Cite]) -> list[list[Cite]]:
    """Begin a new series at each cite with a prefix; what is said twice is dropped."""
    series: list[list[Cite]] = []
    for cite in dict.fromkeys(cites):
        if cite.prefix or not series:
            series.append([])
        series[-1].append(cite)
    return series


def _by_author(ordered: Sequence[Cite], works: Mapping[str, Cited]) -> Iterator[Sequence[Cite]]:
    """Group neighbours of one author; what has a place or a word of its own stands alone."""
    for (_, plain), group in groupby(ordered, key=lambda cite: _merging_key(cite, works)):
        if plain:
            yield tuple(group)
        else:
            yield from ((cite,) for cite in group)


def _merging_key(cite: Cite, works: Mapping[str, Cited]) -> tuple[str, bool]:
    cited = works[cite.id]
    alone = cite.suppress_author or cite.author_only or not cited.facts.listed
    return (cited.label.key, not (alone or cite.locator or cite.suffix))


def _year_and_place(cited: Cited, cite: Cite) -> RichText:
    return join([_date_or_kind(cited.facts, cited.year), locator_text(cite)], ", ")


def _after_author(author: RichText, rest: RichText) -> RichText:
    """Put a comma after the author; within the quotation marks of a title (APA 7, section 6.7)."""
    last = author.nodes[-1] if author else None
    if not isinstance(last, Quoted):
        return join([author, rest], ", ")
    quoted = last.with_children((*last.children, ","))
    return clauses(RichText((*author.nodes[:-1], quoted)), rest)


def _date_or_kind(facts: Facts, year: str) -> str:
    """Give the year; of a personal communication that it is one, and the day (8.9)."""
    if facts.listed:
        return year
    issued = facts.work.issued
    day = long_date(issued) if isinstance(issued, PartialDate) else year
    return f"personal communication, {day}"


def _with_prefix(cite: Cite, shown: RichText) -> RichText:
    if not cite.prefix:
        return shown
    glue = "" if str(cite.prefix)[-1:] in " (“‘" else " "
    return cite.prefix + glue + shown


def _with_suffix(cite: Cite, shown: RichText) -> RichText:
    if not cite.suffix:
        return shown
    glue = "" if str(cite.suffix)[:1] in " ,;:.)?!’" else ", "
    return shown + glue + cite.suffix


def _prose(parts: Sequence[RichText]) -> RichText:
    """Join what stands in the sentence: "A (2020), B (2021), and C (2022)"."""
    if len(parts) < 3:
        return join(parts, " and ")
    return join([*parts[:-1], "and " + parts[-1]], ", ")
