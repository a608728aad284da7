// SPDX-License-Identifier: EUPL-1.2
/// A history as one row of bits, to compare two without tolerance.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "sim/model/history.h"

namespace laws {

inline std::vector<std::uint64_t> flat(const mgz::History& h)
{
    using namespace mgz;
    std::vector<std::uint64_t> bits;
    const auto add = [&](double value) { bits.push_back(std::bit_cast<std::uint64_t>(value)); };
    for (const AreaTable* table : {&h.regions, &h.subregions}) {
        for (std::size_t t = 0; t < table->times(); ++t) {
            for (std::size_t a = 0; a < table->areas(); ++a) {
                for (const Profession p : all_professions) {
                    for (std::size_t f = 0; f < figure_count; ++f)
                        add(table->at(t, a, p, static_cast<Figure>(f)));
                }
            }
        }
    }
    for (std::size_t t = 0; t < h.care.times(); ++t) {
        for (std::size_t r = 0; r < h.care.regions(); ++r) {
            for (std::size_t f = 0; f < region_figure_count; ++f)
                add(h.care.at(t, RegionId::at(r), static_cast<RegionFigure>(f)));
        }
    }
    for (const auto& row : h.costs) {
        bits.push_back(row.item * payer_count + static_cast<std::size_t>(row.payer));
        add(row.euro);
    }
    for (const auto& month : h.programme) {
        add(month.requests);
        for (const int running : month.running)
            add(running);
    }
    for (const auto& year : h.national) {
        for (const auto& n : year) {
            add(n.need);
            add(n.fte);
            for (const int count :
                 {n.heads, n.owners, n.employed, n.locums, n.seeking, n.trainees, n.vacancies,
                  n.flows.entrants, n.flows.diplomas, n.flows.stopped, n.flows.unfilled_places,
                  n.flows.retired, n.flows.left, n.flows.placed, n.flows.unplaced, n.flows.moved})
                add(count);
        }
    }
    for (const auto& roots : h.gp_roots) {
        for (const int count : roots)
            add(count);
    }
    for (const auto& shot : h.employers) {
        for (const auto* column : {&shot.need, &shot.delivered, &shot.staff}) {
            for (const float value : *column)
                add(static_cast<double>(value));
        }
        for (const auto heads : shot.heads)
            add(heads);
    }
    for (const auto& account : h.accounts) {
        for (const auto& region : account) {
            for (const auto& causes : region) {
                for (const double fte : causes)
                    add(fte);
            }
        }
    }
    return bits;
}

}  // namespace laws
