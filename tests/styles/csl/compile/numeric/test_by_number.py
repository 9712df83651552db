"""Cites that show their number alone are the same for all works, and worked out once."""

import pytest

from citekit import Citation, Cite, Work, csl
from citekit.styles.csl.compile.program import Program
from citekit.styles.csl.style.read import read_style
from citekit.styles.csl.style.rewrite import rewrite
from citekit.styles.csl.style.xml import parse_checked

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout delimiter=",">{}</layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>"""
NUMBER = '<text variable="citation-number"/>'
LOCATOR = '<choose><if locator="page"><text value="p"/></if></choose><text variable="locator"/>'


def cited(layout: str, *languages: str, locator: str = "") -> list[str]:
    style = csl(xml=STYLE.format(layout))
    works = [Work(id=f"w{i}", title="T", language=each) for i, each in enumerate(languages)]
    citations = [Citation(Cite(str(work.id), locator=locator)) for work in works]
    return [str(each) for each in style.render(works, citations).citations]


def by_number(layout: str) -> bool:
    read = read_style(parse_checked(STYLE.format(layout).encode()))
    return Program(rewrite(read.style)).cites_by_number is not None


@pytest.mark.parametrize("layout", [NUMBER, NUMBER + LOCATOR, f"<group>{NUMBER}</group>"])
def test_a_layout_of_numbers(layout: str) -> None:
    assert by_number(layout)
    assert cited(layout, "en", "de") == cited(layout, "en", "de") == ["1", "2"]


@pytest.mark.parametrize(
    "layout",
    [
        NUMBER + '<text variable="title"/>',
        NUMBER + '<names variable="author"/>',
        f'<choose><if type="book">{NUMBER}</if></choose>',
        NUMBER + '<text value="see also" text-case="title"/>',
    ],
)
def test_a_layout_that_looks_at_the_work(layout: str) -> None:
    assert not by_number(layout)


def test_a_locator_is_shown() -> None:
    assert cited(NUMBER + LOCATOR, "en", "de") == ["1", "2"]
    assert cited(NUMBER + LOCATOR, "en", "de", locator="7") == ["1p7", "2p7"]


def test_words_in_capitals_follow_the_language_of_each_work() -> None:
    layout = '<text value="in" text-case="uppercase"/>' + NUMBER
    assert cited(layout, "en", "tr") == ["IN1", "\u0130N2"]
