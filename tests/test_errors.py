"""Errors name the work, the field, the value and the hint; diagnostics are data."""

import inspect
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit import errors
from citekit.errors import (
    CitekitError,
    DateError,
    Diagnostic,
    StyleError,
    StyleFault,
    did_you_mean,
    shorten,
)

ALL = [
    each
    for _, each in inspect.getmembers(errors, inspect.isclass)
    if issubclass(each, CitekitError)
]


class TestTree:
    @pytest.mark.parametrize("kind", ALL)
    def test_every_error_has_the_one_base(self, kind: type[CitekitError]) -> None:
        assert issubclass(kind, CitekitError)

    @pytest.mark.parametrize("kind", ALL)
    def test_the_tree_is_drawn_in_the_docstring(self, kind: type[CitekitError]) -> None:
        assert errors.__doc__ is not None
        assert kind.__name__ in errors.__doc__

    @pytest.mark.parametrize("kind", ALL)
    def test_every_error_survives_pickling_with_all_that_it_says(
        self, kind: type[CitekitError]
    ) -> None:
        error = kind("wrong", work="w", field="f", value=[1], hint="do it")
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is kind
        assert (str(again), again.__dict__) == (str(error), error.__dict__)


class TestMessage:
    def test_it_names_work_field_value_and_hint(self) -> None:
        error = DateError(
            "no such month", work="hu2022", field="issued", value=13, hint="use 1 to 12"
        )
        assert str(error) == "work 'hu2022', field 'issued': no such month (got 13); use 1 to 12"

    def test_what_is_not_known_is_left_out(self) -> None:
        assert str(CitekitError("no such month")) == "no such month"

    def test_a_style_error_lists_all_faults_with_their_lines(self) -> None:
        faults = [StyleFault("no macro 'x'", 3, "define it"), StyleFault("no layout")]
        error = StyleError("2 faults", faults=faults)
        assert str(error) == "2 faults\n  line 3: no macro 'x'; define it\n  no layout"


class TestShorten:
    @given(st.text() | st.binary() | st.integers() | st.lists(st.text()))
    def test_it_is_short_and_printable_whatever_the_value(self, value: object) -> None:
        text = shorten(value)
        assert len(text) <= 500
        text.encode("utf-8")

    def test_a_value_whose_repr_fails_is_still_shown(self) -> None:
        class Odd:
            def __repr__(self) -> str:
                raise RuntimeError("no")

        assert shorten(Odd()) == "<Odd: repr failed with RuntimeError>"

    def test_long_values_are_cut(self) -> None:
        assert shorten(list(range(100)), 10) == "[0, 1, 2, …"


class TestDidYouMean:
    def test_near_names_are_offered(self) -> None:
        assert did_you_mean("authro", ["authors", "title"]) == "did you mean 'authors'?"

    def test_far_ones_are_not(self) -> None:
        assert did_you_mean("xyzzy", ["authors", "title"]) is None


class TestDiagnostic:
    def test_it_reads_like_a_line_of_a_log(self) -> None:
        diagnostic = Diagnostic(
            severity="warning", code="x", message="guessed", field="authors", work="w", hint="check"
        )
        assert str(diagnostic) == "warning: w, authors: guessed; check"
        assert str(Diagnostic(severity="info", code="x", message="m")) == "info: m"

    def test_a_name_from_the_data_stays_in_its_line(self) -> None:
        """Found by the fuzz: `@article{x,\\x00 title = …}` names a field so."""
        name = "\x00\na\u202e\ud800é"
        said = Diagnostic(severity="info", code="x", message="m", field=name, work=name)
        wrong = CitekitError("m", field=name)
        for text in (str(said), str(wrong)):
            assert text.isprintable()
            assert "é" in text

    def test_a_severity_is_one_of_three(self) -> None:
        with pytest.raises(ValueError, match="severity"):
            Diagnostic(severity="fatal", code="x", message="m")  # type: ignore[arg-type]  # wrong on purpose
