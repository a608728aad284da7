// SPDX-License-Identifier: EUPL-1.2
#include "tools/log.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace mgz::cli {

void set_up_log(int verbosity)
{
    auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("mgz", sink));
    spdlog::set_pattern("mgz %l: %v");
    spdlog::set_level(verbosity >= 2   ? spdlog::level::debug
                      : verbosity == 1 ? spdlog::level::info
                                       : spdlog::level::warn);
}

void log_warning(const std::string& text)
{
    spdlog::warn("{}", printable(text));
}

void log_info(const std::string& text)
{
    spdlog::info("{}", printable(text));
}

void log_detail(const std::string& text)
{
    spdlog::debug("{}", printable(text));
}

std::string printable(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        // U+0080 to U+009F are control characters too; in UTF-8 they begin with 0xc2.
        if (c < 0x20 || c == 0x7f || (c == 0xc2 && next >= 0x80 && next < 0xa0))
            plain += fmt::format("\\x{:02x}", c);
        else
            plain += text[i];
    }
    return plain;
}

}  // namespace mgz::cli
