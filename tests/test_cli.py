"""The command line: what it prints, where, and its exit status."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from citekit.cli import main

ROOT = Path(__file__).parent.parent
RECORDS = str(ROOT / "examples" / "records.json")
GOOD = (
    '[{"id": "hu", "type": "book", "title": "LoRA", "author": [{"family": "Hu", "given": "E."}]}]'
)

_NO_FILE = "/no/such/file"
_NO_LOCALES = [
    "de-../../x",
    "qq",
    "eo",
    "",
    "x" * 100_000,
    "de\n",
    "../de",
    "de-DE.UTF-8",
    "\udcff",
]
_NO_STYLES = ["natur", "", "csl:", "csl:x", "../nature", "/dev/zero", "a\nb", "\x1b[2J", "x" * 9999]
_NO_PATTERNS = ["{nope}", "", "x", "{", "{year", "{family} {year}", "é\x1b", "{family}" * 99]
_NO_SIZES = ["0", "-1", "1.5", "1T", "x\n", "", "1kk", "٣", "9" * 20, "1 K", "K"]
MISUSE = [
    *(
        [verb, _NO_FILE, "--from", name]
        for verb in ("format", "cite", "key", "explain")
        for name in ("nonsense", "", "csl-json\n")
    ),
    *(
        [verb, _NO_FILE, *style, "--locale", tag]
        for verb in ("format", "cite", "explain")
        for style in ([], ["--style", "nature"])
        for tag in _NO_LOCALES
    ),
    *(["format", _NO_FILE, "--style", "bibtex", "--locale", tag] for tag in ("de", "en", "qq")),
    *(
        [verb, _NO_FILE, "--style", style]
        for verb in ("format", "cite", "explain")
        for style in _NO_STYLES
    ),
    ["explain", _NO_FILE, "--style", "apa"],
    *([verb, _NO_FILE, "--output", "htm"] for verb in ("format", "cite")),
    ["format", _NO_FILE, "--output", ""],
    ["format", _NO_FILE, "--style", "nature", "--engine", "x"],
    ["cite", _NO_FILE, "--style", "nature", "--engine", ""],
    ["format", _NO_FILE, "--engine", "citeproc-py"],
    ["format", _NO_FILE, "--style", "bibtex", "--no-links"],
    *(["cite", _NO_FILE, "--label", label] for label in ("zz", "", "pages\n")),
    ["cite", _NO_FILE, "--locator", "1", "--label", "zz"],
    ["cite", _NO_FILE, "--narrative", "--suppress-author"],
    *(["key", _NO_FILE, "--pattern", pattern] for pattern in _NO_PATTERNS),
    *(["key", _NO_FILE, f"--max-bytes={size}"] for size in _NO_SIZES),
    *([verb, _NO_FILE, "--encoding", "klingon\n"] for verb in ("format", "cite", "key", "explain")),
    *(["key", _NO_FILE, f"--encoding={name}"] for name in ("", "base64", "x" * 9999)),
    *(["format", _NO_FILE, *more] for more in (["-q", "-v"], ["x"], ["--sty", "apa"], ["--\x1b"])),
    *(["key", _NO_FILE, "--style", "apa"], ["styles", "--from", "bibtex"]),
    *([], ["nonsense"], ["format"], ["format\n"], ["--nope"], ["format", _NO_FILE, "--label", "x"]),
]


def run(*words: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "citekit", *words],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **env},
    )


class TestCommands:
    def test_format_prints_a_bibliography(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["format", RECORDS, "--style", "apa"]) == 0
        out = capsys.readouterr().out
        assert "OpenAI. (2023). GPT-4 technical report. arXiv." in out
        assert out.endswith("\n")
        assert len(out.splitlines()) == 7  # four entries, with a blank line between

    def test_a_csl_style_as_html(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["format", RECORDS, "--style", "nature", "--output", "html"]) == 0
        assert "<i>" in capsys.readouterr().out

    def test_bibtex(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["format", RECORDS, "--style", "bibtex"]) == 0
        assert "@misc{touvron2023llama," in capsys.readouterr().out

    def test_key_prints_one_key_a_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["key", RECORDS, "-q"]) == 0
        assert capsys.readouterr().out.split() == [
            "touvron2023llama",
            "kirillov2023segment",
            "openai2023gpt4",
            "hu2022lora",
        ]

    def test_key_takes_a_pattern(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["key", RECORDS, "--pattern", "{family}{year}"]) == 0
        assert capsys.readouterr().out.startswith("touvron2023\n")

    def test_cite_prints_one_citation_a_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["cite", RECORDS, "--narrative"]) == 0
        assert capsys.readouterr().out.splitlines()[0] == "Touvron et al. (2023)"
        assert main(["cite", RECORDS, "--locator", "3", "--label", "chapter"]) == 0
        assert capsys.readouterr().out.splitlines()[3] == "(Hu et al., 2022, Chapter 3)"

    def test_styles_are_searched_by_id_and_title(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["styles", "nature"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert "nature\tNature" in lines
        assert main(["styles", "no", "such", "style", "xyzzy"]) == 1

    def test_explain_prints_a_table_for_each_record(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["explain", RECORDS, "--style", "nature", "-q"]) == 0
        tables = capsys.readouterr().out.split("\n\n")
        assert [table.split("\n")[0] for table in tables] == [
            "touvron2023llama", "kirillov2023segment", "openai2023gpt4", "hu2022lora",
        ]  # fmt: skip
        for table in tables:
            head, first, *_ = table.split("\n")[1:]
            assert head.split() == ["text", "line", "element", "shows", "macros"]
            assert first.startswith("'1'")
            assert first.endswith("citation-number")

    def test_explain_takes_citations_and_a_locale(self, capsys: pytest.CaptureFixture[str]) -> None:
        words = ["explain", RECORDS, "--citation", "--locale", "de-DE"]
        assert main(words) == 0
        out, err = capsys.readouterr()
        assert "'Kirillov '" in out
        assert "term et-al" in out
        assert "Segment Anything" not in out
        assert err  # what was guessed in the records

    def test_standard_input_and_the_module(self) -> None:
        done = run("format", "-", stdin=GOOD.encode())
        assert (done.returncode, done.stdout) == (0, b"Hu, E. (n.d.). LoRA.\n")

    @pytest.mark.parametrize("source", ["-", "file"])
    def test_an_encoding(self, source: str, tmp_path: Path) -> None:
        data = "@book{a, title = {Škvorecký}}".encode("cp1250")
        path = tmp_path / "x.bib"
        path.write_bytes(data)
        name = "-" if source == "-" else str(path)
        wrong = run("format", name, stdin=data)
        assert (wrong.returncode, b"name its encoding" in wrong.stderr) == (1, True)
        right = run("format", name, "--encoding", "cp1250", stdin=data)
        assert right.stdout.decode() == "Škvorecký. (n.d.).\n"

    def test_a_locale(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["format", RECORDS, "--style", "csl:apa", "--locale", "de-DE"]) == 0
        assert "In" in capsys.readouterr().out

    def test_it_prints_utf8_whatever_the_terminal(self) -> None:
        record = json.dumps([{"type": "book", "title": "黄土高原", "authors": "李明"}])
        done = run("format", "-", "--from", "raw", stdin=record.encode(), PYTHONIOENCODING="ascii")
        assert "黄土高原" in done.stdout.decode("utf-8")


class TestStatus:
    def test_a_failed_record_is_1_and_the_rest_is_printed(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "x.json"
        path.write_text(json.dumps([json.loads(GOOD)[0], 3]), "utf-8")
        assert main(["format", str(path), "--from", "csl_json"]) == 1
        out, err = capsys.readouterr()
        assert "LoRA" in out
        assert "was left out" in err

    @pytest.mark.parametrize("words", MISUSE, ids=lambda each: "-".join(each)[:60])
    def test_misuse_is_2_whatever_the_data_are(
        self, words: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The file is not there: who looks at it before the options would say 1."""
        with pytest.raises(SystemExit) as caught:
            raise SystemExit(main(words))
        assert caught.value.code == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert all(line.isprintable() for line in err.splitlines())
        assert re.match("citekit: |usage: citekit", err)

    @pytest.mark.parametrize("size", ["1k", "1K", "9M", "2g", "None", "007777"])
    def test_sizes(self, size: str) -> None:
        assert main(["key", RECORDS, "-q", "--max-bytes", size]) == (1 if size[0] == "1" else 0)

    @pytest.mark.parametrize("verb", [["format", "--style", "nature"], ["cite"], ["explain"]])
    def test_a_region_without_a_locale_is_a_warning(
        self, verb: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main([*verb, RECORDS, "--locale", "en-XX"]) == 0
        told = [each for each in capsys.readouterr().err.splitlines() if "'en-XX'" in each]
        assert len(told) == 1
        assert "has no locale 'en-XX'; 'en-US' stands in for it" in told[0]

    @pytest.mark.parametrize(
        "stdin", [b"", b"just words", b"\xff\xfe", b"[", b'{"a": ', b"[" * 100_000, b"\x00" * 100]
    )
    def test_bad_data_is_1_without_a_traceback(self, stdin: bytes) -> None:
        done = run("format", "-", stdin=stdin)
        assert done.returncode == 1, done
        assert done.stdout == b""
        assert done.stderr.startswith(b"citekit: ")
        assert b"Traceback" not in done.stderr

    def test_a_missing_file_is_1(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["format", "/no/such/file.bib"]) == 1
        assert "cannot read the file" in capsys.readouterr().err

    def test_a_reader_that_leaves_early_is_no_error(self) -> None:
        done = subprocess.run(
            f'"{sys.executable}" -m citekit styles | head -n 1',
            shell=True,
            capture_output=True,
            check=False,
        )
        assert done.stderr == b""


class TestDiagnostics:
    def test_warnings_go_to_standard_error_and_can_be_hushed(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(["key", RECORDS, "-v"])
        loud = capsys.readouterr().err
        main(["key", RECORDS])
        usual = capsys.readouterr().err
        main(["key", RECORDS, "-q"])
        assert capsys.readouterr().err == ""
        assert len(loud) > len(usual)

    def test_escape_sequences_of_data_never_reach_the_terminal(self) -> None:
        record = json.dumps([{"type": "\x1b[31mred", "title": "\x1b]0;x\x07", "issued": "\x1b[2J"}])
        done = run("format", "-", "--from", "raw", "-v", stdin=record.encode())
        assert b"\x1b" not in done.stdout + done.stderr

    def test_version_and_help(self, capsys: pytest.CaptureFixture[str]) -> None:
        for option in ("--version", "--help"):
            with pytest.raises(SystemExit) as caught:
                main([option])
            assert caught.value.code == 0
            assert "citekit" in capsys.readouterr().out
