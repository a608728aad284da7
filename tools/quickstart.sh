#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# From a bare Debian 12, Debian 13 or Ubuntu 24.04 to the first map: installs the packages, builds
# mgz, runs the baseline and says where its map lies. May be run again and from any folder.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/tools/packages.sh"

# most_short REGIONS_CSV YEAR COUNT: the regions with the largest mean shortage over all
# professions, one a line. Fields may be quoted, with commas and doubled quotes inside.
most_short()
{
    LC_ALL=C awk -v year="$2" '
        function split_csv(line, fields,    n, i, c, quoted) {
            n = 1; fields[1] = ""; quoted = 0
            for (i = 1; i <= length(line); i++) {
                c = substr(line, i, 1)
                if (quoted && c == "\"" && substr(line, i + 1, 1) == "\"") { fields[n] = fields[n] c; i++ }
                else if (c == "\"") quoted = !quoted
                else if (c == "," && !quoted) fields[++n] = ""
                else fields[n] = fields[n] c
            }
        }
        { sub(/\r$/, ""); split("", field); split_csv($0, field) }
        NR == 1 { for (i in field) column[field[i]] = i; next }
        field[column["year"]] == year && field[column["profession"]] == "all" \
            && field[column["indicator"]] == "shortage" {
            printf "%.9f\t%s\t%s\n", field[column["mean"]], field[column["code"]], field[column["name"]]
        }' "$1" |
        LC_ALL=C sort -t $'\t' -k1,1gr -k2,2 |
        LC_ALL=C awk -F '\t' -v count="$3" 'NR <= count { printf "    %5.1f%%  %s\n", 100 * $1, $3 }'
}

main()
{
    need_known_system
    cd -- "$root"

    echo "1/4 packages"
    need_packages "${MGZ_BUILD_PACKAGES[@]}"

    echo "2/4 configuring and compiling (a few minutes the first time)"
    cmake --preset release -DMGZ_TESTS=OFF --log-level=WARNING >/dev/null
    cmake --build --preset release --target mgz --parallel "$(nproc)"

    echo "3/4 running the baseline"
    build/release/tools/mgz run scenarios/baseline.toml -o out/baseline --force

    echo "4/4 done; the map is in $root/out/baseline:"
    (cd out/baseline && shopt -s nullglob &&
        printf '    %s\n' shortage.gpkg shortage.geojson shortage_*.tif access_*.tif)
    echo "Open shortage.gpkg in QGIS: the layers bring their own colours."
    echo
    echo "The seven regions most short of doctors in 2023 (mean shortage, share of the need):"
    most_short out/baseline/regions.csv 2023 7
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    main "$@"
fi
