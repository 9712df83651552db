"""Works that were prepared are remembered, by identity, as long as they live."""

from concurrent.futures import ThreadPoolExecutor

import citekit
from citekit.model.work import Work
from citekit.styles.csl.item.prepare import prepared
from citekit.styles.csl.item.remember import Remembered


class Counting:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, work: Work) -> str:
        self.calls += 1
        return str(work.title)


class TestRemembered:
    def test_it_asks_once_for_each_object(self) -> None:
        counting = Counting()
        remembered = Remembered(counting)
        work = Work(title="A")
        assert [remembered(work), remembered(work)] == ["A", "A"]
        assert counting.calls == 1

    def test_equal_objects_are_not_the_same(self) -> None:
        counting = Counting()
        remembered = Remembered(counting)
        one, two = Work(title="A"), Work(title="A")
        assert remembered(one) == remembered(two)
        assert counting.calls == 2

    def test_it_forgets_what_nobody_has_any_more(self) -> None:
        remembered = Remembered(Counting())
        for number in range(50):
            remembered(Work(title=f"{number}"))
        assert len(remembered) <= 1

    def test_threads_share_it(self) -> None:
        works = [Work(title=f"{number}") for number in range(100)]
        remembered = Remembered(Counting())
        with ThreadPoolExecutor(8) as pool:
            rows = list(pool.map(lambda _: [remembered(work) for work in works], range(8)))
        assert rows == [[f"{number}" for number in range(100)]] * 8


class TestNameLists:
    """How a list of names is shown is remembered with the list."""

    STYLES = tuple(found.id for found in citekit.styles("ecology"))[:40]

    def work(self) -> Work:
        return Work(id="a", title="T", authors="Ana Bo; Carl Dahl; Eva Fox; Gil Hu", issued=2000)

    def test_every_style_shows_it_its_own_way(self) -> None:
        work = self.work()
        for _ in range(2):
            for style in self.STYLES:
                assert citekit.format(work, style) == citekit.format(self.work(), style), style

    def test_only_so_many_ways_are_kept(self) -> None:
        work = self.work()
        for style in self.STYLES:
            citekit.format(work, style)
        kept = prepared(work)[0].values["author"].as_text
        assert 0 < len(kept) <= 16 < len(self.STYLES)

    def test_in_how_many_works_they_stand_together_is_not_remembered(self) -> None:
        """What disambiguation wants of a list holds for one document."""
        one = Work(id="a", authors="Ann Lee", issued=2000, title="A")
        two = Work(id="b", authors="Bob Lee", issued=2000, title="B")
        alone = citekit.render(one, "csl:chicago-author-date", citations=["a"])
        both = citekit.render([one, two], "csl:chicago-author-date", citations=["a", "b"])
        assert both.citations == ("(A. Lee 2000)", "(B. Lee 2000)")
        again = citekit.render(one, "csl:chicago-author-date", citations=["a"])
        assert again == alone
