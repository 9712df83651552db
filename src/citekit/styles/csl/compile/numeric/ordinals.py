"""Ordinals (CSL 1.0.2, "Ordinal Suffixes", "Long Ordinals", "Gender-specific Ordinals")."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen

from citekit.speed.records import shared_repr
from citekit.styles.csl.style.elements import Term
from citekit.styles.csl.style.locales import Localization

__all__ = ["compile_ordinal"]


@frozen(eq=False)
@shared_repr
class _Suffixes:
    """The ordinal suffixes of one gender, by what of the number they match."""

    default: str = ""
    whole: dict[int, str] = field(factory=dict)
    two_digits: dict[int, str] = field(factory=dict)
    last_digit: dict[int, str] = field(factory=dict)

    def find(self, number: int) -> str:
        """Give the suffix of a number; two digits win over one ("13" is no "3")."""
        if number in self.whole:
            return self.whole[number]
        if number % 100 in self.two_digits:
            return self.two_digits[number % 100]
        return self.last_digit.get(number % 10, self.default)


def _suffixes(ordinals: Mapping[tuple[str, str], Term], gender: str) -> _Suffixes:
    default = ordinals.get(("ordinal", gender))
    found = _Suffixes(default.single if default else "")
    for (name, of_gender), term in ordinals.items():
        if of_gender != gender or name == "ordinal":
            continue
        number = int(name[-2:])
        if term.match == "whole-number":
            found.whole[number] = term.single
        elif term.match == "last-two-digits" or (number >= 10 and not term.match):
            found.two_digits[number] = term.single
        else:
            found.last_digit[number] = term.single
    return found


def _compile_suffix(locale: Localization, gender: str) -> Callable[[int], str]:
    """Make the function from a number to its suffix, falling back to the neuter variant."""
    if not any(name == "ordinal" for name, _ in locale.ordinals):
        return _compile_old_suffix(locale)
    neuter = _suffixes(locale.ordinals, "")
    if not gender:
        return neuter.find
    own = _suffixes(locale.ordinals, gender)
    return lambda number: own.find(number) or neuter.find(number)


def _compile_old_suffix(locale: Localization) -> Callable[[int], str]:
    """Follow CSL 1.0, which knows ordinal-01 to ordinal-04 and no "ordinal"."""
    terms = {i: locale.ordinals.get((f"ordinal-{i:02}", "")) for i in range(1, 5)}

    def old_suffix(number: int) -> str:
        digit = number % 10
        if digit == 0 or digit > 4 or 10 < number % 100 < 14:
            digit = 4
        term = terms[digit]
        return term.single if term else ""

    return old_suffix


def compile_ordinal(locale: Localization, gender: str, *, long: bool) -> Callable[[int], str]:
    """Make the function from a number to its ordinal.

    Args:
        locale: The localization.
        gender: The gender of the noun: "feminine", "masculine" or "".
        long: Whether the numbers 1 to 10 are written out.
    """
    suffix = _compile_suffix(locale, gender)

    def ordinal(number: int) -> str:
        return f"{number}{suffix(number)}"

    if not long:
        return ordinal
    words: dict[int, str] = {}
    for number in range(1, 11):
        name = f"long-ordinal-{number:02}"
        term = locale.terms.get((name, f"long {gender}")) or locale.terms.get((name, "long"))
        if term is not None:
            words[number] = term.single
    return lambda number: words.get(number) or ordinal(number)
