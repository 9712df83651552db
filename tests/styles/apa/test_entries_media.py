"""Entries of films, recordings, pictures, social media and legal works (APA 7, 10.12 to 11)."""

from __future__ import annotations

from typing import Any

import pytest

from apa_helpers import DOE, ROE, entry, roe
from citekit.model.names import Person


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
