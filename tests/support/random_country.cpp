// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/random_country.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

#include "geo/io/tiling.h"
#include "tests/support/geo_shapes.h"

namespace support {

using mgz::RegionId;
using mgz::SubregionId;
using mgz::World;

namespace {

/// Edges lie between whole metres: no settlement is ever on one by chance.
geo::MultiPolygon random_land(Luck& luck)
{
    const double x = 1000 * luck.whole(10, 200) + 0.5, y = 1000 * luck.whole(310, 500) + 0.5;
    const double width = std::floor(luck.spread(400, 90000));
    const double height = std::floor(luck.spread(400, 90000));
    switch (luck.whole(0, 5)) {
        case 0:
            return box(x, y, 10 * width, luck.whole(20, 60));  // a dike
        case 1: {
            auto land = box(x, y, width, height);
            land.parts[0].holes.push_back(  // a lake
                box_ring(x + std::floor(width / 3), y + std::floor(height / 3),
                         std::floor(width / 3), std::floor(height / 3)));
            return land;
        }
        case 2:
        case 3: {
            geo::MultiPolygon islands;
            for (int i = luck.whole(2, 8); i > 0; --i) {
                islands.parts.push_back(
                    {box_ring(x + (width + 300) * i, y + 1000 * luck.whole(0, 20), width,
                              luck.chance(0.5) ? height : 400),
                     {}});
            }
            return islands;
        }
        default:
            return box(x, y, width, height);
    }
}

/// Cells of a map and whom they belong to.
struct Cells {
    std::vector<geo::Point> at;
    std::vector<std::size_t> region, subregion;

    std::size_t nearest(geo::Point p, const std::vector<std::size_t>& among) const
    {
        std::size_t best = among.front();
        for (const std::size_t i : among) {
            if (geo::squared_distance(p, at[i]) < geo::squared_distance(p, at[best])) best = i;
        }
        return best;
    }
};

class Drawing {
public:
    Drawing(Luck& luck, int most_regions) : luck_(luck), most_regions_(most_regions) {}

    RandomCountry run()
    {
        land_ = random_land(luck_);
        scatter_cells();
        join_cells();
        draw_shapes();
        add_slivers();
        name_places();
        settle();
        people();
        add_random_centres(luck_, country_);
        return std::move(country_);
    }

private:
    void scatter_cells()
    {
        regions_ = static_cast<std::size_t>(luck_.spread_whole(1, most_regions_));
        const auto wanted = regions_ * static_cast<std::size_t>(luck_.whole(1, 6));
        const auto bounds = geo::bounds(land_);
        std::set<std::pair<double, double>> taken;
        for (int tries = 0; cells_.at.size() < wanted && tries < 100000; ++tries) {
            const geo::Point p{std::floor(luck_.real(bounds.min_x + 1, bounds.max_x)),
                               std::floor(luck_.real(bounds.min_y + 1, bounds.max_y))};
            if (!geo::contains(land_, p) || !taken.insert({p.x, p.y}).second) continue;
            cells_.at.push_back(p);
        }
        regions_ = std::min(regions_, cells_.at.size());
    }

    /// Regions grow around the first cells, subregions around the first cells of a region.
    void join_cells()
    {
        std::vector<std::size_t> seeds(regions_);
        std::iota(seeds.begin(), seeds.end(), 0);
        for (const auto p : cells_.at)
            cells_.region.push_back(cells_.nearest(p, seeds));
        if (luck_.chance(0.5)) give_away_cells();
        std::vector<std::vector<std::size_t>> of_region(regions_);
        for (std::size_t i = 0; i < cells_.at.size(); ++i)
            of_region[cells_.region[i]].push_back(i);
        cells_.subregion.resize(cells_.at.size());
        const int most = luck_.one_of(std::vector{1, 2, 3, 3, 12});
        for (const auto& own : of_region) {
            const int count = luck_.whole(1, std::min(most, static_cast<int>(own.size())));
            const std::vector<std::size_t> sub_seeds(own.begin(), own.begin() + count);
            for (const std::size_t i : own)
                cells_.subregion[i] = cells_.nearest(cells_.at[i], sub_seeds);
        }
        std::set<std::size_t> distinct(cells_.subregion.begin(), cells_.subregion.end());
        sub_seeds_.assign(distinct.begin(), distinct.end());
        luck_.shuffle(sub_seeds_);
    }

    /// Enclaves: cells inside one region that belong to another.
    void give_away_cells()
    {
        if (regions_ < 2) return;
        const auto given = luck_.whole(1, 1 + static_cast<int>(cells_.at.size() / 10));
        for (int k = 0; k < given; ++k) {
            const auto i = luck_.index(cells_.at.size());
            if (i >= regions_) cells_.region[i] = luck_.index(regions_);
        }
    }

    /// The cells of each group as one shape, by group.
    std::map<std::size_t, geo::MultiPolygon> shapes_of(const std::vector<std::size_t>& group) const
    {
        std::vector<std::string> codes;
        for (const std::size_t g : group)
            codes.push_back(fmt::format("{}", g));
        std::map<std::size_t, geo::MultiPolygon> shapes;
        for (auto& area : geo::io::voronoi_areas(cells_.at, codes, land_))
            shapes[std::stoul(area.code)] = std::move(area.shape);
        return shapes;
    }

    void draw_shapes()
    {
        auto& world = country_.world;
        const auto regions = shapes_of(cells_.region), subregions = shapes_of(cells_.subregion);
        for (std::size_t r = 0; r < regions_; ++r) {
            world.regions.push_back({"", "", regions.at(r)});
            for (const auto& part : regions.at(r).parts)
                country_.traits.enclaves |= !part.holes.empty();
            country_.traits.islands |= regions.at(r).parts.size() > 1;
        }
        for (const std::size_t seed : sub_seeds_) {
            world.subregions.push_back(
                {"", "", RegionId::at(cells_.region[seed]), subregions.at(seed), 0, 0});
        }
    }

    /// Regions of next to no area, off the coast, each with a settlement at a corner.
    void add_slivers()
    {
        if (!luck_.chance(0.25)) return;
        country_.traits.slivers = true;
        auto& world = country_.world;
        const auto bounds = geo::bounds(land_);
        const double x = bounds.max_x + 5000.5;
        for (int i = luck_.whole(1, 3); i > 0; --i) {
            const double y = bounds.min_y + 5000.0 * i + 0.5;
            geo::Ring ring{{x, y}, {x + 1000, y + 0.001}, {x + 2000, y}};
            if (i == 2) ring = {{x, y}, {x + 0.01, y}, {x, y + 0.01}};
            if (i == 3) ring = {{x, y}, {x + 90000, y}, {x + 90000, y + 1e-6}, {x, y + 1e-6}};
            const auto r = world.regions.push_back({"", "", shape(ring)});
            const auto s = world.subregions.push_back({"", "", r, shape(ring), 0, 0});
            add_settlement({x, y}, s);
        }
    }

    void name_places()
    {
        auto& world = country_.world;
        const auto regions = random_codes(luck_, world.regions.size());
        const auto subregions = random_codes(luck_, world.subregions.size());
        for (const RegionId r : world.regions.ids()) {
            world.regions[r].code = regions[r.index()];
            world.regions[r].name = random_name(luck_);
        }
        const bool features = luck_.chance(0.5);
        for (const SubregionId s : world.subregions.ids()) {
            auto& sub = world.subregions[s];
            sub.code = subregions[s.index()];
            sub.name = random_name(luck_);
            if (!features) continue;
            sub.amenity = luck_.whole(-4, 4) / 4.0;
            sub.housing = luck_.whole(0, 8) / 4.0;
            sub.own_table = luck_.chance(0.3);
        }
    }

    void add_settlement(geo::Point at, SubregionId s)
    {
        mgz::Settlement settlement;
        settlement.at = at;
        settlement.subregion = s;
        settlement.region = country_.world.subregions[s].region;
        settlements_.push_back(settlement);
    }

    /// At the cells and near them, where no other cell is as near.
    void settle()
    {
        std::map<std::size_t, SubregionId> id_of;
        for (std::size_t k = 0; k < sub_seeds_.size(); ++k)
            id_of[sub_seeds_[k]] = SubregionId::at(k);
        std::vector<std::size_t> all(cells_.at.size());
        std::iota(all.begin(), all.end(), 0);
        const double filled = luck_.one_of(std::vector{0.3, 0.8, 1.0});
        for (const std::size_t i : all) {
            const auto sub = id_of.at(cells_.subregion[i]);
            if (i < regions_ || luck_.chance(filled)) add_settlement(cells_.at[i], sub);
            if (!luck_.chance(0.3)) continue;
            const geo::Point p{cells_.at[i].x + luck_.whole(-900, 900),
                               cells_.at[i].y + luck_.whole(-900, 900)};
            if (geo::contains(land_, p) && cells_.nearest(p, all) == i) add_settlement(p, sub);
        }
        if (luck_.chance(0.3)) double_settlements();
        if (luck_.chance(0.2)) settle_on_borders();
    }

    void double_settlements()
    {
        country_.traits.duplicates = true;
        for (int k = luck_.whole(1, 20); k > 0; --k) {
            auto copy = settlements_[luck_.index(settlements_.size())];
            settlements_.push_back(copy);
        }
    }

    void settle_on_borders()
    {
        country_.traits.borders = true;
        const auto& world = country_.world;
        for (int k = luck_.whole(1, 10); k > 0; --k) {
            const auto s = SubregionId::at(luck_.index(sub_seeds_.size()));
            const auto& ring = luck_.one_of(world.subregions[s].shape.parts).outer;
            const auto p = luck_.one_of(ring);
            add_settlement({std::floor(p.x), std::floor(p.y)}, s);
        }
    }

    double random_people()
    {
        switch (size_of_places_) {
            case 0:
                return luck_.whole(0, 3);
            case 1:
                return std::floor(luck_.spread(1, 1e8));
            default:
                return std::floor(luck_.spread(1, 20000));
        }
    }

    /// Settlements get a code, a province, a municipality and inhabitants.
    void people()
    {
        luck_.shuffle(settlements_);
        auto& world = country_.world;
        const auto provinces = random_codes(luck_, static_cast<std::size_t>(luck_.whole(0, 12)));
        for (const auto& province : provinces) {
            world.provinces.push_back(province);
            country_.students[province] = luck_.whole(50, 2000);
        }
        const bool students = luck_.chance(0.7);
        if (!students) country_.students.clear();
        const auto municipalities = random_codes(luck_, 1 + settlements_.size() / 5);
        const auto codes = random_codes(luck_, settlements_.size());
        const double deserted = luck_.one_of(std::vector{0.0, 0.2, 0.9});
        const int empty_group = luck_.whole(-5, 4);
        size_of_places_ = luck_.whole(0, 4);
        for (std::size_t i = 0; i < settlements_.size(); ++i) {
            auto& s = settlements_[i];
            s.code = codes[i];
            s.name = random_name(luck_);
            if (luck_.chance(0.9)) s.municipality = luck_.one_of(municipalities);
            if (!provinces.empty() && luck_.chance(0.9)) {
                s.province = mgz::ProvinceId::at(luck_.index(provinces.size()));
                if (students)
                    s.inhabitants_per_student = country_.students.at(world.provinces[s.province]);
            }
            if (!luck_.chance(deserted)) {
                for (double& group : s.population)
                    group = random_people();
            }
            if (empty_group >= 0) s.population[static_cast<std::size_t>(empty_group)] = 0;
            world.settlements.push_back(s);
        }
        drop_unused_provinces();
        people_every_region();
    }

    /// A file knows no province but those of its settlements.
    void drop_unused_provinces()
    {
        auto& world = country_.world;
        std::map<std::string, mgz::ProvinceId> used;
        for (const auto& s : world.settlements) {
            if (!s.province.none()) used[world.provinces[s.province]] = {};
        }
        const auto all = std::exchange(world.provinces, {});
        for (auto& [name, id] : used)
            id = world.provinces.push_back(name);
        for (auto& s : world.settlements) {
            if (!s.province.none()) s.province = used.at(all[s.province]);
        }
    }

    void people_every_region()
    {
        auto& world = country_.world;
        std::vector<double> region(world.regions.size(), 0), sub(world.subregions.size(), 0);
        for (auto& s : world.settlements) {
            region[s.region.index()] += s.inhabitants();
            sub[s.subregion.index()] += s.inhabitants();
        }
        for (auto& s : world.settlements) {
            if (region[s.region.index()] > 0) continue;
            s.population[1] = luck_.whole(1, 3);
            region[s.region.index()] += s.inhabitants();
            sub[s.subregion.index()] += s.inhabitants();
        }
        country_.traits.unpeopled = std::find(sub.begin(), sub.end(), 0.0) != sub.end();
    }

    Luck& luck_;
    int most_regions_;
    RandomCountry country_;
    geo::MultiPolygon land_;
    std::size_t regions_ = 0;
    Cells cells_;
    std::vector<std::size_t> sub_seeds_;  ///< the first cell of each subregion, by its id
    std::vector<mgz::Settlement> settlements_;
    int size_of_places_ = 0;
};

}  // namespace

RandomCountry random_country(Luck& luck, int most_regions)
{
    return Drawing(luck, most_regions).run();
}

}  // namespace support
