"""Cites and citations."""

from types import SimpleNamespace
from typing import Any

import pytest

from citekit.errors import InvalidValueError
from citekit.model.citation import Citation, Cite, to_citation, to_cite
from citekit.text.nodes import RichText


class TestCite:
    def test_an_id_may_be_text_a_number_or_a_work(self) -> None:
        assert Cite("a").id == Cite(SimpleNamespace(id="a")).id == "a"
        assert Cite(7).id == "7"

    @pytest.mark.parametrize("value", ["", "  ", None, [], SimpleNamespace(id=None)])
    def test_it_points_at_something(self, value: Any) -> None:
        with pytest.raises(InvalidValueError):
            Cite(value)

    def test_a_locator_may_be_a_number_and_counts_pages_by_default(self) -> None:
        cite = Cite("a", locator=12)
        assert (cite.locator, cite.label) == ("12", "page")

    def test_legacy_label_names_are_understood(self) -> None:
        assert Cite("a", label="sub verbo").label == "sub-verbo"

    def test_an_unknown_label_gets_a_suggestion(self) -> None:
        with pytest.raises(InvalidValueError, match="did you mean 'paragraph'"):
            Cite("a", label="paragrph")
        with pytest.raises(InvalidValueError, match="one of act"):
            Cite("a", label="zzz")

    def test_prefix_and_suffix_are_literal_text(self) -> None:
        assert Cite("a", prefix="see <i>").prefix == RichText("see <i>")

    @pytest.mark.parametrize("field", ["narrative", "suppress_author", "author_only"])
    def test_switches_are_true_or_false(self, field: str) -> None:
        with pytest.raises(InvalidValueError, match=f"field '{field}': needs True or False"):
            Cite("a", **{field: "yes"})  # type: ignore[arg-type]  # wrong on purpose

    def test_the_author_is_treated_in_one_way(self) -> None:
        with pytest.raises(InvalidValueError, match="not two of them"):
            Cite("a", narrative=True, suppress_author=True)

    def test_its_repr_shows_what_differs(self) -> None:
        assert repr(Cite("a", narrative=True)) == "Cite(id='a', narrative=True)"


class TestCitation:
    def test_it_takes_one_or_several_of_what_can_be_cited(self) -> None:
        one = Citation((Cite("a"),))
        assert Citation("a") == Citation(["a"]) == Citation(Cite("a")) == to_citation("a") == one
        assert Citation(SimpleNamespace(id="a")) == one
        assert to_citation(one) is one
        assert to_cite(one.cites[0]) is one.cites[0]

    @pytest.mark.parametrize("value", [[], (), 3, None])
    def test_it_has_a_cite(self, value: Any) -> None:
        with pytest.raises(InvalidValueError):
            Citation(value)

    def test_a_note_number_is_a_whole_number(self) -> None:
        assert Citation("a", note_number=3).note_number == 3
        with pytest.raises(InvalidValueError, match="note_number"):
            Citation("a", note_number="3")  # type: ignore[arg-type]  # wrong on purpose
