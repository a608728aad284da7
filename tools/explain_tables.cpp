// SPDX-License-Identifier: EUPL-1.2
#include "tools/explain_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "tools/text_table.h"

namespace mgz::cli {

namespace {

/// Breaks a paragraph into lines of at most `width` letters.
std::string wrapped(const std::string& text, std::size_t width = 92)
{
    std::string out, line;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto space = std::min(text.find(' ', at), text.size());
        const auto word = text.substr(at, space - at);
        if (!line.empty() && text_width(line) + 1 + text_width(word) > width) {
            out += line + '\n';
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
        at = space + 1;
    }
    return out + line + '\n';
}

/// Without a sign where only zeros would follow it.
double without_minus_zero(double value, double smallest)
{
    return std::abs(value) < smallest / 2 ? 0.0 : value;
}

/// Numbers flush right under the name of their column.
std::string cell(double value)
{
    return fmt::format("{:>14.6f}", without_minus_zero(value, 1e-6));
}

std::vector<std::string> figures(const RegionExplanation& e, std::string name,
                                 const std::function<double(const FteChange&)>& figure)
{
    std::vector<std::string> row{std::move(name)};
    for (const auto& change : e.changes)
        row.push_back(cell(figure(change)));
    return row;
}

std::string utility(double value)
{
    return fmt::format("{:>8.3f}", without_minus_zero(value, 1e-3));
}

std::vector<std::string> position_row(const Groundwork& g, const WeighedPosition& w,
                                      std::string_view mark)
{
    const auto& employer = g.world.employers[w.employer];
    const auto& place = g.world.settlements[employer.at];
    return {std::string(mark),
            employer.code,
            place.name.empty() ? place.code : place.name,
            g.world.regions[employer.region].code,
            fmt::format("{:>5.0f}", w.root_km),
            fmt::format("{:>5.0f}", w.home_km),
            fmt::format("{:>5}", w.colleagues),
            fmt::format("{:>4}", w.openings),
            utility(w.root),
            utility(w.home),
            utility(w.size),
            utility(w.load),
            utility(w.plenty),
            utility(w.amenity),
            utility(w.other),
            utility(w.total),
            fmt::format("{:>8.3f}%", 100 * w.chance)};
}

}  // namespace

std::string explanation_text(const RegionExplanation& e)
{
    Rows rows{{""}};
    for (const auto& change : e.changes)
        rows.front().push_back(fmt::format("{:>14}", name_of(change.profession)));
    const auto all = [](const FteYear& year) { return year.fte + year.commercial; };
    rows.push_back(figures(e, fmt::format("FTE, end of {}", e.from),
                           [&](const FteChange& c) { return all(c.before); }));
    for (std::size_t c = 0; c < cause_count; ++c) {
        const auto of_cause = [c](const FteChange& change) { return change.causes[c]; };
        if (std::all_of(e.changes.begin(), e.changes.end(), [&](const FteChange& change) {
                return std::abs(of_cause(change)) < account_tolerance;
            })) {
            continue;
        }
        rows.push_back(figures(e, fmt::format("  {}", cause_names[c]), of_cause));
    }
    rows.push_back(
        figures(e, "sum of the causes", [](const FteChange& change) { return change.sum; }));
    rows.push_back(figures(e, fmt::format("FTE, end of {}", e.to),
                           [&](const FteChange& c) { return all(c.after); }));
    rows.push_back(
        figures(e, "change of FTE", [](const FteChange& change) { return change.change; }));
    std::vector<std::string> difference{"sum less change"};
    for (const auto& change : e.changes)
        difference.push_back(fmt::format("{:>14.1e}", change.difference()));
    rows.push_back(std::move(difference));
    rows.push_back(figures(e, fmt::format("need, end of {}", e.from),
                           [](const FteChange& c) { return c.before.need; }));
    rows.push_back(figures(e, fmt::format("need, end of {}", e.to),
                           [](const FteChange& c) { return c.after.need; }));
    return fmt::format(
        "{} ({}), scenario \"{}\"; FTE, hours bought from agencies included\n\n{}\n{}",
        e.region.name, e.region.code, e.source.title, aligned(rows), wrapped(paragraph_of(e)));
}

std::string decision_text(const Groundwork& g, const SettlementDecision& d, int replicate)
{
    Rows rows{{"", "employer", "settlement", "region", " root", " home", " coll", "open",
               "    root", "    home", "    size", "    load", "openings", " amenity", "   other",
               "   total", "  chance"}};
    rows.push_back(position_row(g, d.chosen, "chosen"));
    for (const auto& position : d.best)
        rows.push_back(position_row(g, position, ""));
    return fmt::format(
        "Physician {}, {}, in {}\n\n{}\n{} other positions together {:.3f}%, no place {:.3f}%.\n"
        "root, home: km, then the terms of the utility, which add up to the total; the chance is "
        "that of\nthe logit over everything that was open. other: housing, shared duty, pay.\n\n{}",
        d.proposal.applicant.key, english_name(d.proposal.profession),
        to_string(d.proposal.quarter), aligned(rows), d.others, 100 * d.others_chance,
        100 * d.proposal.outside_chance, wrapped(paragraph_of(g, d, replicate)));
}

std::string placements_text(const Groundwork& g, const std::vector<Placement>& placements)
{
    constexpr std::size_t most = 40;
    Rows rows{{"physician", "profession", "quarter", "employer", "settlement", "as", "cause"}};
    // Evenly over the period, so that the first years do not crowd out the rest.
    const std::size_t shown = std::min(most, placements.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& p = placements[i * placements.size() / shown];
        const auto& employer = g.world.employers[p.employer];
        const auto& place = g.world.settlements[employer.at];
        rows.push_back({fmt::format("{:>9}", p.key), std::string(name_of(p.profession)),
                        to_string(p.quarter), employer.code,
                        place.name.empty() ? place.code : place.name,
                        p.owner ? "owner" : "employed",
                        std::string(cause_names[static_cast<std::size_t>(p.cause)])});
    }
    return fmt::format("{}{} of {} placements; --physician KEY tells what one of them weighed.\n",
                       aligned(rows), shown, placements.size());
}

}  // namespace mgz::cli
