"""What makes titles and links in entries (APA 7, 6.17, 9.19 and 9.34)."""

from __future__ import annotations

import pytest

from apa_helpers import ROE, entry, make, render, roe
from citekit.model.names import Organization
from citekit.text.markup import markup
from citekit.text.nodes import Format, Link, RichText, Styled


class TestTitles:
    """6.17 and 9.19: sentence case that keeps names; italics for what stands alone."""

    def test_protected_words_stay(self) -> None:
        shown = roe(type="book", title="LLaMA and GPT-4 in Paris: A Deep Look")
        assert shown == "*LLaMA and GPT-4 in Paris: A deep look*."

    def test_names_of_the_groups_behind_a_work_stay(self) -> None:
        shown = entry(
            type="book",
            title="Manual of the Foobar Quux Association by Lorem Press and Lorem",
            authors=Organization(name="Foobar Quux Association"),
            publisher=["Lorem Press", "Lorem"],
            editors=[Organization(name="Quux Association")],
            issued=2020,
        )
        assert "*Manual of the Foobar Quux Association by Lorem Press and lorem*" in shown
        shown = roe(type="book", title="Lorem Pressure is a Thing", publisher="Lorem Press")
        assert shown == "*Lorem pressure is a thing*. Lorem Press."

    def test_names_in_formatted_words_are_left_alone(self) -> None:
        title = RichText(["The Lorem Press and ", Styled(["Lorem Press"], Format.BOLD)])
        shown = roe(type="book", title=title, publisher="Lorem Press")
        assert shown == "*The Lorem Press and lorem press*. Lorem Press."

    def test_a_title_known_to_be_in_sentence_case_stays(self) -> None:
        title = "About the Foo and Bar"
        assert roe(type="book", title=title, title_case="sentence") == f"*{title}*."
        assert roe(type="book", title=title) == "*About the foo and bar*."

    def test_another_language_keeps_its_capitals(self) -> None:
        shown = roe(type="book", title="Die Deutung der Welt", language="de")
        assert shown == "*Die Deutung der Welt*."

    @pytest.mark.parametrize("title", ["Why?", "Wow!", "In the U.S."])
    def test_no_full_stop_after_a_stop(self, title: str) -> None:
        """9.5: a full stop is left out where a title ends with its own mark."""
        assert roe(type="book", title=title, publisher="P") == f"*{title}* P."

    def test_reverse_italics(self) -> None:
        """6.23: what is italic in an italic title is set upright."""
        title = markup("On <i>E. coli</i> cells")
        (found,) = render(make(type="book", title=title, authors=ROE)).entries
        nodes = [node for node in found.text if isinstance(node, Styled)]
        assert nodes == [
            Styled(["On ", Styled(["E. coli"], Format.STYLE_NORMAL), " cells"], Format.ITALIC)
        ]
        again = RichText([Styled(["a ", Styled(["b"], Format.STYLE_NORMAL)], Format.ITALIC), " c"])
        (found,) = render(make(type="book", title=again, authors=ROE)).entries
        assert Styled(["b"], Format.ITALIC) in str_nodes(found.text)

    def test_a_title_that_nests_very_deep_is_flattened(self) -> None:
        title = RichText(["deep"])
        for _ in range(60):
            title = RichText([Styled(title.nodes, Format.BOLD)])
        assert roe(type="book", title=title + " title") == "*Deep title*."


def str_nodes(text: RichText) -> list[object]:
    """List all nodes of a text, however deep."""
    found: list[object] = []
    todo: list[object] = list(text)
    while todo:
        node = todo.pop()
        found.append(node)
        todo.extend(getattr(node, "children", ()))
    return found


class TestLinks:
    """9.34 to 9.36: a DOI as an address, before any URL; no full stop after it."""

    def test_doi_before_url(self) -> None:
        shown = roe(type="book", title="T", doi="doi:10.1000/ABC", url="https://example.org")
        assert shown == "*T*. https://doi.org/10.1000/ABC"

    def test_it_is_a_link(self) -> None:
        (found,) = render(make(type="book", title="T", url="https://example.org/a")).entries
        assert found.text.nodes[-1] == Link(["https://example.org/a"], "https://example.org/a")
