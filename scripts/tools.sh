# What this machine must have. Sourced by ./longan.

# Both programs keep caches in the home folder and fail without one.
export HOME=${HOME:-$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)}
export HOME=${HOME:-$root/artifacts/home}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Compilers that stay behind to be faster the next time would outlive us.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0

# The usual places, for machines where they were installed but not put on the PATH.
PATH=$PATH:$HOME/.dotnet:/usr/share/dotnet:/usr/lib/dotnet:/usr/local/bin:/usr/sbin

fail() {
  printf 'longan: %s\n' "$*" >&2
  exit 1
}

note() { printf '%s\n' "$*" >&2; }

# Every command is shown as it could be typed, so that nobody depends on this script.
show() {
  printf '+' >&2
  printf ' %q' "$@" >&2
  printf '\n' >&2
}

run() {
  show "$@"
  "$@"
}

# run_into LOG COMMAND...: what it prints goes to artifacts/LOG, and its end is shown if it fails.
run_into() {
  local log=artifacts/$1
  shift
  show "$@"
  "$@" >"$log" 2>&1 || {
    tail -40 "$log" >&2
    fail "that failed; all of its output is in $log"
  }
}

run_last() {
  show "$@"
  exec "$@"
}

need_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || fail \
    "the .NET SDK 10 is missing. Install the package dotnet-sdk-10.0 from your distribution, or follow
  “Install .NET on Linux” in Microsoft's documentation (dotnet-install.sh --channel 10.0 installs into ~/.dotnet), then start again."
  # Unpacked by hand, the SDK lacks the library that knows how Vietnamese is written and sorted.
  if [ -e /etc/debian_version ] && ! ldconfig -p | grep -q libicuuc; then
    install_packages "$(find_package '^libicu[0-9]+$' libicu72)"
  fi
}

need_node() {
  local version
  version=$(node --version 2>/dev/null || true)
  version=${version#v}
  local major=${version%%.*} rest=${version#*.}
  if [ -n "$version" ] && { [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "${rest%%.*}" -ge 19 ]; }; } && command -v npm >/dev/null; then
    return
  fi
  fail "Node.js 20.19 or later with npm is needed to build the map; found: ${version:-none}. Install it from your distribution
  (Debian 13: apt-get install nodejs npm) or from the Node.js project's packages, then start again."
}

# PostgreSQL with PostGIS, unless somebody else's server is used.
need_postgis() {
  [ -z "${ConnectionStrings__Plan:-}" ] || return 0
  local bin
  for bin in /usr/lib/postgresql/*/bin/initdb; do
    [ -e "/usr/share/postgresql/$(basename "$(dirname "$(dirname "$bin")")")/extension/postgis.control" ] && return
  done
  # Other systems keep PostgreSQL elsewhere; the service looks there, and says so when PostGIS is missing.
  [ -e /etc/debian_version ] || { command -v initdb >/dev/null && return; }

  local postgis
  postgis=$(find_package '^postgresql-[0-9]+-postgis-3$' postgresql-15-postgis-3)
  # Debian would make and start a cluster of its own beside ours.
  local drop_in=/etc/postgresql-common/createcluster.d/longan.conf
  if [ -z "$(ls -d /etc/postgresql/*/* 2>/dev/null)" ] && can_be_root; then
    as_root mkdir -p "${drop_in%/*}"
    echo "create_main_cluster = false" | as_root tee "$drop_in" >/dev/null
    (install_packages "${postgis%-postgis-3}" "$postgis") || {
      as_root rm -f "$drop_in"
      exit 1
    }
    as_root rm -f "$drop_in"
  else
    install_packages "${postgis%-postgis-3}" "$postgis"
  fi
}

# need_package PROGRAM PACKAGE...
need_package() {
  command -v "$1" >/dev/null && return
  shift
  install_packages "$@"
}

# find_package REGEX DEFAULT: the newest package with such a name in this release of Debian or Ubuntu.
find_package() {
  local found
  found=$(apt-cache search --names-only "$1" 2>/dev/null | cut -d' ' -f1 | sort -V | tail -1)
  if [ -z "$found" ]; then
    refresh_packages
    found=$(apt-cache search --names-only "$1" 2>/dev/null | cut -d' ' -f1 | sort -V | tail -1)
  fi
  printf '%s' "${found:-$2}"
}

can_be_root() { [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Once for each run, and only when the lists on this machine don't do.
refresh_packages() {
  [ -z "${refreshed:-}" ] || return 0
  refreshed=yes
  can_be_root || return 0
  show apt-get update
  as_root apt-get update --quiet >>artifacts/apt.log 2>&1 || true
}

install_packages() {
  command -v apt-get >/dev/null || fail "missing on this machine: $*. Install them with your system's package manager, then start again."
  can_be_root || fail "missing on this machine: $*. Install with: sudo apt-get update && sudo apt-get install --no-install-recommends $*"

  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "$@")
  show "${install[@]}"
  # Lists that are missing or old make the first try fail.
  as_root "${install[@]}" >>artifacts/apt.log 2>&1 && return
  refresh_packages
  as_root "${install[@]}" >>artifacts/apt.log 2>&1 || {
    tail -5 artifacts/apt.log >&2
    fail "the packages $* could not be installed; all of apt's output is in artifacts/apt.log"
  }
}

mkdir -p artifacts
