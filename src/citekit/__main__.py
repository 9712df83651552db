"""`python -m citekit` and the script `citekit`: the command, in a process of its own.

Importing this module makes the process the command's: from here on Ctrl-C ends it, whatever it is
doing, also importing the rest. To run the command inside another program, call `citekit.cli.main`.
"""

import os
import sys

__all__ = ["program"]

_INTERRUPTED = 130
"""What shells make of an interrupt: 128 and the number of SIGINT."""


def _end_when_interrupted() -> None:
    """Let Ctrl-C end the process at once, whatever it is doing: importing, or being torn down.

    An exception would not do. Where it comes up in a destructor or in what C calls back, Python
    prints it and goes on. There is nothing to clean up: no file is written.
    """
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else somebody ignores it
        signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))


try:
    _end_when_interrupted()
except KeyboardInterrupt:
    os._exit(_INTERRUPTED)


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
    _fill_gaps()
    from citekit.cli import main

    sys.exit(main())


if __name__ == "__main__":
    program()
