// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/attempt.h"

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;

namespace {

/// Variables of Slurm for one test case; afterwards none is set.
struct Environment {
    explicit Environment(const std::vector<std::pair<const char*, const char*>>& values)
    {
        clear();
        for (const auto& [name, value] : values)
            setenv(name, value, 1);
    }
    ~Environment() { clear(); }
    static void clear()
    {
        for (const char* name : {"SLURM_JOB_ID", "SLURM_ARRAY_JOB_ID", "SLURM_ARRAY_TASK_ID",
                                 "SLURM_RESTART_COUNT", "SLURMD_NODENAME"})
            unsetenv(name);
    }
};

}  // namespace

static std::string end_of_name()
{
    return ".pid-" + std::to_string(getpid());
}

TEST_CASE("An attempt outside Slurm is named by machine and process")
{
    const Environment none({});
    const std::string name = mgz::attempt_name(0, 1);
    CHECK(name.rfind("slice-000-of-001.", 0) == 0);
    CHECK(name.find("job") == std::string::npos);
    CHECK_THAT(name, ContainsSubstring(end_of_name()));
    CHECK_THAT(mgz::attempt_name(12, 4321), ContainsSubstring("slice-0012-of-4321."));
}

TEST_CASE("An attempt under Slurm is named by task, restart and node")
{
    const Environment slurm({{"SLURM_JOB_ID", "15"},
                             {"SLURM_ARRAY_JOB_ID", "12"},
                             {"SLURM_ARRAY_TASK_ID", "3"},
                             {"SLURM_RESTART_COUNT", "1"},
                             {"SLURMD_NODENAME", "n1"}});
    CHECK(mgz::attempt_name(3, 7) == "slice-003-of-007.job-12_3.restart-1.n1" + end_of_name());
    CHECK(mgz::attempt_words() == "job 12_3, restart 1, host n1, pid " + std::to_string(getpid()));
}

TEST_CASE("An attempt in a job that is no array names its job")
{
    const Environment slurm({{"SLURM_JOB_ID", "15"}, {"SLURMD_NODENAME", "../n 1.cluster"}});
    CHECK(mgz::attempt_name(0, 2) ==
          "slice-000-of-002.job-15.restart-0.---n-1-cluster" + end_of_name());
}
