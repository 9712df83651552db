"""A run of the command: its arguments are checked, it works, and what goes wrong is told."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.cli.arguments import parse_arguments
from citekit.cli.commands import COMMANDS
from citekit.cli.report import report_error
from citekit.cli.streams import tell, use_utf8
from citekit.errors import (
    CitekitError,
    InvalidValueError,
    OptionError,
    PatternError,
    UnknownNameError,
)
from citekit.speed.collector import paused_gc

__all__ = ["run"]

_MISUSE: tuple[type[CitekitError], ...] = (UnknownNameError, OptionError, PatternError)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status; see `citekit.cli`."""
    # Until data are read, a bad value is the caller's.
    misuse: tuple[type[CitekitError], ...] = (*_MISUSE, InvalidValueError)
    try:
        use_utf8()
        chosen = parse_arguments(arguments)
        work = COMMANDS[chosen.command](chosen)
        misuse = _MISUSE
        with paused_gc():  # the process is the command's own, and ends with it
            return work()
    except misuse as error:
        report_error(error)
        return 2
    except CitekitError as error:
        report_error(error)
        return 1
    except MemoryError:
        tell("citekit: there is not enough memory for this")
        return 1
