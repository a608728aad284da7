// SPDX-License-Identifier: EUPL-1.2
/// Who works on a slice: the process, its machine and, under Slurm, its job and how often that was
/// started. Two attempts at one slice never have the same name, so they never share a file.
#pragma once

#include <string>

namespace mgz {

/// "slice-003-of-007.job-12_3.restart-1.n1.pid-77"; without Slurm
/// "slice-000-of-001.HOST.pid-77". Only letters, digits and "._-".
/// REQUIRES: 0 <= slice < count.
std::string attempt_name(int slice, int count);

/// The same in words, without the slice: "job 12_3, restart 1, host n1, pid 77".
std::string attempt_words();

}  // namespace mgz
