"""The main job on real input: what a "Cite this paper" box should have printed.

Run it with `make demo`, or: python examples/demo.py examples/records.json
"""

import sys

import citekit

INDENT = "    "

IN_PYTHON = """\
The same from Python:

    import citekit
    works = citekit.load("examples/records.json").works
    print(citekit.bibliography(works, "apa"))                  # or "nature", output="html"
    print(citekit.key(works[0]), citekit.cite(works[0], narrative=True))
"""


def show(label: str, text: str) -> None:
    """Print one result under its label."""
    print(f"  {label}")
    print("\n".join(INDENT + line for line in text.splitlines()))


def main(path: str) -> int:
    """Print everything that citekit makes of the records in *path*."""
    loaded = citekit.load(path)
    works = citekit.with_ids(loaded.works)
    for work in works:
        result = citekit.render(work, "apa", output="markdown")
        ieee = citekit.render(work, "ieee", citations=[work])
        bibtex = citekit.render(work, "bibtex")
        print(work.title)
        print("=" * len(str(work.title)))
        show("Key", citekit.key(work))
        show("APA 7", result.entries[0])
        show("In parentheses, and in the sentence", citekit.cite(work))
        show("", citekit.cite(work, narrative=True))
        show(f"IEEE, cited as {ieee.citations[0]}", ieee.entries[0])
        show("BibTeX", bibtex.entries[0])
        found = dict.fromkeys((*result.diagnostics, *ieee.diagnostics, *bibtex.diagnostics))
        show("Diagnostics", "\n".join(map(str, found)) or "none")
        print()
    for record in loaded.failed:
        print(f"Left out: {record.error}", file=sys.stderr)
    print(IN_PYTHON, end="")
    return 1 if loaded.failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "examples/records.json"))
