# Two commands are enough: `make briefs` builds the briefs, `make test` tests the program.
# Both first set up what they need, once: stamps in $(VENV) record that this is done.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
EXTRAS := $(VENV)/.extras-installed
TOOLS := $(VENV)/.tools-installed
CODE := briefs tests scripts bench

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: briefs extras test slow fuzz check validate format docs bench proof coverage lock clean help

briefs: $(RUNTIME) ## set up everything and build all briefs into build/
	@$(BIN)/python -m briefs build

extras: $(EXTRAS) ## set up what signing, a keyring for passwords and distribution beyond one machine need

test: $(TOOLS) ## set up everything and run all tests
	@$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

slow: $(TOOLS) ## run the tests that `make test` leaves out, such as all pairs of mistakes and builds with each option
	@$(BIN)/python -m pytest -m slow

MINUTES := 60
SEED :=
ONLY :=

fuzz: $(TOOLS) ## change files of projects at random, for MINUTES (60): whatever they hold, commands end with a message
	@$(BIN)/python -m tests.fuzzing --minutes $(MINUTES) --seed "$(SEED)" --only "$(ONLY)"

check: $(TOOLS) ## check format, lint, types, and which module may import which
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/mypy $(CODE)
	@$(BIN)/lint-imports

validate: slow ## run the slow tests, then check what is in build/ with independent validators (installs them first)
	@$(BIN)/python -m scripts.validate

format: $(TOOLS) ## format the code as `make check` expects
	@$(BIN)/ruff check --fix-only $(CODE)
	@$(BIN)/ruff format $(CODE)

docs: $(RUNTIME) ## write the files that the program generates: docs/diagnostics.md, docs/kinds.md, schemas/ and what is prepared of fonts and of WeasyPrint
	@$(BIN)/python -m scripts.diagnostics_page
	@$(BIN)/python -m scripts.kinds_page
	@$(BIN)/python -m briefs schema
	@$(BIN)/python -m scripts.prepared_fonts
	@$(BIN)/python -m scripts.prepared_declarations

bench: $(TOOLS) ## measure how long builds, checks, reviews, previews and personal copies take and how that grows, how many layouts fitting takes, and what candidates are worth
	@$(BIN)/python -m bench.building
	@$(BIN)/python -m bench.checking
	@$(BIN)/python -m bench.reviewing
	@$(BIN)/python -m bench.fitting
	@$(BIN)/python -m bench.copies
	@$(BIN)/python -m bench.drawing
	@$(BIN)/python -m bench.preview
	@$(BIN)/python -m bench.growth

proof: $(TOOLS) ## plant faults, mutations and harmless edits, and count which of them the checks find
	@$(BIN)/python -m bench.proof

coverage: $(TOOLS) ## run all tests, and list the lines and branches that no test reaches
	@$(BIN)/python -m pytest --cov

# `make lock UPGRADE=--upgrade` takes the newest versions that pyproject.toml allows.
UV := uv==0.13.9
LOCK = $(VENV)/lock/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE)

lock: $(RUNTIME) ## write the lock files again from pyproject.toml
	@$(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/pip install --quiet --disable-pip-version-check --no-deps --only-binary=:all: $(UV)
	@$(LOCK) --group install --extra preview --output-file requirements.lock
	@$(LOCK) --group install --all-extras --constraint requirements.lock --output-file requirements-extras.lock
	@$(LOCK) --group install --group dev --all-extras --constraint requirements-extras.lock --output-file requirements-dev.lock

clean: ## remove what was built and the environment
	@rm -rf build $(VENV)

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(RUNTIME): requirements.lock pyproject.toml scripts/setup.py
	@command -v $(PYTHON) >/dev/null || { echo "error: please install Python 3.11 or newer" >&2; exit 1; }
	@$(PYTHON) scripts/setup.py $(VENV) requirements.lock
	@touch $@

$(EXTRAS): $(RUNTIME) requirements-extras.lock
	@$(PYTHON) scripts/setup.py $(VENV) requirements-extras.lock
	@touch $@

$(TOOLS): $(RUNTIME) requirements-dev.lock
	@$(PYTHON) scripts/setup.py $(VENV) requirements-dev.lock
	@touch $@
