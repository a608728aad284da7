#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# valid_cog.sh PROGRAM: the GeoTIFF that PROGRAM makes passes GDAL's validator.
set -euo pipefail
judge=(/usr/bin/python3 -m osgeo_utils.samples.validate_cloud_optimized_geotiff)
if ! /usr/bin/python3 -c 'import osgeo_utils' 2>/dev/null; then
    echo "skipped: python3-gdal is not installed"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" "$folder/sample.tif"
"${judge[@]}" "$folder/sample.tif"
