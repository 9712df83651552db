"""Hostile text through the real programs: nothing leaves its field, and every value is printed.

BibTeX 0.99d with plain, abbrv, alpha and plainnat, biber with biblatex, pdfLaTeX and LuaLaTeX; the
values are looked for in the .bbl, which a TeX tokenizer reads, and in the text of the PDF.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from unicodedata import combining
from xml.sax.saxutils import quoteattr

import pytest

import citekit
from citekit.exchange.bibtex.format import BibFormat
from citekit.latex.encode import Encoding
from citekit.model.names import Organization, Person
from citekit.model.venue import Event, Venue
from citekit.model.work import Work
from latex_programs import (
    latex,
    latex_document,
    needs,
    pdf_text,
    run_biber,
    run_bibtex,
)
from output_readers import read_tex

pytestmark = pytest.mark.latex

SIGNS = (
    *r"{}\%$&#_~^`<>|\"'@[]()-=*,",
    *("--", "''", "?`", " and ", "others", "^^5c", "#1", "$$", "}}", "{}}{{}", "[]", "α", "…", "é"),
    *("-}", "}-", "-%", "-\\", "-#", "-α", "} x", "& co", "~-~", "}}-{{", "-''-", "–}", "AT&T"),
    *("\\write18{touch pwned}", "}\n}\n@misc{evil, title={x}", "}, author = {Evil", "\\par"),
    *("\\end{thebibliography}\\input{x}", "\\item[", "\\csname", "\u00a0", "\u200b}", "an\u200bd"),
)
"""What TeX, BibTeX or biber take for syntax, by itself and together."""
MARKS = ("", "\u0308", "\u0301\u0308", "\u0328", "\u0338", "\u0308" * 9)
HOSTILE = tuple(sign + marks for sign, marks in product(SIGNS, MARKS))
TYPES = (
    "article-journal book chapter paper-conference report thesis webpage preprint manuscript"
    " pamphlet patent dataset software"
).split()


def value(number: int) -> str:
    """Give hostile text between two words by which it is found again."""
    return f"qa{number}x {HOSTILE[number]} qz{number}x"


def whole(number: int) -> Work:
    """Make a work with hostile text in every place that the styles print."""
    text, hostile = value(number), HOSTILE[number]
    return Work(
        id=f"{hostile}whole{number}",
        type=TYPES[number % len(TYPES)],
        title=f"Title {text}",
        authors=[
            Person(family=f"{hostile}Fa{hostile}m", given=f"G{hostile}iv {hostile}n", suffix="Jr."),
            Organization(name=f"A{hostile}B Organization"),
            Person(family=f"W{hostile}q Two", given=hostile + "x"),
        ],
        editors=[Organization(name=f"{hostile}Ed{hostile}")],
        venue=Venue(title=text),
        event=Event(title=text, place=text),
        issued=str(1000 + number),
        **dict.fromkeys(  # type: ignore[arg-type]  # each of them takes text
            "volume issue edition publisher publisher_place collection_title note genre".split(),
            text,
        ),
    )


def labelled(number: int) -> Iterator[Work]:
    """Make two works of one author each, whose name becomes a label of three letters."""
    hostile, sign = HOSTILE[number], number // len(MARKS)
    names = (
        Person(family=f"{hostile}Fam"),
        Person(family=f"L{hostile}{hostile}m", given=f"{hostile}G."),
        Person(family=f"Du{hostile}m y Sol", given="G."),
        Organization(name=f"O{hostile}B Organization"),
        Organization(name=f"Oz{hostile}"),
        Organization(name=f"{hostile}zz"),
    )
    for at in ((sign + number) % 6, (sign + number + 3) % 6):
        title, issued = f"Title {value(number)}", str(1000 + number)
        author = names[at]
        yield Work(id=f"l{at}-{number}", type="book", title=title, authors=author, issued=issued)


def works() -> list[Work]:
    numbers = range(len(HOSTILE))
    return [*map(whole, numbers), *(work for number in numbers for work in labelled(number))]


def printable(bib: BibFormat, all_works: Sequence[Work]) -> list[Work]:
    """Give the works of which pdfLaTeX can print every character."""
    said = ((work, bib.dumps([work]).diagnostics) for work in all_works)
    codes = ((work, {note.code for note in notes}) for work, notes in said)
    return [work for work, found in codes if "latex-unencodable" not in found]


# --- what is found again


_FOUND = re.compile(r"qa(\d+)x(.*?)qz\1x", re.DOTALL | re.IGNORECASE)
_SAME = str.maketrans({"\u00a0": " ", "–": "--", "“": "``", "”": "''", "\u200b": ""})


def squeezed(text: str) -> str:
    """Make one of what may be written in two ways; a symbol is any symbol (`\ufffd`)."""
    text = unicodedata.normalize("NFC", text).translate(_SAME).casefold()
    return "".join("".join(map(_symbol, text)).split())


def _symbol(char: str) -> str:
    is_symbol = char in "α…" or (unicodedata.category(char) == "Sm" and not char.isascii())
    return "\ufffd" if is_symbol else char


def as_styled(text: str) -> str:
    """Make one of what CSL styles change: quotation marks, and dashes between numbers."""
    return re.sub(r"[-–]+", "-", re.sub(r"[’‘“”`'\"]+", "'", text))


def check_source(latex_source: str, same: Callable[[str], str] = str) -> set[int]:
    """Check every value in LaTeX: TeX prints the same, and does nothing else."""
    found = [(int(each[1]), each[2]) for each in _FOUND.finditer(latex_source)]
    read = [(number, written, read_tex(written)) for number, written in found]
    assert [each for each in read if each[2].faults] == []
    assert [
        each for each in read if same(squeezed(each[2].text)) != same(squeezed(HOSTILE[each[0]]))
    ] == []
    return {number for number, _ in found}


def inked(text: str) -> str:
    """Give the characters that stand on paper, accents aside, which a PDF has in any order."""
    text = unicodedata.normalize("NFKD", text.replace("\u200b", "")).replace("’", "'").casefold()
    text = text.replace("“", "``").replace("”", "''").replace("‘", "`")
    kept = (char for char in text if unicodedata.category(char) not in _ACCENTS)
    return "".join("".join(kept).replace("`", "").replace("\xad", "-").split())


_ACCENTS = frozenset(("Mn", "Mc", "Me", "Lm"))


def check_pdf(text: str, same: Callable[[str], str] = str) -> set[int]:
    """Check every value in the text of a PDF."""
    found = [(int(each[1]), each[2]) for each in _FOUND.finditer(text)]
    assert [each for each in found if same(inked(each[1])) != same(inked(HOSTILE[each[0]]))] == []
    return {number for number, _ in found}


def numbers_of(all_works: Sequence[Work]) -> set[int]:
    return {int(found[1]) for work in all_works for found in _FOUND.finditer(str(work.title))}


def errors(faults: Sequence[str]) -> list[str]:
    """Leave out that a font lacks a character, and that BibTeX 0.99d cuts names between bytes.

    Both are said of what LaTeX has no command for: `latex-unencodable`.
    """
    return [fault for fault in faults if not re.search("Missing char|invalid utf-8", fault)]


# --- the programs


@needs("bibtex", "pdflatex", "lualatex", "pdftotext")
@pytest.mark.parametrize("style", ["plain", "abbrv", "alpha", "plainnat"])
class TestBibtex:
    """BibTeX reads each entry, and no style cuts one so that LaTeX stops."""

    bib = BibFormat(dialect="bibtex", encoding="ascii")

    def test_pdflatex(self, style: str, tmp_path: Path) -> None:
        shown = printable(self.bib, works())
        said, bbl, faults = run_bibtex(tmp_path, self.bib.dumps(shown).text, style)
        assert "error message" not in said, said[-2000:]
        assert (bbl.count(r"\bibitem"), faults) == (len(shown), [])
        assert check_source(bbl) == numbers_of(shown)
        assert check_pdf(pdf_text(tmp_path)) == numbers_of(shown)
        assert not (tmp_path / "pwned").exists()

    def test_lualatex(self, style: str, tmp_path: Path) -> None:
        shown = works()
        text = self.bib.dumps(shown).text
        said, bbl, faults = run_bibtex(tmp_path, text, style, "lualatex")
        assert "error message" not in said, said[-2000:]
        assert bbl.count(r"\bibitem") == len(shown)
        assert check_source(bbl) == numbers_of(shown)
        assert errors(faults) == []
        assert not (tmp_path / "pwned").exists()


@needs("biber", "pdflatex", "lualatex", "pdftotext")
class TestBiber:
    """biber reads each entry, and what it makes of names and fields is LaTeX."""

    @pytest.mark.parametrize("encoding", ["ascii", "unicode"])
    @pytest.mark.parametrize("style", ["numeric", "authoryear,giveninits=true", "alphabetic"])
    def test_pdflatex(self, style: str, encoding: Encoding, tmp_path: Path) -> None:
        bib = BibFormat(dialect="biblatex", encoding=encoding)
        shown = printable(bib, works())
        said, bbl, faults = run_biber(tmp_path, bib.dumps(shown).text, style)
        assert (said, bbl.count(r"\entry{"), faults) == ([], len(shown), [])
        assert check_source(fields_of(bbl)) == numbers_of(shown)
        assert check_pdf(pdf_text(tmp_path)) == numbers_of(shown)
        assert not (tmp_path / "pwned").exists()

    def test_lualatex(self, tmp_path: Path) -> None:
        shown = works()
        bib = BibFormat(dialect="biblatex", encoding="unicode")
        text = bib.dumps(shown).text
        said, bbl, faults = run_biber(tmp_path, text, "authoryear", "lualatex")
        assert (said, bbl.count(r"\entry{")) == ([], len(shown))
        assert check_source(fields_of(bbl)) == numbers_of(shown)
        assert errors(faults) == []
        assert not (tmp_path / "pwned").exists()

    @pytest.mark.parametrize("style", ["numeric", "verbose"])
    def test_every_field_of_the_data_model(self, style: str, tmp_path: Path) -> None:
        """blx-dm.def; `ids` and `related` need other entries, and stand in no test here."""
        bib = BibFormat(dialect="biblatex", encoding="unicode")
        cases = list(
            product(DATA_MODEL, ("}z", "%z", "\\z", "#1$&_^~z", "}\u0308z", "a_b 50%, {x"))
        )
        shown = [
            Work(id=f"k{at}", type=TYPES[at % len(TYPES)], title=name, extra={name: text})
            for at, (name, text) in enumerate(cases)
        ]
        said, bbl, faults = run_biber(tmp_path, bib.dumps(shown).text, style)
        assert (said, bbl.count(r"\entry{"), faults) == ([], len(shown), [])

    def test_a_class_of_a_preprint_with_a_space(self, tmp_path: Path) -> None:
        (work,) = citekit.loads(
            "@misc{a, title={T}, author={Roe, J.}, year=2020, eprint={2302.13971},"
            " archiveprefix={arXiv}, primaryclass={cs.LG, stat.ML}}",
            "bibtex",
        ).works
        said, bbl, faults = run_biber(tmp_path, citekit.dumps(work, "biblatex"), "numeric")
        assert (said, faults) == ([], [])
        assert r"\field{eprintclass}{cs.LG, stat.ML}" in bbl
        assert "cs.LG, stat.ML" in pdf_text(tmp_path)


DATA_MODEL = (
    "addendum annotation booksubtitle booktitleaddon chapter eid entrysubtype eprintclass"
    " eprinttype eventtitleaddon gender indexsorttitle indextitle isan ismn isrn issuesubtitle"
    " issuetitle issuetitleaddon iswc journalsubtitle journaltitleaddon label langid langidopts"
    " library mainsubtitle maintitle maintitleaddon nameaddon part relatedstring relatedtype"
    " reprinttitle shorthandintro subtitle titleaddon usera userb userc userd usere userf venue"
    " version shorthand shortjournal shortseries shorttitle sorttitle sortshorthand sortkey presort"
    " lista listb origlocation origpublisher afterword annotator bookauthor commentator editora"
    " foreword holder introduction namea shortauthor shorteditor sortname authortype editoratype"
    " editortype bookpagination nameatype pagination pubstate origlanguage entryset options"
    " relatedoptions execute doi eprint file verba verbb verbc url pdf keywords howpublished"
).split()


def fields_of(bbl: str) -> str:
    """Give the values of the fields in a .bbl of biber's, a line each."""
    return "\n".join(re.findall(r"^ *\\field\{\w+\}\{(.*)\}$", bbl, re.MULTILINE))


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>x</title><id>x</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout>{}</layout></bibliography></style>"""


@needs("pdflatex", "lualatex", "pdftotext")
class TestLatex:
    """What the LaTeX writer gives, for styles of ours and of CSL, and for affixes of a style."""

    def check(self, folder: Path, body: str, program: str) -> set[int]:
        (folder / "doc.tex").write_text(latex_document(body), encoding="utf-8")
        assert errors(latex(folder, program)) == []
        assert not (folder / "pwned").exists()
        return check_pdf(pdf_text(folder), as_styled) if program == "pdflatex" else set()

    @pytest.mark.parametrize("style", ["apa", "ieee", "nature", "chicago-author-date"])
    def test_works(self, style: str, tmp_path: Path) -> None:
        # A style may put a space before a mark, or another sign under it: only LuaLaTeX sets those.
        everything = [whole(number) for number in range(len(HOSTILE))]
        shown = printable(BibFormat(dialect="bibtex", encoding="ascii"), everything)
        body = citekit.bibliography(shown, style, output="latex")
        found = check_source(body, as_styled)
        assert found == numbers_of(shown)
        plain = "\n".join(line for line in body.split("\n") if not any(map(combining, line)))
        assert self.check(tmp_path, plain, "pdflatex") == check_source(plain, as_styled)
        self.check(tmp_path, citekit.bibliography(everything, style, output="latex"), "lualatex")

    def test_affixes_of_a_style(self, tmp_path: Path) -> None:
        """XML has no place for a line break or a control character in an attribute."""
        numbers = [n for n, text in enumerate(HOSTILE) if text.isprintable()]
        texts = (f"<text value='w{n}' prefix={quoteattr(value(n))}/>" for n in numbers)
        style = citekit.csl(xml=STYLE.format("".join(texts)))
        body = citekit.bibliography([Work(title="T")], style, output="latex")
        assert check_source(body) == set(numbers)
        self.check(tmp_path, body, "lualatex")
