// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/compare_measures.h"

#include <algorithm>

#include "sim/score/equity.h"
#include "sim/score/shortage.h"

namespace mgz {

namespace {

enum class What : unsigned char {
    // per profession
    shortage,
    fte,
    staff,
    commercial,
    vacancies,
    outside_unmet,
    outside_given,
    fte_ratio,
    access,
    hpsa,
    gini,
    theil,
    worst,
    // of no profession
    duty_load,
    thin_duty,
    small_unmet,
    pushed,
    crisis,
    vvt_wait,
    vvt_away,
    vvt_unplaced,
    ghz_wait,
    ghz_away,
    ghz_unplaced,
    gap_employers
};

constexpr bool more = true, less = false, sometimes = true, always = false;

/// In the order of What.
constexpr std::array<Indicator, 25> indicators{{
    {"shortage", "share", less, always,
     "share of need that is not met; of the country what its regions miss, surplus elsewhere does "
     "not make up for it"},
    {"fte", "FTE", more, always, "FTE delivered, all sources but commercial hiring"},
    {"staff", "FTE", more, always, "FTE of own physicians"},
    {"commercial", "FTE", less, always, "FTE bought from commercial agencies"},
    {"vacancies", "positions", less, always, "open positions"},
    {"outside_unmet", "share", less, always,
     "share of the hours for clients outside the own house that is not given"},
    {"outside_given", "FTE", more, always, "FTE given to clients outside the own house"},
    {"fte_ratio", "ratio", more, sometimes, "FTE delivered over need"},
    {"access", "FTE per 100,000 people", more, sometimes,
     "E2SFCA access, people weighted by need, across borders of regions"},
    {"hpsa", "points", less, sometimes,
     "shortage-area score: lack of physicians, frail people, way to the nearest region that is not "
     "short; 0 to 20"},
    {"gini", "1", less, always, "Gini coefficient over regions of the share of need that is met"},
    {"theil", "1", less, always, "Theil index over regions of the share of need that is met"},
    {"worst_region", "share", less, always, "largest shortage of any region"},
    {"duty_load", "shifts per week", less, always,
     "evening, night and weekend shifts per participant, by clients"},
    {"thin_duty", "share", less, always,
     "share of clients in duty groups with too few participants"},
    {"small_home_unmet", "share", less, always,
     "share of the need for physicians in small homes that is not met"},
    {"pushed", "ratio", less, always,
     "contacts at out-of-hours posts and emergency departments over normal contacts of frail "
     "people"},
    {"crisis", "ratio", less, always, "occupancy of crisis and short-stay beds"},
    {"vvt_wait_weeks", "weeks", less, always, "wait for a nursing home"},
    {"vvt_placed_away", "persons per quarter", less, always,
     "urgent clients of nursing homes placed outside their region"},
    {"vvt_unplaced", "persons per quarter", less, always,
     "urgent clients of nursing homes placed nowhere"},
    {"ghz_wait_weeks", "weeks", less, always, "wait for a home for disabled people"},
    {"ghz_placed_away", "persons per quarter", less, always,
     "urgent disabled clients placed outside their region"},
    {"ghz_unplaced", "persons per quarter", less, always, "urgent disabled clients placed nowhere"},
    {"gap_employers", "share", less, always,
     "mean over sectors of the share of employers short by more than a tenth"},
}};

constexpr const Indicator* indicator(What what)
{
    return &indicators[static_cast<std::size_t>(what)];
}
What what_of(const EffectKey& key)
{
    return static_cast<What>(key.indicator - indicators.data());
}

/// Figures of care that are kept as they are, and whether the country's is a sum.
struct CareSource {
    What what;
    RegionFigure figure;
    bool sum;
};
constexpr std::array<CareSource, 11> care_sources{{
    {What::duty_load, RegionFigure::duty_load, false},
    {What::thin_duty, RegionFigure::thin_duty, false},
    {What::pushed, RegionFigure::pushed, false},
    {What::crisis, RegionFigure::crisis, false},
    {What::vvt_wait, RegionFigure::vvt_wait_weeks, false},
    {What::vvt_away, RegionFigure::vvt_placed_away, true},
    {What::vvt_unplaced, RegionFigure::vvt_unplaced, true},
    {What::ghz_wait, RegionFigure::ghz_wait_weeks, false},
    {What::ghz_away, RegionFigure::ghz_placed_away, true},
    {What::ghz_unplaced, RegionFigure::ghz_unplaced, true},
    {What::gap_employers, RegionFigure::gap_employers, false},
}};
const CareSource* care_source(What what)
{
    const auto found = std::find_if(care_sources.begin(), care_sources.end(),
                                    [what](const CareSource& s) { return s.what == what; });
    return found == care_sources.end() ? nullptr : &*found;
}

Figure figure_of(What what)
{
    switch (what) {
        case What::fte:
            return Figure::fte;
        case What::staff:
            return Figure::staff;
        case What::commercial:
            return Figure::commercial;
        case What::vacancies:
            return Figure::vacancies;
        case What::outside_given:
            return Figure::outside_given;
        default:
            return Figure::shortage;
    }
}

double unmet(double needed, double given)
{
    return needed > 0 ? std::max(0.0, 1 - given / needed) : 0.0;
}

}  // namespace

std::span<const Indicator> compared_indicators()
{
    return indicators;
}

/// One year of one history.
struct Measures::Look {
    const History& history;
    std::size_t time = 0;
    ByProfession<std::vector<double>> access;  ///< by region, then the country
    ByProfession<IdVector<RegionId, double>> hpsa;

    double at(RegionId r, Profession p, Figure f) const
    {
        return history.regions.at(time, r.index(), p, f);
    }
    double at(RegionId r, RegionFigure f) const { return history.care.at(time, r, f); }
};

Measures::Measures(const World& world, const Scenario& scenario, std::vector<int> years,
                   std::vector<int> output_years)
    : world_(world),
      years_(std::move(years)),
      output_years_(std::move(output_years)),
      inhabitants_(world.regions.size(), 0.0),
      access_{{AreaAccess(world, scenario.need, Profession::gp),
               AreaAccess(world, scenario.need, Profession::so),
               AreaAccess(world, scenario.need, Profession::avg)}},
      hpsa_(world)
{
    for (const auto& place : world.settlements)
        inhabitants_[place.region.index()] += place.inhabitants();
    list_keys();
}

void Measures::list_keys()
{
    const auto add = [this](Level level, std::size_t area, std::string_view of, What first,
                            What last) {
        for (auto w = static_cast<int>(first); w <= static_cast<int>(last); ++w) {
            keys_.push_back(
                {level, static_cast<std::uint32_t>(area), of, indicator(static_cast<What>(w))});
        }
    };
    const auto add_area = [&](Level level, std::size_t area, What last) {
        add(level, area, combined_name, What::shortage, What::shortage);
        for (const Profession p : all_professions)
            add(level, area, name_of(p), What::shortage, last);
    };
    add_area(Level::country, 0, What::access);
    add(Level::country, 0, combined_name, What::gini, What::worst);
    for (const Profession p : all_professions)
        add(Level::country, 0, name_of(p), What::gini, What::worst);
    add(Level::country, 0, "", What::duty_load, What::gap_employers);
    for (std::size_t r = 0; r < world_.regions.size(); ++r) {
        add_area(Level::region, r, What::hpsa);
        add(Level::region, r, "", What::duty_load, What::gap_employers);
    }
    for (std::size_t s = 0; s < world_.subregions.size(); ++s)
        add_area(Level::subregion, s, What::vacancies);
}

static std::size_t place_of(const std::vector<Quarter>& quarters, int year)
{
    const auto found = std::find(quarters.begin(), quarters.end(), Quarter::of(year, 4));
    expects(found != quarters.end());
    return static_cast<std::size_t>(found - quarters.begin());
}

Measures::Look Measures::look_at(const History& history, int year, bool with_employers) const
{
    Look look{history, place_of(history.plan.quarters, year), {}, {}};
    if (!with_employers) return look;
    const auto& employers = history.employers[place_of(history.plan.employer_quarters, year)];
    for (const Profession p : all_professions) {
        look.access[p] = access_[p].of(employers.delivered);
        IdVector<RegionId, double> shortage(world_.regions.size(), 0.0);
        for (const RegionId r : shortage.ids())
            shortage[r] = look.at(r, p, Figure::shortage);
        look.hpsa[p] = hpsa_.of(shortage);
    }
    return look;
}

std::vector<double> Measures::of(const History& history) const
{
    std::vector<Look> looks, output_looks;
    for (const int year : years_)
        looks.push_back(look_at(history, year, false));
    for (const int year : output_years_)
        output_looks.push_back(look_at(history, year, true));
    std::vector<double> values;
    for (const auto& key : keys_) {
        for (const auto& look : key.indicator->of_output_years ? output_looks : looks)
            values.push_back(value(look, key));
    }
    return values;
}

double Measures::value(const Look& look, const EffectKey& key) const
{
    switch (key.level) {
        case Level::country:
            return of_country(look, key);
        case Level::region:
            return of_region(look, RegionId::at(key.area), key);
        case Level::subregion:
            break;
    }
    const auto at = [&](Profession p, Figure f) {
        return look.history.subregions.at(look.time, key.area, p, f);
    };
    if (key.profession == combined_name) {
        return combined_shortage(at(Profession::gp, Figure::shortage),
                                 at(Profession::so, Figure::shortage));
    }
    return at(*profession_named(key.profession), figure_of(what_of(key)));
}

double Measures::of_region(const Look& look, RegionId r, const EffectKey& key) const
{
    const What what = what_of(key);
    if (key.profession == combined_name) {
        return combined_shortage(look.at(r, Profession::gp, Figure::shortage),
                                 look.at(r, Profession::so, Figure::shortage));
    }
    if (const auto* care = care_source(what)) return look.at(r, care->figure);
    if (what == What::small_unmet) {
        return unmet(look.at(r, RegionFigure::small_needed), look.at(r, RegionFigure::small_given));
    }
    const Profession p = *profession_named(key.profession);
    switch (what) {
        case What::outside_unmet:
            return unmet(look.at(r, p, Figure::outside_needed),
                         look.at(r, p, Figure::outside_given));
        case What::fte_ratio: {
            const double need = look.at(r, p, Figure::need);
            return need > 0 ? look.at(r, p, Figure::fte) / need : 0.0;
        }
        case What::access:
            return look.access[p][r.index()];
        case What::hpsa:
            return look.hpsa[p][r];
        default:
            return look.at(r, p, figure_of(what));
    }
}

/// Share of the country's need that its regions miss.
static double missed(const AreaTable& regions, std::size_t time, Profession p)
{
    double need = 0, short_by = 0;
    for (std::size_t r = 0; r < regions.areas(); ++r) {
        const double here = regions.at(time, r, p, Figure::need);
        need += here;
        short_by += here * regions.at(time, r, p, Figure::shortage);
    }
    return need > 0 ? short_by / need : 0.0;
}

double Measures::equity(const Look& look, const EffectKey& key) const
{
    std::vector<double> met, weights;
    double worst = 0;
    for (const RegionId r : world_.regions.ids()) {
        double shortage = 0, need = 0;
        if (key.profession == combined_name) {
            shortage = combined_shortage(look.at(r, Profession::gp, Figure::shortage),
                                         look.at(r, Profession::so, Figure::shortage));
            need = inhabitants_[r.index()];
        } else {
            const Profession p = *profession_named(key.profession);
            shortage = look.at(r, p, Figure::shortage);
            need = look.at(r, p, Figure::need);
        }
        met.push_back(1 - shortage);
        weights.push_back(need);
        worst = std::max(worst, shortage);
    }
    switch (what_of(key)) {
        case What::gini:
            return gini(met, weights);
        case What::theil:
            return theil(met, weights);
        default:
            return worst;
    }
}

double Measures::of_country(const Look& look, const EffectKey& key) const
{
    const What what = what_of(key);
    if (what >= What::gini && what <= What::worst) return equity(look, key);
    const auto& regions = look.history.regions;
    if (key.profession == combined_name) {
        return combined_shortage(missed(regions, look.time, Profession::gp),
                                 missed(regions, look.time, Profession::so));
    }
    const auto sum = [&](auto figure_of_region) {
        double total = 0;
        for (const RegionId r : world_.regions.ids())
            total += figure_of_region(r);
        return total;
    };
    if (what == What::small_unmet) {
        return unmet(sum([&](RegionId r) { return look.at(r, RegionFigure::small_needed); }),
                     sum([&](RegionId r) { return look.at(r, RegionFigure::small_given); }));
    }
    if (const auto* care = care_source(what)) {
        if (care->sum) return sum([&](RegionId r) { return look.at(r, care->figure); });
        const double people = sum([&](RegionId r) { return inhabitants_[r.index()]; });
        const double weighted =
            sum([&](RegionId r) { return inhabitants_[r.index()] * look.at(r, care->figure); });
        return people > 0 ? weighted / people : 0.0;
    }
    const Profession p = *profession_named(key.profession);
    const auto total = [&](Figure f) { return sum([&](RegionId r) { return look.at(r, p, f); }); };
    switch (what) {
        case What::shortage:
            return missed(regions, look.time, p);
        case What::outside_unmet:
            return unmet(total(Figure::outside_needed), total(Figure::outside_given));
        case What::fte_ratio: {
            const double need = total(Figure::need);
            return need > 0 ? total(Figure::fte) / need : 0.0;
        }
        case What::access:
            return look.access[p].back();
        default:
            return total(figure_of(what));
    }
}

}  // namespace mgz
