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
  say "pages: the same with the network off, as soon as the page has been there once"
  # Those that break a store, a file or the network themselves have nothing to add here.
  local file ours=()
  for file in tests/e2e/*.test.mjs; do
    [[ $file =~ /(hostile|offline|recovery|shell|vault)\.test ]] || ours+=("$file")
  done
  OFFLINE=1 node --test "${ours[@]}"
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
