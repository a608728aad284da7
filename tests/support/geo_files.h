// SPDX-License-Identifier: EUPL-1.2
/// A folder for one test, gone afterwards.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include "geo/io/layer_io.h"

namespace support {

class TempFolder {
public:
    TempFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "mgz-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    std::string path(const std::string& name) const { return (path_ / name).string(); }

    /// Returns the path written.
    std::string write(const std::string& name, std::string_view content) const
    {
        std::ofstream(path(name), std::ios::binary) << content;
        return path(name);
    }
    std::string write(const std::string& name, const geo::io::Bytes& bytes) const
    {
        return write(name,
                     std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    }
    /// All files of a set; returns the path of the one that ends in `main`.
    std::string write(const std::vector<geo::io::NamedBytes>& files, std::string_view main) const
    {
        std::string found;
        for (const auto& file : files) {
            const std::string written = write(file.name, file.bytes);
            if (written.ends_with(main)) found = written;
        }
        return found;
    }

private:
    std::filesystem::path path_;
};

}  // namespace support
