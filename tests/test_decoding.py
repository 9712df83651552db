"""From the bytes of a file to its text: encodings, byte order marks, errors that say where."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.api.decoding import decode, decoded
from citekit.errors import OptionError, ReadError

UTF = ("utf-8-sig", "utf-16", "utf-32")
RECORD = "@book{a, title = {Škvorecký und Čapek}}\n"


@pytest.mark.parametrize("encoding", UTF)
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    """Unicode, chapter 23.8: the mark tells the encoding form, and is no part of the text."""
    assert decode(RECORD.encode(encoding), source="x") == RECORD
    assert decode(RECORD.encode(encoding), "cp1252", source="x") == RECORD  # it knows better


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-32-be", "utf-32-le"])
def test_both_orders_of_bytes(encoding: str) -> None:
    assert decode(("\ufeff" + RECORD).encode(encoding), source="x") == RECORD


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "cp1250", "latin2", "utf-16-le"])
def test_an_encoding_that_is_named(encoding: str) -> None:
    assert decode(RECORD.encode(encoding), encoding, source="x") == RECORD


@pytest.mark.parametrize("encoding", ["", "klingon", "base64", "rot13", "hex", "utf\0", "zlib"])
def test_what_is_no_encoding_of_text(encoding: str) -> None:
    with pytest.raises(OptionError, match="no such encoding"):
        decode(b"x", encoding, source="x")


def test_the_first_wrong_byte_is_named() -> None:
    with pytest.raises(ReadError, match=r"not UTF-8: byte 0xe9 at 8, line 2 .*'refs.bib'.*cp1252"):
        decode(b"@book{\na\xe9}", source="refs.bib")


def test_lines_end_in_a_line_feed() -> None:
    assert decode(b"a\r\nb\rc\n", source="x") == "a\nb\nc\n"


def cut(data: bytes, places: list[int]) -> list[bytes]:
    ends = sorted({place % (len(data) + 1) for place in places})
    return [data[a:b] for a, b in zip([0, *ends], [*ends, len(data)], strict=True)]


@given(st.text(), st.sampled_from([*UTF, "utf-8"]), st.lists(st.integers(0, 500), max_size=8))
def test_it_does_not_matter_where_the_bytes_are_cut(
    text: str, encoding: str, places: list[int]
) -> None:
    data = text.encode(encoding, "replace")
    whole = decode(data, source="x")
    assert "".join(decoded(cut(data, places), source="x")) == whole


@given(st.binary(max_size=40), st.lists(st.integers(0, 50), max_size=5))
def test_any_bytes_are_text_or_the_same_error(data: bytes, places: list[int]) -> None:
    def outcome(pieces: list[bytes]) -> str:
        try:
            return "".join(decoded(pieces, source="x"))
        except ReadError as error:
            return str(error)

    assert outcome(cut(data, places)) == outcome([data])


class TestFiles:
    def test_load_takes_an_encoding(self, tmp_path: Path) -> None:
        path = tmp_path / "refs.bib"
        path.write_bytes(RECORD.encode("cp1250"))
        with pytest.raises(ReadError, match="not UTF-8"):
            citekit.load(path)
        assert str(citekit.load(path, encoding="cp1250").works[0].title) == "Škvorecký und Čapek"
        (work,) = citekit.iload(path, encoding="cp1250")
        assert isinstance(work, citekit.Work)

    def test_utf_16_of_a_windows_program(self, tmp_path: Path) -> None:
        path = tmp_path / "refs.json"
        text = '[{"id": "a", "title": "Čapek"}]'
        path.write_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le"))
        assert str(citekit.load(path).works[0].title) == "Čapek"
