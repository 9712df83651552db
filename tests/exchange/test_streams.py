"""Reading piece by piece gives what reading at once gives, wherever the pieces are cut."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.api.formats import exchange_format
from citekit.errors import OptionError, ReadError
from citekit.exchange.base import FailedRecord
from citekit.exchange.head import Head
from citekit.exchange.json_text import stream_json
from strategies import json_values

ITEMS = [{"id": f"w{i}", "type": "book", "title": f"Ti\u2028tle {i} [{{"} for i in range(5)]


def cut(text: str, size: int) -> Iterator[str]:
    return (text[i : i + size] for i in range(0, len(text), size))


@given(st.lists(json_values, max_size=4), st.integers(1, 30), st.sampled_from([None, 1]))
def test_a_list_gives_its_elements(values: list[Any], size: int, indent: int | None) -> None:
    text = json.dumps(values, indent=indent)
    assert list(stream_json(cut(text, size))) == json.loads(text)


@given(st.lists(json_values, min_size=1, max_size=4), st.integers(1, 30))
def test_json_lines_give_their_values(values: list[Any], size: int) -> None:
    text = "\n".join(json.dumps({"it": value}) for value in values) + "\n"
    assert list(stream_json(cut(text, size))) == [{"it": value} for value in values]


@pytest.mark.parametrize(
    "text", ["", "[", "[1", "[1,", "[1 2]", "[1]]", "[1] 2", '["a', "[,]", "{", "x"]
)
@pytest.mark.parametrize("size", [1, 100])
def test_what_is_no_json(text: str, size: int) -> None:
    with pytest.raises(ReadError, match="not JSON"):
        list(stream_json(cut(text, size)))


def test_what_stands_before_a_fault_is_given() -> None:
    found = stream_json(['[{"a": 1}, ', "oops"])
    assert next(found) == {"a": 1}
    with pytest.raises(ReadError):
        next(found)


@pytest.mark.parametrize("name", ["csl_json", "raw", "bibtex"])
@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_records_are_those_of_a_whole_reading(name: str, size: int) -> None:
    format = exchange_format(name)
    text = json.dumps([*ITEMS, 7])
    if name == "bibtex":
        text = "@book{a, title = {T}} @book{b, title = {U}} @book{c, title ="
    whole = format.loads(text)
    works = [each for each in format.records(cut(text, size)) if isinstance(each, citekit.Work)]
    failed = [each for each in format.records(cut(text, size)) if isinstance(each, FailedRecord)]
    assert works == [*whole.works]
    assert [(each.text, each.index) for each in failed] == [
        (each.text, each.index) for each in whole.failed
    ]


def test_a_file_is_read_record_by_record(tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    count = 20_000
    with path.open("w") as file:
        file.write("[")
        for i in range(count):
            file.write(f'{"," * bool(i)}{{"id": "w{i}", "type": "book", "title": "{"x" * 200}"}}')
        file.write("]")
    tracemalloc.start()
    found = sum(isinstance(each, citekit.Work) for each in citekit.iload(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == count
    assert peak < path.stat().st_size * 3  # 5 MB of JSON would be some 60 MB of works


def test_options_go_to_the_format() -> None:
    doi = '[{"id": "a", "type": "book", "DOI": "https://doi.org/10.1000/x"}]'
    (work,) = citekit.loads(doi, "csl_json", verbatim_identifiers=True)
    assert "https" in str(work.doi or work.extra)
    with pytest.raises(OptionError, match="no such option.*verbatim"):
        citekit.loads(doi, "csl_json", verbatim=True)
    with pytest.raises(OptionError, match="no such option"):
        citekit.dumps([], "bibtex", indent=2)


class TestHead:
    @given(st.dictionaries(st.text(max_size=5), json_values, max_size=5))
    def test_keys_are_those_of_the_first_object(self, record: dict[str, Any]) -> None:
        assert Head(json.dumps([7, "a", record, {"other": 1}])).keys == frozenset(record)
        if not {"items", "records"} & record.keys():
            assert Head(json.dumps(record)).keys == frozenset(record)

    def test_the_telling_keys_may_come_late(self) -> None:
        text = json.dumps({"references": [{"a": "]}"}] * 100_000, "authors": "A"})
        assert Head(text).keys == frozenset({"references", "authors"})

    @given(st.text('[]{}":,\\ ab1', max_size=40))
    def test_any_text(self, text: str) -> None:
        assert Head(text).keys is None or text.lstrip()[0] in "[{"
