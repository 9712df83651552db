"""Finding out in which format a text is."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.api.formats import exchange_formats
from citekit.errors import ReadError
from citekit.exchange.detect import detect
from strategies import hostile_text


def sniff(text: str) -> str:
    return detect(text, exchange_formats()).name


class TestDetect:
    """`loads(text)` without a format "finds out by looking"."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("[]", "csl_json"),
            ("[7]", "csl_json"),
            ('[{"id": "a", "type": "book"}]', "csl_json"),
            ('{"title": "T", "author": []}', "csl_json"),
            ('{"items": [{"authors": "A"}]}', "raw"),
            ('{"items": [{"title": "A"}]}', "csl_json"),
            ('{"records": [{"title": "T"}]}', "raw"),
            (' \ufeff[{"title": "T", "authors": "A"}]', "csl_json"),
            ('\ufeff \n[{"title": "T", "authors": "A"}]', "raw"),
            ('[7, {"published": "2020"}]', "raw"),
            ('[{"author": [], "issued": {}, "publisher": "x", "published": 1}]', "csl_json"),
            ("@book{a, title={T}}", "bibtex"),
            ("A comment.\n@ARTICLE (a, title={T})", "bibtex"),
            ("@string{a = 1}", "bibtex"),
        ],
    )
    def test_formats(self, text: str, expected: str) -> None:
        if text.startswith(" \ufeff"):
            with pytest.raises(ReadError):
                sniff(text)
        else:
            assert sniff(text) == expected

    @pytest.mark.parametrize("text", ["", "  ", "Ada Doe (2020). Title.", "mail@example.org", "7"])
    def test_no_format(self, text: str) -> None:
        with pytest.raises(ReadError, match="no format"):
            sniff(text)

    @pytest.mark.parametrize("text", ["[", '{"a": }', "{ \\rtf1 }"])
    def test_json_with_a_fault(self, text: str) -> None:
        with pytest.raises(ReadError, match="not JSON"):
            citekit.loads(text)

    @given(hostile_text | st.text('[{@a}(" :,1]', max_size=20))
    def test_any_text(self, text: str) -> None:
        with contextlib.suppress(ReadError):
            assert sniff(text) in ("csl_json", "raw", "bibtex")
