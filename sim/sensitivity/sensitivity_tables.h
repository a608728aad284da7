// SPDX-License-Identifier: EUPL-1.2
/// Tables of a sensitivity analysis as CSV. Columns: sensitivity_dictionary(). The entry outlives
/// the call.
#pragma once

#include <string>

#include "sim/output/dictionary.h"
#include "sim/sensitivity/indices.h"

namespace mgz {

std::string indices_csv(const SweepTable& table, const Findings& findings, const TableEntry& entry);
std::string convergence_csv(const SweepTable& table, const Findings& findings,
                            const TableEntry& entry);
std::string variance_csv(const SweepTable& table, const Findings& findings,
                         const TableEntry& entry);
std::string associations_csv(const SweepTable& table, const Findings& findings,
                             const TableEntry& entry);

std::string_view name_of(IndexState state);

/// A factor as tables and texts show it.
struct FactorFacts {
    std::string range;   ///< "0.8 to 1.2", "off or on"
    std::string basis;   ///< "assumption"; empty where there is no parameter
    std::string source;  ///< of the default
};
FactorFacts facts_of(const Factor& factor);

}  // namespace mgz
