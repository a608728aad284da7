// SPDX-License-Identifier: EUPL-1.2
// P19 and what was held out (H1 to H3): where general practitioners are.
#include <fmt/format.h>

#include <algorithm>

#include "sim/study/patterns_sample.h"
#include "sim/study/statistics.h"

namespace mgz {

void measure_density(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    std::vector<double> people(sample.world.regions.size(), 0.0);
    for (const auto& settlement : sample.world.settlements) {
        people[settlement.region.index()] += settlement.inhabitants();
    }
    const auto rate = [&](double heads, std::size_t r) { return heads / people[r] * 1e4; };
    const auto bar = sample.bar(time, Profession::gp, Figure::heads);
    std::vector<double> mean(bar.size());
    for (std::size_t r = 0; r < bar.size(); ++r)
        mean[r] = rate(bar[r], r);
    const auto low =
        static_cast<std::size_t>(std::min_element(mean.begin(), mean.end()) - mean.begin());
    const auto high =
        static_cast<std::size_t>(std::max_element(mean.begin(), mean.end()) - mean.begin());
    const auto spread = sample.over_replicates([&](const History& h) {
        double least = 0, most = 0;
        for (std::size_t r = 0; r < mean.size(); ++r) {
            const double here = rate(h.regions.at(time, r, Profession::gp, Figure::heads), r);
            least = r == 0 ? here : std::min(least, here);
            most = r == 0 ? here : std::max(most, here);
        }
        return least > 0 ? most / least : 0.0;
    });
    if (!(mean[low] > 0)) {
        out.push_back(sample.missing("P19", sample.region_name(low) + " has no GP"));
        return;
    }
    out.push_back(sample.found(
        "P19", spread,
        fmt::format("of the means {:.3f}: {} {:.2f}, {} {:.2f}", mean[high] / mean[low],
                    sample.region_name(high), mean[high], sample.region_name(low), mean[low])));
}

void measure_provinces(const Sample& sample, std::vector<PatternResult>& out)
{
    const auto& data = sample.data.provinces;
    const auto& provinces = sample.world.provinces;
    const auto time = sample.time(data.at);
    std::vector<std::size_t> places;
    std::vector<std::string> names, absent;
    std::vector<double> observed;
    for (const auto& province : data.list) {
        const auto at = std::find(provinces.begin(), provinces.end(), province.name);
        if (at == provinces.end()) {
            absent.push_back(province.name);
            continue;
        }
        places.push_back(static_cast<std::size_t>(at - provinces.begin()));
        names.push_back(province.name);
        observed.push_back(province.per_10_000);
    }
    if (!time || !absent.empty()) {
        out.push_back(sample.missing(
            "H1", time ? "no settlement is in " + some_of(absent) : sample.not_recorded(data.at)));
        return;
    }
    const auto rates = [&](const History& h) {
        std::vector<double> r;
        for (std::size_t i = 0; i < places.size(); ++i) {
            r.push_back(h.gp_roots[*time][places[i]] / data.list[i].inhabitants() * 1e4);
        }
        return r;
    };
    std::vector<double> mean(places.size(), 0.0);
    for (const auto& history : sample.histories) {
        const auto r = rates(history);
        for (std::size_t i = 0; i < r.size(); ++i) {
            mean[i] += r[i] / static_cast<double>(sample.histories.size());
        }
    }
    const auto rho =
        sample.over_replicates([&](const History& h) { return spearman(rates(h), observed); });
    out.push_back(sample.found(
        "H1", rho, worst_ranked(names, mean, observed, "simulated {:.1f}", "observed {:.1f}")));
}

/// 1 - FTE / need of GPs in an area of several subregions.
static double area_gap(const History& h, std::size_t time, const std::vector<std::size_t>& parts)
{
    double fte = 0, need = 0;
    for (const std::size_t s : parts) {
        fte += h.subregions.at(time, s, Profession::gp, Figure::fte);
        need += h.subregions.at(time, s, Profession::gp, Figure::need);
    }
    return need > 0 ? 1 - fte / need : 0.0;
}

void measure_areas(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    std::vector<std::string> absent;
    const auto parts_of = [&](const std::vector<NamedArea>& areas) {
        std::vector<std::vector<std::size_t>> parts;
        for (const auto& area : areas) {
            parts.emplace_back();
            for (const auto& code : area.subregions) {
                const auto& all = sample.world.subregions;
                const auto at = std::find_if(all.begin(), all.end(),
                                             [&](const Subregion& s) { return s.code == code; });
                if (at == all.end()) {
                    absent.push_back(code);
                } else {
                    parts.back().push_back(static_cast<std::size_t>(at - all.begin()));
                }
            }
        }
        return parts;
    };
    const auto worse = parts_of(sample.data.areas.worse);
    const auto better = parts_of(sample.data.areas.better);
    if (!absent.empty()) {
        out.push_back(sample.missing("H2", "no subregion has the code " + some_of(absent)));
        return;
    }
    const auto gaps = [&](const std::vector<std::vector<std::size_t>>& areas, const History& h) {
        std::vector<double> g;
        for (const auto& parts : areas)
            g.push_back(area_gap(h, time, parts));
        return g;
    };
    const auto mean_gaps = [&](const std::vector<std::vector<std::size_t>>& areas) {
        std::vector<double> mean(areas.size(), 0.0);
        for (const auto& history : sample.histories) {
            const auto g = gaps(areas, history);
            for (std::size_t i = 0; i < g.size(); ++i) {
                mean[i] += g[i] / static_cast<double>(sample.histories.size());
            }
        }
        return mean;
    };
    const auto worse_gaps = mean_gaps(worse);
    const auto better_gaps = mean_gaps(better);
    const auto each = sample.over_replicates(
        [&](const History& h) { return area_under_curve(gaps(worse, h), gaps(better, h)); });
    std::vector<std::string> figures;
    for (std::size_t i = 0; i < worse_gaps.size(); ++i) {
        figures.push_back(fmt::format("{} {:.3f}", sample.data.areas.worse[i].name, worse_gaps[i]));
    }
    for (std::size_t i = 0; i < better_gaps.size(); ++i) {
        figures.push_back(
            fmt::format("{} {:.3f}", sample.data.areas.better[i].name, better_gaps[i]));
    }
    out.push_back(sample.found("H2", area_under_curve(worse_gaps, better_gaps),
                               fmt::format("{}; per replicate {:.2f} ({:.2f} to {:.2f})",
                                           some_of(figures, 9), each.mean, each.p05, each.p95)));
}

void measure_young(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    const auto young = sample.bar(time, Profession::gp, Figure::young);
    const auto vacancies = sample.bar(time, Profession::gp, Figure::vacancies);
    std::vector<double> per_vacancy(young.size());
    std::string without;
    for (std::size_t r = 0; r < young.size(); ++r) {
        if (!(vacancies[r] > 0)) without = sample.region_name(r) + " has no vacancy";
        per_vacancy[r] = vacancies[r] > 0 ? young[r] / vacancies[r] : 0.0;
    }
    const auto& data = sample.data.young;
    const auto add = [&](std::string_view id, const std::string& code, const auto& value) {
        std::vector<std::string> absent;
        const auto place = sample.regions({code}, absent);
        if (place.empty() || !without.empty()) {
            out.push_back(
                sample.missing(id, place.empty() ? "no region has the code " + code : without));
            return;
        }
        const double here = per_vacancy[place.front()];
        out.push_back(sample.found(id, value(here),
                                   fmt::format("{} {:.2f}; median {:.2f}, of {} regions",
                                               sample.region_name(place.front()), here,
                                               median_of(per_vacancy), per_vacancy.size())));
    };
    const auto ahead = [&](double here, bool more) {
        return static_cast<double>(
            1 + std::count_if(per_vacancy.begin(), per_vacancy.end(),
                              [&](double v) { return more ? v > here : v < here; }));
    };
    add("H3-favourite", data.favourite, [&](double here) { return ahead(here, true); });
    add("H3-shunned", data.shunned, [&](double here) { return ahead(here, false); });
    add("H3-below", data.below_median, [&](double here) { return here / median_of(per_vacancy); });
}

}  // namespace mgz
