// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/labels.h"

#include "sim/output/manifest.h"
#include "sim/output/program_version.h"

namespace mgz {

std::vector<std::pair<std::string, std::string>> labels_of(const Scenario& scenario,
                                                           const Ensemble& ensemble,
                                                           const RunFacts& facts)
{
    std::vector<std::pair<std::string, std::string>> labels{
        {"MGZ_VERSION", std::string(program_version())},
        {"SCENARIO", scenario.title},
        {"SEED", std::to_string(facts.seed)},
        {"REPLICATES", std::to_string(ensemble.replicates)},
        {"CASE_SHA256", case_sha256(scenario, facts)},
        {"NOTE", std::string(simulated_note)},
    };
    if (!facts.attribution.empty()) labels.emplace_back("ATTRIBUTION", facts.attribution);
    return labels;
}

}  // namespace mgz
