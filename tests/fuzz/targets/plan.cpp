// SPDX-License-Identifier: EUPL-1.2
// The folder of a sweep: each of its files in turn. In a plan.json "@study.toml@" stands for the
// checksum of that file here, and "@conditions@" for what the plan depends on here.
#include <nlohmann/json.hpp>

#include "sim/sweep/plan.h"
#include "tests/fuzz/fuzz.h"

namespace {

constexpr auto words = R"(title = "Two factors"
[design]
method = "random"
n = 2
[keep]
levels = ["country"]
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
[[factor]]
key = "training.root"
values = ["practice", "home"]
)";

const fuzz::Place& sweep_place()
{
    static const fuzz::Place made("plan", [](const std::string& folder) {
        const auto study = fuzz::scratch() / "planned.toml";
        fuzz::put(study, words);
        auto plan = mgz::plan_study(study.string(), MGZ_SOURCE_DIR);
        plan.quantities.resize(1);
        plan.quantities[0].indicator = "shortage";
        mgz::write_plan(plan, folder);
    });
    return made;
}

std::string filled(std::string text)
{
    static const auto record =
        nlohmann::ordered_json::parse(fuzz::get(sweep_place().path() + "/plan.json"));
    const auto fill = [&](const std::string& mark, const std::string& with) {
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + with.size()))
            text.replace(at, mark.size(), with);
    };
    for (const auto& [name, hash] : record.at("files").items())
        fill("@" + name + "@", hash.get<std::string>());
    fill("@conditions@", record.at("conditions").dump());
    return text;
}

void read_plan(std::string_view bytes)
{
    sweep_place();
    const bool record = bytes.substr(0, bytes.find('\n')) == "plan.json";
    const std::string text = record ? filled(std::string(bytes)) : std::string(bytes);
    sweep_place().with(text, [](const std::string&) {
        const auto plan = mgz::read_plan(sweep_place().path(), MGZ_SOURCE_DIR, mgz::PlanUse::read);
        if (plan.runs() != 2) fuzz::fault("a plan of other runs");
    });
}

const fuzz::Registered plan_target{{"plan", read_plan, 8, true, [] { sweep_place(); }}};

}  // namespace
