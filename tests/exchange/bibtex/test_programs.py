"""What citekit writes, read by the real programs: BibTeX, biber and pdfLaTeX.

Needs `bibtex`, `pdflatex` and, for BibLaTeX, `biber`; without them the tests say what is missing
and are skipped.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citekit.exchange.bibtex.format import BibFormat
from citekit.latex.encode import Encoding, encode_text
from citekit.model.names import AuthorList, Organization, Person
from citekit.model.venue import Event, Venue
from citekit.model.work import Work
from citekit.text.nodes import Format, Math, Quoted, RichText, Styled
from latex_programs import (
    NATBIB_STYLES,
    PLAIN_STYLES,
    latex_faults,
    needs,
    run,
    run_biber,
    run_bibtex,
)

pytestmark = pytest.mark.latex

NASTY = RichText(
    r"50 % of_it & #1 $5 ~ ^ \write18{x} {un}balanced} {braces <b> |x| ``q'' -- --- ?`"
)

WORKS = (
    Work(
        id="touvron2023llama",
        type="preprint",
        title="LLaMA: Open and Efficient Foundation Language Models",
        authors=AuthorList(listed=["Hugo Touvron", "Thibaut Lavril"], complete=False),
        issued="2023-02-27",
        arxiv="2302.13971v1 [cs.CL]",
        venue="arXiv",
    ),
    Work(
        id="nasty:title/1+a.b_c-d",
        type="article-journal",
        title=NASTY,
        authors=[Organization(name="Barnes, Noble and Sons, Inc. & Co. {x} 100 %")],
        venue=Venue(title=NASTY),
        issued="2020",
        volume="12",
        page="1–10",
        note=NASTY,
        publisher=NASTY,
        doi="10.1000/a_b<c>d{e}",
        url="https://example.org/a_b?c=d&e=%20f#g~h",
        keywords=["a_b", "50 %"],
    ),
    Work(
        id="king1963",
        type="book",
        title=RichText(["Why We Can't Wait: ", Styled(["E. coli & Co"], Format.ITALIC), " in H₂O"]),
        authors=[
            Person(family="King", given="Martin Luther", suffix="Jr."),
            Person(family="Beethoven", given="Ludwig", non_dropping_particle="van"),
            Person(family="Velasquez y Garcia", given="Élise"),
            Person(family="Plato"),
            Person(family="Pseudo Dionysius"),
            Person(family="Smith, Wesson", given="Anna and Bob"),
            Person(family="Gogh", non_dropping_particle="Van", given="V."),
            Person(family="Others", given="Éva"),
        ],
        publisher="Harper & Row",
        publisher_place="New York",
        edition="2",
        issued="1963",
        isbn="978-0-262-51087-5",
    ),
    Work(
        id="accents",
        type="paper-conference",
        title="Çedilla: Ünïcode “quotes” – ‘dashes’ — α≤β, Łódź, ș, ﬁ −5 °C…",
        authors="Élodie Ångström and Paul Erdős and Łukasz Żółć",
        venue=Venue(title="Proceedings of the 5th Conférence, ICML"),
        event=Event(title="ICML 5", place="São Paulo", date="2019-07-01"),
        issued="2019-07",
        page="12-15",
        publisher="ACM",
        editors="Jean-Paul Sartre",
        collection_title="Lecture Notes",
        collection_number="7",
    ),
    Work(
        id="thesis",
        type="thesis",
        title="On O'Brien's t-SNE",
        authors="Jane Roe",
        genre="PhD thesis",
        publisher="École Polytechnique",
        issued="2001",
    ),
    Work(
        id="bachelor",
        type="thesis",
        title="Small things",
        authors="Jane Roe",
        genre="Bachelor's thesis",
        publisher="Universität Köln",
        issued="2002",
    ),
    Work(
        id="report",
        type="report",
        title=RichText(["Sorting in ", Math("O(N^2)"), " and ", Math(r"\Gamma_i")]),
        authors=[Organization(name="École normale supérieure")],
        number="TR-2020/7",
        publisher="ENS",
        issued="2020-12",
    ),
    Work(
        id="chapter",
        type="chapter",
        title=RichText(["The ", Quoted(["quoted 'thing'"]), " in ", Quoted([Quoted(["x"])])]),
        authors="A. Turing",
        editors="B. Russell and C. Whitehead",
        venue="The Book of $ and %",
        publisher="CUP",
        issued="1950",
        page="i–xx",
        chapter_number="3",
    ),
    Work(
        id="web",
        type="webpage",
        title=RichText([Styled(["Python"], Format.NO_CASE), " {docs}"]),
        authors=[Organization(name="Python Software Foundation")],
        url="https://docs.python.org/3/library/a_b.html",
        venue="Python.org",
        issued="2024-01-31",
        accessed="2024-02-01",
    ),
    Work(
        id="dataset",
        type="dataset",
        title="Data",
        authors="X. Y. Zhang",
        issued="2020",
        publisher="Zenodo",
        version="1.0",
        doi="10.5281/zenodo.123",
    ),
    Work(
        id="software",
        type="software",
        title="Tool",
        authors="X. Y. Zhang",
        issued="2020",
        version="1.0",
        url="https://github.com/x/y",
    ),
    Work(
        id="unpublished",
        type="manuscript",
        title="Draft",
        authors="Jane Roe",
        note="Notes",
        issued="1999",
    ),
    Work(id="pamphlet", type="pamphlet", title="Booklet", authors="Jane Roe", issued="1999"),
    Work(
        id="patent",
        type="patent",
        title="A Thing",
        authors="Jane Roe",
        issued="1999",
        number="US123",
    ),
    Work(
        id="inpress",
        type="article-journal",
        title="Soon",
        authors="Jane Roe",
        venue="Nature",
        issued="in press",
    ),
    Work(
        id="range",
        type="book",
        title="Years",
        authors="Jane Roe",
        publisher="P",
        issued="2019/2021",
    ),
    Work(
        id="season",
        type="article-journal",
        title="Spring",
        authors="Jane Roe",
        venue="Nature",
        issued="Spring 2020",
        volume="1",
        issue="2",
        page="1-10",
    ),
    Work(id="circa", type="book", title="Old", authors="Jane Roe", publisher="P", issued="c. 1500"),
    Work(
        id="reference",
        type="entry-encyclopedia",
        title="Entry",
        authors="Jane Roe",
        venue="Encyclopedia",
        publisher="P",
        issued="2001",
        page="7",
    ),
)


# What the record does not say is no fault of the writer.
EXPECTED_WARNINGS = re.compile(r"empty|there's a number but no series|can't use both|sort key|year")


@needs("bibtex", "pdflatex")
class TestBibtex:
    """BibTeX 0.99d reads every entry without an error, and pdfLaTeX prints what it makes."""

    @pytest.mark.parametrize("style", [*PLAIN_STYLES, *NATBIB_STYLES])
    def test_no_fault(self, style: str, tmp_path: Path) -> None:
        # biber cannot take two accents on one letter; see `citekit.latex.encode.Target`.
        vietnamese = Work(id="two", title="Tiếng Việt", authors="Nguyễn Du", issued="1820")
        works = (*WORKS, vietnamese)
        bib = BibFormat(dialect="bibtex", encoding="ascii").dumps(works).text
        said, bbl, faults = run_bibtex(tmp_path, bib, style)
        warnings = [line for line in said.splitlines() if line.startswith("Warning--")]
        assert "error message" not in said, said
        assert [line for line in warnings if not EXPECTED_WARNINGS.search(line)] == []
        assert faults == []
        assert bbl.count(r"\bibitem") == len(works)

    def test_case_survives(self, tmp_path: Path) -> None:
        bib = BibFormat(dialect="bibtex", encoding="ascii").dumps(WORKS).text
        bbl = run_bibtex(tmp_path, bib, "plain")[1]
        for kept in ("{LLaMA}: Open and efficient", "{O'Brien}'s", "{t-SNE}", "{$\\Gamma_i$}"):
            assert kept.replace("{O'Brien}'s", "{O'Brien's}") in " ".join(bbl.split())

    def test_names(self, tmp_path: Path) -> None:
        bib = BibFormat(dialect="bibtex", encoding="ascii").dumps(WORKS).text
        bbl = " ".join(run_bibtex(tmp_path, bib, "abbrv")[1].split())
        assert "M.~L. King, Jr." in bbl
        assert "L.~van Beethoven" in bbl
        assert "{\\'E}.~{Velasquez y Garcia}" in bbl
        assert "H.~Touvron, T.~Lavril, et~al." in bbl
        assert "{Python Software Foundation}" in bbl


@needs("biber", "pdflatex")
class TestBiber:
    """biber 2.18 reads every entry without an error or a warning, and pdfLaTeX prints it."""

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    @pytest.mark.parametrize("style", ["numeric", "authoryear"])
    def test_no_fault(self, style: str, encoding: Encoding, tmp_path: Path) -> None:
        dumped = BibFormat(dialect="biblatex", encoding=encoding).dumps(WORKS)
        said, bbl, faults = run_biber(tmp_path, dumped.text, style)
        assert said == []
        assert faults == []
        assert bbl.count(r"\entry{") == len(WORKS)


@needs("pdflatex")
class TestCharacters:
    """Every character that is not reported as unencodable is printed by pdfLaTeX (T1, UTF-8)."""

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    def test_the_first_blocks_of_unicode(self, encoding: Encoding, tmp_path: Path) -> None:
        lines = []
        for code in range(0x20, 0x3100):
            written, notes = encode_text(f"x{chr(code)}y", encoding=encoding)
            if not any(note.code == "latex-unencodable" for note in notes):
                lines.append(f"\\typeout{{U+{code:04X}}}{written}\n\n")
        (tmp_path / "all.tex").write_text(
            r"\documentclass{article}\usepackage[T1]{fontenc}\begin{document}"
            + "\n"
            + "".join(lines)
            + r"\end{document}",
            encoding="utf-8",
        )
        shown = run(tmp_path, "pdflatex", "-interaction=nonstopmode", "all.tex")
        assert latex_faults(shown) == []
        assert len(lines) > 900


@needs("biber", "pdflatex")
class TestCharactersThroughBiber:
    """biber decodes LaTeX; what it makes of each character is printed by pdfLaTeX."""

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    def test_the_first_blocks_of_unicode(self, encoding: Encoding, tmp_path: Path) -> None:
        entries = []
        for code in range(0x20, 0x3100):
            written, notes = encode_text(f"x{chr(code)}y", encoding=encoding, target="biblatex")
            if not any(note.code == "latex-unencodable" for note in notes):
                entries.append(f"@misc{{U{code:04X}, title = {{{written}}}}}\n")
        said, _, faults = run_biber(tmp_path, "".join(entries), "numeric")
        assert said == []
        assert faults == []
        assert len(entries) > 600
