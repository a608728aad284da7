// SPDX-License-Identifier: EUPL-1.2
#include "tools/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "geo/one_line.h"

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
    spdlog::warn("{}", geo::one_line(text));
}

void log_info(const std::string& text)
{
    spdlog::info("{}", geo::one_line(text));
}

void log_detail(const std::string& text)
{
    spdlog::debug("{}", geo::one_line(text));
}

}  // namespace mgz::cli
