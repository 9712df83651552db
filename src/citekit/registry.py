"""Names of styles, writers and exchange formats, and what they stand for.

Built-ins are written as `module:attribute` and imported when they are first asked for, so that
`import citekit` stays light. Other packages add theirs through the entry-point groups
`citekit.styles`, `citekit.writers` and `citekit.exchange`; code adds them with `register`.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from citekit.errors import CitekitError, InvalidValueError, UnknownNameError, did_you_mean

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["Kind", "Registry", "knows", "names", "register", "resolve", "unregister"]

Kind = Literal["styles", "writers", "exchange"]

_BUILT_IN: Mapping[Kind, Mapping[str, str]] = MappingProxyType(
    {
        "styles": MappingProxyType(
            {
                "apa": "citekit.styles.apa:apa",
                "bibtex": "citekit.styles.bibtex:bibtex",
                "biblatex": "citekit.styles.bibtex:biblatex",
            }
        ),
        "writers": MappingProxyType(
            {
                "plain": "citekit.writers.plain:PlainWriter",
                "html": "citekit.writers.html:HtmlWriter",
                "markdown": "citekit.writers.markdown:MarkdownWriter",
                "latex": "citekit.writers.latex:LatexWriter",
                "rst": "citekit.writers.rst:RstWriter",
                "ansi": "citekit.writers.ansi:AnsiWriter",
            }
        ),
        "exchange": MappingProxyType(
            {
                "bibtex": "citekit.exchange.bibtex.declaration:BIBTEX",
                "biblatex": "citekit.exchange.bibtex.declaration:BIBLATEX",
                "csl_json": "citekit.exchange.csl_json.declaration:CSL_JSON",
                "raw": "citekit.exchange.raw.declaration:RAW",
            }
        ),
    }
)

_NOUNS: Mapping[Kind, str] = MappingProxyType(
    {"styles": "style", "writers": "output format", "exchange": "exchange format"}
)


def _import(target: str) -> Any:
    """Import `module` or `module:attribute`."""
    module, _, attribute = target.partition(":")
    found = importlib.import_module(module)
    return getattr(found, attribute) if attribute else found


class Registry:
    """The known names of one kind.

    Built-ins come first, then what code registered, then entry points; a later one cannot take
    the name of an earlier one unless it says so.
    """

    def __init__(self, kind: Kind) -> None:
        self._kind: Kind = kind
        self._lock = threading.Lock()
        self._registered: dict[str, Any] = {}
        self._entry_points: dict[str, EntryPoint] | None = None

    def register(self, name: str, target: Any, *, replace: bool = False) -> None:
        """Give *target* (an object, or `module:attribute`) a *name*."""
        if not str(name or "").strip() or not isinstance(name, str):
            raise InvalidValueError(f"a {_NOUNS[self._kind]} needs a name", value=name)
        with self._lock:
            if not replace and name in self._names():
                raise InvalidValueError(
                    f"there is a {_NOUNS[self._kind]} of that name already",
                    value=name,
                    hint="choose another name, or pass replace=True",
                )
            self._registered[name] = target

    def unregister(self, name: str) -> None:
        """Forget what `register` added under *name*."""
        with self._lock:
            if self._registered.pop(name, None) is None:
                raise UnknownNameError(f"no registered {_NOUNS[self._kind]}", value=name)

    def names(self) -> tuple[str, ...]:
        """Give all known names, in alphabetical order."""
        with self._lock:
            return tuple(sorted(self._names()))

    def resolve(self, name: Any) -> Any:
        """Give what *name* stands for, importing it when needed.

        Raises:
            UnknownNameError: Nothing has that name.
            InvalidValueError: It is no name.
            CitekitError: A plug-in of that name cannot be imported.
        """
        if not isinstance(name, str):
            noun = _NOUNS[self._kind]
            raise InvalidValueError(f"the name of a {noun} is text", value=name, hint="give text")
        with self._lock:
            found = self._registered.get(name) or _BUILT_IN[self._kind].get(name)
            plugin = None if found else self._plugins().get(name)
        if plugin is not None:
            return self._load(plugin)
        if found is None:
            known = self.names()
            hint = did_you_mean(name, known) or "known are " + ", ".join(known)
            raise UnknownNameError(f"unknown {_NOUNS[self._kind]}", value=name, hint=hint)
        return _import(found) if isinstance(found, str) else found

    def knows(self, name: str) -> bool:
        """Say whether something has that name; plug-ins are looked at last."""
        with self._lock:
            own = name in self._registered or name in _BUILT_IN[self._kind]
            return own or name in self._plugins()

    def _load(self, plugin: EntryPoint) -> Any:
        try:
            return plugin.load()
        except Exception as error:  # a plug-in's module may raise anything
            raise CitekitError(
                f"the plug-in for {_NOUNS[self._kind]} {plugin.name!r} cannot be loaded: {error}",
                value=plugin.value,
                hint="reinstall or remove the package that brings it",
            ) from error

    def _names(self) -> set[str]:
        return {*_BUILT_IN[self._kind], *self._registered, *self._plugins()}

    def _plugins(self) -> dict[str, EntryPoint]:
        if self._entry_points is None:
            from importlib.metadata import entry_points  # as dear as the rest of this module

            group = entry_points(group=f"citekit.{self._kind}")
            self._entry_points = {plugin.name: plugin for plugin in group}
        return self._entry_points


_REGISTRIES: Mapping[Kind, Registry] = MappingProxyType(
    {kind: Registry(kind) for kind in _BUILT_IN}
)


def _registry(kind: Any) -> Registry:
    for name, found in _REGISTRIES.items():
        if kind == name:
            return found
    known = ", ".join(_REGISTRIES)
    raise UnknownNameError("unknown kind of plug-in", value=kind, hint=f"known are {known}")


def register(kind: Kind, name: str, target: Any, *, replace: bool = False) -> None:
    """Add a style, a writer or an exchange format under a name, for this process.

    Args:
        kind: "styles", "writers" or "exchange".
        name: The name that users will type.
        target: What it stands for: a `StyleFactory`, a writer class, an `ExchangeFormat`; or
            `module:attribute`, imported when first used.
        replace: Whether it may take the place of a built-in or an earlier one.

    Raises:
        InvalidValueError: The name is taken, or empty.
        UnknownNameError: There is no such kind.

    >>> register("writers", "shout", "citekit.writers.plain:PlainWriter")
    >>> "shout" in names("writers")
    True
    >>> unregister("writers", "shout")
    """
    _registry(kind).register(name, target, replace=replace)


def unregister(kind: Kind, name: str) -> None:
    """Take back what `register` added.

    Raises:
        UnknownNameError: Nothing was registered under that name.
    """
    _registry(kind).unregister(name)


def names(kind: Kind) -> tuple[str, ...]:
    """Give all names of one kind: built-in, registered, and from entry points.

    >>> "apa" in names("styles")
    True
    """
    return _registry(kind).names()


def knows(kind: Kind, name: str) -> bool:
    """Say whether *name* stands for something of a kind.

    >>> knows("styles", "apa"), knows("styles", "nature")
    (True, False)
    """
    return _registry(kind).knows(name)


def resolve(kind: Kind, name: str) -> Any:
    """Give what *name* stands for.

    Raises:
        UnknownNameError: Nothing has that name; the hint has the nearest ones.
    """
    return _registry(kind).resolve(name)
