// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/recorded_scenario.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "geo/check.h"
#include "sim/output/sha256.h"
#include "sim/scenario/input_path.h"
#include "sim/scenario/registry.h"

namespace mgz {

namespace fs = std::filesystem;
using geo::InputError;

std::string short_hash(const std::string& sha256)
{
    return sha256.substr(0, 12);
}

namespace {

/// "regions.gpkg|layer" and what it points into.
struct OwnInput {
    std::string key;
    std::string* where;  ///< in the scenario
};

/// Finds the files of one scenario.
class Finder {
public:
    Finder(const Manifest& manifest, const RecordedScenario& recorded, const InputPlaces& places)
        : manifest_(manifest), recorded_(recorded), places_(places)
    {
    }

    FoundScenario find()
    {
        found_.loaded = load_scenario_text(recorded_.text, place(), places_.data_folder);
        for (const auto& own : own_inputs())
            lead(own);
        restore_origins();
        found_.inputs = hash_inputs(found_.loaded.scenario);
        check_inputs();
        return std::move(found_);
    }

private:
    /// Of the text, for messages; in the manifest's folder, where relative paths start.
    std::string place() const
    {
        return recorded_.name.empty()
                   ? manifest_.path + ", the scenario's text"
                   : fmt::format("{}, text of scenario {}", manifest_.path, recorded_.name);
    }

    /// Inputs that the text names: all but those left to the program.
    std::vector<OwnInput> own_inputs()
    {
        auto& loaded = found_.loaded;
        std::vector<OwnInput> own;
        const auto keys = input_paths(loaded.scenario);
        for (const auto& p : parameters(loaded.scenario)) {
            const auto is_it = [&](const auto& key) { return key.first == p.key; };
            const bool is_input = std::any_of(keys.begin(), keys.end(), is_it);
            if (is_input && loaded.origins.at(p.key) != "default")
                own.push_back({p.key, std::get<std::string*>(p.target)});
        }
        for (auto& intervention : loaded.scenario.interventions) {
            if (!intervention.area.empty())
                own.push_back({"interventions.area", &intervention.area});
        }
        return own;
    }

    /// Name and "|layer" of an input in the text. A name may hold bars: the list of inputs decides.
    std::pair<std::string, std::string> recorded_name(const OwnInput& own) const
    {
        for (const auto& input : recorded_.inputs) {
            const auto path = input_path(input.path, folder_of(place()));
            const bool begins = own.where->starts_with(path);
            const auto layer = begins ? own.where->substr(path.size()) : "";
            if (input.key == own.key && begins && (layer.empty() || layer.front() == '|'))
                return {input.path, layer};
        }
        throw InputError(place(), own.key + " is not one of the inputs that the manifest lists",
                         "give a manifest as mgz wrote it");
    }

    /// Points an input at its file. What is there but differs is told later, with its hash.
    void lead(const OwnInput& own)
    {
        const auto [name, layer] = recorded_name(own);
        std::string any;
        for (const auto& path : candidates(name)) {
            std::error_code none;
            if (!fs::is_regular_file(path, none)) continue;
            const bool same = is_same(own.key, path);
            if (any.empty() || same) any = path;
            if (same) break;
        }
        if (any.empty()) {
            throw InputError(name,
                             fmt::format("the file of {} is not in {}", own.key,
                                         fmt::join(places_.folders, " or ")),
                             "name its folder with --inputs");
        }
        *own.where = any + layer;
    }

    std::vector<std::string> candidates(const std::string& name) const
    {
        std::vector<std::string> paths;
        for (const auto& folder : places_.folders)
            paths.push_back((fs::absolute(folder) / name).lexically_normal().string());
        for (const auto& file : places_.files) {
            if (fs::path(file).filename() == name) paths.push_back(file);
        }
        return paths;
    }

    /// By its size first: nothing large is read in vain.
    bool is_same(const std::string& key, const std::string& path) const
    {
        const auto name = fs::path(path).filename().string();
        std::error_code none;
        const auto size = fs::file_size(path, none);
        const auto fits = [&](const RecordedInput& input) {
            return input.key == key && input.path == name && input.size == size;
        };
        const auto recorded = std::find_if(recorded_.inputs.begin(), recorded_.inputs.end(), fits);
        if (recorded == recorded_.inputs.end()) return false;
        const auto hashed = hash_file(path);
        return hashed && hashed->sha256 == recorded->sha256;
    }

    /// As if the scenario's own files had been read, so that the same manifest comes out.
    void restore_origins()
    {
        auto& loaded = found_.loaded;
        for (auto& [key, origin] : loaded.origins)
            origin = "default";
        for (const auto& [key, origin] : recorded_.origins) {
            if (!loaded.origins.contains(key)) {
                throw InputError(place(), fmt::format("there is no key {}", mgz::quoted(key)),
                                 "give a manifest as mgz wrote it");
            }
            loaded.origins[key] = origin;
        }
        loaded.files = recorded_.files;
    }

    void check_inputs() const
    {
        const auto named = [](const std::vector<InputFile>& list, const InputFile& wanted) {
            const auto name = fs::path(wanted.path).filename();
            return std::find_if(list.begin(), list.end(), [&](const InputFile& other) {
                return other.key == wanted.key && fs::path(other.path).filename() == name;
            });
        };
        for (const auto& was : recorded_.inputs) {
            const auto now = named(found_.inputs, was);
            if (now == found_.inputs.end()) {
                throw InputError(was.path,
                                 fmt::format("{} had this file, and it is missing", was.key),
                                 "put it beside the others");
            }
            if (now->sha256 == was.sha256 && now->size == was.size) continue;
            throw InputError(now->path,
                             fmt::format("is not the file that was read for {}: its SHA-256 starts "
                                         "with {} instead of {}",
                                         was.key, short_hash(now->sha256), short_hash(was.sha256)),
                             where_to_get(was.key));
        }
        for (const auto& now : found_.inputs) {
            if (named(recorded_.inputs, now) != recorded_.inputs.end()) continue;
            throw InputError(now.path, fmt::format("{} was read without this file", now.key),
                             "move it away");
        }
    }

    std::string where_to_get(const std::string& key) const
    {
        const auto origin = found_.loaded.origins.find(key);
        if (origin == found_.loaded.origins.end() || origin->second != "default")
            return "name the folder of the right one with --inputs";
        return fmt::format("take it from {}, which wrote the manifest, and set MGZ_DATA",
                           program_of(manifest_));
    }

    const Manifest& manifest_;
    const RecordedScenario& recorded_;
    const InputPlaces& places_;
    FoundScenario found_;
};

}  // namespace

FoundScenario find_recorded(const Manifest& manifest, const RecordedScenario& recorded,
                            const InputPlaces& places)
{
    return Finder(manifest, recorded, places).find();
}

}  // namespace mgz
