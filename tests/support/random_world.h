// SPDX-License-Identifier: EUPL-1.2
/// A random country with a random scenario: in memory, and as the files a user would give.
#pragma once

#include "tests/support/random_country.h"
#include "tests/support/random_scenario.h"

namespace support {

/// Stays where it is made: groundwork refers to its parts.
struct RandomWorld {
    /// All that it is comes from the seed and the largest number of regions.
    RandomWorld(std::uint32_t seed, int most_regions);
    RandomWorld(const RandomWorld&) = delete;
    RandomWorld& operator=(const RandomWorld&) = delete;

    std::uint32_t seed;
    mgz::World world;
    mgz::Scenario scenario;
    Traits traits;
    Policy policy = Policy::usual;
    std::map<std::string, double> students;
    std::vector<double> sizes;  ///< of employers of its own
};

struct WrittenWorld {
    mgz::Scenario scenario;  ///< with the paths of the files
    bool exact = false;      ///< a reader gets every coordinate to the bit
};

/// Files of random formats, their rows in random order, in a folder that is there; a table of
/// travel is left out.
WrittenWorld write_world(const RandomWorld& random, const std::string& folder);

}  // namespace support
