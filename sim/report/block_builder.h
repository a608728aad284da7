// SPDX-License-Identifier: EUPL-1.2
/// From rows in any order to blocks.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/report/page_data.h"

namespace mgz::report {

/// Where a code stands among the areas of a level.
class AreaIndex {
public:
    AreaIndex() = default;
    explicit AreaIndex(const std::vector<Area>& areas);
    std::size_t size() const { return places_.size(); }
    std::optional<std::size_t> find(const std::string& code) const;

private:
    std::unordered_map<std::string, std::size_t> places_;
};

class BlockBuilder {
public:
    /// One value set: of an area in a year. Stats that are unknown are left out.
    void add(const BlockKey& key, std::size_t area, int year, const Stats& stats);

    /// \param areas how many a level has
    Blocks take(const std::array<std::size_t, 3>& areas);

private:
    struct Entry {
        std::size_t area;
        int year;
        Stats stats;
    };
    std::map<BlockKey, std::vector<Entry>> entries_;
    std::pair<const BlockKey, std::vector<Entry>>* last_ = nullptr;
};

}  // namespace mgz::report
