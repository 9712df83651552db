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
growth = "TITLE On Growth\\nBY D'Arcy Thompson\\nIN 1917\\n\\nTITLE Odd\\nON paper\\n"
loaded = citekit.loads(growth)
print([citekit.format(each) for each in loaded], loaded.failed[0].error.field)
print(citekit.dumps(loaded.works, "cards"), end="")
citekit.dump(loaded.works, FOLDER + "/x.cards")
print(list(citekit.iload(FOLDER + "/x.cards")) == list(citekit.load(FOLDER + "/x.cards")))
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
        [sys.executable, "-c", f"FOLDER = {str(installed)!r}\n{SCRIPT}"],
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
        "['Thompson, D. (1917). On growth.'] ON",
        "TITLE On Growth",
        "BY D'Arcy Thompson",
        "IN 1917",
        "True",
    ], done.stderr


def test_the_command_line_knows_its_format(installed: Path, tmp_path: Path) -> None:
    path = tmp_path / "growth.cards"
    path.write_text("TITLE On Growth\nBY D'Arcy Thompson\nIN 1917\n")
    done = subprocess.run(
        [sys.executable, "-m", "citekit", "format", str(path), "--quiet"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert done.stdout == "Thompson, D. (1917). On growth.\n", done.stderr


def test_without_it_the_name_is_unknown() -> None:
    code = "import citekit; citekit.format(citekit.Work(title='T'), 'house')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "UnknownNameError" in done.stderr
