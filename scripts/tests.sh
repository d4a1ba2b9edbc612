# The suites and their sum. Sourced by ./longan.

reports=artifacts/tests

run_tests() {
  local suites=(map unit integration browser) suite
  case ${1:-} in
    map | unit | integration | browser)
      suites=("$1")
      shift
      ;;
    "" | -*) ;;
    *) fail "test: there is no suite “$1” (map, unit, integration, browser)" ;;
  esac

  need_dotnet
  need_node
  case " ${suites[*]} " in
    *" integration "* | *" browser "*)
      ConnectionStrings__Plan= need_postgis
      need_package ogr2ogr gdal-bin
      need_package pdftotext poppler-utils
      need_package bzip2 bzip2
      # A client that tests try out; without it they say that they were skipped.
      /usr/bin/python3 -c 'import owslib' 2>/dev/null || (install_packages python3-owslib) || note "python3-owslib cannot be installed here"
      # 175 MB to fetch and 787 MB on disk are left to whoever wants that test.
      /usr/bin/python3 -c 'import qgis.core' 2>/dev/null || note "QGIS is not tried out without python3-qgis: apt-get install --no-install-recommends python3-qgis"
      ;;
  esac
  case " ${suites[*]} " in
    *" browser "*) need_chromium ;;
  esac
  # The pages that tests look at need the map's files; unit tests don't wait for them.
  [ "${suites[*]}" = unit ] || build_map
  [ "${suites[*]}" = map ] || build_all

  rm -rf $reports
  mkdir -p $reports
  for suite in "${suites[@]}"; do
    note ""
    note "== $suite"
    case $suite in
      map) run npm --prefix src/map run --silent test -- --reporter=default --reporter=json --outputFile.json="$root/$reports/map.json" "$@" || true ;;
      unit) run_suite UnitTests unit "$@" ;;
      integration) run_suite IntegrationTests integration "$@" ;;
      browser) run_suite BrowserTests browser "$@" ;;
    esac
  done
  node scripts/sum-tests.mjs $reports "${suites[@]}"
}

# run_suite PROJECT SUITE [options]
run_suite() {
  local project=$1 suite=$2
  shift 2
  # A connection string meant for the service must not lead tests to somebody's database.
  run env -u ConnectionStrings__Plan -u ConnectionStrings__PlanPublic \
    "tests/$project/bin/Release/net10.0/LongAnGis.$project" -noLogo -noColor -result-ctrf "$reports/$suite.json" "$@" || true
}

need_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
      export LONGAN_CHROMIUM=${LONGAN_CHROMIUM:-$(command -v "$name")}
      return
    fi
  done
  # Chromium draws pages without a single font, but nobody can read them.
  install_packages chromium fonts-dejavu-core
}
