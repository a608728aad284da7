// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/attempt.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "geo/check.h"

namespace mgz {

/// File names have room for 255 bytes; what comes from the machine may not use it up.
static constexpr std::size_t longest_part = 60;

/// What Slurm tells its jobs; empty where it does not.
static std::string told(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

/// A dot would end the part of the name.
static std::string safe(std::string text)
{
    const auto harmless = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    };
    for (char& c : text) {
        if (!harmless(c)) c = '-';
    }
    if (text.size() > longest_part) text.resize(longest_part);
    return text;
}

/// "12_3" of a task of an array, "12" of another job, "" outside Slurm.
static std::string job()
{
    const std::string array = told("SLURM_ARRAY_JOB_ID");
    const std::string task = told("SLURM_ARRAY_TASK_ID");
    if (!array.empty() && !task.empty()) return safe(array + "_" + task);
    return safe(told("SLURM_JOB_ID"));
}

/// Slurm leaves the count out of a job that was started once.
static std::string restart()
{
    const std::string count = told("SLURM_RESTART_COUNT");
    return count.empty() ? "0" : safe(count);
}

/// Slurm's name of the node first: several nodes of a trial cluster run on one machine.
static std::string host()
{
    if (const std::string node = told("SLURMD_NODENAME"); !node.empty()) return safe(node);
    std::array<char, 256> name{};
    if (gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0') return "host";
    return safe(name.data());
}

std::string attempt_name(int slice, int count)
{
    expects(slice >= 0 && slice < count);
    // One width for all slices of a count: a listing of the folder is in their order.
    const std::size_t width = std::max<std::size_t>(3, std::to_string(count).size());
    const std::string where =
        job().empty() ? host() : fmt::format("job-{}.restart-{}.{}", job(), restart(), host());
    return fmt::format("slice-{:0{}}-of-{:0{}}.{}.pid-{}", slice, width, count, width, where,
                       getpid());
}

std::string attempt_words()
{
    const std::string of_slurm =
        job().empty() ? "" : fmt::format("job {}, restart {}, ", job(), restart());
    return fmt::format("{}host {}, pid {}", of_slurm, host(), getpid());
}

}  // namespace mgz
