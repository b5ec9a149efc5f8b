#!/usr/bin/env bash
# Feeds every reader of files, foreign ones and our own, with hostile ones: scripts/fuzz.sh [RUNS], 200,000 for each target by default.
# Needs a nightly compiler of rustup's; cargo-fuzz is installed where it is missing. What was found stays in tests/fuzz/corpus.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT/tests/fuzz"

runs=${1:-200000}
fuzz=$TOOLS/cargo-fuzz/bin/cargo-fuzz
cargo +nightly --version >/dev/null 2>&1 || { echo "fuzz: needs a nightly compiler: rustup toolchain install nightly" >&2; exit 1; }
[ -x "$fuzz" ] || cargo install cargo-fuzz --version 0.13.2 --locked --root "$TOOLS/cargo-fuzz"
for target in advert csv zip onet esco xlsx passport envelope json migration lock commands \
  organisation people handshake contribution; do
  echo "· fuzz: $target, $runs executions"
  mkdir -p "corpus/$target"
  # A compiler of its own, and so a target folder of its own: artefacts of two compilers rebuild each other.
  # No sanitizer: the code has no unsafe of its own, and runs five times as often without one.
  RUSTUP_TOOLCHAIN=nightly "$fuzz" run --fuzz-dir . --sanitizer none "$target" "corpus/$target" "seeds/$target" -- \
    -runs="$runs" -max_len=4096 -timeout=10 -rss_limit_mb=1024
done
