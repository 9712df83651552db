r"""BibTeX files: entries as people and programs write them, and what may become of these.

The entries are made up. Each shows habits of some source: BibDesk's and JabRef's extra fields,
Zotero's braces, arXiv's `primaryclass`, a publisher's export, names typed by hand.
"""

from __future__ import annotations

from hypothesis import strategies as st

from fuzz.generators.text import TEX_SPECIALS, hostile, hostile_pieces, text, words

__all__ = ["entries", "files", "mutated_files"]

_FIELDS = {
    "title": "a", "booktitle": "b", "journal": "b", "publisher": "c", "note": "d", "series": "e",
    "address": "i", "howpublished": "k", "organization": "l", "school": "m", "abstract": "n",
    "keywords": "y", "annote": "j", "eprintclass": "f", "primaryclass": "f", "eventtitle": "g",
    "month": "h", "edition": "h", "type": "h", "chapter": "h", "shorttitle": "h", "key": "h",
}  # fmt: skip
_NAMES = {"author": "o", "editor": "p", "translator": "q", "bookauthor": "t"}
_PLAIN = {
    "year": ["2020", "1999a", "in press", "{\\noopsort{1973}}1973", "19xx", "-44"],
    "date": ["2020-02-03", "2020/2021", "1723~", "../2001", "2020-21"],
    "pages": ["12--15", "12-15", "e12", "1,3--5", "xi+112", "12–15", "~~--~"],
    "volume": ["12", "IV", "12(3)"],
    "number": ["3", "3-4", "arXiv:2302.13971"],
    "edition": ["2", "Second", "2nd", "11th", "2nd rev."],
    "doi": ["10.1000/a_b", "10.1000/a\\_b", "https://doi.org/10.1000/x{y}", "10.1000/<x>%20"],
    "url": ["https://x.y/a_b?c=%20", "\\url{http://x.y/~z}", "javascript:alert(1)"],
    "eprint": ["2302.13971", "math/0309136v2", "a b"],
    "archiveprefix": ["arXiv", "HAL"],
    "primaryclass": ["cs.LG", "cs.LG, stat.ML", "cs.LG; 68T05"],
    "isbn": ["978-0-262-51087-5", "0262510871, 9780262510875"],
    "langid": ["ngerman", "english", "latin"],
    "month": ["3", "March", "Mar.~3", "spring"],
    "file": [":a/b c.pdf:PDF", "full:C\\:\\\\x.pdf:application/pdf"],
    "bdsk-url-1": ["http://x.y/_{z}"],
    "crossref": ["x", "y", "self"],
    "options": ["useprefix=true"],
}
_TYPES = "article book inbook incollection inproceedings misc phdthesis techreport online".split()
_TYPES += "manual unpublished mvbook dataset software thesis PROCEEDINGS".split()
_LATEX = st.sampled_from(
    r"""{\"o} \"{o} {\'\i} \v{c} {\ss} \emph{x} \textbf{a b} $x^2$ ${\alpha}_{i}$ \& \% \_ ~ -- ---
    ``q'' {NASA} {\LaTeX} \noopsort{a} \textsuperscript{2} \url{http://x.y/_} \href{a}{b} {{x}}
    \o \l{} \c{c} \~n \^{\i} $a$ \( \) \def\x{y} \write18{x} \input{/etc/passwd}""".split()
)


def _value(field: str, letter: str) -> st.SearchStrategy[str]:
    latex = st.lists(st.one_of(words(letter).map(" {} ".format), _LATEX), min_size=1, max_size=5)
    joined = latex.map(" ".join).map(lambda tex: tex if _closes(tex) else "zzxxx")
    return text(letter).map(_balanced) | joined


def _balanced(value: str) -> str:
    """Drop what would end the field: BibTeX counts every brace."""
    return value if _closes(value) else value.replace("{", "").replace("}", "")


def _closes(value: str) -> bool:
    depth = 0
    for char in value:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return not depth


def _people(letter: str) -> st.SearchStrategy[str]:
    family = words(letter).map(str.capitalize)
    given = st.sampled_from(["Ann", "A. B.", "J.-L.", "{\\'E}variste", "A\u202e. B"])
    one = st.one_of(
        st.builds("{1}, {0}".format, given, family),
        st.builds("{} {}".format, given, family),
        st.builds("{1}, Jr., {0}".format, given, family),
        st.builds("de la {1}, {0}".format, given, family),
        family.map("{{The {} Group}}".format),
        st.sampled_from(["{}", "\u200f\u200c", "~", ",", "{\u00ad}", "{ }", "\\relax"]),
        hostile.map(_balanced),
    )
    joint = st.sampled_from([" and ", " and ", " and ", "\nand ", " AND ", ", ", " and and "])
    people = st.lists(one, min_size=1, max_size=4)
    ends = st.sampled_from(["", "", " and others", " et al.", " and", " \\& others"])
    return st.builds(lambda some, by, end: by.join(some) + end, people, joint, ends)


_values: dict[str, st.SearchStrategy[str]] = {
    **{name: _value(name, letter) for name, letter in _FIELDS.items()},
    **{name: _people(letter) for name, letter in _NAMES.items()},
}
for _name, _known in _PLAIN.items():
    _often = st.sampled_from(_known)
    _values[_name] = _often | _often | _values.get(_name, hostile.map(_balanced))
_usual = st.sampled_from(["title", "author", "year", "journal", "pages", "primaryclass", "eprint"])
_fields = st.lists(_usual | st.sampled_from(sorted(_values)), min_size=1, max_size=8, unique=True)


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """Give an entry that BibTeX reads, and its fields."""
    fields = {name: draw(_values[name]) for name in draw(_fields)}
    key = draw(st.sampled_from("xyz") | words("x"))
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{draw(st.sampled_from(_TYPES))}{{{key},\n{lines}\n}}\n", fields


_others = st.sampled_from(
    ["@comment{x}\n", "@preamble{ \"\\newcommand{\\x}{y}\" }\n", "@string{a = {zzxaa}}\n",
     "text % x\n",
     "@book(a, title = a # { b} # a)\n", '@misc{q, title = "A {"}B{"} C", month = jan # " 3"}\n',
     "@string{s = s # s}\n", "@book{self, crossref = {self}, title = {T}}\n"]
)  # fmt: skip


def files() -> st.SearchStrategy[str]:
    """Give a file of a few entries, and what else may stand in one."""
    return st.lists(entries().map(lambda made: made[0]) | _others, min_size=1, max_size=4).map(
        "".join
    )


@st.composite
def mutated_files(draw: st.DrawFn) -> str:
    """Give a file in which something was cut, doubled, moved or put in."""
    made = draw(files())
    for _ in range(draw(st.integers(1, 3))):
        start, end = sorted((draw(st.integers(0, len(made))), draw(st.integers(0, len(made)))))
        put = draw(
            st.one_of(hostile_pieces, st.sampled_from([*TEX_SPECIALS, '"', ",", "=", "@", "#"]))
        )
        made = draw(
            st.sampled_from(
                [
                    made[:start] + put + made[start:],
                    made[:start] + made[start + 1 :],
                    made[:start] + made[end:],
                    made[:end] + made[start:end] + made[end:],
                    made[:start],
                ]
            )
        )
    return made
