"""Rendering makes no reference cycles, so nothing needs the collector while it lasts."""

import gc
import weakref
from collections.abc import Iterator

import pytest

import citekit
from citekit import Citation, Work
from citekit.collector import uncollected
from citekit.styles.base import Rendered
from citekit.styles.csl.item.prepare import prepare
from citekit.styles.csl.item.remember import Remembered

STYLES = ("apa", "csl:apa", "csl:nature", "csl:chicago-fullnote-bibliography", "bibtex")


@pytest.fixture
def at_rest() -> Iterator[None]:
    """Keep the collector off, and nothing that it would find."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


class TestUncollected:
    def test_it_is_off_inside_and_on_again_after(self) -> None:
        assert uncollected(gc.isenabled)() is False
        assert gc.isenabled()

    def test_it_is_on_again_after_an_error(self) -> None:
        with pytest.raises(citekit.UnknownNameError):
            citekit.render([], "no such style")
        assert gc.isenabled()

    @pytest.mark.usefixtures("at_rest")
    def test_it_stays_off_for_who_switched_it_off(self) -> None:
        uncollected(gc.isenabled)()
        assert not gc.isenabled()

    def test_rendering_is_such_a_function(self) -> None:
        class Asking:
            def render(self, works: object, citations: object = ()) -> Rendered:
                assert not gc.isenabled()
                return Rendered(entries=[], citations=[])

        assert citekit.render([], Asking()).text == ""


@pytest.mark.usefixtures("at_rest")
class TestNoCycles:
    @pytest.mark.parametrize("style", STYLES)
    def test_of_a_rendering(self, style: str) -> None:
        def render(authors: str) -> None:
            works = [Work(id=f"w{i}", title="A “T”", authors=authors, issued=2022) for i in "123"]
            citations = () if style == "bibtex" else [Citation("w1"), Citation("w2")]
            citekit.render(works, style, citations=citations, output="html")

        render("A. Hu")  # compiles the style, loads modules
        gc.collect()
        render("B. Hu; C. Li")
        assert gc.collect() == 0

    def test_of_what_is_remembered(self) -> None:
        """It goes with the formatter that remembered it, at once."""
        work, remembered = Work(title="T"), Remembered(prepare)
        remembered(work)
        gone = weakref.ref(remembered)
        del remembered
        assert gone() is None
