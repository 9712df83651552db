"""Patterns that are compiled when they are first used."""

import re
import threading

import pytest

from citekit.speed.lazy import lazy


class TestLazy:
    """It does what the compiled pattern does, and nothing before it is asked to."""

    def test_nothing_is_compiled_before_it_is_used(self, monkeypatch: pytest.MonkeyPatch) -> None:
        compiled: list[str] = []
        real = re.compile

        def counting(source: str, flags: int = 0) -> re.Pattern[str]:
            compiled.append(source)
            return real(source, flags)

        monkeypatch.setattr(re, "compile", counting)
        pattern = lazy("[a-z]+")
        assert compiled == []
        assert pattern.findall("ab C de") == ["ab", "de"]
        assert pattern.search("C") is None
        assert compiled == ["[a-z]+"]

    @pytest.mark.parametrize("name", ["fullmatch", "match", "search"])
    def test_it_matches_alike(self, name: str) -> None:
        for text in ("", "ab", "AB", "1ab", "ab1"):
            found = getattr(lazy("(?P<word>[a-z]+)", re.IGNORECASE), name)(text)
            known = getattr(re.compile("(?P<word>[a-z]+)", re.IGNORECASE), name)(text)
            assert (found and found.span("word")) == (known and known.span("word"))

    def test_it_cuts_and_replaces_alike(self) -> None:
        pattern = lazy(" *(,) *")
        assert pattern.split("a , b") == ["a", ",", "b"]
        assert lazy(" *, *").sub(";", "a , b") == "a;b"
        assert lazy(" *, *").subn(";", "a , b") == ("a;b", 1)
        assert [found[0] for found in lazy(r"\w").finditer("a b")] == ["a", "b"]

    def test_it_says_what_it_is(self) -> None:
        pattern = lazy("(?P<a>.)(.)", re.DOTALL)
        assert (pattern.pattern, pattern.groups) == ("(?P<a>.)(.)", 2)
        assert pattern.flags & re.DOTALL
        assert dict(pattern.groupindex) == {"a": 1}

    def test_what_a_pattern_cannot_do(self) -> None:
        with pytest.raises(AttributeError, match="no attribute 'serach'"):
            _ = getattr(lazy("a"), "serach")  # noqa: B009 - the name is wrong on purpose

    def test_a_fault_shows_when_it_is_used(self) -> None:
        pattern = lazy("(")
        with pytest.raises(re.error):
            pattern.match("")

    def test_in_many_threads(self) -> None:
        pattern = lazy("[0-9]+")
        found: list[list[str]] = []
        threads = [
            threading.Thread(target=lambda: found.append(pattern.findall("1 22"))) for _ in range(8)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert found == [["1", "22"]] * 8
