// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "sim/output/write_atomically.h"
#include "sim/report/page_json.h"

namespace mgz::cli {

struct ReportArguments {
    std::vector<std::string> folders;  ///< that mgz run, compare or sensitivity made
    std::string out;                   ///< file to make
    report::PageLanguage language = report::PageLanguage::english;
    bool force = false;  ///< replace `out` if it exists
};

/// One page of some folders. Returns the exit status.
/// Errors (InputError): a folder that cannot be reported on, an `out` that may not be written.
/// RunError: the machine refuses; then nothing is left behind.
int make_report(const ReportArguments& arguments);

/// report.html of a folder that is written but not published yet: the last of its files.
/// \param page_template report_template()
void write_report(OutputFolder& out, const std::string& page_template,
                  report::PageLanguage language);

}  // namespace mgz::cli
