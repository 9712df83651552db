"""Measure citekit beside its peers, in alternating runs, and write the table of the documentation.

    python benchmarks/run.py             print the tables
    python benchmarks/run.py --write     and put them into docs/performance.md

All engines run in one session on one machine; what counts is the ratio, not the time. The peers are
refkit and citeproc-py (from PyPI) and citeproc-js (from npm; left out, loudly, without node).
"""

from __future__ import annotations

import argparse
import copy
import cProfile
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import all_styles
from peers import engines
from works import ambiguity, make_items

import citekit

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "performance.md"
STYLES = ("apa", "chicago-author-date", "ieee", "nature", "nlm-citation-sequence")
START, END = "<!-- measured: begin -->", "<!-- measured: end -->"

Row = tuple[str, Mapping[str, float]]


def alternate(runs: Mapping[str, engines.Run], rounds: int) -> dict[str, list[float]]:
    """Run each engine once in turn, *rounds* times, after one run that is not counted."""
    for run in runs.values():
        run()
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(run())
    return taken


def compare(
    makers: Mapping[str, Callable[[str], engines.Run]], works: int, rounds: int
) -> list[Row]:
    """Give for each style the median milliseconds a work of each engine."""
    rows: list[Row] = []
    for style in STYLES:
        runs = {name: make(style) for name, make in makers.items()}
        taken = alternate(runs, rounds)
        medians = {name: 1000 * statistics.median(each) / works for name, each in taken.items()}
        rows.append((style, medians))
        print(style, {name: round(each, 4) for name, each in medians.items()}, file=sys.stderr)
    return rows


def table(rows: list[Row]) -> str:
    """Show each peer as a multiple of citekit's time."""
    peers = [name for name in rows[0][1] if name != "citekit"]
    lines = ["| style | " + " | ".join(f"{peer} / citekit" for peer in peers) + " |"]
    lines.append("|---|" + "---:|" * len(peers))
    for style, medians in rows:
        ratios = (f"{medians[peer] / medians['citekit']:.1f} ×" for peer in peers)
        lines.append(f"| {style} | " + " | ".join(ratios) + " |")
    return "\n".join(lines)


def with_refkit(rounds: int) -> str:
    items = make_items(1000)
    peer = {"refkit": lambda style: engines.refkit_run(items, style, cite=True)}
    again = compare(
        {"citekit": lambda style: engines.citekit_run(items, style, cite=True), **peer},
        len(items),
        rounds,
    )
    first = compare(
        {"citekit": lambda style: engines.citekit_first_run(items, style), **peer},
        len(items),
        rounds,
    )
    lines = ["| style | refkit / citekit | refkit / citekit, first time |", "|---|---:|---:|"]
    for (style, one), (_, other) in zip(again, first, strict=True):
        ratios = (f"{each['refkit'] / each['citekit']:.1f} ×" for each in (one, other))
        lines.append(f"| {style} | " + " | ".join(ratios) + " |")
    return (
        f"### A bibliography and a citation of each of {len(items)} works, as HTML\n\n"
        f"{ambiguity(items)} of them share first author and year with another.\n\n"
        + "\n".join(lines)
    )


def bibliographies(rounds: int) -> str:
    items = make_items(200)
    makers: dict[str, Callable[[str], engines.Run]] = {
        "citekit": lambda style: engines.citekit_run(items, style, cite=False),
        "refkit": lambda style: engines.refkit_run(items, style, cite=False),
        "citeproc-py": lambda style: engines.citeproc_py_run(items, style, cite=False),
    }
    if have_citeproc_js():
        makers["citeproc-js"] = lambda style: engines.citeproc_js_run(items, style, cite=False)
    rows = compare(makers, len(items), min(rounds, 3))
    return f"### A bibliography of {len(items)} works, as HTML\n\n" + table(rows)


def growth(rounds: int) -> str:
    """Fit time ~ works^exponent between 1,000 and 100,000 works."""
    small, large = 1000, 100_000
    few, many = (engines.citekit_works(make_items(size)) for size in (small, large))
    lines = [
        f"### Growth from {small:,} to {large:,} works\n",
        "| style | exponent, first time | exponent |",
        "|---|---:|---:|",
    ]
    for style in STYLES:
        rows = zip(_twice(few, style, rounds), _twice(many, style, 1), strict=True)
        fitted = [math.log(last / first) / math.log(large / small) for first, last in rows]
        lines.append(f"| {style} | {fitted[0]:.2f} | {fitted[1]:.2f} |")
        print(lines[-1], file=sys.stderr)
    return "\n".join(lines)


def _twice(works: Sequence[citekit.Work], style: str, rounds: int) -> tuple[float, float]:
    """Give the seconds of rendering works that were never met, and of rendering them again."""
    taken = []
    for _ in range(rounds):
        run = engines.citekit_render([copy.copy(work) for work in works], style)
        taken.append((run(), run()))
    first, again = zip(*taken, strict=True)
    return statistics.median(first), statistics.median(again)


def counted_growth() -> str:
    """Fit calls of functions ~ works^exponent: what is done, whatever the machine's memory does."""
    small, large = 1000, 20_000
    few, many = (engines.citekit_works(make_items(size)) for size in (small, large))
    lines = [
        f"### Growth of the calls of functions from {small:,} to {large:,} works\n",
        "| style | exponent |",
        "|---|---:|",
    ]
    for style in STYLES:
        counted = [_calls(engines.citekit_render(works, style)) for works in (few, many)]
        fitted = math.log(counted[1] / counted[0]) / math.log(large / small)
        lines.append(f"| {style} | {fitted:.3f} |")
        print(lines[-1], file=sys.stderr)
    return "\n".join(lines)


def _calls(run: engines.Run) -> int:
    """Count the calls of a run, of functions in Python and in C, after one that is not counted."""
    run()
    profile = cProfile.Profile()
    profile.runcall(run)
    return sum(each.callcount for each in profile.getstats())


def start_up(rounds: int) -> str:
    """Compare the first citation of a fresh process with importing lxml.etree alone.

    What is measured is an installed package, whose modules are compiled to bytecode once: one run
    of each that is not counted does that.
    """
    first = (
        "import citekit; "
        "citekit.format(citekit.Work(title='T', authors='A. Hu', issued=2022), 'csl:apa')"
    )
    commands = {"lxml": "import lxml.etree", "citekit": "import citekit", "first": first}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as bytecode:
        for _ in range(rounds + 1):
            for name, code in commands.items():
                taken[name].append(_child(code, bytecode))
    median = {name: statistics.median(each[1:]) for name, each in taken.items()}
    return (
        '### Start-up of a fresh process, as multiples of `python -c "import lxml.etree"`\n\n'
        "| | ratio |\n|---|---:|\n"
        f"| `import citekit` | {median['citekit'] / median['lxml']:.1f} × |\n"
        "| first entry in CSL's APA, style load included "
        f"| {median['first'] / median['lxml']:.1f} × |"
    )


def _child(code: str, bytecode: str) -> float:
    """Give the processor time, in seconds, of a fresh process that keeps its bytecode there."""
    import resource

    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def memory() -> str:
    """Give what styles take, each in a fresh process: one that rendered another style before."""
    code = (
        "import gc, tracemalloc, all_styles, citekit; works = all_styles.works(); "
        "asked = all_styles.citations(works); citekit.csl('nature').render(works, asked); "
        "gc.collect(); before = len(gc.get_objects()); tracemalloc.start(); "
        "citekit.csl({style!r}).render(works, asked); gc.collect(); "
        "print(tracemalloc.get_traced_memory()[0], len(gc.get_objects()) - before)"
    )
    lines = [
        f"### Memory of a style that rendered {len(all_styles.ITEMS)} works of many kinds\n",
        "| style | megabytes | objects that Python's collector visits |",
        "|---|---:|---:|",
    ]
    for style in ("apa", "chicago-author-date", "chicago-notes-bibliography", "ieee"):
        command = [sys.executable, "-c", code.format(style=style)]
        out = subprocess.run(command, check=True, cwd=HERE, capture_output=True, text=True).stdout
        size, objects = (int(each) for each in out.split())
        lines.append(f"| {style} | {size / 1e6:.1f} | {objects:,} |")
        print(lines[-1], file=sys.stderr)
    return "\n".join(lines)


def memory_of_works() -> str:
    """Give what a work takes, with all that belongs to it, and how long making one again takes."""
    code = (
        "import gc, json, time, tracemalloc, works; from citekit.exchange.csl_json import loads; "
        "from citekit import Work; text = json.dumps(works.make_items(10_000)); "
        "warm = loads(json.dumps(works.make_items(50))); gc.collect(); tracemalloc.start(); "
        "made = loads(text).works; gc.collect(); size = tracemalloc.get_traced_memory()[0]; "
        "tracemalloc.stop(); known = [each.known() for each in made]; begin = time.process_time(); "
        "again = [Work(**each) for each in known]; end = time.process_time(); "
        "print(size / len(made), (end - begin) / len(made) * 1e6)"
    )
    command = [sys.executable, "-c", code]
    out = subprocess.run(command, check=True, cwd=HERE, capture_output=True, text=True).stdout
    size, time = (float(each) for each in out.split())
    return (
        "### A work in memory\n\n"
        "| 10,000 works from CSL-JSON | a work |\n|---|---:|\n"
        f"| memory, all that belongs to it | {size / 1000:.1f} KB |\n"
        f"| making it again of checked values | {time:.0f} µs |"
    )


def have_citeproc_js() -> bool:
    if not (shutil.which("node") and shutil.which("npm")):
        print("citeproc-js is LEFT OUT: there is no node on this machine", file=sys.stderr)
        return False
    if not (engines.NPM / "citeproc").exists():
        command = [
            "npm",
            "install",
            "--silent",
            "--no-save",
            "--prefix",
            str(HERE),
            "citeproc@2.4.63",
        ]
        subprocess.run(command, check=True)
    return True


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="update docs/performance.md")
    parser.add_argument("--rounds", type=int, default=7, help="alternating runs (default: 7)")
    parser.add_argument("--no-growth", action="store_true", help="leave out the 100,000 works")
    chosen = parser.parse_args()
    parts = [with_refkit(chosen.rounds), bibliographies(chosen.rounds), start_up(chosen.rounds)]
    parts += [memory(), memory_of_works()]
    if not chosen.no_growth:
        parts += [growth(chosen.rounds), counted_growth()]
    text = "\n\n".join(parts)
    print(text)
    if chosen.write:
        page = PAGE.read_text("utf-8")
        head, tail = page.split(START)[0], page.split(END)[1]
        PAGE.write_text(f"{head}{START}\n{text}\n{END}{tail}", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
