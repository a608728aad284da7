// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/complaints.h"

#include <glib.h>

#include <mutex>
#include <span>
#include <string>
#include <string_view>

#include "geo/check.h"

namespace mgz::picture {

static std::mutex hearing;
static std::string first;

static GLogWriterOutput hear(GLogLevelFlags level, const GLogField* fields, gsize count,
                             gpointer data)
{
    if ((level & G_LOG_LEVEL_ERROR) != 0) return g_log_writer_default(level, fields, count, data);
    if ((level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0) return G_LOG_WRITER_HANDLED;
    std::string text;
    for (const GLogField& field : std::span(fields, count))
        if (std::string_view(field.key) == "MESSAGE") text = static_cast<const char*>(field.value);
    const std::lock_guard alone(hearing);
    if (first.empty()) first = text.empty() ? "Pango gives no reason" : text;
    return G_LOG_WRITER_HANDLED;
}

void hear_complaints()
{
    static std::once_flag once;  // GLib takes one writer in the life of a process
    std::call_once(once, [] { g_log_set_writer_func(hear, nullptr, nullptr); });
}

void check_complaints()
{
    const std::lock_guard alone(hearing);
    if (!first.empty()) throw geo::RunError("text cannot be drawn: " + first);
}

}  // namespace mgz::picture
