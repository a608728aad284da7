// SPDX-License-Identifier: EUPL-1.2
/// What the files that lay out the command line share. Only they and main see CLI11.
#pragma once

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/command.h"
#include "tools/loading.h"

namespace mgz::cli {

using Words = std::vector<std::string>;

/// The program's commands and what they take; filled by one function per command.
struct Program {
    CLI::App app{
        "Simulates where general practitioners, elderly care physicians and physicians for\n"
        "the intellectually disabled settle, and where care falls short. Results are\n"
        "simulated, not observed."};
    Command command;
    Words words;
};

/// A whole number, checked on the text itself: the library's own messages differ by version.
template <class T>
CLI::Option* whole_number(CLI::App* app, const std::string& name, T& target, long long low,
                          long long high, const std::string& help)
{
    const auto check = [low, high](const std::string& text) -> std::string {
        long long value = 0;
        const char* end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, value);
        if (read.ec == std::errc{} && read.ptr == end && value >= low && value <= high) return {};
        return fmt::format("'{}' is not a whole number from {} to {}", text, low, high);
    };
    return app->add_option(name, target, help)->type_name("N")->check(check, "", "");
}

/// One of a few words.
CLI::Option* one_of(CLI::App* app, const std::string& name, std::string& target,
                    const Words& choices, const std::string& help);

/// --from and --to: allowed years from the registry.
void year(CLI::App* app, const std::string& key, std::optional<int>& target,
          const std::string& help);

void add_verbosity(Program& program, CLI::App& app);

/// \param more what its help says at the end
CLI::App* add_command(Program& program, CLI::App& parent, const std::string& name,
                      const std::string& help, const std::string& more);

/// SCENARIO and --set. Required unless it has a value already.
void add_scenario(CLI::App* app, ScenarioArguments& which);

/// --replicates, --seed and --threads.
void add_work(CLI::App* app, int& replicates, std::uint32_t& seed, int& threads);

/// Commands that study scenarios: compare, validate, calibrate, explain.
void add_compare(Program& program);
void add_validate(Program& program);
void add_calibrate(Program& program);
void add_explain(Program& program);
/// Studies of many runs.
void add_sweep(Program& program);
/// What people look at: report.
void add_report(Program& program);
/// What a sweep says: sensitivity.
void add_sensitivity(Program& program);
/// Pictures and workbooks of what other commands left.
void add_map(Program& program);
void add_export(Program& program);
/// A published result again.
void add_reproduce(Program& program);
/// What is made from the commands themselves.
void add_completion(Program& program);
void add_manual(Program& program);

}  // namespace mgz::cli
