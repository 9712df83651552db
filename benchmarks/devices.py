"""What each device for speed buys: the same job with it and without it, in turn.

    python benchmarks/devices.py [--runs N]

Each job runs in a fresh process, which first takes the device out (a line or two of Python that put
the plain way in its place) or leaves it, and prints its CPU seconds. The processes alternate; the
table has the median of the ratios *without / with*. `docs/speed.md` says where each device is and
what must stay true for it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

HERE = Path(__file__).parent

_FIRST: Final = """
import citekit
work = citekit.Work(title="On Growth", authors="Jane Roe", issued=2020, venue="Nature")
citekit.format(work, "nature")
print(time.process_time())
"""
_IMPORT: Final = "import citekit; print(time.process_time())"
_WORKS: Final = """
import json, works, citekit
from citekit import Citation
found = citekit.loads(json.dumps(works.make_items(1000)), "csl_json").works
style = citekit.csl("{style}")
asked = [Citation(work.id) for work in found]
def job():
    citekit.render(found, style, citations=asked, output="html")
job()
{context}
start = time.process_time()
with context:
    for _ in range({times}): job()
print(time.process_time() - start)
"""


def _rendering(style: str, *, context: str = "citekit.paused_gc()", times: int = 3) -> str:
    return _WORKS.format(style=style, context=f"context = {context}", times=times)


class Device(NamedTuple):
    """A device, how it is taken out, and the job that it is for."""

    name: str
    without: str
    job: str
    job_without: str = ""
    """The job without the device, where that is not the same one after `without`."""


DEVICES: Final = (
    Device(
        "names loaded when used (PEP 562)",
        "",
        _IMPORT,
        "import citekit; [getattr(citekit, name) for name in citekit.__all__]; "
        "print(time.process_time())",
    ),
    Device(
        "patterns compiled when used",
        "import re, citekit.speed.lazy as m; m.lazy = lambda source, flags=0: "
        "re.compile(source, flags)",
        _FIRST,
    ),
    Device(
        "methods shared by classes",
        "import citekit.speed.records as m; m.shared_methods = m.shared_repr = lambda cls: cls",
        _FIRST,
    ),
    Device(
        "flat text from the engine to the writer",
        "import citekit.styles.csl.marked.finish as m; m.flat_text = lambda text: None",
        _rendering("nature"),
    ),
    Device(
        "works prepared once",
        "from citekit.styles.csl.item.remember import Remembered as R; "
        "R.__call__ = lambda self, key: self._function(key)",
        _rendering("nature"),
    ),
    Device(
        "nodes built without checks",
        "import citekit.text.nodes as n, citekit.text.flat as f, "
        "citekit.styles.csl.marked.finish as m; "
        "f.flat_text = m.flat_text = lambda text: None; "
        "f.styled = m.styled = n.Styled; f.block = m.block = n.Block; m.rich_text = n.RichText",
        "import citekit.styles.csl.marked.finish as m; m.flat_text = lambda text: None"
        + _rendering("nature"),
    ),
    Device(
        "a document without the collector",
        "",
        _rendering("apa"),
        _rendering("apa", context="__import__('contextlib').nullcontext()"),
    ),
)


def seconds(code: str) -> float:
    """Run code in a fresh process and give the CPU seconds that it prints."""
    path = os.pathsep.join(filter(None, (str(HERE), os.environ.get("PYTHONPATH", ""))))
    done = subprocess.run(
        [sys.executable, "-c", f"import time\n{code}"],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def ratio(device: Device, runs: int) -> float:
    """Give the median of the ratios without / with the device."""
    found = []
    job_without = device.job_without or device.job
    for _ in range(runs):
        with_it = seconds(device.job)
        without = seconds(f"{device.without}\n{job_without}")
        found.append(without / with_it)
    return statistics.median(found)


def main() -> None:
    parser = argparse.ArgumentParser(description="What each device for speed buys.")
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    print("| device | CPU time without it, with it being 1 |\n|---|---|")
    for device in DEVICES:
        print(f"| {device.name} | {ratio(device, runs):.2f} |", flush=True)


if __name__ == "__main__":
    main()
