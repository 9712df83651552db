"""Cites in the sentence: several in one citation, and in styles that name no author there."""

from collections.abc import Iterator

import pytest

import citekit
from citekit.styles.csl.compile.people import sentence
from citekit.styles.csl.formatter import CslFormatter, csl
from citekit.styles.csl.style import elements
from citekit.styles.csl.style.elements import Element
from styles.csl.small import style_xml

ROE = citekit.Work(id="roe", title="R", type="book", authors="Jane Roe", issued=2001)
DOE = citekit.Work(id="doe", title="D", type="book", authors="John Doe", issued=2000)


def cited(*cites: citekit.Cite) -> str:
    found = citekit.render([ROE, DOE], "chicago-author-date", citations=[citekit.Citation(cites)])
    return found.citations[0]


class TestSeveral:
    """ "narrative: Name the author in the sentence, the rest in parentheses" (citekit.Cite)"""

    def test_each_names_its_author(self) -> None:
        both = (citekit.Cite("roe", narrative=True), citekit.Cite("doe", narrative=True))
        assert cited(*both) == "Roe (2001); Doe (2000)"

    def test_one_of_them(self) -> None:
        assert cited(citekit.Cite("roe", narrative=True), citekit.Cite("doe")) == (
            "Roe (2001); (Doe 2000)"
        )

    def test_the_author_alone(self) -> None:
        both = (citekit.Cite("roe", author_only=True), citekit.Cite("doe", author_only=True))
        assert cited(*both) == "Roe; Doe"

    def test_none_of_them(self) -> None:
        assert cited(citekit.Cite("roe"), citekit.Cite("doe")) == "(Roe 2001; Doe 2000)"

    def test_where_numbers_meet_without_a_space(self) -> None:
        """Nature's delimiter parts raised numbers, "1,2"; names need a space."""
        both = [citekit.Cite("roe", narrative=True), citekit.Cite("doe", narrative=True)]
        found = citekit.render([ROE, DOE], "nature", citations=[citekit.Citation(both)])
        assert found.citations == ("Roe¹, Doe²",)

    def test_where_the_style_parts_cites_by_nothing(self) -> None:
        both = [citekit.Cite("roe", narrative=True), citekit.Cite("doe", narrative=True)]
        style = small()
        found = citekit.render([ROE, DOE], style, citations=[citekit.Citation(both)])
        assert found.citations == ("Roe [1], Doe [2]",)


NUMBER = '<text variable="citation-number" prefix="[" suffix="]"/>'
ENTRY = '<bibliography><layout><names variable="author">{}</names></layout></bibliography>'
MACRO = '<macro name="who"><names variable="author"><name/>{}</names></macro>'


INFO = "<info><title>S</title><id>s</id><updated>2026-01-01T00:00:00Z</updated></info>"


def small(citation: str = NUMBER, *, macros: str = "", **rest: str) -> CslFormatter:
    return csl(xml=style_xml(citation, macros=INFO + macros, **rest))


def named(work: citekit.Work, citation: str = NUMBER, **rest: str) -> str:
    """Cite a work in the sentence, with a small style whose citations are numbers."""
    return citekit.cite(work, small(citation, **rest), narrative=True)


def by(authors: str) -> citekit.Work:
    return citekit.Work(type="book", title="T", authors=authors)


class TestAStyleOfNumbers:
    """ "numeric" - e.g. "… [1]": the citation shows no author (CSL 1.0.2, "Info").

    The author stands in the sentence all the same: family names, "and", "First et al.".
    """

    @pytest.mark.parametrize(
        ("authors", "shown"),
        [
            ("Jane Roe", "Roe [1]"),
            ("Jane Roe, John Doe", "Roe and Doe [1]"),
            ("Jane Roe, John Doe, Al Foe", "Roe et al. [1]"),
            ("Jane Roe, et al.", "Roe et al. [1]"),
            ("Vincent van Gogh", "van Gogh [1]"),
            ("OpenAI", "OpenAI [1]"),
        ],
    )
    def test_names(self, authors: str, shown: str) -> None:
        assert named(by(authors)) == shown

    @pytest.mark.parametrize(
        ("style", "shown"),
        [
            ("ieee", "Roe and Doe [1]"),
            ("vancouver", "Roe and Doe (1)"),
            ("nature", "Roe and Doe¹"),
            ("american-chemical-society", "Roe and Doe¹"),
            ("din-1505-2-alphanumeric", "Roe und Doe [RoDo00]"),
        ],
    )
    def test_known_styles(self, style: str, shown: str) -> None:
        """Raised numbers stand close to the name, others apart from it."""
        work = citekit.Work(type="book", authors="Jane Roe, John Doe", issued=2000)
        assert citekit.cite(work, style, narrative=True) == shown

    def test_a_raised_number_may_be_raised_by_its_own_element(self) -> None:
        raised = '<text variable="citation-number" vertical-align="sup"/>'
        assert named(by("Jane Roe"), raised) == "Roe¹"

    def test_the_words_are_the_locales(self) -> None:
        assert citekit.cite(by("Jane Roe, John Doe"), "ieee", narrative=True, locale="de-DE") == (
            "Roe und Doe [1]"
        )
        assert citekit.cite(by("A. Roe, B. Doe, C. Foe"), "ieee", narrative=True, locale="fr") == (
            "Roe et al. [1]"
        )

    def test_prefix_and_suffix_stand_around_all_of_it(self) -> None:
        work = by("Jane Roe")
        given = citekit.cite(work, "ieee", narrative=True, prefix="see", suffix="too", locator=3)
        assert given == "see Roe [1, p. 3] too"

    def test_the_author_alone(self) -> None:
        """`author_only` gives the same names, without the number."""
        cite = citekit.Cite("roe", author_only=True)
        for style in ("ieee", "nature", small()):
            assert citekit.render(ROE, style, citations=[cite]).citations == ("Roe",)


class TestTheOptionsOfNames:
    """ "Inheritable name options may be set on cs:style, cs:citation and cs:bibliography"
    (CSL 1.0.2, "Options"): those of the citation are the ones that are meant for cites."""

    MANY = by("A. Ant, B. Bee, C. Cat, D. Dog, E. Elk")

    def test_those_of_the_citation_hold(self) -> None:
        assert named(self.MANY, options='et-al-min="5" et-al-use-first="2"') == (
            "Ant, Bee, et al. [1]"
        )
        rule = 'et-al-min="9" et-al-use-first="1" and="symbol" delimiter-precedes-last="never"'
        assert named(self.MANY, options=rule) == "Ant, Bee, Cat, Dog & Elk [1]"

    def test_one_half_of_a_rule_is_none(self) -> None:
        """ "Use of these two attributes enables et-al abbreviation": both are needed."""
        assert named(self.MANY, options='et-al-min="9"') == "Ant et al. [1]"

    def test_those_of_the_bibliography_do_not(self) -> None:
        """A numeric style shows names nowhere else, so what cs:style says is meant for there."""
        other = 'and="symbol" delimiter-precedes-last="always"'
        assert named(by("A. Ant, B. Bee"), attributes=other) == "Ant and Bee [1]"
        rule = 'et-al-min="5" et-al-use-first="3" et-al-use-last="true"'
        assert named(self.MANY, attributes=rule) == "Ant et al. [1]"
        assert named(self.MANY, bibliography=ENTRY.format(f"<name {rule}/>")) == "Ant et al. [1]"

    def test_the_styles_own_term_for_et_al(self) -> None:
        shown = ENTRY.format('<name/><et-al term="and others"/>')
        assert named(self.MANY, bibliography=shown) == "Ant and others [1]"


class TestWhoStandsForTheAuthor:
    """ "cs:substitute … adds substitution in case the name variables specified in the parent
    cs:names element are empty" (CSL 1.0.2, "Substitute")."""

    EDITED = citekit.Work(type="book", title="T", editors="Ed Itor")

    def test_who_does_in_the_bibliography(self) -> None:
        """In the short form and without a label, whatever the substitute says."""
        name = "<name/><substitute>{}</substitute>"
        for substitute in (
            '<names variable="editor"/>',
            '<names variable="editor"><name form="long"/><label prefix=", "/></names>',
            '<names variable="translator"/><names variable="editor"/>',
        ):
            shown = ENTRY.format(name.format(substitute))
            assert named(self.EDITED, bibliography=shown) == "Itor [1]"

    def test_the_element_may_be_in_a_macro(self) -> None:
        macro = MACRO.format('<substitute><names variable="editor"/></substitute>')
        shown = '<bibliography><layout><text macro="who"/></layout></bibliography>'
        assert named(self.EDITED, macros=macro, bibliography=shown) == "Itor [1]"

    def test_what_stands_there_may_be_a_word(self) -> None:
        shown = ENTRY.format('<name/><substitute><text term="anonymous"/></substitute>')
        assert named(self.EDITED, bibliography=shown) == "anonymous [1]"

    def test_the_title_is_the_last_resort(self) -> None:
        assert named(self.EDITED) == "T [1]"
        assert named(citekit.Work(title="A Long One", title_short="One")) == "One [1]"

    def test_nothing_at_all(self) -> None:
        assert named(citekit.Work(issued=2000)) == "[1]"

    def test_two_roles_in_one_element(self) -> None:
        shown = ENTRY.replace("author", "author editor").format("<name/>")
        assert named(self.EDITED, bibliography=shown) == "Itor [1]"

    def test_a_style_that_counts_its_names(self) -> None:
        assert named(by("Jane Roe"), attributes='name-form="count"') == "Roe [1]"
        assert named(by("Jane Roe"), bibliography=ENTRY.format('<name form="count"/>')) == "Roe [1]"

    def test_macros_that_double_are_looked_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        looked = []

        def walk(children: tuple[Element, ...]) -> Iterator[Element]:
            looked.append(children)
            return elements.walk(children)

        monkeypatch.setattr(sentence, "walk", walk)
        call = '<text macro="m{0}"/><text macro="m{0}"/>'
        doubling = [f'<macro name="m{i}">{call.format(i + 1)}</macro>' for i in range(12)]
        last = '<macro name="m12"><text variable="title"/></macro>'
        shown = '<bibliography><layout><text macro="m0"/></layout></bibliography>'
        style = {"macros": "".join([*doubling, last]), "bibliography": shown}
        assert named(by("Jane Roe"), **style) == "Roe [1]"
        assert 13 < len(looked) < 30


class TestWhereNothingIsLeft:
    """An author style cites "(Doe 12)": with the author in the sentence, no page, no brackets."""

    def test_the_name_alone(self) -> None:
        found = citekit.render(DOE, "modern-language-association", citations=[
            citekit.Cite("doe", narrative=True, prefix="see"),
            citekit.Cite("doe", narrative=True, locator=12),
        ])  # fmt: skip
        assert found.citations == ("see Doe", "Doe (12)")
        assert not found.diagnostics


class TestNotes:
    """A note has no sentence of its own to name the author in."""

    def test_ibid_stays_ibid(self) -> None:
        cites = [citekit.Cite("doe", narrative=True)] * 2
        numbered = [citekit.Citation(each, note_number=i + 1) for i, each in enumerate(cites)]
        style = "chicago-notes-bibliography-subsequent-ibid"
        first, second = citekit.render(DOE, style, citations=numbered).citations
        assert first.startswith("John Doe")
        assert second == "Ibid."

    def test_the_author_alone_is_asked_for(self) -> None:
        cites = [citekit.Cite("doe"), citekit.Cite("doe", author_only=True)]
        numbered = [citekit.Citation(each, note_number=i + 1) for i, each in enumerate(cites)]
        style = "chicago-notes-bibliography-subsequent-ibid"
        assert citekit.render(DOE, style, citations=numbered).citations[1] == "Doe"
