// SPDX-License-Identifier: EUPL-1.2
/// The three professions that are agents, and tables with one entry for each.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace mgz {

enum class Profession : unsigned char { gp, so, avg };

inline constexpr std::array<Profession, 3> all_professions{Profession::gp, Profession::so,
                                                           Profession::avg};

inline constexpr std::size_t index_of(Profession p)
{
    return static_cast<std::size_t>(p);
}

/// As written in every file and on the command line: huisarts, so, avg.
inline constexpr std::string_view name_of(Profession p)
{
    constexpr std::array<std::string_view, 3> names{"huisarts", "so", "avg"};
    return names[index_of(p)];
}

inline constexpr std::optional<Profession> profession_named(std::string_view name)
{
    for (const Profession p : all_professions) {
        if (name_of(p) == name) return p;
    }
    return std::nullopt;
}

template <class T>
struct ByProfession {
    std::array<T, 3> values{};

    T& operator[](Profession p) { return values[index_of(p)]; }
    const T& operator[](Profession p) const { return values[index_of(p)]; }
    auto begin() { return values.begin(); }
    auto end() { return values.end(); }
    auto begin() const { return values.begin(); }
    auto end() const { return values.end(); }
};

}  // namespace mgz
