"""Names in CSL-JSON: people, groups, particles, lists that stopped early."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.exchange.csl_json.format import item_from_work, work_from_item
from citekit.exchange.csl_json.names import read_names
from citekit.model.names import Organization, Person
from citekit.model.work import Work
from citekit.text.nodes import Format, RichText, Styled
from exchange.csl_json.csl_items import read, through_json


def codes(work: Work) -> list[str]:
    """Give the codes of what was reported."""
    return [each.code for each in work.diagnostics]


class TestNames:
    """The schema's `name-variable`; "names with particles, comma-suffix (values may be
    strings/bools), static-ordering, literal, and names with only `family`" """

    def author(self, **name: Any) -> Any:
        return read(author=[name]).authors.listed[0]

    def test_all_parts(self) -> None:
        name = {
            "family": "Gogh",
            "given": "Vincent",
            "non-dropping-particle": "van",
            "dropping-particle": "de",
            "suffix": "Jr.",
            "comma-suffix": True,
            "static-ordering": True,
        }
        person = self.author(**name)
        assert person == Person(
            family="Gogh",
            given="Vincent",
            non_dropping_particle="van",
            dropping_particle="de",
            suffix="Jr.",
            comma_suffix=True,
            static_ordering=True,
        )
        assert item_from_work(Work(authors=[person]))[0]["author"] == [name]

    @pytest.mark.parametrize("value", [True, 1, "true", "1", "yes"])
    def test_true(self, value: Any) -> None:
        assert self.author(family="X", suffix="Jr", **{"comma-suffix": value}).comma_suffix

    @pytest.mark.parametrize("value", [False, 0, "false", "0", "", None])
    def test_false(self, value: Any) -> None:
        assert not self.author(family="X", suffix="Jr", **{"comma-suffix": value}).comma_suffix

    @pytest.mark.parametrize(
        "name",
        [
            {"literal": "NASA"},
            {"family": "NASA", "isInstitution": "true"},
            {"literal": "NASA", "family": ""},
        ],
    )
    def test_organizations(self, name: Any) -> None:
        assert self.author(**name) == Organization(name="NASA")

    def test_a_part_may_hold_markup(self) -> None:
        """citeproc-js manual: text may hold `<i>`, `<b>`, `<sup>`; the part is its plain text"""
        name = self.author(family="<b>Doe</b>", given="J &lt;i>")
        styled = RichText([Styled(["Doe"], Format.BOLD)])
        assert name == Person(family="Doe", given="J <i>", styled={"family": styled})
        assert self.author(literal="A<sup>2</sup>").name == "A2"
        assert self.author(family="<i>X</i>", isInstitution=True).styled[0][0] == "name"

    def test_text_that_looks_like_markup_stays_text(self) -> None:
        for name in (Person(family="<b>Doe</b>"), Organization(name="<sup>x</sup>")):
            work = Work(authors=[name])
            item, _ = item_from_work(work)
            assert "custom" not in item
            assert work_from_item(item).authors == work.authors

    def test_formatting_is_written_and_read(self) -> None:
        styled = RichText(["Center ", Styled(["for"], Format.SUPERSCRIPT)])
        work = Work(authors=[Organization(name="Center for", styled={"name": styled})])
        item, _ = item_from_work(work)
        assert item["author"] == [{"literal": "Center <sup>for</sup>"}]
        assert work_from_item(item).authors == work.authors

    def test_formatting_that_markup_cannot_carry(self) -> None:
        styled = RichText([Styled(["Doe"], Format.LIGHT)])
        work = Work(authors=[Person(family="Doe", styled={"family": styled})])
        assert work_from_item(item_from_work(work)[0]).authors == work.authors

    def test_particles_in_a_part_are_taken_out(self) -> None:
        """citeproc-js manual, "Particles": names in two parts are parsed by the reader."""
        assert self.author(family="van der Maaten") == Person(
            family="Maaten", non_dropping_particle="van der"
        )
        assert self.author(family="Beethoven", given="Ludwig van,! Jr.") == Person(
            family="Beethoven",
            given="Ludwig",
            dropping_particle="van",
            suffix="Jr.",
            comma_suffix=True,
        )

    def test_stated_particles_are_all(self) -> None:
        name = {"family": "de Vries", "given": "Jan van", "non-dropping-particle": "le"}
        assert self.author(**name) == Person(
            family="de Vries", given="Jan van", non_dropping_particle="le"
        )
        name = {"family": "de Vries", "given": "Jan van", "dropping-particle": "le"}
        assert self.author(**name).family == "de Vries"
        assert self.author(family="King", given="Martin, Esq.", suffix="Jr.") == Person(
            family="King", given="Martin, Esq.", suffix="Jr."
        )

    def test_formatted_parts_stay(self) -> None:
        assert self.author(family="de <i>Vries</i>").family == "de Vries"

    @pytest.mark.parametrize("value", [False, 0, "false", "0", "no"])
    def test_parse_names_false(self, value: Any) -> None:
        """The schema's `parse-names`: without it or when true, particles are taken out."""
        name = {"family": "de Vries", "given": "Jan van, Jr."}
        person = Person(family="de Vries", given="Jan van, Jr.")
        assert self.author(**name, **{"parse-names": value}) == person

    @pytest.mark.parametrize("value", [True, 1, "true", "1", None, ""])
    def test_parse_names_true(self, value: Any) -> None:
        assert self.author(family="de Vries", **{"parse-names": value}).family == "Vries"

    def test_a_family_name_in_quotation_marks_stays(self) -> None:
        """citeproc-js manual, "Particles"."""
        assert self.author(family='"de Vries"') == Person(family="de Vries")
        assert self.author(family='" "') == Person(family='" "')
        assert self.author(family='"') == Person(family='"')

    @pytest.mark.parametrize(
        "person",
        [
            Person(family="de Vries"),
            Person(family='"de Vries"'),
            Person(family="King", given="Martin, Jr."),
            Person(family="Beethoven", given="Ludwig van"),
        ],
    )
    def test_parts_that_a_reader_would_take_apart_say_so(self, person: Person) -> None:
        work = Work(authors=[person])
        item, _ = item_from_work(work)
        assert "custom" not in item
        assert item["author"][0]["parse-names"] is False
        assert work_from_item(item) == work

    def test_other_names_do_not_speak_of_parsing(self) -> None:
        person = Person(family="Vries", given="Jan", non_dropping_particle="de")
        assert "parse-names" not in item_from_work(Work(authors=[person]))[0]["author"][0]

    def test_one_part_alone(self) -> None:
        assert self.author(family="Plato") == Person(family="Plato")
        assert self.author(given="Plato") == Person(given="Plato")

    def test_crossref(self) -> None:
        name = {
            "family": "X",
            "sequence": "first",
            "ORCID": "http://orcid.org/0000-0002-1825-0097",
            "affiliation": [{"name": "A"}, "B"],
            "role": [],
        }
        work = read(author=[name])
        assert not work.diagnostics
        (person,) = work.authors
        assert isinstance(person, Person)
        assert (str(person.orcid), person.affiliation) == ("0000-0002-1825-0097", "A; B")

    @pytest.mark.parametrize(
        "name",
        [
            {"family": "X", "role": "lead"},
            {"literal": "X", "family": "Y"},
            {"family": "X", "ORCID": "none"},
            {"suffix": "Jr."},
        ],
    )
    def test_what_no_name_holds_is_kept(self, name: Any) -> None:
        work = read(author=[{"family": "A"}, name])
        assert dict(work.extra["author"][1]) == name
        assert "names-kept" in codes(work)
        assert through_json(work) == work

    @pytest.mark.parametrize("name", [{}, {"family": "", "given": None}])
    def test_a_name_without_any_part_is_nobody(self, name: Any) -> None:
        work = read(author=[name, {"family": "A"}])
        assert len(work.authors) == 1
        assert "empty-name" in codes(work)

    @pytest.mark.parametrize(
        "last",
        ["et al.", {"literal": "et al."}, {"family": "others"}, {"literal": "and 3 others"}],
    )
    def test_et_al_is_nobody(self, last: Any) -> None:
        authors = read(author=[{"family": "A"}, last]).authors
        assert len(authors) == 1
        assert not authors.complete
        assert authors.total in (None, 4)

    @pytest.mark.parametrize(("count", "total"), [("et al.", None), ("and 3 others", 5)])
    def test_et_al_in_the_middle_is_nobody_either(self, count: str, total: int | None) -> None:
        """The last name is known: "A, et al., B", whom APA shows after its ellipsis."""
        work = read(author=[{"family": "A"}, {"literal": count}, {"family": "B"}])
        assert [each.literal for each in work.authors] == ["A", "B"]
        assert (work.authors.complete, work.authors.gap) == (False, 1)
        assert work.authors.total == total
        assert "others-understood" in codes(work)

    def test_where_the_end_is_missing_too_no_name_is_the_last(self) -> None:
        others = {"literal": "et al."}
        work = read(author=[{"family": "A"}, others, {"family": "B"}, others])
        assert [each.literal for each in work.authors] == ["A", "B"]
        assert (work.authors.complete, work.authors.gap) == (False, None)
        assert "author" in work.extra  # where the first ones are missing is kept there

    @pytest.mark.parametrize(
        "name", [{"family": "Others", "given": "Amy"}, {"literal": "Studio 3 of 14"}]
    )
    def test_a_name_that_says_more_is_somebody(self, name: Any) -> None:
        assert len(read(author=[{"family": "A"}, name]).authors) == 2

    def test_text_is_parsed(self) -> None:
        work = read(author="Ada Doe and Eve Roe", editor=["Ida Poe"], translator={"family": "T"})
        assert [each.literal for each in work.authors] == ["Ada Doe", "Eve Roe"]
        assert work.editors.listed == (Person(family="Poe", given="Ida"),)
        assert work.translators.listed == (Person(family="T"),)
        assert codes(work).count("names-parsed") == 2

    @pytest.mark.parametrize(
        "value", [7, [7], [[1, 2, 3]], "et al.", [{"family": {}, "given": [1]}]]
    )
    def test_what_is_no_name_is_kept(self, value: Any) -> None:
        work = read(author=value)
        assert not work.authors
        assert "author" in work.extra

    def test_blank_text_is_nobody(self) -> None:
        assert not read_names("  ", "authors").names
