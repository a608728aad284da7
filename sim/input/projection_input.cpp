// SPDX-License-Identifier: EUPL-1.2
// A user's own projection of the population by zone, year and age.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/input/check_figures.h"
#include "sim/input/world_input.h"
#include "sim/input/zones_input.h"

namespace mgz {

using geo::InputError;
namespace io = geo::io;

namespace {

class ProjectionReader {
public:
    ProjectionReader(const PopulationSource& source, World& world) : source_(source), world_(world)
    {
    }

    void read(InputReport& report)
    {
        io::Source request;
        request.where = source_.where;
        request.columns = {source_.code, source_.year};
        request.columns.insert(request.columns.end(), source_.ages.begin(), source_.ages.end());
        request.kind = io::GeometryKind::none;
        const auto features = io::read_layer(request).layer.features;

        std::set<std::string> codes;
        for (const auto& f : features)
            codes.insert(io::text(f.values[0]));
        zones_ = zones_named(world_, codes, source_.where);
        for (std::size_t row = 0; row < features.size(); ++row)
            years_[year_of(features[row], row)] = 0;
        number_years();
        check_rows(features.size());
        people_.resize(zones_.codes.size() * years_.size());
        for (std::size_t row = 0; row < features.size(); ++row)
            read_row(features[row], row);
        make(report);
    }

private:
    struct Row {
        AgeGroups people{};
        std::size_t row = 0;
    };

    int year_of(const io::Feature& f, std::size_t row) const
    {
        const auto place = io::place_of(source_.where, row);
        const double year = io::number(f.values[1], place, source_.year);
        if (year != std::floor(year) || year < 1900 || year > 2200) {
            throw InputError(fmt::format("{}, column '{}'", place, source_.year),
                             fmt::format("the year is {}", year),
                             "give a whole year between 1900 and 2200");
        }
        return static_cast<int>(year);
    }

    /// Of very many zones and years: said before memory for all of them is asked for.
    void check_rows(std::size_t rows) const
    {
        constexpr std::size_t many = 1'000'000;
        const std::size_t wanted = zones_.codes.size() * years_.size();
        if (wanted <= many || rows >= wanted) return;
        throw InputError(source_.where,
                         fmt::format("has {} rows for {} {} in {} years", rows, zones_.codes.size(),
                                     zones_.kinds, years_.size()),
                         fmt::format("give every {} in each of the years", zones_.kind));
    }

    /// Years in order, each with its number.
    void number_years()
    {
        std::size_t number = 0;
        for (auto& [year, at] : years_)
            at = number++;
        if (years_.contains(population_year)) return;
        throw InputError(
            source_.where,
            fmt::format("has no year {}, of which the settlements' figures are", population_year),
            "growth is measured from that year: give it too");
    }

    void read_row(const io::Feature& f, std::size_t row)
    {
        const auto place = io::place_of(source_.where, row);
        const auto code = io::text(f.values[0]);
        const auto zone = zone_of(zones_, code, {source_.where, row, source_.code});
        Row read;
        read.row = row;
        for (std::size_t g = 0; g < age_group_count; ++g) {
            const auto& column = source_.ages[g];
            read.people[g] = io::number(f.values[2 + g], place, column);
            if (read.people[g] < 0) {
                throw InputError(fmt::format("{}, column '{}'", place, column),
                                 fmt::format("population is {}", read.people[g]), "give 0 or more");
            }
            within(read.people[g], 0, limits::population,
                   fmt::format("{}, column '{}'", place, column), "population");
        }
        if (zone == Zones::nowhere) return;
        const int year = year_of(f, row);
        auto& kept = people_[zone * years_.size() + years_.at(year)];
        if (kept) {
            throw InputError(place,
                             fmt::format("{} \"{}\" in {} stands twice", zones_.kind, code, year),
                             "give each once");
        }
        kept = read;
    }

    const Row& people(std::size_t zone, int year) const
    {
        const auto& found = people_[zone * years_.size() + years_.at(year)];
        if (found) return *found;
        throw InputError(
            source_.where,
            fmt::format("has no row for {} \"{}\" in {}", zones_.kind, zones_.codes[zone], year),
            fmt::format("give every {} with settlements in each of the years", zones_.kind));
    }

    /// How many times the people of the base year; as many where there never was anybody.
    double ratio(std::size_t zone, int year, std::size_t group) const
    {
        const auto& then = people(zone, year);
        const double base = people(zone, population_year).people[group];
        if (base > 0) return then.people[group] / base;
        if (then.people[group] == 0) return 1;
        throw InputError(
            fmt::format("{}, column '{}'", io::place_of(source_.where, then.row),
                        source_.ages[group]),
            fmt::format("population is {} and was 0 in {}", then.people[group], population_year),
            "nobody cannot grow: give a base above 0, or larger zones");
    }

    void make(InputReport& report)
    {
        std::vector<int> years;
        for (const auto& [year, at] : years_)
            years.push_back(year);
        std::vector<AgeGroups> ratios;
        for (std::size_t zone = 0; zone < zones_.codes.size(); ++zone) {
            for (const int year : years) {
                AgeGroups of_year{};
                for (std::size_t g = 0; g < age_group_count; ++g)
                    of_year[g] = ratio(zone, year, g);
                ratios.push_back(of_year);
            }
        }
        report.remarks.push_back(fmt::format("population is projected for {} {}, {} to {}",
                                             zones_.codes.size(), zones_.kinds, years.front(),
                                             years.back()));
        world_.projection = Projection(zones_.of, std::move(years), std::move(ratios));
    }

    const PopulationSource& source_;
    World& world_;
    Zones zones_;
    std::map<int, std::size_t> years_;        // with their number, in order
    std::vector<std::optional<Row>> people_;  // [zone][year]
};

}  // namespace

void read_projection(const Scenario& scenario, World& world, InputReport& report)
{
    const auto& source = scenario.inputs.population;
    if (source.where.empty() || source.where == "none") return;
    ProjectionReader(source, world).read(report);
}

}  // namespace mgz
