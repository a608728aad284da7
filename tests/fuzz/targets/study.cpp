// SPDX-License-Identifier: EUPL-1.2
// A study of a sweep, up to its plan; with its list of points where it has one.
#include "sim/sweep/plan.h"
#include "sim/sweep/study_file.h"
#include "tests/fuzz/fuzz.h"

namespace {

constexpr auto list = R"(title = "A list"
[design]
method = "list"
file = "points.csv"
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
[[factor]]
key = "training.root"
values = ["practice", "home"]
)";

const fuzz::Place& study_place()
{
    static const fuzz::Place made("study", [](const std::string& folder) {
        std::filesystem::create_directory(folder);
        fuzz::put(folder + "/list.toml", list);
        fuzz::put(folder + "/points.csv",
                  "settlement.size,training.root\n0.5,home\n1.0,practice\n");
        fuzz::put(folder + "/study.toml", list);
        fuzz::put(folder + "/mine.toml", "inherits = \"baseline\"\n");
    });
    return made;
}

/// A long design is right, and would take its time.
bool is_short(const mgz::Study& study)
{
    double rows = study.n;
    const bool levels = study.design == mgz::DesignKind::full_factorial;
    if (levels) rows = 1;
    for (const auto& factor : study.factors)
        if (levels) rows *= std::max(factor.levels, study.levels);
    return rows <= 5000 && study.n <= 5000 && study.levels * study.factors.size() <= 5000;
}

void read_study(std::string_view bytes)
{
    study_place().with(bytes, [](const std::string& replaced) {
        const bool points = replaced == "points.csv";
        const auto file = study_place().path() + (points ? "/list.toml" : "/study.toml");
        const auto study = mgz::read_study(file, MGZ_SOURCE_DIR);
        const auto text = mgz::study_text(study);
        if (text.empty()) fuzz::fault("a study without words");
        if (is_short(study)) mgz::with_study(study, MGZ_SOURCE_DIR);
    });
}

const fuzz::Registered study_target{{"study", read_study, 12, true, [] { study_place(); }}};

}  // namespace
