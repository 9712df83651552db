"""A file cut into entries."""

import logging

import pytest

from citekit.errors import ReadError
from citekit.exchange.bibtex.blocks import RawFile, read_blocks


def fields(text: str, index: int = 0) -> dict[str, str]:
    return dict(read_blocks(text).entries[index].fields)


def codes(file: RawFile) -> list[str]:
    return [note.code for entry in file.entries for note in entry.notes] + [
        note.code for note in file.diagnostics
    ]


class TestRealFiles:
    """ "Undefined @string, empty key (@book{,), missing closing brace, repeated keys and fields,
    @comment without braces, ( ) delimiters, field names with + - _ :, entries with no final comma:
    all in the real files." (bibtex-rules, Reader 2)"""

    def test_undefined_macro(self) -> None:
        file = read_blocks("@article{a, journal = nat}")
        assert file.entries[0].fields["journal"] == "nat"
        assert codes(file) == ["bibtex-undefined-macro"]

    def test_macros_hold_from_their_definition_on(self) -> None:
        text = '@string{N = "Nature"}@string(M = n # " Med")@article{a, journal = m}'
        assert fields(text)["journal"] == "Nature Med"

    def test_an_undefined_macro_inside_a_macro(self) -> None:
        assert codes(read_blocks("@string{a = b}@misc{k, title = a}")) == ["bibtex-undefined-macro"]

    def test_empty_key(self) -> None:
        assert read_blocks("@book{, title = {x}}").entries[0].key == ""

    def test_missing_closing_brace(self) -> None:
        file = read_blocks("@misc{a, title={x}}\n\n@misc{b, title={x\n@misc{c, title={x}}\n")
        assert [entry.key for entry in file.entries] == ["a", "c"]
        (failed,) = file.failed
        assert failed.line == 3
        assert failed.text.startswith("@misc{b, title={x")
        assert isinstance(failed.error, ReadError)

    def test_repeated_keys_are_kept(self) -> None:
        file = read_blocks("@misc{a, title={x}}@misc{a, title={y}}")
        assert [entry.fields["title"] for entry in file.entries] == ["x", "y"]

    def test_of_repeated_fields_the_first_counts(self) -> None:
        file = read_blocks("@misc{a, title={x}, TITLE={y}, title={z}}")
        assert file.entries[0].fields == {"title": "x"}
        assert codes(file) == ["bibtex-repeated-field", "bibtex-repeated-field"]

    def test_comments_and_preambles(self) -> None:
        text = 'free text @comment{x} @comment y\n@preamble{"x"}\n@misc{a}'
        assert [entry.key for entry in read_blocks(text).entries] == ["a"]

    def test_parentheses(self) -> None:
        assert fields("@misc(a, title={x (y)})") == {"title": "x (y)"}

    def test_names_of_fields(self) -> None:
        names = ["a-b", "c_d", "e:f", "g+h"]
        text = "@misc{a, " + ", ".join(f"{name} = 1" for name in names) + "}"
        assert list(fields(text)) == names

    def test_case_of_names(self) -> None:
        """ "Field and type names are case-insensitive." (Reader 3)"""
        entry = read_blocks("@MISC{Key, TiTle = {X}}").entries[0]
        assert (entry.type, entry.key, dict(entry.fields)) == ("misc", "Key", {"title": "X"})

    def test_lines(self) -> None:
        file = read_blocks("\n\n@misc{a}\n@misc{b}")
        assert [entry.line for entry in file.entries] == [3, 4]


class TestNoBibtex:
    """A text in which there is nothing to read is an error, an empty one is not."""

    @pytest.mark.parametrize("text", ["hello", "<html>", "{}", "@"])
    def test_error(self, text: str) -> None:
        with pytest.raises(ReadError, match="no BibTeX entry"):
            read_blocks(text)

    @pytest.mark.parametrize("text", ["", " \n", "@comment{x}", '@string{a = "b"}'])
    def test_nothing(self, text: str) -> None:
        assert read_blocks(text).entries == ()


class TestInheritance:
    """Children take over what they lack (BibTeXing, 4 "crossref"; biblatex manual, 2.4.1)."""

    def test_crossref(self) -> None:
        text = "@inproceedings{c, crossref={P}, title={C}}@proceedings{p, title={T}, year=2020}"
        assert fields(text) == {"title": "C", "booktitle": "T", "year": "2020"}

    def test_the_whole_states_its_title_as_the_part_needs_it(self) -> None:
        text = "@incollection{c, crossref={p}}@book{p, title={T}, booktitle={B}}"
        assert fields(text) == {"booktitle": "B"}

    def test_what_the_child_has_stays(self) -> None:
        text = "@inproceedings{c, crossref={p}, year=1}@proceedings{p, year=2}"
        assert fields(text) == {"year": "1"}

    def test_xdata(self) -> None:
        text = "@book{c, xdata={x,y}}@xdata{x, publisher={P}}@xdata{y, xdata={z}}@xdata{z, year=1}"
        file = read_blocks(text)
        assert [entry.key for entry in file.entries] == ["c"]
        assert file.entries[0].fields == {"publisher": "P", "year": "1"}

    def test_a_title_is_no_booktitle_through_xdata(self) -> None:
        assert fields("@inbook{c, xdata={x}}@xdata{x, title={T}}") == {"title": "T"}

    def test_a_missing_parent_is_reported(self) -> None:
        file = read_blocks("@inproceedings{c, crossref={p}, title={C}}")
        assert file.entries[0].fields == {"crossref": "p", "title": "C"}
        (note,) = file.entries[0].notes
        assert (note.code, note.field) == ("bibtex-no-parent", "crossref")
        assert "'p'" in note.message

    def test_circles_end(self) -> None:
        text = "@book{a, crossref={b}, title={A}}@book{b, crossref={a}, year=1}"
        assert fields(text) == {"title": "A", "year": "1"}

    def test_long_chains_end(self) -> None:
        chain = "".join(f"@book{{k{i}, crossref={{k{i + 1}}}}}" for i in range(100))
        assert len(read_blocks(chain + "@book{k100, year=1}").entries) == 101


class TestBudget:
    """Files that expand without measure do not fill the memory; the rest is still read."""

    def test_macros(self) -> None:
        doubling = "".join(f"@string{{m{i + 1} = m{i} # m{i}}}" for i in range(60))
        file = read_blocks('@string{m0 = "xxxxxxxx"}' + doubling + "@misc{a}")
        assert [entry.key for entry in file.entries] == ["a"]
        assert len(file.failed) >= 1

    def test_inheritance(self) -> None:
        parent = "@book{p, note={" + "x" * 100_000 + "}}"
        children = "".join(f"@book{{c{i}, crossref={{p}}}}" for i in range(200))
        file = read_blocks(parent + children)
        assert len(file.entries) + len(file.failed) == 201
        assert file.failed[0].error.hint is not None


class TestSilence:
    """Nothing is printed or logged; all that was found is data."""

    def test_no_output(self, capfd: pytest.CaptureFixture[str]) -> None:
        read_blocks("@misc{b, title={x\n@misc{c}")
        assert capfd.readouterr() == ("", "")

    def test_a_second_reading_adds_no_handler(self) -> None:
        read_blocks("@misc{c}")
        before = list(logging.getLogger("bibtexparser").handlers)
        read_blocks("@misc{c}")
        assert logging.getLogger("bibtexparser").handlers == before


def test_a_fault_is_told_without_the_control_characters_of_the_file() -> None:
    """Found by the fuzz: bibtexparser's words quote the file."""
    (failed,) = read_blocks("@book{self,\x00self}, title = {T}}\n").failed
    assert r"\x00self" in str(failed.error)
    assert "\x00" not in str(failed.error)
