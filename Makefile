# One habit, one command. Needs Python 3.11 or later, pip and make; nothing here needs root.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
CATALOGUES := $(wildcard relations/locale/*/LC_MESSAGES/django.po)

.PHONY: run admin test test-postgres check fixtures messages lock screenshot clean

run: $(VENV)/.runtime $(VENV)/.catalogues  ## migrate, load the fixtures, serve on http://127.0.0.1:$(PORT)/
	@DEBUG=1 $(PY) manage.py run_site --port $(PORT)

admin: $(VENV)/.runtime $(VENV)/.catalogues  ## create the first staff user, asking for a password
	@DEBUG=1 $(PY) manage.py migrate --verbosity 0
	@DEBUG=1 $(PY) manage.py createsuperuser

test: $(VENV)/.dev $(VENV)/.catalogues  ## the whole suite on the database that DATABASE_URL names (SQLite when it names none)
	@$(PY) -m pytest -n auto $(ARGS)

test-postgres:  ## the same suite on PostgreSQL (POSTGRES_URL to choose another server)
	@DATABASE_URL=$${POSTGRES_URL:-postgres://postgres@127.0.0.1:5432/postgres} $(MAKE) --no-print-directory test

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
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis var/dumps var/static

# pip is run from outside the environment, so that a Python without ensurepip will do.
$(PY):
	@$(PYTHON) -m venv --without-pip $(VENV)

$(VENV)/.runtime: requirements.lock | $(PY)
	@$(PYTHON) -m pip --python $(PY) install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(PY)
	@$(PYTHON) -m pip --python $(PY) install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@touch $@ $(VENV)/.runtime

$(VENV)/.catalogues: $(CATALOGUES) | $(VENV)/.runtime
	@DEBUG=1 $(PY) manage.py make_messages --compile
	@touch $@
