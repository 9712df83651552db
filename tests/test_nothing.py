"""What prints nothing is no name and no text: constructors refuse it, readers leave it out."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given

import citekit
from citekit.errors import AuthorListError, DateError, InvalidNameError, InvalidValueError
from citekit.latex.encode import encode_text
from citekit.model.names import NOBODY, AuthorList, Organization, Person
from citekit.model.venue import Event, Venue
from citekit.model.work import Work
from citekit.text.clean import prints
from citekit.text.nodes import Format, RichText, Styled
from strategies import texts_of_nothing

NOTHINGS = (
    "\u200f\u200c", "\u200b", "\u202e\u202c", "\u2066\u2069", "\ufeff", "\u00ad", "\u061c",
    "\u0301", "\u20dd", "\u0903", "\ufe0f", "\U000e0041", "\u115f", "\u3164", "\uffa0", "\u2800",
    "\ufffc", "\u200d \u00a0\u2003", "\x00\u200b", "\ud800\u200b",
)  # fmt: skip


def codes(work: Work) -> list[str]:
    """Give the warnings, but that characters were taken out, which holds of any text."""
    found = (note for note in work.diagnostics if note.severity == "warning")
    return [note.code for note in found if note.code != "text-cleaned"]


class TestPrints:
    @pytest.mark.parametrize("text", ["", " ", "\n", *NOTHINGS])
    def test_nothing(self, text: str) -> None:
        assert not prints(text)

    @pytest.mark.parametrize(
        "text", ["a", "-", ".", "0", "李", "\u200ba", "a\u0301", "\ue000", "❤\ufe0f", "\u0601", "�"]
    )
    def test_something(self, text: str) -> None:
        assert prints(text)

    def test_what_is_written_as_nothing_prints_nothing(self) -> None:
        """Whatever LaTeX's encoding leaves out altogether is nothing to the model, too."""
        for code in range(sys.maxunicode + 1):
            char = chr(code)
            if unicodedata.category(char) not in ("Cn", "Co", "Lo", "So", "Cs"):
                written = encode_text(char)[0].strip()
                assert written or not prints(char), f"U+{code:04X}"


class TestConstructors:
    @given(texts_of_nothing)
    def test_a_person(self, nothing: str) -> None:
        for part in ("family", "given", "username"):
            with pytest.raises(InvalidNameError, match="prints"):
                Person(**{part: nothing})  # type: ignore[arg-type]  # a part of text

    @given(texts_of_nothing)
    def test_an_organization(self, nothing: str) -> None:
        with pytest.raises(InvalidNameError, match="prints"):
            Organization(name=nothing)

    @given(texts_of_nothing)
    def test_parts_of_nothing_are_absent(self, nothing: str) -> None:
        name = Person(
            family="Doe",
            given=nothing,
            suffix=nothing,
            non_dropping_particle=nothing,
            dropping_particle=nothing,
            username=nothing,
            affiliation=nothing,
            styled={"given": RichText([Styled([nothing], Format.BOLD)])},
        )
        assert name == Person(family="Doe")

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_lists(self, nothing: str) -> None:
        for listed in ([nothing], ["Jane Roe", nothing], [{"family": nothing}], [(nothing, "")]):
            with pytest.raises(InvalidNameError):
                AuthorList(listed=listed)

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_what_needs_a_title(self, nothing: str) -> None:
        with pytest.raises(InvalidValueError):
            Venue(title=nothing)
        with pytest.raises(InvalidValueError):
            Event(title=nothing, place=nothing)
        with pytest.raises(DateError):
            Work(issued={"literal": nothing})

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_a_work_has_no_text_of_nothing(self, nothing: str) -> None:
        rich = RichText([Styled([nothing], Format.ITALIC)])
        work = Work(id=nothing, title=rich, publisher=nothing, volume=nothing, venue=nothing)
        assert work == Work()
        assert {note.field for note in work.diagnostics if note.code == "prints-nothing"} == {
            "id", "title", "publisher", "volume", "venue",
        }  # fmt: skip

    def test_blank_text_is_absent_without_a_word(self) -> None:
        assert Work(title="  ", publisher="\n").diagnostics == ()


class TestAuthorLines:
    @pytest.mark.parametrize("nothing", NOTHINGS)
    @pytest.mark.parametrize(
        "line", ["Jane Roe, {}, John Doe", "Jane Roe; {}; John Doe", "{}, Jane Roe and John Doe"]
    )
    def test_one_name_of_several(self, line: str, nothing: str) -> None:
        found = AuthorList.parse(line.format(nothing))
        assert found == AuthorList(listed=["Jane Roe", "John Doe"])
        assert "empty-name" in [note.code for note in found.diagnostics]

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_a_list_is_as_complete_as_it_was(self, nothing: str) -> None:
        found = AuthorList.parse(f"Jane Roe, {nothing}, et al.")
        assert found == AuthorList(listed=["Jane Roe"], complete=False)

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_nobody_at_all(self, nothing: str) -> None:
        with pytest.raises(AuthorListError):
            AuthorList.parse(nothing)

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_words_of_nothing_beside_a_name(self, nothing: str) -> None:
        for line in (f"Jane {nothing} Roe", f"{nothing} Jane Roe", f"Jane Roe {nothing}"):
            assert AuthorList.parse(line) == AuthorList(listed=["Jane Roe"])


class TestReaders:
    """ "A reader leaves it out with a warning (the list is as complete as it was)." (issue 13)"""

    @pytest.mark.parametrize("nothing", NOTHINGS)
    @pytest.mark.parametrize("form", ["family", "given", "literal", "text"])
    def test_names_in_csl_json(self, form: str, nothing: str) -> None:
        name = nothing if form == "text" else {form: nothing}
        item = {"type": "book", "author": [{"family": "Doe", "given": "A."}, name]}
        (work,) = citekit.loads(json.dumps([item]), "csl_json").works
        assert work.authors == AuthorList(listed=[Person(family="Doe", given="A.")])
        assert codes(work) == ["empty-name"]
        assert "author = {Doe, A.}" in citekit.dumps(work.evolve(id="a"), "bibtex")

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_a_list_of_nobody_in_csl_json(self, nothing: str) -> None:
        item = {"type": "book", "author": [{"family": nothing}], "editor": nothing}
        (work,) = citekit.loads(json.dumps([item]), "csl_json").works
        assert (work.authors, work.editors) == (NOBODY, NOBODY)
        assert codes(work) == ["empty-name", "names-parsed"]

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_texts_in_csl_json(self, nothing: str) -> None:
        names = ("title", "publisher", "container-title", "event-title", "volume", "language")
        item = {"id": nothing, "type": "book", **dict.fromkeys(names, nothing)}
        (work,) = citekit.loads(json.dumps([item]), "csl_json").works
        assert work == Work(type="book")
        assert codes(work).count("prints-nothing") == len(names) + 1

    @pytest.mark.parametrize("nothing", NOTHINGS)
    @pytest.mark.parametrize("form", ["{}", "{{{}}}", "{}, {}"])
    def test_names_in_bibtex(self, form: str, nothing: str) -> None:
        name = form.format(nothing, nothing)
        (work,) = citekit.loads(f"@book{{a, author={{Doe, A. and {name}}}}}", "bibtex").works
        assert work.authors == AuthorList(listed=[Person(family="Doe", given="A.")])
        assert "bibtex-name-dropped" in codes(work)

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_a_list_of_nobody_in_bibtex(self, nothing: str) -> None:
        (work,) = citekit.loads(f"@book{{a, author={{{{{nothing}}}}}}}", "bibtex").works
        assert work == Work(id="a", type="book")
        assert "bibtex-name-dropped" in codes(work)

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_texts_in_bibtex(self, nothing: str) -> None:
        names = ("title", "publisher", "booktitle", "volume", "eventtitle", "series", "note")
        fields = ", ".join(f"{name} = {{{nothing}}}" for name in names)
        (work,) = citekit.loads(f"@incollection{{a, {fields}}}", "biblatex").works
        assert work == Work(id="a", type="chapter")
        assert codes(work).count("prints-nothing") == len(names)

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_raw_records(self, nothing: str) -> None:
        record = {"title": nothing, "authors": f"Jane Roe; {nothing}", "publisher": nothing}
        (work,) = citekit.loads(json.dumps([record]), "raw").works
        assert work.evolve(extra={}) == Work(authors=["Jane Roe"])
        assert sorted(set(codes(work)) & {"prints-nothing", "empty-name"}) == [
            "empty-name",
            "prints-nothing",
        ]

    @pytest.mark.parametrize("nothing", NOTHINGS)
    def test_dates(self, nothing: str) -> None:
        item = {"type": "book", "issued": {"literal": nothing}}
        for text, kind in (
            (json.dumps([item]), "csl_json"),
            (f"@book{{a, year={{{nothing}}}}}", "bibtex"),
            (f"@book{{a, date={{{nothing}}}}}", "biblatex"),
        ):
            (work,) = citekit.loads(text, kind).works
            assert work.issued is None
            assert codes(work) != []
