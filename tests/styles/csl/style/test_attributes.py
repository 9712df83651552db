"""Specification of the check of attributes (`citekit.styles.csl.style.attributes`).

Ground truth is the schema of CSL 1.0.2 itself, by libxml2, where that comes to an end: on elements
of few attributes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from copy import deepcopy
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from citekit.errors import StyleError
from citekit.styles.csl.source.catalogue import find_style, style_ids
from citekit.styles.csl.source.load import _schema_file, load_xml
from citekit.styles.csl.style.attributes import check_attributes
from citekit.styles.csl.style.xml import MAX_DEPTH, parse_checked
from citekit.tables.csl_attributes import ALTERNATIVES, VALUES

NS: Final = 'xmlns="http://purl.org/net/xbiblio/csl"'
UPDATED: Final = "<updated>2020-01-01T00:00:00+00:00</updated>"
WHOLE: Final = f"""<style {NS} class="in-text" version="1.0" default-locale="en-US">
  <info>
    <title xml:lang="en">Whole</title><title-short>W</title-short><id>http://example.org/whole</id>
    <link href="http://example.org/" rel="self">text</link>
    <author><name>A B</name><email>a@example.org</email><uri>http://example.org</uri></author>
    <contributor><name>A B</name></contributor>
    <category citation-format="author-date"/><category field="law"/>
    <issn>1234-5678</issn><eissn>1234-567X</eissn><issnl>1234-5678</issnl>
    <published>2020-01-01T00:00:00+00:00</published>{UPDATED}
    <summary>s</summary><rights license="http://example.org/">r</rights>
  </info>
  <locale xml:lang="en">
    <style-options punctuation-in-quote="true"/>
    <date form="text"><date-part name="year"/><date-part name="day"/></date>
    <terms>
      <term name="page"><single>p</single><multiple>pp</multiple></term>
      <term name="ordinal-01">st</term>
      <term name="long-ordinal-01" gender-form="masculine">st</term>
      <term name="edition" gender="feminine">ed</term>
      <term name="and others">etc</term>
    </terms>
  </locale>
  <macro name="m">
    <names variable="author editor">
      <name><name-part name="family"/></name><et-al/><label/>
      <substitute><names variable="editor"/><text variable="title"/></substitute>
    </names>
    <date variable="issued" form="text"><date-part name="year"/></date>
    <date variable="accessed"><date-part name="day"/><date-part name="month"/></date>
    <text term="page"/><text value="x"/><text variable="title"/>
    <number variable="volume"/><label variable="page"/>
    <group><text macro="n"/></group>
  </macro>
  <macro name="n">
    <choose>
      <if type="book"><text variable="title"/></if>
      <else-if variable="title"><text variable="title"/></else-if>
      <else><text variable="title"/></else>
    </choose>
  </macro>
  <citation>
    <sort><key variable="title"/><key macro="m"/></sort>
    <layout><text macro="m"/></layout>
  </citation>
  <bibliography><layout><text macro="m"/></layout></bibliography>
</style>"""
"""A style with every element of CSL, each with the attributes that it must have."""
DEPENDENT: Final = f"""<style {NS} version="1.0"><info><title>D</title><id>d</id>
  <link href="http://www.zotero.org/styles/nature" rel="independent-parent"/>{UPDATED}</info>
</style>"""
FULL: Final = (
    'names-delimiter="x" and="text" delimiter-precedes-et-al="never" '
    'delimiter-precedes-last="never" et-al-min="4" et-al-use-first="1" '
    'et-al-subsequent-min="3" et-al-subsequent-use-first="1" '
    'et-al-use-last="true" initialize="true" initialize-with="." name-as-sort-order="all" '
    'sort-separator="," name-delimiter=";" name-form="long"'
)
"""The options of names, which three elements may have beside their own."""


def _rows(table: str) -> list[str]:
    return table.replace("\n  ", " ").strip().split("\n")


def _known() -> dict[str, list[str]]:
    """Give each attribute of the schema with some values, of any of its types."""
    lists = dict(row.split(": ", 1) for row in _rows(VALUES))
    found: dict[str, set[str]] = {}
    for row in _rows(ALTERNATIVES)[1:]:
        for each in row.split("; ")[1:]:
            name, _, type_ = each[1:].partition(": ")
            if each[0] in "!?+":
                values = lists.get(type_.removesuffix("+"), type_.removesuffix("+")).split("| ")
                found.setdefault(name, set()).update(values)
    return {name: sorted(values) for name, values in found.items()}


KNOWN: Final = _known()
ODD: Final = (
    *(
        "",
        "x",
        "true",
        "1",
        " true ",
        "0",
        "-0",
        "-1",
        "+3",
        "03",
        "9" * 30,
        "1.5",
        "long",
        " short",
    ),
    *("en-US", "e_n", "en-", "verylonglanguage", "a b", "title author", "title\u00a0author", "day"),
    *("title\tauthor\n", "no  date", "\u00a0true", "ordinal-07", " ordinal", "ordinal-7", "²", "٣"),
    *("m\u0301", "a:b", "a\u037eb", "book article", "locator page", "article book x", "1.0", "all"),
)


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(_schema_file()))


def verdict(root: etree._Element, schema: etree.RelaxNG) -> bool:
    """Say whether a style is valid, as `load` finds it out."""
    return not check_attributes(root) and schema.validate(root)


@st.composite
def mutants(draw: st.DrawFn) -> etree._Element:
    """Give a style with some attributes changed, added or taken away."""
    root = etree.fromstring(draw(st.sampled_from([WHOLE, DEPENDENT])))
    elements = [*root.iter("{*}*")]
    for _ in range(draw(st.integers(1, 3))):
        element = draw(st.sampled_from(elements))
        name = draw(st.sampled_from([*KNOWN, "junk"])).replace(
            "xml:", "{http://www.w3.org/XML/1998/namespace}"
        )
        known = KNOWN.get(name, ["x"])
        lists = st.lists(st.sampled_from(known)).map(" ".join)
        value = draw(st.sampled_from([*known, *ODD]) | lists)
        if draw(st.booleans()) or element.get(name) is None:
            element.set(name, value)
        else:
            del element.attrib[name]
    return root


class TestTheSchemaSaysTheSame:
    """Property: the same verdict as the schema, whatever the attributes."""

    @given(mutants())
    def test_of_mutants(self, schema: etree.RelaxNG, root: etree._Element) -> None:
        expected = schema.validate(root)
        assert verdict(root, schema) is expected

    @pytest.mark.parametrize("name", KNOWN)
    def test_of_each_attribute_on_each_element(self, name: str, schema: etree.RelaxNG) -> None:
        qualified = name.replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
        root = etree.fromstring(WHOLE)
        for element in root.iter("{*}*"):
            before = element.get(qualified)
            for value in (KNOWN[name][-1], "nonsense of all types"):
                element.set(qualified, value)
                assert verdict(deepcopy(root), schema) is schema.validate(root), element.tag
                del element.attrib[qualified]
            if before is not None:
                assert verdict(deepcopy(root), schema) is schema.validate(root), element.tag
                element.set(qualified, before)

    @pytest.mark.parametrize("name", style_ids()[::150])
    def test_of_installed_styles(self, name: str, schema: etree.RelaxNG) -> None:
        root = parse_checked(find_style(name).xml)
        assert verdict(root, schema)


def bodies() -> Iterator[tuple[str, str]]:
    """Give what stands in a style when each element has all attributes that it may have at once."""
    values = {"text": "x", "boolean": "true", "integer": "1", "language": "en", "NMTOKEN": "m"}
    lists = dict(row.split(": ", 1) for row in _rows(VALUES))
    for row in _rows(ALTERNATIVES)[1:]:
        lead, *attributes = row.split("; ")
        given = {}
        for each in attributes:
            name, _, type_ = each[1:].partition(": ")
            if each[0] in "!?+":
                base = (
                    type_.removesuffix("+").split(">")[0].replace("nonNegativeInteger", "integer")
                )
                given[name] = values.get(base) or lists.get(base, base).split("| ")[-1].strip("/")
        yield lead, " ".join(f'{name}="{value}"' for name, value in given.items())


class TestTime:
    """A style's check takes milliseconds: libxml2 doubled its time with each attribute."""

    def test_all_options_at_once(self) -> None:
        """The attack that was found: 860 bytes, minutes."""
        own = 'hanging-indent="true" entry-spacing="0" line-spacing="1" second-field-align="flush"'
        xml = WHOLE.replace("<bibliography>", f"<bibliography {FULL} {own}>")
        xml = xml.replace("<citation>", f'<citation {FULL} collapse="year" near-note-distance="3">')
        xml = xml.replace("<style ", f'<style {FULL} page-range-format="minimal" ')
        start = time.process_time()
        assert load_xml(xml).title == "Whole"
        assert time.process_time() - start < 1

    @pytest.mark.parametrize(("lead", "given"), [*bodies()])
    def test_all_attributes_on_any_element(
        self, lead: str, given: str, schema: etree.RelaxNG
    ) -> None:
        """Wherever they stand, with a fault at the end that makes libxml2 try all ways."""
        tag = lead.split(" = ")[1]
        for fault in ("", ' junk="1"'):
            root = etree.fromstring(WHOLE)
            for element in [*root.iter(f"{{*}}{tag}")]:
                other = etree.fromstring(f"<{tag} {NS} {given}{fault}/>")
                element.attrib.update({str(k): str(v) for k, v in other.items()})
            start = time.process_time()
            verdict(root, schema)
            assert time.process_time() - start < 1

    @pytest.mark.parametrize(
        "element",
        [
            '<text variable="title"/>',
            '<names variable="author"><name/><label/><substitute><text value="a"/></substitute>'
            "</names>",
            '<date variable="issued"><date-part name="year"/></date>',
            '<choose><if type="book"><text value="a"/></if><else><text value="b"/></else></choose>',
            f'<text variable="title" junk="{"x " * 1000}"/>',
            f'<choose><if variable="{"title " * 1600}"><text value="a"/></if></choose>',
            "<junk/>",
        ],
    )
    def test_many_elements(self, element: str, schema: etree.RelaxNG) -> None:
        """Linear in what stands side by side, and in lists of values."""
        root = etree.fromstring(WHOLE.replace("<group>", "<group>" + element * 3000))
        start = time.process_time()
        verdict(root, schema)
        assert time.process_time() - start < 5

    def test_deep_ones(self, schema: etree.RelaxNG) -> None:
        deep = (MAX_DEPTH - 10) // 2
        inner = "<group>" * deep + '<text value="a"/>' + "</group>" * deep
        names = '<names variable="author"><substitute>' * deep + '<text value="a"/>'
        for body in (inner, names + "</substitute></names>" * deep):
            root = etree.fromstring(WHOLE.replace('<text macro="n"/>', body))
            start = time.process_time()
            assert verdict(root, schema)
            assert time.process_time() - start < 1


def faults(xml: str) -> list[str]:
    with pytest.raises(StyleError) as caught:
        load_xml(xml)
    return [*map(str, caught.value.faults)]


class TestFaults:
    """Faults keep their lines, and say what would be right."""

    def test_an_attribute_that_is_none(self) -> None:
        found = faults(WHOLE.replace('<text term="page"/>', '<text term="page" sufix="x"/>'))
        assert found == ["line 30: cs:text takes no attribute 'sufix' here; did you mean 'suffix'?"]

    def test_a_value_that_is_none(self) -> None:
        found = faults(WHOLE.replace("<group>", '<group font-weight="heavy" font-style="italics">'))
        assert found == [
            "line 32: font-weight='heavy' is no value of cs:group; known are bold, light, normal",
            "line 32: font-style='italics' is no value of cs:group; did you mean 'italic'?",
        ]

    def test_one_of_a_list(self) -> None:
        found = faults(WHOLE.replace('<if type="book">', '<if type="book chaptr">'))
        assert found == ["line 36: type='chaptr' is no value of cs:if; did you mean 'chapter'?"]

    def test_two_ways_at_once(self) -> None:
        found = faults(WHOLE.replace('<text term="page"/>', '<text term="page" value="x"/>'))
        assert found == ["line 30: cs:text takes no attribute 'value' here"]

    def test_one_that_is_missing(self) -> None:
        found = faults(WHOLE.replace('<macro name="n">', '<macro name="n" >').replace(
            '<date-part name="year"/><date-part name="day"/>', "<date-part/>"
        ))  # fmt: skip
        assert "line 14: cs:date-part needs a name: year, month or day" in found[0]

    def test_all_of_them_in_order(self) -> None:
        xml = WHOLE.replace("<single>", '<single a="1">').replace("<layout>", '<layout b="2">')
        assert [each.split(":")[0] for each in faults(xml)] == ["line 16", "line 43", "line 45"]

    def test_what_the_schema_finds_has_no_line(self) -> None:
        found = faults(WHOLE.replace("<title-short>W</title-short>", "<title>Again</title>"))
        assert found[0].startswith("it does not follow the schema of CSL 1.0.2")
