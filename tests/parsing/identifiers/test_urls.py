"""Web addresses. Source: RFC 3986; only http and https (DESIGN, "Safety")."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import IdentifierError
from citekit.parsing.identifiers.urls import MAX_URL_LENGTH, normalise_url


class TestForms:
    @pytest.mark.parametrize(
        "text",
        [
            "https://example.org", "http://example.org/", "https://example.org/a/b.html?x=1&y=2#z",
            "https://example.org:8080/a", "https://[::1]/x", "https://127.0.0.1/x",
            "https://a_b.example.org/", "https://example.org/%C3%A4%20b", "https://example.org?q",
            "https://example.org/a;b,c=d+e@f!g$h&i'j(k)*l~m-n._:o", "https://example.org/#",
        ],
    )  # fmt: skip
    def test_what_is_right_stays(self, text: str) -> None:
        assert normalise_url(text) == text

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("HTTPS://Example.ORG/A", "https://example.org/A"),
            ("https://example.org./a", "https://example.org/a"),
            ("https://example.org:/a", "https://example.org/a"),
            (" <https://example.org> ", "https://example.org"),
            ("https://example.org/a b", "https://example.org/a%20b"),
            ("https://example.org/ä?ö#ü", "https://example.org/%C3%A4?%C3%B6#%C3%BC"),
            ("https://example.org/a%zz%2", "https://example.org/a%25zz%252"),
            ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
            ("https://example.org/\\a", "https://example.org/%5Ca"),
            ("https://example.org/<b>\"'", "https://example.org/%3Cb%3E%22'"),
            ("https://example.org/[a]{b}|^`", "https://example.org/%5Ba%5D%7Bb%7D%7C%5E%60"),
            ("https://example.org/\u06cc\u200c\u06cc", "https://example.org/%DB%8C%E2%80%8C%DB%8C"),
            ("https://[0:0:0:0:0:0:0:1]:80/", "https://[::1]:80/"),
            ("https://müller.example/", "https://xn--mller-kva.example/"),
            ("https://MÜLLER.example/", "https://xn--mller-kva.example/"),
            ("https://mu\u0308ller.example/", "https://xn--mller-kva.example/"),
            ("https://straße.example/", "https://xn--strae-oqa.example/"),
            ("https://例え.jp/", "https://xn--r8jz45g.jp/"),
        ],
    )
    def test_what_an_address_cannot_hold_is_encoded(self, text: str, expected: str) -> None:
        assert normalise_url(text) == expected


class TestRefused:
    @pytest.mark.parametrize(
        "text",
        ["javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
         "file:///etc/passwd", "ftp://example.org", "mailto:a@example.org", "vbscript:x"],
    )  # fmt: skip
    def test_other_schemes(self, text: str) -> None:
        with pytest.raises(IdentifierError, match=r"only http and https|control"):
            normalise_url(text)

    @pytest.mark.parametrize("text", ["www.example.org", "//example.org", "example", "/a", "1:2"])
    def test_no_scheme_is_not_guessed(self, text: str) -> None:
        with pytest.raises(IdentifierError, match="scheme is missing") as caught:
            normalise_url(text)
        assert caught.value.hint == "put https:// before it"

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("https:example.org", "no host"),
            ("https:///a", "no host"),
            ("https://?q", "no host"),
            ("https://user:secret@example.org", "an @ before its host"),
            ("https://example.org\\@evil.example", "an @ before its host"),
            ("https://example.org\\evil", "characters that no host has"),
            ("https://exa mple.org", "characters that no host has"),
            ("https://exa%6dple.org", "characters that no host has"),
            ("https://a..b/", "empty or too long part"),
            ("https://.a/", "empty or too long part"),
            ("https://-a.org/", "empty or too long part"),
            ("https://" + "a" * 64 + ".org", "empty or too long part"),
            ("https://" + ".".join(["a" * 60] * 5), "more than 253"),
            ("https://[::g]/", "no IPv6 address"),
            ("https://[::1/", "host or port is not well formed"),
            ("https://a]b/", "host or port is not well formed"),
            ("https://a:b/", "host or port is not well formed"),
            ("https://a:65536/", "host or port is not well formed"),
            ("https://a:1:2/", "host or port is not well formed"),
            ("https://example.org/\x00", "control or invisible"),
            ("https://example.org/a\nb", "control or invisible"),
            ("https://example.org/\u202e", "control or invisible"),
            ("https://example.org/\ud800", "control or invisible"),
            ("https://exa\u200cmple.org/", "characters that no host has"),
            ("https://a/" + "b" * MAX_URL_LENGTH, "more than 8000"),
            ("", "empty"),
            (None, "no text"),
        ],
    )
    def test_what_is_wrong_says_why(self, text: str, problem: str) -> None:
        with pytest.raises(IdentifierError, match=problem):
            normalise_url(text)

    def test_limits_are_addresses(self) -> None:
        assert normalise_url("https://a:65535/") == "https://a:65535/"
        assert normalise_url("https://" + "a" * 63) == "https://" + "a" * 63
        host = ".".join(["a" * 61] * 4)
        assert normalise_url(f"https://{host}.aaaaa/") == f"https://{host}.aaaaa/"
        with pytest.raises(IdentifierError, match="more than 253"):
            normalise_url(f"https://{host}.aaaaaa/")
        longest = "https://a/" + "b" * (MAX_URL_LENGTH - 10)
        assert normalise_url(longest) == longest


class TestLaws:
    paths = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=40)

    @given(path=paths, query=paths)
    def test_the_parts_mean_the_same_and_are_ascii(self, path: str, query: str) -> None:
        path, query = path.translate({35: "", 63: "", 37: ""}), query.translate({35: "", 37: ""})
        found = normalise_url(f"https://example.org/{path}?{query}")
        parts = urlsplit(found)
        assert found.isascii()
        assert unquote(parts.path) == f"/{path}"
        assert unquote(parts.query) == query
        assert parts.hostname == "example.org"

    @given(path=paths)
    def test_twice_is_once(self, path: str) -> None:
        once = normalise_url(f"https://example.org/{path}")
        assert normalise_url(once) == once
