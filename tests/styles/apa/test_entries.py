"""Entries of every kind of work (APA 7, chapter 10), and what makes their titles and sources."""

from __future__ import annotations

from typing import Any

import pytest

from apa_helpers import entry, make, render
from citekit.model.names import Organization, Person
from citekit.styles.apa.kinds import KINDS, kind_of
from citekit.tables.types import TYPES
from citekit.text.markup import markup
from citekit.text.nodes import Format, Link, RichText, Styled

ROE = [("Roe", "Jane")]
DOE = [("Doe", "John"), ("Poe", "Ann")]


def roe(**fields: Any) -> str:
    """Give what follows "Roe, J. (2020). " in the entry of a work by Jane Roe."""
    shown = entry(**{"authors": ROE, "issued": 2020, **fields})
    lead = "Roe, J. (2020). "
    assert shown.startswith(lead), shown
    return shown.removeprefix(lead)


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


class TestReports:
    """10.4: the number in parentheses after the title."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"number": 12}, " (Report No. 12)"),
            ({"number": "NASA-TM-12"}, " (NASA-TM-12)"),
            ({"number": "18-3856", "genre": "NIH Publication"}, " (NIH Publication No. 18-3856)"),
            ({"number": "3", "genre": "Working paper No."}, " (Working paper No. 3)"),
            ({"genre": "Technical brief"}, " [Technical brief]"),
            ({"number": "WP-3", "genre": "technical brief"}, " (WP-3) [Technical brief]"),
            ({}, ""),
        ],
    )
    def test_number(self, fields: dict[str, Any], expected: str) -> None:
        assert roe(type="report", title="Some Findings", **fields) == f"*Some findings*{expected}."

    def test_standard(self) -> None:
        shown = roe(type="standard", title="Safety", genre="ISO Standard", number="45001:2018")
        assert shown == "*Safety* (ISO Standard No. 45001:2018)."

    @pytest.mark.parametrize(
        ("place", "expected"),
        [
            ("US", "U.S. Patent No. 9,367,592"),
            ("U.S.", "U.S. Patent No. 9,367,592"),
            ("usa", "U.S. Patent No. 9,367,592"),
            ("United States", "U.S. Patent No. 9,367,592"),
            ("United States of America", "U.S. Patent No. 9,367,592"),
            ("Canadian", "Canadian Patent No. 9,367,592"),
            ("", "Patent No. 9,367,592"),
        ],
    )
    def test_patent(self, place: str, expected: str) -> None:
        """11.8: the number with its office, and the office as the source."""
        shown = roe(
            type="patent", title="T", number="9,367,592", jurisdiction=place, authority="USPTO"
        )
        assert shown == f"*T* ({expected}). USPTO."


class TestTheses:
    """10.6: published ones name the university in brackets, unpublished ones as the source."""

    @pytest.mark.parametrize(
        ("genre", "expected"),
        [
            ("PhD thesis", "Doctoral dissertation"),
            ("phdthesis", "Doctoral dissertation"),
            ("Ph.D. dissertation", "Doctoral dissertation"),
            ("Doctoral thesis", "Doctoral thesis"),
            ("Master's thesis", "Master's thesis"),
            ("mastersthesis", "Master's thesis"),
            ("MSc thesis", "Master's thesis"),
            ("Bachelor's thesis", "Bachelor's thesis"),
            ("", "Thesis"),
        ],
    )
    def test_published(self, genre: str, expected: str) -> None:
        fields = {"title": "T", "publisher": "MIT", "url": "https://example.org"}
        shown = roe(type="thesis", genre=genre, **fields)
        assert shown == f"*T* [{expected}, MIT]. https://example.org"

    def test_unpublished(self) -> None:
        shown = roe(type="thesis", title="T", genre="PhD thesis", publisher="MIT")
        assert shown == "*T* [Unpublished doctoral dissertation]. MIT."

    def test_archive_and_number(self) -> None:
        shown = roe(
            type="thesis",
            title="T",
            genre="Doctoral dissertation",
            publisher="MIT",
            number=10289373,
            archive="ProQuest",
        )
        assert shown == "*T* (Publication No. 10289373) [Doctoral dissertation, MIT]. ProQuest."

    def test_repository(self) -> None:
        shown = roe(type="thesis", title="T", publisher="MIT", venue="DSpace", archive="DSpace")
        assert shown == "*T* [Thesis, MIT]. DSpace."


class TestDataAndSoftware:
    """10.9 and 10.10: version in parentheses, description in brackets, then publisher."""

    def test_data_set(self) -> None:
        shown = roe(type="dataset", title="A Survey", version=2, publisher="Zenodo")
        assert shown == "*A survey* (Version 2) [Data set]. Zenodo."

    def test_publisher_and_repository(self) -> None:
        shown = roe(type="dataset", title="T", publisher="A", venue="B")
        assert shown == "*T* [Data set]. A. B."
        assert roe(type="dataset", title="T", publisher="A", venue="A") == "*T* [Data set]. A."

    def test_software(self) -> None:
        shown = roe(type="software", title="Tool", version="v3.3.070", publisher="Biostat")
        assert shown == "*Tool* (Version 3.3.070) [Computer software]. Biostat."

    def test_the_record_may_know_better(self) -> None:
        shown = roe(type="software", title="Tool", genre="mobile app", venue="App Store")
        assert shown == "*Tool* [Mobile app]. App Store."

    def test_without_a_title_the_description_stands_for_it(self) -> None:
        """9.22."""
        assert roe(type="dataset", publisher="Zenodo") == "[Data set]. Zenodo."


class TestPreprints:
    """10.8, example 73: repository as the source; the id in parentheses."""

    def test_arxiv(self) -> None:
        shown = roe(type="preprint", title="T", arxiv="2302.13971v2")
        assert shown == (
            "*T* (arXiv:2302.13971v2). arXiv. https://doi.org/10.48550/arXiv.2302.13971"
        )

    def test_the_page_may_word_the_repository_in_its_way(self) -> None:
        shown = roe(type="preprint", title="T", venue="arXiv preprint (arXiv:2302.13971)")
        assert shown == "*T*. arXiv."

    def test_a_preprint_that_was_submitted_is_still_one(self) -> None:
        shown = roe(type="preprint", title="T", venue="bioRxiv", status="submitted")
        assert shown == "*T*. bioRxiv."

    def test_another_repository(self) -> None:
        shown = roe(type="preprint", title="T", venue="PsyArXiv", doi="10.31234/osf.io/abc")
        assert shown == "*T*. PsyArXiv. https://doi.org/10.31234/osf.io/abc"

    def test_a_doi_of_its_own_is_kept(self) -> None:
        shown = roe(type="preprint", title="T", arxiv="2302.13971", doi="10.1000/x")
        assert shown.endswith("https://doi.org/10.1000/x")

    def test_a_document_at_arxiv(self) -> None:
        shown = roe(type="article", title="T", arxiv="2302.13971")
        assert shown == "*T* (arXiv:2302.13971). arXiv. https://arxiv.org/abs/2302.13971"

    def test_a_manuscript_at_arxiv(self) -> None:
        shown = roe(type="manuscript", title="T", arxiv="2302.13971")
        assert shown.startswith("*T* (arXiv:2302.13971) [Unpublished manuscript]. arXiv. https://")

    def test_an_article_elsewhere_is_not_linked_to_its_preprint(self) -> None:
        shown = roe(type="article-journal", title="T", venue="J", arxiv="2302.13971")
        assert shown == "T. *J*."

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, "Unpublished manuscript"),
            ({"status": "submitted"}, "Manuscript submitted for publication"),
            ({"status": "in preparation"}, "Manuscript in preparation"),
        ],
    )
    def test_manuscripts(self, fields: dict[str, Any], expected: str) -> None:
        shown = roe(type="manuscript", title="T", publisher="University of X", **fields)
        assert shown == f"*T* [{expected}]. University of X."

    def test_the_journal_that_has_not_accepted_it_is_not_named(self) -> None:
        shown = roe(type="article-journal", title="T", venue="Nature", status="submitted")
        assert "Nature" not in shown


class TestWebPages:
    """10.16: the site as the source, unless it is the author."""

    def test_site(self) -> None:
        shown = roe(type="webpage", title="Why Us?", venue="HuffPost", url="https://example.org/x")
        assert shown == "*Why us?* HuffPost. https://example.org/x"

    def test_site_that_is_the_author(self) -> None:
        shown = entry(type="webpage", title="T", authors="OpenAI", venue="OpenAI", issued=2020)
        assert shown == "OpenAI. (2020). *T*."

    def test_publisher_for_a_site(self) -> None:
        assert roe(type="webpage", title="T", publisher="P") == "*T*. P."

    def test_post(self) -> None:
        """10.15: the first 20 words of the post, as they are, then its kind and the site."""
        words = [f"Word{number}" for number in range(25)]
        shown = roe(type="post", title=" ".join(words), genre="Tweet", venue="Twitter")
        assert shown == f"*{' '.join(words[:20])}* [Tweet]. Twitter."
        twenty = " ".join(words[:20])
        assert roe(type="post", title=twenty) == f"*{twenty}* [Online post]."
        assert roe(type="post", title="A Short Post") == "*A Short Post* [Online post]."

    def test_blog(self) -> None:
        assert roe(type="post-weblog", title="Ouch", venue="Sci-Ed") == "Ouch. *Sci-Ed*."


class TestAudiovisual:
    """10.12 to 10.14."""

    def test_film(self) -> None:
        shown = entry(
            type="motion_picture",
            title="The Fellowship of the Ring",
            directors=[("Jackson", "Peter")],
            publisher=["WingNut Films", "The Saul Zaentz Company"],
            issued=2001,
        )
        assert shown == (
            "Jackson, P. (Director). (2001). *The fellowship of the ring* [Film]. WingNut Films;"
            " The Saul Zaentz Company."
        )

    def test_episode(self) -> None:
        shown = entry(
            type="broadcast",
            title="Lemons",
            genre="TV series episode",
            hosts=ROE,
            executive_producers=DOE,
            volume=3,
            number=12,
            venue="Black-ish",
            publisher="ABC",
            issued="2017-01-11",
        )
        assert shown == (
            "Roe, J. (Host). (2017, January 11). Lemons (Season 3, Episode 12) [TV series"
            " episode]. In J. Doe & A. Poe (Executive Producers), *Black-ish*. ABC."
        )

    def test_song_on_an_album(self) -> None:
        fields = {"type": "song", "title": "Formation", "performers": Person(given="Beyoncé")}
        assert entry(venue="Lemonade", publisher="Columbia", issued=2016, **fields) == (
            "Beyoncé. (2016). Formation [Song]. On *Lemonade*. Columbia."
        )
        assert entry(issued=2016, **fields) == "Beyoncé. (2016). *Formation* [Song]."

    def test_artwork(self) -> None:
        shown = roe(
            type="graphic",
            title="American Gothic",
            genre="Painting",
            archive="Art Institute of Chicago",
            archive_place="Chicago, IL, United States",
        )
        assert shown == (
            "*American Gothic* [Painting]. Art Institute of Chicago, Chicago, IL, United States."
        )

    def test_archive_without_a_collection(self) -> None:
        shown = roe(type="collection", title="Papers", archive="Library", archive_location="Box 1")
        assert shown == "*Papers*. Library (Box 1)."

    def test_video_on_a_site(self) -> None:
        """10.12, example 90: who uploaded it, the exact day, the site."""
        name = Person(family="Fogarty", given="Mignon", username="Grammar Girl")
        shown = entry(
            type="motion_picture", title="A Tip", authors=name, issued="2016-09-30", venue="YouTube"
        )
        assert (
            shown == "Fogarty, M. [Grammar Girl]. (2016, September 30). *A tip* [Video]. YouTube."
        )

    def test_archive_with_a_collection(self) -> None:
        """Archival documents: collection (where in it), archive, place."""
        shown = roe(
            type="interview",
            title="A Talk",
            interviewers=DOE[:1],
            archive_collection="Papers",
            archive_location="Box 3",
            call_number="M37",
            archive="APA Archives",
        )
        assert shown == "*A talk* [Interview by J. Doe]. Papers (Box 3, M37), APA Archives."

    def test_interview_in_a_magazine(self) -> None:
        assert roe(type="interview", title="T", venue="M", volume=3) == "T [Interview]. *M*, *3*."

    def test_musical_score(self) -> None:
        shown = entry(type="musical_score", title="Sonata", composers=ROE, issued=1800)
        assert shown == "Roe, J. (1800). *Sonata* [Musical score]."


class TestLegal:
    """Chapter 11: The Bluebook's forms; no author, commas, the year in parentheses at the end."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (
                {"type": "legal_case", "volume": 347, "venue": "U.S.", "page": 483, "issued": 1954},
                "Name, 347 U.S. 483 (1954).",
            ),
            (
                {
                    "type": "legal_case",
                    "volume": 7,
                    "venue": "F.3d",
                    "page": 9,
                    "authority": "8th Cir.",
                    "issued": 1994,
                    "url": "https://example.org",
                },
                "Name, 7 F.3d 9 (8th Cir. 1994). https://example.org",
            ),
            ({"type": "legal_case", "number": 12, "issued": 2020}, "Name, No. 12 (2020)."),
            (
                {
                    "type": "legislation",
                    "volume": 42,
                    "venue": "U.S.C.",
                    "section": 9401,
                    "issued": 1988,
                },
                "Name, 42 U.S.C. § 9401 (1988).",
            ),
            (
                {"type": "legislation", "number": "Pub. L. No. 101-336", "issued": 1990},
                "Name, Pub. L. No. 101-336 (1990).",
            ),
            (
                {
                    "type": "regulation",
                    "volume": 29,
                    "venue": "C.F.R.",
                    "section": "§ 1",
                    "issued": 2015,
                },
                "Name, 29 C.F.R. § 1 (2015).",
            ),
            (
                {"type": "bill", "number": "H.R. 1100", "authority": "115th Cong.", "issued": 2017},
                "Name, H.R. 1100, 115th Cong. (2017).",
            ),
            (
                {"type": "hearing", "number": "113th Cong.", "authors": "Jane Roe", "issued": 2014},
                "*Name*, 113th Cong. (2014) (testimony of Jane Roe).",
            ),
            ({"type": "treaty", "issued": "1989-11-20"}, "Name, November 20, 1989."),
            (
                {"type": "treaty", "issued": 1989, "url": "https://example.org"},
                "Name, 1989, https://example.org",
            ),
            ({"type": "treaty"}, "Name, n.d."),
        ],
    )
    def test_forms(self, fields: dict[str, Any], expected: str) -> None:
        assert entry(title="Name", **fields) == expected

    def test_the_name_keeps_its_capitals(self) -> None:
        shown = entry(type="legislation", title="Mental Health Systems Act", issued=1988)
        assert shown == "Mental Health Systems Act (1988)."

    def test_a_law_without_a_name(self) -> None:
        assert entry(type="bill", number="S. 1", issued=2017) == "[Untitled], S. 1 (2017)."


class TestUnlisted:
    """8.9: personal communications are not in the list, unless a reader can get at them."""

    def test_not_listed(self) -> None:
        rendered = render(make(type="personal_communication", authors=ROE, issued="2019-08-08"))
        assert rendered.entries == ()
        assert [each.code for each in rendered.diagnostics] == ["not-listed"]

    def test_in_an_archive(self) -> None:
        shown = roe(type="personal_communication", title="A Letter", archive="The Archive")
        assert shown == "*A letter* [Personal communication]. The Archive."


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


class TestEveryType:
    """Every type of work has a row, and gives an entry that shows author, year, title and venue."""

    def test_each_type_has_a_row(self) -> None:
        assert set(KINDS) >= TYPES

    @pytest.mark.parametrize("type_", sorted(TYPES - {"personal_communication"}))
    def test_an_entry(self, type_: str) -> None:
        shown = entry(
            type=type_, authors=ROE, title="About Foobar", title_case="sentence", issued=2020
        )
        assert "About Foobar" in shown
        assert "2020" in shown
        assert ("Roe" in shown) == (
            kind_of(make(type=type_)).source != "legal" or type_ == "hearing"
        )
        assert shown.endswith((".", ")"))

    @pytest.mark.parametrize("type_", sorted(TYPES))
    def test_the_venue_is_shown(self, type_: str) -> None:
        shown = entry(type=type_, authors=ROE, title="T", issued=2020, venue="The Foobar Venue")
        assert "foobar venue" in shown.lower()
