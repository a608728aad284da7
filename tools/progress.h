// SPDX-License-Identifier: EUPL-1.2
/// A bar on stderr while somebody watches; nothing when stderr is a file or a pipe.
#pragma once

#include <string>

namespace mgz::cli {

class Progress {
public:
    /// \param what what is counted ("replicates")
    Progress(std::string what, int total);
    /// Wipes the bar.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(int done);

private:
    std::string what_;
    int total_;
    bool watched_;
};

}  // namespace mgz::cli
