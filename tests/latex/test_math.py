"""Which math may be written as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.latex.math import is_safe_math, math_nodes
from citekit.text.nodes import Format, Styled


class TestSafe:
    """ "BibTeX and LaTeX output ... never contains an active control sequence that came from
    data." (DESIGN, Safety): math may only draw."""

    @pytest.mark.parametrize(
        "tex",
        [
            "O(n^2)",
            r"\frac{1}{2}",
            r"\mathcal{O}(\log n)",
            r"x_{i\,j}",
            r"\{1, 2\}",
            "a'",
            "",
            r"\left| x \right|",
        ],
    )
    def test_what_draws(self, tex: str) -> None:
        assert is_safe_math(tex)

    @pytest.mark.parametrize(
        "tex",
        [
            r"\write18{rm}",
            r"\input{x}",
            r"\def\x{}",
            r"\csname input\endcsname",
            "^^5cinput{x}",
            "a$b",
            "a%b",
            "a&b",
            "a#1",
            "a~b",
            "a{b",
            "a}b{",
            r"a\{",
            r"a\}b\{",
            "\\",
            r"\\",
            "é",
            "a\nb",
            "a\x7f",
        ],
    )
    def test_what_might_do_more(self, tex: str) -> None:
        assert not is_safe_math(tex)

    @given(st.text(st.sampled_from("{}\\^_$% ab2'"), max_size=30))
    def test_safe_math_is_balanced_as_bibtex_counts(self, tex: str) -> None:
        if is_safe_math(tex):
            assert tex.count("{") == tex.count("}")
            assert "$" not in tex
            assert "%" not in tex


class TestNodes:
    """Formulas that are only dressed-up text become text."""

    def test_empty_scripts(self) -> None:
        assert math_nodes("^{}") == (Styled((), Format.SUPERSCRIPT),)
