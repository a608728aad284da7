// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/futures.h"

#include <algorithm>

#include "sim/sensitivity/discovery.h"
#include "sim/sensitivity/discovery_dictionary.h"
#include "sim/sensitivity/regret.h"

namespace mgz {

SensitivityExtra futures_extra(const SweepTable& table, int threads)
{
    SensitivityExtra extra;
    if (!table.study.searches.empty()) {
        const Discovery found = discover(table, threads);
        extra.text += discovery_text(table, found);
        extra.files = {{"searches.csv", searches_csv(table, found)},
                       {"boxes.csv", boxes_csv(table, found)},
                       {"trajectory.csv", trajectory_csv(table, found)}};
    }
    if (table.policies() > 1) {
        const auto found = regrets(table, threads);
        extra.text += regret_text(table, found);
        extra.files.emplace_back("regret.csv", regret_csv(table, found));
        extra.files.emplace_back("satisficing.csv", satisficing_csv(table, found));
    }
    for (const auto& entry : discovery_dictionary()) {
        if (std::any_of(extra.files.begin(), extra.files.end(),
                        [&](const auto& file) { return file.first == entry.file; }))
            extra.tables.push_back(entry);
    }
    return extra;
}

}  // namespace mgz
