#!/usr/bin/env bash
# Figures: the engine natively, then the built page as Lighthouse's mobile preset sees it.
set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$ROOT"

echo "· engine: native benchmark"
cargo bench --locked --no-default-features --bench engine
echo "· page: packing the files as a host sends them"
node scripts/size.mjs --keep >/dev/null
echo "· page: Lighthouse, mobile"
node scripts/lighthouse.mjs
