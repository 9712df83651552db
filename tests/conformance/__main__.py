"""`python -m conformance [name] [--write]`: the fixtures by category, or those named in detail.

Run it from the folder `tests`. `--write` brings `passing.txt` up to date.
"""

from __future__ import annotations

import sys
from collections import Counter

from conformance.fixtures import HOW, PASSING, SUITE, normal, results


def main(arguments: list[str]) -> int:
    if not SUITE.is_dir():
        print(HOW)
        return 1
    write = "--write" in arguments
    wanted = next((each for each in arguments if not each.startswith("-")), "")
    passed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    passing = []
    for fixture, got in results(wanted):
        total[fixture.category] += 1
        if normal(got) == normal(fixture.result):
            passed[fixture.category] += 1
            passing.append(fixture.name)
        elif wanted:
            print(f"=== {fixture.name}\n--- want\n{normal(fixture.result)}\n--- got\n{normal(got)}")
    for category in sorted(total):
        print(f"{category:16} {passed[category]:4} of {total[category]:4}")
    print(f"{'all':16} {passed.total():4} of {total.total():4}")
    if write and not wanted:
        PASSING.write_text("".join(f"{name}\n" for name in passing), encoding="utf-8")
    return 0


sys.exit(main(sys.argv[1:]))
