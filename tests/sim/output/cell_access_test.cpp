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

std::vector<geo::Point> centres_of(const geo::GridFrame& frame)
{
    std::vector<geo::Point> centres;
    for (int row = 0; row < frame.rows; ++row) {
        for (int col = 0; col < frame.cols; ++col)
            centres.push_back(frame.centre(row, col));
    }
    return centres;
}

void check_against_plain(const geo::GridFrame& frame, const std::vector<geo::Point>& sites,
                         const std::vector<Eigen::VectorXd>& ratios,
                         const geo::DistanceDecay& decay, double scale)
{
    const auto fast = mgz::access_of_cells(frame, sites, ratios, decay, scale);
    const auto centres = centres_of(frame);
    REQUIRE(fast.size() == ratios.size());
    for (std::size_t year = 0; year < ratios.size(); ++year) {
        const auto plain = geo::access_at(centres, sites, ratios[year], decay);
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
    std::vector<geo::Point> sites;
    for (int i = 0; i < 120; ++i) {
        const double x = 80000 + 85000 * numbers.next(), y = 405000 + 115000 * numbers.next();
        const bool on_grid = i % 2 == 0;
        sites.push_back(
            on_grid ? geo::Point{500 * std::floor(x / 500) + 250, 500 * std::floor(y / 500) + 250}
                    : geo::Point{x, y});
    }
    std::vector<Eigen::VectorXd> ratios(3, Eigen::VectorXd(120));
    for (auto& ratio : ratios) {
        for (auto& value : ratio)
            value = numbers.next();
    }
    check_against_plain(frame, sites, ratios, geo::e2sfca_bands(), 1e4);
    check_against_plain(frame, sites, ratios, geo::single_band(15000), 1);
    // Cells wider than the reach: many rows meet no site at all.
    check_against_plain({{50000, 550000}, 20000, 8, 6}, sites, ratios, geo::e2sfca_bands(), 1);
}

TEST_CASE("nothing to reach gives zero", "[rasters]")
{
    const geo::GridFrame frame{{0, 1000}, 500, 2, 3};
    const std::vector<Eigen::VectorXd> one{Eigen::VectorXd::Ones(1)};
    const auto far = mgz::access_of_cells(frame, {{1e6, 1e6}}, one, geo::e2sfca_bands(), 1);
    REQUIRE(far.size() == 1);
    CHECK((far[0] == 0.0F).all());
    const std::vector<Eigen::VectorXd> none{Eigen::VectorXd(0)};
    CHECK((mgz::access_of_cells(frame, {}, none, geo::e2sfca_bands(), 1)[0] == 0.0F).all());
}
