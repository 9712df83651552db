"""Tries targets in turn, in one process with bounded memory, until its CPU time is used up."""

from __future__ import annotations

import resource
import time
import traceback
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import HypothesisException

from citekit.errors import CitekitError
from fuzz.finding import Finding, Slow, held_to
from fuzz.targets.target import Target

__all__ = ["Found", "bound_memory", "explore", "try_batch"]

MEMORY = 3 * 2**30


class Found(NamedTuple):
    """A finding.

    Args:
        target: Where.
        oracle: Which oracle says so, or the name of the foreign exception.
        message: What it says.
        case: The case, shrunk where shrinking was asked for.
        seed: The seed of its batch.
    """

    target: str
    oracle: str
    message: str
    case: str
    seed: int


def bound_memory(size: int = MEMORY) -> None:
    """Let the process have no more memory than that, so that what eats all of it is found."""
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def explore(
    targets: Iterable[Target],
    seconds: float,
    *,
    first_seed: int = 0,
    shrink: bool = False,
    at: Callable[[str, int, int], None] = lambda *_: None,
    tell: Callable[[Found], bool] = lambda _: True,
) -> int:
    """Try batches of all targets in turn.

    Args:
        targets: The targets.
        seconds: The CPU time, children included, after which no batch begins.
        first_seed: The seed of the first round; each round has the next one.
        shrink: Whether cases are made as small as they can be.
        at: Called before each case with target, seed and number.
        tell: Called with what is found; says whether to go on.

    Returns:
        How many cases were tried.
    """
    cases, round_ = 0, first_seed
    targets = list(targets)
    while True:
        for target in targets:
            found, count = try_batch(target, round_, shrink=shrink, at=at)
            cases += count
            if (found is not None and not tell(found)) or used() > seconds:
                return cases
        round_ += 1


def used() -> float:
    """Give the CPU seconds that the process and its children have had."""
    times = time.process_time()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return times + children.ru_utime + children.ru_stime


def try_batch(
    target: Target,
    number: int,
    *,
    shrink: bool = False,
    at: Callable[[str, int, int], None] = lambda *_: None,
) -> tuple[Found | None, int]:
    """Try one batch of a target; give what is found, if anything, and how many cases it took."""
    last: list[Any] = [None]
    count = 0
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)

    @seed(number)
    @settings(
        max_examples=target.batch,
        database=None,
        deadline=None,
        derandomize=False,
        phases=phases,
        print_blob=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(target.cases)
    def one(case: Any) -> None:
        nonlocal count
        last[0], count = case, count + 1
        at(target.name, number, count)
        with held_to(target.seconds):
            check(target, case)

    try:
        one()
    except HypothesisException:
        raise
    except (Exception, Slow) as error:
        return _found(target, error, last[0], number), count
    return None, count


def check(target: Target, case: Any) -> None:
    """Run a check, to which citekit's own errors are right answers."""
    try:
        target.check(case)
    except CitekitError as error:
        text = str(error).encode("utf-8", "replace").decode()
        if text != str(error):
            raise Finding("characters", f"an error cannot be printed: {error!a}") from error


def _found(target: Target, error: BaseException, case: Any, number: int) -> Found:
    oracle = error.oracle if isinstance(error, Finding) else type(error).__name__
    message = str(error)
    if not isinstance(error, Finding):
        message += "\n" + "".join(traceback.format_tb(error.__traceback__)[-4:])
    return Found(target.name, oracle, message, ascii(case), number)
