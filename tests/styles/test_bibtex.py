"""BibTeX and BibLaTeX as styles."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.errors import InvalidValueError, OptionError, UnknownNameError
from citekit.exchange.bibtex.format import biblatex as biblatex_format
from citekit.exchange.bibtex.format import bibtex as bibtex_format
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work
from citekit.styles.base import Formatter
from citekit.styles.bibtex import BibtexFormatter, biblatex, bibtex
from citekit.text.nodes import Format, RichText, Styled, Verbatim

WORKS = (
    Work(id="roe2020", title="On BERT", authors="Jane Roe", issued="2020", type="book"),
    Work(id="doe 2021", title="Étude", authors="John Doe", issued="2021", type="book"),
)
BOTH = pytest.mark.parametrize("make", [bibtex, biblatex])


def cite(style: BibtexFormatter, *cites: Cite) -> str:
    (text,) = style.render(WORKS, [Citation(cites)]).citations
    return str(text)


class TestEntries:
    """ "One verbatim block: only the plain writer and code blocks apply." (DESIGN, layers)"""

    @BOTH
    def test_it_is_a_formatter(self, make: Any) -> None:
        assert isinstance(make(), Formatter)

    @pytest.mark.parametrize(
        ("make", "format"), [(bibtex, bibtex_format), (biblatex, biblatex_format)]
    )
    def test_each_work_is_one_verbatim_node(self, make: Any, format: Any) -> None:
        shown = make().render(WORKS)
        texts, notes = format.entries(WORKS)
        assert [entry.id for entry in shown.entries] == ["roe2020", "doe 2021"]
        assert [entry.text.nodes for entry in shown.entries] == [
            (Verbatim(text, format.dialect),) for text in texts
        ]
        assert shown.diagnostics == notes

    def test_the_order_is_the_order_given(self) -> None:
        shown = bibtex().render(tuple(reversed(WORKS)))
        assert [entry.id for entry in shown.entries] == ["doe 2021", "roe2020"]

    @BOTH
    def test_a_work_needs_an_id(self, make: Any) -> None:
        with pytest.raises(InvalidValueError, match="without an id"):
            make().render([Work(title="x")])


class TestWhatACitationLeavesOut:
    """ "citekit must print" the entry of LLaMA without an abstract, though the page has a summary
    (DESIGN); "a citation style … thin: exchange + keys" (layers). The exchange format keeps it."""

    KEPT = Work(id="a", title="T", issued=2020)
    FULL = KEPT.evolve(
        abstract="We show.",
        annote="good",
        keywords=["a", "b"],
        note="read it",
        extra={
            "topic": ("AI",),
            "access": ("Open access",),
            "file": "/home/x.pdf",
            "bdsk-url-1": "u",
        },
    )

    @BOTH
    def test_the_entry_is_that_of_a_work_without_it(self, make: Any) -> None:
        assert make().render([self.FULL]).entries == make().render([self.KEPT]).entries

    @BOTH
    def test_one_diagnostic_names_it_all(self, make: Any) -> None:
        quiet = make().render([self.KEPT]).diagnostics
        (said,) = [each for each in make().render([self.FULL]).diagnostics if each not in quiet]
        assert (said.severity, said.code, said.work) == ("info", "bibtex-not-cited", "a")
        assert said.message.endswith(
            "abstract, annote, keywords, note, extra.access, extra.bdsk-url-1, extra.file,"
            " extra.topic"
        )

    @BOTH
    def test_nothing_is_said_where_nothing_is_left_out(self, make: Any) -> None:
        assert "bibtex-not-cited" not in [each.code for each in make().render(WORKS).diagnostics]

    def test_the_exchange_format_carries_it(self) -> None:
        text = bibtex_format.dumps([self.FULL]).text
        for line in ("abstract = {We show.}", "keywords = {a, b}", "note = {read it}", "file = {"):
            assert line in text

    @BOTH
    @pytest.mark.parametrize("name", ["options", "ids", "xref", "entrysubtype"])
    def test_other_fields_stay(self, make: Any, name: str) -> None:
        entry = make().render([self.KEPT.evolve(extra={name: "x"})]).entries[0]
        assert f"{name} = {{x}}" in str(entry.text)


class TestOptions:
    """A style refuses what it cannot honour."""

    def test_encoding(self) -> None:
        assert "{\\'E}tude" in str(bibtex().render(WORKS).entries[1].text)
        assert "Étude" in str(bibtex(encoding="unicode").render(WORKS).entries[1].text)
        assert "Étude" in str(biblatex().render(WORKS).entries[1].text)

    @BOTH
    @pytest.mark.parametrize("options", [{"encoding": "latin1"}, {"locale": "de-DE"}, {"x": 1}])
    def test_others(self, make: Any, options: dict[str, Any]) -> None:
        with pytest.raises(OptionError):
            make(**options)

    @BOTH
    def test_none_is_not_given(self, make: Any) -> None:
        assert make(locale=None) == make()


class TestCitations:
    r"""A citation is the command that gives it: natbib's `\citep[see][p.~12]{key}`, biblatex's
    `\parencite[see][12]{key}` (natbib manual, 2.3; biblatex manual, 3.9)."""

    @pytest.mark.parametrize(
        ("cites", "natbib", "new"),
        [
            ([Cite("roe2020")], r"\citep{roe2020}", r"\parencite{roe2020}"),
            ([Cite("roe2020", narrative=True)], r"\citet{roe2020}", r"\textcite{roe2020}"),
            (
                [Cite("roe2020", suppress_author=True)],
                r"\citeyearpar{roe2020}",
                r"\parencite*{roe2020}",
            ),
            (
                [Cite("roe2020", author_only=True)],
                r"\citeauthor{roe2020}",
                r"\citeauthor{roe2020}",
            ),
            (
                [Cite("roe2020", locator="12")],
                r"\citep[p.~12]{roe2020}",
                r"\parencite[12]{roe2020}",
            ),
            (
                [Cite("roe2020", locator="12-15")],
                r"\citep[pp.~12--15]{roe2020}",
                r"\parencite[12--15]{roe2020}",
            ),
            (
                [Cite("roe2020", locator="3", label="chapter")],
                r"\citep[chap.~3]{roe2020}",
                r"\parencite[chap.~3]{roe2020}",
            ),
            (
                [Cite("roe2020", locator="3", label="scene")],
                r"\citep[scene~3]{roe2020}",
                r"\parencite[scene~3]{roe2020}",
            ),
            (
                [Cite("roe2020", prefix="see", locator="1", suffix="and 50 %")],
                r"\citep[see][p.~1, and 50 \%]{roe2020}",
                r"\parencite[see][1, and 50 \%]{roe2020}",
            ),
            (
                [Cite("roe2020", prefix="see")],
                r"\citep[see][]{roe2020}",
                r"\parencite[see][]{roe2020}",
            ),
            (
                [Cite("roe2020"), Cite("doe 2021")],
                r"\citep{roe2020,doe-2021}",
                r"\parencite{roe2020,doe-2021}",
            ),
            (
                [Cite("roe2020", locator="1"), Cite("doe 2021")],
                r"(\citealp[p.~1]{roe2020}; \citealp{doe-2021})",
                r"\parencites[1]{roe2020}{doe-2021}",
            ),
            (
                [Cite("roe2020", narrative=True), Cite("doe 2021")],
                r"\citet{roe2020}; \citep{doe-2021}",
                r"\textcite{roe2020}; \parencite{doe-2021}",
            ),
        ],
    )
    def test_each(self, cites: list[Cite], natbib: str, new: str) -> None:
        assert cite(bibtex(), *cites) == natbib
        assert cite(biblatex(), *cites) == new

    def test_brackets_do_not_end_the_argument(self) -> None:
        assert cite(bibtex(), Cite("roe2020", suffix="a]{x}[b")) == (
            r"\citep[{a]{\textbraceleft}x{\textbraceright}[b}]{roe2020}"
        )

    def test_rich_text(self) -> None:
        prefix = RichText([Styled(["cf."], Format.ITALIC)])
        assert cite(bibtex(), Cite("roe2020", prefix=prefix)) == r"\citep[\textit{cf.}][]{roe2020}"

    def test_it_is_verbatim_latex(self) -> None:
        (text,) = bibtex().render(WORKS, [Citation(["roe2020"])]).citations
        assert text.nodes == (Verbatim(r"\citep{roe2020}", "latex"),)

    @BOTH
    def test_an_unknown_work(self, make: Any) -> None:
        with pytest.raises(UnknownNameError):
            make().render(WORKS, [Citation(["nobody"])])

    def test_what_latex_cannot_print_is_said_once(self) -> None:
        cites = [Cite("roe2020", prefix="参见"), Cite("doe 2021")]
        notes = bibtex().render(WORKS, [Citation(cites)]).diagnostics
        assert [note.code for note in notes if note.field == "citation"] == ["latex-unencodable"]
