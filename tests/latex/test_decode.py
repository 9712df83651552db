"""LaTeX to rich text."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.latex.decode import MAX_GROUPS, decode
from citekit.text.nodes import MAX_DEPTH, Format, Link, Math, Quoted, RichText, Styled


def nodes(latex: str) -> tuple[object, ...]:
    return decode(latex)[0].nodes


def text(latex: str) -> str:
    return str(decode(latex)[0])


def codes(latex: str) -> list[str]:
    return [note.code for note in decode(latex)[1]]


class TestAccents:
    r""" "\'{\i}, \'\i decode to í: pandoc and @retorquere leave dotless ı + U+0301. NFC after
    decoding." (bibtex-rules, Reader 5)"""

    @pytest.mark.parametrize("latex", [r"\'{\i}", r"\'\i", r"{\'\i}", r"\'i", r"\'{i}", r"\' i"])
    def test_every_way_to_write_it(self, latex: str) -> None:
        assert text(latex) == "í"

    @pytest.mark.parametrize(
        ("latex", "char"),
        [
            (r"\`a", "à"),
            (r"\'a", "á"),
            (r"\^a", "â"),
            (r"\~a", "ã"),
            (r"\"a", "ä"),
            (r"\=a", "ā"),
            (r"\.z", "ż"),
            (r"\u a", "ă"),
            (r"\v{c}", "č"),
            (r"\H o", "ő"),
            (r"\r u", "ů"),
            (r"\c c", "ç"),
            (r"\k{e}", "ę"),
            (r"\d s", "ṣ"),
            (r"\b b", "ḇ"),
            (r"\textcommabelow{s}", "ș"),
            (r"\u{\j}", "j\u0306"),
            (r"\k{\i}", "ı\u0328"),
        ],
    )
    def test_each_accent(self, latex: str, char: str) -> None:
        assert text(latex) == char

    def test_two_accents_on_one_letter(self) -> None:
        assert text(r"\'{\^e}") == text(r"\'\^e") == "ế"

    def test_only_the_first_letter_takes_it(self) -> None:
        assert text(r"\'elan") == "élan"
        assert text(r"\'{elan}") == "élan"
        assert text(r"\t{oo}") == "o\u0361o"

    def test_marks_that_are_there_already_stay_inside(self) -> None:
        assert text("\\.{a\u0323b}") == unicodedata.normalize("NFC", "a\u0323\u0307b")

    def test_an_accent_on_nothing_is_its_sign(self) -> None:
        assert text(r"\~{}x\^{}") == "~x^"
        assert text(r"\'{}") == "\u0301"
        assert text(r"{\'}x") == "\u0301x"

    def test_an_accent_on_what_is_no_letter_is_left_out(self) -> None:
        assert nodes(r"\'{\emph{e}}") == (Styled(("e",), Format.ITALIC),)

    def test_combining_characters_are_composed(self) -> None:
        assert text("e\u0301") == "é"
        assert text("e{}\u0301") == "é"


class TestSymbols:
    """Escapes, letters and symbols print what LaTeX prints (LaTeX2e reference manual)."""

    @pytest.mark.parametrize(
        ("latex", "char"),
        [
            (r"\&\%\_\#\$\{\}", "&%_#${}"),
            (r"\ss\ \o\ \L\ \ae\ {\aa}", "ß ø Ł æ å"),
            (r"\textasciitilde{}\textasciicircum{}\textbackslash{}", "~^\\"),
            (r"{\textbraceleft}{\textbraceright}", "{}"),
            (r"\LaTeX\ and {\BibTeX}", "LaTeX and BibTeX"),
            (r"a\,b\;c\ d\\e~f", "a b c d e\u00a0f"),
            (r"hy\-phen\/ated\!", "hyphenated"),
            (r"\texteuro{}\textdegree{}", "€°"),
            (r"\alpha", "α"),
            ("--- -- - `` '' ?` !`", "— – - “ ” ¿ ¡"),
        ],
    )
    def test_each(self, latex: str, char: str) -> None:
        assert text(latex) == char

    def test_a_control_word_eats_the_space_after_it(self) -> None:
        assert text("\\o re") == "øre"

    def test_a_date_that_changes_every_day_is_not_printed(self) -> None:
        assert text(r"on \today") == "on "

    def test_a_lone_percent_sign_is_no_comment(self) -> None:
        """ "A lone % is no comment in BibTeX." (bibtex-rules, Reader 7)"""
        assert text("50 % of it") == "50 % of it"


class TestQuotes:
    """A backquote opens; an apostrophe closes only what was opened, and stands for itself
    within a word."""

    def test_quotation(self) -> None:
        assert text("`a' b's ``c''") == "‘a’ b's “c”"

    def test_an_apostrophe_inside_a_quotation(self) -> None:
        assert text("`don't'") == "‘don't’"

    def test_an_apostrophe_at_the_end_of_a_word(self) -> None:
        assert text("the dogs' tails") == "the dogs' tails"

    def test_enquote(self) -> None:
        assert nodes(r"\enquote{a}") == (Quoted(("a",)),)


class TestFormats:
    r""" "\textsuperscript, \emph become markup, not loss; $_2$ → ₂ or markup."
    (bibtex-rules, Reader 6)"""

    @pytest.mark.parametrize(
        ("latex", "kind"),
        [
            (r"\emph{x}", Format.ITALIC),
            (r"\textit{x}", Format.ITALIC),
            (r"\textbf x", Format.BOLD),
            (r"\textsc{x}", Format.SMALL_CAPS),
            (r"\underline{x}", Format.UNDERLINE),
            (r"\textsuperscript{x}", Format.SUPERSCRIPT),
            (r"\textsubscript{x}", Format.SUBSCRIPT),
            (r"{\it x}", Format.ITALIC),
            (r"{\bfseries x}", Format.BOLD),
            ("$_x$", Format.SUBSCRIPT),
            ("$^{x}$", Format.SUPERSCRIPT),
            ("${}^x$", Format.SUPERSCRIPT),
        ],
    )
    def test_each(self, latex: str, kind: Format) -> None:
        assert nodes(latex) == (Styled(("x",), kind),)

    def test_a_declaration_holds_to_the_end_of_its_group(self) -> None:
        bold_italic = Styled(("b", Styled(("c",), Format.ITALIC)), Format.BOLD)
        assert nodes(r"{\rm a\bf b\em c}d") == ("a", bold_italic, "d")

    def test_a_declaration_of_nothing_is_nothing(self) -> None:
        assert nodes(r"{\bf}") == ()

    def test_declarations_that_rich_text_does_not_know(self) -> None:
        assert decode(r"{\rm\Large x}") == (RichText("x"), ())


class TestShields:
    r""" "{\'E}cole is lower-cased, {{\'E}cole} is not. \emph{X y} keeps case, {\emph{X y}} does
    not (it is a 'special character')." (bibtex-rules, Writer 9)"""

    def test_a_group_shields_its_letters(self) -> None:
        shield = Styled(("LLaMA",), Format.NO_CASE)
        assert nodes("{LLaMA}: x") == (shield, ": x")

    def test_a_special_character_does_not(self) -> None:
        assert nodes(r"{\'E}cole") == ("École",)
        assert nodes(r"{\LaTeX}") == ("LaTeX",)
        assert nodes(r"{\bf {AB}}") == (Styled(("AB",), Format.BOLD),)

    def test_a_special_character_inside_a_shield(self) -> None:
        assert nodes(r"{{\'E}cole}") == (Styled(("École",), Format.NO_CASE),)

    def test_shields_do_not_nest(self) -> None:
        assert nodes("{{a{B}c}}") == (Styled(("aBc",), Format.NO_CASE),)

    def test_an_argument_is_no_shield(self) -> None:
        assert nodes(r"\emph{AB}") == (Styled(("AB",), Format.ITALIC),)
        assert nodes(r"\foo{AB}") == ("AB",)
        assert nodes(r"\mbox{AB}") == ("AB",)

    @pytest.mark.parametrize("latex", ["{}", "{12}", "{--}", "{$x$}", r"{$\alpha$}", "{,}"])
    def test_what_has_no_case_needs_no_shield(self, latex: str) -> None:
        assert Format.NO_CASE not in [getattr(node, "format", None) for node in nodes(latex)]


class TestMath:
    """Math is kept verbatim, without its dollars."""

    @pytest.mark.parametrize("latex", ["$O(n^2)$", "$$O(n^2)$$", r"\(O(n^2)\)", r"\[O(n^2)\]"])
    def test_it_is_kept(self, latex: str) -> None:
        assert nodes(latex) == (Math("O(n^2)"),)

    @pytest.mark.parametrize(
        ("latex", "char"), [(r"$\alpha$", "α"), ("$-$", "−"), ("$'$", "′"), ("$12$", "12")]
    )
    def test_one_character_is_text(self, latex: str, char: str) -> None:
        assert nodes(latex) == (char,)

    def test_escaped_dollars_inside(self) -> None:
        assert nodes(r"$a\$b$") == (Math(r"a\$b"),)

    def test_empty_math_is_nothing(self) -> None:
        assert nodes("a$ $b") == ("ab",)

    @pytest.mark.parametrize("latex", ["5$", "{a $x} b", "a$}b{$", "$$", "$a{$"])
    def test_a_dollar_without_partner_is_a_dollar(self, latex: str) -> None:
        if latex == "$$":
            assert text(latex) == ""
        else:
            assert "$" in text(latex)
            assert "latex-lone-dollar" in codes(latex)

    @pytest.mark.parametrize("latex", [r"\(x", r"\({\)"])
    def test_a_bracket_without_partner_is_reported(self, latex: str) -> None:
        assert "latex-unknown-command" in codes(latex)


class TestLinks:
    r"""`\url` and `\href` become links; their target is taken verbatim."""

    def test_url(self) -> None:
        url = "https://example.org/a_b%20c"
        assert nodes(r"\url{https://example.org/a\_b%20c}") == (Link((url,), url),)

    def test_href(self) -> None:
        assert nodes(r"\href{https://a.b/{x}}{text}") == (Link(("text",), "https://a.b/{x}"),)

    def test_path_is_text(self) -> None:
        assert nodes(r"\path{a_b}") == ("a_b",)

    def test_without_argument(self) -> None:
        assert codes(r"\url x") == ["latex-unknown-command"]
        assert text(r"\url{x") == "x"


class TestUnknownCommands:
    """ "Unknown macros keep their argument." (bibtex-rules, Reader 6)"""

    def test_the_argument_stays_and_the_name_is_reported(self) -> None:
        found, (note,) = decode(r"\foo{bar} \baz \+")
        assert str(found) == "bar +"
        assert note.severity == "warning"
        assert note.message.endswith(r"\foo \baz \+")

    def test_a_command_that_could_do_something_is_only_text(self) -> None:
        assert text(r"\input{/etc/passwd}\write18{rm}") == "/etc/passwd18rm"

    def test_arguments_that_are_not_shown(self) -> None:
        assert text(r"\noopsort{1973a}1973") == "1973"
        assert text(r"\textcolor{red}{Word}") == "Word"
        assert text(r"\hspace x") == "x"
        assert codes(r"\noopsort{1973a}1973") == ["latex-argument-dropped"]

    def test_many_names_are_shown_in_part(self) -> None:
        (note,) = decode("".join(f"\\foo{chr(97 + i)} " for i in range(20)))[1]
        assert note.message.endswith(" …")


class TestRepairs:
    """Nothing raises; what was repaired is reported."""

    @pytest.mark.parametrize(
        ("latex", "shown"), [("a}b", "ab"), ("{a", "a"), (r"\emph{a", "a"), ("a}{", "a")]
    )
    def test_braces(self, latex: str, shown: str) -> None:
        assert text(latex) == shown
        assert codes(latex) == ["latex-unbalanced-braces"]

    def test_a_backslash_at_the_end(self) -> None:
        assert text("a\\") == "a\\"
        assert codes("a\\") == ["latex-lone-backslash"]

    def test_control_characters_and_surrogates(self) -> None:
        assert text("a\x00b\ud800\x9b") == "a b"
        assert codes("a\x00b\ud800\x9b") == ["latex-control-character"]

    def test_deep_groups_keep_their_text(self) -> None:
        deep = "{" * 100_000 + "X" + "}" * 100_000 + "Y"
        assert text(deep) == "XY"
        assert codes(deep) == ["latex-too-deep"]

    def test_groups_at_the_limit_are_kept(self) -> None:
        assert codes("{" * (MAX_GROUPS - 1) + "X" + "}" * (MAX_GROUPS - 1)) == []

    def test_deep_groups_that_are_left_open(self) -> None:
        assert codes("{" * 1000) == ["latex-too-deep", "latex-unbalanced-braces"]

    def test_many_commands_before_one_argument(self) -> None:
        assert text("\\emph" * 10_000 + "{X}") == "X"

    def test_nested_commands_stay_within_the_depth_of_rich_text(self) -> None:
        found, notes = decode((r"\emph{" + r"\textbf" * 40) * 20 + " X" + "}" * 20)
        assert str(found) == "X"
        assert max(getattr(node, "depth", 0) for node in found) <= MAX_DEPTH
        assert [note.code for note in notes] == ["latex-too-deep"]

    @given(st.text(st.sampled_from("\\{}$%^_~'`\"-#& ab\x00\né\u0301\ud800()[]i"), max_size=60))
    def test_anything_gives_clean_text(self, latex: str) -> None:
        found = text(latex)
        assert unicodedata.normalize("NFC", found) == found
        assert not any(c < " " or "\ud800" <= c <= "\udfff" for c in found)


class TestGrowth:
    """The work grows as the input does: twice the input, about twice the steps."""

    @pytest.mark.parametrize(
        "unit",
        [
            "{a",
            "a}",
            "$}",
            r"\url{",
            r"\(",
            r"\em a",
            r"\emph{",
            r"\'",
            "`",
            "a\u0301",
            "{a{b}",
            "$",
        ],
    )
    def test_no_hostile_unit_is_quadratic(self, unit: str) -> None:
        def steps(size: int) -> int:
            count = 0

            def tick(*_: object) -> None:
                nonlocal count
                count += 1

            source = unit * size
            sys.setprofile(tick)
            try:
                decode(source)
            finally:
                sys.setprofile(None)
            return count

        steps(10)
        assert steps(4000) < 3 * steps(2000)
