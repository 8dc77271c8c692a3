# One door for developers: `make check`. Everything here works by hand too; see CONTRIBUTING.md.
PYTHON = .venv/bin/python
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile pyproject.toml --quiet --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links

.PHONY: check tools style types floors test format lock

check: style types floors test

tools: # the front step makes .venv with the tools in it, and only when a lock file changed
	@python3 build.py test --version

style: tools
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m ruff check

types: tools
	$(PYTHON) -m mypy

floors: tools
	.venv/bin/lint-imports --no-logo --cache-dir .cache/import-linter

test: tools
	python3 build.py test

format: tools
	$(PYTHON) -m ruff check --fix --exit-zero --quiet
	$(PYTHON) -m ruff format

lock: # needs uv
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock
