"""Options and fixtures that every test may use.

Property tests try the same examples in each run, so that a run tells of the code and not of chance.
`make search` (HYPOTHESIS_PROFILE=search) tries new ones, and "quick" tries few. How long an example
takes fails no test.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", UNTIMED, derandomize=True)
settings.register_profile("search", UNTIMED, derandomize=False)
settings.register_profile("quick", UNTIMED, derandomize=True, max_examples=20)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write tests/goldens anew; read the diff before you commit it",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with the golden file of that name, or write the file with --update-goldens.

    Escape characters stand as ␛ in the file, so that one can read it.
    """

    def check(name: str, text: str) -> None:
        path = GOLDENS / name
        shown = text.rstrip("\n").replace("\x1b", "␛") + "\n"
        if request.config.getoption("--update-goldens"):
            path.write_text(shown, "utf-8", newline="\n")
        assert path.is_file(), f"there is no {name}; run pytest --update-goldens and read it"
        assert shown == path.read_text("utf-8")

    return check
