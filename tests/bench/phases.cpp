// SPDX-License-Identifier: EUPL-1.2
// phases SCENARIO.toml [KEY=VALUE...]: seconds and memory that each phase of one replicate takes,
// for docs/performance.md. A processor's seconds say more than a clock's on a machine that others
// use. One thread, or OMP_NUM_THREADS.
#include <fmt/format.h>
#include <omp.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "geo/check.h"
#include "sim/input/world_input.h"
#include "sim/model/simulation.h"
#include "sim/scenario/scenario_file.h"

using namespace mgz;

namespace {

/// Prints what a phase took, when it ends.
class Phases {
public:
    void end(const char* name)
    {
        const double now = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
        const double wall = omp_get_wtime();
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        fmt::print("{:<12} {:9.3f} s of processors {:9.3f} s  peak so far {:6} MiB\n", name,
                   now - before_, wall - wall_before_, used.ru_maxrss / 1024);
        std::fflush(stdout);
        before_ = now;
        wall_before_ = wall;
    }

private:
    double before_ = 0, wall_before_ = omp_get_wtime();
};

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) return 2;
    try {
        if (std::getenv("OMP_NUM_THREADS") == nullptr) omp_set_num_threads(1);
        const auto loaded =
            load_scenario(argv[1], std::vector<std::string>(argv + 2, argv + argc), MGZ_SOURCE_DIR);
        Phases phases;
        InputReport report;
        const World world = load_world(loaded.scenario, report);
        phases.end("inputs");
        const Groundwork g(world, loaded.scenario);
        phases.end("groundwork");
        const auto history = simulate(g, 1, 0, RecordPlan::yearly(loaded.scenario));
        phases.end("simulation");
        return history.accounts.empty() ? 1 : 0;
    } catch (const geo::InputError& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
