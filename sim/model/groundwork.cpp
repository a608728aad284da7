// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/groundwork.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "geo/buckets.h"
#include "sim/core/elementary.h"
#include "sim/core/threads.h"

namespace mgz {

void WeightedPlaces::add(SettlementId place, double weight)
{
    if (!(weight > 0)) return;
    const double sum = cumulative.empty() ? 0.0 : cumulative.back();
    places.push_back(place);
    cumulative.push_back(sum + weight);
}

void WeightedPlaces::finish()
{
    if (empty()) return;
    // A power of two, so that a step is found without rounding.
    guide.resize(std::bit_ceil(places.size()));
    std::uint32_t at = 0;
    for (std::size_t k = 0; k < guide.size(); ++k) {
        const double share =
            static_cast<double>(k) / static_cast<double>(guide.size()) * cumulative.back();
        while (at + 1 < places.size() && cumulative[at] <= share)
            ++at;
        guide[k] = at;
    }
}

SettlementId WeightedPlaces::pick(double u) const
{
    expects(!places.empty());
    const double share = u * cumulative.back();
    std::size_t at =
        guide.empty() ? 0 : guide[static_cast<std::size_t>(u * static_cast<double>(guide.size()))];
    while (at + 1 < places.size() && cumulative[at] <= share)
        ++at;
    return places[at];
}

Groundwork::Groundwork(const World& w, const Scenario& s, std::shared_ptr<const Reach> known)
    : world(w),
      scenario(s),
      reach(known ? std::move(known) : std::make_shared<const Reach>(w)),
      books(s)
{
    owner_seat_fte =
        mean_fte(s.careers, Profession::gp, Role::owner, s.training.women[Profession::gp]).value;
    for (const Profession p : all_professions) {
        employed_fte[p] = mean_fte(s.careers, p, Role::employed, s.training.women[p]).value;
    }
    prepare_need();
    prepare_training();
    prepare_settlements();
    prepare_employers();
    prepare_tables();
    prepare_neighbours();
    prepare_locums();
    prepare_outside();
    prepare_duty();
    prepare_forced();
}

/// Inhabitants of each region by age: as the settlements' file has them, or in a year of the
/// projection.
static IdVector<RegionId, Settlement> people_of_regions(const World& world, int year)
{
    IdVector<RegionId, Settlement> sums(world.regions.size());
    for (const SettlementId s : world.settlements.ids()) {
        const auto& place = world.settlements[s];
        const auto people = world.projection.empty() ? place.population
                                                     : world.projection.population(s, place, year);
        for (std::size_t g = 0; g < age_group_count; ++g)
            sums[place.region].population[g] += people[g];
    }
    return sums;
}

/// Shares of the regions by year: population by age is summed first, need is linear in it.
void Groundwork::prepare_need()
{
    const bool projected = !world.projection.empty();
    auto sums = people_of_regions(world, scenario.from);
    for (int year = scenario.from; year <= scenario.to; ++year) {
        if (projected) sums = people_of_regions(world, year);
        for (const Profession p : all_professions) {
            // What is projected has grown already.
            const NeedByAge need_by_age(p, scenario.need, projected ? population_year : year);
            const auto begin = region_share_[p].size();
            double total = 0;
            for (const auto& sum : sums) {
                const double need = need_by_age.of(sum);
                region_share_[p].push_back(need);
                total += need;
            }
            for (auto i = begin; i < region_share_[p].size(); ++i) {
                region_share_[p][i] = total > 0 ? region_share_[p][i] / total : 0.0;
            }
        }
    }
}

Fte Groundwork::need(Profession p, RegionId r, Quarter q) const
{
    const auto year = static_cast<std::size_t>(q.year() - scenario.from);
    return books.need(p, q) * region_share_[p][year * world.regions.size() + r.index()];
}

/// Practice places thin out around the institute; for AVG they are wherever clients are, because
/// trainees come to the one institute weekly from all over the country.
void Groundwork::prepare_training()
{
    const double radius_km = scenario.training.practice_radius_km;
    std::vector<geo::Point> points;
    for (const Settlement& place : world.settlements)
        points.push_back(place.at);
    const geo::Buckets settlements(points, radius_km * 1000 / world.zone_factors().least());
    practice_places.assign(world.centres.size(), {});
    for (const CentreId c : world.centres.ids()) {
        const auto& centre = world.centres[c];
        if (centre.profession == Profession::avg) continue;
        std::vector<std::size_t> near;
        settlements.each_near(centre.at, [&near](std::size_t i) { near.push_back(i); });
        std::sort(near.begin(), near.end());
        const geo::ZonedPoint from = world.zoned(centre.at);
        const NeedByAge need(centre.profession, scenario.need, population_year);
        for (const std::size_t i : near) {
            const auto s = SettlementId::at(i);
            const double km = world.travel(from, world.zoned(s)).value;
            if (km > radius_km) continue;
            const double fall = exp_of(-scenario.settlement.distance_exponent * log_distance(km));
            practice_places[c].add(s, need.of(world.settlements[s]) * fall);
        }
        practice_places[c].finish();
    }
    for (const Profession p : all_professions) {
        clients_of[p].assign(world.regions.size(), {});
        const NeedByAge need_by_age(p, scenario.need, population_year);
        for (const SettlementId s : world.settlements.ids()) {
            const auto& place = world.settlements[s];
            const double need = need_by_age.of(place);
            clients[p].add(s, need);
            clients_of[p][place.region].add(s, need);
        }
        clients[p].finish();
        for (auto& list : clients_of[p])
            list.finish();
    }
    people.resize(world.subregions.size());
    const NeedByAge of_gps(Profession::gp, scenario.need, population_year);
    for (const SettlementId s : world.settlements.ids()) {
        const auto& place = world.settlements[s];
        people[place.subregion.index()].add(s, of_gps.of(place));
    }
    for (auto& list : people) {
        list.finish();
        people_weights.weight.push_back(list.empty() ? 0.0 : list.cumulative.back());
    }
    reach->complete(people_weights);
}

void Groundwork::prepare_settlements()
{
    for (const SettlementId s : world.settlements.ids()) {
        const auto& place = world.settlements[s];
        region_at.push_back(place.region);
        subregion_at.push_back(place.subregion);
        province_at.push_back(place.province);
        homes.add(s, place.inhabitants() / place.inhabitants_per_student);
    }
    homes.finish();
}

AgentKey key_of_code(std::string_view code)
{
    AgentKey hash = 2166136261u;
    for (const char c : code)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

void Groundwork::prepare_employers()
{
    for (const auto& employer : world.employers) {
        employer_key.push_back(key_of_code(employer.code));
        // each_region() relies on it.
        expects(world.subregions[employer.subregion].region == employer.region);
        site_of.push_back(employer.at);
        region_of.push_back(employer.region);
        subregion_of.push_back(employer.subregion);
    }
    constexpr int usual_colleagues = 200;  // more are worked out when they are met
    for (int colleagues = 0; colleagues < usual_colleagues; ++colleagues)
        size_utility_.push_back(computed_utility_of_size(colleagues));
    constexpr int usual_quarters = 4 * 80;  // likewise
    for (int quarters = 0; quarters < usual_quarters; ++quarters)
        firmness_.push_back(computed_firmness_after(quarters));
    for (const EmployerId e : world.employers.ids()) {
        if (const auto p = profession_of(world.employers[e].kind)) employers[*p].push_back(e);
    }
    for (const Profession p : all_professions) {
        employers_in[p].assign(world.regions.size(), {});
        for (const EmployerId e : employers[p]) {
            EmployerRange& here = employers_in[p][region_of[e]];
            const EmployerId first = here.empty() ? e : here[0];
            expects(e.index() == first.index() + here.size());  // region by region
            here = {first, here.size() + 1};
        }
    }
    place_in_market.assign(world.employers.size(), 0);
    for (const Profession p : all_professions) {
        employers_by_subregion[p] = employers[p];
        std::stable_sort(employers_by_subregion[p].begin(), employers_by_subregion[p].end(),
                         [this](EmployerId a, EmployerId b) {
                             return world.employers[a].subregion < world.employers[b].subregion;
                         });
        for (std::size_t i = 0; i < employers_by_subregion[p].size(); ++i)
            place_in_market[employers_by_subregion[p][i]] = static_cast<std::uint32_t>(i);
        auto& first = first_in_market[p];
        first.assign(world.subregions.size() + 1, 0);
        for (const EmployerId e : employers[p])
            ++first[world.employers[e].subregion.index() + 1];
        std::partial_sum(first.begin(), first.end(), first.begin());
    }
}

double Groundwork::computed_utility_of_size(int colleagues) const
{
    return scenario.settlement.size * log_of(1.0 + colleagues);
}

double Groundwork::computed_firmness_after(int quarters) const
{
    const double years = quarters / 4.0;
    return exp_of(years * log_of(1 - scenario.careers.tie_fade));
}

/// Changing locums live in a subregion and travel to those within range, and to their own.
/// Subregions are as far apart as their inhabitants' centres.
void Groundwork::prepare_locums()
{
    const auto centre = subregion_centres(world);
    locum_reach.assign(world.subregions.size(), {});
    for (const SubregionId from : world.subregions.ids()) {
        for (const SubregionId to : world.subregions.ids()) {
            if (!(inhabitants[from] > 0) || !(inhabitants[to] > 0)) continue;
            const Kilometres km = world.travel(centre[from], centre[to]);
            if (km.value <= scenario.careers.locum_range_km) locum_reach[from].push_back(to);
        }
    }
}

namespace {

/// The weight of all employers of a profession with a few vacancies each, seen from somewhere.
class Outlook {
public:
    Outlook(const Groundwork& g, Profession p)
        : g_(g), exponent_(g.scenario.settlement.distance_exponent)
    {
        const auto& options = g.scenario.settlement;
        IdVector<SettlementId, std::size_t> number(g.world.settlements.size(), not_seen);
        for (const EmployerId e : g.employers[p]) {
            const auto& employer = g.world.employers[e];
            const double need = g.need(p, employer.region, g.books.first()).value * employer.share;
            const double openings = options.frictional_vacancies * need / g.scenario.careers.fte[p];
            const double colleagues = need / g.scenario.careers.fte[p];
            if (!(openings > 0)) continue;
            if (number[employer.at] == not_seen) {
                number[employer.at] = sites_.size();
                sites_.push_back(employer.at);
            }
            views_.push_back(
                {number[employer.at], openings, options.size * log_of(1 + colleagues)});
        }
    }

    double weight_from(SettlementId from) const
    {
        thread_local std::vector<double> distance, weight;
        distance.resize(sites_.size());
        weight.resize(views_.size());
        for (std::size_t i = 0; i < sites_.size(); ++i)
            distance[i] = exponent_ * g_.log_km(from, sites_[i]);
        for (std::size_t i = 0; i < views_.size(); ++i)
            weight[i] = views_[i].size - distance[views_[i].site];
        exp_each(weight);
        double sum = 0;
        for (std::size_t i = 0; i < views_.size(); ++i)
            sum += views_[i].openings * weight[i];
        return sum;
    }

private:
    static constexpr std::size_t not_seen = static_cast<std::size_t>(-1);
    struct View {
        std::size_t site;
        double openings;
        double size;  ///< utility of colleagues
    };

    const Groundwork& g_;
    double exponent_;
    std::vector<SettlementId> sites_;  ///< of employers, each once
    std::vector<View> views_;          ///< employers
};

}  // namespace

/// Places where trainees practise, by which employers are seen; fewer of each centre, or of some
/// centres alone, where there are very many: every one of them looks at every employer.
WeightedPlaces Groundwork::viewpoints(Profession p) const
{
    constexpr long most_of_centre = 16, enough = 256;
    const long centres =
        std::count_if(world.centres.begin(), world.centres.end(),
                      [p](const TrainingCentre& centre) { return centre.profession == p; });
    const long of_centre = std::clamp(enough / std::max(1L, centres), 1L, most_of_centre);
    const long every = std::max(1L, (centres + enough - 1) / enough);
    WeightedPlaces from;
    long seen = 0;
    for (const CentreId c : world.centres.ids()) {
        const auto& centre = world.centres[c];
        const WeightedPlaces& places = practice_places_of(c);
        if (centre.profession != p || places.empty() || seen++ % every != 0) continue;
        for (long i = 0; i < of_centre; ++i) {
            const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(of_centre);
            from.add(places.pick(share), std::max(centre.share, 1e-9));
        }
    }
    return from;
}

/// u0 such that, with a few vacancies everywhere in proportion to need, the wanted share of
/// applicants stays unplaced: exp(u0) / (exp(u0) + W) = share with W the mean log weight of all
/// employers, seen from places of training.
void Groundwork::prepare_outside()
{
    const auto& options = scenario.settlement;
    for (const Profession p : all_professions) {
        const WeightedPlaces from = viewpoints(p);
        const Outlook outlook(*this, p);
        // Where many are trained the same place comes more than once, in a row.
        std::vector<SettlementId> places = from.places;
        places.erase(std::unique(places.begin(), places.end()), places.end());
        std::vector<double> seen(places.size());
        const auto look = [&](std::size_t i) { seen[i] = outlook.weight_from(places[i]); };
        share_if(true, places.size(), look);
        double sum = 0, weight = 0;
        std::size_t at = 0;
        for (std::size_t i = 0; i < from.places.size(); ++i) {
            if (from.places[i] != places[at]) ++at;
            const double share = from.cumulative[i] - (i > 0 ? from.cumulative[i - 1] : 0.0);
            if (seen[at] > 0) {
                sum += share * log_of(seen[at]);
                weight += share;
            }
        }
        const double mean = weight > 0 ? sum / weight : 0.0;
        outside_rate[p] =
            exp_of(mean + log_of(options.unplaced_share / (1 - options.unplaced_share)));
    }
}

}  // namespace mgz
