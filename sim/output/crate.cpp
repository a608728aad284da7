// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/crate.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "geo/check.h"
#include "sim/output/labels.h"
#include "sim/output/sha256.h"
#include "sim/output/vouched_files.h"

namespace mgz {

namespace fs = std::filesystem;
using geo::InputError;
using CrateJson = nlohmann::ordered_json;

namespace {

constexpr auto profile = "https://w3id.org/ro/wfrun/process/0.5";
constexpr auto specification = "https://w3id.org/ro/crate/1.1";
constexpr auto data_licence = "https://creativecommons.org/licenses/by/4.0/";
constexpr auto program_licence = "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12";
constexpr auto program_id = "#mgz";
constexpr auto action_id = "#run";

/// What run.json says of the run.
struct RunRecord {
    std::string started, finished;
    std::vector<std::string> command;
};

RunRecord run_record(const std::string& folder)
{
    const auto path = (fs::path(folder) / "run.json").string();
    try {
        std::ifstream stream(path, std::ios::binary);
        const auto json = nlohmann::json::parse(stream);
        return {json.at("started").get<std::string>(), json.at("finished").get<std::string>(),
                json.at("command").get<std::vector<std::string>>()};
    } catch (const nlohmann::json::exception&) {
        throw InputError(path, "does not tell when and how the run was made",
                         "give a whole folder that mgz run or compare made");
    }
}

CrateJson reference(const std::string& id)
{
    return {{"@id", id}};
}

/// The name of a file as a relative URI.
std::string uri(const std::string& name)
{
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_' || c == '~';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return out;
}

std::string media_type(const std::string& name)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> types{{
        {".csv", "text/csv"},
        {".geojson", "application/geo+json"},
        {".gpkg", "application/geopackage+sqlite3"},
        {".html", "text/html"},
        {".json", "application/json"},
        {".md", "text/markdown"},
        {".qgs", "application/xml"},
        {".qml", "application/xml"},
        {".tif", "image/tiff; application=geotiff; profile=cloud-optimized"},
        {".toml", "application/toml"},
        {".xml", "application/xml"},
    }};
    const auto extension = fs::path(name).extension().string();
    for (const auto& [end, type] : types) {
        if (extension == end) return std::string(type);
    }
    return "application/octet-stream";
}

/// The files that mgz left, in order of name: those vouched for, checked, and those beside them.
std::vector<WrittenFile> files_of_folder(const Manifest& manifest)
{
    auto files = files_beside(manifest);
    const auto comparison = compare_files(manifest.outputs, files);
    if (!comparison.different.empty()) {
        const auto& first = comparison.different.front();
        throw InputError((fs::path(manifest.folder) / first.vouched.name).string(),
                         first.found.name.empty() ? "is missing" : "is not as mgz left it",
                         "mgz reproduce --check tells more");
    }
    std::vector<std::string> others{"manifest.json", "run.json", "report.html"};
    for (const auto& scenario : manifest.scenarios)
        others.push_back(scenario.name.empty() ? "scenario.toml"
                                               : fmt::format("scenario-{}.toml", scenario.name));
    for (const auto& name : others) {
        const auto path = (fs::path(manifest.folder) / name).string();
        std::error_code none;
        if (!fs::is_regular_file(path, none)) continue;
        if (const auto hashed = hash_file(path))
            files.push_back({name, hashed->sha256, hashed->size});
    }
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return files;
}

/// A crate under construction.
class Crate {
public:
    Crate(const Manifest& manifest, const RunRecord& run, const std::vector<WrittenFile>& files)
        : manifest_(manifest), run_(run), files_(files)
    {
    }

    std::string text()
    {
        add_descriptor();
        add_root();
        add_program();
        add_action();
        for (const auto& file : files_)
            add_file(file);
        for (const auto& [id, input] : inputs_)
            add_input(id, input);
        add_licences();
        const CrateJson crate{{"@context",
                               {std::string(specification) + "/context",
                                "https://w3id.org/ro/terms/workflow-run/context"}},
                              {"@graph", std::move(graph_)}};
        return crate.dump(2, ' ', false, CrateJson::error_handler_t::replace) + "\n";
    }

private:
    bool is_run() const { return manifest_.kind == ManifestKind::run; }

    std::string what_ran() const
    {
        std::vector<std::string> titles;
        for (const auto& scenario : manifest_.scenarios)
            titles.push_back(scenario.title);
        return fmt::format("{} of {}", is_run() ? "Simulation" : "Comparison",
                           fmt::join(titles, ", "));
    }

    std::string about_data() const
    {
        const std::string note(simulated_note);
        return manifest_.attribution.empty() ? note : note + " " + manifest_.attribution + ".";
    }

    void add_descriptor()
    {
        graph_.push_back({{"@id", crate_file},
                          {"@type", "CreativeWork"},
                          {"about", reference("./")},
                          {"conformsTo", reference(specification)}});
        graph_.push_back({{"@id", profile},
                          {"@type", "CreativeWork"},
                          {"name", "Process Run Crate"},
                          {"version", "0.5"}});
    }

    void add_root()
    {
        CrateJson parts = CrateJson::array();
        for (const auto& file : files_)
            parts.push_back(reference(uri(file.name)));
        CrateJson root{
            {"@id", "./"},        {"@type", "Dataset"},          {"conformsTo", reference(profile)},
            {"name", what_ran()}, {"description", about_data()}, {"datePublished", run_.finished}};
        if (manifest_.attribution.empty()) {
            root["license"] = "None is stated: the places in it are not those of the program.";
        } else {
            root["license"] = reference(data_licence);
        }
        root["hasPart"] = std::move(parts);
        root["mentions"] = reference(action_id);
        graph_.push_back(std::move(root));
    }

    void add_program()
    {
        graph_.push_back(
            {{"@id", program_id},
             {"@type", "SoftwareApplication"},
             {"name", "mgz"},
             {"description", "Geographic simulation of the medical-generalist care workforce"},
             {"softwareVersion", manifest_.version},
             {"identifier", "git " + manifest_.revision},
             {"license", reference(program_licence)}});
    }

    void add_action()
    {
        CrateJson objects = CrateJson::array();
        for (const auto& scenario : manifest_.scenarios) {
            for (const auto& input : scenario.inputs) {
                const auto id = fmt::format("#{}/{}", input.sha256.substr(0, 12), uri(input.path));
                const auto known = [&](const auto& other) { return other.first == id; };
                if (std::any_of(inputs_.begin(), inputs_.end(), known)) continue;
                inputs_.emplace_back(id, input);
                objects.push_back(reference(id));
            }
        }
        CrateJson results = CrateJson::array();
        for (const auto& file : files_)
            results.push_back(reference(uri(file.name)));
        graph_.push_back({{"@id", action_id},
                          {"@type", "CreateAction"},
                          {"name", what_ran()},
                          {"description", fmt::format("mgz {}; seed {}, {} replicates",
                                                      fmt::join(run_.command, " "), manifest_.seed,
                                                      manifest_.replicates)},
                          {"startTime", run_.started},
                          {"endTime", run_.finished},
                          {"instrument", reference(program_id)},
                          {"object", std::move(objects)},
                          {"result", std::move(results)}});
    }

    void add_file(const WrittenFile& file)
    {
        graph_.push_back({{"@id", uri(file.name)},
                          {"@type", "File"},
                          {"name", file.name},
                          {"encodingFormat", media_type(file.name)},
                          {"contentSize", std::to_string(file.size)},
                          {"sha256", file.sha256}});
    }

    /// Not in the folder, so no file of the crate: something that has a name and a hash.
    void add_input(const std::string& id, const RecordedInput& input)
    {
        graph_.push_back({{"@id", id},
                          {"@type", "CreativeWork"},
                          {"name", input.path},
                          {"description", "Input " + input.key + ", not in this folder"},
                          {"contentSize", std::to_string(input.size)},
                          {"sha256", input.sha256}});
    }

    void add_licences()
    {
        const auto add = [&](const char* id, const char* name) {
            graph_.push_back({{"@id", id}, {"@type", "CreativeWork"}, {"name", name}});
        };
        add(program_licence, "European Union Public Licence 1.2");
        if (!manifest_.attribution.empty())
            add(data_licence, "Creative Commons Attribution 4.0 International");
    }

    const Manifest& manifest_;
    const RunRecord& run_;
    const std::vector<WrittenFile>& files_;
    std::vector<std::pair<std::string, RecordedInput>> inputs_;
    CrateJson graph_ = CrateJson::array();
};

}  // namespace

std::string crate_json(const std::string& folder)
{
    const auto manifest = read_manifest_file(folder);
    if (manifest.kind != ManifestKind::run && manifest.kind != ManifestKind::comparison) {
        throw InputError(manifest.path, "is not the manifest of a run or comparison",
                         "give a folder that mgz run or compare made");
    }
    const auto run = run_record(manifest.folder);
    return Crate(manifest, run, files_of_folder(manifest)).text();
}

}  // namespace mgz
