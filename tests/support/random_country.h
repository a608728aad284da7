// SPDX-License-Identifier: EUPL-1.2
/// Countries as nobody would draw them, each from a seed: many regions or one, islands, enclaves,
/// slivers, places on top of each other, places where nobody lives, odd codes and names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/world/world.h"
#include "tests/support/luck.h"

namespace support {

/// What a country has, for counting.
struct Traits {
    bool islands = false;      ///< a region of several parts
    bool enclaves = false;     ///< a region with a hole
    bool slivers = false;      ///< a region with hardly any area
    bool duplicates = false;   ///< settlements at one place
    bool borders = false;      ///< settlements on a border or just outside: either region is right
    bool unpeopled = false;    ///< a subregion, not its whole region, without inhabitants
    bool few_centres = false;  ///< a profession without a centre, or one centre for all
    bool own_employers = false;
    bool travel = false;  ///< distances from a table
};

struct RandomCountry {
    mgz::World world;  ///< without employers
    Traits traits;
    std::map<std::string, double> students;  ///< inhabitants per student, by province
};

/// All coordinates of settlements are whole metres, and no region is without inhabitants.
RandomCountry random_country(Luck& luck, int most_regions);

/// Centres of training: one in all, few, or many; some far from everybody.
void add_random_centres(Luck& luck, RandomCountry& country);

/// Employers of every kind or of some, alone or many at a place. Returns the size of each, of which
/// a reader makes its share.
std::vector<double> add_random_employers(Luck& luck, mgz::World& world);

/// Codes of one form, in order, each once.
std::vector<std::string> random_codes(Luck& luck, std::size_t count);
/// A name that no table, page or map may stumble over.
std::string random_name(Luck& luck);

}  // namespace support
