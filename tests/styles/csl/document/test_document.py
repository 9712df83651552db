"""Specification of what concerns the whole document (CSL 1.0.2, "Style Behavior")."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from citekit.styles.csl.compile.scope import FIRST, IBID, IBID_WITH_LOCATOR, NEAR_NOTE, SUBSEQUENT
from citekit.styles.csl.document.collation import collation_key
from citekit.styles.csl.document.disambiguation import disambiguate
from citekit.styles.csl.document.positions import CiteInput, Cluster, positions
from citekit.styles.csl.document.process import process
from citekit.styles.csl.item.variables import DateValue, Item
from citekit.styles.csl.marked.marks import strip_marks
from citekit.text.counters import letters_of
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

    def test_a_citation_of_one_item_twice_is_no_ibid(self) -> None:
        """ "the previous citation consists of a single cite referencing the same item" """
        assert bits(note(1, "a", "a"), note(2, "a"))[1] == [SUBSEQUENT | NEAR_NOTE]
        assert bits(note(1, "a"), note(1, "a"), note(2, "a"))[2] == [SUBSEQUENT | NEAR_NOTE]

    def test_another_note_between_two_citations(self) -> None:
        """As the fixture integration_SubsequentWhenInterveningFootnote has it in its name."""
        assert bits(note(1, "a"), note(3, "a"))[1] == [SUBSEQUENT | NEAR_NOTE]

    def test_the_number_of_the_note_that_first_cited_an_item(self) -> None:
        """ "first-reference-note-number: … Empty … when the item hasn't been cited in any preceding
        notes" (CSL 1.0.2, "Number Variables")"""
        rows = positions(
            [note(4, "a", "a"), note(4, "a"), note(5, "a"), note(0, "b"), note(0, "b")], 5
        )
        assert [[each.first_note for each in row] for row in rows] == [[0, 0], [0], [4], [0], [0]]

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
    """ "disambiguate … This attempt at disambiguation is only made when all other disambiguation
    methods have failed to uniquely identify the target source" (CSL 1.0.2, "Choose"), and the
    year-suffix "is always successful" ("Disambiguation"). There the condition comes third of four;
    citeproc-js goes by the first sentence."""

    TITLE = '<choose><if disambiguate="true"><text variable="title" prefix=" "/></if></choose>'
    LATER = f'<choose><if position="subsequent">{AUTHOR_DATE}{TITLE}</if><else>{{}}</else></choose>'

    @staticmethod
    def cited(citation: str, *titles: str, options: str = "") -> list[str]:
        works = {
            f"w{i}": item(f"w{i}", author=["Doe, J"], issued=(2000,), title=title)
            for i, title in enumerate(titles)
        }
        made = program(citation, options=options)
        found = process(made, works, [note(n + 1, id_) for n, id_ in enumerate([*works, *works])])
        return [strip_marks(text) for text in found.citations]

    def test_it_tells_cites_apart(self) -> None:
        assert self.cited(AUTHOR_DATE + self.TITLE, "A", "B") == ["Doe 2000 A", "Doe 2000 B"] * 2

    def test_where_it_does_not_nothing_more_can_be_done(self) -> None:
        assert self.cited(AUTHOR_DATE + self.TITLE, "A", "A", "B") == [
            "Doe 2000 A", "Doe 2000 A", "Doe 2000 B",
        ] * 2  # fmt: skip

    def test_one_that_changes_nothing_is_not_the_last(self) -> None:
        editor = self.TITLE.replace("title", "publisher")
        assert self.cited(AUTHOR_DATE + editor + self.TITLE, "A", "B") == [
            "Doe 2000 A", "Doe 2000 B",
        ] * 2  # fmt: skip

    def test_letters_make_it_needless(self) -> None:
        assert self.cited(AUTHOR_DATE + self.TITLE, "A", "B", options=SUFFIX) == [
            "Doe 2000a", "Doe 2000b",
        ] * 2  # fmt: skip

    def test_later_cites_decide(self) -> None:
        first = self.LATER.format('<text variable="title" suffix=" in full"/>')
        assert self.cited(first, "A", "B") == [
            "A in full", "B in full", "Doe 2000 A", "Doe 2000 B",
        ]  # fmt: skip


class TestYearSuffix:
    """ "additional letters are used once "z" is reached ("z", "aa", "ab", …)" (CSL 1.0.2)"""

    def test_letters(self) -> None:
        assert [letters_of(n) for n in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]

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

    def test_initials_that_tell_from_some_are_written_out_for_the_others(self) -> None:
        """ "Each name is progressively transformed until it is disambiguated." """
        works = [item(g, author=[f"Doe, {g}"], issued=(2000,)) for g in ("Jane", "John", "Kate")]
        text = cite(AUTHOR_DATE, *works, options=GIVEN, layout='delimiter="; "')
        assert text == "Jane Doe 2000; John Doe 2000; K. Doe 2000"

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

    @pytest.mark.parametrize("name", ["", 'initialize-with="." initialize="false"'])
    def test_only_initials_but_none_to_be_had(self, name: str) -> None:
        """ "No disambiguation attempt is made when initialize-with is not set or when initialize is
        set to "false"." """
        works = [item(g, author=[f"Doe, {g}"], issued=(2000,)) for g in ("Jane", "Kate")]
        options = f'{GIVEN} givenname-disambiguation-rule="primary-name-with-initials"'
        layout = f'<names variable="author"><name form="short" {name}/></names>'
        assert cite(layout, *works, options=options, layout='delimiter="; "') == "Doe; Doe"

    def test_names_are_added(self) -> None:
        works = [item(g, author=["Doe, J", f"{g}, X"], issued=(2000,)) for g in ("Poe", "Roe")]
        text = cite(AUTHOR_DATE, *works, options=NAMES, layout='delimiter="; "')
        assert text == "Doe, Poe 2000; Doe, Roe 2000"

    def test_names_that_do_not_help_are_not_added(self) -> None:
        works = [item(i, author=["Doe, J", "Poe, X"], issued=(2000,)) for i in "xy"]
        text = cite(AUTHOR_DATE, *works, options=NAMES, layout='delimiter="; "')
        assert text == "Doe et al. 2000; Doe et al. 2000"


class TestEntriesOfExpandedNames:
    """ "To assure that each cite does in fact uniquely identify its entry in the bibliography,
    detail that distinguishes cites (such as names, initials, and full given names) must be shown in
    the corresponding bibliography entries" ("Disambiguation")"""

    ENTRY = '<names variable="author"><name initialize-with="." name-as-sort-order="all"/></names>'

    @pytest.mark.parametrize("rule", ["by-cite", "all-names", "primary-name"])
    def test_initials_that_tell_them_apart_are_enough(self, rule: str) -> None:
        made = program(
            '<names variable="author"><name form="short"/></names>',
            options=f'{GIVEN} givenname-disambiguation-rule="{rule}"',
            bibliography=f"<bibliography><layout>{self.ENTRY}</layout></bibliography>",
        )
        works = {name: item(name, author=[f"Doe, {name}"]) for name in ("Jane", "Kate", "Kim")}
        done = process(made, works, [note(n, id_) for n, id_ in enumerate(works, 1)])
        assert [strip_marks(text) for text in done.citations] == ["Jane Doe", "Kate Doe", "Kim Doe"]
        shown = [strip_marks(each.text) for each in done.entries]
        assert shown == ["Doe, J.", "Doe, Kate", "Doe, Kim"]

    @pytest.mark.parametrize("rule", ["by-cite", "all-names", "primary-name"])
    @pytest.mark.parametrize("mark", ["", 'initialize-with="."'])
    def test_given_names(self, rule: str, mark: str) -> None:
        made = program(
            f'<names variable="author"><name form="short" {mark}/></names>',
            options=f'{GIVEN} givenname-disambiguation-rule="{rule}"',
            bibliography=f"<bibliography><layout>{self.ENTRY}</layout></bibliography>",
        )
        works = {name: item(name, author=[f"Doe, {name}"]) for name in ("Jane", "John")}
        done = process(made, works, [note(n, id_) for n, id_ in enumerate(works, 1)])
        assert [strip_marks(text) for text in done.citations] == ["Jane Doe", "John Doe"]
        assert [strip_marks(each.text) for each in done.entries] == ["Doe, Jane", "Doe, John"]


class TestCollapse:
    """ "Cite Collapsing" (CSL 1.0.2)."""

    def test_year(self) -> None:
        works = [item(i, author=["Doe, J"], issued=(2000 + n,)) for n, i in enumerate("xy")]
        text = cite(AUTHOR_DATE, *works, options='collapse="year"', layout='delimiter="; "')
        assert text == "Doe 2000, 2001"

    def test_an_empty_cite_group_delimiter_is_none(self) -> None:
        """ "Defaults to ", " ", for years that nothing parts cannot be read: "20002001"."""
        works = [item(i, author=["Doe, J"], issued=(2000 + n,)) for n, i in enumerate("xy")]
        options = 'collapse="year" cite-group-delimiter=""'
        assert cite(AUTHOR_DATE, *works, options=options, layout='delimiter="; "') == (
            "Doe 2000, 2001"
        )

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

    def test_a_space_is_an_empty_value(self) -> None:
        works = [item("1", title=" "), item("2", title="B"), item("3", title="a")]
        sort = '<sort><key variable="title"/></sort>'
        found = cite('<text variable="title"/>', *works, layout='delimiter=","', sort=sort)
        assert found == "a,B, "

    @pytest.mark.parametrize(
        ("order", "text"), [("ascending", "1999 2001 n.d."), ("descending", "2001 1999 n.d.")]
    )
    def test_no_date_is_no_sort_key(self, order: str, text: str) -> None:
        """The term says that the value is empty; as a word it would come first or last."""
        works = [item("1"), item("2", issued=(1999,)), item("3", issued=(2001,))]
        date = (
            '<choose><if variable="issued"><date variable="issued"><date-part name="year"/></date>'
            '</if><else><text term="no date" form="short"/></else></choose>'
        )
        sort = f'<sort><key macro="year" sort="{order}"/></sort>'
        macros = f'<macro name="year">{date}</macro>'
        more: dict[str, str] = {"macros": macros, "sort": sort, "layout": 'delimiter=" "'}
        assert cite('<text macro="year"/>', *works, **more) == text

    def test_case_leaves_the_order_to_the_next_key(self) -> None:
        works = [item("1", author=["De Wit, J"], issued=(2002,)),
                 item("2", author=["de Wit, J"], issued=(2003,)),
                 item("3", author=["De Wit, J"], issued=(2001,))]  # fmt: skip
        sort = '<sort><key variable="author"/><key variable="issued"/></sort>'
        year = '<date variable="issued"><date-part name="year"/></date>'
        found = cite(year, *works, layout='delimiter=" "', sort=sort)
        assert found == "2001 2002 2003"

    def test_a_range_comes_after_its_first_date_and_before_the_next(self) -> None:
        """ "Date ranges are placed after single dates when they share the same (start) date, e.g.
        "2000, 2000–2002" " """
        starts: list[tuple[int, tuple[int, int, int] | None]] = [
            (2001, None),
            (2000, (2002, 0, 0)),
            (2000, (2001, 0, 0)),
            (2000, None),
            (-10, (9, 0, 0)),
        ]
        works = [
            Item(id=str(n), type="book", values={"issued": DateValue(start=(year, 0, 0), end=end)})
            for n, (year, end) in enumerate(starts)
        ]
        sort = '<sort><key variable="issued"/></sort>'
        made = program('<text variable="citation-number"/>', layout='delimiter=" "', sort=sort)
        cites = tuple(CiteInput(id=each.id) for each in works)
        done = process(made, {each.id: each for each in works}, [Cluster(cites=cites)])
        assert strip_marks(done.citations[0]) == "5 4 3 2 1"

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
