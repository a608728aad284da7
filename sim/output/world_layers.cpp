// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/world_layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/check.h"
#include "sim/output/csv.h"
#include "sim/scenario/enlarge.h"

namespace mgz {

using geo::io::ColumnType;
using geo::io::GeometryKind;
using geo::io::Layer;
using geo::io::Value;

namespace {

constexpr double gap_m = 50'000;   ///< between copies, at least
constexpr double step_m = 10'000;  ///< copies are whole steps apart

geo::Box extent(const World& world)
{
    constexpr double far = std::numeric_limits<double>::infinity();
    geo::Box all{far, far, -far, -far};
    const auto add = [&all](const geo::Box& box) {
        all = {std::min(all.min_x, box.min_x), std::min(all.min_y, box.min_y),
               std::max(all.max_x, box.max_x), std::max(all.max_y, box.max_y)};
    };
    for (const Region& region : world.regions)
        add(geo::bounds(region.shape));
    for (const Subregion& subregion : world.subregions)
        add(geo::bounds(subregion.shape));
    for (const Settlement& place : world.settlements)
        add({place.at.x, place.at.y, place.at.x, place.at.y});
    for (const TrainingCentre& centre : world.centres)
        add({centre.at.x, centre.at.y, centre.at.x, centre.at.y});
    return all;
}

/// One copy: where it lies and what its places are called.
class Copy {
public:
    Copy(const geo::Box& extent, int number, int copies) : number_(number), copies_(copies)
    {
        const auto step = [](double width) { return std::ceil((width + gap_m) / step_m) * step_m; };
        const int columns = static_cast<int>(std::ceil(std::sqrt(copies)));
        const int column = (number - 1) % columns, row = (number - 1) / columns;
        shift_ = {column * step(extent.max_x - extent.min_x),
                  row * step(extent.max_y - extent.min_y)};
    }

    std::string code(const std::string& code) const
    {
        return code.empty() ? code : copy_code(code, number_, copies_);
    }
    std::string name(const std::string& name) const
    {
        return copies_ == 1 || name.empty() ? name : fmt::format("{} ({})", name, number_);
    }
    geo::Point at(geo::Point p) const { return {p.x + shift_.x, p.y + shift_.y}; }
    geo::MultiPolygon at(geo::MultiPolygon shape) const
    {
        for (geo::Polygon& part : shape.parts) {
            move(part.outer);
            for (geo::Ring& hole : part.holes)
                move(hole);
        }
        return shape;
    }

private:
    void move(geo::Ring& ring) const
    {
        for (geo::Point& p : ring)
            p = at(p);
    }

    int number_, copies_;
    geo::Point shift_;
};

std::vector<Copy> all_copies(const World& world, int copies)
{
    const auto box = extent(world);
    std::vector<Copy> all;
    for (int number = 1; number <= copies; ++number)
        all.emplace_back(box, number, copies);
    return all;
}

Layer region_layer(const World& world, const std::vector<Copy>& copies)
{
    Layer layer{"regions", GeometryKind::polygon, {{"code"}, {"name"}}, {}};
    for (const Copy& copy : copies) {
        for (const Region& r : world.regions)
            layer.features.push_back({copy.at(r.shape), {copy.code(r.code), copy.name(r.name)}});
    }
    return layer;
}

Layer subregion_layer(const World& world, const std::vector<Copy>& copies)
{
    Layer layer{"subregions",
                GeometryKind::polygon,
                {{"code"},
                 {"name"},
                 {"region"},
                 {"amenity", ColumnType::real},
                 {"housing", ColumnType::real},
                 {"own_table", ColumnType::integer}},
                {}};
    for (const Copy& copy : copies) {
        for (const Subregion& s : world.subregions) {
            layer.features.push_back(
                {copy.at(s.shape),
                 {copy.code(s.code), copy.name(s.name), copy.code(world.regions[s.region].code),
                  s.amenity, s.housing, static_cast<long long>(s.own_table)}});
        }
    }
    return layer;
}

Layer settlement_layer(const World& world, const std::vector<Copy>& copies)
{
    Layer layer{
        "settlements", GeometryKind::point, {{"code"}, {"name"}, {"muni"}, {"province"}}, {}};
    for (const char* name : {"pop_0_19", "pop_20_64", "pop_65_74", "pop_75_84", "pop_85p"})
        layer.columns.push_back({name, ColumnType::real});
    for (const Copy& copy : copies) {
        for (const Settlement& s : world.settlements) {
            const auto province = s.province.none() ? "" : world.provinces[s.province];
            std::vector<Value> values{copy.code(s.code), copy.name(s.name),
                                      copy.code(s.municipality), copy.name(province)};
            values.insert(values.end(), s.population.begin(), s.population.end());
            layer.features.push_back({copy.at(s.at), std::move(values)});
        }
    }
    return layer;
}

Value optional_year(const std::optional<int>& year)
{
    if (!year) return {};
    return static_cast<long long>(*year);
}

Layer centre_layer(const World& world, const std::vector<Copy>& copies)
{
    Layer layer{"training_centres",
                GeometryKind::point,
                {{"code"},
                 {"name"},
                 {"prof"},
                 {"parent"},
                 {"share", ColumnType::real},
                 {"from_year", ColumnType::integer},
                 {"to_year", ColumnType::integer}},
                {}};
    for (const Copy& copy : copies) {
        for (const TrainingCentre& c : world.centres) {
            layer.features.push_back(
                {copy.at(c.at),
                 {copy.code(c.code), copy.name(c.name), std::string(name_of(c.profession)),
                  copy.code(c.parent), c.share, optional_year(c.from_year),
                  optional_year(c.to_year)}});
        }
    }
    return layer;
}

}  // namespace

std::vector<Layer> world_layers(const World& world, int copies)
{
    expects(copies >= 1 && copies <= most_copies);
    const auto all = all_copies(world, copies);
    return {region_layer(world, all), subregion_layer(world, all), settlement_layer(world, all),
            centre_layer(world, all)};
}

std::string student_origins_text(const World& world, int copies)
{
    IdVector<ProvinceId, double> of_province(world.provinces.size(), 1.0);
    for (const Settlement& s : world.settlements) {
        if (!s.province.none()) of_province[s.province] = s.inhabitants_per_student;
    }
    std::string text = "province,inhabitants_per_student\n";
    for (const Copy& copy : all_copies(world, copies)) {
        for (const ProvinceId p : world.provinces.ids()) {
            append_field(text, copy.name(world.provinces[p]));
            text += fmt::format(",{}\n", of_province[p]);
        }
    }
    return text;
}

}  // namespace mgz
