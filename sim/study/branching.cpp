// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/branching.h"

#include <algorithm>

#include "sim/model/people.h"
#include "sim/scenario/registry.h"

namespace mgz {

/// Long before the first diploma of the stock: the pipeline of 2003 reads places of the 1990s.
static constexpr int earliest_year = 1950;

/// A series is a line or a constant between whole years: two of its values decide it.
static std::optional<int> first_difference(const Series& a, const Series& b, int last_year)
{
    for (int year = earliest_year; year <= last_year; ++year) {
        if (a.at(year) != b.at(year) || a.at(year + 0.5) != b.at(year + 0.5)) return year;
    }
    return std::nullopt;
}

static bool decides_a_run(const std::string& key)
{
    return key != "title" && key != "question" && key != "to" && group_of(key) != "output";
}

static void bring_forward(std::optional<int>& earliest, std::optional<int> year)
{
    if (year && (!earliest || *year < *earliest)) earliest = year;
}

static std::optional<int> first_change_of_parameters(Scenario a, Scenario b)
{
    const auto of_a = parameters(a);
    const auto of_b = parameters(b);
    expects(of_a.size() == of_b.size());
    std::optional<int> earliest;
    for (std::size_t i = 0; i < of_a.size(); ++i) {
        if (!decides_a_run(of_a[i].key)) continue;
        if (const auto* series = std::get_if<Series*>(&of_a[i].target)) {
            bring_forward(earliest, first_difference(**series, *std::get<Series*>(of_b[i].target),
                                                     std::max(a.to, b.to)));
        } else if (value_text(of_a[i]) != value_text(of_b[i])) {
            return earliest_year;
        }
    }
    return earliest;
}

/// The first year of what only one of the two does.
static std::optional<int> first_change_of_interventions(const Scenario& a, const Scenario& b)
{
    auto only_b = b.interventions;
    std::optional<int> earliest;
    for (const auto& of_a : a.interventions) {
        const auto same = std::find(only_b.begin(), only_b.end(), of_a);
        if (same != only_b.end()) {
            only_b.erase(same);
        } else {
            bring_forward(earliest, of_a.from);
        }
    }
    for (const auto& of_b : only_b)
        bring_forward(earliest, of_b.from);
    return earliest;
}

std::optional<Quarter> first_difference(const Scenario& a, const Scenario& b)
{
    expects(a.from == b.from);
    auto year = first_change_of_parameters(a, b);
    bring_forward(year, first_change_of_interventions(a, b));
    if (!year) return std::nullopt;
    return Quarter::of(std::max(*year, a.from), 1);
}

namespace {

/// A replicate under way.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): none comes to be without its members
struct Course {
    const Groundwork& g;
    Draws draws;
    State state;
    Recorder recorder;

    /// Through the quarter before `end`.
    void run(Quarter from, Quarter end)
    {
        for (Quarter q = from; q < end; q = q + 1) {
            advance_quarter(g, draws, q, state);
            recorder.look(state);
        }
    }
};

}  // namespace

std::vector<History> simulate_branches(std::span<const Branch> branches, std::uint32_t seed,
                                       std::uint32_t replicate, const RecordPlan& plan)
{
    expects(!branches.empty());
    const Groundwork& trunk = *branches.front().groundwork;
    const Quarter first = trunk.books.first();
    const Quarter end = trunk.books.last() + 1;
    std::vector<History> histories(branches.size());

    // In order of time, so that the trunk passes every fork once.
    std::vector<std::size_t> forks;
    for (std::size_t k = 1; k < branches.size(); ++k) {
        const auto& g = *branches[k].groundwork;
        expects(g.books.first() == first && g.books.last() + 1 == end);
        const auto from = branches[k].from;
        if (from && *from <= first) {
            histories[k] = simulate(g, seed, replicate, plan);
        } else {
            forks.push_back(k);
        }
    }
    const auto leaves = [&](std::size_t k) {
        return branches[k].from ? std::min(*branches[k].from, end) : end;
    };
    std::stable_sort(forks.begin(), forks.end(),
                     [&](std::size_t a, std::size_t b) { return leaves(a) < leaves(b); });

    const Draws draws(seed, replicate);
    Course course{trunk, draws, {}, Recorder(trunk, plan)};
    start_state(trunk, draws, course.state);
    Quarter now = first;
    for (const std::size_t k : forks) {
        course.run(now, leaves(k));
        now = leaves(k);
        const auto& g = *branches[k].groundwork;
        Course other{g, draws, course.state, Recorder(g, course.recorder)};
        other.run(now, end);
        histories[k] = other.recorder.take();
    }
    course.run(now, end);
    histories.front() = course.recorder.take();
    return histories;
}

}  // namespace mgz
