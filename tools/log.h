// SPDX-License-Identifier: EUPL-1.2
/// What the program says about its work, on stderr: nothing but warnings, unless asked with -v or
/// -vv.
#pragma once

#include <string>

namespace mgz::cli {

/// \param verbosity 0: warnings only; 1: what is done; 2: details too
void set_up_log(int verbosity);

/// Each is printed on one line, whatever stands in a name or a file (geo/one_line.h).
void log_warning(const std::string& text);
void log_info(const std::string& text);
void log_detail(const std::string& text);

}  // namespace mgz::cli
