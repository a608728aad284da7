// SPDX-License-Identifier: EUPL-1.2
// What an explanation says: a paragraph for people, JSON for programs.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/study/explain.h"

namespace mgz {

using Json = nlohmann::ordered_json;

std::string_view english_name(Profession p)
{
    constexpr std::array<std::string_view, 3> names{"general practitioner",
                                                    "elderly care physician (SO)",
                                                    "physician for the intellectually disabled "
                                                    "(AVG)"};
    return names[index_of(p)];
}

static std::string_view plural_name(Profession p)
{
    constexpr std::array<std::string_view, 3> names{"general practitioners",
                                                    "elderly care physicians (SO)",
                                                    "physicians for the intellectually disabled "
                                                    "(AVG)"};
    return names[index_of(p)];
}

/// What gave or took FTE, as the subject of a sentence; in the order of Cause.
static constexpr std::array<std::string_view, cause_count> subjects{
    "retirement",
    "early leaving",
    "the trend of hours per physician",
    "owners who became employed",
    "graduates in their first place",
    "changing locums in a fixed place",
    "arrivals from other places",
    "departures to other places",
    "closing practices",
    "the hours of changing locums",
    "the work of trainees",
    "contracts between institutions",
    "withdrawal from contracts",
    "sharing between institutions",
    "nurse specialists, physician assistants and basic doctors",
    "hours bought from agencies",
    "staff drawn away by agencies"};

namespace {

struct Part {
    std::string_view subject;
    double fte;
};

/// The causes of one sign, largest first; the small ones go into `rest`.
std::vector<Part> parts_of(const FteChange& change, bool gains, double& rest)
{
    constexpr std::size_t most = 4;
    std::vector<Part> parts;
    for (std::size_t c = 0; c < cause_count; ++c) {
        const double fte = change.causes[c];
        if (gains ? fte > 0 : fte < 0) parts.push_back({subjects[c], fte});
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return std::abs(a.fte) > std::abs(b.fte);
    });
    while (!parts.empty() && (parts.size() > most || std::abs(parts.back().fte) < 0.05)) {
        rest += parts.back().fte;
        parts.pop_back();
    }
    return parts;
}

/// "retirement took 61.2, early leaving 5.1 and closing practices 2.0"
std::string clause(const std::vector<Part>& parts, std::string_view verb)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
        text += fmt::format("{} {}{:.1f}", parts[i].subject, i == 0 ? fmt::format("{} ", verb) : "",
                            std::abs(parts[i].fte));
    }
    return text;
}

/// "... went from 10.0 to 9.0 FTE (-1.0) ... Retirement took 3.0; graduates brought 2.0."
std::string sentences_of(const FteChange& change)
{
    const double before = change.before.fte + change.before.commercial;
    const double after = change.after.fte + change.after.commercial;
    const std::string text = fmt::format(
        "{} went from {:.1f} to {:.1f} FTE ({:+.1f}), the need for them from {:.1f} to {:.1f}, the "
        "share that is not met from {:.1f}% to {:.1f}%.",
        plural_name(change.profession), before, after, change.change, change.before.need,
        change.after.need, 100 * change.before.shortage, 100 * change.after.shortage);
    double rest = 0;
    std::vector<std::string> clauses;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) clauses.push_back(part);
    };
    add(clause(parts_of(change, false, rest), "took"));
    add(clause(parts_of(change, true, rest), "brought"));
    if (std::abs(rest) >= 0.05) add(fmt::format("all other causes come to {:+.1f}", rest));
    if (clauses.empty()) return text;
    std::string why = fmt::format("{}", fmt::join(clauses, "; "));
    if (why[0] >= 'a' && why[0] <= 'z') why[0] = static_cast<char>(why[0] - 'a' + 'A');
    return fmt::format("{} {}.", text, why);
}

}  // namespace

std::string paragraph_of(const RegionExplanation& e)
{
    std::string text;
    for (const auto& change : e.changes) {
        text += text.empty() ? fmt::format("In {}, between the end of {} and the end of {}, the ",
                                           e.region.name, e.from, e.to)
                             : " The ";
        text += sentences_of(change);
    }
    return text + fmt::format(" These are means over {} replicate{}, simulated, not observed.",
                              e.source.replicates, e.source.replicates == 1 ? "" : "s");
}

static Json state_json(const FteYear& year)
{
    return {{"need", year.need},
            {"fte", year.fte},
            {"commercial", year.commercial},
            {"shortage", year.shortage}};
}

static std::string dumped(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string explanation_json(const RegionExplanation& e)
{
    Json professions = Json::array();
    for (const auto& change : e.changes) {
        Json causes = Json::object();
        for (std::size_t c = 0; c < cause_count; ++c)
            causes[std::string(cause_names[c])] = change.causes[c];
        professions.push_back({{"profession", name_of(change.profession)},
                               {"before", state_json(change.before)},
                               {"after", state_json(change.after)},
                               {"causes", causes},
                               {"sum", change.sum},
                               {"change", change.change},
                               {"difference", change.difference()}});
    }
    return dumped({{"scenario", e.source.title},
                   {"seed", e.source.seed},
                   {"replicates", e.source.replicates},
                   {"region", e.region.code},
                   {"name", e.region.name},
                   {"from", e.from},
                   {"to", e.to},
                   {"professions", professions},
                   {"text", paragraph_of(e)}});
}

static Json position_json(const Groundwork& g, const WeighedPosition& w)
{
    const auto& employer = g.world.employers[w.employer];
    return {{"employer", employer.code},
            {"kind", name_of(employer.kind)},
            {"settlement", g.world.settlements[employer.at].code},
            {"subregion", g.world.subregions[employer.subregion].code},
            {"region", g.world.regions[employer.region].code},
            {"km_to_root", w.root_km},
            {"km_to_home", w.home_km},
            {"openings", w.openings},
            {"colleagues", w.colleagues},
            {"terms",
             {{"root", w.root},
              {"home", w.home},
              {"size", w.size},
              {"load", w.load},
              {"openings", w.plenty},
              {"amenity", w.amenity},
              {"other", w.other}}},
            {"total", w.total},
            {"probability", w.chance}};
}

static std::string place_name(const Groundwork& g, SettlementId s)
{
    const auto& place = g.world.settlements[s];
    return place.name.empty() ? place.code : place.name;
}

std::string paragraph_of(const Groundwork& g, const SettlementDecision& d, int replicate)
{
    const auto& a = d.proposal.applicant;
    const auto& employer = g.world.employers[d.chosen.employer];
    const auto open = d.best.size() + d.others + 1;
    return fmt::format(
        "In replicate {}, {} {} took a place {}at {} in {} ({}) in {}. Rooted in {}, {:.0f} km "
        "away, and grown up in {}, {:.0f} km away, he or she saw {} employer{} with a place, of "
        "which this one had a chance of {:.1f}%, and was accepted in round {}. Simulated, not "
        "observed.",
        replicate, english_name(d.proposal.profession), a.key,
        d.proposal.market == MarketKind::owner ? "as owner " : "", employer.code,
        place_name(g, employer.at), g.world.regions[employer.region].name,
        to_string(d.proposal.quarter), place_name(g, a.root), d.chosen.root_km,
        place_name(g, a.home), d.chosen.home_km, open, open == 1 ? "" : "s", 100 * d.chosen.chance,
        d.proposal.round + 1);
}

std::string decision_json(const Groundwork& g, const SettlementDecision& d, int replicate)
{
    const auto& a = d.proposal.applicant;
    Json best = Json::array();
    for (const auto& position : d.best)
        best.push_back(position_json(g, position));
    return dumped({{"physician", a.key},
                   {"replicate", replicate},
                   {"profession", name_of(d.proposal.profession)},
                   {"quarter", to_string(d.proposal.quarter)},
                   {"round", d.proposal.round + 1},
                   {"market", d.proposal.market == MarketKind::owner ? "owner" : "employed"},
                   {"root", g.world.settlements[a.root].code},
                   {"home", g.world.settlements[a.home].code},
                   {"root_exponent", a.root_exponent},
                   {"home_exponent", a.home_exponent},
                   {"chosen", position_json(g, d.chosen)},
                   {"alternatives", best},
                   {"others", d.others},
                   {"others_probability", d.others_chance},
                   {"outside_probability", d.proposal.outside_chance},
                   {"text", paragraph_of(g, d, replicate)}});
}

}  // namespace mgz
