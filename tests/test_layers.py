"""The layers of the package hold: a module imports only from layers to its left.

``errors < tables < text < latex < parsing < model < exchange < keys < styles < api < cli, ext``,
what ``speed`` and ``exports`` have below all of them,
and ``latex < writers < api`` (docs/architecture.md, "Layers").
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "citekit"

MAY_IMPORT: dict[str, set[str]] = {
    "speed": {"exports"},
    "exports": set(),
    "errors": set(),
    "tables": {"errors"},
    "text": {"errors", "tables"},
    "latex": {"errors", "tables", "text"},
    "parsing": {"errors", "tables", "text", "latex"},
    "model": {"errors", "tables", "text", "latex", "parsing"},
    "exchange": {"errors", "tables", "text", "latex", "parsing", "model"},
    "keys": {"errors", "tables", "text", "latex", "parsing", "model"},
    "styles": {"errors", "tables", "text", "latex", "parsing", "model", "exchange", "keys"},
    "writers": {"errors", "tables", "text", "latex"},
    "registry": {"errors"},
}
BASE = {"speed", "exports"}
for allowed in (each for layer, each in MAY_IMPORT.items() if layer not in BASE):
    allowed |= BASE
CORE = {*MAY_IMPORT}
MAY_IMPORT["api"] = CORE
MAY_IMPORT["document"] = CORE | {"api"}
MAY_IMPORT["__init__"] = {*CORE, "api", "document"}
MAY_IMPORT["cli"] = {*CORE, "api", "document"}
MAY_IMPORT["ext"] = {*CORE, "api", "document"}
MAY_IMPORT["interrupt"] = set()
MAY_IMPORT["__main__"] = {"cli", "interrupt"}

# Inside the three largest layers: a room imports only from rooms in lines above its own.
ROOMS: dict[str, tuple[str, ...]] = {
    "parsing": (
        "names numbers editions page_ranges identifiers dates",
        "author_lists pages",
    ),
    "exchange": (
        "head foreign reading",
        "base json_text",
        "bibtex csl_json raw detect",
    ),
    "styles/csl": (
        "marked",
        "style item",
        "source compile",
        "document engine",
        "citeproc_py compiled_engine",
        "formatter",
        "explain",
    ),
}

MODULES = sorted(SRC.rglob("*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported_layers(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            names = [node.module or ""]
            if node.module == "citekit":
                names = [f"citekit.{alias.name}" for alias in node.names]
        for name in names:
            if name == "citekit" or name.startswith("citekit."):
                yield line, [*name.split("."), "__init__"][1]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_a_module_imports_only_from_layers_to_its_left(path: Path) -> None:
    layer = layer_of(path)
    allowed = MAY_IMPORT[layer] | {layer}
    if layer == "styles":  # styles/csl makes no exception: styles never import writers
        assert "writers" not in allowed
    for line, imported in imported_layers(path):
        assert imported in allowed, f"{path.name}:{line}: {layer} may not import {imported}"


def imported_rooms(path: Path, layer: str) -> Iterator[tuple[int, str]]:
    package = ("citekit", *layer.split("/"))
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            module = tuple((node.module or "").split("."))
            if module[: len(package)] == package:
                rest = module[len(package) :][:1]
                for name in rest or [alias.name for alias in node.names]:
                    yield node.lineno, name


@pytest.mark.parametrize("layer", ROOMS)
def test_a_room_imports_only_from_rooms_above_it(layer: str) -> None:
    floor = {room: line for line, rooms in enumerate(ROOMS[layer]) for room in rooms.split()}
    for path in sorted((SRC / layer).rglob("*.py")):
        room = path.relative_to(SRC / layer).parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        assert room in floor, f"{room} has no floor in ROOMS[{layer!r}]"
        for line, imported in imported_rooms(path, layer):
            assert imported == room or floor[imported] < floor[room], (
                f"{path.relative_to(SRC)}:{line}: {room} may not import {imported}"
            )


def test_rooms_are_not_named_twice() -> None:
    """``names/names.py`` would say nothing about what is in it."""
    doubled = [path for path in MODULES if path.stem == path.parent.name]
    assert not doubled


def import_graph() -> dict[str, set[str]]:
    """Module → modules that it imports when it is loaded (lazy imports left out)."""
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        name = ".".join(("citekit", *path.relative_to(SRC).with_suffix("").parts))
        found = graph.setdefault(name.removesuffix(".__init__"), set())
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("citekit"):
                if node.module != "citekit":  # `from citekit import registry` loads the submodule
                    found.add(node.module or "")
                found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name: {each for each in found if each in graph} for name, found in graph.items()}


def test_there_is_no_import_cycle() -> None:
    graph = import_graph()
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"import cycle: {' -> '.join((*trail, name))}"
        if name not in done:
            for each in sorted(graph[name]):
                visit(each, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())
