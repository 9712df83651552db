"""Specification of style faults: all of them at once, each with its line."""

from __future__ import annotations

import pytest

from citekit.errors import StyleError, StyleFault
from citekit.styles.csl.read import read_style
from citekit.styles.csl.xml import parse_xml
from styles.csl.small import style_xml


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
