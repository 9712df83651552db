"""Compare what citekit and citeproc-js print, in every independent CSL style that is installed.

    python benchmarks/compare.py                all styles: how many entries and citations agree
    python benchmarks/compare.py --every 20     each twentieth of them
    python benchmarks/compare.py --style apa    one style: each text that differs, side by side

Both get the same files of styles and locales, the works of `all_styles` and some of `works` that
are hard to tell apart, and cite them in the same order. Formatting is left out of the comparison.
A difference is not a fault: tests/conformance/notes.md says where citekit departs on purpose.
"""

from __future__ import annotations

import argparse
import difflib
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import all_styles
import run
from peers.engines import HERE, NPM, locale_path, style_path
from works import make_items

from citekit.exchange.csl_json.format import loads
from citekit.model.citation import Citation, Cite
from citekit.model.work import Work
from citekit.styles.csl.formatter import csl
from citekit.styles.csl.source.catalogue import search
from citekit.writers.html import HtmlWriter

ITEMS = (*all_styles.ITEMS, *make_items(25, seed=3))
WRITER = HtmlWriter()
_TAG = re.compile("<[^>]*>")
_BLOCK = re.compile("</?div[^>]*>")
_BREAKS = re.compile(r"\s*\n\s*")
_WORD = re.compile(r"\w+")


class Texts(NamedTuple):
    """What an engine made of the document."""

    citations: list[str]
    entries: list[str]


class Difference(NamedTuple):
    """A text that differs; one of the two is empty if the other engine has no such text."""

    kind: str
    ours: str
    theirs: str


def of_html(text: str) -> str:
    """Give the text of HTML without what only sets it apart: a new line for a block remains."""
    bare = html.unescape(_TAG.sub("", _BLOCK.sub("\n", text)))
    return _BREAKS.sub("\n", unicodedata.normalize("NFKC", bare).strip())


def citekit_texts(style: str, works: Sequence[Work], asked: Sequence[Citation]) -> Texts:
    rendered = csl(path=style_path(style)).render(works, asked)
    return Texts(
        [of_html(WRITER.write(each)) for each in rendered.citations],
        [of_html(WRITER.write(each.text)) for each in rendered.entries],
    )


def citeproc_js_item(cite: Cite) -> dict[str, Any]:
    return {
        "id": cite.id,
        "locator": cite.locator,
        "label": cite.label,
        "prefix": f"{cite.prefix} " if cite.prefix else "",
        "suppress-author": cite.suppress_author,
    }


class CiteprocJs:
    """A process of citeproc-js that renders one document in the styles that it is asked for."""

    def __init__(self, asked: Sequence[Citation]) -> None:
        citations = [
            {
                "citationID": f"c{number}",
                "citationItems": [citeproc_js_item(cite) for cite in each.cites],
                "properties": {"noteIndex": number},
            }
            for number, each in enumerate(asked, 1)
        ]
        with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
            json.dump({"items": ITEMS, "citations": citations}, file)
        self.process = subprocess.Popen(
            ["node", HERE / "citeproc_js_documents.cjs", file.name, locale_path().parent],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "CITEPROC_JS": str(NPM)},
        )

    def texts(self, style: str) -> Texts | None:
        """Give what it makes of a style, None where it stops with an error."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{style_path(style)}\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            return None
        return Texts([*map(of_html, answer["citations"])], [*map(of_html, answer["entries"])])


def kind_of(ours: str, theirs: str) -> str:
    """Say in what two texts differ, as far as one can see from outside."""
    if ours.casefold() == theirs.casefold():
        return "case"
    if "".join(ours.split()) == "".join(theirs.split()):
        return "spaces"
    mine, other = _WORD.findall(ours), _WORD.findall(theirs)
    if mine == other:
        return "punctuation"
    return "order" if sorted(mine) == sorted(other) else "words"


def differences(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Difference]:
    """Give the texts that one engine has and the other has not, the most alike side by side."""
    mine, other = Counter(ours), Counter(theirs)
    left = [*(other - mine).elements()]
    for text in (mine - other).elements():
        near = difflib.get_close_matches(text, left, n=1, cutoff=0.3)
        for each in near:
            left.remove(each)
        yield Difference(kind_of(text, near[0]) if near else "words", text, "".join(near))
    yield from (Difference("words", "", text) for text in left)


def in_step(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Difference]:
    """Give the texts that differ at the same place."""
    for mine, other in zip(ours, theirs, strict=True):
        if mine != other:
            yield Difference(kind_of(mine, other), mine, other)


def compare(styles: Iterable[str], show: bool) -> str:
    """Compare styles, and give the table."""
    loaded = loads(json.dumps(ITEMS)).works
    asked = all_styles.citations(loaded)
    peer = CiteprocJs(asked)
    total: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    for style in styles:
        theirs = peer.texts(style)
        if theirs is None:
            total["refused"] += 1
            continue
        ours = citekit_texts(style, loaded, asked)
        found = {
            "entries": [*differences(ours.entries, theirs.entries)],
            "citations": [*in_step(ours.citations, theirs.citations)],
        }
        total["styles"] += 1
        for what, rows in found.items():
            total[what] += max(len(getattr(ours, what)), len(getattr(theirs, what)))
            kinds.update((what, row.kind) for row in rows)
            if show:
                print(*(f"{row.kind}\n  {row.ours}\n  {row.theirs}" for row in rows), sep="\n")
    return table(total, kinds)


def table(total: Counter[str], kinds: Counter[tuple[str, str]]) -> str:
    names = sorted({kind for _, kind in kinds})
    lines = ["| | count | the same | " + " | ".join(names) + " |"]
    lines.append("|---|" + "---:|" * (2 + len(names)))
    for what in ("entries", "citations"):
        counts = [kinds[what, name] for name in names]
        same = 1 - sum(counts) / max(total[what], 1)
        shown = " | ".join(f"{each:,}" for each in counts)
        lines.append(f"| {what} | {total[what]:,} | {same:.1%} | {shown} |")
    lines.append(f"\n{total['styles']} styles; citeproc-js refuses {total['refused']} more.")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--every", type=int, default=1, help="take each N-th style only")
    parser.add_argument("--style", help="one style, with all that differs")
    given = parser.parse_args()
    if not run.have_citeproc_js():
        return 1
    names = [info.id for info in search() if not info.dependent]
    chosen = [given.style] if given.style else sorted(names)[:: given.every]
    print(compare(chosen, show=given.style is not None))
    return 0


if __name__ == "__main__":
    sys.exit(main())
