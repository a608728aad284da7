// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/ledger.h"

namespace mgz {

std::string_view cost_item_name(std::size_t item)
{
    if (item < initiative_count) return id_of(static_cast<Initiative>(item));
    return item == static_cast<std::size_t>(CostItem::programme) ? "programme" : "support_staff";
}

}  // namespace mgz
