// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/collect.h"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/output/dictionary.h"
#include "sim/output/labels.h"
#include "sim/output/sha256.h"
#include "sim/sweep/results_table.h"
#include "sim/sweep/sweep_dictionary.h"

namespace mgz {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string sweep_manifest(const SweepPlan& plan, std::size_t done, std::size_t failed,
                           const std::vector<WrittenFile>& outputs)
{
    Json json{{"format", "mgz sweep manifest"}, {"format_version", 1}, {"note", simulated_note}};
    json["study"] = plan.study.title;
    json["id"] = plan.id;
    json["conditions"] = plan.conditions;
    json["points"] = plan.points();
    json["runs"] = plan.runs();
    json["done"] = done;
    json["failed"] = failed;
    json["missing"] = plan.runs() - done - failed;
    Json files = Json::array();
    for (const auto& file : outputs) {
        files.push_back({{"file", fs::path(file.name).filename().string()},
                         {"sha256", file.sha256},
                         {"size", file.size}});
    }
    json["outputs"] = files;
    return json.dump(2) + "\n";
}

static WrittenFile written(const std::string& path)
{
    const auto hashed = hash_file(path);
    if (!hashed) throw geo::RunError(path + ": cannot be read back");
    return {path, hashed->sha256, hashed->size};
}

std::vector<WrittenFile> collect(const SweepPlan& plan, const SweepStore& store,
                                 const std::string& out)
{
    check_results_name(out);
    const fs::path file(out);
    const auto beside = [&](const char* what) {
        return (file.parent_path() / (file.stem().string() + what)).string();
    };
    std::vector<WrittenFile> files;
    write_results(out, plan.study, plan.quantities, store, plan.points(), Existing::replace);
    files.push_back(written(out));
    const auto failures = beside(".failed.csv");
    if (store.failed() > 0) {
        write_failed(failures, plan.study, store, plan.points(), Existing::replace);
        files.push_back(written(failures));
    } else {
        std::error_code none;
        fs::remove(failures, none);  // of an earlier collection
    }
    const auto dictionary = beside(".dictionary.csv");
    write_file(dictionary, dictionary_csv(sweep_dictionary(plan.study, plan.quantities)),
               Existing::replace);
    files.push_back(written(dictionary));
    std::size_t done = 0, failed = 0;
    for (std::size_t number = 0; number < plan.runs(); ++number) {
        const auto state = store.state(plan.run(number));
        done += state == SweepStore::State::done;
        failed += state == SweepStore::State::failed;
    }
    const auto manifest = beside(".manifest.json");
    write_file(manifest, sweep_manifest(plan, done, failed, files), Existing::replace);
    files.push_back(written(manifest));
    return files;
}

}  // namespace mgz
