// SPDX-License-Identifier: EUPL-1.2
// A user's own table of travel between zones.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "geo/text.h"
#include "sim/input/check_figures.h"
#include "sim/input/world_input.h"
#include "sim/input/zones_input.h"

namespace mgz {

using geo::InputError;
namespace io = geo::io;

namespace {

/// Roads are never this much shorter than the crow flies; a little, because inhabitants' centres
/// are not where the user measured.
constexpr double least_factor = 0.9;
/// More is a mistake in the unit, or of places.
constexpr double most_factor = 20;

class TravelReader {
public:
    TravelReader(const TravelSource& source, World& world) : source_(source), world_(world) {}

    void read(InputReport& report)
    {
        const auto features = io::read_layer(request()).layer.features;
        choose_zones(features);
        check_rows(features.size());
        km_.assign(count() * count(), unknown);
        for (std::size_t row = 0; row < features.size(); ++row)
            read_row(features[row], row);
        world_.roads.factors = geo::ZoneFactors(count(), factors());
        world_.roads.zone = zones_.of;
        report.remarks.push_back(
            fmt::format("travel between {} {} is {:.2f} times the crow-fly distance, on average",
                        count(), zones_.kinds, mean_factor_));
    }

private:
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::size_t count() const { return zones_.codes.size(); }

    io::Source request()
    {
        const auto names = io::column_names(source_.where);
        const auto has = [&](const std::string& wanted) {
            return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                return geo::lower(name) == geo::lower(wanted);
            });
        };
        in_minutes_ = !has(source_.km);
        if (in_minutes_ && !has(source_.minutes)) {
            throw InputError(
                source_.where,
                fmt::format("has neither a column '{}' nor '{}'", source_.km, source_.minutes),
                fmt::format("it has {}; give km or minutes of travel", geo::joined(names)));
        }
        io::Source request;
        request.where = source_.where;
        request.columns = {source_.from, source_.to, in_minutes_ ? source_.minutes : source_.km};
        request.kind = io::GeometryKind::none;
        return request;
    }

    void choose_zones(const std::vector<io::Feature>& features)
    {
        std::set<std::string> codes;
        for (const auto& f : features) {
            codes.insert(io::text(f.values[0]));
            codes.insert(io::text(f.values[1]));
        }
        zones_ = zones_named(world_, codes, source_.where);
        check_count(zones_.codes.size(), limits::travel_zones, source_.where, zones_.kinds);
        std::vector<std::uint32_t> groups;
        for (const auto zone : zones_.of)
            groups.push_back(zone);
        centres_ = population_centres(world_, count(), groups);
    }

    /// Of very many zones: said before memory for all pairs is asked for.
    void check_rows(std::size_t rows) const
    {
        constexpr std::size_t many = 3000;
        if (count() <= many || rows >= count() * (count() - 1) / 2) return;
        throw InputError(source_.where,
                         fmt::format("has {} rows for {} {}", rows, count(), zones_.kinds),
                         "give every pair, or use larger zones");
    }

    void read_row(const io::Feature& f, std::size_t row)
    {
        const auto& where = source_.where;
        const auto a = zone_of(zones_, io::text(f.values[0]), {where, row, source_.from});
        const auto b = zone_of(zones_, io::text(f.values[1]), {where, row, source_.to});
        const double km = kilometres(f.values[2], row);
        if (a == b || a == Zones::nowhere || b == Zones::nowhere) return;  // within: the detour
        check(a, b, km, row);
        auto& kept = km_[a * count() + b];
        if (!std::isnan(kept)) {
            throw InputError(io::place_of(where, row), fmt::format("{} stands twice", pair(a, b)),
                             "give each pair once in a direction");
        }
        kept = km;
    }

    double kilometres(const io::Value& value, std::size_t row) const
    {
        const auto place = io::place_of(source_.where, row);
        const auto& column = in_minutes_ ? source_.minutes : source_.km;
        const double given = io::number(value, place, column);
        if (given < 0) {
            throw InputError(fmt::format("{}, column '{}'", place, column),
                             fmt::format("travel is {}", given), "give 0 or more");
        }
        return in_minutes_ ? given / 60 * source_.speed : given;
    }

    double crow_km(std::uint32_t a, std::uint32_t b) const
    {
        return geo::distance(centres_[a], centres_[b]) * 1e-3;
    }

    void check(std::uint32_t a, std::uint32_t b, double km, std::size_t row) const
    {
        const double crow = crow_km(a, b);
        if (!(crow > 0) || (km >= least_factor * crow && km <= most_factor * crow)) return;
        throw InputError(
            io::place_of(source_.where, row),
            fmt::format("{} is {:.1f} km{}, and the crow flies {:.1f} km between their inhabitants",
                        pair(a, b), km,
                        in_minutes_ ? fmt::format(" at {} km/h", source_.speed) : "", crow),
            fmt::format("give {:.1f} to {:.0f} km of road{}", least_factor * crow,
                        most_factor * crow, in_minutes_ ? ", or change inputs.travel_speed" : ""));
    }

    std::string pair(std::uint32_t a, std::uint32_t b) const
    {
        return fmt::format("from \"{}\" to \"{}\"", zones_.codes[a], zones_.codes[b]);
    }

    /// One direction stands for both; of two the mean, because who travels comes back.
    std::vector<double> factors()
    {
        std::vector<double> factors(count() * count(), world_.detour);
        double sum = 0;
        for (std::uint32_t a = 0; a < count(); ++a) {
            for (std::uint32_t b = a + 1; b < count(); ++b) {
                const double there = km_[a * count() + b], back = km_[b * count() + a];
                if (std::isnan(there) && std::isnan(back)) missing(a, b);
                const double km = std::isnan(there)  ? back
                                  : std::isnan(back) ? there
                                                     : there + (back - there) / 2;
                const double factor = factor_of(km, crow_km(a, b));
                factors[a * count() + b] = factors[b * count() + a] = factor;
                sum += factor;
            }
        }
        const double pairs = 0.5 * static_cast<double>(count()) * static_cast<double>(count() - 1);
        mean_factor_ = pairs > 0 ? sum / pairs : world_.detour;
        return factors;
    }

    /// What only rounding keeps from the detour is the detour: a table of crow-fly distances times
    /// it then changes nothing at all.
    double factor_of(double km, double crow) const
    {
        constexpr double rounding = 1e-12;
        if (!(crow > 0)) return world_.detour;
        const double factor = km / crow;
        return std::abs(factor - world_.detour) <= rounding * factor ? world_.detour : factor;
    }

    [[noreturn]] void missing(std::uint32_t a, std::uint32_t b) const
    {
        throw InputError(source_.where, fmt::format("has no row for {} or back", pair(a, b)),
                         fmt::format("give every pair of {} with settlements, in one direction or "
                                     "in both",
                                     zones_.kinds));
    }

    const TravelSource& source_;
    World& world_;
    bool in_minutes_ = false;
    Zones zones_;
    std::vector<geo::Point> centres_;  // of the inhabitants of each zone
    std::vector<double> km_;           // [from][to]; NaN where no row was
    double mean_factor_ = 1;
};

}  // namespace

void read_travel(const Scenario& scenario, World& world, InputReport& report)
{
    const auto& source = scenario.inputs.travel;
    if (source.where.empty() || source.where == "none") return;
    TravelReader(source, world).read(report);
}

}  // namespace mgz
