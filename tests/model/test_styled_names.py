"""Formatting in names: beside the parts, which are plain text."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.errors import InvalidNameError
from citekit.model.names import Organization, Person
from citekit.model.work import Work
from citekit.styles.csl.item.prepare import prepare
from citekit.styles.csl.marked.marks import FORMAT_MARKS
from citekit.text.nodes import Format, RichText, Styled

DOE = RichText([Styled(["Doe"], Format.BOLD)])


class TestStyled:
    """CSL-JSON: text may hold inline markup, names too; "a `str` is always literal text" """

    def test_a_mapping_and_pairs_mean_the_same(self) -> None:
        one = Person(family="Doe", styled={"family": DOE})
        assert one == Person(family="Doe", styled=[("family", DOE)])
        assert one != Person(family="Doe")
        assert hash(one)

    def test_empty_formatting_is_none(self) -> None:
        assert Person(family="Doe", styled={"given": ""}) == Person(family="Doe")

    @pytest.mark.parametrize("styled", [{"orcid": DOE}, {"given": DOE}, 7, ["family"]])
    def test_what_is_not_a_formatted_part(self, styled: Any) -> None:
        with pytest.raises(InvalidNameError):
            Person(family="Doe", styled=styled)

    def test_an_organization_has_only_its_name(self) -> None:
        assert Organization(name="Doe", styled={"name": DOE}).name == "Doe"
        with pytest.raises(InvalidNameError):
            Organization(name="Doe", styled={"identifier": DOE})


class TestInCsl:
    """A style shows the formatting; text that looks like markup stays text"""

    def family(self, name: Person) -> str:
        item, _ = prepare(Work(authors=[name]))
        return str(item.values["author"].names[0].family)

    def test_formatting_is_shown(self) -> None:
        bold = FORMAT_MARKS[Format.BOLD]
        assert f"{bold}Doe" in self.family(Person(family="Doe", styled={"family": DOE}))
        assert f"{bold}Doe" in self.family(Person(given="Doe", styled={"given": DOE}))

    def test_text_is_never_markup(self) -> None:
        assert self.family(Person(family="<b>Doe</b>")) == "<b>Doe</b>"
