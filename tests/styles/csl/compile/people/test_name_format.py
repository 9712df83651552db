"""One name to text: what cs:name formats, suffixes, and spaces that do not break."""

from __future__ import annotations

import pytest

from citekit.styles.csl.item.variables import Item, ItemName, NameList
from citekit.styles.csl.marked.marks import QUOTE, QUOTE_CLOSE
from styles.csl.small import cite, item


def names(*given: ItemName) -> Item:
    return Item(id="a", type="book", values={"author": NameList(given)})


DOE_AND_ROE = item(author=["Doe, Jane", "Roe, Richard"])


def one(options: str, *given: ItemName, locale: str = "en-US") -> str:
    return cite(f'<names variable="author"><name {options}/></names>', names(*given), locale=locale)


class TestName:
    """cs:name "can be used to describe the formatting of individual names, and the separation of
    names within a name variable" (CSL 1.0.2, "Name")."""

    def test_affixes_are_those_of_each_name(self) -> None:
        layout = '<names variable="author"><name prefix="[" suffix="]" and="text"/></names>'
        assert cite(layout, DOE_AND_ROE) == "[Jane Doe] and [Richard Roe]"

    def test_an_abbreviated_list_has_them_too(self) -> None:
        """What goes for a list with "et al." the specification leaves open; citeproc-js formats
        the whole, so that "et al." is in small capitals, too."""
        layout = (
            '<names variable="author">'
            '<name prefix="[" suffix="]" et-al-min="2" et-al-use-first="1"/></names>'
        )
        assert cite(layout, DOE_AND_ROE) == "[[Jane Doe] et al.]"


class TestAnd:
    """ "and" set to "text" or "symbol" puts the term before the last name (CSL 1.0.2, "Name").
    Only a word has spaces around it, and only before a word does a delimiter make sense
    (citeproc-js; the specification leaves it open)."""

    AUTHORS = ("A, X.", "B, Y.", "C, Z.")

    @pytest.mark.parametrize(
        ("term", "two", "three"),
        [
            ("et", "A et B", "A, B, et C"),
            ("–", "A–B", "A, B–C"),
            (" – ", "A – B", "A, B – C"),
            ("和", "A和B", "A, B和C"),
        ],
    )
    def test_terms(self, term: str, two: str, three: str) -> None:
        layout = '<names variable="author"><name and="text" form="short"/></names>'
        own = f'<locale><terms><term name="and">{term}</term></terms></locale>'
        for count, shown in ((2, two), (3, three)):
            assert cite(layout, item(author=[*self.AUTHORS[:count]]), macros=own) == shown

    def test_always(self) -> None:
        """delimiter-precedes-last "always": the delimiter is always there."""
        layout = (
            '<names variable="author">'
            '<name and="text" form="short" delimiter-precedes-last="always"/></names>'
        )
        own = '<locale><terms><term name="and">和</term></terms></locale>'
        assert cite(layout, item(author=[*self.AUTHORS]), macros=own) == "A, B, 和C"


class TestSuffixes:
    """The punctuation of initials is that of a suffix, too (citeproc-js): what
    `initialize-with` gives."""

    KING = ItemName(family="King", given="Martin Luther", suffix="Jr.")

    @pytest.mark.parametrize(
        ("options", "shown"),
        [
            ("", "Martin Luther King Jr."),
            ('initialize-with=". "', "M. L. King Jr."),
            ('initialize-with=""', "ML King Jr"),
            ('initialize-with="" name-as-sort-order="all"', "King, ML, Jr"),
        ],
    )
    def test_periods(self, options: str, shown: str) -> None:
        assert one(options, self.KING) == shown

    def test_numerals_stay(self) -> None:
        assert one('initialize-with=". "', ItemName(family="P", given="Q", suffix="III")) == (
            "Q. P III"
        )


class TestWhatHasNoInitial:
    """ "initialize-with: When set, given names are converted to initials" ("Name"). What begins
    with a small letter, or stands in brackets or quotation marks, is no name to shorten
    (citeproc-js)."""

    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            ("John (Jack)", "J. (Jack) Doe"),
            ("jean-paul", "jean-paul Doe"),
            ("Guo-ping", "G. Doe"),
            (f"John {QUOTE}Jack{QUOTE_CLOSE}", "J. “Jack” Doe"),
            ("毛", "毛 Doe"),
        ],
    )
    def test_given_names(self, given: str, shown: str) -> None:
        assert one('initialize-with=". "', ItemName(family="Doe", given=given)) == shown


class TestFamilyNameFirst:
    """ "Display and sorting order of names in "family-name given-name" scripts (Chinese, etc.)":
    the script is that of the family name (CSL 1.0.2, "Name-part Order")."""

    MAO = ItemName(family="Mao", given="Zedong", static_ordering=True)

    def test_given_names_in_latin_letters(self) -> None:
        assert one("", ItemName(family="毛", given="Z. D.")) == "毛 Z. D."
        assert one('name-as-sort-order="all"', ItemName(family="毛", given="泽东")) == "毛泽东"

    def test_initials(self) -> None:
        assert one('initialize-with=". "', self.MAO) == "Mao Z."
        assert one("", self.MAO) == "Mao Zedong"

    def test_particles_are_not_lost(self) -> None:
        name = ItemName(family="Mao", given="Ze", dropping_particle="dong", static_ordering=True)
        assert one("", name) == "Mao Ze dong"


def test_organizations_have_no_affixes_of_name_parts() -> None:
    """ "Non-personal names lack name-parts" ("Name-part Order"): "affixes surround the "family"
    name-part"."""
    part = '<name-part name="family" text-case="uppercase" prefix="&lt;" suffix="&gt;"/>'
    layout = f'<names variable="author"><name>{part}</name></names>'
    assert cite(layout, item(author=["Doe, Jane", "WHO group"])) == "Jane <DOE>, WHO GROUP"


class TestUnbrokenSpaces:
    """French, Russian and Czech do not break a line between a particle and its name, nor after
    initials whose own spaces do not break (citeproc-js; CSL 1.0.2 leaves it open)."""

    GOGH = ItemName(family="Gogh", given="Vincent", non_dropping_particle="van")
    SARTRE = ItemName(family="Sartre", given="Jean")

    def test_particles(self) -> None:
        assert one('form="short"', self.GOGH, locale="fr-FR") == "van\u00a0Gogh"
        assert one('form="short"', self.GOGH) == "van Gogh"

    def test_initials(self) -> None:
        hard = 'initialize-with=".\u00a0"'
        assert one(hard, self.SARTRE, locale="fr-FR") == "J.\u00a0Sartre"
        assert one(hard, self.SARTRE) == "J. Sartre"
        assert one('initialize-with=". "', self.SARTRE, locale="fr-FR") == "J. Sartre"
        assert one("", self.SARTRE, locale="fr-FR") == "Jean Sartre"


class TestParticlesInSortKeys:
    """demote-non-dropping-particle "sort-only" puts the particle behind the family name in
    sort keys and nowhere else (CSL 1.0.2, "Name Particles"), in the short form, too."""

    KEY = '<sort><key macro="author"/></sort>'
    MACROS = '<macro name="author"><names variable="author"><name form="short"/></names></macro>'

    @pytest.mark.parametrize(
        ("demote", "shown"),
        [("never", "Hall, van Gogh"), ("sort-only", "van Gogh, Hall")],
    )
    def test_the_short_form(self, demote: str, shown: str) -> None:
        gogh = ItemName(family="Gogh", given="Vincent", non_dropping_particle="van")
        found = cite(
            '<text macro="author"/>',
            Item(id="a", type="book", values={"author": NameList((gogh,))}),
            item("b", author=["Hall, Donald"]),
            attributes=f'demote-non-dropping-particle="{demote}"',
            macros=self.MACROS,
            sort=self.KEY,
            layout='delimiter=", "',
        )
        assert found == shown


class TestSpaces:
    """Spaces that meet are one: the affix of a part and the sort-separator (citeproc-js)."""

    def test_one_space(self) -> None:
        layout = (
            '<names variable="author"><name name-as-sort-order="all" sort-separator=" ">'
            '<name-part name="family" suffix=" "/></name></names>'
        )
        assert cite(layout, item(author=["Müller, B."])) == "Müller B."

    def test_no_separator(self) -> None:
        layout = (
            '<names variable="author"><name name-as-sort-order="all" sort-separator="">'
            '<name-part name="family" suffix="/"/></name></names>'
        )
        assert cite(layout, item(author=["Müller, B."])) == "Müller/B."
