"""The command line in a bad place: streams closed, full or without end, and Ctrl-C at any moment.

All of it runs as a process of its own, as a shell would start it.
"""

import fcntl
import json
import os
import pty
import select
import shlex
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from citekit.cli import main

ROOT = Path(__file__).parent.parent
RECORDS = str(ROOT / "examples" / "records.json")
SCRIPT = Path(sys.executable).with_name("citekit")
PROGRAMS = [[sys.executable, "-m", "citekit"], [str(SCRIPT)]]
ONE = b'[{"id": "a", "type": "book", "title": "T", "author": [{"family": "Hu"}]}]'
HUGE = "/dev/zero"
VERBS = ["format", "cite", "key", "explain"]


def shell(words: str, *, program: int = 0, **rest: object) -> subprocess.CompletedProcess[bytes]:
    """Run `citekit` with *words*, redirections and all, and give what came out of it."""
    line = f"{shlex.join(PROGRAMS[program])} {words}"
    options: dict[str, object] = {"stdin": subprocess.DEVNULL, **rest}
    return subprocess.run(  # type: ignore[call-overload,no-any-return] # options as given
        ["bash", "-c", line], capture_output=True, timeout=120, check=False, **options
    )


def lines(text: bytes) -> list[str]:
    assert b"Traceback" not in text
    assert b"Exception ignored" not in text
    return text.decode().splitlines()


@pytest.fixture
def one(tmp_path: Path) -> str:
    path = tmp_path / "one.json"
    path.write_bytes(ONE)
    return str(path)


@pytest.fixture
def bad(tmp_path: Path) -> str:
    path = tmp_path / "bad.json"
    path.write_bytes(b"[3]")
    return str(path)


WRITERS = [f"{verb} {RECORDS} -q" for verb in VERBS]
WRITERS += ["styles nature", "--help", "--version", "format --help"]


class TestOutput:
    """A result that cannot be written is status 1 and one line on standard error."""

    @pytest.mark.parametrize(("to", "why"), [("> /dev/full", "No space left"), (">&-", "closed")])
    def test_of_each_command(self, to: str, why: str) -> None:
        for number, words in [*((0, each) for each in WRITERS), (1, WRITERS[0])]:
            done = shell(f"{words} {to}", program=number)
            assert done.returncode == 1, words
            (line,) = lines(done.stderr)
            assert line.startswith("citekit: cannot write to standard output: ")
            assert why in line

    def test_that_is_large(self) -> None:
        """More than a buffer holds, so that the fault comes while it is written, not at the end."""
        done = shell("styles > /dev/full")
        assert (done.returncode, len(lines(done.stderr))) == (1, 1)

    def test_that_was_opened_for_reading(self) -> None:
        done = shell(f"format {RECORDS} -q 1< {RECORDS}")
        assert (done.returncode, len(lines(done.stderr))) == (1, 1)

    @pytest.mark.parametrize("words", WRITERS)
    def test_that_nobody_reads(self, words: str) -> None:
        """As with `head`, which leaves when it has seen enough."""
        reader, writer = os.pipe()
        os.close(reader)
        command = [*PROGRAMS[0], *shlex.split(words)]
        done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
        os.close(writer)
        assert (done.returncode, done.stderr) == (0, b"")

    def test_head_sees_its_line(self) -> None:
        done = shell("styles | head -1; echo ${PIPESTATUS[@]}")
        assert done.stderr == b""
        assert done.stdout.endswith(b"\n0 0\n")

    def test_nobody_reads_and_the_data_are_bad(self, bad: str) -> None:
        done = shell(f"format {bad} --from csl_json | true; exit ${{PIPESTATUS[0]}}")
        assert done.returncode == 1
        assert lines(done.stderr)[0].startswith("citekit: record 1 was left out: ")


class TestErrors:
    """What is meant for standard error goes there or nowhere."""

    def test_a_closed_one_is_not_standard_output(self, bad: str) -> None:
        for words, status in [
            (f"format {RECORDS} -v", 0),
            (f"format {bad} --from csl_json", 1),
            ("format no-such-file", 1),
            (f"format {RECORDS} --style natur", 2),
            ("format", 2),
            ("nonsense", 2),
            ("styles xyzzy", 1),
        ]:
            open_, closed = shell(words), shell(f"{words} 2>&-")
            assert (closed.returncode, closed.stdout) == (status, open_.stdout), words
            assert lines(open_.stderr)

    def test_its_number_is_not_given_to_a_file(self) -> None:
        """Else a file that is read or written later would take what is meant for people."""
        code = (
            "import os, citekit.cli as cli;"
            "cli.main = lambda: os.write(1, str(os.open(os.devnull, os.O_RDONLY)).encode()) and 0;"
            "import citekit.__main__ as entry; entry.program()"
        )
        command = f"{sys.executable} -c {shlex.quote(code)} 2>&- <&-"
        done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
        assert (done.returncode, int(done.stdout) > 2) == (0, True)

    @pytest.mark.parametrize("to", ["2> /dev/full", "2>&1 | true", "2>&- >&-", "2>&1 > /dev/full"])
    def test_one_that_cannot_be_written_changes_no_status(self, to: str, bad: str) -> None:
        for words, status in [(f"format {bad} --from csl_json", 1), ("format --nope", 2)]:
            done = shell(f"{words} {to}; exit ${{PIPESTATUS[0]}}")
            assert done.returncode == status
            lines(done.stdout + done.stderr)

    def test_all_are_closed(self) -> None:
        assert shell(f"format {RECORDS} <&- >&- 2>&-").returncode == 1


class TestInput:
    """What cannot be read is status 1 and says what, and why."""

    @pytest.mark.parametrize(
        ("words", "why"),
        [
            ("- <&-", "cannot read standard input: it is closed"),
            ("- 0> /dev/null", "cannot read standard input"),
            ("/dev/stdin <&-", "cannot read the file|it is in no format|is in no format"),
            ("/", "cannot read the file: Is a directory"),
            ("''", "cannot read the file: No such file"),
            ("no-such-file", "cannot read the file: No such file"),
            ("/proc/self/mem", "cannot read the file: Input/output error"),
            (f"{RECORDS}/x", "cannot read the file: Not a directory"),
            ("x" * 5000, "cannot read the file: File name too long"),
        ],
    )
    def test_is_told(self, words: str, why: str) -> None:
        done = shell(f"key {words}")
        assert (done.returncode, done.stdout) == (1, b"")
        assert any(each in lines(done.stderr)[0] for each in why.split("|"))

    @pytest.mark.parametrize("verb", VERBS)
    def test_of_each_verb(self, verb: str) -> None:
        for words in ("no-such-file", "- <&-"):
            done = shell(f"{verb} {words}")
            assert (done.returncode, done.stdout, len(lines(done.stderr))) == (1, b"", 1)

    def test_links(self, tmp_path: Path) -> None:
        for name, target in [("loop", "loop"), ("dangling", "gone")]:
            (tmp_path / name).symlink_to(tmp_path / target)
            done = shell(f"format {tmp_path / name}")
            assert done.returncode == 1
            assert "cannot read the file" in lines(done.stderr)[0]

    def test_a_stream_that_does_not_wait(self) -> None:
        reader, writer = os.pipe()
        os.set_blocking(reader, False)
        done = shell("format -", stdin=reader)
        os.close(reader)
        os.close(writer)
        assert done.returncode == 1
        assert "temporarily unavailable" in lines(done.stderr)[0]


ENDLESS = [HUGE, f"- < {HUGE}", f"<(cat {HUGE})", "FIFO", f"/dev/stdin < {HUGE}"]


class TestLimit:
    """256 MiB of one source are read and no more, unless the caller says otherwise."""

    @pytest.mark.parametrize("source", [*ENDLESS, f"- < <(cat {HUGE})", "- < FIFO"])
    def test_what_has_no_end(self, source: str, tmp_path: Path) -> None:
        fifo = tmp_path / "fifo"
        os.mkfifo(fifo)
        feeder = f"(yes '[' > {fifo} 2> /dev/null &) ;" if "FIFO" in source else ""
        words = f"format {source.replace('FIFO', str(fifo))}"
        command = f"ulimit -v 1500000; {feeder} {shlex.join(PROGRAMS[0])} {words} 2>&1"
        done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
        assert done.returncode == 1
        (line, hint) = lines(done.stdout)
        assert "holds more than the limit of 256 MiB" in line
        where = "standard input" if source.startswith("- ") else source.split()[0]
        assert where in line or "/dev/fd" in line or str(fifo) in line
        assert "--max-bytes" in hint

    def test_more_than_there_is_memory_for(self) -> None:
        command = f"ulimit -v 600000; {shlex.join(PROGRAMS[0])} key {HUGE} --max-bytes none"
        done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
        assert done.returncode == 1
        assert lines(done.stderr) == ["citekit: there is not enough memory for this"]

    @pytest.mark.parametrize("verb", VERBS)
    def test_another_limit(self, verb: str, one: str) -> None:
        size = len(ONE)
        for source in (one, f"- < {one}"):
            assert shell(f"{verb} {source} --max-bytes {size}").returncode == 0
            done = shell(f"{verb} {source} --max-bytes {size - 1}")
            assert done.returncode == 1
            assert f"more than the limit of {size - 1} bytes" in lines(done.stderr)[0]


FORGED = "a\ncitekit: error: forged\r\u2028x\x1b[2J\x9b2J\u202eb\u2066c\u200f\u061c\ufeff\ud800\x00"


class TestMessages:
    """Each message is one line; what acts on a terminal is escaped in it."""

    @pytest.mark.parametrize("verb", VERBS)
    def test_nothing_of_the_data_forges_one(self, verb: str, tmp_path: Path) -> None:
        hostile = {
            FORGED: FORGED,
            "id": FORGED,
            "type": FORGED,
            "title": FORGED,
            "note": FORGED,
            "custom": {FORGED: FORGED},
            "DOI": FORGED,
            "issued": FORGED,
            "author": FORGED,
        }
        path = tmp_path / "hostile.json"
        path.write_text(json.dumps([hostile, {FORGED: 1, "title": "T"}, FORGED, 3]), "utf-8")
        for kind in ("csl_json", "raw"):
            done = shell(f"{verb} {path} --from {kind} -v")
            told = lines(done.stderr)
            assert "Traceback" not in str(told)
            assert len(told) > 3
            assert all(each.startswith(("citekit: ", "  ")) for each in told)
            assert all(each.isprintable() for each in told)
            assert not any(each.startswith("citekit: error: forged") for each in told)

    def test_nor_does_a_bibtex_key(self, tmp_path: Path) -> None:
        path = tmp_path / "hostile.bib"
        text = f"@book{{a\x1b[2J\u202e, title={{T}}, b\x9b2J\u2028c={{1}}}} @book{{{FORGED[:-2]}"
        path.write_bytes(text.encode())
        told = lines(shell(f"format {path} -v").stderr)
        assert told
        assert all(each.isprintable() for each in told)

    def test_nor_does_the_command_itself(self) -> None:
        for words in (
            "format $'x\\n\\x1b[2Jy'",
            "format $'\\xff\\n'",
            "key x --max-bytes $'1\\nx'",
        ):
            told = lines(shell(words).stderr)
            assert all(each.isprintable() for each in told)
            assert not any(each.startswith("\x1b") for each in told)

    def test_letters_are_left_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "x.json"
        path.write_text(json.dumps([{"title": "T", "می‌شود\u00a0黄土é": 1}]), "utf-8")
        assert "می‌شود\u00a0黄土é" in shell(f"key {path} -v").stderr.decode()


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, words: list[str]) -> None:
        self.end, inner = pty.openpty()
        self.process = subprocess.Popen(
            words,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(inner)

    def read_until(self, mark: bytes | None) -> bytes:
        """Give what it shows until *mark*, or to the end."""
        shown = b""
        while mark is None or mark not in shown:
            if not select.select([self.end], [], [], 60)[0]:
                self.process.kill()
                raise AssertionError(f"no {mark!r} after {shown!r}")
            try:
                chunk = os.read(self.end, 4096)
            except OSError:  # so Linux tells that the other end is closed
                chunk = b""
            if not chunk:
                break
            shown += chunk
        assert mark is None or mark in shown
        return shown

    def press_ctrl_c(self) -> None:
        """Check that this ends the program, and without a word."""
        os.write(self.end, b"\x03")
        shown = self.read_until(None)
        os.close(self.end)
        assert self.process.wait(60) == 130
        lines(shown)


def program(number: int, words: str) -> list[str]:
    """Give the command of a program that tells of each import when it is done."""
    inside = PROGRAMS[number][-2:] if number == 0 else PROGRAMS[number]
    return [sys.executable, "-X", "importtime", *inside, *shlex.split(words)]


IMPORTED = [
    *(" citekit.exports", "| citekit.cli", " argparse", " attr._make", " citekit.errors"),
    *(" citekit.model.names", "| citekit.cli.run", " citekit.styles.apa.formatter"),
    " citekit.exchange.raw.lines",
]


class TestInterrupt:
    """Ctrl-C ends it with status 130 and without a word, whatever it is doing."""

    @pytest.mark.parametrize("number", range(len(PROGRAMS)))
    @pytest.mark.parametrize("module", IMPORTED)
    def test_while_importing(self, module: str, number: int) -> None:
        terminal = Terminal(program(number, f"format {RECORDS}"))
        terminal.read_until(f"{module}\r\n".encode())
        terminal.press_ctrl_c()

    @pytest.mark.parametrize("words", ["-", "/dev/stdin", "<fifo>"])
    def test_while_waiting_for_input(self, words: str, tmp_path: Path) -> None:
        fifo = tmp_path / "fifo"
        os.mkfifo(fifo)
        terminal = Terminal(program(0, f"format {words.replace('<fifo>', str(fifo))}"))
        terminal.read_until(b" citekit.styles.locale_tags\r\n")
        time.sleep(0.2)
        terminal.press_ctrl_c()

    def test_while_working(self, tmp_path: Path) -> None:
        path = tmp_path / "many.json"
        path.write_text(json.dumps([{**json.loads(ONE)[0], "id": str(i)} for i in range(50_000)]))
        for later in (0.1, 0.7):
            terminal = Terminal(program(0, f"format {path}"))
            terminal.read_until(b" citekit.exchange.csl_json.read\r\n")
            time.sleep(later)
            terminal.press_ctrl_c()

    def test_while_printing(self) -> None:
        terminal = Terminal([*PROGRAMS[0], "styles"])
        terminal.read_until(b"\r\n")
        terminal.press_ctrl_c()

    def test_who_ignores_it_is_not_asked(self) -> None:
        """As `nohup` and a shell's `&` do: an interrupt is meant for others."""
        signalling = (
            f"{sys.executable} -c 'import os, signal; os.kill(os.getppid(), signal.SIGINT)'"
        )
        done = shell("styles nature", env={**os.environ})
        ignoring = f"trap '' INT; exec {shlex.join(PROGRAMS[0])} key <({signalling}; cat {RECORDS})"
        after = subprocess.run(["bash", "-c", ignoring], capture_output=True, check=False)
        assert (done.returncode, after.returncode, after.stderr[:7]) == (0, 0, b"citekit")

    def test_main_leaves_the_process_to_its_owner(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Called as a function, it gives the status and leaves the handler as it was."""

        def interrupt(*_: object) -> int:
            raise KeyboardInterrupt

        before = signal.getsignal(signal.SIGINT)
        monkeypatch.setattr("citekit.cli.run.run", interrupt)
        assert main([]) == 130
        assert signal.getsignal(signal.SIGINT) is before
