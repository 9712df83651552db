"""Works: a place for everything, checked when built, never changed."""

import copy
import datetime
import operator
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given

import strategies
from citekit.errors import CitekitError, DateError, Diagnostic, IdentifierError, InvalidValueError
from citekit.model.dates import DateLiteral, DateRange, PartialDate, first_year, to_date
from citekit.model.derive import effective_doi, effective_url
from citekit.model.identifiers import DOI, URL
from citekit.model.inputs import WorkFields
from citekit.model.names import NOBODY, AuthorList, Person
from citekit.model.venue import Event, Venue
from citekit.model.work import Relation, Work
from citekit.parsing.dates.csl import to_csl_date
from citekit.parsing.dates.parts import NoDate
from citekit.tables.types import CSL_TYPES, VENUE_KIND_OF_TYPE
from citekit.tables.variables import VARIABLES
from citekit.text.nodes import EMPTY, RichText

FIELDS = [each.name for each in attrs.fields(Work) if each.init]
FULL = Work(id="w", title="T", venue="V", event="E", authors=[("Hopper", "Grace")])

# CSL 1.0.2, appendix IV ("Variables"), as the specification lists them.
CSL_VARIABLES = """
abstract annote archive archive_collection archive_location archive-place authority call-number
collection-title container-title container-title-short dimensions division DOI event-title
event-place genre ISBN ISSN jurisdiction keyword language license medium note original-publisher
original-publisher-place original-title part-title PMCID PMID publisher publisher-place references
reviewed-genre reviewed-title scale source status title title-short URL volume-title
chapter-number collection-number edition issue number number-of-pages number-of-volumes page
part-number printing-number section supplement-number version volume
accessed available-date event-date issued original-date submitted
author chair collection-editor compiler composer container-author contributor curator director
editor editorial-director executive-producer guest host illustrator interviewer narrator organizer
original-author performer producer recipient reviewed-author script-writer series-creator translator
""".split()


class TestPlaces:
    """ "Every CSL 1.0.2 variable has a place" (and each has one only)."""

    def test_every_variable_of_the_specification_has_one_row(self) -> None:
        assert sorted(row.csl for row in VARIABLES) == sorted(CSL_VARIABLES)

    @pytest.mark.parametrize("row", VARIABLES, ids=operator.attrgetter("csl"))
    def test_the_path_of_each_row_leads_somewhere(self, row: Any) -> None:
        assert operator.attrgetter(row.path)(FULL) is not ...

    def test_no_place_is_used_twice(self) -> None:
        paths = [row.path for row in VARIABLES]
        assert len(paths) == len(set(paths))

    def test_the_type_of_csl_are_all_there(self) -> None:
        assert len(CSL_TYPES) == 45
        assert set(VENUE_KIND_OF_TYPE) <= CSL_TYPES | {"preprint"}


class TestConstructor:
    def test_its_typed_signature_has_exactly_its_fields(self) -> None:
        assert sorted(WorkFields.__annotations__) == sorted(FIELDS)

    def test_everything_may_be_left_out(self) -> None:
        work = Work()
        assert (work.id, work.type, work.title, work.authors) == (None, "document", EMPTY, NOBODY)

    def test_an_unknown_field_names_the_work_and_gets_a_suggestion(self) -> None:
        with pytest.raises(InvalidValueError, match="work 'w', field 'publsher'.*'publisher'"):
            Work(id="w", publsher="x")  # type: ignore[call-arg]  # wrong on purpose

    def test_csl_s_singular_for_several_people_gets_the_plural(self) -> None:
        with pytest.raises(InvalidValueError, match="did you mean 'editors'"):
            Work(editor="x")  # type: ignore[call-arg]  # wrong on purpose

    def test_what_no_name_is_near_to_goes_into_extra(self) -> None:
        with pytest.raises(InvalidValueError, match="work 'T'.*goes into extra"):
            Work(title="T", zzzzzz="x")  # type: ignore[call-arg]  # wrong on purpose

    @pytest.mark.parametrize("field", FIELDS)
    @pytest.mark.parametrize("value", [object(), 1.5, b"x", [object()], {1: 2}])
    def test_a_wrong_type_is_an_error_that_names_the_field(self, field: str, value: Any) -> None:
        with pytest.raises(CitekitError) as caught:
            Work(**{field: value})
        assert caught.value.field is not None
        assert caught.value.field.split(".")[0] == field

    def test_an_error_names_the_work_by_id_or_title(self) -> None:
        with pytest.raises(DateError, match="work 'w', field 'issued'"):
            Work(id="w", title="T", issued="2023-02-30")
        with pytest.raises(IdentifierError, match="work 'T', field 'doi'"):
            Work(title="T", doi="nonsense")

    def test_an_error_of_a_part_names_the_whole_path(self) -> None:
        with pytest.raises(InvalidValueError, match="field 'venue.kind'"):
            Work(venue={"title": "x", "kind": "y"})

    def test_an_unknown_type_gets_a_suggestion(self) -> None:
        with pytest.raises(InvalidValueError, match="did you mean 'preprint'"):
            Work(type="preprnt")


class TestConverters:
    def test_a_string_is_literal_text(self) -> None:
        assert Work(title="<i>x</i>").title == RichText("<i>x</i>")

    def test_numbers_may_be_numbers(self) -> None:
        assert (Work(volume=12).volume, Work(id=7).id) == ("12", "7")

    @pytest.mark.parametrize(
        ("value", "date"),
        [
            ("2023-02-27", PartialDate(2023, 2, 27)),
            (2023, PartialDate(2023)),
            ((2023, 2), PartialDate(2023, 2)),
            (datetime.date(2023, 2, 27), PartialDate(2023, 2, 27)),
            (datetime.datetime(2023, 2, 27, 12), PartialDate(2023, 2, 27)),
            ({"date-parts": [[2023, 2]]}, PartialDate(2023, 2)),
            ("2020/2021", DateRange(PartialDate(2020), PartialDate(2021))),
            ("in press", DateLiteral("in press", True)),
            ("n.d.", None),
            ({"literal": "n.d."}, None),
            (NoDate(), None),
            ("", None),
        ],
    )
    def test_dates_come_in_every_form(self, value: Any, date: Any) -> None:
        assert Work(issued=value).issued == to_date(value) == date
        assert to_date(date) == date

    @pytest.mark.parametrize(
        "value", [True, 1.5, (), (1, 2, 3, 4), ("2023",), (2023, 13), object()]
    )
    def test_what_is_no_date_is_an_error(self, value: Any) -> None:
        with pytest.raises(DateError):
            to_date(value)

    @pytest.mark.parametrize("number", [20230101, 20240228, 19991231])
    def test_eight_digits_are_a_day_wherever_they_stand(self, number: int) -> None:
        """ISO 8601, 5.2.1.1: the basic format YYYYMMDD."""
        day = PartialDate(number // 10000, number // 100 % 100, number % 100)
        forms: list[Any] = [number, str(number), (number,), {"raw": str(number)}]
        forms += [{"date-parts": [[number]]}, {"date-parts": [[str(number)]]}]
        assert [to_date(each) for each in forms] == [day] * len(forms)
        ends = {"date-parts": [[number], [number + 10000]]}
        later = PartialDate(day.year + 1, day.month, day.day)
        assert to_date(ends) == DateRange(day, later)

    @pytest.mark.parametrize("number", [10000, 99999, 202301, 20231301, 20230230, 20230101123000])
    def test_any_other_number_above_9999_is_no_year(self, number: int) -> None:
        forms: list[Any] = [number, str(number), (number,), (number, 2)]
        for each in [*forms, {"date-parts": [[number]]}, {"raw": str(number)}]:
            with pytest.raises(DateError):
                Work(issued=each)

    @given(strategies.dates() | strategies.date_ranges())
    def test_a_date_is_itself_and_what_csl_writes_of_it(self, date: PartialDate) -> None:
        assert to_date(date) is date
        assert to_date(to_csl_date(date)) == date

    def test_years_of_more_digits_are_written_as_edtf(self) -> None:
        assert to_date("Y12000") == PartialDate(12000)
        assert to_date(-20000) == PartialDate(-20000)

    def test_keywords_come_as_text_or_a_list(self) -> None:
        assert Work(keywords="a, b; c").keywords == Work(keywords=["a", "b", "", "c"]).keywords

    def test_several_publishers_are_joined(self) -> None:
        assert str(Work(publisher=["A", "B"]).publisher) == "A; B"

    def test_relations_are_pairs(self) -> None:
        relation = Relation("preprint-of", "10.1000/x")
        assert (
            Work(relations=[relation]).relations == Work(relations=[tuple_of(relation)]).relations
        )

    def test_what_has_no_field_is_kept_in_extra(self) -> None:
        work = Work(extra={"shelf": {"row": [1, 2]}})
        assert work.extra["shelf"]["row"] == (1, 2)
        assert work.evolve(title="x").extra == work.extra


def tuple_of(relation: Relation) -> tuple[str, str]:
    return (relation.kind, relation.target)


class TestValue:
    def test_it_cannot_be_changed(self) -> None:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            FULL.title = RichText("x")  # type: ignore[misc]  # wrong on purpose
        with pytest.raises((AttributeError, attrs.exceptions.FrozenInstanceError)):
            FULL.brand_new = 1  # type: ignore[attr-defined]  # wrong on purpose

    def test_equal_works_hash_alike_and_survive_pickling_and_copying(self) -> None:
        again = pickle.loads(pickle.dumps(FULL))
        assert again == copy.deepcopy(FULL) == copy.copy(FULL) == FULL
        assert len({again, FULL}) == 1

    def test_a_copy_with_changes(self) -> None:
        changed = FULL.evolve(title="U", issued="2023")
        assert (str(changed.title), changed.issued) == ("U", PartialDate(2023))
        assert (changed.venue, changed.authors) == (FULL.venue, FULL.authors)
        assert str(FULL.title) == "T"

    def test_its_repr_shows_what_is_known_only(self) -> None:
        assert repr(Work(id="a", title="T")) == "Work(id='a', title=RichText('T'))"


class TestDiagnostics:
    def test_what_parsing_guessed_is_told_with_work_and_field(self) -> None:
        work = Work(id="w", authors="A. Turing, G. Hopper, et al.")
        assert [(each.work, each.field) for each in work.diagnostics] == [("w", "authors")] * len(
            work.diagnostics
        )
        assert work.diagnostics

    def test_what_cleaning_removed_is_told(self) -> None:
        work = Work(title="a\x07b")
        assert [each.code for each in work.diagnostics] == ["text-cleaned"]
        assert str(work.title) == "a b"

    def test_they_are_no_part_of_equality_and_do_not_pile_up(self) -> None:
        noisy = Work(title="a\x07b")
        assert noisy == Work(title="a b")
        assert noisy.evolve(volume=1).diagnostics == noisy.diagnostics

    def test_loaders_may_add_theirs(self) -> None:
        found = Diagnostic(severity="info", code="x", message="m")
        assert Work(diagnostics=[found]).diagnostics == (found,)


class TestDerived:
    def test_the_doi_of_a_preprint_follows_from_its_arxiv_id(self) -> None:
        work = Work(type="preprint", arxiv="2302.13971v2")
        doi, derived = effective_doi(work)
        assert doi == DOI("10.48550/arXiv.2302.13971")
        assert derived is not None
        assert (derived.severity, derived.code, derived.field) == ("info", "doi-derived", "doi")
        assert derived.message == "10.48550/arXiv.2302.13971 follows from the arXiv id"

    def test_a_doi_of_its_own_wins_and_a_published_work_gets_none(self) -> None:
        assert effective_doi(Work(type="preprint", arxiv="2302.13971", doi="10.1000/x")) == (
            DOI("10.1000/x"),
            None,
        )
        assert effective_doi(Work(type="article-journal", arxiv="2302.13971")) == (None, None)
        assert effective_doi(Work(type="preprint")) == (None, None)

    def test_the_url_follows_from_the_arxiv_id_unless_there_is_one(self) -> None:
        url, derived = effective_url(Work(arxiv="2302.13971"))
        assert url == URL("https://arxiv.org/abs/2302.13971")
        assert derived is not None
        assert (derived.severity, derived.code, derived.field) == ("info", "url-derived", "url")
        assert effective_url(Work(url="https://a.example/")) == (URL("https://a.example/"), None)
        assert effective_url(Work()) == (None, None)

    @pytest.mark.parametrize(
        ("work", "named"), [(Work(id="a", title="T"), "a"), (Work(title="T"), "T"), (Work(), None)]
    )
    def test_what_says_so_names_the_work(self, work: Work, named: str | None) -> None:
        derived = effective_url(work.evolve(arxiv="2302.13971"))[1]
        assert derived is not None
        assert derived.work == named

    @pytest.mark.parametrize(
        ("value", "year"),
        [
            ("2023-02", 2023),
            ("2019/2021", 2019),
            ("../2021", 2021),
            ("in press", None),
            ("n.d.", None),
        ],
    )
    def test_the_first_year_of_a_date(self, value: str, year: int | None) -> None:
        assert first_year(to_date(value)) == year


def test_converted_models_are_what_was_given() -> None:
    venue, event = Venue(title="V"), Event(title="E")
    authors = AuthorList(listed=[Person(family="Hopper")])
    work = Work(venue=venue, event=event, authors=authors)
    assert (work.venue, work.event, work.authors) == (venue, event, authors)
