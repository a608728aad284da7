// SPDX-License-Identifier: EUPL-1.2
// Tables of what happens inside regions: care, the form of the inventory, money.
#include <fmt/format.h>

#include "sim/output/dictionary_codes.h"
#include "sim/output/dictionary_columns.h"

namespace mgz {

TableEntry care_table()
{
    return {"care.csv",
            "",
            "Care, places and cooperation in each region at the end of every year.",
            {year_end(), text("code", "Code of the region."), text("name", "Name of the region."),
             text("indicator", "Which figure; it decides the unit of the four that follow.",
                  region_figure_codes()),
             real("mean", "see indicator", "Mean over the replicates."),
             real("p05", "see indicator", "5% of the replicates lie below."),
             real("p50", "see indicator", "Median of the replicates."),
             real("p95", "see indicator", "95% of the replicates lie below.")}};
}

TableEntry inventory_table()
{
    const auto step = [](int i) {
        return real(fmt::format("step{}", i), "1",
                    fmt::format("Share of the replicates in step {}; empty where there are no "
                                "steps.",
                                i));
    };
    return {
        "inventory.csv",
        "",
        "The form of the 2023 inventory of the regions, filled in at the end of every year. "
        "Its cut points are assumptions.",
        {year_end(), text("code", "Code of the region."), text("name", "Name of the region."),
         text("item",
              "Which question of the form; its meaning says what the value is and what decides "
              "the step or whether it is mentioned.",
              inventory_codes()),
         text("question", "The same in Dutch, as users of the form know it."),
         whole("step", "1",
               "1 to 4, the most frequent over the replicates; 1 is where most must be done. "
               "Empty for items without steps."),
         text("answer", "The words of that step, in Dutch."), step(1), step(2), step(3), step(4),
         whole("mentioned", "0 or 1",
               "Of a bottleneck: 1 when the mean value passes the cut point; for vulnerability "
               "and funding, when at least half of the replicates do."),
         real("mentioned_share", "1", "Of a bottleneck: share of the replicates that pass."),
         real("mean", "see item", "Value, mean over the replicates."),
         real("p05", "see item", "5% of the replicates lie below."),
         real("p50", "see item", "Median of the replicates."),
         real("p95", "see item", "95% of the replicates lie below.")}};
}

TableEntry costs_table()
{
    return {"costs.csv",
            "",
            "Money spent beside ordinary salaries. What nobody spends has no row.",
            {whole("year", "year", "In the course of this year."),
             text("region", "Code of the region."), text("item", "What for.", cost_item_codes()),
             text("payer", "Who pays.", payer_codes()),
             real("mean", "EUR", "Mean over the replicates; nothing spent counts as 0."),
             real("p05", "EUR", "5% of the replicates lie below."),
             real("p95", "EUR", "95% of the replicates lie below.")}};
}

TableEntry distances_table()
{
    return {"distances.csv",
            "",
            "How far the people of each region are from where a profession is trained. A year "
            "without an open institute has no row.",
            {year_end(), text("code", "Code of the region."), text("name", "Name of the region."),
             text("profession", "Profession.", profession_codes()),
             real("km", "km",
                  "To the nearest institute of the profession that is open, dependances left out; "
                  "mean over the people of the region, by their need.")}};
}

}  // namespace mgz
