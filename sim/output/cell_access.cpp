// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/cell_access.h"

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "geo/distance.h"

namespace mgz {

namespace {

/// Columns [from, to).
struct Run {
    int from = 0, to = 0;
};

/// Columns of one row that lie in one zone.
struct Stretch {
    Run run;
    double factor = 1;  ///< from the zone to that of the site looked at
};

/// Columns of the stretch whose centres lie within the distance of the site.
Run run_within(double upper_m, geo::Point site, int row, const Stretch& stretch,
               const geo::GridFrame& frame)
{
    const double upper2 = upper_m * upper_m;
    const double factor2 = stretch.factor * stretch.factor;
    const auto within = [&](int col) {
        return geo::squared_distance(frame.centre(row, col), site) * factor2 <= upper2;
    };
    const auto column_at = [&](double x) {
        const double col = std::round((x - frame.top_left.x) / frame.cell - 0.5);
        return static_cast<int>(std::clamp(col, static_cast<double>(stretch.run.from),
                                           static_cast<double>(stretch.run.to - 1)));
    };
    // The middle is the column nearest to the site: outside there, outside everywhere.
    const int middle = column_at(site.x);
    if (!within(middle)) return {middle, middle};
    // The root is a guess; the comparison that geo::Catchment makes decides.
    const double dy = frame.centre(row, 0).y - site.y;
    const double half = std::sqrt(std::max(0.0, upper2 / factor2 - dy * dy));
    Run run{column_at(site.x - half), column_at(site.x + half) + 1};
    while (run.from < middle && !within(run.from))
        ++run.from;
    while (run.from > stretch.run.from && within(run.from - 1))
        --run.from;
    while (run.to > middle + 1 && !within(run.to - 1))
        --run.to;
    while (run.to < stretch.run.to && within(run.to))
        ++run.to;
    return run;
}

/// Adds what one site gives to a row of cells, year by year.
class RowSum {
public:
    RowSum(int cols, std::size_t years)
        : cols_(static_cast<std::size_t>(cols)), sums_(cols_ * years, 0.0)
    {
    }

    void clear() { std::fill(sums_.begin(), sums_.end(), 0.0); }

    void add(Run run, double weight, Eigen::Index site, std::span<const Eigen::VectorXd> ratios)
    {
        if (run.from >= run.to) return;
        for (std::size_t year = 0; year < ratios.size(); ++year) {
            const double value = ratios[year][site] * weight;
            double* row = sums_.data() + year * cols_;
            for (int col = run.from; col < run.to; ++col)
                row[col] += value;
        }
    }

    double at(std::size_t year, int col) const
    {
        return sums_[year * cols_ + static_cast<std::size_t>(col)];
    }

private:
    std::size_t cols_;
    std::vector<double> sums_;  // [year][col]
};

/// Adds what the site gives to the cells of one stretch, band by band.
void sum_stretch(int row, const geo::GridFrame& frame, geo::Point at, Eigen::Index site,
                 const Stretch& stretch, std::span<const Eigen::VectorXd> ratios,
                 const geo::DistanceDecay& decay, RowSum& sum)
{
    Run inner;
    bool first = true;
    for (const auto& band : decay.bands) {
        const Run outer = run_within(band.upper_m, at, row, stretch, frame);
        if (first || inner.from >= inner.to) {
            sum.add(outer, band.weight, site, ratios);
        } else {
            sum.add({outer.from, inner.from}, band.weight, site, ratios);
            sum.add({inner.to, outer.to}, band.weight, site, ratios);
        }
        inner = outer;
        first = false;
    }
}

/// A row as stretches of one zone each, with the number of the zone.
std::vector<std::pair<Run, std::uint32_t>> stretches_of(int row, const geo::GridFrame& frame,
                                                        const CellZones& zones)
{
    if (zones.zone.size() == 0) return {{{0, frame.cols}, 0}};
    std::vector<std::pair<Run, std::uint32_t>> stretches;
    for (int col = 0; col < frame.cols; ++col) {
        const auto zone = static_cast<std::uint32_t>(zones.zone(row, col));
        if (stretches.empty() || stretches.back().second != zone)
            stretches.push_back({{col, col}, zone});
        stretches.back().first.to = col + 1;
    }
    return stretches;
}

void sum_row(int row, const geo::GridFrame& frame, const CellZones& zones,
             const std::vector<geo::ZonedPoint>& sites, double reach_m,
             std::span<const Eigen::VectorXd> ratios, const geo::DistanceDecay& decay, RowSum& sum)
{
    sum.clear();
    const auto stretches = stretches_of(row, frame, zones);
    const double y = frame.centre(row, 0).y;
    for (std::size_t s = 0; s < sites.size(); ++s) {
        if (std::abs(sites[s].at.y - y) > reach_m) continue;
        for (const auto& [run, zone] : stretches) {
            const Stretch stretch{run, zones.factors.between(zone, sites[s].zone)};
            sum_stretch(row, frame, sites[s].at, static_cast<Eigen::Index>(s), stretch, ratios,
                        decay, sum);
        }
    }
}

}  // namespace

std::vector<geo::Raster<float>> access_of_cells(const geo::GridFrame& frame, const CellZones& zones,
                                                const std::vector<geo::ZonedPoint>& sites,
                                                std::span<const Eigen::VectorXd> ratios,
                                                const geo::DistanceDecay& decay, double scale)
{
    std::vector<geo::Raster<float>> cells(
        ratios.size(), geo::Raster<float>::Constant(frame.rows, frame.cols, 0.0F));
    if (decay.bands.empty() || frame.cols == 0) return cells;
    expects(zones.zone.size() == 0 ||
            (zones.zone.rows() == frame.rows && zones.zone.cols() == frame.cols));
    // As the crow flies; a little more, because the comparison of squares decides.
    const double reach_m = decay.bands.back().upper_m / zones.factors.least() * (1 + 1e-9);
    RowSum sum(frame.cols, ratios.size());
    for (int row = 0; row < frame.rows; ++row) {
        sum_row(row, frame, zones, sites, reach_m, ratios, decay, sum);
        for (std::size_t year = 0; year < ratios.size(); ++year) {
            for (int col = 0; col < frame.cols; ++col) {
                cells[year](row, col) = static_cast<float>(sum.at(year, col) * scale);
            }
        }
    }
    return cells;
}

}  // namespace mgz
