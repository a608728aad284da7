// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/compare_measures.h"

#include <algorithm>

#include "sim/score/country.h"
#include "sim/score/equity.h"
#include "sim/score/shortage.h"
#include "sim/score/training_distance.h"
#include "sim/study/compare_indicators.h"

namespace mgz {

namespace {

double unmet(double needed, double given)
{
    return needed > 0 ? std::max(0.0, 1 - given / needed) : 0.0;
}

}  // namespace

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
                   std::vector<int> output_years, const Wanted& wanted)
    : world_(world),
      years_(std::move(years)),
      output_years_(std::move(output_years)),
      inhabitants_(world.regions.size(), 0.0)
{
    for (const auto& place : world.settlements)
        inhabitants_[place.region.index()] += place.inhabitants();
    list_keys();
    if (wanted) std::erase_if(keys_, [&](const EffectKey& key) { return !wanted(key); });
    prepare(scenario);
}

/// Only what a key asks for: access of a country costs a twelfth of a replicate.
void Measures::prepare(const Scenario& scenario)
{
    bool employers = false, gaps = false;
    for (const auto& key : keys_) {
        employers = employers || key.indicator->of_output_years;
        gaps = gaps || what_of(key) == What::far_gap;
    }
    if (!employers) output_years_.clear();
    for (const Profession p : all_professions) {
        if (employers) access_[p].emplace(world_, scenario.need, p);
        for (std::size_t y = 0; gaps && y < years_.size(); ++y)
            far_near_[p].push_back(far_and_near(world_, scenario.need, p, years_[y]));
    }
    if (employers) hpsa_.emplace(world_);
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
        add(Level::country, 0, name_of(p), What::gini, What::far_gap);
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
        look.access[p] = access_[p]->of(employers.delivered);
        IdVector<RegionId, double> shortage(world_.regions.size(), 0.0);
        for (const RegionId r : shortage.ids())
            shortage[r] = look.at(r, p, Figure::shortage);
        look.hpsa[p] = hpsa_->of(shortage);
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

double Measures::far_gap(const Look& look, const EffectKey& key) const
{
    const Profession p = *profession_named(key.profession);
    const int year = look.history.plan.quarters[look.time].year();
    const auto at = std::find(years_.begin(), years_.end(), year) - years_.begin();
    const FarNear& areas = far_near_[p][static_cast<std::size_t>(at)];
    const auto shortage_of = [&](const std::vector<RegionId>& regions) {
        double need = 0, short_by = 0;
        for (const RegionId r : regions) {
            const double of_region = look.at(r, p, Figure::need);
            need += of_region;
            short_by += of_region * look.at(r, p, Figure::shortage);
        }
        return need > 0 ? short_by / need : 0.0;
    };
    return shortage_of(areas.far) - shortage_of(areas.near);
}

double Measures::of_country(const Look& look, const EffectKey& key) const
{
    const What what = what_of(key);
    if (what >= What::gini && what <= What::worst) return equity(look, key);
    if (what == What::far_gap) return far_gap(look, key);
    const auto& regions = look.history.regions;
    if (key.profession == combined_name) {
        return combined_shortage(missed_share(regions, look.time, Profession::gp),
                                 missed_share(regions, look.time, Profession::so));
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
            return missed_share(regions, look.time, p);
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
