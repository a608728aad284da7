// SPDX-License-Identifier: EUPL-1.2
/// A manifest read back. It may come from anybody: every field that is used is checked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/output/run_facts.h"
#include "sim/output/write_atomically.h"

namespace mgz {

enum class ManifestKind { run, comparison, sensitivity, sweep };

/// An input as it was: InputFile::path is its name without a folder.
using RecordedInput = InputFile;

/// One scenario of a run or comparison.
struct RecordedScenario {
    std::string name;                ///< in a comparison; empty in a run
    std::string title;               ///< may hold any characters
    std::string text;                ///< effective, as TOML; not read yet
    Origins origins;                 ///< of what is no default
    std::vector<std::string> files;  ///< names of its files
    std::vector<RecordedInput> inputs;
};

struct Manifest {
    std::string path;    ///< as given
    std::string folder;  ///< that it lies in
    ManifestKind kind = ManifestKind::run;
    std::vector<WrittenFile> outputs;  ///< it vouches for them; plain names, each once

    // Of a run or comparison only.
    std::string version, revision;  ///< of the program that wrote it
    std::string attribution;
    std::uint32_t seed = 0;
    int replicates = 0;
    std::vector<RecordedScenario> scenarios;  ///< the reference first
};

/// "mgz 0.1.0 (git 1234567)"
std::string program_of(const Manifest& manifest);

/// Reads a manifest, or manifest.json of a folder.
/// Errors (InputError): no such file; as read_json() and check_format_version(); not a manifest of
/// mgz; a field that is missing or cannot be, by its name.
Manifest read_manifest_file(const std::string& path);

/// The file of an input, "file" or "file|layer"; names of files and folders may hold bars too.
std::string file_in(const std::string& where);

/// Names a file in a folder: no folder in it, no control bytes, not "." or "..".
bool is_plain_name(std::string_view name);

}  // namespace mgz
