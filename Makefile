# Every command of the project, from a bare checkout. Requires git, make and Python 3.11 or newer.
# README.md has the same commands without make, for Windows.

PYTHON ?= python3
PORT ?= 8000
FORMAT ?= text

# Modules are run by name: the scripts in .venv/bin fail once the folder is renamed.
RUN := .venv/bin/python -m
export PYTHONPATH := hooks
# See docs/maintaining.md.
export NO_MKDOCS_2_WARNING := 1

COMMANDS := serve site offline check new links archive schema test format bench audit verify engines lowest screenshots map share-picture lock clean
.PHONY: $(COMMANDS)

serve: .venv/site ## serve the live site on http://127.0.0.1:8000/, or on PORT
	$(RUN) mkdocs serve --dev-addr 127.0.0.1:$(or $(PORT),8000)

site: .venv/site ## build into site/; warnings are errors
	$(RUN) mkdocs build --strict

offline: site ## make a copy of the site that opens without a server: site-offline.zip
	$(RUN) mkdocs_site.offline

check: .venv/site ## check the data files without building; warnings are errors; STRICT_SOURCES=1 for archived copies
	$(RUN) dossier check --strict --format=$(FORMAT) $(if $(filter 1,$(STRICT_SOURCES)),--strict-sources)

links: .venv/site ## check whether the linked pages are still there; write a REPORT too
	$(RUN) dossier links $(if $(REPORT),--report "$(REPORT)")

archive: .venv/site ## find archived copies of the sources; YES=1 writes those of their time unasked, SAVE=1 has some made
	$(RUN) dossier archive $(if $(YES),--yes) $(if $(SAVE),--save)

schema: .venv/site ## write the JSON Schemas of the data files from the models
	$(RUN) dossier schema

# The words after "new" are no targets but arguments of the command, which says what is wrong with them.
WORDS := $(if $(filter new,$(firstword $(MAKECMDGOALS))),$(wordlist 2,$(words $(MAKECMDGOALS)),$(MAKECMDGOALS)))

new: .venv/site ## append a template of a record to its file: make new milestone, make new statement AREA
	@$(RUN) dossier new $(WORDS)

.PHONY: $(WORDS)
$(filter-out $(COMMANDS),$(WORDS)):
	@:

test: .venv/development ## check formatting and types, and run all tests
	$(RUN) ruff check --quiet
	$(RUN) ruff format --quiet --check
	$(RUN) mypy
	$(RUN) pytest --ignore tests/browser --ignore tests/engines/test_materialx.py
	$(RUN) tests.browser.install
	$(RUN) pytest tests/browser

format: .venv/development ## format the Python code
	$(RUN) ruff check --quiet --fix
	$(RUN) ruff format --quiet

bench: .venv/bench ## compare the build with other generators, or SIZES, PEERS, PARTS, RUNS of them; WRITE=1 for the page
	$(RUN) tests.benchmark $(if $(SIZES),--sizes $(SIZES)) $(if $(PEERS),--peers $(PEERS)) \
		$(if $(PARTS),--parts $(PARTS)) $(if $(RUNS),--runs $(RUNS)) $(if $(WRITE),--write)

audit: .venv/audit ## run outside checkers, or PARTS: workflows, packages, pages; requires Node 22 and Java 11
	$(RUN) tests.browser.install
	$(RUN) tests.audit $(PARTS)

verify: .venv/development ## check every link of site/ as it was built, and what its pages load
	$(RUN) tests.audit.built_site site

MATERIALX := .cache/materialx

engines: .venv/audit ## build the site with ProperDocs, MaterialX and Zensical, and compare
	$(RUN) uv venv --quiet --clear --python .venv/bin/python $(MATERIALX)
	$(RUN) uv pip sync --quiet --require-hashes --python $(MATERIALX)/bin/python requirements-materialx.txt
	$(RUN) tests.browser.install
	$(RUN) pytest tests/engines

LOWEST := .cache/lowest

lowest: .venv/audit ## run the fast tests with the lowest versions that pyproject.toml allows
	$(RUN) uv pip compile --quiet --resolution lowest-direct --python-version 3.11 pyproject.toml --group dev \
		--output-file $(LOWEST).txt
	$(RUN) uv venv --quiet --clear --python .venv/bin/python $(LOWEST)
	$(RUN) uv pip sync --quiet --python $(LOWEST)/bin/python $(LOWEST).txt
	$(LOWEST)/bin/python -m pytest --ignore tests/browser --ignore tests/engines/test_materialx.py --ignore tests/test_fuzz.py

screenshots: .venv/development ## take pictures of every page at three widths, light and dark, in site-screenshots/
	$(RUN) tests.browser.install
	$(RUN) tests.screenshots site-screenshots

map: .venv/development ## draw the locator map of a COUNTRY; requires npm
	$(RUN) tests.pictures.locator "$(COUNTRY)"

share-picture: .venv/development ## take the picture that is shown where the site is shared
	$(RUN) tests.browser.install
	$(RUN) tests.pictures.share

lock: .venv/audit ## update the locked requirements from pyproject.toml
	$(RUN) uv pip compile $(LOCK) pyproject.toml --output-file requirements.txt
	$(RUN) uv pip compile $(LOCK) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(RUN) uv pip compile $(LOCK) --group audit --constraint requirements-dev.txt --output-file requirements-audit.txt
	$(RUN) uv pip compile $(LOCK) --group bench --constraint requirements-dev.txt --output-file requirements-bench.txt
	$(RUN) uv pip compile $(LOCK) --group materialx --constraint requirements.txt --output-file requirements-materialx.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

clean: ## remove what the commands made
	rm -rf .venv .cache site .site-* site-offline.zip site-screenshots site-sbom.json

# Made last and named after the Python, so that an unfinished .venv, or that of another Python, is made again.
VENV := .venv/python-$(basename $(lastword $(shell $(PYTHON) --version)))

# The version is the same, but its Python is no longer there.
ifeq ($(realpath .venv/bin/python),)
.PHONY: $(VENV)
endif

$(VENV):
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else 0'
	rm -rf .venv
	$(PYTHON) -m venv .venv
	touch $@

.venv/site: requirements.txt $(VENV)
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	touch $@

.venv/development: requirements-dev.txt $(VENV)
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	touch $@ .venv/site

.venv/audit: requirements-audit.txt .venv/development
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-audit.txt
	touch $@

.venv/bench: requirements-bench.txt .venv/development
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-bench.txt
	touch $@
