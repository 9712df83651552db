"""Specification of cs:date and its parts (CSL 1.0.2, "Date", "Date-part")."""

from __future__ import annotations

import pytest

from citekit.styles.csl.compile.dates import date_sort_key
from citekit.styles.csl.document.clusters import NO_PRINTED_FORM
from citekit.styles.csl.item.variables import DateValue, Item, Parts
from styles.csl.small import cite, item

DAY_FIRST = (
    '<date variable="issued">'
    '<date-part name="day" suffix=" " range-delimiter="-"/>'
    '<date-part name="month" suffix=" "/>'
    '<date-part name="year" range-delimiter="/"/>'
    "</date>"
)
"""The example of "Date Ranges"."""


def parts(*given: int) -> Parts:
    year, month, day = (*given, 0, 0, 0)[:3]
    return year, month, day


def dated(start: tuple[int, ...], end: tuple[int, ...] | None = None) -> Item:
    """Make an item with a date or, if there is an *end*, a range; () is an open end."""
    if end is None:
        value = DateValue(start=parts(*start))
    else:
        value = DateValue(start=parts(*start), end=parts(*end) if end else None, is_range=True)
    return Item(id="a", type="book", values={"issued": value})


def part(name: str, date: tuple[int, ...], attributes: str = "", **rest: str) -> str:
    """Render one date-part of a date."""
    layout = f'<date variable="issued"><date-part name="{name}" {attributes}/></date>'
    return cite(layout, dated(date), **rest)


class TestDay:
    """ ""numeric" - (default), e.g. "1"; "numeric-leading-zeros" - e.g. "01"; "ordinal" - e.g.
    "1st"" ("Date-part")"""

    @pytest.mark.parametrize(
        ("form", "shown"),
        [
            ("", "1"),
            ('form="numeric"', "1"),
            ('form="numeric-leading-zeros"', "01"),
            ('form="ordinal"', "1st"),
        ],
    )
    def test_forms(self, form: str, shown: str) -> None:
        assert part("day", (2008, 5, 1), form) == shown

    @pytest.mark.parametrize("form", ["numeric", "numeric-leading-zeros", "ordinal"])
    def test_no_day(self, form: str) -> None:
        assert part("day", (2008, 5), f'form="{form}"') == NO_PRINTED_FORM

    def test_ordinals_for_day_1_only(self) -> None:
        """ "Some languages, such as French, only use the "ordinal" form for the first day of the
        month ("1er janvier", "2 janvier", "3 janvier", etc.)." """
        layout = (
            '<date variable="issued" delimiter=" "><date-part name="day" form="ordinal"/>'
            '<date-part name="month"/></date>'
        )
        shown = [cite(layout, dated((2008, 1, day)), locale="fr-FR") for day in (1, 2)]
        assert shown == ["1ᵉʳ janvier", "2 janvier"]

    def test_the_gender_of_the_month(self) -> None:
        """ "When the "day" date-part is rendered in the "ordinal" form, the ordinal gender is
        matched against that of the month term." ("Gender-specific Ordinals")"""
        own = (
            "<locale><terms>"
            '<term name="month-01" gender="feminine">F</term>'
            '<term name="month-02" gender="masculine">M</term>'
            '<term name="ordinal">n</term>'
            '<term name="ordinal-01" gender-form="feminine">f</term>'
            '<term name="ordinal-01" gender-form="masculine">m</term>'
            "</terms></locale>"
        )
        shown = [part("day", (2008, month, 1), 'form="ordinal"', macros=own) for month in (1, 2, 3)]
        assert shown == ["1f", "1m", "1n"]


class TestMonth:
    """ ""long" - (default), e.g. "January"; "short" - e.g. "Jan."; "numeric" - e.g. "1";
    "numeric-leading-zeros" - e.g. "01"" ("Date-part")"""

    @pytest.mark.parametrize(
        ("form", "shown"),
        [
            ("", "January"),
            ('form="long"', "January"),
            ('form="short"', "Jan."),
            ('form="numeric"', "1"),
            ('form="numeric-leading-zeros"', "01"),
        ],
    )
    def test_forms(self, form: str, shown: str) -> None:
        assert part("month", (2008, 1), form) == shown

    def test_strip_periods(self) -> None:
        """ "These periods can be removed by setting strip-periods to "true"." """
        assert part("month", (2008, 1), 'form="short" strip-periods="true"') == "Jan"

    @pytest.mark.parametrize(
        ("season", "shown"),
        [(13, "Spring"), (14, "Summer"), (15, "Autumn"), (16, "Winter"), (21, "Spring")],
    )
    def test_seasons(self, season: int, shown: str) -> None:
        """ "If a date includes a season instead of a month, a season term ("season-01" to
        "season-04", respectively Spring, Summer, Autumn and Winter) take the place of the month
        term." ("Seasons")"""
        assert part("month", (2008, season)) == shown

    @pytest.mark.parametrize("form", ["numeric", "numeric-leading-zeros"])
    def test_a_season_among_numbers(self, form: str) -> None:
        """ "a season term … take the place of the month term": also where months are numbers"""
        assert part("month", (2008, 13), f'form="{form}"') == "Spring"

    def test_december(self) -> None:
        assert part("month", (2008, 12), 'form="numeric"') == "12"
        assert part("month", (2008, 12)) == "December"

    @pytest.mark.parametrize("month", [0, 25])
    def test_no_month(self, month: int) -> None:
        assert part("month", (2008, month)) == NO_PRINTED_FORM


class TestYear:
    """ ""long" - (default), e.g. "2005"; "short" - e.g. "05"" ("Date-part")"""

    @pytest.mark.parametrize(
        ("form", "shown"), [("", "2005"), ('form="long"', "2005"), ('form="short"', "05")]
    )
    def test_forms(self, form: str, shown: str) -> None:
        assert part("year", (2005,), form) == shown

    @pytest.mark.parametrize(
        ("year", "shown"),
        [(79, "79AD"), (999, "999AD"), (1000, "1000"), (-2500, "2500BC"), (-1, "1BC")],
    )
    @pytest.mark.parametrize("form", ["long", "short"])
    def test_ad_and_bc(self, year: int, shown: str, form: str) -> None:
        """ "The "ad" term (Anno Domini) is automatically appended to positive years of less than
        four digits (e.g. "79" becomes "79AD"). The "bc" term (Before Christ) is automatically
        appended to negative years (e.g. "-2500" becomes "2500BC")." ("AD and BC")"""
        own = '<locale><terms><term name="ad">AD</term><term name="bc">BC</term></terms></locale>'
        text = part("year", (year,), f'form="{form}"', macros=own)
        assert text == (shown if year != 1000 or form == "long" else "00")


class TestRanges:
    """ "The default delimiter for dates in a date range is an en-dash [...] the range delimiter is
    drawn from the cs:date-part element matching the largest date part ("year", "month", or "day")
    that differs between the two dates." ("Date Ranges")"""

    @pytest.mark.parametrize(
        ("start", "end", "shown"),
        [
            ((2008, 5, 1), (2008, 5, 4), "1-4 May 2008"),
            ((2008, 5), (2008, 7), "May–July 2008"),
            ((2008, 5), (2009, 6), "May 2008/June 2009"),
        ],
    )
    def test_the_example(self, start: tuple[int, ...], end: tuple[int, ...], shown: str) -> None:
        assert cite(DAY_FIRST, dated(start, end)) == shown

    def test_a_larger_part_that_differs_shows_the_smaller_for_both(self) -> None:
        assert cite(DAY_FIRST, dated((2008, 5, 1), (2008, 6, 1))) == "1 May–1 June 2008"

    def test_what_is_not_shown_does_not_differ(self) -> None:
        day = '<date variable="issued"><date-part name="month"/><date-part name="day"/></date>'
        assert cite(day, dated((1900, 1, 1), (1901, 1, 1))) == cite(day, dated((1900, 1, 1)))

    def test_both_ends_the_same(self) -> None:
        assert cite(DAY_FIRST, dated((2008, 5, 1), (2008, 5, 1))) == "1 May 2008"

    def test_an_open_range(self) -> None:
        assert cite(DAY_FIRST, dated((2008,), ())) == "2008/"

    @pytest.mark.parametrize(
        ("start", "end", "shown"),
        [
            (-160, -149, "160–149 BC"),
            (98, 117, "98–117 AD"),
            (-27, 14, "27 BC–14 AD"),
            (900, 1100, "900 AD–1100"),
            (-160, None, "160 BC–"),
        ],
    )
    def test_an_era_of_both_years_stands_once(
        self, start: int, end: int | None, shown: str
    ) -> None:
        """ "The "bc" term [...] is automatically appended to negative years" ("AD and BC"); in a
        range the specification leaves open to which, and one is said once as in citeproc-js."""
        layout = '<date variable="issued"><date-part name="year"/></date>'
        assert cite(layout, dated((start,), () if end is None else (end,))) == shown

    def test_a_shared_part_that_comes_first(self) -> None:
        layout = (
            '<date variable="issued" delimiter=" "><date-part name="year"/>'
            '<date-part name="month" suffix="."/></date>'
        )
        assert cite(layout, dated((2008, 5), (2008, 7))) == "2008 May–July."

    def test_a_range_in_a_part_that_is_not_shown(self) -> None:
        layout = '<date variable="issued"><date-part name="year"/></date>'
        assert cite(layout, dated((2008, 5), (2008, 7))) == "2008"

    def test_the_affixes_beside_the_delimiter_are_left_out(self) -> None:
        layout = (
            '<date variable="issued"><date-part name="month" prefix="[" suffix="]"/>'
            '<date-part name="year" prefix=", " suffix="!"/></date>'
        )
        assert cite(layout, dated((2008, 5), (2009, 6))) == "[May], 2008–June], 2009!"
        assert cite(layout, dated((2008, 5), (2008, 6))) == "[May–June], 2008!"


class TestLocalizedDates:
    """ "Localized date formats are selected with the optional form attribute, which must be set to
    either "numeric" [...] or "text"" ("Date")"""

    DATE = dated((2005, 12, 15))

    @pytest.mark.parametrize(
        ("attributes", "shown"),
        [
            ('form="numeric"', "12/15/2005"),
            ('form="text"', "December 15, 2005"),
            ('form="text" date-parts="year-month-day"', "December 15, 2005"),
            ('form="text" date-parts="year-month"', "December 2005"),
            ('form="text" date-parts="year"', "2005"),
            ('form="text" prefix="(" suffix=")"', "(December 15, 2005)"),
            ('form="text" text-case="uppercase"', "DECEMBER 15, 2005"),
        ],
    )
    def test_forms(self, attributes: str, shown: str) -> None:
        assert cite(f'<date variable="issued" {attributes}/>', self.DATE) == shown

    def test_children_override_the_form(self) -> None:
        """ "The attributes set on these elements override those specified for the localized date
        formats (e.g. to get abbreviated months for all locales, the form attribute on the
        month-cs:date-part element can be set to "short")." """
        layout = '<date variable="issued" form="text"><date-part name="month" form="short"/></date>'
        assert cite(layout, self.DATE) == "Dec. 15, 2005"

    def test_children_do_not_choose(self) -> None:
        """ "These cs:date-part elements do not affect which, or in what order, date parts are
        rendered." """
        layout = (
            '<date variable="issued" form="text"><date-part name="year" text-case="uppercase"/>'
            '<date-part name="month" text-case="uppercase" strip-periods="true"/></date>'
        )
        assert cite(layout, self.DATE) == "DECEMBER 15, 2005"

    def test_range_delimiter_of_a_child(self) -> None:
        layout = (
            '<date variable="issued" form="text" date-parts="year">'
            '<date-part name="year" range-delimiter="/"/></date>'
        )
        assert cite(layout, dated((2004,), (2005,))) == "2004/2005"


class TestOtherDates:
    def test_words_stand_in_place_of_the_year(self) -> None:
        """So they are shown once where a style has the year first and the month later, with what
        belongs to the year (citeproc-js)."""
        work = Item(id="a", type="book", values={"issued": DateValue(literal="ca. 1950")})
        year = '<date variable="issued"><date-part name="year" prefix="(" suffix=")"/></date>'
        month = '<date variable="issued"><date-part name="month" prefix=", "/></date>'
        assert cite(year + month, work) == "(ca. 1950)"
        assert cite(month, work) == NO_PRINTED_FORM

    def test_words_are_shown_as_they_are(self) -> None:
        work = Item(id="a", type="book", values={"issued": DateValue(literal="in press")})
        assert cite(DAY_FIRST, work) == "in press"

    def test_no_date(self) -> None:
        assert cite(DAY_FIRST, item()) == NO_PRINTED_FORM

    def test_a_missing_part_takes_its_affixes_with_it(self) -> None:
        """ "affixes are only rendered if the element produces output" ("Affixes")"""
        assert cite(DAY_FIRST, dated((2008,))) == "2008"


class TestSubstitute:
    """ "substituted variables are suppressed in the rest of the output to prevent duplication"
    ("Substitute")"""

    def test_a_date_instead_of_names(self) -> None:
        year = '<date variable="issued"><date-part name="year"/></date>'
        layout = f'<names variable="author"><substitute>{year}</substitute></names>{year}'
        assert cite(layout, dated((2008,))) == "2008"


class TestSorting:
    """ "date [...] sorted by the ISO 8601 format YYYYMMDD" ("Sorting Variables", in other words)"""

    def test_time_order(self) -> None:
        dates = [
            (-500,),
            (-44, 3, 15),
            (79,),
            (2000,),
            (2000, 1),
            (2000, 1, 2),
            (2000, 12),
            (2001,),
        ]
        keys = [date_sort_key(DateValue(start=parts(*date))) for date in dates]
        assert keys == sorted(keys)
        assert len(set(keys)) == len(keys)

    def test_a_range_comes_after_its_first_day(self) -> None:
        one = DateValue(start=(2000, 1, 1))
        more = DateValue(start=(2000, 1, 1), end=(2000, 1, 3), is_range=True)
        assert (
            date_sort_key(one) < date_sort_key(more) < date_sort_key(DateValue(start=(2000, 1, 2)))
        )

    def test_parts_that_a_macro_does_not_show_do_not_count(self) -> None:
        first, second = (DateValue(start=(2000, month, 0)) for month in (5, 3))
        shown = frozenset((0,))
        assert date_sort_key(first, shown) == date_sort_key(second, shown)

    def test_a_season_sorts_as_its_year(self) -> None:
        """Which months it has depends on the hemisphere."""
        assert date_sort_key(DateValue(start=(2000, 14, 0))) == date_sort_key(
            DateValue(start=(2000, 0, 0))
        )

    def test_words_say_no_time(self) -> None:
        """ "Items with an empty sort key value are placed at the end of the sort, both for
        ascending and descending sorts." ("Sorting")"""
        assert date_sort_key(DateValue(literal="in press")) == ""

    def test_a_year_before_words(self) -> None:
        decade = date_sort_key(DateValue(literal="1990s"))
        assert date_sort_key(DateValue(start=(1989, 12, 31))) < decade
        assert decade < date_sort_key(DateValue(start=(1990, 1, 1)))
