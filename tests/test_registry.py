"""Names of styles, writers and formats: built-in, registered, from entry points."""

import importlib.metadata
from typing import get_args

import pytest

from citekit import registry
from citekit.api.formatters import StyleLike
from citekit.api.formatting import OutputLike
from citekit.errors import CitekitError, InvalidValueError, UnknownNameError
from citekit.registry import Registry


@pytest.fixture
def styles() -> Registry:
    return Registry("styles")


@pytest.mark.parametrize("kind", ["styles", "writers", "exchange"])
def test_every_built_in_can_be_imported(kind: registry.Kind) -> None:
    for name in registry.names(kind):
        assert registry.resolve(kind, name) is not None


def test_an_object_and_an_import_string_can_be_registered(styles: Registry) -> None:
    marker = object()
    styles.register("mine", marker)
    styles.register("path", "citekit.errors:CitekitError")
    assert styles.resolve("mine") is marker
    assert styles.resolve("path") is CitekitError
    assert {"mine", "path", "apa"} <= set(styles.names())


def test_a_taken_name_is_refused_unless_replaced(styles: Registry) -> None:
    with pytest.raises(InvalidValueError, match="of that name already"):
        styles.register("apa", object())
    marker = object()
    styles.register("apa", marker, replace=True)
    assert styles.resolve("apa") is marker


def test_what_was_registered_can_be_taken_back(styles: Registry) -> None:
    styles.register("mine", object())
    styles.unregister("mine")
    with pytest.raises(UnknownNameError):
        styles.resolve("mine")
    with pytest.raises(UnknownNameError):
        styles.unregister("mine")


@pytest.mark.parametrize("name", ["", "  ", None, 3])
def test_a_name_is_text(styles: Registry, name: str) -> None:
    with pytest.raises(InvalidValueError, match="needs a name"):
        styles.register(name, object())


def test_an_unknown_name_gets_a_suggestion(styles: Registry) -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'bibtex'"):
        styles.resolve("bibtx")
    with pytest.raises(UnknownNameError, match="known are apa"):
        styles.resolve("zzz")


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(UnknownNameError, match="known are styles, writers, exchange"):
        registry.names("style")  # type: ignore[arg-type]  # wrong on purpose


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    points = importlib.metadata.EntryPoints(
        [
            importlib.metadata.EntryPoint("fine", "citekit.errors:CitekitError", "citekit.styles"),
            importlib.metadata.EntryPoint("broken", "no_such_module:x", "citekit.styles"),
            importlib.metadata.EntryPoint(
                "other", "citekit.errors:CitekitError", "citekit.writers"
            ),
        ]
    )
    monkeypatch.setattr(
        importlib.metadata, "entry_points", lambda *, group: points.select(group=group)
    )


@pytest.mark.usefixtures("plugins")
def test_entry_points_of_the_kind_are_found(styles: Registry) -> None:
    assert styles.resolve("fine") is CitekitError
    assert "other" not in styles.names()


@pytest.mark.usefixtures("plugins")
def test_a_broken_plug_in_says_which_it_is(styles: Registry) -> None:
    with pytest.raises(CitekitError, match="plug-in for style 'broken' cannot be loaded"):
        styles.resolve("broken")


def test_editors_are_told_the_names_of_all_built_ins() -> None:
    """The literals in the signatures, for completion, are the registry's names."""
    styles, outputs = get_args(StyleLike)[0], get_args(OutputLike)[0]
    assert set(get_args(styles)) == set(registry._BUILT_IN["styles"])
    assert set(get_args(outputs)) == set(registry._BUILT_IN["writers"])
