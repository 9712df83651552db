"""The command `citekit`: format, cite, key, styles, explain.

Exit status: 0 all is well; 1 something in the data was wrong (what could be read is still
printed), or the result could not be written; 2 the command itself was wrong (an unknown option,
style or format); 130 it was interrupted.
Results go to standard output, errors and warnings to standard error.

The rest is imported when the command runs, where an interrupt is looked after.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status; `citekit.__main__` is the program.

    Args:
        arguments: What stands after the program's name; None takes it from `sys.argv`.
    """
    try:
        from citekit.cli.run import run

        return run(arguments)
    except KeyboardInterrupt:
        return 130  # what shells make of it: 128 and the number of SIGINT
