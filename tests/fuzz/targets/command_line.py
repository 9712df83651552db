"""The command line: what is wrong is said on standard error, with the right status, in one line."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from hypothesis import strategies as st

from citekit.cli import main
from fuzz.finding import expect
from fuzz.generators.bibtex_files import mutated_files
from fuzz.generators.records import items
from fuzz.generators.text import hostile
from fuzz.oracles.characters import check_characters
from fuzz.targets.target import Target

__all__ = ["TARGETS"]

_ITEM = json.dumps([{"id": "x", "type": "book", "title": "Zzaaa"}])
_GOOD_LOCALES = ["en-US", "de-DE", "de", "fr-XX", "de-ZZ"]
_BAD_LOCALES = ["de-../../x", "qq", "en_US_x", "", "../x", "x", "d", "-", "de-", "\u202e", "zzz-ZZ"]
_OPTIONS: dict[str, tuple[str, list[str], list[str]]] = {
    "--style": ("format cite", ["apa", "nature", "bibtex", "csl:apa"], ["zz", "../x", "csl:"]),
    "--output": ("format cite", ["html", "latex", "rst", "ansi"], ["zz", "", "\n"]),
    "--locale": ("format cite explain", _GOOD_LOCALES, _BAD_LOCALES),
    "--engine": ("format cite", ["citekit"], ["zz", ""]),
    "--label": ("cite", ["page", "chapter"], ["zz", "", "pages!"]),
    "--pattern": ("key", ["{family}{year}", "{title}"], ["{nope}", "{", "}", "{family:zz}"]),
    "--from": ("format cite key", ["csl_json"], ["zz", ""]),
}


@st.composite
def _commands(draw: st.DrawFn) -> tuple[list[str], bool]:
    """Give a command and whether its options are right."""
    verb = draw(st.sampled_from(["format", "cite", "key", "explain"]))
    fitting = sorted(name for name, (verbs, _, _) in _OPTIONS.items() if verb in verbs.split())
    words, right = [verb], True
    for name in draw(st.sets(st.sampled_from(fitting), max_size=2)):
        good = draw(st.integers(0, 2)) > 0
        words += [f"{name}={draw(st.sampled_from(_OPTIONS[name][1 if good else 2]))}"]
        right = right and good
    words += draw(st.sampled_from([[], ["-v"], ["-q"]]))
    if verb == "cite" and draw(st.booleans()):
        words += [f"--locator={draw(hostile)}"]
    return words, right


@st.composite
def _contents(draw: st.DrawFn) -> str:
    forged = draw(st.sampled_from(["\ncitekit: forged", "\r citekit: forged", "x"]))
    item = {**draw(items()), forged: "x", "custom": {forged: forged}}
    if draw(st.booleans()):
        item = {**item, draw(st.sampled_from(["id", "type", "DOI", "issued", "author"])): forged}
    return draw(
        st.just(json.dumps([item])) | st.just(json.dumps({forged: [item]})) | mutated_files()
    )


@contextlib.contextmanager
def _file(content: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "records")
        with open(path, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(content)
        yield path


def check_command(case: tuple[tuple[list[str], bool], str]) -> None:
    """A command on a file, in this process."""
    (words, right), content = case
    out, err = io.StringIO(), io.StringIO()
    with (
        _file(content if right else _ITEM) as path,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            status = main([*words, path])
        except SystemExit as stopped:  # argparse's way to say 2
            status = int(str(stopped.code))
    said = f"{status} of {words!a}: {err.getvalue()[-300:]!a}"
    expect(status in (0, 1, 2), "status", said)
    expect(right or status == 2, "status", f"a wrong option gives {said}")
    expect(
        not right or status != 2 or _not_for(err.getvalue()),
        "status",
        f"right options give {said}",
    )
    check_stderr(err.getvalue())
    check_characters(out.getvalue(), "ansi")
    if status == 0 and "--locale=fr-XX" in words and "-q" not in words:
        expect("fr-XX" in err.getvalue(), "locale", f"nothing is said of an unknown region: {said}")


def _not_for(said: str) -> bool:
    """Whether an option is right, but not for that style, or the data is in no known format."""
    return any(clause in said for clause in ("has no option", "English only", "format"))


_LINE = re.compile(r"citekit: (?!forged).*|  hint: .*|  it begins: .*|usage: .*|  .*|")


def check_stderr(text: str) -> None:
    """Every line is citekit's or argparse's own, and none is forged by data."""
    check_characters(text, "standard error")
    for line in re.split("[\n\r]", text):
        expect(_LINE.fullmatch(line), "forged", f"{line!a} on standard error")
    expect("Traceback" not in text, "traceback", text[-2000:])


_REDIRECTED = ["> /dev/full", ">&-", "<&-", "2>&-", "2>/dev/full", ">&- 2>&-", "| head -c 1", ""]


def check_redirected(case: tuple[str, list[str]]) -> None:
    """A command in a shell, with streams that are closed or full."""
    redirected, words = case
    with _file(_ITEM) as path:
        quoted = " ".join(f"'{word}'" for word in [*words, path])
        program = f"'{sys.executable}' -c 'from fuzz.put_back import program; program()'"
        command = f"{program} {quoted} {redirected}"
        done = subprocess.run(
            ["bash", "-c", command],
            capture_output=True,
            check=False,
            timeout=60,
            stdin=subprocess.DEVNULL,
        )
    err = done.stderr.decode("utf-8", "replace")
    check_stderr(err)
    if "2>" in redirected:
        expect(
            b"citekit:" not in done.stdout,
            "streams",
            f"an error on standard output: {done.stdout!r}",
        )
    if redirected in ("> /dev/full", ">&-"):
        expect(done.returncode == 1, "status", f"{done.returncode} of {command}")
    expect(done.returncode in (0, 1, 2), "status", f"{done.returncode} of {command}: {err[-500:]}")


_SPARED = ("citekit.__main__", "citekit.interrupt")
"""What is imported before Ctrl-C can be looked after."""
_INTERRUPTED = """
import os, signal, sys
from fuzz.put_back import program
left, began = {left}, False
class Finder:
    def find_spec(self, name, path=None, target=None):
        global left, began
        began = began or name == "citekit.__main__"
        if began and name.startswith("citekit.") and name not in {spared}:
            left -= 1
            if left < 0:
                sys.meta_path.remove(self)
                os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
sys.argv = ["citekit", "format", {path!r}]
signal.signal(signal.SIGINT, signal.default_int_handler)
program()
"""


def check_interrupted(left: int) -> None:
    """Ctrl-C while the command imports what it needs: status 130 and no traceback."""
    with _file(_ITEM) as path:
        program = _INTERRUPTED.format(left=left, path=path, spared=_SPARED)
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=False, timeout=60
        )
    check_stderr(done.stderr.decode("utf-8", "replace"))
    expect(done.returncode in (0, 130), "status", f"{done.returncode} when interrupted")


_redirections = st.tuples(
    st.sampled_from(_REDIRECTED),
    st.sampled_from([["format"], ["key"], ["cite"], ["format", "--style=zz"], ["styles", "xyzzy"]]),
)
TARGETS = (
    Target("commands", st.tuples(_commands(), _contents()), check_command, batch=25),
    Target("redirected", _redirections, check_redirected, seconds=10, batch=3),
    Target("interrupted", st.integers(0, 60), check_interrupted, seconds=10, batch=2),
)
