// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace mgz::cli {

struct ExplainArguments {
    std::string out;         ///< folder of a run
    std::string region;      ///< code
    std::string profession;  ///< huisarts, so or avg; empty: all
    std::optional<int> from, to;
    std::optional<std::uint32_t> physician;  ///< whose choice to explain
    int replicate = 0;                       ///< in which he or she is looked for
    bool list = false;                       ///< name physicians who settled there
    bool json = false;
};

/// Says why a region has the FTE it has, from the folder of a run. With `physician` or `list` one
/// replicate is run again. Returns the exit status: 1 when the account does not balance.
/// Errors (InputError): as read_run_folder(); an unknown region, year, replicate or physician;
/// inputs that are not those of the run.
int explain(const ExplainArguments& arguments);

}  // namespace mgz::cli
