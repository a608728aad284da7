// SPDX-License-Identifier: EUPL-1.2
// The books: national figures by year, and the observed figures among them (P15, P16, gaps).
#include <fmt/format.h>

#include "sim/study/patterns_sample.h"

namespace mgz {

static int working(const NationalFigures& n)
{
    return n.owners + n.employed + n.locums;
}

/// FTE worked by physicians with a diploma, over who works: without trainees and without what
/// locums could not place.
static double fte_per_head(const History& history, std::size_t time, Profession p)
{
    double fte = 0;
    for (std::size_t r = 0; r < history.regions.areas(); ++r) {
        fte += history.regions.at(time, r, p, Figure::staff) +
               history.regions.at(time, r, p, Figure::locums);
    }
    const int heads = working(history.national[time][p]);
    return heads > 0 ? fte / heads : 0.0;
}

static double ratio(double a, double b)
{
    return b > 0 ? a / b : 0.0;
}

/// Flows of the year that ends at `time`. The model counts from the start; `before` is the place of
/// the end of the year before, none for the first year.
static Flows flows_of_year(const History& history, std::size_t time,
                           std::optional<std::size_t> before, Profession p)
{
    Flows f = history.national[time][p].flows;
    if (!before) return f;
    const Flows& b = history.national[*before][p].flows;
    f.entrants -= b.entrants;
    f.diplomas -= b.diplomas;
    f.retired -= b.retired;
    f.left -= b.left;
    f.unplaced -= b.unplaced;
    return f;
}

static double figure_of(const History& history, const NationalTarget& t, std::size_t time,
                        std::optional<std::size_t> before)
{
    const auto& n = history.national[time][t.profession];
    const auto flows = flows_of_year(history, time, before, t.profession);
    switch (t.measure) {
        case NationalMeasure::gap:
            return n.need > 0 ? 1 - n.fte / n.need : 0.0;
        case NationalMeasure::heads:
            return working(n);
        case NationalMeasure::owner_share:
            return ratio(n.owners, working(n));
        case NationalMeasure::locum_share:
            return ratio(n.locums, working(n));
        case NationalMeasure::fte_per_head:
            return fte_per_head(history, time, t.profession);
        case NationalMeasure::exits:
            return flows.retired + flows.left;
        case NationalMeasure::exit_rate:
            return ratio(flows.retired + flows.left,
                         before ? working(history.national[*before][t.profession]) : 0);
        case NationalMeasure::diplomas:
            return flows.diplomas;
    }
    return 0;
}

/// The totals behind a ratio, means over replicates.
static std::string totals_of(const Sample& sample, const NationalTarget& t, std::size_t time)
{
    double need = 0, fte = 0, owners = 0, locums = 0, all = 0;
    for (const auto& history : sample.histories) {
        const auto& n = history.national[time][t.profession];
        const double weight = 1.0 / static_cast<double>(sample.histories.size());
        need += weight * n.need;
        fte += weight * n.fte;
        owners += weight * n.owners;
        locums += weight * n.locums;
        all += weight * working(n);
    }
    switch (t.measure) {
        case NationalMeasure::gap:
            return fmt::format("{:.0f} of {:.0f} FTE", fte, need);
        case NationalMeasure::owner_share:
            return fmt::format("{:.0f} of {:.0f}", owners, all);
        case NationalMeasure::locum_share:
            return fmt::format("{:.0f} of {:.0f}", locums, all);
        default:
            return "";
    }
}

static std::string_view what_of(NationalMeasure measure)
{
    switch (measure) {
        case NationalMeasure::gap:
            return "national gap";
        case NationalMeasure::heads:
            return "physicians who work";
        case NationalMeasure::owner_share:
            return "owners / all";
        case NationalMeasure::locum_share:
            return "changing locums / all";
        case NationalMeasure::fte_per_head:
            return "FTE per head";
        case NationalMeasure::exits:
            return "retired and left in the year";
        case NationalMeasure::exit_rate:
            return "the same per head";
        case NationalMeasure::diplomas:
            return "diplomas in the year";
    }
    return "";
}

void measure_national(const Sample& sample, std::vector<PatternResult>& out)
{
    for (const auto& target : sample.data.national) {
        const auto time = sample.time(target.at);
        auto result = sample.blank(target.id);
        if (time) {
            const auto before = sample.time(target.at + -4);
            const auto spread = sample.over_replicates(
                [&](const History& h) { return figure_of(h, target, *time, before); });
            result = sample.found(target.id, spread, totals_of(sample, target, *time));
        } else {
            result.note = sample.not_recorded(target.at);
        }
        // "P15-2012" is part of P15; figures that are no pattern belong to the books.
        result.group = target.id[0] == 'P' ? target.id.substr(0, target.id.find('-')) : "books";
        result.what = fmt::format("{}, {}, {}", what_of(target.measure), name_of(target.profession),
                                  to_string(target.at));
        out.push_back(std::move(result));
    }
}

std::vector<BookRow> measure_books(std::span<const History> histories)
{
    const auto& quarters = histories.front().plan.quarters;
    const double weight = 1.0 / static_cast<double>(histories.size());
    std::vector<BookRow> rows;
    for (const Profession p : all_professions) {
        std::optional<std::size_t> before;
        for (std::size_t time = 0; time < quarters.size(); ++time) {
            if (quarters[time].number() != 4) continue;
            BookRow row;
            row.year = quarters[time].year();
            row.profession = p;
            for (const auto& history : histories) {
                const auto& n = history.national[time][p];
                const auto flows = flows_of_year(history, time, before, p);
                row.heads += weight * working(n);
                row.fte += weight * n.fte;
                row.need += weight * n.need;
                row.fte_per_head += weight * fte_per_head(history, time, p);
                row.owners += weight * n.owners;
                row.locums += weight * n.locums;
                row.seeking += weight * n.seeking;
                row.trainees += weight * n.trainees;
                row.vacancies += weight * n.vacancies;
                row.entrants += weight * flows.entrants;
                row.diplomas += weight * flows.diplomas;
                row.retired += weight * flows.retired;
                row.left += weight * flows.left;
                row.unplaced += weight * flows.unplaced;
            }
            row.gap = row.need > 0 ? 1 - row.fte / row.need : 0.0;
            rows.push_back(row);
            before = time;
        }
    }
    return rows;
}

}  // namespace mgz
