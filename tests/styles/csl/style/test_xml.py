"""Specification of the checks that untrusted XML must pass (`citekit.styles.csl.style.xml`)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import StyleError
from citekit.styles.csl.style.xml import (
    MAX_ATTRIBUTES,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_VALUE,
    check_xml,
    line_of,
    parse_checked,
    parse_xml,
)

NS = 'xmlns="http://purl.org/net/xbiblio/csl"'


def faults(data: object) -> list[str]:
    with pytest.raises(StyleError) as caught:
        check_xml(data)  # type: ignore[arg-type]  # wrong types are part of the test
    return [str(each) for each in caught.value.faults]


class TestWhatPasses:
    """What passed is given back as UTF-8 bytes in which every line is where it was."""

    def test_text_and_bytes_alike(self) -> None:
        text = f'<style {NS} title="é"/>'
        assert check_xml(text)[0] == check_xml(text.encode())[0]

    def test_a_byte_order_mark_is_no_content(self) -> None:
        text = f"<style {NS}/>"
        assert check_xml("\ufeff" + text)[0] == check_xml(text.encode("utf-8-sig"))[0]

    def test_utf_16_with_a_mark(self) -> None:
        text = f'<?xml version="1.0" encoding="utf-16"?><style {NS} title="é"/>'
        xml, root = check_xml(text.encode("utf-16"))
        assert root.get("title") == "é"
        assert parse_checked(xml).get("title") == "é"

    def test_lines_stay_where_they_were(self) -> None:
        text = f'<?xml version="1.0"\n encoding="utf-8"?>\n<style {NS}>\n<a/></style>'
        xml, root = check_xml(text)
        assert line_of(root[0]) == line_of(parse_checked(xml)[0]) == 4

    def test_comments_and_instructions_are_not_in_the_tree(self) -> None:
        text = (
            f'<?xml-stylesheet href="file:///etc/passwd"?><style {NS}><!-- c --><?p q?><a/></style>'
        )
        assert len(parse_xml(text)) == 1

    def test_an_included_file_is_never_read(self) -> None:
        """Neither XInclude nor a stylesheet instruction is ever followed."""
        include = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'
        root = parse_xml(f"<style {NS}>{include}</style>")
        assert root[0].tag == "{http://www.w3.org/2001/XInclude}include"
        assert list(root.itertext()) == []


class TestNoDoctype:
    """Refused is a document type declaration: without one there are no entities, so neither
    entity bombs nor external entities (XML 1.0, section 4.1)."""

    @pytest.mark.parametrize(
        "before",
        [
            "<!DOCTYPE style>",
            '<!DOCTYPE style SYSTEM "http://example.org/x.dtd">',
            '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>',
        ],
    )
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_in_any_encoding(self, before: str, encoding: str) -> None:
        found = faults(f"\n{before}<style {NS}>&a;</style>".encode(encoding))
        assert found[0].startswith("line 2: <!DOCTYPE is not allowed")

    def test_an_undefined_entity(self) -> None:
        assert "Entity 'foo' not defined" in faults(f"<style {NS}>&foo;</style>")[0]


class TestEncodings:
    """Refused is an encoding other than UTF-8 or, with a byte order mark, UTF-16: citekit decodes
    the text itself, so what it looks for is what the parser sees."""

    def test_another_declared_encoding(self) -> None:
        text = f'<?xml version="1.0" encoding="utf-7"?><style {NS}/>'
        assert faults(text) == ["line 1: unknown encoding 'utf-7'; save it as UTF-8"]

    def test_bytes_that_are_not_utf_8(self) -> None:
        assert faults(f'<style {NS}\nx="é"/>'.encode("latin-1")) == [
            "line 2: text that is not UTF-8; save it as UTF-8"
        ]

    def test_broken_utf_16_has_no_line(self) -> None:
        assert faults(b"\xff\xfe<") == ["text that is not UTF-8; save it as UTF-8"]

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-32", "cp037"])
    def test_encodings_that_hide_their_text(self, encoding: str) -> None:
        assert faults(f"<!DOCTYPE x><style {NS}/>".encode(encoding))


class TestLimits:
    """Refused is more than MAX_BYTES, MAX_ELEMENTS, MAX_ATTRIBUTES, MAX_DEPTH or MAX_VALUE."""

    def test_bytes(self) -> None:
        assert faults(b" " * (MAX_BYTES + 1)) == ["larger than 2,000,000 bytes"]

    def test_a_ten_megabyte_attribute(self) -> None:
        assert faults(f'<style {NS} x="{"a" * 10_000_000}"/>') == ["larger than 2,000,000 bytes"]

    def test_elements(self) -> None:
        most = MAX_ELEMENTS - 1
        assert len(parse_xml(f"<style {NS}>{'<a/>' * most}</style>")) == most
        assert faults(f"<style {NS}>{'<a/>' * (most + 1)}</style>") == ["more than 50,000 elements"]

    def test_far_too_many_elements_do_not_reach_the_parser(self) -> None:
        assert faults("<a>" * 200_000) == ["more than 50,000 elements"]

    def test_depth(self) -> None:
        deep = MAX_DEPTH - 1
        parse_xml(f"<style {NS}>{'<g>' * deep}{'</g>' * deep}</style>")
        deep += 1
        assert faults(f"<style {NS}>{'<g>' * deep}{'</g>' * deep}</style>") == [
            "line 1: nests deeper than 100 levels"
        ]

    def test_attributes_and_text(self) -> None:
        value = "a" * MAX_VALUE
        parse_xml(f'<style {NS} x="{value}"><a>{value}</a>{value}</style>')
        assert faults(f'<style {NS}>\n<a x="{value}a"/></style>') == [
            "line 2: 'x' is longer than 10,000 characters"
        ]
        assert len(faults(f"<style {NS}><a>{value}a</a>{value}a</style>")) == 2

    def test_attributes_of_one_element(self) -> None:
        """The parser compares each attribute with all others, which takes quadratic time."""
        many = " ".join(f'x{i}=""' for i in range(MAX_ATTRIBUTES))
        assert faults(f"<style {NS} {many}/>") == ["an element with more than 500 attributes"]

    def test_faults_are_not_without_number(self) -> None:
        assert len(faults(f"<style {NS}>{'<a>&b;</a>' * 500}</style>")) <= 60
        long = f'<a x="{"a" * (MAX_VALUE + 1)}"/>'
        assert len(faults(f"<style {NS}>{long * 150}</style>")) <= 60


class TestCharacters:
    """Refused are noncharacters (Unicode Standard, section 23.7): engines use them inside."""

    @pytest.mark.parametrize("text", ["\ufdd0", "&#xFDD0;", "&#64976;", "\ufdef"])
    @pytest.mark.parametrize(
        "place", ["<style {ns} x='{text}'/>", "<style {ns}><a>{text}</a></style>"]
    )
    def test_noncharacters(self, text: str, place: str) -> None:
        assert "take it out" in faults(place.format(ns=NS, text=text))[0]

    def test_a_lone_surrogate(self) -> None:
        assert faults(f'<style {NS}\nx="\ud800"/>') == ["line 2: a lone surrogate; take it out"]

    def test_nul(self) -> None:
        assert faults(f'<style {NS} x="a\0b"/>')


class TestNotCsl:
    """Refused is anything that is not well-formed XML in the namespace of CSL."""

    @pytest.mark.parametrize("data", ["", b"", " \n", "hello", '{"a": 1}', "<style", "<a></b>"])
    def test_no_xml(self, data: str | bytes) -> None:
        assert faults(data)

    @pytest.mark.parametrize("data", ["<style/>", '<style xmlns="urn:x"/>'])
    def test_another_namespace(self, data: str) -> None:
        assert "is no element of CSL" in faults(data)[0]

    @pytest.mark.parametrize("data", [None, 3, memoryview(b"<a/>"), ["<a/>"]])
    def test_no_text(self, data: object) -> None:
        assert faults(data)[0].startswith("XML is text or bytes, not ")

    def test_all_faults_at_once(self) -> None:
        found = faults(f"<!DOCTYPE x>\n<style {NS} x='\ufdd0'/>")
        assert [each.partition(":")[0] for each in found] == ["line 1", "line 2"]

    @given(st.text(max_size=60) | st.binary(max_size=60))
    def test_whatever_comes_is_a_style_error(self, data: str | bytes) -> None:
        assert faults(data)
