// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/sensitivity only: the parts of the summary, in the order they stand.
#pragma once

#include <string>
#include <vector>

#include "sim/sensitivity/indices.h"

namespace mgz {

/// With fewer blocks a sum of first-order indices is not worth a sentence.
inline constexpr int blocks_for_sums = 32;

struct SummaryOf {
    const SweepTable& table;
    const Findings& findings;
    const Bootstrap& bootstrap;

    const KeptQuantity& quantity(std::size_t q) const { return table.quantities[q]; }
    bool sobol() const { return table.design.kind == DesignKind::saltelli; }
    int last_year() const;
    /// Is it one of the country, in the last year?
    bool headline(std::size_t quantity) const;
    const Convergence* convergence(std::size_t policy, std::size_t quantity) const;
    /// " under **NAME**"; nothing where there is one policy.
    std::string under(std::size_t policy) const;
};

/// With a first letter as at the start of a sentence.
std::string capital(std::string words);

/// The factors, how many runs, how many failed.
void append_varied(std::string& text, const SummaryOf& s);
/// For each quantity of the country: the factors that matter most.
void append_country_drivers(std::string& text, const SummaryOf& s);
/// Where there are no indices: which values go with which outcomes.
void append_country_associations(std::string& text, const SummaryOf& s);
/// What luck does.
void append_luck(std::string& text, const SummaryOf& s);
/// Where regions differ in what matters most.
void append_regions(std::string& text, const SummaryOf& s);
/// Is N enough?
void append_enough(std::string& text, const SummaryOf& s);
/// What a reader must know before he trusts it.
void append_warnings(std::string& text, const SummaryOf& s);

}  // namespace mgz
