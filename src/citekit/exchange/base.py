"""What reading and writing of whole records have in common.

A bad record does not stop a file: it comes back as data, beside the works that could be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from attrs import field, frozen

from citekit.errors import CitekitError, Diagnostic
from citekit.model.work import Work
from citekit.records import show

__all__ = ["Dumped", "Exchange", "FailedRecord", "Loaded"]


@frozen(kw_only=True)
class FailedRecord:
    """A record that could not be read.

    Args:
        text: The record as it stands in the source, as far as it could be told apart.
        line: The line on which it begins, from 1; None where the format has no lines.
        index: Its place among the records, from 0; None where that is unknown.
        error: What is wrong with it.
    """

    text: str
    error: CitekitError
    line: int | None = None
    index: int | None = None

    __repr__ = show


@frozen(kw_only=True)
class Loaded:
    """What a source held; iterating gives the works.

    Args:
        works: The works, in the order of the source.
        failed: The records that could not be read.
        diagnostics: What was guessed, repaired or dropped in the source as a whole. What
            concerns one work stands in `Work.diagnostics`.
    """

    works: tuple[Work, ...] = field(default=(), converter=tuple[Work, ...])
    failed: tuple[FailedRecord, ...] = field(default=(), converter=tuple[FailedRecord, ...])
    diagnostics: tuple[Diagnostic, ...] = field(default=(), converter=tuple[Diagnostic, ...])

    __repr__ = show

    def __iter__(self) -> Iterator[Work]:
        return iter(self.works)

    def __len__(self) -> int:
        return len(self.works)


@frozen(kw_only=True)
class Dumped:
    """What writing records gave.

    Args:
        text: The whole output.
        diagnostics: What the format could not carry.
    """

    text: str
    diagnostics: tuple[Diagnostic, ...] = field(default=(), converter=tuple[Diagnostic, ...])

    __repr__ = show


@runtime_checkable
class Exchange(Protocol):
    """A format of whole records; an object or a module with these two functions."""

    def loads(self, text: str) -> Loaded:
        """Read records from *text*.

        Raises:
            ReadError: The text as a whole is not in this format.
        """
        ...

    def dumps(self, works: Sequence[Work]) -> Dumped:
        """Write *works*, which all have an `id`."""
        ...
