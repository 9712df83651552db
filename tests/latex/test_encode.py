"""Rich text to LaTeX."""

from itertools import accumulate
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.latex.commands import SUBSCRIPTS, SUPERSCRIPTS, ZERO_WIDTH
from citekit.latex.decode import decode
from citekit.latex.encode import Encoding, Target, encode, encode_text
from citekit.text.clean import clean
from citekit.text.nodes import Block, Format, Link, Math, Node, Quoted, RichText, Styled, Verbatim
from output_readers import read_tex
from strategies import hostile_rich_texts, tex_shrapnel


def latex(*nodes: Node, encoding: Encoding = "ascii", protect: bool = False) -> str:
    return encode(RichText(nodes), encoding=encoding, protect=protect)[0]


def codes(*nodes: Node) -> list[str]:
    return [note.code for note in encode(RichText(nodes))[1]]


class TestSpecials:
    r""" "Escape in text fields % & _ # $ ~ ^ \: \% \& \_ \# \$ \textasciitilde{}
    \textasciicircum{} \textbackslash{}." (bibtex-rules, Writer 4)"""

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    def test_specials(self, encoding: Encoding) -> None:
        expected = r"\%\&\_\#\$\textasciitilde{}\textasciicircum{}\textbackslash{}"
        assert latex("%&_#$~^\\", encoding=encoding) == expected

    def test_braces(self) -> None:
        r""" "Braces in text: {\textbraceleft} / {\textbraceright}. \{ and \} are counted by
        BibTeX and by biber." (bibtex-rules, Writer 5)"""
        assert latex("}{") == r"{\textbraceright}{\textbraceleft}"

    def test_signs_that_the_default_fonts_print_as_others(self) -> None:
        assert latex("<>|`") == r"{\textless}{\textgreater}{\textbar}{\textasciigrave}"

    def test_quotation_marks_of_ascii_stay(self) -> None:
        assert latex('"a" b\'s') == '"a" b\'s'


class TestEncodings:
    r""" "Two encodings. ascii (default for BibTeX): accents as {\'e} ... unicode (default for
    BibLaTeX). Always NFC: e+U+0301 stops pdfLaTeX." (bibtex-rules, Writer 10)"""

    @pytest.mark.parametrize(
        ("char", "ascii_form"),
        [
            ("é", r"{\'e}"),
            ("É", r"{\'E}"),
            ("í", r"{\'i}"),
            ("ĭ", r"{\u{\i}}"),
            ("į", r"{\k{i}}"),
            ("č", r"{\v{c}}"),
            ("ű", r"{\H{u}}"),
            ("ế", r"{\'{\^e}}"),
            ("ǿ", r"{\'{\o}}"),
            ("ß", r"{\ss}"),
            ("Ł", r"{\L}"),
            ("–", "--"),
            ("—", "---"),
            ("“x”", "``x''"),
            ("’", r"{\textquoteright}"),
            ("…", r"{\textellipsis}"),
            ("°", r"{\textdegree}"),
        ],
    )
    def test_ascii(self, char: str, ascii_form: str) -> None:
        assert latex(char) == ascii_form

    @pytest.mark.parametrize("char", "éÉčűßŁ–—“’…°ș")
    def test_unicode_keeps_what_pdflatex_prints(self, char: str) -> None:
        assert latex(char, encoding="unicode") == char

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    def test_always_nfc(self, encoding: Encoding) -> None:
        assert latex("e\u0301", encoding=encoding) == latex("é", encoding=encoding)

    def test_what_no_table_has_in_unicode_is_written_as_in_ascii(self) -> None:
        assert latex("ế≤", encoding="unicode") == r"{\'{\^e}}{$\leq$}"


class TestExotic:
    r""" "Drop zero-width characters, turn exotic spaces into a space, U+2212 into -/{$-$}, Greek
    letters and sub/superscripts into {$...$} / \textsubscript{}: raw they are LaTeX errors."
    (bibtex-rules, Writer 11)"""

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a\u200bb\ufeff", "ab"),
            ("a\u2009b\u3000c\td\ne", "a b c d e"),
            ("a\u00a0b", "a~b"),
            ("−1", "{$-$}1"),
            ("5′ 3″", "5{$'$} 3{$''$}"),
            ("αΓ", r"{$\alpha$}{$\Gamma$}"),
            ("H₂O", r"H\textsubscript{2}O"),
            ("10⁻¹²", r"10\textsuperscript{-12}"),
            ("x" + "⁰" * 20, r"x\textsuperscript{" + "0" * 20 + "}"),
            ("x" + "₀" * 20, r"x\textsubscript{" + "0" * 20 + "}"),
        ],
    )
    def test_each(self, text: str, expected: str, encoding: Encoding) -> None:
        assert latex(text, encoding=encoding) == expected

    def test_dropping_is_reported(self) -> None:
        (note,) = encode(RichText("a\u200bb"))[1]
        assert (note.code, note.severity) == ("latex-zero-width", "warning")
        assert note.message.endswith("U+200B")

    def test_characters_of_the_same_look(self) -> None:
        assert latex("a‐b‒c") == "a-b--c"
        assert codes("a‐b") == ["latex-approximated"]

    def test_control_characters_and_surrogates_are_dropped_with_a_warning(self) -> None:
        assert latex("a\x00b\x7f\ud800") == "a b"
        assert codes("a\x00b\x7f\ud800") == ["latex-control-character"]


class TestBeyond:
    """ "What cannot be encoded (Han, Cyrillic, Arabic, emoji) stays raw with a warning ..., never
    dropped." (bibtex-rules, Writer 12)"""

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    @pytest.mark.parametrize(
        "text", ["黄土", "Жук", "عربي", "😀", "e\u20dd", "\ue000\u0301", "a" + "\u0301" * 9]
    )
    def test_raw(self, text: str, encoding: Encoding) -> None:
        written, notes = encode_text(text, encoding=encoding)
        assert clean(written) == clean(text)
        assert [(note.code, note.severity) for note in notes] == [("latex-unencodable", "warning")]


class TestLigatures:
    """Characters of data do not join to other signs."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("a--b", "a-{}-b"), ("''", "'{}'"), (",,", ",{},"), ("–-", "--{}-"), ("'”", "'{}''")],
    )
    def test_apart(self, text: str, expected: str) -> None:
        assert latex(text) == expected

    def test_across_nodes(self) -> None:
        assert latex("'", Quoted(("a",))) == "'``a''"
        assert latex(Quoted((Quoted(("a",)), "-")), "-") == "``{}`a'-''-"
        assert latex("-", Quoted(()), "-") == "-{}-"


class TestNodes:
    r""" "HTML in titles (Crossref): <i> → \emph{}, <sub> → \textsubscript{}." (bibtex-rules,
    Writer 13)"""

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            (Format.ITALIC, r"\emph{x}"),
            (Format.OBLIQUE, r"\textsl{x}"),
            (Format.BOLD, r"\textbf{x}"),
            (Format.SMALL_CAPS, r"\textsc{x}"),
            (Format.UNDERLINE, r"\underline{x}"),
            (Format.SUPERSCRIPT, r"\textsuperscript{x}"),
            (Format.SUBSCRIPT, r"\textsubscript{x}"),
            (Format.STYLE_NORMAL, r"\textup{x}"),
            (Format.NO_CASE, "{x}"),
            (Format.BASELINE, "x"),
            (Format.LIGHT, "x"),
        ],
    )
    def test_formats(self, kind: Format, expected: str) -> None:
        assert latex(Styled(("x",), kind)) == expected

    def test_a_format_that_latex_lacks_is_reported(self) -> None:
        assert codes(Styled(("x",), Format.LIGHT)) == ["latex-format-lost"]

    def test_italics_of_a_document_do_not_toggle(self) -> None:
        italic = RichText([Styled(("x",), Format.ITALIC)])
        assert encode(italic, target="document")[0] == r"\textit{x}"

    def test_a_format_around_nothing_is_nothing(self) -> None:
        assert latex(Styled(("\u200b",), Format.BOLD)) == ""

    def test_blocks_and_verbatim_text(self) -> None:
        assert latex(Block(("a&b",), "block"), Verbatim("c_d\ne")) == r"a\&bc\_d e"

    def test_an_entry_has_no_links(self) -> None:
        assert latex(Link(("a_b",), "https://x.y")) == r"a\_b"

    def test_a_document_has(self) -> None:
        link = RichText([Link(("a_b",), "https://x.y/{~%20&#}")])
        written = encode(link, target="document")[0]
        assert written == r"\href{https://x.y/\%7B\%7E\%20\&\#\%7D}{a\_b}"

    def test_only_to_where_links_may_go(self) -> None:
        link = RichText([Link(("x",), "javascript:alert(1)")])
        assert encode(link, target="document")[0] == "x"


class TestMath:
    """ "{$O(N^2)$}: bare $O(N)$ becomes o(n)." (bibtex-rules, Writer 9)"""

    def test_braces_and_dollars(self) -> None:
        assert latex(Math("O(N^2)")) == "{$O(N^2)$}"

    def test_unsafe_math_is_text(self) -> None:
        assert latex(Math(r"\write18{x}")) == (
            r"\textbackslash{}write18{\textbraceleft}x{\textbraceright}"
        )
        assert codes(Math("a$b")) == ["latex-unsafe-math"]


class TestProtect:
    r""" "{\emph{X y}} does not [keep case] (it is a 'special character')." (bibtex-rules,
    Writer 9)"""

    def test_words(self) -> None:
        assert latex("On BERT", protect=True) == "On {BERT}"

    def test_spans_that_the_record_protects(self) -> None:
        span = Styled(("Python",), Format.NO_CASE)
        assert latex("On ", span, protect=True) == "On {Python}"
        assert latex("On ", span) == "On {Python}"
        assert encode(RichText([span]), target="document")[0] == "Python"

    def test_a_shield_is_never_a_special_character(self) -> None:
        assert latex("ÉNA", protect=True) == r"{{\'E}NA}"
        span = Styled((Styled(("X y",), Format.ITALIC),), Format.NO_CASE)
        assert latex(span, protect=True) == r"{{\emph{X y}}}"
        assert latex(Styled(("&X",), Format.NO_CASE), protect=True) == r"{{\&X}}"

    def test_an_empty_shield_is_nothing(self) -> None:
        assert latex("a", Styled(("\u200b",), Format.NO_CASE), protect=True) == "a"

    def test_the_judgement_is_of_the_whole_title(self) -> None:
        nodes = ("The history of ", Quoted(("Germany",)))
        assert latex(*nodes, protect=True) == "The history of ``{Germany}''"

    def test_words_inside_formats(self) -> None:
        assert latex(Styled(("BERT",), Format.ITALIC), protect=True) == r"\emph{{BERT}}"


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("{}\\%&_#$~^<>|`'\",-?! éÉßŁčế–—“”‘’αΓ≤′−₂²…\u200b\u00a0黄\ud800\x00"),
        st.characters(),
    ),
    max_size=40,
)


class TestMarksOnSigns:
    """A special of TeX is one, whatever marks stand on it."""

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("x}\u0308", r"x{\"{\textbraceright}}"),
            ("{\u0300", r"{\`{\textbraceleft}}"),
            ("50%\u0308 off", r"50{\"{\%}} off"),
            ("&\u0327", r"{\c{\&}}"),
            ("\\\u0301", r"{\'{\textbackslash{}}}"),
            ("~\u0303^\u0302", r"{\~{\textasciitilde{}}}{\^{\textasciicircum{}}}"),
            ("7\u0301-\u0304", r"{\'7}{\=-}"),
            ("$\u0308\u0301", r"{\'{\"{\$}}}"),
            # LaTeX has no command for this mark, and none for so many.
            ("#\u0338", "\\#\u0338"),
            ("}\u0338", "{\\textbraceright}\u0338"),
            ("}" + "\u0308" * 9, "{\\textbraceright}" + "\u0308" * 9),
        ],
    )
    def test_each(self, text: str, expected: str, encoding: Encoding) -> None:
        assert latex(text, encoding=encoding) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("}\u0308", r"{\"{\textbraceright}}"),
            # biber 2.18 takes these accents off, and the mark then stands where none can.
            ("}\u0327", "{\\textbraceright}\u0327"),
            ("}\u0308\u0301", "{\\textbraceright}\u0308\u0301"),
        ],
    )
    def test_on_the_way_through_biber(self, text: str, expected: str) -> None:
        assert encode_text(text, target="biblatex")[0] == expected

    def test_a_mark_that_latex_lacks_is_reported(self) -> None:
        assert codes("}\u0308") == []
        assert codes("}\u0338") == ["latex-unencodable"]

    def test_marks_after_what_has_no_width(self) -> None:
        assert latex("\u200d\u0308") == "\u0308"
        assert codes("\u200d\u0308") == ["latex-zero-width", "latex-unencodable"]


SCRIPTS = str.maketrans({**SUPERSCRIPTS, **SUBSCRIPTS})
SAME_LOOK = str.maketrans(
    {"‐": "-", "‑": "-", "‒": "–", "―": "—"}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
)
NO_WIDTH = str.maketrans("", "", "".join(ZERO_WIDTH))


def comparable(text: str) -> str:
    """One form for what the encoding may change: scripts, dashes of one look, space, no width."""
    text = text.translate(SCRIPTS).translate(SAME_LOOK).translate(NO_WIDTH)
    return clean(" ".join(clean(text).split()))


def bibtex_depths(written: str) -> list[int]:
    """Give the depths that BibTeX must not see: below nothing, and above it at the end."""
    depths = [*accumulate((char == "{") - (char == "}") for char in written)] or [0]
    return [depth for depth in depths if depth < 0] + depths[-1:] * bool(depths[-1])


class TestLaws:
    """What is written can be read back, and is always safe."""

    @pytest.mark.parametrize("target", get_args(Target))
    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    @given(text=tex_shrapnel | ANY_TEXT)
    def test_tex_prints_it_and_nothing_else_happens(
        self, text: str, encoding: Encoding, target: Target
    ) -> None:
        written = encode_text(text, encoding=encoding, target=target)[0]
        assert read_tex(written).faults == []
        assert bibtex_depths(written) == []

    @pytest.mark.parametrize("target", get_args(Target))
    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    @given(text=st.text("{}\\%$&#_~^`<>|aiß(\u0308\u0301\u0327\u0338\u20dd", max_size=12))
    def test_tex_prints_the_same_words(self, text: str, encoding: Encoding, target: Target) -> None:
        written = encode_text(text, encoding=encoding, target=target)[0]
        assert read_tex(written).text == clean(text)

    @given(text=hostile_rich_texts(tex_shrapnel), protect=st.booleans())
    def test_of_rich_text_too(self, text: RichText, protect: bool) -> None:
        for target in get_args(Target):
            written = encode(text, protect=protect, target=target)[0]
            assert read_tex(written).faults == []
            assert bibtex_depths(written) == []

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    @given(text=tex_shrapnel | ANY_TEXT)
    def test_the_text_comes_back(self, text: str, encoding: Encoding) -> None:
        back = str(decode(encode_text(text, encoding=encoding)[0])[0])
        assert comparable(back) == comparable(text)

    @pytest.mark.parametrize("protect", [False, True])
    @given(text=ANY_TEXT)
    def test_braces_balance_at_every_point(self, text: str, protect: bool) -> None:
        written = encode(RichText(text), protect=protect)[0]
        depth = 0
        for char in written:
            depth += (char == "{") - (char == "}")
            assert depth >= 0
        assert depth == 0

    @given(text=ANY_TEXT)
    def test_nothing_unprintable_comes_through(self, text: str) -> None:
        written = encode(RichText([text, Math(text), Verbatim(text)]))[0]
        assert not any(
            c < " " or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff" for c in written
        )

    @given(text=st.text(st.sampled_from("\\abwrite18input{}%$^"), max_size=30))
    def test_no_control_sequence_comes_from_data(self, text: str) -> None:
        written = encode(RichText([text, Math(text)]))[0]
        assert r"\write" not in written
        assert r"\input" not in written
        assert "^^" not in written
