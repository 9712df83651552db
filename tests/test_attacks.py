"""What bad input gets: right output or a `CitekitError`, never anything else (issue 2)."""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import citekit
from citekit.errors import CitekitError
from citekit.model.inputs import WorkFields
from strategies import works

STYLES = MappingProxyType(
    {
        name: citekit.formatter(name)
        for name in ("apa", "bibtex", "biblatex", "ieee", "nature", "chicago-author-date")
    }
)
OUTPUTS = ("plain", "html", "markdown", "latex", "rst", "ansi")
RECORDS = Path(__file__).parent.parent / "examples" / "records.json"
WORK = citekit.Work(id="a", type="book", title="T", authors="A. B", issued=2020)
OWN_TAGS = frozenset("div span i b sup sub a q pre code br".split())


def deep_list(depth: int = 100_000) -> list[Any]:
    made: list[Any] = []
    for _ in range(depth):
        made = [made]
    return made


def endless_list() -> list[Any]:
    made: list[Any] = []
    made.append(made)
    return made


def odd_values() -> dict[str, Any]:
    """Values of every kind that somebody may pass by mistake or on purpose."""
    return {
        "none": None,
        "bool": True,
        "zero": 0,
        "negative": -1,
        "huge": 10**5000,
        "float": 1.5,
        "nan": math.nan,
        "infinity": math.inf,
        "complex": 1j,
        "bytes": b"x",
        "empty": "",
        "list": [],
        "lists": ["a", None],
        "nested": [[[]]],
        "deep": deep_list(),
        "endless": endless_list(),
        "mapping": {"a": 1},
        "numbered": {1: 2},
        "set": {1},
        "pair": (1, 2),
        "object": object(),
        "class": int,
        "function": len,
        "generator": (each for each in [1]),
        "surrogate": "\ud800",
        "controls": "\x00\x1b[31m\u202e",
        "braces": "{{{",
        "script": "<script>alert(1)</script>",
        "write18": "\\write18{x}",
        "digits": "9" * 5000,
        "superscript": "²",
        "no-day": "2020-02-30",
        "no-month": "2020-13",
        "only-noise": "et al.",
        "bad-url": "javascript:alert(1)",
    }


ODD = MappingProxyType(odd_values())


class Tags(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += attrs


def is_balanced(latex: str) -> bool:
    """Whether the braces of LaTeX close in order, escaped and verbatim ones aside."""
    latex = re.sub(r"\\begin\{verbatim\}.*?\\end\{verbatim\}", "", latex, flags=re.DOTALL)
    depth = 0
    for token in re.findall(r"\\.|[{}]", latex, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(token, 0)
        if depth < 0:
            return False
    return depth == 0


def texts(result: citekit.Result) -> Iterator[str]:
    yield from (result.text, *result.entries, *result.citations)
    yield from map(str, result.diagnostics)


class TestAnyWork:
    """ "any style × any writer": it "either renders or raises CitekitError" """

    @given(works())
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def test_it_renders_safely(self, work: citekit.Work) -> None:
        (ready,) = citekit.with_ids([work])
        for name, style in STYLES.items():
            for output in OUTPUTS:
                result = citekit.render(ready, style, citations=[ready], output=output)
                for text in texts(result):
                    text.encode("utf-8")  # no lone surrogate
                self.check(name, output, result)

    def check(self, style: str, output: str, result: citekit.Result) -> None:
        if output == "html":
            seen = Tags()
            seen.feed(result.text + "".join(result.citations))
            assert seen.names <= OWN_TAGS
            assert not [name for name, _ in seen.attributes if name.startswith("on")]
            links = [value or "" for name, value in seen.attributes if name == "href"]
            assert all(link.startswith(("https:", "http:", "mailto:", "doi:")) for link in links)
        if output == "latex" and style not in ("bibtex", "biblatex"):
            assert is_balanced(result.text)
            assert "\\write18" not in result.text
        if output == "plain" and style in ("bibtex", "biblatex"):
            assert is_balanced(result.text)
        if output != "ansi":
            assert "\x1b" not in result.text

    @given(works())
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    def test_it_is_written_and_read_again(self, work: citekit.Work) -> None:
        (ready,) = citekit.with_ids([work])
        for name in ("csl_json", "bibtex", "biblatex"):
            text = citekit.dumps(ready, name)
            text.encode("utf-8")
            found = citekit.loads(text, name)
            assert len(found.works) + len(found.failed) == 1


def make(field: str, value: Any) -> tuple[citekit.Work | None, CitekitError | None]:
    """Make a work with an odd value in a field, or give the error."""
    try:
        return citekit.Work(**{"type": "book", "title": "T", field: value}), None
    except CitekitError as error:
        return None, error


class TestWrongTypes:
    """ "A wrong type, an empty list, …: right output or a `CitekitError`" (issue 2)"""

    @pytest.mark.parametrize("field", sorted(WorkFields.__annotations__))
    def test_of_a_field(self, field: str) -> None:
        for value in ODD.values():
            work, error = make(field, value)
            if error is not None:
                assert (error.field or "").split(".")[0].split("[")[0] == field
                continue
            assert work is not None
            for style in ("apa", "bibtex", "nature"):
                citekit.format(work, STYLES[style], output="html").encode()
            citekit.dumps(work, "csl_json").encode()
            assert work == work.evolve()

    @pytest.mark.parametrize(
        "verb",
        [
            citekit.format,
            citekit.bibliography,
            citekit.cite,
            citekit.render,
            citekit.key,
            citekit.keys,
            citekit.with_ids,
            citekit.loads,
            citekit.csl,
            citekit.formatter,
            citekit.markup,
            citekit.Document,
            citekit.AuthorList.parse,
            lambda value: citekit.load(value) if value not in (0, 1) else None,
            lambda value: citekit.csl(path=value) if value not in (0, 1) else None,
            lambda value: citekit.csl(xml=value),
            lambda value: citekit.loads("[]", value),
            lambda value: citekit.dumps(WORK, value),
            lambda value: citekit.dumps(value, "bibtex"),
            lambda value: citekit.bibliography([value]),
            lambda value: citekit.format(WORK, output=value),
            lambda value: citekit.format(WORK, "nature", locale=value),
            lambda value: citekit.format(WORK, "nature", engine=value),
            lambda value: citekit.format(WORK, "bibtex", encoding=value),
            lambda value: citekit.render(WORK, citations=value),
            lambda value: citekit.render(WORK, citations=[value]),
            lambda value: citekit.cite(WORK, locator=value),
            lambda value: citekit.cite(WORK, locator="1", label=value),
            lambda value: citekit.cite(WORK, "bibtex", prefix=value),
            lambda value: citekit.cite(WORK, suffix=value),
            lambda value: citekit.cite(WORK, narrative=value),
            lambda value: citekit.key(WORK, pattern=value),
            lambda value: citekit.keys([WORK], reserved=value),
            lambda value: citekit.register(value, "x", len),
            lambda value: citekit.Venue(title="x", kind=value),
            citekit.Cite,
            citekit.Citation,
            citekit.PartialDate,
            citekit.DateLiteral,
            citekit.DOI,
            citekit.ISBN,
            citekit.URL,
            citekit.ArXiv,
        ],
    )
    def test_of_an_argument(self, verb: Callable[[Any], Any]) -> None:
        for value in ODD.values():
            with suppress(CitekitError):
                verb(value)

    def test_a_number_too_long_to_print(self) -> None:
        for field in ("volume", "page", "id"):
            with pytest.raises(CitekitError, match="more than 100 digits"):
                citekit.Work(**{field: 10**100})  # type: ignore[arg-type]  # an int is taken

    @pytest.mark.parametrize("count", ["²", "1²", "9" * 5000, "0", "01", "2"])
    def test_a_number_of_volumes(self, count: str) -> None:
        text = citekit.format(WORK.evolve(number_of_volumes=count))
        assert ("Vols. 1–" in text) == (count.isdecimal() and count.lstrip("0") not in ("", "1"))

    def test_a_path_is_a_path(self, tmp_path: Path) -> None:
        with pytest.raises(CitekitError, match="cannot write the file"):
            citekit.dump(WORK, tmp_path, "bibtex")
        with pytest.raises(CitekitError, match="cannot write the file"):
            citekit.dump(WORK, tmp_path / "no" / "x.bib")
        with pytest.raises(CitekitError, match="path of a file"):
            citekit.dump(WORK, 1.5, "bibtex")  # type: ignore[arg-type]  # the point

    def test_one_citation_need_not_stand_in_a_list(self) -> None:
        for cited in ("a", citekit.Cite("a"), citekit.Citation("a"), WORK):
            assert citekit.render(WORK, citations=cited).citations == ("(B, 2020)",)  # type: ignore[arg-type]  # more is taken than promised

    def test_sequels_with_numbers_that_no_one_counts(self) -> None:
        titles = ("Llama", "Llama " + "9" * 5000, "Llama 2", "Llama ²")
        made = citekit.keys([citekit.Work(title=each, issued=2020) for each in titles])
        assert len(set(made)) == len(titles)


BAD_TEXTS = {
    "deep": "[" * 100_000,
    "deep object": '{"a":' * 100_000,
    "deep custom": '[{"title":"T","type":"book","custom":' + '{"a":' * 900 + "1" + "}" * 900 + "}]",
    "nan": '[{"type":"book","title":NaN}]',
    "infinite": '[{"title":"T","issued":{"date-parts":[[Infinity]]}}]',
    "long number": '[{"title":"T","volume":' + "9" * 10_000 + "}]",
    "overflow": '[{"title":"T","volume":1e999}]',
    "surrogates": '[{"id":"\\ud800","title":"\\udfff","type":"book","custom":{"x":"\\ud800"}}]',
    "same id": '[{"id":"a","title":"T","type":"book"},{"id":"a","title":"U","type":"book"}]',
    "wrong types": '[{"type":3,"title":[1],"author":"x","issued":5},null,[],3,{}]',
    "odd authors": '[{"type":"book","title":"T","author":[[],3,null,{"family":3},{}]}]',
    "noise": '[{"title":"T","authors":"et al.","published":"2020-02-30","arxiv":"no"}]',
    "controls": json.dumps([{"title": "\x00\x1b", "authors": "\u202eA B", "venue": "{" * 999}]),
    "unclosed": "@book{a, title={",
    "numbers": "@book{a, year={" + "9" * 6000 + "}, month=" + "9" * 6000 + ", day={²}}",
    "commands": r"@book{a, title={\write18{x} \input{/etc/passwd} \csname x\endcsname ^^5c}}",
    "names": "@book{a, author={" + "and " * 20_000 + "}, title={T}}",
    "braces": "@book{a,title={" + "{" * 5000 + "x" + "}" * 5000 + "}}",
    "circle": "@string{a = a # a}@book{a,title=a,crossref={b}}@book{b,crossref={a}}",
    "doubling": "@string{s = {xxxxxxxxxx}}"
    + "".join(f"@string{{s{'i' * n} = s{'i' * (n - 1)} # s{'i' * (n - 1)}}}" for n in range(1, 40))
    + "@book{a, title = s" + "i" * 39 + "}",
}  # fmt: skip


class TestFiles:
    """ "One bad record does not stop the file." (issue 2, part 11)"""

    @pytest.mark.parametrize("format", [None, "csl_json", "bibtex", "raw"])
    @pytest.mark.parametrize("text", BAD_TEXTS.values(), ids=BAD_TEXTS)
    def test_each(self, text: str, format: str | None) -> None:
        try:
            found = citekit.loads(text, format)
        except CitekitError:
            return
        assert all(isinstance(record.error, CitekitError) for record in found.failed)
        for work in found.works:
            for style in ("apa", "bibtex", "ieee"):
                citekit.format(work, STYLES[style], output="latex").encode()


class TestSize:
    """ "a 1 MB title, 100,000 authors" (issue 2)"""

    @pytest.mark.parametrize("piece", ["x", "a b ", "A. ", "{", "<i>", "“", "\u202e", "$", "é: "])
    def test_a_title_of_a_megabyte(self, piece: str) -> None:
        work = WORK.evolve(title=piece * (10**6 // len(piece)))
        for style in ("apa", "bibtex", "nature"):
            assert citekit.format(work, STYLES[style], output="html")

    def test_a_hundred_thousand_authors(self) -> None:
        people = citekit.AuthorList(listed=[(f"Fam{n}", "Given") for n in range(100_000)])
        work = WORK.evolve(authors=people)
        assert "Fam18, G., … Fam99999, G. (2020)" in citekit.format(work)
        assert citekit.format(work, "bibtex").count(" and ") == 99_999
        assert citekit.format(work, "nature").startswith("1. Fam0, G. et al. T.")


class TestMissingFirstNames:
    """ "It never invents an author and never loses one silently." (DESIGN)"""

    WORK = WORK.evolve(
        authors=citekit.AuthorList(listed=["Y Z", "A B"], complete=False, gap=0), title="Tea"
    )

    def test_apa(self) -> None:
        assert citekit.format(self.WORK) == "… Z, Y., B, A. (2020). Tea."

    def test_bibtex(self) -> None:
        assert "{Z, Y and B, A and others}" in citekit.format(self.WORK, "bibtex")


class TestMarkup:
    """ "never active markup" (issue 2)"""

    EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)> \\write18{x} }{ \u202e" \x1b[2J'

    @pytest.mark.parametrize("style", STYLES)
    def test_html(self, style: str) -> None:
        work = WORK.evolve(title=self.EVIL, publisher=self.EVIL, authors=[(self.EVIL, "X")])
        seen = Tags()
        seen.feed(citekit.bibliography([work], STYLES[style], output="html"))
        assert seen.names <= OWN_TAGS
        assert not [name for name, _ in seen.attributes if name in ("src", "onerror")]

    @pytest.mark.parametrize("style", ["apa", "ieee", "nature", "chicago-author-date"])
    def test_latex(self, style: str) -> None:
        work = WORK.evolve(title=self.EVIL, publisher=self.EVIL, authors=[(self.EVIL, "X")])
        text = citekit.bibliography([work], STYLES[style], output="latex")
        assert "\\write18" not in text
        assert is_balanced(text)

    @pytest.mark.parametrize("style", STYLES)
    def test_a_direction_mark_does_not_leak(self, style: str) -> None:
        text = citekit.bibliography([WORK.evolve(title="a \u202eb", publisher="c")], STYLES[style])
        opened = sum(text.count(mark) for mark in "\u202a\u202b\u202d\u202e")
        assert opened == text.count("\u202c")


SCRIPT = """
import sys, citekit
works = citekit.load(sys.argv[1]).works
for style in ("apa", "bibtex", "biblatex", "ieee", "nature", "chicago-author-date"):
    for output in ("plain", "html", "latex"):
        result = citekit.render(works, style, output=output, citations=citekit.with_ids(works))
        sys.stdout.buffer.write("\\n".join([str(result), *result.citations]).encode())
        sys.stdout.buffer.write("\\n".join(map(str, result.diagnostics)).encode())
sys.stdout.buffer.write(citekit.dumps(works, "csl_json").encode())
"""


class TestTheSameBytes:
    """ "The same input gives the same bytes: in any thread, any locale of the process, any hash
    seed" (DESIGN, Promises 9)"""

    def test_in_any_hash_seed_and_locale(self) -> None:
        found = set()
        for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("4242", "tr_TR.UTF-8")):
            env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale}
            done = subprocess.run(
                [sys.executable, "-c", SCRIPT, str(RECORDS)],
                capture_output=True,
                check=True,
                env=env,
            )
            found.add(done.stdout)
        assert len(found) == 1
        assert b"touvron2023llama" in found.pop()

    @pytest.mark.parametrize("style", STYLES)
    def test_in_eight_threads(self, style: str) -> None:
        loaded = citekit.load(RECORDS).works
        formatter = citekit.formatter(style)

        def run(_: int) -> citekit.Result:
            return citekit.render(loaded, formatter, output="html", citations=loaded)

        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(run, range(32)))
        assert all(each == run(0) for each in found)

    def test_in_any_order_of_the_works(self) -> None:
        loaded = citekit.load(RECORDS).works
        for style in ("apa", "chicago-author-date"):
            forth = citekit.bibliography(loaded, STYLES[style])
            assert citekit.bibliography(loaded[::-1], STYLES[style]) == forth
