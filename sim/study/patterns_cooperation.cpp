// SPDX-License-Identifier: EUPL-1.2
// P11, P12, P17, P18: what regions do together, want, buy, and live on. Which regions have boards
// that meet is drawn anew in every replicate, so numbers of regions are means over replicates.
#include <fmt/format.h>

#include "sim/score/shortage.h"
#include "sim/study/patterns_sample.h"

namespace mgz {

/// "12.3 (10 to 14)"
static std::string text_of(const Spread& s)
{
    return fmt::format("{:.1f} ({:.0f} to {:.0f})", s.mean, s.p05, s.p95);
}

static void count_groups(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    const auto& cuts = sample.data.instrument;
    const auto group = [&](const Reading& r) { return ambition_group(r, cuts); };
    const auto calm = sample.count_regions(time, [&](const Reading& r) {
        return r.care(RegionFigure::board_urgency) < cuts.ambition_urgency;
    });
    const auto apart = sample.count_regions(
        time, [&](const Reading& r) { return governance(r) < cuts.ambition_governance; });
    const auto busy = sample.count_regions(
        time, [&](const Reading& r) { return joint_in_force(r) >= cuts.ambition_running; });
    const auto note = fmt::format(
        "urgency below {:.2f} in {}, governance below {:.2f} in {}, at least {:.0f} in "
        "force in {}",
        cuts.ambition_urgency, text_of(calm), cuts.ambition_governance, text_of(apart),
        cuts.ambition_running, text_of(busy));
    const auto add = [&](std::string_view id, AmbitionGroup wanted) {
        out.push_back(sample.found(
            id, sample.count_regions(time, [&](const Reading& r) { return group(r) == wanted; }),
            note));
    };
    add("P12-none", AmbitionGroup::none);
    add("P12-scale-up", AmbitionGroup::scale_up);
    add("P12-concrete", AmbitionGroup::concrete);
    add("P12-vision", AmbitionGroup::vision);
}

/// Those without ambition, split by whether they are short.
static void split_none(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    const auto counts = [&](bool wants_short) {
        return sample.count_regions(time, [&](const Reading& r) {
            const double s = combined_shortage(r.figure(Profession::gp, Figure::shortage),
                                               r.figure(Profession::so, Figure::shortage));
            return ambition_group(r, sample.data.instrument) == AmbitionGroup::none &&
                   (class_of(s) != ShortageClass::expected) == wants_short;
        });
    };
    out.push_back(sample.found("P12-none-expected", counts(false)));
    out.push_back(sample.found("P12-none-short", counts(true)));
}

void measure_cooperation(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    out.push_back(sample.found("P11", sample.count_regions(time, [](const Reading& r) {
        return r.care(RegionFigure::pools) >= 1;
    })));
    count_groups(sample, time, out);
    split_none(sample, time, out);
}

void measure_funding(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    const auto fte = sample.over_replicates([&](const History& h) {
        double sum = 0;
        for (std::size_t r = 0; r < sample.world.regions.size(); ++r)
            sum += commercial_fte(sample.reading(h, time, r));
        return sum;
    });
    out.push_back(sample.found(
        "P17", sample.count_regions(time, [](const Reading& r) { return commercial_fte(r) > 0; }),
        fmt::format("{} FTE in the country", text_of(fte))));

    const auto& cuts = sample.data.instrument;
    const auto enough = sample.count_regions(
        time, [&](const Reading& r) { return joint_in_force(r) >= cuts.funding_least; });
    out.push_back(sample.found(
        "P18",
        sample.count_regions(
            time, [&](const Reading& r) { return temporary_share(r, cuts) > cuts.funding_share; }),
        fmt::format("at least {:.0f} joint initiatives in force in {}", cuts.funding_least,
                    text_of(enough))));
}

}  // namespace mgz
