"""`python -m fuzz`: try all targets for a time, and print what is found.

Exit status: 0 nothing found, 1 a finding. The child process does the work, because C code that
does not return can only be ended from outside; the parent prints which case that was.
"""

from __future__ import annotations

import argparse
import mmap
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from fuzz.put_back import FAULTS, put_back
from fuzz.runner import Found, bound_memory, explore
from fuzz.targets.table import TARGETS

_SHOWN = 3000
_KILLED = {signal.SIGPROF: "C code that does not return", signal.SIGKILL: "killed: no memory?"}


def main(arguments: list[str] | None = None) -> int:
    """Run the fuzz."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=float("inf"), help="CPU time (endless)")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first round")
    parser.add_argument("--target", action="append", help="try these alone")
    parser.add_argument("--without", action="append", default=[], help="do not try these")
    parser.add_argument("--put-back", choices=sorted(FAULTS), help="with this fault in citekit")
    parser.add_argument("--no-shrink", action="store_true", help="show cases as they were drawn")
    parser.add_argument("--keep-going", action="store_true", help="look for further findings")
    parser.add_argument("--trace", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.trace is None:
        return _watch(sys.argv[1:] if arguments is None else arguments)
    return _run(chosen)


def _watch(arguments: list[str]) -> int:
    """Run the fuzz in a child, and say what it did last if it is killed."""
    with tempfile.NamedTemporaryFile() as trace:
        trace.write(bytes(mmap.PAGESIZE))
        trace.flush()
        words = [sys.executable, "-m", "fuzz", *arguments, "--trace", trace.name]
        with subprocess.Popen(words) as child:
            try:
                status = child.wait()
            except KeyboardInterrupt:
                child.send_signal(signal.SIGINT)
                return 130
        if status < 0:
            last = Path(trace.name).read_bytes().rstrip(b"\0").decode()
            why = _KILLED.get(signal.Signals(-status), signal.Signals(-status).name)
            print(f"FOUND killed: {why}\n  in {last}", flush=True)
        return 1 if status else 0


def _run(chosen: argparse.Namespace) -> int:
    """Run the fuzz in this process."""
    bound_memory()
    wanted = chosen.target or [each.name for each in TARGETS]
    targets = [each for each in TARGETS if each.name in wanted and each.name not in chosen.without]
    found: set[tuple[str, str]] = set()

    def tell(finding: Found) -> bool:
        if (finding.target, finding.oracle) not in found:
            found.add((finding.target, finding.oracle))
            print(_shown(finding), flush=True)
        return bool(chosen.keep_going)

    with put_back(chosen.put_back), open(chosen.trace, "r+b") as file:
        cases = explore(
            targets,
            chosen.seconds,
            first_seed=chosen.seed,
            shrink=not chosen.no_shrink,
            at=_tracer(file),
            tell=tell,
        )
    print(f"{cases} cases, {len(found)} findings")
    return 1 if found else 0


def _tracer(file: BinaryIO) -> Callable[[str, int, int], None]:
    """Give what notes the case at hand where the parent sees it, whatever becomes of the child."""
    page = mmap.mmap(file.fileno(), mmap.PAGESIZE)

    def at(target: str, number: int, count: int) -> None:
        text = f"{target}, seed {number}, case {count}".encode()
        page[: len(text) + 1] = text + b"\0"

    return at


_REPEATED = re.compile(r"(.{1,12}?)\1{30,}")
"""What the cases of sizes consist of; each unit is shown once, with a count."""


def _shown(found: Found) -> str:
    case = _REPEATED.sub(lambda run: f"{run[1]}«×{len(run[0]) // len(run[1])}»", found.case)
    return (
        f"FOUND {found.oracle} by {found.target!r}, seed {found.seed}\n"
        f"  {found.message[:_SHOWN]}\n  case: {case[:_SHOWN]}"
    )


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
