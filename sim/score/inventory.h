// SPDX-License-Identifier: EUPL-1.2
/// The form of the 2023 inventory of medical-generalist care in the regions, filled in from the
/// simulation: scales of four steps, bottlenecks, and initiatives by phase, per region and year.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/score/instrument.h"
#include "sim/score/spread.h"

namespace mgz {

enum class InventoryItem : unsigned char {
    staffing,
    staffing_in_2_years,
    waiting_lists,
    urgency,
    initiatives,
    cooperation_vvt,
    cooperation_ghz,
    cooperation_gp,
    ambition,
    ambition_group,
    small_homes,
    outside_hours,
    anw_duty,
    hap_seh,
    vulnerability,
    funding,
    succession,
    exploring,
    preparing,
    in_force,
};
inline constexpr std::size_t inventory_item_count = 20;

enum class InventoryKind : unsigned char {
    scale,       ///< four steps, as on the form: the first is where most must be done
    group,       ///< four groups without an order
    bottleneck,  ///< mentioned or not
    number
};

struct InventoryEntry {
    InventoryItem item;
    std::string_view id;  ///< as in files
    InventoryKind kind;
    std::string_view dutch;                   ///< heading, as a user of the form knows it
    std::array<std::string_view, 4> answers;  ///< steps or groups, in Dutch; else empty
    std::string_view unit;                    ///< of the value
    std::string_view meaning;                 ///< with places for cut points: see meaning_of
};

/// All entries; entry i is InventoryItem i.
std::span<const InventoryEntry> inventory_entries();

/// What the value of an item is and what decides its step or mention; sentences.
std::string meaning_of(const InventoryEntry& entry, const Instrument& cuts = {});

/// What one replicate says of one item.
struct Answer {
    std::optional<double> value;  ///< none: nothing to measure it by
    int step = 0;                 ///< 1 to 4 of a scale or group; 0: none
    bool mentioned = false;       ///< of a bottleneck
};

/// Where to look. `before` is four years earlier, empty: the start; `later` two years later, empty:
/// the run has ended.
struct InventoryMoment {
    std::size_t now = 0;
    std::optional<std::size_t> before, later;
};
Answer answer_of(InventoryItem item, const History& history, const InventoryMoment& moment,
                 RegionId region, const Instrument& cuts);

/// The same over replicates.
struct InventoryResult {
    std::array<double, 4> steps{};  ///< share of the replicates in each
    int step = 0;                   ///< the most frequent, the lower of equals; 0: none
    bool mentioned = false;         ///< by the mean value; of funding and vulnerability by half of
                                    ///< the replicates at least
    double mentioned_share = 0;     ///< of the replicates, each by itself
    std::optional<Spread> value;    ///< over the replicates that have one
};

/// A table [year][region][item] of the years whose fourth quarter was recorded, rising.
class InventoryTable {
public:
    InventoryTable() = default;
    InventoryTable(std::vector<int> years, std::size_t regions)
        : years_(std::move(years)),
          regions_(regions),
          data_(years_.size() * regions * inventory_item_count)
    {
    }
    InventoryResult& at(std::size_t year, RegionId r, InventoryItem item)
    {
        return data_[place(year, r, item)];
    }
    const InventoryResult& at(std::size_t year, RegionId r, InventoryItem item) const
    {
        return data_[place(year, r, item)];
    }
    const std::vector<int>& years() const { return years_; }
    std::size_t regions() const { return regions_; }

private:
    std::size_t place(std::size_t year, RegionId r, InventoryItem item) const
    {
        expects(year < years_.size() && r.index() < regions_);
        return (year * regions_ + r.index()) * inventory_item_count +
               static_cast<std::size_t>(item);
    }
    std::vector<int> years_;
    std::size_t regions_ = 0;
    std::vector<InventoryResult> data_;
};

/// REQUIRES: at least one history, all with the same plan and world.
InventoryTable take_inventory(std::span<const History> histories, const Instrument& cuts = {});

}  // namespace mgz
