"""LaTeX: balanced, nothing active from data, and TeX reads it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.text.entries import Layout
from citekit.text.nodes import Block, Format, Link, Math, Node, Quoted, RichText, Styled, Verbatim
from citekit.writers.latex import LatexWriter
from strategies import hostile_rich_texts

PDFLATEX = shutil.which("pdflatex")
PREAMBLE = (
    "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{textcomp,amsmath,hyperref}"
    "\\begin{document}\n"
)
HARMFUL = re.compile(r"\\(?:input|write|include|openin|openout|def|let|catcode|csname|immediate)")


def write(*nodes: Node) -> str:
    return LatexWriter().write(RichText(nodes))


def outside_of_verbatim(latex: str) -> str:
    return re.sub(r"\\begin\{verbatim\}\n.*?\n\\end\{verbatim\}\n", "", latex, flags=re.DOTALL)


class TestNodes:
    @pytest.mark.parametrize(
        ("nodes", "written"),
        [
            (
                [Styled(["a ", Styled(["b"], Format.BOLD)], Format.ITALIC)],
                "\\textit{a \\textbf{b}}",
            ),
            ([Styled(["a"], Format.NO_CASE)], "a"),
            ([Math("x^2")], "{$x^2$}"),
            ([Link(["a"], "https://x.y/%41")], "\\href{https://x.y/\\%41}{a}"),
            ([Link(["a"], "javascript:x")], "a"),
            (["a", Block(["b"], "indent")], "a\n\n\\hspace*{2em}b"),
        ],
    )
    def test_it(self, nodes: list[Node], written: str) -> None:
        assert write(*nodes) == written

    def test_quotation_marks(self) -> None:
        assert write(Quoted(["a"])) == write("“a”")


class TestVerbatim:
    def test_an_environment(self) -> None:
        assert (
            write(Verbatim("@misc{x,\n}\n")) == "\\begin{verbatim}\n@misc{x,\n}\n\\end{verbatim}\n"
        )

    @pytest.mark.parametrize("end", ["\\end{verbatim}", "\\end {verbatim}", "\\end\n{ verbatim}"])
    def test_text_that_would_end_it_is_written_in_lines(self, end: str) -> None:
        written = write(Verbatim(f"  a\n{end}\\write18{{x}}"))
        assert written.startswith("\\texttt{~~a}\\\\\n\\texttt{")
        assert "verbatim}" not in written
        assert "\\write" not in written


class TestBibliography:
    def test_a_list(self) -> None:
        entries = [("a", "[1] A."), ("b", "B.")]
        written = LatexWriter().bibliography(entries, Layout(hanging_indent=True))
        assert written.startswith("\\begin{list}{}{%\n  \\setlength{\\leftmargin}{2em}%\n")
        assert "\\setlength{\\itemindent}{-2em}" in written
        assert "\\setlength{\\itemsep}{1\\baselineskip}" in written
        assert written.endswith("\\item{} [1] A.\n\\item{} B.\n\\end{list}")

    def test_no_hanging_indent(self) -> None:
        written = LatexWriter().bibliography([("a", "A.")], Layout())
        assert "\\setlength{\\leftmargin}{0pt}" in written

    def test_no_entries_are_no_list(self) -> None:
        assert LatexWriter().bibliography([], Layout()) == ""


class TestSafety:
    @given(hostile_rich_texts())
    def test_braces_are_balanced(self, text: RichText) -> None:
        latex = re.sub(r"\\.", "", outside_of_verbatim(LatexWriter().write(text)), flags=re.DOTALL)
        depth = 0
        for char in latex:
            depth += (char == "{") - (char == "}")
            assert depth >= 0
        assert depth == 0

    @given(hostile_rich_texts())
    def test_no_control_sequence_comes_from_data(self, text: RichText) -> None:
        latex = outside_of_verbatim(LatexWriter().write(text))
        assert not HARMFUL.search(latex)
        assert "^^" not in latex

    @pytest.mark.skipif(PDFLATEX is None, reason="pdflatex is not on PATH")
    @settings(max_examples=1, deadline=None)
    @given(
        st.lists(
            hostile_rich_texts(st.text("a \\{}$&#^_%~<>\"'`[]-|*é\n", max_size=12)),
            min_size=60,
            max_size=60,
        )
    )
    def test_pdflatex_reads_it(
        self, tmp_path_factory: pytest.TempPathFactory, texts: list[RichText]
    ) -> None:
        folder: Path = tmp_path_factory.mktemp("latex")
        samples = [
            RichText(["\\write18{touch x} ^^5cinput ", Verbatim("\\end{verbatim}\\input{x}")]),
            RichText(["{}}{", Math("}{"), Math("\\input{x}"), Link(["%"], "https://x.y/%#&_~")]),
        ]
        entries = [("x", LatexWriter().write(text)) for text in samples + texts if text]
        body = LatexWriter().bibliography(entries, Layout(hanging_indent=True))
        source = f"{PREAMBLE}{body}\n\\end{{document}}\n"
        (folder / "x.tex").write_text(source, encoding="utf-8")
        command = [str(PDFLATEX), "-interaction=nonstopmode", "-halt-on-error", "x.tex"]
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout.decode("latin-1")[-2000:]
        assert not (folder / "x").exists()
