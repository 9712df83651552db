"""The order of the list and the letters after years (APA 7, sections 9.44 to 9.49)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apa_helpers import cite, make, markdown, render
from citekit.model.names import AuthorList, Organization, Person
from citekit.model.work import Work
from citekit.styles.apa.numerals import spelled, spelled_first
from citekit.styles.apa.order import _AuthorKey
from citekit.styles.apa.sorting import natural, without_article
from citekit.text.fold import fold


def in_order(*works: Work) -> list[str]:
    """Give the ids in the order of the list, whatever the order of the input."""
    orders = {tuple(each.id for each in render(*given).entries) for given in (works, works[::-1])}
    assert len(orders) == 1
    return list(orders.pop())


def by(*authors: Any, **fields: Any) -> Work:
    """Make a work whose id is its authors."""
    names = [each if not isinstance(each, str) else tuple(each.split(", ")) for each in authors]
    names = [(*each, "") if isinstance(each, tuple) and len(each) == 1 else each for each in names]
    name = " + ".join(map(str, authors))
    return make(**{"id": name, "title": "T", "authors": names, "issued": 2020, **fields})


def assert_order(*works: Work) -> None:
    assert in_order(*works) == [work.id for work in works]


class TestLetterByLetter:
    """9.44: letter by letter; "nothing precedes something"; spaces, hyphens, apostrophes, accents
    and capitals do not count; then the initials."""

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Brown, J. R.", "Browning, A. R."),
            ("Girard, J.-B.", "Girard-Perregaux, A. S."),
            ("Benjamin, A. S.", "ben Yaakov, D."),
            ("Denzin, N. K.", "de Onís, C."),
            ("de Onís, C.", "Devlin, D."),
            ("MacArthur, D.", "Macdonald, B."),
            ("Villafuerte, S. A.", "Villa-Lobos, J."),
            ("Obrian, A.", "O'Brien, B."),
            ("Müller, A.", "Muller, B."),
            ("Łukasz, A.", "Lutz, A."),
            ("Smith, A. B.", "Smith, A. C."),
            ("Smith, A.", "Smith, A. A."),
            ("Smith", "Smith, A."),
        ],
    )
    def test_surnames(self, first: str, second: str) -> None:
        assert_order(by(first), by(second))

    def test_numerals_in_names(self) -> None:
        """9.44: Macomber, J., II, precedes Macomber, J., III."""
        works = [
            by(Person(family="Macomber", given="J.", suffix=suffix), id=suffix or "none")
            for suffix in ("", "Sr.", "Jr.", "II", "III", "IX", "the Younger")
        ]
        assert_order(*works)

    def test_particles_count_as_part_of_the_surname(self) -> None:
        berg = Person(family="Berg", given="A.", non_dropping_particle="van den")
        assert_order(by("Vance, X."), by(berg, id="berg"), by("Vane, X."))


class TestSameFirstAuthor:
    """9.46: one author before several; then the second author; then the year."""

    def test_alone_first_even_when_later(self) -> None:
        assert_order(by("Roe, J.", issued=2020), by("Roe, J.", "Abe, A.", issued=1990))

    def test_then_the_next_author(self) -> None:
        assert_order(
            by("Roe, J.", "Abe, A.", "Zed, Z.", issued=2019),
            by("Roe, J.", "Bee, A.", issued=2001),
            by("Roe, J.", "Bee, A.", "Cee, C.", issued=1999),
        )

    def test_names_that_are_not_known_come_last(self) -> None:
        stopped = AuthorList(listed=[("Roe", "J.")], complete=False)
        assert_order(
            by("Roe, J."), by("Roe, J.", "Zed, Z."), make(id="others", authors=stopped, issued=1)
        )

    def test_then_the_year(self) -> None:
        """No date first, then the years, in press last."""
        assert_order(
            by("Roe, J.", id="none", issued=None),
            by("Roe, J.", id="old", issued=-44),
            by("Roe, J.", id="one", issued=2016),
            by("Roe, J.", id="two", issued=2020),
            by("Roe, J.", id="press", issued=None, status="in press"),
        )


class TestGroupsAndTitles:
    """9.49: groups and titles by their first significant word; a number as if spelled out."""

    def test_articles_do_not_count(self) -> None:
        center = Organization(name="The Center for Autism")
        assert_order(by("Cane, A."), by(center, id="center"), by("Chen, B."))

    def test_a_title_in_place_of_an_author(self) -> None:
        assert_order(by("Lamb, A."), make(id="lancet", title="The Lancet Study"), by("Lane, B."))

    def test_numbers_are_spelled_out(self) -> None:
        seven = make(id="700", title="700 Years of Solitude")
        assert_order(by("Sevenau, B."), seven, by("Turner, A."))

    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (0, "zero"),
            (19, "nineteen"),
            (20, "twenty"),
            (99, "ninety nine"),
            (100, "one hundred"),
            (999, "nine hundred ninety nine"),
            (1000, "one thousand"),
            (1100, "one thousand one hundred"),
            (1984, "nineteen eighty four"),
            (1999, "nineteen ninety nine"),
            (2001, "two thousand one"),
            (12_345, "twelve thousand three hundred forty five"),
        ],
    )
    def test_spelling(self, number: int, words: str) -> None:
        assert spelled(number) == words

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("“12 Monkeys”", "twelve Monkeys”"),
            ("20,000 Leagues", "twenty thousand Leagues"),
            ("1234567 Things", "1234567 Things"),
            ("9,999,999 Things", "9,999,999 Things"),
            ("Things 12", "Things 12"),
        ],
    )
    def test_only_a_number_at_the_start(self, text: str, expected: str) -> None:
        assert spelled_first(text) == expected

    def test_a_sort_title_of_the_record_wins(self) -> None:
        odd = make(id="odd", title="[ξ] and Such", title_sort="Lb")
        assert_order(by("La, A."), odd, by("Lc, A."))


class TestLetters:
    """9.47 and 8.19: works of one author and year get letters, in the order of the list: a year
    alone before exact dates, these by date; then by title, without "A", "An", "The"."""

    def entries(self, *works: Work) -> list[str]:
        return [markdown(each.text) for each in render(*works[::-1]).entries]

    def test_by_title(self) -> None:
        shown = self.entries(
            by("Roe, J.", id="1", title="The apple"),
            by("Roe, J.", id="2", title="A banana"),
            by("Roe, J.", id="3", title="Cherry"),
        )
        assert [each[:16] for each in shown] == [f"Roe, J. (2020{x}). "[:16] for x in "abc"]
        assert [each.split("*")[1] for each in shown] == ["The apple", "A banana", "Cherry"]

    def test_a_year_alone_comes_before_days(self) -> None:
        page = {"type": "webpage"}
        shown = self.entries(
            by("Roe, J.", id="1", title="Z", issued="2020", **page),
            by("Roe, J.", id="2", title="Y", issued="2020-04", **page),
            by("Roe, J.", id="3", title="X", issued="2020-04-02", **page),
        )
        assert shown == [
            "Roe, J. (2020a). *Z*.",
            "Roe, J. (2020b, April). *Y*.",
            "Roe, J. (2020c, April 2). *X*.",
        ]

    def test_parts_in_their_order(self) -> None:
        """9.47: articles of a series in the order of the series."""
        shown = self.entries(
            by("Roe, J.", id="1", title="Facts: Part 2"),
            by("Roe, J.", id="2", title="Facts: Part 10"),
        )
        assert [each.split("*")[1] for each in shown] == ["Facts: Part 2", "Facts: Part 10"]

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"issued": None}, ["(n.d.-a)", "(n.d.-b)"]),
            ({"issued": None, "status": "in press"}, ["(in press-a)", "(in press-b)"]),
            ({"issued": -350}, ["(350 B.C.E.-a)", "(350 B.C.E.-b)"]),
        ],
    )
    def test_what_is_no_year_has_a_hyphen(self, fields: Any, expected: list[str]) -> None:
        works = [by("Roe, J.", id=title, title=title, **fields) for title in "XY"]
        assert [each[8:].partition(". *")[0] for each in self.entries(*works)] == expected

    def test_after_z(self) -> None:
        works = [by("Roe, J.", id=f"{n}", title=f"Part {n}") for n in range(28)]
        shown = self.entries(*works)
        assert "(2020z)" in shown[25]
        assert "(2020aa)" in shown[26]
        assert "(2020ab)" in shown[27]

    def test_other_authors_need_none(self) -> None:
        shown = self.entries(by("Roe, J."), by("Roe, J.", "Doe, A."), by("Doe, J."))
        assert all("(2020)" in each for each in shown)

    def test_editors_are_authors_too(self) -> None:
        works = [
            by("Roe, J.", id="1"),
            make(id="2", title="U", editors=[("Roe", "J.")], issued=2020),
        ]
        assert cite(works, "1", "2") == ["(Roe, 2020a)", "(Roe, 2020b)"]

    def test_persons_whom_nothing_tells_apart(self) -> None:
        """8.20: same surname and initials: the letters tell the works apart."""
        works = [by("Roe, Jane", id="1", title="A"), by("Roe, John", id="2", title="B")]
        assert cite(works, "1", "2") == ["(Roe, 2020a)", "(Roe, 2020b)"]

    def test_works_without_author(self) -> None:
        works = [make(id=each, title="Same: " + each, issued=2020) for each in "xy"]
        assert cite(works, "x", "y") == ["(*Same*, 2020a)", "(*Same*, 2020b)"]

    def test_laws_have_none(self) -> None:
        works = [make(id=each, type="bill", title="Act", issued=2020) for each in "xy"]
        assert cite(works, "x", "y") == ["(Act, 2020)"] * 2


class TestFolding:
    """The order is the same in every locale: it rests on bare letters and digits."""

    @given(st.text(max_size=20))
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)

    @given(st.text(max_size=20))
    def test_only_letters_and_digits(self, text: str) -> None:
        assert all(char.isalnum() for char in fold(text))

    @given(st.integers(0, 10**9), st.integers(0, 10**9))
    def test_numbers_by_value(self, one: int, other: int) -> None:
        assert (natural(f"Part {one}") < natural(f"Part {other}")) == (one < other)

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The End", "End"),
            ("a tale", "tale"),
            ("“An End", "End"),
            ("Theory", "Theory"),
            ("A", "A"),
        ],
    )
    def test_articles(self, text: str, expected: str) -> None:
        assert without_article(text) == expected


_items = st.lists(st.tuples(st.sampled_from("ab"), st.just(""), st.integers(0, 1)), max_size=4)


@given(_items, _items)
def test_the_key_of_authors_compares_as_a_tuple_does(one: list[Any], other: list[Any]) -> None:
    first, second = _AuthorKey(iter(one)), _AuthorKey(iter(other))
    for _ in range(2):  # what was made for the first comparison is there for the second
        assert (first < second) is (tuple(one) < tuple(other))
        assert (second < first) is (tuple(other) < tuple(one))
        assert (first == second) is (one == other)
