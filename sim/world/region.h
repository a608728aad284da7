// SPDX-License-Identifier: EUPL-1.2
/// Space: region > subregion > settlement. Facts, read once, never changed.
#pragma once

#include <array>
#include <string>

#include "geo/point.h"
#include "geo/polygon.h"
#include "sim/core/id.h"

namespace mgz {

struct Region {
    std::string code;
    std::string name;
    geo::MultiPolygon shape;  ///< EPSG:28992
};

struct Subregion {
    std::string code;
    std::string name;
    RegionId region;
    geo::MultiPolygon shape;
    double amenity = 0;      ///< utility units; 1 is 2.7 times as attractive
    double housing = 0;      ///< relative cost of housing a practice
    bool own_table = false;  ///< boards meet for this subregion, not for its region
};

inline constexpr std::size_t age_group_count = 5;  ///< 0-19, 20-64, 65-74, 75-84, 85 and over
using AgeGroups = std::array<double, age_group_count>;

inline constexpr int population_year = 2021;  ///< of the settlements' figures

struct Settlement {
    std::string code;
    std::string name;
    geo::Point at;
    RegionId region;
    SubregionId subregion;
    ProvinceId province;                 ///< none where not given
    std::string municipality;            ///< code; empty where not given
    AgeGroups population{};              ///< inhabitants in population_year
    double inhabitants_per_student = 1;  ///< medical students' origin

    double inhabitants() const
    {
        double sum = 0;
        for (const double group : population)
            sum += group;
        return sum;
    }
};

}  // namespace mgz
