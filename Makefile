# One habit, one command. Needs Python 3.11 or later, pip and make; nothing here needs root.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
CATALOGUES := $(wildcard relations/locale/*/LC_MESSAGES/django.po)

.PHONY: run admin test test-postgres test-browser lighthouse fuzz bench bench-report cluster check fixtures messages lock screenshot clean

run: $(VENV)/.runtime $(VENV)/.catalogues  ## migrate, load the fixtures, serve on http://127.0.0.1:$(PORT)/
	@DEBUG=1 $(PY) manage.py run_site --port $(PORT)

admin: $(VENV)/.runtime $(VENV)/.catalogues  ## create the first staff user, asking for a password
	@DEBUG=1 $(PY) manage.py migrate --verbosity 0
	@DEBUG=1 $(PY) manage.py createsuperuser

test: $(VENV)/.dev $(VENV)/.catalogues  ## the whole suite on the database that DATABASE_URL names (SQLite when it names none)
	@$(PY) -m pytest -n auto $(ARGS)

test-postgres:  ## the same suite on PostgreSQL (POSTGRES_URL to choose another server)
	@DATABASE_URL=$${POSTGRES_URL:-postgres://postgres@127.0.0.1:5432/postgres} $(MAKE) --no-print-directory test

test-browser: $(VENV)/.dev $(VENV)/.catalogues  ## every page kind in a headless Chromium (CHROMIUM to choose it), from a site of its own
	@$(PY) -m pytest tests/browser -n auto --maxprocesses 8 $(ARGS)

lighthouse: $(VENV)/.dev $(VENV)/.catalogues var/lighthouse/node_modules  ## Lighthouse's four scores of four pages; needs Node 18 or later, npm and Chromium
	@$(PY) -m tests.lighthouse var/lighthouse/node_modules

fuzz: $(VENV)/.dev $(VENV)/.catalogues  ## strange questions to a running site for MINUTES=30; no answer may be an error of the server
	@$(PY) -m tests.fuzz $${MINUTES:-30}

bench: $(VENV)/.dev $(VENV)/.catalogues  ## speed beside others on the same rows; SIZE=1000, 100000 or 1000000, ENGINE=sqlite or postgresql, MINUTES=3
	@$(PY) -m bench $(addprefix --size ,$(SIZE)) $(addprefix --engine ,$(ENGINE)) $(addprefix --minutes ,$(MINUTES)) $(ARGS)

cluster: $(VENV)/.dev $(VENV)/.catalogues  ## two nodes, primary, replica, Redis and nginx, each taken away while readers read; needs Debian's postgresql, redis-server, nginx-light
	@$(PY) -m bench.cluster $(ARGS)

bench-report: $(VENV)/.dev  ## the tables in docs/ from bench/results/*.json
	@$(PY) -m bench.report

check: $(VENV)/.dev $(VENV)/.catalogues  ## lint, types, migrations, translations, fixture drift
	@$(VENV)/bin/ruff check --quiet . && $(VENV)/bin/ruff format --quiet --check .
	@DEBUG=1 $(VENV)/bin/mypy
	@DEBUG=1 $(PY) manage.py check --fail-level WARNING
	@DEBUG=1 $(PY) manage.py makemigrations --check --dry-run --verbosity 0
	@DEBUG=1 $(PY) manage.py make_messages --check
	@DEBUG=1 $(PY) manage.py build_fixtures --check

fixtures: $(VENV)/.runtime  ## claims → fixtures/*.json
	@DEBUG=1 $(PY) manage.py build_fixtures

messages: $(VENV)/.runtime  ## bring both catalogues up to date with the code
	@DEBUG=1 $(PY) manage.py make_messages

lock:  ## pin every dependency again; needs uv
	uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet --upgrade --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --quiet --upgrade --constraint requirements.lock --output-file requirements-dev.lock

screenshot: $(VENV)/.runtime $(VENV)/.catalogues  ## docs/screenshot.png, with a headless Chromium
	@bash docs/screenshot.sh

clean:  ## everything that the commands above made, except the database
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis var/dumps var/static var/lighthouse

# pip is run from outside the environment, so that a Python without ensurepip will do.
$(PY):
	@$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.runtime: requirements.lock | $(PY)
	@$(PYTHON) -m pip --python $(PY) install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(PY)
	@$(PYTHON) -m pip --python $(PY) install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@touch $@ $(VENV)/.runtime

var/lighthouse/node_modules: tests/lighthouse/package.json tests/lighthouse/package-lock.json
	@mkdir -p var/lighthouse && cp $^ var/lighthouse/
	@npm ci --prefix var/lighthouse --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

$(VENV)/.catalogues: $(CATALOGUES) | $(VENV)/.runtime
	@DEBUG=1 $(PY) manage.py make_messages --compile
	@touch $@
