"""Faults that citekit once had, put back one at a time: does the fuzz still find them?

`python -m fuzz.put_back` runs the whole fuzz on citekit with each fault in turn, from the same
seed, and prints how long it took to find it. A fault is put back by replacing what mended it in the
running process; nothing is written.
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import runpy
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, NamedTuple

from lxml import etree

from citekit.styles.csl.source.load import _schema_file
from fuzz.generators.text import BIDI

__all__ = ["FAULTS", "main", "program", "put_back"]

IN_CHILDREN = "CITEKIT_FUZZ_FAULT"
"""The environment variable that tells processes of the fuzz which fault is put back."""

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


def _none(_: Any) -> Any:
    return lambda *_: None


def _yes(_: Any) -> Any:
    return lambda _value: True


def _percent_encoded(kind: Callable[[str], str]) -> Any:
    return lambda name: "address" if name in ("eprintclass", "primaryclass") else kind(name)


def _raw(_: Any) -> Any:
    return lambda cluster, *_rest: (cluster, "latex-unencodable")


def _but_for_bidi(clean: Callable[[str], str]) -> Any:
    return lambda text: text if BIDI.search(text) else clean(text)


def _schema_first(check: Callable[[Any], Any]) -> Any:
    def old(root: etree._Element) -> Any:
        etree.RelaxNG(etree.parse(_schema_file())).validate(root)
        return check(root)

    return old


def _no_limit(_: Any) -> Any:
    return lambda _scope: 10**15


def _old_pages(codecs: Mapping[str, Any]) -> Any:
    dashes = re.compile(r"\s*[–—]+\s*")
    return {**codecs, "pages": lambda reading, raw, _: dashes.sub("–", str(reading.rich(raw)))}


def _told_at_info(diagnostic: Callable[..., Any]) -> Any:
    return lambda **values: diagnostic(**{**values, "severity": "info"})


def _without_limit(limit: Callable[..., Any]) -> Any:
    return lambda noun, name, _max_bytes: limit(noun, name, None)


def _printed(_: Any) -> Any:
    return lambda text: print(text, flush=True)


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
        "2 the schema sees attributes": Fault(
            {"styles.csl.style.attributes:check_attributes": _schema_first}
        ),
        "4 macros without a limit": Fault({"styles.csl.compile.budget:limit": _no_limit}),
        "3 a quadratic pattern": Fault({"exchange.bibtex.read:_CODECS": _old_pages}),
        "5 dates kept as text": Fault({"parsing.dates.parts:clean": _but_for_bidi}),
        "5 initials": Fault(
            {
                "styles.csl.compile.people.initials:undirected": _same,
                "styles.csl.compile.people.initials:balanced": _same,
            }
        ),
        "6 names of nothing": Fault({"model.values:prints": _yes}),
        "7 forged lines": Fault({"cli.streams:in_line": _same}),
        "7 misuse is 1": Fault({"cli.run:_MISUSE": lambda misuse: misuse[:2]}),
        "7 any locale": Fault(
            {"styles.apa:check_tag": _same, "styles.csl.style.locales:check_tag": _same}
        ),
        "7 full or closed streams": Fault({"cli.commands:print_result": _printed}),
        "7 Ctrl-C": Fault({"interrupt:end_when_interrupted": _none}),
        "8 reading without end": Fault({"api.files:Limit": _without_limit}),
        "9 silent conversions": Fault({"exchange.csl_json.read:foreign_type": _none}),
        "9 losses at info": Fault({"styles.apa.unshown:Diagnostic": _told_at_info}),
    }
)
"""The faults of which the fuzz must be able to find each within two minutes."""


@contextmanager
def put_back(fault: str | None) -> Iterator[None]:
    """Have a fault in citekit, or none. There is no way back but another process."""
    if fault is not None:
        FAULTS[fault].plant()
        os.environ[IN_CHILDREN] = fault
    yield


def program() -> None:
    """Run the command `citekit` in a process of its own, with the fault of the parent."""
    with put_back(os.environ.get(IN_CHILDREN)):
        runpy.run_module("citekit", run_name="__main__", alter_sys=True)


def main(arguments: list[str] | None = None) -> int:
    """Print, for each fault, the seconds until it is found and what found it."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.put_back")
    parser.add_argument("fault", nargs="*", help="these alone, by how they begin")
    parser.add_argument("--seconds", type=float, default=120, help="CPU time for each (120)")
    parser.add_argument("--without", action="append", default=[], help="do not try these targets")
    chosen = parser.parse_args(arguments)
    missed = 0
    for fault in filter(lambda name: name.startswith(tuple(chosen.fault or [""])), FAULTS):
        found, seconds, first = _look_for(fault, chosen.seconds, chosen.without)
        missed += not found
        print(
            f"{fault:<34} {f'{seconds:6.1f} s' if found else '  missed'}  {first[:110]}", flush=True
        )
    return 1 if missed else 0


def _look_for(fault: str, seconds: float, without: list[str]) -> tuple[bool, float, str]:
    began = time.monotonic()
    words = ["--put-back", fault, "--seconds", f"{seconds:g}", "--no-shrink"]
    words += [f"--without={name}" for name in without]
    done = subprocess.run(
        [sys.executable, "-m", "fuzz", *words], capture_output=True, check=False, text=True
    )
    lines = (done.stdout + done.stderr).splitlines() or [""]
    first = next((line for line in lines if line.startswith("FOUND")), lines[-1])
    return first.startswith("FOUND"), time.monotonic() - began, first


if __name__ == "__main__":
    sys.exit(main())
