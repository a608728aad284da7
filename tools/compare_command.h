// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/report/page_json.h"

namespace mgz::cli {

struct CompareArguments {
    std::vector<std::string> scenarios;  ///< as written; the first is the reference
    std::vector<std::string> settings;   ///< "key=value", for all of them
    std::optional<int> from, to;         ///< years
    std::string out;                     ///< folder to make; may be empty for a dry run
    int replicates = 20;
    std::uint32_t seed = 1;
    int threads = 0;  ///< 0: as many as the machine offers
    bool dry_run = false;
    bool force = false;                                             ///< replace `out` if it exists
    report::PageLanguage language = report::PageLanguage::english;  ///< of report.html
    std::vector<std::string> command;  ///< the words of the command line, for run.json
};

/// The first scenario against each of the others. Returns the exit status.
/// Errors (InputError): scenarios or inputs that cannot be used or compared, an `out` that may not
/// be written; all before the simulation starts. RunError: the machine refuses; then nothing is
/// left behind.
int compare_scenarios(const CompareArguments& arguments);

}  // namespace mgz::cli
