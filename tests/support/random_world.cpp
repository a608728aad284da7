// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/random_world.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "geo/io/layer_io.h"
#include "sim/world/employer_synthesis.h"
#include "tests/support/geo_shapes.h"
#include "tests/support/zones.h"

namespace support {

namespace io = geo::io;
using mgz::World;

RandomWorld::RandomWorld(std::uint32_t number, int most_regions) : seed(number)
{
    Luck luck(seed);
    auto country = random_country(luck, most_regions);
    world = std::move(country.world);
    traits = country.traits;
    students = std::move(country.students);
    auto drawn = random_scenario(luck, world);
    scenario = std::move(drawn.scenario);
    policy = drawn.policy;
    if (world.subregions.size() <= 60 && luck.chance(0.2)) {
        traits.travel = true;
        add_travel_by_subregion(world, [&](std::size_t, std::size_t) { return luck.real(0.9, 5); });
    }
    traits.own_employers = luck.chance(0.5);
    if (traits.own_employers) {
        sizes = add_random_employers(luck, world);
    } else {
        synthesise_employers(world, scenario.world, scenario.need);
    }
}

namespace {

io::Layer region_layer(const World& world)
{
    io::Layer layer{"regions", io::GeometryKind::polygon, {{"code"}, {"name"}}, {}};
    for (const auto& region : world.regions)
        layer.features.push_back({region.shape, {region.code, region.name}});
    return layer;
}

io::Layer subregion_layer(const World& world)
{
    using Type = io::ColumnType;
    io::Layer layer{"subregions",
                    io::GeometryKind::polygon,
                    {{"code"},
                     {"name"},
                     {"region"},
                     {"amenity", Type::real},
                     {"housing", Type::real},
                     {"own_table", Type::integer}},
                    {}};
    for (const auto& s : world.subregions) {
        layer.features.push_back({s.shape,
                                  {s.code, s.name, world.regions[s.region].code, s.amenity,
                                   s.housing, static_cast<long long>(s.own_table)}});
    }
    return layer;
}

io::Layer settlement_layer(const World& world, const mgz::SettlementSource& source)
{
    io::Layer layer{"settlements", io::GeometryKind::point, {{"code"}, {"name"}}, {}};
    for (const auto& column : source.population)
        layer.columns.push_back({column, io::ColumnType::integer});
    layer.columns.push_back({"province"});
    layer.columns.push_back({"muni"});
    for (const auto& s : world.settlements) {
        std::vector<io::Value> values{s.code, s.name};
        for (const double people : s.population)
            values.emplace_back(static_cast<long long>(people));
        values.emplace_back(s.province.none() ? "" : world.provinces[s.province]);
        values.emplace_back(s.municipality);
        layer.features.push_back({s.at, std::move(values)});
    }
    return layer;
}

io::Value year_or_null(std::optional<int> year)
{
    return year ? io::Value(static_cast<long long>(*year)) : io::Value();
}

io::Layer centre_layer(const World& world)
{
    using Type = io::ColumnType;
    io::Layer layer{"centres",
                    io::GeometryKind::point,
                    {{"code"},
                     {"name"},
                     {"prof"},
                     {"share", Type::real},
                     {"parent"},
                     {"from_year", Type::integer},
                     {"to_year", Type::integer}},
                    {}};
    for (const auto& c : world.centres) {
        layer.features.push_back({c.at,
                                  {c.code, c.name, std::string(name_of(c.profession)), c.share,
                                   c.parent, year_or_null(c.from_year), year_or_null(c.to_year)}});
    }
    return layer;
}

io::Layer employer_layer(const World& world, const std::vector<double>& sizes)
{
    using Type = io::ColumnType;
    io::Layer layer{"employers",
                    io::GeometryKind::point,
                    {{"code"}, {"kind"}, {"size", Type::real}, {"owners", Type::integer}},
                    {}};
    for (const mgz::EmployerId id : world.employers.ids()) {
        const auto& e = world.employers[id];
        layer.features.push_back({world.settlements[e.at].at,
                                  {e.code, std::string(name_of(e.kind)), sizes[id.index()],
                                   static_cast<long long>(e.owner_seats)}});
    }
    return layer;
}

/// RFC 4180, every text in quotes.
std::string csv_text(const io::Layer& layer)
{
    std::ostringstream text;
    for (const auto& column : layer.columns)
        text << column.name << ',';
    text << "x_rd,y_rd\n";
    for (const auto& feature : layer.features) {
        for (const auto& value : feature.values) {
            const bool quoted = std::holds_alternative<std::string>(value);
            if (quoted) text << '"';
            for (const char c : io::text(value))
                text << (c == '"' ? "\"\"" : std::string(1, c));
            text << (quoted ? "\"," : ",");
        }
        const auto at = std::get<geo::Point>(feature.geometry);
        text << fmt::format("{},{}\n", at.x, at.y);
    }
    return text.str();
}

class Writer {
public:
    Writer(Luck& luck, std::string folder) : luck_(luck), folder_(std::move(folder)) {}

    /// Returns its path, "file|layer" for one of several.
    std::string write(io::Layer layer, const std::vector<std::string>& formats)
    {
        luck_.shuffle(layer.features);
        const std::string format = luck_.one_of(formats);
        if (format == "csv") return save(layer.name + ".csv", csv_text(layer));
        if (format == "shp") {
            for (const auto& file : io::make_shapefile(layer))
                save(file.name, file.bytes);
            return folder_ + "/" + layer.name + ".shp";
        }
        if (format == "geojson") {
            exact_ = false;
            return save(layer.name + ".geojson", io::make_geojson(layer));
        }
        const io::Layer other{"other", io::GeometryKind::none, {{"code"}}, {}};
        const std::vector<io::Layer> layers{layer, other};
        return save(layer.name + ".gpkg", io::make_gpkg(layers, {})) + "|" + layer.name;
    }

    std::string save(const std::string& name, std::string_view text) const
    {
        const std::string path = folder_ + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    std::string save(const std::string& name, const io::Bytes& bytes) const
    {
        return save(name,
                    std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    }
    bool exact() const { return exact_; }

private:
    Luck& luck_;
    std::string folder_;
    bool exact_ = true;
};

/// "1 2 3 4", a box as random_scenario.cpp names it, as a layer.
io::Layer area_layer(const std::string& name, const std::string& box)
{
    std::istringstream in(box);
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    in >> x0 >> y0 >> x1 >> y1;
    return {name,
            io::GeometryKind::polygon,
            {{"code"}},
            {{support::box(x0, y0, x1 - x0, y1 - y0), {"a"}}}};
}

}  // namespace

WrittenWorld write_world(const RandomWorld& random, const std::string& folder)
{
    Luck luck(random.seed + 1'000'000'007ULL);
    Writer writer(luck, folder);
    WrittenWorld written{random.scenario, false};
    auto& s = written.scenario;
    const std::vector<std::string> of_polygons{"gpkg", "shp", "geojson"}, of_points{"gpkg", "csv"};
    s.geography.regions.where = writer.write(region_layer(random.world), of_polygons);
    s.geography.subregions.where = writer.write(subregion_layer(random.world), of_polygons);
    s.geography.settlements.where = writer.write(
        settlement_layer(random.world, s.geography.settlements), {"gpkg", "csv", "shp"});
    s.inputs.training_centres = writer.write(centre_layer(random.world), of_points);
    s.inputs.student_origins = "none";
    if (!random.students.empty()) {
        std::string text = "province,inhabitants_per_student\n";
        for (const auto& [province, number] : random.students) {
            std::string name;
            for (const char c : province)
                name += c == '"' ? "\"\"" : std::string(1, c);
            text += fmt::format("\"{}\",{}\n", name, number);
        }
        s.inputs.student_origins = writer.save("students.csv", text);
    }
    if (random.traits.own_employers)
        s.inputs.employers = writer.write(employer_layer(random.world, random.sizes), of_points);
    for (std::size_t i = 0; i < s.interventions.size(); ++i) {
        auto& area = s.interventions[i].area;
        if (area.empty()) continue;
        const auto name = fmt::format("area{}", i);
        area = writer.write(area_layer(name, area), {"gpkg", "shp"});
    }
    written.exact = writer.exact();
    return written;
}

}  // namespace support
