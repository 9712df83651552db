"""What is read of a file or a stream, and how much of it at most."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.api.sources import MAX_BYTES, Limit, pieces_of
from citekit.errors import InvalidValueError, OptionError, ReadError, StyleError

RECORD = {"id": "a", "type": "book", "title": "T"}
READERS: list[Callable[..., object]] = [citekit.load, lambda *a, **k: list(citekit.iload(*a, **k))]


@given(st.binary(max_size=300), st.integers(1, 320), st.lists(st.integers(1, 50), min_size=1))
def test_no_more_than_one_byte_above_the_limit_is_read(
    data: bytes, limit: int, sizes: list[int]
) -> None:
    """A stream gives as much as it likes at a time, and a limit is kept to the byte."""
    stream, given_sizes = io.BytesIO(data), itertools.cycle(sizes)

    def read(wanted: int) -> bytes:
        return stream.read(min(wanted, next(given_sizes)))

    pieces = pieces_of(read, Limit("it", None, limit))
    if len(data) <= limit:
        assert b"".join(pieces) == data
    else:
        with pytest.raises(ReadError, match=f"it holds more than the limit of {limit} bytes"):
            list(pieces)
    assert stream.tell() <= limit + 1


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("name", ["x.bib", "x.json", "x"])
def test_the_error_names_limit_source_and_way_out(
    read: Callable[..., object], name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text('[{"title": "' + "T" * 5000 + '"}]', "utf-8")
    with pytest.raises(ReadError) as caught:
        read(path, max_bytes=4096)
    said = str(caught.value)
    assert "the file holds more than the limit of 4 KiB" in said
    assert caught.value.value == str(path)
    assert "max_bytes=" in said
    assert "--max-bytes" in said


def test_the_limit_is_256_mib_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device gives as much as one asks for; how much is asked for is counted."""
    assert MAX_BYTES == 256 * 2**20
    asked = 0

    class Counting(io.FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            nonlocal asked
            piece = super().read(size)
            asked += len(piece)
            return piece

    def counting(path: Any, mode: str, **_: object) -> io.FileIO:
        return Counting(path, mode)

    monkeypatch.setattr("builtins.open", counting)
    with pytest.raises(ReadError, match=r"the limit of 256 MiB .*'/dev/zero'"):
        citekit.load("/dev/zero")
    assert asked == MAX_BYTES + 1


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("limit", [0, -1, 1.5, "1", True, b"1", float("inf")])
def test_what_is_no_limit(read: Callable[..., object], limit: object, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="field 'max_bytes': not a limit"):
        read(tmp_path / "none.bib", max_bytes=limit)


@pytest.mark.parametrize("limit", [None, 10**30, 200])
def test_what_is_a_limit(limit: int | None, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps([RECORD]), "utf-8")
    assert citekit.load(path, max_bytes=limit).works == tuple(citekit.iload(path, max_bytes=limit))


def test_a_stream_of_records_may_be_longer_than_the_limit(tmp_path: Path) -> None:
    """What was given is not held any more; only what is read for one record counts."""
    path = tmp_path / "x.json"
    path.write_text("\n".join(json.dumps({**RECORD, "id": str(i)}) for i in range(500)), "utf-8")
    assert len(list(citekit.iload(path, "csl_json", max_bytes=1000))) == 500
    path.write_text(json.dumps([RECORD, {**RECORD, "note": "x" * 5000}]), "utf-8")
    found = citekit.iload(path, "csl_json", max_bytes=1000)
    assert isinstance(next(found), citekit.Work)
    with pytest.raises(ReadError, match="limit of 1000 bytes"):
        next(found)


@pytest.mark.parametrize("read", READERS)
class TestWhatCannotBeRead:
    """A ReadError says what, and why, as the system has it."""

    def test_kinds(self, read: Callable[..., object], tmp_path: Path) -> None:
        (tmp_path / "dangling").symlink_to("gone")
        (tmp_path / "loop").symlink_to("loop")
        for name, why in [
            (tmp_path, "Is a directory"),
            (tmp_path / "gone", "No such file"),
            (tmp_path / "dangling", "No such file"),
            (tmp_path / "loop", "Too many levels"),
            (tmp_path / "gone" / "x", "No such file"),
            (tmp_path / ("x" * 999), "File name too long"),
            ("", "No such file"),
            ("/proc/self/mem", "Input/output error"),
            ("a\0b", "embedded null"),
            ("\ud800.bib", "not a file name"),
        ]:
            with pytest.raises(ReadError, match=f"(?i){why}"):
                read(name)

    def test_no_paths(self, read: Callable[..., object]) -> None:
        for path in (b"x.bib", os.fsencode(__file__)):
            with pytest.raises((ReadError, InvalidValueError)):
                read(path)
        for other in (0, None, ["x"], io.StringIO("x")):
            with pytest.raises(InvalidValueError):
                read(other)

    def test_one_that_may_not_be_read(
        self, read: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Root may read all, and a file may vanish at any moment: the system's word is taken."""
        for error in (PermissionError(13, "Permission denied"), OSError(116, "Stale file handle")):
            monkeypatch.setattr("builtins.open", _raising(error))
            with pytest.raises(ReadError, match=f"cannot read the file: {error.strerror}"):
                read(tmp_path / "x.bib")

    def test_a_fifo(self, read: Callable[..., object], tmp_path: Path) -> None:
        path = tmp_path / "x.json"
        for limit, outcome in [(10_000, None), (100, ReadError)]:
            os.mkfifo(path)
            writer = threading.Thread(target=_feed, args=(path, json.dumps([RECORD] * 9)))
            writer.start()
            if outcome is None:
                read(path, max_bytes=limit)
            else:
                with pytest.raises(outcome, match="limit of 100 bytes"):
                    read(path, "bibtex", max_bytes=limit)
            writer.join(60)
            path.unlink()


def _raising(error: OSError) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def _feed(path: Path, text: str) -> None:
    with contextlib.suppress(BrokenPipeError), open(path, "w", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize(
    ("path", "error"),
    [("/dev/zero", StyleError), ("/", ReadError), ("gone.csl", ReadError), ("a\0b", ReadError)],
)
def test_styles_have_a_limit_of_their_own(path: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        citekit.csl(path=path)
