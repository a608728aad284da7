// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/discovery_dictionary.h"

#include "sim/output/dictionary_codes.h"
#include "sim/output/dictionary_columns.h"

namespace mgz {

using Columns = std::vector<ColumnEntry>;

namespace {

/// Policy, and what was looked at.
Columns quantity_columns()
{
    return {text("policy", "Policy, as the study names it; empty where it has none."),
            year_end(),
            text("level", "What kind of area.",
                 {{"country", "-", "The whole country."},
                  {"region", "-", "A region."},
                  {"subregion", "-", "A subregion."}}),
            text("code", "Code of the area."),
            text("profession",
                 "Profession, or the two that make the score; empty where the indicator is of no "
                 "profession.",
                 score_codes()),
            text("indicator", "What is looked at; it decides the unit.")};
}

Columns search_columns()
{
    auto columns = quantity_columns();
    columns.push_back(text("side", "Which futures are cases.",
                           {{"above", "-", "Those with a value above the limit."},
                            {"below", "-", "Those with a value below the limit."}}));
    columns.push_back(real("limit", "see indicator", "The limit."));
    return columns;
}

TableEntry with(Columns first, const char* file, const char* meaning, const Columns& more)
{
    first.insert(first.end(), more.begin(), more.end());
    return {file, "", meaning, std::move(first)};
}

TableEntry searches_table()
{
    return with(
        search_columns(), "searches.csv",
        "What was looked for, and how often it is the case. A future is a point of the design, "
        "its outcome the mean over replicates.",
        {whole("futures", "1", "Futures that were looked at."),
         whole("missing", "1", "Futures left out: a run failed or is missing."),
         whole("cases", "1", "Futures beyond the limit."),
         text("state", "What came out.",
              {{"corners", "-", "The cases gather in corners: see boxes.csv."},
               {"scattered", "-", "No corner is more than chance would make."},
               {"no_cases", "-", "In no future."},
               {"all_cases", "-", "In every future."},
               {"few_cases", "-", "Too few futures are cases to look for a corner."},
               {"few_others", "-", "Too few futures are none to look for a corner."},
               {"no_futures", "-", "No future without a missing run."}}),
         whole("boxes", "1", "Corners found."),
         real("coverage", "share",
              "Share of the cases that the corners hold together. Empty without corners."),
         real("density", "share",
              "Share of cases among the futures of the corners together. Empty without corners.")});
}

TableEntry boxes_table()
{
    return with(
        search_columns(), "boxes.csv",
        "Corners of the factors in which the cases gather (PRIM): one row per corner and factor "
        "that it restricts.",
        {whole("box", "1", "Number of the corner, from 1, in the order they were found."),
         text("factor", "Factor, as the study names it."),
         real("low", "unit of the factor",
              "The factor lies above this; empty: no limit, or the factor has labels."),
         real("high", "unit of the factor",
              "The factor lies below this; empty: no limit, or the factor has labels."),
         text("labels", "The labels that the corner admits, apart by |; of other factors empty."),
         real("coverage", "share", "Share of all cases that lie in the corner."),
         real("density", "share", "Share of cases among the futures of the corner."),
         real("support", "share", "Share of all futures that lie in the corner."),
         real("quasi_p", "1",
              "Probability of as many cases in the corner had this factor's restriction no effect "
              "(binomial). Too small, since the corner was chosen for its cases."),
         real("p_value", "1",
              "Share of shuffles of the cases of which the corner found has a restriction with as "
              "small a quasi_p: what chance alone would find."),
         whole("points", "1", "Futures in the corner."),
         whole("cases", "1", "Cases in the corner.")});
}

TableEntry trajectory_table()
{
    return with(
        search_columns(), "trajectory.csv",
        "All boxes that peeling went through, each with what was removed last; those in earlier "
        "corners are set aside.",
        {whole("box", "1", "Number of the corner that was looked for, from 1."),
         whole("step", "1", "From 0, where nothing is removed."),
         text("factor", "Factor at whose end a slice was removed; empty in step 0."),
         text("removed", "What was removed.",
              {{"nothing", "-", "Where peeling begins."},
               {"below", "-", "Values below the cut."},
               {"above", "-", "Values above the cut."},
               {"label", "-", "One label."}}),
         real("cut", "unit of the factor", "Where it was cut; empty of labels and in step 0."),
         text("label", "The label that was removed, or empty."),
         real("coverage", "share", "Share of the cases of step 0 that are left."),
         real("density", "share", "Share of cases among the futures that are left."),
         real("support", "share", "Share of all futures that are left."),
         whole("points", "1", "Futures left."), whole("cases", "1", "Cases left."),
         whole("chosen", "1",
               "1: from this box the corner was made, after slices were put back and restrictions "
               "dropped that chance could make.")});
}

TableEntry regret_table()
{
    return with(
        quantity_columns(), "regret.csv",
        "How much worse each policy is than the best policy in the same future.",
        {whole("futures", "1", "Futures that were looked at."),
         whole("missing", "1", "Futures left out: a run of some policy failed or is missing."),
         real("outcome_mean", "see indicator", "Outcome of the policy, mean over futures."),
         real("regret_mean", "see indicator", "Regret, never below 0: mean over futures."),
         real("regret_p90", "see indicator", "90% of the futures have a smaller regret."),
         real("regret_max", "see indicator", "The largest regret."),
         real("best_share", "share",
              "Share of futures in which the policy is the best; policies that are equally good "
              "share the future."),
         whole("minimax", "1", "1: no policy has a smaller largest regret.")});
}

TableEntry satisficing_table()
{
    return with(
        search_columns(), "satisficing.csv",
        "In how many futures each policy stays within the limits of the searches.",
        {whole("futures", "1", "Futures that were looked at."),
         whole("missing", "1", "Futures left out: a run of some policy failed or is missing."),
         real("share", "share", "Share of futures that are no case.")});
}

}  // namespace

const std::vector<TableEntry>& discovery_dictionary()
{
    static const std::vector<TableEntry> tables{searches_table(), boxes_table(), trajectory_table(),
                                                regret_table(), satisficing_table()};
    return tables;
}

}  // namespace mgz
