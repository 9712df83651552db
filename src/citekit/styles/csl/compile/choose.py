"""`cs:choose` and its conditions (CSL 1.0.2, "Choose").

A condition is worked out to True or False when the style is compiled, if the item type, the area
or the style decide it; otherwise it becomes a function of the scope.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from citekit.parsing.numbers import is_numeric
from citekit.styles.csl.compile.context import SPECIAL_VARIABLES, Children, Context, Pick
from citekit.styles.csl.compile.groups import compile_children
from citekit.styles.csl.compile.numeric.locators import first_part
from citekit.styles.csl.compile.scope import (
    FIRST,
    IBID,
    IBID_WITH_LOCATOR,
    NEAR_NOTE,
    SUBSEQUENT,
    Scope,
)
from citekit.styles.csl.item.variables import DateValue
from citekit.styles.csl.style.elements import Branch, Choose

__all__ = ["compile_choose"]

Test: TypeAlias = bool | Callable[[Scope], bool]

_POSITIONS: Final = {
    "first": FIRST,
    "subsequent": SUBSEQUENT,
    "ibid": IBID,
    "ibid-with-locator": IBID_WITH_LOCATOR,
    "near-note": NEAR_NOTE,
}


def compile_choose(element: Choose, context: Context) -> Children | Pick:
    """Give the children of the branch, if it is certain, or the function that picks it."""
    possible: list[tuple[Callable[[Scope], bool], Branch]] = []
    for branch in element.branches:
        test = _compile_branch(branch, context)
        if test is True:
            if not possible:
                return compile_children(branch.elements, context)
            return _picker(possible, branch, context)
        if test is not False:
            possible.append((test, branch))
    return _picker(possible, None, context) if possible else ()


def _picker(
    possible: list[tuple[Callable[[Scope], bool], Branch]], last: Branch | None, context: Context
) -> Pick:
    """Make the function that picks; it compiles a branch when an item takes it for the first time.

    Most branches of a large style are about things that the items at hand are not.
    """
    tests = tuple(test for test, _ in possible)
    branches = [branch for _, branch in possible]
    if last is not None:
        branches.append(last)
    compiled: list[Children | None] = [None] * len(branches)
    if last is None:
        compiled.append(())

    def pick(scope: Scope) -> Children:
        place = 0
        for test in tests:
            if test(scope):
                break
            place += 1
        children = compiled[place]
        if children is None:
            children = compiled[place] = compile_children(branches[place].elements, context)
        return children

    return pick


def _compile_branch(branch: Branch, context: Context) -> Test:
    """Give the test of a branch; several types in it are alternatives, whatever `match` says.

    `match` is "all" by default, but an item has one type, so that no item could match two.
    """
    if not branch.conditions:
        return True
    tests: list[Test] = []
    for condition in branch.conditions:
        if condition.name == "type":
            tests.append(context.type in condition.values)
            continue
        make = _CONDITIONS[condition.name]
        tests += [make(value, context) for value in condition.values] or [False]
    if branch.match == "all":
        return _joined(tests, decisive=False)
    if branch.match == "any":
        return _joined(tests, decisive=True)
    none = _joined(tests, decisive=True)
    if isinstance(none, bool):
        return not none
    return lambda scope: not none(scope)


def _joined(tests: list[Test], decisive: bool) -> Test:
    """Join tests. One that is False decides "all"; one that is True decides "any"."""
    if any(test is decisive for test in tests):
        return decisive
    left = tuple(test for test in tests if not isinstance(test, bool))
    if not left:
        return not decisive
    if len(left) == 1:
        return left[0]
    join = any if decisive else all
    return lambda scope: join(test(scope) for test in left)


def _disambiguate(value: str, _: Context) -> Test:
    wanted = value == "true"

    def test(scope: Scope) -> bool:
        """Count the conditions: they come true one after the other, as far as is needed."""
        scope.conditions_seen += 1
        return (scope.conditions_seen <= scope.disambiguate) == wanted

    return test


def _is_numeric(value: str, context: Context) -> Test:
    if value == "citation-number":
        return True
    if context.lacks(value):
        return False
    if value == "locator":
        return lambda scope: bool(scope.locator) and is_numeric(first_part(scope.locator))

    def test(scope: Scope) -> bool:
        content = scope.values.get(value)
        return type(content) is str and is_numeric(content)

    return test


def _is_uncertain_date(value: str, context: Context) -> Test:
    if context.lacks(value):
        return False

    def test(scope: Scope) -> bool:
        date = scope.values.get(value)
        return isinstance(date, DateValue) and date.circa

    return test


def _locator(value: str, _: Context) -> Test:
    label = value.replace("sub-verbo", "sub verbo")
    return lambda scope: (
        bool(scope.locator) and scope.label.replace("sub-verbo", "sub verbo") == label
    )


def _position(value: str, context: Context) -> Test:
    bit = _POSITIONS.get(value, 0)
    if context.area == "bibliography" or not bit:
        return False
    return lambda scope: scope.position & bit != 0


def _variable(value: str, context: Context) -> Test:
    special: dict[str, Callable[[Scope], bool]] = {
        "locator": lambda scope: bool(scope.locator),
        "citation-number": lambda scope: bool(scope.citation_number),
        "first-reference-note-number": lambda scope: bool(scope.first_note),
        "year-suffix": lambda scope: bool(scope.year_suffix),
    }
    if value in special:
        return special[value]
    if context.present is not None and value not in SPECIAL_VARIABLES:
        return value in context.present
    # The same few tests are most of what a large style consists of.
    return context.program.shared(
        ("has", value), lambda: lambda scope: bool(scope.values.get(value))
    )


_CONDITIONS: Final[dict[str, Callable[[str, Context], Test]]] = {
    "disambiguate": _disambiguate,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain_date,
    "locator": _locator,
    "position": _position,
    "variable": _variable,
}
