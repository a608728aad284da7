// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/country.h"

namespace mgz {

double missed_share(const AreaTable& regions, std::size_t time, Profession p)
{
    double need = 0, short_by = 0;
    for (std::size_t r = 0; r < regions.areas(); ++r) {
        const double here = regions.at(time, r, p, Figure::need);
        need += here;
        short_by += here * regions.at(time, r, p, Figure::shortage);
    }
    return need > 0 ? short_by / need : 0.0;
}

AreaTable country_of(const AreaTable& regions)
{
    AreaTable country(regions.times(), 1);
    for (std::size_t time = 0; time < regions.times(); ++time) {
        for (const Profession p : all_professions) {
            for (std::size_t f = 0; f < figure_count; ++f) {
                double sum = 0;
                for (std::size_t r = 0; r < regions.areas(); ++r)
                    sum += regions.at(time, r, p, static_cast<Figure>(f));
                country.at(time, 0, p, static_cast<Figure>(f)) = sum;
            }
            country.at(time, 0, p, Figure::shortage) = missed_share(regions, time, p);
        }
    }
    return country;
}

}  // namespace mgz
