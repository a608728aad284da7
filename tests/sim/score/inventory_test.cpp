// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/inventory.h"

#include <set>

#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;
using Item = InventoryItem;

namespace {

const RegionId here = RegionId::at(0);

/// One region over the fourth quarters of 2019 to 2025, nothing set.
History blank()
{
    History h;
    for (int year = 2019; year <= 2025; ++year)
        h.plan.quarters.push_back(Quarter::of(year, 4));
    h.regions = AreaTable(h.plan.quarters.size(), 1);
    h.care = RegionTable(h.plan.quarters.size(), 1);
    return h;
}
constexpr std::size_t at_2019 = 0, at_2023 = 4, at_2025 = 6;

double& care(History& h, RegionFigure f, std::size_t time = at_2023)
{
    return h.care.at(time, here, f);
}

/// The cut points that were fitted have round values here.
Instrument our_cuts()
{
    Instrument cuts;
    cuts.salience = 0.4;
    cuts.ambition_urgency = 0.2;
    return cuts;
}

Answer answer(const History& h, Item item)
{
    return answer_of(item, h, {at_2023, at_2019, at_2025}, here, our_cuts());
}

/// Step of an item when one figure has a value.
int step_at(Item item, RegionFigure f, double value)
{
    History h = blank();
    care(h, f) = value;
    return answer(h, item).step;
}

int cooperation(Item item, double vvt_vvt, double gp_vvt, double ghz_ghz, double ghz_gp,
                double vvt_ghz)
{
    History h = blank();
    care(h, RegionFigure::governance_vvt_vvt) = vvt_vvt;
    care(h, RegionFigure::governance_gp_vvt) = gp_vvt;
    care(h, RegionFigure::governance_ghz_ghz) = ghz_ghz;
    care(h, RegionFigure::governance_ghz_gp) = ghz_gp;
    care(h, RegionFigure::governance_vvt_ghz) = vvt_ghz;
    return answer(h, item).step;
}

}  // namespace

TEST_CASE("every item stands at its place, with words for its steps")
{
    std::set<std::string_view> ids;
    std::size_t i = 0;
    for (const auto& entry : inventory_entries()) {
        INFO(entry.id);
        CHECK(static_cast<std::size_t>(entry.item) == i++);
        CHECK(ids.insert(entry.id).second);
        const bool steps = entry.kind == InventoryKind::scale || entry.kind == InventoryKind::group;
        for (const auto answer : entry.answers)
            CHECK(answer.empty() == !steps);
        CHECK_FALSE(entry.dutch.empty());
        CHECK(entry.meaning.ends_with('.'));
    }
    CHECK(i == inventory_item_count);
}

TEST_CASE("what users read names the cut points that are used")
{
    Instrument cuts;
    cuts.salience = 0.77;
    cuts.ambition_urgency = 0.035;
    cuts.staffing = {0.61, 0.31, 0.11};
    const auto text = [&](Item item) {
        return meaning_of(inventory_entries()[static_cast<std::size_t>(item)], cuts);
    };
    CHECK_THAT(text(Item::small_homes), EndsWith("over 0.77."));
    CHECK_THAT(text(Item::outside_hours), EndsWith("over 0.77."));
    CHECK_THAT(text(Item::ambition_group), ContainsSubstring("urgency below 0.035 or"));
    CHECK_THAT(text(Item::staffing), EndsWith("above 0.61, 0.31, 0.11, less."));
    for (const auto& entry : inventory_entries()) {
        const auto filled = meaning_of(entry, cuts);
        CHECK_THAT(filled, EndsWith(".") && !ContainsSubstring("{"));
    }
}

TEST_CASE("staffing: share of employers that are short, now and two years later")
{
    const auto step = [](double share) {
        return step_at(Item::staffing, RegionFigure::gap_employers, share);
    };
    CHECK(step(0.51) == 1);
    CHECK(step(0.50) == 2);
    CHECK(step(0.26) == 2);
    CHECK(step(0.25) == 3);
    CHECK(step(0.06) == 3);
    CHECK(step(0.05) == 4);
    History h = blank();
    care(h, RegionFigure::gap_employers) = 0.1;
    care(h, RegionFigure::gap_employers, at_2025) = 0.6;
    CHECK(answer(h, Item::staffing).step == 3);
    CHECK(answer(h, Item::staffing_in_2_years).step == 1);
    CHECK(answer(h, Item::staffing_in_2_years).value == 0.6);
    const auto last = answer_of(Item::staffing_in_2_years, h, {at_2025, {}, {}}, here, {});
    CHECK(last.step == 0);
    CHECK_FALSE(last.value.has_value());
}

TEST_CASE("waiting lists: long nearly everywhere, at most, short at most, hardly")
{
    const auto step = [](double over_13, double over_4) {
        History h = blank();
        care(h, RegionFigure::long_waits) = over_13;
        care(h, RegionFigure::short_waits) = over_4;
        return answer(h, Item::waiting_lists).step;
    };
    CHECK(step(0.81, 1) == 1);
    CHECK(step(0.80, 1) == 2);
    CHECK(step(0.50, 1) == 3);
    CHECK(step(0.50, 0.51) == 3);
    CHECK(step(0.10, 0.50) == 4);
}

TEST_CASE("urgency: how many of five parties, halves are for regions with several tables")
{
    const auto step = [](double parties) {
        return step_at(Item::urgency, RegionFigure::urgent_parties, parties);
    };
    CHECK(step(0) == 1);
    CHECK(step(0.4) == 1);
    CHECK(step(1) == 2);
    CHECK(step(2) == 2);
    CHECK(step(3) == 3);
    CHECK(step(4) == 4);
    CHECK(step(5) == 4);
}

TEST_CASE("initiatives and ambition: the widest scope counts")
{
    History h = blank();
    CHECK(answer(h, Item::initiatives).step == 1);
    CHECK(answer(h, Item::ambition).step == 1);
    care(h, RegionFigure::own_measures) = 2;
    CHECK(answer(h, Item::initiatives).step == 2);
    CHECK(answer(h, Item::initiatives).value == 2);
    CHECK(answer(h, Item::ambition).step == 2);
    care(h, RegionFigure::joint_sector) = 1;
    CHECK(answer(h, Item::initiatives).step == 3);
    care(h, RegionFigure::joint_across) = 1;
    CHECK(answer(h, Item::initiatives).step == 4);
    CHECK(answer(h, Item::in_force).value == 2);
    care(h, RegionFigure::preparing_scope) = 2;
    care(h, RegionFigure::joint_exploring) = 1;
    care(h, RegionFigure::joint_preparing) = 2;
    CHECK(answer(h, Item::ambition).step == 3);
    CHECK(answer(h, Item::ambition).value == 3);
    care(h, RegionFigure::preparing_scope) = 3;
    CHECK(answer(h, Item::ambition).step == 4);
}

TEST_CASE("cooperation: the own table first, then the others")
{
    const auto vvt = [](double own, double gp, double ghz) {
        return cooperation(Item::cooperation_vvt, own, gp, 0, 0, ghz);
    };
    CHECK(vvt(0.29, 0.9, 0.9) == 1);
    CHECK(vvt(0.8, 0.3, 0.1) == 2);
    CHECK(vvt(0.8, 0.31, 0.1) == 3);
    CHECK(vvt(0.8, 0.1, 0.7) == 3);
    CHECK(vvt(0.8, 0.7, 0.6) == 3);
    CHECK(vvt(0.8, 0.7, 0.61) == 4);
    CHECK(vvt(0.6, 0.7, 0.7) == 3);
    const auto ghz = [](double own, double gp, double with_vvt) {
        return cooperation(Item::cooperation_ghz, 0, 0, own, gp, with_vvt);
    };
    CHECK(ghz(0.2, 0.9, 0.9) == 1);
    CHECK(ghz(0.5, 0.2, 0.2) == 2);
    CHECK(ghz(0.7, 0.7, 0.7) == 4);
    // GPs have no tie of their own.
    const auto gp = [](double with_vvt, double with_ghz) {
        return cooperation(Item::cooperation_gp, 0, with_vvt, 0, with_ghz, 0);
    };
    CHECK(gp(0.1, 0.1) == 2);
    CHECK(gp(0.5, 0.1) == 3);
    CHECK(gp(0.7, 0.7) == 4);
    History h = blank();
    care(h, RegionFigure::governance_gp_vvt) = 0.5;
    care(h, RegionFigure::governance_ghz_gp) = 0.1;
    CHECK_THAT(answer(h, Item::cooperation_gp).value.value(), WithinRel(0.3, 1e-12));
}

TEST_CASE("the groups of the text are another thing than the scale of ambition")
{
    History h = blank();
    const auto group = [&] { return answer(h, Item::ambition_group).step; };
    care(h, RegionFigure::board_urgency) = 0.5;
    CHECK(group() == 1);  // no governance
    for (const auto f : {RegionFigure::governance_vvt_vvt, RegionFigure::governance_gp_vvt}) {
        care(h, f) = 0.5;
    }
    CHECK(group() == 2);  // governance 0.2 on the mean, no plan
    care(h, RegionFigure::joint_sector) = 4;
    CHECK(group() == 4);
    care(h, RegionFigure::joint_preparing) = 1;
    CHECK(group() == 3);
    care(h, RegionFigure::board_urgency) = 0.19;
    CHECK(group() == 1);
}

TEST_CASE("bottlenecks: values and cut points")
{
    History h = blank();
    const auto mentioned = [&](Item item) { return answer(h, item).mentioned; };
    CHECK_FALSE(mentioned(Item::small_homes));
    care(h, RegionFigure::small_needed) = 10;
    care(h, RegionFigure::small_given) = 5.9;
    CHECK_THAT(answer(h, Item::small_homes).value.value(), WithinRel(0.41, 1e-9));
    CHECK(mentioned(Item::small_homes));
    for (const Profession p : all_professions) {
        h.regions.at(at_2023, 0, p, Figure::outside_needed) = 10;
        h.regions.at(at_2023, 0, p, Figure::outside_given) = p == Profession::gp ? 0 : 7;
    }
    CHECK_THAT(answer(h, Item::outside_hours).value.value(), WithinRel(0.3, 1e-9));
    CHECK_FALSE(mentioned(Item::outside_hours));
    care(h, RegionFigure::thin_duty) = 0.2;
    CHECK(mentioned(Item::anw_duty));
    care(h, RegionFigure::pushed) = 0.1;
    CHECK_FALSE(mentioned(Item::hap_seh));
    CHECK_FALSE(mentioned(Item::vulnerability));
    care(h, RegionFigure::commercial) = 0.2;
    CHECK(mentioned(Item::vulnerability));
    care(h, RegionFigure::joint_across) = 1;
    care(h, RegionFigure::joint_temporary) = 1;
    CHECK_FALSE(mentioned(Item::funding));  // one is too few to speak of
    care(h, RegionFigure::joint_across) = 3;
    care(h, RegionFigure::joint_temporary) = 2;
    CHECK(mentioned(Item::funding));
}

TEST_CASE("successions are those of four years, or since the start")
{
    History h = blank();
    CHECK_FALSE(answer(h, Item::succession).value.has_value());
    CHECK_FALSE(answer(h, Item::succession).mentioned);
    care(h, RegionFigure::successions_filled, at_2019) = 10;
    care(h, RegionFigure::successions_filled) = 12;
    care(h, RegionFigure::successions_failed) = 3;
    CHECK_THAT(answer(h, Item::succession).value.value(), WithinRel(0.4, 1e-12));
    CHECK(answer(h, Item::succession).mentioned);
    const auto since_start = answer_of(Item::succession, h, {at_2023, {}, {}}, here, {});
    CHECK_THAT(since_start.value.value(), WithinRel(0.8, 1e-12));
}

TEST_CASE("over replicates: shares of steps, the most frequent, mentions")
{
    std::vector<History> three{blank(), blank(), blank()};
    const std::array share{0.6, 0.1, 0.2};
    for (std::size_t i = 0; i < 3; ++i) {
        care(three[i], RegionFigure::gap_employers) = share[i];
        care(three[i], RegionFigure::thin_duty) = share[i];
    }
    care(three[0], RegionFigure::commercial) = 9;
    const auto table = take_inventory(three);
    CHECK(table.years() == std::vector{2019, 2020, 2021, 2022, 2023, 2024, 2025});
    const auto& staffing = table.at(4, here, Item::staffing);
    CHECK(staffing.step == 3);
    CHECK_THAT(staffing.steps[0], WithinRel(1.0 / 3, 1e-12));
    CHECK_THAT(staffing.steps[2], WithinRel(2.0 / 3, 1e-12));
    CHECK_THAT(staffing.value.value().mean, WithinRel(0.3, 1e-12));
    CHECK_THAT(staffing.value.value().p50, WithinRel(0.2, 1e-12));
    // Seen from two years before, and from the end of the run.
    CHECK(table.at(2, here, Item::staffing_in_2_years).step == 3);
    CHECK(table.at(6, here, Item::staffing_in_2_years).step == 0);
    CHECK_FALSE(table.at(6, here, Item::staffing_in_2_years).value.has_value());
    // Mean 0.3 is over 0.1, although one replicate is not.
    const auto& duty = table.at(4, here, Item::anw_duty);
    CHECK(duty.mentioned);
    CHECK_THAT(duty.mentioned_share, WithinRel(2.0 / 3, 1e-12));
    CHECK(duty.step == 0);
    // A mean of 3 FTE, but in one replicate of three only.
    const auto& bought = table.at(4, here, Item::vulnerability);
    CHECK_FALSE(bought.mentioned);
    CHECK_THAT(bought.mentioned_share, WithinAbs(1.0 / 3, 1e-12));
    care(three[1], RegionFigure::commercial) = 1;
    CHECK(take_inventory(three).at(4, here, Item::vulnerability).mentioned);
}

TEST_CASE("of equally frequent steps the first counts")
{
    std::vector<History> two{blank(), blank()};
    care(two[0], RegionFigure::gap_employers) = 0.6;
    CHECK(take_inventory(two).at(4, here, Item::staffing).step == 1);
}
