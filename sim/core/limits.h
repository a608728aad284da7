// SPDX-License-Identifier: EUPL-1.2
/// How much of everything the program takes: beyond that it refuses with a sentence, instead of
/// running out of memory or time. Wide enough for a country a hundred times the Netherlands.
/// What layers of maps and tables may hold: geo/io/limits.h. The table in docs/data.md is compared
/// with both by a test.
#pragma once

#include <cstddef>
#include <cstdint>

namespace mgz::limits {

// Files that users write in TOML.
inline constexpr std::size_t toml_bytes = 8'000'000;
inline constexpr std::size_t toml_depth = 64;        ///< tables and lists within each other
inline constexpr std::size_t toml_key_parts = 32;    ///< a.b.c has three
inline constexpr std::size_t key_bytes = 200;        ///< of one part
inline constexpr std::size_t text_bytes = 4'000;     ///< of one text in such a file
inline constexpr std::size_t inherited_files = 32;   ///< one after another
inline constexpr std::size_t interventions = 1'000;  ///< of a scenario, inherited ones included

// The world.
inline constexpr std::size_t regions = 10'000;
inline constexpr std::size_t subregions = 20'000;
inline constexpr std::size_t settlements = 1'000'000;
inline constexpr std::size_t centres = 10'000;
inline constexpr std::size_t employers = 2'000'000;
inline constexpr std::size_t travel_zones = 30'000;  ///< of a table of travel: 7 GB of distances
inline constexpr double population = 1e9;            ///< of an age group of a settlement or zone
inline constexpr double size = 1e9;                  ///< of an employer, or share of a centre
inline constexpr int owners = 1'000;                 ///< of a practice
inline constexpr double utility = 50;                ///< amenity and housing, in either direction

// Studies.
inline constexpr std::size_t factors = 1'000;
inline constexpr std::size_t policies = 100;
inline constexpr std::size_t searches = 1'000;
inline constexpr std::size_t kept_figures = 1'000'000;  ///< of one run
inline constexpr std::size_t runs = 10'000'000;         ///< of one study

// What the program wrote and reads again.
inline constexpr std::uintmax_t json_bytes = 500'000'000;
inline constexpr int json_depth = 64;

}  // namespace mgz::limits
