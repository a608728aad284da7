// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/complaints.h"

#include <fmt/format.h>
#include <glib.h>

#include <mutex>
#include <string>

#include "geo/check.h"

namespace mgz::picture {

static std::mutex hearing;
static std::string first;

static void hear(const char* domain, GLogLevelFlags level, const char* text, void*)
{
    constexpr int serious = G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING;
    if ((level & serious) == 0) return;
    const std::lock_guard alone(hearing);
    if (first.empty())
        first =
            fmt::format("{}: {}", domain == nullptr ? "GLib" : domain, text == nullptr ? "" : text);
}

void hear_complaints()
{
    g_log_set_default_handler(hear, nullptr);
}

void check_complaints()
{
    const std::lock_guard alone(hearing);
    if (!first.empty()) throw geo::RunError("text cannot be drawn: " + first);
}

}  // namespace mgz::picture
