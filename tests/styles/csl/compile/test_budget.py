"""Specification of the limit on what a rendering does (`citekit.styles.csl.compile.budget`).

Styles that are valid, small, and would take seconds and gigabytes a work; works that are large, and
no fault of a style.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import pytest

import citekit
from citekit.errors import StyleError

NS: Final = 'xmlns="http://purl.org/net/xbiblio/csl"'
TITLE: Final = '<text variable="title"/>'


def style(macros: str, layout: str = '<text macro="m"/>', *, sort: str = "", cite: str = "") -> str:
    """Give the XML of a style."""
    return (
        f'<style {NS} version="1.0" class="in-text"><info><title>T</title><id>http://x.org/a</id>'
        f"<updated>2012-09-09T21:58:08+00:00</updated></info>\n{macros}\n"
        f"<citation><layout>{cite or TITLE}</layout></citation>"
        f"<bibliography>{sort}<layout>{layout}</layout></bibliography></style>"
    )


def doubling(call: str, leaf: str = TITLE, levels: int = 18) -> str:
    """Give macros each of which does twice what the one before does, the last one called "m"."""
    macros = [f'<macro name="m0">{leaf}</macro>']
    macros += [
        f'<macro name="m{level}">{call.replace("@", f"m{level - 1}")}</macro>'
        for level in range(1, levels + 1)
    ]
    return "\n".join(macros).replace(f'"m{levels}"', '"m"')


TWICE: Final = '<text macro="@"/><text macro="@"/>'
CALLS: Final = {
    "side by side": TWICE,
    "in a group": f'<group delimiter=" ">{TWICE}</group>',
    "one beside a group": '<text macro="@"/><group><text macro="@"/></group>',
    "in a branch": f'<choose><if variable="title">{TWICE}</if></choose>',
    "in a late branch": f'<choose><if type="bill">{TITLE}</if><else>{TWICE}</else></choose>',
    "with affixes": '<group prefix="("><text macro="@" suffix="."/><text macro="@"/></group>',
    "formatted": '<text macro="@" font-style="italic"/><text macro="@" quotes="true"/>',
    "changing case": '<text macro="@" text-case="uppercase"/><text macro="@" text-case="title"/>',
    "for names": (
        f'<names variable="author"><substitute><group>{TWICE}</group></substitute></names>'
    ),
}
LEAVES: Final = {
    "a title": TITLE,
    "nothing": '<text variable="abstract"/>',
    "fixed text": '<text value="x"/>',
    "a term": '<text term="page"/>',
    "names": '<names variable="editor"/>',
    "a count of names": '<names variable="editor"><name form="count"/></names>',
    "a date": '<date variable="issued" form="text"/>',
    "a label": '<label variable="page"/>',
    "a number": '<number variable="edition" form="roman"/>',
    "a choice": '<choose><if is-numeric="page"><text variable="page"/></if></choose>',
}
WORK: Final = citekit.Work(
    type="book",
    id="a work",
    title="T",
    editors=[("Doe", "Jane"), ("Roe", "Ann")],
    issued=2020,
    page="1-2",
    edition="2",
)


def refused(xml: str, work: citekit.Work = WORK, within: float = 3) -> StyleError:
    """Render with a style that does too much; give the error, which comes soon."""
    made = citekit.csl(xml=xml)
    start = time.process_time()
    with pytest.raises(StyleError) as caught:
        citekit.render(work, made, citations=[work])
    assert time.process_time() - start < within
    return caught.value


class TestDoubling:
    """ "Twenty doublings of macros (1.9 kB) cost 1.3 s a work … 18 s and 1 GB" (issue 13)"""

    @pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
    @pytest.mark.parametrize("leaf", LEAVES.values(), ids=LEAVES)
    def test_it_is_refused(self, call: str, leaf: str) -> None:
        error = refused(style(doubling(call, leaf)))
        assert error.work == "a work"
        assert "macro 'm" in str(error)

    @pytest.mark.parametrize("size", [1, 1000, 10**6])
    def test_whatever_the_title(self, size: int) -> None:
        assert refused(style(doubling(TWICE)), WORK.evolve(title="x" * size)).work == "a work"

    def test_with_substitutes_that_are_empty(self) -> None:
        call = f'<names variable="author"><substitute>{TWICE}</substitute></names>'
        refused(style(doubling(call, '<text variable="abstract"/>')))

    def test_the_error_says_where(self) -> None:
        fault = refused(style(doubling(TWICE))).faults[0]
        assert fault.message.startswith("macro '")
        assert fault.line is not None
        assert "doubles" in str(fault.hint)

    def test_in_a_citation(self) -> None:
        refused(style(doubling(TWICE), TITLE, cite='<text macro="m"/>'))

    def test_in_a_sort_key(self) -> None:
        made = citekit.csl(xml=style(doubling(TWICE), TITLE, sort='<sort><key macro="m"/></sort>'))
        with pytest.raises(StyleError, match="does too much"):
            citekit.bibliography([WORK, WORK.evolve(id="b")], made)

    def test_in_many_sort_keys(self) -> None:
        """All keys of a work are one rendering."""
        keys = "".join('<key macro="m"/>' for _ in range(1000))
        macros = doubling(TWICE, levels=12)
        made = citekit.csl(xml=style(macros, TITLE, sort=f"<sort>{keys}</sort>"))
        with pytest.raises(StyleError, match="does too much"):
            citekit.bibliography([WORK, WORK.evolve(id="b")], made)

    def test_when_it_is_explained(self) -> None:
        made = citekit.csl(xml=style(doubling(TWICE)))
        with pytest.raises(StyleError, match="does too much"):
            citekit.explain(WORK, made)

    def test_by_citeproc_py(self) -> None:
        made = citekit.csl(xml=style(doubling(TWICE)), engine="citeproc-py")
        start = time.process_time()
        with pytest.raises(StyleError, match="does too much") as caught:
            citekit.bibliography([WORK], made)
        assert caught.value.work == "a work"
        assert time.process_time() - start < 20

    def test_a_style_goes_on_to_work(self) -> None:
        """One work for which it does too much says nothing of the others."""
        choice = f'<choose><if type="book"><text macro="m"/></if><else>{TITLE}</else></choose>'
        made = citekit.csl(xml=style(doubling(TWICE), choice))
        for _ in range(2):
            with pytest.raises(StyleError):
                citekit.format(WORK, made)
            assert citekit.format(WORK.evolve(type="map"), made) == "T"


class TestWide:
    """What is wide and not deep."""

    @pytest.mark.parametrize("leaf", LEAVES.values(), ids=LEAVES)
    def test_a_large_macro_called_often(self, leaf: str) -> None:
        macros = f'<macro name="n">{leaf * 1000}</macro><macro name="m">' + (
            '<text macro="n"/>' * 1000 + "</macro>"
        )
        refused(style(macros))

    def test_long_affixes(self) -> None:
        """ "an affix of 100 kB in a macro called 1000 times" """
        long = "x" * 9_000
        calls = '<text macro="n"/>' * 3000
        macro = f'<macro name="n"><text variable="title" prefix="{long}"/></macro>'
        refused(style(f'{macro}<macro name="m">{calls}</macro>'))

    def test_long_terms_of_its_own_locale(self) -> None:
        locale = f'<locale><terms><term name="page">{"x" * 9_000}</term></terms></locale>'
        calls = '<text term="page"/>' * 3000
        refused(style(f'{locale}<macro name="m">{calls}</macro>'))

    def test_a_long_delimiter(self) -> None:
        group = f'<group delimiter="{"x" * 9_000}">{TITLE * 1500}</group>'
        refused(style(f'<macro name="m">{group}</macro>'))

    def test_a_long_title_written_out_often(self) -> None:
        """It is found out before the parts are joined, or even made."""
        work = WORK.evolve(title="word " * 200_000)
        refused(style(f'<macro name="m">{TITLE * 20_000}</macro>'), work, within=10)

    def test_thousands_of_macros(self) -> None:
        macros = "".join(f'<macro name="n{i}">{TITLE}</macro>' for i in range(3000))
        calls = "".join(f'<text macro="n{i}"/>' for i in range(3000))
        start = time.process_time()
        made = citekit.csl(xml=style(f'{macros}<macro name="m">{calls}</macro>'))
        assert citekit.format(WORK, made) == "T" * 3000
        assert time.process_time() - start < 20


NAME_STRINGS: Final = (
    '<name initialize-with="@"/>',
    '<name sort-separator="@" name-as-sort-order="all"/>',
    '<name delimiter="@"/>',
    '<name prefix="@"/>',
    '<name suffix="@"/>',
    '<name><name-part name="given" suffix="@"/></name>',
)


class TestNames:
    """What stands at each name, or each initial, is short: a list may have a hundred thousand."""

    @pytest.mark.parametrize("name", NAME_STRINGS)
    def test_it_is_refused(self, name: str) -> None:
        macro = f'<macro name="m"><names variable="author">{name.replace("@", "x" * 200)}</names>'
        with pytest.raises(StyleError, match="longer than 150 characters"):
            citekit.csl(xml=style(f"{macro}</macro>"))

    @pytest.mark.parametrize("option", ["initialize-with", "sort-separator", "name-delimiter"])
    @pytest.mark.parametrize("element", ["style", "citation", "bibliography"])
    def test_where_it_is_inherited(self, option: str, element: str) -> None:
        xml = style(f'<macro name="m">{TITLE}</macro>')
        xml = xml.replace(f"<{element}", f'<{element} {option}="{"x" * 151}"', 1)
        with pytest.raises(StyleError, match=f"{option} is longer than 150 characters"):
            citekit.csl(xml=xml)

    def test_what_is_shorter_is_taken(self) -> None:
        name = f'<names variable="editor"><name delimiter="{"x" * 150}"/></names>'
        text = citekit.format(WORK, citekit.csl(xml=style(f'<macro name="m">{name}</macro>')))
        assert text == f"Jane Doe{'x' * 150}Ann Roe"

    def test_many_names_shown_often(self) -> None:
        people = [(f"Family{i}", "Given") for i in range(2000)]
        work = WORK.evolve(editors=citekit.AuthorList(listed=people))
        names = '<names variable="editor"/>' * 3000
        macro = f'<macro name="m">{names}</macro>'
        refused(style(macro, TITLE, cite='<text macro="m"/>'), work, within=30)


class TestLargeWorks:
    """ "100,000 authors or a 1 MB title are no fault of a style" """

    @pytest.mark.parametrize("name", ["apa", "chicago-author-date", "nature", "ieee"])
    @pytest.mark.parametrize(
        "large",
        [
            lambda work: work.evolve(title="word " * 200_000),
            lambda work: work.evolve(publisher="x" * 10**6),
            lambda work: work.evolve(
                editors=citekit.AuthorList(listed=[(f"F{i}", "G") for i in range(20_000)])
            ),
        ],
        ids=["title", "publisher", "people"],
    )
    def test_they_are_printed(
        self, name: str, large: Callable[[citekit.Work], citekit.Work]
    ) -> None:
        work = large(WORK)
        assert citekit.render(work, citekit.csl(name), citations=[work]).text

    def test_a_macro_that_writes_it_a_hundred_times(self) -> None:
        macros = f'<macro name="n">{TITLE * 10}</macro><macro name="m">' + (
            '<text macro="n"/>' * 10 + "</macro>"
        )
        work = WORK.evolve(title="x" * 100_000)
        assert len(citekit.format(work, citekit.csl(xml=style(macros)))) == 100 * 100_000
