"""Editors complete each field of a work, from the source alone and from objects at hand (Jedi)."""

import jedi
import pytest

import citekit
from citekit.tables.fields import FIELDS

ALL = {row.name for row in FIELDS}


def completed(code: str) -> set[str]:
    """Give the names that Jedi offers at the end of *code*, from the source alone."""
    lines = code.split("\n")
    found = jedi.Script(code).complete(len(lines), len(lines[-1]))
    return {each.name for each in found}


def test_attributes_of_a_work() -> None:
    assert completed("from citekit import Work\nWork().") >= {*ALL, "evolve", "known"}
    assert completed("import citekit\nwork = citekit.Work(title='T')\nwork.au") == {
        "authority",
        "authors",
    }


@pytest.mark.parametrize("code", ["Work(", "import citekit\ncitekit.Work("])
def test_keywords_of_the_constructor(code: str) -> None:
    code = code if "import" in code else f"from citekit import Work\n{code}"
    assert completed(code) >= {f"{name}=" for name in ALL}


def test_what_an_attribute_gives() -> None:
    assert "complete" in completed("from citekit import Work\nWork().authors.")
    assert "year" in completed("from citekit import Work\nWork().issued.")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("work.titl", {"title", "title_case", "title_short", "title_sort"}),
        ("citekit.Work(volu", {"volume=", "volume_title="}),
    ],
)
def test_objects_at_hand(code: str, names: set[str]) -> None:
    at_hand = {"work": citekit.Work(), "citekit": citekit}
    found = jedi.Interpreter(code, [at_hand]).complete()
    assert {each.name for each in found} == names
