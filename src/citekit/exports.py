"""Packages that give the names of their modules and load a module when a name is asked for.

A package that only gathers names would load all its modules for the first of them. `lazily` gives
it the two functions of PEP 562 instead, so that a name costs the module that it stands in.

What type checkers and editors read instead stands under ``if TYPE_CHECKING:``. The name is enough
for mypy and pyright, and saves the import of `typing`. Jedi (IPython, Jupyter) goes by the value,
and looks under a condition that it cannot decide: hence ``TYPE_CHECKING: bool``.

Two packages, `keys` and `styles`, have the name of a verb. `callable_package` makes the package the
verb: `citekit.keys(works)` and `import citekit.keys.generator as generator` both work, whichever
module was imported first.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

TYPE_CHECKING: bool = False
if TYPE_CHECKING:  # `collections` would be the largest part of `import citekit`
    from collections.abc import Callable, Mapping

__all__ = ["callable_package", "lazily"]


def lazily(
    package: str, names_by_module: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make `__getattr__` and `__dir__` for a package.

    Args:
        package: Its dotted name (`__name__`).
        names_by_module: For each module of the package the names to give, parted by spaces.

    Returns:
        The two functions; a name that was asked for once is an attribute of the package.
    """
    homes = {name: module for module, names in names_by_module.items() for name in names.split()}

    def getattr_(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, found)
        return found

    def dir_() -> list[str]:
        return sorted({*vars(sys.modules[package]), *homes})

    return getattr_, dir_


def callable_package(package: str, module: str, verb: str) -> None:
    """Let a package be called as the function whose name it has.

    Args:
        package: The dotted name of the package.
        module: The module that defines the function; loaded by the first call.
        verb: The name of the function in it.
    """

    class Verb(ModuleType):
        @property
        def __wrapped__(self) -> Callable[..., object]:  # so that `inspect` and `help` show it
            found: Callable[..., object] = getattr(import_module(module), verb)
            return found

        def __call__(self, *args: object, **options: object) -> object:
            return self.__wrapped__(*args, **options)

    sys.modules[package].__class__ = Verb
