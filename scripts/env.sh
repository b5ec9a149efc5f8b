# Sourced by every script: finds the tools that scripts/setup.sh put in place.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Outside the project and named by version, so that several clones share them and `git clean` keeps them.
TOOLS=${SKILLSTEAD_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/skillstead}

TRUNK_VERSION=0.21.14
# The tool and the library must be the very same version; the lock file is the one place that says which.
WASM_BINDGEN_VERSION=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/[^0-9.]/, ""); print; exit }' "$ROOT/Cargo.lock")

# The marker says that the wasm32 library was built from Debian's packages: then one toolchain does all of the work,
# since two would rebuild each other's artefacts.
DEBIAN_MARKER=$TOOLS/toolchain-debian
if [ -e "$DEBIAN_MARKER" ]; then
  export RUSTUP_TOOLCHAIN=debian-web
fi

PATH=$ROOT/tests/e2e/node_modules/.bin:$TOOLS/trunk-$TRUNK_VERSION/bin:$TOOLS/wasm-bindgen-$WASM_BINDGEN_VERSION/bin:$PATH
[ ! -d "$HOME/.cargo/bin" ] || PATH=$PATH:$HOME/.cargo/bin
export ROOT TOOLS PATH

# first_of NAME...: the path of the first command that is there, or nothing.
first_of() {
  local name
  for name in "$@"; do
    command -v "$name" && return
  done
  return 0
}

export CHROME=${CHROME:-$(first_of chromium chromium-browser google-chrome google-chrome-stable)}
export CHROMEDRIVER=${CHROMEDRIVER:-$(first_of chromedriver)}

# Official downloads are never part of the project. Where one lies beside it, it is tested and measured with.
beside() { compgen -G "$ROOT/../*/data/$1" | head -n 1; }
export SKILLSTEAD_ONET=${SKILLSTEAD_ONET:-$(beside 'onet-*.zip')}
export SKILLSTEAD_ESCO=${SKILLSTEAD_ESCO:-$(beside 'esco-*.zip')}
export SKILLSTEAD_PLANS=${SKILLSTEAD_PLANS:-$(beside 'plans')}
export SKILLSTEAD_ASSIGNMENTS=${SKILLSTEAD_ASSIGNMENTS:-$(beside 'assignments.json')}
