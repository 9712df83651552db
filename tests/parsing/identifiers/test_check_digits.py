"""ISBN (ISO 2108), ISSN (ISO 3297) and ORCID iD (ISO 7064 MOD 11-2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import IdentifierError
from citekit.parsing.identifiers.check_digits import (
    hyphenate_isbn,
    isbn10_to_13,
    isbn13_to_10,
    isbn_urn,
    issn_link,
    normalise_isbn,
    normalise_issn,
    normalise_orcid,
    orcid_link,
)
from citekit.tables.isbn import REGISTRANTS

digits = st.text("0123456789", min_size=15, max_size=15)


def right_form(
    normalise: Callable[[str], str], body: str, error_end: str = "0123456789X"
) -> list[str]:
    """Give every check character that the normaliser accepts after this body."""
    accepted = []
    for last in error_end:
        try:
            accepted.append(normalise(body + last))
        except IdentifierError:
            continue
    return accepted


class TestIsbn:
    """ "The check digit is the last digit of an ISBN, calculated modulo 11 (ten digits) or modulo
    10 (thirteen digits)" (ISO 2108, International ISBN Agency, Users' Manual)"""

    @pytest.mark.parametrize(
        "text",
        [
            "9780306406157", "978-0-306-40615-7", "978 0 306 40615 7", "ISBN 978-0-306-40615-7",
            "ISBN-13: 978-0-306-40615-7", "isbn13 9780306406157", "0-306-40615-2", "0306406152",
            "ISBN 0-306-40615-2", "ISBN-10: 0306406152", "ISBN10:0306406152", "eISBN 0306406152",
            "p-ISBN: 0306406152", "urn:isbn:9780306406157", "978‐0‐306‐40615‐7",
            "978–0–306–40615–7", "978\u00a00\u00a0306406157", "978\u00ad0306406157",
        ],
    )  # fmt: skip
    def test_every_form_is_thirteen_digits(self, text: str) -> None:
        assert normalise_isbn(text) == "9780306406157"

    def test_ten_digits_may_end_in_x(self) -> None:
        assert normalise_isbn("0-8044-2957-X") == normalise_isbn("080442957x") == "9780804429573"

    def test_979(self) -> None:
        assert normalise_isbn("979-10-343-0468-4") == "9791034304684"

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("0-306-40615-3", "check digit is 3, but should be 2"),
            ("0-8044-2957-1", "check digit is 1, but should be X"),
            ("9780306406158", "check digit is 8, but should be 7"),
            ("979-0-2600-0043-8", "979-1 to 979-9"),
            ("9770306406157", "begin with 978"),
            ("123", "10 or 13 digits"),
            ("97803064061577", "10 or 13 digits"),
            ("X306406152", "10 or 13 digits"),
            ("978030640615X", "10 or 13 digits"),
            ("٩780306406157", "10 or 13 digits"),
            ("ISBN", "10 or 13 digits"),
            ("978.0306406157", "10 or 13 digits"),
        ],
    )
    def test_what_is_none_says_why(self, text: str, problem: str) -> None:
        with pytest.raises(IdentifierError, match=problem):
            normalise_isbn(text)

    @given(body=digits)
    def test_exactly_one_check_digit_is_right(self, body: str) -> None:
        assert len(right_form(normalise_isbn, body[:9])) == 1
        assert len(right_form(normalise_isbn, "978" + body[:9])) == 1

    @given(body=digits)
    def test_ten_and_thirteen_digits_are_the_same_book(self, body: str) -> None:
        (isbn,) = right_form(normalise_isbn, "978" + body[:9])
        ten = isbn13_to_10(isbn)
        assert ten is not None
        assert isbn10_to_13(ten) == normalise_isbn(ten) == isbn

    @given(body=digits, place=st.integers(0, 8))
    def test_swapped_neighbours_are_noticed_in_ten_digits(self, body: str, place: int) -> None:
        (isbn,) = right_form(normalise_isbn, "978" + body[:9])
        ten = isbn13_to_10(isbn) or ""
        swapped = ten[:place] + ten[place + 1] + ten[place] + ten[place + 2 :]
        if swapped != ten:
            with pytest.raises(IdentifierError):
                normalise_isbn(swapped)

    def test_979_has_no_ten_digits(self) -> None:
        assert isbn13_to_10("9791034304684") is None

    def test_its_urn(self) -> None:
        assert isbn_urn("9780306406157") == "urn:isbn:9780306406157"


class TestIssn:
    """ "eight digits, including a check digit modulo 11, in the form NNNN-NNNC" (ISO 3297)"""

    @pytest.mark.parametrize(
        "text",
        ["2434-561X", "2434561x", "ISSN 2434-561X", "eISSN: 2434-561X", "ISSN-L 2434-561X",
         "2434–561X", "https://portal.issn.org/resource/ISSN/2434-561X", "urn:issn:2434-561X"],
    )  # fmt: skip
    def test_every_form(self, text: str) -> None:
        assert normalise_issn(text) == "2434-561X"

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("0028-0837", "check digit is 7, but should be 6"),
            ("0028-083X", "check digit is X, but should be 6"),
            ("0028-083", "has not 8 digits"),
            ("0028-08366", "has not 8 digits"),
        ],
    )
    def test_what_is_none_says_why(self, text: str, problem: str) -> None:
        with pytest.raises(IdentifierError, match=problem):
            normalise_issn(text)

    @given(body=digits)
    def test_exactly_one_check_digit_is_right(self, body: str) -> None:
        assert len(right_form(normalise_issn, body[:7])) == 1

    def test_its_link(self) -> None:
        assert issn_link("0028-0836") == "https://portal.issn.org/resource/ISSN/0028-0836"


class TestOrcid:
    """ "The last character is a checksum, calculated with ISO 7064 MOD 11-2" (ORCID, "Structure
    of the ORCID Identifier")"""

    @pytest.mark.parametrize(
        "text",
        ["0000-0002-1694-233X", "0000-0002-1694-233x", "000000021694233X",
         "ORCID: 0000-0002-1694-233X",
         "ORCID iD: 0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X",
         "http://www.orcid.org/0000-0002-1694-233X/", "orcid.org/0000-0002-1694-233X"],
    )  # fmt: skip
    def test_every_form(self, text: str) -> None:
        assert normalise_orcid(text) == "0000-0002-1694-233X"

    @pytest.mark.parametrize("text", ["0000-0002-1825-0097", "0000-0001-5109-3700"])
    def test_orcid_s_own_examples(self, text: str) -> None:
        assert normalise_orcid(text) == text

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("0000-0002-1825-0098", "check digit is 8, but should be 7"),
            ("0000-0002-1694-2330", "check digit is 0, but should be X"),
            ("0000-0002-1825", "has not 16 digits"),
            ("https://example.org/0000-0002-1825-0097", "has not 16 digits"),
        ],
    )
    def test_what_is_none_says_why(self, text: str, problem: str) -> None:
        with pytest.raises(IdentifierError, match=problem):
            normalise_orcid(text)

    @given(body=digits)
    def test_exactly_one_check_character_is_right(self, body: str) -> None:
        assert len(right_form(normalise_orcid, body)) == 1

    def test_its_link(self) -> None:
        assert orcid_link("0000-0002-1825-0097") == "https://orcid.org/0000-0002-1825-0097"


class TestHyphens:
    """ "The five elements must each be separated clearly by hyphens or spaces" (International ISBN
    Agency, Users' Manual); where they part, its list of ranges says."""

    @pytest.mark.parametrize(
        "isbn",
        [
            "978-0-306-40615-7",
            "978-3-8474-1017-1",
            "978-1-4028-9462-6",
            "978-2-07-036002-4",
            "979-10-343-0468-4",
            "978-99921-58-10-4",
            "978-9971-5-0210-2",
            "978-80-902734-1-2",
        ],
    )
    def test_parts(self, isbn: str) -> None:
        assert hyphenate_isbn(isbn.replace("-", "")) == isbn

    @pytest.mark.parametrize("isbn", ["9799000000008", "9781060000008"])
    def test_what_no_range_holds_stays(self, isbn: str) -> None:
        """One is of no registration group, the other of no registrant."""
        assert hyphenate_isbn(isbn) == isbn

    @given(st.integers(978 * 10**10, 980 * 10**10 - 1))
    def test_no_digit_is_lost(self, number: int) -> None:
        shown = hyphenate_isbn(str(number))
        assert shown.replace("-", "") == str(number)
        assert shown.count("-") in (0, 4)

    def test_the_ranges_are_right(self) -> None:
        """No element is empty, and no group is the beginning of another."""
        for group, ranges in REGISTRANTS.items():
            for each in ranges.split():
                first, _, last = each.partition("-")
                assert len(last or first) == len(first) < 13 - len(group)
                assert not last or first < last
            assert not any(other != group and other.startswith(group) for other in REGISTRANTS)
