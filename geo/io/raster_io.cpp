// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/raster_io.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "geo/io/handles.h"
#include "geo/io/srs.h"

namespace geo::io {

namespace {

/// Where the edges of a shape cross the centre line of each row. The rule is the one of
/// contains(): an edge counts when exactly one of its ends lies above the line.
std::vector<std::vector<double>> crossings(const MultiPolygon& shape, const GridFrame& frame)
{
    std::vector<std::vector<double>> rows(static_cast<std::size_t>(frame.rows));
    const auto add_ring = [&](const Ring& ring) {
        if (ring.empty()) return;
        Point a = ring.back();
        for (const Point b : ring) {
            const double top = std::max(a.y, b.y), bottom = std::min(a.y, b.y);
            const double first = std::floor((frame.top_left.y - top) / frame.cell) - 1;
            const double last = std::ceil((frame.top_left.y - bottom) / frame.cell) + 1;
            const int from = static_cast<int>(std::clamp(first, 0.0, double(frame.rows)));
            const int to = static_cast<int>(std::clamp(last, 0.0, double(frame.rows)));
            for (int row = from; row < to; ++row) {
                const double y = frame.centre(row, 0).y;
                if ((a.y > y) == (b.y > y)) continue;
                rows[static_cast<std::size_t>(row)].push_back(a.x + (y - a.y) / (b.y - a.y) *
                                                                        (b.x - a.x));
            }
            a = b;
        }
    };
    for (const Polygon& part : shape.parts) {
        add_ring(part.outer);
        for (const Ring& hole : part.holes)
            add_ring(hole);
    }
    return rows;
}

/// First column whose centre is at x or further east.
int column_at(double x, const GridFrame& frame)
{
    const double col = std::ceil((x - frame.top_left.x) / frame.cell - 0.5);
    return static_cast<int>(std::clamp(col, 0.0, double(frame.cols)));
}

Dataset in_memory(std::span<const RasterBand> bands, const GridFrame& frame,
                  const GdalMessages& messages)
{
    Dataset dataset(GDALCreate(GDALGetDriverByName("MEM"), "", frame.cols, frame.rows,
                               static_cast<int>(bands.size()), GDT_Float32, nullptr));
    messages.check(dataset != nullptr, "raster in memory");
    return dataset;
}

/// As GDAL itself notes them, over the cells that hold a value; nothing where none does.
void note_statistics(GDALRasterBandH target, const Raster<float>& cells, float no_data)
{
    double least = 0, most = 0, sum = 0, squares = 0, count = 0;
    for (const float cell : cells.reshaped<Eigen::RowMajor>()) {
        if (cell == no_data || std::isnan(cell)) continue;
        const double x = static_cast<double>(cell);
        least = count == 0 ? x : std::min(least, x);
        most = count == 0 ? x : std::max(most, x);
        sum += x;
        squares += x * x;
        ++count;
    }
    if (count == 0) return;
    const double mean = sum / count;
    const double variance = std::max(0.0, squares / count - mean * mean);
    const std::pair<const char*, double> notes[] = {
        {"STATISTICS_MINIMUM", least},
        {"STATISTICS_MAXIMUM", most},
        {"STATISTICS_MEAN", mean},
        {"STATISTICS_STDDEV", std::sqrt(variance)},
        {"STATISTICS_VALID_PERCENT", 100 * count / static_cast<double>(cells.size())}};
    for (const auto& [key, value] : notes)
        GDALSetMetadataItem(target, key, fmt::format("{:.9g}", value).c_str(), nullptr);
}

void fill_band(GDALRasterBandH target, const RasterBand& band, float no_data,
               const GdalMessages& messages)
{
    GDALSetDescription(target, band.name.c_str());
    GDALSetRasterNoDataValue(target, static_cast<double>(no_data));
    const int rows = static_cast<int>(band.values.rows());
    const int cols = static_cast<int>(band.values.cols());
    // RasterIO wants a pointer it could write through; when writing to a band it only reads.
    auto* values = const_cast<float*>(band.values.data());
    const CPLErr error =
        GDALRasterIO(target, GF_Write, 0, 0, cols, rows, values, cols, rows, GDT_Float32, 0, 0);
    messages.check(error == CE_None, band.name);
    if (!band.unit.empty()) GDALSetRasterUnitType(target, band.unit.c_str());
    note_statistics(target, band.values, no_data);
}

}  // namespace

Raster<int> rasterise(std::span<const MultiPolygon> shapes, const GridFrame& frame)
{
    Raster<int> cells = Raster<int>::Constant(frame.rows, frame.cols, -1);
    for (std::size_t index = 0; index < shapes.size(); ++index) {
        auto rows = crossings(shapes[index], frame);
        for (int row = 0; row < frame.rows; ++row) {
            auto& x = rows[static_cast<std::size_t>(row)];
            std::sort(x.begin(), x.end());
            for (std::size_t k = 0; k + 1 < x.size(); k += 2) {
                const int from = column_at(x[k], frame), to = column_at(x[k + 1], frame);
                for (int col = from; col < to; ++col)
                    cells(row, col) = static_cast<int>(index);
            }
        }
    }
    return cells;
}

Bytes make_cog(std::span<const RasterBand> bands, const GridFrame& frame, float no_data,
               const std::string& crs,
               const std::vector<std::pair<std::string, std::string>>& metadata)
{
    expects(!bands.empty());
    register_drivers();
    const GdalMessages messages;
    const MemoryFolder folder;
    const Dataset source = in_memory(bands, frame, messages);
    double corner[] = {frame.top_left.x, frame.cell, 0, frame.top_left.y, 0, -frame.cell};
    GDALSetGeoTransform(source.get(), corner);
    GDALSetSpatialRef(source.get(), srs_named(crs).get());
    for (const auto& [key, value] : metadata) {
        GDALSetMetadataItem(source.get(), key.c_str(), value.c_str(), nullptr);
    }
    for (std::size_t i = 0; i < bands.size(); ++i) {
        expects(bands[i].values.rows() == frame.rows && bands[i].values.cols() == frame.cols);
        fill_band(GDALGetRasterBand(source.get(), static_cast<int>(i) + 1), bands[i], no_data,
                  messages);
    }
    // Overviews go through a file in memory that nobody sees: packing it is work for nothing.
    const ThreadOption unpacked("COG_TMP_COMPRESSION", "NONE");
    const Options how{{"COMPRESS", "DEFLATE"},
                      {"PREDICTOR", "YES"},
                      {"OVERVIEW_RESAMPLING", "AVERAGE"},
                      {"NUM_THREADS", "1"}};
    Dataset made(GDALCreateCopy(GDALGetDriverByName("COG"), folder.path("raster.tif").c_str(),
                                source.get(), FALSE, how.get(), nullptr, nullptr));
    messages.check(made != nullptr, "raster.tif");
    close(std::move(made), messages, "raster.tif");
    return folder.take("raster.tif");
}

}  // namespace geo::io
