"""Faults that citekit once had, put back one at a time: does the fuzz still find them?

`python -m fuzz.put_back` runs the whole fuzz on citekit with each fault in turn, from the same
seed, and prints how long it took to find it. A fault is put back by replacing what mended it in the
running process; nothing is written.
"""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, NamedTuple

from fuzz.generators.text import BIDI

__all__ = ["FAULTS", "main", "put_back"]

_Old = Callable[[Any], Any]


class Fault(NamedTuple):
    """What to replace, and by what.

    Args:
        replaced: Names of attributes as "module:attribute", below `citekit`, and for each what
            makes the faulty value of the one that is there.
    """

    replaced: Mapping[str, _Old]

    def plant(self) -> None:
        """Replace them, in this process and for good."""
        for place, old in self.replaced.items():
            module, _, name = place.partition(":")
            owner = importlib.import_module(f"citekit.{module}")
            setattr(owner, name, old(getattr(owner, name)))

    def missing(self) -> list[str]:
        """Name what is not there any more, so that the fault could not be put back."""
        places = (place.partition(":") for place in self.replaced)
        return [
            f"{module}:{name}"
            for module, _, name in places
            if not hasattr(importlib.import_module(f"citekit.{module}"), name)
        ]


def _same(_: Any) -> Any:
    return lambda value: value


def _yes(_: Any) -> Any:
    return lambda _value: True


def _percent_encoded(kind: Callable[[str], str]) -> Any:
    return lambda name: "address" if name in ("eprintclass", "primaryclass") else kind(name)


def _raw(_: Any) -> Any:
    return lambda cluster, *_rest: (cluster, "latex-unencodable")


def _but_for_bidi(clean: Callable[[str], str]) -> Any:
    return lambda text: text if BIDI.search(text) else clean(text)


FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "0 percent signs in a text field": Fault(
            {"exchange.bibtex.write:field_kind": _percent_encoded}
        ),
        "1 raw specials under marks": Fault(
            {
                "latex.encode:_ACCENTED_SIGNS": lambda _: frozenset(),
                "latex.encode:_with_raw_marks": _raw,
            }
        ),
        "5 dates kept as text": Fault({"parsing.dates.parts:clean": _but_for_bidi}),
        "5 initials": Fault(
            {
                "styles.csl.compile.people.initials:undirected": _same,
                "styles.csl.compile.people.initials:balanced": _same,
            }
        ),
        "6 names of nothing": Fault({"model.values:prints": _yes}),
    }
)
"""The faults of which the fuzz must be able to find each within two minutes."""


@contextmanager
def put_back(fault: str | None) -> Iterator[None]:
    """Have a fault in citekit, or none. There is no way back but another process."""
    if fault is not None:
        FAULTS[fault].plant()
    yield


def main(arguments: list[str] | None = None) -> int:
    """Print, for each fault, the seconds until it is found and what found it."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.put_back")
    parser.add_argument("fault", nargs="*", choices=[[], *FAULTS], help="these alone")
    parser.add_argument("--seconds", type=float, default=120, help="CPU time for each (120)")
    chosen = parser.parse_args(arguments)
    missed = 0
    for fault in chosen.fault or FAULTS:
        found, seconds, first = _look_for(fault, chosen.seconds)
        missed += not found
        print(
            f"{fault:<34} {f'{seconds:6.1f} s' if found else '  missed'}  {first[:110]}", flush=True
        )
    return 1 if missed else 0


def _look_for(fault: str, seconds: float) -> tuple[bool, float, str]:
    began = time.monotonic()
    words = ["--put-back", fault, "--seconds", f"{seconds:g}", "--no-shrink"]
    done = subprocess.run(
        [sys.executable, "-m", "fuzz", *words], capture_output=True, check=False, text=True
    )
    lines = (done.stdout + done.stderr).splitlines() or [""]
    first = next((line for line in lines if line.startswith("FOUND")), lines[-1])
    return first.startswith("FOUND"), time.monotonic() - began, first


if __name__ == "__main__":
    sys.exit(main())
