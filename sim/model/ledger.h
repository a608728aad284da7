// SPDX-License-Identifier: EUPL-1.2
/// Money spent beside ordinary salaries, by region, item and payer.
#pragma once

#include <array>

#include "sim/core/id.h"
#include "sim/scenario/initiative.h"

namespace mgz {

/// Items 0 to initiative_count - 1 are the entries of the catalogue.
enum class CostItem : std::size_t {
    support_staff = initiative_count,  ///< VS, PA and basic doctors who take over hours
    programme,                         ///< support by the national programme
};
inline constexpr std::size_t cost_item_count = initiative_count + 2;
/// As in files: the id of the entry, "support_staff", "programme".
std::string_view cost_item_name(std::size_t item);

class Ledger {
public:
    using Sums = std::array<std::array<double, payer_count>, cost_item_count>;

    Ledger() = default;
    explicit Ledger(std::size_t regions) : euro_(regions) {}
    void book(RegionId r, std::size_t item, Payer payer, double euro)
    {
        euro_[r][item][static_cast<std::size_t>(payer)] += euro;
    }
    const Sums& of(RegionId r) const { return euro_[r]; }
    std::size_t regions() const { return euro_.size(); }

private:
    IdVector<RegionId, Sums> euro_;
};

}  // namespace mgz
