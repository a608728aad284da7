// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/input/world_input.h"
#include "sim/input/zones_input.h"

namespace mgz {

using geo::InputError;
namespace io = geo::io;

namespace {

/// Which of several polygons a point lies in, or lies nearest to.
class Finder {
public:
    void add(const geo::MultiPolygon& shape)
    {
        shapes_.push_back(&shape);
        boxes_.push_back(geo::bounds(shape));
    }

    std::optional<std::size_t> containing(geo::Point p) const
    {
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            const auto& b = boxes_[i];
            if (p.x < b.min_x || p.x > b.max_x || p.y < b.min_y || p.y > b.max_y) continue;
            if (geo::contains(*shapes_[i], p)) return i;
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
            if (!allowed(i)) continue;
            const double metres = geo::distance_to_edge(*shapes_[i], p);
            if (metres < best.metres) best = {i, metres};
        }
        return best;
    }

private:
    std::vector<const geo::MultiPolygon*> shapes_;
    std::vector<geo::Box> boxes_;
};

/// Gives settlements their region and subregion.
class Join {
public:
    Join(const Scenario& scenario, const World& world, InputReport& report)
        : geography_(scenario.geography), world_(world), report_(report)
    {
        for (const auto& region : world.regions)
            regions_.add(region.shape);
        for (const auto& sub : world.subregions)
            subregions_.add(sub.shape);
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
        if (!(value >= 1e-6 && value <= most_people)) {
            throw InputError(place, fmt::format("inhabitants_per_student is {}", value),
                             fmt::format("give more than 0, up to {:.0f}", most_people));
        }
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
        check_population(s.population[g], place, column);
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

void read_settlements(const Scenario& scenario, World& world, InputReport& report)
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
