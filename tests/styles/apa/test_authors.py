"""The author element (APA 7, sections 9.7 to 9.12)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apa_helpers import entry
from citekit.model.names import AuthorList, Organization, Person
from citekit.styles.apa.names import initials, inverted, join_inverted, running, running_list


def people(count: int) -> list[tuple[str, str]]:
    return [(f"Name{number:02d}", "Given") for number in range(1, count + 1)]


def authors(value: object) -> str:
    return entry(authors=value, title="T", type="book", issued=2020).partition(" (2020)")[0]


class TestNumberOfAuthors:
    """9.8: up to 20 authors are all named, with an ampersand before the last; of 21 or more the
    first 19, an ellipsis without an ampersand, and the last."""

    def test_one(self) -> None:
        assert authors([("Roe", "Jane")]) == "Roe, J."

    def test_two_have_a_comma_before_the_ampersand(self) -> None:
        assert authors([("Roe", "Jane"), ("Doe", "John")]) == "Roe, J., & Doe, J."

    def test_three(self) -> None:
        assert authors(people(3)) == "Name01, G., Name02, G., & Name03, G."

    def test_twenty_are_all_named(self) -> None:
        shown = authors(people(20))
        assert shown.count("Name") == 20
        assert shown.endswith("Name19, G., & Name20, G.")

    @pytest.mark.parametrize("count", [21, 22, 100])
    def test_of_more_the_first_nineteen_and_the_last(self, count: int) -> None:
        shown = authors(people(count))
        assert shown.count("Name") == 20
        assert shown.endswith(f"Name19, G., … Name{count:02d}, G.")


class TestSourceStoppedEarly:
    """The source's list stopped early: its names and "et al."; nobody follows an ampersand."""

    def test_a_list_that_stops(self) -> None:
        listed = AuthorList(listed=people(2), complete=False)
        assert authors(listed) == "Name01, G., Name02, G., et al."

    def test_one_name_that_is_known(self) -> None:
        assert authors(AuthorList(listed=people(1), complete=False)) == "Name01, G., et al."

    def test_a_gap_is_an_ellipsis(self) -> None:
        listed = AuthorList(listed=people(3), complete=False, gap=2)
        assert authors(listed) == "Name01, G., Name02, G., … Name03, G."

    def test_names_after_a_gap_are_all_kept(self) -> None:
        listed = AuthorList(listed=people(4), complete=False, gap=1)
        assert authors(listed) == "Name01, G., … Name02, G., Name03, G., Name04, G."

    def test_a_long_list_with_a_gap_keeps_its_last(self) -> None:
        listed = AuthorList(listed=people(30), complete=False, gap=25, total=90)
        assert authors(listed).endswith("Name19, G., … Name30, G.")

    def test_the_last_of_a_long_list_is_not_made_up(self) -> None:
        listed = AuthorList(listed=people(25), complete=False)
        assert authors(listed).endswith("Name18, G., Name19, G., et al.")
        assert "…" not in authors(listed)

    def test_twenty_names_of_a_longer_list_are_all_kept(self) -> None:
        shown = authors(AuthorList(listed=people(20), complete=False))
        assert shown.endswith("Name20, G., et al.")


class TestPersons:
    """9.8: the surname, a comma, initials with spaces between them; hyphens and suffixes stay."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (Person(family="Lachaux", given="Marie-Anne"), "Lachaux, M.-A."),
            (Person(family="Xu", given="Ai-Jun"), "Xu, A.-J."),
            (Person(family="King", given="Martin Luther", suffix="Jr."), "King, M. L., Jr."),
            (Person(family="King", given="Martin Luther", suffix="Jr"), "King, M. L., Jr."),
            (Person(family="Macomber", given="J.", suffix="III"), "Macomber, J., III"),
            (
                Person(family="Berg", given="A.", non_dropping_particle="van der"),
                "van der Berg, A.",
            ),
            (Person(family="de Gaulle", given="Charles"), "de Gaulle, C."),
            (Person(family="Artagnan", given="C.", non_dropping_particle="d'"), "d'Artagnan, C."),
            (Person(family="Artagnan", given="C.", non_dropping_particle="d’"), "d’Artagnan, C."),
            (Person(family="Sisi", given="A.", non_dropping_particle="al-"), "al-Sisi, A."),
            (
                Person(
                    family="Fontaine",
                    given="Jean",
                    dropping_particle="de",
                    non_dropping_particle="La",
                ),
                "La Fontaine, J. de",
            ),
            (Person(family="Plato"), "Plato"),
            (Person(given="Cher"), "Cher"),
            (Person(family="李", given="明"), "李明"),
            (Person(family="hooks", given="bell"), "hooks, b."),
            (Person(family="Müller", given="Élodie"), "Müller, É."),
            (Person(family="Hu", given="E. J."), "Hu, E. J."),
            (Person(family="Tolkien", given="J.R.R."), "Tolkien, J. R. R."),
            (Person(family="Vance", given="JD"), "Vance, J. D."),
            (Person(family="SMITH", given="JO"), "SMITH, J."),
            (Person(family="García", given="María del Carmen"), "García, M. del C."),
            (Person(family="Roe", given='Jane "Jay" A.'), "Roe, J. A."),
            (Person(family="Roe", given="(Jane)"), "Roe"),
            (Person(family="Ivanov", given="Пётр"), "Ivanov, П."),
            (Person(family="Khan", given="محمد"), "Khan, محمد"),
            (Person(family="O'Brien", given="e\u0301ile"), "O'Brien, é."),
        ],
    )
    def test_inverted(self, name: Person, expected: str) -> None:
        assert inverted(name) == expected

    def test_a_combining_mark_stays_with_its_letter(self) -> None:
        assert initials("x\u0323yz") == "x\u0323."

    @pytest.mark.parametrize(
        ("given", "expected"),
        [("J. — K.", "J. K."), ("'Abd", "A."), ("Anne-", "A."), ("…", ""), ("-", "")],
    )
    def test_marks_are_no_initials(self, given: str, expected: str) -> None:
        assert initials(given) == expected

    def test_a_one_letter_name(self) -> None:
        assert inverted(Person(family="E", given="Weinan")) == "E, W."

    def test_a_username_follows_in_brackets(self) -> None:
        """10.15: the handle stands in brackets after the name."""
        name = Person(family="Obama", given="Barack", username="@BarackObama")
        assert inverted(name) == "Obama, B. [@BarackObama]"

    def test_a_username_alone(self) -> None:
        assert inverted(Person(username="@natgeo")) == "@natgeo"

    @pytest.mark.parametrize("given", ["", "Grace Brewster"])
    def test_an_orcid_is_not_shown(self, given: str) -> None:
        name = Person(family="Hopper", given=given)
        known = Person(family="Hopper", given=given, orcid="0000-0002-1825-0097")
        assert inverted(known) == inverted(name)

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            (Person(family="King", given="Martin Luther", suffix="Jr."), "M. L. King, Jr."),
            (Person(family="Berg", given="A.", non_dropping_particle="van"), "A. van Berg"),
            (Person(family="Vigny", given="Alfred", dropping_particle="de"), "A. de Vigny"),
            (Person(family="李", given="明"), "李明"),
            (Person(family="Plato"), "Plato"),
            (Person(given="Cher"), "Cher"),
            (Person(username="@x"), "@x"),
            (Organization(name="OpenAI"), "OpenAI"),
        ],
    )
    def test_running_order(self, name: Person, expected: str) -> None:
        assert running(name) == expected


class TestGroups:
    """9.11: a group is named in full, and not inverted."""

    def test_a_group(self) -> None:
        name = Organization(name="National Institute of Mental Health", abbreviation="NIMH")
        assert authors(name) == "National Institute of Mental Health."

    def test_a_full_stop_is_not_doubled(self) -> None:
        assert authors(Organization(name="Meta Platforms, Inc.")) == "Meta Platforms, Inc."


class TestRoles:
    """9.10: roles other than author stand in parentheses after the name, in the singular or the
    plural; 10.12: the director of a film, the host of a podcast, the producers of a series."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"type": "book", "editors": people(1)}, "Name01, G. (Ed.)."),
            ({"type": "book", "editors": people(2)}, "Name01, G., & Name02, G. (Eds.)."),
            (
                {"type": "book", "editors": AuthorList(listed=people(1), complete=False)},
                "Name01, G., et al. (Eds.).",
            ),
            ({"type": "book", "compilers": people(1)}, "Name01, G. (Comp.)."),
            ({"type": "motion_picture", "directors": people(1)}, "Name01, G. (Director)."),
            (
                {"type": "broadcast", "executive_producers": people(2)},
                "Name01, G., & Name02, G. (Executive Producers).",
            ),
            ({"type": "broadcast", "hosts": people(1), "venue": "X"}, "Name01, G. (Host)."),
            (
                {"type": "broadcast", "script_writers": people(1), "directors": people(1)},
                "Name01, G. (Writer & Director).",
            ),
            (
                {"type": "broadcast", "script_writers": people(1), "directors": people(2)[1:]},
                "Name01, G. (Writer), & Name02, G. (Director).",
            ),
            ({"type": "song", "composers": people(1)}, "Name01, G."),
            ({"type": "book", "authors": people(1), "editors": people(2)[1:]}, "Name01, G."),
        ],
    )
    def test_the_lead(self, fields: dict[str, object], expected: str) -> None:
        shown = entry(title="T", issued=2020, **fields)
        assert shown.partition(" (2020)")[0] == expected

    def test_with_whom_a_book_was_written(self) -> None:
        """9.8: "with" and the name, in parentheses."""
        fields = {"title": "T", "issued": 2020, "authors": people(1), "contributors": people(2)[1:]}
        assert entry(type="book", **fields) == "Name01, G. (with Name02, G.). (2020). *T*."
        assert entry(type="article-journal", **fields) == "Name01, G. (2020). T."

    def test_who_leads_is_not_named_again(self) -> None:
        assert entry(type="book", title="T", editors=people(1), issued=2020).count("Name01") == 1


class TestNoAuthor:
    """9.12: without an author, the title moves to the front."""

    def test_the_title_moves(self) -> None:
        shown = entry(type="book", title="Generalized Anxiety Disorder", issued=2019, publisher="P")
        assert shown == "*Generalized anxiety disorder*. (2019). P."

    def test_a_part_stays_plain(self) -> None:
        shown = entry(type="article-journal", title="A Title?", issued=2019, venue="J")
        assert shown == "A title? (2019). *J*."

    def test_nothing_known(self) -> None:
        assert entry(type="document") == "[Untitled]. (n.d.)."


shown_names = st.lists(st.sampled_from(["Roe, J.", "Hu, E. J.", "OpenAI", "李明"]), min_size=1)


class TestNobodyIsInventedOrLost:
    """A list shows its own names, in order, and nothing else."""

    @given(shown_names, st.booleans(), st.data())
    def test_only_separators_are_added(
        self, shown: list[str], complete: bool, data: st.DataObject
    ) -> None:
        numbered = [f"<{index} {name}>" for index, name in enumerate(shown)]
        gap = None
        if not complete and len(shown) > 1 and data.draw(st.booleans()):
            gap = data.draw(st.integers(1, len(shown) - 1))
        names = AuthorList(
            listed=[Organization(name=each) for each in numbered], complete=complete, gap=gap
        )
        text = join_inverted(numbered, names)
        found = re.findall(r"<[^>]*>", text)
        rest = re.sub(r"<[^>]*>", "", text)
        assert re.fullmatch(r"(?:, & |, … |, )*(?:et al\.)?", rest)
        assert ("et al." in rest) == (not complete and gap is None)
        assert (", & " in rest) == (complete and 1 < len(shown) <= 20)
        if len(numbered) <= 20:
            assert found == numbered
        elif complete or gap is not None:
            assert found[-1] == numbered[-1]
            assert found[:-1] == numbered[: len(found) - 1]
        else:
            assert found == numbered[:19]

    @given(st.integers(1, 40), st.booleans())
    def test_editors_too(self, count: int, complete: bool) -> None:
        names = AuthorList(listed=people(count), complete=complete)
        text = running_list(names)
        assert text.count("Name") == min(count, 20)
        assert ("et al." in text) == (not complete)
