// SPDX-License-Identifier: EUPL-1.2
// What a calibration shall meet, the patterns of a validation, and the log of a search.
#include "sim/study/calibrate_log.h"
#include "sim/study/calibrate_targets.h"
#include "tests/fuzz/fuzz.h"

namespace {

std::string file_with(const char* name, std::string_view bytes)
{
    const auto path = fuzz::scratch() / name;
    fuzz::put(path, bytes);
    return path.string();
}

void read_targets(std::string_view bytes)
{
    auto targets = mgz::read_calibration_targets(file_with("targets.toml", bytes));
    const mgz::Scenario base;
    mgz::check_moves(targets, base);
    mgz::Scenario scenario;
    if (mgz::parameters_of(targets, scenario).size() != targets.moves.size())
        fuzz::fault("a move without a parameter");
    for (const auto& target : targets.targets)
        if (!(target.loss(0.5) >= 0)) fuzz::fault("a loss below 0");
}

void read_patterns(std::string_view bytes)
{
    mgz::read_pattern_data(file_with("patterns.toml", bytes));
}

void read_log(std::string_view bytes)
{
    const mgz::CalibrationLog log(file_with("search.jsonl", bytes), {{"targets", "ab12"}}, true);
    for (const auto& evaluation : log.earlier())
        if (evaluation.values.size() > bytes.size()) fuzz::fault("more values than bytes");
}

const fuzz::Registered targets_of_fit_target{{"targets", read_targets, 25}};
const fuzz::Registered patterns_target{{"patterns", read_patterns, 25}};
const fuzz::Registered search_log_target{{"log", read_log, 25}};

}  // namespace
