"""A sample of all installed styles: "each independent style, each of the dependents and each of the
renamed ids loads, compiles and renders a varied set of works without an error".

`make all-styles` does it for every name.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = {"independent": 40, "dependent": 14, "renamed": 6}


@pytest.fixture(scope="module")
def all_styles() -> Iterator[ModuleType]:
    """Give the command, which lies outside of any package."""
    path = ROOT / "benchmarks" / "all_styles.py"
    spec = importlib.util.spec_from_file_location("all_styles", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize("kind", sorted(SAMPLE))
def test_a_sample_renders_without_an_error(all_styles: ModuleType, kind: str) -> None:
    names = sorted(name for name, its in all_styles.names().items() if its == kind)
    sample = names[:: len(names) // SAMPLE[kind]]
    assert len(sample) >= SAMPLE[kind]
    done = all_styles.run([(name, kind) for name in sample])
    assert {each.name: each.fault for each in done if each.fault} == {}
    assert len(done) == len(sample)


def test_a_failure_is_counted_by_its_cause(all_styles: ModuleType) -> None:
    done = all_styles.run([("no-such-style-at-all", "independent"), ("apa", "independent")])
    table = all_styles.table(done, 1.0)
    assert "| independent | 2 | 1 |" in table
    assert "1 x UnknownNameError: no CSL style of that name" in table


def test_names_of_one_style_are_taken_together(all_styles: ModuleType) -> None:
    groups = all_styles.by_parent(["apa", "nature-digest", "nature", "mhra-notes"])
    assert groups == [["apa"], ["nature-digest", "nature"], ["mhra-notes"]]
