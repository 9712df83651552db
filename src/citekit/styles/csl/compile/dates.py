"""`cs:date` and its parts (CSL 1.0.2, "Date", "Date-part", "Date Ranges", "AD and BC")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve, frozen

from citekit.speed.lazy import lazy
from citekit.speed.records import shared_repr
from citekit.styles.csl.compile.context import Context
from citekit.styles.csl.compile.decoration import Decorate, compile_decoration, without_periods
from citekit.styles.csl.compile.numeric.ordinals import compile_ordinal
from citekit.styles.csl.compile.origins import Origin
from citekit.styles.csl.compile.scope import Render, Scope, render_empty
from citekit.styles.csl.item.variables import DateValue, Parts
from citekit.styles.csl.marked.marks import CLOSE, YEAR_SUFFIX
from citekit.styles.csl.marked.punctuation import add, join
from citekit.styles.csl.style.elements import Date, DatePart, Decoration

__all__ = ["compile_date", "date_sort_key"]

_EN_DASH: Final = "\u2013"
_INDEX: Final = {"year": 0, "month": 1, "day": 2}

PartText = Callable[[Parts, Scope], str]


@frozen(eq=False)
@shared_repr
class _Part:
    """One compiled date part."""

    index: int
    text: PartText
    without_era: PartText
    """The text of a year without "AD" or "BC"; of other parts, the text."""
    decorate: Decorate | None
    bare: Decorate | None
    prefix: str
    suffix: str
    range_delimiter: str

    def render(
        self,
        parts: Parts,
        scope: Scope,
        *,
        lead: bool = True,
        tail: bool = True,
        era: bool = True,
    ) -> str:
        """Render the part; without *lead* or *tail* the prefix or suffix is left out."""
        text = self.text(parts, scope) if era else self.without_era(parts, scope)
        if not text:
            return ""
        if lead and tail:
            return self.decorate(text, scope) if self.decorate is not None else text
        if self.bare is not None:
            text = self.bare(text, scope)
        if lead and self.prefix:
            text = add(self.prefix, text)
        if tail and self.suffix:
            text = add(text, self.suffix)
        return text


def compile_date(element: Date, context: Context) -> Render:
    """Render a date variable, in the style's own format or in one of the locale's ("Date")."""
    variable = element.variable
    if context.lacks(variable):
        return render_empty
    layout = _layout_of(element, context)
    parts = tuple(_compile_part(part, variable, context) for part in layout.parts)
    delimiter = layout.delimiter
    decorate = compile_decoration(_decoration(element, layout), context)
    shown = frozenset(part.index for part in parts)
    remember = context.substitute_for is not None
    only_shown = variable == "accessed" and context.area == "citation"
    for_sorting = context.key is not None

    def render_date(scope: Scope) -> str:
        value = scope.values.get(variable)
        if not value or (scope.suppressed is not None and variable in scope.suppressed):
            return ""
        if only_shown and scope.looking:
            return ""
        if remember and scope.rendered is not None:
            if variable in scope.rendered:
                return ""
            scope.rendered.append(variable)
        if for_sorting:
            return date_sort_key(value, shown) if isinstance(value, DateValue) else str(value)
        if isinstance(value, DateValue) and value.start is not None:
            text = _render(value, value.start, parts, delimiter, scope)
        else:
            text = _words(
                value.literal if isinstance(value, DateValue) else str(value), parts, scope
            )
        if not text:
            return ""
        return decorate(text, scope) if decorate is not None else text

    return render_date


def _decoration(element: Date, layout: Date) -> Decoration:
    """Join what cs:date says in the style with what it says in the locale."""
    if element is layout:
        return element.decoration
    own, theirs = element.decoration, layout.decoration
    return evolve(
        own,
        formats=own.formats or theirs.formats,
        text_case=own.text_case or theirs.text_case,
    )


def _layout_of(element: Date, context: Context) -> Date:
    """Give the date whose parts are shown: the locale's if a form is asked for."""
    if element.form is None:
        return element
    layout = context.program.locale.dates.get(element.form)
    if layout is None:
        return element
    wanted = element.date_parts.split("-")
    own = {part.name: part for part in element.parts}
    parts = tuple(
        evolve(_override(part, own.get(part.name)), line=element.line)
        for part in layout.parts
        if part.name in wanted
    )
    return evolve(layout, parts=parts)


def _override(part: DatePart, own: DatePart | None) -> DatePart:
    """Let the style's cs:date-part override all but the affixes of the locale's."""
    if own is None:
        return part
    theirs, mine = part.decoration, own.decoration
    return evolve(
        part,
        form=own.form or part.form,
        range_delimiter=own.range_delimiter or part.range_delimiter,
        decoration=evolve(
            theirs,
            formats=mine.formats or theirs.formats,
            text_case=mine.text_case or theirs.text_case,
            strip_periods=mine.strip_periods or theirs.strip_periods,
        ),
    )


def _compile_part(part: DatePart, variable: str, context: Context) -> _Part:
    make = {"year": _year, "month": _month, "day": _day}[part.name]

    def traced(text: PartText) -> PartText:
        return context.program.traced(
            text,
            context,
            lambda *_: Origin(element="date-part", line=part.line, variable=variable),
        )

    text = traced(make(part, context))
    return _Part(
        _INDEX[part.name],
        text,
        traced(_year(part, context, era=False)) if part.name == "year" else text,
        compile_decoration(part.decoration, context, fixed=True),
        compile_decoration(part.decoration.without_affixes(), context, fixed=True),
        part.decoration.prefix,
        part.decoration.suffix,
        _EN_DASH if part.range_delimiter is None else part.range_delimiter,
    )


def _year(part: DatePart, context: Context, *, era: bool = True) -> PartText:
    locale = context.program.locale
    ad, bc = (locale.term("ad"), locale.term("bc")) if era else ("", "")
    short = part.form == "short"
    implicit = not context.program.year_suffix_is_explicit(context)

    def year(parts: Parts, scope: Scope) -> str:
        number = parts[0]
        if not number:
            return ""
        suffix = ""
        if implicit and scope.year_suffix and not scope.year_suffix_used:
            scope.year_suffix_used = True
            suffix = f"{YEAR_SUFFIX}{scope.year_suffix}{CLOSE}"
        if scope.suppress_year:
            return suffix
        if number < 0:
            return f"{-number}{bc}{suffix}"
        if short and number >= 1000:
            return f"{number % 100:02}{suffix}"
        return f"{number}{ad}{suffix}" if number < 1000 else f"{number}{suffix}"

    return year


def _month(part: DatePart, context: Context) -> PartText:
    """Show a month as its term or number; the term of a season takes its place ("Seasons").

    It does so where months are numbers, too: the season would be lost otherwise.
    """
    form = part.form or "long"
    locale = context.program.locale
    if form in ("numeric", "numeric-leading-zeros"):
        width = 2 if form == "numeric-leading-zeros" else 1
        months, form = [f"{i:0{width}}" for i in range(1, 13)], "long"
    else:
        months = [locale.term(f"month-{i:02}", form) for i in range(1, 13)]
    names = ["", *months]
    names += [locale.term(f"season-{i:02}", form) for i in range(1, 5)]
    names = [without_periods(name, part.decoration) for name in names]

    def month(parts: Parts, _: Scope) -> str:
        number = parts[1]
        if number > 12:
            number = 13 + (number - 13) % 4 if number <= 24 else 0
        return names[number] if number > 0 else ""

    return month


def _day(part: DatePart, context: Context) -> PartText:
    form = part.form or "numeric"
    if form == "numeric-leading-zeros":
        return lambda parts, _: f"{parts[2]:02}" if parts[2] else ""
    if form != "ordinal":
        return lambda parts, _: str(parts[2]) if parts[2] else ""
    locale = context.program.locale
    only_first = locale.limit_day_ordinals_to_day_1
    by_month = [
        compile_ordinal(locale, locale.gender(f"month-{i:02}"), long=False) for i in range(13)
    ]

    def day(parts: Parts, _: Scope) -> str:
        number = parts[2]
        if not number:
            return ""
        if only_first and number != 1:
            return str(number)
        return by_month[parts[1] if parts[1] <= 12 else 0](number)

    return day


def _render(
    value: DateValue, start: Parts, parts: Sequence[_Part], delimiter: str, scope: Scope
) -> str:
    if not value.is_range:
        return _one_date(start, parts, delimiter, scope)
    end = value.end or (0, 0, 0)
    return _range(start, end, parts, delimiter, scope)


def _words(text: str, parts: Sequence[_Part], scope: Scope) -> str:
    """Give a date in words in place of its year, as citeproc-js does.

    A style that shows year and month apart ("2010", "May 3") would print the words twice.
    """
    year = next((part for part in parts if part.index == 0), None)
    if year is None or not text:
        return ""
    return year.decorate(text, scope) if year.decorate is not None else text


def _one_date(date: Parts, parts: Sequence[_Part], delimiter: str, scope: Scope) -> str:
    found = [text for part in parts if (text := part.render(date, scope))]
    return join(found, delimiter) if found else ""


def _range(start: Parts, end: Parts, parts: Sequence[_Part], delimiter: str, scope: Scope) -> str:
    """Render a range: what both ends share once, what differs for each ("Date Ranges").

    Where a part differs, smaller ones are shown for both ends; what is not shown does not count.

    "AD" or "BC", too, stands once where it goes with both years: "160–149 BC".
    """
    shown = [part for part in parts if start[part.index] or end[part.index]]
    different = [part.index for part in shown if start[part.index] != end[part.index]]
    differing = [part for part in shown if any(index <= part.index for index in different)]
    if not differing:
        return _one_date(start, parts, delimiter, scope)
    largest = min(differing, key=lambda part: part.index)
    first, last = shown.index(differing[0]), shown.index(differing[-1])
    lead = [part.render(start, scope) for part in shown[:first]]
    era = _era(start[0]) != _era(end[0])
    left = _side(start, shown[first : last + 1], delimiter, scope, is_start=True, era=era)
    right = _side(end, shown[first : last + 1], delimiter, scope, is_start=False)
    tail = [part.render(start, scope) for part in shown[last + 1 :]]
    if not any(end):
        right = ""
    middle = left + largest.range_delimiter + right
    return join([text for text in (*lead, middle, *tail) if text], delimiter)


def _era(year: int) -> int:
    """Say which term stands after a year: -1 for "BC", 1 for "AD", 0 for none."""
    return -1 if year < 0 else int(0 < year < 1000)


def _side(
    date: Parts,
    parts: Sequence[_Part],
    delimiter: str,
    scope: Scope,
    *,
    is_start: bool,
    era: bool = True,
) -> str:
    """Render one end of a range, without the affix on the side of the range delimiter."""
    present = [part for part in parts if date[part.index]]
    found = []
    for i, part in enumerate(present):
        lead = is_start or i > 0
        tail = not is_start or i < len(present) - 1
        text = part.render(date, scope, lead=lead, tail=tail, era=era)
        if text:
            found.append(text)
    return join(found, delimiter) if found else ""


def date_sort_key(value: DateValue, shown: frozenset[int] = frozenset((0, 1, 2))) -> str:
    """Give a date as text that sorts in time order ("Sorting Variables", dates).

    Words ("forthcoming") say no time: they are an empty value, which comes last, unless a year
    stands first in them ("1990s").

    >>> date_sort_key(DateValue(start=(2000, 12, 0)))
    '5020001200 0'
    """
    if value.start is None:
        found = _FIRST_YEAR.match(value.literal)
        return _sortable((int(found.group()), 0, 0), shown) if found else ""
    end = _sortable(value.end, shown) if value.end else "0"
    return f"{_sortable(value.start, shown)} {end}"


_FIRST_YEAR = lazy(r"[0-9]{4}(?![0-9])")


def _sortable(parts: Parts, shown: frozenset[int]) -> str:
    year, month, day = (part if i in shown else 0 for i, part in enumerate(parts))
    month = month if month <= 12 else 0
    return f"{year + 500000:06}{month:02}{day:02}"
