// SPDX-License-Identifier: EUPL-1.2
// Writes the outputs of the small run, for read_back.py.
#include <cstdio>
#include <exception>

#include "tests/sim/output/small_run.h"

int main(int argc, char** argv)
{
    if (argc != 2) return 2;
    try {
        support::SmallRun().write(argv[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
