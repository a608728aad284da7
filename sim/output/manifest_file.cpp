// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/manifest_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "geo/check.h"
#include "sim/scenario/json_file.h"

namespace mgz {

namespace fs = std::filesystem;
using geo::InputError;
using Json = nlohmann::ordered_json;

bool is_plain_name(std::string_view name)
{
    constexpr std::size_t longest = 255;  // of a file system
    const auto odd = [](char c) {
        return c == '/' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    };
    return !name.empty() && name.size() <= longest && name != "." && name != ".." &&
           std::none_of(name.begin(), name.end(), odd);
}

std::string file_in(const std::string& where)
{
    std::error_code none;
    return fs::exists(where, none) ? where : where.substr(0, where.rfind('|'));
}

namespace {

constexpr double largest_file = 9e15;    // bytes; exact as a double
constexpr int most_replicates = 100000;  // as mgz run takes

/// A value and the way to it: "outputs[3].sha256".
class Field {
public:
    Field(const Json& value, const std::string& file, std::string way = {})
        : value_(value), file_(file), way_(std::move(way))
    {
    }

    bool has(const char* name) const { return value_.is_object() && value_.contains(name); }

    Field at(const char* name) const
    {
        const auto way = way_.empty() ? name : fmt::format("{}.{}", way_, name);
        if (!has(name)) {
            throw InputError(file_, fmt::format("has no {}", way), whole_one);
        }
        return {value_.at(name), file_, way};
    }

    std::string text() const
    {
        if (!value_.is_string()) wrong("text");
        return value_.get<std::string>();
    }

    std::string plain_name() const
    {
        auto name = text();
        if (!is_plain_name(name)) wrong("the name of a file without a folder");
        return name;
    }

    std::string sha256() const
    {
        auto hash = text();
        if (hash.size() != 64 || hash.find_first_not_of("0123456789abcdef") != hash.npos)
            wrong("a SHA-256 of 64 hexadecimal digits");
        return hash;
    }

    /// A version or revision: what may stand in a sentence.
    std::string word() const
    {
        auto word = text();
        const auto odd = [](char c) { return c <= ' ' || c > '~'; };
        if (word.empty() || word.size() > 100 || std::any_of(word.begin(), word.end(), odd))
            wrong("a version in one word");
        return word;
    }

    double whole(double low, double high) const
    {
        const auto expected = fmt::format("a whole number from {:.0f} to {:.0f}", low, high);
        if (!value_.is_number_integer()) wrong(expected);
        const auto number = value_.get<double>();
        if (!(number >= low && number <= high)) wrong(expected);
        return number;
    }

    std::vector<Field> items() const
    {
        if (!value_.is_array()) wrong("a list");
        std::vector<Field> all;
        for (std::size_t i = 0; i < value_.size(); ++i)
            all.emplace_back(value_[i], file_, fmt::format("{}[{}]", way_, i));
        return all;
    }

    Origins texts_by_name() const
    {
        if (!value_.is_object()) wrong("an object");
        Origins all;
        for (const auto& [name, value] : value_.items())
            all[name] = Field(value, file_, way_).text();
        return all;
    }

    [[noreturn]] void wrong(const std::string& expected) const
    {
        throw InputError(file_, fmt::format("{} is not {}", way_, expected), whole_one);
    }

private:
    static constexpr std::string_view whole_one = "give a manifest as mgz wrote it";

    const Json& value_;
    const std::string& file_;
    std::string way_;
};

Json json_in(const std::string& path)
{
    constexpr std::string_view which = "give the manifest.json that mgz run or compare left";
    std::error_code code;
    if (!fs::exists(path, code)) throw InputError(path, "there is no such file", which);
    if (!fs::is_regular_file(path, code)) throw InputError(path, "is not a file", which);
    return read_json(path, which);
}

ManifestKind manifest_kind(const Field& manifest)
{
    const auto format = manifest.at("format");
    const auto name = format.text();
    if (name == "mgz manifest") return ManifestKind::run;
    if (name == "mgz comparison manifest") return ManifestKind::comparison;
    if (name == "mgz sensitivity manifest") return ManifestKind::sensitivity;
    if (name == "mgz sweep manifest") return ManifestKind::sweep;
    format.wrong("that of a manifest of mgz");
}

std::vector<WrittenFile> recorded_outputs(const Field& list)
{
    std::vector<WrittenFile> outputs;
    std::set<std::string> names;
    for (const auto& output : list.items()) {
        const auto file = output.at("file");
        outputs.push_back({file.plain_name(), output.at("sha256").sha256(),
                           static_cast<std::uint64_t>(output.at("size").whole(0, largest_file))});
        if (!names.insert(outputs.back().name).second) file.wrong("named once only");
    }
    if (outputs.empty()) list.wrong("a list with at least one file");
    return outputs;
}

std::vector<RecordedInput> recorded_inputs(const Field& list)
{
    std::vector<RecordedInput> inputs;
    for (const auto& input : list.items()) {
        inputs.push_back({input.at("key").word(), input.at("file").plain_name(),
                          input.at("sha256").sha256(),
                          static_cast<std::uint64_t>(input.at("size").whole(0, largest_file))});
    }
    return inputs;
}

RecordedScenario recorded_scenario(const Field& scenario, const Field& inputs)
{
    RecordedScenario recorded;
    recorded.title = scenario.at("title").text();
    recorded.text = scenario.at("text").text();
    recorded.origins = scenario.at("origins").texts_by_name();
    for (const auto& file : scenario.at("files").items())
        recorded.files.push_back(file.plain_name());
    recorded.inputs = recorded_inputs(inputs);
    return recorded;
}

void read_scenarios(const Field& json, Manifest& manifest)
{
    if (manifest.kind == ManifestKind::run) {
        manifest.scenarios = {recorded_scenario(json.at("scenario"), json.at("inputs"))};
        return;
    }
    std::set<std::string> names;
    const auto list = json.at("scenarios");
    for (const auto& scenario : list.items()) {
        manifest.scenarios.push_back(recorded_scenario(scenario, scenario.at("inputs")));
        const auto name = scenario.at("name");
        manifest.scenarios.back().name = name.plain_name();
        if (!names.insert(manifest.scenarios.back().name).second) name.wrong("named once only");
    }
    if (manifest.scenarios.size() < 2) list.wrong("a list of two scenarios or more");
}

}  // namespace

std::string program_of(const Manifest& manifest)
{
    return fmt::format("mgz {} (git {})", manifest.version, manifest.revision);
}

Manifest read_manifest_file(const std::string& path)
{
    Manifest manifest;
    std::error_code none;
    manifest.path =
        fs::is_directory(path, none) ? (fs::path(path) / "manifest.json").string() : path;
    const auto json = json_in(manifest.path);
    const auto parent = fs::path(manifest.path).parent_path();
    manifest.folder = parent.empty() ? fs::path(".").string() : parent.string();
    const Field field(json, manifest.path);
    manifest.kind = manifest_kind(field);
    check_format_version(json, manifest_version, manifest.path);
    manifest.outputs = recorded_outputs(field.at("outputs"));
    if (manifest.kind == ManifestKind::sensitivity || manifest.kind == ManifestKind::sweep)
        return manifest;
    manifest.version = field.at("program").at("version").word();
    manifest.revision = field.at("program").at("revision").word();
    if (field.has("attribution")) manifest.attribution = field.at("attribution").text();
    manifest.seed = static_cast<std::uint32_t>(field.at("seed").whole(0, 4294967295.0));
    manifest.replicates = static_cast<int>(field.at("replicates").whole(1, most_replicates));
    read_scenarios(field, manifest);
    return manifest;
}

}  // namespace mgz
