// SPDX-License-Identifier: EUPL-1.2
#include "tools/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace mgz::cli {

Progress::Progress(std::string what, int total)
    : what_(std::move(what)), total_(std::max(total, 1)), watched_(isatty(STDERR_FILENO) == 1)
{
    show(0);
}

Progress::~Progress()
{
    if (watched_) std::fputs("\r\033[K", stderr);
}

void Progress::show(int done)
{
    if (!watched_) return;
    constexpr int width = 30;
    const int full = std::min(width, width * done / total_);
    fmt::print(stderr, "\r[{:#<{}}{: <{}}] {} of {} {}", "", full, "", width - full, done, total_,
               what_);
    std::fflush(stderr);
}

}  // namespace mgz::cli
