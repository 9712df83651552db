"""Generated tables are remade by the scripts in `tools/`, and are what these make."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from citekit.tables.isbn import REGISTRANTS

ROOT = Path(__file__).parent.parent


def tool(name: str) -> Any:
    """Load a script of `tools/`, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rules(ranges: str) -> Iterator[str]:
    """Give ranges as the agency writes them: seven digits, and how many of them count."""
    for each in ranges.split():
        first, _, last = each.partition("-")
        seven = f"{first.ljust(7, '0')}-{(last or first).ljust(7, '9')}"
        yield f"<Rule><Range>{seven}</Range><Length>{len(first)}</Length></Rule>"


def range_message() -> bytes:
    unassigned = "<Rule><Range>0000000-9999999</Range><Length>0</Length></Rule>"
    groups = (
        f"<Group><Prefix>{group}</Prefix><Rules>{''.join(rules(ranges))}{unassigned}</Rules></Group>"
        for group, ranges in REGISTRANTS.items()
    )
    return (
        "<ISBNRangeMessage><MessageDate>Sun, 4 Jan 2026 10:00:00 GMT</MessageDate>"
        f"<RegistrationGroups>{''.join(groups)}</RegistrationGroups></ISBNRangeMessage>"
    ).encode()


def test_the_table_of_isbns_is_what_its_script_makes() -> None:
    made = tool("isbn_table").table(range_message())
    assert made == (ROOT / "src" / "citekit" / "tables" / "isbn.py").read_text("utf-8")


FIELDS = tool("work_fields")


@pytest.mark.parametrize("name", FIELDS.FILES)
def test_what_is_written_of_the_fields_is_what_its_script_makes(name: str) -> None:
    """A row of `tables.fields` is in step with types, attributes and the reference."""
    assert FIELDS.FILES[name]() == (ROOT / name).read_text("utf-8")
