// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/calibrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "geo/check.h"
#include "sim/study/patterns.h"
#include "sim/study/replicates.h"

namespace mgz {

using geo::InputError;

static double four_digits(double value)
{
    const auto text = fmt::format("{:.4g}", value);
    double rounded = value;
    std::from_chars(text.data(), text.data() + text.size(), rounded);
    return rounded;
}

double rounded_within(double value, double low, double high)
{
    return std::clamp(four_digits(value), low, high);
}

LossFunction::LossFunction(CalibrationTargets targets, PatternData patterns, Scenario base,
                           WorldReader read_world, int threads)
    : targets_(std::move(targets)),
      data_(data_for(targets_, std::move(patterns))),
      base_(std::move(base)),
      read_world_(std::move(read_world)),
      threads_(threads)
{
    const int last = last_year_of(targets_, data_);
    base_.to = targets_.to.value_or(last);
    if (base_.to < last) {
        throw InputError(targets_.file,
                         fmt::format("ends in {}, before a target of {}", base_.to, last),
                         "leave out to, or give a later year");
    }
    check_moves(targets_, base_);
    const bool same_world =
        std::none_of(targets_.moves.begin(), targets_.moves.end(),
                     [](const Movable& move) { return changes_world(move.key); });
    if (same_world) world_ = read_world_(base_);
}

std::vector<double> LossFunction::start() const
{
    Scenario copy = base_;
    const auto moving = parameters_of(targets_, copy);
    std::vector<double> values;
    for (std::size_t i = 0; i < moving.size(); ++i) {
        const auto& move = targets_.moves[i];
        const auto* real = std::get_if<double*>(&moving[i].target);
        const double own = real ? **real : 1.0;
        values.push_back(rounded_within(move.start.value_or(own), move.low, move.high));
    }
    return values;
}

Scenario LossFunction::with(const std::vector<double>& values) const
{
    expects(values.size() == targets_.moves.size());
    Scenario scenario = base_;
    const auto moving = parameters_of(targets_, scenario);
    for (std::size_t i = 0; i < moving.size(); ++i) {
        if (const auto* real = std::get_if<double*>(&moving[i].target)) {
            **real = values[i];
            continue;
        }
        for (auto& [year, value] : std::get<Series*>(moving[i].target)->points) {
            value = rounded_within(value * values[i], moving[i].low, moving[i].high);
        }
    }
    return scenario;
}

Outcome LossFunction::of(const std::vector<double>& values) const
{
    return of(with(values));
}

Outcome LossFunction::of(const Scenario& scenario) const
{
    std::optional<World> fresh;
    if (!world_) fresh = read_world_(scenario);
    const World& world = world_ ? *world_ : *fresh;
    const Groundwork groundwork(world, scenario);
    const auto histories = run_replicates(groundwork, pattern_plan(scenario, data_),
                                          {targets_.replicates, targets_.seed, threads_, {}});
    const auto patterns = measure_patterns(world, scenario, data_, histories);
    Outcome outcome;
    for (const auto& target : targets_.targets) {
        const auto* found = find_pattern(patterns, target.id);
        TargetOutcome t;
        if (found) t.value = found->value;
        if (!t.value) t.note = found ? found->note : "it was not measured";
        t.loss = target.loss(t.value);
        outcome.loss += t.loss;
        outcome.targets.push_back(std::move(t));
    }
    return outcome;
}

namespace {

/// Losses by parameter values: those of the log, then simulated ones.
class Evaluations {
public:
    Evaluations(const LossFunction& loss, CalibrationLog& log) : loss_(loss), log_(log)
    {
        for (const auto& e : log.earlier()) {
            Outcome outcome;
            outcome.loss = e.loss;
            for (std::size_t i = 0; i < e.measured.size(); ++i)
                outcome.targets.push_back({e.measured[i], e.losses[i], {}});
            known_.emplace(e.values, std::move(outcome));
        }
    }

    const Outcome& of(const std::vector<double>& values)
    {
        const auto found = known_.find(values);
        if (found != known_.end()) return found->second;
        Outcome outcome = loss_.of(values);
        ++simulated_;
        LoggedEvaluation e{values, outcome.loss, {}, {}};
        for (const auto& t : outcome.targets) {
            e.measured.push_back(t.value);
            e.losses.push_back(t.loss);
        }
        log_.add(e);
        return known_.emplace(values, std::move(outcome)).first->second;
    }

    int simulated() const { return simulated_; }

private:
    const LossFunction& loss_;
    CalibrationLog& log_;
    std::map<std::vector<double>, Outcome> known_;
    int simulated_ = 0;
};

}  // namespace

/// Parameters of unlike size search better in a unit cube.
static double to_unit(double value, const Movable& move)
{
    return std::clamp((value - move.low) / (move.high - move.low), 0.0, 1.0);
}

/// Already rounded, so that the result is exactly what was evaluated.
static std::vector<double> from_unit(std::span<const double> at, const std::vector<Movable>& moves)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const auto& m = moves[i];
        values.push_back(rounded_within(m.low + at[i] * (m.high - m.low), m.low, m.high));
    }
    return values;
}

static void check_measured(const LossFunction& loss, const Outcome& outcome)
{
    for (std::size_t i = 0; i < outcome.targets.size(); ++i) {
        if (outcome.targets[i].value) continue;
        const auto& target = loss.targets().targets[i];
        const auto& note = outcome.targets[i].note;
        throw InputError(target.place,
                         fmt::format("{} cannot be measured at the start{}{}", target.id,
                                     note.empty() ? "" : ": ", note),
                         "start elsewhere, or leave it out");
    }
}

Calibration calibrate(const LossFunction& loss, CalibrationLog& log, int max_evaluations,
                      const std::function<void(int done, double loss)>& progress)
{
    const auto& targets = loss.targets();
    Evaluations evaluations(loss, log);
    Calibration c;
    const auto evaluate = [&](const std::vector<double>& values) {
        const Outcome& outcome = evaluations.of(values);
        if (c.evaluations++ == 0) {
            check_measured(loss, outcome);
            c.start = outcome;
        }
        if (c.evaluations == 1 || outcome.loss < c.outcome.loss) {
            c.outcome = outcome;
            c.values = values;
        }
        if (progress) progress(c.evaluations, outcome.loss);
        return outcome.loss;
    };
    // By itself: a method may begin beside a start that lies near a bound.
    evaluate(loss.start());
    c.ended = "as many evaluations as allowed";
    if (max_evaluations > 1) {
        Minimisation search{
            targets.method, {}, targets.first_step, targets.tolerance, max_evaluations - 1};
        for (std::size_t i = 0; i < c.values.size(); ++i)
            search.start.push_back(to_unit(c.values[i], targets.moves[i]));
        const auto function = [&](std::span<const double> at) {
            return evaluate(from_unit(at, targets.moves));
        };
        c.ended = minimise(function, search).ended;
    }
    c.simulated = evaluations.simulated();
    return c;
}

}  // namespace mgz
