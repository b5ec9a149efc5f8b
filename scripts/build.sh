#!/usr/bin/env bash
# Builds the page into dist.
#   scripts/build.sh          the release
#   scripts/build.sh dev      a development build, served and rebuilt on every change
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

say() { printf '· %s\n' "$*"; }
# trunk runs offline, so what the lock file names must be there before.
say "cargo: fetching the crates of Cargo.lock"
cargo fetch --locked --quiet
say "catalogue: checking data/ and compiling it"
cargo run --locked --quiet --no-default-features --example compile_catalogue -- "${CARGO_TARGET_DIR:-target}/catalogues"

if [ "${1:-}" = dev ]; then
  say "trunk: serving a development build"
  exec trunk serve
fi
say "trunk: building the release (the first time takes some minutes)"
# Trunk's minifier does not know the newest script syntax; it then leaves the file as it is and says so at every build.
trunk --log warn,trunk::processing::minify=error build --release
