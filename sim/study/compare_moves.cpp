// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/compare_moves.h"

namespace mgz {

static constexpr double fte_unit = 1e-6;

MoveCount::MoveCount(std::vector<int> years, std::size_t regions)
    : years_(std::move(years)),
      regions_(regions),
      cells_(years_.size() * all_professions.size() * (regions + 1) * (regions + 1))
{
}

MoveCount::Cell& MoveCount::at(std::size_t time, Profession p, RegionId from, RegionId to)
{
    const auto place = [this](RegionId r) { return r.none() ? regions_ : r.index(); };
    const std::size_t n = regions_ + 1;
    return cells_[((time * all_professions.size() + index_of(p)) * n + place(from)) * n +
                  place(to)];
}

/// Two lists in order of key, walked together.
void MoveCount::compare(std::size_t time, Profession p, const std::vector<WorkPlace>& before,
                        const std::vector<WorkPlace>& after)
{
    const auto count = [&](const WorkPlace* a, const WorkPlace* b) {
        Cell& cell = at(time, p, a ? a->region : RegionId{}, b ? b->region : RegionId{});
        ++cell.heads;
        cell.other_employer += !a || !b || a->employer != b->employer || a->region != b->region;
        cell.fte += static_cast<std::int64_t>(static_cast<double>((b ? b : a)->fte) / fte_unit);
    };
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (b == after.end() || (a != before.end() && a->key < b->key)) {
            count(&*a++, nullptr);
        } else if (a == before.end() || b->key < a->key) {
            count(nullptr, &*b++);
        } else {
            count(&*a++, &*b++);
        }
    }
}

void MoveCount::add(const History& reference, const History& scenario)
{
    expects(reference.places.size() == years_.size());
    expects(scenario.places.size() == years_.size());
    for (std::size_t t = 0; t < years_.size(); ++t) {
        for (const Profession p : all_professions)
            compare(t, p, reference.places[t][p], scenario.places[t][p]);
    }
}

std::vector<Move> MoveCount::means(int replicates) const
{
    expects(replicates > 0);
    std::vector<Move> moves;
    std::size_t i = 0;
    const auto region = [this](std::size_t r) {
        return r == regions_ ? RegionId{} : RegionId::at(r);
    };
    for (const int year : years_) {
        for (const Profession p : all_professions) {
            for (std::size_t from = 0; from <= regions_; ++from) {
                for (std::size_t to = 0; to <= regions_; ++to) {
                    const Cell& cell = cells_[i++];
                    if (cell.heads == 0) continue;
                    const double n = replicates;
                    moves.push_back({year, p, region(from), region(to),
                                     static_cast<double>(cell.heads) / n,
                                     static_cast<double>(cell.fte) * fte_unit / n,
                                     static_cast<double>(cell.other_employer) / n});
                }
            }
        }
    }
    return moves;
}

}  // namespace mgz
