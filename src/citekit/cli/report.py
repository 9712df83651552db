"""How the command line tells people of errors and diagnostics: on standard error, line by line."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.cli.streams import tell
from citekit.errors import CitekitError, Diagnostic, StyleError, shorten
from citekit.exchange.base import FailedRecord

__all__ = ["report_diagnostics", "report_error", "report_failed"]


def report_error(error: CitekitError) -> None:
    """Print an error: what is wrong, all faults if it is a style, then what to do."""
    hint, error.hint = error.hint, None
    try:
        head = CitekitError.__str__(error)
    finally:
        error.hint = hint
    tell(f"citekit: {head}")
    for fault in error.faults if isinstance(error, StyleError) else ():
        tell(f"  {fault}")
    if hint:
        tell(f"  hint: {hint}")


def report_failed(failed: Iterable[FailedRecord]) -> None:
    """Print each record that could not be read: where it stands, what is wrong, how it begins."""
    for record in failed:
        if record.line is not None:
            place = f"the record on line {record.line}"
        else:
            place = "a record" if record.index is None else f"record {record.index + 1}"
        tell(f"citekit: {place} was left out: {record.error}")
        tell(f"  it begins: {shorten(record.text)}")


def report_diagnostics(diagnostics: Iterable[Diagnostic], *, verbose: bool, quiet: bool) -> None:
    """Print diagnostics: warnings and errors, with *verbose* all, with *quiet* errors only."""
    for each in dict.fromkeys(diagnostics):
        if each.severity == "error" or (not quiet and (verbose or each.severity == "warning")):
            tell(f"citekit: {each}")
