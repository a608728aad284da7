// SPDX-License-Identifier: EUPL-1.2
/// The files that a manifest vouches for against files that are there.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/output/manifest_file.h"

namespace mgz {

struct FileDifference {
    WrittenFile vouched;
    WrittenFile found;  ///< no name and no hash when there is no such file
};

struct FileComparison {
    std::size_t same = 0;
    std::vector<FileDifference> different;  ///< in the order of the manifest
};

/// \param found in any order; what is not vouched for, such as run.json, is passed over
FileComparison compare_files(const std::vector<WrittenFile>& vouched,
                             const std::vector<WrittenFile>& found);

/// The vouched files as they lie in the manifest's folder; what is not there or cannot be read is
/// left out.
std::vector<WrittenFile> files_beside(const Manifest& manifest);

}  // namespace mgz
