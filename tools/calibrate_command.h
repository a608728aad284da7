// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace mgz::cli {

struct CalibrateArguments {
    std::string targets;      ///< target file
    std::string out;          ///< scenario file to make; the log is `out`.log
    int max_evaluations = 0;  ///< 0: as the target file says
    int threads = 0;          ///< 0: as many as the machine offers
    bool resume = false;      ///< go on with the log that is there
};

/// Finds parameters that meet targets best, writes them as a scenario file, with the record beside
/// it as JSON, and prints what came out. Returns the exit status.
/// Errors (InputError): a target file that cannot be used, an `out` that may not be written, a log
/// of another search; all before the first evaluation. RunError: the machine refuses; what was
/// evaluated stays in the log.
int calibrate_parameters(const CalibrateArguments& arguments);

}  // namespace mgz::cli
