"""The style as a whole: its options, what it reports, and laws that hold for all works."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from apa_helpers import ROE, make, render
from citekit.errors import Diagnostic, OptionError
from citekit.model.citation import Citation, Cite
from citekit.model.names import AuthorList
from citekit.model.work import Work
from citekit.styles.apa import apa
from citekit.styles.apa.names import inverted
from citekit.styles.apa.numbers import edition, pages, version
from citekit.styles.base import Formatter, StyleFactory


class TestOptions:
    """An option that cannot be honoured is an error."""

    @pytest.mark.parametrize("locale", [None, "en", "en-US", "en-GB", "EN_us"])
    def test_english(self, locale: str | None) -> None:
        assert isinstance(apa(locale=locale), Formatter)

    @pytest.mark.parametrize("locale", ["en-GB", "en_XX", "en-US-x-y"])
    def test_english_of_another_region(self, locale: str) -> None:
        """The manual is American; who asks for another English is told."""
        made = apa(locale=locale)
        (note,) = made.render([Work(id="a", title="T", issued=2020)]).diagnostics
        assert (note.severity, note.code) == ("warning", "locale-fallback")
        assert note.message == f"style 'apa' has no locale {locale!r}; 'en-US' stands in for it"

    @pytest.mark.parametrize("locale", ["de-DE", "enm", "qq"])
    def test_no_other_language(self, locale: str) -> None:
        with pytest.raises(OptionError, match="csl:apa"):
            apa(locale=locale)

    @pytest.mark.parametrize("locale", ["", "en-../../x", "en-", "en\n", 3, "en" * 500_000])
    def test_no_tag(self, locale: Any) -> None:
        with pytest.raises(OptionError, match="not a language tag"):
            apa(locale=locale)

    def test_no_other_option(self) -> None:
        with pytest.raises(OptionError, match="no option 'engine'"):
            apa(engine="x")

    def test_it_is_a_style(self) -> None:
        factory: StyleFactory = apa
        assert isinstance(factory(), Formatter)


def reported(**fields: Any) -> list[Diagnostic]:
    """Give the diagnostics of one work."""
    return list(render(make(**{"authors": ROE, "title": "T", **fields})).diagnostics)


class TestDiagnostics:
    """What is guessed, derived or not shown is reported once a work, and nothing else."""

    def test_nothing_to_report(self) -> None:
        fields = {"type": "article-journal", "venue": "J", "volume": 1, "page": "1-2"}
        unseen = {"keywords": "a, b", "isbn": "9780306406157", "publisher_place": "Oslo"}
        assert reported(**fields, **unseen, abstract="A", language="en", license="MIT") == []

    @pytest.mark.parametrize(
        ("fields", "named"),
        [
            ({"note": "Read me first"}, "note"),
            ({"collection_title": "Some Series"}, "collection_title"),
            ({"type": "article-journal", "number": "77"}, "number"),
            ({"type": "article-journal", "editors": [("Doe", "John")]}, "editors"),
            ({"illustrators": [("Doe", "John")], "type": "article-journal"}, "illustrators"),
            ({"type": "webpage", "archive": "The Archive"}, "archive"),
            ({"type": "manuscript", "venue": "Nature", "status": "submitted"}, "venue"),
            ({"authors": AuthorList(listed=ROE, note="Meta AI team")}, "authors.note"),
        ],
    )
    def test_not_shown(self, fields: dict[str, Any], named: str) -> None:
        (found,) = reported(**{"type": "book", **fields})
        assert (found.code, found.severity, found.work) == ("not-shown", "warning", "x")
        assert found.message.endswith(f": {named}")

    def test_several_fields_are_one_report(self) -> None:
        (found,) = reported(type="book", note="Read me", scale="1:100")
        assert found.message.endswith(": scale, note")

    def test_noise_is_no_loss(self) -> None:
        assert reported(type="article-journal", genre="Journal article", medium="Print") == []
        assert reported(type="thesis", genre="PhD thesis") == []

    def test_authors_between_the_nineteenth_and_the_last_are_left_out_by_rule(self) -> None:
        names = [(f"Family{number}", "A.") for number in range(30)]
        assert reported(type="book", authors=names) == []

    def test_guessed_case(self) -> None:
        (found,) = reported(type="book", title="About Foobar")
        assert (found.code, found.severity, found.field) == ("case-guessed", "info", "title")
        assert "Foobar" in found.message
        assert reported(type="book", title="About Foobar", title_case="sentence") == []

    def test_legal_titles_are_not_guessed(self) -> None:
        assert reported(type="bill", title="About Foobar", authors=[]) == []

    def test_no_title(self) -> None:
        (found,) = reported(type="book", title="")
        assert (found.code, found.severity) == ("title-missing", "warning")

    def test_derived_doi(self) -> None:
        (found,) = reported(type="preprint", arxiv="2302.13971")
        assert (found.code, found.severity, found.field) == ("doi-derived", "info", "doi")

    def test_derived_url(self) -> None:
        (found,) = reported(type="document", arxiv="2302.13971")
        assert (found.code, found.field) == ("url-derived", "url")

    def test_a_letter_is_not_listed(self) -> None:
        (found,) = reported(type="personal_communication", note="Read me")
        assert found.code == "not-listed"

    def test_a_work_without_id_is_named_by_its_title(self) -> None:
        (found,) = render(make(id=None, title="Foo", note="Read me")).diagnostics
        assert found.work == "Foo"


class TestNumbers:
    """9.19 and 9.25: editions, versions, pages."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("2", "2nd ed."),
            ("11", "11th ed."),
            ("twelfth", "12th ed."),
            ("3rd", "3rd ed."),
            ("Rev.", "Rev. ed."),
            ("rev", "Rev. ed."),
            ("International ed", "International ed."),
            ("Edition", "Edition"),
            ("123456", "123456 ed."),
        ],
    )
    def test_editions(self, given: str, expected: str) -> None:
        assert edition(given) == expected

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("2.1", "Version 2.1"),
            ("ver. 3", "Version 3"),
            ("v. 4", "Version 4"),
            ("vista", "Version vista"),
        ],
    )
    def test_versions(self, given: str, expected: str) -> None:
        assert version(given) == expected

    @pytest.mark.parametrize(
        ("given", "expected"),
        [("1-9", "1–9"), ("1--9", "1–9"), ("11", "11"), ("1, 4-5", "1, 4–5"), ("A1", "A1")],
    )
    def test_pages(self, given: str, expected: str) -> None:
        assert pages(given) == expected


def numbered(works: list[Work]) -> list[Work]:
    """Give works ids of their own."""
    return [work.evolve(id=f"w{index}") for index, work in enumerate(works)]


SLOW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


class TestLaws:
    """The style renders every work, always in the same way."""

    @SLOW
    @given(st.lists(strategies.works(), max_size=4).map(numbered))
    def test_the_order_of_the_input_does_not_matter(self, works: list[Work]) -> None:
        one, other = apa().render(works), apa().render(works[::-1])
        assert one == other
        assert {each.id for each in one.entries} <= {work.id for work in works}

    @SLOW
    @given(st.lists(strategies.works(), min_size=1, max_size=4).map(numbered))
    def test_each_citation_is_of_one_work(self, works: list[Work]) -> None:
        """No two works of a list are cited alike, unless legal or not listed."""
        listed = {each.id for each in apa().render(works).entries}
        legal = {"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"}
        clear = [work for work in works if work.id in listed and work.type not in legal]
        texts = apa().render(works, [Citation(work) for work in clear]).citations
        assert len(set(map(str, texts))) == len(clear)

    @SLOW
    @given(st.lists(strategies.works(), min_size=1, max_size=3).map(numbered), st.data())
    def test_any_cite_can_be_shown(self, works: list[Work], data: st.DataObject) -> None:
        kinds: list[dict[str, Any]] = [{}, {"narrative": True}, {"author_only": True}]
        kinds += [{"suppress_author": True}, {"prefix": "see"}, {"suffix": "too"}, {"locator": "3"}]
        cites = [Cite(str(work.id), **data.draw(st.sampled_from(kinds))) for work in works]
        (text,) = apa().render(works, [Citation(cites)]).citations
        assert str(text).strip("()[], ") or not any(map(str, works))

    @SLOW
    @given(strategies.author_lists())
    def test_nobody_is_lost(self, names: AuthorList) -> None:
        shown = str(render(make(type="book", title="T", authors=names)).entries[0].text)
        place = 0
        for name in names.listed if len(names) <= 20 else names.listed[:19]:
            place = shown.index(inverted(name), place) + len(inverted(name))
        if names.others and names.gap is None:
            assert shown.startswith(", et al.", place)

    @SLOW
    @given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
    def test_hostile_text(self, title: str, family: str, number: str) -> None:
        work = make(
            title=title,
            authors=[{"family": "X" + family, "given": family}],
            **dict.fromkeys(("page", "edition", "version", "volume", "number"), number),
        )
        assert str(render(work).entries[0].text)

    def test_threads_share_a_formatter(self) -> None:
        style = apa()
        works = [make(id=f"{n}", title=f"Title {n}", authors=ROE, issued=2020) for n in range(20)]
        expected = style.render(works, [Citation(works)])
        found: list[Any] = []
        threads = [
            threading.Thread(target=lambda: found.append(style.render(works, [Citation(works)])))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [expected] * 4

    @pytest.mark.parametrize(
        "field", ["title", "page", "edition", "version", "number", "volume", "note", "genre"]
    )
    @pytest.mark.parametrize("text", ["a", "1-", ", ", "ed ", "((", "“", ". ", "v", "ä́́"])
    def test_a_megabyte_of_text_is_no_burden(self, field: str, text: str) -> None:
        huge = (text * (300_000 // len(text))) + "x"
        assert render(make(type="report", authors=ROE, **{field: huge})).entries

    def test_a_hundred_thousand_authors(self) -> None:
        names = [{"family": f"Name{number}", "given": "A."} for number in range(100_000)]
        shown = str(render(make(type="book", title="T", authors=names)).entries[0].text)
        assert shown.endswith("Name18, A., … Name99999, A. (n.d.). T.")

    def test_many_works_by_one_author(self) -> None:
        works = [
            make(id=f"{n}", title=f"Title {n}", authors=[*ROE, ("Doe", f"X{n}"), ("Poe", "A.")])
            for n in range(2000)
        ]
        assert len(render(*works, citations=works[:5]).entries) == 2000
