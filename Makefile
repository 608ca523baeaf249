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
FRESH := .cache/fresh-venv
NPM_CI := npm ci --no-audit --no-fund --loglevel=error --prefix

.PHONY: build serve check test quick test-slow browser bare coverage lint fuzz bench audit constraints clean

build: $(READY)
	$(BIN)/python site.py build

serve: $(READY)
	$(BIN)/python site.py serve --open

check: $(READY)
	$(BIN)/python site.py check

# Three rings (tests/conftest.py): core and browser between two edits, core alone even oftener, slow before a release.
# Some machines keep no bytecode; several hundred processes of the tests would then compile the program each.
unexport PYTHONDONTWRITEBYTECODE
PYTEST := $(BIN)/python -m pytest -n auto
test: $(READY) $(CHECKERS)/.asked
	$(PYTEST) -m "not slow"

quick: $(READY)
	$(PYTEST) -m core

test-slow: $(READY)
	$(PYTEST) -m slow

# Chromium, Java and the checkers from npm, for the browser ring.
browser: $(READY)
	$(BIN)/python -m tools.browser
	touch $(CHECKERS)/.asked

# make build and make test on a machine with nothing but Python, git and make.
bare:
	$(PYTHON) -m tools.bare

# Which lines of nutgraf/ no test runs. Two files cannot be watched: one listens to what a build asks for, one kills it.
COVERAGE := $(BIN)/python -m coverage
WATCHED := --rcfile=tests/coverage.ini
UNWATCHED := --deselect tests/hostile/test_network.py --deselect tests/kills/test_killed.py
coverage: $(READY) $(CHECKERS)/.asked
	$(BIN)/python -m pip install --quiet --disable-pip-version-check coverage==7.17.3
	$(COVERAGE) erase $(WATCHED)
	$(COVERAGE) run $(WATCHED) -m pytest -n auto $(UNWATCHED)
	$(COVERAGE) combine --quiet $(WATCHED)
	$(COVERAGE) report $(WATCHED)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pip check --disable-pip-version-check

# Newsrooms made up at random: make fuzz MINUTES=60
MINUTES ?= 10
fuzz: $(READY)
	$(BIN)/python -m tests.fuzz $(MINUTES)

bench: $(READY) $(PEERS)/.ready
	$(BIN)/python -m bench

audit: build $(LIGHTHOUSE)/node_modules/.ready
	$(BIN)/python -m tools.audit

# The newest versions that pyproject.toml allows, written down for everybody. The next make installs them.
constraints:
	$(PYTHON) -m venv --clear $(FRESH)
	$(FRESH)/bin/python -m pip install --quiet --disable-pip-version-check ".[dev]"
	sed -i.old '/^#/!d' constraints.txt && rm constraints.txt.old
	$(FRESH)/bin/python -m pip freeze --exclude nutgraf >> constraints.txt
	rm -r $(FRESH)

clean: $(READY)
	$(BIN)/python site.py clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	touch $(READY)

# npm is asked once. Without it, or without its network, the tests that miss a checker are skipped and say so.
$(CHECKERS)/.asked: $(CHECKERS)/package-lock.json
	-if command -v npm >/dev/null; then $(NPM_CI) $(CHECKERS) --ignore-scripts; fi
	touch $@

$(LIGHTHOUSE)/node_modules/.ready: $(LIGHTHOUSE)/package-lock.json
	$(NPM_CI) $(LIGHTHOUSE)
	touch $@

$(PEERS)/.ready: bench/peers/requirements.txt bench/peers/package-lock.json
	$(PYTHON) -m venv $(PEERS)/venv
	$(PEERS)/venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement bench/peers/requirements.txt
	cp bench/peers/package.json bench/peers/package-lock.json $(PEERS)
	$(NPM_CI) $(PEERS)
	touch $@
