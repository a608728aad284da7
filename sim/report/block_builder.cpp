// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/block_builder.h"

#include <algorithm>

#include "geo/check.h"

namespace mgz::report {

AreaIndex::AreaIndex(const std::vector<Area>& areas)
{
    for (std::size_t i = 0; i < areas.size(); ++i)
        places_.emplace(areas[i].code, i);
}

std::optional<std::size_t> AreaIndex::find(const std::string& code) const
{
    const auto found = places_.find(code);
    if (found == places_.end()) return std::nullopt;
    return found->second;
}

void BlockBuilder::add(const BlockKey& key, std::size_t area, int year, const Stats& stats)
{
    // Rows of one block often follow each other.
    if (last_ == nullptr || last_->first != key) last_ = &*entries_.try_emplace(key).first;
    last_->second.push_back({area, year, stats});
}

/// Rising, each once.
template <class Entries>
static std::vector<int> years_of(const Entries& entries)
{
    std::vector<int> years;
    for (const auto& entry : entries)
        years.push_back(entry.year);
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

Blocks BlockBuilder::take(const std::array<std::size_t, 3>& areas)
{
    constexpr std::size_t most = 50'000'000;  // figures; a page of 20 MB holds some 5 million
    std::size_t figures = 0;
    Blocks blocks;
    for (const auto& [key, entries] : entries_) {
        Block block;
        block.years = years_of(entries);
        block.areas = areas[static_cast<std::size_t>(key.level)];
        figures += stat_count * block.areas * block.years.size();
        if (figures > most)
            throw geo::InputError("the report", "would hold more figures than a page can show",
                                  "report on fewer folders");
        for (std::size_t stat = 0; stat < stat_count; ++stat) {
            const auto is_known = [stat](const Entry& e) { return e.stats[stat] == e.stats[stat]; };
            if (std::none_of(entries.begin(), entries.end(), is_known)) continue;
            auto& list = block.values[stat];
            list.assign(block.areas * block.years.size(), unknown);
            for (const Entry& e : entries) {
                const auto year = std::lower_bound(block.years.begin(), block.years.end(), e.year);
                expects(e.area < block.areas);
                list[e.area * block.years.size() +
                     static_cast<std::size_t>(year - block.years.begin())] = e.stats[stat];
            }
        }
        blocks.emplace(key, std::move(block));
    }
    entries_.clear();
    last_ = nullptr;
    return blocks;
}

}  // namespace mgz::report
