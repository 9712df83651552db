"""Rendering makes no reference cycles, so a program may switch the collector off meanwhile.

It is the program's to choose: citekit touches this setting of the process only when it is asked to.
"""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

import citekit
from citekit import Citation, Work, paused_gc
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


class Asking:
    """A style that looks whether the collector is on."""

    def __init__(self) -> None:
        self.saw: list[bool] = []

    def render(self, works: object, citations: object = ()) -> Rendered:
        self.saw.append(gc.isenabled())
        return Rendered(entries=[], citations=[])


class TestPaused:
    def test_it_is_off_inside_and_on_again_after(self) -> None:
        with paused_gc():
            assert not gc.isenabled()
        assert gc.isenabled()

    def test_it_is_on_again_after_an_error(self) -> None:
        with pytest.raises(citekit.UnknownNameError), paused_gc():
            citekit.render([], "no such style")
        assert gc.isenabled()

    @pytest.mark.usefixtures("at_rest")
    def test_it_stays_off_for_who_switched_it_off(self) -> None:
        with paused_gc():
            pass
        assert not gc.isenabled()

    def test_rendering_leaves_it_alone(self) -> None:
        style = Asking()
        assert citekit.render([], style).text == ""
        citekit.Document([], style)
        with paused_gc():
            citekit.render([], style)
        assert style.saw == [True, True, False]

    def test_a_document_that_is_asked_to_pauses_it(self) -> None:
        style = Asking()
        document = citekit.Document([Work(id="a", title="T")], style, pause_gc=True)
        document.add("a")
        assert document.citations == ()
        assert style.saw == [False, False]
        assert gc.isenabled()

    def test_nested_and_overlapping_ones(self) -> None:
        """The collector is on again when the last one ends, whichever began first."""
        first, second = paused_gc(), paused_gc()
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)
        assert not gc.isenabled()
        second.__exit__(None, None, None)
        assert gc.isenabled()

    def test_many_threads(self) -> None:
        def work() -> None:
            for _ in range(200):
                with paused_gc():
                    assert not gc.isenabled()

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert gc.isenabled()


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
