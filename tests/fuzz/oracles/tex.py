r"""LaTeX documents and BibTeX entries, as TeX and BibTeX read them (`output_readers`).

The fields that biblatex reads verbatim are those of its manual, section 2.2.1; what programs keep
for themselves (`timestamp`, `bdsk-url-1`) is printed by no style.
"""

from __future__ import annotations

import re

import bibtexparser

from fuzz.finding import Finding, expect
from fuzz.generators.text import prints_nothing
from output_readers import read_bib, read_tex

__all__ = ["check_bibtex", "check_latex"]

_VERBATIM = frozenset("doi eprint file pdf url urlraw".split())
_NEVER_PRINTED = frozenset(
    "ps biburl bibsource timestamp owner local-url groups crossref xref ids uuid date-added"
    " date-modified creationdate modificationdate".split()
)
_PEOPLE = frozenset("author editor translator bookauthor".split())
_NOT_PRINTED = dict.fromkeys(map(ord, "{}~,"), "")
_LIST = re.compile(
    r"\\begin\{list\}\{\}\{%\n(?:  \\setlength\{\\[a-z]+\}\{[^{}]*\}%\n)*\}|\\item\{\}"
)
_OURS = re.compile(
    r"\\end\{list\}|\\hspace\*\{2em\}|\\begin\{verbatim\}.*?\\end\{verbatim\}", re.DOTALL
)
_HREF = re.compile(r"\\href\{((?:\\[\s\S]|[^{}\\])*)\}")


def check_latex(latex: str) -> str:
    """A document: braces balance as TeX counts them, no command is data's; give its text."""
    for url in _HREF.findall(latex):
        plain = re.sub(r"\\([%#&_$])", r"\1", url)
        expect(
            re.match("https?:|mailto:|doi:", plain, re.IGNORECASE), "links", f"a link to {url!a}"
        )
    text, faults = read_tex(_OURS.sub("", _LIST.sub("", latex)))
    expect(not faults, "tex", f"{faults[:3]} in a document: {latex[:2000]!a}")
    return text


def check_bibtex(text: str, entries: int | None = None) -> list[dict[str, str]]:
    """Read a file as BibTeX does, counting raw braces; give the fields of each entry."""
    try:
        found = [entry.fields for entry in read_bib(text)]
    except ValueError as error:
        raise Finding("bibtex", f"{error} in {text!a}") from error
    expect(entries in (None, len(found)), "bibtex", f"{len(found)} entries: {text!a}")
    theirs = bibtexparser.parse_string(text)
    names = [[field.key for field in entry.fields] for entry in theirs.entries]
    expect(
        names == [list(entry) for entry in found], "bibtex", f"bibtexparser reads {text!a} apart"
    )
    for entry in found:
        _check_entry(entry)
    return found


def _check_entry(entry: dict[str, str]) -> None:
    for name, value in entry.items():
        expect("\n" not in value, "bibtex", f"a line break in {name}: {value!a}")
        if name not in _VERBATIM | _NEVER_PRINTED and not name.startswith("bdsk-"):
            faults = read_tex(value).faults
            expect(not faults, "tex", f"{faults[:3]} in {name}: {value!a}")
    for field in _PEOPLE & entry.keys():
        for each in entry[field].split(" and "):
            bare = each.translate(_NOT_PRINTED)
            expect(not prints_nothing(bare), "nobody", f"a name of nothing: {entry[field]!a}")
