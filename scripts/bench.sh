#!/usr/bin/env bash
# Figures: the engine natively, then the built page as Lighthouse's mobile preset sees it.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

echo "· engine: native benchmark"
cargo bench --locked --no-default-features --bench engine
echo "· organisation: its map, its moves and its sheets, from 120 to 200,000 people"
cargo bench --locked --no-default-features --bench map --bench moves --bench org
echo "· organisation: an assignment of rows to columns, with its proof"
for n in 1000 2000 5000; do
  cargo run --locked --quiet --release --no-default-features --example assign -- "$n" 1
done
echo "· organisation: its pages at their largest, in headless Chromium"
mkdir -p target/bench
company() { cargo run --locked --quiet --release --no-default-features --example simulate_company -- "$@"; }
company target/bench/wide.csv 20000 300
company target/bench/town.json 2000 400
node scripts/organisation.mjs target/bench/wide.csv target/bench/town.json
echo "· wasm: the same engine as the page has it, in headless Chromium"
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
  WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ROOT/scripts/webdriver.json \
  cargo test --locked --profile web --target wasm32-unknown-unknown --features ui --test web -- --nocapture measured 2>&1 |
  grep -E ' ms$|panicked|FAILED'
echo "· page: the official downloads, in headless Chromium"
node scripts/imports.mjs
echo "· page: saves of a large document, in headless Chromium"
node scripts/saves.mjs
echo "· page: a simulated year of learning, in headless Chromium"
mkdir -p target/bench
cargo run --locked --quiet --release --no-default-features --example simulate_year -- target/bench/year.json "$(date +%F)"
node scripts/year.mjs target/bench/year.json
if [ -n "${SKILLSTEAD_PLANS:-}" ]; then
  echo "· planner: instances of the planning problem, natively and in headless Chromium"
  rm -f target/bench/*.ask
  cargo run --locked --quiet --release --no-default-features --example solve_plan -- "$SKILLSTEAD_PLANS"/*.json | cut -f 1-3
  cargo run --locked --quiet --release --no-default-features --example solve_plan -- --pack target/bench "$SKILLSTEAD_PLANS"/*.json >/dev/null
  node scripts/plans.mjs target/bench
fi
echo "· page: packing the files as a host sends them"
node scripts/size.mjs --keep >/dev/null
echo "· page: Lighthouse, mobile"
node scripts/lighthouse.mjs
