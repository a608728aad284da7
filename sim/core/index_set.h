// SPDX-License-Identifier: EUPL-1.2
/// Some of the indices below a limit, each once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mgz {

/// To ask, to add and to forget cost what is in it, not what could be.
class IndexSet {
public:
    /// Empty, for indices 0 ... limit - 1.
    void reset(std::size_t limit)
    {
        clear();
        has_.resize(limit, 0);
    }
    void clear()
    {
        for (const auto i : list_)
            has_[i] = 0;
        list_.clear();
    }
    /// REQUIRES: below the limit.
    void add(std::size_t i)
    {
        if (has(i)) return;
        has_[i] = 1;
        list_.push_back(static_cast<std::uint32_t>(i));
    }
    bool has(std::size_t i) const { return has_[i] != 0; }
    /// In the order in which they were added.
    const std::vector<std::uint32_t>& list() const { return list_; }

private:
    std::vector<std::uint8_t> has_;
    std::vector<std::uint32_t> list_;
};

}  // namespace mgz
