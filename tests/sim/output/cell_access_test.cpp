// SPDX-License-Identifier: EUPL-1.2
// The fast way along rows against the plain way cell by cell: not one bit may differ.
#include <cstdint>

#include "sim/output/cell_access.h"
#include "tests/support/catch.h"

namespace {

/// Numbers in [0, 1) that are the same everywhere.
class Numbers {
public:
    double next()
    {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>(state_ >> 11) * 0x1p-53;
    }

private:
    std::uint64_t state_ = 42;
};

std::vector<geo::ZonedPoint> centres_of(const geo::GridFrame& frame, const mgz::CellZones& zones)
{
    std::vector<geo::ZonedPoint> centres;
    for (int row = 0; row < frame.rows; ++row) {
        for (int col = 0; col < frame.cols; ++col) {
            const int zone = zones.zone.size() == 0 ? 0 : zones.zone(row, col);
            centres.push_back({frame.centre(row, col), static_cast<std::uint32_t>(zone)});
        }
    }
    return centres;
}

void check_against_plain(const geo::GridFrame& frame, const mgz::CellZones& zones,
                         const std::vector<geo::ZonedPoint>& sites,
                         const std::vector<Eigen::VectorXd>& ratios,
                         const geo::DistanceDecay& decay, double scale)
{
    const auto fast = mgz::access_of_cells(frame, zones, sites, ratios, decay, scale);
    const auto centres = centres_of(frame, zones);
    REQUIRE(fast.size() == ratios.size());
    for (std::size_t year = 0; year < ratios.size(); ++year) {
        const auto plain = geo::access_at(centres, sites, zones.factors, ratios[year], decay);
        REQUIRE(fast[year].size() == plain.size());
        int different = 0, positive = 0;
        for (Eigen::Index i = 0; i < plain.size(); ++i) {
            different += fast[year].data()[i] != static_cast<float>(plain[i] * scale);
            positive += plain[i] > 0;
        }
        CHECK(different == 0);
        CHECK(positive > 0);
    }
}

}  // namespace

TEST_CASE("access of cells is access_at their centres, to the last bit", "[rasters]")
{
    Numbers numbers;
    // Sites inside and around the frame, in many places at the very edge of a band: whole cells.
    const geo::GridFrame frame{{100000, 500000}, 500, 150, 90};
    std::vector<geo::ZonedPoint> sites;
    for (int i = 0; i < 120; ++i) {
        const double x = 80000 + 85000 * numbers.next(), y = 405000 + 115000 * numbers.next();
        const bool on_grid = i % 2 == 0;
        const geo::Point grid{500 * std::floor(x / 500) + 250, 500 * std::floor(y / 500) + 250};
        sites.push_back({on_grid ? grid : geo::Point{x, y}, 0});
    }
    std::vector<Eigen::VectorXd> ratios(3, Eigen::VectorXd(120));
    for (auto& ratio : ratios) {
        for (auto& value : ratio)
            value = numbers.next();
    }
    const geo::ZoneFactors crow, detour(1.3);
    check_against_plain(frame, {crow, {}}, sites, ratios, geo::e2sfca_bands(), 1e4);
    check_against_plain(frame, {crow, {}}, sites, ratios, geo::single_band(15000), 1);
    check_against_plain(frame, {detour, {}}, sites, ratios, geo::e2sfca_bands(), 1);
    // Cells wider than the reach: many rows meet no site at all.
    const geo::GridFrame coarse{{50000, 550000}, 20000, 8, 6};
    check_against_plain(coarse, {crow, {}}, sites, ratios, geo::e2sfca_bands(), 1);

    // Zones in ragged stretches: within one the crow flies, between them ways of all lengths.
    const geo::ZoneFactors ways(3, {1, 0.95, 4, 0.95, 1.2, 1.5, 4, 1.5, 1});
    geo::Raster<int> zone(frame.rows, frame.cols);
    for (int row = 0; row < frame.rows; ++row) {
        for (int col = 0; col < frame.cols; ++col)
            zone(row, col) = (col + row / 3) / 20 % 3;
    }
    for (std::size_t i = 0; i < sites.size(); ++i)
        sites[i].zone = static_cast<std::uint32_t>(i % 3);
    check_against_plain(frame, {ways, zone}, sites, ratios, geo::e2sfca_bands(), 1e4);
}

TEST_CASE("nothing to reach gives zero", "[rasters]")
{
    const geo::GridFrame frame{{0, 1000}, 500, 2, 3};
    const std::vector<Eigen::VectorXd> one{Eigen::VectorXd::Ones(1)};
    const geo::ZoneFactors crow;
    const mgz::CellZones zones{crow, {}};
    const auto far =
        mgz::access_of_cells(frame, zones, {{{1e6, 1e6}, 0}}, one, geo::e2sfca_bands(), 1);
    REQUIRE(far.size() == 1);
    CHECK((far[0] == 0.0F).all());
    const std::vector<Eigen::VectorXd> none{Eigen::VectorXd(0)};
    CHECK((mgz::access_of_cells(frame, zones, {}, none, geo::e2sfca_bands(), 1)[0] == 0.0F).all());
}
