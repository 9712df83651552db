"""How attrs classes show themselves by one function."""

from attrs import evolve, field, frozen

from citekit.text.show import show


@frozen
class Shown:
    number: int
    words: tuple[str, ...] = ()
    hidden: str = field(default="", repr=False)

    __repr__ = show


@frozen
class MadeByAttrs:
    number: int
    words: tuple[str, ...] = ()
    hidden: str = field(default="", repr=False)


class TestShow:
    """The text is that of attrs: the class, and each field that is not hidden."""

    def test_as_attrs_would(self) -> None:
        expected = repr(MadeByAttrs(1, ("a'",), "x")).replace("MadeByAttrs", "Shown")
        assert repr(Shown(1, ("a'",), "x")) == expected == 'Shown(number=1, words=("a\'",))'

    def test_inside_another(self) -> None:
        assert repr((Shown(1), evolve(Shown(1), number=2))) == (
            "(Shown(number=1, words=()), Shown(number=2, words=()))"
        )

    def test_a_class_within_a_function(self) -> None:
        @frozen
        class Inner:
            x: int = 1

            __repr__ = show

        assert repr(Inner()) == "Inner(x=1)"
