// SPDX-License-Identifier: EUPL-1.2
#include "geo/text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace geo {

/// Longer names are compared by their beginnings: who compares pays by the product of the lengths.
static constexpr std::size_t most_compared = 200;

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    // Three rows of the table are enough: swaps look two rows back.
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> previous(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    std::iota(previous.begin(), previous.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[j] = std::min(current[j], before[j - 2] + 1);
            }
        }
        std::swap(before, previous);
        std::swap(previous, current);
    }
    return previous[b.size()];
}

std::string lower(std::string_view text)
{
    std::string small(text);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return small;
}

std::vector<std::string> by_nearness(std::string_view wanted,
                                     std::span<const std::string> candidates)
{
    const std::string small = lower(wanted.substr(0, most_compared));
    std::vector<std::pair<std::size_t, std::string>> ranked;
    ranked.reserve(candidates.size());
    for (const std::string& candidate : candidates) {
        ranked.emplace_back(
            edit_distance(small, lower(std::string_view(candidate).substr(0, most_compared))),
            candidate);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    names.reserve(ranked.size());
    for (auto& entry : ranked)
        names.push_back(std::move(entry.second));
    return names;
}

std::string nearest_name(std::string_view wanted, std::span<const std::string> candidates)
{
    if (wanted.size() > most_compared) return {};
    const std::vector<std::string> ranked = by_nearness(wanted, candidates);
    if (ranked.empty()) return {};
    const std::size_t letters = std::max(wanted.size(), ranked.front().size());
    if (letters > most_compared) return {};
    const std::size_t allowed = std::max<std::size_t>(2, letters / 3);
    const std::size_t needed = edit_distance(lower(wanted), lower(ranked.front()));
    return needed <= allowed && needed < letters ? ranked.front() : std::string{};
}

std::string joined(std::span<const std::string> names)
{
    std::string text;
    for (const std::string& name : names) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

}  // namespace geo
