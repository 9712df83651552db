"""How keys are made: the options that `key`, `keys` and `with_ids` share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal, TypedDict, get_args

from attrs import Attribute, evolve, field, fields, frozen

from citekit.errors import OptionError, did_you_mean
from citekit.keys.pattern import parse_pattern
from citekit.keys.transliterate import Umlauts
from citekit.keys.words import Hyphens
from citekit.speed.records import shared_methods

__all__ = ["PRESETS", "KeyFields", "KeyOptions", "Particles", "key_options"]

Particles = Literal["join", "first", "drop"]
"""`van der Maaten` as `vandermaaten`, `van` (as Google Scholar has it) or `maaten`."""

_SIGNS = frozenset(":._+/-")


class KeyFields(TypedDict, total=False):
    """The keyword arguments of `key`, `keys` and `with_ids`; see `KeyOptions`."""

    pattern: str
    umlauts: Umlauts
    particles: Particles
    hyphens: Hyphens
    no_year: str
    preset: Literal["citekit", "scholar"]


def _one_of(choices: Any) -> Callable[[Any, Attribute[Any], Any], None]:
    known = get_args(choices)

    def check(_: Any, attribute: Attribute[Any], value: Any) -> None:
        if value not in known:
            hint = "one of " + ", ".join(map(repr, known))
            raise OptionError("unknown choice", field=attribute.name, value=value, hint=hint)

    return check


def _is_pattern(_: Any, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, str):
        raise OptionError("a pattern is text", field=attribute.name, value=value)
    parse_pattern(value)


def _fits(character: str) -> bool:
    return character in _SIGNS or (character.isascii() and character.isalnum())


def _fits_a_key(_: Any, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, str) or not all(map(_fits, value)):
        hint = "letters and digits of ASCII and : . _ + / - can stand in a key"
        raise OptionError("no part of a key", field=attribute.name, value=value, hint=hint)


@frozen(kw_only=True)
@shared_methods
class KeyOptions:
    """How a key is made.

    Args:
        pattern: What stands in it; see `citekit.keys.pattern`.
        umlauts: "o": ö gives o; "oe": ö gives oe; "language": oe in works in German.
        particles: "join": vandermaaten; "first": van; "drop": maaten.
        hyphens: "join": t-SNE gives tsne; "first": t.
        no_year: What stands in place of a year that is not known, such as "nd".

    Raises:
        OptionError: An option cannot have that value.
        PatternError: The pattern has a fault.

    >>> KeyOptions(umlauts="ue")
    Traceback (most recent call last):
    ...
    citekit.errors.OptionError: field 'umlauts': unknown choice (got 'ue');
    one of 'o', 'oe', 'language'
    """

    pattern: str = field(default="{family}{year}{title}", validator=_is_pattern)
    umlauts: Umlauts = field(default="o", validator=_one_of(Umlauts))
    particles: Particles = field(default="join", validator=_one_of(Particles))
    hyphens: Hyphens = field(default="join", validator=_one_of(Hyphens))
    no_year: str = field(default="", validator=_fits_a_key)


PRESETS: Mapping[str, KeyOptions] = MappingProxyType(
    {
        "citekit": KeyOptions(),
        "scholar": KeyOptions(particles="first", hyphens="first"),
    }
)
"""`vandermaaten2008visualizing`; and, as Google Scholar makes them, `van2008visualizing`."""


def key_options(given: KeyFields) -> KeyOptions:
    """Check the keyword arguments of a function that makes keys.

    Raises:
        OptionError: There is no such option, or it cannot have that value.
        PatternError: The pattern has a fault.

    >>> key_options({"preset": "scholar", "no_year": "nd"}).particles
    'first'
    """
    options: dict[str, Any] = dict(given)
    preset = options.pop("preset", "citekit")
    if preset not in PRESETS:
        hint = "one of " + ", ".join(map(repr, PRESETS))
        raise OptionError("unknown choice", field="preset", value=preset, hint=hint)
    known = [each.name for each in fields(KeyOptions)]
    for name in options:
        if name not in known:
            hint = did_you_mean(name, [*known, "preset"]) or "options are " + ", ".join(known)
            raise OptionError("unknown option for keys", field=name, hint=hint)
    return evolve(PRESETS[preset], **options)
