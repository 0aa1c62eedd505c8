# `make` sets everything up and builds the site and the PDF; `make test` sets everything up and tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := build
.PHONY: build serve test check lint bench setup clean

build: $(READY)
	$(BIN)/onrecord build

serve: $(READY)
	$(BIN)/onrecord serve

check: $(READY)
	$(BIN)/onrecord check

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest

bench: $(READY)
	$(BIN)/python benchmarks/analysis_speed.py
	$(BIN)/python benchmarks/site_cost.py
	$(BIN)/python benchmarks/across_scale.py
	$(BIN)/python benchmarks/linear.py --most 1000000

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "On Record needs Python 3.11 or later; set PYTHON=python3.x to name it." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV) site
