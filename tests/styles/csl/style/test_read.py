"""Specification of style faults: all of them at once, each with its line."""

from __future__ import annotations

import pytest

from citekit.errors import StyleError, StyleFault
from citekit.styles.csl.style.macros import MAX_LEVELS
from citekit.styles.csl.style.read import read_style
from citekit.styles.csl.style.xml import parse_xml
from citekit.text.directions import balanced
from styles.csl.small import cite, item, marked, style_xml


def faults(citation: str, macros: str = "") -> tuple[StyleFault, ...]:
    with pytest.raises(StyleError) as caught:
        read_style(parse_xml(style_xml(citation, macros=macros)))
    return caught.value.faults


class TestMacros:
    """ "Attribute value must match the value of the name attribute of a cs:macro element"
    (CSL 1.0.2, "Text")"""

    def test_a_missing_macro_with_the_name_that_was_meant(self) -> None:
        macro = '<macro name="author">\n<text macro="titel"/></macro>'
        [found] = faults('<text macro="author"/>', macro + '<macro name="title"/>')
        assert found.line == 2
        assert "titel" in found.message
        assert found.hint == "did you mean 'title'?"

    def test_a_cycle(self) -> None:
        macros = (
            '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
        )
        assert ["calls itself" in each.message for each in faults('<text macro="a"/>', macros)] == [
            True
        ]

    def test_macros_that_double_at_each_level(self) -> None:
        levels = "".join(
            f'<macro name="m{i}"><text macro="m{i + 1}"/><text macro="m{i + 1}"/></macro>'
            for i in range(30)
        )
        macros = levels + '<macro name="m30"><text value="x"/></macro>'
        [found] = faults('<text macro="m0"/>', macros)
        assert "expand" in found.message

    def test_macros_that_nest_deep(self) -> None:
        """Elements nest at most `MAX_LEVELS` deep, macros expanded, so that all may recurse."""

        def chain(macros: int) -> str:
            levels = "".join(
                f'<macro name="m{i}"><group><text macro="m{i + 1}"/></group></macro>'
                for i in range(macros)
            )
            return levels + f'<macro name="m{macros}"><text value="x"/></macro>'

        fitting = (MAX_LEVELS - 2) // 2  # a call and a group for each, one call, one text
        read_style(parse_xml(style_xml('<text macro="m0"/>', macros=chain(fitting))))
        [found] = faults('\n<text macro="m0"/>', chain(fitting + 1))
        assert f"{MAX_LEVELS + 2} levels deep" in found.message
        assert found.line == 1

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ('<names variable="author"><substitute>', "</substitute></names>"),
            ('<choose><if variable="title">', "</if></choose>"),
            ('<choose><if type="book"/><else>', "</else></choose>"),
        ],
    )
    def test_whatever_they_nest(self, before: str, after: str) -> None:
        levels = "".join(
            f'<macro name="m{i}">{before}<text macro="m{i + 1}"/>{after}</macro>'
            for i in range(500)
        )
        [found] = faults('<text macro="m0"/>', levels + '<macro name="m500"/>')
        assert "1001 levels deep" in found.message

    def test_macros_that_nest_deep_in_a_sort_key(self) -> None:
        levels = "".join(
            f'<macro name="m{i}"><text macro="m{i + 1}"/></macro>' for i in range(MAX_LEVELS)
        )
        macros = levels + f'<macro name="m{MAX_LEVELS}"><text value="x"/></macro>'
        xml = style_xml('<text value="x"/>', macros=macros, sort='\n<sort><key macro="m0"/></sort>')
        with pytest.raises(StyleError) as caught:
            read_style(parse_xml(xml))
        [found] = caught.value.faults
        assert f"{MAX_LEVELS + 1} levels deep" in found.message
        assert found.line == 2

    def test_many_calls_without_doubling_are_no_fault(self) -> None:
        macros = '<macro name="m"><text value="x"/></macro>'
        read_style(parse_xml(style_xml('<text macro="m"/>' * 2000, macros=macros)))


class TestAllFaults:
    """Reading does not stop at the first fault."""

    def test_in_the_order_of_lines(self) -> None:
        found = faults('<text/>\n<names variable="author"><name et-al-min="x"/></names>\n<label/>')
        assert [each.line for each in found] == [1, 2, 3]


class TestUnknown:
    """What a later version of CSL may bring is ignored, and reported."""

    def test_an_unknown_element(self) -> None:
        read = read_style(parse_xml(style_xml('<intext/><text value="x"/>')))
        assert [each.code for each in read.diagnostics] == ["style-element-ignored"]


class TestEscapes:
    """A character that is escaped twice in the file is that character, as in citeproc-js."""

    @pytest.mark.parametrize(
        ("escaped", "shown"),
        [
            ("&amp;#8211;", "\u2013"),
            ("&amp;#x2013;", "\u2013"),
            ("&amp;amp;", "&"),
            ("&amp;copy", "&copy"),
            ("&amp;", "&"),
            ("R&amp;D;", "R&D;"),
        ],
    )
    def test_wherever_text_is_printed(self, escaped: str, shown: str) -> None:
        title = '<text variable="title"/>'
        for layout in (
            f'<text value="x{escaped}y"/>',
            f'<text variable="title" prefix="x{escaped}" suffix=""/>',
            f'<group delimiter="{escaped}"><text value="x"/>{title}</group>',
        ):
            assert cite(layout, item(title="y")) == f"x{shown}y"

    def test_a_term(self) -> None:
        own = '<locale><terms><term name="in">n&amp;#186;</term></terms></locale>'
        assert cite('<text term="in"/>', item(), macros=own) == "n\u00ba"

    def test_markup_in_a_term_is_that_of_a_value(self) -> None:
        markup = "&lt;sup&gt;e&lt;/sup&gt;"
        own = f'<locale><terms><term name="in">2{markup}</term></terms></locale>'
        assert cite('<text term="in"/>', item(), macros=own) == "2e"


@pytest.mark.parametrize(
    "attribute", ["initialize-with", "delimiter", "sort-separator", "prefix", "suffix"]
)
def test_a_mark_that_turns_text_closes_in_its_own_attribute(attribute: str) -> None:
    """A style is no more trusted than a record (SECURITY.md); found by the fuzz."""
    order = 'name-as-sort-order="all" initialize-with="."'
    name = f'<name {order} {attribute}="&#x202A;"/>'.replace(
        'initialize-with="." initialize-with', "initialize-with"
    )
    shown = marked(
        f'<names variable="author">{name}</names><text value="x"/>',
        item(author=["Doe, Ann Bea", "Roe, Cy"]),
    )
    assert "\u202a" in shown
    assert balanced(shown) == shown
    assert shown.count("\u202a") == shown.count("\u202c")
    for piece in shown.split("\u202a")[1:]:
        assert piece.startswith("\u202c")
