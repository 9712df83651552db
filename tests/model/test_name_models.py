"""People, organizations and author lists as models: what they take, what they refuse."""

from typing import Any

import pytest

from citekit.errors import AuthorListError, CitekitError, InvalidNameError, InvalidValueError
from citekit.model.names import AuthorList, Organization, Person, to_author_list, to_name


class TestPerson:
    def test_somebody_is_named(self) -> None:
        with pytest.raises(InvalidNameError, match="needs a family name"):
            Person(suffix="Jr.")
        assert Person(username="@ada").literal == "@ada"

    @pytest.mark.parametrize(
        ("parts", "literal"),
        [
            (
                {"family": "Beethoven", "given": "Ludwig", "non_dropping_particle": "van"},
                "Ludwig van Beethoven",
            ),
            (
                {"family": "Braun", "given": "Wernher", "dropping_particle": "von"},
                "Wernher von Braun",
            ),
            ({"family": "Artagnan", "non_dropping_particle": "d'"}, "d'Artagnan"),
            ({"family": "李", "given": "明"}, "李明"),
            ({"family": "Kim", "given": "Jong", "static_ordering": True}, "Kim Jong"),
            ({"family": "King", "given": "M. L.", "suffix": "Jr."}, "M. L. King Jr."),
            (
                {"family": "King", "given": "M. L.", "suffix": "Jr.", "comma_suffix": True},
                "M. L. King, Jr.",
            ),
        ],
    )
    def test_its_running_order(self, parts: dict[str, Any], literal: str) -> None:
        assert Person(**parts).literal == literal


class TestOrganization:
    def test_it_has_a_name_that_is_shown_as_it_is(self) -> None:
        assert Organization(name="OpenAI").literal == "OpenAI"
        with pytest.raises(InvalidNameError, match="needs a name"):
            Organization(name="  ")


class TestAuthorList:
    @pytest.mark.parametrize(
        ("values", "message"),
        [
            ({"complete": False}, "nobody is named"),
            ({"total": 3}, "nobody is named"),
            ({"listed": ["A. Hu", "B. Shen"], "total": 1}, "a total of 1, but 2 names"),
            ({"listed": ["A. Hu"], "total": 3}, "a complete list has no gap"),
            ({"listed": ["A. Hu"], "gap": 0}, "a complete list has no gap"),
            ({"listed": ["A. Hu"], "complete": False, "gap": 1}, "gap must lie before a name"),
            ({"listed": ["A. Hu"], "complete": False, "gap": -1}, "gap must lie before a name"),
        ],
    )
    def test_what_contradicts_itself_is_refused(self, values: dict[str, Any], message: str) -> None:
        with pytest.raises(AuthorListError, match=message):
            AuthorList(**values)

    def test_one_name_is_a_list_of_one(self) -> None:
        hopper = Person(family="Hopper", given="Grace")
        assert len(AuthorList(listed="Grace Hopper")) == 1
        assert AuthorList(listed=hopper) == to_author_list(hopper) == to_author_list([hopper])

    def test_the_last_is_known_in_a_whole_list_or_after_a_gap(self) -> None:
        names = ["A. Hu", "B. Shen"]
        assert AuthorList().last is None
        assert AuthorList(listed=names, complete=False).last is None
        assert AuthorList(listed=names).last == to_name("B. Shen")
        assert AuthorList(listed=names, complete=False, gap=1).last == to_name("B. Shen")


class TestConversion:
    def test_nothing_is_nobody(self) -> None:
        assert not to_author_list(None)
        assert not to_author_list([])

    def test_a_mapping_is_one_name_or_a_whole_list(self) -> None:
        assert to_author_list({"family": "Hu", "dropping-particle": "de"}).listed == (
            Person(family="Hu", dropping_particle="de"),
        )
        assert to_author_list({"literal": "OpenAI"}).listed == (Organization(name="OpenAI"),)
        assert to_author_list({"listed": ["A. Hu"], "complete": False}).others

    @pytest.mark.parametrize(
        ("value", "message"),
        [
            ({"famly": "Hu"}, "did you mean 'family'"),
            ({"zzz": "Hu"}, "parts are family"),
            ({"listed": ["A. Hu"], "complet": False}, "did you mean 'complete'"),
        ],
    )
    def test_an_unknown_part_gets_a_suggestion(self, value: Any, message: str) -> None:
        with pytest.raises(CitekitError, match=message):
            to_author_list(value)

    @pytest.mark.parametrize("value", [3, 1.5, object(), True])
    def test_what_is_no_list_is_refused(self, value: Any) -> None:
        with pytest.raises(InvalidValueError):
            to_author_list(value)

    @pytest.mark.parametrize("value", [3, None, ("a", "b", "c"), [1]])
    def test_what_is_no_name_is_refused(self, value: Any) -> None:
        with pytest.raises(InvalidNameError, match="not a name"):
            to_name(value)

    @pytest.mark.parametrize(
        ("last", "complete", "total"),
        [
            ("et al.", False, None),
            (..., False, None),
            ("and 11 others", False, 13),
            ("C. Li", True, None),
        ],
    )
    def test_the_last_may_say_that_there_are_others(
        self, last: Any, complete: bool, total: int | None
    ) -> None:
        found = to_author_list([("Hu", "A."), "B. Shen", last])
        assert (found.complete, found.total) == (complete, total)
        assert not to_author_list([Person(family="X"), Person(family="Y")]).others
