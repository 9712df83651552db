"""What the command line takes."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NoReturn

from citekit.api.sources import MAX_BYTES
from citekit.cli.streams import print_result, tell
from citekit.errors import shorten

__all__ = ["parse_arguments"]

_EPILOG = """\
examples:
  citekit format records.json --style apa
  citekit format refs.bib --style nature --output html
  citekit cite refs.bib --narrative
  citekit key refs.bib
  citekit styles nature
  citekit explain refs.bib --style nature
A FILE of - is standard input. It may hold BibTeX, BibLaTeX, CSL-JSON or raw records (JSON).
"""


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Parse the command line; argparse prints help and usage errors itself (status 2)."""
    parser = _Parser(
        prog="citekit",
        description="From records about works to citations that are right.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_format(commands)
    _add_cite(commands)
    _add_key(commands)
    _add_styles(commands)
    _add_explain(commands)
    return parser.parse_args(arguments)


class _Parser(argparse.ArgumentParser):
    """A parser that prints as the rest of the command does, also where a stream is closed."""

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002
        print_result(message.rstrip("\n"))  # of help and version; `error` prints by itself

    def error(self, message: str) -> NoReturn:
        for line in self.format_usage().splitlines():
            tell(line)
        tell(f"{self.prog}: error: {message}")
        raise SystemExit(2)


def _version() -> str:
    from importlib.metadata import version

    return f"citekit {version('citekit-py')}"


_SCALES: Mapping[str, int] = MappingProxyType({"": 1, "K": 2**10, "M": 2**20, "G": 2**30})


def _limit(text: str) -> int | None:
    """Read a size such as 500M; argparse tells of a bad one."""
    if text.lower() == "none":
        return None
    digits = text.rstrip("KMGkmg")
    scale = _SCALES.get(text[len(digits) :].upper())
    if scale is None or not (digits.isascii() and digits.isdigit() and len(digits) < 19):
        raise argparse.ArgumentTypeError(f"not a size: {shorten(text)}")
    if not int(digits):
        raise argparse.ArgumentTypeError("the limit is at least one byte; none is no limit")
    return int(digits) * scale


_Commands = argparse._SubParsersAction


def _add(commands: _Commands[_Parser], name: str, text: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name, help=text, description=f"{text[0].upper()}{text[1:]}.", allow_abbrev=False
    )


def _add_input(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the records, or - for standard input")
    parser.add_argument(
        "--from",
        dest="source",
        metavar="FORMAT",
        help="bibtex, biblatex, csl_json, raw, or what a plug-in brings (default: by looking)",
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help="of the records: cp1252, latin-1 (default: what a byte order mark says, else UTF-8)",
    )
    parser.add_argument(
        "--max-bytes",
        type=_limit,
        default=MAX_BYTES,
        metavar="SIZE",
        help="the most to read: 500M, 2G, or none for no limit (default: 256M)",
    )
    loudness = parser.add_mutually_exclusive_group()
    loudness.add_argument(
        "-v", "--verbose", action="store_true", help="also tell what was derived by rule"
    )
    loudness.add_argument("-q", "--quiet", action="store_true", help="tell of errors only")


def _add_style(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--style", default="apa", help="apa (default), bibtex, biblatex, or a CSL style's id"
    )
    parser.add_argument(
        "--output",
        default="plain",
        metavar="FORMAT",
        help="plain (default), html, markdown, latex, rst or ansi",
    )
    parser.add_argument("--locale", metavar="TAG", help="language of the style's words: de-DE")
    parser.add_argument("--engine", metavar="NAME", help="CSL engine, for CSL styles")
    parser.add_argument(
        "--no-links",
        dest="links",
        action="store_const",
        const=False,
        help="DOIs and addresses as plain text",
    )


def _add_format(commands: _Commands[_Parser]) -> None:
    parser = _add(commands, "format", "print a bibliography of the records")
    _add_input(parser)
    _add_style(parser)


def _add_cite(commands: _Commands[_Parser]) -> None:
    parser = _add(commands, "cite", "print a citation of each record, one a line")
    _add_input(parser)
    _add_style(parser)
    parser.add_argument(
        "--narrative", action="store_true", help="name the author in the sentence: Hu (2022)"
    )
    parser.add_argument("--suppress-author", action="store_true", help="leave the author out")
    parser.add_argument("--locator", default="", help="where in the work: 12")
    parser.add_argument("--label", default="page", help="what the locator counts (default: page)")


def _add_key(commands: _Commands[_Parser]) -> None:
    parser = _add(commands, "key", "print the citation key of each record, one a line")
    _add_input(parser)
    parser.add_argument(
        "--pattern", metavar="PATTERN", help='parts of the key (default: "{family}{year}{title}")'
    )


def _add_styles(commands: _Commands[_Parser]) -> None:
    parser = _add(commands, "styles", "search the installed CSL styles by id and title")
    parser.add_argument("query", nargs="*", metavar="WORD", help="words of the id or the title")


def _add_explain(commands: _Commands[_Parser]) -> None:
    parser = _add(commands, "explain", "say which element of a CSL style made each piece of text")
    _add_input(parser)
    parser.add_argument(
        "--style", default="csl:apa", help="a CSL style's id (default: csl:apa)", metavar="STYLE"
    )
    parser.add_argument("--locale", metavar="TAG", help="language of the style's words: de-DE")
    parser.add_argument(
        "--citation", action="store_true", help="explain citations instead of entries"
    )
