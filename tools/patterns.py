"""Attack every regular expression of citekit, and say which takes more than linear time.

    python tools/patterns.py             print what is at fault; exit 1 if anything is
    python tools/patterns.py --table     print all patterns, with the verdict on each

Each pattern is run as it is used, on texts made from its own parts: what stands before a
repetition, then thousands of what the repetition takes (or of any two characters that the pattern
tells apart), then nothing, or what does not fit. What takes four times as long on twice the text is
super-linear. Such a pattern is rewritten, or stands in `JUDGED` with the reason why it is harmless.

The checkers of others do not see what matters here, a *search* that scans the same run again from
each of its characters (`[0-9]+th` in `1111…`): regexploit, redoctor and redos look at what happens
from one start only. recheck does, but for the syntax of JavaScript, and it needs node.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import itertools
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from re import _constants as op  # type: ignore[attr-defined]  # has no stubs
    from re import _parser  # type: ignore[attr-defined]

SOURCE: Final = Path(__file__).parent.parent / "src" / "citekit"

JUDGED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "exchange/bibtex/values.py _PIECE": "where it does not fit, the loop ends",
        "latex/decode.py _MATH": "a dollar sign that nothing closes is the last one not escaped",
        "parsing/names/particles.py _WORD": "where it does not fit, the loop ends",
        "parsing/pages.py _PAGE": "on texts of up to 40 characters",
        "styles/csl/citeproc_py/elements.py _SHIELDED": "what opens is closed: the marks are ours",
        "styles/csl/style/attributes.py _PATTERNS": "fullmatch alone is called",
        "styles/csl/compile/textcase.py _TOKEN": "a link's mark is closed: the marks are ours",
        "styles/csl/marked/finish.py _AFTER_QUOTE": "as many closing marks stand in a row as nest",
        "styles/csl/marked/marks.py _URL": "a link's mark is closed: the marks are ours",
    }
)
"""Patterns that are super-linear and harmless, by place ("text/words.py _WORD"), and why."""

SAMPLES: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "styles/apa/shield.py": {"alternatives": "World Bank|World Bank Group"},
        "styles/csl/document/collation.py": {"several": ("ch", "dz", "dzs")},
    }
)
"""What stands in variables of functions that make patterns of them."""

_SCANNING: Final = frozenset({"search", "sub", "subn", "split", "findall", "finditer", "tokens"})
_FUNCTIONS: Final = _SCANNING | {"compile", "match", "fullmatch"}


# What patterns there are


class Pattern(NamedTuple):
    """A pattern as it stands in the source."""

    place: str
    """The file and, if it has one, the name."""
    line: int
    text: str
    flags: int
    uses: frozenset[str]
    """The methods that are called; "tokens" for one that is matched place after place."""

    def compiled(self) -> re.Pattern[str]:
        """Compile it."""
        return re.compile(self.text, self.flags)


def find_patterns() -> list[Pattern]:
    """Find all patterns, in the order of files and lines."""
    trees = {
        path: ast.parse(path.read_text("utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
        if path.name != "lazy.py"
    }
    imported = _uses_elsewhere(trees.values())
    found: list[Pattern] = []
    for path, tree in trees.items():
        local = _uses(tree)
        for made in _calls(tree):
            uses = local.get(made.name, frozenset()) | imported.get(made.name, frozenset())
            found += _read(path, made, uses)
    return found


class _Made(NamedTuple):
    """A call that makes or uses a pattern."""

    call: ast.Call
    name: str
    """What its result is named."""
    loops: tuple[ast.comprehension, ...]
    """The loops of the comprehension in which it stands."""


def _calls(tree: ast.Module) -> Iterator[_Made]:
    names: dict[ast.AST, str] = {}
    loops: dict[ast.AST, tuple[ast.comprehension, ...]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and node.value is not None:
                names.update(dict.fromkeys(ast.walk(node.value), target.id))
        if isinstance(node, ast.GeneratorExp):
            for each in ast.walk(node.elt):
                if isinstance(each, ast.Call) and _varies(each, node):
                    loops[each] = tuple(node.generators)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _function(node) is not None:
            yield _Made(node, names.get(node, ""), loops.get(node, ()))


def _varies(call: ast.Call, loop: ast.GeneratorExp) -> bool:
    """Whether what a call is given comes from a loop."""
    read = {node.id for node in ast.walk(call) if isinstance(node, ast.Name)}
    targets = {
        node.id
        for each in loop.generators
        for node in ast.walk(each.target)
        if isinstance(node, ast.Name)
    }
    return bool(read & targets) and _function(call) == "compile"


def _function(call: ast.Call) -> str | None:
    """Give the function of `re` that is called; `lazy` is its `compile`."""
    match call.func:
        case ast.Name(id="lazy"):
            return "compile"
        case ast.Attribute(value=ast.Name(id="re"), attr=name) if name in _FUNCTIONS:
            return name
    return None


def _uses(tree: ast.Module) -> dict[str, frozenset[str]]:
    """Say for each name which methods of a pattern are called or passed on."""
    found: dict[str, frozenset[str]] = {}
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (name := _base(node.value)):
            call = calls.get(id(node))
            method = node.attr
            if method == "match" and call is not None and len(call.args) > 1:
                method = "tokens"
            if method in _FUNCTIONS | {"tokens"}:
                found[name] = found.get(name, frozenset()) | {method}
    return found


def _base(node: ast.expr) -> str:
    """Give the name of what a method belongs to: `_X` for `_X.search` and `_X[1].search`."""
    node = node.value if isinstance(node, ast.Subscript) else node
    return node.id if isinstance(node, ast.Name) else ""


def _uses_elsewhere(trees: Iterable[ast.Module]) -> dict[str, frozenset[str]]:
    """Say the same for the names that a module imports from another."""
    found: dict[str, frozenset[str]] = {}
    for tree in trees:
        uses = _uses(tree)
        names = {
            alias.name: alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for name, here in names.items():
            found[name] = found.get(name, frozenset()) | uses.get(here, frozenset())
    return found


def _read(path: Path, made: _Made, uses: frozenset[str]) -> list[Pattern]:
    """Give the pattern of a call, or the patterns if it stands in a loop."""
    place = f"{path.relative_to(SOURCE).as_posix()} {made.name}".strip()
    function = _function(made.call)
    assert function is not None
    flags_at = {"split": 3, "sub": 4, "subn": 4, "compile": 1}.get(function, 2)
    flags: ast.expr = ast.Constant(0)
    if len(made.call.args) > flags_at:
        flags = made.call.args[flags_at]
    flags = next((word.value for word in made.call.keywords if word.arg == "flags"), flags)
    used = uses if function == "compile" else frozenset({function})
    both = ast.Tuple([made.call.args[0], flags], ast.Load())
    several = ast.ListComp(both, list(made.loops)) if made.loops else ast.List([both], ast.Load())
    return [
        Pattern(place, made.call.lineno, text, int(flag), used)
        for text, flag in _value(several, path)
        if isinstance(text, str)  # not the bytes of citekit's own files
    ]


def _value(node: ast.expr, path: Path) -> Any:
    """Work out an expression as its module would."""
    relative = path.relative_to(SOURCE)
    name = ".".join(("citekit", *relative.with_suffix("").parts)).removesuffix(".__init__")
    names = {**vars(importlib.import_module(name)), **SAMPLES.get(relative.as_posix(), {})}
    whole = ast.fix_missing_locations(ast.Expression(node))
    try:
        return eval(compile(whole, str(path), "eval"), names)
    except NameError as error:
        raise SystemExit(f"{path}: {error}: give SAMPLES what stands there") from None


# Texts that attack a pattern

_ALPHABET: Final = (
    "".join(map(chr, range(32, 127)))
    + "\t\n\u00e9\u00c9\u0301\u200b\u4e00\u3042\uac00\u2013\u201c²١\ufdd0"
)


class Attack(NamedTuple):
    """A text: head, then body again and again, then tail."""

    head: str
    body: str
    tail: str

    def text(self, size: int) -> str:
        """Give a text of about *size* characters."""
        return self.head + self.body * max(1, size // len(self.body)) + self.tail


def attacks(pattern: Pattern) -> list[Attack]:
    """Give texts that may be hard for a pattern."""
    tree = _parser.parse(pattern.text, pattern.flags)
    letters = _letters(tree)
    samples = list(dict.fromkeys(_samples(tree)))
    pairs = ["".join(pair) for pair in itertools.product(letters[:_TOLD_APART], repeat=2)]
    found = [Attack("", body, "") for body in (*letters, *pairs, *samples_of_words(samples))]
    for head, body, tail in samples:
        found += [Attack(head, body, end) for end in ("", "\x00", "\x00" + tail) if body]
    for head in list(dict.fromkeys(head for head, _, _ in samples))[:_TOLD_APART]:
        found += [Attack(head, body, end) for body in letters for end in ("", "\x00")]
    return list(dict.fromkeys(found))


_TOLD_APART: Final = 30
"""So many characters are paired, and so many beginnings are followed by each character."""


def samples_of_words(samples: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Give texts that fit, or fit but for their ends."""
    for head, body, tail in samples:
        yield from filter(None, (head + body + tail, head + body, body + tail, head))


def _letters(tree: Any) -> list[str]:
    """Give one character for each set of characters that the pattern cannot tell apart."""
    sets = list(dict.fromkeys(_sets(tree)))
    kinds: dict[tuple[bool, ...], str] = {}
    named = "".join(chr(value) for kind, value in sets if kind == "literal")
    for character in _ALPHABET + named:
        kinds.setdefault(tuple(_fits(each, character) for each in sets), character)
    return list(kinds.values())


def _sets(tree: Any) -> Iterator[tuple[str, Any]]:
    """Give every set of characters in a pattern, as something that can be compared."""
    for code, value in tree:
        if code in (op.LITERAL, op.NOT_LITERAL):
            yield "literal", value
        elif code is op.IN:
            yield "in", tuple(value)
            yield from (("literal", item) for kind, item in value if kind is op.LITERAL)
            yield from (("literal", item[0]) for kind, item in value if kind is op.RANGE)
        for part in _parts(code, value):
            yield from _sets(part)


def _parts(code: Any, value: Any) -> Sequence[Any]:
    """Give the patterns within an element of a pattern."""
    if code is op.BRANCH:
        return list(value[1])
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is op.SUBPATTERN:
        return [value[3]]
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return [value] if code is op.ATOMIC_GROUP else []


def _fits(each: tuple[str, Any], character: str) -> bool:
    kind, value = each
    return ord(character) == value if kind == "literal" else _is_in(value, character)


def _is_in(items: Sequence[tuple[Any, Any]], character: str) -> bool:
    turned = items[0][0] is op.NEGATE
    return turned != any(_is_item(code, value, character) for code, value in items)


def _is_item(code: Any, value: Any, character: str) -> bool:
    if code is op.LITERAL:
        return ord(character) == int(value)
    if code is op.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if code is op.CATEGORY:
        name = str(value).removeprefix("CATEGORY_")
        tests = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": _is_word}
        return tests[name.removeprefix("NOT_")](character) != name.startswith("NOT_")
    return False


def _is_word(character: str) -> bool:
    return character == "_" or character.isalnum()


def _samples(tree: Any, head: str = "", tail: str = "") -> Iterator[tuple[str, str, str]]:
    """Give for each repetition a text that leads to it, one that it takes, one that follows."""
    items = list(tree)
    for at, (code, value) in enumerate(items):
        before = head + _shortest(items[:at])
        after = _shortest(items[at + 1 :]) + tail
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[1] > 1:
            yield before, _shortest(value[2]), after
        for part in _parts(code, value):
            yield from _samples(part, before, after)
    if not head + tail:
        yield "", _shortest(items), ""


def _shortest(items: Any) -> str:
    """Give a short text that a part of a pattern takes, lookarounds aside."""
    return "".join(_sample(code, value) for code, value in items)


def _sample(code: Any, value: Any) -> str:
    if code is op.LITERAL:
        return chr(int(value))
    if code in (op.IN, op.NOT_LITERAL, op.ANY):
        return next((each for each in "a0 .,-" + _ALPHABET if _takes(code, value, each)), "")
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _shortest(value[2]) * min(int(value[0]), 8)
    if code is op.BRANCH:
        return _shortest(value[1][0])
    if code is op.SUBPATTERN:
        return _shortest(value[3])
    return _shortest(value) if code is op.ATOMIC_GROUP else ""


def _takes(code: Any, value: Any, character: str) -> bool:
    if code is op.IN:
        return _is_in(value, character)
    return code is op.ANY or ord(character) != value


# How long they take

_SIZES: Final = (24, 100, 500, 2000)
_SOON: Final = 0.001
"""CPU seconds for a text of 2,000 characters that no linear pattern needs."""
_GROWTH: Final = 3.0
"""Twice the text takes twice the time if it is linear and four times if it is quadratic."""


def slow_text(pattern: Pattern) -> Attack | None:
    """Give a text that a pattern takes more than linear time for, or None."""
    run = _runner(pattern)
    return next((each for each in attacks(pattern) if _is_slow(run, each)), None)


def _runner(pattern: Pattern) -> Callable[[str], object]:
    compiled = pattern.compiled()
    if pattern.uses & _SCANNING or not pattern.uses:
        return lambda text: sum(1 for _ in compiled.finditer(text))
    return compiled.fullmatch if pattern.uses == {"fullmatch"} else compiled.match


def _is_slow(run: Callable[[str], object], attack: Attack) -> bool:
    taken = 0.0
    for size in _SIZES:
        taken = _seconds(run, attack.text(size), 1)
        if taken > 100 * _SOON:
            return True
    if taken < _SOON:
        return False
    least, twice = (_seconds(run, attack.text(size), 5) for size in (_SIZES[-1], 2 * _SIZES[-1]))
    return least > _SOON / 2 and twice > _GROWTH * least


def _seconds(run: Callable[[str], object], text: str, times: int) -> float:
    taken = []
    for _ in range(times):
        start = time.thread_time()
        run(text)
        taken.append(time.thread_time() - start)
    return min(taken)


# The report


def verdict(pattern: Pattern) -> tuple[bool, str]:
    """Say whether a pattern is as it should be, and what was found."""
    attack = slow_text(pattern)
    reason = JUDGED.get(pattern.place)
    if attack is None:
        return True, "linear"
    if reason is not None:
        return True, f"judged: {reason}"
    return False, f"SUPER-LINEAR on {attack.head!r} + {attack.body!r} * n + {attack.tail!r}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Check all patterns.

    Args:
        arguments: The command line's; None for those of the process.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--table", action="store_true", help="print every pattern")
    parser.add_argument("only", nargs="*", help="parts of places, such as text/words.py")
    options = parser.parse_args(arguments)
    faults = 0
    patterns = find_patterns()
    for pattern in patterns:
        if options.only and not any(each in pattern.place for each in options.only):
            continue
        fine, said = verdict(pattern)
        faults += not fine
        if options.table or not fine:
            uses = ",".join(sorted(pattern.uses)) or "?"
            text = pattern.text.encode("unicode_escape").decode().replace("|", "\\|")
            print(
                f"| {pattern.place}:{pattern.line} | {uses} | `{text[:100]}` | {said} |", flush=True
            )
    print(f"{len(patterns)} patterns, {faults} at fault", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
