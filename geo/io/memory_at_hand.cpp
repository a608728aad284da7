// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/memory_at_hand.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace geo::io {

static constexpr double no_limit = std::numeric_limits<double>::infinity();

/// The number in the file; none where it holds a word ("max") or is not there.
static double limit_in(const std::filesystem::path& file)
{
    double bytes = 0;
    if (!(std::ifstream(file) >> bytes)) return no_limit;
    return bytes;
}

/// Of the group and of each around it. In a container the path may be that of the machine outside,
/// and nothing is found below it but the root.
static double least_limit(const std::filesystem::path& root, std::string group, const char* name)
{
    double least = limit_in(root / name);
    for (; group.size() > 1; group.resize(group.rfind('/')))
        least = std::min(least, limit_in(root / group.substr(1) / name));
    return least;
}

double limit_of_control_groups(const std::filesystem::path& membership,
                               const std::filesystem::path& mounted)
{
    constexpr std::string_view first = ":memory:", second = "0::";
    double least = no_limit;
    std::ifstream lines(membership);
    for (std::string line; std::getline(lines, line);) {
        const auto at = line.find(first);
        if (line.starts_with(second)) {
            const auto group = line.substr(second.size());
            least = std::min(least, least_limit(mounted, group, "memory.max"));
        } else if (at != line.npos) {
            const auto group = line.substr(at + first.size());
            least =
                std::min(least, least_limit(mounted / "memory", group, "memory.limit_in_bytes"));
        }
    }
    return least;
}

MemoryAtHand memory_at_hand()
{
    const auto pages = static_cast<double>(sysconf(_SC_PHYS_PAGES));
    const MemoryAtHand machine{pages * static_cast<double>(sysconf(_SC_PAGESIZE)),
                               "this machine has"};
    rlimit space{};
    const bool limited = getrlimit(RLIMIT_AS, &space) == 0 && space.rlim_cur != RLIM_INFINITY;
    const MemoryAtHand process{limited ? static_cast<double>(space.rlim_cur) : no_limit,
                               "the limit of this process (ulimit -v) is"};
    const MemoryAtHand groups{limit_of_control_groups("/proc/self/cgroup", "/sys/fs/cgroup"),
                              "the limit of this job or container is"};
    return std::min({machine, process, groups},
                    [](const auto& a, const auto& b) { return a.bytes < b.bytes; });
}

}  // namespace geo::io
