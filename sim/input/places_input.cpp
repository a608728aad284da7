// SPDX-License-Identifier: EUPL-1.2
// Training centres and a user's own employers.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "geo/text.h"
#include "sim/input/check_figures.h"
#include "sim/input/world_input.h"
#include "sim/scenario/series.h"

namespace mgz {

using geo::InputError;
namespace io = geo::io;

/// Of an employer, in whatever unit: of less its share in the sum of all is no number.
static constexpr double least_size = 1e-9;

static int whole_number(const io::Value& value, const std::string& where, const std::string& column,
                        int low, int high)
{
    const double number = io::number(value, where, column);
    if (number == std::floor(number) && number >= low && number <= high)
        return static_cast<int>(number);
    throw InputError(fmt::format("{}, column '{}'", where, column),
                     fmt::format("{} is {}", column, number),
                     fmt::format("give a whole number from {} to {}", low, high));
}

static std::optional<int> optional_year(const io::Value& value, const std::string& where,
                                        const std::string& column)
{
    if (io::text(value).empty()) return std::nullopt;
    return whole_number(value, where, column, first_series_year, last_series_year);
}

static TrainingCentre centre_of(const io::Feature& f, const std::string& where)
{
    TrainingCentre c;
    c.code = io::text(f.values[0]);
    c.name = io::text(f.values[1]);
    const auto place = fmt::format("{}, centre {}", where, c.code);
    const auto profession = profession_named(io::text(f.values[2]));
    if (!profession) {
        throw InputError(place, fmt::format("profession \"{}\" is unknown", io::text(f.values[2])),
                         "give huisarts, so or avg");
    }
    c.profession = *profession;
    c.share = io::number(f.values[3], place, "share");
    within(c.share, 0, limits::size, place, "share");
    c.parent = io::text(f.values[4]);
    c.from_year = optional_year(f.values[5], place, "from_year");
    c.to_year = optional_year(f.values[6], place, "to_year");
    c.at = std::get<geo::Point>(f.geometry);
    return c;
}

static void check_centres(const std::vector<TrainingCentre>& centres, const std::string& where)
{
    std::set<std::string> codes;
    bool any = false;
    for (const auto& c : centres) {
        any = any || c.share > 0;
        if (!codes.insert(c.code).second) {
            throw InputError(where, fmt::format("centre \"{}\" stands twice", c.code),
                             "codes must be unique");
        }
    }
    if (!any) {
        throw InputError(where, "no centre has training places",
                         "give at least one a share above 0");
    }
    for (const auto& c : centres) {
        if (!c.parent.empty() && !codes.contains(c.parent)) {
            throw InputError(fmt::format("{}, centre {}", where, c.code),
                             fmt::format("parent \"{}\" is no centre", c.parent),
                             "give the code of the parent, or leave it empty");
        }
    }
}

void read_training_centres(const Scenario& scenario, World& world)
{
    const auto& where = scenario.inputs.training_centres;
    io::Source request;
    request.where = where;
    request.columns = {"code", "name", "prof", "share"};
    request.optional_columns = {"parent", "from_year", "to_year"};
    request.kind = io::GeometryKind::point;
    std::vector<TrainingCentre> centres;
    const auto layer = io::read_layer(request).layer;
    check_count(layer.features.size(), limits::centres, where, "centres");
    for (const auto& f : layer.features) {
        centres.push_back(centre_of(f, where));
    }
    check_centres(centres, where);
    std::sort(centres.begin(), centres.end(),
              [](const TrainingCentre& a, const TrainingCentre& b) { return a.code < b.code; });
    for (auto& c : centres)
        world.centres.push_back(std::move(c));
}

namespace {

/// Employers of a user's file, checked and scaled to shares of regional need.
class EmployerReader {
public:
    EmployerReader(const std::string& where, World& world, std::size_t most)
        : where_(where), world_(world), most_(most)
    {
    }

    void read()
    {
        io::Source request;
        request.where = where_;
        request.columns = {"code", "kind", "size"};
        request.optional_columns = {"owners"};
        request.kind = io::GeometryKind::point;
        std::vector<Employer> employers;
        std::set<std::string> codes;
        const auto layer = io::read_layer(request).layer;
        check_count(layer.features.size(), most_, where_, "employers");
        for (const auto& f : layer.features) {
            employers.push_back(employer_of(f));
            if (!codes.insert(employers.back().code).second) {
                throw InputError(where_,
                                 fmt::format("employer \"{}\" stands twice", employers.back().code),
                                 "codes must be unique");
            }
        }
        if (employers.empty()) throw InputError(where_, "has no employers", "give at least one");
        std::sort(employers.begin(), employers.end(), [](const Employer& a, const Employer& b) {
            return std::tie(a.kind, a.region, a.share, a.code) <
                   std::tie(b.kind, b.region, b.share, b.code);
        });
        scale(employers);
        for (auto& e : employers)
            world_.employers.push_back(std::move(e));
    }

private:
    Employer employer_of(const io::Feature& f) const
    {
        Employer e;
        e.code = io::text(f.values[0]);
        const auto place = fmt::format("{}, employer {}", where_, e.code);
        const auto kind = io::text(f.values[1]);
        const auto found = std::find(employer_kind_names.begin(), employer_kind_names.end(), kind);
        if (found == employer_kind_names.end()) {
            throw InputError(place, fmt::format("kind \"{}\" is unknown", kind),
                             "give gp_practice, vvt, ghz or small_home");
        }
        e.kind = static_cast<EmployerKind>(found - employer_kind_names.begin());
        e.share = io::number(f.values[2], place, "size");
        if (!(e.share >= least_size)) {
            throw InputError(place, fmt::format("size is {}", e.share), "give more than 0");
        }
        within(e.share, 0, limits::size, place, "size");
        if (e.kind == EmployerKind::gp_practice) {
            const bool given = !io::text(f.values[3]).empty();
            e.owner_seats =
                given ? whole_number(f.values[3], place, "owners", 0, limits::owners) : 1;
        }
        e.at = nearest_settlement(std::get<geo::Point>(f.geometry), place);
        e.region = world_.settlements[e.at].region;
        e.subregion = world_.settlements[e.at].subregion;
        return e;
    }

    SettlementId nearest_settlement(geo::Point p, const std::string& place) const
    {
        constexpr double far = 25000;
        SettlementId best;
        double least = far * far;
        for (const SettlementId s : world_.settlements.ids()) {
            const double d = geo::squared_distance(p, world_.settlements[s].at);
            if (d < least) {
                least = d;
                best = s;
            }
        }
        if (best.none()) {
            throw InputError(place, "lies more than 25 km from every settlement",
                             "check its coordinates and the CRS");
        }
        return best;
    }

    void scale(std::vector<Employer>& employers) const
    {
        std::map<std::pair<EmployerKind, RegionId>, double> sums;
        for (const auto& e : employers)
            sums[{e.kind, e.region}] += e.share;
        for (auto& e : employers)
            e.share /= sums[{e.kind, e.region}];
    }

    const std::string& where_;
    World& world_;
    std::size_t most_;
};

}  // namespace

void read_employers(const Scenario& scenario, World& world, std::size_t most)
{
    EmployerReader(scenario.inputs.employers, world, most).read();
}

}  // namespace mgz
