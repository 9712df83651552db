"""The lowest versions that `pyproject.toml` allows, as constraints for pip.

    python tools/floors.py pyproject.toml test

prints a line such as `lxml==5.4` for each package that citekit needs, that the extra `test` needs,
and that building needs. `make test-floors` installs just these and runs the tests, so that a floor
is a promise that somebody has tried.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,.-]+\])?\s*(?P<versions>[^;]*)(?:;.*)?")
_FLOOR = re.compile(r"(?:>=|==|~=)\s*([\w.]+)")


def requirements(project: dict[str, Any], extras: Iterable[str]) -> Iterator[str]:
    """Give the requirements of a `pyproject.toml`: of the package, of extras, and of building."""
    yield from project["build-system"]["requires"]
    yield from project["project"]["dependencies"]
    for extra in extras:
        yield from project["project"]["optional-dependencies"][extra]


def floor(requirement: str) -> str:
    """Give the lowest version that a requirement allows, as a constraint.

    Raises:
        ValueError: It has no floor.

    >>> floor("pyright[nodejs]>=1.1.380,<2")
    'pyright==1.1.380'
    """
    found = _REQUIREMENT.fullmatch(requirement.strip())
    lowest = _FLOOR.search(found["versions"]) if found else None
    if found is None or lowest is None:
        raise ValueError(f"{requirement!r} says no lowest version")
    return f"{found['name']}=={lowest[1]}"


def main(path: str, *extras: str) -> None:
    """Print the constraints, each once."""
    project = tomllib.loads(Path(path).read_text("utf-8"))
    print(*sorted({floor(each) for each in requirements(project, extras)}), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
