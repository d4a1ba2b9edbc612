# What this machine must have. Sourced by ./longan.

# Both programs keep caches in the home folder and fail without one.
export HOME=${HOME:-$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)}
export HOME=${HOME:-$root/artifacts/home}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

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

run_last() {
  show "$@"
  exec "$@"
}

need_dotnet() {
  command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return
  fail "the .NET SDK 10 is missing. Install the package dotnet-sdk-10.0 from your distribution, or follow
  “Install .NET on Linux” in Microsoft's documentation (dotnet-install.sh --channel 10.0 installs into ~/.dotnet), then start again."
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

  # Debian would make and start a cluster of its own beside ours.
  local before=/etc/postgresql-common/createcluster.d/longan.conf
  if [ "$(id -u)" -eq 0 ] && ! ls -d /etc/postgresql/*/* >/dev/null 2>&1; then
    mkdir -p "${before%/*}"
    echo "create_main_cluster = false" >"$before"
  fi
  install_packages "$(newest_package postgresql-%d 15)" "$(newest_package postgresql-%d-postgis-3 15)"
  rm -f "$before" 2>/dev/null || true
}

# The packages of the PostgreSQL version that this release of Debian or Ubuntu carries.
newest_package() {
  local major
  major=$(apt-cache search --names-only '^postgresql-[0-9]+-postgis-3$' 2>/dev/null | sed -nE 's/^postgresql-([0-9]+)-.*/\1/p' | sort -n | tail -1)
  printf "$1" "${major:-$2}"
}

# need_package PROGRAM PACKAGE...
need_package() {
  command -v "$1" >/dev/null && return
  shift
  install_packages "$@"
}

install_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      fail "missing on this machine: $*. Install with: sudo apt-get update && sudo apt-get install --no-install-recommends $*"
    fi
  fi
  command -v apt-get >/dev/null || fail "missing on this machine: $*. Install them with your system's package manager, then start again."

  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends "$@")
  # Without package lists, or with old ones, the first try fails; then they are fetched, once.
  run "${install[@]}" >artifacts/apt.log 2>&1 && return
  run "${as_root[@]}" apt-get update --quiet >>artifacts/apt.log 2>&1 || true
  run "${install[@]}" >>artifacts/apt.log 2>&1 || {
    tail -5 artifacts/apt.log >&2
    fail "the packages $* could not be installed; all of apt's output is in artifacts/apt.log"
  }
}

mkdir -p artifacts
