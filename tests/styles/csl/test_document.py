"""Specification of what concerns the whole document (CSL 1.0.2, "Style Behavior")."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from citekit.styles.csl.collation import collation_key
from citekit.styles.csl.compile.scope import FIRST, IBID, IBID_WITH_LOCATOR, NEAR_NOTE, SUBSEQUENT
from citekit.styles.csl.disambiguation import disambiguate, year_suffix
from citekit.styles.csl.item import Item
from citekit.styles.csl.marks import strip_marks
from citekit.styles.csl.positions import CiteInput, Cluster, positions
from citekit.styles.csl.process import process
from styles.csl.small import cite, item, program

AUTHOR_DATE = (
    '<group delimiter=" "><names variable="author"><name form="short" initialize-with="."/></names>'
    '<date variable="issued"><date-part name="year"/></date></group>'
)
SUFFIX = 'disambiguate-add-year-suffix="true"'
NAMES = 'disambiguate-add-names="true" et-al-min="2" et-al-use-first="1"'
GIVEN = 'disambiguate-add-givenname="true"'


def note(number: int, *ids: str, locator: str = "") -> Cluster:
    return Cluster(cites=tuple(CiteInput(id=each, locator=locator) for each in ids), note=number)


def bits(*clusters: Cluster, near: int = 5) -> list[list[int]]:
    return [[each.bits for each in row] for row in positions(clusters, near)]


class TestPositions:
    """ "Choose", position (CSL 1.0.2)."""

    def test_first_then_ibid(self) -> None:
        assert bits(note(1, "a"), note(2, "a")) == [[FIRST], [SUBSEQUENT | IBID | NEAR_NOTE]]

    def test_within_one_citation(self) -> None:
        assert bits(note(0, "a", "a"))[0][1] == SUBSEQUENT | IBID

    def test_a_citation_of_two_items_is_no_ibid(self) -> None:
        assert bits(note(1, "a", "b"), note(2, "b"))[1] == [SUBSEQUENT | NEAR_NOTE]

    def test_locators(self) -> None:
        row = bits(note(0, "a"), note(0, "a", locator="1"), note(0, "a", locator="1"), note(0, "a"))
        assert row[1:] == [
            [SUBSEQUENT | IBID | IBID_WITH_LOCATOR],
            [SUBSEQUENT | IBID],
            [SUBSEQUENT],
        ]

    def test_near_note_distance(self) -> None:
        assert bits(note(1, "a"), note(2, "b"), note(4, "a"), near=2)[2] == [SUBSEQUENT]
        assert bits(note(1, "a"), note(2, "b"), note(4, "a"), near=3)[2] == [SUBSEQUENT | NEAR_NOTE]


class TestTheCondition:
    """ "Four methods are available …, which are always tried in the following order: … 3. Render
    the cite with the disambiguate attribute of cs:choose conditions testing "true" 4. Add a
    year-suffix … This final disambiguation method is always successful"
    (CSL 1.0.2, "Disambiguation")."""

    TITLE = '<choose><if disambiguate="true"><text variable="title" prefix=" "/></if></choose>'
    LATER = f'<choose><if position="subsequent">{AUTHOR_DATE}{TITLE}</if><else>{{}}</else></choose>'

    @staticmethod
    def cited(citation: str, *titles: str) -> list[str]:
        works = {
            f"w{i}": item(f"w{i}", author=["Doe, J"], issued=(2000,), title=title)
            for i, title in enumerate(titles)
        }
        made = program(citation, options=SUFFIX)
        found = process(made, works, [note(n + 1, id_) for n, id_ in enumerate([*works, *works])])
        return [strip_marks(text) for text in found.citations]

    def test_where_it_tells_all_cites_apart_there_is_no_letter(self) -> None:
        assert self.cited(AUTHOR_DATE + self.TITLE, "A", "B") == ["Doe 2000 A", "Doe 2000 B"] * 2

    def test_where_it_does_not_there_is(self) -> None:
        assert self.cited(AUTHOR_DATE + self.TITLE, "A", "A", "B") == [
            "Doe 2000a A", "Doe 2000b A", "Doe 2000 B",
        ] * 2  # fmt: skip

    def test_first_cites_that_it_does_not_tell_apart_get_letters(self) -> None:
        """It stands in the branch for later cites: the first ones are ambiguous all the same."""
        assert self.cited(self.LATER.format(AUTHOR_DATE), "A", "B") == [
            "Doe 2000a", "Doe 2000b", "Doe 2000a A", "Doe 2000b B",
        ]  # fmt: skip

    def test_first_cites_that_say_all_get_none(self) -> None:
        full = '<text variable="title" suffix=" in full"/>'
        assert self.cited(self.LATER.format(full), "A", "B") == [
            "A in full", "B in full", "Doe 2000 A", "Doe 2000 B",
        ]  # fmt: skip

    def test_letters_follow_from_both(self) -> None:
        """Of a and b the later cites look the same, of b and c the first ones: three letters."""
        first = f'<text variable="publisher"/>{AUTHOR_DATE}'
        style = program(self.LATER.format(first), options=SUFFIX)
        works = [
            item("a", author=["Doe, J"], issued=(2000,), title="A", publisher="P"),
            item("b", author=["Doe, J"], issued=(2000,), title="A", publisher="Q"),
            item("c", author=["Doe, J"], issued=(2000,), title="B", publisher="Q"),
            item("d", author=["Doe, J"], issued=(2000,), title="D", publisher="R"),
        ]
        assert [each.year_suffix for each, _ in disambiguate(style, works)] == ["a", "b", "c", ""]

    def test_without_letters_nothing_more_can_be_done(self) -> None:
        works = [item(i, author=["Doe, J"], issued=(2000,), title=i) for i in "xy"]
        assert cite(self.LATER.format(AUTHOR_DATE), *works, layout='delimiter="; "') == (
            "Doe 2000; Doe 2000"
        )


class TestYearSuffix:
    """ "additional letters are used once "z" is reached ("z", "aa", "ab", …)" (CSL 1.0.2)"""

    def test_letters(self) -> None:
        assert [year_suffix(n) for n in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]

    def test_cites_that_look_the_same_get_letters(self) -> None:
        works = [item(i, author=["Doe, J"], issued=(2000,), title=i) for i in "xy"]
        assert cite(AUTHOR_DATE, *works, options=SUFFIX, layout='delimiter="; "') == (
            "Doe 2000a; Doe 2000b"
        )

    def test_cites_that_differ_do_not(self) -> None:
        works = [item(i, author=["Doe, J"], issued=(2000 + n,)) for n, i in enumerate("xy")]
        assert cite(AUTHOR_DATE, *works, options=SUFFIX, layout='delimiter="; "') == (
            "Doe 2000; Doe 2001"
        )


class TestNames:
    """Methods 1 and 2 of "Disambiguation" (CSL 1.0.2)."""

    def test_given_names_are_expanded(self) -> None:
        works = [item(g, author=[f"Doe, {g}"], issued=(2000,)) for g in ("Jane", "Kate")]
        text = cite(AUTHOR_DATE, *works, options=GIVEN, layout='delimiter="; "')
        assert text == "J. Doe 2000; K. Doe 2000"

    def test_initials_that_are_the_same_are_written_out(self) -> None:
        works = [item(g, author=[f"Doe, {g}"], issued=(2000,)) for g in ("Jane", "John")]
        text = cite(AUTHOR_DATE, *works, options=GIVEN, layout='delimiter="; "')
        assert text == "Jane Doe 2000; John Doe 2000"

    @pytest.mark.parametrize("rule", ["primary-name", "all-names"])
    def test_initials_that_tell_from_some_are_shown(self, rule: str) -> None:
        """ "ambiguous names (names that are identical in their "short" or initialized "long" form,
        but differ when initials are added or the full given name is shown) are expanded": Ann Lee
        differs from Bob Lee so, though not from Amy Lee."""
        works = [
            item(g, author=[f"Lee, {g}"], issued=(2000 + n,))
            for n, g in enumerate(("Ann", "Amy", "Bob"))
        ]
        options = f'{GIVEN} givenname-disambiguation-rule="{rule}-with-initials"'
        text = cite(AUTHOR_DATE, *works, options=options, layout='delimiter="; "')
        assert text == "A. Lee 2000; A. Lee 2001; B. Lee 2002"

    def test_initials_that_tell_from_none_are_not(self) -> None:
        """ "Names that cannot be disambiguated remain in their original form." """
        works = [item(g, author=[f"Lee, {g}"], issued=(2000,)) for g in ("Ann", "Amy")]
        options = f'{GIVEN} givenname-disambiguation-rule="all-names-with-initials"'
        text = cite(AUTHOR_DATE, *works, options=options, layout='delimiter="; "')
        assert text == "Lee 2000; Lee 2000"

    def test_names_are_added(self) -> None:
        works = [item(g, author=["Doe, J", f"{g}, X"], issued=(2000,)) for g in ("Poe", "Roe")]
        text = cite(AUTHOR_DATE, *works, options=NAMES, layout='delimiter="; "')
        assert text == "Doe, Poe 2000; Doe, Roe 2000"

    def test_names_that_do_not_help_are_not_added(self) -> None:
        works = [item(i, author=["Doe, J", "Poe, X"], issued=(2000,)) for i in "xy"]
        text = cite(AUTHOR_DATE, *works, options=NAMES, layout='delimiter="; "')
        assert text == "Doe et al. 2000; Doe et al. 2000"


class TestCollapse:
    """ "Cite Collapsing" (CSL 1.0.2)."""

    def test_year(self) -> None:
        works = [item(i, author=["Doe, J"], issued=(2000 + n,)) for n, i in enumerate("xy")]
        text = cite(AUTHOR_DATE, *works, options='collapse="year"', layout='delimiter="; "')
        assert text == "Doe 2000, 2001"

    @pytest.mark.parametrize(
        ("collapse", "text"),
        [("year-suffix", "Doe 2000a,b,c"), ("year-suffix-ranged", "Doe 2000a–c")],
    )
    def test_suffixes(self, collapse: str, text: str) -> None:
        works = [item(i, author=["Doe, J"], issued=(2000,)) for i in "xyz"]
        options = f'collapse="{collapse}" year-suffix-delimiter="," {SUFFIX}'
        assert cite(AUTHOR_DATE, *works, options=options, layout='delimiter="; "') == text

    def test_numbers(self) -> None:
        works = [item(i) for i in "vwxyz"]
        layout = '<text variable="citation-number"/>'
        options = 'collapse="citation-number"'
        assert cite(layout, *works, options=options, layout='delimiter=","') == "1–5"

    @pytest.mark.parametrize(
        ("after", "text"),
        [
            ("", "1–3"),
            ('<text variable="locator" prefix=":"/>', "1:7,2,3"),
            ('<choose><if locator="page"><text value="!"/></if></choose>', "1!,2,3"),
        ],
    )
    def test_numbers_with_a_locator_that_the_style_does_not_show(
        self, after: str, text: str
    ) -> None:
        """ "collapses ranges of cite numbers": what is not shown does not part them."""
        works = {i: item(i) for i in "xyz"}
        made = program(
            f'<text variable="citation-number"/>{after}',
            options='collapse="citation-number"',
            layout='delimiter=","',
        )
        cites = (CiteInput(id="x", locator="7"), CiteInput(id="y"), CiteInput(id="z"))
        done = process(made, works, [Cluster(cites=cites)], bibliography=False)
        assert strip_marks(done.citations[0]) == text


class TestSorting:
    """ "Sorting is case-insensitive." "Items with an empty sort key value are placed at the end of
    the sort, both for ascending and descending sorts." (CSL 1.0.2)"""

    @pytest.mark.parametrize(("order", "text"), [("ascending", "a B -"), ("descending", "B a -")])
    def test_empty_values_come_last(self, order: str, text: str) -> None:
        works = [item("1"), item("2", title="B"), item("3", title="a")]
        layout = (
            '<choose><if variable="title"><text variable="title"/></if>'
            '<else><text value="-"/></else></choose>'
        )
        sort = f'<sort><key variable="title" sort="{order}"/></sort>'
        assert cite(layout, *works, layout='delimiter=" "', sort=sort) == text

    def test_accents_matter_less_than_letters(self) -> None:
        assert sorted(["Álvarez", "Alvaro", "Aalto"], key=collation_key) == [
            "Aalto",
            "Álvarez",
            "Alvaro",
        ]


@contextmanager
def counted_calls() -> Iterator[list[int]]:
    """Count the calls of Python functions."""
    count = [0]

    def profile(_frame: object, event: str, _argument: object) -> None:
        if event == "call":
            count[0] += 1

    sys.setprofile(profile)
    try:
        yield count
    finally:
        sys.setprofile(None)


class TestGrowth:
    """Disambiguation goes by index, never by pairs: twice the works, about twice the calls."""

    @pytest.mark.parametrize("rule", ["by-cite", "all-names"])
    def test_all_works_ambiguous(self, rule: str) -> None:
        options = f'{SUFFIX} {NAMES} {GIVEN} givenname-disambiguation-rule="{rule}"'
        made = program(AUTHOR_DATE, options=options)

        def calls(count: int) -> int:
            works = [
                item(str(i), author=[f"Doe, J{i % 7}", f"Roe, K{i % 5}"], issued=(2000,))
                for i in range(count)
            ]
            with counted_calls() as counted:
                disambiguate(made, works)
            return counted[0]

        calls(10)
        assert calls(400) < 2.6 * calls(200)


class TestThreads:
    """A compiled style is shared by threads without locks, and gives the same bytes."""

    def test_the_same_in_all_threads(self) -> None:
        works: dict[str, Item] = {
            str(i): item(str(i), author=[f"Doe, J{i % 3}"], issued=(2000 + i % 2,), title=f"T{i}")
            for i in range(30)
        }
        clusters = [Cluster(cites=(CiteInput(id=each),)) for each in works]
        options = f"{SUFFIX} {GIVEN}"
        expected = process(program(AUTHOR_DATE, options=options), works, clusters)
        shared = program(AUTHOR_DATE, options=options)
        found = []
        threads = [
            threading.Thread(target=lambda: found.append(process(shared, works, clusters)))
            for _ in range(6)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert found == [expected] * 6
