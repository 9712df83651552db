"""CSL-JSON as programs really write it: what is off is read, and told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from citekit.errors import InvalidValueError
from citekit.exchange.csl_json.format import item_from_work, work_from_item
from citekit.model.dates import DateLiteral, DateRange, PartialDate
from citekit.model.identifiers import ArXiv
from citekit.model.names import Organization, Person
from citekit.model.work import Work
from citekit.tables.types import CSL_TYPES
from citekit.text.nodes import Format, RichText, Styled
from exchange.csl_json.csl_items import read, through_json


def codes(work: Work) -> list[str]:
    """Give the codes of what was reported."""
    return [each.code for each in work.diagnostics]


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
        ("parts", "date"),
        [
            ([[1965, 6, 0]], PartialDate(1965, 6)),
            ([["1965", "00", "00"]], PartialDate(1965)),
            ([[1965, 0], [1966, 0]], DateRange(PartialDate(1965), PartialDate(1966))),
            ([1965, 6], PartialDate(1965, 6)),
            (["1965"], PartialDate(1965)),
            ([[0]], None),
        ],
    )
    def test_zeros_and_lists_that_are_not_nested(self, parts: Any, date: Any) -> None:
        """Programs write 0 for what is not known, and one list for a list of lists."""
        work = read(issued={"date-parts": parts})
        assert work.issued == date
        assert codes(work)[0] == "date-simplified"
        assert "issued" in work.extra

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
