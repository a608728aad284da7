// SPDX-License-Identifier: EUPL-1.2
#include "geo/catchment.h"

#include <random>

#include "geo/distance.h"
#include "geo/io/layer_io.h"
#include "tests/support/catch.h"

using Catch::Matchers::WithinRel;
using geo::Point;

namespace {

struct Table {
    std::vector<Point> points;
    Eigen::VectorXd first;
    std::vector<double> second, third;
};

Table read_table(const std::string& name, std::vector<std::string> columns)
{
    geo::io::Source source;
    source.where = std::string(MGZ_SOURCE_DIR) + "/tests/data/geo/" + name;
    source.columns = std::move(columns);
    source.kind = geo::io::GeometryKind::point;
    const geo::io::Layer layer = geo::io::read_layer(source).layer;
    Table table;
    table.first.resize(static_cast<Eigen::Index>(layer.features.size()));
    Eigen::Index row = 0;
    for (const auto& feature : layer.features) {
        const auto number = [&](std::size_t column) {
            return geo::io::number(feature.values[column], name, source.columns[column]);
        };
        table.points.push_back(std::get<Point>(feature.geometry));
        table.first[row++] = number(0);
        if (source.columns.size() > 1) table.second.push_back(number(1));
        if (source.columns.size() > 2) table.third.push_back(number(2));
    }
    return table;
}

double weight(double metres, const geo::DistanceDecay& decay)
{
    for (const geo::Band& band : decay.bands) {
        if (metres <= band.upper_m) return band.weight;
    }
    return 0;
}

/// The two formulas as they are written down, pair by pair.
Eigen::VectorXd brute_force(const std::vector<Point>& places, const std::vector<Point>& sites,
                            const Eigen::VectorXd& demand, const Eigen::VectorXd& supply,
                            const geo::DistanceDecay& decay)
{
    Eigen::VectorXd access = Eigen::VectorXd::Zero(demand.size());
    for (Eigen::Index j = 0; j < supply.size(); ++j) {
        const auto reach = [&](Eigen::Index i) {
            return weight(geo::distance(places[static_cast<std::size_t>(i)],
                                        sites[static_cast<std::size_t>(j)]),
                          decay);
        };
        double people = 0;
        for (Eigen::Index i = 0; i < demand.size(); ++i)
            people += demand[i] * reach(i);
        if (people <= 0) continue;
        for (Eigen::Index i = 0; i < demand.size(); ++i)
            access[i] += supply[j] / people * reach(i);
    }
    return access;
}

std::vector<Point> scatter(std::mt19937& random, int count)
{
    std::uniform_int_distribution<int> coordinate(0, 900);  // hundreds of metres, as our places
    std::vector<Point> points;
    for (int i = 0; i < count; ++i) {
        points.push_back({coordinate(random) * 100.0, coordinate(random) * 100.0});
    }
    return points;
}

Eigen::VectorXd amounts(std::mt19937& random, int count)
{
    std::uniform_real_distribution<double> amount(0, 5000);
    Eigen::VectorXd values(count);
    for (double& value : values)
        value = amount(random);
    return values;
}

}  // namespace

TEST_CASE("access agrees with the values worked out elsewhere", "[catchment][oracle]")
{
    const Table demand =
        read_table("e2sfca_zeeland_westbrabant_demand_and_access.csv",
                   {"demand", "e2sfca_fte_per_person", "sfca2_15km_fte_per_person"});
    const Table supply = read_table("e2sfca_zeeland_westbrabant_supply.csv", {"fte"});
    REQUIRE(demand.points.size() == 306);
    REQUIRE(supply.points.size() == 44);

    const auto check = [&](const geo::DistanceDecay& decay, const std::vector<double>& expected) {
        const geo::Catchment catchment(demand.points, supply.points, decay);
        const Eigen::VectorXd access =
            catchment.access(catchment.supply_ratio(demand.first, supply.first));
        for (std::size_t i = 0; i < expected.size(); ++i) {
            INFO("row " << i + 2);
            CHECK_THAT(access[static_cast<Eigen::Index>(i)], WithinRel(expected[i], 1e-9));
        }
    };
    check(geo::e2sfca_bands(), demand.second);
    check(geo::single_band(15e3), demand.third);
}

TEST_CASE("the fast catchment agrees with its brute-force twin", "[catchment]")
{
    std::mt19937 random(20230701);
    for (const int count : {1, 3, 63, 64, 65, 400}) {
        const auto places = scatter(random, count), sites = scatter(random, 2 * count - 1);
        const auto demand = amounts(random, count), supply = amounts(random, 2 * count - 1);
        for (const auto& decay :
             {geo::e2sfca_bands(), geo::single_band(15e3), geo::single_band(0)}) {
            const geo::Catchment catchment(places, sites, decay);
            const Eigen::VectorXd ratio = catchment.supply_ratio(demand, supply);
            const Eigen::VectorXd access = catchment.access(ratio);
            const Eigen::VectorXd twin = brute_force(places, sites, demand, supply, decay);
            const Eigen::VectorXd unkept = geo::access_at(places, sites, ratio, decay);
            for (Eigen::Index i = 0; i < access.size(); ++i) {
                CHECK_THAT(access[i], WithinRel(twin[i], 1e-12));
                CHECK(access[i] == unkept[i]);
            }
        }
    }
}

TEST_CASE("bands between zones are bands of travelled distance", "[catchment]")
{
    std::mt19937 random(7);
    const geo::ZoneFactors ways(3, {1, 0.95, 4, 0.95, 1.3, 1.5, 4, 1.5, 1});
    const auto zoned = [&](const std::vector<Point>& points) {
        std::vector<geo::ZonedPoint> all;
        for (const Point at : points)
            all.push_back({at, static_cast<std::uint32_t>(random() % 3)});
        return all;
    };
    const auto places = zoned(scatter(random, 300)), sites = zoned(scatter(random, 90));
    const auto decay = geo::e2sfca_bands();
    const auto ratio = amounts(random, 90);
    const geo::Catchment catchment(places, sites, ways, decay);
    const Eigen::VectorXd access = catchment.access(ratio);
    const Eigen::VectorXd unkept = geo::access_at(places, sites, ways, ratio, decay);
    for (std::size_t i = 0; i < places.size(); ++i) {
        double twin = 0;
        for (std::size_t j = 0; j < sites.size(); ++j) {
            const double metres = geo::distance(places[i].at, sites[j].at) *
                                  ways.between(places[i].zone, sites[j].zone);
            twin += weight(metres, decay) * ratio[static_cast<Eigen::Index>(j)];
        }
        CHECK_THAT(access[static_cast<Eigen::Index>(i)], WithinRel(twin, 1e-12));
        CHECK(access[static_cast<Eigen::Index>(i)] == unkept[static_cast<Eigen::Index>(i)]);
    }
}

TEST_CASE("no supply is lost: people times access is the supply in reach", "[catchment][law]")
{
    std::mt19937 random(42);
    const auto places = scatter(random, 500);
    auto sites = scatter(random, 80);
    sites.push_back({5e6, 5e6});  // nobody in reach
    const auto demand = amounts(random, 500), supply = amounts(random, 81);
    const geo::Catchment catchment(places, sites, geo::e2sfca_bands());
    const Eigen::VectorXd ratio = catchment.supply_ratio(demand, supply);
    CHECK(ratio[80] == 0);
    CHECK_THAT(demand.dot(catchment.access(ratio)), WithinRel(supply.head(80).sum(), 1e-12));
}

TEST_CASE("a band reaches up to and including its limit", "[catchment]")
{
    //  site       place A         place B              place C
    //   0 ---------- 10 km ---- 10 km + 1 m ---- 30 km + 1 m
    const std::vector<Point> places{{10000, 0}, {10001, 0}, {30001, 0}};
    const geo::Catchment catchment(places, {{0, 0}}, geo::e2sfca_bands());
    const Eigen::VectorXd access = catchment.access(Eigen::VectorXd::Ones(1));
    CHECK(access[0] == 1.0);
    CHECK(access[1] == 0.68);
    CHECK(access[2] == 0.0);
}

TEST_CASE("nobody and nothing give empty results", "[catchment]")
{
    const Eigen::VectorXd none(0);
    const geo::Catchment empty({}, {}, geo::e2sfca_bands());
    CHECK(empty.access(empty.supply_ratio(none, none)).size() == 0);

    const geo::Catchment no_sites({{0, 0}}, {}, geo::e2sfca_bands());
    CHECK(no_sites.access(none)[0] == 0);

    const geo::Catchment no_bands({{0, 0}}, {{0, 0}}, {});
    CHECK(no_bands.access(Eigen::VectorXd::Ones(1))[0] == 0);
}
