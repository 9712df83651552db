"""`python -m conformance [name]`: the table of the fixtures by category, or one in detail."""

from __future__ import annotations

import sys
from collections import Counter

from conformance.fixtures import HOW, SUITE, normal, results


def main(arguments: list[str]) -> int:
    if not SUITE.is_dir():
        print(HOW)
        return 1
    wanted = arguments[0] if arguments else ""
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
    if "--write" in arguments:
        return 0
    return 0


sys.exit(main(sys.argv[1:]))
