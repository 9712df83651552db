"""Works that were prepared are remembered, by identity, as long as they live."""

from concurrent.futures import ThreadPoolExecutor

from citekit.model.work import Work
from citekit.styles.csl.remember import Remembered


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
