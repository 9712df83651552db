"""What frozen classes share: they show themselves, compare and hash by one function each."""

import importlib
import pkgutil
from typing import Any

import pytest
from attrs import evolve, field, fields, frozen, has
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.speed.records import equal, hash_of, shared_methods, shared_repr


@frozen
@shared_methods
class Shown:
    number: int
    words: tuple[str, ...] = ()
    hidden: str = field(default="", repr=False, eq=False)
    folded: str = field(default="", eq=str.lower)


@frozen
class MadeByAttrs:
    number: int
    words: tuple[str, ...] = ()
    hidden: str = field(default="", repr=False, eq=False)
    folded: str = field(default="", eq=str.lower)


class TestShow:
    """The text is that of attrs: the class, and each field that is not hidden."""

    def test_as_attrs_would(self) -> None:
        expected = repr(MadeByAttrs(1, ("a'",), "x")).replace("MadeByAttrs", "Shown")
        assert repr(Shown(1, ("a'",), "x")) == expected
        assert expected == "Shown(number=1, words=(\"a'\",), folded='')"

    def test_inside_another(self) -> None:
        assert repr((Shown(1), evolve(Shown(1), number=2))) == (
            "(Shown(number=1, words=(), folded=''), Shown(number=2, words=(), folded=''))"
        )

    def test_a_class_within_a_function(self) -> None:
        @frozen
        @shared_repr
        class Inner:
            x: int = 1

        assert repr(Inner()) == "Inner(x=1)"


VALUES = st.tuples(
    st.integers(0, 1),
    st.sampled_from([(), ("a",)]),
    st.sampled_from(["", "x"]),
    st.sampled_from(["", "x", "X"]),
)


class TestSame:
    """Two are equal when attrs would say so, and then have one hash."""

    @given(VALUES, VALUES)
    def test_as_attrs_would(self, left: tuple[Any, ...], right: tuple[Any, ...]) -> None:
        alike = MadeByAttrs(*left) == MadeByAttrs(*right)
        assert (Shown(*left) == Shown(*right)) is alike
        assert (Shown(*left) != Shown(*right)) is not alike
        if alike:
            assert hash(Shown(*left)) == hash(Shown(*right))

    def test_another_class(self) -> None:
        other: object = MadeByAttrs(1)
        assert Shown(1) != other
        one: object = 1
        assert Shown(1) != one
        url: object = citekit.URL("https://a.org/")
        assert citekit.ISSN("2049-3630") != url

    def test_subclasses_differ_from_their_parents(self) -> None:
        @frozen(eq=False)
        class Child(Shown):
            pass

        assert Child(1) == Child(1) != Shown(1)
        assert len({Child(1), Child(1), Shown(1)}) == 2


def shared_classes() -> list[type]:
    names = [each.name for each in pkgutil.walk_packages(citekit.__path__, "citekit.")]
    modules = [importlib.import_module(name) for name in names if "__main__" not in name]
    kinds = {kind for module in modules for kind in vars(module).values() if has_shared(kind)}
    return sorted(kinds, key=lambda kind: (kind.__module__, kind.__qualname__))


def has_shared(kind: object) -> bool:
    return isinstance(kind, type) and has(kind) and kind.__eq__ is equal


@pytest.mark.parametrize("kind", shared_classes(), ids=lambda kind: kind.__qualname__)
def test_who_compares_by_the_shared_method_hashes_by_it(kind: type) -> None:
    hash_: object = kind.__hash__
    assert hash_ is hash_of, "what is equal must have one hash"
    assert any(each.eq for each in fields(kind)), "without fields, all would be equal"
