// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/inventory.h"

#include <algorithm>

namespace mgz {

using Item = InventoryItem;

namespace {

/// 1 above the first cut, 2 above the second, 3 above the third, else 4.
int falling_step(double value, const std::array<double, 3>& cuts)
{
    for (int i = 0; i < 3; ++i) {
        if (value > cuts[static_cast<std::size_t>(i)]) return i + 1;
    }
    return 4;
}

/// 1 below the first cut, 2 below the second, 3 below the third, else 4.
int rising_step(double value, const std::array<double, 3>& cuts)
{
    for (int i = 0; i < 3; ++i) {
        if (value < cuts[static_cast<std::size_t>(i)]) return i + 1;
    }
    return 4;
}

Answer staffing(const Reading& r, const Instrument& cuts)
{
    const double share = r.care(RegionFigure::gap_employers);
    return {share, falling_step(share, cuts.staffing)};
}

Answer waiting_lists(const Reading& r, const Instrument& cuts)
{
    const double share = r.care(RegionFigure::long_waits);
    const int step = share > cuts.long_waits_all                                 ? 1
                     : share > cuts.long_waits_most                              ? 2
                     : r.care(RegionFigure::short_waits) > cuts.short_waits_most ? 3
                                                                                 : 4;
    return {share, step};
}

Answer urgency(const Reading& r, const Instrument& cuts)
{
    const double parties = r.care(RegionFigure::urgent_parties);
    return {parties, rising_step(parties, cuts.urgency)};
}

Answer initiatives(const Reading& r)
{
    const double own = r.care(RegionFigure::own_measures);
    const int step = r.care(RegionFigure::joint_across) > 0   ? 4
                     : r.care(RegionFigure::joint_sector) > 0 ? 3
                     : own > 0                                ? 2
                                                              : 1;
    return {own, step};
}

/// Governance of a party: with itself, none where that is not simulated, and with the two others.
struct Ties {
    std::optional<double> own;
    std::array<double, 2> others{};
};

Answer cooperation(const Ties& ties, const Instrument& cuts)
{
    const auto [least, most] = std::minmax(ties.others[0], ties.others[1]);
    double sum = ties.others[0] + ties.others[1];
    if (ties.own) sum += *ties.own;
    const double mean = sum / (ties.own ? 3 : 2);
    const double weakest = ties.own ? std::min(*ties.own, least) : least;
    if (ties.own && *ties.own < cuts.tie_works) return {mean, 1};
    if (weakest > cuts.tie_together) return {mean, 4};
    return {mean, most > cuts.tie_works ? 3 : 2};
}

Ties ties_of(Item item, const Reading& r)
{
    using F = RegionFigure;
    const double gp_vvt = r.care(F::governance_gp_vvt), ghz_gp = r.care(F::governance_ghz_gp),
                 vvt_ghz = r.care(F::governance_vvt_ghz);
    if (item == Item::cooperation_vvt) {
        return {r.care(F::governance_vvt_vvt), {gp_vvt, vvt_ghz}};
    }
    if (item == Item::cooperation_ghz) {
        return {r.care(F::governance_ghz_ghz), {ghz_gp, vvt_ghz}};
    }
    return {std::nullopt, {gp_vvt, ghz_gp}};
}

Answer ambition(const Reading& r)
{
    const double plans =
        r.care(RegionFigure::joint_exploring) + r.care(RegionFigure::joint_preparing);
    const double scope = r.care(RegionFigure::preparing_scope);
    const bool own = scope >= 1 || r.care(RegionFigure::own_measures) > 0;
    return {plans, scope >= 3 ? 4 : scope >= 2 ? 3 : own ? 2 : 1};
}

Answer ambition_text(const Reading& r, const Instrument& cuts)
{
    return {r.care(RegionFigure::board_urgency), static_cast<int>(ambition_group(r, cuts)) + 1};
}

Answer successions(const History& history, const InventoryMoment& moment, RegionId region)
{
    const Reading now{history, moment.now, region};
    Successions s{now.care(RegionFigure::successions_filled),
                  now.care(RegionFigure::successions_failed)};
    if (moment.before) s = successions_between({history, *moment.before, region}, now);
    return {s.share_filled()};
}

/// From which value a bottleneck is mentioned; of successions, below which.
double cut_of(Item item, const Instrument& cuts)
{
    switch (item) {
        case Item::small_homes:
        case Item::outside_hours:
            return cuts.salience;
        case Item::anw_duty:
            return cuts.thin_duty;
        case Item::hap_seh:
            return cuts.pushed;
        case Item::funding:
            return cuts.funding_share;
        case Item::succession:
            return cuts.succession;
        default:
            return 0;
    }
}

bool is_mentioned(Item item, double value, const Instrument& cuts)
{
    const double cut = cut_of(item, cuts);
    return item == Item::succession ? value < cut : value > cut;
}

Answer bottleneck(Item item, const History& history, const InventoryMoment& moment, RegionId region,
                  const Instrument& cuts)
{
    const Reading r{history, moment.now, region};
    switch (item) {
        case Item::small_homes:
            return {small_homes_missed(r)};
        case Item::outside_hours:
            return {outside_missed(r)};
        case Item::anw_duty:
            return {r.care(RegionFigure::thin_duty)};
        case Item::hap_seh:
            return {r.care(RegionFigure::pushed)};
        case Item::vulnerability:
            return {commercial_fte(r)};
        case Item::funding:
            return {temporary_share(r, cuts)};
        default:
            return successions(history, moment, region);
    }
}

}  // namespace

Answer answer_of(InventoryItem item, const History& history, const InventoryMoment& moment,
                 RegionId region, const Instrument& cuts)
{
    const Reading r{history, moment.now, region};
    switch (item) {
        case Item::staffing:
            return staffing(r, cuts);
        case Item::staffing_in_2_years:
            return moment.later ? staffing({history, *moment.later, region}, cuts) : Answer{};
        case Item::waiting_lists:
            return waiting_lists(r, cuts);
        case Item::urgency:
            return urgency(r, cuts);
        case Item::initiatives:
            return initiatives(r);
        case Item::cooperation_vvt:
        case Item::cooperation_ghz:
        case Item::cooperation_gp:
            return cooperation(ties_of(item, r), cuts);
        case Item::ambition:
            return ambition(r);
        case Item::ambition_group:
            return ambition_text(r, cuts);
        case Item::exploring:
            return {r.care(RegionFigure::joint_exploring)};
        case Item::preparing:
            return {r.care(RegionFigure::joint_preparing)};
        case Item::in_force:
            return {joint_in_force(r)};
        default:
            break;
    }
    Answer answer = bottleneck(item, history, moment, region, cuts);
    answer.mentioned = answer.value && is_mentioned(item, *answer.value, cuts);
    return answer;
}

/// Over replicates. \param values scratch
static InventoryResult over_replicates(Item item, std::span<const History> histories,
                                       const InventoryMoment& moment, RegionId region,
                                       const Instrument& cuts, std::vector<double>& values)
{
    InventoryResult result;
    values.clear();
    const double weight = 1.0 / static_cast<double>(histories.size());
    std::array<int, 4> counts{};
    for (const auto& history : histories) {
        const Answer a = answer_of(item, history, moment, region, cuts);
        if (a.value) values.push_back(*a.value);
        if (a.step > 0) ++counts[static_cast<std::size_t>(a.step - 1)];
        result.mentioned_share += a.mentioned ? weight : 0.0;
    }
    for (std::size_t i = 0; i < counts.size(); ++i)
        result.steps[i] = counts[i] * weight;
    const auto top = std::max_element(counts.begin(), counts.end());
    if (*top > 0) result.step = static_cast<int>(top - counts.begin()) + 1;
    if (values.empty()) return result;
    result.value = spread_of(values);
    if (inventory_entries()[static_cast<std::size_t>(item)].kind == InventoryKind::bottleneck) {
        // What is bought, and on what money initiatives live, has no mean region to speak of: it
        // hangs on boards that are drawn anew in every replicate.
        const bool by_half = item == Item::vulnerability || item == Item::funding;
        result.mentioned = by_half ? result.mentioned_share >= 0.5 - 1e-9
                                   : is_mentioned(item, result.value->mean, cuts);
    }
    return result;
}

InventoryTable take_inventory(std::span<const History> histories, const Instrument& cuts)
{
    expects(!histories.empty());
    const auto& quarters = histories.front().plan.quarters;
    const auto place = [&](Quarter q) -> std::optional<std::size_t> {
        const auto found = std::find(quarters.begin(), quarters.end(), q);
        if (found == quarters.end()) return std::nullopt;
        return static_cast<std::size_t>(found - quarters.begin());
    };
    std::vector<int> years;
    for (const Quarter q : quarters) {
        if (q.number() == 4) years.push_back(q.year());
    }
    const std::size_t regions = histories.front().care.regions();
    InventoryTable table(std::move(years), regions);
    std::vector<double> values;
    for (std::size_t y = 0; y < table.years().size(); ++y) {
        const Quarter end = Quarter::of(table.years()[y], 4);
        const InventoryMoment moment{place(end).value(), place(end + -16), place(end + 8)};
        for (std::size_t r = 0; r < regions; ++r) {
            for (std::size_t i = 0; i < inventory_item_count; ++i) {
                const auto item = static_cast<Item>(i);
                table.at(y, RegionId::at(r), item) =
                    over_replicates(item, histories, moment, RegionId::at(r), cuts, values);
            }
        }
    }
    return table;
}

}  // namespace mgz
