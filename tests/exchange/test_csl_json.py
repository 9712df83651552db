"""CSL-JSON: both directions, nothing lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError, InvalidValueError, ReadError
from citekit.exchange.csl_json import dumps, item_from_work, loads, work_from_item
from citekit.exchange.csl_names import read_names
from citekit.model.dates import DateLiteral, DateRange, PartialDate
from citekit.model.identifiers import DOI, ArXiv
from citekit.model.names import AuthorList, Organization, Person
from citekit.model.values import FrozenMap
from citekit.model.venue import Event, Venue
from citekit.model.work import Relation, Work
from citekit.tables.types import CSL_TYPES
from citekit.tables.variables import VARIABLES
from citekit.text.nodes import Format, Link, Math, Quoted, RichText, Styled
from strategies import json_values, leaf_text, works


def through_json(work: Work) -> Work:
    """Write a work as JSON text, and read it again."""
    return work_from_item(json.loads(json.dumps(item_from_work(work)[0])))


def read(**item: Any) -> Work:
    """Read an item of type book."""
    return work_from_item({"type": "book", **item})


def codes(work: Work) -> list[str]:
    """Give the codes of what was reported."""
    return [each.code for each in work.diagnostics]


class TestNothingIsLost:
    """ "lossless JSON (CSL-JSON with citekit's extras under `custom`)" (issue 2, part 1)"""

    @settings(max_examples=150, deadline=None)
    @given(work=works())
    def test_a_work_comes_back_as_it_was(self, work: Work) -> None:
        assert through_json(work) == work

    @settings(max_examples=30, deadline=None)
    @given(st.lists(works(), max_size=3))
    def test_through_text(self, found: list[Work]) -> None:
        named = [work.evolve(id=f"w{index}") for index, work in enumerate(found)]
        assert list(loads(dumps(named).text)) == named

    @pytest.mark.parametrize(
        "values",
        [
            {"type": "preprint", "arxiv": "2302.13971"},
            {"arxiv": ArXiv("2302.13971v2 [cs.CL]"), "number": "7"},
            {"number": "arXiv:2302.13971"},
            {"number": "arXiv:nonsense"},
            {"authors": AuthorList(listed=["A. B", "C. D"], complete=False, total=9, gap=1)},
            {"authors": AuthorList(listed=["A. B"], note="Team")},
            {"authors": AuthorList(note="Team")},
            {"authors": [Organization(name="others")]},
            {"authors": [Organization(name="NIMH", abbreviation="N", identifier="x")]},
            {"authors": [Person(username="@a"), Person(family="X", affiliation="Y")]},
            {"title": RichText([Math("x^2"), Quoted(["q"]), Link(["l"], "https://x.org")])},
            {"title": RichText([Styled(["o"], Format.OBLIQUE)])},
            {"venue": Venue(title="Nature", kind="journal", title_case="title")},
            {"venue": Venue(title_short="Nat.", kind="journal")},
            {"event": Event(place="Paris", date="2020-01/2020-02")},
            {"event": Event(title="X", date=DateLiteral("soon", status=True))},
            {"issued": DateLiteral("2020", status=False)},
            {"issued": DateLiteral("n.d.", status=False)},
            {"issued": DateRange(None, PartialDate(2020, circa=True))},
            {"issued": PartialDate(-44, 3, 15), "accessed": PartialDate(2020, season=2)},
            {"keywords": ("a, b", "c;d"), "isbn": ("9780262510875", "9780521417808")},
            {"relations": [("review-of", "x")], "content_changes": True, "title_case": "title"},
            {"note": RichText(["DOI: 10.1000/1\ngenre: x"]), "article_number": "e1"},
            {"note": RichText(["issued: 2020\ncontainer-title: x\nevent-place: y\nNote"])},
            {"extra": {"title": "x", "DOI": "none", "issued": {"season": "x"}, "": ""}},
            {"extra": {"custom": {"other": 1}}, "type": "preprint"},
            {"extra": {"custom": {"citekit": {"title": ["x"]}}}},
            {"extra": {"custom": 7, "type": "blog", "id": [1]}},
            {"extra": {"type": "posted-content"}, "type": "preprint"},
            {"extra": {"shortTitle": "x", "event": "y"}, "title_short": "z"},
            {"extra": {"author": "A. Smith"}},
        ],
    )
    def test_hard_cases(self, values: dict[str, Any]) -> None:
        work = Work(**values)
        again = through_json(work)
        assert again == work
        assert repr(again) == repr(work)

    def test_every_variable_of_csl_is_written_and_read(self) -> None:
        item: dict[str, Any] = {"type": "book"}
        samples: dict[str, Any] = {
            "names": [{"family": "Doe", "given": "Ada"}],
            "date": {"date-parts": [[2020, 2, 3]]},
            "text": "On <i>E. coli</i>",
            "number": "12",
            "plain": "en",
        }
        known = {
            "DOI": "10.1000/182",
            "ISBN": "9780262510875",
            "ISSN": "0028-0836",
            "PMCID": "PMC2840020",
            "PMID": "11797025",
            "URL": "https://example.org/a",
        }
        for row in VARIABLES:
            item[row.csl] = known[row.csl] if row.kind == "identifier" else samples[row.kind]
        work = work_from_item(item)
        assert not work.extra
        assert item_from_work(work)[0] == item

    @settings(max_examples=100, deadline=None)
    @given(
        st.dictionaries(
            st.sampled_from([row.csl for row in VARIABLES] + ["id", "type", "custom", "x"])
            | leaf_text,
            json_values
            | st.sampled_from([[{"family": 1}], {"date-parts": [[2020, 13]]}, "et al.", ["a"]]),
            max_size=5,
        )
    )
    def test_any_json_object_is_read_and_comes_back(self, item: dict[str, Any]) -> None:
        work = work_from_item(item)
        assert through_json(work) == work


class TestCustom:
    """ "Incomplete author lists: … names stay, the truth goes under custom, and a Diagnostic says
    that other readers will not see it." """

    def test_a_list_that_stopped_early(self) -> None:
        work = Work(authors=["E. Hu", "Y. Shen", "et al."], type="article-journal")
        item, lost = item_from_work(work)
        assert [each["family"] for each in item["author"]] == ["Hu", "Shen"]
        assert item["custom"] == {"citekit": {"authors": {"complete": False}}}
        assert [(each.code, each.severity, each.field) for each in lost] == [
            ("others-unseen", "warning", "authors")
        ]

    def test_a_preprint_is_an_article_to_others(self) -> None:
        item, lost = item_from_work(Work(id="a", type="preprint"))
        assert item == {"id": "a", "type": "article", "custom": {"citekit": {"type": "preprint"}}}
        assert [(each.code, each.work) for each in lost] == [("csl-type-approximate", "a")]

    def test_what_csl_json_carries_needs_no_custom(self) -> None:
        item, lost = item_from_work(
            Work(type="book", title="T", authors=["A. B"], issued=2020, venue="V", doi="10.1000/1")
        )
        assert "custom" not in item
        assert lost == ()

    def test_each_field_that_others_do_not_see_is_told(self) -> None:
        _, lost = item_from_work(Work(type="book", venue={"title": "X", "kind": "series"}))
        assert [(each.code, each.severity, each.field) for each in lost] == [
            ("custom-only", "info", "venue")
        ]

    @pytest.mark.parametrize(
        ("name", "value", "field"),
        [
            ("author", [{"family": "New"}], "authors"),
            ("type", "book", "type"),
            ("title", "New", "title"),
            ("issued", {"date-parts": [[1999]]}, "issued"),
        ],
    )
    def test_what_another_program_changed_counts(self, name: str, value: Any, field: str) -> None:
        work = Work(
            type="preprint",
            title=RichText([Math("x")]),
            authors=[Organization(name="A", abbreviation="B")],
            venue={"title": "T", "title_short": "S", "kind": "series"},
            issued=DateLiteral("2020", status=True),
        )
        item = {**item_from_work(work)[0], name: value}
        again = work_from_item(item)
        assert codes(again).count("exact-value-outdated") == 1
        plain = {each: item[each] for each in item if each != "custom"}
        assert getattr(again, field) == getattr(work_from_item(plain), field)
        untouched = {"title", "authors", "type", "venue", "issued"} - {field}
        assert all(getattr(again, each) == getattr(work, each) for each in untouched)

    def test_a_list_that_another_program_extended_still_stopped_early(self) -> None:
        item, _ = item_from_work(Work(authors=["A. B", "et al."]))
        item["author"].append({"family": "C"})
        again = work_from_item(item)
        assert len(again.authors) == 2
        assert not again.authors.complete

    @pytest.mark.parametrize(
        "ours",
        [
            {"authors": {"complete": False}},
            {"authors": 7},
            {"authors": {"listed": [{"nobody": 1}]}},
            {"title": 7},
            {"title": [{"styled": "none", "text": []}]},
            {"title": [{}]},
            {"issued": {"year": 0}},
            {"issued": []},
            {"venue": "x"},
            {"venue": {"kind": "x"}},
            {"arxiv": "2302.13971"},
            {"relations": [7]},
            {"volume": [1]},
            {"titel": "x"},
            {"extra": 7},
            {"diagnostics": [1]},
            {"_found": 1},
        ],
    )
    def test_what_is_not_in_our_form_is_kept_and_told(self, ours: dict[str, Any]) -> None:
        work = read(custom={"citekit": ours})
        (name,) = ours
        assert f"citekit:{name}" in work.extra
        assert codes(work) == ["kept-in-extra"]

    def test_what_others_keep_under_custom_stays_there(self) -> None:
        work = read(custom={"a": 1})
        assert item_from_work(work)[0]["custom"] == {"a": 1}

    @pytest.mark.parametrize("custom", [7, "x", {"citekit": 7}])
    def test_what_no_custom_should_hold_is_kept_too(self, custom: Any) -> None:
        work = read(custom=custom)
        assert work.extra == FrozenMap({"custom": custom})
        assert through_json(work) == work

    def test_the_kind_of_a_venue_whose_title_another_program_changed_stays(self) -> None:
        item, _ = item_from_work(Work(venue={"title": "T", "kind": "series"}))
        again = work_from_item({**item, "container-title": "New"})
        assert again.venue == Venue(title="New", kind="series")

    def test_ours_stands_beside_what_others_keep(self) -> None:
        work = read(custom={"a": 1, "citekit": {"content_changes": True}})
        assert work.content_changes
        assert item_from_work(work)[0]["custom"] == {"a": 1, "citekit": {"content_changes": True}}


class TestLenientReading:
    """ "Loaders of foreign records keep an invalid value as a literal with a Diagnostic"
    (DESIGN, promise 5)"""

    @pytest.mark.parametrize("name", ["DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL"])
    @pytest.mark.parametrize("value", ["none", 7.5, {"a": 1}])
    def test_an_identifier_that_is_none(self, name: str, value: Any) -> None:
        work = read(**{name: value})
        assert codes(work) == ["kept-in-extra"]
        assert item_from_work(work)[0][name] == value

    def test_a_month_that_is_none(self) -> None:
        """Programs write 13 to 24 for seasons; of another month only the year is left"""
        for month, season in ((13, 1), (17, 1), (24, 4), (-1, None), (60, None)):
            work = read(issued={"date-parts": [[1965, month, 1]]})
            assert work.issued == PartialDate(1965, season=season)
            assert codes(work)[0] == "date-simplified"
            assert work.extra["issued"]["date-parts"] == ((1965, month, 1),)
            assert through_json(work) == work

    @pytest.mark.parametrize(
        ("date", "text"),
        [
            ({"date-parts": [["2023", "13"]]}, "2023-13"),
            ({"date-parts": [[2023, 2, 30], [2024]]}, "2023-2-30/2024"),
            ({"raw": "the day before"}, "the day before"),
            ({"literal": "soon"}, "soon"),
            ({"date-parts": [["x"]], "literal": "X"}, "X"),
            ("whenever", "whenever"),
            ({"date-parts": 7}, "7"),
            (7.5, "7.5"),
        ],
    )
    def test_a_date_that_cannot_be(self, date: Any, text: str) -> None:
        work = read(issued=date)
        assert work.issued == DateLiteral(text, status=False)
        if date != {"literal": "soon"}:
            assert "date-kept-literal" in codes(work)
        if isinstance(date, dict) and "date-parts" in date:
            assert "issued" in work.extra

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            ({"date-parts": [["2023", "2"]]}, PartialDate(2023, 2)),
            ({"raw": "27 February 2023"}, PartialDate(2023, 2, 27)),
            ("2023-02", PartialDate(2023, 2)),
            ({"date-parts": [[2000]], "season": "3"}, PartialDate(2000, season=3)),
            ({"date-parts": [[2000]], "circa": 1}, PartialDate(2000, circa=True)),
            ({"literal": "in press"}, DateLiteral("in press", status=True)),
            ({"literal": "n.d."}, None),
        ],
    )
    def test_dates(self, date: Any, expected: Any) -> None:
        assert read(issued=date).issued == expected

    @pytest.mark.parametrize(
        "date",
        [
            {"date-parts": [[2013, 1, 30]], "season": "22:56:08"},
            {"date-parts": [[2013]], "literal": "MMXIII"},
            {"date-parts": [[2013]], "calendar": "julian"},
        ],
    )
    def test_what_a_date_says_beyond_what_is_read_is_kept(self, date: Any) -> None:
        work = read(issued=date)
        assert json.dumps(work.extra["issued"], default=dict)
        assert through_json(work) == work

    @pytest.mark.parametrize("value", ["blog", 7, ["book"]])
    def test_an_unknown_type(self, value: Any) -> None:
        work = work_from_item({"type": value})
        assert work.type == "document"
        assert item_from_work(work)[0]["type"] == value
        assert codes(work) == ["kept-in-extra"]

    @pytest.mark.parametrize("item", [{}, {"type": ""}, {"type": None}])
    def test_no_type(self, item: Any) -> None:
        assert work_from_item(item).type == "document"
        assert codes(work_from_item(item)) == ["type-missing"]

    @pytest.mark.parametrize("name", sorted(CSL_TYPES))
    def test_every_type_of_csl(self, name: str) -> None:
        assert codes(work_from_item({"type": name})) == []

    def test_a_type_of_crossref(self) -> None:
        work = work_from_item({"type": "journal-article"})
        assert work.type == "article-journal"
        assert item_from_work(work)[0]["type"] == "journal-article"

    @pytest.mark.parametrize(("value", "expected"), [(5, "5"), ("a b", "a b"), ("", None)])
    def test_ids(self, value: Any, expected: Any) -> None:
        assert read(id=value).id == expected

    def test_an_id_that_is_none(self) -> None:
        work = read(id=[1])
        assert work.id is None
        assert work.extra == {"id": (1,)}

    @pytest.mark.parametrize(
        ("value", "expected"), [(2, "2"), (2.0, "2"), (2.5, "2.5"), ("2–3", "2–3"), (["2"], "2")]
    )
    def test_numbers(self, value: Any, expected: str) -> None:
        assert read(volume=value).volume == expected

    @pytest.mark.parametrize("value", [True, {"a": 1}, ["a", "b"]])
    @pytest.mark.parametrize("name", ["title", "volume", "language", "keyword"])
    def test_what_is_no_text(self, name: str, value: Any) -> None:
        work = read(**{name: value})
        if name == "keyword" and isinstance(value, list):
            assert work.keywords == ("a", "b")
        else:
            assert codes(work) == ["kept-in-extra"]
            assert item_from_work(work)[0][name] == value

    def test_markup(self) -> None:
        title = read(title="On <i>E. coli</i> & a < b").title
        assert title == RichText(["On ", Styled(["E. coli"], Format.ITALIC), " & a < b"])

    def test_control_characters_are_told(self) -> None:
        work = read(title="a\x00b\ud800")
        assert str(work.title) == "a b"
        assert "text-cleaned" in codes(work)

    @pytest.mark.parametrize(
        ("old", "field", "new"),
        [
            ("shortTitle", "title_short", "title-short"),
            ("journalAbbreviation", "venue", "container-title-short"),
            ("event", "event", "event-title"),
        ],
    )
    def test_older_names(self, old: str, field: str, new: str) -> None:
        assert getattr(read(**{old: "X"}), field) == getattr(read(**{new: "X"}), field)
        both = read(**{old: "old", new: "new"})
        assert getattr(both, field) == getattr(read(**{new: "new"}), field)
        assert both.extra == {old: "old"}
        assert through_json(both) == both

    def test_an_unknown_variable_is_kept_under_its_name(self) -> None:
        work = read(**{"citation-label": "Doe20"})
        assert work.extra == {"citation-label": "Doe20"}
        assert item_from_work(work)[0]["citation-label"] == "Doe20"

    def test_data_that_nests_too_deep_is_kept_as_text(self) -> None:
        deep: Any = "x"
        for _ in range(80):
            deep = [deep]
        work = read(x=deep)
        assert work.extra["x"] == json.dumps(deep)
        assert through_json(work) == work

    def test_several_isbns_with_spaces(self) -> None:
        work = read(ISBN="9780262510875 9780521417808")
        assert len(work.isbn) == 2

    def test_an_arxiv_number(self) -> None:
        work = read(number="arXiv:2302.13971")
        assert work.arxiv == ArXiv("2302.13971")
        assert work.number == ""
        assert item_from_work(work)[0]["number"] == "arXiv:2302.13971"
        assert read(number="arXiv:x").number == "arXiv:x"

    def test_diagnostics_name_the_work(self) -> None:
        assert {each.work for each in read(id="a", DOI="none", x=1).diagnostics} == {"a"}

    @pytest.mark.parametrize("item", [None, 7, "x", [1]])
    def test_what_is_no_object(self, item: Any) -> None:
        with pytest.raises(InvalidValueError):
            work_from_item(item)


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

    @pytest.mark.parametrize(
        "name", [{"family": "Others", "given": "Amy"}, {"literal": "3 of 14 authors"}]
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


class TestNote:
    """ "Cheater syntax" (citeproc-js manual): Zotero keeps variables in lines of the note."""

    def test_lines_at_the_top(self) -> None:
        work = read(note="original-date: 1850\nreviewed-author: Hall || W. C.\nA note.\nDOI: x")
        assert work.original_date == PartialDate(1850)
        assert work.reviewed_authors.listed == (Person(family="Hall", given="W. C."),)
        assert str(work.note) == "A note.\nDOI: x"
        assert codes(work) == ["variable-in-note", "variable-in-note"]

    def test_braces_anywhere(self) -> None:
        work = read(note="A note {:genre: Letter} of {:x: y}")
        assert str(work.genre) == "Letter"
        assert str(work.note) == "A note  of {:x: y}"

    def test_a_name_in_one_piece(self) -> None:
        work = read(note="editor: NASA")
        assert work.editors.listed == (Organization(name="NASA"),)

    @pytest.mark.parametrize(
        "note",
        ["title: x", "DOI: none", "issued: whenever", "Topic: y", "note: z", "See: DOI: 10.1000/1"],
    )
    def test_what_stays(self, note: str) -> None:
        work = read(title="T", note=note)
        assert str(work.note) == note
        assert codes(work) == []

    def test_an_unknown_line_ends_nothing(self) -> None:
        work = read(note="collection-title-short: S\nvolume: 2")
        assert (work.volume, str(work.note)) == ("2", "collection-title-short: S")

    def test_it_comes_back(self) -> None:
        work = Work(type="book", note=RichText(["volume: 2"]))
        assert through_json(work) == work


class TestFiles:
    """ "One bad record does not stop the file" (issue 2, part 11)"""

    @pytest.mark.parametrize(
        "text",
        ['[{"id": "a"}]', '{"id": "a"}', '{"items": [{"id": "a"}]}', '\ufeff[{"id": "a"}]'],
    )
    def test_shapes(self, text: str) -> None:
        assert [work.id for work in loads(text)] == ["a"]

    def test_a_bad_item(self) -> None:
        loaded = loads('[{"id": "a"}, 7, {"id": "b"}]')
        assert [work.id for work in loaded] == ["a", "b"]
        assert [(each.index, each.text) for each in loaded.failed] == [(1, "7")]
        assert isinstance(loaded.failed[0].error, CitekitError)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "line 1, column 1"),
            ("{", "not JSON"),
            ("[\n1,]", "line 2"),
            ("7", "no CSL-JSON"),
            ("[NaN]", "NaN is no number"),
            ("[" * 200_000, "too deep"),
        ],
    )
    def test_what_is_no_csl_json(self, text: str, message: str) -> None:
        with pytest.raises(ReadError, match=message):
            loads(text)

    def test_numbers_that_python_cannot_hold_stay_text(self) -> None:
        digits = "9" * 5000
        loaded = loads('[{"volume": ' + digits + ', "x": 1e999}]')
        assert loaded.works[0].volume == digits
        assert loaded.works[0].extra == {"x": "1e999"}
        assert loads(dumps(loaded.works).text).works == loaded.works

    def test_lone_surrogates_are_written_as_escapes(self) -> None:
        """They may stand where text is not cleaned, as in a literal date."""
        work = Work(id="a", issued=DateLiteral("\ud800", status=False))
        text = dumps([work]).text
        assert text.encode("utf-8")
        assert loads(text).works == (work,)

    @pytest.mark.parametrize("number", ["nan", "inf", "1e5000"])
    def test_numbers_that_json_cannot_hold(self, number: str) -> None:
        value = 10**5000 if number == "1e5000" else float(number)
        with pytest.raises(CitekitError):
            dumps([Work(id="a", extra={"x": value})])

    def test_what_is_lost_is_told(self) -> None:
        dumped = dumps([Work(id="a", type="preprint"), Work(id="b", authors=["X", "et al."])])
        assert [(each.work, each.code) for each in dumped.diagnostics] == [
            ("a", "csl-type-approximate"),
            ("b", "others-unseen"),
        ]

    def test_no_works(self) -> None:
        assert dumps([]).text == "[]\n"
        assert loads("[]").works == ()

    def test_doi_keeps_its_capitals(self) -> None:
        assert item_from_work(Work(doi=DOI("10.1000/AbC")))[0]["DOI"] == "10.1000/AbC"

    def test_relations(self) -> None:
        work = Work(relations=[Relation("review-of", "x")])
        assert through_json(work).relations == work.relations
