// SPDX-License-Identifier: EUPL-1.2
/// Where the program finds what comes with it: default geography and ready scenarios.
#pragma once

#include <string>

#include "sim/scenario/ready_scenarios.h"

namespace mgz::cli {

/// Absolute path of the folder that holds shapefiles/ and scenarios/: the environment variable
/// MGZ_DATA if set; else ../share/mgz beside the folder of the program, links resolved. A build
/// folder has it too. Errors (InputError): MGZ_DATA names something else; the other is not there.
std::string data_folder();

/// The template of a report: report/dist/report.html of the data folder.
/// Errors (InputError): as data_folder(); it is not there.
std::string report_template();

/// The file meant by a SCENARIO on the command line: a path that exists, else a ready scenario with
/// this name, else the word itself.
/// Errors (InputError): a bare name that is neither, with the ready scenario most like it.
std::string scenario_path(const std::string& scenario, const std::string& data_folder);

}  // namespace mgz::cli
