# The whole menu. `make serve` and `make test` do all the set-up from a clean clone.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 16

serve: .venv/site-ready ## build, serve on http://127.0.0.1:8000 and reload on change (PORT=…)
	$(BIN)/apl serve --port $(PORT)

site: .venv/site-ready ## build the site into site/
	$(BIN)/apl build

check: .venv/site-ready ## every fault and warning of registry/
	$(BIN)/apl check

test: .venv/test-ready browser node java zbar servers ## everything: linters, unit tests, real builds, a real browser
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

quick: .venv/test-ready browser node java zbar ## the everyday part of the tests: all that is not slow
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal -m "not slow"

bench: .venv/site-ready ## measure beside Hugo, MkDocs, Zensical and the floor; writes bench/RESULTS.md
	$(BIN)/python -m bench $(BENCH)

lint: .venv/test-ready ## ruff, mypy --strict, and the floors of the design
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

golden: .venv/test-ready ## write the expected outputs under tests/golden/ anew
	$(BIN)/python -m pytest --golden -m "not slow" -k golden

lock: .venv/test-ready ## pin the newest dependencies that fit (needs uv)
	sh scripts/lock.sh --upgrade

oldest: browser node java zbar ## `make quick` with the oldest versions that pyproject.toml allows
	sh scripts/versions.sh oldest

newest: browser node java zbar ## the same with the newest, locked or not (needs the network)
	sh scripts/versions.sh newest

audit: .venv/test-ready ## warn of known faults of the locked packages (needs the network)
	$(BIN)/python -m scripts.audit

release: .venv/test-ready ## packages, site, bill of materials and SHA256SUMS of the commit, in dist/
	rm -rf dist
	$(BIN)/python -m scripts.release dist $(if $(TAG),--tag $(TAG))

clean: ## remove the environment, the site and every cache
	rm -rf .venv .cache site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

browser: .venv/test-ready
	@sh scripts/browser.sh

node:
	@sh scripts/node.sh

java:
	@sh scripts/java.sh

zbar: .venv/test-ready
	@sh scripts/zbar.sh

servers:
	@sh scripts/servers.sh

# Stamps: each step runs again only when what it was made from has changed.
.venv/made: scripts/venv.sh
	sh scripts/venv.sh
	touch $@

.venv/site-ready: .venv/made requirements.lock pyproject.toml
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-index --no-deps --no-build-isolation --editable .
	touch $@

.venv/test-ready: .venv/site-ready requirements-test.lock
	$(PIP) --require-hashes --requirement requirements-test.lock
	touch $@

.PHONY: help serve site check test quick bench lint golden lock oldest newest audit release clean browser node java zbar servers
