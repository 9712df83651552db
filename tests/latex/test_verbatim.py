"""Values that are never LaTeX-escaped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.latex.verbatim import encode_verbatim, unescape_verbatim


class TestEncode:
    r""" "Never escape url, doi, eprint, file: raw ... prints right in plainnat and biblatex,
    escaped prints %5C_ or \_. Percent-encode { } \ space there." (bibtex-rules, Writer 6)"""

    @pytest.mark.parametrize(
        "value",
        ["https://example.org/a_b?c=d&e=f#g~h%20", "10.1002/(SICI)1-2<345::AID-A9>3.0.CO;2-X"],
    )
    def test_raw(self, value: str) -> None:
        assert encode_verbatim(value) == value

    @pytest.mark.parametrize(
        ("value", "encoded"),
        [
            ("{", "%7B"),
            ("}", "%7D"),
            ("\\", "%5C"),
            (" ", "%20"),
            ("^", "%5E"),
            ("é", "%C3%A9"),
            ("\n", "%0A"),
            ("\x00a\ud800", "a"),
        ],
    )
    def test_percent(self, value: str, encoded: str) -> None:
        assert encode_verbatim(value) == encoded

    @given(st.text(st.characters(), max_size=40))
    def test_the_result_is_safe(self, value: str) -> None:
        encoded = encode_verbatim(value)
        assert encoded.isascii()
        assert not set("{}\\^ \n\t") & set(encoded)


class TestUnescape:
    """Careless exports escape URLs as if they were text."""

    def test_escapes_are_taken_back(self) -> None:
        assert unescape_verbatim(r"a\_b\%20\&\#\~{x}") == "a_b%20&#~{x}"

    def test_other_backslashes_stay(self) -> None:
        assert unescape_verbatim(r"a\b") == r"a\b"
