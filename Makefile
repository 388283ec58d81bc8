# Everything that the project does, from a bare checkout. Needed: git, make, Python 3.11 or newer.
# Without make, as on Windows, README.md has the same commands.

PYTHON ?= python3
PORT ?= 8000
FORMAT ?= text

BIN := .venv/bin
export PYTHONPATH := hooks
# See "The future of MkDocs" in README.md.
export NO_MKDOCS_2_WARNING := 1

COMMANDS := serve site check new links schema test format bench audit screenshots lock clean
.PHONY: $(COMMANDS)

serve: .venv/site ## the live site on http://127.0.0.1:8000/, or on PORT
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: .venv/site ## a strict build into site/
	$(BIN)/mkdocs build --strict

check: .venv/site ## the data files, without building
	$(BIN)/python -m dossier check --format=$(FORMAT)

links: .venv/site ## whether the pages that the data link to are still there; into the file REPORT too
	$(BIN)/python -m dossier links $(if $(REPORT),--report "$(REPORT)")

schema: .venv/site ## the JSON Schemas of the data files, anew from the models
	$(BIN)/python -m dossier schema

# What stands behind "new" is no target, but a word for the command; it says what it does not know.
WORDS := $(if $(filter new,$(firstword $(MAKECMDGOALS))),$(wordlist 2,$(words $(MAKECMDGOALS)),$(MAKECMDGOALS)))

new: .venv/site ## a record, asked for in the terminal: make new milestone
	@$(BIN)/python -m dossier new $(WORDS)

.PHONY: $(WORDS)
$(filter-out $(COMMANDS),$(WORDS)):
	@:

test: .venv/development ## everything that must hold
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	$(BIN)/mypy
	$(BIN)/pytest --ignore tests/browser
	$(BIN)/python -m tests.browser.install
	$(BIN)/pytest tests/browser

format: .venv/development ## the Python code, as ruff has it
	$(BIN)/ruff check --quiet --fix
	$(BIN)/ruff format --quiet

bench: .venv/development ## how the build compares with ready-made Markdown
	$(BIN)/python -m tests.benchmark

audit: .venv/development ## Lighthouse and the W3C checker; they need Node 22 and Java 11 too
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.audit

screenshots: .venv/development ## every page at three widths, light and dark, into site-screenshots/
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.screenshots site-screenshots

lock: .venv/development ## the requirements, anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

clean:
	rm -rf .venv .cache site site-screenshots

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv .venv

.venv/site: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	touch $@

.venv/development: requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	touch $@ .venv/site
