"""Every example in the README and the documentation runs, and prints what the page says.

* ``pycon`` blocks are doctests; the blocks of one page share their names.
* ``console`` blocks are commands (``$ citekit …``) followed by what they print.
* ``toml``, ``text`` and other blocks are not run.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [page for page in PAGES if "_build" not in page.parts]
BLOCK = re.compile(r"^(`{3,})(\w+)[^\n]*\n(.*?)^\1`*\s*$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def blocks(page: Path, language: str) -> list[tuple[int, str]]:
    text = page.read_text("utf-8")
    found = BLOCK.finditer(text)
    return [
        (text.count("\n", 0, each.start()) + 1, each[3]) for each in found if each[2] == language
    ]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_python_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    parser, names = doctest.DocTestParser(), {"__name__": "__main__"}
    runner = doctest.DocTestRunner(verbose=False, optionflags=FLAGS)
    for line, block in blocks(page, "pycon"):
        test = parser.get_doctest(block, names, name_of(page), str(page), line)
        assert test.examples, f"{page}:{line}: a pycon block without an example"
        runner.run(test, clear_globs=False)
        names = test.globs
    assert runner.summarize(verbose=False).failed == 0


def commands(page: Path) -> list[tuple[int, str, str]]:
    found = []
    for line, block in blocks(page, "console"):
        for chunk in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = chunk.partition("\n")
            found.append((line, command, output))
    return found


COMMANDS = [
    pytest.param(command, output, id=f"{name_of(page)}:{line}:{command}")
    for page in PAGES
    for line, command, output in commands(page)
    if command.startswith(("citekit ", "python -m citekit"))
]


@pytest.mark.parametrize(("command", "output"), COMMANDS)
def test_commands_print_what_the_page_says(command: str, output: str) -> None:
    words = shlex.split(command)
    words = words[3:] if words[0] == "python" else words[1:]
    done = subprocess.run(
        [sys.executable, "-m", "citekit", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "80"},
    )
    checker = doctest.OutputChecker()
    wanted = output.strip() + "\n"
    assert checker.check_output(wanted, done.stdout, FLAGS), done.stdout + done.stderr


def make_targets(page: Path) -> set[str]:
    return {
        command.split()[1]
        for _line, command, _output in commands(page)
        if command.startswith("make ")
    }


def test_the_make_targets_that_the_readme_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = make_targets(ROOT / "README.md")
    assert {"demo", "test"} <= named
    for target in named:
        assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), target
