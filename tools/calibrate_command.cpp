// SPDX-License-Identifier: EUPL-1.2
#include "tools/calibrate_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "geo/check.h"
#include "sim/output/output_file.h"
#include "sim/output/run_facts.h"
#include "sim/output/run_folder.h"
#include "sim/output/sha256.h"
#include "sim/study/calibrate.h"
#include "tools/data_folder.h"
#include "tools/loading.h"
#include "tools/log.h"
#include "tools/progress.h"

namespace mgz::cli {

namespace fs = std::filesystem;
using geo::InputError;

static fs::path record_of(const std::string& out)
{
    return fs::path(out).replace_extension(".json");
}

/// Said now, not after hours of work.
static void check_out(const CalibrateArguments& arguments)
{
    std::error_code none;
    const fs::path out = fs::absolute(arguments.out, none);
    if (out.extension() != ".toml") {
        throw InputError(arguments.out, "is no scenario file", "give a name that ends in .toml");
    }
    if (!fs::is_directory(out.parent_path(), none)) {
        throw InputError(arguments.out,
                         fmt::format("{} is not a folder", out.parent_path().string()),
                         "give a file in a folder that you may write to");
    }
    for (const fs::path& file : {out, record_of(out.string())}) {
        if (arguments.resume || !fs::exists(file, none)) continue;
        throw InputError(file.string(), "exists already",
                         "remove it, name another with -o, or go on with --resume");
    }
}

static std::string hash_of(const std::string& file)
{
    const auto hashed = hash_file(file);
    if (!hashed) throw InputError(file, "cannot be read");
    return hashed->sha256;
}

/// The scenario that is fitted, as text with everything that it reads.
static std::string identity_of(const Scenario& scenario)
{
    std::string text = scenario_text(scenario);
    for (const auto& input : hash_inputs(scenario))
        text += fmt::format("{} {}\n", input.key, input.sha256);
    return sha256_of(text);
}

static CalibrationLog::Conditions conditions_of(const CalibrationTargets& targets,
                                                const Scenario& scenario)
{
    return {{"program", this_program()},
            {"target file", hash_of(targets.file)},
            {"pattern file", hash_of(targets.patterns)},
            {"scenario", identity_of(scenario)},
            {"number of replicates", fmt::format("{}", targets.replicates)},
            {"seed", fmt::format("{}", targets.seed)}};
}

/// The base as the result will name it: seen from the result's folder.
static std::string inherited(const CalibrationTargets& targets, const std::string& out)
{
    if (targets.scenario.empty()) return {};
    std::error_code none;
    const auto folder = fs::absolute(out, none).parent_path();
    return fs::absolute(targets.scenario, none).lexically_proximate(folder).string();
}

int calibrate_parameters(const CalibrateArguments& arguments)
{
    check_out(arguments);
    const std::string data = data_folder();
    CalibrationTargets targets = read_calibration_targets(arguments.targets);
    if (targets.patterns.empty()) targets.patterns = data + "/scenarios/patterns/nl-2023.toml";
    const auto patterns = read_pattern_data(targets.patterns);
    const Scenario base = load_scenario(targets.scenario, {}, data).scenario;
    const auto conditions = conditions_of(targets, base);
    const int most =
        arguments.max_evaluations > 0 ? arguments.max_evaluations : targets.max_evaluations;
    const LossFunction loss(
        targets, patterns, base,
        [](const Scenario& scenario) {
            InputReport report;
            return read_world(scenario, report);
        },
        arguments.threads);

    CalibrationLog log(arguments.out + ".log", conditions, arguments.resume);
    std::optional<Progress> bar(std::in_place, "evaluations", most);
    const auto result = calibrate(loss, log, most, [&](int done, double value) {
        log_info(fmt::format("evaluation {}: loss {:.6f}", done, value));
        bar->show(done);
    });
    bar.reset();

    const CalibrationSource source{this_program(), fs::path(targets.file).filename().string(),
                                   hash_of(targets.file), inherited(targets, arguments.out)};
    const auto text = fitted_scenario_text(loss, result, source);
    OutputFile scenario(arguments.out, Existing::replace);
    OutputFile record(record_of(arguments.out).string(), Existing::replace);
    scenario.append(text);
    record.append(calibration_json(loss, result, source));
    for (OutputFile* file : {&scenario, &record})
        file->finish();
    for (OutputFile* file : {&scenario, &record})
        file->publish();
    fmt::print("{}\n{} and {} hold them; {} holds every evaluation.\n",
               calibration_text(loss, result), arguments.out, record_of(arguments.out).string(),
               log.path());
    return 0;
}

}  // namespace mgz::cli
