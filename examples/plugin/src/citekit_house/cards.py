"""A format: the cards of a library's catalogue, one a paragraph, a line each for what is known.

    TITLE On Growth and Form
    BY D'Arcy Wentworth Thompson
    IN 1917

It shows all that a format needs: how to recognise it, a reader that keeps a bad card as data,
a reader of streams, a writer that says what it leaves out, and the declaration that names them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from citekit import CitekitError, Diagnostic, FailedRecord, Loaded, Work
from citekit.exchange.base import Dumped, ExchangeFormat, Record, loaded_of
from citekit.exchange.head import Head

__all__ = ["CARDS"]

_FIELDS = {"TITLE": "title", "BY": "authors", "IN": "issued"}


def _looks_like(head: Head) -> bool:
    return head.text.lstrip().startswith("TITLE ")


def _read(text: str) -> Loaded:
    return loaded_of(_stream([text]))


def _stream(pieces: Iterable[str]) -> Iterator[Record]:
    """Give the cards one by one; a piece may end anywhere, a card ends at a blank line."""
    cards = groupby(_lines(pieces), key=lambda line: bool(line.strip()))
    for index, lines in enumerate([*lines] for is_card, lines in cards if is_card):
        yield _card(lines, index)


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    rest = ""
    for piece in pieces:
        *whole, rest = (rest + piece).split("\n")
        yield from whole
    yield rest


def _card(lines: Sequence[str], index: int) -> Record:
    found: dict[str, str] = {}
    for line in lines:
        mark, _, value = line.strip().partition(" ")
        found[_FIELDS.get(mark, mark)] = value
    try:
        return Work(**found)  # type: ignore[arg-type]  # an unknown mark is an error that names it
    except CitekitError as error:
        return FailedRecord(text="\n".join(lines), index=index, error=error)


def _write(works: Sequence[Work]) -> Dumped:
    return Dumped(text="\n\n".join(map(_written, works)) + "\n", diagnostics=map(_lost, works))


def _written(work: Work) -> str:
    values = {"TITLE": work.title, "BY": work.authors, "IN": work.issued}
    return "\n".join(f"{mark} {value}" for mark, value in values.items() if value)


def _lost(work: Work) -> Diagnostic:
    return Diagnostic(
        severity="warning",
        code="cards-not-written",
        message="a card has a title, authors and a date, and nothing else",
        work=work.id,
    )


CARDS = ExchangeFormat(
    name="cards",
    title="Catalogue cards",
    suffixes=(".cards",),
    media_types=("text/x-cards",),
    looks_like=_looks_like,
    read=_read,
    stream=_stream,
    write=_write,
)
