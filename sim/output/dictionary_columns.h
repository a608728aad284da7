// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/output only: what the files of the dictionary share.
#pragma once

#include <utility>

#include "sim/output/dictionary.h"

namespace mgz {

inline ColumnEntry text(std::string name, std::string meaning, std::vector<CodeEntry> codes = {})
{
    return {std::move(name), geo::io::ColumnType::text, "-", std::move(meaning), std::move(codes)};
}

inline ColumnEntry whole(std::string name, std::string unit, std::string meaning)
{
    return {std::move(name), geo::io::ColumnType::integer, std::move(unit), std::move(meaning)};
}

inline ColumnEntry real(std::string name, std::string unit, std::string meaning)
{
    return {std::move(name), geo::io::ColumnType::real, std::move(unit), std::move(meaning)};
}

inline ColumnEntry year_end()
{
    return whole("year", "year", "State at the end of this year.");
}

/// Meanings beside the names that the model gives its codes: as many, in the same order.
template <std::size_t n>
std::vector<CodeEntry> explained(const std::array<std::string_view, n>& names,
                                 const std::array<CodeEntry, n>& entries)
{
    std::vector<CodeEntry> codes;
    for (std::size_t i = 0; i < n; ++i) {
        codes.push_back({std::string(names[i]), entries[i].unit, entries[i].meaning});
    }
    return codes;
}

/// Layer training_centres of a file.
TableEntry centre_layer(std::string file);
/// distances.csv, of a run and of a comparison.
TableEntry distances_table();
/// care.csv, inventory.csv and costs.csv.
TableEntry care_table();
TableEntry inventory_table();
TableEntry costs_table();
/// dictionary.csv itself.
TableEntry dictionary_table();

}  // namespace mgz
