#!/usr/bin/env bash
# The long run: everything that each run tries some thousands of times, tried by the million. Hours, not minutes.
#   scripts/soak.sh           all of it, on the build in dist
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

export SKILLSTEAD_LONG=1
# Optimised as the page is not: in numbers of operations, not in what they do, it is the same code.
echo "· soak: power cuts, tampering, hostile bytes, properties"
PROPTEST_CASES=100000 cargo test --locked --release --no-default-features --test vault --test relock --test lock --test hostile --test properties
echo "· soak: kills of the browser, tabs, corrupted stores, hostile texts"
(cd tests/e2e && node --test vault.test.mjs recovery.test.mjs hostile.test.mjs)
if cargo +nightly --version >/dev/null 2>&1; then
  scripts/fuzz.sh 10000000
else
  echo "· soak: no nightly compiler, so the fuzzer that watches the code was left out"
fi
