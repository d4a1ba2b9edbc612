# What is built, and only when what it is made of has changed. Sourced by ./longan.

service=artifacts/service
map_output=src/LongAnGis.Web/wwwroot/map

# One checksum for the names, sizes and times of all files below some folders, without what builds leave there.
fingerprint() {
  find "$@" -type f -not -path '*/node_modules/*' -not -path '*/bin/*' -not -path '*/obj/*' -printf '%p %s %T@\n' 2>/dev/null |
    LC_ALL=C sort | cksum
}

unchanged() { [ -e "artifacts/$1.stamp" ] && [ "$(cat "artifacts/$1.stamp")" = "$2" ]; }

remember() { printf '%s\n' "$2" >"artifacts/$1.stamp"; }

# Two builds in one folder at a time would spoil each other's output.
one_at_a_time() {
  exec 8>artifacts/build.lock
  ! command -v flock >/dev/null || flock 8
}

build_map() {
  one_at_a_time
  local packages source
  packages=$(fingerprint src/map/package-lock.json)
  if ! { unchanged packages "$packages" && [ -d src/map/node_modules ]; }; then
    run_into npm.log npm --prefix src/map ci --no-audit --no-fund --loglevel=error
    remember packages "$packages"
  fi
  source=$(fingerprint src/map)
  if ! { unchanged map "$source" && [ -e $map_output/manifest.json ]; }; then
    run_into map.log npm --prefix src/map run --silent build
    remember map "$source"
  fi
  exec 8>&-
}

build_service() {
  one_at_a_time
  local source
  source=$(fingerprint src/LongAnGis.Core src/LongAnGis.Web data Directory.Build.props Directory.Packages.props global.json .editorconfig)
  if ! { unchanged service "$source" && [ -e $service/LongAnGis.Web.dll ]; }; then
    rm -rf $service.new
    run_into publish.log dotnet publish src/LongAnGis.Web --configuration Release --output $service.new -v quiet
    # A service that runs keeps its files until it ends.
    rm -rf $service
    mv $service.new $service
    remember service "$source"
  fi
  exec 8>&-
}

build_all() {
  one_at_a_time
  run_into build.log dotnet build LongAnGis.sln --configuration Release -v quiet
  exec 8>&-
}

format() {
  need_dotnet
  need_node
  build_map
  run npm --prefix src/map run --silent fmt
  run dotnet format LongAnGis.sln
}

# C# needs no check here: a badly laid out file is an error of the build (IDE0055).
check_format() {
  need_node
  build_map
  run npm --prefix src/map run --silent check || fail "the map's sources are not laid out, or have mistakes: ./longan fmt"
}
