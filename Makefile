# Two commands do everything on a machine with Python >= 3.11, git and make:
#   make demo   sets up and runs the main job on real input
#   make test   sets up and passes the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
# Nothing of the caller's environment may leak into ours.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help demo test test-floors test-latex search coverage lint types docs conformance fuzz fuzz-ci fuzz-check all-styles limits compare bench package check clean

help:
	@echo "make demo         format the four example records in every way"
	@echo "make test         run the tests"
	@echo "make test-floors  run the tests with the lowest versions that are allowed"
	@echo "make test-latex   run hostile text through the real BibTeX, biber, pdfLaTeX and LuaLaTeX"
	@echo "make search       run the tests; properties are tried on new examples"
	@echo "make coverage     run the tests and report branch coverage"
	@echo "make lint types   check style and types"
	@echo "make docs         build the documentation into docs/_build/html"
	@echo "make conformance  run the official CSL fixtures (CSL_TEST_SUITE names their folder)"
	@echo "make fuzz         look for broken promises until Ctrl-C, or for FUZZ_SECONDS"
	@echo "make fuzz-ci      the same for two minutes, from the same seeds each time"
	@echo "make fuzz-check   put faults back, one at a time, and see them found"
	@echo "make all-styles   load and render every CSL style that is installed"
	@echo "make limits       measure what every CSL style does for one work, beside its limit"
	@echo "make compare      compare all styles with citeproc-js (needs node and npm)"
	@echo "make bench        measure against the peers, side by side"
	@echo "make package      build wheel and sdist and test them outside the tree"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "citekit needs Python >= 3.11; run make PYTHON=python3.12, say")'
	@echo "Setting up $(VENV) (once; this takes a minute) ..."
	@$(PYTHON) -m venv $(VENV)

# One stamp for each set of packages, so that a second run costs nothing.
$(VENV)/.demo: $(VENV)/bin/python pyproject.toml
	@$(PIP) -e .
	@touch $@
$(VENV)/.test: $(VENV)/bin/python pyproject.toml
	@$(PIP) -e '.[test]'
	@touch $@ $(VENV)/.demo
$(VENV)/.lint: $(VENV)/bin/python pyproject.toml
	@$(PIP) -e '.[test,lint]'
	@touch $@ $(VENV)/.test $(VENV)/.demo
$(VENV)/.docs: $(VENV)/bin/python pyproject.toml
	@$(PIP) -e '.[docs]'
	@touch $@
$(VENV)/.bench: $(VENV)/bin/python pyproject.toml
	@$(PIP) -e '.[bench]'
	@touch $@

demo: $(VENV)/.demo
	@$(BIN)/python examples/demo.py examples/records.json

test: $(VENV)/.test
	@$(BIN)/python -m pytest -q

# The lowest versions that pyproject.toml allows, in an environment of their own; what they need in
# turn is as new as it gets.
FLOORS := .venv-floors
$(FLOORS)/.test: pyproject.toml tools/floors.py
	@$(PYTHON) -m venv --clear $(FLOORS)
	@$(FLOORS)/bin/python tools/floors.py pyproject.toml test > $(FLOORS)/constraints.txt
	@PIP_CONSTRAINT=$(FLOORS)/constraints.txt $(FLOORS)/bin/python -m pip --quiet --disable-pip-version-check install -e '.[test]'
	@touch $@

test-floors: $(FLOORS)/.test
	@HYPOTHESIS_PROFILE=quick $(FLOORS)/bin/python -m pytest -q -p no:cacheprovider

test-latex: $(VENV)/.test
	@$(BIN)/python -m pytest -q -m latex

search: $(VENV)/.test
	@HYPOTHESIS_PROFILE=search $(BIN)/python -m pytest -q

coverage: $(VENV)/.test
	@$(BIN)/python -m pytest -q --cov --cov-report=term-missing

lint: $(VENV)/.lint
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/python tools/patterns.py

types: $(VENV)/.lint
	@$(BIN)/mypy
	@$(BIN)/pyright --pythonpath $(BIN)/python

docs: $(VENV)/.docs
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build/html
	@echo "Open docs/_build/html/index.html"

conformance: $(VENV)/.test
	@cd tests && ../$(BIN)/python -m conformance

# Bounded in CPU time; whatever seed was drawn is printed, so that a finding can be had again.
fuzz: $(VENV)/.test
	@cd tests && ../$(BIN)/python -m fuzz --seed $$(date +%s) $(if $(FUZZ_SECONDS),--seconds $(FUZZ_SECONDS))

fuzz-ci: $(VENV)/.test
	@cd tests && ../$(BIN)/python -m fuzz --seed 0 --seconds 120

fuzz-check: $(VENV)/.test
	@cd tests && ../$(BIN)/python -m fuzz.put_back

all-styles: $(VENV)/.demo
	@$(BIN)/python benchmarks/all_styles.py

limits: $(VENV)/.demo
	@$(BIN)/python benchmarks/limits.py

compare: $(VENV)/.demo
	@$(BIN)/python benchmarks/compare.py

bench: $(VENV)/.bench
	@$(BIN)/python benchmarks/run.py

package: $(VENV)/.lint
	@$(BIN)/python tests/package/check.py

check: lint types test docs

clean:
	rm -rf $(VENV) $(FLOORS) build dist docs/_build .mypy_cache .pytest_cache .ruff_cache .hypothesis
