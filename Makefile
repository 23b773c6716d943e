# make demo    everything a newcomer needs, on a bare machine: ends in a readout
# make test    everything that must hold: lint, types, layers, tests, a plain install
# make eval    every quality figure beside what is asked and its floor (DRAGOMAN_GOLD names the sets)
# make floors  the same, and fails if a figure has dropped
# make bench   speed, as ratios in one run
.DEFAULT_GOAL := help
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# spaCy and numpy fight over two cores when each starts threads of its own.
export OMP_NUM_THREADS ?= 1

.PHONY: help demo test lint types layers unit install-test eval floors bench lock picture clean

help:
	@sed -n 's/^# \(make.*\)/  \1/p' Makefile

# A Python is chosen by running it: a shim on the PATH may stand for nothing, and a system Python
# may lack venv.
$(READY): requirements/bootstrap.lock requirements/dev.lock pyproject.toml scripts/find_python.sh
	@set -e; if [ ! -x $(BIN)/python ] || ! $(BIN)/python -c 'import pip' 2>/dev/null; then \
	  python=$$(scripts/find_python.sh); echo "Setting up $(VENV) with $$python (once, about a minute)"; \
	  "$$python" -m venv --clear $(VENV); fi
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bootstrap.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/dragoman model fetch
	@touch $@

demo: $(READY)
	@timeout 280 scripts/demo.sh

test: lint types layers unit install-test

lint: $(READY)
	timeout 120 $(BIN)/ruff check .
	timeout 120 $(BIN)/ruff format --check .

types: $(READY)
	timeout 400 $(BIN)/mypy

layers: $(READY)
	timeout 120 $(BIN)/lint-imports

unit: $(READY)
	timeout 900 $(BIN)/coverage run -m pytest
	@$(BIN)/coverage report --skip-covered --sort=cover | tail -n 25

install-test: $(READY)
	timeout 600 scripts/install_test.sh $(BIN)/python

eval: $(READY)
	$(BIN)/python -m evaluation table

floors: $(READY)
	timeout 1800 $(BIN)/python -m evaluation floors

bench: $(READY)
	$(BIN)/python -m benchmarks

# Writes the lock files anew from pyproject.toml (needs a network).
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --no-header --python-version 3.11 --generate-hashes --group dev --group training pyproject.toml -o requirements/dev.lock
	echo pip | $(BIN)/uv pip compile --quiet --universal --no-header --python-version 3.11 --generate-hashes - -o requirements/bootstrap.lock

picture: $(READY)
	$(BIN)/python scripts/readout_picture.py

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
