// SPDX-License-Identifier: EUPL-1.2
/// Members of JSON that may come from anybody.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace mgz {

/// A member. Throws std::exception where it is missing, of another type, or a whole number that T
/// does not hold.
template <class T>
T member_of(const nlohmann::ordered_json& json, const char* name)
{
    const auto& found = json.at(name);
    if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
        const bool high =
            found.is_number_unsigned() && !std::in_range<T>(found.get<std::uint64_t>());
        if (!found.is_number_integer() || high || !std::in_range<T>(found.get<std::int64_t>()))
            throw std::out_of_range(name);
    }
    return found.get<T>();
}

}  // namespace mgz
