# Every target sets up what it needs first; `make` alone lists them.
SHELL := bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve build dev catalogue test size bench soak fuzz fmt lint setup-build setup-test test-core test-web

help: ## lists the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: build ## builds the release and serves it on this machine
	@. scripts/env.sh && node scripts/serve.mjs

build: setup-build ## builds the release into dist
	@scripts/build.sh

dev: setup-build ## serves a development build and rebuilds it on every change
	@scripts/build.sh dev

catalogue: setup-build ## FROM=file.zip: ships the download of a framework with the site
	@. scripts/env.sh && cargo run --locked --quiet --release --no-default-features --example compile_catalogue -- \
	"$${CARGO_TARGET_DIR:-target}/catalogues" "$(or $(FROM),$(error say which: make catalogue FROM=file.zip))" && \
	echo "· now make build; it stays with the site until its file is deleted"

# The same parts in the same order as scripts/test.sh, so that `make test size` builds only once.
test: test-core test-web build ## runs every test: native, in the browser, end to end
	@scripts/test.sh pages

size: build ## weighs each shipped file against scripts/budget.json
	@. scripts/env.sh && node scripts/size.mjs

bench: setup-test build ## measures the engine and the page (Lighthouse)
	@scripts/bench.sh

soak: setup-test build ## the long run: kills, tampering and hostile bytes by the million, for hours
	@scripts/soak.sh

fuzz: ## RUNS=200000: feeds the readers of foreign files with hostile ones (needs a nightly compiler)
	@scripts/fuzz.sh $(RUNS)

fmt: ## formats the Rust code
	@. scripts/env.sh && cargo fmt

lint: setup-test ## checks format and lints, for the core and for the browser
	@. scripts/env.sh && set -x && \
	cargo fmt --check && \
	cargo clippy --locked --no-default-features --all-targets -- -D warnings && \
	cargo clippy --locked --target wasm32-unknown-unknown --features ui --bins --lib --test web -- -D warnings

setup-build:
	@scripts/setup.sh build

setup-test:
	@scripts/setup.sh test

test-core: setup-test
	@scripts/test.sh core

test-web: setup-test
	@scripts/test.sh web
