// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/account.h"

namespace mgz {

FteChange change_between(const FteHistory& history, std::size_t region, Profession p, int from,
                         int to)
{
    expects(from < to);
    FteChange change;
    change.profession = p;
    change.before = history.at(region, p, from);
    change.after = history.at(region, p, to);
    for (int year = from + 1; year <= to; ++year) {
        const FteYear& of_year = history.at(region, p, year);
        for (std::size_t c = 0; c < cause_count; ++c)
            change.causes[c] += of_year.causes[c];
    }
    for (const double cause : change.causes)
        change.sum += cause;
    change.change =
        change.after.fte + change.after.commercial - (change.before.fte + change.before.commercial);
    return change;
}

}  // namespace mgz
