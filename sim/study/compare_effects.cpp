// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/compare_effects.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "sim/score/spread.h"
#include "sim/study/statistics.h"

namespace mgz {

namespace {

double variance_of(const std::vector<double>& values, double mean)
{
    if (values.size() < 2) return 0;
    double sum = 0;
    for (const double v : values)
        sum += (v - mean) * (v - mean);
    return sum / static_cast<double>(values.size() - 1);
}

/// One value over replicates, of both.
class Pair {
public:
    Pair(const ScenarioValues& reference, const ScenarioValues& scenario, std::size_t value)
    {
        for (std::size_t r = 0; r < reference.size(); ++r) {
            a_.push_back(reference[r][value]);
            b_.push_back(scenario[r][value]);
        }
    }

    Effect effect(std::size_t key, int year, bool more_is_better) const
    {
        Effect e;
        e.key = key;
        e.year = year;
        e.reference = mean_of(a_);
        e.value = mean_of(b_);
        std::vector<double> better;
        for (std::size_t r = 0; r < a_.size(); ++r)
            better.push_back(more_is_better ? b_[r] - a_[r] : a_[r] - b_[r]);
        for (const double effect : better)
            e.improved += effect > 0;
        e.improved /= static_cast<double>(better.size());
        e.paired_variance = variance_of(better, mean_of(better));
        e.independent_variance = variance_of(a_, e.reference) + variance_of(b_, e.value);
        const Spread spread = spread_of(better);
        e.median = spread.p50;
        e.p05 = spread.p05;
        e.p95 = spread.p95;
        return e;
    }

private:
    std::vector<double> a_, b_;
};

/// Ranks from worst (1), by means.
std::vector<double> ranks_of(const std::vector<double>& means, bool more_is_better)
{
    auto signed_means = means;
    for (double& mean : signed_means) {
        if (!more_is_better) mean = -mean;
    }
    return average_ranks(signed_means);
}

/// What is ranked together: the areas of a level, one quantity, one year.
auto family(const Measures& measures, const Effect& e)
{
    const auto& key = measures.keys()[e.key];
    return std::tuple(key.level, key.profession, key.indicator, e.year);
}

void add_rank_changes(const Measures& measures, std::vector<Effect>& effects)
{
    std::map<decltype(family(measures, effects.front())), std::vector<std::size_t>> families;
    for (std::size_t i = 0; i < effects.size(); ++i) {
        if (measures.keys()[effects[i].key].level == Level::country) continue;
        families[family(measures, effects[i])].push_back(i);
    }
    for (const auto& [what, members] : families) {
        const bool more = std::get<2>(what)->more_is_better;
        std::vector<double> before, after;
        for (const std::size_t i : members) {
            before.push_back(effects[i].reference);
            after.push_back(effects[i].value);
        }
        const auto rank_before = ranks_of(before, more);
        const auto rank_after = ranks_of(after, more);
        for (std::size_t m = 0; m < members.size(); ++m)
            effects[members[m]].rank_change = rank_after[m] - rank_before[m];
    }
}

}  // namespace

std::vector<Effect> effects_of(const Measures& measures, const ScenarioValues& reference,
                               const ScenarioValues& scenario)
{
    expects(!reference.empty() && reference.size() == scenario.size());
    const auto& keys = measures.keys();
    std::vector<Effect> effects;
    for (std::size_t k = 0; k < keys.size(); ++k) {
        for (const int year : measures.years_of(keys[k])) {
            const Pair pair(reference, scenario, effects.size());
            effects.push_back(pair.effect(k, year, keys[k].indicator->more_is_better));
        }
    }
    if (!effects.empty()) add_rank_changes(measures, effects);
    return effects;
}

std::vector<LevelFigure> figures_of(const Measures& measures, const ScenarioValues& sample)
{
    expects(!sample.empty());
    const auto& keys = measures.keys();
    std::vector<LevelFigure> figures;
    std::vector<double> values(sample.size());
    for (std::size_t k = 0; k < keys.size(); ++k) {
        for (const int year : measures.years_of(keys[k])) {
            for (std::size_t r = 0; r < sample.size(); ++r)
                values[r] = sample[r][figures.size()];
            figures.push_back({k, year, spread_of(values)});
        }
    }
    return figures;
}

std::vector<LastingEffect> lasting_effects(const std::vector<Effect>& effects)
{
    std::vector<LastingEffect> lasting;
    for (std::size_t begin = 0; begin < effects.size();) {
        std::size_t end = begin;
        while (end < effects.size() && effects[end].key == effects[begin].key)
            ++end;
        const Effect& last = effects[end - 1];
        if (last.certain()) {
            const bool better = last.p05 > 0;
            std::size_t first = end - 1;
            while (first > begin && effects[first - 1].certain() &&
                   (effects[first - 1].p05 > 0) == better)
                --first;
            lasting.push_back({last.key, effects[first].year, better});
        }
        begin = end;
    }
    return lasting;
}

namespace {

/// Means of one indicator by area, of a profession and year.
class Means {
public:
    Means(const Measures& measures, const ScenarioValues& sample)
    {
        std::size_t value = 0;
        for (const auto& key : measures.keys()) {
            for (const int year : measures.years_of(key)) {
                double sum = 0;
                for (const auto& replicate : sample)
                    sum += replicate[value];
                ++value;
                if (key.level != Level::region || !key.indicator->of_output_years) continue;
                means_[{key.indicator->id, key.profession, year}].push_back(
                    sum / static_cast<double>(sample.size()));
            }
        }
    }

    const std::vector<double>& of(std::string_view indicator, Profession p, int year) const
    {
        return means_.at({indicator, name_of(p), year});
    }

private:
    std::map<std::tuple<std::string_view, std::string_view, int>, std::vector<double>> means_;
};

}  // namespace

std::vector<Verdict> verdicts_of(const Measures& measures, const ScenarioValues& sample)
{
    expects(!sample.empty());
    const Means means(measures, sample);
    std::vector<Verdict> verdicts;
    for (const int year : measures.output_years()) {
        for (const Profession p : all_professions) {
            const auto& ratio = means.of("fte_ratio", p, year);
            const auto& access = means.of("access", p, year);
            const auto& hpsa = means.of("hpsa", p, year);
            const auto ratio_rank = ranks_of(ratio, true);
            const auto access_rank = ranks_of(access, true);
            const auto hpsa_rank = ranks_of(hpsa, false);
            for (std::size_t r = 0; r < ratio.size(); ++r) {
                verdicts.push_back({year, RegionId::at(r), p, ratio[r], access[r], hpsa[r],
                                    ratio_rank[r], access_rank[r], hpsa_rank[r]});
            }
        }
    }
    return verdicts;
}

namespace {

using CostKey = std::tuple<int, Level, std::uint32_t, Payer>;

using Spent = std::map<CostKey, std::vector<double>>;  ///< EUR by replicate

Spent sum_costs(const std::vector<std::vector<CostRow>>& costs, int first)
{
    Spent spent;
    for (std::size_t r = 0; r < costs.size(); ++r) {
        for (const CostRow& row : costs[r]) {
            if (row.year < first) continue;
            const auto add = [&](Level level, std::uint32_t area) {
                auto& list = spent[{row.year, level, area, row.payer}];
                list.resize(costs.size(), 0.0);
                list[r] += row.euro;
            };
            add(Level::country, 0);
            add(Level::region, row.region.value);
        }
    }
    return spent;
}

}  // namespace

std::vector<CostEffect> cost_effects(const std::vector<std::vector<CostRow>>& reference,
                                     const std::vector<std::vector<CostRow>>& scenario, int first)
{
    expects(reference.size() == scenario.size());
    // Summed apart and then subtracted: equal spending leaves exactly nothing.
    auto before = sum_costs(reference, first);
    const auto after = sum_costs(scenario, first);
    for (const auto& entry : after)
        before[entry.first].resize(reference.size(), 0.0);
    std::vector<CostEffect> effects;
    for (auto& [key, spent] : before) {
        const auto found = after.find(key);
        std::vector<double> extra;
        for (std::size_t r = 0; r < spent.size(); ++r)
            extra.push_back((found == after.end() ? 0.0 : found->second[r]) - spent[r]);
        if (std::all_of(extra.begin(), extra.end(), [](double e) { return e == 0; })) continue;
        const Spread s = spread_of(extra);
        const auto& [year, level, area, payer] = key;
        effects.push_back({year, level, area, payer, s.p50, s.p05, s.p95});
    }
    return effects;
}

}  // namespace mgz
