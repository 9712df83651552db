"""Names in both directions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import AuthorListError
from citekit.exchange.bibtex.names import read_names, write_names
from citekit.latex.encode import Encoding
from citekit.model.names import NOBODY, AuthorList, Name, Organization, Person
from citekit.text.clean import prints
from output_readers import read_tex
from strategies import tex_shrapnel


def written(*names: Name, complete: bool = True, encoding: Encoding = "ascii") -> str:
    return write_names(AuthorList(listed=names, complete=complete), encoding=encoding)[0]


def codes(names: AuthorList) -> list[str]:
    return [note.code for note in write_names(names, encoding="ascii")[1]]


ROE = Person(family="Roe", given="Jane")


class TestWriting:
    """ "Names as `von Family, Suffix, Given`, joined by ` and `; never `Given Family` for a family
    of two words, never `King Jr.`" (bibtex-rules, Writer 1)"""

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            (ROE, "Roe, Jane"),
            (Person(family="Allen Zhu", given="Z."), "Allen Zhu, Z."),
            (Person(family="King", given="M. L.", suffix="Jr."), "King, Jr., M. L."),
            (
                Person(family="Beethoven", given="Ludwig", non_dropping_particle="van"),
                "van Beethoven, Ludwig",
            ),
            (Person(family="Galois", given="Évariste"), r"Galois, {\'E}variste"),
            (Person(family="Plato"), "Plato"),
            (Person(given="Plato"), "Plato"),
            (Person(family="Pseudo Dionysius"), "{Pseudo Dionysius}"),
            (Person(username="@jane"), "{@jane}"),
            (Person(family="others"), "{{others}}"),
            (Organization(name="Cats and more"), "{{Cats and more}}"),
            (Person(family="Roe", given="Jane et al."), "Roe, {Jane et al.}"),
            (Person(family="Gogh", non_dropping_particle="van"), "van Gogh"),
            (Person(family="Gogh", non_dropping_particle="Van"), "{Van Gogh}"),
            (Person(family="King", suffix="Jr."), "King, Jr., {}"),
            (Person(family="van der Berg", given="J."), "van der Berg, J."),
            (Person(family="Ortega y Gasset", given="J."), "{Ortega y Gasset}, J."),
            (Person(family="de Ortega y Gasset", given="J."), "de {Ortega y Gasset}, J."),
            (Person(family="Wesson, Smith", given="J."), "{Wesson, Smith}, J."),
            (Person(family="Roe", given="Jane and Ann"), "Roe, {Jane and Ann}"),
            (Person(family="hooks", given="bell"), "hooks, bell"),
            (Person(family="A{B", given="%"), r"A{\textbraceleft}B, \%"),
        ],
    )
    def test_each(self, name: Name, text: str) -> None:
        assert written(name) == text

    def test_unicode(self) -> None:
        assert written(Person(family="Erdős", given="Pál"), encoding="unicode") == "Erdős, Pál"

    def test_several(self) -> None:
        assert written(ROE, Person(family="Doe", given="John")) == "Roe, Jane and Doe, John"


class TestOrganizations:
    """ "A corporate name gets one pair of braces round the whole name." (bibtex-rules,
    Writer 3)"""

    @pytest.mark.parametrize(
        "name", ["OpenAI", "Barnes and Noble, Inc.", "World Health Organization"]
    )
    def test_braces(self, name: str) -> None:
        assert written(Organization(name=name)) == f"{{{name}}}"
        assert list(read_names(f"{{{name}}}")) == [Organization(name=name)]

    def test_a_name_that_begins_with_an_accent(self) -> None:
        name = Organization(name="École normale")
        assert written(name) == r"{{\'E}cole normale}"
        assert list(read_names(written(name))) == [name]


class TestWhatStylesCut:
    r"""A label is the first three letters (`alpha.bst`: `#3 text.prefix$`), an initial the first.

    Outside braces a group that starts with a backslash is one letter, and is not cut (btxdoc,
    section 4); inside others a backslash is a letter like any other.
    """

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            (Organization(name="AT&T Labs"), r"{AT}{\&}{T Labs}"),
            (Organization(name="München"), r"{M}{\"u}{nchen}"),
            (Organization(name="A{B} Inc."), r"{A}{\textbraceleft}{B{\textbraceright} Inc.}"),
            (Organization(name="A&M University"), r"{A\&M University}"),
            (Organization(name="Royal & Co"), r"{Royal \& Co}"),
            (Organization(name="αβ"), r"{\relax$\alpha$}{\relax$\beta$}"),
            (Person(family="Do%e", given="J."), r"Do{\%}e, J."),
            (Person(family="Doe%", given="~J."), r"Doe\%, {\textasciitilde{}}J."),
            (Person(family="Dö y Ray", given="J."), r"{D}{\"o}{ y Ray}, J."),
            (Person(family="A]B[", given="J."), "A{]}B{[}, J."),
            (Person(family="a^b"), r"a{\textasciicircum{}}b"),
            # Letters of any script stay as people write them, though alpha may cut one in half;
            # beside a sign that could be eaten, they are made one letter.
            (Person(family="Ж&к", given="Иван"), r"{\relax Ж}\&к, Иван"),
            (Person(family="Жук", given="Иван"), "Жук, Иван"),
            (Person(family="黄", given="河"), "黄, 河"),
            (Person(family="Van Жук-Жук", given="X."), "Van Жук-Жук, X."),
            (Person(family="DuЖук", given="X."), "DuЖук, X."),
            (Organization(name="Наука"), "{Наука}"),
            (Organization(name="The Наука"), "{The Наука}"),
        ],
    )
    def test_each(self, name: Name, text: str) -> None:
        assert written(name) == text

    @pytest.mark.parametrize("text", ["AT&T Labs", "München", "A{B} Inc.", "Texas A&M"])
    def test_organizations_come_back(self, text: str) -> None:
        assert list(read_names(written(Organization(name=text)))) == [Organization(name=text)]

    def test_what_has_no_width_hides_no_syntax(self) -> None:
        """It is left out when the name is written, and what is left must not be "and"."""
        assert written(Person(family="A an\u200bd B", given="J.")) == "{A and B}, J."
        assert written(Organization(name="{\u200dA")) == r"{\textbraceleft}{A}"
        assert written(Person(family="{\u0338A")) == "{\\relax {\\textbraceleft}\u0338}{A}"
        assert written(Person(family="oth\u200bers")) == "{{others}}"
        assert written(Person(family="A\u2003and\u2003B", given="J.")) == "{A and B}, J."


class TestWhatBiberCuts:
    """biber takes the first character for an initial, past control words and opening braces, and
    parts a word at its hyphens; the initials are in the .bbl in every style."""

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            (Person(family="}Doe", given="J."), r"\textbraceright\relax{}Doe, J."),
            (
                Person(family="`Doe", given="~J."),
                r"\textasciigrave\relax{}Doe, \textasciitilde\relax{}J.",
            ),
            (Person(family="A--B", given="J."), r"{A-\relax{}-B}, J."),
            (Person(family="αβ"), r"\ensuremath{\alpha}\ensuremath{\beta}"),
            (Person(family="A-\u0308B", given="J."), r"{A{\"-}B}, J."),
            (Person(family="}Doe Roe"), r"{\textbraceright\relax{}Doe Roe}"),
            (Person(family="}Doe Roe", given="J."), r"{\textbraceright\relax{}Doe Roe}, J."),
            (Organization(name="} x"), r"{\textbraceright\relax{}~x}"),
            (Organization(name="AT&T Labs"), r"{AT\&T Labs}"),
        ],
    )
    def test_each(self, name: Name, text: str) -> None:
        names = AuthorList(listed=[name])
        assert write_names(names, encoding="unicode", target="biblatex")[0] == text
        assert [each.literal for each in read_names(text)] == [name.literal]


def text_prefix(name: str, letters: int) -> bytes:
    """Cut as `text.prefix$` does, and close the braces (bibtex.web, sections 442 to 444)."""
    text, at, depth = name.encode(), 0, 0
    while at < len(text) and letters:
        char, at = text[at : at + 1], at + 1
        if char == b"{":
            depth += 1
            if depth == 1 and text[at : at + 1] == b"\\":
                while at < len(text) and depth:
                    depth += (text[at : at + 1] == b"{") - (text[at : at + 1] == b"}")
                    at += 1
                letters -= 1
        elif char == b"}":
            depth = max(0, depth - 1)
        else:
            letters -= 1
    return text[:at] + b"}" * depth


def biber_initials(part: str) -> list[str]:
    """Make initials as biber 2.18 does (`Biber::Utils::gen_initials` and `strip_noinit`)."""
    whole = part.startswith("{") and part.endswith("}")
    part = part.replace(" ", "_") if whole else part
    part = re.sub(r"\\[A-Za-z]+\s*(\{([^}]*)\})?", lambda match: match[2] or "", part)
    part = "" if part == "{}" else part
    words = re.split(r"[\s~]+(?![^{]*\})", part)
    if not whole:
        words = [piece for word in words for piece in _at_hyphens(word)]
    return [word.lstrip("{")[:1] for word in words]


def _at_hyphens(word: str) -> list[str]:
    return word.split("-") if re.search(r"[^{]-[^}]", word) else [word]


class TestCutsOfAnyName:
    """Whatever the name, what the programs cut out of it is text."""

    @given(text=tex_shrapnel.filter(prints))
    def test_labels(self, text: str) -> None:
        for name in (Person(family=text), Person(family=text, given="J."), Organization(name=text)):
            whole = written(name).removesuffix(", J.")
            assert read_tex(whole).faults == []
            label = text_prefix(whole, 3).decode()  # no half of a character
            assert read_tex(label).faults == []
            assert "]" not in re.sub(r"\{[^{}]*\}", "", label)

    @given(text=tex_shrapnel.filter(prints))
    def test_initials(self, text: str) -> None:
        for name in (Person(family=text, given="J."), Organization(name=text)):
            names = AuthorList(listed=[name])
            whole = write_names(names, encoding="unicode", target="biblatex")[0]
            assert read_tex(whole).faults == []
            found = biber_initials(whole.removesuffix(", J."))
            assert not set(found) & {"{", "}", "$", "%", "&", "#", "_", "^"}


class TestOthers:
    """ "An incomplete list ends in ` and others`." (bibtex-rules, Writer 2) " `others` as the last
    name means truncated: pandoc and @retorquere make it a person." (Reader 4)"""

    def test_writing(self) -> None:
        assert written(ROE, complete=False) == "Roe, Jane and others"

    @pytest.mark.parametrize("end", ["others", "Others", "{others}", "et al.", "et al", "et. al."])
    def test_reading(self, end: str) -> None:
        assert read_names(f"Roe, Jane and {end}") == AuthorList(listed=[ROE], complete=False)

    def test_only_others_is_nobody(self) -> None:
        with pytest.raises(AuthorListError):
            read_names("others")

    @pytest.mark.parametrize("raw", ["", "  ", "and"])
    def test_nothing_is_nobody(self, raw: str) -> None:
        assert read_names(raw) in (NOBODY, AuthorList(listed=[Person(family="and")]))

    def test_a_gap_in_the_middle(self) -> None:
        names = AuthorList(listed=["A B", "C D", "Y Z"], complete=False, gap=2)
        text, (note,) = write_names(names, encoding="ascii")
        assert text == "B, A and D, C and others"
        assert (note.code, note.severity) == ("bibtex-authors-lost", "warning")
        assert note.message.endswith("Y Z")

    def test_a_gap_before_the_first_name(self) -> None:
        """`others` alone names nobody, and is an error to `read_names`."""
        names = AuthorList(listed=["Y Z"], complete=False, gap=0)
        text, (note,) = write_names(names, encoding="ascii")
        assert text == "Z, Y and others"
        assert (note.code, note.severity) == ("bibtex-order-lost", "warning")
        assert read_names(text).listed == names.listed


class TestLosses:
    """ "What is dropped or guessed is reported, always." (DESIGN, Promises 8)"""

    @pytest.mark.parametrize(
        ("names", "code"),
        [
            (AuthorList(listed=[ROE], note="Meta AI team"), "bibtex-note-lost"),
            (AuthorList(listed=[ROE], total=14, complete=False), "bibtex-total-lost"),
            (
                AuthorList(listed=[Person(family="Roe", given="J.", affiliation="MIT")]),
                "bibtex-name-detail-lost",
            ),
            (
                AuthorList(listed=[Person(family="B", given="W.", dropping_particle="von")]),
                "bibtex-particle-changed",
            ),
            (
                AuthorList(listed=[Person(family="N", given="R.", non_dropping_particle="De")]),
                "bibtex-particle-changed",
            ),
            (AuthorList(listed=[Person(family="黄", given="河")]), "latex-unencodable"),
        ],
    )
    def test_each(self, names: AuthorList, code: str) -> None:
        assert set(codes(names)) == {code}

    def test_nothing_to_say(self) -> None:
        assert codes(AuthorList(listed=[ROE], complete=False)) == []


class TestReading:
    """ "`and` is split only at brace depth 0, between white space, case-insensitively."
    (bibtex-rules, Reader 3)"""

    def test_latex_is_decoded(self) -> None:
        (name,) = read_names(r"Erd{\H o}s, P{\'a}l")
        assert name == Person(family="Erdős", given="Pál")

    def test_and(self) -> None:
        assert len(read_names("A B AND {C and D}\nand E F")) == 3

    def test_suffix(self) -> None:
        (name,) = read_names("King, Jr., Martin Luther")
        assert isinstance(name, Person)
        assert (name.suffix, name.comma_suffix) == ("Jr.", True)

    def test_a_name_that_is_nothing_is_reported(self) -> None:
        names = read_names(r"Roe, Jane and ,")
        assert list(names) == [ROE]
        assert [note.code for note in names.diagnostics] == ["bibtex-name-dropped"]

    def test_a_name_that_decodes_to_nothing_is_reported(self) -> None:
        names = read_names(r"Roe, Jane and {\relax}")
        assert list(names) == [ROE]
        assert "bibtex-name-dropped" in [note.code for note in names.diagnostics]


WORDS = st.text(st.sampled_from("ABEYabceyé '"), min_size=1, max_size=8).map(
    lambda text: "X" + " ".join(text.strip("' ").split())
)


class TestRoundTrip:
    """What is written is read back as the same people."""

    @given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4), st.booleans())
    def test_people(self, names: list[tuple[str, str]], complete: bool) -> None:
        listed = [Person(family=family, given=given) for family, given in names]
        text = written(*listed, complete=complete)
        back = read_names(text)
        assert [name.literal for name in back] == [name.literal for name in listed]
        assert back.complete == complete

    @given(st.text(st.characters(categories=["L", "Nd", "P", "Zs"]), min_size=1, max_size=20))
    def test_organizations(self, text: str) -> None:
        name = "X" + text
        back = read_names(written(Organization(name=name)))
        assert len(back) == 1
        assert isinstance(back.listed[0], Organization)
