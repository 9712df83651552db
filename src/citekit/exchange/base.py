"""What reading and writing of whole records have in common.

A bad record does not stop a file: it comes back as data, beside the works that could be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import field, frozen
from attrs.validators import min_len

from citekit.errors import CitekitError, Diagnostic, OptionError, did_you_mean
from citekit.exchange.head import Head
from citekit.model.values import check_type
from citekit.model.work import Work
from citekit.speed.records import shared_repr

__all__ = ["Dumped", "ExchangeFormat", "FailedRecord", "Loaded", "Record", "loaded_of"]


@frozen(kw_only=True)
@shared_repr
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


Record: TypeAlias = Work | FailedRecord
"""What a stream gives, one by one."""


@frozen(kw_only=True)
@shared_repr
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

    def __iter__(self) -> Iterator[Work]:
        return iter(self.works)

    def __len__(self) -> int:
        return len(self.works)


def loaded_of(records: Iterable[Record]) -> Loaded:
    """Sort records into works and those that failed."""
    works: list[Work] = []
    failed: list[FailedRecord] = []
    for each in records:
        if isinstance(each, FailedRecord):
            failed.append(each)
        else:
            works.append(each)
    return Loaded(works=works, failed=failed)


@frozen(kw_only=True)
@shared_repr
class Dumped:
    """What writing records gave.

    Args:
        text: The whole output.
        diagnostics: What the format could not carry.
    """

    text: str
    diagnostics: tuple[Diagnostic, ...] = field(default=(), converter=tuple[Diagnostic, ...])


@frozen(kw_only=True, eq=False)
@shared_repr
class ExchangeFormat:
    """A format of whole records, as it describes itself.

    Reading and writing, finding a format by a file's ending or by looking, the command line and the
    documentation all go by this, for built-in formats and for those of plug-ins alike. A plug-in
    makes one and registers it (entry point group `citekit.exchange`).

    Args:
        name: What users type: "csl_json".
        title: What it is called: "CSL-JSON".
        suffixes: Endings of its files, in small letters with the dot.
        media_types: Its media types.
        looks_like: Tells from the beginning of a source whether it is in this format; None where it
            is read only when it is named.
        read: Reads a whole source; it gets the text (bytes, where `binary`) and the options. None
            where the format is only written.
        stream: Reads a source piece by piece, for sources that need not be held in memory; it gets
            an iterator of pieces and the options. None: the source is read whole.
        write: Writes works that all have an `id`, in the order given. None where it is only read.
        binary: Whether it is bytes and not text.
        options: The names of the options that `read`, `stream` and `write` take.
    """

    name: str = field(validator=min_len(1))
    title: str = field(validator=min_len(1))
    suffixes: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    media_types: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    looks_like: Callable[[Head], bool] | None = None
    read: Callable[..., Loaded] | None = None
    stream: Callable[..., Iterator[Record]] | None = None
    write: Callable[..., Dumped] | None = None
    binary: bool = False
    options: tuple[str, ...] = field(default=(), converter=tuple[str, ...])

    def loads(self, source: str | bytes, **options: Any) -> Loaded:
        """Read a whole source.

        Raises:
            OptionError: The format is only written, or has no such option.
            InvalidValueError: The source is text where the format is bytes, or the reverse.
            ReadError: The source as a whole is not in this format.
        """
        if self.read is None:
            raise OptionError(f"{self.title} is only written", field="format", value=self.name)
        self._check_options(options)
        check_type(source, bytes if self.binary else str, "bytes" if self.binary else "text")
        return self.read(source, **options)

    def records(self, pieces: Iterable[Any], **options: Any) -> Iterator[Record]:
        """Read a source that comes in pieces, record by record.

        Where the format has no reader for streams, the whole source is read first.

        Raises:
            OptionError: The format is only written, or has no such option.
            ReadError: The source as a whole is not in this format.
        """
        if self.stream is None:
            whole: Any = (b"" if self.binary else "").join(pieces)
            loaded = self.loads(whole, **options)
            return iter((*loaded.works, *loaded.failed))
        self._check_options(options)
        return self.stream(pieces, **options)

    def dumps(self, works: Sequence[Work], **options: Any) -> Dumped:
        """Write works, which all have an `id`.

        Raises:
            OptionError: The format is only read, or has no such option.
        """
        if self.write is None:
            hint = 'write "csl_json" instead'
            raise OptionError(
                f"{self.title} is only read", field="format", value=self.name, hint=hint
            )
        self._check_options(options)
        return self.write(works, **options)

    def _check_options(self, options: Mapping[str, Any]) -> None:
        for name in options:
            if name not in self.options:
                known = ", ".join(self.options)
                hint = did_you_mean(name, self.options) or (
                    f"its options are {known}" if known else "it has no options"
                )
                raise OptionError(f"{self.title} has no such option", field=name, hint=hint)
