"""What a rendering costs, counted: never in seconds."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import FrameType
from typing import Any

import citekit
from citekit import Work


def works(count: int) -> list[Work]:
    """Make works of which each third shares its author and year with others."""
    return [
        Work(
            id=f"w{i}",
            type="article-journal",
            title=f"Title {i}",
            authors=f"Anna Smith{i if i % 3 else ''}, Bo Lee, Carl Müller",
            issued=2000 + i % 7,
            venue="Nature",
        )
        for i in range(count)
    ]


def calls(run: Callable[[], object]) -> int:
    """Count the calls of Python functions."""
    count = 0

    def counting(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def render(count: int, style: str) -> Callable[[], object]:
    listed, made = works(count), citekit.csl(style)
    citekit.render(listed, made)  # compiles what is needed
    return lambda: citekit.render(listed, made, citations=listed, output="html")


class TestGrowth:
    """Disambiguation, sorting and grouping grow with the number of works, not with its square."""

    def test_eight_times_the_works_are_about_eight_times_the_calls(self) -> None:
        for style in ("apa", "ieee"):
            assert calls(render(800, style)) < 11 * calls(render(100, style))


class TestCompiledOnce:
    """A second rendering compiles nothing: it is cheaper than the first by far."""

    def test_a_second_rendering(self) -> None:
        xml = citekit.csl("apa").source.xml.replace(b"<info>", b"<!-- not seen --><info>")  # type: ignore[attr-defined]  # a CSL formatter
        made, listed = citekit.csl(xml=xml), works(10)
        first = calls(lambda: citekit.render(listed, made))
        assert calls(lambda: citekit.render(listed, made)) < first / 3


class TestThreads:
    """A compiled style is shared by threads without locks and gives the same bytes."""

    def test_eight_threads(self) -> None:
        listed, made = works(60), citekit.csl("chicago-author-date")

        def run(_: int) -> tuple[str, tuple[str, ...]]:
            done = citekit.render(listed, made, citations=listed, output="html")
            return done.text, done.citations

        with ThreadPoolExecutor(8) as pool:
            found = set(pool.map(run, range(16)))
        assert found == {run(0)}
