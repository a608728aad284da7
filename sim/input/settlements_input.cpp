// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "geo/box_grid.h"
#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/input/check_figures.h"
#include "sim/input/world_input.h"

namespace mgz {

using geo::InputError;
namespace io = geo::io;

namespace {

/// Which of several polygons a point lies in, or lies nearest to.
class Finder {
public:
    /// \param areas have a shape, and outlive this
    template <class Areas>
    explicit Finder(const Areas& areas)
    {
        for (const auto& area : areas) {
            shapes_.push_back(&area.shape);
            boxes_.push_back(geo::bounds(area.shape));
        }
        grid_ = geo::BoxGrid(boxes_);
    }

    std::optional<std::size_t> containing(geo::Point p) const
    {
        for (const std::size_t i : grid_.near(p)) {
            if (beside(boxes_[i], p) == 0 && geo::contains(*shapes_[i], p)) return i;
        }
        return std::nullopt;
    }

    struct Nearest {
        std::size_t index = 0;
        double metres = std::numeric_limits<double>::infinity();
    };
    template <class Allowed>
    Nearest nearest(geo::Point p, Allowed allowed) const
    {
        Nearest best;
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            // A little room for rounding: what is as near must be looked at.
            if (!allowed(i) || beside(boxes_[i], p) > best.metres * 1.000001) continue;
            const double metres = geo::distance_to_edge(*shapes_[i], p);
            if (metres < best.metres) best = {i, metres};
        }
        return best;
    }

private:
    /// Metres from a point to a box; 0 inside.
    static double beside(const geo::Box& b, geo::Point p)
    {
        return std::hypot(std::max({b.min_x - p.x, p.x - b.max_x, 0.0}),
                          std::max({b.min_y - p.y, p.y - b.max_y, 0.0}));
    }

    std::vector<const geo::MultiPolygon*> shapes_;
    std::vector<geo::Box> boxes_;
    geo::BoxGrid grid_{{}};
};

/// Gives settlements their region and subregion.
class Join {
public:
    Join(const Scenario& scenario, const World& world, InputReport& report)
        : geography_(scenario.geography),
          world_(world),
          report_(report),
          regions_(world.regions),
          subregions_(world.subregions)
    {
    }

    void place(Settlement& s)
    {
        auto region = regions_.containing(s.at);
        if (!region) {
            const auto near = regions_.nearest(s.at, [](std::size_t) { return true; });
            if (near.metres > geography_.snap_m) {
                throw InputError(
                    fmt::format("{}, settlement {}", geography_.settlements.where, s.code),
                    fmt::format("lies {:.0f} m from the nearest region ({})", near.metres,
                                world_.regions[RegionId::at(near.index)].code),
                    fmt::format("move it, or raise geography.snap_m ({:.0f})", geography_.snap_m));
            }
            region = near.index;
            ++report_.snapped;
        }
        s.region = RegionId::at(*region);
        const auto inside = [&](std::size_t i) {
            return world_.subregions[SubregionId::at(i)].region == s.region;
        };
        auto sub = subregions_.containing(s.at);
        // Boundaries of two sources never agree to the metre: the region decides.
        if (!sub || !inside(*sub)) sub = subregions_.nearest(s.at, inside).index;
        s.subregion = SubregionId::at(*sub);
    }

private:
    const Geography& geography_;
    const World& world_;
    InputReport& report_;
    Finder regions_, subregions_;
};

}  // namespace

/// Inhabitants per student by province; empty when there is no such table.
static std::map<std::string, double> student_origins(const std::string& where)
{
    std::map<std::string, double> table;
    if (where.empty() || where == "none") return table;
    io::Source request;
    request.where = where;
    request.columns = {"province", "inhabitants_per_student"};
    request.kind = io::GeometryKind::none;
    for (const auto& row : io::read_layer(request).layer.features) {
        const auto province = io::text(row.values[0]);
        const auto place = fmt::format("{}, province {}", where, province);
        const double value = io::number(row.values[1], place, "inhabitants_per_student");
        if (!(value > 0)) {
            throw InputError(place, fmt::format("inhabitants_per_student is {}", value),
                             "give more than 0");
        }
        within(value, 1, limits::population, place, "inhabitants_per_student");
        table[province] = value;
    }
    return table;
}

static Settlement settlement_of(const io::Feature& f, const SettlementSource& source)
{
    Settlement s;
    s.code = io::text(f.values[0]);
    s.name = io::text(f.values[1]);
    s.at = std::get<geo::Point>(f.geometry);
    const auto place = fmt::format("{}, settlement {}", source.where, s.code);
    for (std::size_t g = 0; g < age_group_count; ++g) {
        const auto& column = source.population[g];
        s.population[g] = io::number(f.values[2 + g], place, column);
        if (s.population[g] < 0) {
            throw InputError(fmt::format("{}, column '{}'", place, column),
                             fmt::format("population is {}", s.population[g]), "give 0 or more");
        }
        within(s.population[g], 0, limits::population,
               fmt::format("{}, column '{}'", place, column), "population");
    }
    return s;
}

static void check_people(const World& world, const std::string& where)
{
    IdVector<RegionId, double> people(world.regions.size(), 0.0);
    for (const auto& s : world.settlements)
        people[s.region] += s.inhabitants();
    for (const RegionId r : world.regions.ids()) {
        if (people[r] > 0) continue;
        throw InputError(where, fmt::format("nobody lives in region {}", world.regions[r].code),
                         "every region needs settlements with inhabitants");
    }
}

void read_settlements(const Scenario& scenario, World& world, InputReport& report, std::size_t most)
{
    const auto& source = scenario.geography.settlements;
    io::Source request;
    request.where = source.where;
    request.columns = {source.code, source.name};
    request.columns.insert(request.columns.end(), source.population.begin(),
                           source.population.end());
    request.optional_columns = {source.province, source.municipality};
    request.kind = io::GeometryKind::point;
    auto layer = io::read_layer(request).layer;
    check_count(layer.features.size(), most, source.where, "settlements");

    const std::size_t province_column = 2 + age_group_count;
    std::map<std::string, ProvinceId> provinces;
    for (const auto& f : layer.features) {
        const auto name = io::text(f.values[province_column]);
        if (!name.empty()) provinces[name] = ProvinceId{};
    }
    for (auto& [name, id] : provinces)
        id = world.provinces.push_back(name);

    const auto origins = student_origins(scenario.inputs.student_origins);
    Join join(scenario, world, report);
    std::stable_sort(layer.features.begin(), layer.features.end(),
                     [](const io::Feature& a, const io::Feature& b) {
                         return io::text(a.values[0]) < io::text(b.values[0]);
                     });
    for (const auto& f : layer.features) {
        Settlement s = settlement_of(f, source);
        if (!world.settlements.empty()) {
            const auto& last = world.settlements[SettlementId::at(world.settlements.size() - 1)];
            if (last.code == s.code) {
                throw InputError(source.where,
                                 fmt::format("settlement \"{}\" stands twice", s.code),
                                 "codes must be unique");
            }
        }
        const auto province = io::text(f.values[province_column]);
        if (!province.empty()) s.province = provinces.at(province);
        s.municipality = io::text(f.values[province_column + 1]);
        if (const auto found = origins.find(province); found != origins.end()) {
            s.inhabitants_per_student = found->second;
        }
        join.place(s);
        world.settlements.push_back(std::move(s));
    }
    check_people(world, source.where);
}

}  // namespace mgz
