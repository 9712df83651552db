"""A style from another package: installed, found by its entry point, and used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUGIN = Path(__file__).parent.parent / "examples" / "plugin"

SCRIPT = """
import citekit
work = citekit.Work(title="LLaMA", authors="Hugo Touvron, Thibaut Lavril, et al.", issued=2023,
                    venue="arXiv")
both = citekit.Work(title="On <i>", authors="A. Hu & B. Shen", issued=2022)
print(citekit.format(work, "house", output="markdown"))
print(citekit.format(both, "house", output="html", ampersand=True))
print(citekit.cite([work, both], "house", locator=7))
print([each.code for each in citekit.render(work, "house").diagnostics if each.field == "venue"])
try:
    citekit.format(work, "house", locale="de-DE")
except citekit.OptionError as error:
    print(error)
print("house" in citekit.registry.names("styles"))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("plugin")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install"),
            *("--no-deps", "--no-build-isolation", "--target", str(target), str(PLUGIN)),
        ],
        check=True,
    )
    return target


def test_the_example_plug_in_works_once_it_is_installed(installed: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert done.stdout.splitlines() == [
        "TOUVRON et al., *LLaMA* (2023)",
        "HU &amp; SHEN, <i>On &lt;i&gt;</i> (2022)",
        "[TOUVRON et al. 2023; HU and SHEN 2022: 7]",
        "['house-not-shown']",
        "style 'house' has no option 'locale'; its options are ampersand",
        "True",
    ], done.stderr


def test_without_it_the_name_is_unknown() -> None:
    code = "import citekit; citekit.format(citekit.Work(title='T'), 'house')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "UnknownNameError" in done.stderr
