# Two words for a newcomer: `make demo` and `make test`. Both create .venv themselves.
PYTHON ?= python3
BIN := .venv/bin

# uv where it is there, plain venv + pip where it is not. Bytecode is written here, for where
# PYTHONDONTWRITEBYTECODE is set every start would compile every module anew.
define install
	@if command -v uv >/dev/null 2>&1; then \
	  [ -x $(BIN)/python ] || uv venv -q --python $(PYTHON) .venv; \
	  uv pip install -q --compile-bytecode --python $(BIN)/python $(1); \
	else \
	  [ -x $(BIN)/python ] || $(PYTHON) -m venv .venv; \
	  $(BIN)/python -m pip install -q --disable-pip-version-check $(1); \
	fi
	@$(BIN)/python -m compileall -q src
endef

.PHONY: demo test quick lint bench docs golden lock fuzz clean

demo: .venv/.runtime
	@$(BIN)/standout demo

test: .venv/.dev lint
	@$(BIN)/python -m pytest -n 2
	@$(BIN)/python scripts/docs.py --check

quick: .venv/.dev
	@$(BIN)/python -m pytest -n 2 -m "not slow"

lint: .venv/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/.dev
	@$(BIN)/python scripts/bench.py $(if $(DATA),--data $(DATA))

fuzz: .venv/.dev
	@$(BIN)/python scripts/fuzz.py

docs: .venv/.docs
	@$(BIN)/python scripts/docs.py
	@$(BIN)/python scripts/gallery.py --montage docs/images/themes.png
	@$(BIN)/mkdocs build --strict

golden: .venv/.dev
	@$(BIN)/python -m pytest --update-golden tests

lock:
	@uv pip compile -q --universal --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
	  --group dev --group docs pyproject.toml -o requirements.lock

.venv/.runtime: pyproject.toml requirements.lock
	$(call install,-c requirements.lock -e .)
	@touch $@

.venv/.dev: .venv/.runtime
	$(call install,-c requirements.lock $(shell $(PYTHON) scripts/group.py dev))
	@touch $@

.venv/.docs: .venv/.dev
	$(call install,-c requirements.lock $(shell $(PYTHON) scripts/group.py docs))
	@touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis site standout-demo
