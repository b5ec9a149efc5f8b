#!/usr/bin/env bash
# All tests, or one part of them.
#   scripts/test.sh           core, then web, then pages on a fresh release build
#   scripts/test.sh core      the pure core, natively
#   scripts/test.sh web       what needs a browser's interfaces, in headless Chromium
#   scripts/test.sh pages     the built page, used as a person uses it
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

say() { printf '· %s\n' "$*"; }

core() {
  say "core: native tests"
  cargo test --locked --no-default-features
}

web() {
  say "web: tests in headless Chromium"
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ROOT/scripts/webdriver.json \
    WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-120} \
    cargo test --locked --target wasm32-unknown-unknown --features ui --test web
}

pages() {
  say "pages: end-to-end tests against dist"
  # Without this check a pattern that fits no file would pass with nothing run.
  compgen -G 'tests/e2e/*.test.mjs' >/dev/null || { echo "test: tests/e2e has no test" >&2; exit 1; }
  node --test tests/e2e/*.test.mjs
}

case ${1:-all} in
  core | web | pages) "$1" ;;
  all)
    core
    web
    scripts/build.sh
    pages
    ;;
  *) echo "test: there is no part called $1" >&2; exit 1 ;;
esac
