"""The tables of pylatexenc, as far as they can be trusted."""

import json
import subprocess
import sys

import pytest

from citekit.latex.commands import MATH_MACROS, TEXT_MACROS
from citekit.latex.symbols import macro_text, symbol_latex


class TestMacros:
    """Control words that stand for the same text everywhere."""

    @pytest.mark.parametrize(("name", "text"), [("ss", "ß"), ("alpha", "α"), ("texteuro", "€")])
    def test_known(self, name: str, text: str) -> None:
        assert macro_text(name) == text

    @pytest.mark.parametrize("name", ["emph", "frac", "today", "nosuchmacro", "x" * 1000])
    def test_not_text(self, name: str) -> None:
        assert macro_text(name) is None


class TestCharacters:
    """A row of the table is used only where it comes back as the same character."""

    @pytest.mark.parametrize("char", "Αű黄‖ˆ∆a")
    def test_rows_that_lie_are_not_used(self, char: str) -> None:
        latex = symbol_latex(char)
        assert latex is None or macro_text(latex.strip("{}$\\")) == char

    def test_greek_capital_alpha_is_no_latin_a(self) -> None:
        assert symbol_latex("Α") is None

    @pytest.mark.parametrize("name", sorted(TEXT_MACROS | MATH_MACROS))
    def test_every_name_of_the_lists_is_known(self, name: str) -> None:
        assert macro_text(name) is not None


class TestLazy:
    """Importing the module does not import pylatexenc; the first use does."""

    def test_import(self) -> None:
        program = (
            "import sys, json, citekit.latex.decode, citekit.latex.encode;"
            "print(json.dumps('pylatexenc' in sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        assert json.loads(done.stdout) is False
