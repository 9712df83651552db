"""The command `citekit`: format, cite, key, styles, explain.

Exit status: 0 all is well; 1 something in the data was wrong (what could be read is still
printed); 2 the command itself was wrong (an unknown option, style or format).
Results go to standard output, errors and warnings to standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from citekit.cli.arguments import parse_arguments
from citekit.cli.commands import COMMANDS
from citekit.cli.report import report_error
from citekit.errors import CitekitError, OptionError, UnknownNameError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status.

    Args:
        arguments: What stands after the program's name; None takes it from `sys.argv`.
    """
    chosen = parse_arguments(arguments)
    try:
        _use_utf8()
        status = COMMANDS[chosen.command](chosen)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (UnknownNameError, OptionError) as error:
        report_error(error)
        return 2
    except CitekitError as error:
        report_error(error)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _use_utf8() -> None:
    """Print any character whatever the locale of the terminal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
