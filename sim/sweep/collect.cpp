// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/collect.h"

#include <fmt/format.h>

#include <filesystem>
#include <list>
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

/// On the disk and hashed, still without its name.
static WrittenFile finished(OutputFile& file)
{
    file.finish();
    const auto hashed = hash_file(file.part());
    if (!hashed) throw geo::RunError(file.path() + ": cannot be read back");
    return {file.path(), hashed->sha256, hashed->size};
}

static std::string manifest_text(const SweepPlan& plan, const SweepStore& store,
                                 const std::vector<WrittenFile>& outputs)
{
    std::size_t done = 0, failed = 0;
    for (std::size_t number = 0; number < plan.runs(); ++number) {
        const auto state = store.state(plan.run(number));
        done += state == SweepStore::State::done;
        failed += state == SweepStore::State::failed;
    }
    return sweep_manifest(plan, done, failed, outputs);
}

std::vector<WrittenFile> collect(const SweepPlan& plan, const SweepStore& store,
                                 const std::string& out)
{
    check_results_name(out);
    const fs::path file(out);
    const auto beside = [&](const char* what) {
        return (file.parent_path() / (file.stem().string() + what)).string();
    };
    const auto failures = beside(".failed.csv");
    // None gets its name before all are on the disk.
    std::list<OutputFile> files;
    std::vector<WrittenFile> written;
    const auto add = [&](const std::string& path, const auto& write) {
        write(files.emplace_back(path, Existing::replace));
        written.push_back(finished(files.back()));
    };
    add(out, [&](OutputFile& results) {
        write_results(results, plan.study, plan.quantities, store, plan.points());
    });
    if (store.failed() > 0) {
        add(failures,
            [&](OutputFile& failed) { write_failed(failed, plan.study, store, plan.points()); });
    }
    add(beside(".dictionary.csv"), [&](OutputFile& dictionary) {
        dictionary.append(dictionary_csv(sweep_dictionary(plan.study, plan.quantities)));
    });
    add(beside(".manifest.json"),
        [&](OutputFile& manifest) { manifest.append(manifest_text(plan, store, written)); });
    for (OutputFile& ready : files)
        ready.publish();
    std::error_code none;
    if (store.failed() == 0) fs::remove(failures, none);  // of an earlier collection
    return written;
}

}  // namespace mgz
