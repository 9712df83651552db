"""How the command line tells people of errors and diagnostics: on standard error, in one block."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from citekit.errors import CitekitError, Diagnostic, shorten
from citekit.exchange.base import FailedRecord
from citekit.text.clean import clean

__all__ = ["report_diagnostics", "report_error", "report_failed"]


def _tell(text: str) -> None:
    print(clean(text), file=sys.stderr)


def report_error(error: CitekitError) -> None:
    """Print an error: what is wrong, then what to do."""
    hint, error.hint = error.hint, None
    try:
        _tell(f"citekit: {error}")
    finally:
        error.hint = hint
    if hint:
        _tell(f"  hint: {hint}")


def report_failed(failed: Iterable[FailedRecord]) -> None:
    """Print each record that could not be read: where it stands, what is wrong, how it begins."""
    for record in failed:
        if record.line is not None:
            place = f"the record on line {record.line}"
        else:
            place = "a record" if record.index is None else f"record {record.index + 1}"
        _tell(f"citekit: {place} was left out: {record.error}")
        _tell(f"  it begins: {shorten(record.text)}")


def report_diagnostics(diagnostics: Iterable[Diagnostic], *, verbose: bool, quiet: bool) -> None:
    """Print diagnostics: warnings and errors, with *verbose* all, with *quiet* errors only."""
    for each in dict.fromkeys(diagnostics):
        if each.severity == "error" or (not quiet and (verbose or each.severity == "warning")):
            _tell(f"citekit: {each}")
