#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# From a bare Debian 12, Debian 13 or Ubuntu 24.04 to the first map: installs the packages, builds
# mgz, runs the baseline and says where its map lies. May be run again and from any folder.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/tools/packages.sh"
need_known_system
cd -- "$root"

echo "1/4 packages"
need_packages "${MGZ_BUILD_PACKAGES[@]}"

echo "2/4 configuring and compiling (a few minutes the first time)"
cmake --preset release -DMGZ_TESTS=OFF --log-level=WARNING >/dev/null
cmake --build --preset release --target mgz --parallel "$(nproc)"

# mgz ends with the regions most short of doctors, each with its range.
echo "3/4 running the baseline"
mkdir -p out
build/release/tools/mgz run scenarios/baseline.toml -o out/baseline --force

echo "4/4 done; in $root/out/baseline:"
cat <<'END'
    report.html                maps, figures and what lies behind them: open it in a browser
    shortage.qgs               the maps in QGIS, styled
    shortage.gpkg              regions, subregions, settlements, employers
    shortage.geojson           the regions, for a web page
    shortage_PROFESSION.tif    shortage by place, a raster (COG) for huisarts, so and avg
    access_PROFESSION.tif      access by place, likewise
END
