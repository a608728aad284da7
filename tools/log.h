// SPDX-License-Identifier: EUPL-1.2
/// What the program says about its work, on stderr: nothing but warnings, unless asked with -v or
/// -vv.
#pragma once

#include <string>
#include <string_view>

namespace mgz::cli {

/// \param verbosity 0: warnings only; 1: what is done; 2: details too
void set_up_log(int verbosity);

void log_warning(const std::string& text);
void log_info(const std::string& text);
void log_detail(const std::string& text);

/// On one line and without orders to a terminal, whatever stands in a name or a file: control
/// characters become "\\x0a". Messages and warnings are printed so.
std::string printable(std::string_view text);

}  // namespace mgz::cli
