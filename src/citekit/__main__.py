"""`python -m citekit` and the script `citekit`: the command, in a process of its own.

To run the command inside another program, call `citekit.cli.main`.
"""

import os
import sys

from citekit.interrupt import end_when_interrupted

__all__ = ["program"]


def _fill_gaps() -> None:
    """Open what stands in for standard streams that are closed.

    Else the next file that is opened would get the number, and what is meant for standard error
    would go there. The stand-in is opened the wrong way round, so that using it is an error.
    """
    for number, mode in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_RDONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)


def program() -> None:
    """Run the command that stands in `sys.argv`, and end with its status."""
    end_when_interrupted()
    _fill_gaps()
    from citekit.cli import main

    sys.exit(main())


if __name__ == "__main__":
    program()
