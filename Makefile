# Two commands do everything on a fresh machine: make build, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# What npm installs, each by its lock file: for the browser tests, and Lighthouse for the audit.
CHECKERS := tests/browser/checkers
LIGHTHOUSE := tools/lighthouse
# The generators that are measured beside ours.
PEERS := .bench
NPM_CI := npm ci --no-audit --no-fund --loglevel=error --prefix

.PHONY: build serve check test lint bench audit clean

build: $(READY)
	$(BIN)/python site.py build

serve: $(READY)
	$(BIN)/python site.py serve --open

check: $(READY)
	$(BIN)/python site.py check

test: $(READY) $(CHECKERS)/node_modules/.ready
	$(BIN)/python -m pytest -n auto

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY) $(PEERS)/.ready
	$(BIN)/python -m bench

audit: build $(LIGHTHOUSE)/node_modules/.ready
	$(BIN)/python -m tools.audit

clean: $(READY)
	$(BIN)/python site.py clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $(READY)

# Without npm the tests still run; those that miss a checker fail and say what to install.
$(CHECKERS)/node_modules/.ready: $(CHECKERS)/package-lock.json
	-$(NPM_CI) $(CHECKERS) --ignore-scripts && touch $@

$(LIGHTHOUSE)/node_modules/.ready: $(LIGHTHOUSE)/package-lock.json
	$(NPM_CI) $(LIGHTHOUSE)
	touch $@

$(PEERS)/.ready: bench/peers/requirements.txt bench/peers/package-lock.json
	$(PYTHON) -m venv $(PEERS)/venv
	$(PEERS)/venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement bench/peers/requirements.txt
	cp bench/peers/package.json bench/peers/package-lock.json $(PEERS)
	$(NPM_CI) $(PEERS)
	touch $@
