// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace mgz::cli {

struct ParametersArguments {
    std::string group;  ///< empty: all
    bool markdown = false;
    bool schema = false;  ///< JSON Schema of scenario files; not with the others
};

/// Prints every parameter that a scenario may set. Returns the exit status.
/// Errors (InputError): a group that there is not; a schema of one group or in Markdown.
int show_parameters(const ParametersArguments& arguments);

}  // namespace mgz::cli
