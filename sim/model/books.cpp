// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/books.h"

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "sim/core/elementary.h"
#include "sim/scenario/interventions.h"

namespace mgz {

/// Mix of roles at which the mean FTE of a GP is the parameter: owners, employed and fixed locums,
/// changing locums of 2018 (Nivel: 7,860 / 2,238 / 2,348 of 12,446).
static constexpr double mix_owner = 0.63, mix_employed = 0.18, mix_locum = 0.19;

Fte base_fte(const CareerOptions& careers, Profession profession, Role role, bool woman,
             double women_share)
{
    double fte = careers.fte[profession];
    if (profession == Profession::gp) {
        const double mean = mix_owner * careers.fte_owner + mix_employed * careers.fte_employed +
                            mix_locum * careers.fte_locum;
        const double relative = role == Role::owner   ? careers.fte_owner
                                : role == Role::locum ? careers.fte_locum
                                                      : careers.fte_employed;
        fte *= relative / mean;
    }
    const double women = careers.fte_women;
    // Men make up the difference, so that the mean of entrants is the parameter.
    const double men = women_share < 1 ? (1 - women_share * women) / (1 - women_share) : 1.0;
    return {fte * (woman ? women : men)};
}

Fte mean_fte(const CareerOptions& careers, Profession profession, Role role, double women_share)
{
    return base_fte(careers, profession, role, true, women_share) * women_share +
           base_fte(careers, profession, role, false, women_share) * (1 - women_share);
}

Books::Books(const Scenario& scenario)
    : first_(Quarter::of(scenario.from, 1)),
      last_(Quarter::of(scenario.to, 4)),
      training_(scenario.training)
{
    for (const Profession p : all_professions) {
        training_quarters_[p] = std::max(1, static_cast<int>(std::lround(training_.years[p] * 4)));
    }
    for (const Profession p : all_professions) {
        sum_intake(scenario, p);
        const auto& need = scenario.need;
        double level = start_fte(scenario, p).value / (1 - need.start_gap[p]);
        double hours = 1.0;
        for (Quarter q = first_; q <= last_; q = q + 1) {
            need_[p].push_back(level);
            const double lever = national_intensity(scenario, Initiative::hours, q.decimal_year());
            hours_[p].push_back(hours * (1 + scenario.initiatives.hours_change * lever));
            double growth = need.growth[p];
            if (p == Profession::gp && q.year() >= need.gp_shift_from) growth += need.gp_shift;
            growth += scenario.initiatives.demand_growth_extra *
                      national_intensity(scenario, Initiative::demand_growth, q.decimal_year());
            level *= exp_of(0.25 * log_of(1 + growth));
            hours *=
                exp_of(0.25 * log_of(1 + scenario.careers.hours_trend[p].at(q.decimal_year())));
        }
    }
}

/// What the stock of the first quarter and the trainees behind it deliver.
Fte Books::start_fte(const Scenario& scenario, Profession p) const
{
    const auto& careers = scenario.careers;
    const double women = training_.women[p];
    const auto mean = [&](Role role) { return mean_fte(careers, p, role, women); };
    Fte per_head = mean(Role::employed);
    if (p == Profession::gp) {
        // Locums are set apart first: of the others no more than all can own.
        const double owners = std::min(careers.start_owners, 1 - careers.start_locums);
        const double employed = 1 - owners - careers.start_locums;
        per_head = mean(Role::owner) * owners + mean(Role::employed) * employed +
                   mean(Role::locum) * careers.start_locums;
    }
    Fte total = per_head * careers.stock[p];
    for (int ago = 0; ago < training_quarters_[p]; ++ago) {
        total += trainee_fte(p, ago) * entrants(p, Quarter{first_.index - ago});
    }
    // Supervision may take more than trainees do, but no more than there is.
    return {std::max(0.0, total.value)};
}

static constexpr Quarter intake_origin = Quarter::of(1990, 1);

/// Entrants since 1990: a running sum, so that every whole trainee is counted once.
void Books::sum_intake(const Scenario& scenario, Profession p)
{
    const auto& what = scenario.initiatives;
    double sum = 0;
    for (Quarter q = intake_origin; q <= last_; q = q + 1) {
        const double year = q.decimal_year();
        const double more = national_intensity(scenario, Initiative::funded_places, year);
        const double fuller = national_intensity(scenario, Initiative::fill, year);
        const double fill = training_.fill[p].at(year);
        sum += 0.25 * training_.places[p].at(year) * (1 + what.funded_places_increase * more) *
               (fill + std::max(0.0, what.fill_to - fill) * fuller);
        intake_[p].push_back(sum);
    }
}

double Books::entrants_until(Profession p, Quarter q) const
{
    expects(q >= Quarter{intake_origin.index - 1});
    return q < intake_origin ? 0.0 : intake_[p][static_cast<std::size_t>(q - intake_origin)];
}

int Books::entrants(Profession p, Quarter q) const
{
    return static_cast<int>(std::floor(entrants_until(p, q)) -
                            std::floor(entrants_until(p, Quarter{q.index - 1})));
}

Fte Books::trainee_fte(Profession p, int quarters) const
{
    const double span = std::max(1, training_quarters_[p] - 1);
    const double done = std::min(1.0, quarters / span);
    return {training_.fte_first_year + (training_.fte_last_year - training_.fte_first_year) * done -
            training_.fte_supervision};
}

}  // namespace mgz
