// SPDX-License-Identifier: EUPL-1.2
/// What somebody is told whose input is refused.
#pragma once

#include <functional>
#include <string>

#include "geo/check.h"

namespace support {

/// The message of the InputError; empty when there is none.
inline std::string refusal(const std::function<void()>& action)
{
    try {
        action();
    } catch (const geo::InputError& error) {
        return error.what();
    }
    return "";
}

}  // namespace support
