// SPDX-License-Identifier: EUPL-1.2
/// What a comparison of scenarios found: plain values, every one made of paired differences. A
/// scenario and the reference share each replicate's luck, so a difference is taken replicate by
/// replicate before anything is summarised.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/id.h"
#include "sim/core/profession.h"
#include "sim/scenario/initiative.h"
#include "sim/score/spread.h"

namespace mgz {

enum class Level : unsigned char { country, region, subregion };
inline constexpr std::array<std::string_view, 3> level_names{"country", "region", "subregion"};
inline constexpr std::string_view name_of(Level level)
{
    return level_names[static_cast<std::size_t>(level)];
}

/// Something compared. Effects are signed: positive is better.
struct Indicator {
    std::string_view id;    ///< as in files: "shortage"
    std::string_view unit;  ///< of the value and of its effect
    bool more_is_better = false;
    bool of_output_years = false;  ///< known for scenario.output.years only
    std::string_view meaning;      ///< one sentence
};

/// One quantity of one area. Areas: index in World::regions or World::subregions; 0 of a country.
struct EffectKey {
    Level level = Level::country;
    std::uint32_t area = 0;
    std::string_view profession;  ///< huisarts, so, avg, huisarts_so; empty: of no profession
    const Indicator* indicator = nullptr;

    friend bool operator==(const EffectKey&, const EffectKey&) = default;
};

/// Effect of a scenario on one quantity at the end of one year, over replicates.
struct Effect {
    std::size_t key = 0;  ///< index in Comparison::keys
    int year = 0;
    double reference = 0;  ///< mean in the reference, in the indicator's unit
    double value = 0;      ///< mean in the scenario
    double median = 0, p05 = 0, p95 = 0;
    double improved = 0;  ///< share of replicates with an effect above 0
    /// Ranks are of means among the areas of the level, 1 is worst, equals share theirs; positive:
    /// there are more areas that are worse off than there were. None for the country.
    std::optional<double> rank_change;
    double paired_variance = 0;       ///< of the effect, over replicates
    double independent_variance = 0;  ///< what it would be if scenarios did not share their luck

    /// Does the 90% interval leave zero out?
    bool certain() const { return p05 > 0 || p95 < 0; }
};

/// One quantity of a scenario at the end of one year, over replicates: not held against anything.
struct LevelFigure {
    std::size_t key = 0;  ///< index in Comparison::keys
    int year = 0;
    Spread spread;  ///< in the indicator's unit
};

/// When the 90% interval of a quantity leaves zero for good: stays on one side to the last year.
struct LastingEffect {
    std::size_t key = 0;
    int from_year = 0;
    bool better = false;
};

/// Difference in money, in EUR of one year; positive: the scenario costs more.
struct CostEffect {
    int year = 0;
    Level level = Level::country;  ///< country or region
    std::uint32_t area = 0;
    Payer payer = Payer::wlz;
    double median = 0, p05 = 0, p95 = 0;
};

/// Physicians by where they work in the reference and where in the scenario, mean over replicates;
/// somebody is recognised by the same key. Only rows with somebody in them.
struct Move {
    int year = 0;
    Profession profession = Profession::gp;
    RegionId from, to;  ///< none: not at work (not yet, no more, or without a place)
    double heads = 0;
    double fte = 0;             ///< in the scenario; in the reference where `to` is none
    double other_employer = 0;  ///< of the heads; with from == to those who changed house only
};

/// One region as three measures see it, means over replicates; rank 1 is worst, equals share.
struct Verdict {
    int year = 0;
    RegionId region;
    Profession profession = Profession::gp;
    double fte_ratio = 0;  ///< FTE over need
    double access = 0;     ///< E2SFCA, FTE per 100,000 people, by need
    double hpsa = 0;       ///< score, high is worse: sim/score/verdict.h
    double fte_rank = 0, access_rank = 0, hpsa_rank = 0;

    /// How much the verdict depends on the measure.
    double rank_spread() const;
};

/// One scenario against the reference.
struct ScenarioEffects {
    std::string name;  ///< unique: the file's name without folder and extension
    std::string title;
    std::string question;
    /// First year whose figures can differ from the reference's; none when nothing differs.
    std::optional<int> differs_from;
    std::vector<Effect> effects;         ///< by key, then year
    std::vector<LevelFigure> figures;    ///< by key, then year
    std::vector<LastingEffect> lasting;  ///< by key
    std::vector<CostEffect> costs;       ///< by year, level, area, payer; zero everywhere: left out
    std::vector<Move> moves;             ///< output years
    std::vector<Verdict> verdicts;       ///< output years
};

struct Comparison {
    std::string reference;  ///< name of the first scenario
    std::string reference_title;
    int replicates = 0;
    std::vector<int> years;         ///< of all effects, rising
    std::vector<int> output_years;  ///< of them, those of scenario.output.years
    int year = 0;                   ///< for maps and summaries: one of output_years
    std::vector<EffectKey> keys;
    /// By key, then year: all years of the run, except of what is known in output years only.
    std::vector<LevelFigure> reference_figures;
    std::vector<Verdict> reference_verdicts;
    std::vector<ScenarioEffects> scenarios;  ///< without the reference

    /// Index of a key. REQUIRES: it is there.
    std::size_t key_of(Level level, std::size_t area, std::string_view profession,
                       std::string_view indicator) const;
    /// REQUIRES: there is such an effect.
    const Effect& effect(std::size_t scenario, std::size_t key, int in_year) const;
};

}  // namespace mgz
