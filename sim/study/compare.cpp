// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/compare.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "geo/check.h"
#include "sim/study/branching.h"
#include "sim/study/compare_effects.h"
#include "sim/study/compare_moves.h"

namespace mgz {

using geo::InputError;

std::vector<std::string> comparison_names(const std::vector<std::string>& paths)
{
    std::vector<std::string> names;
    for (const auto& path : paths) {
        const auto stem = std::filesystem::path(path).stem().string();
        auto name = stem;
        for (int n = 2; std::find(names.begin(), names.end(), name) != names.end(); ++n)
            name = fmt::format("{}-{}", stem, n);
        names.push_back(name);
    }
    return names;
}

namespace {

/// Which years are compared.
struct ComparedYears {
    std::vector<int> before;  ///< in which no scenario differs yet
    std::vector<int> all, output;

    explicit ComparedYears(std::span<const Compared> scenarios)
    {
        const Scenario& reference = scenarios.front().groundwork->scenario;
        std::optional<Quarter> first;
        for (const auto& other : scenarios.subspan(1)) {
            const auto differs = first_difference(reference, other.groundwork->scenario);
            if (differs && (!first || *differs < *first)) first = differs;
        }
        const int from = first ? first->year() : reference.from;
        for (int year = reference.from; year < from; ++year)
            before.push_back(year);
        for (int year = from; year <= reference.to; ++year)
            all.push_back(year);
        for (const int year : reference.output.years) {
            if (year >= from && year <= reference.to) output.push_back(year);
        }
    }
};

template <class Places>
bool same_codes(const Places& a, const Places& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.code == y.code; });
}

}  // namespace

void check_comparable(std::span<const Compared> scenarios)
{
    if (scenarios.size() < 2) {
        throw InputError("compare", "needs two scenarios or more",
                         "name the reference first, then those to hold against it");
    }
    const auto& reference = scenarios.front();
    const Scenario& a = reference.groundwork->scenario;
    for (const auto& other : scenarios.subspan(1)) {
        const Scenario& b = other.groundwork->scenario;
        if (a.from != b.from || a.to != b.to) {
            throw InputError(other.name,
                             fmt::format("runs from {} to {}, but {} from {} to {}", b.from, b.to,
                                         reference.name, a.from, a.to),
                             "give all of them the same years with --from and --to");
        }
        const World& here = reference.groundwork->world;
        const World& there = other.groundwork->world;
        if (!same_codes(here.regions, there.regions) ||
            !same_codes(here.subregions, there.subregions)) {
            throw InputError(other.name,
                             fmt::format("has other regions or subregions than {}", reference.name),
                             "compare scenarios over the same boundaries");
        }
    }
    const ComparedYears years(scenarios);
    if (years.output.empty()) {
        throw InputError("output.years",
                         fmt::format("holds no year from {} on, when the scenarios begin to differ "
                                     "({})",
                                     years.all.front(), fmt::join(a.output.years, ", ")),
                         fmt::format("add one, for example {}", a.to));
    }
}

namespace {

/// What is kept of all replicates of one scenario.
struct Kept {
    ScenarioValues sample;                    ///< [replicate]
    std::vector<std::vector<CostRow>> costs;  ///< [replicate]
};

class Comparing {
public:
    Comparing(std::span<const Compared> scenarios, const ReplicateOptions& options)
        : scenarios_(scenarios), options_(options), years_(scenarios), kept_(scenarios.size())
    {
        const Scenario& reference = scenarios.front().groundwork->scenario;
        plan_ = RecordPlan::yearly(reference);
        for (const int year : years_.output)
            plan_.place_quarters.push_back(Quarter::of(year, 4));
        for (const auto& s : scenarios) {
            const auto from = first_difference(reference, s.groundwork->scenario);
            branches_.push_back({s.groundwork, from});
            const bool same_places = !from || *from > s.groundwork->books.first();
            measures_.push_back(same_places && !measures_.empty() ? measures_.front()
                                                                  : measures_of(*s.groundwork));
            moves_.emplace_back(years_.output, s.groundwork->world.regions.size());
        }
        const Groundwork& g = *scenarios.front().groundwork;
        past_measures_.emplace(g.world, g.scenario, years_.before, std::vector<int>{},
                               [](const EffectKey& k) { return !k.indicator->of_output_years; });
        const auto n = static_cast<std::size_t>(options.replicates);
        past_.resize(n);
        for (auto& kept : kept_) {
            kept.sample.resize(n);
            kept.costs.resize(n);
        }
    }

    void simulate()
    {
        each_replicate(options_, [this](std::uint32_t r) {
            take(r, simulate_branches(branches_, options_.seed, r, plan_));
        });
    }

    Comparison result(std::optional<int> year) const
    {
        Comparison c;
        const Scenario& reference = scenarios_.front().groundwork->scenario;
        c.reference = scenarios_.front().name;
        c.reference_title = reference.title;
        c.replicates = options_.replicates;
        c.years = years_.all;
        c.output_years = years_.output;
        const auto& output = years_.output;
        const bool seen = year && std::find(output.begin(), output.end(), *year) != output.end();
        c.year = seen ? *year : output.back();
        c.keys = measures_.front()->keys();
        c.reference_figures = reference_figures();
        c.reference_verdicts = verdicts_of(*measures_.front(), kept_.front().sample);
        c.scenarios.resize(scenarios_.size() - 1);
        const auto count = static_cast<int>(c.scenarios.size());
#pragma omp parallel for schedule(dynamic)
        for (int k = 0; k < count; ++k)
            c.scenarios[static_cast<std::size_t>(k)] = effects(static_cast<std::size_t>(k) + 1);
        return c;
    }

private:
    std::shared_ptr<const Measures> measures_of(const Groundwork& g) const
    {
        return std::make_shared<const Measures>(g.world, g.scenario, years_.all, years_.output);
    }

    void take(std::uint32_t r, std::vector<History> histories)
    {
        past_[r] = past_measures_->of(histories.front());
        for (std::size_t k = 0; k < histories.size(); ++k) {
            kept_[k].sample[r] = measures_[k]->of(histories[k]);
            kept_[k].costs[r] = std::move(histories[k].costs);
#pragma omp critical(mgz_compare_moves)
            moves_[k].add(histories.front(), histories[k]);
        }
    }

    /// Those of the years before anything differs, then those compared, key by key.
    std::vector<LevelFigure> reference_figures() const
    {
        const Measures& measures = *measures_.front();
        const auto past = figures_of(*past_measures_, past_);
        const auto present = figures_of(measures, kept_.front().sample);
        std::vector<LevelFigure> all;
        auto next_past = past.begin();
        auto next = present.begin();
        for (std::size_t k = 0; k < measures.keys().size(); ++k) {
            const auto is_here = [&](const LevelFigure& f) {
                return past_measures_->keys()[f.key] == measures.keys()[k];
            };
            for (; next_past != past.end() && is_here(*next_past); ++next_past)
                all.push_back({k, next_past->year, next_past->spread});
            for (; next != present.end() && next->key == k; ++next)
                all.push_back(*next);
        }
        ensures(next_past == past.end());
        return all;
    }

    ScenarioEffects effects(std::size_t k) const
    {
        const Scenario& scenario = scenarios_[k].groundwork->scenario;
        ScenarioEffects e;
        e.name = scenarios_[k].name;
        e.title = scenario.title;
        e.question = scenario.question;
        if (const auto from = branches_[k].from) e.differs_from = from->year();
        e.effects = effects_of(*measures_[k], kept_.front().sample, kept_[k].sample);
        e.figures = figures_of(*measures_[k], kept_[k].sample);
        e.lasting = lasting_effects(e.effects);
        e.costs = cost_effects(kept_.front().costs, kept_[k].costs, years_.all.front());
        e.moves = moves_[k].means(options_.replicates);
        e.verdicts = verdicts_of(*measures_[k], kept_[k].sample);
        return e;
    }

    std::span<const Compared> scenarios_;
    const ReplicateOptions& options_;
    ComparedYears years_;
    RecordPlan plan_;
    std::vector<Branch> branches_;
    std::vector<std::shared_ptr<const Measures>> measures_;  ///< shared by those of equal places
    std::vector<MoveCount> moves_;
    std::vector<Kept> kept_;
    std::optional<const Measures> past_measures_;  ///< of the reference, before anything differs
    ScenarioValues past_;                          ///< [replicate]
};

}  // namespace

Comparison compare(std::span<const Compared> scenarios, const ReplicateOptions& options,
                   std::optional<int> year)
{
    expects(scenarios.size() >= 2 && options.replicates > 0);
    Comparing comparing(scenarios, options);
    comparing.simulate();
    return comparing.result(year);
}

}  // namespace mgz
