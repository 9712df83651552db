"""Whole files: keys, laws, hostile input."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import InvalidValueError, ReadError
from citekit.exchange.bibtex.format import BibFormat, biblatex, bibtex, safe_keys
from citekit.model.names import Organization, Person
from citekit.model.work import Work
from citekit.text.nodes import RichText

BOTH = pytest.mark.parametrize("format", [bibtex, biblatex], ids=["bibtex", "biblatex"])


class TestKeys:
    """ "Keys: [A-Za-z0-9:._+/-] only, ASCII. Unique without regard to case." (bibtex-rules,
    Writer 18)"""

    @pytest.mark.parametrize("key", ["touvron2023llama", "DBLP:conf/x/Y-1.2_3+4"])
    def test_safe_ones_stay(self, key: str) -> None:
        assert safe_keys([key]) == ((key,), ())

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("a b", "a-b"),
            ("王2020", "Wang2020"),
            ("Müller", "Muller"),
            ("a{b}%#\\~,=", "a-b"),
            ("😀", "grinning"),
            ("{}", "key"),
            ("a\nb", "a-b"),
        ],
    )
    def test_others_change_and_it_is_said(self, old: str, new: str) -> None:
        (key,), (note,) = safe_keys([old])
        assert key == new
        assert (note.code, note.work) == ("bibtex-key-changed", old)

    def test_case(self) -> None:
        keys, notes = safe_keys(["a", "A", "a", "A-2", "b"])
        assert keys == ("a", "A-2", "a-2-2", "A-2-2-2", "b") or len({k.lower() for k in keys}) == 5
        assert len(notes) == 3

    def test_many_of_one_key(self) -> None:
        assert len(set(safe_keys(["a"] * 3000)[0])) == 3000

    @given(st.lists(st.text(max_size=8), max_size=8))
    def test_law(self, ids: list[str]) -> None:
        keys, _ = safe_keys(ids)
        assert len({key.lower() for key in keys}) == len(ids)
        assert all(re.fullmatch(r"[A-Za-z0-9:._+/-]+", key) for key in keys)

    def test_a_work_without_id(self) -> None:
        with pytest.raises(InvalidValueError, match="without an id"):
            bibtex.dumps([Work(title="x")])


class TestFiles:
    """A format of whole records."""

    def test_nothing(self) -> None:
        assert bibtex.dumps([]).text == ""
        assert bibtex.loads("").works == ()

    def test_several(self) -> None:
        assert bibtex.dumps([Work(id="a"), Work(id="b")]).text == "@misc{a,\n}\n\n@misc{b,\n}\n"

    def test_byte_order_mark(self) -> None:
        assert len(bibtex.loads("\ufeff@misc{a}")) == 1

    @pytest.mark.parametrize("text", [b"@misc{a}", None, 3])
    def test_only_text(self, text: Any) -> None:
        with pytest.raises(ReadError, match="text"):
            bibtex.loads(text)

    def test_repeated_ids_are_kept_and_reported(self) -> None:
        loaded = bibtex.loads("@misc{a}@misc{A}@misc{,}@misc{,}")
        assert [work.id for work in loaded] == ["a", "A", None, None]
        assert [note.code for note in loaded.diagnostics] == ["duplicate-id"]

    @pytest.mark.parametrize("values", [{"dialect": "x"}, {"encoding": "latin1"}])
    def test_formats(self, values: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="must be in"):
            BibFormat(**{"dialect": "bibtex", "encoding": "ascii", **values})


HARD = st.text(
    st.one_of(st.sampled_from("{}\\%&_#$~^\"'`@=,- éÉß\u200b黄αx\n\x00\ud800"), st.characters()),
    max_size=25,
)
NAMES = st.builds(
    Person,
    family=st.sampled_from(["Roe", "Ortega y Gasset", "D'Arcy", "Šmíd", "King"]),
    given=st.sampled_from(["Jane", "J.-P.", "Éva Q."]),
    non_dropping_particle=st.sampled_from(["", "van", "de la"]),
    suffix=st.sampled_from(["", "Jr.", "III"]),
    comma_suffix=st.just(True),
).map(
    lambda name: (
        name
        if name.suffix
        else Person(
            **{part: getattr(name, part) for part in ("family", "given", "non_dropping_particle")}
        )
    )
)
WORKS = st.builds(
    Work,
    id=st.just("key"),
    type=st.sampled_from(["article-journal", "book", "report", "thesis", "chapter", "software"]),
    title=HARD,
    authors=st.lists(st.one_of(NAMES, st.just(Organization(name="École & Co, Inc."))), max_size=3),
    issued=st.sampled_from([None, "2023", "2023-02", "Spring 2020", "in press", "c. 1500"]),
    venue=st.sampled_from([None, "Nature & Co", "Zeitschrift für 100 %"]),
    volume=st.sampled_from(["", "12"]),
    page=st.sampled_from(["", "1–10", "e12"]),
    publisher=HARD,
    doi=st.sampled_from([None, "10.1000/a_b"]),
    url=st.sampled_from([None, "https://x.y/a_b?c=%20d"]),
    note=HARD,
    edition=st.sampled_from(["", "2", "Revised"]),
    isbn=st.sampled_from([(), ("9780262510875",)]),
    keywords=st.sampled_from([(), ("a & b", "c")]),
)


class TestLaws:
    """works → file → works keeps what the format can carry."""

    @BOTH
    @settings(max_examples=60)
    @given(work=WORKS)
    def test_a_second_round_changes_nothing(self, work: Work, format: BibFormat) -> None:
        (once,) = format.loads(format.dumps([work]).text)
        (twice,) = format.loads(format.dumps([once]).text)
        assert twice == once

    @BOTH
    @settings(max_examples=60)
    @given(work=WORKS)
    def test_what_is_not_lost_comes_back(self, work: Work, format: BibFormat) -> None:
        dumped = format.dumps([work])
        (back,) = format.loads(dumped.text)
        lost = {note.field for note in dumped.diagnostics}
        same = ["authors", "issued", "volume", "page", "doi", "url", "edition", "isbn", "keywords"]
        for name in {*same, "type"} - lost:
            assert getattr(back, name) == getattr(work, name), name

    @BOTH
    @settings(max_examples=60)
    @given(work=WORKS, extra=HARD)
    def test_braces_balance_and_lines_are_fields(
        self, work: Work, extra: str, format: BibFormat
    ) -> None:
        text = format.dumps(
            [Work(id="a", title=work.title, note=work.note, extra={"x": extra})]
        ).text
        lines = text.splitlines()
        assert (lines[0], lines[-1]) == ("@misc{a,", "}")
        for line in lines[1:-1]:
            assert re.fullmatch(r"  [a-z]+ = \{.*\},?", line)
            assert line.count("{") == line.count("}")

    def test_the_same_bytes_each_time(self) -> None:
        works = [
            Work(id=str(i), title="x", keywords=["b", "a"], extra={"z": "1", "y": "2"})
            for i in range(3)
        ]
        assert bibtex.dumps(works) == bibtex.dumps(works)


class TestHostile:
    """ "right output or a CitekitError that names the field; never a traceback of something else,
    never a hang" (issue 2)"""

    @pytest.mark.parametrize(
        "text",
        [
            "@" * 20_000,
            "@misc{" * 5_000,
            "@misc{a, title = {" + "{" * 100_000,
            "@misc{a, title = " + '"{' * 20_000,
            "@misc{a, author = {" + "a and " * 20_000 + "}}",
            "@misc{a, title = {" + "\\'" * 50_000 + "}}",
            "@misc{a, " + "b = {c}, " * 20_000 + "}",
            "@misc{a, xdata = {" + "a," * 50_000 + "}}",
            "@misc{a, title = {x}} \x00\ud800",
            "@string{" * 2_000,
        ],
        ids=range(10),
    )
    def test_reading_ends(self, text: str) -> None:
        with suppress(ReadError):
            loaded = bibtex.loads(text)
            assert len(loaded) + len(loaded.failed) > 0

    @settings(max_examples=200)
    @given(st.text(st.sampled_from('@misc{}()"=,#\\ab1 \n%'), max_size=60))
    def test_any_text(self, text: str) -> None:
        """One good entry is enough: the file as a whole is read."""
        loaded = bibtex.loads("@misc{k, title={t}}\n" + text)
        assert len(loaded) + len(loaded.failed) >= 1

    def test_a_long_title(self) -> None:
        title = "Ünïcödé {BERT} " * 5_000 + "word " * 200_000
        (work,) = bibtex.loads(bibtex.dumps([Work(id="a", title=title)]).text)
        assert str(work.title) == " ".join(title.split())

    def test_many_authors(self) -> None:
        work = Work(id="a", authors=[Person(family=f"Roe{i}", given="J.") for i in range(20_000)])
        (back,) = bibtex.loads(bibtex.dumps([work]).text)
        assert len(back.authors) == 20_000

    def test_rich_text_that_is_deep(self) -> None:
        from citekit.text.nodes import Format, Node, Styled

        node: Node = "x"
        for _ in range(55):
            node = Styled([node], Format.BOLD)
        (work,) = bibtex.loads(bibtex.dumps([Work(id="a", title=RichText([node]))]).text)
        assert str(work.title) == "x"
