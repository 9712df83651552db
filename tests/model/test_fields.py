"""A field of a work is one row: what follows from it, and how a work keeps what it has."""

import copy
import gc
import inspect
import pickle
import pydoc
import tracemalloc
import typing
import weakref
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import CitekitError, Diagnostic, InvalidValueError
from citekit.model.attributes import WorkAttributes
from citekit.model.conversion import EMPTY_VALUES, convert
from citekit.model.hints import field_meant
from citekit.model.inputs import WorkFields
from citekit.model.names import NOBODY, AuthorList
from citekit.model.work import Work
from citekit.tables.bibtex import FIELDS as BIBTEX_FIELDS
from citekit.tables.fields import FIELDS, OTHER_NAMES
from citekit.tables.variables import VARIABLES
from strategies import works

NAMES = [row.name for row in FIELDS]


class TestRows:
    def test_no_field_has_two_rows(self) -> None:
        assert len(NAMES) == len(set(NAMES))

    @pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.name)
    def test_each_is_an_attribute_that_is_empty_at_first(self, row: Any) -> None:
        assert getattr(Work(), row.name) is EMPTY_VALUES[row.name]
        assert row.meaning.endswith((".", ")"))

    def test_attrs_knows_them(self) -> None:
        assert attrs.has(Work)
        assert [each.name for each in attrs.fields(Work)] == NAMES
        for each in attrs.fields(Work):
            assert each.default is EMPTY_VALUES[each.name]
            assert each.kw_only
            assert each.init

    def test_what_attrs_does_with_them_is_right(self) -> None:
        work = Work(id="w", title="T", volume=3, authors="A. Turing, et al.")
        assert attrs.evolve(work, volume=4) == work.evolve(volume=4)  # type: ignore[misc]
        assert Work(**attrs.asdict(work, recurse=False)) == work
        attrs.validate(work)
        assert attrs.fields_dict(attrs.resolve_types(Work))["volume"].type is str

    def test_types_can_be_read_at_run_time(self) -> None:
        hints = typing.get_type_hints(Work)
        assert {name for name in hints if not name.startswith("_")} >= set(NAMES)
        assert hints["authors"] is AuthorList
        assert list(WorkFields.__annotations__) == list(WorkAttributes.__annotations__) == NAMES

    def test_the_signature_has_all_of_them(self) -> None:
        found = inspect.signature(Work).parameters
        assert list(found) == NAMES
        assert found["volume"].default == ""
        assert found["volume"].kind is inspect.Parameter.KEYWORD_ONLY

    def test_help_says_what_each_means(self) -> None:
        shown = pydoc.plain(pydoc.render_doc(Work))
        said = inspect.getdoc(Work) or ""
        for row in FIELDS:
            assert f"    {row.name}: {row.meaning}\n" in f"{said}\n"
            assert f"{row.name}: {row.meaning}" in shown
        assert Work.page.__doc__ == 'The pages that it fills ("12–15").'


@attrs.frozen(kw_only=True)
class Shelved(Work):
    shelf: str = ""


class TestWhatAWorkKeeps:
    @given(works())
    def test_what_is_known_is_what_differs_from_an_empty_work(self, work: Work) -> None:
        known = work.known()
        for name in NAMES:
            value = getattr(work, name)
            assert (name in known) == (value != EMPTY_VALUES[name])
            assert known.get(name, EMPTY_VALUES[name]) is value
        assert list(known) == sorted(known, key=NAMES.index)

    @given(works())
    def test_what_is_known_makes_the_work_again(self, work: Work) -> None:
        for again in (
            Work(**work.known()),
            pickle.loads(pickle.dumps(work)),
            copy.deepcopy(work),
            copy.copy(work),
            work.evolve(),
            attrs.evolve(work),  # type: ignore[misc]
        ):
            assert again == work
            assert hash(again) == hash(work)
            assert repr(again) == repr(work)
            assert again.diagnostics == work.diagnostics

    @given(works(), works(), st.sets(st.sampled_from(NAMES)))
    def test_evolving_is_making_anew(self, work: Work, other: Work, names: set[str]) -> None:
        changes: Any = {name: getattr(other, name) for name in names}
        assert work.evolve(**changes) == Work(**{**work.known(), **changes})

    @given(works(), works(), st.sets(st.sampled_from(NAMES)))
    def test_works_are_equal_where_all_fields_are(
        self, work: Work, other: Work, names: set[str]
    ) -> None:
        changes: Any = {name: getattr(work, name) for name in names}
        mixed = other.evolve(**changes)
        equal = all(
            getattr(work, name) == getattr(mixed, name) for name in NAMES if name != "diagnostics"
        )
        assert (work == mixed) == equal
        assert work != object()

    @pytest.mark.parametrize("empty", [{}, {"note": None}, {"note": "", "editors": NOBODY}])
    def test_what_is_empty_is_as_if_it_were_not_given(self, empty: Any) -> None:
        work = Work(title="T", volume=1, **empty)
        assert work.known() == {"title": work.title, "volume": "1"}
        assert work.evolve(note="x", editors="A. B. See").evolve(note="", editors=[]) == work

    def test_a_list_of_nobody_that_says_something_is_kept(self) -> None:
        group = AuthorList(note="Team")
        assert Work(editors=group).editors is group
        assert Work(editors=group) != Work()

    @pytest.mark.parametrize("name", ["title", "volume", "note", "new"])
    def test_nothing_of_it_can_be_set_or_deleted(self, name: str) -> None:
        work = Work(title="T", volume=1)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(work, name, "x")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(work, name)
        assert not hasattr(work, "__dict__")
        assert weakref.ref(work)() is work

    def test_a_subclass_stays_one(self) -> None:
        class Own(Work):
            __slots__ = ()

        own = Own(title="T", volume=1)
        assert type(own.evolve(volume=2)) is Own
        assert own != Work(title="T", volume=1)
        assert repr(own).startswith("Own(")

    def test_attrs_can_give_a_subclass_fields_of_its_own(self) -> None:
        make: Any = Shelved  # mypy does not follow its constructor
        shelved = make(title="T", editors="A. B. See", volume=1, note="", shelf="x")
        assert (str(shelved.title), len(shelved.editors), shelved.shelf) == ("T", 1, "x")
        changed = make(title="T", editors="A. B. See", volume=2, shelf="x")
        assert shelved.evolve(volume=2) == changed != shelved
        assert hash(shelved.evolve(volume=2)) == hash(changed)
        assert pickle.loads(pickle.dumps(shelved)) == shelved
        assert set(shelved.known()) == {"title", "editors", "volume"}
        assert make(authors=AuthorList(), editors=AuthorList()).known() == {}
        assert [each.name for each in attrs.fields(Shelved)] == [*NAMES, "shelf"]

    def test_it_takes_the_room_of_what_it_has(self) -> None:
        values: Any = Work(
            id="a", title="T", authors="A. Turing", issued=1950, venue="Mind", volume=1, page="2–3"
        ).known()
        Work(**values)
        gc.collect()
        tracemalloc.start()
        made = [Work(**values) for _ in range(1000)]
        size = tracemalloc.get_traced_memory()[0] / len(made)
        tracemalloc.stop()
        assert size < 300  # a slot for each field alone would take 780


class TestConversion:
    def test_it_gives_values_and_what_was_found(self) -> None:
        values, found = convert({"note": "a\x07b", "id": 7, "title": ""})
        assert list(values) == ["id", "title", "note"]
        assert (values["id"], str(values["note"])) == ("7", "a b")
        assert [(each.code, each.work, each.field) for each in found] == [
            ("text-cleaned", "7", "note")
        ]

    def test_what_was_known_before_names_the_work(self) -> None:
        with pytest.raises(CitekitError, match="work 'w', field 'doi'"):
            Work(id="w").evolve(doi="none")
        (found,) = Work(id="w").evolve(note="a\x07b").diagnostics
        assert (found.work, found.field) == ("w", "note")

    def test_a_change_says_its_own_and_keeps_what_was_said(self) -> None:
        first = Diagnostic(severity="info", code="x", message="m")
        work = Work(id="w", diagnostics=[first]).evolve(note="a\x07b")
        assert [each.code for each in work.diagnostics] == ["x", "text-cleaned"]
        assert work.evolve(id="v").diagnostics == work.diagnostics
        assert work.evolve(diagnostics=()).diagnostics == ()


class TestHints:
    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("year", "did you mean 'issued'?"),
            ("DOI", "did you mean 'doi'?"),
            ("journal", "did you mean 'venue'?"),
            ("author", "did you mean 'authors'?"),
            ("Authors", "did you mean 'authors'?"),
            ("container-title", "did you mean 'venue'?"),
            ("containerTitle", "did you mean 'venue'?"),
            ("journaltitle", "did you mean 'venue'?"),
            ("shortjournal", "did you mean venue={'title_short': …}?"),
            ("event-place", "did you mean event={'place': …}?"),
            ("pages", "did you mean 'page'?"),
            ("keyword", "did you mean 'keywords'?"),
            ("pagetotal", "did you mean 'number_of_pages'?"),
            ("school", "did you mean 'publisher'?"),
            ("arXiv", "did you mean 'arxiv'?"),
            ("titel", "did you mean 'title'?"),
            ("zzzzzz", "what has no field goes into extra={…}"),
        ],
    )
    def test_the_field_that_is_meant(self, name: str, hint: str) -> None:
        for make in (Work, Work().evolve):
            with pytest.raises(InvalidValueError) as caught:
                make(**{name: "x"})  # type: ignore[arg-type]  # wrong on purpose
            assert (caught.value.field, caught.value.hint) == (name, hint)

    def test_each_other_name_leads_to_a_field(self) -> None:
        assert not set(OTHER_NAMES) & set(NAMES)
        for name, path in OTHER_NAMES.items():
            assert path.partition(".")[0] in NAMES
            assert field_meant(name).partition(".")[0] == path.partition(".")[0]

    def test_names_of_csl_and_bibtex_are_known(self) -> None:
        for variable in VARIABLES:
            assert field_meant(variable.csl).partition(".")[0] == variable.path.partition(".")[0]
        for row in BIBTEX_FIELDS:
            assert {field_meant(row.bibtex), field_meant(row.biblatex)} - {""}
