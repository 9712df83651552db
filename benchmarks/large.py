"""Measure what very large records cost, in CPU seconds: time is linear, and the constant counts.

    python benchmarks/large.py           print the table
    python benchmarks/large.py authors   print the rows whose names have "authors" in them

Each case runs three times, every time on another text, so that no cache helps; the best counts.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

import citekit

ROUNDS = 3
SYLLABLES = "ka lo mi tra ver son berg stein ov ski ma ri na el du pont gar cia mar ti nez".split()
FAMILIES, GIVEN = "王李张刘陈杨黄赵吴周", "明小红军伟芳娜秀英敏静丽强磊洋艳勇杰涛超"

Run = Callable[[], object]


def word(dice: random.Random) -> str:
    """Make up a word with a capital."""
    return "".join(dice.choices(SYLLABLES, k=3)).capitalize()


def names(dice: random.Random, count: int) -> list[tuple[str, str]]:
    """Make up families and given names with an initial."""
    return [(word(dice), f"{word(dice)} {dice.choice('ABCDEF')}.") for _ in range(count)]


def apa_authors(dice: random.Random) -> Run:
    listed = [citekit.Person(family=family, given=given) for family, given in names(dice, 100_000)]
    work = citekit.Work(id="a", type="book", title=word(dice), authors=listed, issued=2020)
    return lambda: citekit.format(work, "apa")


def author_line(dice: random.Random) -> Run:
    line = ", ".join(f"{given} {family}" for family, given in names(dice, 100_000))
    return lambda: citekit.AuthorList.parse(line)


def inverted_line(dice: random.Random) -> Run:
    line = "; ".join(f"{family}, {given}" for family, given in names(dice, 100_000))
    return lambda: citekit.AuthorList.parse(line)


def author_strings(dice: random.Random) -> Run:
    listed = [f"{given} {family}" for family, given in names(dice, 100_000)]
    return lambda: citekit.Work(id="a", type="book", title="T", authors=listed)


def chinese_line(dice: random.Random) -> Run:
    line = "、".join(
        dice.choice(FAMILIES) + "".join(dice.choices(GIVEN, k=2)) for _ in range(250_000)
    )
    return lambda: citekit.AuthorList.parse(line)


def bibtex_authors(dice: random.Random) -> Run:
    field = " and ".join(f"{family}, {given}" for family, given in names(dice, 100_000))
    return lambda: citekit.loads(f"@book{{a, title = {{T}}, author = {{{field}}}}}", "bibtex")


def apa_title(dice: random.Random) -> Run:
    kept = (word(dice) if dice.random() < 0.4 else word(dice).lower() for _ in range(130_000))
    title = " ".join(kept)[:1_000_000]
    work = citekit.Work(id="a", type="book", title=title, authors="A. B", issued=2020)
    return lambda: citekit.format(work, "apa")


def crossrefs(dice: random.Random) -> Run:
    chain = "".join(
        f"@incollection{{k{at}, title = {{{word(dice)}}}, crossref = {{k{at + 1}}}}}\n"
        for at in range(10_000)
    )
    return lambda: citekit.loads(f"{chain}@book{{k10000, title = {{B}}}}", "bibtex")


CASES: Mapping[str, Callable[[random.Random], Run]] = MappingProxyType(
    {
        "100,000 authors in APA": apa_authors,
        "100,000 authors in a line": author_line,
        "100,000 authors in a line, inverted": inverted_line,
        "100,000 authors as strings": author_strings,
        "250,000 Chinese authors in a line": chinese_line,
        "100,000 authors of a BibTeX entry": bibtex_authors,
        "a title of 1 MB in APA": apa_title,
        "a chain of 10,000 crossrefs": crossrefs,
    }
)


def seconds(make: Callable[[random.Random], Run]) -> float:
    """Give the CPU seconds of a case."""
    taken = []
    for attempt in range(ROUNDS):
        run = make(random.Random(attempt))
        gc.collect()
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print the table."""
    for name, make in CASES.items():
        if all(part in name for part in sys.argv[1:]):
            print(f"{name:40} {seconds(make):6.2f} s", flush=True)


if __name__ == "__main__":
    main()
