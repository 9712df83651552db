"""Small conversions that all models share: text, lines, frozen mappings."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from attrs import Attribute, fields

from citekit.errors import Diagnostic, InvalidValueError, shorten
from citekit.text.clean import clean, clean_rich, fold_space, is_word, prints
from citekit.text.nodes import EMPTY, Node, RichText

__all__ = [
    "FrozenMap",
    "as_diagnostics",
    "as_line",
    "as_number",
    "as_text",
    "check_row",
    "check_type",
    "cleaned",
    "freeze",
    "of",
    "prints_nothing",
    "short_repr",
    "thaw",
]


def check_type(value: object, kind: type | tuple[type, ...], wanted: str) -> None:
    """Raise `InvalidValueError` unless *value* is of that *kind*; *wanted* says what would do."""
    if not isinstance(value, kind):
        raise InvalidValueError(
            f"not {wanted}: {type(value).__name__}", value=value, hint=f"give {wanted}"
        )


def check_row(value: object, wanted: str) -> None:
    """Raise `InvalidValueError` unless *value* gives one thing after the other, in an order.

    A set has another order in each process, so its output would differ; of a mapping the values
    would be lost; bytes are numbers.

    >>> check_row({"tea", "milk"}, "keywords")
    Traceback (most recent call last):
    ...
    citekit.errors.InvalidValueError: not keywords: a set has no order (got {...); give a list
    """
    check_type(value, Iterable, wanted)
    if isinstance(value, (set, frozenset)):
        raise InvalidValueError(
            f"not {wanted}: a set has no order", value=value, hint="give a list"
        )
    if isinstance(value, (Mapping, bytes, bytearray, memoryview)):
        raise InvalidValueError(
            f"not {wanted}: {type(value).__name__}", value=value, hint=f"give {wanted}"
        )


def of(kind: type, *, optional: bool = False) -> Callable[[Any, Attribute[Any], Any], None]:
    """Make an attrs validator for values of one *kind*; a `bool` is no `int` here."""

    def check(_instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if optional and value is None:
            return
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise InvalidValueError(
                f"needs {_ARTICLES.get(kind, kind.__name__)}, not {type(value).__name__}",
                field=attribute.name,
                value=value,
            )

    return check


_ARTICLES = MappingProxyType({int: "a whole number", bool: "True or False", str: "text"})


def as_diagnostics(value: Any) -> tuple[Diagnostic, ...]:
    """Convert to diagnostics, which nothing else can stand for."""
    check_type(value, Iterable, "diagnostics")
    found = tuple(value)
    for each in found:
        check_type(each, Diagnostic, "a diagnostic")
    return found


def as_line(value: Any) -> str:
    r"""Convert to one clean line of plain text; None and what does not print are the empty line.

    >>> as_line("  Grace \n Hopper "), as_line("\u200b")
    ('Grace Hopper', '')
    """
    if value is None:
        return ""
    if type(value) is not str:
        check_type(value, (str, RichText), "text")
    text = str(value)
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")  # what nearly all are, and what the rest would make of it
    if is_word(text):
        return text
    line = fold_space(clean(text))
    return line if line.isascii() or prints(line) else ""


def as_number(value: Any) -> str:
    """Convert a number or a text such as "12–15" or "Suppl. 2" to one clean line."""
    if isinstance(value, int) and not isinstance(value, bool):
        if abs(value) >= _TOO_BIG:
            raise InvalidValueError(f"a number of more than {_MAX_DIGITS} digits", hint="give text")
        return str(value)
    return as_line(value)


def cleaned(field: str) -> Diagnostic:
    """Make the diagnostic for a value that lost characters when it was cleaned."""
    return Diagnostic(
        severity="warning",
        code="text-cleaned",
        message="control characters, lone surrogates or stray direction marks were removed",
        field=field,
    )


def prints_nothing(field: str) -> Diagnostic:
    """Make the diagnostic for a value that was left out because nobody would see it."""
    return Diagnostic(
        severity="warning",
        code="prints-nothing",
        message="there is nothing in it that prints, so it was left out",
        field=field,
    )


_MAX_DIGITS = 100
_TOO_BIG = 10**_MAX_DIGITS
"""Python refuses to print much longer numbers (4,300 digits), and no work has such a volume."""


def as_text(value: Any) -> RichText:
    """Convert to rich text; a `str` is literal, None and what does not print are empty.

    >>> as_text("a <b> c")
    RichText('a <b> c')
    """
    if value is None:
        return EMPTY
    if isinstance(value, str):
        line = as_line(value)
        return RichText((line,)) if line else EMPTY
    if isinstance(value, RichText):
        cleaned = clean_rich(value)
        return cleaned if prints(str(cleaned)) else EMPTY
    check_row(value, "text or nodes of rich text")
    nodes: Iterable[Node] = value
    return as_text(RichText(nodes))


def short_repr(value: Any) -> str:
    """Show the class and just those fields of an attrs object that differ from their defaults."""
    shown = [
        f"{each.name}={getattr(value, each.name)!r}"
        for each in fields(type(value))
        if each.repr and getattr(value, each.name) != each.default
    ]
    return f"{type(value).__name__}({', '.join(shown)})"


class FrozenMap(Mapping[str, Any]):
    """An immutable, hashable mapping with string keys.

    >>> FrozenMap({"b": [1, 2], "a": {"x": None}})["b"]
    (1, 2)
    """

    __slots__ = ("_items",)
    _items: dict[str, Any]

    def __init__(self, items: Mapping[str, Any] = {}) -> None:
        object.__setattr__(
            self, "_items", {_key(key): freeze(items[key]) for key in sorted(items, key=_key)}
        )

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a FrozenMap cannot be changed")

    def __reduce__(self) -> tuple[Any, ...]:
        return (FrozenMap, (self._items,))


def _key(key: object) -> str:
    check_type(key, str, "a mapping with text keys")
    return clean(str(key))


_MAX_NESTING = 50


def freeze(value: Any, depth: int = 0) -> Any:
    """Turn JSON-like data into an immutable, hashable value.

    Raises:
        InvalidValueError: The data nests too deep, or is not JSON-like.
    """
    if depth > _MAX_NESTING:
        raise InvalidValueError(f"data nests deeper than {_MAX_NESTING} levels")
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise InvalidValueError("not a number that JSON has", value=value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, FrozenMap):
        return value
    if isinstance(value, Mapping):
        return FrozenMap({_key(key): freeze(each, depth + 1) for key, each in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(freeze(each, depth + 1) for each in value)
    raise InvalidValueError(
        f"not JSON data: {type(value).__name__}",
        value=shorten(value),
        hint="use text, numbers, booleans, None, lists and mappings",
    )


def thaw(value: Any) -> Any:
    """Turn a frozen value back into lists and dicts, as `json.dumps` wants them."""
    if isinstance(value, Mapping):
        return {key: thaw(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [thaw(each) for each in value]
    return value
