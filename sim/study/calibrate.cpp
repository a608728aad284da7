// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/calibrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

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
    parameters_of(targets_, base_);
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
        values.push_back(std::clamp(move.start.value_or(own), move.low, move.high));
    }
    return values;
}

Scenario LossFunction::with(const std::vector<double>& values, bool rounded) const
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
            value *= values[i];
            if (rounded) value = rounded_within(value, moving[i].low, moving[i].high);
        }
    }
    return scenario;
}

Outcome LossFunction::of(const std::vector<double>& values, bool rounded) const
{
    return of(with(values, rounded));
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

/// Evaluations in order: those of the log first, then simulated ones.
class Evaluations {
public:
    Evaluations(const LossFunction& loss, CalibrationLog& log) : loss_(loss), log_(log)
    {
        for (const auto& e : log.earlier())
            (e.rounded ? rounded_ : searched_).push_back(e);
    }

    Outcome next(const std::vector<double>& values)
    {
        if (used_ < searched_.size()) {
            const auto& e = searched_[used_++];
            if (e.values != values) {
                throw geo::RunError(fmt::format(
                    "{}: its evaluation {} is not the one that the search asks for; remove it",
                    log_.path(), used_));
            }
            return outcome_of(e);
        }
        return simulate(values, false);
    }

    Outcome of_rounded(const std::vector<double>& values)
    {
        for (const auto& e : rounded_) {
            if (e.values == values) return outcome_of(e);
        }
        return simulate(values, true);
    }

    int simulated() const { return simulated_; }

private:
    Outcome simulate(const std::vector<double>& values, bool rounded)
    {
        const Outcome outcome = loss_.of(values, rounded);
        ++simulated_;
        LoggedEvaluation e{values, rounded, outcome.loss, {}, {}};
        for (const auto& t : outcome.targets) {
            e.measured.push_back(t.value);
            e.losses.push_back(t.loss);
        }
        log_.add(e);
        return outcome;
    }

    static Outcome outcome_of(const LoggedEvaluation& e)
    {
        Outcome outcome;
        outcome.loss = e.loss;
        for (std::size_t i = 0; i < e.measured.size(); ++i)
            outcome.targets.push_back({e.measured[i], e.losses[i], {}});
        return outcome;
    }

    const LossFunction& loss_;
    CalibrationLog& log_;
    std::vector<LoggedEvaluation> searched_, rounded_;
    std::size_t used_ = 0;
    int simulated_ = 0;
};

}  // namespace

/// Parameters of unlike size search better in a unit cube.
static double to_unit(double value, const Movable& move)
{
    return std::clamp((value - move.low) / (move.high - move.low), 0.0, 1.0);
}

static std::vector<double> from_unit(std::span<const double> at, const std::vector<Movable>& moves)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const auto& m = moves[i];
        values.push_back(std::clamp(m.low + at[i] * (m.high - m.low), m.low, m.high));
    }
    return values;
}

static void check_measured(const LossFunction& loss, const Outcome& outcome)
{
    for (std::size_t i = 0; i < outcome.targets.size(); ++i) {
        if (outcome.targets[i].value) continue;
        const auto& target = loss.targets().targets[i];
        throw InputError(target.place,
                         fmt::format("{} cannot be measured at the start: {}", target.id,
                                     outcome.targets[i].note),
                         "start elsewhere, or leave it out");
    }
}

Calibration calibrate(const LossFunction& loss, CalibrationLog& log, int max_evaluations,
                      const std::function<void(int done, double loss)>& progress)
{
    const auto& targets = loss.targets();
    Evaluations evaluations(loss, log);
    Calibration c;
    int done = 0;
    const auto function = [&](std::span<const double> at) {
        const Outcome outcome = evaluations.next(from_unit(at, targets.moves));
        if (done == 0) {
            check_measured(loss, outcome);
            c.start = outcome;
        }
        ++done;
        if (progress) progress(done, outcome.loss);
        return outcome.loss;
    };
    Search search{targets.method, {}, targets.first_step, targets.tolerance, max_evaluations};
    const auto start = loss.start();
    for (std::size_t i = 0; i < start.size(); ++i)
        search.start.push_back(to_unit(start[i], targets.moves[i]));
    const Found found = minimise(function, search);

    c.found = from_unit(found.at, targets.moves);
    c.found_loss = found.value;
    c.evaluations = found.evaluations;
    c.ended = found.ended;
    for (std::size_t i = 0; i < c.found.size(); ++i) {
        c.rounded.push_back(
            rounded_within(c.found[i], targets.moves[i].low, targets.moves[i].high));
    }
    c.outcome = evaluations.of_rounded(c.rounded);
    c.simulated = evaluations.simulated();
    return c;
}

}  // namespace mgz
