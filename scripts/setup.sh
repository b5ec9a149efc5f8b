#!/usr/bin/env bash
# Puts in place what the project needs, and does nothing where it is there already.
#   scripts/setup.sh build    compiler, trunk, wasm-bindgen, npm packages
#   scripts/setup.sh test     the same, the linters, Chromium and its driver
# SKILLSTEAD_TOOLS=folder                  where the tools are kept (else ~/.cache/skillstead)
# SKILLSTEAD_TOOLCHAIN=debian|rustup       which compiler to use (else rustup's if it can build for wasm32)
set -euo pipefail

# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
what=${1:-build}

say() { printf '· %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
is_debian() { [ -e /etc/debian_version ] && have apt-get; }
# limit SECONDS COMMAND...: stops a command that waits for an unreachable server.
limit() { if have timeout; then timeout "$@"; else shift; "$@"; fi; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    fail "this needs root and sudo is not there; please run as root: $*"
  fi
}

apt_install() {
  say "apt: installing $*"
  local log=$TOOLS/apt.log
  local get=(env DEBIAN_FRONTEND=noninteractive apt-get)
  # The package lists may be missing or old; they are fetched only then, since that takes its time.
  as_root "${get[@]}" install -y --no-install-recommends "$@" >"$log" 2>&1 </dev/null ||
    { as_root "${get[@]}" update >>"$log" 2>&1 </dev/null &&
      as_root "${get[@]}" install -y --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; } ||
    { tail -n 5 "$log" >&2; fail "apt-get could not install $* (the whole story is in $log)"; }
}

mkdir -p "$TOOLS"
work=$(mktemp -d "$TOOLS/setup.XXXXXX")
trap 'rm -rf "$work"' EXIT
# Two set-ups at once would build the same tools twice and trip over each other.
if have flock; then
  exec 9>"$TOOLS/lock"
  flock -n 9 || { say "another set-up is running: waiting for it"; flock 9; }
fi

# --- Compiler -------------------------------------------------------------------------------------------------------

# Only a compiled crate proves that the target's library is there and whole: a folder can be left over.
wasm32_works() {
  have cargo && have rustc || return 1
  printf 'pub fn twice(text: &str) -> String { text.repeat(2) }\n#[test]\nfn t() {}\n' >"$work/probe.rs"
  rustc --edition 2024 --target wasm32-unknown-unknown --crate-type cdylib -o "$work/probe.wasm" "$work/probe.rs" \
    >"$work/probe.log" 2>&1 9>&- &&
    rustc --edition 2024 --target wasm32-unknown-unknown --test --emit metadata -o "$work/probe.rmeta" \
      "$work/probe.rs" >>"$work/probe.log" 2>&1 9>&-
}

# The library of wasm32 from Debian's own source package: for machines that reach Debian's archive and not rustup's.
debian_toolchain() {
  is_debian || return 1
  say "wasm32: taking the compiler and its library from Debian's packages"
  local sys=/usr/lib/rustlib host lld
  have rustc && [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo-clippy ] && [ -x /usr/bin/cargo-fmt ] &&
    [ -d /usr/lib/llvm-19/bin ] && [ -e "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ] ||
    apt_install rustc-web cargo-web rust-web-src lld-19 rust-web-clippy rustfmt-web
  if have rustup; then
    # A name of its own, chosen in scripts/env.sh for this project alone: the default toolchain stays as it is.
    rustup toolchain link debian-web /usr
  fi
  export RUSTUP_TOOLCHAIN=debian-web
  have cargo || fail "Debian's packages are installed and there is no cargo on PATH"

  host=$(/usr/bin/rustc -vV | awk '/^host:/ { print $2 }')
  lld=$sys/$host/bin/rust-lld
  if [ ! -e "$lld" ]; then
    say "wasm32: linking the linker to $lld"
    as_root mkdir -p "$(dirname "$lld")"
    as_root ln -sfn /usr/lib/llvm-19/bin/lld "$lld"
  fi

  if ! wasm32_works; then
    say "wasm32: building its standard library once (about 2 min)"
    mkdir -p "$work/std/src"
    printf '[package]\nname = "std-for-wasm32"\nversion = "0.0.0"\nedition = "2021"\n[lib]\ncrate-type = ["cdylib"]\n' \
      >"$work/std/Cargo.toml"
    printf '#[no_mangle]\npub extern "C" fn one() -> u32 { 1 }\n' >"$work/std/src/lib.rs"
    # Bitcode, or a later `lto = true` finds nothing to work on; `test`, or the tests in the browser have no harness.
    # The unstable switch is for this one build: the project itself needs none.
    (cd "$work/std" && RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=$work/std/target \
      cargo build --release -Z build-std=std,panic_abort,test --target wasm32-unknown-unknown \
      >"$TOOLS/wasm32.log" 2>&1 </dev/null 9>&-) ||
      { tail -n 15 "$TOOLS/wasm32.log" >&2; fail "the library of wasm32 could not be built (see $TOOLS/wasm32.log)"; }
    as_root rm -rf "$sys/wasm32-unknown-unknown/lib"
    as_root mkdir -p "$sys/wasm32-unknown-unknown/lib"
    as_root cp "$work/std/target/wasm32-unknown-unknown/release/deps/"*.rlib "$sys/wasm32-unknown-unknown/lib/"
  fi
  if ! wasm32_works; then
    cat "$work/probe.log" >&2
    return 1
  fi
  # Written last, so that a set-up that broke before this point starts over.
  : >"$DEBIAN_MARKER"
}

case ${SKILLSTEAD_TOOLCHAIN:-} in
  '') ;;
  debian) [ -e "$DEBIAN_MARKER" ] && wasm32_works || debian_toolchain || fail "Debian's toolchain does not work here" ;;
  rustup)
    rm -f "$DEBIAN_MARKER"
    [ "${RUSTUP_TOOLCHAIN:-}" != debian-web ] || unset RUSTUP_TOOLCHAIN
    ;;
  *) fail "SKILLSTEAD_TOOLCHAIN is '$SKILLSTEAD_TOOLCHAIN': it can be debian or rustup" ;;
esac

if ! have cargo && ! is_debian; then
  fail "Rust is missing: install it with rustup (rustup.rs), then run this again"
fi
if ! wasm32_works && [ ! -e "$DEBIAN_MARKER" ] && have rustup; then
  say "wasm32: adding the target with rustup"
  limit 180 rustup target add wasm32-unknown-unknown >"$TOOLS/rustup.log" 2>&1 </dev/null 9>&- ||
    say "wasm32: rustup could not add it (see $TOOLS/rustup.log)"
  if ! wasm32_works && [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    # rustup believes that it is there; taking it away and adding it again heals a half-done install.
    say "wasm32: there and not whole, so adding it anew"
    limit 60 rustup target remove wasm32-unknown-unknown >>"$TOOLS/rustup.log" 2>&1 </dev/null 9>&- || true
    limit 180 rustup target add wasm32-unknown-unknown >>"$TOOLS/rustup.log" 2>&1 </dev/null 9>&- || true
  fi
fi
if ! wasm32_works; then
  [ "${SKILLSTEAD_TOOLCHAIN:-}" != rustup ] && debian_toolchain ||
    fail "Rust cannot build for wasm32-unknown-unknown here. With rustup: rustup target add wasm32-unknown-unknown.
On Debian its packages serve too: SKILLSTEAD_TOOLCHAIN=debian scripts/setup.sh"
fi

# --- Tools written in Rust ------------------------------------------------------------------------------------------

# cargo_tool NAME VERSION PROGRAM MINUTES [FLAG...]
cargo_tool() {
  local name=$1 version=$2 program=$3 minutes=$4 home
  shift 4
  home=$TOOLS/${name%-cli}-$version
  [ ! -x "$home/bin/$program" ] || return 0
  say "$name $version: building it once (about $minutes min)"
  # Installed aside and moved when done: what broke half-way never counts as there.
  CARGO_TARGET_DIR=$work/target cargo install "$@" --root "$work/$name" --version "=$version" "$name" \
    >"$TOOLS/$name.log" 2>&1 </dev/null 9>&- ||
    { tail -n 15 "$TOOLS/$name.log" >&2; fail "$name $version could not be built (see $TOOLS/$name.log)"; }
  rm -rf "$home" "$work/target"
  mv "$work/$name" "$home"
}

have cc || { is_debian && apt_install gcc libc6-dev; } || fail "a C compiler is missing: cargo needs it as its linker"
cargo_tool trunk "$TRUNK_VERSION" trunk 7 --locked
# Without --locked: its own lock file can name versions that a mirror lacks.
cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen 5

# --- npm packages ---------------------------------------------------------------------------------------------------

have node && have npm || { is_debian && apt_install nodejs npm; } || fail "Node 20 or newer and npm are missing: install them"
node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' ||
  fail "Node 20 or newer is needed; this is $(node --version)"
e2e=$ROOT/tests/e2e
packages=$TOOLS/npm-$(node -e '
  const hash = require("crypto").createHash("sha256");
  console.log(hash.update(require("fs").readFileSync(process.argv[1])).digest("hex").slice(0, 16))' "$e2e/package-lock.json")
if [ ! -d "$packages/node_modules" ]; then
  say "npm: installing the packages of tests/e2e"
  mkdir "$work/npm"
  cp "$e2e/package.json" "$e2e/package-lock.json" "$e2e/.npmrc" "$work/npm/"
  # No install script is run: none is needed, and some would download a browser.
  (cd "$work/npm" && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts >"$TOOLS/npm.log" 2>&1 </dev/null 9>&-) ||
    { tail -n 15 "$TOOLS/npm.log" >&2; fail "npm could not install the packages (see $TOOLS/npm.log)"; }
  rm -rf "$packages"
  mv "$work/npm" "$packages"
fi
if [ "$(readlink "$e2e/node_modules" || true)" != "$packages/node_modules" ]; then
  rm -rf "$e2e/node_modules"
  ln -s "$packages/node_modules" "$e2e/node_modules"
fi

[ "$what" = test ] || exit 0

# --- Linters and browser --------------------------------------------------------------------------------------------

if ! { cargo clippy --version && cargo fmt --version; } >/dev/null 2>&1; then
  if have rustup && [ ! -e "$DEBIAN_MARKER" ]; then
    say "linters: adding clippy and rustfmt with rustup"
    limit 180 rustup component add clippy rustfmt >"$TOOLS/rustup.log" 2>&1 </dev/null 9>&- ||
      { tail -n 5 "$TOOLS/rustup.log" >&2; fail "rustup could not add clippy and rustfmt"; }
  elif is_debian; then
    apt_install rust-web-clippy rustfmt-web
  else
    fail "cargo clippy and cargo fmt are missing: install them"
  fi
fi

if [ -z "$CHROME" ] || [ -z "$CHROMEDRIVER" ]; then
  is_debian || fail "Chromium and ChromeDriver of one version are missing: install them, or set CHROME and CHROMEDRIVER"
  apt_install chromium chromium-driver
fi
