// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns_sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/score/shortage.h"
#include "sim/study/statistics.h"

namespace mgz {

std::optional<std::size_t> Sample::time(Quarter q) const
{
    const auto& quarters = histories.front().plan.quarters;
    const auto found = std::find(quarters.begin(), quarters.end(), q);
    if (found == quarters.end()) return std::nullopt;
    return static_cast<std::size_t>(found - quarters.begin());
}

std::string Sample::not_recorded(Quarter q) const
{
    return fmt::format("the run has no {}", to_string(q));
}

std::vector<double> Sample::bar(std::size_t time, Profession p, Figure f) const
{
    std::vector<double> mean(world.regions.size(), 0.0);
    for (const auto& history : histories) {
        for (std::size_t r = 0; r < mean.size(); ++r)
            mean[r] += history.regions.at(time, r, p, f);
    }
    for (double& m : mean)
        m /= static_cast<double>(histories.size());
    return mean;
}

std::vector<double> Sample::shortage(const History& history, std::size_t time) const
{
    std::vector<double> s(world.regions.size());
    for (std::size_t r = 0; r < s.size(); ++r) {
        s[r] = combined_shortage(history.regions.at(time, r, Profession::gp, Figure::shortage),
                                 history.regions.at(time, r, Profession::so, Figure::shortage));
    }
    return s;
}

std::vector<double> Sample::bar_shortage(std::size_t time) const
{
    auto s = bar(time, Profession::gp, Figure::shortage);
    const auto so = bar(time, Profession::so, Figure::shortage);
    for (std::size_t r = 0; r < s.size(); ++r)
        s[r] = combined_shortage(s[r], so[r]);
    return s;
}

double Sample::national_gap(std::size_t time, Profession p) const
{
    double sum = 0;
    for (const auto& history : histories) {
        const auto& n = history.national[time][p];
        sum += n.need > 0 ? 1 - n.fte / n.need : 0.0;
    }
    return sum / static_cast<double>(histories.size());
}

std::vector<std::size_t> Sample::regions(const std::vector<std::string>& codes,
                                         std::vector<std::string>& missing) const
{
    std::vector<std::size_t> found;
    for (const auto& code : codes) {
        const auto at = std::find_if(world.regions.begin(), world.regions.end(),
                                     [&](const Region& r) { return r.code == code; });
        if (at == world.regions.end()) {
            missing.push_back(code);
        } else {
            found.push_back(static_cast<std::size_t>(at - world.regions.begin()));
        }
    }
    return found;
}

std::string Sample::too_little_to_order(double gap) const
{
    if (gap > data.least_gap) return "";
    return fmt::format("not judged: the national gap is {:.3f}, no more than {:.2f}", gap,
                       data.least_gap);
}

PatternResult Sample::blank(std::string_view id) const
{
    PatternResult result;
    result.id = id;
    for (const auto& kind : pattern_kinds()) {
        if (kind.id != id) continue;
        result.group = kind.group;
        result.what = kind.what;
    }
    if (const auto* target = data.target(result.id)) {
        result.target = target->text;
        result.use = target->use;
        result.confidence = target->evidence.confidence;
    }
    return result;
}

PatternResult Sample::found(std::string_view id, double value, std::string note) const
{
    auto result = blank(id);
    result.value = value;
    if (const auto* target = data.target(result.id)) result.pass = target->met_by(value);
    result.note = std::move(note);
    return result;
}

PatternResult Sample::found(std::string_view id, const Spread& spread, std::string note) const
{
    auto result = found(id, spread.mean, std::move(note));
    result.low = spread.p05;
    result.high = spread.p95;
    return result;
}

PatternResult Sample::missing(std::string_view id, std::string reason) const
{
    auto result = blank(id);
    result.note = std::move(reason);
    return result;
}

std::string some_of(const std::vector<std::string>& items, std::size_t most)
{
    const auto shown = std::min(items.size(), most);
    std::string out;
    for (std::size_t i = 0; i < shown; ++i)
        out += (i == 0 ? "" : ", ") + items[i];
    if (shown < items.size()) out += fmt::format(" and {} more", items.size() - shown);
    return out;
}

std::string worst_ranked(const std::vector<std::string>& names, const std::vector<double>& x,
                         const std::vector<double>& y, std::string_view x_format,
                         std::string_view y_format)
{
    const auto a = average_ranks(x);
    const auto b = average_ranks(y);
    const auto off = [&](std::size_t i) { return a[i] > b[i] ? a[i] - b[i] : b[i] - a[i]; };
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t i, std::size_t j) { return off(i) > off(j); });
    order.resize(std::min<std::size_t>(order.size(), 5));
    std::vector<std::string> items;
    for (const std::size_t i : order) {
        items.push_back(fmt::format("{} ({}, {})", names[i],
                                    fmt::format(fmt::runtime(x_format), x[i]),
                                    fmt::format(fmt::runtime(y_format), y[i])));
    }
    return "furthest out of order: " + some_of(items);
}

}  // namespace mgz
