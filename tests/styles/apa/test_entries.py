"""Entries of works in print (APA 7, 10.1 to 10.5): periodicals, books, chapters, conferences."""

from __future__ import annotations

import pytest

from apa_helpers import DOE, ROE, entry, roe
from citekit.model.names import Organization, Person


class TestPeriodicals:
    """9.25: title plain in sentence case; periodical in italics as it stands, volume in italics,
    issue in parentheses, pages; 10.1."""

    def test_volume_issue_pages(self) -> None:
        fields = {"venue": "Psychology of Popular Media Culture", "volume": 8, "issue": 3}
        assert roe(
            type="article-journal",
            title="The Relative Nature of Fundamental Taste",
            page="207-217",
            doi="10.1037/ppm0000185",
            **fields,
        ) == (
            "The relative nature of fundamental taste. *Psychology of Popular Media Culture*,"
            " *8*(3), 207–217. https://doi.org/10.1037/ppm0000185"
        )

    def test_article_number(self) -> None:
        """9.27: "Article" and the number in place of pages."""
        fields = {"type": "article-journal", "title": "T", "venue": "PLOS ONE", "volume": 14}
        assert roe(article_number="e0209899", **fields) == "T. *PLOS ONE*, *14*, Article e0209899."
        assert roe(article_number="Article 7", **fields) == "T. *PLOS ONE*, *14*, Article 7."

    def test_issue_without_volume(self) -> None:
        assert roe(type="article-journal", title="T", venue="J", issue=4) == "T. *J*, (4)."

    def test_double_numbers(self) -> None:
        shown = roe(type="article-journal", title="T", venue="J", volume="12-13", issue="3-4")
        assert shown == "T. *J*, *12–13*(3–4)."

    def test_supplement(self) -> None:
        fields = {"type": "article-journal", "title": "T", "venue": "J", "volume": 3}
        assert roe(supplement_number=2, **fields) == "T. *J*, *3*(Suppl. 2)."
        assert roe(supplement_number="Suppl. A", issue=1, **fields) == "T. *J*, *3*(1, Suppl. A)."

    def test_advance_online_publication(self) -> None:
        fields = {"type": "article-journal", "title": "T", "venue": "J"}
        assert roe(status="Advance online publication", **fields) == (
            "T. *J*. Advance online publication."
        )
        assert roe(status="Advance online publication", volume=3, **fields) == "T. *J*, *3*."

    @pytest.mark.parametrize(
        "status",
        [
            "advance access",
            "Online First",
            "OnlineFirst",
            "ahead of print",
            "Early Access",
            "early view",
        ],
    )
    def test_other_words_for_advance_publication(self, status: str) -> None:
        shown = roe(type="article-journal", title="T", venue="J", status=status)
        assert shown == "T. *J*. Advance online publication."

    def test_a_title_in_sentence_case_gets_its_capitals_back(self) -> None:
        venue = {"title": "Journal of popular media", "title_case": "sentence"}
        shown = roe(type="article-journal", title="T", venue=venue)
        assert shown == "T. *Journal of Popular Media*."

    def test_no_venue_but_a_publisher(self) -> None:
        assert roe(type="article-journal", title="T", publisher="P") == "T. P."

    def test_newspaper(self) -> None:
        shown = roe(type="article-newspaper", title="How Do You Talk?", venue="The Post", page="A1")
        assert shown == "How do you talk? *The Post*, A1."

    def test_special_issue(self) -> None:
        """10.1, example 12."""
        shown = entry(
            type="periodical", title="Odd Issues", editors=ROE, issued=2020, venue="J", volume=6
        )
        assert shown == "Roe, J. (Ed.). (2020). Odd issues [Special issue]. *J*, *6*."

    def test_the_kind_of_the_venue_decides(self) -> None:
        fields = {"title": "T", "volume": 3}
        for type_ in ("paper-conference", "article", "webpage"):
            venue = {"title": "J", "kind": "journal"}
            assert roe(type=type_, venue=venue, **fields) == "T. *J*, *3*."

    def test_a_journal_article_in_proceedings(self) -> None:
        venue = {"title": "Proc", "kind": "proceedings"}
        assert roe(type="article-journal", title="T", venue=venue) == "T. In *Proc*."


class TestReviews:
    """10.7: a review names what it reviews in brackets."""

    def test_review_of_a_book(self) -> None:
        shown = roe(
            type="review-book",
            title="A Legacy",
            reviewed_title="The Moral Judgment of the Child",
            reviewed_authors=[("Piaget", "Jean")],
            venue="J",
        )
        assert shown == (
            "A legacy [Review of the book *The moral judgment of the child*, by J. Piaget]. *J*."
        )

    def test_without_a_title_the_brackets_stand_for_it(self) -> None:
        shown = roe(type="review", reviewed_title="Up", reviewed_genre="film", venue="J")
        assert shown == "[Review of the film *Up*]. *J*."

    def test_of_something_unknown(self) -> None:
        assert roe(type="review", reviewed_title="Up", venue="J") == "[Review of *Up*]. *J*."


class TestBooks:
    """10.2: title in italics; in parentheses who else worked on it, edition and volume."""

    def test_edition_and_volume(self) -> None:
        shown = roe(type="book", title="A Handbook", edition=5, volume=1, publisher="Wiley")
        assert shown == "*A handbook* (5th ed., Vol. 1). Wiley."

    def test_all_volumes(self) -> None:
        assert roe(type="book", title="T", number_of_volumes=4) == "*T* (Vols. 1–4)."
        assert roe(type="book", title="T", number_of_volumes=1) == "*T*."
        assert roe(type="book", title="T", volume="2–3") == "*T* (Vols. 2–3)."
        assert roe(type="book", title="T", volume="second series") == "*T* (second series)."

    def test_titled_volume(self) -> None:
        """Example 30: the volume's title belongs to the italic title."""
        fields = {"type": "book", "title": "A Handbook", "volume_title": "History and Theory"}
        assert roe(volume=1, **fields) == "*A handbook: Vol. 1. History and theory*."
        assert roe(**fields) == "*A handbook: History and theory*."

    def test_translator_and_edition(self) -> None:
        shown = roe(type="book", title="T", translators=DOE, edition="2nd")
        assert shown == "*T* (J. Doe & A. Poe, Trans.; 2nd ed.)."

    def test_editor_of_an_author(self) -> None:
        assert roe(type="book", title="T", editors=DOE) == "*T* (J. Doe & A. Poe, Eds.)."

    def test_who_did_both_is_named_once(self) -> None:
        both = {"editors": DOE[:1], "translators": DOE[:1]}
        assert roe(type="book", title="T", **both) == "*T* (J. Doe, Ed. & Trans.)."

    def test_translated_title(self) -> None:
        """9.38: a title in another language is followed by its translation in brackets."""
        shown = roe(type="book", title="Die Deutung", language="de", translated_title="The Reading")
        assert shown == "*Die Deutung* [The reading]."

    def test_publisher_who_is_the_author(self) -> None:
        """9.29: a publisher that is the author is not named again."""
        group = Organization(name="American Psychological Association", abbreviation="APA")
        for publisher in ("American Psychological Association", "APA"):
            shown = entry(type="report", title="T", authors=group, publisher=publisher, issued=2020)
            assert shown == "American Psychological Association. (2020). *T*."

    def test_a_publisher_with_a_name_like_a_person(self) -> None:
        google = Person(family="Google")
        shown = entry(type="map", title="T", authors=google, publisher="Google", issued=2020)
        assert shown == "Google. (2020). *T* [Map]."

    def test_several_publishers(self) -> None:
        assert roe(type="book", title="T", publisher=["A", "B"]) == "*T*. A; B."

    def test_audiobook(self) -> None:
        shown = roe(type="book", title="T", narrators=DOE[:1], medium="audiobook", publisher="P")
        assert shown == "*T* (J. Doe, Narr.) [Audiobook]. P."

    @pytest.mark.parametrize("noise", ["Book", "book chapter", "Print", "PDF", "Open access"])
    def test_what_says_nothing_is_not_printed(self, noise: str) -> None:
        assert roe(type="book", title="T", genre=noise, medium=noise) == "*T*."


class TestChapters:
    """10.3 and 9.28: "In", editors in running order, book title in italics, (pages)."""

    def test_edited_book(self) -> None:
        shown = roe(
            type="chapter",
            title="On Truth",
            editors=DOE,
            venue="Basic Writings: A Guide",
            edition="2nd",
            volume=3,
            page="111-38",
            publisher="P",
        )
        assert shown == (
            "On truth. In J. Doe & A. Poe (Eds.), *Basic writings: A guide*"
            " (2nd ed., Vol. 3, pp. 111–138). P."
        )

    def test_one_editor_one_page(self) -> None:
        shown = roe(type="chapter", title="T", editors=DOE[:1], venue="B", page=7)
        assert shown == "T. In J. Doe (Ed.), *B* (p. 7)."

    def test_translator_of_the_chapter(self) -> None:
        shown = roe(type="chapter", title="T", translators=DOE[:1], venue="B")
        assert shown == "T (J. Doe, Trans.). In *B*."

    def test_author_of_the_book(self) -> None:
        fields = {"type": "chapter", "title": "T", "venue": "B", "container_authors": DOE}
        assert roe(**fields) == "T. In J. Doe & A. Poe, *B*."
        assert roe(editors=ROE, **fields) == "T. In J. Doe & A. Poe, *B* (J. Roe, Ed.)."

    def test_titled_volume(self) -> None:
        shown = roe(
            type="chapter", title="T", venue="Big Book", volume=2, volume_title="Small Part"
        )
        assert shown == "T. In *Big book: Vol. 2. Small part*."

    def test_the_case_of_the_book_may_be_known(self) -> None:
        venue = {"title": "About Foobar", "title_case": "sentence"}
        assert roe(type="chapter", title="T", venue=venue) == "T. In *About Foobar*."

    def test_no_book(self) -> None:
        assert roe(type="chapter", title="T", page="1-9", publisher="P") == "T. (pp. 1–9). P."

    def test_reference_works(self) -> None:
        """Example 47: an entry by a group, in a dictionary that changes."""
        shown = entry(
            type="entry-dictionary",
            title="Self-Report",
            authors="Merriam-Webster",
            venue="Merriam-Webster.com dictionary",
            url="https://example.org/self-report",
            accessed="2019-07-12",
            content_changes=True,
        )
        assert shown.endswith(
            "(n.d.). Self-report. In *Merriam-Webster.com dictionary*. Retrieved July 12, 2019,"
            " from https://example.org/self-report"
        )


class TestConferences:
    """10.5: a presentation names kind, conference and place, with its days; published papers are
    chapters or articles."""

    def test_presentation(self) -> None:
        event = {"title": "A Meeting", "place": "New Orleans, LA", "date": "2016-03-30/2016-04-02"}
        shown = entry(
            type="paper-conference", authors=ROE, title="Nobody's Happy", event=event, issued=2017
        )
        assert shown == (
            "Roe, J. (2016, March 30–April 2). *Nobody's happy* [Paper presentation]. A Meeting,"
            " New Orleans, LA."
        )

    def test_presentation_without_an_event(self) -> None:
        shown = roe(type="speech", title="T", publisher="University", publisher_place="Oslo")
        assert shown == "*T* [Speech]. University, Oslo."

    def test_symposium(self) -> None:
        shown = roe(
            type="speech",
            title="T",
            genre="Conference session",
            chairs=DOE[:1],
            venue="A Symposium",
            event="The Meeting",
        )
        assert shown == "*T* [Conference session]. In J. Doe (Chair), *A symposium*. The Meeting."

    def test_proceedings_that_count_issues_are_a_periodical(self) -> None:
        shown = roe(
            type="paper-conference", title="T", venue="Proc", volume=35, issue=3, page="1-9"
        )
        assert shown == "T. *Proc*, *35*(3), 1–9."

    def test_proceedings_with_editors_are_a_book(self) -> None:
        shown = roe(type="paper-conference", title="T", venue="Proc", issue=3, editors=DOE)
        assert shown == "T. In J. Doe & A. Poe (Eds.), *Proc*."

    def test_a_series_comes_before_its_volume(self) -> None:
        """Example 74."""
        fields = {
            "type": "paper-conference",
            "title": "T",
            "collection_title": "Lecture Notes in Computer Science",
            "page": "225--240",
        }
        expected = "T. In *Lecture notes in computer science: Vol. 11353. Learning and searching*"
        shown = roe(volume=11353, venue="Learning and Searching", **fields)
        assert shown == f"{expected} (pp. 225–240)."
        shown = roe(collection_number=11353, volume=2, venue="Learning and Searching", **fields)
        assert shown == f"{expected} (Vol. 2, pp. 225–240)."

    def test_a_series_without_a_number_is_left_out(self) -> None:
        shown = roe(type="paper-conference", title="T", collection_title="LNCS", venue="Proc")
        assert shown == "T. In *Proc*."

    def test_the_name_of_a_meeting_keeps_its_capitals(self) -> None:
        shown = roe(
            type="paper-conference",
            title="T",
            collection_title="Lecture Notes",
            volume=3,
            venue="Proceedings of the Second Conference on Things",
        )
        assert "*Lecture notes: Vol. 3. Proceedings of the Second Conference on Things*" in shown
