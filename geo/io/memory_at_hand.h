// SPDX-License-Identifier: EUPL-1.2
/// How much memory this process may have.
#pragma once

#include <filesystem>
#include <string_view>

namespace geo::io {

/// What this process may have, and who says so: "this machine has", for a sentence that goes on
/// with a number.
struct MemoryAtHand {
    double bytes = 0;
    std::string_view who;
};

/// The least of what the machine has, what the limit on the address space leaves (ulimit -v) and
/// what the control groups of this process leave (containers, jobs of a cluster).
MemoryAtHand memory_at_hand();

/// The least limit of the control groups that a process is in and of those around them, in bytes;
/// infinity where none is set or nothing can be read.
/// \param membership as /proc/self/cgroup (cgroups(7)): a line "0::PATH" (version 2) or
///     "NUMBER:memory:PATH" (version 1)
/// \param mounted as /sys/fs/cgroup; version 1 has its memory groups below memory/
double limit_of_control_groups(const std::filesystem::path& membership,
                               const std::filesystem::path& mounted);

}  // namespace geo::io
