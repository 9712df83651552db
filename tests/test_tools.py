"""Generated tables are remade by the scripts in `tools/`, and are what these make."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import etree

from citekit.styles.csl.source.load import _schema_file
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


class TestFloors:
    """What `make test-floors` installs is what `pyproject.toml` promises to work with."""

    def test_each_requirement_has_one(self) -> None:
        floors, project = (
            tool("floors"),
            tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8")),
        )
        extras = [each for each in project["project"]["optional-dependencies"] if each != "dev"]
        needed = [*floors.requirements(project, extras)]
        assert len(needed) > 20
        assert all(re.fullmatch(r"[\w.-]+==[\w.]+", floors.floor(each)) for each in needed)

    @pytest.mark.parametrize(
        ("requirement", "lowest"),
        [
            ("lxml>=5.4", "lxml==5.4"),
            ("citeproc-py>=0.11,<0.12", "citeproc-py==0.11"),
            ("a.b_c[d,e] <2, >= 1.0.dev1 ; python_version < '4'", "a.b_c==1.0.dev1"),
            ("refkit==0.4.0", "refkit==0.4.0"),
            ("x~=2.1", "x==2.1"),
        ],
    )
    def test_kinds(self, requirement: str, lowest: str) -> None:
        assert tool("floors").floor(requirement) == lowest

    @pytest.mark.parametrize("requirement", ["lxml", "lxml<6", "lxml>5", "lxml @ file:///x", ""])
    def test_none(self, requirement: str) -> None:
        with pytest.raises(ValueError, match="says no lowest version"):
            tool("floors").floor(requirement)


def test_what_security_names_is_there() -> None:
    """Each promise of SECURITY.md names the tests that attack it."""
    rows = [
        line for line in (ROOT / "SECURITY.md").read_text("utf-8").splitlines() if "| **" in line
    ]
    assert len(rows) > 10
    for row in rows:
        named = re.findall(r"`((?:tests|tools)/[\w/.]+|make [\w-]+)`", row)
        assert named, row
        targets = (ROOT / "Makefile").read_text("utf-8")
        for each in named:
            verb, _, target = each.partition(" ")
            assert f"\n{target}:" in targets if target else (ROOT / verb).exists(), each


def test_the_table_of_attributes_is_what_its_script_makes_of_the_installed_schema() -> None:
    made = tool("csl_attributes").table(etree.parse(_schema_file()).getroot())
    table = ROOT / "src" / "citekit" / "tables" / "csl_attributes.py"
    assert made == table.read_text("utf-8")
