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

/// Columns of the row whose centres lie within the distance of the site.
Run run_within(double upper_m, geo::Point site, int row, const geo::GridFrame& frame)
{
    const double upper2 = upper_m * upper_m;
    const double dy = frame.centre(row, 0).y - site.y;
    const double half2 = upper2 - dy * dy;
    const auto within = [&](int col) {
        return geo::squared_distance(frame.centre(row, col), site) <= upper2;
    };
    const auto column_at = [&](double x) {
        const double col = std::round((x - frame.top_left.x) / frame.cell - 0.5);
        return static_cast<int>(std::clamp(col, 0.0, static_cast<double>(frame.cols - 1)));
    };
    // The middle is the column nearest to the site: outside there, outside everywhere.
    const int middle = column_at(site.x);
    if (half2 < 0 || !within(middle)) return {middle, middle};
    // The root is a guess; the comparison that geo::Catchment makes decides.
    const double half = std::sqrt(half2);
    Run run{column_at(site.x - half), column_at(site.x + half) + 1};
    while (run.from < middle && !within(run.from))
        ++run.from;
    while (run.from > 0 && within(run.from - 1))
        --run.from;
    while (run.to > middle + 1 && !within(run.to - 1))
        --run.to;
    while (run.to < frame.cols && within(run.to))
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

void sum_row(int row, const geo::GridFrame& frame, const std::vector<geo::Point>& sites,
             std::span<const Eigen::VectorXd> ratios, const geo::DistanceDecay& decay, RowSum& sum)
{
    sum.clear();
    const double y = frame.centre(row, 0).y;
    for (std::size_t s = 0; s < sites.size(); ++s) {
        if (std::abs(sites[s].y - y) > decay.bands.back().upper_m) continue;
        const auto site = static_cast<Eigen::Index>(s);
        Run inner;
        bool first = true;
        for (const auto& band : decay.bands) {
            const Run outer = run_within(band.upper_m, sites[s], row, frame);
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
}

}  // namespace

std::vector<geo::Raster<float>> access_of_cells(const geo::GridFrame& frame,
                                                const std::vector<geo::Point>& sites,
                                                std::span<const Eigen::VectorXd> ratios,
                                                const geo::DistanceDecay& decay, double scale)
{
    std::vector<geo::Raster<float>> cells(
        ratios.size(), geo::Raster<float>::Constant(frame.rows, frame.cols, 0.0F));
    if (decay.bands.empty() || frame.cols == 0) return cells;
    RowSum sum(frame.cols, ratios.size());
    for (int row = 0; row < frame.rows; ++row) {
        sum_row(row, frame, sites, ratios, decay, sum);
        for (std::size_t year = 0; year < ratios.size(); ++year) {
            for (int col = 0; col < frame.cols; ++col) {
                cells[year](row, col) = static_cast<float>(sum.at(year, col) * scale);
            }
        }
    }
    return cells;
}

}  // namespace mgz
