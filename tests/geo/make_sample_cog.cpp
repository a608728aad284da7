// SPDX-License-Identifier: EUPL-1.2
// make_sample_cog FILE: a raster large enough to need overviews, with two named bands.
#include <fstream>

#include "geo/io/raster_io.h"

int main(int argc, char** argv)
{
    if (argc != 2) return 2;
    const geo::GridFrame frame{{0, 650000}, 500, 1300, 700};
    geo::io::RasterBand first{"first", geo::Raster<float>(frame.rows, frame.cols)};
    for (int row = 0; row < frame.rows; ++row) {
        for (int col = 0; col < frame.cols; ++col) {
            first.values(row, col) = static_cast<float>(row % 97 + col % 89);
        }
    }
    const geo::io::RasterBand bands[] = {first, {"second", first.values * 0.5F}};
    const geo::io::Bytes bytes =
        geo::io::make_cog(bands, frame, -9999.0F, "EPSG:28992", {{"note", "sample"}});
    std::ofstream file(argv[1], std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    return file.good() ? 0 : 1;
}
