"""The elements that citekit puts under citeproc-py's: text as data, names, dates, labels."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from citekit.model.names import AuthorList, Person
from citekit.model.work import Work
from citekit.styles.csl.citeproc_py import engine as citeproc_py
from citekit.styles.csl.formatter import csl
from citekit.styles.csl.item.prepare import prepare
from citekit.styles.csl.source.load import StyleSource
from citekit.text.nodes import Format, RichText, Styled
from strategies import works
from styles.csl.citeproc_py.citeproc_small import INFO, NS, shown, style


def entry(bibliography: str, *, style_options: dict[str, Any] | None = None, **fields: Any) -> str:
    made = style(bibliography, **(style_options or {}))
    return str(made.render([Work(id="a", **fields)]).entries[0].text)


NAMES = '<names variable="author"><name and="text"/></names>'


class TestTextIsData:
    """All text is `marks` text throughout, so no markup is ever parsed out of a record, a style or
    a locale."""

    @pytest.mark.parametrize(
        "text", ["<i>x</i>", "a & b", "\\write18{x}", "*x*", "&lt;b&gt;", '<span class="nocase">x']
    )
    def test_in_a_record(self, text: str) -> None:
        found = style('<text variable="title"/>').render([Work(id="a", title=text)])
        assert found.entries[0].text == RichText(text.replace('"', "”")) or '"' in text
        assert str(found.entries[0].text).replace("”", '"').replace("“", '"') == text

    def test_in_a_style(self) -> None:
        assert entry('<text value="&lt;b&gt; &amp;amp;"/>') == "<b> &amp;"

    def test_direction_marks_of_a_style_are_closed(self) -> None:
        """Bidirectional marks cannot leak out of their field."""
        assert entry('<text value="&#x202E;a"/>') == "\u202ea\u202c"

    def test_formatting_is_nodes(self) -> None:
        made = style('<text variable="title" font-style="italic" font-weight="bold"/>')
        (text,) = [each.text for each in made.render([Work(id="a", title="x")]).entries]
        assert text == RichText([Styled([Styled(["x"], Format.ITALIC)], Format.BOLD)])

    @pytest.mark.parametrize(
        ("attribute", "format_"),
        [
            ('font-style="oblique"', Format.OBLIQUE),
            ('font-weight="light"', Format.LIGHT),
            ('font-variant="small-caps"', Format.SMALL_CAPS),
            ('text-decoration="underline"', Format.UNDERLINE),
            ('vertical-align="sup"', Format.SUPERSCRIPT),
            ('vertical-align="sub"', Format.SUBSCRIPT),
        ],
    )
    def test_each_format(self, attribute: str, format_: Format) -> None:
        made = style(f'<text variable="title" {attribute}/>')
        (found,) = made.render([Work(id="a", title="x")]).entries
        assert found.text == RichText([Styled(["x"], format_)])

    @settings(max_examples=25, deadline=None)
    @given(works())
    def test_no_mark_and_no_control_character_comes_through(self, work: Work) -> None:
        made = csl("ieee", engine="citeproc-py")
        rendered = made.render([Work(id="a"), *([work] if work.id not in (None, "a") else [])])
        for text in [*(each.text for each in rendered.entries), *rendered.citations]:
            for char in str(text):
                assert not "\ufdd0" <= char <= "\ufdef"
                assert char >= " " or char in "\n\t"


class TestOthers:
    """Where the source's list stopped early, et-al stands after what it lists, or earlier if the
    style says so; nobody is made up."""

    LORA = "Edward J. Hu, Yelong Shen, Phillip Wallis, Zeyuan Allen-Zhu, et al."

    def test_ieee(self) -> None:
        found = csl("ieee", engine="citeproc-py").render(
            [Work(id="a", title="L", authors=self.LORA)]
        )
        assert "E. J. Hu, Y. Shen, P. Wallis, Z. Allen-Zhu, et al., “L.”" in shown(found)[0]

    def test_after_one_name(self) -> None:
        assert entry(NAMES, authors="Hu, et al.") == "Hu et al."

    def test_a_style_without_et_al(self) -> None:
        assert entry(NAMES, authors="A. Lee, B. Cho, et al.") == "A. Lee, B. Cho, et al."

    def test_a_style_that_says_nothing_of_names(self) -> None:
        assert entry('<names variable="author"/>', authors="A. Lee, et al.") == "A. Lee et al."

    def test_a_complete_list_has_none(self) -> None:
        assert entry(NAMES, authors=["A. Lee", "B. Cho"]) == "A. Lee and B. Cho"

    @pytest.mark.parametrize(
        ("least", "first", "found"),
        [
            (2, 1, "A. Lee et al."),
            (3, 1, "A. Lee et al."),
            (4, 1, "A. Lee, B. Cho, et al."),
            (3, 9, "A. Lee, B. Cho, et al."),
        ],
    )
    def test_the_missing_ones_count_as_one(self, least: int, first: int, found: str) -> None:
        name = f'<name et-al-min="{least}" et-al-use-first="{first}"/>'
        names = f'<names variable="author">{name}</names>'
        assert entry(names, authors="A. Lee, B. Cho, et al.") == found

    def test_the_label_is_plural(self) -> None:
        names = '<names variable="editor"><name/><label form="short" prefix=" "/></names>'
        assert entry(names, editors="A. Lee, et al.") == "A. Lee et al. eds."
        assert entry(names, editors=["A. Lee"]) == "A. Lee ed."

    def test_a_count(self) -> None:
        names = '<names variable="author"><name form="count"/></names>'
        assert entry(names, authors="A. Lee, B. Cho, et al.") == "2"

    def gap(self) -> AuthorList:
        people = [Person(family=family) for family in ("Lee", "Cho", "Yu", "Zhou")]
        return AuthorList(listed=people, complete=False, gap=2)

    def test_a_gap_hides_what_stands_after_it(self) -> None:
        assert entry(NAMES, authors=self.gap()) == "Lee, Cho, et al."

    def test_a_style_that_wants_the_last_gets_it_where_it_is_known(self) -> None:
        name = '<name et-al-min="4" et-al-use-first="2" et-al-use-last="true"/>'
        names = f'<names variable="author">{name}</names>'
        assert entry(names, authors=self.gap()) == "Lee, Cho, … Zhou"
        assert entry(names, authors="Lee, Cho, Yu, et al.") == "Lee, Cho, et al."

    def test_others_in_sorting(self) -> None:
        sort = '<sort><key variable="author"/></sort>'
        xml = (
            f'<style {NS} version="1.0" class="in-text">{INFO}<citation><layout>'
            f'<text variable="title"/></layout></citation><bibliography>{sort}<layout>{NAMES}'
            "</layout></bibliography></style>"
        )
        made = csl(xml=xml, engine="citeproc-py")
        both = [Work(id="a", authors="B. Lee, et al."), Work(id="b", authors="A. Cho")]
        assert shown(made.render(both)) == ["A. Cho", "B. Lee et al."]


class TestNames:
    """Names that would be wrong: names that run family first, elided particles, initials that
    stay, roles with a hyphen."""

    def test_family_first(self) -> None:
        people = [{"family": "李", "given": "明"}, {"family": "Bartók", "given": "Béla"}]
        assert entry(NAMES, authors=people) == "李明 and Béla Bartók"
        people[1]["static_ordering"] = True  # type: ignore[assignment]  # a flag among texts
        assert entry(NAMES, authors=people) == "李明 and Bartók Béla"

    def test_family_first_in_short(self) -> None:
        names = '<names variable="author"><name form="short"/></names>'
        assert entry(names, authors=[{"family": "李", "given": "明"}]) == "李"

    def test_elided_particles(self) -> None:
        person = {"family": "Artagnan", "given": "C.", "non_dropping_particle": "d'"}
        assert entry(NAMES, authors=[person]) == "C. d’Artagnan"

    def test_initials(self) -> None:
        name = '<name initialize-with=". " name-as-sort-order="all" sort-separator=", "/>'
        names = f'<names variable="author">{name}</names>'
        assert entry(names, authors=["Marie-Anne Lachaux"]) == "Lachaux, M.-A."
        only = names.replace("<name ", '<name initialize="false" ')
        assert entry(only, authors=["Edward J Hu"]) == "Hu, Edward J."

    def test_roles_with_a_hyphen(self) -> None:
        names = '<names variable="container-author"><name/></names>'
        assert entry(names, container_authors="A. Lee") == "A. Lee"

    def test_name_parts_with_affixes_and_formats(self) -> None:
        part = '<name-part name="family" prefix="(" suffix=")" text-case="uppercase"/>'
        name = f'<name name-as-sort-order="all">{part}</name>'
        assert entry(f'<names variable="author">{name}</names>', authors=["A. Lee"]) == "(LEE), A."

    def test_a_name_part_that_is_not_there(self) -> None:
        part = '<name><name-part name="given" prefix="(" suffix=")"/></name>'
        assert entry(f'<names variable="author">{part}</names>', authors=["Plato"]) == "Plato"
        assert entry(f'<names variable="author">{part}</names>', authors=["A. Lee"]) == "(A.) Lee"

    def test_a_substitute_is_not_printed_again(self) -> None:
        """ "Variables rendered through cs:substitute are considered empty for the purposes of
        determining … the output" (CSL 1.0.2, "Substitute")."""
        editors = '<names variable="editor"><name/></names>'
        whole = (
            f'<names variable="author"><name/><substitute>{editors}</substitute></names>'
            f'<group prefix=" by ">{editors}</group>'
        )
        assert entry(whole, editors="A. Lee") == "A. Lee"
        assert entry(whole, editors="A. Lee", authors="B. Cho") == "B. Cho by A. Lee"


class TestSubstitute:
    """ "Variables that are rendered through cs:substitute are considered empty for the rest of the
    output" (CSL 1.0.2, "Substitute"), also where a macro rendered them."""

    MACRO = '<macro name="t"><text variable="title"/></macro>'

    @pytest.mark.parametrize("stand_in", ['<text macro="t"/>', '<text variable="title"/>'])
    def test_a_title_in_place_of_the_author(self, stand_in: str) -> None:
        names = f'<names variable="author"><name/><substitute>{stand_in}</substitute></names>'
        body = f'{names}<text macro="t" prefix=". "/>'
        options = {"before": self.MACRO}
        assert entry(body, style_options=options, title="T") == "T"
        assert entry(body, style_options=options, title="T", authors="A. Lee") == "A. Lee. T"

    def test_apa(self) -> None:
        found = csl("apa", engine="citeproc-py").render([Work(id="a", title="T", type="book")])
        assert shown(found) == ["T. (n.d.)."]

    def test_dates_and_numbers(self) -> None:
        year = '<date variable="issued"><date-part name="year"/></date>'
        number = '<number variable="volume"/>'
        for element in (year, number):
            names = f'<names variable="author"><name/><substitute>{element}</substitute></names>'
            assert entry(f"{names}{element}", issued="2020", volume="2020") == "2020"

    def test_what_printed_nothing_is_not_used_up(self) -> None:
        first = '<names variable="editor"/><text variable="publisher"/><text variable="title"/>'
        names = f'<names variable="author"><name/><substitute>{first}</substitute></names>'
        rest = '<text variable="publisher" prefix="-"/><text variable="title" prefix="-"/>'
        assert entry(f"{names}{rest}", title="T") == "T"
        assert entry(f"{names}{rest}", publisher="P", title="T") == "P-T"

    def test_nothing_to_stand_in(self) -> None:
        stand_in = '<substitute><text variable="title"/></substitute>'
        names = f'<names variable="author"><name/>{stand_in}</names>'
        assert entry(f'<text value="x"/>{names}') == "x"


class TestDates:
    """Literal dates, ranges of unequal precision, localised dates that do not remember."""

    DATE = '<date variable="issued" form="text"/>'

    @pytest.mark.parametrize(
        ("date", "found"),
        [
            ("2023-02-27", "February 27, 2023"),
            ("2023-02", "February 2023"),
            ("2023", "2023"),
            ("Spring 2023", "Spring 2023"),
            ("in press", "in press"),
            ("44 BC", "44 BC"),
            ("2019/2021", "2019–2021"),
            ("2019/..", "2019–"),
            ("2019-03/2019-05", "March–May 2019"),
            ("2019-03-02/2019-03-05", "March 2–5, 2019"),
            ("2019-03-02/2020-04-05", "March 2, 2019–April 5, 2020"),
            ("2019/2019-05", "2019–May 2019"),
        ],
    )
    def test_forms(self, date: str, found: str) -> None:
        assert entry(self.DATE, issued=date) == found

    def test_in_another_language(self) -> None:
        made = style(self.DATE, locale="de-AT")
        assert shown(made.render([Work(id="a", issued="2023-01-02")])) == ["2. Jänner 2023"]

    def test_a_date_does_not_remember_the_one_before(self) -> None:
        """An entry does not depend on the one before."""
        short = '<date variable="issued" form="text"><date-part name="month" form="short"/></date>'
        condition = f'<choose><if type="book">{short}</if><else>{self.DATE}</else></choose>'
        two = [Work(id=each, type=each, issued="2023-09") for each in ("book", "map")]
        assert shown(style(condition).render(two)) == ["Sept. 2023", "September 2023"]

    def test_formatting_of_a_localised_date(self) -> None:
        made = style('<date variable="issued" form="text" font-weight="bold" suffix="."/>')
        (found,) = made.render([Work(id="a", issued="2023")]).entries
        assert found.text == RichText([Styled(["2023"], Format.BOLD), "."])

    def test_a_season_is_no_number(self) -> None:
        parts = '<date-part name="month" form="numeric"/><date-part name="year" prefix=" "/>'
        assert entry(f'<date variable="issued">{parts}</date>', issued="Spring 2023") == " 2023"

    def test_a_range_whose_shown_parts_are_the_same(self) -> None:
        years = '<date variable="issued"><date-part name="year"/></date>'
        assert entry(years, issued="2019-03/2019-05") == "2019"

    def test_without_a_date(self) -> None:
        assert entry(f'<text value="x"/>{self.DATE}') == "x"


class TestTextCase:
    """Changes of case are those of `compile.textcase` and leave shielded text alone."""

    def test_title_case_keeps_what_has_capitals(self) -> None:
        text = '<text variable="title" text-case="title"/>'
        assert entry(text, title="the arXiv of LLaMA") == "The arXiv of LLaMA"

    @pytest.mark.parametrize(
        ("language", "found"), [("", "The Cat"), ("en-GB", "The Cat"), ("de", "the cat")]
    )
    def test_title_case_is_english(self, language: str, found: str) -> None:
        text = '<text variable="title" text-case="title"/>'
        assert entry(text, title="the cat", language=language) == found

    def test_nocase(self) -> None:
        title = RichText(["use of ", Styled(["pH"], Format.NO_CASE)])
        assert entry('<text variable="title" text-case="uppercase"/>', title=title) == "USE OF pH"

    def test_periods(self) -> None:
        text = '<text variable="title" strip-periods="true"/>'
        assert entry(text, title="J. Phys.") == "J Phys"

    def test_case_of_a_macro_and_of_a_number(self) -> None:
        words = '<text value="a"/><text value="b"/>'
        macro = f'<macro name="its"><group delimiter=" ">{words}</group></macro>'
        text = '<text macro="its" text-case="capitalize-first"/>'
        assert entry(text, style_options={"before": macro}) == "A b"
        assert entry('<text variable="citation-number" strip-periods="true"/>') == "1"


class TestSeams:
    """Doubled punctuation goes also across formatting, after quotes, and after "?"."""

    @pytest.mark.parametrize(
        ("body", "found"),
        [
            ('<text variable="title" font-style="italic" suffix="."/>', "Why?"),
            ('<text variable="title" quotes="true" suffix="."/>', "“Why?”"),
            ('<text variable="title" suffix="."/>', "Why?"),
            ('<text value="a." font-style="italic"/><text value=". b"/>', "a. b"),
            ('<text value="a " font-style="italic"/><text value=" b"/>', "a b"),
            ('<text value="a" quotes="true"/><text value=", b"/>', "“a,” b"),
        ],
    )
    def test_american(self, body: str, found: str) -> None:
        assert entry(body, title="Why?") == found

    def test_british(self) -> None:
        body = '<text value="a" quotes="true"/><text value=", b"/>'
        assert entry(body, style_options={"locale": "en-GB"}) == "‘a’, b"

    def test_quotes_inside_quotes(self) -> None:
        assert entry('<text variable="title" quotes="true"/>', title="On “x” y") == "“On ‘x’ y”"


class TestLabels:
    """A label is printed only if there is something to label (CSL 1.0.2, "Label")."""

    BODY = '<label variable="page" form="short"/><text variable="page" prefix=" "/>'

    @pytest.mark.parametrize(("page", "found"), [("12", "p. 12"), ("12-15", "pp. 12–15"), ("", "")])
    def test_pages(self, page: str, found: str) -> None:
        assert entry(f"<group>{self.BODY}</group>", page=page) == found
        assert entry(f'<text value="t "/>{self.BODY}', page=page) == f"t {found}"

    def test_number_of_pages(self) -> None:
        label = '<number variable="number-of-pages" suffix=" "/><label variable="number-of-pages"/>'
        assert entry(label, number_of_pages="300") == "300 pages"

    def test_ordinals_in_the_language_asked_for(self) -> None:
        number = '<number variable="edition" form="ordinal"/>'
        general = '<locale><terms><term name="page">P</term></terms></locale>'
        options = {"before": general, "locale": "de"}
        assert entry(number, edition="2", style_options=options) == "2."


class TestLocales:
    """The locale elements of a style come before the locale files, the nearest language first
    (CSL 1.0.2, "Locale Fallback")."""

    @pytest.mark.parametrize(
        ("locale", "found"), [("de-AT", "dialect"), ("de-DE", "language"), ("fr", "any")]
    )
    def test_the_nearest_wins(self, locale: str, found: str) -> None:
        def own(attribute: str, term: str) -> str:
            return f'<locale{attribute}><terms><term name="page">{term}</term></terms></locale>'

        before = (
            own("", "any") + own(' xml:lang="de"', "language") + own(' xml:lang="de-AT"', "dialect")
        )
        options = {"before": before, "locale": locale}
        assert entry('<text term="page"/>', style_options=options) == found


class TestConditions:
    """Conditions that citeproc-py gets wrong or does not know."""

    @staticmethod
    def ask(condition: str, **fields: Any) -> str:
        yes, no = '<text value="yes"/>', '<text value="no"/>'
        return entry(f"<choose><if {condition}>{yes}</if><else>{no}</else></choose>", **fields)

    def test_disambiguation_is_never_needed(self) -> None:
        assert self.ask('disambiguate="true"') == "no"
        assert self.ask('disambiguate="true" type="book" match="any"', type="book") == "yes"
        assert self.ask('disambiguate="true" match="any"') == "no"
        assert self.ask('disambiguate="true" match="none"') == "yes"

    @pytest.mark.parametrize(
        ("volume", "found"), [("2-4", "yes"), ("2 & 4", "yes"), ("II b", "no"), ("", "no")]
    )
    def test_numeric(self, volume: str, found: str) -> None:
        assert self.ask('is-numeric="volume"', volume=volume) == found

    def test_there_is_no_position_in_a_bibliography(self) -> None:
        assert self.ask('position="first"') == "no"

    def test_a_variable_of_another_kind_is_no_text(self) -> None:
        """The schema refuses such styles; the engine does not rely on it."""
        assert unchecked('<text value="x"/><text variable="issued"/>', issued="2020") == "x"
        year = '<date variable="title"><date-part name="year"/></date>'
        assert unchecked(f'<text value="x"/>{year}', title="T") == "x"


def unchecked(bibliography: str, **fields: Any) -> str:
    """Render with a style that the schema would refuse."""
    xml = (
        f"<style {NS}><citation><layout/></citation>"
        f"<bibliography><layout>{bibliography}</layout></bibliography></style>"
    )
    engine = citeproc_py.make(StyleSource(id="t", title="T", xml=xml.encode()), "en-US")
    item, _ = prepare(Work(id="a", **fields))
    return str(engine.render([item]).entries[0].text)
