"""The verbs: format, cite, bibliography, render, dumps, loads, and what they refuse."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import pytest

import citekit
from citekit import (
    CitekitError,
    DuplicateIdError,
    InvalidValueError,
    OptionError,
    ReadError,
    UnknownNameError,
    Work,
)
from citekit.text.entries import Entry, Layout
from citekit.text.nodes import RichText

HU = Work(
    type="paper-conference",
    title="LoRA: Low-Rank Adaptation of Large Language Models",
    authors="Edward J. Hu, Yelong Shen, et al.",
    issued=2022,
)
BOOK = Work(id="lakoff", type="book", title="Women & Fire", authors="George Lakoff", issued=1987)


class Shouting:
    """A writer, and a style, that somebody else might bring."""

    name: ClassVar[str] = "shout"

    def write(self, text: RichText) -> str:
        return str(text).upper()

    def bibliography(self, written: Sequence[tuple[str, str]], layout: Layout) -> str:
        return "!".join(text for _, text in written)

    def render(self, works: Any, citations: Any = ()) -> Any:
        from citekit.styles.base import Rendered

        return Rendered(
            entries=[Entry(work.id, work.title) for work in works],
            citations=[RichText("cited") for _ in citations],
        )


class TestFormat:
    def test_one_work_gives_one_entry(self) -> None:
        assert citekit.format(BOOK) == "Lakoff, G. (1987). Women & fire."

    def test_any_style_goes_with_any_writer(self) -> None:
        assert citekit.format(BOOK, "apa", output="html") == (
            "Lakoff, G. (1987). <i>Women &amp; fire</i>."
        )

    def test_a_formatter_and_a_writer_may_be_objects(self) -> None:
        assert citekit.format(BOOK, Shouting(), output=Shouting()) == "WOMEN & FIRE"

    @pytest.mark.parametrize("value", [None, "x", [BOOK], 3])
    def test_it_takes_one_work(self, value: Any) -> None:
        with pytest.raises(InvalidValueError, match="one work"):
            citekit.format(value)

    def test_the_output_of_one_is_the_same_in_a_bibliography(self) -> None:
        assert citekit.format(BOOK) in citekit.bibliography([HU, BOOK])


class TestNames:
    def test_an_unknown_style_gets_a_suggestion(self) -> None:
        with pytest.raises(UnknownNameError, match="nature"):
            citekit.format(BOOK, "natur")
        with pytest.raises(UnknownNameError, match="bibtex"):
            citekit.format(BOOK, "bibtx")

    @pytest.mark.parametrize("name", ["../apa", "/etc/passwd", "apa.csl", "", "x" * 10**5, "a\0b"])
    def test_a_style_name_never_becomes_a_file_name(self, name: str) -> None:
        with pytest.raises(UnknownNameError):
            citekit.format(BOOK, name)

    def test_an_unknown_output_gets_a_suggestion(self) -> None:
        with pytest.raises(UnknownNameError, match="did you mean 'html'"):
            citekit.format(BOOK, output="htm")

    def test_csl_s_own_style_of_a_built_in_s_name(self) -> None:
        assert citekit.format(BOOK, "csl:apa") != ""

    @pytest.mark.parametrize("value", [None, 3, object()])
    def test_a_style_is_a_name_or_a_formatter(self, value: Any) -> None:
        with pytest.raises(InvalidValueError, match="style's name or a formatter"):
            citekit.format(BOOK, value)


class TestOptions:
    def test_an_unknown_option_is_an_error(self) -> None:
        with pytest.raises(OptionError, match="no option 'colour'"):
            citekit.format(BOOK, "apa", colour="red")

    def test_a_locale_that_a_style_cannot_honour_is_an_error(self) -> None:
        with pytest.raises(OptionError):
            citekit.format(BOOK, "apa", locale="de-DE")

    def test_a_finished_formatter_takes_no_options(self) -> None:
        with pytest.raises(OptionError, match="a formatter is finished"):
            citekit.format(BOOK, Shouting(), locale="de-DE")


class TestIds:
    def test_a_work_without_an_id_gets_its_key(self) -> None:
        assert citekit.render([HU]).citations == ()
        assert citekit.render([HU], citations=["hu2022lora"]).citations == ("(Hu et al., 2022)",)

    def test_two_works_with_one_id_are_an_error(self) -> None:
        with pytest.raises(DuplicateIdError, match="work 'lakoff'"):
            citekit.bibliography([BOOK, BOOK.evolve(title="other")])

    def test_a_cite_that_points_nowhere_gets_a_suggestion(self) -> None:
        with pytest.raises(UnknownNameError, match="did you mean 'lakoff'"):
            citekit.render([BOOK], citations=["lakof"])


class TestCite:
    def test_in_parentheses_and_in_the_sentence(self) -> None:
        assert citekit.cite(HU) == "(Hu et al., 2022)"
        assert citekit.cite(HU, narrative=True) == "Hu et al. (2022)"

    def test_several_works_are_one_cluster(self) -> None:
        assert citekit.cite([HU, BOOK], locator=3, prefix="see ") == (
            "(see Hu et al., 2022; Lakoff, 1987, p. 3)"
        )

    def test_no_work_is_an_error(self) -> None:
        with pytest.raises(InvalidValueError, match="no work to cite"):
            citekit.cite([])


class TestRender:
    def test_it_tells_what_was_guessed(self) -> None:
        found = citekit.render([HU]).diagnostics
        assert all(each.work == "hu2022lora" for each in found)
        assert found

    def test_an_empty_bibliography_is_empty(self) -> None:
        result = citekit.render([])
        assert (str(result), result.entries, result.citations) == ("", (), ())

    @pytest.mark.parametrize("value", [None, 3, "x", [None], ["x"]])
    def test_it_takes_works(self, value: Any) -> None:
        with pytest.raises(CitekitError):
            citekit.render(value)


class TestReading:
    def test_the_format_is_found_by_looking(self) -> None:
        assert [str(work.title) for work in citekit.loads('[{"title": "T", "type": "book"}]')] == [
            "T"
        ]
        assert [work.id for work in citekit.loads("@book{a, title = {T}}")] == ["a"]

    def test_a_file_goes_by_its_ending(self, tmp_path: Path) -> None:
        path = tmp_path / "refs.bib"
        assert citekit.dump([BOOK], path) == ()
        assert citekit.load(path).works[0].title == BOOK.title

    @pytest.mark.parametrize(
        ("name", "content", "message"),
        [
            ("missing.bib", None, "cannot read the file: No such file"),
            ("latin.bib", b"@book{a, title={\xe9}}", "not UTF-8"),
            ("nul\0.bib", None, "cannot read the file|not a file name"),
        ],
    )
    def test_what_cannot_be_read_is_an_error(
        self, tmp_path: Path, name: str, content: bytes | None, message: str
    ) -> None:
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ReadError, match=message):
            citekit.load(path)

    def test_a_byte_order_mark_is_no_text(self, tmp_path: Path) -> None:
        path = tmp_path / "x.json"
        path.write_bytes(b'\xef\xbb\xbf[{"id": "a", "title": "T", "type": "book"}]')
        assert citekit.load(path).works[0].id == "a"

    def test_what_is_in_no_format_is_an_error(self) -> None:
        with pytest.raises(ReadError):
            citekit.loads("just words")
        with pytest.raises(InvalidValueError, match="not text"):
            citekit.loads(b"bytes")
        with pytest.raises(UnknownNameError):
            citekit.loads("x", "no-such-format")


class TestWriting:
    @pytest.mark.parametrize("name", ["csl_json", "bibtex", "biblatex"])
    def test_what_is_written_can_be_read_again(self, name: str) -> None:
        again = citekit.loads(citekit.dumps([HU, BOOK], name), name).works
        assert [work.id for work in again] == ["hu2022lora", "lakoff"]
        assert again[0].authors == HU.authors

    def test_an_ending_that_says_nothing_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(OptionError, match="ending says nothing"):
            citekit.dump([BOOK], tmp_path / "refs.xyz")
        citekit.dump([BOOK], tmp_path / "refs.xyz", "csl_json")


class TestRegistered:
    def test_a_style_and_a_writer_of_one_s_own(self) -> None:
        citekit.register("styles", "shout", lambda **options: Shouting())
        citekit.register("writers", "shout", Shouting)
        try:
            assert citekit.bibliography([BOOK], "shout", output="shout") == "WOMEN & FIRE"
        finally:
            from citekit.registry import unregister

            unregister("styles", "shout")
            unregister("writers", "shout")


class TestCitingWorks:
    def test_a_work_without_an_id_may_be_cited_itself(self) -> None:
        result = citekit.render([HU, BOOK], citations=[HU, [HU, BOOK]])
        assert result.citations == ("(Hu et al., 2022)", "(Hu et al., 2022; Lakoff, 1987)")

    def test_but_only_one_of_those_given(self) -> None:
        with pytest.raises(InvalidValueError, match="no id to cite it by"):
            citekit.render([BOOK], citations=[HU])
