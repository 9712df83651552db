"""Specification of names that repeat (CSL 1.0.2, "Reference Grouping")."""

from __future__ import annotations

import pytest

from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.document.process import process
from citekit.styles.csl.item.variables import Item
from citekit.styles.csl.marked.finish import finish
from citekit.styles.csl.style.read import read_style
from citekit.styles.csl.style.rewrite import rewrite
from citekit.styles.csl.style.xml import parse_xml
from styles.csl.small import item, style_xml

NAMES = (
    '<names variable="author"><name form="short" and="symbol" delimiter=", " '
    'delimiter-precedes-last="never" {more}/></names>'
)
YEAR = '<date variable="issued" prefix=". " suffix="."><date-part name="year"/></date>'


def works(*rows: str) -> list[Item]:
    """Make items of "Doe, Smith 1999"."""
    found = []
    for number, row in enumerate(rows):
        *families, year = row.replace(",", "").split()
        authors = [f"{family}, A" for family in families]
        found.append(item(str(number), author=authors, issued=(int(year),)))
    return found


def entries(
    options: str, items: list[Item], layout: str = NAMES.format(more="") + YEAR
) -> list[str]:
    bibliography = f"<bibliography {options}><layout>{layout}</layout></bibliography>"
    xml = style_xml('<text variable="title"/>', bibliography=bibliography)
    made = Program(rewrite(read_style(parse_xml(xml)).style))
    done = process(made, {each.id: each for each in items})
    return [str(finish(entry.text, made.quotes)) for entry in done.entries]


EXAMPLE = works(
    "Doe 1999",
    "Doe 2000",
    "Doe, Johnson, Williams 2001",
    "Doe, Smith 2002",
    "Doe, Stevens, Miller 2003",
    "Doe, Stevens, Miller 2004",
    "Doe, Williams, Kim, Lee 2005",
    "Doe, Williams, Kim, Chen 2006",
)
"""The list of the specification's example."""
SHORTENED = NAMES.format(more='et-al-min="4" et-al-use-first="2"') + YEAR


class TestRules:
    """ "subsequent-author-substitute: If set, the value of this attribute replaces names in
    a bibliographic entry that also occur in the preceding entry." """

    @pytest.mark.parametrize(
        ("rule", "shown"),
        [
            (
                "",
                ["Doe. 1999.", "---. 2000.", "Doe, Johnson & Williams. 2001.", "Doe & Smith. 2002.",
                 "Doe, Stevens & Miller. 2003.", "---. 2004.", "Doe, Williams, et al. 2005.",
                 "---. 2006."],
            ),
            (
                "complete-all",
                ["Doe. 1999.", "---. 2000.", "Doe, Johnson & Williams. 2001.", "Doe & Smith. 2002.",
                 "Doe, Stevens & Miller. 2003.", "---. 2004.", "Doe, Williams, et al. 2005.",
                 "---. 2006."],
            ),
            (
                "complete-each",
                ["Doe. 1999.", "---. 2000.", "Doe, Johnson & Williams. 2001.", "Doe & Smith. 2002.",
                 "Doe, Stevens & Miller. 2003.", "---, --- & ---. 2004.",
                 "Doe, Williams, et al. 2005.", "---, ---, et al. 2006."],
            ),
            (
                "partial-each",
                ["Doe. 1999.", "---. 2000.", "---, Johnson & Williams. 2001.", "--- & Smith. 2002.",
                 "---, Stevens & Miller. 2003.", "---, --- & ---. 2004.",
                 "---, Williams, et al. 2005.", "---, ---, et al. 2006."],
            ),
            (
                "partial-first",
                ["Doe. 1999.", "---. 2000.", "---, Johnson & Williams. 2001.", "--- & Smith. 2002.",
                 "---, Stevens & Miller. 2003.", "---, Stevens & Miller. 2004.",
                 "---, Williams, et al. 2005.", "---, Williams, et al. 2006."],
            ),
        ],
    )  # fmt: skip
    def test_the_example(self, rule: str, shown: list[str]) -> None:
        """ ""complete-all" - (default), when all rendered names of the name variable match those in
        the preceding bibliographic entry [...]; "complete-each" [...] substitutes for each rendered
        name; "partial-each" [...]. Matching starts with the first name, and continues up to the
        first mismatch; "partial-first" - as "partial-each", but substitution is limited to the
        first name of the name variable." """
        options = 'subsequent-author-substitute="---"'
        if rule:
            options += f' subsequent-author-substitute-rule="{rule}"'
        assert entries(options, EXAMPLE, SHORTENED) == shown


class TestLimits:
    OPTIONS = 'subsequent-author-substitute="---"'

    def test_without_the_attribute_nothing_is_replaced(self) -> None:
        assert entries("", works("Doe 1999", "Doe 2000")) == ["Doe. 1999.", "Doe. 2000."]

    def test_the_empty_text_takes_the_names_away(self) -> None:
        """ "With subsequent-author-substitute set to an empty string, the block with the author
        names is only rendered once for items by the same authors." ("Display")"""
        shown = entries('subsequent-author-substitute=""', works("Doe 1999", "Doe 2000"))
        assert shown[0] == "Doe. 1999."
        assert "Doe" not in shown[1]

    def test_only_the_entry_before_counts(self) -> None:
        shown = entries(self.OPTIONS, works("Doe 1999", "Roe 2000", "Doe 2001"))
        assert shown == ["Doe. 1999.", "Roe. 2000.", "Doe. 2001."]

    def test_a_third_entry_is_compared_with_the_names_not_with_the_substitute(self) -> None:
        shown = entries(self.OPTIONS, works("Doe 1999", "Doe 2000", "Doe 2001"))
        assert shown == ["Doe. 1999.", "---. 2000.", "---. 2001."]

    def test_other_people_who_look_the_same(self) -> None:
        """ "replaces names in a bibliographic entry that also occur in the preceding entry": John
        and James Doe are both "J. Doe", and yet two."""
        layout = '<names variable="author"><name initialize-with="."/></names>'
        people = ("Doe, John", "Doe, James", "Doe, James")
        works = [item(str(n), author=[each]) for n, each in enumerate(people)]
        assert entries(self.OPTIONS, works, layout) == ["J. Doe", "J. Doe", "---"]
        partial = f'{self.OPTIONS} subsequent-author-substitute-rule="partial-each"'
        assert entries(partial, works, layout) == ["J. Doe", "J. Doe", "---"]

    @pytest.mark.parametrize(
        ("rule", "shown"),
        [
            ("complete-all", ["Doe & Roe", "Doe & Roe", "---"]),
            ("complete-each", ["Doe & Roe", "Doe & Roe", "--- & ---"]),
            ("partial-each", ["Doe & Roe", "Doe & Roe", "--- & ---"]),
            ("partial-first", ["Doe & Roe", "Doe & Roe", "--- & Roe"]),
        ],
    )
    def test_people_who_only_look_alike(self, rule: str, shown: list[str]) -> None:
        """ "replaces names … that also occur in the preceding bibliographic entry": Jane is not
        John, though both are shown as "Doe" """
        authors = (["Doe, Jane", "Roe, R"], ["Doe, John", "Roe, R"], ["Doe, John", "Roe, R"])
        items = [item(str(i), author=each) for i, each in enumerate(authors)]
        options = f'{self.OPTIONS} subsequent-author-substitute-rule="{rule}"'
        assert entries(options, items, NAMES.format(more="")) == shown

    def test_names_after_an_ellipsis_are_compared_too(self) -> None:
        more = 'et-al-min="3" et-al-use-first="1" et-al-use-last="true"'
        items = works("Doe, Lee, Kim 1999", "Doe, Ito, Kim 1999", "Doe, Ito, Poe 1999")
        assert entries(self.OPTIONS, items, NAMES.format(more=more)) == [
            "Doe, … Kim",
            "---",
            "Doe, … Poe",
        ]

    def test_only_the_first_names_of_an_entry(self) -> None:
        """ "Substitution is limited to the names of the first cs:names element rendered." """
        layout = NAMES.format(more="") + '<names variable="editor" prefix="; "/>'
        pair = [item(id_, author=["Doe, A"], editor=["Roe, B"]) for id_ in ("1", "2")]
        assert entries(self.OPTIONS, pair, layout) == ["Doe; B Roe", "---; B Roe"]

    def test_the_affixes_of_cs_names_stay(self) -> None:
        """ "replaces the entire name list (including punctuation and terms like "et al" and "and"),
        except for the affixes set on the cs:names element." """
        layout = '<names variable="author" prefix="(" suffix=")"><name form="short"/></names>'
        assert entries(self.OPTIONS, works("Doe 1999", "Doe 2000"), layout) == ["(Doe)", "(---)"]

    def test_entries_without_names(self) -> None:
        pair = [item("1", issued=(1999,)), item("2", issued=(2000,))]
        shown = entries(self.OPTIONS, pair, NAMES.format(more="") + YEAR)
        assert not any("---" in each for each in shown)

    @pytest.mark.parametrize("instead", ['<text term="anonymous"/>', '<text value="Anon"/>'])
    def test_words_that_stand_for_missing_names(self, instead: str) -> None:
        """ "replaces names in a bibliographic entry": two works without a known author are not by
        the same one"""
        layout = f'<names variable="author"><substitute>{instead}</substitute></names>'
        first, second = entries(self.OPTIONS, [item("1"), item("2")], layout)
        assert first.lower() == second.lower() != "---"

    def test_a_variable_that_stands_for_missing_names(self) -> None:
        layout = (
            '<names variable="author"><substitute><text variable="title"/></substitute></names>'
        )
        assert entries(self.OPTIONS, [item("1", title="T"), item("2", title="T")], layout) == [
            "T",
            "---",
        ]
