"""Works written as entries."""

from __future__ import annotations

import pytest

from citekit.errors import Diagnostic
from citekit.exchange.bibtex.format import biblatex, bibtex
from citekit.exchange.bibtex.write import Dialect, entry_type, write_entry
from citekit.model.identifiers import ArXiv
from citekit.model.names import AuthorList, Organization
from citekit.model.work import Work
from citekit.text.nodes import Format, Math, RichText, Styled


def entry(dialect: Dialect = "bibtex", /, **values: object) -> str:
    text, _ = write(dialect, **values)
    return text


def write(dialect: Dialect, /, **values: object) -> tuple[str, tuple[Diagnostic, ...]]:
    make: type = Work
    encoding = bibtex.encoding if dialect == "bibtex" else biblatex.encoding
    return write_entry(make(**values), "key", dialect=dialect, encoding=encoding)


def fields(dialect: Dialect = "bibtex", /, **values: object) -> dict[str, str]:
    lines = entry(dialect, **values).splitlines()[1:-1]
    pairs = (line.strip().removesuffix(",").split(" = ", 1) for line in lines)
    return {each[0]: each[1] for each in pairs}


def codes(dialect: Dialect = "bibtex", /, **values: object) -> list[str]:
    return [note.code for note in write(dialect, **values)[1]]


LLAMA_AUTHORS = (
    "Hugo Touvron, Thibaut Lavril, Gautier Izacard, Xavier Martinet, Marie-Anne Lachaux, "
    "Timothee Lacroix, Baptiste Roziere, Naman Goyal, Eric Hambro, Faisal Azhar, "
    "Aurelien Rodriguez, Armand Joulin, Edouard Grave, Guillaume Lample"
)
LLAMA = Work(
    id="touvron2023llama",
    type="preprint",
    title="LLaMA: Open and Efficient Foundation Language Models",
    authors=LLAMA_AUTHORS,
    issued="2023-02-27",
    arxiv="2302.13971",
    venue="arXiv",
)


class TestLayout:
    """ "One field per line, two spaces, `name = {value},`, lower-case names, closing brace alone;
    fixed order." (bibtex-rules, Writer 19; the example is DESIGN.md's, letter for letter)"""

    def test_llama(self) -> None:
        assert bibtex.dumps([LLAMA]).text == (
            "@misc{touvron2023llama,\n"
            "  title = {{LLaMA}: Open and Efficient Foundation Language Models},\n"
            "  author = {Touvron, Hugo and Lavril, Thibaut and Izacard, Gautier and Martinet, "
            "Xavier and Lachaux, Marie-Anne and Lacroix, Timothee and Roziere, Baptiste and Goyal, "
            "Naman and Hambro, Eric and Azhar, Faisal and Rodriguez, Aurelien and Joulin, Armand "
            "and Grave, Edouard and Lample, Guillaume},\n"
            "  year = {2023},\n"
            "  month = feb,\n"
            "  eprint = {2302.13971},\n"
            "  archiveprefix = {arXiv},\n"
            "  doi = {10.48550/arXiv.2302.13971},\n"
            "  url = {https://arxiv.org/abs/2302.13971}\n"
            "}\n"
        )

    def test_llama_in_biblatex(self) -> None:
        text = biblatex.dumps([LLAMA]).text
        names = [line.split(" = ")[0].strip() for line in text.splitlines()[1:-1]]
        assert text.startswith("@online{touvron2023llama,\n")
        assert names == ["title", "author", "date", "eprint", "eprinttype", "doi", "url"]
        assert "  date = {2023-02-27},\n" in text

    def test_what_is_derived_is_said(self) -> None:
        found = {note.code: note.severity for note in bibtex.dumps([LLAMA]).diagnostics}
        assert found == {
            "bibtex-date-shortened": "warning",
            "doi-derived": "info",
            "url-derived": "info",
        }

    def test_the_class_where_the_record_states_it(self) -> None:
        stated = fields(type="preprint", arxiv="2302.13971v1 [cs.CL]")
        assert (stated["eprint"], stated["primaryclass"]) == ("{2302.13971v1}", "{cs.CL}")
        assert fields("biblatex", type="preprint", arxiv="2302.13971 [cs.CL]")["eprintclass"] == (
            "{cs.CL}"
        )

    def test_an_entry_without_fields(self) -> None:
        assert entry() == "@misc{key,\n}"


class TestTypes:
    """ "BibTeX styles know no online software dataset report thesis patent ... Map." (bibtex-rules,
    Writer 17)"""

    @pytest.mark.parametrize(
        ("kind", "genre", "old", "new"),
        [
            ("article-journal", "", "article", "article"),
            ("preprint", "", "misc", "online"),
            ("report", "", "techreport", "report"),
            ("thesis", "", "phdthesis", "thesis"),
            ("thesis", "Doctoral dissertation", "phdthesis", "thesis"),
            ("thesis", "Master's thesis", "mastersthesis", "thesis"),
            ("thesis", "Diplomarbeit", "mastersthesis", "thesis"),
            ("webpage", "", "misc", "online"),
            ("dataset", "", "misc", "dataset"),
            ("software", "", "misc", "software"),
            ("document", "", "misc", "misc"),
            ("hearing", "", "misc", "misc"),
        ],
    )
    def test_each(self, kind: str, genre: str, old: str, new: str) -> None:
        work = Work(type=kind, genre=genre)
        assert (entry_type(work, "bibtex"), entry_type(work, "biblatex")) == (old, new)

    def test_misc_never_has_a_journal(self) -> None:
        written = fields(type="preprint", arxiv="2302.13971", venue="Journal of Preprints")
        assert "journal" not in written
        assert written["howpublished"] == "{Journal of Preprints}"

    def test_a_type_that_becomes_another_is_said(self) -> None:
        assert codes(type="webpage") == ["bibtex-type-approximated"]
        assert codes("biblatex", type="webpage") == []


class TestTheses:
    """The kind of a thesis is its type; other kinds go into the `type` field."""

    @pytest.mark.parametrize(
        ("dialect", "genre", "written"),
        [
            ("bibtex", "PhD thesis", None),
            ("bibtex", "Master's thesis", None),
            ("bibtex", "Bachelor's thesis", "{Bachelor's thesis}"),
            ("biblatex", "PhD thesis", "{phdthesis}"),
            ("biblatex", "Master's thesis", "{mathesis}"),
            ("biblatex", "Habilitation", "{Habilitation}"),
        ],
    )
    def test_each(self, dialect: Dialect, genre: str, written: str | None) -> None:
        assert fields(dialect, type="thesis", genre=genre).get("type") == written

    def test_the_school(self) -> None:
        assert fields(type="thesis", publisher="ETH")["school"] == "{ETH}"
        assert fields("biblatex", type="thesis", publisher="ETH")["institution"] == "{ETH}"


class TestTitles:
    """ "Protect case with braces round the word." (bibtex-rules, Writer 8) Only titles."""

    def test_words(self) -> None:
        written = fields(type="article-journal", title="On BERT", venue="The BERT Journal")
        assert (written["title"], written["journal"]) == ("{On {BERT}}", "{The BERT Journal}")

    def test_rich_text(self) -> None:
        title = RichText(["On ", Styled(["E. coli"], Format.ITALIC), " in ", Math("O(n)")])
        assert fields(title=title)["title"] == r"{On \emph{{E}. coli} in {$O(n)$}}"

    def test_a_title_of_nothing_that_can_be_seen(self) -> None:
        assert fields(title="\u200b") == {}
        assert [note.code for note in Work(title="\u200b").diagnostics] == ["prints-nothing"]

    def test_what_latex_cannot_print_is_said(self) -> None:
        (note,) = write("bibtex", id="x", title="黄土")[1]
        assert (note.code, note.field, note.work) == ("latex-unencodable", "title", "x")


class TestDates:
    """ "year for BibTeX; date = {2023-02-27} for BibLaTeX." (bibtex-rules, Writer 15)"""

    @pytest.mark.parametrize(
        ("issued", "old", "new"),
        [
            ("2023", {"year": "{2023}"}, {"date": "{2023}"}),
            ("2023-02", {"year": "{2023}", "month": "feb"}, {"date": "{2023-02}"}),
            ("Spring 2023", {"year": "{2023}", "month": "{Spring}"}, {"date": "{2023-21}"}),
            ("2019/2021", {"year": "{2019--2021}"}, {"date": "{2019/2021}"}),
            ("in press", {"year": "{in press}"}, {"pubstate": "{inpress}"}),
            (
                "advance online publication",
                {"year": "{advance online publication}"},
                {"year": "{advance online publication}"},
            ),
        ],
    )
    def test_each(self, issued: str, old: dict[str, str], new: dict[str, str]) -> None:
        assert fields(issued=issued) == old
        assert fields("biblatex", issued=issued) == new

    def test_a_status_beside_a_status(self) -> None:
        written = fields("biblatex", issued="in press", status="submitted")
        assert written == {"year": "{in press}", "pubstate": "{submitted}"}

    def test_other_dates(self) -> None:
        assert fields(accessed="2020-01-02")["urldate"] == "{2020-01-02}"
        assert fields(original_date="in press")["origdate"] == "{in press}"


class TestNumbers:
    """ "Pages with --; accept - and –." (bibtex-rules, Writer 16)"""

    @pytest.mark.parametrize(
        ("page", "written"),
        [
            ("1-10", "1--10"),
            ("1–10", "1--10"),
            ("1--10", "1--10"),
            ("7", "7"),
            ("A-1–A-5", "A-1--A-5"),
            ("1-2, 5", "1--2, 5"),
            ("i – x", "i--x"),
        ],
    )
    def test_pages(self, page: str, written: str) -> None:
        assert fields(page=page)["pages"] == f"{{{written}}}"

    @pytest.mark.parametrize(
        ("edition", "old", "new"),
        [
            ("2", "Second", "2"),
            ("2nd ed.", "Second", "2"),
            ("11", "11th", "11"),
            ("21", "21st", "21"),
            ("112", "112th", "112"),
            ("0", "0th", "0"),
            ("Revised", "Revised", "Revised"),
        ],
    )
    def test_editions(self, edition: str, old: str, new: str) -> None:
        assert fields(edition=edition)["edition"] == f"{{{old}}}"
        assert fields("biblatex", edition=edition)["edition"] == f"{{{new}}}"

    @pytest.mark.parametrize(
        ("kind", "attribute"),
        [("article-journal", "issue"), ("book", "collection_number"), ("report", "number")],
    )
    def test_number(self, kind: str, attribute: str) -> None:
        assert fields(type=kind, **{attribute: "7"})["number"] == "{7}"


class TestVerbatim:
    """ "Never escape url, doi, eprint, file." (bibtex-rules, Writer 6)"""

    def test_each(self) -> None:
        written = fields(
            url="https://x.y/a_b?c=d&e=%20f",
            doi="10.1000/a_b<c>{d}",
            extra={"file": ":my papers/a_b.pdf:PDF"},
        )
        assert written == {
            "doi": "{10.1000/a_b<c>%7Bd%7D}",
            "url": "{https://x.y/a_b?c=d&e=%20f}",
            "file": "{:my papers/a_b.pdf:PDF}",
        }

    @pytest.mark.parametrize("name", ["urlraw", "eprint", "biburl"])
    def test_addresses(self, name: str) -> None:
        assert fields(extra={name: "a_b {50%} é"})[name] == "{a_b%20%7B50%%7D%20%C3%A9}"

    @pytest.mark.parametrize("name", ["pdf", "verba", "verbb", "verbc", "bdsk-file-1"])
    def test_paths(self, name: str) -> None:
        assert fields(extra={name: "a_b {50%}\\é"})[name] == "{a_b %7B50%%7D%5C%C3%A9}"

    @pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
    @pytest.mark.parametrize(
        "name",
        "eprintclass eprinttype pubstate number version note options execute langid owner"
        " groups timestamp shorthand sortkey".split(),
    )
    def test_everything_else_is_text(self, name: str, dialect: Dialect) -> None:
        """ "All other fields are literal" (biblatex manual, 2.2; blx-dm.def): a `%` from
        percent-encoding would begin a comment in the .bbl and eat the brace."""
        written = fields(dialect, extra={name: "cs.LG, 50% & a_b}"})[name]
        assert written == r"{cs.LG, 50\% \& a\_b{\textbraceright}}"

    @pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
    def test_the_class_of_a_preprint(self, dialect: Dialect) -> None:
        written = fields(dialect, arxiv=ArXiv("2302.13971", "cs.LG, stat.ML (50%)"))
        name = "primaryclass" if dialect == "bibtex" else "eprintclass"
        assert written[name] == r"{cs.LG, stat.ML (50\%)}"

    @pytest.mark.parametrize("name", ["presort", "entrysubtype"])
    def test_words_that_become_part_of_commands(self, name: str) -> None:
        assert fields("biblatex", extra={name: "mag azine-1"})[name] == "{mag azine-1}"
        assert fields("biblatex", extra={name: "50%"}) == {}
        assert codes("biblatex", extra={name: "50%"}) == ["bibtex-lost"]

    def test_names_that_are_kept(self) -> None:
        assert fields(extra={"holder": "AB%, J and ~"})["holder"] == (
            r"{AB{\%}, J and {\textasciitilde{}}}"
        )
        assert fields("biblatex", extra={"holder": "}x"})["holder"] == (
            r"{\textbraceright\relax{}x}"
        )

    @pytest.mark.parametrize("name", ["ids", "xref", "entryset", "related"])
    def test_keys_of_other_entries(self, name: str) -> None:
        """They are written as the keys of the entries are, so that they still name them."""
        assert fields(extra={name: "a_b, Müller}, , c%d"})[name] == "{a_b,Muller,c-d}"
        assert codes(extra={name: "a_b, Müller}"}) == ["bibtex-key-changed"]
        assert codes(extra={name: "a_b,c"}) == []


class TestExtra:
    """What was kept under its own name goes back under it."""

    def test_text(self) -> None:
        assert fields(extra={"foo": "a & b"}) == {"foo": r"{a \& b}"}

    @pytest.mark.parametrize("extra", [{"foo": [1]}, {"Foo Bar": "x"}, {"a=b": "x"}])
    def test_what_is_no_field(self, extra: dict[str, object]) -> None:
        assert fields(extra=extra) == {}
        assert codes(extra=extra) == ["bibtex-lost"]

    def test_a_name_that_is_taken(self) -> None:
        assert fields(title="x", extra={"title": "y"}) == {"title": "{x}"}
        assert codes(title="x", extra={"title": "y"}) == ["bibtex-lost"]

    @pytest.mark.parametrize("extra", [{"entrytype": "foo"}, {"foo": ""}])
    def test_what_needs_no_field(self, extra: dict[str, object]) -> None:
        assert (fields(extra=extra), codes(extra=extra)) == ({}, [])

    def test_control_sequences_of_data_are_text(self) -> None:
        assert fields(extra={"foo": r"\input{x}"})["foo"] == (
            r"{\textbackslash{}input{\textbraceleft}x{\textbraceright}}"
        )


class TestLosses:
    """ "What is dropped or guessed is reported, always." (DESIGN, Promises 8)"""

    @pytest.mark.parametrize(
        ("values", "path"),
        [
            ({"directors": "Jane Roe"}, "directors"),
            ({"medium": "vinyl"}, "medium"),
            ({"content_changes": True}, "content_changes"),
            ({"relations": [("review-of", "x")]}, "relations"),
            ({"venue": {"title": "X", "title_short": "x"}}, "venue.title_short"),
        ],
    )
    def test_each(self, values: dict[str, object], path: str) -> None:
        notes = write("bibtex", **values)[1]
        assert [(note.code, note.field) for note in notes] == [("bibtex-lost", path)]

    @pytest.mark.parametrize(
        ("name", "severity"), [("topic", "info"), ("access", "info"), ("elsewhere", "warning")]
    )
    def test_what_is_no_citation_matter_is_no_warning(self, name: str, severity: str) -> None:
        (note,) = write("bibtex", extra={name: ["x"]})[1]
        assert (note.code, note.severity, note.field) == ("bibtex-lost", severity, f"extra.{name}")

    def test_keywords_with_commas(self) -> None:
        assert codes(keywords=["a, b"]) == ["bibtex-list"]

    def test_nothing_to_say(self) -> None:
        assert (
            codes(
                "biblatex",
                type="article-journal",
                title="x",
                venue="N",
                event={"title": "E", "place": "P", "date": "2020"},
                issued="2020",
            )
            == []
        )

    def test_names_tell_theirs(self) -> None:
        names = AuthorList(listed=["Jane Roe"], note="team")
        notes = write("bibtex", authors=names)[1]
        assert [(note.code, note.field) for note in notes] == [("bibtex-note-lost", "authors")]


class TestLists:
    """Identifiers, languages and keywords."""

    def test_each(self) -> None:
        written = fields(isbn=["978-0-262-51087-5"], keywords=["a", "b%"], language="de")
        assert written == {
            "isbn": "{9780262510875}",
            "keywords": r"{a, b\%}",
            "language": "{german}",
        }

    def test_unknown_language(self) -> None:
        assert fields("biblatex", language="tlh") == {"langid": "{tlh}"}

    def test_organizations(self) -> None:
        assert fields(authors=[Organization(name="OpenAI")])["author"] == "{{OpenAI}}"
