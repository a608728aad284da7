// SPDX-License-Identifier: EUPL-1.2
// P13: the national programme that supports joint initiatives, month by month.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/study/patterns_sample.h"

namespace mgz {

/// Null when the run does not cover the month.
static const ProgrammeMonth* find_month(const History& history, int month)
{
    const auto& months = history.programme;
    const auto found = std::find_if(months.begin(), months.end(),
                                    [&](const ProgrammeMonth& m) { return m.month == month; });
    return found == months.end() ? nullptr : &*found;
}

static std::string no_month(int month)
{
    return fmt::format("the run has no {}-{:02} of the programme", first_year + month / 12,
                       month % 12 + 1);
}

static int running(const ProgrammeMonth& m)
{
    return std::accumulate(m.running.begin(), m.running.end(), 0);
}

/// Root of the mean squared error of the mean over replicates, months `from` to before `to`.
static PatternResult error_of(const Sample& sample, std::string_view id, int from, int to)
{
    const auto& observed = sample.data.programme;
    double squares = 0;
    std::string shown;
    for (int month = from; month < to; ++month) {
        double mean = 0;
        for (const auto& history : sample.histories) {
            const auto* m = find_month(history, month);
            if (m == nullptr) return sample.missing(id, no_month(month));
            mean += running(*m) / static_cast<double>(sample.histories.size());
        }
        const double seen = observed.running[static_cast<std::size_t>(month - observed.first)];
        squares += (mean - seen) * (mean - seen);
        // Every fourth month is enough to see how it goes.
        if ((to - 1 - month) % 4 == 0) {
            shown =
                fmt::format("{}{}{:.0f} ({:.0f})", shown, shown.empty() ? "" : ", ", mean, seen);
        }
    }
    return sample.found(id, std::sqrt(squares / (to - from)),
                        "simulated (observed) every four months: " + shown);
}

template <class F>
static PatternResult at_month(const Sample& sample, std::string_view id, int month, F value_of)
{
    for (const auto& history : sample.histories) {
        if (find_month(history, month) == nullptr) return sample.missing(id, no_month(month));
    }
    return sample.found(id, sample.over_replicates([&](const History& h) {
        return static_cast<double>(value_of(*find_month(h, month)));
    }));
}

void measure_programme(const Sample& sample, std::vector<PatternResult>& out)
{
    const auto& p = sample.data.programme;
    out.push_back(error_of(sample, "P13", p.fitted_to + 1, p.end()));
    out.push_back(error_of(sample, "P13-fitted", p.first, p.fitted_to + 1));
    out.push_back(at_month(sample, "P13-early", p.last, [](const ProgrammeMonth& m) {
        const int all = running(m);
        return all > 0 ? static_cast<double>(m.running[0] + m.running[1]) / all : 0.0;
    }));
    out.push_back(at_month(sample, "P13-finished", p.last,
                           [](const ProgrammeMonth& m) { return m.finished; }));
    const auto requests = [](const ProgrammeMonth& m) { return m.requests; };
    out.push_back(at_month(sample, "P13-requests-before", p.earlier, requests));
    out.push_back(at_month(sample, "P13-requests", p.last, requests));
}

}  // namespace mgz
