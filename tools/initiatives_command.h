// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace mgz::cli {

struct InitiativesArguments {
    std::string id;  ///< empty: all
};

/// Prints the catalogue of initiatives and levers, or all about one of them. Returns the exit
/// status.
/// Errors (InputError): an id that there is not.
int show_initiatives(const InitiativesArguments& arguments);

}  // namespace mgz::cli
