"""Build wheel and sdist, install the wheel elsewhere, and pass the tests from outside the tree.

Run by `make package`. The tests are those of the sdist, so that it is checked too.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def run(*words: str | Path, cwd: Path) -> None:
    """Run a command, and stop when it fails."""
    print("+", *[Path(words[0]).name, *words[1:]], flush=True)
    subprocess.run([str(word) for word in words], cwd=cwd, check=True)


def main() -> int:
    """Build, install, test."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        run(sys.executable, "-m", "build", "--outdir", place / "dist", ROOT, cwd=place)
        wheel = next((place / "dist").glob("*.whl"))
        with tarfile.open(next((place / "dist").glob("*.tar.gz"))) as sdist:
            sdist.extractall(place / "sdist", filter="data")
        tree = next((place / "sdist").iterdir())
        (tree / "src").rename(tree / "not-src")  # only the installed package may be found
        venv.create(place / "venv", with_pip=True)
        python = place / "venv" / "bin" / "python"
        pip = (python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install")
        run(*pip, f"citekit-py[test] @ {wheel.as_uri()}", cwd=place)
        os.environ.pop("PYTHONPATH", None)
        run(python, "-m", "pytest", "-q", "tests", "-o", "testpaths=tests", cwd=tree)
    print("wheel and sdist are sound")
    return 0


if __name__ == "__main__":
    sys.exit(main())
