// SPDX-License-Identifier: EUPL-1.2
#include "tools/reproduce_command.h"

#include <omp.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/output/outputs.h"
#include "sim/output/recorded_scenario.h"
#include "sim/output/vouched_files.h"
#include "tools/comparison_work.h"
#include "tools/data_folder.h"
#include "tools/report_command.h"
#include "tools/reproduce_text.h"
#include "tools/run_work.h"

namespace mgz::cli {

namespace fs = std::filesystem;
using geo::InputError;

/// Paths of the inputs as run.json beside the manifest has them; none when it is not there or
/// says something else: a hash decides in the end.
static std::vector<std::string> paths_in_run_json(const Manifest& manifest)
{
    std::vector<std::string> paths;
    std::ifstream stream(fs::path(manifest.folder) / "run.json", std::ios::binary);
    const auto json = nlohmann::json::parse(stream, nullptr, false);
    if (!json.is_object() || !json.contains("input_files")) return paths;
    for (const auto& path : json.at("input_files")) {
        if (path.is_string() && fs::path(path.get<std::string>()).is_absolute())
            paths.push_back(path.get<std::string>());
    }
    return paths;
}

static InputPlaces places_of(const ReproduceArguments& arguments, const Manifest& manifest)
{
    InputPlaces places;
    places.data_folder = data_folder();
    places.folders = arguments.inputs;
    places.folders.push_back(manifest.folder);
    places.files = paths_in_run_json(manifest);
    return places;
}

static void check_folders(const std::vector<std::string>& folders)
{
    for (const auto& folder : folders) {
        std::error_code none;
        if (!fs::is_directory(folder, none))
            throw InputError(folder, "is no folder", "name one that holds inputs");
    }
}

static void refuse_other_kinds(const Manifest& manifest)
{
    if (manifest.kind == ManifestKind::sensitivity) {
        throw InputError(manifest.path, "is of a sensitivity analysis, which its sweep decides",
                         "run mgz sensitivity on the sweep again, or use --check");
    }
    if (manifest.kind == ManifestKind::sweep) {
        throw InputError(manifest.path, "is of a sweep, which may take days",
                         "run its study again with mgz sweep, or use --check");
    }
}

/// Where the files are made: a folder that stays, or one of its own among temporary files.
static OutputFolder open_output(const ReproduceArguments& arguments, const Manifest& manifest,
                                const std::vector<FoundScenario>& scenarios)
{
    if (arguments.out.empty()) {
        std::error_code code;
        const auto folder = fs::temp_directory_path(code);
        if (code) {
            throw InputError("TMPDIR", "names no folder for temporary files",
                             "correct this environment variable, or keep the files with -o");
        }
        const auto name = "mgz-reproduce-" + std::to_string(getpid());
        return OutputFolder((folder / name).string(), Existing::refuse);
    }
    std::vector<std::string> keep{manifest.path};
    for (const auto& scenario : scenarios) {
        for (const auto& input : scenario.inputs)
            keep.push_back(input.path);
    }
    return OutputFolder(arguments.out, arguments.force ? Existing::replace : Existing::refuse,
                        keep);
}

static void run_again(const Manifest& manifest, const FoundScenario& found,
                      const ReproduceArguments& arguments, OutputFolder& out)
{
    RunFacts facts;
    facts.seed = manifest.seed;
    facts.origins = found.loaded.origins;
    facts.scenario_files = found.loaded.files;
    facts.inputs = found.inputs;
    facts.attribution = attribution_of(found.loaded.origins);
    facts.command = arguments.command;
    facts.threads = omp_get_max_threads();
    simulate_into(found.loaded.scenario, manifest.replicates, facts, out);
}

static void compare_again(const Manifest& manifest, const std::vector<FoundScenario>& found,
                          const ReproduceArguments& arguments, OutputFolder& out)
{
    CompareFacts facts;
    facts.seed = manifest.seed;
    facts.command = arguments.command;
    facts.threads = omp_get_max_threads();
    for (std::size_t i = 0; i < found.size(); ++i) {
        facts.scenarios.push_back({manifest.scenarios[i].name, found[i].loaded, found[i].inputs,
                                   attribution_of(found[i].loaded.origins)});
    }
    ComparisonWork work(facts, manifest.replicates);
    work.simulate_into(facts, out);
}

static FileComparison make_again(const ReproduceArguments& arguments, const Manifest& manifest)
{
    const auto places = places_of(arguments, manifest);
    std::vector<FoundScenario> found;
    for (const auto& recorded : manifest.scenarios)
        found.push_back(find_recorded(manifest, recorded, places));
    check_output_years(found.front().loaded.scenario);
    const bool keeps = !arguments.out.empty();
    const auto page_template = keeps ? report_template() : std::string();
    OutputFolder out = open_output(arguments, manifest, found);
    if (manifest.kind == ManifestKind::run) {
        run_again(manifest, found.front(), arguments, out);
    } else {
        compare_again(manifest, found, arguments, out);
    }
    auto comparison = compare_files(manifest.outputs, out.files());
    if (keeps) {
        write_report(out, page_template, report::PageLanguage::english);
        out.publish();
    }
    return comparison;
}

int reproduce(const ReproduceArguments& arguments)
{
    if (arguments.threads > 0) omp_set_num_threads(arguments.threads);
    const Manifest manifest = read_manifest_file(arguments.manifest);
    if (arguments.check) {
        const auto comparison = compare_files(manifest.outputs, files_beside(manifest));
        show_checked(manifest, comparison);
        return comparison.different.empty() ? 0 : 1;
    }
    refuse_other_kinds(manifest);
    check_folders(arguments.inputs);
    const auto comparison = make_again(arguments, manifest);
    show_reproduced(manifest, comparison);
    return comparison.different.empty() ? 0 : 1;
}

}  // namespace mgz::cli
