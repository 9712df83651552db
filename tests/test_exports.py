"""Packages that gather names: they give what they list, and load no more than is asked for."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import citekit

SRC = Path(citekit.__file__).parent
PACKAGES = sorted(
    path for path in SRC.rglob("__init__.py") if "= lazily(" in path.read_text("utf-8")
)


def dotted(path: Path) -> str:
    return ".".join(("citekit", *path.parent.relative_to(SRC).parts))


def seen_by_type_checkers(path: Path) -> dict[str, str]:
    """Name → module."""
    return {
        alias.name: node.module or ""
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module != "citekit.exports"
        for alias in node.names
    }


@pytest.mark.parametrize("path", PACKAGES, ids=dotted)
def test_a_package_gives_what_type_checkers_see(path: Path) -> None:
    package = import_module(dotted(path))
    seen = seen_by_type_checkers(path)
    assert sorted(package.__all__) == sorted(seen)
    assert set(seen) <= set(dir(package))
    for name, module in seen.items():
        assert getattr(package, name) is getattr(import_module(module), name)
    with pytest.raises(AttributeError, match=f"module '{dotted(path)}' has no attribute 'nothing'"):
        _ = package.nothing


def test_a_name_loads_its_own_module_alone() -> None:
    code = "import sys; from citekit.parsing.dates import is_leap_year; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "citekit.parsing.dates.parts" in loaded
    assert "citekit.parsing.dates.prose" not in loaded
