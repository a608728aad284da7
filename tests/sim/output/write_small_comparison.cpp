// SPDX-License-Identifier: EUPL-1.2
// Writes the outputs of the small comparison, for read_back_comparison.py.
#include <cstdio>
#include <exception>

#include "tests/sim/output/small_comparison.h"

int main(int argc, char** argv)
{
    if (argc != 2) return 2;
    try {
        support::SmallComparison().write(argv[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
