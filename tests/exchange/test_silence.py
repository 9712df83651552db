"""Nothing is converted or lost in silence.

"What was not text and became text is a diagnostic, except numbers where CSL-JSON's schema allows
them (volume, page, id …); what is lost is a warning" (issue 13, item 9). The types are those of
citation-style-language/schema, ``schemas/input/csl-data.json``.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.errors import Diagnostic, InvalidValueError
from citekit.exchange.bibtex.format import bibtex
from citekit.tables.variables import VARIABLES, Variable

NUMBERS = (
    "chapter-number collection-number edition issue number number-of-pages number-of-volumes page"
    " part-number printing-number supplement-number volume"
).split()
""" "type": ["string", "number"] in the schema (`part`, `printing` and `supplement` there)."""


def said(item: dict[str, Any], format: str = "csl_json") -> list[Diagnostic]:
    """Read one record that is in order but for *item*, and give what is said of it."""
    [work] = citekit.loads(json.dumps([{"title": "T", **item}]), format).works
    return list(work.diagnostics)


def codes(item: dict[str, Any], format: str = "csl_json") -> set[tuple[str, str]]:
    return {(each.code, each.severity) for each in said({"type": "book", **item}, format)}


CONVERTED = ("value-converted", "info")


class TestCslJson:
    @pytest.mark.parametrize(
        "item",
        [
            {"title": 7},
            {"title": 7.5},
            {"title": ["Tea"]},
            {"title": [7]},
            {"publisher": 7},
            {"section": 7},
            {"version": 2},
            {"volume": ["7"]},
            {"PMID": 11797025},
            {"ISBN": ["9780262510875"]},
            {"DOI": ["10.1000/182"]},
            {"keyword": ["a", "b"]},
            {"keyword": 7},
            {"language": ["en"]},
            {"issued": "2020"},
            {"issued": 2020},
            {"issued": [2020]},
            {"author": {"family": "Roe"}},
            {"author": [{"family": 7}]},
            {"author": [{"literal": 7.5}]},
            {"author": [{"family": "Roe", "affiliation": [7]}]},
        ],
        ids=json.dumps,
    )
    def test_what_was_no_text_and_became_text_is_told(self, item: dict[str, Any]) -> None:
        assert codes(item) == {CONVERTED}

    @pytest.mark.parametrize("row", VARIABLES, ids=[row.csl for row in VARIABLES])
    def test_numbers_are_silent_where_the_schema_has_them_only(self, row: Variable) -> None:
        found = codes({row.csl: 7})
        assert (found == set()) == (row.csl in NUMBERS)

    def test_numbers_that_no_float_holds_are_numbers_all_the_same(self) -> None:
        for digits in ("1e400", "9" * 500):
            source = f'[{{"type": "book", "title": {digits}, "volume": {digits}}}]'
            [work] = citekit.loads(source, "csl_json").works
            assert (str(work.title), work.volume) == (digits, digits)
            assert [(each.code, each.field) for each in work.diagnostics] == [
                ("value-converted", "title")
            ]

    def test_an_id_may_be_a_number(self) -> None:
        assert codes({"id": 7}) == set()
        assert codes({"id": True}) == {("kept-in-extra", "warning")}

    @pytest.mark.parametrize(
        "item",
        [
            {"title": True},
            {"title": {"a": 1}},
            {"title": ["a", "b"]},
            {"title": [["a"]]},
            {"volume": False},
            {"DOI": 7},
            {"keyword": [True]},
            {"language": {"a": 1}},
            {"author": 7},
            {"author": True},
            {"author": [True]},
            {"author": [None]},
            {"author": [{"family": True}]},
            {"author": [{"family": "Roe", "given": ["A"]}]},
            {"author": [{"family": "Roe", "comma-suffix": {"a": 1}}]},
            {"author": [{"family": "Roe", "isInstitution": [1]}]},
            {"author": [{"family": "Roe", "affiliation": [{"place": "Oslo"}]}]},
            {"author": [{"family": "Roe", "ORCID": True}]},
            {"author": [{"family": "Roe", "role": "editor"}]},
            {"issued": True},
            {"issued": {"date-parts": [[2020, True]]}},
            {"issued": {"date-parts": [[2020]], "literal": "Spring"}},
            {"issued": {"date-parts": [[2020]], "time": "noon"}},
            {"issued": {"date-parts": [[2020]], "season": [1]}},
            {"issued": {"date-parts": [[2020]], "circa": {}, "season": "Lent"}},
            {"shortTitle": "A", "title-short": "B"},
            {"type": 7},
            {"type": "novel"},
        ],
        ids=json.dumps,
    )
    def test_what_is_lost_is_a_warning(self, item: dict[str, Any]) -> None:
        assert "warning" in {each.severity for each in said({"type": "book", **item})}

    @pytest.mark.parametrize("date", [True, {"a": 1}, {"date-parts": {"a": 1}}, [1, 2, 3, 4]])
    def test_what_no_date_says_is_no_date_in_words(self, date: Any) -> None:
        """It is kept and told; "true" or braces in a citation would help nobody."""
        [work] = citekit.loads(json.dumps([{"id": "a", "issued": date}]), "csl_json").works
        assert work.issued is None
        assert "issued" in work.extra
        assert "warning" in {each.severity for each in work.diagnostics}

    def test_one_name_that_is_none_takes_no_other_with_it(self) -> None:
        item = {"author": [{"family": "Roe"}, 7, {"family": True}, {"family": "Doe"}]}
        [work] = citekit.loads(json.dumps([item]), "csl_json").works
        assert [name.literal for name in work.authors] == ["Roe", "Doe"]
        assert work.extra["author"]

    def test_what_the_schema_has_is_silent(self) -> None:
        date = {"date-parts": [["2020", 2]], "season": "1", "circa": "yes"}
        name = {"family": "Roe", "comma-suffix": 1, "static-ordering": "0", "parse-names": False}
        item = {"issued": {**date, "season": None}, "author": [name], "volume": 7.5, "page": 12}
        assert codes(item) == set()

    @given(
        st.sampled_from(VARIABLES),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.just("x"),
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.just("a"), inner),
            max_leaves=4,
        ),
    )
    def test_any_value_of_another_type_is_told(self, row: Variable, value: Any) -> None:
        """Of what says nothing (null, an empty list or object) there is nothing to tell."""
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if (
            isinstance(value, str)
            or not _says_anything(value)
            or (is_number and row.csl in NUMBERS)
        ):
            return
        assert codes({row.csl: value})


def _says_anything(value: Any) -> bool:
    if isinstance(value, (list, dict)):
        return any(map(_says_anything, value.values() if isinstance(value, dict) else value))
    return value is not None


class TestRepeatedNames:
    """RFC 8259, section 4: "The names within an object SHOULD be unique." """

    @pytest.mark.parametrize("format", ["csl_json", "raw"])
    def test_the_first_value_is_lost_with_a_warning(self, format: Any) -> None:
        [work] = citekit.loads('[{"title": "Tea", "title": "Coffee"}]', format).works
        found = [each for each in work.diagnostics if each.code == "json-repeated-name"]
        assert [(each.severity, each.field) for each in found] == [("warning", "title")]
        assert str(work.title) == "Coffee"
        assert "'Tea'" in found[0].message

    def test_however_deep(self) -> None:
        source = '[{"author": [{"family": "A", "family": "B", "family": "B"}], "title": "T"}]'
        [work] = citekit.loads(source, "csl_json").works
        assert [each.field for each in work.diagnostics if each.code == "json-repeated-name"] == [
            "family"
        ]


class TestRaw:
    @pytest.mark.parametrize(
        "item",
        [
            {"published": 2020},
            {"pmid": 11797025},
            {"authors": [["Roe", "Jane"]]},
            {"authors": {"family": "Roe"}},
        ],
        ids=json.dumps,
    )
    def test_what_was_no_text_is_told(self, item: dict[str, Any]) -> None:
        assert CONVERTED in {(each.code, each.severity) for each in said(item, "raw")}

    @pytest.mark.parametrize(
        "item",
        [{"title": 7}, {"doi": ["a"]}, {"published": True}, {"venue": ["a"]}],
        ids=json.dumps,
    )
    def test_what_cannot_be_read_is_no_info(self, item: dict[str, Any]) -> None:
        [work] = citekit.loads(json.dumps([{"note": "N", **item}]), "raw").works
        assert {"warning", "error"} & {each.severity for each in work.diagnostics}

    def test_a_value_that_another_one_overrules(self) -> None:
        item = {"publisher": "Oslo Press", "venue": "Springer"}
        [work] = citekit.loads(json.dumps([{"title": "T", **item}]), "raw").works
        assert str(work.publisher) == "Oslo Press"
        assert work.extra["publisher"] == ("Springer",)
        assert ("kept-in-extra", "warning", "publisher") in [
            (each.code, each.severity, each.field) for each in work.diagnostics
        ]

    def test_lists_of_text_are_lists(self) -> None:
        item = {"type": "book", "id": 7, "authors": ["Jane Roe", "Ann Doe"], "keywords": ["a", "b"]}
        assert said(item, "raw") == []


class TestBibtex:
    """BibLaTeX: "date … takes precedence over year and month" is no reason to lose them."""

    @pytest.mark.parametrize(
        ("fields", "kept"),
        [
            ("date = {2020}, year = 1999", {"year": "1999"}),
            ("date = {2020}, year = 2020, month = feb", {"year": "2020", "month": "February"}),
            ("journal = {A}, journaltitle = {B}", {"journaltitle": "B"}),
            ("year = {2020}, day = {3}", {"day": "3"}),
            ("year = {2020-02}, month = mar", {"month": "March"}),
            (
                r"howpublished = {\url{https://a.b} and \url{https://c.d}}",
                {"howpublished": "https://c.d"},
            ),
            (r"howpublished = {\url{https://a.b}}, url = {https://c.d}", {"url": "https://c.d"}),
        ],
    )
    def test_a_value_that_another_one_overrules(self, fields: str, kept: dict[str, str]) -> None:
        [work] = citekit.loads(f"@article{{k, title = {{T}}, {fields}}}", "biblatex").works
        assert dict(work.extra) == kept
        found = [each for each in work.diagnostics if each.code == "bibtex-field-unused"]
        assert [(each.field, each.severity) for each in found] == [(n, "warning") for n in kept]

    def test_the_same_value_twice_is_no_loss(self) -> None:
        fields = "date = {2020-02}, year = 2020, month = feb, journal = {A}, journaltitle = {{A}}"
        [work] = citekit.loads(f"@article{{k, title = {{T}}, {fields}}}", "biblatex").works
        assert (dict(work.extra), work.diagnostics) == ({}, ())

    def test_a_field_that_means_nothing(self) -> None:
        [work] = citekit.loads("@book{k, title = {T}, colour = {red}, file = {a.pdf}}").works
        assert dict(work.extra) == {"colour": "red", "file": "a.pdf"}
        assert [(each.code, each.severity, each.field) for each in work.diagnostics] == [
            ("kept-in-extra", "info", "colour")
        ]


class TestCleaning:
    """What may not come through is removed (`citekit.text.clean`), and that is told."""

    @pytest.mark.parametrize(
        "item",
        [
            {"title": "a\x1bb"},
            {"volume": "1\x1b"},
            {"author": [{"family": "R\x1boe"}]},
            {"author": [{"literal": "\ud800Roe"}]},
            {"issued": {"literal": "soon\x1b"}},
            {"keyword": "a\x00, b"},
            {"language": "e\x1bn"},
            {"id": "a\x1b"},
            {"title": "a\u202c"},
        ],
        ids=json.dumps,
    )
    def test_in_every_kind_of_variable(self, item: dict[str, Any]) -> None:
        assert ("text-cleaned", "warning") in codes(item)

    @pytest.mark.parametrize("name", ["title", "authors", "venue", "published", "note"])
    def test_in_raw_records(self, name: str) -> None:
        assert ("text-cleaned", "warning") in codes({name: "Nature\x1b 5"}, "raw")

    @pytest.mark.parametrize("text", ["Poincare\u0301", "a\r\nb", "a\u2028b", "a\u202eb"])
    def test_what_is_only_written_otherwise_is_no_loss(self, text: str) -> None:
        assert codes({"title": text}) == set()
        assert citekit.Work(title=text).diagnostics == ()


class TestLossesAreWarnings:
    def severities(self, work: citekit.Work, style: str) -> dict[str, str]:
        found = citekit.render([work], style).diagnostics
        return {each.code: each.severity for each in found}

    def test_an_author_that_apa_drops_beside_a_composer(self) -> None:
        work = citekit.Work(type="song", title="T", authors=["Ann Roe"], composers=["Jo Doe"])
        assert "Roe" not in citekit.format(work)
        [note] = [e for e in citekit.render([work]).diagnostics if e.code == "not-shown"]
        assert note.severity == "warning"
        assert "authors" in note.message

    def test_a_work_that_apa_does_not_list(self) -> None:
        work = citekit.Work(type="personal_communication", authors=["Ann Roe"], issued=2020)
        assert self.severities(work, "apa") == {"not-listed": "warning"}

    def test_a_range_without_a_start(self) -> None:
        work = citekit.Work(id="a", title="T", issued="../2020")
        assert self.severities(work, "ieee") == {"date-simplified": "warning"}

    def test_what_bibtex_cannot_carry(self) -> None:
        authors = citekit.AuthorList(
            listed=[citekit.Person(family="Roe", affiliation="Oslo")],
            complete=False,
            total=9,
            note="The team",
        )
        work = citekit.Work(id="a", type="book", title="T", issued=(2020, 2, 3), authors=authors)
        found = {each.code: each.severity for each in bibtex.dumps([work]).diagnostics}
        assert found == dict.fromkeys(
            (
                "bibtex-date-shortened",
                "bibtex-note-lost",
                "bibtex-total-lost",
                "bibtex-name-detail-lost",
            ),
            "warning",
        )


class TestConstructors:
    """ "The same input gives the same bytes: in any … hash seed" (DESIGN): a set has no order."""

    @pytest.mark.parametrize(
        "field", ["title", "authors", "keywords", "isbn", "relations", "editors"]
    )
    @pytest.mark.parametrize("value", [{"a", "b"}, frozenset("a"), b"a", bytearray(b"a")])
    def test_sets_and_bytes_are_refused(self, field: Any, value: Any) -> None:
        with pytest.raises(InvalidValueError):
            citekit.Work(**{field: value})

    @pytest.mark.parametrize("field", ["title", "keywords", "isbn", "relations"])
    def test_mappings_are_refused(self, field: Any) -> None:
        value: Any = {"9780262510875": "lost"}
        with pytest.raises(InvalidValueError):
            citekit.Work(**{field: value})
