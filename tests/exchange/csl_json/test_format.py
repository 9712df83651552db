"""CSL-JSON: both directions, nothing lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError, ReadError
from citekit.exchange.csl_json.format import dumps, item_from_work, loads, work_from_item
from citekit.model.dates import DateLiteral, DateRange, PartialDate
from citekit.model.identifiers import DOI, ArXiv
from citekit.model.names import AuthorList, Organization, Person
from citekit.model.values import FrozenMap
from citekit.model.venue import Event, Venue
from citekit.model.work import Relation, Work
from citekit.styles.csl.item.prepare import prepare
from citekit.tables.variables import VARIABLES
from citekit.text.nodes import Format, Link, Math, Quoted, RichText, Styled
from exchange.csl_json.csl_items import read, through_json
from strategies import json_values, leaf_text, works


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

    def test_an_isbn_is_written_as_it_was(self) -> None:
        assert item_from_work(read(ISBN="0-306-40615-2"))[0]["ISBN"] == "0-306-40615-2"

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

    def test_a_literal_date_is_cleaned(self) -> None:
        [work] = loads('[{"id": "a", "issued": {"literal": "so\\ud800on\\u202e"}}]').works
        assert work.issued == DateLiteral("soon\u202e\u202c")
        assert dumps([work]).text.encode("utf-8")

    def test_a_literal_date_of_nothing_is_kept_and_told(self) -> None:
        loaded = loads('[{"id": "a", "issued": {"literal": "\\ud800"}}]')
        [work] = loaded.works
        assert work.issued is None
        assert "issued" in work.extra
        assert "warning" in [each.severity for each in work.diagnostics]

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


class TestVerbatimIdentifiers:
    """What the file says reaches CSL styles as it is; by default it is made canonical."""

    WRITTEN = (
        ("DOI", "https://doi.org/10.1000/AbC"),
        ("DOI", "doi:10.1000/182"),
        ("PMCID", "3531190"),
        ("PMID", "PMID: 23193287"),
        ("ISSN", "20493630"),
        ("ISBN", "978-3-16-148410-0, 3-16-148410-X"),
        ("URL", "HTTP://EXAMPLE.ORG/a b"),
    )

    @pytest.mark.parametrize(("name", "value"), WRITTEN)
    def test_as_it_is_written(self, name: str, value: str) -> None:
        item = {"id": "a", "type": "book", name: value}
        kept = work_from_item(item, verbatim_identifiers=True)
        assert dict(kept.extra) == {name: value}
        assert codes(kept) == ["kept-in-extra"]
        assert prepare(kept)[0].values[name] == value

    def test_what_is_canonical_is_read(self) -> None:
        item = {"type": "book", "DOI": "10.1000/182", "ISSN": "2049-3630", "PMID": "23193287"}
        assert work_from_item(item, verbatim_identifiers=True) == work_from_item(item)

    def test_a_whole_file(self) -> None:
        text = '[{"id": "a", "type": "book", "DOI": "https://doi.org/10.1000/182"}]'
        assert loads(text, verbatim_identifiers=True).works[0].doi is None
        assert loads(text).works[0].doi == DOI("10.1000/182")

    @given(st.sampled_from(["DOI", "ISBN", "ISSN", "PMID", "PMCID", "URL"]), json_values)
    def test_any_value_is_read_and_comes_back(self, name: str, value: Any) -> None:
        kept = work_from_item({"id": "a", "type": "book", name: value}, verbatim_identifiers=True)
        assert through_json(kept) == kept
