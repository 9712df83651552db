"""CSL-JSON's inline markup (citeproc-js manual, "HTML-like formatting tags")."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import InvalidValueError
from citekit.text.markup import MARKUP_DEPTH, markup, to_markup
from citekit.text.nodes import (
    Block,
    Format,
    Link,
    Math,
    Quoted,
    RichText,
    Styled,
    Verbatim,
)
from strategies import hostile_rich_texts, literal_text

CARRIED = (
    Format.ITALIC,
    Format.BOLD,
    Format.SUPERSCRIPT,
    Format.SUBSCRIPT,
    Format.SMALL_CAPS,
    Format.NO_CASE,
    Format.STYLE_NORMAL,
)


class TestReading:
    @pytest.mark.parametrize(
        ("tags", "kind"),
        [
            ("<i> </i>", Format.ITALIC),
            ("<b> </b>", Format.BOLD),
            ("<sup> </sup>", Format.SUPERSCRIPT),
            ("<sub> </sub>", Format.SUBSCRIPT),
            ("<sc> </sc>", Format.SMALL_CAPS),
        ],
    )
    def test_simple_tags(self, tags: str, kind: Format) -> None:
        assert markup(tags.replace(" ", "x")) == RichText([Styled(["x"], kind)])

    @pytest.mark.parametrize(
        ("attribute", "kind"),
        [
            ('class="nocase"', Format.NO_CASE),
            ('class="nodecor"', Format.STYLE_NORMAL),
            ('style="font-variant:small-caps;"', Format.SMALL_CAPS),
            ('style="font-variant: small-caps;"', Format.SMALL_CAPS),
            ('style="font-variant: small-caps"', Format.SMALL_CAPS),
            ('style="font-style:normal;"', Format.STYLE_NORMAL),
            ('style="text-decoration:underline;"', Format.UNDERLINE),
        ],
    )
    def test_spans(self, attribute: str, kind: Format) -> None:
        assert markup(f"<span {attribute}>x</span>") == RichText([Styled(["x"], kind)])

    def test_tags_nest(self) -> None:
        assert markup("a<i>b<b>c</b></i>d") == RichText(
            ["a", Styled(["b", Styled(["c"], Format.BOLD)], Format.ITALIC), "d"]
        )

    def test_entities_stand_for_their_characters(self) -> None:
        """ "Entities of HTML stand for their characters, once." """
        assert markup("&lt;i&gt; &amp;lt; &quot; R&D;") == RichText('<i> &lt; " R&D;')
        assert markup("<i>&lt;</i>") == RichText([Styled(["<"], Format.ITALIC)])


class TestLiteral:
    """ "What is no known tag, and a tag without its partner, is literal text." """

    @pytest.mark.parametrize(
        "text",
        ["a < b > c", "<i>", "</i>", "</i>x<i>", "<i", "<span>x</span>"],
    )
    def test_it_stays(self, text: str) -> None:
        assert markup(text) == RichText(text)

    @pytest.mark.parametrize("tag", ['<span class="x">', "<span onclick=1>", '<i class="x">'])
    def test_an_unknown_pair_stays_as_a_pair(self, tag: str) -> None:
        name = tag[1:].split(" ")[0]
        text = f"{tag}y</{name}>"
        inside = markup(f"<b>{text}</b>")
        assert inside == RichText([Styled([text], Format.BOLD)])

    def test_what_was_not_closed_inside_a_pair_is_literal(self) -> None:
        assert markup("<i>a<b>c</i>d</b>") == RichText([Styled(["a<b>c"], Format.ITALIC), "d</b>"])


class TestRefusal:
    @pytest.mark.parametrize("value", [None, 5, b"<i>", RichText("a")])
    def test_what_is_no_string(self, value: object) -> None:
        with pytest.raises(InvalidValueError, match="not a string of markup"):
            markup(value)  # type: ignore[arg-type]  # the point of the test


class TestDepth:
    """ "Tags that nest deeper than MARKUP_DEPTH are dropped and their text kept." """

    def test_the_deepest_that_stays(self) -> None:
        text = markup("<i>" * MARKUP_DEPTH + "x" + "</i>" * MARKUP_DEPTH)
        assert text.nodes[0].depth == MARKUP_DEPTH  # type: ignore[union-attr]  # it is Styled

    @pytest.mark.parametrize("extra", [1, 2, 10_000])
    def test_deeper_ones_are_dropped(self, extra: int) -> None:
        deep = MARKUP_DEPTH + extra
        text = markup("<i>" * deep + "x" + "</i>" * deep + "y")
        assert str(text) == "xy"
        assert text.nodes[0].depth == MARKUP_DEPTH  # type: ignore[union-attr]  # it is Styled
        assert text.nodes[1] == "y"

    def test_siblings_below_the_limit_keep_their_text_in_order(self) -> None:
        deep = "<i>" * (MARKUP_DEPTH + 1) + "a" + "</i>" + "b" + "<b>c</b>" + "</i>" * MARKUP_DEPTH
        assert str(markup(deep)) == "abc"

    @pytest.mark.parametrize("piece", ["<i>", "</i>", "<i></b>", "<", "<span ", "&", "<i>x</i>"])
    def test_long_input_is_read(self, piece: str) -> None:
        assert len(str(markup(piece * 50_000))) <= len(piece) * 50_000


class TestRoundTrip:
    """ "markup of the string gives text again wherever there is no diagnostic …" """

    @given(hostile_rich_texts(formats=st.sampled_from(CARRIED), only_formats=True))
    def test_what_markup_can_carry_comes_back(self, text: RichText) -> None:
        written, lost = to_markup(text)
        assert lost == ()
        assert markup(written) == text

    @given(literal_text)
    def test_every_string_comes_back(self, text: str) -> None:
        assert str(markup(to_markup(RichText(text))[0])) == text

    @given(hostile_rich_texts())
    def test_without_a_diagnostic_all_comes_back(self, text: RichText) -> None:
        written, lost = to_markup(text)
        assert lost or markup(written) == text

    @given(st.text("R&D <=>ab", max_size=20))
    def test_ordinary_text_is_written_as_it_is(self, text: str) -> None:
        """ "They are written only where the text would otherwise be read as a tag or … entity" """
        if not re.search("<b[ >]", text):
            assert to_markup(RichText(text))[0] == text


class TestLoss:
    """ "a diagnostic markup-lost for each kind of formatting that the markup cannot carry" """

    @pytest.mark.parametrize(
        ("node", "written"),
        [
            (Quoted(["a", Quoted(["b"])]), "“a‘b’”"),
            (Link(["a"], "https://x.y"), "a"),
            (Block(["a"], "indent"), "a"),
            (Math("x"), "$x$"),
            (Verbatim("@misc"), "@misc"),
            (Styled(["a"], Format.UNDERLINE), "a"),
        ],
    )
    def test_the_text_is_kept(self, node: Math, written: str) -> None:
        text, lost = to_markup(RichText([node]))
        assert text == written
        assert [diagnostic.code for diagnostic in lost] == ["markup-lost"]

    def test_each_kind_is_reported_once(self) -> None:
        under = Styled(["a"], Format.UNDERLINE)
        _, lost = to_markup(RichText([under, "b", under, Math("x")]))
        assert [diagnostic.message.rpartition(": ")[2] for diagnostic in lost] == [
            "text-decoration=underline",
            "math",
        ]
